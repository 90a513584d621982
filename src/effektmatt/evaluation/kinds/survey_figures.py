"""What results of a survey publish of whom: of those linked, and of all who answered a wave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Outcome, Reading
from effektmatt.data.values import folded
from effektmatt.disclosure.figures import Cell, Figure, Members
from effektmatt.evaluation.figures import BESIDE_OTHERS, Property, groups, whole_and_groups
from effektmatt.evaluation.kinds.common import Asked
from effektmatt.evaluation.kinds.survey_answerers import Answerers, answerers
from effektmatt.evaluation.kinds.survey_beside import (
    EVERYBODY,
    LINKED,
    Compared,
    dose_figures,
    item_figures,
    then_figures,
    wave_figures,
)
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.evaluation.kinds.survey_design import row_weights
from effektmatt.goals import reading_of
from effektmatt.plan.kinds.register import Share
from effektmatt.plan.kinds.survey import ScoreChange, ShareChange, ShareImproved
from effektmatt.plan.kinds.two_groups import GroupDifference
from effektmatt.plan.measures import ComparedWaves, MeasureTable
from effektmatt.registers.conditions import belonging
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.improved_outcome import ShareImproved as FoundImproved
from effektmatt.surveys.top_share import WaveAnswers


def top_share_figures(asked: Asked[Share, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what a share of one wave's answers publishes: its mean and distribution stand beside it."""
    measure, people = asked.measure, answerers(asked.source)
    scale, wave = measure.scale or "", measure.wave or asked.source.waves[-1]
    answered = people.answered(scale, wave, asked.among)
    score, *share = people.properties(scale, wave, measure.top)
    cell = Cell(part=asked.part.id)
    yield score.of(cell, answered, published=not outcome.estimate.hidden)
    labels, weights = people.labels(scale, [wave]), _weights(asked, people, scale, wave)
    yield from whole_and_groups(asked.part.id, answered, labels, outcome, *share, weights=weights)
    yield from _beside_others(asked, scale, measure.top, None)
    if isinstance(outcome.detail, WaveAnswers) and not outcome.estimate.hidden:
        told = {wave: answered}
        compared = Compared(
            part=asked.part.id,
            people=people,
            scale=scale,
            judged=told,
            everybody=told,
            both=answered,
            linked=False,
        )
        yield from item_figures(compared, asked, outcome.detail.items)


