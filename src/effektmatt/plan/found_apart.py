"""Waves that stand in one file: a column that tells rows apart, or columns that differ only by the name of a wave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import narwhals as nw
import pandas as pd

from effektmatt.data.describing import described
from effektmatt.data.descriptions import ColumnKind
from effektmatt.data.folders import FoundTable
from effektmatt.data.values import folded, key
from effektmatt.plan.found import FoundSource
from effektmatt.plan.found_names import FoundWave, wave_of
from effektmatt.plan.found_waves import days_of, in_days

#: Headings of a column that says when: surely, and perhaps.
_SURELY = re.compile(
    r"mättillf|mattillf|mätning|matning|\bwave\b|^våg|^vag\b|mätomg|tidpunkt|time ?point|survey ?round|pre.?post", re.I
)
_PERHAPS = re.compile(
    r"tillfälle|tillfalle|omgång|omgang|round|occasion|period|\bfas\b|phase|^tid$|^time$|^t$|termin|semester|^år$|^ar$|^year$",
    re.I,
)
_YEAR = re.compile(r"20\d\d")
#: A column of waves has at most so many values, each in at least so many rows.
_MOST, _FEWEST_ROWS = 5, 3
#: Of numbers under a heading that may mean anything ("Tillfälle"), more are rather meetings.
_MOST_NUMBERED = 3
#: A column tells people apart where so many of its cells differ within a wave, and so many come again in another.
_UNIQUE, _AGAIN, _FEWEST_PEOPLE = 0.85, 0.2, 5
#: Answers of two waves lie at least so many days apart.
_GAP = 14
#: Columns of these kinds hold what is measured; one of them must be there in every wave.
_MEASURED = (ColumnKind.ANSWERS, ColumnKind.NUMBER)
_WORDS = (
    r"före|fore|innan|before|pre|baslinje|baseline|nuläge|efter|after|post|slut|uppföljning|uppfoljning|followup"
    r"|(?:t|tid|våg|vag|wave|mätning|matning|omgång|omgang)[ _-]?\d|[vw]\d|20\d\d"
)
#: A heading with the name of a wave in it: "f1_fore", "Kunskap (efter)", "T1_Q1"; or a number last, "q7_1".
_MARKED = re.compile(rf"(?P<left>|.*[\W_])(?P<mark>{_WORDS})(?P<right>|[\W_].*)", re.I)
_NUMBERED = re.compile(r"(?P<left>.*[^\W\d]\d*)[_.-](?P<mark>[0-4])(?P<right>)")
#: Values that say no more than the wave, in a spelling that no report has.
_PLAIN = frozenset({"fore", "efter", "före", "pre", "post", "before", "after"})
_EDGES = " \t_-.:;,()[]"
#: Numbers alone tell waves only where so many questions have all of them.
_MANY = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Apart:
    """One file seen as several waves, and the waves."""

    source: FoundSource
    waves: tuple[FoundWave, ...]


def seen_apart(source: FoundSource) -> Iterator[Apart]:
    """Yield the ways in which the rows of a single file can be seen as waves, the surest first."""
    if source.waves or len(source.files) != 1 or len(source.frame) < _FEWEST_ROWS:
        return
    yield from _by_columns(source)
    yield from _by_values(source)
    yield from _by_days(source)


def perhaps_waves(source: FoundSource) -> tuple[str, tuple[str, ...]] | None:
    """Return a column that may say the wave though nothing settles it, with its values; None where there is none."""
    for column in _few_valued(source):
        values = _values(source.frame[column])
        if (
            _SURELY.search(column)
            or _PERHAPS.search(column)
            or len({one.name for one in _named(values)}) == len(values)
        ):
            return column, tuple(values)
    return None


def _named(values: Iterable[str]) -> list[FoundWave]:
    """Return the waves that values name."""
    return [wave for value in values if (wave := wave_of(value)) is not None]


def _few_valued(source: FoundSource) -> Iterator[str]:
    """Yield the columns that may tell waves apart: few values, each in several rows."""
    for one in source.description.columns:
        cells = source.frame[one.name].dropna()
        few = 2 <= one.different <= _MOST and not one.kind.is_personal and one.kind is not ColumnKind.DATE
        if few and len(cells) >= 0.9 * len(source.frame) and min(cells.map(folded).value_counts()) >= _FEWEST_ROWS:
            yield one.name


def _values(cells: pd.Series[str]) -> list[str]:
    """Return the values of a column in the order in which they stand, each spelt as it is first."""
    return list({folded(cell): str(cell) for cell in reversed(cells.dropna().tolist())}.values())[::-1]


def _by_values(source: FoundSource) -> Iterator[Apart]:
    """Yield the columns whose values are waves: by their words, else by people who come again in each."""
    found = [(column, told) for column in _few_valued(source) if (told := _waves_of(source, column)) is not None]
    for column, told in sorted(found, key=lambda one: (_SURELY.search(one[0]) is None, one[1][1] is not None)):
        waves, guess = told
        parts = {wave.name: source.frame[source.frame[column].map(folded) == folded(value)] for value, wave in waves}
        files = {name: _part(source, frame.drop(columns=column)) for name, frame in parts.items()}
        ordered, files, late = _in_order([wave for _, wave in waves], files)
        guess = guess or ("wave-order" if late else None)
        values = {wave.name: value for value, wave in waves}
        apart = _source(source, files, wave_column=column, wave_values={one.name: values[one.name] for one in ordered})
        cells = source.frames[0][column]  # with the numbers of the rows in the file
        nowhere = tuple(map(int, cells.index[cells.isna()]))
        apart = replace(apart, rows_of_no_wave=nowhere)
        yield Apart(source=apart, waves=tuple(replace(one, guess=guess or one.guess) for one in ordered))


def _waves_of(source: FoundSource, column: str) -> tuple[list[tuple[str, FoundWave]], str | None] | None:
    """Return the wave that each value of a column is, and why that is guessed; None where they are none."""
    values = _values(source.frame[column])
    called, surely = _PERHAPS.search(column) is not None, _SURELY.search(column) is not None
    named, hinted = _named(values), called or surely
    alone = not hinted and (any(map(_YEAR.search, values)) or _asked_once(source))  # "före 2020" is no wave
    if len({wave.name for wave in named}) == len(values) and not alone:
        return [(value, _labelled(wave, value)) for value, wave in zip(values, named, strict=True)], None
    numbered = all(re.fullmatch(r"[0-9]", value) for value in values)
    again = _people_again(source, column)
    if numbered and not surely and len(values) > _MOST_NUMBERED:
        return None
    if numbered and (surely or (again and (called or _follow(values)))):
        ordered = sorted(values, key=int)
        return [
            (one, FoundWave(name=f"t{one}", place=float(one))) for one in ordered
        ], None if surely else "waves-again"
    if again or (surely and _days_apart(source, column, values)):
        names = ("before", "after") if len(values) == 2 else [f"t{place}" for place in range(1, len(values) + 1)]
        placed = enumerate(zip(_by_first_day(source, column, values), names, strict=True))
        return [
            (value, FoundWave(name=name, label=value, place=float(place))) for place, (value, name) in placed
        ], "waves-again"
    return None


def _asked_once(source: FoundSource) -> bool:
    """Whether a code shows that nobody stands in the file twice; a number of rows shows nothing."""
    codes = (one for one in source.description.columns if one.kind in (ColumnKind.CODE, ColumnKind.MAIL))
    return any(
        one.different == one.filled == len(source.frame) and not source.frame[one.name].str.isdigit().all()
        for one in codes
    )


def _follow(values: Sequence[str]) -> bool:
    numbers = sorted(int(value) for value in values)
    return all(last - first == 1 for first, last in pairwise(numbers))


def _labelled(wave: FoundWave, value: str) -> FoundWave:
    """Return a wave that is called as the file calls it; a bare number says nothing to a reader."""
    plain = (value.isdigit() and len(value) < len("2025")) or value.casefold() in _PLAIN
    return wave if plain else replace(wave, label=value)


def _people_again(source: FoundSource, column: str) -> str | None:
    """Return a column that tells people apart within every value of another, and where they come again in the next."""
    groups = source.frame.groupby(source.frame[column].map(folded, na_action="ignore"))
    for one in source.description.columns:
        if one.name == column or one.kind in (ColumnKind.DATE, ColumnKind.PERIOD, ColumnKind.NAMES, ColumnKind.EMPTY):
            continue
        if _comes_again([rows[one.name].dropna().map(key) for _, rows in groups]):
            return one.name
    return None


def _comes_again(columns: Sequence[pd.Series[str]]) -> bool:
    sets = [set(cells) for cells in columns]
    unique = all(
        len(cells) >= _FEWEST_PEOPLE and len(held) >= _UNIQUE * len(cells)
        for cells, held in zip(columns, sets, strict=True)
    )
    return unique and all(
        len(one & other) >= _AGAIN * min(len(one), len(other)) for one, other in pairwise(sets)
    )  # fmt: skip


def _date_column(source: FoundSource) -> str | None:
    dates = [one for one in source.description.columns if one.kind is ColumnKind.DATE and one.low]
    return max(dates, key=lambda one: one.filled).name if dates else None


def _ends(source: FoundSource, column: str, value: str) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the first and the last day of the rows with a value."""
    date = _date_column(source)
    if date is None:
        return None
    days = pd.to_datetime(source.days(date))
    rows = source.frame.index[source.frame[column].map(folded, na_action="ignore") == folded(value)]
    own = days[days.index.isin(rows)]
    return (own.min(), own.max()) if len(own) else None


