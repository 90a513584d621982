"""Worked examples of Derrick et al.: Quantitative Methods for Psychology 2017, 13(2):120-126, and JAQM 2015, 10(3)."""

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.ordinal_independent import probability_higher
from effektmatt.stats.partly_linked import (
    correlation,
    partly_linked_mean_difference,
    partly_linked_probability_higher,
    partly_linked_share_difference,
)
from effektmatt.stats.probability import above

A_ALONE, A_LINKED = [20, 21, 16, 18, 14, 12, 14, 17], [14, 15, 18, 20, 11, 19, 14, 15]
B_ALONE, B_LINKED = [10, 16, 18, 16, 15, 14, 13, 10], [15, 10, 15, 17, 13, 19, 12, 13]


def counted(values):
    levels, counts = np.unique(values, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def paired(before, after):
    levels = np.unique([*before, *after])
    table = np.zeros((levels.size, levels.size), dtype=int)
    np.add.at(table, (np.searchsorted(levels, before), np.searchsorted(levels, after)), 1)
    return PairedCounts(levels=levels, table=table)


def test_the_published_example():
    # printed with equal variances assumed: p = 0.026; sizes are equal and variances 8.0 and 6.9, so the version with
    # unequal variances has the same standard error and nearly the same degrees of freedom
    found = partly_linked_mean_difference(paired(B_LINKED, A_LINKED), counted(A_ALONE), counted(B_ALONE))
    assert found.p_value == pytest.approx(0.026, abs=0.0006)
    a, b = A_ALONE + A_LINKED, B_ALONE + B_LINKED
    assert found.value == pytest.approx(np.mean(a) - np.mean(b))
    r = np.corrcoef(A_LINKED, B_LINKED)[0, 1]
    square = np.var(a, ddof=1) / 16 + np.var(b, ddof=1) / 16 - 2 * r * 8 * np.std(a, ddof=1) * np.std(b, ddof=1) / 256
    assert found.std_error == pytest.approx(np.sqrt(square), rel=1e-12)


def test_degrees_of_freedom_lie_between_the_paired_and_welchs():
    found = partly_linked_mean_difference(paired(B_LINKED, A_LINKED), counted(A_ALONE), counted(B_ALONE))
    welch = scipy.stats.ttest_ind(A_ALONE + A_LINKED, B_ALONE + B_LINKED, equal_var=False).df
    assert found.degrees == pytest.approx(7 + (welch - 7) * 16 / 32, rel=1e-12)


def test_uncorrelated_links_leave_welchs_test():
    linked = paired([1, 1, 3, 3], [1, 3, 1, 3])
    alone_1, alone_2 = [1, 2, 3, 3, 2] * 40, [1, 1, 2, 3, 2] * 40
    found = partly_linked_mean_difference(linked, counted(alone_1), counted(alone_2))
    peer = scipy.stats.ttest_ind([*alone_1, 1, 3, 1, 3], [*alone_2, 1, 1, 3, 3], equal_var=False)
    assert correlation(linked) == pytest.approx(0.0, abs=1e-12)
    assert found.statistic == pytest.approx(peer.statistic, rel=1e-12)


def test_the_published_shares():
    # 15 pairs: 8 both, 1 first only, 3 second only, 3 neither; 5 of 9 only first, 6 of 6 only second: p = 0.053
    found = partly_linked_share_difference((8, 1, 3, 3), (5, 9), (6, 6))
    assert round(found.p_value, 3) == 0.053
    assert found.value == pytest.approx(14 / 24 - 17 / 21, rel=1e-12)
    assert found.interval.low < found.value < found.interval.high


cells = st.tuples(*[st.integers(0, 9)] * 4).filter(lambda table: sum(table) >= 2)
alone = st.integers(1, 12).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(cells, alone, alone)
def test_shares_swap_and_stay_inside(linked, only_first, only_second):
    both, first, second, neither = linked
    forth = partly_linked_share_difference(linked, only_first, only_second)
    back = partly_linked_share_difference((both, second, first, neither), only_second, only_first)
    assert forth.value == pytest.approx(-back.value, abs=1e-12)
    assert forth.interval.low == pytest.approx(-back.interval.high, abs=1e-9)
    assert -1 <= forth.interval.low <= forth.interval.high <= 1


def test_the_interval_of_a_share_difference_covers():
    # 2000 samples of 30 linked (correlated) and 20 + 20 unlinked: 95 %, two standard errors about 1 %
    rng = np.random.default_rng(7)
    chances = np.array([0.45, 0.25, 0.10, 0.20])  # both, first only, second only, neither
    true = 0.70 - 0.55
    covered = 0
    for _ in range(2000):
        linked = tuple(int(x) for x in rng.multinomial(30, chances))
        found = partly_linked_share_difference(
            linked, (int(rng.binomial(20, 0.70)), 20), (int(rng.binomial(20, 0.55)), 20)
        )
        covered += found.interval.low <= true <= found.interval.high
    assert 0.935 <= covered / 2000 <= 0.97


def test_the_interval_of_a_mean_difference_covers():
    rng = np.random.default_rng(8)
    covered = 0
    for _ in range(1000):
        before = rng.normal(3, 1, 44)
        after = 0.6 * (before - 3) + 3.4 + rng.normal(0, 0.8, 44)
        before, after = np.round(before, 1), np.round(after, 1)
        found = partly_linked_mean_difference(
            paired(before[:20], after[:20]), counted(after[20:32]), counted(before[32:])
        )
        covered += found.interval.low <= 0.4 <= found.interval.high
    # two standard errors about 1.4 %
    assert covered / 1000 == pytest.approx(0.95, abs=0.02)


def test_the_probability_of_a_higher_answer_by_rows():
    """The variance of placements, computed person by person."""
    found = partly_linked_probability_higher(paired(B_LINKED, A_LINKED), counted(A_ALONE), counted(B_ALONE))
    a, b = np.array(A_LINKED + A_ALONE), np.array(B_LINKED + B_ALONE)
    higher = np.sign(np.subtract.outer(a, b)) / 2 + 0.5
    assert found.value == pytest.approx(higher.mean())
    of_a, of_b = higher.mean(axis=1), higher.mean(axis=0)  # how often each beats, and is beaten
    linked = np.cov(of_a[:8], of_b[:8])[0, 1]
    square = of_a.var(ddof=1) / 16 + of_b.var(ddof=1) / 16 + 2 * linked * 8 / 256
    assert found.std_error == pytest.approx(np.sqrt(square), rel=1e-12)


def test_uncorrelated_links_leave_brunner_and_munzels_test():
    linked = paired([1, 1, 3, 3], [1, 3, 1, 3])
    alone_1, alone_2 = [1, 2, 3, 3, 2] * 40, [1, 1, 2, 3, 2] * 40
    found = partly_linked_probability_higher(linked, counted(alone_1), counted(alone_2))
    peer = scipy.stats.brunnermunzel([*alone_2, 1, 1, 3, 3], [*alone_1, 1, 3, 1, 3])
    assert found.statistic == pytest.approx(peer.statistic, rel=1e-12)


levels = st.lists(st.integers(1, 5), min_size=3, max_size=12)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=4, max_size=15), levels, levels)
def test_swapping_the_waves_turns_the_probability(pairs, only_first, only_second):
    before, after = zip(*pairs, strict=True)
    forth = partly_linked_probability_higher(paired(before, after), counted(only_first), counted(only_second))
    back = partly_linked_probability_higher(paired(after, before), counted(only_second), counted(only_first))
    assert forth.value + back.value == pytest.approx(1)
    assert forth.interval.low == pytest.approx(1 - back.interval.high, abs=1e-9)
    assert forth.p_value is None or forth.p_value == pytest.approx(back.p_value, abs=1e-9)


