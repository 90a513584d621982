import datetime as dt
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import handling_times
from effektmatt.cases.phases import LEFT_OUT, Withdrawn, _together, assign_phases
from effektmatt.core import Unit

PERIODS = {"before": (dt.date(2013, 1, 1), dt.date(2013, 1, 31)), "after": (dt.date(2013, 4, 1), dt.date(2013, 4, 30))}
MEASURED = {"before": dt.date(2013, 2, 28), "after": dt.date(2013, 5, 31)}


def assigned(rows, periods=PERIODS, measured=MEASURED, **settings):
    columns = ["opened", "closed", "registered"]
    frame = pd.DataFrame([(*row, None)[:3] for row in rows], columns=columns)
    counted = count_cases(frame, opened="opened", closed="closed", registered="registered")
    return assign_phases(counted, periods=periods, measured=measured, **settings)


def seen(phased):
    return sorted(zip(phased.wave.tolist(), phased.days.tolist(), phased.is_closed.tolist(), strict=True))


def test_wave_days_and_status():
    phased = assigned(
        [
            ("2013-01-01", "2013-01-01"),  # closed on the day it came: 0 days
            ("2013-01-31", "2013-02-28"),  # closed on the measuring day: closed
            ("2013-01-31", "2013-03-01"),  # closed the day after: open then, 28 days seen
            ("2013-04-30", None),
        ]
    )
    assert seen(phased) == [(0, 0, True), (0, 28, False), (0, 28, True), (1, 31, False)]
    assert phased.left_out == {}
    assert phased.read == phased.used == 4


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((None, "2013-01-02"), "opened-missing"),
        (("2012-12-31", None), "opened-outside-periods"),
        (("2013-02-01", "2013-02-02"), "opened-outside-periods"),
        (("2013-05-01", None), "opened-outside-periods"),
        (("2013-01-20", "2013-01-19"), "closed-before-opened"),
        (("2013-01-20", "2012-01-25"), "closed-before-opened"),
        (("2013-01-20", None, "2013-03-01"), "registered-after-measured"),
    ],
)
def test_reasons_for_leaving_out(row, reason):
    phased = assigned([row, ("2013-01-02", None, "2013-02-28")])
    assert phased.left_out == {reason: 1}
    assert (phased.used, phased.read) == (1, 2)


def test_opened_after_the_measuring_day():
    measured = {"before": dt.date(2013, 1, 15), "after": dt.date(2013, 5, 31)}
    assert assigned([("2013-01-16", None)], measured=measured).left_out == {"opened-after-measured": 1}


def test_working_days():
    phased = assigned([("2013-04-05", "2013-04-08"), ("2013-04-26", None)], unit=Unit.WORKING_DAYS)
    assert seen(phased) == [(1, 1, True), (1, 23, False)]  # 1 and 9 May are holidays


def test_other_units_are_refused():
    with pytest.raises(ValueError, match="timed in days or working-days; got share"):
        assigned([("2013-01-01", None)], unit=Unit.SHARE)


def test_waves_are_put_in_order_of_time():
    phased = assigned([("2013-01-02", None)], periods=dict(reversed(PERIODS.items())))
    assert phased.waves == ("before", "after")
    assert phased.wave.tolist() == [0]


def test_periods_may_be_text_and_times():
    periods = {"a": ("2013-01-01", dt.datetime(2013, 1, 31, 12)), "b": ("2013-04-01", "2013-04-30")}
    assert assigned([("2013-01-31", None)], periods=periods, measured=dict.fromkeys("ab", "2013-05-31")).used == 1


def test_one_period_is_a_wave_of_its_own():
    phased = assigned([("2013-01-02", None), ("2013-04-02", None)], periods={"before": PERIODS["before"]})
    assert (phased.waves, phased.used, phased.left_out) == (("before",), 1, {"opened-outside-periods": 1})
    times = handling_times(phased, within_days=30)
    assert (times.before, times.after.wave, times.after.n) == (None, "before", 1)


def test_withdrawn_cases_end_without_being_closed():
    frame = pd.DataFrame({"inkom": ["2013-01-02"] * 3, "klar": ["2013-01-12", "2013-01-22", None], "slut": list("abb")})
    counted = count_cases(frame, opened="inkom", closed="klar", by=["slut"])
    withdrawn = Withdrawn(column="slut", values=("B",))
    phased = assign_phases(counted, periods=PERIODS, measured=MEASURED, withdrawn=withdrawn)
    assert (phased.days.tolist(), phased.left_out) == ([10, 20], {"withdrawn-undated": 1})
    assert (phased.is_closed.tolist(), phased.is_withdrawn.tolist()) == ([True, False], [False, True])
    assert phased.counts(0).censored.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("periods", "measured", "message"),
    [
        ({**PERIODS, "later": PERIODS["after"]}, MEASURED, "compared between two; got 3: before, after, later"),
        (PERIODS, {"before": dt.date(2013, 2, 28)}, "no day of measuring for after; got before"),
        ({**PERIODS, "before": (dt.date(2013, 1, 31), dt.date(2013, 1, 1))}, MEASURED, "before ends .* before it"),
        (PERIODS, {**MEASURED, "after": dt.date(2013, 3, 31)}, "after was measured .* before it began"),
        ({**PERIODS, "before": (dt.date(2013, 1, 1), dt.date(2013, 4, 1))}, MEASURED, "before and after overlap"),
        (PERIODS, dict.fromkeys(PERIODS, "i maj"), "a day, given as \"2013-05-31\" or a date; got 'i maj'"),
    ],
)
def test_periods_that_cannot_be_meant(periods, measured, message):
    with pytest.raises(ValueError, match=message):
        assigned([("2013-01-01", None)], periods=periods, measured=measured)


days = st.one_of(st.none(), st.dates(dt.date(2012, 11, 1), dt.date(2013, 7, 31)))


@given(st.lists(st.tuples(days, days, days), min_size=1, max_size=40))
def test_no_case_is_lost(rows):
    phased = assigned(rows)
    assert phased.read == len(rows)
    assert set(phased.left_out) <= set(LEFT_OUT)
    assert (phased.days >= 0).all()
    assert sum(phased.counts(wave).n for wave in (0, 1)) == phased.used


@given(
    st.lists(st.tuples(*[st.integers(-1, 1), st.integers(0, 2**61), st.integers(0, 2**61)]), min_size=1, max_size=30)
)
@example([(0, place * 2**56, 2**61 - place) for place in range(30)])
def test_rows_that_are_alike_are_added_up(rows):
    columns = [np.array(column) for column in zip(*rows, strict=True)]
    alike, totals = _together(columns, np.ones(len(rows), dtype=np.int64))
    found = dict(zip(zip(*(column.tolist() for column in alike), strict=True), totals.tolist(), strict=True))
    assert found == Counter(rows)
