"""Counting combinations of codes: the same table as counting one row after the other."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.tabulating import tabulate

SIZES = st.lists(st.integers(1, 20), min_size=1, max_size=3)


@given(sizes=SIZES, rows=st.integers(0, 60), seed=st.integers(0, 2**32))
def test_agrees_with_counting_row_by_row(sizes, rows, seed):
    generator = np.random.default_rng(seed)
    parts = [(generator.integers(0, size, rows).astype(np.uint8), size) for size in sizes]
    table = tabulate(parts)
    assert table.shape == tuple(sizes)
    seen = Counter(zip(*(codes.tolist() for codes, _ in parts), strict=True))
    assert {place: int(count) for place, count in np.ndenumerate(table) if count} == seen


@pytest.mark.parametrize("rows", [8191, 8192, 8193, 100_001])
@pytest.mark.parametrize("size", [2, 6, 15, 16, 300])
def test_many_rows_are_counted_two_at_a_time_without_losing_any(rows, size):
    generator = np.random.default_rng(rows)
    first, second = (generator.integers(0, size, rows).astype(np.min_scalar_type(size)) for _ in range(2))
    expected = np.zeros((size, size), dtype=int)
    np.add.at(expected, (first, second), 1)
    assert np.array_equal(tabulate([(first, size), (second, size)]), expected)
