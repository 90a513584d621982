"""Counts come as numpy's numbers of fixed width; sums and products of those overflow without a word."""

import numpy as np
import pytest

from effektmatt.stats import (
    ordinal_paired,
    paired_ratio,
    paired_shares,
    partly_linked,
    reliability,
    share,
    share_curves,
    share_difference,
)
from effektmatt.stats.probability import above

TYPES = (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64)


def improved(*counts):
    names = ("improved", "unchanged", "worse")
    return ordinal_paired.net_share(ordinal_paired.Improvement(**dict(zip(names, counts, strict=True))))


def linked(*counts):
    return partly_linked.partly_linked_share_difference(counts[:4], counts[4:6], counts[6:])


def feldt(n, items):
    return reliability.feldt_interval(0.8, n, items)


def likely(curve):
    """Return what reads the probability of a target from a curve made of counts."""
    return lambda *counts: above(curve(*counts), 0.1)


SHARES, FINITE = [(100, 120), (40_000, 50_000), (3_000_000, 4_000_000)], [(90, 100, 120), (40_000, 50_000, 60_000)]
TWO = [(100, 120, 90, 125), (40_000, 50_000, 30_000, 60_000), (3_000_000, 4_000_000, 2_000_000, 4_000_000)]
TABLES = [(1, 1, 7, 12), (100, 20, 7, 90), (60_000, 30_000, 20_000, 60_000), (100_000, 60_000, 10_000, 100_000)]
CALLS = [
    (share.clopper_pearson, SHARES),
    (likely(share_curves.share_curve), SHARES),
    *((kernel, FINITE) for kernel in (share.hypergeometric, share.possible_range)),
    (likely(share_curves.finite_share_curve), FINITE),
    *((kernel, TWO) for kernel in (share_difference.newcombe, share_difference.koopman_ratio)),
    *((likely(curve), TWO) for curve in (share_curves.share_difference_curve, share_curves.share_ratio_curve)),
    (paired_shares.tango, TABLES),
    (paired_ratio.paired_ratio, TABLES),
    *((likely(curve), TABLES) for curve in (share_curves.paired_difference_curve, share_curves.paired_ratio_curve)),
    (improved, [(100, 90, 120), (30_000, 40_000, 20_000)]),
    (linked, [(100, 20, 7, 90, 100, 110, 90, 120), (40_000, 20_000, 10_000, 50_000, 30_000, 40_000, 9_000, 50_000)]),
    (feldt, [(120, 12), (60_000, 100)]),
]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(("kernel", "calls"), CALLS)
def test_counts_of_every_width_give_what_python_gives(kernel, calls, kind):
    for counts in calls:
        if max(counts) <= np.iinfo(kind).max:
            assert kernel(*map(kind, counts)) == kernel(*counts)


def test_whole_floats_are_counts_and_fractions_are_not():
    assert share.clopper_pearson(3.0, np.float64(10)) == share.clopper_pearson(3, 10)
    with pytest.raises(ValueError, match=r"hits must be a whole number; got 2\.5"):
        share.clopper_pearson(2.5, 10)
    with pytest.raises(ValueError, match="hits must be a whole number; got nan"):
        share.clopper_pearson(float("nan"), 10)
