"""Who improved: by any rise, by at least one step of the scale, or by more than measurement error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Direction
from effektmatt.core.counts import Floats
from effektmatt.surveys.scores import Booleans, Scores, index_of, rises

#: 1 improved, 0 unchanged, -1 worse.
Signs = NDArray[np.int8]


class Definition(StrEnum):
    """What counts as improved."""

    ANY = "any"  # a higher score
    STEP = "step"  # a score higher by at least one answer's step on every item
    RELIABLE = "reliable"  # a rise larger than measurement error explains (Jacobson & Truax 1991)


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """How many improved by one definition.

    Parameters
    ----------
    definition
        "any", "step" or "reliable".
    threshold
        The rise that counts, on the score: more than 0 ("any"), at least this ("step"), more than this ("reliable").
        None where several scales each have their own.
    improved, unchanged, worse
        People whose score rose or fell by as much as counts, and the rest.
    at_ceiling
        People who stood so well before that they could not improve; they count as not improved.
    better
        Which way is an improvement.
    """

    definition: str
    threshold: float | None
    improved: int
    unchanged: int
    worse: int
    at_ceiling: int
    better: Direction = Direction.HIGHER

    @property
    def n(self) -> int:
        """How many have a score both times."""
        return self.improved + self.unchanged + self.worse


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """The rise that is more than measurement error, for each scale and for their mean; None where it is unknown.

    Found from everybody's answers before, and the same for every group.
    """

    scales: tuple[float | None, ...]
    index: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """For every linked person: has a score both times, which way it went, stood at the ceiling before."""

    valid: Booleans
    signs: Signs
    at_ceiling: Booleans


def judged(before: Scores, after: Scores, definition: str, threshold: float | None) -> Judged | None:
    """Judge every linked person by one definition; None for "reliable" where no threshold is known.

    Scores are compared as exact fractions, so that a rise of exactly one step is one step. For "reliable" the rise
    must be larger than the threshold.
    """
    valid = before.valid & after.valid
    numerators = after.numerators * before.denominators - before.numerators * after.denominators
    denominators = after.denominators * before.denominators
    room = before.highest * before.denominators - before.numerators
    if definition == Definition.ANY:
        up, down, stuck = numerators > 0, numerators < 0, room <= 0
    elif definition == Definition.STEP:
        limit = before.step * denominators
        up, down, stuck = numerators >= limit, numerators <= -limit, room < before.step * before.denominators
    elif threshold is None:
        return None
    else:
        change = np.nan_to_num(rises(before, after))
        up, down = change > threshold, change < -threshold
        stuck = before.highest - np.nan_to_num(before.numbers) <= threshold
    signs = np.where(valid, up.astype(np.int8) - down.astype(np.int8), 0).astype(np.int8)
    return Judged(valid=valid, signs=signs, at_ceiling=valid & stuck)


def on_every(each: Sequence[Judged]) -> Judged:
    """Judge over several scales: improved where improved on each, worse where worse on each.

    Only those with scores on all scales are judged. Who stood at the ceiling of one scale could not improve on each.
    """
    signs = np.stack([one.signs for one in each])
    valid = np.logical_and.reduce([one.valid for one in each])
    together = (signs == 1).all(axis=0).astype(np.int8) - (signs == -1).all(axis=0).astype(np.int8)
    stuck = np.logical_or.reduce([one.at_ceiling for one in each])
    return Judged(valid=valid, signs=np.where(valid, together, 0).astype(np.int8), at_ceiling=valid & stuck)


def counted(
    people: Judged, definition: str, threshold: float | None, better: Direction = Direction.HIGHER
) -> Improvement:
    """Count who improved."""
    signs = people.signs[people.valid]
    improved, worse = int((signs == 1).sum()), int((signs == -1).sum())
    return Improvement(
        definition=str(definition),
        threshold=threshold,
        improved=improved,
        unchanged=signs.size - improved - worse,
        worse=worse,
        at_ceiling=int(people.at_ceiling.sum()),
        better=better,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judgement:
    """Who improved by one definition, person by person."""

    definition: str
    threshold: float | None
    people: Judged
    better: Direction = Direction.HIGHER

    @property
    def improvement(self) -> Improvement:
        """How many improved."""
        return counted(self.people, self.definition, self.threshold, self.better)

    @property
    def directions(self) -> Floats:
        """One for everybody who improved, minus one for who became worse, nought for others, NaN without scores."""
        return np.where(self.people.valid, self.people.signs.astype(np.float64), np.nan)

    @property
    def hits(self) -> Floats:
        """One for everybody who improved, nought for the others, NaN without scores."""
        return np.where(self.people.valid, (self.people.signs == 1).astype(np.float64), np.nan)


def judgements(
    before: Sequence[Scores],
    after: Sequence[Scores],
    yardstick: Yardstick,
    *,
    on_each: bool = False,
    better: Direction = Direction.HIGHER,
) -> tuple[Judgement, ...]:
    """Say who improved by each definition that can be used, on the mean of the scales' scores or on each of them.

    Parameters
    ----------
    before, after
        For every scale the linked people's scores, in the same order of people.
    yardstick
        What counts as reliable; that definition is left out where it is unknown.
    on_each
        Whether somebody must have improved on each scale rather than on their mean.
    better
        Which way is better: where lower is, a fall improves, and who stood lowest could not.
    """
    if better is Direction.LOWER:
        before, after = ([one.mirrored() for one in wave] for wave in (before, after))
    found = []
    for definition in Definition:
        if on_each and len(before) > 1:
            each = [
                judged(first, second, definition, reliable)
                for first, second, reliable in zip(before, after, yardstick.scales, strict=True)
            ]
            known = [one for one in each if one is not None]
            people, threshold = (on_every(known) if len(known) == len(each) else None), None
        else:
            index = index_of(before)
            thresholds = {Definition.ANY: 0.0, Definition.STEP: float(index.step), Definition.RELIABLE: yardstick.index}
            threshold = thresholds[definition]
            people = judged(index, index_of(after), definition, threshold)
        if people is not None:
            found.append(Judgement(definition=definition, threshold=threshold, people=people, better=better))
    return tuple(found)
