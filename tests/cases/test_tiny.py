"""No case, one, two or three, all open, all closed the same day: there is an answer, or a note of why there is none."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.cases.compare import compare_handling_times
from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import shorter_follow_up
from effektmatt.cases.outcome import handling_time_outcome
from effektmatt.cases.phases import assign_phases
from effektmatt.core import About, Hide, Unit

PERIODS = {"before": (dt.date(2013, 1, 1), dt.date(2013, 2, 28)), "after": (dt.date(2013, 4, 1), dt.date(2013, 5, 31))}
MEASURED = {"before": dt.date(2013, 3, 31), "after": dt.date(2013, 6, 30)}

rows = st.tuples(
    st.sampled_from(["2013-01-07", "2013-02-28", "2013-04-02", "2013-05-31", "2013-07-01", None]),
    st.sampled_from([None, 0, 0, 1, 30, 400, -3]),
    st.sampled_from(["Bygglov", "Övrigt", None]),
)


def frame(cases):
    """Make cases of (opened, days to closing, type), each as many times over as asked."""
    table = pd.DataFrame([case for case, times in cases for _ in range(times)], columns=["inkom", "dagar", "typ"])
    opened = pd.to_datetime(table["inkom"])
    closed = opened + pd.to_timedelta(table["dagar"].astype(float), "D")
    return pd.DataFrame({"inkom": opened, "avslutad": closed, "typ": table["typ"].astype(object)})


#: Few different cases; some of them many times over, so that everything that needs twenty cases is computed too.
tiny = st.lists(st.tuples(rows, st.sampled_from([1, 1, 1, 2, 25])), max_size=4).map(frame)


def check(estimate):
    """An estimate holds a number or a reason, and numbers hang together."""
    assert estimate.value is not None or estimate.notes, estimate.measure
    if estimate.value is not None:
        assert np.isfinite(estimate.value)
        if estimate.interval is not None:
            assert estimate.interval.low - 1e-9 <= estimate.value <= estimate.interval.high + 1e-9
    if estimate.curve is not None:
        assert np.all(np.isfinite(estimate.curve.parameters))


def check_change(change):
    for estimate in (change.before, change.after, change.difference, *change.effects):
        check(estimate)


@given(
    cases=tiny,
    within_days=st.sampled_from([1, 30, 500]),
    standardise=st.sampled_from([None, "typ"]),
    unit=st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]),
)
def test_handling_times_of_hardly_any_cases(cases, within_days, standardise, unit):
    outcome = handling_time_outcome(
        cases,
        About(hide=Hide(means=0, distributions=0)),
        opened="inkom",
        closed="avslutad",
        periods=PERIODS,
        measured=MEASURED,
        within_days=within_days,
        standardise=standardise,
        limits=[0, 1, 28, 1000],
        by=["typ"],
        unit=unit,
    )
    times = outcome.detail
    assert times.before.n + times.after.n + sum(times.left_out.values()) == len(cases)
    for change in (outcome.change, times.change, times.median_change, *times.closed_within.values()):
        check_change(change)
    for estimate in (outcome.estimate, *outcome.beside):
        check(estimate)
    for group in outcome.groups:
        check_change(group.change)
    assert len(times.to_frame()) >= 6


@given(cases=tiny)
def test_a_comparison_without_a_plan(cases):
    counted = count_cases(cases, opened="inkom", closed="avslutad")
    measured = dict.fromkeys(PERIODS, "2013-06-30")
    followed = shorter_follow_up(assign_phases(counted, periods=PERIODS, measured=measured))
    asked = {"opened": "inkom", "closed": "avslutad", "periods": PERIODS, "as_of": "2013-06-30", "limits": [28]}
    if followed < 20:
        with pytest.raises(ValueError, match="cannot be longer than the shorter follow-up"):
            compare_handling_times(cases, within_days=20, **asked)
        return
    times = compare_handling_times(cases, within_days=20, **asked)
    for change in (times.change, times.median_change, times.closed_within[28]):
        check_change(change)


def test_no_cases_at_all():
    empty = frame([])
    outcome = handling_time_outcome(
        empty, About(), opened="inkom", closed="avslutad", periods=PERIODS, measured=MEASURED, within_days=30
    )
    assert outcome.estimate.value is None
    assert outcome.estimate.notes[0].code == "too-few-cases"
    with pytest.raises(ValueError, match="within_days must be at least 1"):
        handling_time_outcome(
            empty, About(), opened="inkom", closed="avslutad", periods=PERIODS, measured=MEASURED, within_days=0
        )
