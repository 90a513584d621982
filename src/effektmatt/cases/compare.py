"""Handling times of any dataframe, without a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import HandlingTimes, handling_times, shorter_follow_up
from effektmatt.cases.phases import Measured, Periods, assign_phases
from effektmatt.core import Day, Unit, expect, expect_shared, speaks

_UNITS = {"calendar-days": Unit.DAYS, "working-days": Unit.WORKING_DAYS}


@speaks
def compare_handling_times(
    cases: Any,
    *,
    opened: str,
    closed: str,
    periods: Periods,
    as_of: Day | Measured,
    within_days: int,
    case_type: str | None = None,
    limits: Sequence[int] = (),
    unit: str = "calendar-days",
    registered: str | None = None,
    level: float = 0.95,
    language: str | None = None,  # noqa: ARG001 -- read by `speaks`
) -> HandlingTimes:
    """Compare how long cases took in two periods, with the cases that are still open.

    Leaving the open cases out makes the later period look faster than it is, since its slow cases are the ones
    that are open. Here an open case counts as open up to the day of measuring, and says nothing about after.

    Parameters
    ----------
    cases
        One row per case: pandas, Polars, PyArrow, DuckDB, Dask, Spark or whatever narwhals takes.
    opened, closed
        Columns of dates (or ISO text): when the case came in, and when it was closed (missing: it is open).
    periods
        The first and last day of the two periods by name, for example
        ``{"före": ("2011-09-19", "2012-01-19"), "efter": ("2013-05-01", "2013-08-31")}``. A case belongs to the
        period in which it was opened.
    as_of
        The day of measuring: a case closed later was open then. One day for both periods, or one for each by name.
    within_days
        The restricted means count at most so many days of each case.
    case_type
        Column of case types, for the difference at the same case mix.
    limits
        Numbers of days, to give the share closed within each.
    unit
        "calendar-days" or "working-days" (Swedish, see `swedish_working_days`); also what `within_days` and
        `limits` are counted in.
    registered
        Column of dates when cases were entered, where that may be later than they were opened.
    level
        Confidence level.
    language
        What the result and its faults speak: "sv" or "en" (None: Swedish).

    Returns
    -------
    HandlingTimes
        Differences are the later period minus the earlier.

    Raises
    ------
    InputFaults
        For a column that is missing or text that is no date.
    ValueError
        If `within_days` is longer than the cases of either period were followed, if the periods overlap or were
        measured before they began.
    TypeError
        For an argument of another type than is meant.

    Examples
    --------
    >>> import pandas as pd
    >>> cases = pd.DataFrame({"inkom": pd.date_range("2013-01-01", periods=120)})
    >>> cases["avslutad"] = cases["inkom"] + pd.to_timedelta([30, 50, 20] * 20 + [14, 21, 28] * 20, "D")
    >>> halves = {"vinter": ("2013-01-01", "2013-03-01"), "vår": ("2013-03-02", "2013-04-30")}
    >>> times = compare_handling_times(
    ...     cases, opened="inkom", closed="avslutad", periods=halves, as_of="2013-05-31", within_days=40
    ... )
    >>> round(times.change.before.value, 2), round(times.change.after.value, 2), round(times.change.difference.value, 2)
    (33.33, 21.0, -12.33)
    """
    if unit not in _UNITS:
        raise ValueError(f'unit must be "calendar-days" or "working-days"; got {unit!r}')
    expect("within_days", within_days, int, "60")
    expect("periods", periods, Mapping, '{"före": ("2011-09-19", "2012-01-19"), "efter": ("2013-05-01", "2013-08-31")}')
    expect("limits", limits, (list, tuple), "[30, 60]")
    expect_shared(level=level, hide=None)
    counted = count_cases(
        cases, opened=opened, closed=closed, registered=registered, by=[case_type] if case_type else []
    )
    measured: Measured = as_of if isinstance(as_of, Mapping) else dict.fromkeys(periods, as_of)
    phased = assign_phases(counted, periods=periods, measured=measured, unit=_UNITS[unit])
    longest = shorter_follow_up(phased)
    if within_days > longest:
        raise ValueError(
            f"within_days cannot be longer than the shorter follow-up of the two periods, {longest:.0f} days; "
            f"got {within_days}"
        )
    return handling_times(phased, within_days=within_days, case_type=case_type, limits=limits, level=level)
