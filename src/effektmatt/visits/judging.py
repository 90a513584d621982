"""What a score of visits rests on besides its units: its visits and visitors are a sample of what could have been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from effektmatt.core import Estimate, Note
from effektmatt.visits.coding import CodedVisits

#: The part of the judgements of each wave that must be by people who judged in both: only then can the change that they
#: saw stand for all, and decide beside the plain one.
SAME_VISITORS = 0.5

_USUAL = Note(code="visits-show-what-is-usual")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What must hold for numbers to be of what was visited, and not of which visits were made by whom.

    `alike` is for a change, `alike_anyway` for one that the visitors cannot be taken out of; `rivals` is the change
    without them, which decides too. `adjusted` is that change also where it decides nothing, with what it rests on.
    """

    alike: tuple[Note, ...]
    alike_anyway: tuple[Note, ...]
    rivals: tuple[Estimate, ...] = ()
    adjusted: Estimate | None = None

    def of_level(self, level: Estimate) -> Estimate:
        """Return a score of one wave: others could have judged otherwise."""
        return _resting(level, (_USUAL, Note(code="others-judge-alike")))

    def of_difference(self, difference: Estimate) -> Estimate:
        """Return a difference that the change among those who judged both times must agree with.

        Few of them do not decide, unless what they saw rules out what all saw: then visitors are not equally strict.
        """
        rivals = self.rivals
        if not rivals and self.adjusted is not None and _rules_out(self.adjusted, difference):
            rivals = (self.adjusted,)
        return replace(_resting(difference, (_USUAL, *self.alike)), rivals=rivals)

    def of_ratio(self, ratio: Estimate) -> Estimate:
        """Return a relative change, which nothing takes the visitors out of."""
        return _resting(ratio, (_USUAL, *self.alike_anyway))


def judged_alike(waves: Sequence[CodedVisits], adjusted: Estimate | None, *, paired: bool) -> Judged:
    """Return what must hold of those who judged, and of what they judged.

    Parameters
    ----------
    waves
        The waves that there are.
    adjusted
        The change with an effect for every visitor, where it can be told.
    paired
        Whether units are compared with themselves; else those of after must be like those of before.
    """
    units = () if paired else (Note(code="other-units-alike"),)
    if len(waves) < 2:
        return Judged(alike=(), alike_anyway=())
    without = None if adjusted is None else _resting(adjusted, (_USUAL, *units))
    same = same_visitors(waves)
    if same is None or same == 0:
        code = "unknown-visitors-judge-alike" if same is None else "visitors-judge-alike"
        differ = (*units, Note(code=code))
        return Judged(alike=differ, alike_anyway=differ, adjusted=without)
    differ = (*units, Note(code="visitors-equally-strict", values={"share": same}))
    if same < SAME_VISITORS:
        return Judged(alike=differ, alike_anyway=differ, adjusted=without)
    alone = len({one for wave in waves if wave.visitors is not None for one in wave.visitors}) == 1
    rivals = () if without is None else (without,)
    return Judged(alike=units, alike_anyway=units if alone else differ, rivals=rivals, adjusted=without)


def same_visitors(waves: Sequence[CodedVisits]) -> float | None:
    """Return the part of the judgements that was made by people who judged in every wave, where it is smallest.

    None where no column says who judged.
    """
    who = [wave.visitors for wave in waves]
    known = [labels for labels in who if labels is not None]
    if len(known) < len(who):
        return None
    always = set.intersection(*(set(labels) for labels in known)) - {None}
    return min(sum(one in always for one in labels) / max(1, labels.size) for labels in known)


def _resting(estimate: Estimate, on: tuple[Note, ...]) -> Estimate:
    return estimate if estimate.value is None else replace(estimate, assumptions=(*on, *estimate.assumptions))


def _rules_out(adjusted: Estimate, difference: Estimate) -> bool:
    interval, value = adjusted.interval, difference.value
    return interval is not None and value is not None and not interval.low <= value <= interval.high
