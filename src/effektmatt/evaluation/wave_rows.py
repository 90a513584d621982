"""One file that holds several waves: which rows are of which, by a column that says so, and those that are of none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.core import Note
from effektmatt.data.accounting import Accounting
from effektmatt.data.dates import HowDates, read_dates
from effektmatt.data.values import cell_text, folded
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, WrongCell, nearest
from effektmatt.evaluation.kinds.common import NO_WAVE, LoadedFile
from effektmatt.plan import Plan
from effektmatt.plan.in_waves import InWaves
from effektmatt.plan.row_numbers import written_rows
from effektmatt.plan.sections import Source

Rows = NDArray[np.bool_]

#: A fault shows so many of the values that are of no wave.
_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Divided:
    """The files of a source by wave, what became of rows that are of no wave, and what is wrong."""

    files: Mapping[str, LoadedFile]
    rest: Accounting | None = None
    faults: tuple[Fault, ...] = ()


def divided(name: str, source: Source, files: Mapping[str, LoadedFile], plan: Plan) -> Divided:
    """Divide the rows of a single file into waves, where a column tells them apart; others are as they were.

    A wave that has no rows has not been made yet, unless the plan asks for it or there are rows of no wave: then the
    column calls it something else.
    """
    column = source.divided_by(plan.written) if isinstance(source, InWaves) else None
    if not isinstance(source, InWaves) or column is None or NO_WAVE not in files:
        return Divided(files=files)
    whole = files[NO_WAVE]
    if column not in whole.frame:  # told already
        return Divided(files={})
    claimed = _rows_by_wave(whole.frame[column], source, plan)
    belongs = _apart(claimed)
    outside = ~np.any([*belongs.values(), np.zeros(len(whole.frame), dtype=bool)], axis=0)
    faults = (
        *_without_wave(whole, column),
        *_in_two(whole, column, claimed),
        *_without_rows(name, source, column, whole, claimed, outside, plan),
    )
    parts = {wave: _part(name, wave, whole, rows) for wave, rows in belongs.items() if rows.any()}
    account, left = whole.account, int(outside.sum())
    if parts:  # what there is to say of the file is said once
        first = next(iter(parts))
        parts[first] = replace(parts[first], notes=(*whole.notes, *_notes(whole, column, parts, left, plan)))
    rest = Accounting(
        source=name,
        read=account.read - sum(part.account.read for part in parts.values()),
        used=0,
        left_out={**account.left_out, "outside-waves": left},
    )
    return Divided(files=parts, rest=rest, faults=faults)


def _notes(whole: LoadedFile, column: str, parts: Mapping[str, LoadedFile], left: int, plan: Plan) -> Iterator[Note]:
    """Say how many rows are of each wave, and how many of none."""
    waves, file = plan.written.waves, whole.reading.file
    counted = " · ".join(f"{waves[wave].label} ({len(part.frame)})" for wave, part in parts.items())
    yield Note(code="waves-by-column", values={"file": file, "column": column, "waves": counted})
    if left:
        yield Note(code="rows-outside-waves", values={"file": file, "column": column, "n": left})


def _without_wave(whole: LoadedFile, column: str) -> Iterator[Fault]:
    """Yield the rows that say no wave; a day that is missing is told where days are read."""
    cells, reading = whole.frame[column], whole.reading
    rows = [] if pd.api.types.is_datetime64_any_dtype(cells) else [int(row) for row in cells.index[cells.isna()]]
    if rows:
        at = WrongCell(file=reading.file, sheet=reading.sheet, column=column, row=0, got="")
        yield Fault(
            code="wave-missing",
            file=reading.file,
            sheet=reading.sheet,
            row=rows[0],
            column=column,
            rows=len(rows),
            cells=tuple(replace(at, row=row) for row in rows),
            details={"where": row_ranges(rows), "skip": _as_list(rows)},
        )


def _in_two(whole: LoadedFile, column: str, claimed: Mapping[str, Rows]) -> Iterator[Fault]:
    """Yield the rows that two waves claim, by a word or a day that is of both: the plan must say which."""
    cells, reading = whole.frame[column], whole.reading
    for wave, other in combinations(claimed, 2):
        both = cells[claimed[wave] & claimed[other]]
        if len(both):
            rows = [int(row) for row in both.index]
            yield Fault(
                code="wave-in-two",
                file=reading.file,
                sheet=reading.sheet,
                row=rows[0],
                column=column,
                got=shown(cell_text(both.iloc[0])),
                rows=len(rows),
                details={"wave": wave, "other": other, "where": row_ranges(rows)},
            )


def _as_list(rows: Sequence[int]) -> str:
    """Return rows as a plan names them: 2, "5-7"."""
    return ", ".join(str(one) if isinstance(one, int) else f'"{one}"' for one in written_rows(rows))


def _part(name: str, wave: str, whole: LoadedFile, rows: Rows) -> LoadedFile:
    count = int(rows.sum())
    account = Accounting(source=name, wave=wave, read=count, used=count)
    return replace(whole, frame=whole.frame[rows], account=account, notes=())


def _rows_by_wave(cells: pd.Series[Any], source: InWaves, plan: Plan) -> dict[str, Rows]:
    """Return which rows are of each wave: by what stands in the cells, else by the days that they are."""
    if not pd.api.types.is_datetime64_any_dtype(cells):
        places, different = pd.factorize(cells)
        words = [*map(folded, different), ""]  # -1, an empty cell, is the last
        spelled = {wave: _spelled(wave, source, plan) for wave in source.waves_in(plan.written)}
        by_word = {wave: np.array([word in texts for word in words])[places] for wave, texts in spelled.items()}
        how = HowDates(order=source.date_order, zone=source.time_zone, within=plan.written.periods_of(NO_WAVE))
        read = read_dates(cells.dropna().unique(), how).dates
        if any(rows.any() for rows in by_word.values()) or len(read) < cells.nunique():
            return by_word
        cells = pd.to_datetime(cells.map(read))
    days, by_day = cells.dt.normalize(), dict[str, Rows]()
    for wave in source.waves_in(plan.written):
        first, last = plan.written.waves[wave].period
        inside = days.notna() & bool(first or last)
        inside &= days >= pd.Timestamp(first) if first else True
        inside &= days <= pd.Timestamp(last) if last else True
        by_day[wave] = inside.to_numpy(dtype=bool)
    return by_day


def _apart(belongs: Mapping[str, Rows]) -> dict[str, Rows]:
    """Return rows of one wave each, so that each is counted once: what two waves claim, a fault, is of the first."""
    taken: dict[str, Rows] = {}
    for wave, rows in belongs.items():
        taken[wave] = rows & ~np.any([*taken.values(), np.zeros(len(rows), dtype=bool)], axis=0)
    return taken


def _spelled(wave: str, source: InWaves, plan: Plan) -> frozenset[str]:
    """Return what stands in the cells of a wave: what the plan says, else its name or its label."""
    said = source.waves.get(wave)
    return frozenset(folded(text) for text in said or (wave, *plan.written.waves[wave].labels))


def words_of_waves(source: Source, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield what the plan has for what can stand in the column that tells waves apart, with that column."""
    column = source.divided_by(plan.written) if isinstance(source, InWaves) else None
    if isinstance(source, InWaves) and column is not None:
        for wave in source.waves_in(plan.written):
            yield from ((column, word) for word in _spelled(wave, source, plan))


