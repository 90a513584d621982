"""How much more the project changed than its comparison group: what surveys ask of the surveys room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from effektmatt.core import Compared, Design, Note
from effektmatt.evaluation.kinds.common import Asked
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.evaluation.kinds.survey_design import as_drawn, with_unknown_groups
from effektmatt.plan import Plan
from effektmatt.plan.kinds.survey import ShareImproved
from effektmatt.plan.measures import MeasureTable
from effektmatt.surveys.cause import Improved, compared_change, compared_improved
from effektmatt.surveys.waves import Waves

Sides = tuple[list[Waves], list[Waves]]


def changed_more(
    asked: Asked[MeasureTable, SurveyData], waves: Sequence[str] | None = None, top: int | None = None
) -> Compared | None:
    """Return how much more the project changed than the comparison group; None where there is none to compare with."""
    groups = _both_groups(asked, waves)
    if groups is None:
        return None
    (own,), (others,) = groups
    found = compared_change(own, others, asked.data.about, top=top, by_lot=_by_lot(asked.data.plan))
    return _as_they_took_part(asked, found, groups)


def improved_more(asked: Asked[ShareImproved, SurveyData]) -> Compared | None:
    """Return how many more improved in the project than in the comparison group, where there is one."""
    groups, measure = _both_groups(asked, asked.measure.waves), asked.measure
    if groups is None:
        return None
    counts = Improved(definition=measure.improved, on_each=measure.combine == "every")
    found = compared_improved(*groups, asked.data.about, counts=counts, by_lot=_by_lot(asked.data.plan))
    return _as_they_took_part(asked, found, groups)


def _both_groups(asked: Asked[MeasureTable, SurveyData], waves: Sequence[str] | None) -> Sides | None:
    """Return two waves of each scale, of the project and of those who are compared with it."""
    survey = asked.source
    if not survey.sides or len(survey.waves) < 2:
        return None
    own, others = (
        [
            as_drawn(survey.compared(scale, asked.among, waves, comparison=side), survey.source)
            for scale in asked.data.plan.scales_of(asked.part)
        ]
        for side in (False, True)
    )
    return own, others


def _as_they_took_part(asked: Asked[MeasureTable, SurveyData], found: Compared, groups: Sides) -> Compared:
    """Say what is not known of who took part with whom, and that margins are those of the project alone."""
    effect = with_unknown_groups(found.effect, [one for side in groups for one in side])
    notes = (Note(code="effect-without-margins"),) if asked.source.source.weigh else ()
    return replace(found, effect=replace(effect, notes=(*effect.notes, *notes)))


def _by_lot(plan: Plan) -> bool:
    return Design(plan.written.analysis.design) is Design.RANDOMISED
