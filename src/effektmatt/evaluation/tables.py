"""Tables of files in the plan's own terms: columns by the names that it calls them, several answers set apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

import pandas as pd

from effektmatt.data.columns import missing_column
from effektmatt.data.reading import Table
from effektmatt.data.several_answers import answers_given, apart, from_columns, from_one_cell
from effektmatt.data.text import TEXT
from effektmatt.data.values import folded
from effektmatt.errors import Fault, nearest
from effektmatt.plan.sections import Multiple, Source

#: An answer is named in a fault where at least so many gave it: what fewer wrote may be their own words.
_SEVERAL_GAVE = 5


def in_plan_names(table: Table, source: Source, wave: str) -> tuple[Table, list[Fault]]:
    """Give the columns of a wave's file the names that the plan calls them by; those that are not there are faults.

    Whatever else bore such a name gives way. What was not asked in the wave is empty.
    """
    present, named = list(table.frame.columns), source.names_in(wave)
    missing = [column for column in dict.fromkeys(named.values()) if column not in present]
    lacking = [missing_column(column, present, table.reading.file) for column in missing]
    names = {name: column for name, column in named.items() if column in present}
    never = source.not_asked_in(wave)
    if not names and not never:
        return table, lacking
    others = table.frame.drop(columns=list({*names, *names.values(), *never} & set(table.frame.columns)))
    empty = pd.Series(None, index=others.index, dtype=TEXT)
    asked = {name: table.frame[column] for name, column in names.items()}
    frame = others.assign(**asked, **dict.fromkeys(never, empty))
    known = {name: table.known[column] for name, column in names.items() if column in table.known}
    return replace(table, frame=frame, known={**table.known, **known}), lacking


def answers_apart(
    tables: Mapping[str, Table], source: Source, named: Callable[[str], Collection[str]], language: str
) -> tuple[dict[str, Table], list[Fault]]:
    """Set the answers of questions that may have several apart, one column of yes and no each.

    Parameters
    ----------
    tables
        The tables of a source, by wave: what nobody answered in one wave is an answer where somebody did in another.
    source
        What the plan says of it.
    named
        The columns that the plan names, by wave: only they are made, for anything may be written under "other".
    language
        The plan's: yes and no are said in it.
    """
    told, faults = dict(tables), list[Fault]()
    for question, how in source.multiple.items():
        asked = how.columns or [question]
        lacking = [
            missing_column(column, list(table.frame.columns), table.reading.file)
            for table in told.values()
            for column in asked
            if column not in table.frame
        ]
        if lacking or (how.separator is None and not how.columns):
            faults += lacking
        elif how.columns:
            told = {wave: _of_columns(table, how, language) for wave, table in told.items()}
        else:
            told, wrong = _of_one_cell(told, source, question, {wave: named(wave) for wave in told}, language)
            faults += wrong
    return told, faults


def _of_columns(table: Table, how: Multiple, language: str) -> Table:
    split = from_columns({column: table.frame[column].astype(TEXT) for column in how.columns}, language=language)
    return replace(table, frame=table.frame.assign(**split))


def _of_one_cell(
    tables: Mapping[str, Table],
    source: Source,
    question: str,
    named: Mapping[str, Collection[str]],
    language: str,
) -> tuple[dict[str, Table], list[Fault]]:
    """Return tables with a column for each answer that the plan names, and the answers that nobody can have given."""
    how = source.multiple[question]
    separator, prefix = how.separator or "", apart(question, "")
    cells = {wave: _answered(table.frame[question], source) for wave, table in tables.items()}
    wanted = {
        wave: [column.removeprefix(prefix) for column in dict.fromkeys(columns) if column.startswith(prefix)]
        for wave, columns in named.items()
    }
    given = answers_given(cells.values(), separator, how.options)
    faults = list(_never(wanted, given, tables, question, how))
    told = {}
    for wave, table in tables.items():
        columns = from_one_cell(cells[wave], wanted[wave], separator, how.options, language=language)
        frame = table.frame.assign(**{apart(question, answer): column for answer, column in columns.items()})
        told[wave] = replace(table, frame=frame)
    return told, faults


def _answered(cells: pd.Series[str], source: Source) -> pd.Series[str]:
    """Return cells without what the plan says is no value."""
    missing = {folded(text) for text in source.missing}
    texts = cells.astype(TEXT)
    return texts.mask(texts.isin([text for text in cells.dropna().unique() if folded(text) in missing]))


def _never(
    wanted: Mapping[str, Collection[str]],
    given: Counter[str],
    tables: Mapping[str, Table],
    question: str,
    how: Multiple,
) -> Iterator[Fault]:
    """Yield the answers that the plan names though nobody gave them and no list of options has them."""
    there = {folded(answer) for answer in (how.options or given)}
    shown = tuple(how.options) or tuple(answer for answer, n in given.most_common() if n >= _SEVERAL_GAVE)
    files = ", ".join(table.reading.file for table in tables.values())
    for answer in dict.fromkeys(one for answers in wanted.values() for one in answers):
        if folded(answer) not in there:
            near = nearest(answer, shown)
            yield Fault(code="option-unknown", file=files, column=question, got=answer, expected=shown, nearest=near)
