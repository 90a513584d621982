"""Answers of the same people before and after, on a scale whose steps need not be equal.

Everything here is read from the paired table of counts; what is better is said by `Direction` alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr

from effektmatt.core import Direction, Interval, PairedCounts
from effektmatt.stats.checks import check_count
from effektmatt.stats.paired_shares import agresti_min_error, tango
from effektmatt.stats.results import HypothesisTest, Inference

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

#: Differences of decimal scores are not exact: 3.4 - 3.1 and 2.4 - 2.1 differ in the sixteenth digit.
_DECIMALS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """How many linked people improved, stayed the same and became worse."""

    improved: int
    unchanged: int
    worse: int

    def __post_init__(self) -> None:
        for name in ("improved", "unchanged", "worse"):
            object.__setattr__(self, name, check_count(getattr(self, name), name))

    @property
    def n(self) -> int:
        """How many are linked."""
        return self.improved + self.unchanged + self.worse


def improvement(pairs: PairedCounts, better: Direction = Direction.HIGHER, at_least: float = 0.0) -> Improvement:
    """Count who improved, who stayed and who became worse.

    Parameters
    ----------
    pairs
        Linked answers, before in rows and after in columns.
    better
        Which way is better.
    at_least
        The smallest change that counts, in points on the scale: 0 for any change, 1 for one step, or the threshold
        of reliable change. A smaller change counts as unchanged, in either direction.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> improvement(pairs)
    Improvement(improved=3, unchanged=8, worse=1)
    """
    if not at_least >= 0:
        raise ValueError(f"at_least must be nought or a positive change; got {at_least!r}")
    changes, counts = changes_with_counts(pairs)
    if better is Direction.LOWER:
        changes = -changes
    large = (np.abs(changes) >= at_least - 10.0**-_DECIMALS) & (changes != 0)
    improved = int(counts[large & (changes > 0)].sum())
    worse = int(counts[large & (changes < 0)].sum())
    return Improvement(improved=improved, unchanged=pairs.n - improved - worse, worse=worse)


def changes_with_counts(pairs: PairedCounts) -> tuple[Floats, Integers]:
    """Return the distinct changes that occur, after minus before and ascending, and how many made each."""
    change = np.round(pairs.levels[None, :] - pairs.levels[:, None], _DECIMALS) + 0.0
    occurs = pairs.table > 0
    distinct, place = np.unique(change[occurs], return_inverse=True)
    counts = np.zeros(distinct.size, dtype=np.int64)
    np.add.at(counts, place, pairs.table[occurs])
    return distinct, counts


def net_share(change: Improvement, level: float = 0.95) -> Inference:
    """Return the share who improved less the share who became worse, with Tango's score interval.

    Source of the interval: Tango 1998, Stat Med 17:891-908; the standard error, never nought, is that of
    Agresti & Min 2005, Stat Med 24:729-740; the p-value is the exact sign test.

    >>> found = net_share(Improvement(improved=3, unchanged=8, worse=1))
    >>> round(found.value, 3), round(found.interval.low, 3), round(found.interval.high, 3)
    (0.167, -0.189, 0.485)
    """
    if change.n == 0:
        raise ValueError("a net share needs at least one pair; got none")
    test = _sign_test(change.improved, change.worse)
    return Inference(
        value=(change.improved - change.worse) / change.n,
        std_error=agresti_min_error(change.improved, change.worse, change.n),
        interval=tango(change.unchanged, change.improved, change.worse, 0, level),
        p_value=test.p_value,
    )


def probability_higher_paired(pairs: PairedCounts, level: float = 0.95) -> Inference:
    """Return the probability that the same person answers higher after than before, ties counted half.

    It is one half plus half the net share, so Tango's score interval for the net share carries over. 0.5 means that
    as many answer lower as higher. The p-value is the exact sign test.

    Source: Tango 1998, Stat Med 17:891-908.

    >>> pairs = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
    >>> round(probability_higher_paired(pairs).value, 4)
    0.5833
    """
    net = net_share(improvement(pairs), level)
    return Inference(
        value=(1 + net.value) / 2,
        std_error=net.std_error / 2,
        interval=Interval(
            low=(1 + net.interval.low) / 2, high=(1 + net.interval.high) / 2, level=level, method=net.interval.method
        ),
        p_value=net.p_value,
    )


def sign_test(pairs: PairedCounts) -> HypothesisTest:
    """Test that as many answer higher as lower, exactly; those who stayed the same say nothing.

    Source: Conover 1999, Practical Nonparametric Statistics, section 3.4.

    >>> pairs = PairedCounts(levels=[1, 2], table=[[5, 7], [1, 5]])
    >>> sign_test(pairs).p_value
    0.0703125
    """
    change = improvement(pairs)
    return _sign_test(change.improved, change.worse)


def _sign_test(higher: int, lower: int) -> HypothesisTest:
    changed = higher + lower
    exact = min(1.0, 2 * float(bdtr(min(higher, lower), changed, 0.5))) if changed else 1.0
    return HypothesisTest(statistic=float(higher), p_value=exact, method="sign-test-exact", n_used=changed)