def _days_apart(source: FoundSource, column: str, values: Sequence[str]) -> bool:
    """Whether all rows of one value came before all of the next."""
    ends = [_ends(source, column, value) for value in values]
    known = sorted(one for one in ends if one is not None)
    return len(known) == len(values) and all(first[1] < last[0] for first, last in pairwise(known))


def _by_first_day(source: FoundSource, column: str, values: Sequence[str]) -> list[str]:
    ends = {value: _ends(source, column, value) for value in values}
    if any(end is None for end in ends.values()):
        return sorted(values) if all(value.isdigit() for value in values) else list(values)
    return sorted(values, key=lambda value: ends[value] or ())


def _by_days(source: FoundSource) -> Iterator[Apart]:
    """Yield answers that came at different times from the same people, where the days leave a gap between."""
    date = _date_column(source)
    if date is None:
        return
    days = source.days(date)
    distinct = sorted(set(days))
    gaps = [(later - earlier).days for earlier, later in pairwise(distinct)]
    if not gaps or max(gaps) < _GAP:
        return
    place = gaps.index(max(gaps))
    ends = ((distinct[0], distinct[place]), (distinct[place + 1], distinct[-1]))
    parts = [source.frame.loc[days.index[(days >= first) & (days <= last)]] for first, last in ends]
    others = [one for one in source.description.columns if one.kind not in (ColumnKind.DATE, ColumnKind.PERIOD)]
    if not any(_comes_again([part[one.name].dropna().map(key) for part in parts]) for one in others):
        return
    waves = tuple(
        FoundWave(name=name, first=first, last=last, place=float(number), guess="waves-gap")
        for number, (name, (first, last)) in enumerate(zip(("before", "after"), ends, strict=True))
    )
    files = {wave.name: _part(source, part) for wave, part in zip(waves, parts, strict=True)}
    yield Apart(source=_source(source, files, wave_column=date), waves=waves)


