"""What results of cases publish of whom: a case is somebody's, and stands for that person."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from effektmatt.cases.counted import CountedCases, Grouping
from effektmatt.cases.in_time import Floats
from effektmatt.cases.phases import PhasedCases
from effektmatt.core import Outcome
from effektmatt.data.columns import Labels
from effektmatt.disclosure.figures import Figure, Who
from effektmatt.evaluation.figures import Property, whole_and_groups
from effektmatt.evaluation.who import who_is_in
from effektmatt.plan import PlannedPart

# As a group every case is by itself: then it is known in which row of the file it stands. No column is called so.
_ROW = "\x1frow"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesOf:
    """What each case of a source had, and which case it is: `had` is NaN for those that a result leaves out."""

    cases: PhasedCases
    had: Floats
    who: Who


def one_by_one(counted: CountedCases) -> CountedCases:
    """Return cases of which no two are counted together, whatever they have in common."""
    row = Grouping(codes=np.arange(counted.rows.size), names=())
    return replace(counted, groups={**counted.groups, _ROW: row})


def who_they_are(cases: PhasedCases, source: str, frame: pd.DataFrame, key: str | None) -> Who:
    """Return which cases those are that were counted one by one, so that they are known again in another run."""
    return who_is_in(source, frame.iloc[cases.groups[_ROW].codes], [key] if key else [])


def case_figures(of: CasesOf, part: PlannedPart, name: str, outcome: Outcome, by: Collection[str]) -> Iterator[Figure]:
    """Yield what is published of the cases of each wave: of all, of each group, and of those without a group.

    How long they took is published as a mean up to a limit, a median or a share, of which open cases are a part, and as
    a curve: it counts as known of whomever it is about, whatever it is.
    """
    cases, labels = of.cases, dict[str, Labels]()
    for column in by:
        grouping = cases.groups[column]
        names = np.array([*grouping.names, None], dtype=object)  # the last stands for -1: no group
        labels[column] = names[grouping.codes]
    for place, wave in enumerate(cases.waves):
        there = (cases.wave == place) & ~np.isnan(of.had)
        had = Property(
            name=f"{name} {wave}",
            values=np.where(there, of.had, np.nan),
            highest=max(1.0, float(of.had[there].max(initial=1.0))),
            who=of.who,
        )
        for figure in whole_and_groups(part.id, there, labels, outcome, had):
            yield replace(figure, total=np.nan, squares=np.nan)
