"""Comparing two waves of visits in any dataframe, without a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from effektmatt.core import About, Hide, expect, expect_shared, speaks
from effektmatt.core.names import as_names
from effektmatt.data.wrong_cells import gathered
from effektmatt.errors import Fault, InputFaults
from effektmatt.visits.change import VisitChange
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import OUTSIDE, CodedVisits, code_visits, with_one_spelling
from effektmatt.visits.comparison import VisitWaves, visit_change


@speaks
def compare_visits(
    before: Any,
    after: Any,
    *,
    checklist: Checklist,
    unit: str = "enhet",
    visitor: str | None = None,
    visit: str | None = None,
    units: Sequence[str] = (),
    by: str | Sequence[str] = (),
    level: float = 0.95,
    hide: Hide | None = None,
    language: str | None = None,  # noqa: ARG001 -- read by `speaks`
) -> VisitChange:
    """Compare visits, or texts judged by reviewers, before and after.

    Parameters
    ----------
    before, after
        Dataframes (pandas, Polars, PyArrow, DuckDB, Dask, Spark) with one row per visit and visitor.
    checklist
        What was looked for; see `Checklist.of`.
    unit, visitor, visit
        The columns of what was visited, of who judged it, and of what two rows share when two judged the same visit
        (for reviewed texts the text itself).
    units
        The units that there are: then a visit to any other is a fault.
    by
        Columns to show the same for, per group.
    level
        Confidence level.
    hide
        The smallest number of visits behind a group that is shown.
    language
        What the result and its faults speak: "sv" or "en" (None: Swedish).

    Raises
    ------
    InputFaults
        Every answer outside the checklist, every row without a unit or with an unknown one, every missing column.

    Examples
    --------
    >>> import pandas as pd
    >>> before = pd.DataFrame({"enhet": list("AABBCC"), "hej": ["ja", "nej"] * 3, "skylt": ["nej"] * 6})
    >>> signs = ["ja", "nej", "nej", "nej", "ja", "ja"]
    >>> after = pd.DataFrame({"enhet": list("AABBCC"), "hej": ["ja"] * 6, "skylt": signs})
    >>> change = compare_visits(before, after, checklist=Checklist.of(["hej", "skylt"]))
    >>> round(change.overall.change.difference.value, 2), change.test.p_value
    (0.5, 0.25)
    """
    expect("checklist", checklist, Checklist, 'Checklist.of(["halsad"])')
    expect_shared(level=level, hide=hide)
    units = as_names(units)
    coded: list[CodedVisits] = []
    faults: list[Fault] = []
    for frame, wave in ((before, "before"), (after, "after")):
        visits, wrong = code_visits(
            frame, checklist, wave, unit=unit, visitor=visitor, visit=visit, units=units, by=as_names(by), file=wave
        )
        coded.append(visits)
        faults += wrong
    if faults:
        raise InputFaults(gathered(faults, OUTSIDE))
    first, second = with_one_spelling(coded)
    return visit_change(VisitWaves(before=first, after=second), About(level=level, hide=hide or Hide()))
