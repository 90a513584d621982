"""Users week by week: an XmR chart, and the change at a day."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from effektmatt.core import (
    FROM_DATA,
    Change,
    Day,
    Detail,
    Direction,
    Estimate,
    Hide,
    Linkage,
    Note,
    Outcome,
    Role,
    Unit,
    as_day,
    expect,
    expect_shared,
    speaks,
)
from effektmatt.core.counts import Floats
from effektmatt.speech import Shown
from effektmatt.stats.choices import MEAN, ORDINARY_VARIATION, STEP_IN_SERIES
from effektmatt.stats.estimates import inferred_estimate, no_estimate, process_estimate
from effektmatt.stats.question import Layout
from effektmatt.stats.results import Inference
from effektmatt.stats.series import FEWEST, XmrChart
from effektmatt.usage.alike import too_alike
from effektmatt.usage.cohorts import Cohort, cohorts
from effektmatt.usage.log import Uses, distinct, uses_of
from effektmatt.usage.rivals import rivals_of
from effektmatt.usage.weeks import Week, uses_within, weeks_of

if TYPE_CHECKING:
    import pandas as pd

#: So many of the last weeks show where a series that is not steady has come to.
_LAST_WEEKS = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WeeklyUse(Detail, Shown):
    """Users week by week.

    Parameters
    ----------
    weeks
        Every week of the period, those without a use included.
    users, uses
        How many different people used it in all these weeks, and how many times.
    xmr
        Centre and limits per week; None where a phase has fewer than two weeks.
    rebased_at
        The place of the first week of the second phase, where the plan says when one began.
    variation
        Whether the last week is part of a pattern that ordinary variation would hardly give: "up", "down" or
        "ordinary"; None without a chart.
    assurance
        Whether the target will be reached in a single week, if nothing changes: "passes" (the limits lie on the right
        side), "fails" (on the wrong side) or "varies"; None without a target or a chart.
    wanted, better
        The target, and which way is better where a target says so.
    marks
        Days to show, with their names.
    cohorts
        How many of those who began in a period came back, period by period.
    """

    weeks: tuple[Week, ...]
    users: int
    uses: int
    xmr: XmrChart | None
    rebased_at: int | None = None
    rebase: date | None = None
    variation: str | None = None
    assurance: str | None = None
    wanted: float | None = None
    better: Direction | None = None
    marks: tuple[tuple[str, date], ...] = field(default=(), metadata=FROM_DATA)
    cohorts: tuple[Cohort, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def most_and_least(self) -> tuple[Week, Week] | None:
        """The weeks of the last phase with most and fewest users, where its mean hides how unlike they are."""
        first = self.rebased_at or 0
        phase, signals = self.weeks[first:], () if self.xmr is None else self.xmr.signals
        if len(phase) < FEWEST or not any(signal.end >= first for signal in signals):
            return None
        return max(phase, key=lambda week: week.users), min(phase, key=lambda week: week.users)

    def marked(self, week: Week) -> str:
        """Return the name of the day that is marked in a week, or "none"."""
        return next((name for name, day in self.marks if 0 <= (day - week.monday).days < 7), "none")

    def to_frame(self) -> pd.DataFrame:
        """Return one row per week: Monday, users, uses, centre and limits (missing without a chart)."""
        import pandas as pd

        chart = self.xmr
        centre, low, high = (None, None, None) if chart is None else (chart.centre, chart.low, chart.high)
        return pd.DataFrame(
            {
                "monday": [week.monday for week in self.weeks],
                "users": [week.users for week in self.weeks],
                "uses": [week.uses for week in self.weeks],
                "centre": centre,
                "low": low,
                "high": high,
            }
        )


@speaks
def weekly_users(
    uses: Any,
    *,
    user: str,
    at: str,
    first: Day | None = None,
    last: Day | None = None,
    rebase: Day | None = None,
    marks: Mapping[str, Day] | None = None,
    hide: Hide | None = None,
    language: str | None = None,  # noqa: ARG001 -- read by `speaks`
) -> WeeklyUse:
    """Count the people who used something each week, and draw the limits of ordinary variation.

    Parameters
    ----------
    uses
        Any dataframe with one row per use.
    user, at
        Its columns of who and when.
    first, last
        The days that the log covers; weeks that they do not cover wholly are left out. Without them: from the week of
        the first use to that of the last.
    rebase
        The day from which centre and limits are computed anew; the first week that begins on or after it.
    marks
        Days to show in the chart, with their names.
    hide
        Cohorts of fewer people than `hide.means` are hidden.
    language
        What the result and its faults speak: "sv" or "en" (None: Swedish).

    Raises
    ------
    InputFaults
        For a column that is missing.
    TypeError, ValueError
        For an argument that cannot be meant, such as a last day before the first.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.to_datetime(["2018-01-01", "2018-01-03", "2018-01-03", "2018-01-15"])
    >>> found = weekly_users(pd.DataFrame({"vem": ["a", "a", "b", "a"], "dag": days}), user="vem", at="dag")
    >>> [(week.monday.isoformat(), week.users, week.uses) for week in found.weeks]
    [('2018-01-01', 2, 3), ('2018-01-08', 0, 0), ('2018-01-15', 1, 1)]
    """
    expect_shared(level=0.95, hide=hide)
    expect("marks", marks or {}, Mapping, '{"Start": "2018-04-10"}')
    days = {"first": first, "last": last, "rebase": rebase}
    start, end, anew = (None if day is None else as_day(name, day) for name, day in days.items())
    if start is not None and end is not None and end < start:
        raise ValueError(f"last is {end}, before first, {start}")
    named = {name: as_day(f"marks[{name!r}]", day) for name, day in (marks or {}).items()}
    return weekly_use(uses_of(uses, user=user, at=at), first=start, last=end, rebase=anew, marks=named, hide=hide)


def weekly_use(
    uses: Uses,
    *,
    first: date | None = None,
    last: date | None = None,
    rebase: date | None = None,
    marks: Mapping[str, date] | None = None,
    wanted: float | None = None,
    better: Direction | None = None,
    hide: Hide | None = None,
) -> WeeklyUse:
    """Count the people who used something each week; parameters as for `weekly_users` and `WeeklyUse`."""
    weeks, notes = weeks_of(uses, first, last)
    place = _place_of(rebase, weeks)
    chart = _chart(weeks, place)
    within = uses_within(uses, weeks)
    if rebase is not None and place is None:
        notes = (*notes, Note(code="rebase-outside-log", values={"day": rebase.isoformat()}))
    for name, day in (marks or {}).items():
        if not any(0 <= (day - week.monday).days < 7 for week in weeks):
            notes = (*notes, Note(code="mark-outside-log", values={"mark": name, "day": day.isoformat()}))
    return WeeklyUse(
        weeks=weeks,
        users=int(distinct(within.users).size),
        uses=int(within.users.size),
        xmr=chart,
        rebased_at=place,
        rebase=rebase if place is not None else None,
        variation=_variation(chart),
        assurance=_assurance(chart, wanted, better),
        wanted=wanted,
        better=better,
        marks=tuple((marks or {}).items()),
        cohorts=cohorts(within, last=weeks[-1].monday + timedelta(days=6), hide=hide or Hide()) if weeks else (),
        notes=notes,
    )


def weekly_users_outcome(found: WeeklyUse, *, level: float = 0.95) -> Outcome:
    """Return the mean number of users per week, or its change where the plan says when a second phase began.

    Estimand: the mean level of the process of weekly users, in the whole period or after minus before. Weeks near
    each other may resemble each other, and the intervals allow for it (`effektmatt.stats.series.step_change`). Phases
    of fewer than six weeks have no interval, and no verdict. No mean goes below 0, nor does its interval. A change is
    held against a line that was there already and the same weeks of the year before (`effektmatt.usage.rivals`). The
    XmR chart beside it says whether single weeks are anything out of the ordinary; it decides no verdict.
    """
    values = np.array([week.users for week in found.weeks], dtype=np.float64)
    notes = (*found.notes, *_signal_notes(found), *_course(found))
    if values.size == 0:
        return Outcome(
            estimate=no_estimate("weekly-users", Unit.PER_WEEK, Note(code="no-uses")), detail=found, notes=notes
        )
    place = found.rebased_at
    if place is None:
        inference = MEAN.kernel(Layout.SERIES)(values, level) if values.size >= FEWEST else None
        inference = inference if inference is not None and inference.varied else None
        alike = too_alike(Note(code="weeks-too-alike", values={"of": "level"}), inference, values.size - 1)
        return Outcome(
            estimate=_level(values, inference, MEAN.approximate(Layout.SERIES, values.size)),
            detail=found,
            notes=(*notes, *alike),
        )
    before, after = values[:place], values[place:]
    fewest = min(before.size, after.size)
    step = STEP_IN_SERIES.kernel(Layout.SERIES)(values, place, level) if fewest >= FEWEST else None
    step = step if step is not None and step.difference.varied else None
    wide = Note(code="weeks-too-alike", values={"of": "change"})
    alike = too_alike(wide, step.difference if step else None, values.size - 2)
    few = STEP_IN_SERIES.approximate(Layout.SERIES, fewest)
    difference = _difference(after, before, step.difference if step else None, few)
    rivals = () if step is None else tuple(rivals_of(values, place, level))
    change = Change(
        before=_level(before, step.before if step else None),
        after=_level(after, step.after if step else None),
        difference=replace(difference, rivals=rivals),
        linkage=Linkage.INDEPENDENT,
    )
    return Outcome(estimate=change.difference, change=change, beside=rivals, detail=found, notes=(*notes, *alike))


def _place_of(rebase: date | None, weeks: tuple[Week, ...]) -> int | None:
    """Return the place of the first week that begins on or after a day; None if all or none do."""
    if rebase is None:
        return None
    place = sum(week.monday < rebase for week in weeks)
    return place if 0 < place < len(weeks) else None


# ---- the chart ---------------------------------------------------------------------------------------------------


def _chart(weeks: tuple[Week, ...], place: int | None) -> XmrChart | None:
    phases = (len(weeks),) if place is None else (place, len(weeks) - place)
    if min(phases) < 2:
        return None
    chart = ORDINARY_VARIATION.kernel(Layout.SERIES)
    return chart([week.users for week in weeks], rebase_at=() if place is None else (place,))


def _variation(chart: XmrChart | None) -> str | None:
    if chart is None:
        return None
    last = chart.centre.size - 1
    ways = {signal.upward for signal in chart.signals if signal.end == last}
    return "ordinary" if len(ways) != 1 else "up" if ways == {True} else "down"


def _assurance(chart: XmrChart | None, wanted: float | None, better: Direction | None) -> str | None:
    if chart is None or wanted is None or better is None:
        return None
    low, high = float(chart.low[-1]), float(chart.high[-1])
    if better is Direction.LOWER:
        low, high, wanted = -high, -low, -wanted
    return "passes" if low >= wanted else "fails" if high < wanted else "varies"


def _signal_notes(found: WeeklyUse) -> tuple[Note, ...]:
    """Say how many weeks are out of the ordinary, or part of a pattern that is."""
    if found.xmr is None:
        return (Note(code="too-few-weeks", values={"n": len(found.weeks)}),) if found.weeks else ()
    if not found.xmr.signals:
        return (Note(code="xmr-ordinary"),)
    weeks = {week for signal in found.xmr.signals for week in range(signal.start, signal.end + 1)}
    return (Note(code="xmr-signals", values={"n": len(weeks), "weeks": len(found.weeks)}),)


def _course(found: WeeklyUse) -> tuple[Note, ...]:
    """Say what the mean of the last phase is made of, where its weeks are anything but ordinary: most, least, last."""
    if found.most_and_least is None:
        return ()
    (most, least), first = found.most_and_least, found.rebased_at or 0
    phase = found.weeks[first:]
    last = phase[-_LAST_WEEKS:]
    values: dict[str, str | int | float] = {
        "since": phase[0].monday.isoformat() if first else "none",
        "most": most.users,
        "most_day": most.monday.isoformat(),
        "most_mark": found.marked(most),
        "least": least.users,
        "least_day": least.monday.isoformat(),
        "least_mark": found.marked(least),
        "last": sum(week.users for week in last) / len(last),
        "weeks": len(last),
    }
    return (Note(code="weekly-course", values=values),)


# ---- estimates ---------------------------------------------------------------------------------------------------


def _no_error(weeks: Floats) -> tuple[Note, ...]:
    """Return why weeks, or the fewer of those of two phases, tell nothing of the error of their mean."""
    if weeks.size < FEWEST:
        return (Note(code="too-few-weeks-for-error", values={"n": int(weeks.size), "needed": FEWEST}),)
    return (Note(code="weeks-all-alike"),)


def _level(weeks: Floats, inference: Inference | None, few: tuple[Note, ...] = ()) -> Estimate:
    """Return the mean of weeks; no week has fewer than no users, so neither has the interval."""
    if inference is None:
        return process_estimate("weekly-users", Unit.PER_WEEK, float(weeks.mean()), weeks.size, notes=_no_error(weeks))
    possible = (0.0, math.inf)
    return inferred_estimate(
        "weekly-users", Unit.PER_WEEK, inference, weeks.size, notes=few, with_test=False, within=possible
    )


def _difference(after: Floats, before: Floats, inference: Inference | None, few: tuple[Note, ...]) -> Estimate:
    measure, n = "weekly-users-difference", after.size + before.size
    if inference is None:
        change = float(after.mean() - before.mean())
        weeks = min(before, after, key=lambda phase: phase.size)
        return process_estimate(measure, Unit.PER_WEEK, change, n, role=Role.DIFFERENCE, notes=_no_error(weeks))
    assumptions = STEP_IN_SERIES.assumed(Layout.SERIES)
    return inferred_estimate(
        measure, Unit.PER_WEEK, inference, n, role=Role.DIFFERENCE, assumptions=assumptions, notes=few
    )
