"""Surveys: what their measures ask of the surveys room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from effektmatt.core import Estimate, Outcome
from effektmatt.data.schemas import Column, survey_columns
from effektmatt.evaluation.kinds.common import Data, Kind, grouping
from effektmatt.evaluation.kinds.doses import dose_columns
from effektmatt.evaluation.kinds.need_names import need_columns
from effektmatt.evaluation.kinds.survey_data import SurveyData, last_wave, prepare
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.measures import ComparedWaves, ScoreChange, Share, ShareChange, ShareImproved
from effektmatt.plan.resolved import Condition
from effektmatt.plan.sources import Survey
from effektmatt.registers.people import People, count_people
from effektmatt.surveys.cause import difference_from_comparison
from effektmatt.surveys.change import DoseChange, ThenTest
from effektmatt.surveys.dose import change_by_dose, with_dose
from effektmatt.surveys.improved import share_improved_outcome
from effektmatt.surveys.outcome import score_change_outcome, share_change_outcome
from effektmatt.surveys.over_time import over_time
from effektmatt.surveys.scale import THEN
from effektmatt.surveys.then_test import then_test, with_then_tests
from effektmatt.surveys.top_share import top_share_outcome


def columns(name: str, source: Survey, wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of one wave of a survey."""
    scales = [scale for scale_id, scale in plan.scales.items() if plan.written.scales[scale_id].source == name]
    items = {item.column(wave): () for scale in scales for item in scale.items}
    if wave == last_wave(source, plan):
        items |= {item.columns[THEN]: () for scale in scales for item in scale.items if THEN in item.columns}
    groups = dict.fromkeys([*grouping(present, plan), *source.link_within, *need_columns(name, plan)])
    rules = survey_columns(items=items, code=source.code, groups=list(groups), submitted=source.answered)
    doses = dose_columns(name, wave, last_wave(source, plan), plan)
    return (*(Column(name=one, kind="number") for one in doses), *(one for one in rules if one.name not in doses))


def population(survey: SurveyData, among: Condition, data: Data) -> People | None:
    """Count those whom a goal concerns in the register of who could have answered, if the survey has one."""
    if survey.source.of is None:
        return None
    register = data.sources[survey.source.of].loaded
    return count_people(register.only.frame, among=among, by=register.groups, file=register.only.reading.file)


def _of(part: PlannedPart, data: Data) -> SurveyData:
    survey: SurveyData = data.sources[data.plan.source_of(part)]
    return survey


def share_improved(part: PlannedPart, data: Data) -> Outcome:
    """Return the share of everybody concerned who answered higher after than before."""
    asked = part.measure
    assert isinstance(asked, ShareImproved)
    survey = _of(part, data)
    scales = data.plan.scales_of(part)
    people = population(survey, part.among, data)
    outcome = share_improved_outcome(
        [survey.compared(scale, part.among, asked.waves) for scale in scales],
        definition=asked.improved,
        combine=asked.combine if len(scales) > 1 else None,
        population=people.n if people else None,
        population_by_group=people.groups if people else {},
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )
    return _told(with_then_tests(outcome, _then_tests(survey, part, people, data)), people)


def _told(outcome: Outcome, people: People | None) -> Outcome:
    """Add what there is to say of the register that gave the denominator."""
    return replace(outcome, notes=(*outcome.notes, *people.notes)) if people else outcome


def _then_tests(survey: SurveyData, part: PlannedPart, people: People | None, data: Data) -> list[ThenTest]:
    """Return the then-test of each scale of a measure that compares with the last wave, where the survey has one."""
    asked = part.measure
    assert isinstance(asked, ComparedWaves)
    if len(survey.waves) < 2 or (asked.waves is not None and asked.waves[1] != survey.waves[-1]):
        return []
    tests = (
        then_test(
            survey.compared(scale, part.among, asked.waves),
            asked_of_then,
            population=people.n if people else None,
            self_selected=survey.source.sampling == "self-selected",
            level=data.level,
            hide=data.hide,
        )
        for scale in data.plan.scales_of(part)
        if (asked_of_then := survey.then_test(scale, part.among)) is not None
    )
    return [test for test in tests if test is not None]


