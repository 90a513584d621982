import itertools
import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import PairedCounts
from effektmatt.stats.sign_flip import flipped_tail, sign_flip, sign_flip_pairs


def paired(before, after):
    levels = np.unique([*before, *after])
    table = np.zeros((levels.size, levels.size), dtype=int)
    np.add.at(table, (np.searchsorted(levels, before), np.searchsorted(levels, after)), 1)
    return PairedCounts(levels=levels, table=table)


def by_enumeration(differences):
    sums = [
        sum(s * d for s, d in zip(signs, differences, strict=True))
        for signs in itertools.product((-1, 1), repeat=len(differences))
    ]
    seen = abs(sum(differences))
    return np.mean([abs(one) >= seen - 1e-9 for one in sums])


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=11))
def test_both_ways_count_all_sign_patterns(changes):
    expected = by_enumeration(changes)
    assert sign_flip(changes).p_value == pytest.approx(expected, rel=1e-12)
    found = sign_flip_pairs(paired([5] * len(changes), [5 + change for change in changes]))
    assert found.p_value == pytest.approx(expected, rel=1e-10)
    assert found.method == "sign-flip-exact"


@given(st.lists(st.floats(-1, 1).map(lambda x: round(x, 3)), min_size=1, max_size=10))
def test_unit_differences_of_any_size(differences):
    assert sign_flip(differences).p_value == pytest.approx(by_enumeration(differences), rel=1e-12)


def test_forty_units_are_still_exact_and_agree_with_chance():
    rng = np.random.default_rng(1)
    differences = rng.normal(0.3, 1, 40)
    test = sign_flip(differences)
    assert test.method == "sign-flip-exact"
    draws = (rng.integers(0, 2, (200_000, 40)) * 2 - 1) @ np.abs(differences)
    assert test.p_value == pytest.approx(np.mean(np.abs(draws) >= abs(differences.sum())), abs=0.003)


def test_more_units_are_asymptotic_and_say_so():
    rng = np.random.default_rng(2)
    differences = rng.normal(0.2, 1, 60)
    test = sign_flip(differences)
    assert test.method == "sign-flip-asymptotic"
    z = differences.sum() / math.sqrt(differences @ differences)
    assert test.p_value == pytest.approx(2 * scipy.stats.norm.sf(abs(z)), rel=1e-12)


@pytest.mark.parametrize(("n", "least"), [(10, 7), (200, 190), (1000, 501), (1000, 720), (30, 30), (30, 4)])
def test_one_size_is_a_binomial_tail(n, least):
    expected = scipy.stats.binom.sf(least - 1, n, 0.5)
    assert flipped_tail(np.array([1]), np.array([n]), least) == pytest.approx(expected, rel=1e-10)


def test_tiny_probabilities_do_not_drown():
    # 900 of 1000 upward by one step: about 1e-160, far below the noise of an untilted transform
    found = flipped_tail(np.array([1]), np.array([1000]), 900)
    assert found < 1e-150
    assert found == pytest.approx(scipy.stats.binom.sf(899, 1000, 0.5), rel=1e-9)


def test_a_million_pairs_are_exact():
    pairs = PairedCounts(
        levels=[1, 2, 3, 4, 5],
        table=[
            [90_000, 40_000, 9_000, 1_000, 500],
            [40_000, 100_000, 50_000, 8_000, 900],
            [9_100, 50_100, 150_000, 50_000, 9_000],
            [900, 8_100, 50_000, 120_000, 40_500],
            [400, 950, 9_000, 40_000, 90_000],
        ],
    )
    test = sign_flip_pairs(pairs)
    assert test.method == "sign-flip-exact"
    assert test.p_value == pytest.approx(2 * scipy.stats.norm.sf(abs(test.z)), rel=0.01)


def test_means_of_items_lie_on_a_grid():
    # means of three items: changes are thirds; 1/3 and 2/3 are one and two steps
    before, after = [1, 1, 2, 2, 3], [4 / 3, 5 / 3, 2 + 1 / 3, 1 + 2 / 3, 3 + 2 / 3]
    found = sign_flip_pairs(paired(before, after))
    assert found.method == "sign-flip-exact"
    assert found.p_value == pytest.approx(by_enumeration([1, 2, 1, -1, 2]), rel=1e-10)


def test_changes_off_any_grid_are_asymptotic():
    found = sign_flip_pairs(paired([0, 0, 0], [1, math.pi, math.sqrt(2)]))
    assert found.method == "sign-flip-asymptotic"


def test_no_change_at_all():
    assert sign_flip([0.0, 0.0]).p_value == 1.0
    assert sign_flip_pairs(paired([1, 2], [1, 2])).p_value == 1.0


def test_gaps_are_refused():
    with pytest.raises(ValueError, match="finite"):
        sign_flip([0.1, float("nan")])
