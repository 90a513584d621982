"""Whose rows a survey's answers are: those linked are one person in every wave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.data.columns import Labels, known
from effektmatt.disclosure.figures import Members, Who
from effektmatt.evaluation.figures import Property
from effektmatt.evaluation.kinds.linked_waves import people_of
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.evaluation.who import who_are_in
from effektmatt.plan.resolved import Condition
from effektmatt.surveys.answers import CodedAnswers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answerers:
    """The people behind a survey's rows: those linked are one person in both waves."""

    survey: SurveyData
    numbers: dict[str, NDArray[np.int64]]
    size: int
    who: Who

    def members(self, wave: str, rows: Members | NDArray[np.int64]) -> Members:
        """Return whose rows they are."""
        people = np.zeros(self.size, dtype=bool)
        people[self.numbers[wave][rows]] = True
        return people

    def values(self, wave: str, of_rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return a value of each person from those of a wave's rows, NaN where there is none."""
        values = np.full(self.size, np.nan)
        values[self.numbers[wave]] = of_rows
        return values

    def labels(self, scale: str, waves: Sequence[str]) -> dict[str, Labels]:
        """Return the group of each person: the one given in the first of the waves that tells."""
        labels: dict[str, Labels] = {}
        for wave in reversed(waves):
            for by, own in self.survey.answers[scale][wave].groups.items():
                of_people = labels.setdefault(by, np.full(self.size, None, dtype=object))
                told = known(own)
                of_people[self.numbers[wave][told]] = own[told]
        return labels

    def answered(self, scale: str, wave: str, among: Condition) -> Members:
        """Return those whom a goal concerns and who have a score in a wave."""
        return self.given(wave, among, self.survey.answers[scale][wave].scores.valid)

    def given(self, wave: str, among: Condition, rows: NDArray[np.bool_]) -> Members:
        """Return those whom a goal concerns among the people of some rows of a wave."""
        return self.members(wave, self.survey.concerned(wave, among) & rows)

    def answered_items(self, answers: CodedAnswers, wave: str, among: Condition) -> Iterator[tuple[str, Members]]:
        """Yield who answered each item in a wave."""
        for place, item in enumerate(answers.scale.items):
            yield item.id, self.given(wave, among, answers.places[:, place] >= 0)

    def item(self, scale: str, wave: str, item: str) -> Property:
        """Return the answer to one question, which may stand in several scales."""
        answers = self.survey.answers[scale][wave]
        place = next(place for place, one in enumerate(answers.scale.items) if one.id == item)
        given = answers.places[:, place]
        return Property(
            name=f"{self.survey.loaded.id}: {wave} {answers.scale.items[place].column(wave)}",
            values=self.values(wave, np.where(given >= 0, given, np.nan)),
            highest=float(len(answers.scale.answers) - 1),
            who=self.who,
        )

    def change(self, scale: str, waves: Sequence[str]) -> Property:
        """Return how much higher a scale's score is in the last of some waves than in the first."""
        first, last = (self.properties(scale, wave)[0] for wave in (waves[0], waves[-1]))
        return Property(
            name=f"{self.survey.loaded.id}: {scale} {' '.join(waves)} change",
            values=last.values - first.values,
            lowest=last.lowest - first.highest,
            highest=last.highest - first.lowest,
            who=self.who,
        )

    def whatever(self, name: str) -> Property:
        """Return something that is published in a form that is no sum: it counts as known of whomever it is about."""
        return Property(name=f"{self.survey.loaded.id}: {name}", values=np.full(self.size, np.nan), who=self.who)

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
                who=self.who,
            )
        ]
        for top in dict.fromkeys(one for one in tops if one is not None):
            hits = np.where(scores.valid, scores.at_least(answers.scale.cut(top)), np.nan)
            found.append(
                Property(name=f"{source}: {scale} {wave} top {top}", values=self.values(wave, hits), who=self.who)
            )
        return found


def answerers(survey: SurveyData) -> Answerers:
    """Return the people behind a survey's rows."""
    numbers = people_of({wave: survey.frames[wave] for wave in survey.waves}, survey.links)
    size = 1 + max((int(own.max(initial=-1)) for own in numbers.values()), default=-1)
    source = survey.source
    key = [*source.link_within, source.code] if source.code else []
    who = who_are_in(survey.loaded.id, survey.frames, numbers, size, key)
    return Answerers(survey=survey, numbers=numbers, size=size, who=who)