def top_share(part: PlannedPart, data: Data) -> Outcome:
    """Return the share of one wave's answers that are among the highest."""
    asked = part.measure
    assert isinstance(asked, Share)
    survey = _of(part, data)
    people = population(survey, part.among, data)
    outcome = top_share_outcome(
        survey.of_wave(asked.scale or "", asked.wave or survey.waves[-1], part.among),
        top=asked.top,
        population=people.n if people else None,
        population_by_group=people.groups if people else {},
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )
    return _told(outcome, people)


def share_change(part: PlannedPart, data: Data) -> Outcome:
    """Return the change of the share of answers that are among the highest."""
    asked = part.measure
    assert isinstance(asked, ShareChange)
    survey = _of(part, data)
    people = population(survey, part.among, data)
    outcome = share_change_outcome(
        survey.compared(asked.scale, part.among, asked.waves),
        top=asked.top,
        reading=reading_of(part),
        answers=asked.answers,
        population=people.n if people else None,
        population_by_group=people.groups if people else {},
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )
    return _told(replace(outcome, over_time=_over_time(survey, part, people, data)), people)


def score_change(part: PlannedPart, data: Data) -> Outcome:
    """Return the change of a scale's mean score."""
    asked = part.measure
    assert isinstance(asked, ScoreChange)
    survey = _of(part, data)
    people = population(survey, part.among, data)
    outcome = score_change_outcome(
        survey.compared(asked.scale, part.among, asked.waves),
        reading=reading_of(part),
        answers=asked.answers,
        population=people.n if people else None,
        population_by_group=people.groups if people else {},
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )
    outcome = replace(outcome, over_time=_over_time(survey, part, people, data))
    outcome = with_dose(outcome, _by_dose(survey, part, data), data.level)
    return _told(with_then_tests(outcome, _then_tests(survey, part, people, data)), people)


def _by_dose(survey: SurveyData, part: PlannedPart, data: Data) -> DoseChange | None:
    """Return the change at each dose, where the plan names a column of doses and both waves have been made."""
    asked = part.measure
    assert isinstance(asked, ScoreChange)
    if asked.dose is None or len(survey.waves) < 2:
        return None
    last = asked.waves[1] if asked.waves else survey.waves[-1]
    doses = survey.frames[last][asked.dose].to_numpy(dtype=np.float64, na_value=np.nan)
    return change_by_dose(
        survey.compared(asked.scale, part.among, asked.waves),
        doses[survey.concerned(last, part.among)],
        label=data.plan.written.labels.get(asked.dose, asked.dose),
        level=data.level,
        hide=data.hide,
    )


def _over_time(
    survey: SurveyData, part: PlannedPart, people: People | None, data: Data
) -> tuple[tuple[str, Estimate], ...]:
    """Return a measure in every wave, where there are more than the two that are compared."""
    asked = part.measure
    if len(survey.waves) < 3 or not isinstance(asked, ShareChange | ScoreChange):
        return ()
    labels = {name: wave.label for name, wave in data.plan.written.waves.items()}
    return over_time(
        {labels[wave]: survey.of_wave(asked.scale, wave, part.among) for wave in survey.waves},
        top=asked.top if isinstance(asked, ShareChange) else None,
        population=people.n if people else None,
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )


def reading_of(part: PlannedPart) -> str:
    """Return which number of a change is held against the target: the level after, or the change as it is read."""
    target = part.target
    if target is None or target.kind == "direction":
        return "points"
    if not target.is_change:
        return "level"
    return str(target.reading or "points")


def cause(part: PlannedPart, data: Data) -> Estimate | None:
    """Return how much more the project changed than the comparison group; None where there is none to compare with."""
    survey = _of(part, data)
    scales = data.plan.scales_of(part)
    if not survey.outside or len(scales) != 1 or len(survey.waves) < 2:
        return None
    waves = getattr(part.measure, "waves", None) or None
    return difference_from_comparison(
        survey.compared(scales[0], part.among, waves),
        survey.compared(scales[0], part.among, waves, comparison=True),
        top=getattr(part.measure, "top", None),
        level=data.level,
    )


KIND = Kind(
    cause=cause,
    columns=columns,
    prepare=prepare,
    measures={
        ShareImproved: share_improved,
        Share: top_share,
        ShareChange: share_change,
        ScoreChange: score_change,
    },
)
