"""Competence needs: what the measure asks of the surveys room."""

from __future__ import annotations

import narwhals as nw
import pandas as pd

from effektmatt.core import Outcome
from effektmatt.data.columns import Labels, group_labels
from effektmatt.evaluation.kinds.common import Data, Measurer
from effektmatt.evaluation.kinds.survey import population
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.plan import PlannedPart
from effektmatt.plan.measures import NeedMet
from effektmatt.surveys.need import Rated, need_outcome


def need_met(part: PlannedPart, data: Data) -> Outcome:
    """Return the share whose rating of every skill reaches what their role needs, and the need unit by unit."""
    asked = part.measure
    assert isinstance(asked, NeedMet)
    survey: SurveyData = data.sources[data.plan.source_of(part)]
    people = population(survey, part.among, data)
    last = asked.wave or survey.waves[-1]
    waves = survey.waves[: survey.waves.index(last) + 1]
    return need_outcome(
        [_rated(survey, asked, wave, part, data) for wave in waves],
        asked.needed,
        by=asked.unit,
        population=people.n if people else None,
        population_by_group=people.groups if people else {},
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )


MEASURES: dict[type, Measurer] = {NeedMet: need_met}


def _rated(survey: SurveyData, asked: NeedMet, wave: str, part: PlannedPart, data: Data) -> Rated:
    concerned = survey.concerned(wave, part.among)
    frame = survey.frames[wave][concerned]
    named = data.plan.written.waves.get(wave)
    return Rated(
        wave=named.label if named is not None else survey.loaded.label,
        answers=survey.of_wave(asked.scale, wave, part.among),
        roles=_labels(frame, asked.role),
        units=_labels(frame, asked.unit) if asked.unit else None,
    )


def _labels(frame: pd.DataFrame, column: str) -> Labels:
    return group_labels(nw.from_native(frame[column], series_only=True))
