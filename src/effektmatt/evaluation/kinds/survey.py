"""Surveys: what their measures ask of the surveys room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from effektmatt.core import About, Estimate, Outcome, Unit
from effektmatt.data.schemas import Column, survey_columns
from effektmatt.data.two_groups import means_of_two, samples_of_two, shares_of_two
from effektmatt.evaluation.figures import all_or_none, shows_both
from effektmatt.evaluation.kinds.asked_questions import of_scales
from effektmatt.evaluation.kinds.common import NO_WAVE, Asked, Kind, answer, grouping
from effektmatt.evaluation.kinds.survey_beside import shows, without_beside
from effektmatt.evaluation.kinds.survey_cause import changed_more, improved_more
from effektmatt.evaluation.kinds.survey_data import SurveyData, last_wave, prepare
from effektmatt.evaluation.kinds.survey_design import Reads, measured, weighed
from effektmatt.evaluation.kinds.survey_doses import dose_columns
from effektmatt.evaluation.kinds.survey_figures import (
    improved_figures,
    score_change_figures,
    share_change_figures,
    top_share_figures,
    two_groups_figures,
)
from effektmatt.evaluation.kinds.survey_need import need_figures, need_met, shows_needs, without_needs
from effektmatt.evaluation.kinds.survey_need_checks import need_columns
from effektmatt.evaluation.kinds.survey_participants import beside
from effektmatt.evaluation.kinds.survey_people import about_people, population
from effektmatt.evaluation.kinds.survey_weights import design_columns
from effektmatt.goals import reading_of
from effektmatt.plan import Plan
from effektmatt.plan.kinds.register import Share
from effektmatt.plan.kinds.survey import NeedMet, ScoreChange, ShareChange, ShareImproved, Survey
from effektmatt.plan.kinds.two_groups import GroupDifference
from effektmatt.plan.measures import ComparedWaves
from effektmatt.surveys.change import DoseChange, ThenTest
from effektmatt.surveys.change_outcomes import score_change_outcome, share_change_outcome
from effektmatt.surveys.dose import change_by_dose, with_dose
from effektmatt.surveys.improved_outcome import share_improved_outcome
from effektmatt.surveys.over_time import over_time
from effektmatt.surveys.scale import THEN
from effektmatt.surveys.then_test import then_test, with_then_tests
from effektmatt.surveys.top_share import top_share_outcome
from effektmatt.surveys.waves import Waves, samples_of


def columns(name: str, source: Survey, wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of one wave of a survey, or of all waves that stand in one file."""
    scales = [scale for scale_id, scale in plan.scales.items() if plan.written.scales[scale_id].source == name]
    last, waves = last_wave(source, plan), [wave] if wave else list(source.waves_in(plan.written)) or [NO_WAVE]
    items = {item.column(one): () for one in waves for scale in scales for item in scale.items}
    if last in waves:
        items |= {item.columns[THEN]: () for scale in scales for item in scale.items if THEN in item.columns}
    groups = dict.fromkeys([*grouping(present, plan), *source.link_within, *need_columns(name, plan)])
    own = design_columns(source)
    rules = survey_columns(items=items, code=source.code, groups=list(groups), submitted=source.answered)
    doses = dose_columns(name, waves, last, plan)
    numbers = [*(Column(name=one, kind="number") for one in doses), *own]
    return (*numbers, *(one for one in rules if one.name not in {other.name for other in numbers}))


def share_improved(asked: Asked[ShareImproved, SurveyData]) -> Outcome:
    """Return the share of everybody concerned who answered higher after than before."""
    measure, scales = asked.measure, asked.data.plan.scales_of(asked.part)
    outcome = measured(
        asked,
        Reads(scales=scales, waves=measure.waves),
        lambda people, about: share_improved_outcome(
            people, about, definition=measure.improved, combine=measure.combine if len(scales) > 1 else None
        ),
    )
    return with_then_tests(outcome, _then_tests(asked))


def _then_tests(asked: Asked[ComparedWaves, SurveyData]) -> list[ThenTest]:
    """Return the then-test of each scale of a measure that compares with the last wave, where the survey has one."""
    survey, waves, (about, _) = asked.source, asked.measure.waves, about_people(asked)
    if len(survey.waves) < 2 or (waves is not None and waves[1] != survey.waves[-1]):
        return []
    tests = (
        then_test(survey.compared(scale, asked.among, waves), asked_of_then, about)
        for scale in asked.data.plan.scales_of(asked.part)
        if (asked_of_then := survey.then_test(scale, asked.among)) is not None
    )
    return [test for test in tests if test is not None]


def top_share(asked: Asked[Share, SurveyData]) -> Outcome:
    """Return the share of one wave's answers that are among the highest."""
    measure, survey = asked.measure, asked.source
    return measured(
        asked,
        Reads(scales=(measure.scale or "",), one=measure.wave or survey.waves[-1]),
        lambda people, about: top_share_outcome(people[0].after, about, top=measure.top),
    )


def group_difference(asked: Asked[GroupDifference, SurveyData]) -> Outcome:
    """Return how much one group's answers differ from another's, in one wave."""
    measure, groups = asked.measure, asked.measure.between_groups()
    first, second = ({measure.by: (group,)} for group in groups)
    reads = Reads(scales=(measure.scale or "",), one=measure.wave or asked.source.waves[-1], groups=(first, second))

    def compared(people: Sequence[Waves], about: About) -> Outcome:
        abouts = [replace(about, population=_people_of(asked, measure.by, group)) for group in groups]
        return _two_groups(people[0], measure, abouts)

    return measured(asked, reads, compared)


