"""Whether the files of a survey's waves can be what the plan says: no file twice, none swapped, none of other days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from effektmatt.core import Note
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import LoadedSource
from effektmatt.evaluation.kinds.linked_waves import same_answers
from effektmatt.plan import Plan
from effektmatt.plan.kinds.survey import Survey


def wave_faults(loaded: LoadedSource[Survey], plan: Plan) -> Iterator[Fault]:
    """Yield the waves that have the same file, and those of which the earlier was answered after the later."""
    scales = [scale for name, scale in plan.scales.items() if plan.written.scales[name].source == loaded.id]
    asked = {wave: [item.column(wave) for scale in scales for item in scale.items] for wave in loaded.files}
    yield from same_answers(loaded, asked, copies=True)
    for first, last in pairwise(loaded.files):
        earlier, later = _days(loaded, first), _days(loaded, last)
        if len(earlier) and len(later) and earlier.min() > later.max():
            yield Fault(
                code="waves-swapped",
                file=loaded.files[first].reading.file,
                column=_answered(loaded),
                got=f"{earlier.min():%Y-%m-%d}",
                details={"other": loaded.files[last].reading.file, "day": f"{later.max():%Y-%m-%d}"},
            )


def wave_notes(loaded: LoadedSource[Survey], plan: Plan) -> Iterator[Note]:
    """Yield how many answers are dated outside the time that the plan gives a wave."""
    for name, file in loaded.files.items():
        wave, days = plan.written.waves.get(name), _days(loaded, name)
        if wave is None:
            continue
        early = 0 if wave.first is None else int((days < pd.Timestamp(wave.first)).sum())
        late = 0 if wave.last is None else int((days >= pd.Timestamp(wave.last) + pd.Timedelta(days=1)).sum())
        if early or late:
            yield Note(code="answers-outside-wave", values={"file": file.reading.file, "n": early + late})


def _days(loaded: LoadedSource[Survey], wave: str) -> pd.Series[Any]:
    """Return when a wave was answered, as far as its file tells."""
    frame, column = loaded.files[wave].frame, _answered(loaded)
    if column not in frame or not pd.api.types.is_datetime64_any_dtype(frame[column]):
        return pd.Series([], dtype="datetime64[s]")
    return frame[column].dropna()


def _answered(loaded: LoadedSource[Survey]) -> str:
    return loaded.source.answered or ""
