"""Two groups at one time in a plan: women and men, two municipalities, with and without the course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from effektmatt.data.values import folded
from effektmatt.errors import Fault
from effektmatt.plan.facts import SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.scaled import OfRegisterOrScale, SurveyFacts
from effektmatt.plan.measures import CHANGES, LEVELS
from effektmatt.plan.sections import Sections, Target
from effektmatt.plan.tables import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDifferenceFacts(SurveyFacts):
    """How much the first of two groups differs from the second: in a share (with `top`, or in a register) or a mean."""

    by: str
    groups: tuple[str, str]
    top: int | None = None
    least: float = 0.0


class GroupDifference(OfRegisterOrScale):
    """How much one group differs from another at one time: in a register, or in the answers of one wave."""

    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES

    kind: Literal["group-difference"]
    by: str
    groups: Annotated[list[str], Field(min_length=2, max_length=2)]

    @property
    def conditions(self) -> tuple[Where, ...]:
        """What is counted, and the groups that must be there."""
        groups: Where = {self.by: list(self.groups)}
        return (self.where, groups) if self.where else (groups,)

    def between_groups(self) -> tuple[str, str]:
        """Return the two groups, the one that is compared first."""
        return self.groups[0], self.groups[1]

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield what is missing, one group twice, and a share that is written in per cent."""
        yield from super().faults(key, target, plan)
        if len(set(map(folded, self.groups))) < len(self.groups):
            yield Fault(code="plan-groups-alike", key=f"{key}.groups", got=self.groups[0])
        amounts = [] if target is None else [target.at_least, target.at_most, target.increase_by, target.decrease_by]
        is_share = self.source is not None or self.top is not None
        for amount in amounts:
            if amount is not None and (amount <= 0 or (is_share and amount > 1)):
                reason = "not-positive" if amount <= 0 else "percent"
                yield Fault(code="plan-target", key=f"{key}.target", got=f"{amount:g}", details={"reason": reason})

    def facts(self, shared: SharedFacts, plan: Instruments) -> GroupDifferenceFacts:
        """Return how it is measured."""
        asked = plan.scales[self.scale] if self.scale is not None else None
        return GroupDifferenceFacts(
            **shared,
            by=plan.written.called(self.by),
            groups=self.between_groups(),
            top=self.top,
            least=asked.cut(self.top) if asked is not None and self.top is not None else 0.0,
            lowest=asked.lowest if asked is not None else None,
            highest=asked.highest if asked is not None else None,
            questions=len(asked.items) if asked is not None else 1,
        )
