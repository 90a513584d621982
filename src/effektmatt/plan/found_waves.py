"""Which files are waves of the same: by their names, their columns, and when their rows are dated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import narwhals as nw
import pandas as pd

from effektmatt.data.answer_orders import CODED, NUMBERS, UNKNOWN
from effektmatt.data.dates import read_dates
from effektmatt.data.describing import described
from effektmatt.data.descriptions import ColumnKind
from effektmatt.data.folders import FoundTable
from effektmatt.data.values import folded
from effektmatt.plan.found import FoundSource
from effektmatt.plan.found_names import NOISE, ORDER, FoundWave, plain_name, wave_in, year_part

#: The first day of some rows, that in the middle, and the last.
Days = tuple[date, date, date]
#: How alike the columns of two files must be, to be waves: with names alike, and without.
_ALIKE, _THE_SAME = 0.5, 0.85


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """A table and what its name says: what is left of the name without the wave, the wave, where it stands in time."""

    table: FoundTable
    base: str
    label: str
    wave: FoundWave | None
    days: Days | None


Copies = list[tuple[FoundTable, FoundTable]]


def found_sources(tables: Sequence[FoundTable]) -> tuple[list[FoundSource], list[FoundWave], Copies]:
    """Put the files of a folder together: waves of the same, and exports of the same answers.

    Returns
    -------
    sources
        Each with its files in order of time.
    waves
        All waves, in order of time.
    copies
        Tables that hold the same answers as another, with that.
    """
    named = [_named(one) for one in tables if one.table is not None]
    kept, copies = _without_copies(named)
    clusters = list(_clusters(kept))
    merged = _merged([_waves(cluster) for cluster in clusters])
    sources = [_source(cluster, waves) for cluster, waves in zip(clusters, merged, strict=True)]
    return _distinct(sources), _all_waves(merged), copies


def _named(table: FoundTable) -> _Named:
    stem = unicodedata.normalize("NFC", table.stored_as or table.file.rpartition(".")[0] or table.file)
    whole = NOISE.sub(" ", stem).casefold()
    wave, rest = wave_in((table.sheet or "").casefold())  # what a sheet is called tells more than the workbook's name
    if wave is not None:
        rest = f"{whole} {rest}"
    else:
        said_already = table.sheet is None or folded(table.sheet) in folded(whole)
        wave, rest = wave_in(whole if said_already else f"{whole} {table.sheet}".casefold())
    label = re.sub(r"[\W_]+", " ", rest).strip()
    return _Named(table, plain_name(label) if label else "", label.capitalize(), wave, days_of(table))


def days_of(table: FoundTable) -> Days | None:
    """Return the first, the middle and the last day of the rows, by the column of dates that has the most."""
    if table.description is None or table.table is None:
        return None
    dated = [one for one in table.description.columns if one.kind is ColumnKind.DATE and one.low]
    if not dated:
        return None
    column = max(dated, key=lambda one: one.filled)
    cells = table.table.frame[column.name].dropna()
    days = sorted(cells.map(read_dates(cells.unique()).dates).dropna())
    return (days[0], days[len(days) // 2], days[-1]) if days else None


def _without_copies(named: Sequence[_Named]) -> tuple[list[_Named], Copies]:
    """Leave out exports of the same answers, but the one whose answers stand in words."""
    kept: list[_Named] = []
    copies: Copies = []
    for one in sorted(named, key=lambda one: -_in_words(one)):
        same = next((other for other in kept if _same_rows(one, other)), None)
        if same is None:
            kept.append(one)
        else:
            copies.append((one.table, same.table))
    return sorted(kept, key=lambda one: (one.table.file, one.table.place[1] or "")), copies


def _in_words(one: _Named) -> int:
    columns = one.table.description.columns if one.table.description else ()
    return sum(
        column.answers is not None and column.answers.family not in (NUMBERS, CODED, UNKNOWN) for column in columns
    )


def _same_rows(one: _Named, other: _Named) -> bool:
    """Whether two tables hold the same answers of the same people, in other words at most."""
    first, second = one.table.table, other.table.table
    if first is None or second is None or len(first.frame) != len(second.frame) or _apart(one, other):
        return False
    shared = [str(column) for column in first.frame if column in second.frame]
    if 2 * len(shared) < max(first.frame.shape[1], second.frame.shape[1]):
        return False
    return all(_one_to_one(first.frame[name], second.frame[name]) for name in shared)


def _one_to_one(first: pd.Series[str], second: pd.Series[str]) -> bool:
    """Whether each cell of one column stands, row by row, for the same cell of the other: code and full answer."""
    pairs = set(zip(first.fillna(""), second.fillna(""), strict=True))
    return len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})


def _clusters(named: Sequence[_Named]) -> Iterator[list[_Named]]:
    """Yield the files that are waves of the same, each only once."""
    left = list(named)
    while left:
        first, *left = left
        cluster = [first]
        for one in list(left):
            if all(_are_waves(one, other) for other in cluster):
                cluster.append(one)
                left.remove(one)
        yield cluster


def _are_waves(one: _Named, other: _Named) -> bool:
    if (one.table.stored_as, other.table.stored_as) != (None, None) and one.table.file != other.table.file:
        return False  # a plan names one database for all waves
    apart = _apart(one, other)
    alike = _likeness(one, other)
    if one.base == other.base:
        return apart and alike >= _ALIKE
    return apart and alike >= _THE_SAME and len(_columns_of(one)) > 2 and (one.wave is not None or one.days is not None)


def _apart(one: _Named, other: _Named) -> bool:
    """Whether names or days say that two files are of different times."""
    if one.wave is not None and other.wave is not None:
        return one.wave.name != other.wave.name
    return (
        one.days is not None and other.days is not None and (one.days[2] < other.days[0] or other.days[2] < one.days[0])
    )


def _columns_of(one: _Named) -> set[str]:
    return set() if one.table.table is None else {str(column) for column in one.table.table.frame}


def _likeness(one: _Named, other: _Named) -> float:
    first, second = _columns_of(one), _columns_of(other)
    return len(first & second) / max(1, len(first | second))


def _waves(cluster: Sequence[_Named]) -> list[tuple[_Named, FoundWave | None]]:
    """Return the files of a cluster in order of time, each with its wave; a single file has none."""
    if len(cluster) == 1:
        return [(cluster[0], None)]
    dated = all(one.days is not None for one in cluster)
    named = all(one.wave is not None for one in cluster)

    def when(one: _Named) -> tuple[float, str]:
        if dated and one.days is not None:
            return year_part(one.days[1]), one.table.file
        return (one.wave.place if one.wave else 1.0), one.table.file

    ordered = sorted(cluster, key=when)
    if named:
        waves = [one.wave for one in ordered if one.wave is not None]
        if dated:
            waves = _in_time(waves)
    else:
        names = ("before", "after") if len(ordered) == 2 else tuple(f"t{place}" for place in range(1, len(ordered) + 1))
        waves = [FoundWave(name=name, place=place, guess="waves") for place, name in enumerate(names)]
    return [(one, in_days(wave, one.days)) for one, wave in zip(ordered, waves, strict=True)]


def _in_time(waves: list[FoundWave]) -> list[FoundWave]:
    """Mark waves whose names say another order than their days do."""
    if [wave.place for wave in waves] == sorted(wave.place for wave in waves):
        return waves
    return [replace(wave, guess="wave-order") for wave in waves]


def in_days(wave: FoundWave, days: Days | None) -> FoundWave:
    """Return a wave with its days, where they are known."""
    return wave if days is None else replace(wave, first=days[0], last=days[2])


Placed = list[tuple[_Named, FoundWave | None]]


def _merged(clusters: list[Placed]) -> list[Placed]:
    """Let a year be the wave of another source that has its days in that year, where that is the only one."""
    named = [wave for placed in clusters for _, wave in placed if wave and wave.name in ORDER and wave.first]
    return [_with_names(placed, named) for placed in clusters]


def _with_names(placed: Placed, named: Sequence[FoundWave]) -> Placed:
    years = [wave for _, wave in placed if wave is not None]
    if not years or not all(wave.name[0] == "y" and wave.name[1:].isdigit() for wave in years):
        return placed
    into: list[str] = []
    for wave in years:
        fitting = {one.name for one in named if one.first and str(one.first.year) == wave.name[1:]}
        if len(fitting) != 1:
            return placed
        into += fitting
    if len(set(into)) < len(into):
        return placed
    waves = [
        replace(wave, name=name, label=None, place=ORDER[name], guess="wave-year")
        for wave, name in zip(years, into, strict=True)
    ]
    return [(one, wave) for (one, _), wave in zip(placed, waves, strict=True)]


def _all_waves(clusters: list[Placed]) -> list[FoundWave]:
    """Return every wave once, with all its days, in order of time as far as that is known."""
    together: dict[str, FoundWave] = {}
    for placed in clusters:
        for _, wave in placed:
            if wave is None:
                continue
            there = together.get(wave.name)
            if there is None:
                together[wave.name] = wave
                continue
            firsts = [day for day in (there.first, wave.first) if day]
            lasts = [day for day in (there.last, wave.last) if day]
            first, last = (min(firsts), max(lasts)) if firsts and lasts else (None, None)
            together[wave.name] = replace(there, first=first, last=last, guess=there.guess or wave.guess)
    return _ordered(list(together.values()), clusters)


def _ordered(waves: list[FoundWave], clusters: list[Placed]) -> list[FoundWave]:
    """Put waves in order: by their days where all have such, else so that every source keeps its own order."""
    if all(wave.first for wave in waves):
        return sorted(waves, key=lambda wave: (wave.first or date.min, wave.place))
    before = {wave.name: set[str]() for wave in waves}
    for placed in clusters:
        names = [wave.name for _, wave in placed if wave is not None]
        for place, name in enumerate(names):
            before[name] |= set(names[:place])
    ordered: list[FoundWave] = []
    while waves:
        free = [wave for wave in waves if not before[wave.name] & {one.name for one in waves}] or waves
        first = min(free, key=lambda wave: (year_part(wave.first) if wave.first else wave.place, wave.name))
        ordered.append(first)
        waves = [wave for wave in waves if wave is not first]
    return ordered


def _source(cluster: Sequence[_Named], placed: Placed) -> FoundSource:
    files = {wave.name if wave else "": one.table for one, wave in placed}
    known = {name: column for one in cluster if one.table.table for name, column in one.table.table.known.items()}
    frame = pd.concat([one.table.table.frame for one, _ in placed if one.table.table], ignore_index=True)
    description = described(nw.from_native(frame, eager_only=True), known)
    first = next((one for one in cluster if one.base), None)
    alone = cluster[0].table
    stem = (alone.stored_as or alone.file.rpartition(".")[0]) if len(cluster) == 1 else "data"
    name, label = (first.base, first.label) if first else (plain_name(stem), stem.capitalize())
    return FoundSource(name=name, label=label, files=files, frame=frame, description=description)


def _distinct(sources: list[FoundSource]) -> list[FoundSource]:
    """Give sources of the same name a number each."""
    named: dict[str, FoundSource] = {}
    for source in sources:
        name, number = source.name, 2
        while name in named:
            name, number = f"{source.name}_{number}", number + 1
        named[name] = replace(source, name=name)
    return list(named.values())


def single_files(source: FoundSource) -> Mapping[str, FoundSource]:
    """Return the files of a source each as a source of its own, for a kind that has no waves."""
    made = {}
    for wave, table in source.files.items():
        assert table.table is not None
        assert table.description is not None
        name = f"{source.name}_{wave}" if wave else source.name
        description = table.description
        made[name] = replace(source, name=name, files={"": table}, frame=table.table.frame, description=description)
    return made
