import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.cases.wave_curve import MOST_CARRIED_ON, WaveCurve, carried_on_note
from effektmatt.core import DurationCounts, Note
from effektmatt.stats.restricted_mean import restricted_mean
from effektmatt.stats.survival import kaplan_meier


def wave(closed, still_open, last_seen=40):
    """So many cases closed on day 10, and so many open when last seen."""
    times = [10] * closed + [last_seen] * still_open
    return WaveCurve.of("after", DurationCounts.from_times(times, [True] * closed + [False] * still_open))


def test_a_sliver_is_carried_on_at_the_same_height():
    few_open = wave(98, 2)
    assert few_open.carried_on(60) == pytest.approx(0.02 * 20)
    curve = few_open.usable(60, 10)
    assert restricted_mean(curve, 60).value == pytest.approx(0.98 * 10 + 0.02 * 60)
    assert curve.survival.tolist() == few_open.curve.survival.tolist()


def test_what_could_be_wrong_by_more_than_a_day_is_not_carried_on():
    many_open = wave(90, 10)
    assert many_open.carried_on(60) == pytest.approx(2)
    assert many_open.carried_on(60) > MOST_CARRIED_ON
    assert many_open.usable(60, 10) == Note(
        code="follow-up-too-short", values={"wave": "after", "days": 60, "follow_up": 40}
    )
    assert not isinstance(many_open.usable(40, 10), Note)


def test_nothing_is_carried_on_once_every_case_is_closed():
    all_closed = wave(20, 0)
    assert math.isinf(all_closed.horizon)
    assert all_closed.carried_on(500) == 0
    assert all_closed.usable(500, 10) is all_closed.curve


def test_cases_closed_on_the_last_day_seen_stay_closed_then():
    counts = DurationCounts.from_times([10] * 96 + [40] * 4, [True] * 96 + [True, True, False, False])
    curve = WaveCurve.of("after", counts).usable(60, 10)
    assert curve.closed_by(40) == 98
    assert restricted_mean(curve, 60).value == pytest.approx(0.96 * 10 + 0.02 * 40 + 0.02 * 60)


def test_the_note_gives_the_larger_error_of_the_two_waves():
    fast, slow = wave(98, 2), wave(99, 1)
    (note,) = carried_on_note([(0.5, (fast, slow)), (0.5, (wave(20, 0), slow))], 60)
    assert note.code == "carried-on"
    assert note.values["at_most"] == pytest.approx(0.2)
    assert carried_on_note([(0.01, (fast, slow))], 60) == ()


@given(
    st.lists(st.tuples(st.integers(0, 80), st.booleans()), min_size=10, max_size=60),
    st.integers(1, 120),
    st.lists(st.integers(0, 200), min_size=60, max_size=60),
)
def test_the_error_of_carrying_on_is_bounded(times, tau, futures):
    """Whatever becomes of the cases last seen open, the mean is shorter than carried on by no more than is said."""
    last = max(day for day, _ in times)
    counts = DurationCounts.from_times(*zip(*times, strict=True))
    curve = WaveCurve.of("after", counts)
    usable = curve.usable(tau, 10)
    if isinstance(usable, Note):
        return
    later = [
        (last + future if day == last and not closed else day, closed or day == last)
        for (day, closed), future in zip(times, futures, strict=False)
    ]
    known = kaplan_meier(DurationCounts.from_times(*zip(*later, strict=True)))
    carried, true = restricted_mean(usable, tau).value, restricted_mean(known, min(tau, known.horizon)).value
    assert -1e-9 <= carried - true <= curve.carried_on(tau) + 1e-9
