"""What may be claimed of a difference: a direction only where `judge` finds it, never from the point estimate."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from effektmatt.core import Estimate, Evidence, Note
from effektmatt.goals.fulfilment import Verdict
from effektmatt.goals.judge import is_settled, judge
from effektmatt.goals.target import Target


class Way(StrEnum):
    """Which way something went, as far as it may be said."""

    UP = "up"
    DOWN = "down"
    SAME = "same"  # counted, and nothing differs
    UNSURE = "unsure"  # `Moved.reason` says why


class Sureness(StrEnum):
    """What a direction that is claimed rests on."""

    COUNTED = "counted"  # everybody was counted
    SURE = "sure"
    LIKELY = "likely"  # on an assumption that cannot be tested


@dataclass(frozen=True, slots=True)
class Moved:
    """Which way something went, and how surely that is said; where that may not be said, the verdict's reason why."""

    way: Way
    sureness: Sureness
    reason: Note | None = field(default=None, compare=False)

    @property
    def is_known(self) -> bool:
        """Whether a direction (or no change at all) may be claimed."""
        return self.way is not Way.UNSURE


def moved(difference: Estimate, *, of_all: bool = False) -> Moved:
    """Say which way something went, judged as a goal of that direction would be.

    What is claimed is of what was counted: what could not be seen (`Estimate.sensitivity`), and what it is when others
    are counted too, are told with the verdict. A claim `of_all` must hold whatever they are.

    Examples
    --------
    >>> from effektmatt.core import Interval, Unit
    >>> change = Estimate(measure="score-difference", value=0.3, unit=Unit.SCORE, n=20, evidence=Evidence.PROCESS,
    ...                   method="t", interval=Interval(low=-0.1, high=0.7, level=0.95, method="t"))
    >>> moved(change).way
    <Way.UNSURE: 'unsure'>
    """
    if not of_all:
        rivals = tuple(one for one in difference.rivals if not one.counts_others)
        difference = replace(difference, sensitivity=(), rivals=rivals)
    counted = difference.evidence is Evidence.CENSUS
    sureness = Sureness.COUNTED if counted else Sureness.SURE
    for direction, way in (("increase", Way.UP), ("decrease", Way.DOWN)):
        verdict = judge(difference, Target(direction=direction)).verdict
        if verdict is Verdict.MET:
            return Moved(way, sureness)
        if verdict is Verdict.LIKELY_MET:
            return Moved(way, Sureness.LIKELY)
    if counted and difference.value == 0 and is_settled(difference):
        return Moved(Way.SAME, sureness)
    return Moved(Way.UNSURE, sureness, _why_unsure(difference))


def _why_unsure(difference: Estimate) -> Note | None:
    """Return why the direction that a difference points in may not be claimed."""
    towards = Target(direction="increase" if (difference.value or 0.0) >= 0 else "decrease")
    return next(iter(judge(difference, towards).reasons), None)