def _without_rows(
    name: str, source: InWaves, column: str, whole: LoadedFile, belongs: Mapping[str, Rows], outside: Rows, plan: Plan
) -> Iterator[Fault]:
    """Yield the waves that no row is of, where that is not because they have not been made yet."""
    asked = {*source.waves, *_named_by_goals(name, plan)}
    cells = whole.frame[column][outside]
    values = list(dict.fromkeys(shown(cell_text(cell)) for cell in cells.dropna()))
    for wave, rows in belongs.items():
        if not rows.any() and (wave in asked or values):
            said = source.waves.get(wave) or [plan.written.waves[wave].label]
            yield Fault(
                code="wave-without-rows",
                file=whole.reading.file,
                sheet=whole.reading.sheet,
                column=column,
                got=", ".join(said),
                expected=tuple(values[:_SHOWN]),
                nearest=nearest(said[0], tuple(values)),
                details={"wave": wave},
            )


def _named_by_goals(name: str, plan: Plan) -> Iterator[str]:
    """Yield the waves that goals ask of a source."""
    for part in plan.parts:
        if plan.source_of(part) == name:
            yield from part.measure.named_waves


def of_one_file(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return notes of a file that holds several waves: what is counted in each of them is counted together."""
    alike: dict[str, list[Note]] = {}
    for note in notes:
        beside = {name: value for name, value in note.values.items() if name != "n"}  # noqa: PD011 -- no data frame
        alike.setdefault(repr((note.code, beside)), []).append(note)
    return tuple(map(_summed, alike.values()))


def _summed(notes: Sequence[Note]) -> Note:
    said = [dict(note.values) for note in notes]
    counts = [int(one["n"] or 0) for one in said if "n" in one]
    return replace(notes[0], values={**said[0], "n": sum(counts)}) if len(notes) > 1 and counts else notes[0]
