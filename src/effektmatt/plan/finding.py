"""From the files of a folder to the draft of a plan: the kind of each, the waves, who is looked up where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import narwhals as nw

from effektmatt.data.descriptions import ColumnKind
from effektmatt.data.folders import FoundTable, with_years_as_rows
from effektmatt.data.identifying import identified
from effektmatt.data.long_names import LongNames
from effektmatt.data.values import folded, key
from effektmatt.plan.found import Drafted, Example, FoundSource, Key, evidence
from effektmatt.plan.found_apart import perhaps_waves, seen_apart
from effektmatt.plan.found_names import FoundWave, plain_name, wave_of
from effektmatt.plan.found_waves import found_sources, single_files
from effektmatt.plan.row_numbers import written_rows
from effektmatt.plan.written import KINDS

#: Headings of groups that reports are usually split by.
_USUAL_GROUPS = re.compile(
    r"kön|\bkon\b|^kon$|gender|\bsex\b|kommun|municipality|förvaltning|forvaltning|organisation|avdelning|department"
    r"|enhet|unit|office|kontor|arbetsplats|workplace|arbetar du|do you work"
    r"|nivå|niva|level|ålder|alder|age|yrke|roll|role|verksamhet|område|omrade|skola|school|region",
    re.IGNORECASE,
)
_MOST_GROUPS, _MOST_VALUES = 3, 12
#: What the columns are called in the plan where a file has a column for each year.
_LONG = LongNames(period="år", value="värde")
#: So many of those in one file must stand in a register, to be looked up there.
_LOOKED_UP = 0.8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DraftedSource:
    """Files that belong together, the kind that they were taken for, and what stands of them in the plan.

    `waves` are those that stand in one file; `unsettled` is a column that may say them, with its values.
    """

    found: FoundSource
    kind: str
    drafted: Drafted
    waves: tuple[FoundWave, ...] = ()
    unsettled: tuple[str, tuple[str, ...]] | None = None

    @property
    def label(self) -> str:
        """What the plan calls it in words."""
        return self.drafted.label or self.found.label

    def unread(self, groups: Collection[str]) -> tuple[str, ...]:
        """Return the columns with groups, answers or numbers that nothing in the plan names: none is left unsaid.

        Any column of a register may be asked for by a goal, and is named by none before.
        """
        if not KINDS[self.kind].source.has_scales:
            return ()
        named = {*groups, self.found.wave_column, *self.found.renamed}
        named |= set(_texts([[key.value for key in self.drafted.keys], self.found.renamed]))
        named |= set(_texts([key.value for section in self.drafted.sections for key in section.keys]))
        return tuple(one.name for one in evidence(self.found) if one.name not in named)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DraftedPlan:
    """What a plan from the files of a folder holds.

    Parameters
    ----------
    sources, waves, groups
        What was found.
    unused
        Tables that the plan does not read: at fault, or of no kind that was recognised.
    copies
        Files with the same answers as another, and which.
    """

    sources: tuple[DraftedSource, ...]
    waves: tuple[FoundWave, ...]
    groups: tuple[str, ...]
    unused: tuple[FoundTable, ...]
    copies: tuple[tuple[str, str], ...]


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a value of the plan, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key_, inner in value.items():
            yield from _texts([key_, inner])
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _texts(inner)


def drafted_plan(tables: Sequence[FoundTable]) -> DraftedPlan:
    """Return the draft of a plan that reads the tables of a folder."""
    readable = (one for one in tables if one.table is not None and not one.faults and len(one.table.frame))
    whole = [with_years_as_rows(one, _LONG) for one in readable]
    found, waves, copies = found_sources([one for one in whole if not one.faults])
    sources = [drafted for source in found for drafted in _recognised(source)]
    sources = _with_own_names(_looked_up(sources))
    broken = {one.place: one for one in whole if one.faults}
    read = {table.place for one in sources for table in one.found.files.values()}
    copied = {copy.place for copy, _ in copies}
    unused = tuple(
        one
        for one in {**{one.place: one for one in tables}, **broken}.values()
        if one.place not in read and one.place not in copied
    )
    named = {wave for one in sources for wave in one.found.waves}
    kept = _with_waves_of_files([wave for wave in waves if wave.name in named], sources)
    kept = _with_waves_of_columns(kept, sources)
    sources, settled = _in_waves(sources, kept)
    return DraftedPlan(
        sources=tuple(sources),
        waves=tuple(settled),
        groups=_groups(sources),
        unused=unused,
        copies=tuple((copy.called, of.called) for copy, of in copies),
    )


def _recognised(source: FoundSource) -> Iterator[DraftedSource]:
    """Yield what a source is; of a kind that has no waves each of its files by itself."""
    surest = _surest(source)
    for apart in seen_apart(source):
        other = _surest(apart.source)
        if other is not None and _is_surer(other, surest):
            yield DraftedSource(
                found=apart.source, kind=other[0], drafted=_with_cells(apart.source, other[1]), waves=apart.waves
            )
            return
    if surest is None:
        return
    kind, drafted = surest
    if KINDS[kind].source.in_waves or not source.waves:
        unsettled = perhaps_waves(source) if KINDS[kind].source.in_waves and not source.waves else None
        yield DraftedSource(found=source, kind=kind, drafted=_with_cells(source, drafted), unsettled=unsettled)
        return
    for one in single_files(source).values():
        yield from _recognised(one)


def _surest(source: FoundSource) -> tuple[str, Drafted] | None:
    """Return the kind that recognises a source most surely, and what it makes of it."""
    made = [(kind, drafted) for kind in KINDS if (drafted := KINDS[kind].found(source)) is not None]
    return max(made, key=lambda one: one[1].strength) if made else None


def _is_surer(apart: tuple[str, Drafted], whole: tuple[str, Drafted] | None) -> bool:
    """Whether a file is rather of several waves: of a kind that has waves, and of no surer kind as it stands."""
    if not KINDS[apart[0]].source.in_waves:
        return False
    return whole is None or KINDS[whole[0]].source.in_waves or apart[1].strength > whole[1].strength


def _with_waves_of_files(waves: Sequence[FoundWave], sources: Sequence[DraftedSource]) -> list[FoundWave]:
    """Add the waves that stand in one file."""
    together = {wave.name: wave for wave in waves}
    for wave in (wave for one in sources for wave in one.waves):
        there = together.get(wave.name)
        days = [day for one in (there, wave) if one is not None for day in (one.first, one.last) if day is not None]
        known = wave.first is not None and (there is None or there.first is not None)
        first, last = (min(days), max(days)) if known else (None, None)
        together[wave.name] = replace(there or wave, first=first, last=last, guess=(there or wave).guess or wave.guess)
    every = list(together.values())
    return sorted(every, key=lambda one: one.first or date.min) if all(one.first for one in every) else every


def _with_cells(source: FoundSource, drafted: Drafted) -> Drafted:
    """Return a draft with what the plan must say of cells and rows, whatever kind they are of."""
    return replace(drafted, keys=(*drafted.keys, *_of_cells(source, drafted)))


def _of_cells(source: FoundSource, drafted: Drafted) -> Iterator[Key]:
    """Yield what the plan must say of cells and rows, whatever kind they are of."""
    named = [line.value for line in drafted.keys]
    none = [text for one in source.columns if one.name in named for text in one.for_none]
    if none:
        yield Key(name="missing", value=list(dict.fromkeys(none)), guess="day-for-none")
    skipped = {wave: list(table.skip_rows) for wave, table in source.files.items() if table.skip_rows}
    if source.rows_of_no_wave:
        rows = sorted({*source.rows_of_no_wave, *(row for of in skipped.values() for row in of)})
        yield Key(name="skip_rows", value=written_rows(rows), guess="rows-of-no-wave")
    elif skipped:
        same = len({table.file for table in source.files.values()}) == 1  # then all rows are of every wave
        left_out = next(iter(skipped.values())) if same else skipped
        yield Key(name="skip_rows", value=left_out, guess="skip-rows")


def _looked_up(sources: Sequence[DraftedSource]) -> list[DraftedSource]:
    """Let those in a file be looked up in the register that has them."""
    registers = [one for one in sources if "key" in _keys(one) and not one.found.waves and "opened" not in _keys(one)]
    return [_with_register(one, registers) for one in sources]


def _keys(one: DraftedSource) -> dict[str, object]:
    return {line.name: line.value for line in one.drafted.keys}


def _with_register(one: DraftedSource, registers: Sequence[DraftedSource]) -> DraftedSource:
    if "of" not in KINDS[one.kind].source.model_fields:
        return one
    others = [register for register in registers if register is not one]
    found = next((register for register in others if _holds(register, one)), None)
    fitting = [register for register in others if _could_hold(register, one)]
    line: tuple[Key, ...] = ()
    keys = one.drafted.keys
    if found is not None:
        keys = tuple(key for key in keys if key.name != "everybody")  # the register says who they all are
        line = (Key(name="of", value=found.found.name),)
    elif len(fitting) == 1:
        line = (Key(name="of", value=fitting[0].found.name, guess="of", commented=True),)
    kept = tuple(one for one in one.drafted.examples if found is not None or one.values.get("needs") != "of")
    return replace(one, drafted=replace(one.drafted, keys=(*keys, *line), examples=kept))


def _holds(register: DraftedSource, one: DraftedSource) -> bool:
    """Whether nearly all who are in a file stand in a register."""
    person = one.drafted.person
    if person is None:
        return False
    people = {key(cell) for frame in one.found.frames for cell in frame[person].dropna()}
    known = {key(cell) for cell in register.found.frame[str(_keys(register)["key"])].dropna()}
    return bool(people) and len(people & known) >= _LOOKED_UP * len(people)


def _could_hold(register: DraftedSource, one: DraftedSource) -> bool:
    """Whether a register could say who could have answered: with the same groups, and not smaller than any wave."""
    groups = {column.name for column in register.found.of_kind(ColumnKind.GROUP)}
    shared = groups & {column.name for column in one.found.of_kind(ColumnKind.GROUP)}
    return bool(shared) and len(register.found.frame) >= max(map(len, one.found.frames))


def _with_own_names(sources: Sequence[DraftedSource]) -> list[DraftedSource]:
    """Give scales of the same name in several sources the name of the source too."""
    times = Counter(section.name for one in sources for section in one.drafted.sections if section.path == "scales")
    renamed = []
    for one in sources:
        names = {
            section.name: f"{one.found.name}_{section.name}"
            for section in one.drafted.sections
            if section.path == "scales" and times[section.name] > 1
        }
        sections = tuple(
            replace(section, name=names.get(section.name, section.name)) for section in one.drafted.sections
        )
        examples = tuple(_renamed(example, names) for example in one.drafted.examples)
        renamed.append(replace(one, drafted=replace(one.drafted, sections=sections, examples=examples)))
    return renamed


def _renamed(example: Example, names: Mapping[str, str]) -> Example:
    scale = str(example.measure.get("scale"))
    if scale not in names:
        return example
    return replace(example, measure={**example.measure, "scale": names[scale]}, values={"scale": names[scale]})


def _with_waves_of_columns(waves: Sequence[FoundWave], sources: Sequence[DraftedSource]) -> list[FoundWave]:
    """Add the waves that a column names, called as the column calls them."""
    together = {wave.name: wave for wave in waves}
    for one in sources:
        column = one.drafted.wave_column
        values = [] if column is None else [str(cell) for cell in one.found.frame[column].dropna().unique()]
        if not values or column in [period.name for period in one.found.of_kind(ColumnKind.PERIOD)]:
            continue
        told = {value: wave_of(value) or FoundWave(name=plain_name(value), place=1.0) for value in values}
        for value, wave in sorted(told.items(), key=lambda each: each[1].place):
            together[wave.name] = replace(together.get(wave.name, wave), label=value)
    return list(together.values())


def _in_waves(
    sources: Sequence[DraftedSource], waves: Sequence[FoundWave]
) -> tuple[list[DraftedSource], Sequence[FoundWave]]:
    """Let every kind say what it needs of the waves."""
    settled = []
    for one in sources:
        drafted, waves = KINDS[one.kind].in_waves(one.found, one.drafted, waves)
        settled.append(replace(one, drafted=drafted))
    return settled, waves


def _groups(sources: Sequence[DraftedSource]) -> tuple[str, ...]:
    """Return the columns that results are split by: those usual, in the most sources."""
    times: Counter[str] = Counter()
    for one in sources:
        if not KINDS[one.kind].source.split_by_groups:
            continue
        used = {folded(str(line.value)) for line in one.drafted.keys if isinstance(line.value, str)}
        used |= {
            folded(str(name)) for line in one.drafted.keys if line.name == "multiple" for name in _asked_in(line.value)
        }
        for column in one.found.of_kind(ColumnKind.GROUP):
            usual = _USUAL_GROUPS.search(f"{column.name} {column.label or ''}") is not None
            if usual and 2 <= column.different <= _MOST_VALUES and folded(column.name) not in used:
                times[column.name] += 1
    shown = [name for name, _ in times.most_common() if not any(_tells_of_few(name, one) for one in sources)]
    return tuple(shown[:_MOST_GROUPS])


def _asked_in(multiple: object) -> Iterator[str]:
    """Yield the questions that may have several answers, and their columns."""
    for question, how in multiple.items() if isinstance(multiple, Mapping) else ():
        yield question
        yield from how if isinstance(how, list) else ()


def _tells_of_few(group: str, one: DraftedSource) -> bool:
    """Whether a column says who somebody is in any file of a source: it cannot be a group there."""
    frames = [frame for frame in one.found.frames if group in frame]
    return any(identified(group, nw.from_native(frame[group], series_only=True)) is not None for frame in frames)