def _by_columns(source: FoundSource) -> Iterator[Apart]:
    """Yield a file with a row for each person, where columns differ only by the name of a wave."""
    for pattern, least in ((_MARKED, 1), (_NUMBERED, _MANY)):
        bases = _bases(source, pattern)
        sets = [frozenset(columns) for columns in bases.values() if len(columns) > 1]
        if not sets:
            continue
        waves = max(set(sets), key=lambda one: (sets.count(one), len(one)))
        whole = {base: columns for base, columns in bases.items() if waves <= set(columns)}
        lone = pattern is _NUMBERED and len(whole) < len(bases)
        unmarked = any(base in source.frame for base in whole)
        if (
            len(whole) < (2 if unmarked else least)
            or lone
            or not any(_measured(source, columns.values()) for columns in whole.values())
        ):
            continue
        named = {wave: _wave_of_mark(wave) for wave in waves}
        ordered = sorted(waves, key=lambda wave: named[wave].place)
        guess = "panel-numbers" if pattern is _NUMBERED else "panel-unmarked" if unmarked else None
        found = [replace(named[wave], guess=guess) for wave in ordered]
        yield _panel(source, bases, whole, dict(zip(ordered, found, strict=True)))
        return


def _bases(source: FoundSource, pattern: re.Pattern[str]) -> dict[str, dict[str, str]]:
    """Return the columns of each question by the wave in their headings."""
    bases: dict[str, dict[str, str]] = {}
    kinds: dict[str, ColumnKind] = {}
    for one in source.description.columns:
        found = pattern.fullmatch(one.name)
        if found is None or one.kind is ColumnKind.EMPTY:
            continue
        base = f"{found['left'].strip(_EDGES)} {found['right'].strip(_EDGES)}".strip()
        mark = _plain(found["mark"])
        if (
            base
            and (base not in source.frame or _first_unmarked(base, mark, source))
            and kinds.setdefault(base, one.kind) is one.kind
        ):
            bases.setdefault(base, {}).setdefault(mark, one.name)
            if base in source.frame:
                bases[base].setdefault("t1" if mark == "t2" else "before", base)
    return bases


