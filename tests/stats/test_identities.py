"""What must not matter, and what must turn, in every statistic of answers: empty levels, points, direction."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import AnswerCounts, Interval, PairedCounts
from effektmatt.stats.methods import METHODS
from stats.test_wrong_calls import RIGHT

KERNELS = {method.kernel.__name__: method.kernel for method in METHODS}
ANSWERS = [name for name, call in RIGHT.items() if all(isinstance(one, AnswerCounts | PairedCounts) for one in call)]
#: On the turned scale these are one less, or minus, what they were.
COMPLEMENT = {"probability_higher", "probability_higher_paired", "partly_linked_probability_higher"}
OPPOSITE = {
    "paired_mean_difference",
    "mean_difference",
    "partly_linked_mean_difference",
    "paired_difference_in_differences",
    "hedges_g_av",
    "hedges_g",
}

tables = st.lists(st.integers(0, 6), min_size=9, max_size=9).filter(lambda cells: sum(cells) > 4)


def numbers(found):
    """Return every number that a result holds, in a fixed order."""
    if isinstance(found, Interval):
        return [found.low, found.high]
    if dataclasses.is_dataclass(found):
        return [one for field in dataclasses.fields(found) for one in numbers(getattr(found, field.name))]
    return [float(found)] if isinstance(found, int | float | np.floating) else []


def with_empty_level(counts):
    if isinstance(counts, AnswerCounts):
        return AnswerCounts(levels=[*counts.levels, 9.0], counts=[*counts.counts, 0])
    return PairedCounts(levels=[*counts.levels, 9.0], table=np.pad(counts.table, (0, 1)))


def turned(counts):
    if isinstance(counts, AnswerCounts):
        return AnswerCounts(levels=10 - counts.levels[::-1], counts=counts.counts[::-1])
    return PairedCounts(levels=10 - counts.levels[::-1], table=counts.table[::-1, ::-1])


def scaled(counts):
    if isinstance(counts, AnswerCounts):
        return AnswerCounts(levels=counts.levels * 2, counts=counts.counts)
    return PairedCounts(levels=counts.levels * 2, table=counts.table)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_level_that_nobody_chose_changes_nothing(name):
    found = KERNELS[name](*RIGHT[name])
    again = KERNELS[name](*map(with_empty_level, RIGHT[name]))
    assert numbers(again) == pytest.approx(numbers(found), rel=1e-12)


@pytest.mark.parametrize("name", sorted(COMPLEMENT | OPPOSITE))
def test_the_turned_scale_turns_the_result(name):
    found, turned_found = KERNELS[name](*RIGHT[name]), KERNELS[name](*map(turned, RIGHT[name]))
    if isinstance(found, float):
        assert turned_found == pytest.approx(-found)
        return
    whole = 1.0 if name in COMPLEMENT else 0.0
    assert turned_found.value == pytest.approx(whole - found.value, abs=1e-12)
    assert turned_found.interval.low == pytest.approx(whole - found.interval.high, abs=1e-9)
    assert turned_found.interval.high == pytest.approx(whole - found.interval.low, abs=1e-9)


@pytest.mark.parametrize("name", [name for name in ANSWERS if name not in {"mean", "response_shift"}])
def test_points_twice_as_large_matter_to_means_alone(name):
    found, again = KERNELS[name](*RIGHT[name]), KERNELS[name](*map(scaled, RIGHT[name]))
    in_points = {
        "paired_mean_difference",
        "mean_difference",
        "partly_linked_mean_difference",
        "paired_difference_in_differences",
        "ancova",
    }
    if name not in in_points:
        assert numbers(again) == pytest.approx(numbers(found), rel=1e-9)
    else:
        first, second = (getattr(one, "interval", one) for one in (found, again))
        assert (second.low, second.high) == pytest.approx((2 * first.low, 2 * first.high), rel=1e-9)


@given(tables)
def test_swapping_the_waves_turns_every_paired_statistic(cells):
    pairs = PairedCounts(levels=[1, 2, 3], table=np.reshape(cells, (3, 3)))
    swapped = PairedCounts(levels=[1, 2, 3], table=pairs.table.T)
    for name in ("probability_higher_paired", "paired_mean_difference"):
        found, back = KERNELS[name](pairs), KERNELS[name](swapped)
        whole = 1.0 if name in COMPLEMENT else 0.0
        assert back.value == pytest.approx(whole - found.value, abs=1e-12)
        assert back.interval.low == pytest.approx(whole - found.interval.high, abs=1e-9)
    for name in ("signed_rank", "sign_test"):
        assert KERNELS[name](swapped).p_value == pytest.approx(KERNELS[name](pairs).p_value, abs=1e-12)


@given(tables)
def test_paired_shares_are_the_paired_ordinal_of_noughts_and_ones(cells):
    both, first, second, neither = cells[:4]
    if both + first + second + neither == 0:
        return
    pairs = PairedCounts(levels=[0, 1], table=[[neither, first], [second, both]])
    tango, higher = KERNELS["tango"](both, first, second, neither), KERNELS["probability_higher_paired"](pairs)
    assert higher.interval.low == pytest.approx((1 + tango.low) / 2)
    assert higher.interval.high == pytest.approx((1 + tango.high) / 2)
