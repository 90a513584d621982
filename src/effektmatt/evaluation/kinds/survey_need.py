"""Competence needs: what the measure asks of the surveys room."""

from __future__ import annotations

import narwhals as nw
import pandas as pd

from effektmatt.core import Outcome
from effektmatt.data.columns import Labels, group_labels
from effektmatt.evaluation.kinds.common import Asked
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.evaluation.kinds.survey_people import about_people
from effektmatt.plan.kinds.survey import NeedMet
from effektmatt.surveys.need import Rated, need_outcome


def need_met(asked: Asked[NeedMet, SurveyData]) -> Outcome:
    """Return the share whose rating of every skill reaches what their role needs, and the need unit by unit."""
    measure, survey = asked.measure, asked.source
    last = measure.wave or survey.waves[-1]
    waves = survey.waves[: survey.waves.index(last) + 1]
    about, _ = about_people(asked)
    return need_outcome([_rated(asked, wave) for wave in waves], measure.needed, about, by=measure.unit)


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
