"""Results unit by unit: by name and never in the order of their results; nothing of a unit visited only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from effektmatt.core import AnswerCounts, Estimate, Note, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.data.by_group import shown_groups
from effektmatt.stats.choices import MEAN, MEAN_DIFFERENCE
from effektmatt.stats.estimates import inferred_estimate, process_estimate
from effektmatt.stats.question import Layout, Question
from effektmatt.stats.results import Inference
from effektmatt.visits.change import UnitChange, UnitWave
from effektmatt.visits.coding import CodedVisits
from effektmatt.visits.estimates import DIFFERENCE, SCORE
from effektmatt.visits.scores import parts_of, visit_scores

#: A single visit tells of the one employee who was met.
FEWEST_VISITS = 2

_ALIKE = (Note(code="visits-alike"),)


def unit_changes(
    before: CodedVisits | None, after: CodedVisits | None, *, level: float = 0.95
) -> tuple[UnitChange, ...]:
    """Return every unit before and after, with t intervals over its own visits (Welch for the difference).

    A unit with one visit in a wave is
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
    units = visits.of_visits(visits.units)
    visited = {name: (units == name) & ~np.isnan(scores) for name in names}
    shown = shown_groups(visited, lambda own: [int(own.sum())], FEWEST_VISITS)
    result = {}
    for name, own in visited.items():
        n = int(own.sum())
        if shown[name] is None or n == 0:
            result[name] = UnitWave(visits=n, score=None, areas=(None,) * len(areas), hidden=n > 0), scores[own]
            continue
        means = tuple(_area(values[own]) for values in areas)
        result[name] = UnitWave(visits=n, score=_score(scores[own], n, level), areas=means), scores[own]
    return result


def _area(scores: Floats) -> float | None:
    known = scores[~np.isnan(scores)]
    return float(known.mean()) if known.size >= FEWEST_VISITS else None


def _score(scores: Floats, n: int, level: float) -> Estimate:
    plain = process_estimate(SCORE, Unit.SHARE, float(scores.mean()), n, notes=_ALIKE)
    return _with_interval(plain, MEAN, Layout.PROCESS, [scores], level, lowest=0.0)


def _difference(after: Floats, before: Floats, level: float) -> Estimate:
    change, n = float(after.mean() - before.mean()), after.size + before.size
    plain = process_estimate(DIFFERENCE, Unit.POINTS, change, n, role=Role.DIFFERENCE, notes=_ALIKE)
    return _with_interval(plain, MEAN_DIFFERENCE, Layout.INDEPENDENT, [after, before], level, lowest=-1.0)


def _with_interval(
    plain: Estimate,
    question: Question[Inference],
    layout: Layout,
    waves: Sequence[Floats],
    level: float,
    *,
    lowest: float,
) -> Estimate:
    """Return an estimate with its t interval over visits; as it is where they are too few, or all alike."""
    fewest = min(scores.size for scores in waves)
    if fewest < FEWEST_VISITS:
        return plain
    counts = [_counts(scores) for scores in waves]
    found = question.kernel(layout)(*counts, level)
    if not found.varied:
        return plain
    notes = question.approximate(layout, fewest, *counts)
    estimate = inferred_estimate(
        plain.measure,
        plain.unit,
        found,
        plain.n,
        role=plain.role,
        notes=notes,
        with_curve=False,
        with_test=False,
        within=(lowest, 1.0),
    )
    return replace(estimate, value=plain.value)


def _counts(scores: Floats) -> AnswerCounts:
    levels, counts = np.unique(scores, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)
