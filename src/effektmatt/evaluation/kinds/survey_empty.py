"""Questionnaires that were opened and left empty: no answers, and nobody who answered."""

from __future__ import annotations

from dataclasses import replace

import narwhals as nw
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.columns import coded
from effektmatt.data.values import folded
from effektmatt.evaluation.kinds.common import LoadedSource
from effektmatt.plan import Plan
from effektmatt.plan.kinds.survey import Survey
from effektmatt.surveys.scale import THEN


def without_empty(loaded: LoadedSource[Survey], last: str, plan: Plan) -> LoadedSource[Survey]:
    """Leave out the rows in which no question of any scale holds anything, so that they are counted nowhere.

    "Vet ej" is something: whoever writes it has answered the questionnaire. In the `last` wave it is also asked how it
    was then.
    """
    scales = [scale for name, scale in plan.scales.items() if plan.written.scales[name].source == loaded.id]
    files = {}
    for wave, file in loaded.files.items():
        waves = (wave, THEN) if wave == last else (wave,)
        asked = {item.column(one) for scale in scales for item in scale.items for one in waves}
        held = [column for column in asked if column in file.frame]
        empty = _empty(file.frame, held) if held else np.zeros(len(file.frame), dtype=bool)
        account = file.account.leave("no-answer", int(empty.sum()))
        files[wave] = replace(file, frame=file.frame[~empty], account=account) if empty.any() else file
    return replace(loaded, files=files)


def _empty(frame: pd.DataFrame, columns: list[str]) -> NDArray[np.bool_]:
    empty = np.ones(len(frame), dtype=bool)
    for column in columns:
        rows, different = coded(nw.from_native(frame[column], series_only=True))
        empty &= np.array([*(not folded(cell) for cell in different), True])[rows]
    return empty
