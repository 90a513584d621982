"""Whether the rows of waves can be what the plan says: none compared with itself, none swapped, none of other days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

import pandas as pd

from effektmatt.core import Note
from effektmatt.data.survey_tools import is_repeat
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import LoadedFile, LoadedSource, SourceT
from effektmatt.plan import Plan

#: Rows that are alike in every cell are a copy from so many on, where so many of their results differ.
_FEWEST_ROWS, _FEWEST_RESULTS = 10, 3


def wave_faults(loaded: LoadedSource[SourceT], asked: Mapping[str, Sequence[str]], plan: Plan) -> Iterator[Fault]:
    """Yield the waves that hold the same rows, and those of which the earlier was made after the later.

    `asked` are the columns of what is compared, by wave, as the plan calls them: a place for each question.
    """
    yield from _same_rows(loaded, asked)
    waves = plan.written.waves
    for first, last in pairwise(loaded.files):
        earlier, later = _days(loaded, first, plan), _days(loaded, last, plan)
        if len(earlier) and len(later) and earlier.min() > later.max():
            yield Fault(
                code="waves-swapped",
                file=loaded.files[first].reading.file,
                column=_dated(loaded, first, plan),
                got=f"{earlier.min():%Y-%m-%d}",
                details={
                    "wave": waves[first].label,
                    "other": waves[last].label,
                    "day": f"{later.max():%Y-%m-%d}",
                },
            )


def wave_notes(loaded: LoadedSource[SourceT], plan: Plan) -> Iterator[Note]:
    """Yield how many rows are dated outside the time that the plan gives their wave."""
    for name, file in loaded.files.items():
        wave, days = plan.written.waves.get(name), _days(loaded, name, plan)
        if wave is None:
            continue
        early = 0 if wave.first is None else int((days < pd.Timestamp(wave.first)).sum())
        late = 0 if wave.last is None else int((days >= pd.Timestamp(wave.last) + pd.Timedelta(days=1)).sum())
        if early or late:
            yield Note(code="answers-outside-wave", values={"file": file.reading.file, "n": early + late})


def repeat_notes(loaded: LoadedSource[SourceT]) -> Iterator[Note]:
    """Yield the files of a survey that are repeated groups of a form: there a row is not one who answered."""
    for name, frame in loaded.frames.items():
        if is_repeat(map(str, frame)):
            yield Note(code="survey-of-repeats", values={"file": name})


def _same_rows(loaded: LoadedSource[SourceT], asked: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Yield the waves that would be compared with themselves, and columns that are read in two waves."""
    for first, last in combinations(loaded.files, 2):
        earlier, later = loaded.files[first].reading, loaded.files[last].reading
        if loaded.rest is not None or not _are_same(loaded.files[first], loaded.files[last], asked[last]):
            continue
        before, after = (loaded.source.names_in(wave) for wave in (first, last))
        never = {*loaded.source.not_asked_in(first), *loaded.source.not_asked_in(last)}
        columns = ((one, other) for one, other in zip(asked[first], asked[last], strict=True) if other not in never)
        named = [(before.get(one, one), after.get(other, other)) for one, other in columns]
        same = list(dict.fromkeys(one for one, other in named if one == other))
        if len(same) == len(set(named)):
            yield Fault(code="waves-same-file", file=later.file, got=earlier.file)
        elif same:
            n, names = len(same), ", ".join(same)
            yield Fault(code="waves-same-column", file=later.file, column=same[0], got=names, details={"n": n})


def _are_same(earlier: LoadedFile, later: LoadedFile, asked: Sequence[str]) -> bool:
    """Say whether two waves hold the same rows: of one file or a copy of it, or a copy of them under another name.

    Few rows, or rows with hardly any difference between them, may come out alike twice.
    """
    one, other = earlier.reading, later.reading
    if one.sheet == other.sheet and (one.file == other.file or one.sha256 == other.sha256):
        return True
    results = later.frame[[column for column in dict.fromkeys(asked) if column in later.frame]]
    telling = len(results) >= _FEWEST_ROWS and len(results.drop_duplicates()) >= _FEWEST_RESULTS
    return telling and earlier.frame.reset_index(drop=True).equals(later.frame.reset_index(drop=True))


def _days(loaded: LoadedSource[SourceT], wave: str, plan: Plan) -> pd.Series[Any]:
    """Return when the rows of a wave were made, as far as they tell."""
    frame, column = loaded.files[wave].frame, _dated(loaded, wave, plan)
    if column not in frame or not pd.api.types.is_datetime64_any_dtype(frame[column]):
        return pd.Series([], dtype="datetime64[s]")
    return frame[column].dropna()


def _dated(loaded: LoadedSource[SourceT], wave: str, plan: Plan) -> str | None:
    """Return the column of the days of a wave, where its kind has one."""
    return next(iter(loaded.source.days_in(wave, plan.written)), None)
