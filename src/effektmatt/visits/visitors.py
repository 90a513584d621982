"""Visitors differ in how strictly they judge: how much, and what the change is when that is allowed for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from effektmatt.core import Estimate, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.data.columns import Labels
from effektmatt.stats.choices import MEAN_DIFFERENCE, RESEMBLANCE
from effektmatt.stats.estimates import inferred_estimate, process_estimate
from effektmatt.stats.question import Layout
from effektmatt.visits.change import VisitorScores

#: Visits that a visitor's mean is shown of: fewer would tell of one meeting.
FEWEST_VISITS = 2

ADJUSTED = "visit-score-difference-adjusted"


def adjusted_difference(
    scores: Floats, units: Labels, visitors: Labels, after: Floats, *, level: float = 0.95
) -> Estimate | None:
    """Return the change over all visits with an effect for every visitor, robust to dependence within units.

    Least squares of the score on the wave and on who judged: the change that a visitor who judged in both waves saw.
    Visits whose visitor is not known are left out.

    Parameters
    ----------
    scores, units, visitors, after
        One per visit; `after` is 1 after and 0 before.
    level
        Confidence level.

    Returns
    -------
    Estimate or None
        None where it cannot be told: nobody judged in both waves, one visitor in all, or too few units.

    Source: `effektmatt.stats.cluster_regression`.
    """
    known = np.array([not np.isnan(score) and unit is not None and who is not None
                      for score, unit, who in zip(scores, units, visitors, strict=True)], dtype=bool)  # fmt: skip
    names, judge = np.unique(visitors[known].astype(str), return_inverse=True)
    if names.size < 2:
        return None
    _, unit = np.unique(units[known].astype(str), return_inverse=True)
    design = np.column_stack([after[known], np.eye(names.size)[judge]])
    try:
        found = MEAN_DIFFERENCE.kernel(Layout.UNITS_ADJUSTED)(design, scores[known], unit, 0, level)
    except ValueError:  # the visitors differ between the waves
        return None
    if not found.varied:
        return None
    estimate = inferred_estimate(ADJUSTED, Unit.POINTS, found, int(known.sum()), role=Role.DIFFERENCE)
    return replace(estimate, method="visitor-effects-cr2")


def visitor_scores(scores: Floats, _units: Labels, visitors: Labels | None, after: Floats) -> tuple[VisitorScores, ...]:
    """Return how each visitor judged in each wave; numbered as they first come in the data, never named."""
    if visitors is None:
        return ()
    known = ~np.isnan(scores)
    result = []
    for number, name in enumerate(dict.fromkeys(who for who in visitors if who is not None), start=1):
        own = known & (visitors == name)
        waves = [scores[own & (after == wave)] for wave in (0.0, 1.0)]
        means = [float(one.mean()) if one.size >= FEWEST_VISITS else None for one in waves]
        result.append(
            VisitorScores(number=number, n_before=waves[0].size, n_after=waves[1].size, before=means[0], after=means[1])
        )
    return tuple(result)


def icc_of_units(scores: Floats, units: Labels) -> Estimate | None:
    """Return how much visits to one unit resemble each other in one wave; None where it cannot be told."""
    known = np.array(
        [not np.isnan(one) and unit is not None for one, unit in zip(scores, units, strict=True)], dtype=bool
    )
    try:
        found = RESEMBLANCE.kernel(Layout.UNITS)(scores[known], units[known].astype(str))
    except ValueError:  # too few units, one visit to each, or nothing varies
        return None
    return process_estimate("icc", Unit.SCORE, found.value, int(known.sum()), method=found.method)