def two_groups_figures(asked: Asked[GroupDifference, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of the answers of each of two groups that are compared: a share, or else a mean."""
    measure, survey, people = asked.measure, asked.source, answerers(asked.source)
    scale, wave = measure.scale or "", measure.wave or survey.waves[-1]
    answered, is_shown = people.answered(scale, wave, asked.among), outcome.estimate.value is not None
    told, weights = people.properties(scale, wave, measure.top)[-1], _weights(asked, people, scale, wave)
    for group in measure.between_groups():
        rows = belonging(survey.frames[wave], measure.by, (group,)).hits
        cell = Cell(part=asked.part.id, by=measure.by, group=folded(group))
        yield told.of(cell, answered & people.members(wave, rows), published=is_shown, weights=weights)


def _weights(
    asked: Asked[MeasureTable, SurveyData], people: Answerers, scale: str, wave: str
) -> NDArray[np.float64] | None:
    """Return what each person weighs in a wave; None where all weigh alike."""
    weights = row_weights(asked, scale, wave)
    return None if weights is None else np.nan_to_num(people.values(wave, weights))


def score_change_figures(asked: Asked[ScoreChange, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what the change of a mean publishes."""
    return _change_figures(asked, asked.measure.scale, outcome, lambda found: found[:1])


def share_change_figures(asked: Asked[ShareChange, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what the change of a share publishes; the means stand beside it."""
    return _change_figures(asked, asked.measure.scale, outcome, lambda found: found[1:], asked.measure.top)


def _change_figures(
    asked: Asked[ScoreChange | ShareChange, SurveyData],
    scale: str,
    outcome: Outcome,
    of_groups: Callable[[list[Property]], list[Property]],
    top: int | None = None,
) -> Iterator[Figure]:
    """Yield the figures of both waves: of those who are compared, and of all who answered."""
    part, found = asked.part.id, outcome.detail
    all_judged = asked.measure.answers != "linked" or reading_of(asked.target) is Reading.LEVEL
    compared = _compared(asked, [scale], judges_all=all_judged)[0]
    people, is_shown = compared.people, not outcome.estimate.hidden
    labels = people.labels(scale, tuple(compared.judged))
    tops = (top, found.top if isinstance(found, SurveyChange) else None)
    for wave, judged in compared.judged.items():
        properties = people.properties(scale, wave, *tops)
        weights = _weights(asked, people, scale, wave)
        for one in properties:
            if weights is not None:
                yield one.of(Cell(part=part), judged, published=is_shown, weights=weights)
            yield one.of(Cell(part=part), judged, published=is_shown)
            if compared.linked and isinstance(found, SurveyChange):
                everybody = Cell(part=part, by=EVERYBODY)
                yield one.of(everybody, compared.everybody[wave], published=found.tells_of_everybody)
            if all_judged and isinstance(found, SurveyChange) and found.all_answers is not None:
                yield one.of(Cell(part=part, by=LINKED), compared.both, published=is_shown)
        yield from groups(part, judged, labels, outcome, *of_groups(properties[:2]), weights=weights)
    if compared.linked:
        waves = tuple(compared.judged)
        weights = _weights(asked, people, scale, waves[0])
        change = people.change(scale, waves)
        yield from whole_and_groups(part, compared.both, labels, outcome, change, weights=weights)
    if isinstance(found, SurveyChange) and is_shown:
        yield from item_figures(compared, asked, found.items)
        yield from wave_figures(compared, asked, outcome, top)
        yield from _beside_others(asked, scale, top, asked.measure.waves)
        yield from then_figures(compared, asked, found.then_test)
        yield from dose_figures(compared, asked, labels, outcome)


def improved_figures(asked: Asked[ShareImproved, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what a share improved publishes: who improved, the means of one scale, and all answers to each scale."""
    scales = asked.data.plan.scales_of(asked.part)
    if not asked.source.links or len(_waves(asked)) < 2:
        return
    of_scale = _compared(asked, scales)
    people, part, found = of_scale[0].people, asked.part.id, outcome.detail
    linked, waves = np.logical_and.reduce([one.both for one in of_scale]), _waves(asked)
    labels = people.labels(scales[0], waves)
    weights = _weights(asked, people, scales[0], waves[0])
    asks = " ".join([*waves, str(asked.measure.improved), str(asked.measure.combine)])
    name = f"{asked.source.loaded.id}: {'+'.join(scales)} {asks}"
    improved = Property(name=name, values=np.full(people.size, np.nan), who=people.who)
    told = {(group.by, folded(group.group)): group.estimate for group in outcome.groups}
    scores = [people.properties(scale, wave)[0].values for scale in scales for wave in _waves(asked)]
    marks = _marks(scores)
    for figure in whole_and_groups(part, linked, labels, outcome, improved, weights=weights):
        cell = figure.cell or Cell(part=part)
        estimate = told.get((cell.by, cell.group or "")) if cell.by else outcome.estimate
        if figure.weights is None and estimate and estimate.hits is not None and estimate.n == figure.n:
            yield replace(figure, total=float(estimate.hits), values=marks)
        else:
            yield replace(figure, values=marks)
    if not isinstance(found, FoundImproved) or outcome.estimate.hidden:
        return
    if len(scales) == 1:
        change = people.change(scales[0], waves)
        yield from whole_and_groups(part, linked, labels, outcome, change, weights=weights)
    for one, answers in zip(of_scale, found.scales, strict=True):
        for wave, everybody in one.everybody.items():
            (score,) = people.properties(one.scale, wave)
            if len(scales) == 1:
                yield from whole_and_groups(part, linked, labels, outcome, score, weights=weights)
            yield score.of(Cell(part=part, by=EVERYBODY), everybody, published=found.tells_of_everybody)
        yield from item_figures(one, asked, answers.items)
        yield from then_figures(one, asked, answers.then_test)
        yield from _beside_others(asked, one.scale, None, asked.measure.waves)


def _marks(scores: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return a number for the scores that each person has, the same for the same scores, in every run."""
    told = np.stack([np.nan_to_num(one, nan=-1.0) for one in scores])
    numbers = np.zeros(told.shape[1], dtype=np.int64)
    for one in told:
        levels, places = np.unique(one, return_inverse=True)
        firsts, numbers = np.unique(numbers * levels.size + places, return_index=True, return_inverse=True)[1:]
    return np.array([hash(tuple(of_one)) for of_one in told[:, firsts].T.tolist()], dtype=np.float64)[numbers]


def _beside_others(
    asked: Asked[MeasureTable, SurveyData], scale: str, top: int | None, waves: Sequence[str] | None
) -> Iterator[Figure]:
    """Yield what is published of the project beside a comparison group: of those linked, or of all in each wave."""
    survey = asked.source
    if not survey.sides or len(survey.waves) < 2:
        return
    people, first, last = answerers(survey), *(waves or (survey.waves[0], survey.waves[-1]))
    everybody = {wave: people.answered(scale, wave, asked.among) for wave in (first, last)}
    both = everybody[first] & everybody[last]
    for wave, answered in everybody.items():
        one = people.properties(scale, wave, top)[-1]
        yield one.of(Cell(part=asked.part.id, by=BESIDE_OTHERS), both if survey.links else answered)


def _compared(
    asked: Asked[ComparedWaves, SurveyData], scales: Sequence[str], *, judges_all: bool = False
) -> list[Compared]:
    """Return each scale in the waves that are compared: of those linked, or of all who answered."""
    people, waves = answerers(asked.source), _waves(asked)
    linked = bool(asked.source.links) and len(waves) == 2 and not judges_all
    found = []
    for scale in scales:
        everybody = {wave: people.answered(scale, wave, asked.among) for wave in waves}
        both: Members = np.logical_and.reduce(list(everybody.values()))
        judged = dict.fromkeys(waves, both) if linked else everybody
        found.append(
            Compared(
                part=asked.part.id,
                people=people,
                scale=scale,
                judged=judged,
                everybody=everybody,
                both=both,
                linked=linked,
            )
        )
    return found


def _waves(asked: Asked[ComparedWaves, SurveyData]) -> tuple[str, ...]:
    """Return the waves that are compared, or the only one there is."""
    made = asked.source.waves
    return tuple(asked.measure.waves or dict.fromkeys((made[0], made[-1])))
