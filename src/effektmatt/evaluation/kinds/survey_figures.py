"""What results of a survey publish of whom: of those linked, and of all who answered a wave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Outcome
from effektmatt.data.columns import Labels
from effektmatt.data.values import folded
from effektmatt.disclosure.figures import Cell, Figure, Members
from effektmatt.evaluation.figures import Property, groups, whole_and_groups
from effektmatt.evaluation.kinds.common import Asked
from effektmatt.evaluation.kinds.linked_waves import people_of
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.plan.kinds.register import Share
from effektmatt.plan.kinds.survey import ScoreChange, ShareChange, ShareImproved
from effektmatt.plan.kinds.two_groups import GroupDifference
from effektmatt.plan.measures import ComparedWaves
from effektmatt.registers.conditions import matched
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.improved_outcome import ShareImproved as FoundImproved

#: What the cells are called that tell of all who answered, where those linked are judged.
EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _People:
    """The people behind a survey's rows: those linked are one person in both waves."""

    survey: SurveyData
    numbers: dict[str, NDArray[np.int64]]
    size: int

    def members(self, wave: str, rows: Members) -> Members:
        """Return whose rows they are."""
        people = np.zeros(self.size, dtype=bool)
        people[self.numbers[wave][rows]] = True
        return people

    def values(self, wave: str, of_rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return a value of each person from those of a wave's rows, nought where there is none."""
        values = np.zeros(self.size)
        values[self.numbers[wave]] = np.nan_to_num(of_rows)
        return values

    def labels(self, scale: str, waves: Sequence[str]) -> dict[str, Labels]:
        """Return the group of each person: the one given in the first of the waves that tells."""
        labels: dict[str, Labels] = {}
        for wave in reversed(waves):
            for by, own in self.survey.answers[scale][wave].groups.items():
                of_people = labels.setdefault(by, np.full(self.size, None, dtype=object))
                told = np.array([label is not None for label in own], dtype=bool)
                of_people[self.numbers[wave][told]] = own[told]
        return labels

    def answered(
        self, scale: str, wave: str, asked: Asked[ComparedWaves | Share | GroupDifference, SurveyData]
    ) -> Members:
        """Return those whom a goal concerns and who have a score in a wave."""
        valid = self.survey.answers[scale][wave].scores.valid
        return self.members(wave, self.survey.concerned(wave, asked.among) & valid)

    def properties(self, scale: str, wave: str, *tops: int | None) -> list[Property]:
        """Return a scale's score in a wave, and whether the answer is a top one."""
        answers, source = self.survey.answers[scale][wave], self.survey.loaded.id
        scores = answers.scores
        found = [
            Property(
                name=f"{source}: {scale} {wave}",
                values=self.values(wave, scores.numbers),
                lowest=float(scores.lowest),
                highest=float(scores.highest),
            )
        ]
        for top in dict.fromkeys(one for one in tops if one is not None):
            hits = scores.at_least(answers.scale.cut(top)).astype(np.float64)
            found.append(Property(name=f"{source}: {scale} {wave} top {top}", values=self.values(wave, hits)))
        return found


def _people(survey: SurveyData) -> _People:
    numbers = people_of({wave: survey.frames[wave] for wave in survey.waves}, survey.links)
    size = 1 + max((int(own.max(initial=-1)) for own in numbers.values()), default=-1)
    return _People(survey=survey, numbers=numbers, size=size)


def top_share_figures(asked: Asked[Share, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what a share of one wave's answers publishes: its mean and distribution stand beside it."""
    measure, people = asked.measure, _people(asked.source)
    scale, wave = measure.scale or "", measure.wave or asked.source.waves[-1]
    answered = people.answered(scale, wave, asked)
    score, *share = people.properties(scale, wave, measure.top)
    cell = Cell(part=asked.part.id)
    yield score.of(cell, answered, published=not outcome.estimate.hidden)
    yield from whole_and_groups(asked.part.id, answered, people.labels(scale, [wave]), outcome, *share)


def two_groups_figures(asked: Asked[GroupDifference, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of the answers of each of two groups that are compared: a share, or else a mean."""
    measure, survey, people = asked.measure, asked.source, _people(asked.source)
    scale, wave = measure.scale or "", measure.wave or survey.waves[-1]
    answered, is_shown = people.answered(scale, wave, asked), outcome.estimate.value is not None
    told = people.properties(scale, wave, measure.top)[-1]
    for group in measure.between_groups():
        rows = matched(survey.frames[wave], {measure.by: (group,)}).hits
        cell = Cell(part=asked.part.id, by=measure.by, group=folded(group))
        yield told.of(cell, answered & people.members(wave, rows), published=is_shown)


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
    people, part, waves = _people(asked.source), asked.part.id, _waves(asked)
    labels, found = people.labels(scale, waves), outcome.detail
    everybody = {wave: people.answered(scale, wave, asked) for wave in waves}
    both = np.logical_and.reduce(list(everybody.values()))
    linked = bool(asked.source.links) and len(waves) == 2 and asked.measure.answers == "linked"
    tops = (top, found.top if isinstance(found, SurveyChange) else None)
    for wave, answered in everybody.items():
        properties = people.properties(scale, wave, *tops)
        of_whom = both if linked else answered
        for one in properties:
            yield one.of(Cell(part=part), of_whom, published=not outcome.estimate.hidden)
            if linked and isinstance(found, SurveyChange):
                yield one.of(Cell(part=part, by=EVERYBODY), answered, published=found.tells_of_everybody)
        yield from groups(part, of_whom, labels, outcome, *of_groups(properties[:2]))


def improved_figures(asked: Asked[ShareImproved, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what a share improved publishes: who improved, the means of one scale, and all answers to each scale."""
    scales, waves = asked.data.plan.scales_of(asked.part), _waves(asked)
    if not asked.source.links or len(waves) < 2:
        return
    people, part, found = _people(asked.source), asked.part.id, outcome.detail
    answered = {(scale, wave): people.answered(scale, wave, asked) for scale in scales for wave in waves}
    linked = np.logical_and.reduce(list(answered.values()))
    labels = people.labels(scales[0], waves)
    name = f"{asked.source.loaded.id}: {'+'.join(scales)} {asked.measure.improved} {asked.measure.combine}"
    improved = Property(name=name, values=np.full(people.size, np.nan))
    told = {(group.by, folded(group.group)): group.estimate for group in outcome.groups}
    for figure in whole_and_groups(part, linked, labels, outcome, improved):
        cell = figure.cell or Cell(part=part)
        estimate = told.get((cell.by, cell.group or "")) if cell.by else outcome.estimate
        if estimate is not None and estimate.hits is not None and estimate.n == figure.n:
            yield replace(figure, total=float(estimate.hits))
        else:
            yield figure
    for (scale, wave), everybody in answered.items():
        (score,) = people.properties(scale, wave)
        if len(scales) == 1:
            yield from whole_and_groups(part, linked, labels, outcome, score)
        if isinstance(found, FoundImproved):
            yield score.of(Cell(part=part, by=EVERYBODY), everybody, published=found.tells_of_everybody)


def _waves(asked: Asked[ComparedWaves, SurveyData]) -> tuple[str, ...]:
    """Return the waves that are compared, or the only one there is."""
    made = asked.source.waves
    return tuple(asked.measure.waves or dict.fromkeys((made[0], made[-1])))
