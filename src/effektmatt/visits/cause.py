"""How much more visits found changed at the project's units than at those of a comparison group."""

from __future__ import annotations

import numpy as np

from effektmatt.core import Estimate, Role, Unit
from effektmatt.stats.choices import EFFECT
from effektmatt.stats.clusters import UnitSums
from effektmatt.stats.estimates import process_estimate
from effektmatt.visits.comparison import VisitWaves, is_paired, sums_of
from effektmatt.visits.estimates import over_units, same_units
from effektmatt.visits.scores import parts_of

MEASURE = "difference-in-differences"


def difference_from_comparison(
    project: VisitWaves,
    comparison: VisitWaves,
    *,
    area: str | None = None,
    item: str | None = None,
    level: float = 0.95,
) -> Estimate:
    """Return how much more a score changed in the project than in the comparison group.

    Estimand: after less before at the project's units, less the same at the others'. Units are compared with themselves
    where both groups' are; the interval is over units (CR2, Satterthwaite). It is the project's effect only if both
    would otherwise have changed alike, which no data here can show: an assumption of the estimate says so.

    Parameters
    ----------
    project, comparison
        The visits to both kinds of units.
    area, item
        Which area or item; neither: everything.
    level
        Confidence level.

    Source: `effektmatt.stats.clusters.cluster_robust_contrast`.
    """
    kind, wanted = ("item", item) if item is not None else ("area", area) if area is not None else ("all", "")
    part = next(one for one in parts_of(project.checklist) if (one.kind, one.id) == (kind, wanted))
    groups = [sums_of(waves, part) for waves in (project, comparison)]
    if all(is_paired(sums) for sums in groups):
        groups = [same_units(sums) for sums in groups]
    sums = _beside_each_other(*groups)
    plain = process_estimate(
        MEASURE,
        Unit.POINTS,
        None,
        int(sums.n.sum()),
        role=Role.EFFECT,
    )
    return over_units(plain, sums, EFFECT, (sums, (1, -1, -1, 1)), level)


def _beside_each_other(project: UnitSums, comparison: UnitSums) -> UnitSums:
    """Return cells (project after, before, comparison after, before); no unit is in both groups."""
    tables = []
    for one, other in ((project.n, comparison.n), (project.total, comparison.total)):
        table = np.zeros((one.shape[0] + other.shape[0], 4))
        table[: one.shape[0], :2], table[one.shape[0] :, 2:] = one, other
        tables.append(table)
    return UnitSums(n=tables[0], total=tables[1])
