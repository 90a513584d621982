"""The answer to "is the goal met?", with everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from effektmatt.core import Estimate, Note, Range
from effektmatt.goals.reach import Reach
from effektmatt.goals.target import Target
from effektmatt.speech import Shown


class Verdict(StrEnum):
    """Whether a goal is met, and how surely. What caused it is another question."""

    MET = "met"
    LIKELY_MET = "likely-met"
    UNDETERMINED = "undetermined"
    LIKELY_NOT_MET = "likely-not-met"
    NOT_MET = "not-met"
    NOT_ASSESSABLE = "not-assessable"
    NO_TARGET = "no-target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipping:
    """How many of the missing must be hits for the goal to be met: `needed` of `missing`.

    `needed` is 0 when it is met already, and larger than `missing` when it can no longer be met.
    """

    needed: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment(Shown):
    """A verdict on one target.

    Parameters
    ----------
    verdict
        See `Verdict`; decided by `judge` from the same interval that the report prints.
    target
        None when no target was set.
    estimate
        The number that was held against the target.
    probability
        The probability that the target is met, given the assumptions; None where it has no meaning.
    tipping
        How many of those who are missing would have to be hits; None without a finite population.
    reach
        From which value on data like these would have told that the target is met; None where the verdict does not
        hang on how few they are.
    reasons
        Why the verdict is what it is, as notes.
    parts
        For a goal of several parts: the fulfilment of each. `deciding` is the part that decided.
    """

    verdict: Verdict
    target: Target | None
    estimate: Estimate
    probability: float | None = None
    tipping: Tipping | None = None
    reach: Reach | None = None
    reasons: tuple[Note, ...] = ()
    parts: tuple[Fulfilment, ...] = ()
    deciding: int | None = None

    @property
    def assumptions(self) -> tuple[Note, ...]:
        """What must hold, and cannot be tested in these data, for the verdict to be right."""
        return self.estimate.assumptions

    @property
    def rival(self) -> Estimate | None:
        """The rival that did not give the same verdict; None where none decided."""
        wanted = next((note.values.get("rival") for note in self.reasons[:1]), None)
        return next((one for one in self.estimate.rivals if one.measure == wanted), None)

    @property
    def decided_by(self) -> Range | None:
        """From where to where the number may lie by what decided, where that is not the interval that is printed.

        A more cautious interval; what those missing, values not seen or cases that take longer could make of it; or the
        interval freed from another explanation.
        """
        reason, estimate = next(iter(self.reasons), None), self.estimate
        if reason is None or self.parts or self.target is None:
            return None
        if (bounds := next((one for one in estimate.sensitivity if one.reason == reason), None)) is not None:
            return None if bounds.weakens else Range(low=bounds.low, high=bounds.high)
        if (rival := self.rival) is not None:
            return None if rival.interval is None else Range(low=rival.interval.low, high=rival.interval.high)
        low, high = (reason.values.get(end) for end in ("low", "high"))
        return Range(low=low, high=high) if isinstance(low, float) and isinstance(high, float) else None
