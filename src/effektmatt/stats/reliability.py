"""How well the items of an index hang together, and how large a change must be to exceed its noise.

Everything is computed from the covariance matrix of the items (k x k, divided by n - 1, the same people in all),
so the people are needed only once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri, ndtr, ndtri

from effektmatt.core import Interval
from effektmatt.stats.checks import check_count, check_finite, check_level

Floats = NDArray[np.float64]


def item_covariance(answers: Any) -> Floats:
    """Return the covariance matrix of the items (divided by n - 1), from people (rows) who answered all of them.

    >>> item_covariance([[1, 2], [2, 2], [3, 5]]).tolist()
    [[1.0, 1.5], [1.5, 3.0]]
    """
    table = np.asarray(answers, dtype=np.float64)
    if table.ndim != 2 or table.shape[0] < 2 or not np.all(np.isfinite(table)):
        raise ValueError("answers must be a table of at least two people by items, without gaps")
    return np.atleast_2d(np.cov(table, rowvar=False))


def cronbach_alpha(covariance: Any) -> float:
    """Return Cronbach's alpha; negative when items run against each other.

    Source: Cronbach 1951, Psychometrika 16:297-334.

    >>> round(cronbach_alpha([[2.0, 1.0], [1.0, 2.0]]), 4)
    0.6667
    """
    matrix = _covariance(covariance, at_least=2)
    k, total = matrix.shape[0], float(matrix.sum())
    if total <= 0:
        raise ValueError("alpha needs an index that varies; the sum of the items has no variance")
    return float(k / (k - 1) * (1 - np.trace(matrix) / total))


def feldt_interval(alpha: float, n: int, items: int, level: float = 0.95) -> Interval:
    """Return Feldt's interval for Cronbach's alpha of `items` items answered by `n` people.

    Source: Feldt, Woodruff & Salih 1987, Applied Psychological Measurement 11:93-103.

    >>> interval = feldt_interval(0.8, n=100, items=5)
    >>> round(interval.low, 3), round(interval.high, 3)
    (0.731, 0.856)
    """
    n, items = check_count(n, "n"), check_count(items, "items")
    if n < 2 or items < 2:
        raise ValueError(f"Feldt's interval needs at least 2 people and 2 items; got {n} and {items}")
    if not alpha <= 1:
        raise ValueError(f"alpha cannot be more than 1; got {alpha!r}")
    tail = (1 - check_level(level)) / 2
    people, both = n - 1, (n - 1) * (items - 1)
    low = 1 - (1 - alpha) * float(fdtri(people, both, 1 - tail))
    high = 1 - (1 - alpha) * float(fdtri(people, both, tail))
    return Interval(low=low, high=high, level=level, method="feldt")


def item_rest_correlations(covariance: Any) -> Floats:
    """Return the correlation of each item with the sum of the others; NaN for an item that does not vary.

    A clearly negative one marks an item that runs backwards.

    Source: Nunnally & Bernstein 1994, Psychometric Theory, chapter 8 (corrected item-total correlation).

    >>> item_rest_correlations([[2, 1, -1], [1, 2, -1], [-1, -1, 2]]).round(3).tolist()
    [0.0, 0.0, -0.577]
    """
    matrix = _covariance(covariance, at_least=2)
    own = np.diag(matrix)
    with_rest = matrix.sum(axis=1) - own
    rest = matrix.sum() - 2 * matrix.sum(axis=1) + own
    product = own * rest
    varies = product > 1e-12 * max(1.0, float(np.max(own)) ** 2)
    return np.where(varies, with_rest / np.sqrt(np.where(varies, product, 1.0)), np.nan)


def reversed_items(covariance: Any) -> tuple[int, ...]:
    """Return the items (from 0) that run against the rest, worst first.

    One item is turned at a time, until no item correlates negatively with the sum of the others: a single reversed
    item drags down the correlations of all.

    >>> reversed_items([[2, 1, -1], [1, 2, -1], [-1, -1, 2]])
    (2,)
    """
    matrix = _covariance(covariance, at_least=3)
    signs = np.ones(matrix.shape[0])
    found: list[int] = []
    while len(found) < matrix.shape[0]:
        correlations = item_rest_correlations(matrix * np.outer(signs, signs))
        item = int(np.argmin(np.nan_to_num(correlations, nan=1.0)))
        if not correlations[item] < 0 or item in found:
            break
        signs[item] = -1
        found.append(item)
    # turning most of the items leaves the few others backwards
    if 2 * len(found) > matrix.shape[0]:
        return tuple(item for item in range(matrix.shape[0]) if item not in found)
    return tuple(found)


def reliable_change_threshold(std_before: float, reliability: float, level: float = 0.95) -> float:
    """Return the smallest change in one person that exceeds the index's measurement error.

    z times the standard error of a difference, std_before x sqrt(2) x sqrt(1 - reliability), in points of the index.

    Source: Jacobson & Truax 1991, J Consulting and Clinical Psychology 59:12-19.

    >>> round(reliable_change_threshold(7.5, 0.80), 2)
    9.3
    """
    if not check_finite(std_before, "std_before") >= 0:
        raise ValueError(f"std_before cannot be negative; got {std_before}")
    if not 0 <= reliability <= 1:
        raise ValueError(f"reliability must lie between 0 and 1; got {reliability!r}")
    z = float(ndtri((1 + check_level(level)) / 2))
    return z * std_before * math.sqrt(2 * (1 - reliability))


def reliable_change_of_mean(variances: Sequence[float], reliabilities: Sequence[float], level: float = 0.95) -> float:
    """Return the smallest change in one person's mean of several scores that exceeds their measurement errors.

    The errors of the scores add up (stratified alpha); for one score it is `reliable_change_threshold`.

    Parameters
    ----------
    variances, reliabilities
        Of each score, among the same people before.
    level
        Confidence level.

    Source: Jacobson & Truax 1991, J Consulting and Clinical Psychology 59:12-19; Cronbach, Schönemann & McKie 1965,
    Educational and Psychological Measurement 25:291-312.

    Raises
    ------
    ValueError
        When the two are not equally many, a variance is negative, or nothing varies.

    >>> round(reliable_change_of_mean([56.25], [0.80]), 2)
    9.3
    """
    spread, reliable = np.asarray(variances, dtype=np.float64), np.asarray(reliabilities, dtype=np.float64)
    if spread.ndim != 1 or spread.shape != reliable.shape or spread.size == 0 or np.any(spread < 0):
        raise ValueError("variances and reliabilities must be rows of one length, one of each per score")
    total = float(spread.sum())
    if total == 0:
        raise ValueError("a reliable change needs scores that vary")
    return reliable_change_threshold(math.sqrt(total) / spread.size, float(spread @ reliable) / total, level)


def improved_by_noise(error: float, step: float) -> float:
    """Return the share of people who would score higher the second time though nothing had changed.

    Both scores bear the same normal error and are rounded to their nearest possible value, which lie `step` apart; who
    scores the same is not higher. So the more questions a score is the mean of, the nearer the share is to a half.

    Parameters
    ----------
    error
        Standard error of measurement of one score: std x sqrt(1 - reliability).
    step
        Smallest difference between two scores that can be had.

    The error of a difference as in Lord & Novick 1968, Statistical Theories of Mental Test Scores, chapter 3; held
    against a simulation in `tests/surveys/test_improved_by_chance.py`.

    >>> round(improved_by_noise(0.7, 1.0), 2), round(improved_by_noise(0.4, 0.2), 2)
    (0.31, 0.43)
    """
    if not check_finite(error, "error") >= 0 or not check_finite(step, "step") > 0:
        raise ValueError(f"error cannot be negative, and step must be more than 0; got {error} and {step}")
    return float(ndtr(-step / (2 * math.sqrt(2) * error))) if error else 0.0


def _covariance(covariance: Any, at_least: int) -> Floats:
    matrix = np.asarray(covariance, dtype=np.float64)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or matrix.shape[0] < at_least:
        raise ValueError(f"covariance must be square, of at least {at_least} items; got shape {matrix.shape}")
    if not np.all(np.isfinite(matrix)) or not np.allclose(matrix, matrix.T):
        raise ValueError("covariance must be symmetric, without gaps")
    return matrix
