import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from effektmatt.stats.series import Signal, series_mean, step_change, xmr


def test_limits_by_hand():
    # moving ranges 2, 1, 2, 3, 2: mean 2, so limits 5.32 from the mean 11.3333
    chart = xmr([10, 12, 11, 13, 10, 12])
    assert chart.centre == pytest.approx(np.full(6, 68 / 6))
    assert chart.high - chart.centre == pytest.approx(np.full(6, 2.66 * 2))
    assert chart.centre - chart.low == pytest.approx(np.full(6, 5.32))
    assert chart.signals == ()


def test_large_moving_ranges_are_kept():
    # 40 is outside no limit that it has itself widened: no screening, as the docstring says
    chart = xmr([10, 12, 11, 40, 10, 12])
    assert chart.high[0] - chart.centre[0] == pytest.approx(2.66 * np.mean([2, 1, 29, 30, 2]))


def test_a_point_beyond_a_limit():
    chart = xmr([10, 11, 10, 11, 10, 11, 10, 11, 10, 30, 10, 11, 10, 11, 10, 11])
    beyond = [signal for signal in chart.signals if signal.rule == "beyond-limit"]
    assert beyond == [Signal(rule="beyond-limit", start=9, end=9, upward=True)]


def test_seven_on_one_side_but_not_six():
    assert not any(s.rule == "run-one-side" for s in xmr([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]).signals)
    runs = [s for s in xmr([1] * 7 + [2] * 7).signals if s.rule == "run-one-side"]
    assert runs == [
        Signal(rule="run-one-side", start=0, end=6, upward=False),
        Signal(rule="run-one-side", start=7, end=13, upward=True),
    ]


def test_seven_rising_points_are_a_trend_and_six_are_not():
    assert any(s.rule == "trend" for s in xmr([5, 1, 2, 3, 4, 5, 6, 7, 1]).signals)
    trend = next(s for s in xmr([5, 1, 2, 3, 4, 5, 6, 7, 1]).signals if s.rule == "trend")
    assert (trend.start, trend.end, trend.upward) == (1, 7, True)
    assert not any(s.rule == "trend" for s in xmr([5, 1, 2, 3, 4, 5, 6, 1]).signals)


def test_two_of_three_near_the_same_limit():
    values = [10, 10, 11, 11] * 3 + [10, 10, 11.7, 10.9, 11.7] + [10, 10, 11, 11] * 3
    chart = xmr(values)
    near = (chart.high[0] - chart.centre[0]) * 2 / 3
    assert near < 11.7 - chart.centre[0] < near * 1.5
    found = [s for s in chart.signals if s.rule == "two-of-three"]
    # the point between them is not near the limit, and so no part of the signal
    assert found == [Signal(rule="two-of-three", start=place, end=place, upward=True) for place in (14, 16)]


def near(values):
    """Return which values are near a limit, as two of three in a row."""
    found = xmr(values).signals
    return [place for s in found if s.rule == "two-of-three" for place in range(s.start, s.end + 1)]


def test_two_of_three_as_in_r():
    # NHSRplotthedots: close_to_limits is within the limit, and abs(sum(relative_to_mean)) must be 3
    ordinary = [10, 10, 11, 11] * 3
    assert near([*ordinary, 10, 11.7, 11.7, 11, *ordinary]) == [13, 14]
    assert near([*ordinary, 11.7, 10, 11.7, *ordinary]) == []  # the one between lies below the mean
    assert near([*ordinary, 30, 10, 31, *ordinary]) == []  # beyond the limit: a signal of its own
    assert near([*ordinary, 10, 11.7, 13, 11, *ordinary]) == []  # one beyond is not near


def test_weeks_of_the_toolbox():
    # users a week of data/sample/inkluderande-bemotande from its second phase on; R flags neither 106 in week 18, which
    # lies above the mean 86, nor 101 and 92 in weeks 9 and 10, as two of three near a limit
    users = [153, 155, 149, 147, 141, 133, 128, 108, 114, 92, 101, 16, 14, 12, 16, 11, 16, 15, 106, 77, 94, 89, 88, 81]
    users += [85, 85, 87, 95, 99, 86, 80, 80, 90, 89, 84, 83, 86, 82]
    chart = xmr(users)
    assert chart.centre[0] == pytest.approx(86, abs=0.1)
    flagged = {place for s in chart.signals for place in range(s.start, s.end + 1)}
    assert flagged == set(range(18))
    assert near(users) == [7, 8]


