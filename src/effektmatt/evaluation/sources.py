"""Reading the files that a plan names: typed frames, how each file was read, and every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from effektmatt.data.accounting import Accounting
from effektmatt.data.columns import missing_column
from effektmatt.data.reading import Reading, Table, read_table
from effektmatt.data.repeated import resolve_repeated
from effektmatt.data.schemas import Column, cases_columns, register_columns, survey_columns, typed
from effektmatt.errors import Fault, InputFaults
from effektmatt.plan import Plan
from effektmatt.plan.resolved import Condition
from effektmatt.plan.written import AnySource, Cases, Register, Survey
from effektmatt.registers.conditions import matched

if TYPE_CHECKING:
    import pandas as pd

#: The wave of a file that belongs to no wave.
NO_WAVE = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedFile:
    """One file of a source: its rows, typed and with no double submissions, and what became of those read."""

    frame: pd.DataFrame
    reading: Reading
    account: Accounting


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedSource:
    """A source with its files by wave (`NO_WAVE` where there are none), in the order of the plan's waves.

    `groups` are the plan's grouping columns that every file of the source holds. `joined` are readings of files
    that only add columns to others.
    """

    id: str
    source: AnySource
    files: Mapping[str, LoadedFile]
    groups: tuple[str, ...]
    joined: tuple[Reading, ...] = ()

    @property
    def only(self) -> LoadedFile:
        """The one file of a source without waves."""
        return self.files[NO_WAVE]


def load_sources(plan: Plan) -> tuple[dict[str, LoadedSource], list[Fault]]:
    """Read every file that a plan names.

    Returns
    -------
    sources
        Those that could be read, with cells at fault missing so that the rest can be checked too.
    faults
        Everything wrong in any of the files.
    """
    sources: dict[str, LoadedSource] = {}
    faults: list[Fault] = []
    for name, source in plan.sources.items():
        loaded, wrong = _load(name, source, plan)
        faults += wrong
        if loaded is not None:
            sources[name] = loaded
    return sources, faults


def _load(name: str, source: AnySource, plan: Plan) -> tuple[LoadedSource | None, list[Fault]]:
    files: dict[str, LoadedFile] = {}
    faults: list[Fault] = []
    joined: list[Reading] = []
    for wave, file in _files(source, plan):
        try:
            table = _with_group_names(read_table(plan.folder / file, shown_as=file, sheet=source.sheet), source, file)
            if isinstance(source, Cases) and source.closed_in:
                table, reading = _with_closing_dates(table, source, plan)
                joined.append(reading)
        except InputFaults as error:
            faults += error.faults
            continue
        frame, wrong = typed(table, _columns(name, source, wave, table, plan), file=file)
        faults += wrong
        rows, empty = table.reading.rows, table.reading.empty_rows
        account = Accounting(source=name, wave=wave or None, read=rows + empty, used=rows + empty)
        account = account.leave("empty-row", empty)
        if not wrong:
            try:
                frame, account = _without_repeated(frame, account, source, file)
            except InputFaults as error:
                faults += error.faults
        files[wave] = LoadedFile(frame=frame, reading=table.reading, account=account)
    if not files:
        return None, faults
    groups = tuple(group for group in plan.written.analysis.groups if all(group in f.frame for f in files.values()))
    return LoadedSource(id=name, source=source, files=files, groups=groups, joined=tuple(joined)), faults


def _files(source: AnySource, plan: Plan) -> Iterator[tuple[str, str]]:
    """Return the waves and files of a source, in the order of the plan's waves."""
    if isinstance(source, Survey) and source.files:
        yield from ((wave, source.files[wave]) for wave in plan.written.waves if wave in source.files)
    elif source.file:
        yield NO_WAVE, source.file


def _with_group_names(table: Table, source: AnySource, file: str) -> Table:
    """Give group columns the names that the plan calls them by."""
    lacking = [column for column in source.groups.values() if column not in table.frame]
    if lacking:
        raise InputFaults(missing_column(column, list(table.frame.columns), file) for column in lacking)
    names = {column: group for group, column in source.groups.items()}
    return replace_frame(table, table.frame.rename(columns=names))


def replace_frame(table: Table, frame: pd.DataFrame) -> Table:
    """Return a table with other cells and the same reading."""
    return Table(frame, table.reading)


