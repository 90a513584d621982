"""Competence needs: what the measure asks of the surveys room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from effektmatt.core import Outcome
from effektmatt.data.by_group import members_of
from effektmatt.data.columns import Labels, group_labels
from effektmatt.disclosure.figures import Cell, Figure, Members
from effektmatt.evaluation.figures import Property, hidden_estimate, shows_result, whole_and_groups
from effektmatt.evaluation.kinds.common import Asked
from effektmatt.evaluation.kinds.survey_answerers import Answerers, answerers
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.evaluation.kinds.survey_people import about_people
from effektmatt.plan.kinds.survey import NeedMet
from effektmatt.surveys.need import Need, NeedCell, NeedWave, Rated, need_outcome, who_meets

#: What the cells are called that tell of one skill, of everybody or of a unit, and of all skills in an earlier wave.
SKILL, MET = "skill", "met"


def need_met(asked: Asked[NeedMet, SurveyData]) -> Outcome:
    """Return the share whose rating of every skill reaches what their role needs, and the need unit by unit."""
    measure = asked.measure
    about, _ = about_people(asked)
    return need_outcome([_rated(asked, wave) for wave in _waves(asked)], measure.needed, about, by=measure.unit)


def _waves(asked: Asked[NeedMet, SurveyData]) -> tuple[str, ...]:
    """Return the waves up to the one that is judged."""
    made = asked.source.waves
    return made[: made.index(asked.measure.wave or made[-1]) + 1]


def need_figures(asked: Asked[NeedMet, SurveyData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of who meets the need: of all and of groups, skill by skill and unit by unit."""
    measure, people, found = asked.measure, answerers(asked.source), outcome.detail
    if not isinstance(found, Need) or outcome.estimate.hidden:
        return
    waves = _waves(asked)
    for wave, told in zip(waves, found.waves, strict=True):
        rated = _rated(asked, wave)
        complete, reached, below = who_meets(rated, measure.needed)
        of = f"{asked.source.loaded.id}: {measure.scale} {wave} need"
        met = Property(name=of, values=_values(people, asked, wave, reached.astype(np.float64)), who=people.who)
        whole = _members(people, asked, wave, complete)
        if wave == waves[-1]:
            yield from whole_and_groups(asked.part.id, whole, people.labels(measure.scale, [wave]), outcome, met)
        else:
            yield met.of(Cell(part=asked.part.id, by=MET, group=told.wave), whole, published=told.met.value is not None)
        for place, (item, _) in enumerate(found.items):
            short = Property(name=f"{of} {item}", values=_values(people, asked, wave, below[:, place]), who=people.who)
            rows = ~np.isnan(below[:, place])
            units = {None: rows} | (
                {} if rated.units is None else {unit: rows & one for unit, one in members_of(rated.units).items()}
            )
            for unit, own in units.items():
                cell = told.cell(unit, item)
                at = Cell(part=asked.part.id, by=SKILL, group=_at(told.wave, unit, item))
                yield short.of(at, _members(people, asked, wave, own), published=not cell.hidden and bool(cell.n))


def _members(people: Answerers, asked: Asked[NeedMet, SurveyData], wave: str, rows: Members) -> Members:
    """Return whose rows some of those concerned are."""
    return people.members(wave, np.flatnonzero(asked.source.concerned(wave, asked.among))[rows])


def _values(people: Answerers, asked: Asked[NeedMet, SurveyData], wave: str, of_concerned: np.ndarray) -> np.ndarray:
    every = np.zeros(len(asked.source.frames[wave]))
    every[asked.source.concerned(wave, asked.among)] = of_concerned
    return people.values(wave, every)


def _at(wave: str, unit: str | None, item: str) -> str:
    return f"{wave} / {item}" if unit is None else f"{wave} / {item} / {unit}"


def without_needs(outcome: Outcome, cells: frozenset[Cell]) -> Outcome:
    """Return an outcome without the skills and waves that the pass hides."""
    detail, hidden = outcome.detail, {(cell.by, cell.group) for cell in cells}
    if not isinstance(detail, Need):
        return outcome
    return replace(outcome, detail=replace(detail, waves=tuple(_without(one, hidden) for one in detail.waves)))


def _without(wave: NeedWave, hidden: set[tuple[str | None, str | None]]) -> NeedWave:
    cells = tuple(
        NeedCell(unit=one.unit, item=one.item, n=None, need=None, below=None, hidden=True)
        if (SKILL, _at(wave.wave, one.unit, one.item)) in hidden
        else one
        for one in wave.cells
    )
    if (MET, wave.wave) not in hidden:
        return replace(wave, cells=cells)
    return replace(wave, cells=cells, met=hidden_estimate(wave.met))


def shows_needs(outcome: Mapping[str, Any], figure: Figure) -> bool:
    """Whether an outcome of results.json shows a figure of who meets the need."""
    cell = figure.cell
    if cell is None or cell.by not in {SKILL, MET}:
        return shows_result(outcome, figure)
    for wave in (outcome["detail"] or {}).get("waves", []):
        if cell.by == MET and wave["wave"] == cell.group:
            return wave["met"]["value"] is not None
        for one in wave["cells"]:
            if cell.by == SKILL and _at(wave["wave"], one["unit"], one["item"]) == cell.group:
                return not one["hidden"]
    return False


def _rated(asked: Asked[NeedMet, SurveyData], wave: str) -> Rated:
    measure, survey = asked.measure, asked.source
    concerned = survey.concerned(wave, asked.among)
    frame = survey.frames[wave][concerned]
    named = asked.data.plan.written.waves.get(wave)
    return Rated(
        wave=named.label if named is not None else survey.loaded.label,
        answers=survey.of_wave(measure.scale, wave, asked.among),
        roles=_labels(frame, measure.role),
        units=_labels(frame, measure.unit) if measure.unit else None,
    )


def _labels(frame: pd.DataFrame, column: str) -> Labels:
    return group_labels(nw.from_native(frame[column], series_only=True))
