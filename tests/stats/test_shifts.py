import numpy as np
import pytest

from effektmatt.core import PairedCounts
from effektmatt.stats.shifts import regression_to_the_mean, response_shift


def paired(before, after, levels=(1, 2, 3, 4, 5)):
    table = np.zeros((len(levels), len(levels)), dtype=int)
    np.add.at(table, (np.searchsorted(levels, before), np.searchsorted(levels, after)), 1)
    return PairedCounts(levels=levels, table=table)


def test_shift_and_change_sum_to_the_plain_change():
    before, then, after = [3, 4, 4, 5, 3, 2], [2, 3, 4, 3, 2, 1], [4, 4, 5, 5, 4, 3]
    found = response_shift(paired(before, then), paired(then, after))
    assert found.shift.value == pytest.approx(np.mean(then) - np.mean(before))
    assert found.shift.value + found.change.value == pytest.approx(np.mean(after) - np.mean(before))
    assert found.shift.value < 0 < found.change.value


def test_those_chosen_for_low_values_rise_by_noise_alone():
    # true scores and noise of equal variance: reliability one half; nobody changes
    rng = np.random.default_rng(1)
    true = rng.normal(size=200_000)
    before, after = true + rng.normal(size=true.size), true + rng.normal(size=true.size)
    chosen = before < -1
    expected = regression_to_the_mean(before.mean(), before[chosen].mean(), reliability=0.5)
    assert (after - before)[chosen].mean() == pytest.approx(expected, abs=0.02)
    assert expected > 0.8


def test_a_perfect_measure_has_none():
    assert regression_to_the_mean(3.0, 1.0, 1.0) == 0.0
    with pytest.raises(ValueError, match="between 0 and 1"):
        regression_to_the_mean(3.0, 1.0, 80)
