"""Estimates over units: visits to one unit resemble each other, so units are what is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from effektmatt.core import Change, Estimate, Evidence, Linkage, Note, Unit
from effektmatt.stats.choices import EFFECT, MEAN_DIFFERENCE, MEAN_RATIO, SHARE_IN_UNITS
from effektmatt.stats.clusters import UnitSums, cluster_robust_contrast
from effektmatt.stats.question import Layout
from effektmatt.stats.results import Inference, ShareInference

SCORE, DIFFERENCE, RELATIVE = "visit-score", "visit-score-difference", "relative-change"
_UNITS = {DIFFERENCE: Unit.POINTS, RELATIVE: Unit.RELATIVE}

#: A score below this is no score: the share of one item in a million million.
_NOUGHT = 1e-12

#: Units that a spread between units can be seen among.
FEWEST_UNITS = 2


def nothing(measure: str, reason: Note, n: int = 0) -> Estimate:
    """Return an estimate without a value, and why there is none."""
    return Estimate(
        measure=measure,
        value=None,
        unit=_UNITS.get(measure, Unit.SHARE),
        n=n,
        evidence=Evidence.PROCESS,
        method="none",
        notes=(reason,),
    )


def change_of(
    sums: UnitSums,
    *,
    paired: bool,
    level: float,
    missing: tuple[Note | None, Note | None],
    assumptions: tuple[Note, ...],
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
    assumptions
        What must hold for the change to be one of what was visited.
    """
    used, n = (same_units(sums), sums.n[np.all(sums.n > 0, axis=1)]) if paired else (sums, sums.n)
    counts = n.sum(axis=0).astype(int).tolist()
    after, before = (
        _level(used.n[:, wave], used.total[:, wave], counts[wave], level, missing[wave]) for wave in (0, 1)
    )
    linkage = Linkage.PAIRED if paired else Linkage.INDEPENDENT
    absent = next((one for one in (before, after) if one.value is None), None)
    if absent is not None:
        difference, relative = (nothing(one, absent.notes[0], sum(counts)) for one in (DIFFERENCE, RELATIVE))
    else:
        difference = replace(difference_of(sums, paired=paired, level=level, n=sum(counts)), assumptions=assumptions)
        relative = replace(_relative(used, sum(counts), level), assumptions=assumptions)
    return Change(before=before, after=after, difference=difference, linkage=linkage, effects=(relative,))


def difference_of(sums: UnitSums, *, paired: bool, level: float, n: int | None = None) -> Estimate:
    """Return after less before: the mean of the units' differences with its t interval, or CR2 over all visits."""
    used = same_units(sums) if paired else sums
    after, before = used.means

    def infer() -> Inference:
        return (
            MEAN_DIFFERENCE.kernel(Layout.UNITS)(sums, level)
            if paired
            else cluster_robust_contrast(sums, (1, -1), level)
        )

    found = _inferred(DIFFERENCE, float(after - before), used, n or int(sums.n.sum()), infer)
    if found.interval is None:
        return found
    if paired:
        return replace(found, notes=MEAN_DIFFERENCE.approximate(Layout.UNITS, len(used.n), used))
    units = int((used.n > 0).sum(axis=0).min())
    return replace(found, notes=EFFECT.approximate(Layout.UNITS, units, used, (1, -1)))


def same_units(sums: UnitSums) -> UnitSums:
    """Return the means of the units that have both waves, each as one observation."""
    both = np.all(sums.n > 0, axis=1)
    means = sums.total[both] / sums.n[both]
    return UnitSums(n=np.ones_like(means), total=means)


def _level(n: object, total: object, visits: int, level: float, missing: Note | None) -> Estimate:
    """Return a score with a logit interval over units, which never leaves 0 to 1."""
    sizes, sums = np.asarray(n, dtype=np.float64), np.asarray(total, dtype=np.float64)
    if not sizes.sum():
        return nothing(SCORE, missing or Note(code="no-visits-scored"))
    column = UnitSums(n=sizes[:, None], total=sums[:, None])

    def infer() -> ShareInference:
        return SHARE_IN_UNITS.kernel(Layout.UNITS)(sizes, np.clip(sums, 0.0, sizes), level)

    return _inferred(SCORE, float(sums.sum() / sizes.sum()), column, visits, infer)


def _inferred(
    measure: str, value: float, sums: UnitSums, n: int, infer: Callable[[], Inference | ShareInference]
) -> Estimate:
    """Return an estimate; where units are too few or all alike a value without an interval, and the reason."""
    units = int((sums.n > 0).sum(axis=0).min())
    plain = Estimate(
        measure=measure,
        value=value,
        unit=_UNITS.get(measure, Unit.SHARE),
        n=n,
        evidence=Evidence.PROCESS,
        method="none",
        notes=(Note(code="too-few-units", values={"units": units, "needed": FEWEST_UNITS}),),
    )
    if units < FEWEST_UNITS:
        return plain
    found = infer()
    if not found.varied:
        return replace(plain, notes=(Note(code="units-alike"),))
    return replace(
        plain,
        method=found.interval.method,
        interval=found.interval,
        curve=found.curve,
        std_error=found.std_error,
        statistic=getattr(found, "statistic", None),
        p_value=getattr(found, "p_value", None),
        notes=(),
    )


def _relative(sums: UnitSums, n: int, level: float) -> Estimate:
    """Return after / before - 1; the logarithm of the ratio is linearised over units (delta method, t quantile)."""
    after, before = (float(mean) for mean in sums.means)
    if min(before, after) < _NOUGHT:
        code = "relative-from-zero" if before < _NOUGHT else "relative-to-zero"
        estimate = nothing(RELATIVE, Note(code=code), n)
        return estimate if before < _NOUGHT else replace(estimate, value=-1.0)
    ratio = after / before
    plain = replace(nothing(RELATIVE, Note(code="units-alike"), n), value=ratio - 1)
    if (units := int((sums.n > 0).sum(axis=0).min())) < FEWEST_UNITS:
        return replace(plain, notes=(Note(code="too-few-units", values={"units": units, "needed": FEWEST_UNITS}),))
    found = MEAN_RATIO.kernel(Layout.UNITS)(sums, level)
    if not found.varied:
        return plain
    return replace(
        plain,
        method=found.interval.method,
        interval=found.interval,
        curve=found.curve,
        notes=MEAN_RATIO.approximate(Layout.UNITS, units, sums),
    )
