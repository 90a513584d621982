"""Numbers of every size that is let in give results of the same shape, whatever they are counted in."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

import effektmatt as em
from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.core.counts import LARGEST, SMALLEST
from effektmatt.errors import InputFaults
from effektmatt.stats.bounded_means import (
    bounded_mean,
    bounded_mean_change,
    bounded_mean_difference,
    bounded_mean_ratio,
)
from effektmatt.stats.mean import hedges_g, mean, mean_difference, paired_mean_difference
from effektmatt.stats.ratio_of_means import mean_ratio, paired_mean_ratio

AFTER, BEFORE, TABLE = [2, 3, 6], [5, 3, 1], [[1, 2, 0], [0, 3, 1], [0, 1, 4]]


def limits(scale):
    """Return the limits of every mean of the same answers counted in another unit, and of what has no unit."""
    levels = [scale, 2 * scale, 3 * scale]
    after, before = (AnswerCounts(levels=levels, counts=counts) for counts in (AFTER, BEFORE))
    pairs, ends = PairedCounts(levels=levels, table=TABLE), (levels[0], levels[-1])
    in_units = [
        mean(after).interval,
        mean_difference(after, before).interval,
        paired_mean_difference(pairs).interval,
        bounded_mean(after, *ends),
        bounded_mean_difference(after, before, *ends),
        bounded_mean_change(pairs, *ends),
    ]
    without = [
        hedges_g(after, before).interval,
        mean_ratio(after, before).interval,
        paired_mean_ratio(pairs).interval,
        bounded_mean_ratio(after, before, *ends),
    ]
    found = [*((one, scale) for one in in_units), *((one, 1.0) for one in without)]
    return [end / by for one, by in found for end in (one.low, one.high)]


@given(st.floats(min_value=-3, max_value=49))
def test_limits_follow_the_unit(power):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert limits(10.0**power) == pytest.approx(limits(1.0), rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("size", [1e-320, SMALLEST / 2, LARGEST * 2, 1e300])
def test_others_are_refused(size):
    with pytest.raises(ValueError, match="levels must be nought, or of a size between"):
        AnswerCounts(levels=[0, size], counts=[1, 2])


@pytest.mark.parametrize(("cell", "code"), [(1e-320, "number-too-small"), (1e300, "number-too-large")])
def test_a_column_with_one_says_where(cell, code):
    import pandas as pd

    with pytest.raises(InputFaults) as raised:
        em.mean_of(pd.DataFrame({"dagar": [0.0, 2.0, cell]}), "dagar")
    (fault,) = raised.value.faults
    assert (fault.code, fault.column) == (code, "dagar")
