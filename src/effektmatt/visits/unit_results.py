"""Results unit by unit: by name and never in the order of their results; nothing of a unit visited only once."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import AnswerCounts, Estimate, Evidence, Interval, Linkage, Note, Unit
from effektmatt.core.counts import Floats
from effektmatt.data.disclosure import hidden_groups
from effektmatt.stats.choices import MEAN, MEAN_DIFFERENCE
from effektmatt.visits.change import UnitChange, UnitWave
from effektmatt.visits.coding import CodedVisits
from effektmatt.visits.estimates import DIFFERENCE, SCORE
from effektmatt.visits.scores import parts_of, visit_scores

#: A single visit tells of the one employee who was met.
FEWEST_VISITS = 2


def unit_changes(
    before: CodedVisits | None, after: CodedVisits | None, *, level: float = 0.95
) -> tuple[UnitChange, ...]:
    """Return every unit before and after, with t intervals over its own visits (Welch for the difference).

    Rows of the same visit, judged by two, count as one visit in the intervals. A unit with one visit in a wave is
    hidden there, and so is the next smallest where its score could else be worked out from the total.
    """
    waves = (before, after)
    names = sorted(
        {str(unit) for unit in chain(*(wave.units for wave in waves if wave is not None)) if unit is not None}
    )
    found = [_of_wave(wave, names, level) for wave in waves]
    result = []
    for name in names:
        (one, first), (two, last) = found[0][name], found[1][name]
        difference = None if one.score is None or two.score is None else _difference(last, first, level)
        result.append(UnitChange(unit=name, before=one, after=two, difference=difference))
    return tuple(result)


def _of_wave(visits: CodedVisits | None, names: list[str], level: float) -> dict[str, tuple[UnitWave, Floats]]:
    if visits is None:
        absent = UnitWave(visits=0, score=None, areas=())
        return dict.fromkeys(names, (absent, np.zeros(0)))
    everything, *rest = parts_of(visits.checklist)
    scores = visit_scores(visits, everything)
    areas = [visit_scores(visits, part) for part in rest if part.kind == "area"]
    rows = {name: (visits.units == name) & ~np.isnan(scores) for name in names}
    hidden = hidden_groups({name: int(own.sum()) for name, own in rows.items()}, FEWEST_VISITS)
    result = {}
    for name, own in rows.items():
        n, by_visit = int(own.sum()), _by_visit(scores, own, visits)
        if name in hidden or n == 0:
            result[name] = UnitWave(visits=n, score=None, areas=(None,) * len(areas), hidden=n > 0), by_visit
            continue
        shown = tuple(_area(values[own]) for values in areas)
        result[name] = UnitWave(visits=n, score=_score(by_visit, n, level), areas=shown), by_visit
    return result


def _by_visit(scores: Floats, own: NDArray[np.bool_], visits: CodedVisits) -> Floats:
    """Return one score per visit: the mean of those who judged it."""
    if visits.occasions is None:
        return scores[own]
    by_name: dict[object, list[float]] = {}
    for row in np.flatnonzero(own):
        occasion = visits.occasions[row]
        by_name.setdefault(int(row) if occasion is None else str(occasion), []).append(float(scores[row]))
    return np.array([sum(judged) / len(judged) for judged in by_name.values()])


def _area(scores: Floats) -> float | None:
    known = scores[~np.isnan(scores)]
    return float(known.mean()) if known.size >= FEWEST_VISITS else None


def _score(scores: Floats, n: int, level: float) -> Estimate:
    estimate = Estimate(
        measure=SCORE,
        value=float(scores.mean()),
        unit=Unit.SHARE,
        n=n,
        evidence=Evidence.PROCESS,
        method="none",
        notes=(Note(code="visits-alike"),),
    )
    if scores.size < FEWEST_VISITS:
        return estimate
    counts = _counts(scores)
    found = MEAN.kernel(Evidence.PROCESS)(counts, level)
    if not found.varied:
        return estimate
    interval = Interval(
        low=max(0.0, found.interval.low), high=min(1.0, found.interval.high), level=level, method=found.interval.method
    )
    notes = MEAN.approximate(Evidence.PROCESS, scores.size, counts)
    return replace(estimate, method=interval.method, interval=interval, std_error=found.std_error, notes=notes)


def _difference(after: Floats, before: Floats, level: float) -> Estimate:
    estimate = Estimate(
        measure=DIFFERENCE,
        value=float(after.mean() - before.mean()),
        unit=Unit.POINTS,
        n=after.size + before.size,
        evidence=Evidence.PROCESS,
        method="none",
        notes=(Note(code="visits-alike"),),
    )
    if min(after.size, before.size) < FEWEST_VISITS:
        return estimate
    counts = _counts(after), _counts(before)
    found = MEAN_DIFFERENCE.kernel(Linkage.INDEPENDENT)(*counts, level)
    if not found.varied:
        return estimate
    interval = Interval(
        low=max(-1.0, found.interval.low), high=min(1.0, found.interval.high), level=level, method=found.interval.method
    )
    notes = MEAN_DIFFERENCE.approximate(Linkage.INDEPENDENT, min(after.size, before.size), *counts)
    return replace(estimate, method=interval.method, interval=interval, std_error=found.std_error, notes=notes)


def _counts(scores: Floats) -> AnswerCounts:
    levels, counts = np.unique(scores, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)
