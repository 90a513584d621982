"""Activities: how many were held of those promised, how many late, and how many hours each person got."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import FROM_DATA, About, Detail, Hide, Note, Outcome, Unit
from effektmatt.data.columns import in_memory
from effektmatt.stats.estimates import counted_estimate
from effektmatt.usage.log import counted_share, names_of, shares_by_group

Floats = NDArray[np.float64]

# Hours are sums of halves and quarters: a full dose of 16 is met exactly, but for the noise of adding floats.
_ROOM = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCount:
    """Activities of one kind.

    Parameters
    ----------
    kind
        What kind of activity.
    expected
        How many were promised: as the plan says, else as many as have a planned day.
    held
        How many were held.
    late
        How many of them on a later day than planned.
    not_held
        How many stand in the file without a day on which they were held.
    months
        How many were held in each month, as (first day of the month, number), months without any left out.
    """

    kind: str = field(metadata=FROM_DATA)
    expected: int
    held: int
    late: int
    not_held: int
    months: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldActivities(Detail):
    """Activities of every kind, in the plan's order; `chosen` is the kind that the goal is about (None: all)."""

    kinds: tuple[ActivityCount, ...]
    chosen: str | None = field(default=None, metadata=FROM_DATA)

    @property
    def shown(self) -> tuple[ActivityCount, ...]:
        """The kinds that the goal is about."""
        return tuple(one for one in self.kinds if self.chosen is None or one.kind == self.chosen)