def _two_groups(waves: Waves, measure: GroupDifference, abouts: Sequence[About]) -> Outcome:
    """Return how much the first of two groups (as the answers after) differs from the second."""
    by, groups, top = measure.by, measure.between_groups(), measure.top
    answers = [one for one in (waves.after, waves.before) if one is not None]
    samples = samples_of(waves, lambda one: one.scores.numbers if top is None else one.top_hits(top))
    if samples is not None:
        if top is not None:
            return samples_of_two(by, groups, samples, abouts, Unit.POINTS)
        return samples_of_two(by, groups, samples, abouts, Unit.SCORE, answers[0].scores.ends)
    if top is None:
        return means_of_two(by, groups, [one.scores.counts() for one in answers], abouts, answers[0].scores.ends)
    return shares_of_two(by, groups, [one.hits(top) for one in answers], [one.n for one in answers], abouts)


def _people_of(asked: Asked[GroupDifference, SurveyData], by: str, group: str) -> int | None:
    """Return how many of a group could have answered, where the register of those who could says who is in it."""
    register = asked.source.source.of
    if register is None or by not in asked.data.sources[register].loaded.only.frame:
        return None
    people = population(asked.source, {**asked.among, by: (group,)}, asked.data)
    return None if people is None else people.n + people.unknown


def share_change(asked: Asked[ShareChange, SurveyData]) -> Outcome:
    """Return the change of the share of answers that are among the highest."""
    measure, reading = asked.measure, reading_of(asked.target)
    outcome = measured(
        asked,
        Reads(scales=(measure.scale,), waves=measure.waves),
        lambda people, about: share_change_outcome(
            people[0], about, top=measure.top, reading=reading, answers=measure.answers
        ),
    )
    return replace(outcome, over_time=_over_time(asked, measure.top))


def score_change(asked: Asked[ScoreChange, SurveyData]) -> Outcome:
    """Return the change of a scale's mean score."""
    measure, reading = asked.measure, reading_of(asked.target)
    outcome = measured(
        asked,
        Reads(scales=(measure.scale,), waves=measure.waves),
        lambda people, about: score_change_outcome(people[0], about, reading=reading, answers=measure.answers),
    )
    outcome = replace(outcome, over_time=_over_time(asked, None))
    outcome = with_dose(outcome, _by_dose(asked), asked.data.about.level)
    return with_then_tests(outcome, _then_tests(asked))


def _by_dose(asked: Asked[ScoreChange, SurveyData]) -> DoseChange | None:
    """Return the change at each dose, where the plan names a column of doses and both waves have been made."""
    measure, survey = asked.measure, asked.source
    if measure.dose is None or len(survey.waves) < 2:
        return None
    last = measure.waves[1] if measure.waves else survey.waves[-1]
    doses = survey.frames[last][measure.dose].to_numpy(dtype=np.float64, na_value=np.nan)
    return change_by_dose(
        survey.compared(measure.scale, asked.among, measure.waves),
        doses[survey.concerned(last, asked.among)],
        about_people(asked)[0],
        label=asked.data.plan.written.labels.get(measure.dose, measure.dose),
    )


def _over_time(
    asked: Asked[ShareChange | ScoreChange, SurveyData], top: int | None
) -> tuple[tuple[str, Estimate], ...]:
    """Return a measure in every wave, where there are more than the two that are compared."""
    survey, scale = asked.source, asked.measure.scale
    if len(survey.waves) < 3:
        return ()
    labels = {name: wave.label for name, wave in asked.data.plan.written.waves.items()}
    about, _ = about_people(asked)
    answers = {}
    for wave in survey.waves:
        people, told = weighed(asked, Reads(scales=(scale,), one=wave), about)
        if people[0].after is not None:
            answers[labels[wave]] = people[0].after
    return over_time(answers, told, top=top)


KIND = Kind(
    source=Survey,
    columns=columns,
    prepare=prepare,
    questions=of_scales,
    answers=(
        answer(
            ShareImproved,
            SurveyData,
            share_improved,
            improved_more,
            figures=improved_figures,
            without=without_beside,
            shows=shows,
        ),
        answer(
            Share,
            SurveyData,
            top_share,
            lambda asked: changed_more(asked, top=asked.measure.top),
            figures=top_share_figures,
            without=without_beside,
            shows=shows,
        ),
        answer(
            ShareChange,
            SurveyData,
            share_change,
            lambda asked: changed_more(asked, asked.measure.waves, asked.measure.top),
            figures=share_change_figures,
            without=without_beside,
            shows=shows,
        ),
        answer(
            ScoreChange,
            SurveyData,
            score_change,
            lambda asked: changed_more(asked, asked.measure.waves),
            figures=score_change_figures,
            without=without_beside,
            shows=shows,
        ),
        answer(
            NeedMet,
            SurveyData,
            need_met,
            figures=need_figures,
            without=without_needs,
            shows=shows_needs,
        ),
        answer(
            GroupDifference,
            SurveyData,
            group_difference,
            figures=two_groups_figures,
            without=all_or_none,
            shows=shows_both,
        ),
    ),
    beside=beside,
)
