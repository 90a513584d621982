"""How much of a programme people took part in, and how much they changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from effektmatt.core import About, Estimate, Evidence, Note, Outcome, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.data.by_group import shown_groups
from effektmatt.stats.choices import DOSE
from effektmatt.stats.estimates import no_estimate, process_estimate
from effektmatt.surveys.change import DoseChange, DoseLevel, SurveyChange
from effektmatt.surveys.score_change import mean_difference, too_few
from effektmatt.surveys.scores import ScoreCounts, Scores, paired_counts, rises
from effektmatt.surveys.waves import Waves

_MEASURE = "change-by-dose-trend"


def change_by_dose(waves: Waves, doses: Floats, about: About = About(), *, label: str) -> DoseChange | None:
    """Return the mean change of linked people at each dose, and whether a higher dose goes with a larger change.

    Estimands: for each dose the mean of score after less score before (paired t); over all doses Kendall's tau-b
    between dose and change, -1 to 1. Both describe what goes together: who takes part in more may differ in other
    ways as well.

    Parameters
    ----------
    waves
        The answers before and after, and who is linked.
    doses
        How much each took part in, in the rows of the wave after; NaN where it is not known.
    about
        Doses that fewer had than it allows are hidden. The mean change of everybody is shown elsewhere, and so no
        single hidden dose, and no few people of unknown dose, can be found by subtraction.
    label
        What the dose is called.

    Returns
    -------
    DoseChange or None
        None where a wave has no answers or nobody can be linked.

    Source: Kendall 1945, Biometrika 33:239-251.
    """
    linked = waves.linked
    if linked is None or waves.pairs is None:
        return None
    before, after = (answers.scores for answers in linked)
    given = np.asarray(doses, dtype=np.float64)[waves.pairs[1]]
    both = before.valid & after.valid
    known = both & np.isfinite(given)
    people = {float(dose): known & (given == dose) for dose in np.unique(given[known])}
    shown = shown_groups({**people, None: both & ~known}, lambda rows: [int(rows.sum())], about.hide.means)
    return DoseChange(
        label=label,
        n=int(known.sum()),
        linked=int(both.sum()),
        levels=tuple(
            DoseLevel(
                dose=dose,
                change=None if rows is None else _mean_change(before.taken(rows), after.taken(rows), about),
            )
            for dose, rows in shown.items()
            if dose is not None
        ),
        trend=_trend(given[known], rises(before.taken(known), after.taken(known)), about),
    )


def _mean_change(before: Scores, after: Scores, about: About) -> Estimate:
    pairs = paired_counts(before, after)
    reason = too_few(pairs.n)
    if reason is not None:
        return no_estimate("mean-difference", Unit.SCORE, reason, n=pairs.n, role=Role.DIFFERENCE)
    scores = ScoreCounts(before=pairs.before, after=pairs.after, pairs=pairs)
    return mean_difference(scores, About(level=about.level, self_selected=about.self_selected))


def _trend(doses: Floats, changes: Floats, about: About) -> Estimate:
    """Return Kendall's tau-b; no value for too few people, or where all had one dose or changed alike."""
    different_doses, rows = np.unique(doses, return_inverse=True)
    different_changes, columns = np.unique(changes, return_inverse=True)
    why = None
    if doses.size < about.hide.means:
        why = "few"
    elif different_doses.size < 2:
        why = "dose"
    elif different_changes.size < 2:
        why = "change"
    if why is not None:
        return no_estimate(_MEASURE, Unit.NUMBER, Note(code="dose-no-trend", values={"why": why}))
    width = different_changes.size
    table = np.bincount(rows * width + columns, minlength=different_doses.size * width).reshape(-1, width)
    found = DOSE.kernel(Evidence.PROCESS)(table, about.level)
    estimate = process_estimate(
        _MEASURE,
        Unit.NUMBER,
        found.value,
        int(doses.size),
        interval=found.interval,
        method="kendall-tau-b",
        std_error=found.std_error,
    )
    return replace(estimate, statistic=found.z, p_value=found.p_value)


def with_dose(outcome: Outcome, dose: DoseChange | None, level: float = 0.95) -> Outcome:
    """Return an outcome with the change by dose: in its detail, its trend beside, and in words."""
    if dose is None or not isinstance(outcome.detail, SurveyChange):
        return outcome
    return replace(
        outcome,
        detail=replace(outcome.detail, dose=dose),
        beside=(*outcome.beside, dose.trend),
        notes=(*outcome.notes, *_notes(dose, level)),
    )


def _notes(dose: DoseChange, level: float) -> Iterator[Note]:
    """Say whether more goes with a larger change, by the test; or why that cannot be said."""
    trend = dose.trend
    if trend.value is None or trend.p_value is None:
        yield Note(code="dose-no-trend", values={"label": dose.label, **trend.notes[0].values})
        return
    sure = trend.p_value < 1 - level
    way = ("up" if trend.value > 0 else "down") if sure else "none"
    yield Note(
        code="dose-trend",
        values={"label": dose.label, "n": dose.n, "of": dose.linked, "way": way, "tau": trend.value},
    )
