import numpy as np
import pytest

from effektmatt.core import PairedCounts
from effektmatt.stats.shifts import response_shift


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
