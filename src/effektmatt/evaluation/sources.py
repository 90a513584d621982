"""Reading the files that a plan names: typed frames, how each file was read, and every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from effektmatt.core import Note
from effektmatt.data.accounting import Accounting
from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import Reading, Table, by_file, read_server_table, read_table
from effektmatt.data.schemas import Column, typed
from effektmatt.data.wide import as_rows
from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.evaluation.chosen_rows import choice_faults, chosen
from effektmatt.evaluation.conditions import condition_faults, numbers
from effektmatt.evaluation.identifying_groups import identifying_groups, identifying_names
from effektmatt.evaluation.kinds import KINDS
from effektmatt.evaluation.kinds.common import (
    NO_WAVE,
    Data,
    LoadedFile,
    LoadedSource,
    Prepared,
    as_source_says,
    goal_naming,
    grouping,
    named_by_goals,
)
from effektmatt.evaluation.labels import declared_missing, labelled, words_of_answers
from effektmatt.evaluation.names_of_plan import with_names_of_plan
from effektmatt.evaluation.of_register import with_register
from effektmatt.evaluation.reading_notes import period_notes, reading_notes
from effektmatt.evaluation.rows_to_mend import with_keys
from effektmatt.evaluation.spoken_names import name_faults
from effektmatt.evaluation.tables import answers_apart, in_plan_names
from effektmatt.evaluation.wave_rows import divided, of_one_file
from effektmatt.plan import Plan
from effektmatt.plan.origins import Origin, origins_of
from effektmatt.plan.row_numbers import row_of, rows_of
from effektmatt.plan.sections import Source


def read_data(plan: Plan) -> tuple[Data, list[Fault]]:
    """Read every file that a plan names and make every source ready to be measured.

    Returns
    -------
    data
        What could be read, with cells at fault missing so that the rest can be checked too.
    faults
        Everything wrong in any of the files.
    """
    read: dict[str, LoadedSource[Source]] = {}
    sources: dict[str, Prepared[Source]] = {}
    faults, at_fault = list[Fault](), dict[str, list[Fault]]()
    for name, source in plan.sources.items():
        found, at_fault[name] = _load(name, source, plan)
        if found is not None and (source.in_waves or NO_WAVE in found.files):  # else several files are told already
            read[name] = found
    for name, source in plan.sources.items():
        of_source = at_fault[name]
        if name in read:
            loaded = with_register(read[name], read, plan)
            prepared, wrong = KINDS[source.kind].ready(loaded, plan)
            never, notes = condition_faults(loaded, plan)
            joined = (note for reading in prepared.loaded.joined for note in reading_notes(reading))
            told = (*prepared.loaded.notes, *joined, *prepared.notes, *notes)
            sources[name] = replace(prepared, notes=told if loaded.rest is None else of_one_file(told))
            of_source = with_keys([*of_source, *wrong, *never], read[name].frames, source.who)
            of_source = [_of_goal(fault, name, plan) for fault in of_source]
        faults += _told_once(of_source, name, source, plan)
    if len(sources) == len(plan.sources):
        faults += [*_unknown_groups(sources, plan), *name_faults(sources, plan)]
    return Data(plan=plan, sources=sources), faults


def _told_once(faults: Sequence[Fault], name: str, source: Source, plan: Plan) -> Iterator[Fault]:
    """Yield faults by what their columns are called in the file, and once of each that is not there.

    One file of several waves may call a column several things: then it goes by the plan's name.
    """
    headings: dict[tuple[str, str], set[str]] = {}
    for wave, origin in origins_of(name, source, plan.written.waves, no_wave=NO_WAVE):
        for column, called in source.names_in(wave).items():
            headings.setdefault((origin.shown_as, column), set()).add(called)
    missing = {(fault.file, fault.column) for fault in faults if fault.code == "column-missing"}
    for fault in faults:
        others = headings.get((fault.file or "", fault.column or ""), set()) - {fault.column or ""}
        if fault.code == "column-missing" and any((fault.file, one) in missing for one in others):
            continue
        yield _called(fault, next(iter(others))) if len(others) == 1 else fault


def _called(fault: Fault, heading: str) -> Fault:
    cells = tuple(replace(cell, column=heading) for cell in fault.cells)
    return replace(fault, column=heading, cells=cells)


def _of_goal(fault: Fault, source: str, plan: Plan) -> Fault:
    """Name the goal that asks for a column which is not there; a group is asked for by none."""
    if fault.code != "column-missing" or fault.goal is not None or fault.column in plan.written.analysis.groups:
        return fault
    return replace(fault, goal=goal_naming(fault.column or "", source, plan))


def _unknown_groups(sources: dict[str, Prepared[Source]], plan: Plan) -> Iterator[Fault]:
    """Yield the declared groups that no file has a column for."""
    files = [file for prepared in sources.values() for file in prepared.loaded.files.values()]
    columns = tuple(dict.fromkeys(str(column) for file in files for column in file.frame.columns))
    called = {group for prepared in sources.values() for group in (*prepared.source.groups, *prepared.source.columns)}
    for group in plan.written.analysis.groups:
        if group not in columns and group not in called:  # a column that is called so and missing is told of its file
            near = nearest(group, columns)
            yield Fault(code="group-in-no-file", file=plan.file.name, key="analysis.groups", got=group, nearest=near)


def _load(name: str, source: Source, plan: Plan) -> tuple[LoadedSource[Source] | None, list[Fault]]:
    words = words_of_answers(name, plan)
    tables, joined, faults = _tables(name, source, plan, words)
    files: dict[str, LoadedFile] = {}
    for wave, whole in tables.items():
        table, others = chosen(whole, source)
        rules, reading = _columns(name, source, wave, table, plan), table.reading
        frame, unreadable, said = typed(labelled(table, rules, words), rules, file=reading.file)
        faults += unreadable
        notes = (
            *reading_notes(reading),
            *period_notes(table),
            *said,
            *declared_missing(reading.file, table.known, (rule.name for rule in rules)),
            *_alike(table, source),
        )
        account = _account(name, wave, reading).leave("not-asked-for", others)
        files[wave] = LoadedFile(frame=frame, reading=reading, account=account, notes=notes, known=table.known)
    apart = divided(name, source, files, plan)
    faults += with_keys(apart.faults, by_file((one.reading.file, one.frame) for one in files.values()), source.who)
    if not apart.files:
        return None, faults
    every = by_file((table.reading.file, table.frame) for table in tables.values())
    faults += choice_faults(every, source, f"sources.{name}")
    frames = {wave: file.frame for wave, file in apart.files.items()}
    faults += (*identifying_groups(name, source, frames, plan), *identifying_names(name, source, frames, plan))
    present = set.intersection(*(set(file.frame.columns) for file in apart.files.values()))
    groups = tuple(grouping(list(present), plan))
    loaded = LoadedSource(
        id=name, source=source, files=apart.files, groups=groups, joined=tuple(joined), rest=apart.rest
    )
    return loaded, faults


def _tables(
    name: str, source: Source, plan: Plan, words: Mapping[str, frozenset[str]]
) -> tuple[dict[str, Table], list[Reading], list[Fault]]:
    """Return the tables of a source by wave, as the plan speaks of them, and how files were read that add columns."""
    tables: dict[str, Table] = {}
    joined: list[Reading] = []
    faults: list[Fault] = []
    for wave, origin in origins_of(name, source, plan.written.waves, no_wave=NO_WAVE):
        try:
            read = with_names_of_plan(_read(origin, _how(source, wave, words, origin, plan), plan), plan)
            table, lacking = in_plan_names(_long(read, source), source, wave)
            faults += lacking
            tables[wave], reading = KINDS[source.kind].with_joined(table, source, plan)
            joined += [reading] if reading else []
        except InputFaults as error:
            faults += error.faults
    tables, wrong = answers_apart(
        tables, source, lambda wave: _named(name, source, wave, plan), plan.written.project.language
    )
    return tables, joined, [*faults, *wrong]


def _how(source: Source, wave: str, words: Mapping[str, frozenset[str]], origin: Origin, plan: Plan) -> HowToRead:
    """Return what the plan says of how a file is read."""
    return HowToRead(
        sheet=origin.sheet,
        header_row=row_of(wave, source.header_row),
        skip_rows=rows_of(wave, source.skip_rows),
        keep_rows=rows_of(wave, source.keep_rows),
        shape=source.shape,
        keep_incomplete=source.incomplete == "keep",
        answers=words,
        named=_texts(plan.written.model_dump(by_alias=True, warnings=False)),
        table=origin.table,
        query=origin.query,
        within=None if source.outside else plan.folder,
    )


def _texts(written: object) -> frozenset[str]:
    """Return every text of the plan: a column that is none of them is asked for nowhere."""
    if isinstance(written, str):
        return frozenset({written})
    if isinstance(written, Mapping):
        return frozenset[str]().union(*map(_texts, [*written.keys(), *written.values()]))
    if isinstance(written, list | tuple | set | frozenset):
        return frozenset[str]().union(*map(_texts, written))
    return frozenset()


def _alike(table: Table, source: Source) -> Iterator[Note]:
    """Yield how many rows are like an earlier one in every cell, where every row counts."""
    if KINDS[source.kind].every_row_counts:
        again = int(table.frame.duplicated().sum())
        if again:
            yield Note(code="rows-alike", values={"file": table.reading.file, "n": again})


def _account(source: str, wave: str, reading: Reading) -> Accounting:
    """Return what became of the rows below the headings while the file was read."""
    left_out = {"empty-row": reading.empty_rows, **reading.left_out}
    read = reading.rows + sum(left_out.values())
    return Accounting(source=source, wave=wave or None, read=read, used=reading.rows, left_out=left_out)


def _read(origin: Origin, how: HowToRead, plan: Plan) -> Table:
    """Read the rows of one wave from wherever the plan says that they are."""
    if origin.on_server:
        return read_server_table(origin.place, shown_as=origin.shown_as, how=how)
    return read_table(plan.folder / origin.place, shown_as=origin.shown_as, how=how)


def _long(table: Table, source: Source) -> Table:
    """Return a table with a row for each period, also where the file has a column for each."""
    return as_rows(table, source.long_names) if source.long_names else table


def _named(name: str, source: Source, wave: str, plan: Plan) -> tuple[str, ...]:
    """Return the columns of a wave's file that the plan names."""
    rules = KINDS[source.kind].rules(name, source, wave, (), plan)
    return (*(rule.name for rule in rules), *named_by_goals(name, plan), *plan.written.analysis.groups, *source.types)


def _columns(name: str, source: Source, wave: str, table: Table, plan: Plan) -> tuple[Column, ...]:
    """Return the rules for one file: what its kind demands, what the goals read, what the plan adds."""
    rules = KINDS[source.kind].rules(name, source, wave, list(table.frame.columns), plan)
    limited = numbers(name, plan)
    rules = tuple(replace(one, kind="number") if one.name in limited and one.kind == "text" else one for one in rules)
    named = {rule.name for rule in rules}
    added = [Column(name=column, kind=kind) for column, kind in source.types.items() if column not in named]
    named |= set(source.types)
    added += [Column(name=column, kind="number") for column in table.frame if column in limited - named]
    rules = (*rules, *added)
    divides = source.divided_by(plan.written)
    if divides is not None:
        rules = (*(one for one in rules if one.name != divides), _telling(divides, rules))
    return tuple(as_source_says(rule, source, wave, plan) for rule in rules)


def _telling(column: str, rules: Sequence[Column]) -> Column:
    """Return the rule for the column that tells waves apart: every row has a day, where it is one of days."""
    own = next((one for one in rules if one.name == column), Column(name=column))
    return own if own.kind == "text" else replace(own, required=True)
