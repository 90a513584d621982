"""What results of cases publish of whom: a case is somebody's, and stands for that person."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from effektmatt.cases.phases import PhasedCases
from effektmatt.core import Outcome
from effektmatt.data.columns import Labels
from effektmatt.disclosure.figures import Figure
from effektmatt.evaluation.figures import Property, whole_and_groups
from effektmatt.plan import PlannedPart


def case_figures(
    cases: PhasedCases, part: PlannedPart, source: str, outcome: Outcome, by: Collection[str]
) -> Iterator[Figure]:
    """Yield what is published of the cases of each wave: of all, of each group, and of those without a group.

    How long they took is published as a mean up to a limit, a median or a share, of which open cases are a part: it
    counts as known of whomever it is about, whatever it is.
    """
    rows = np.repeat(np.arange(cases.rows.size), cases.rows)
    labels: dict[str, Labels] = {}
    for column in by:
        grouping = cases.groups[column]
        names = np.array([*grouping.names, None], dtype=object)  # the last stands for -1: no group
        labels[column] = names[grouping.codes[rows]]
    for place, wave in enumerate(cases.waves):
        one = Property(name=f"{source}: {part.measure.kind} {wave}", values=np.full(rows.size, np.nan))
        yield from whole_and_groups(part.id, cases.wave[rows] == place, labels, outcome, one)
