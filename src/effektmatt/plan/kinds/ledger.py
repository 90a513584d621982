"""Ledgers in a plan: the table, the money used, what it demands, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, money_faults
from effektmatt.plan.facts import MeasureFacts
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_records import found_ledger
from effektmatt.plan.kinds.register import register_faults
from effektmatt.plan.measures import LEVELS, OfSource
from effektmatt.plan.sections import Sections, Source, Target


class Ledger(Source):
    """A row is one post with its budget and outcome, in kronor and ören, exact."""

    naming: ClassVar[tuple[str, ...]] = ("post", "under")

    kind: Literal["ledger"]
    post: str
    budget: str
    outcome: str | None = None
    under: str | None = None
    must_equal: str | None = None
    reason: str | None = None

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield a sum that is no amount of money."""
        yield from money_faults(f"{key}.must_equal", self.must_equal)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyUsedFacts(MeasureFacts):
    """The share of the budget that was used."""


class MoneyUsed(OfSource):
    """The share of the budget that was used, in exact decimals."""

    told = MoneyUsedFacts
    reads = Ledger
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = LEVELS | {"about"}
    is_share: ClassVar[bool] = True

    kind: Literal["money-used"]
    post: str | None = None
    per_person: str | None = None

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield the column that it needs, and a register that is not there."""
        source = plan.sources.get(self.source)
        if isinstance(source, Ledger):
            yield from lacking(f"sources.{self.source}", {"outcome": source.outcome})
            yield from register_faults(f"{key}.per_person", self.per_person, plan, keyed=False)


KIND = Kind(source=Ledger, found=found_ledger, measures=(MoneyUsed,))