def _first_unmarked(base: str, mark: str, source: FoundSource) -> bool:
    """Whether a heading without a mark is the first time: "trygg" beside "trygg_efter", with the same answers."""
    marked = mark in ("after", "followup", "t2")
    return marked and source.description[base].kind in _MEASURED


def _plain(mark: str) -> str:
    """Return the id of the wave that a mark names."""
    wave = wave_of(mark)
    return wave.name if wave is not None else f"t{mark[-1]}"


def _wave_of_mark(name: str) -> FoundWave:
    order = {"before": 0.0, "after": 2.0, "followup": 3.0}
    number = re.search(r"\d+", name)
    year = name[1:] if name[0] == "y" else None
    return FoundWave(name=name, label=year, place=order.get(name, float(number[0]) if number else 1.0))


def _measured(source: FoundSource, columns: Iterable[str]) -> bool:
    kinds = [source.description[column].kind for column in columns]
    return all(kind in _MEASURED for kind in kinds)


def _panel(
    source: FoundSource,
    bases: Mapping[str, Mapping[str, str]],
    whole: Mapping[str, Mapping[str, str]],
    waves: Mapping[str, FoundWave],
) -> Apart:
    """Return a source whose files are the columns of each wave; what was asked once is left to the last wave."""
    taken = [str(column) for column in source.frame if str(column) not in whole]
    marked = {column for columns in (*bases.values(), *whole.values()) for column in columns.values()}
    shared = [name for name in taken if name not in marked and source.description[name].kind is not ColumnKind.ANSWERS]
    once = [name for name in taken if name not in marked and name not in shared]
    files = {}
    for place, (mark, wave) in enumerate(waves.items()):
        own = {columns[mark]: base for base, columns in whole.items()}
        alone = [columns[mark] for base, columns in bases.items() if base not in whole and mark in columns]
        last = once if place == len(waves) - 1 else []
        frame = source.frame[[*own, *shared, *alone, *last]].rename(columns=own)
        files[wave.name] = _part(source, frame, own)
    columns = {base: {wave.name: named[mark] for mark, wave in waves.items()} for base, named in whole.items()}
    return Apart(source=_source(source, files, columns=columns), waves=tuple(waves.values()))


def _part(source: FoundSource, frame: pd.DataFrame, renamed: Mapping[str, str] | None = None) -> FoundTable:
    """Return the table of a wave."""
    (whole,) = source.files.values()
    assert whole.table is not None
    known = dict(whole.table.known)
    for column, name in (renamed or {}).items():
        if column in known:
            known[name] = replace(known[column], label=_without_mark(known[column].label))
    table = replace(whole.table, frame=frame, known=known)
    cells = nw.from_native(frame, eager_only=True)
    return replace(whole, table=table, description=described(cells, known, file=whole.file, sheet=whole.sheet))


def _without_mark(label: str | None) -> str | None:
    """Return a question without the wave that it was asked in: "Jag vet (före)" is "Jag vet"."""
    found = None if label is None else _MARKED.fullmatch(label)
    if found is None or found["right"].strip(_EDGES):  # in the middle of a question it may mean something else
        return label
    return found["left"].rstrip(_EDGES) or label


def _in_order(
    waves: Sequence[FoundWave], files: Mapping[str, FoundTable]
) -> tuple[list[FoundWave], dict[str, FoundTable], bool]:
    """Put waves in order: by their days where all have such, else by their names; say whether the two differ."""
    named = sorted(waves, key=lambda one: one.place)
    days = {name: days_of(table) for name, table in files.items()}
    ordered = named
    if all(days.values()):
        ordered = sorted(named, key=lambda one: days[one.name] or ())
    return (
        [in_days(one, days[one.name]) for one in ordered],
        {one.name: files[one.name] for one in ordered},
        ordered != named,
    )


def _source(
    source: FoundSource,
    files: Mapping[str, FoundTable],
    *,
    wave_column: str | None = None,
    wave_values: Mapping[str, str] | None = None,
    columns: Mapping[str, Mapping[str, str]] | None = None,
) -> FoundSource:
    tables = [one.table for one in files.values() if one.table is not None]
    frame = pd.concat([table.frame for table in tables], ignore_index=True)
    known = {name: about for table in tables for name, about in table.known.items() if name in frame}
    description = described(nw.from_native(frame, eager_only=True), known)
    return replace(
        source,
        files=dict(files),
        frame=frame,
        description=description,
        wave_column=wave_column,
        wave_values=wave_values or {},
        renamed=columns or {},
    )