def together(several: Iterable[HeldActivities]) -> HeldActivities:
    """Return what several goals, or parts of one, are about as one: to be shown in one chart."""
    return HeldActivities(kinds=tuple(dict.fromkeys(kind for one in several for kind in one.shown)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose(Detail):
    """Hours per person against a full dose.

    `steps` are (least hours, most hours, people): nobody's hours lie in two. `people` is how many stand in the
    register, `outside` how many more have hours but stand in no register.
    """

    full: float
    people: int
    reached: int
    mean: float
    median: float
    steps: tuple[tuple[float, float, int | None], ...]
    outside: int
    without_hours: int


def held_outcome(
    frame: Any,
    *,
    activity: str,
    held: str,
    planned: str | None = None,
    expected: Mapping[str, int] | None = None,
    chosen: str | None = None,
) -> Outcome:
    """Return how many activities were held, all or of one kind, against how many were promised.

    Estimand: the number of activities with a day on which they were held. Everything is counted: a census.

    Parameters
    ----------
    frame
        A pandas dataframe with one row per activity.
    activity, planned, held
        Its columns of the kind, the planned day and the day it was held (empty: it was not).
    expected
        How many of each kind were promised; kinds that are not in it are expected as often as they were planned.
    chosen
        The kind that the number is about; None: all kinds together.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.to_datetime(["2012-02-01", "2012-05-09", None])
    >>> rows = pd.DataFrame({"vad": ["Möte"] * 3, "plan": pd.to_datetime(["2012-02-01"] * 3), "dag": days})
    >>> found = held_outcome(rows, activity="vad", planned="plan", held="dag", expected={"Möte": 6})
    >>> found.estimate.value, found.detail.kinds[0].expected, found.detail.kinds[0].late
    (2.0, 6, 1)
    """
    promised = dict(expected or {})
    names = frame[activity].dropna().astype(str)
    kinds = list(dict.fromkeys([*promised, *names.tolist()]))
    counts = tuple(_counted(kind, frame[frame[activity] == kind], planned, held, promised.get(kind)) for kind in kinds)
    shown = [one for one in counts if chosen is None or one.kind == chosen]
    total = sum(one.held for one in shown)
    of = sum(one.expected for one in shown)
    missing = () if shown else (Note(code="no-rows"),)
    estimate = counted_estimate("held", Unit.COUNT, float(total) if shown else None, of, notes=missing)
    return Outcome(estimate=estimate, detail=HeldActivities(kinds=counts, chosen=chosen), notes=_held_notes(shown))


def _counted(kind: str, rows: Any, planned: str | None, held: str, expected: int | None) -> ActivityCount:
    days = rows[held]
    done = days.notna()
    late = int((days > rows[planned]).sum()) if planned is not None else 0
    by_month: dict[date, int] = {}
    for day in sorted(days[done].dt.date):
        month = day.replace(day=1)
        by_month[month] = by_month.get(month, 0) + 1
    foreseen = len(rows) if planned is None else int(rows[planned].notna().sum())
    return ActivityCount(
        kind=kind,
        expected=foreseen if expected is None else expected,
        held=int(done.sum()),
        late=late,
        not_held=int((~done).sum()),
        months=tuple(by_month.items()),
    )


def _held_notes(shown: Sequence[ActivityCount]) -> tuple[Note, ...]:
    late, cancelled = sum(one.late for one in shown), sum(one.not_held for one in shown)
    notes = [Note(code="held-late", values={"n": late})] if late else []
    notes += [Note(code="not-held", values={"n": cancelled})] if cancelled else []
    return tuple(notes)


def hours_per_person(
    rows: Any, people: Any, *, person: str, hours: str, key: str, held: str | None = None
) -> tuple[Floats, int, int]:
    """Add up each person's hours.

    Parameters
    ----------
    rows
        A dataframe with one row per person and activity.
    people
        The register, one row per person.
    person, hours
        Columns of `rows`: who, and how many hours.
    key
        The column of `people` that `person` refers to.
    held
        The column of the day on which the activity was held; rows without one give no hours.

    Returns
    -------
    hours
        For each row of `people`, hours in all; 0 for those who took part in nothing.
    outside
        How many different people have hours but stand in no register.
    without_hours
        In how many rows the hours are missing; they count as none.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"vem": ["A1", "a1", "b2"], "tim": [4, 4, 2.5]})
    >>> people = pd.DataFrame({"id": ["b2", "a1", "c3"]})
    >>> hours_per_person(rows, people, person="vem", hours="tim", key="id")[0].tolist()
    [2.5, 8.0, 0.0]
    """
    cells, register = in_memory(rows, [person, hours, *([held] if held else [])]), in_memory(people, [key])
    who, names = names_of(cells[person])
    given = np.asarray(cells[hours].to_numpy(), dtype=np.float64)
    counted = who >= 0
    if held is not None:
        counted &= ~np.asarray(cells[held].is_null().to_numpy(), dtype=bool)
    totals = np.bincount(who[counted], weights=np.nan_to_num(given[counted]), minlength=len(names))
    by_name = dict(zip(names, totals.tolist(), strict=True))
    keys, members = names_of(register[key])
    found = np.array([by_name.get(name, 0.0) for name in members] + [0.0])[keys]
    outside = sum(name not in set(members) for name in {names[place] for place in np.unique(who[counted]).tolist()})
    return found, outside, int(np.isnan(given[counted]).sum())


def reached_full(given: Floats, full: float) -> NDArray[np.bool_]:
    """Say whose hours come to a full dose.

    >>> reached_full(np.array([15.5, 16.0]), 16).tolist()
    [False, True]
    """
    return np.asarray(given >= full - _ROOM, dtype=np.bool_)


def full_dose_outcome(
    rows: Any,
    people: Any,
    about: About,
    *,
    person: str,
    hours: str,
    key: str,
    full: float,
    held: str | None = None,
    by: Sequence[str] = (),
    concerned: NDArray[np.bool_] | None = None,
) -> Outcome:
    """Return the share of a register that got at least so many hours.

    Estimand: people with at least `full` hours in all, of everybody in the register: a census. Who took part in
    nothing has 0 hours and is counted; who has hours but stands in no register is not, and is told.

    Parameters
    ----------
    about
        The smallest groups that are shown.
    full
        A full dose, in hours.
    by
        Columns of `people` to give the share for, per group.
    concerned
        Which of `people` it is about; None: all. The others stand in the register all the same.
    rows, people, person, hours, key, held
        As for `hours_per_person`.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"vem": ["a", "a", "b"], "tim": [8, 8, 12]})
    >>> register = pd.DataFrame({"id": ["a", "b", "c"]})
    >>> found = full_dose_outcome(rows, register, About(), person="vem", hours="tim", key="id", full=16)
    >>> found.estimate.hits, found.estimate.n, round(found.detail.mean, 2)
    (1, 3, 9.33)
    """
    every, outside, missing = hours_per_person(rows, people, person=person, hours=hours, key=key, held=held)
    whom = np.ones(every.size, dtype=bool) if concerned is None else concerned
    given = every[whom]
    reached = reached_full(given, full)
    detail = Dose(
        full=full,
        people=given.size,
        reached=int(reached.sum()),
        mean=float(given.mean()) if given.size else 0.0,
        median=float(np.median(given)) if given.size else 0.0,
        steps=_steps(given, full, about.hide),
        outside=outside,
        without_hours=missing,
    )
    most = "yes" if detail.median >= full - _ROOM else "no"  # whether half or more have had all of it
    amounts: dict[str, str | int | float] = {"mean": detail.mean, "median": detail.median, "full": full, "all": most}
    notes = [Note(code="mean-hours", values=amounts)] if given.size else []
    notes += [Note(code="attended-not-in-register", values={"n": outside})] if outside else []
    notes += [Note(code="hours-missing", values={"n": missing})] if missing else []
    cells = in_memory(people, [key, *by])[np.flatnonzero(whom)]
    groups = shares_by_group("full-dose", reached, cells, by, about.hide)
    return Outcome(estimate=counted_share("full-dose", reached), groups=groups, detail=detail, notes=tuple(notes))


def _steps(given: Floats, full: float, hide: Hide) -> tuple[tuple[float, float, int | None], ...]:
    """Return how many got nothing, each quarter of a full dose, and all of it; no distribution of too few people."""
    ends = [full * quarter / 4 for quarter in range(5)]
    counts = [int((given <= _ROOM).sum())]
    counts += [
        int(((given > low + (_ROOM if low == 0 else -_ROOM)) & (given < high - _ROOM)).sum())
        for low, high in pairwise(ends)
    ]
    counts.append(int((given >= full - _ROOM).sum()))
    spans = [(0.0, 0.0), *pairwise(ends), (full, float("inf"))]
    shown = given.size >= hide.distributions
    return tuple((low, high, n if shown else None) for (low, high), n in zip(spans, counts, strict=True))
