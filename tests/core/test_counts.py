"""Counts: what they refuse, and cases counted from arrays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import AnswerCounts, DurationCounts, PairedCounts


@given(cases=st.lists(st.tuples(st.one_of(st.integers(0, 30), st.just(10**12)), st.booleans()), max_size=50))
def test_cases_are_counted_from_arrays_however_far_apart_their_days(cases):
    counts = DurationCounts.from_times([days for days, _ in cases], [closed for _, closed in cases])
    assert counts.days.tolist() == sorted({days for days, _ in cases})
    assert counts.events.tolist() == [cases.count((day, True)) for day in counts.days]
    assert counts.censored.tolist() == [cases.count((day, False)) for day in counts.days]
    assert counts.n == len(cases)


def test_the_array_that_was_counted_can_still_be_changed():
    days = np.array([3, 5, 3])
    DurationCounts.from_times(days, [True, True, False])
    days[0] = 4
    assert days.tolist() == [4, 5, 3]


@pytest.mark.parametrize(
    ("days", "message"),
    [([1.5], "whole numbers"), ([-1], "cannot be negative"), ([[1]], "1 dimension"), ([np.nan], "whole numbers")],
)
def test_times_that_are_no_days_are_refused(days, message):
    with pytest.raises(ValueError, match=message):
        DurationCounts.from_times(days, [True])


@pytest.mark.parametrize("counts", [[1, -1], [0.5, 1]])
def test_counts_are_whole_and_not_negative(counts):
    with pytest.raises(ValueError, match=r"counts (must be whole|cannot be negative)"):
        AnswerCounts(levels=[1, 2], counts=counts)


@pytest.mark.parametrize("table", [[[1, 2]], [[1, 2, 3], [1, 2, 3], [1, 2, 3]]])
def test_a_paired_table_has_one_row_and_column_per_level(table):
    with pytest.raises(ValueError, match="2 x 2"):
        PairedCounts(levels=[1, 2], table=table)