@pytest.mark.parametrize("value", [0.1, 0.3, 0.7, 1.1, 2.3, 1e6 + 0.1])
def test_equal_values_show_no_pattern(value):
    # their mean may be one unit in the last place from them
    assert xmr([value] * 7).signals == ()
    assert xmr([value] * 23).signals == ()


def test_rebasing_starts_anew_and_rules_stop_there():
    values = [1, 2] * 6 + [11, 12] * 6
    whole, parted = xmr(values), xmr(values, rebase_at=[12])
    assert any(s.rule == "run-one-side" for s in whole.signals)
    assert parted.signals == ()
    assert parted.rebased_at == (12,)
    assert parted.centre[[0, 23]] == pytest.approx([1.5, 11.5])


series = st.lists(st.integers(0, 30), min_size=4, max_size=40)


@given(series)
def test_turning_the_series_upside_down_turns_the_signals(values):
    chart, turned = xmr(values), xmr([-value for value in values])
    assert chart.high == pytest.approx(-turned.low)
    assert {(s.rule, s.start, s.end, s.upward) for s in chart.signals} == {
        (s.rule, s.start, s.end, not s.upward) for s in turned.signals
    }


def test_ordinary_variation_seldom_signals():
    rng = np.random.default_rng(3)
    charts = [xmr(rng.normal(size=24)) for _ in range(300)]
    beyond = np.mean([any(s.rule == "beyond-limit" for s in chart.signals) for chart in charts])
    assert beyond < 0.15


def test_short_and_broken_series_are_refused():
    with pytest.raises(ValueError, match="at least two values; got 1 from index 5"):
        xmr([1, 2, 3, 4, 5, 6], rebase_at=[5])
    with pytest.raises(ValueError, match="finite"):
        xmr([1, float("nan")])
    with pytest.raises(ValueError, match="rebase_at must be indices"):
        xmr([1, 2, 3], rebase_at=[-1])


def test_values_that_alternate_give_the_pooled_t_interval():
    """A negative correlation of neighbours is taken as none: then all is as for independent values."""
    rng = np.random.default_rng(8)
    y = np.tile([1.0, -1.0], 12) + (np.arange(24) >= 10) * 2 + rng.normal(size=24) * 0.1
    found = step_change(y, 10)
    reference = ttest_ind(y[10:], y[:10]).confidence_interval()
    assert found.correlation == 0.0
    assert found.difference.value == pytest.approx(y[10:].mean() - y[:10].mean())
    assert (found.difference.interval.low, found.difference.interval.high) == pytest.approx(tuple(reference))
    assert found.difference.degrees == 22
    alone = series_mean(y[:10])
    assert alone.std_error == pytest.approx(y[:10].std(ddof=1) / np.sqrt(10))


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.6])
def test_ninety_five_intervals_of_a_hundred_hold_the_true_step(correlation):
    rng = np.random.default_rng(9)
    held = 0
    for _ in range(1000):
        y, noise = np.zeros(92), rng.normal(size=92)
        for place in range(1, 92):
            y[place] = correlation * y[place - 1] + noise[place]
        interval = step_change(y[40:] + 3.0 * (np.arange(52) >= 20), 20).difference.interval
        held += interval.low <= 3.0 <= interval.high
    assert 930 <= held <= 980


def test_values_that_resemble_those_before_widen_the_interval():
    y = np.repeat([1.0, 5.0, 2.0, 6.0], 8)
    assert series_mean(y).std_error > 2 * y.std(ddof=1) / np.sqrt(y.size)


def test_a_series_that_stands_still_says_nothing_of_the_error():
    found = step_change([2.0] * 6 + [5.0] * 6, 6).difference
    assert (found.value, found.varied) == (3.0, False)


def test_a_step_needs_six_values_on_each_side():
    with pytest.raises(ValueError, match="at least 6 values are needed on each side; got 5 and 6"):
        step_change([*range(11)], 5)
    with pytest.raises(ValueError, match="at least 6 values"):
        series_mean([1, 2, 3])
