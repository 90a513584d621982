"""Reference cases 07 (Newcombe 1998 Table II, recomputed in R) and 17; statsmodels for the ratio."""

import csv
import json
import math
from decimal import Decimal, localcontext
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import xlogy
from statsmodels.stats.proportion import confint_proportions_2indep

from effektmatt.stats.share_difference import (
    _constrained_second_share,
    koopman_ratio,
    newcombe,
)

CASE = Path(__file__).parents[1] / "reference" / "07-proportions-published"
CARPENTRIES = CASE.parent / "17-carpentries-text-labels"
INDEPENDENT = [
    entry["value"]
    for entry in json.loads((CASE / "reference.json").read_text())["results"]
    if entry["id"].startswith("independent")
]
WAVES = {
    entry["id"]: entry["value"]
    for entry in json.loads((CARPENTRIES / "reference.json").read_text())["results"]
    if "counts1" in entry["value"]
}
PRINTED = list(csv.DictReader((CASE / "independent.csv").read_text().splitlines()))

shares = st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("case", INDEPENDENT, ids=lambda case: f"{case['x1']}/{case['n1']}-{case['x2']}/{case['n2']}")
def test_differences_agree_with_r(case):
    counts = case["x1"], case["n1"], case["x2"], case["n2"]
    interval = newcombe(*counts)
    assert interval.low == pytest.approx(case["newcombe10"]["low"], abs=1e-12)
    assert interval.high == pytest.approx(case["newcombe10"]["high"], abs=1e-12)


@pytest.mark.parametrize("case", WAVES.values(), ids=WAVES)
def test_waves_of_the_carpentries_agree_with_r(case):
    counts = sum(case["counts2"][3:]), case["n2"], sum(case["counts1"][3:]), case["n1"]
    interval = newcombe(*counts)
    assert interval.low == pytest.approx(case["newcombe10"]["low"], abs=1e-12)
    assert interval.high == pytest.approx(case["newcombe10"]["high"], abs=1e-12)


@pytest.mark.parametrize("row", PRINTED, ids=lambda row: row["label"])
def test_newcombe_1998_table_two(row):
    counts = [int(row[name]) for name in ("x1", "n1", "x2", "n2")]
    interval = newcombe(*counts)
    assert interval.low == pytest.approx(float(row["newcombe10_low"]), abs=0.51e-4)
    assert interval.high == pytest.approx(float(row["newcombe10_high"]), abs=0.51e-4)


@pytest.mark.parametrize("counts", [(36, 40, 16, 80), (5, 56, 3, 29), (1, 100, 99, 100), (7, 10, 5, 10)])
def test_ratio_agrees_with_statsmodels(counts):
    low, high = confint_proportions_2indep(*counts, compare="ratio", method="score", correction=False)
    interval = koopman_ratio(*counts)
    # statsmodels stops its root search at about 1e-7, and finds no root at n of n
    assert interval.low + 1 == pytest.approx(low, rel=1e-6)
    assert interval.high + 1 == pytest.approx(high, rel=1e-6)


def log_likelihood(first, second, p1, p2):
    (x, m), (y, n) = first, second
    return xlogy(x, p1) + xlogy(m - x, 1 - p1) + xlogy(y, p2) + xlogy(n - y, 1 - p2)


@given(shares, shares, st.floats(0.05, 20))
def test_constrained_ratio_is_the_most_likely(first, second, ratio):
    (x, m), (y, n) = first, second
    p2, q2 = _constrained_second_share(x, m - x, y, n - y, ratio - 1)
    assert p2 + q2 == pytest.approx(1)
    p1 = min(1.0, ratio * p2)
    grid = np.linspace(0, min(1, 1 / ratio), 20_001)
    best = log_likelihood(first, second, ratio * grid.clip(0, 1 / ratio), grid).max()
    # the closed form loses half its digits where its root is double (all hit, ratio near 1)
    assert log_likelihood(first, second, p1, p2) >= best - 1e-7