def _with_closing_dates(table: Table, source: Cases, plan: Plan) -> tuple[Table, Reading]:
    """Add the closing dates that stand in another file, joined on the case number."""
    closed_in = source.closed_in
    assert closed_in is not None
    assert source.key is not None
    other = read_table(plan.folder / closed_in.file, shown_as=closed_in.file, sheet=closed_in.sheet)
    lacking = [
        missing_column(column, list(frame.columns), file)
        for column, frame, file in (
            (source.key, table.frame, source.file),
            (closed_in.key, other.frame, closed_in.file),
            (source.closed, other.frame, closed_in.file),
        )
        if column not in frame
    ]
    if lacking:
        raise InputFaults(lacking)
    rules = [Column(name=source.closed, kind="date"), Column(name=closed_in.key, unique=True)]
    with_key = replace_frame(other, other.frame[other.frame[closed_in.key].notna()])
    _, faults = typed(with_key, [replace(rule, missing=tuple(source.missing)) for rule in rules], file=closed_in.file)
    if faults:
        raise InputFaults(faults)
    dates = with_key.frame.set_index(closed_in.key)[source.closed]
    frame = table.frame.assign(**{source.closed: table.frame[source.key].map(dates)})
    return replace_frame(table, frame), other.reading


def _columns(name: str, source: AnySource, wave: str, table: Table, plan: Plan) -> tuple[Column, ...]:
    """Return the rules for one file: what its kind demands, what the goals read, what the plan adds."""
    present = [group for group in plan.written.analysis.groups if group in table.frame]
    if isinstance(source, Register):
        used = dict.fromkeys([*present, *_named_by_goals(name, plan)])
        rules = register_columns(key=source.key, groups=list(used))
    elif isinstance(source, Survey):
        scales = [scale for scale_id, scale in plan.scales.items() if plan.written.scales[scale_id].source == name]
        items = {item.column(wave): () for scale in scales for item in scale.items}
        groups = dict.fromkeys([*present, *source.link_within])
        rules = survey_columns(items=items, code=source.code, groups=list(groups), submitted=source.answered)
    else:
        used = dict.fromkeys([*present, *_named_by_goals(name, plan)])
        rules = cases_columns(opened=source.opened, closed=source.closed, key=source.key, groups=list(used))
        if source.registered:
            rules = (*rules, Column(name=source.registered, kind="date"))
    named = {rule.name for rule in rules}
    added = (Column(name=column, kind=kind) for column, kind in source.types.items() if column not in named)
    return tuple(replace(rule, missing=tuple(source.missing)) for rule in (*rules, *added))


def _named_by_goals(name: str, plan: Plan) -> Iterator[str]:
    """Return the columns of a source that the plan's goals name."""
    for source, condition in _conditions(plan):
        if source == name:
            yield from condition
    for part in (part for goal in plan.goals for part in goal.parts):
        if plan.source_of(part) == name:
            if part.target and part.target.in_every:
                yield part.target.in_every
            if getattr(part.measure, "standardise", None):
                yield str(getattr(part.measure, "standardise", ""))


def condition_faults(plan: Plan, sources: Mapping[str, LoadedSource]) -> list[Fault]:
    """Return the faults of conditions that no row of their register can meet: a missing column, an unknown value."""
    faults: list[Fault] = []
    for name, condition in _conditions(plan):
        loaded = sources.get(name)
        if loaded is None or not isinstance(loaded.source, Register):
            continue
        try:
            matched(loaded.only.frame, condition, file=loaded.only.reading.file)
        except InputFaults as error:
            faults += error.faults
    return faults


def _conditions(plan: Plan) -> Iterator[tuple[str, Condition]]:
    """Return every condition of the plan's goals with the name of the register that it is about."""
    for part in (part for goal in plan.goals for part in goal.parts):
        source = plan.source_of(part)
        for name in ("where", "before", "after"):
            condition = getattr(part.measure, name, None)
            if condition:
                yield source, condition
        yield getattr(plan.sources.get(source), "of", None) or source, part.among


def _without_repeated(
    frame: pd.DataFrame, account: Accounting, source: AnySource, file: str
) -> tuple[pd.DataFrame, Accounting]:
    key: Iterable[str] = ()
    order = None
    if isinstance(source, Survey) and source.code:
        key, order = (*source.link_within, source.code), source.answered
    elif isinstance(source, Cases) and source.key:
        key, order = (source.key,), source.registered or source.opened
    if not key or isinstance(source, Register):
        return frame, account
    resolved = resolve_repeated(frame, key=list(key), rule=source.repeated, order=order, file=file)
    return resolved.frame, account.leave("repeated", resolved.left_out)
