import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import Direction, PairedCounts
from effektmatt.stats.ordinal_paired import (
    Improvement,
    changes_with_counts,
    improvement,
    net_share,
    probability_higher_paired,
    sign_test,
)
from effektmatt.stats.paired_shares import tango

tables = st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=4, max_size=4).filter(
    lambda table: any(map(any, table))
)


def paired(table):
    return PairedCounts(levels=[1, 2, 3, 5], table=table)


def swapped(pairs):
    return PairedCounts(levels=pairs.levels, table=pairs.table.T)


@given(tables)
def test_swapping_waves_swaps_improved_and_worse(table):
    pairs = paired(table)
    forth, back = improvement(pairs), improvement(swapped(pairs))
    assert (forth.improved, forth.unchanged, forth.worse) == (back.worse, back.unchanged, back.improved)
    assert improvement(pairs, Direction.LOWER) == back
    assert forth.n == pairs.n


@given(tables)
def test_probability_higher_swaps_round_one_half(table):
    pairs = paired(table)
    forth, back = probability_higher_paired(pairs), probability_higher_paired(swapped(pairs))
    assert forth.value == pytest.approx(1 - back.value, abs=1e-12)
    assert forth.interval.low == pytest.approx(1 - back.interval.high, abs=1e-9)
    assert 0 <= forth.interval.low <= forth.value <= forth.interval.high <= 1
    assert forth.p_value == back.p_value


@given(tables)
def test_the_sign_test_is_a_binomial_test(table):
    test = sign_test(paired(table))
    change = improvement(paired(table))
    assert test.n_used == change.improved + change.worse
    expected = scipy.stats.binomtest(change.improved, test.n_used, 0.5).pvalue if test.n_used else 1.0
    assert test.p_value == pytest.approx(expected, rel=1e-10)


def test_the_smallest_change_that_counts():
    pairs = paired([[1, 2, 3, 4], [1, 1, 1, 1], [0, 1, 1, 1], [2, 0, 0, 1]])
    assert improvement(pairs) == Improvement(improved=12, unchanged=4, worse=4)
    assert improvement(pairs, at_least=1) == improvement(pairs)
    assert improvement(pairs, at_least=2) == Improvement(improved=9, unchanged=9, worse=2)
    assert improvement(pairs, at_least=4.1) == Improvement(improved=0, unchanged=20, worse=0)
    with pytest.raises(ValueError, match="at_least"):
        improvement(pairs, at_least=-1)


def test_equal_decimal_changes_are_one_change():
    # 3.4 - 3.1 and 2.4 - 2.1 differ in the sixteenth digit; a threshold of 0.3 must take both
    pairs = PairedCounts(levels=[2.1, 2.4, 3.1, 3.4], table=[[0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0]])
    changes, counts = changes_with_counts(pairs)
    assert changes.tolist() == pytest.approx([0.3])
    assert counts.tolist() == [2]
    assert improvement(pairs, at_least=0.3).improved == 2


def test_net_share_is_tangos_difference():
    found = net_share(Improvement(improved=7, unchanged=13, worse=1))
    assert found.value == pytest.approx(6 / 21)
    assert found.interval == tango(13, 7, 1, 0)
    assert found.p_value == pytest.approx(0.0703125)


def test_everybody_improved_and_nobody_changed_still_have_width():
    everybody = net_share(Improvement(improved=12, unchanged=0, worse=0))
    assert everybody.interval.high == 1.0
    assert everybody.interval.low == pytest.approx(0.515011986689517, abs=1e-9)  # reference case 07, "all improved"
    assert everybody.std_error > 0
    nobody = net_share(Improvement(improved=0, unchanged=11, worse=0))
    assert nobody.interval.high == pytest.approx(0.258832966968032, abs=1e-9)  # "no discordant"
    assert nobody.p_value == 1.0


def test_nobody_is_refused():
    with pytest.raises(ValueError, match="at least one pair"):
        net_share(Improvement(improved=0, unchanged=0, worse=0))