def in_fifty_digits(x, m, y, n, difference):
    """Miettinen and Nurminen's statistic, the shares found by halving the bracket in decimal arithmetic."""
    with localcontext() as context:
        context.prec = 50
        d = Decimal(difference)
        low, high = max(Decimal(0), -d), min(Decimal(1), 1 - d)
        for _ in range(160):
            p = (low + high) / 2
            parts = ((x, p + d), (x - m, 1 - p - d), (y, p), (y - n, 1 - p))
            low, high = (p, high) if sum(count / room for count, room in parts if count) > 0 else (low, p)
        variance = (p + d) * (1 - p - d) / m + p * (1 - p) / n
        return float((Decimal(x) / m - Decimal(y) / n - d) / (variance * (m + n) / (m + n - 1)).sqrt())


MILLIONS = 10_000_000


def test_a_ratio_of_two_shares_of_one_keeps_its_digits():
    # all hits: the statistic is n * (ratio - 1), so the limits are those of chi-square over n
    interval = koopman_ratio(MILLIONS, MILLIONS, MILLIONS, MILLIONS)
    assert interval.high == pytest.approx(3.841458820694124e-7, rel=1e-7)
    assert interval.low == pytest.approx(-3.841458820694124e-7 / (1 + 3.84e-7), rel=1e-7)


def test_ratio_limits_solve_koopmans_chi_square():
    # Koopman 1984: the chi-square of both samples under p1 = ratio * p2, at the limits 1.96 squared
    x, m, y, n = 36, 40, 16, 80
    interval = koopman_ratio(x, m, y, n)
    for ratio in (interval.low + 1, interval.high + 1):
        a, b, c = (m + n) * ratio, -((x + n) + (m + y) * ratio), x + y
        p2 = (-b - math.sqrt(b * b - 4 * a * c)) / (2 * a)
        p1 = ratio * p2
        chi_square = (x - m * p1) ** 2 / (m * p1 * (1 - p1)) + (y - n * p2) ** 2 / (n * p2 * (1 - p2))
        assert chi_square == pytest.approx(1.959963984540054**2, rel=1e-9)


def test_ratio_at_the_ends():
    assert koopman_ratio(0, 10, 0, 20).low == -1
    assert koopman_ratio(0, 10, 0, 20).high == math.inf
    assert koopman_ratio(5, 10, 0, 20).high == math.inf
    assert koopman_ratio(5, 10, 0, 20).low > 0
    assert koopman_ratio(0, 10, 5, 20).low == -1
    assert koopman_ratio(0, 10, 5, 20).high < 1
    # n of n in both: the ratio is 1 with a finite interval round it
    everyone = koopman_ratio(10, 10, 10, 10)
    assert -0.35 < everyone.low < 0 < everyone.high < 0.45
    assert (1 + everyone.low) * (1 + everyone.high) == pytest.approx(1, rel=1e-9)


@given(shares, shares)
def test_swapping_groups_and_reading_the_scale_backwards(first, second):
    (x, m), (y, n) = first, second
    interval, swapped, reversed_ = newcombe(x, m, y, n), newcombe(y, n, x, m), newcombe(m - x, m, n - y, n)
    assert -1 <= interval.low <= x / m - y / n <= interval.high <= 1
    assert interval.low == pytest.approx(-swapped.high, abs=1e-9)
    assert interval.low == pytest.approx(-reversed_.high, abs=1e-9)


@given(shares, shares)
def test_ratio_swapped_is_the_reciprocal(first, second):
    interval, swapped = koopman_ratio(*first, *second), koopman_ratio(*second, *first)
    if math.isfinite(interval.high):
        assert (1 + interval.high) * (1 + swapped.low) == pytest.approx(1, rel=1e-9)
    else:
        assert swapped.low == -1
    if second[0]:
        ratio = (first[0] / first[1]) / (second[0] / second[1])
        assert interval.low <= ratio - 1 + 1e-12
        assert ratio - 1 <= interval.high + 1e-12


@given(shares, shares)
def test_a_higher_level_is_wider(first, second):
    for method in (newcombe, koopman_ratio):
        narrow, wide = method(*first, *second, 0.8), method(*first, *second, 0.99)
        assert wide.low <= narrow.low + 1e-12
        assert narrow.high <= wide.high + 1e-12


@pytest.mark.parametrize("method", [newcombe, koopman_ratio])
def test_wrong_calls_are_refused(method):
    with pytest.raises(ValueError, match="more than n"):
        method(3, 2, 1, 2)
    with pytest.raises(ValueError, match="at least 1"):
        method(1, 2, 0, 0)
    with pytest.raises(ValueError, match=r"0\.95"):
        method(1, 2, 1, 2, 95)
