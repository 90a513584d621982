"""The skewness of an estimate's error, against that of the estimate itself over many samples, and its identities."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import skew

from effektmatt.core import AnswerCounts, DurationCounts, PairedCounts
from effektmatt.stats import (
    clusters,
    comparison_group,
    enough,
    mean,
    ordinal_independent,
    partly_linked,
    ratio_of_means,
)
from effektmatt.stats.agreement import Ratings
from effektmatt.stats.choices import AGREEMENT, MEAN, MEAN_DIFFERENCE
from effektmatt.stats.question import Layout
from effektmatt.stats.restricted_mean import added_by_cases, restricted_mean
from effektmatt.stats.survival import kaplan_meier

LEVELS = np.arange(1.0, 6.0)
CEILING, BELL = np.array([0.01, 0.02, 0.04, 0.13, 0.8]), np.array([0.08, 0.22, 0.4, 0.22, 0.08])
STAY = 0.8 * np.diag(BELL) + 0.2 * np.outer(BELL, CEILING)
HALF = 0.5 * np.diag(CEILING) + 0.5 * np.outer(CEILING, CEILING)
RNG = np.random.default_rng(3)


def answers(shape, n):
    return AnswerCounts(levels=LEVELS, counts=RNG.multinomial(n, shape))


def expected(shape, n):
    return AnswerCounts(levels=LEVELS, counts=np.round(shape * n))


def pairs(shares, n):
    return PairedCounts(levels=LEVELS, table=RNG.multinomial(n, shares.ravel()).reshape(5, 5))


def expected_pairs(shares, n):
    return PairedCounts(levels=LEVELS, table=np.round(shares * n))


#: What makes a sample, what is estimated from it, its skewness, and a sample as it ought to be. 1000 people stand for
#: 100 (tables of whole numbers as near as can be to the truth), so the skewness is that times the root of ten.
CASES = {
    "mean": (lambda: (answers(CEILING, 100),), mean.mean, enough.of_mean, (expected(CEILING, 1000),)),
    "difference": (
        lambda: (answers(CEILING, 100), answers(CEILING, 400)),
        mean.mean_difference,
        enough.of_difference,
        (expected(CEILING, 1000), expected(CEILING, 4000)),
    ),
    "placements": (
        lambda: (answers(CEILING, 100), answers(CEILING, 400)),
        ordinal_independent.probability_higher,
        enough.of_placements,
        (expected(CEILING, 1000), expected(CEILING, 4000)),
    ),
    "change": (
        lambda: (pairs(STAY, 100),),
        mean.paired_mean_difference,
        enough.of_change,
        (expected_pairs(STAY, 1000),),
    ),
    "partly linked": (
        lambda: (pairs(HALF, 100), answers(CEILING, 300), answers(CEILING, 50)),
        partly_linked.partly_linked_mean_difference,
        enough.of_partly_linked_difference,
        (expected_pairs(HALF, 1000), expected(CEILING, 3000), expected(CEILING, 500)),
    ),
    "partly linked placements": (
        lambda: (pairs(HALF, 100), answers(CEILING, 300), answers(CEILING, 50)),
        partly_linked.partly_linked_probability_higher,
        enough.of_partly_linked_placements,
        (expected_pairs(HALF, 1000), expected(CEILING, 3000), expected(CEILING, 500)),
    ),
    "effect": (
        lambda: ((answers(CEILING, 100), answers(BELL, 100)), (answers(BELL, 400), answers(BELL, 400))),
        comparison_group.difference_in_differences,
        enough.of_difference_less_difference,
        (
            (expected(CEILING, 1000), expected(BELL, 1000)),
            (expected(BELL, 4000), expected(BELL, 4000)),
        ),
    ),
    "effect, paired": (
        lambda: (pairs(STAY, 100), pairs(STAY, 400)),
        comparison_group.paired_difference_in_differences,
        enough.of_change_less_change,
        (expected_pairs(STAY, 1000), expected_pairs(STAY, 4000)),
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_skewness_is_that_of_the_estimate_over_many_samples(case):
    # a skewness from 10 000 samples has a standard error of 0.024, and more where it is large
    RNG.bit_generator.state = np.random.default_rng(3).bit_generator.state  # the same samples in any order of tests
    sample, kernel, of, ought = CASES[case]
    values = [kernel(*sample()).value for _ in range(10_000)]
    assert of(*ought) * np.sqrt(10) == pytest.approx(abs(skew(values)), abs=0.06)


def test_ratios_have_the_skewness_of_their_logarithm_linearised():
    first, second = answers(CEILING, 30), answers(BELL, 90)
    scaled = [AnswerCounts(levels=LEVELS / (one.counts @ LEVELS / one.n), counts=one.counts) for one in (first, second)]
    assert enough.of_ratio(first, second) == pytest.approx(enough.of_difference(*scaled), rel=1e-12)
    assert enough.of_ratio(first, second) == pytest.approx(enough.of_ratio(second, first), rel=1e-12)
    # with means alike the ratio's logarithm is the difference over the mean
    linked = pairs(HALF, 50)
    symmetric = replace(linked, table=linked.table + linked.table.T)
    assert enough.of_paired_ratio(symmetric) == pytest.approx(0, abs=1e-12)
    assert ratio_of_means.paired_mean_ratio(symmetric).value == pytest.approx(0, abs=1e-12)


def test_units_visited_once_are_pairs():
    linked = pairs(STAY, 40)
    before, after = (
        np.repeat(np.tile(LEVELS, 5) if axis else np.repeat(LEVELS, 5), linked.table.ravel()) for axis in (0, 1)
    )
    sums = clusters.UnitSums(n=np.ones((40, 2)), total=np.stack([after, before], axis=1))
    assert enough.of_unit_differences(sums) == pytest.approx(enough.of_change(linked), rel=1e-9)
    assert enough.of_contrast(sums, (1, -1)) == pytest.approx(enough.of_change(linked), rel=1e-9)
    assert enough.of_unit_ratio(sums) == pytest.approx(enough.of_paired_ratio(linked), rel=1e-9)


def test_everybody_alike_needs_no_more():
    alike = AnswerCounts(levels=LEVELS, counts=[0, 0, 0, 0, 30])
    assert enough.of_mean(alike) == 0 == enough.of_difference(alike, alike)
    assert enough.enough_by_skewness(30, 0.0) == 0


def test_all_groups_ten_times_as_large_are_enough_where_it_says_ten_times():
    few, many = answers(CEILING, 20), answers(CEILING, 200)
    wanted = enough.enough_by_skewness(20, enough.of_difference(few, many))
    grown = [AnswerCounts(levels=LEVELS, counts=one.counts * 100) for one in (few, many)]
    assert enough.enough_by_skewness(2000, enough.of_difference(*grown)) == pytest.approx(wanted, abs=1)


def test_a_small_group_at_the_ceiling_is_noted_whatever_the_other_is():
    few, many = expected(CEILING, 100), expected(CEILING, 1000)
    (note,) = MEAN_DIFFERENCE.approximate(Layout.INDEPENDENT, 100, few, many)
    assert note.code == "interval-approximate"
    assert note.values["n"] == 100 < note.values["enough"] < 201
    assert MEAN_DIFFERENCE.approximate(Layout.INDEPENDENT, 100, few, few) == ()
    assert MEAN_DIFFERENCE.approximate(Layout.INDEPENDENT, 100) == ()  # without the data only by the size
    assert MEAN.approximate(Layout.PROCESS, 100, few)[0].values["enough"] == 201


def test_a_rare_type_that_weighs_much_decides_how_many_cases_count():
    rng = np.random.default_rng(4)

    def curve(n):
        return kaplan_meier(DurationCounts.from_times(rng.integers(1, 100, n), np.ones(n, dtype=bool)))

    alike = {"a": curve(50), "b": curve(50)}
    assert enough.cases_that_count(alike, weights={"a": 0.5, "b": 0.5}, tau=90) == pytest.approx(100, rel=0.1)
    rare = {"a": curve(6), "b": curve(500)}
    assert enough.cases_that_count(rare, rare, weights={"a": 0.5, "b": 0.5}, tau=90) < 10
    assert enough.cases_that_count(rare, weights={"a": 0.01, "b": 0.99}, tau=90) > 300


def test_reviewers_who_nearly_always_say_the_same_need_more_units():
    often = Ratings(levels=[0, 1], counts=[[2, 0]] * 50 + [[0, 2]] * 50)
    seldom = Ratings(levels=[0, 1], counts=[[2, 0]] * 95 + [[1, 1]] * 3 + [[0, 2]] * 2)
    assert enough.enough_for_agreement(often) <= AGREEMENT.choice(Layout.REVIEWERS).enough
    assert enough.enough_for_agreement(seldom) == 300
    # ten items at each of ten visits: visits are counted, not items
    assert enough.unusual_units(seldom, np.arange(100) // 10) == (10, 1)


def test_skewness_of_times_is_that_of_the_days_when_all_are_closed():
    first, second = (DurationCounts.from_times(days, [True] * len(days)) for days in ([1, 2, 2, 5, 9, 40], [3, 4, 8]))
    days = (AnswerCounts(levels=one.days, counts=one.events) for one in (first, second))
    skewness = enough.of_times(kaplan_meier(first), kaplan_meier(second), 50)
    assert skewness == pytest.approx(enough.of_difference(*days), rel=1e-12)


def test_what_cases_add_makes_up_the_variance_of_a_restricted_mean():
    closed = [True, False, True, True, False, True, True]
    curve = kaplan_meier(DurationCounts.from_times([3, 5, 9, 9, 14, 20, 31], closed))
    values, counts = added_by_cases(curve, 25)
    assert counts @ values == pytest.approx(0, abs=1e-12)
    assert counts @ values**2 == pytest.approx(restricted_mean(curve, 25).std_error ** 2, rel=1e-12)


def test_a_small_wave_beside_a_large_one_needs_more_than_two_as_large():
    rng = np.random.default_rng(2)
    small, large = (
        kaplan_meier(DurationCounts.from_times(np.ceil(rng.exponential(40, n)).astype(int), [True] * n))
        for n in (60, 600)
    )
    assert enough.of_times(small, large, 90) > 2 * enough.of_times(large, large, 90)
