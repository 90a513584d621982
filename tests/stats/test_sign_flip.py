import itertools
import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import PairedCounts
from effektmatt.stats.sign_flip import sign_flip


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


def test_gaps_are_refused():
    with pytest.raises(ValueError, match="finite"):
        sign_flip([0.1, float("nan")])
