"""Estimates over units: visits to one unit resemble each other, so units are what is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from effektmatt.core import Change, Estimate, Linkage, Note, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import MEAN_DIFFERENCE, MEAN_RATIO, SHARE_IN_UNITS
from effektmatt.stats.clusters import UnitSums
from effektmatt.stats.designs import effective_n
from effektmatt.stats.estimates import inferred_estimate, no_estimate, process_estimate
from effektmatt.stats.question import Layout, Question
from effektmatt.stats.ratio_of_means import RatioInference
from effektmatt.stats.results import Inference, ShareInference
from effektmatt.visits.judging import Judged

SCORE, DIFFERENCE, RELATIVE = "visit-score", "visit-score-difference", "relative-change"

#: A score below this is no score: the share of one item in a million million.
_NOUGHT = 1e-12

#: What is smaller is rounding.
_ROUNDING = 1e-9
#: Units that a spread between units can be seen among.
FEWEST_UNITS = 2


def no_score(reason: Note) -> Estimate:
    """Return a score without a value, and why there is none."""
    return no_estimate(SCORE, Unit.SHARE, reason)


def no_difference(reason: Note, n: int = 0) -> Estimate:
    """Return a difference of scores without a value, and why there is none."""
    return no_estimate(DIFFERENCE, Unit.POINTS, reason, n=n, role=Role.DIFFERENCE)


def change_of(
    sums: UnitSums,
    *,
    paired: bool,
    level: float,
    missing: tuple[Note | None, Note | None],
    judged: Judged,
) -> Change:
    """Return a score before and after, and the change.

    Parameters
    ----------
    sums
        Units by (after, before).
    paired
        Whether to compare the same units with themselves: then every unit weighs the same, and those that lack a
        wave are left out. Else all visits count, and the change has a cluster-robust interval (CR2).
    level
        Confidence level.
    missing
        Why there are no visits after, and before, where there are none.
    judged
        What must hold of visits and visitors for the numbers to be of what was visited.
    """
    used, n = (same_units(sums), sums.n[np.all(sums.n > 0, axis=1)]) if paired else (sums, sums.n)
    counts = n.sum(axis=0).astype(int).tolist()
    after, before = (
        judged.of_level(_level(used.n[:, wave], used.total[:, wave], counts[wave], level, missing[wave]))
        for wave in (0, 1)
    )
    absent = next((one for one in (before, after) if one.value is None), None)
    if absent is not None:
        difference, relative = no_difference(absent.notes[0], sum(counts)), _no_relative(absent.notes[0], sum(counts))
    else:
        difference = judged.of_difference(difference_of(sums, paired=paired, level=level, n=sum(counts)))
        relative = judged.of_ratio(_relative(used, sum(counts), level))
    linkage = Linkage.PAIRED if paired else Linkage.INDEPENDENT
    return Change(before=before, after=after, difference=difference, linkage=linkage, effects=(relative,))


def difference_of(sums: UnitSums, *, paired: bool, level: float, n: int | None = None) -> Estimate:
    """Return after less before: the mean of the units' differences with its t interval, or CR2 over all visits."""
    used = same_units(sums) if paired else sums
    after, before = used.means
    size = n or int(sums.n.sum())
    plain = process_estimate(DIFFERENCE, Unit.POINTS, float(after - before), size, role=Role.DIFFERENCE)
    if paired:
        return over_units(plain, used, MEAN_DIFFERENCE, (used,), level)
    return over_units(plain, used, MEAN_DIFFERENCE, (used, (1, -1)), level, layout=Layout.UNITS_DIFFER)


def same_units(sums: UnitSums) -> UnitSums:
    """Return the means of the units that have both waves, each as one observation."""
    both = np.all(sums.n > 0, axis=1)
    means = sums.total[both] / sums.n[both]
    return UnitSums(n=np.ones_like(means), total=means)


def over_units(
    plain: Estimate,
    sums: UnitSums,
    question: Question[Inference | ShareInference | RatioInference],
    counts: tuple[Any, ...],
    level: float,
    layout: Layout = Layout.UNITS,
) -> Estimate:
    """Return an estimate with its interval over units; where they are too few or all alike without, and the reason.

    Parameters
    ----------
    plain
        The estimate without its interval; without a value it gets the one that is found.
    sums
        The units, by which it is seen whether they are enough.
    question, counts, layout
        What is asked of the table of methods, and the counts that its answer takes.
    level
        Confidence level.
    """
    plain = replace(plain, assumptions=(*plain.assumptions, *question.assumed(layout)))
    units = int((sums.n > 0).sum(axis=0).min())
    if units < FEWEST_UNITS:
        return replace(plain, notes=(Note(code="too-few-units", values={"units": units, "needed": FEWEST_UNITS}),))
    found = question.kernel(layout)(*counts, level)
    if not found.varied:
        return replace(plain, notes=(Note(code="units-alike"),))
    worth = min(int(effective_n(visits) + _ROUNDING) for visits in sums.n.T)
    estimate = inferred_estimate(
        plain.measure,
        plain.unit,
        found,
        plain.n,
        role=plain.role,
        assumptions=plain.assumptions,
        notes=question.approximate_over(layout, worth, units, *counts),
        cautious=question.cautious(layout, *counts, level=level),
    )
    return estimate if plain.value is None else replace(estimate, value=plain.value)


def _level(n: Floats, total: Floats, visits: int, level: float, missing: Note | None) -> Estimate:
    """Return a score with a logit interval over units, which never leaves 0 to 1."""
    if not n.sum():
        return no_score(missing or Note(code="no-visits-scored"))
    column = UnitSums(n=n[:, None], total=total[:, None])
    plain = process_estimate(SCORE, Unit.SHARE, float(total.sum() / n.sum()), visits)
    return over_units(plain, column, SHARE_IN_UNITS, (n, np.clip(total, 0.0, n)), level)


def _relative(sums: UnitSums, n: int, level: float) -> Estimate:
    """Return after / before - 1; the logarithm of the ratio is linearised over units (delta method, t quantile)."""
    after, before = (float(mean) for mean in sums.means)
    if before < _NOUGHT:
        return _no_relative(Note(code="relative-from-zero"), n)
    if after < _NOUGHT:
        return replace(_no_relative(Note(code="relative-to-zero"), n), value=-1.0)
    plain = process_estimate(RELATIVE, Unit.RELATIVE, after / before - 1, n, role=Role.RELATIVE)
    return over_units(plain, sums, MEAN_RATIO, (sums,), level)


def _no_relative(reason: Note, n: int) -> Estimate:
    return no_estimate(RELATIVE, Unit.RELATIVE, reason, n=n, role=Role.RELATIVE)
