"""What visits say of a goal: a score and its change, or how far those who judged agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from effektmatt.core import About, Change, Estimate, Outcome, Reading
from effektmatt.data.by_group import changed_outcomes
from effektmatt.visits.agreement import visit_agreement
from effektmatt.visits.change import VisitChange
from effektmatt.visits.coding import CodedVisits
from effektmatt.visits.comparison import VisitWaves, visit_change


def visit_score_outcome(
    waves: VisitWaves,
    about: About,
    *,
    area: str | None = None,
    item: str | None = None,
    reading: Reading = Reading.POINTS,
) -> Outcome:
    """Return a score of visits and how it changed.

    Estimand: score after less score before ("points"), after / before - 1 ("relative"), or the score after ("level").

    Parameters
    ----------
    waves, about
        The coded visits (a wave that is None has no visits yet), and the rest as for `visit_change`.
    area, item
        Which area or item; neither: everything.
    reading
        Which of the three the `estimate` is, for all and for every group; the others stand `beside`.

    Returns
    -------
    Outcome
        `estimate` "visit-score-difference", "relative-change" or "visit-score" (PROCESS); `beside` the other two, and
        (of everything) the change over all visits and the one adjusted for visitors; `detail` a `VisitChange`.
    """
    found = visit_change(waves, about)
    part = found.part(area=area, item=item)
    readings = part.change.readings
    estimate = readings.pop(reading)
    beside = [one for one in readings.values() if one.value is not None]
    if part.adjusted is not None:
        beside.append(part.adjusted)

    def of_group(whole: VisitChange) -> tuple[Estimate, Change]:
        change = whole.part(area=area, item=item).change
        return change.readings[reading], change

    both = len(waves.present) == 2
    return Outcome(
        estimate=estimate,
        change=part.change,
        beside=tuple(beside) if both else (),
        groups=changed_outcomes(found.groups, of_group),
        detail=found,
        notes=found.notes,
    )


def agreement_outcome(waves: Sequence[CodedVisits], *, level: float = 0.95) -> Outcome:
    """Return how far those who judged the same visits, or texts, agree.

    Estimand: Krippendorff's alpha over all items answered yes or no (nominal); where there are none, over the rated
    items (interval).

    Returns
    -------
    Outcome
        `estimate` "krippendorff-alpha"; where there are both kinds of items "krippendorff-alpha-yes-no", with
        "krippendorff-alpha-ratings" in `beside`; `detail` a `VisitAgreement`.
    """
    found = visit_agreement(waves, level=level)
    percent = [found.percent] if found.percent is not None and found.percent.value is not None else []
    estimate, beside = found.alpha, percent
    if found.ratings is not None and found.ratings.value is not None:
        if estimate.value is None:
            estimate = found.ratings
        else:
            estimate = replace(found.alpha, measure=f"{found.alpha.measure}-yes-no")
            beside = [replace(found.ratings, measure=f"{found.ratings.measure}-ratings"), *percent]
    return Outcome(estimate=estimate, beside=tuple(beside), detail=found, notes=found.notes)
