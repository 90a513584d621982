"""What is known of the people behind a survey: how many could have answered, and who they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from effektmatt.core import About, Note
from effektmatt.core.about import DRAWN_RESEMBLE, MISSING_RESEMBLE
from effektmatt.evaluation.kinds.common import Asked, Data
from effektmatt.evaluation.kinds.concerned import hidden_notes, of_concerned, people_in
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.plan.measures import ComparedWaves, MeasureTable
from effektmatt.plan.resolved import Condition
from effektmatt.registers.people import People

#: So large a part of a sample drawn by lot must have answered for nothing to be assumed of the others.
_NEARLY_ALL = 0.99


def population(survey: SurveyData, among: Condition, data: Data) -> People | None:
    """Count those whom a goal concerns in the register of who could have answered, if the survey has one."""
    return people_in(survey.source.of, among, data)


def about_people(asked: Asked[MeasureTable, SurveyData], *, wave: str | None = None) -> tuple[About, tuple[Note, ...]]:
    """Return what is known of those whom a goal concerns, and what is to be said of the register that it stands in.

    `wave`: the only wave whose answers are measured; None where two are compared.
    """
    survey, data = asked.source, asked.data
    people = population(survey, asked.among, data)
    waves = (wave,) if wave else _compared(asked)
    told = replace(
        data.about,
        self_selected=survey.source.sampling == "self-selected",
        assumptions=_of_sample(survey, waves) if people is None else (),
    )
    about, notes = of_concerned(told, survey.tells.unseen(asked.among, waves), people, population(survey, {}, data))
    hidden = hidden_notes({one: survey.hidden(one, asked.among) for one in waves}, asked.among)
    return about, (*notes, *hidden, *_otherwise(survey, asked.among, waves))


def _otherwise(survey: SurveyData, among: Condition, waves: Sequence[str]) -> Iterator[Note]:
    """Yield how many are concerned by one wave and not by another: a slip in a cell, or somebody who has changed."""
    most = max((survey.otherwise(among, pair) for pair in survey.links if among and set(pair) & set(waves)), default=0)
    if most:
        yield Note(code="among-otherwise", values={"n": most, "columns": ", ".join(among)})


def _compared(asked: Asked[MeasureTable, SurveyData]) -> tuple[str, ...]:
    """Return the waves whose answers are compared, as far as they have been made."""
    made = asked.source.waves
    named = asked.measure.waves if isinstance(asked.measure, ComparedWaves) else None
    return tuple(named or dict.fromkeys((made[0], made[-1])))


def _of_sample(survey: SurveyData, waves: Sequence[str]) -> tuple[Note, ...]:
    """Return what must hold of those who were drawn by lot and did not answer; nothing where nearly all did."""
    if survey.source.sampling != "random":
        return ()
    drawn = [survey.source.invited_in(wave) for wave in waves]
    if any(invited is None for invited in drawn):
        return (Note(code=DRAWN_RESEMBLE),)
    invited = sum(one or 0 for one in drawn)
    answered = sum(min(len(survey.frames[wave]), one or 0) for wave, one in zip(waves, drawn, strict=True))
    if answered >= _NEARLY_ALL * invited:
        return ()
    return (Note(code=MISSING_RESEMBLE, values={"missing": invited - answered}),)
