"""Indices in a plan: the table, the change, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from effektmatt.plan.facts import MeasureFacts
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.measures import CHANGES, LEVELS, OfSource
from effektmatt.plan.sections import Source


class Index(Source):
    """A row is one published value of an index, for one unit and one wave or year."""

    kind: Literal["index"]
    unit: str | None = None
    wave: str
    index: str | None = None
    value: str
    signs: Literal["kolada", "none"] = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexChangeFacts(MeasureFacts):
    """The change of a published index."""


class IndexChange(OfSource):
    """The change of a published index from the first wave to the last: described, never tested."""

    told = IndexChangeFacts
    reads = Index
    of_some: ClassVar[bool] = False
    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES
    reading: ClassVar[Literal["none", "may", "must"]] = "may"

    kind: Literal["index-change"]
    index: str | None = None
    unit: str | None = None
    measured_in: str | None = None


KIND = Kind(source=Index, measures=(IndexChange,))
