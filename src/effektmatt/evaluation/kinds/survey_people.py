"""What is known of the people behind a survey: how many could have answered, and who they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from effektmatt.core import About, Note
from effektmatt.core.about import DRAWN_RESEMBLE, MISSING_RESEMBLE, Unsorted
from effektmatt.evaluation.kinds.common import Asked, Data
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.plan.measures import ComparedWaves, MeasureTable
from effektmatt.plan.resolved import Condition
from effektmatt.plan.tables import condition_of
from effektmatt.registers.people import People, count_people

#: So large a part of a sample drawn by lot must have answered for nothing to be assumed of the others.
_NEARLY_ALL = 0.99


def population(survey: SurveyData, among: Condition, data: Data) -> People | None:
    """Count those whom a goal concerns in the register of who could have answered, if the survey has one."""
    if survey.source.of is None:
        return None
    register = data.sources[survey.source.of].loaded
    return count_people(register.only.frame, among=among, by=register.groups, file=register.only.reading.file)


def about_people(asked: Asked[MeasureTable, SurveyData], *, wave: str | None = None) -> tuple[About, tuple[Note, ...]]:
    """Return what is known of those whom a goal concerns, and what is to be said of the register that it stands in.

    `wave`: the only wave whose answers are measured; None where two are compared.
    """
    survey, data = asked.source, asked.data
    people = population(survey, asked.among, data)
    waves = (wave,) if wave else _compared(asked)
    about = replace(
        data.about,
        # who may be concerned is missing too: leaving them out would make a census of what is none
        population=people.n + people.unknown if people else None,
        population_by_group=people.most if people else {},
        self_selected=survey.source.sampling == "self-selected",
        assumptions=_of_sample(survey, waves) if people is None else (),
    )
    unseen = _unseen(survey, asked.among, waves)
    if not unseen:
        return about, people.notes if people else ()
    return _unsorted(about, unseen, people, population(survey, {}, data))


def _compared(asked: Asked[MeasureTable, SurveyData]) -> tuple[str, ...]:
    """Return the waves whose answers are compared, as far as they have been made."""
    made = asked.source.waves
    named = asked.measure.waves if isinstance(asked.measure, ComparedWaves) else None
    return tuple(named or dict.fromkeys((made[0], made[-1])))


def _unseen(survey: SurveyData, among: Condition, waves: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of a condition that the answers do not tell of, and that who was asked does not settle.

    Of people who are linked one of the two waves tells.
    """

    def tells(wave: str, column: str) -> bool:
        put = condition_of(survey.source.asked.get(wave, {}))
        return column in survey.frames[wave] or put.get(column) == among[column]

    enough = any if survey.links and len(waves) > 1 else all
    return tuple(column for column in among if not enough(tells(wave, column) for wave in waves))


def _unsorted(
    about: About, unseen: Sequence[str], people: People | None, everybody: People | None
) -> tuple[About, tuple[Note, ...]]:
    """Return what is known of people where answers of others may stand among those that a goal concerns."""
    values: dict[str, str | int | float] = {"columns": ", ".join(unseen)}
    assumed = (*about.assumptions, Note(code="answers-of-concerned", values=values))
    if people is None or everybody is None:
        return replace(about, assumptions=assumed), ()
    concerned = people.n + people.unknown
    others = everybody.n - people.n
    if not others:
        return about, people.notes
    told = Note(code="answers-unsorted", values={**values, "concerned": concerned, "others": others})
    unsorted = Unsorted(concerned=concerned, others=others)
    about = replace(about, population=None, population_by_group={}, unsorted=unsorted, assumptions=assumed)
    return about, (*people.notes, told)


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