def test_other_designs_are_refused():
    pairs = paired([1, 2], [2, 3])
    none = AnswerCounts(levels=[1, 2], counts=[0, 0])
    with pytest.raises(ValueError, match="use a paired or independent method; got 2 and 0"):
        partly_linked_mean_difference(pairs, none, none)
    with pytest.raises(ValueError, match="got 1 and 4"):
        partly_linked_share_difference((1, 0, 0, 0), (1, 2), (1, 2))
    with pytest.raises(ValueError, match="hits cannot be more than n"):
        partly_linked_share_difference((1, 1, 0, 0), (3, 2), (1, 2))
    with pytest.raises(ValueError, match="use a paired or independent method; got 2 and 0"):
        partly_linked_probability_higher(pairs, none, none)
    with pytest.raises(ValueError, match="must be a whole number"):
        partly_linked_share_difference((1.5, 3, 2, 10), (1, 2), (1, 2))
    with pytest.raises(ValueError, match="got 3 numbers"):
        partly_linked_share_difference((1, 3, 2), (1, 2), (1, 2))


def test_answers_that_do_not_vary_say_nothing_of_the_error():
    alike = paired([1, 1], [1, 1]), counted([1, 1]), counted([1, 1])
    assert not partly_linked_mean_difference(*alike).varied


def test_where_everybody_is_higher_the_probability_has_the_width_of_unlinked_answers():
    found = partly_linked_probability_higher(paired([1, 2], [4, 5]), counted([4, 5]), counted([1, 2]))
    assert found == probability_higher(counted([4, 5, 4, 5]), counted([1, 2, 1, 2]))
    assert (found.value, found.interval.method, found.interval.low < 1) == (1.0, "newcombe-2006-5", True)


def test_the_probability_of_shares_is_read_from_the_interval_where_nobody_is_a_hit():
    found = partly_linked_share_difference((0, 0, 0, 10), (0, 5), (0, 6))
    assert found.interval.low < 0 < found.interval.high
    assert found.p_value is None
    assert 0 < above(found.curve, 0.01) < 0.5
