"""Wilcoxon's signed-rank test from the counts of each change."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from effektmatt.core import PairedCounts
from effektmatt.stats.ordinal_paired import changes_with_counts
from effektmatt.stats.rank_distributions import signed_rank_distribution
from effektmatt.stats.results import HypothesisTest

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

#: With more pairs that changed the normal approximation is good, and the exact distribution slow.
EXACT_UP_TO = 300


def signed_rank(pairs: PairedCounts, zeros: Literal["pratt", "drop"] = "pratt") -> HypothesisTest:
    """Test that changes are as likely and as large in either direction.

    Exact, ties included, while at most `EXACT_UP_TO` pairs changed and the distribution is small enough (few different
    sizes of change; `rank_distributions.DEAREST`): that of the rank sum when every change could as well have had the
    other sign. Beyond that asymptotic, without continuity correction; the method says which.

    Parameters
    ----------
    pairs
        Linked answers.
    zeros
        "pratt": those who did not change take part in the ranking and are then left out; "drop": they are left out
        before the ranking (Wilcoxon's own way).

    Returns
    -------
    HypothesisTest
        `statistic` is the sum of the positive ranks (V), `z` its standardised value, `n_used` how many changed;
        `greater` is small where changes surely go upward, `less` where downward.

    Source: Wilcoxon 1945, Biometrics Bulletin 1:80-83; Pratt 1959, JASA 54:655-667; Hollander & Wolfe 1999,
    Nonparametric Statistical Methods, section 3.1 (ties).

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 1], [0, 3, 2], [0, 1, 4]])
    >>> test = signed_rank(pairs)
    >>> test.statistic, test.method, test.n_used
    (58.0, 'wilcoxon-pratt-exact', 6)
    """
    _check_zeros(zeros)
    if pairs.n == 0:
        raise ValueError("a signed-rank test needs at least one pair; got none")
    ranks, upward, changed = _ranked_changes(pairs, keep_zeros=zeros == "pratt")
    n_used = int(changed.sum())
    name = f"wilcoxon-{zeros}"
    if n_used == 0:
        return HypothesisTest(statistic=0.0, p_value=1.0, method=f"{name}-exact", n_used=0, greater=1.0, less=1.0)
    positive = float((ranks * upward).sum())
    centre = float((ranks * changed).sum()) / 2
    z = (positive - centre) / math.sqrt(float((ranks**2 * changed).sum()) / 4)
    exact = _exact_p_values(ranks, changed, positive) if n_used <= EXACT_UP_TO else None
    greater, less = exact or (float(ndtr(-z)), float(ndtr(z)))
    return HypothesisTest(
        statistic=positive,
        z=z,
        p_value=min(1.0, 2 * min(greater, less)),
        method=f"{name}-{'asymptotic' if exact is None else 'exact'}",
        n_used=n_used,
        greater=greater,
        less=less,
    )


def _ranked_changes(pairs: PairedCounts, *, keep_zeros: bool) -> tuple[Floats, Integers, Integers]:
    """Return, per distinct size of change: its mid-rank, how many went up by it, how many made it."""
    changes, counts = changes_with_counts(pairs)
    sizes, place = np.unique(np.abs(changes[changes != 0]), return_inverse=True)
    moved = counts[changes != 0]
    changed, upward = np.zeros(sizes.size, dtype=np.int64), np.zeros(sizes.size, dtype=np.int64)
    np.add.at(changed, place, moved)
    np.add.at(upward, place, np.where(changes[changes != 0] > 0, moved, 0))
    below = int(counts[changes == 0].sum()) if keep_zeros else 0
    ranks = below + np.cumsum(changed) - (changed - 1) / 2
    return ranks, upward, changed


def _exact_p_values(ranks: Floats, changed: Integers, positive: float) -> tuple[float, float] | None:
    """P(a rank sum so large or larger) and P(so small or smaller), or None when the distribution is too large."""
    doubled = np.round(2 * ranks).astype(np.int64)
    distribution = signed_rank_distribution(doubled, changed)
    if distribution is None:
        return None
    place = round(2 * positive)
    return min(1.0, float(distribution[place:].sum())), min(1.0, float(distribution[: place + 1].sum()))


def _check_zeros(zeros: str) -> str:
    if zeros not in {"pratt", "drop"}:
        raise ValueError(f'zeros must be "pratt" or "drop"; got {zeros!r}')
    return zeros
