"""What each kind of source must hold, column by column, and typed values made from text cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal, NamedTuple

import pandas as pd

from effektmatt.core import Note
from effektmatt.data.cells import Problem, Understood, as_choices, as_dates, as_numbers, as_text
from effektmatt.data.columns import missing_column
from effektmatt.data.dates import HowDates
from effektmatt.data.keys import keys
from effektmatt.data.local_days import SWEDISH
from effektmatt.data.reading import Reading, Table
from effektmatt.data.values import folded
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, WrongCell, nearest

Kind = Literal["text", "date", "moment", "whole", "number", "choice"]
_VALUES_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A rule for one column of a source.

    Parameters
    ----------
    name
        The column's name in the file.
    kind
        "text" stays text; "date" becomes a day, "moment" a day with its time; "whole" and "number" numbers; "choice"
        one of `choices`.
    required
        Whether every row must have a value.
    unique
        Whether no two rows may have the same code (`values.key`).
    choices
        The allowed values of a "choice", as the result spells them. Cells are matched however they are
        spelt (`values.folded`).
    missing
        Texts that stand for no value, for example "NA" or "-", however they are spelt.
    dates
        What is known of a "date" beside its cells.
    """

    name: str
    kind: Kind = "text"
    required: bool = False
    unique: bool = False
    choices: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    dates: HowDates = HowDates()


class Typed(NamedTuple):
    """A table with typed columns, every cell that breaks a rule, and what there is to say of how dates were read."""

    frame: pd.DataFrame
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...] = ()


def register_columns(
    *, key: str | None = None, groups: Sequence[str] = (), values: Mapping[str, Sequence[str]] | None = None
) -> tuple[Column, ...]:
    """Return the rules for a register: a row is a person or thing in the project.

    Parameters
    ----------
    key
        Column that identifies a row: filled in everywhere, and nowhere the same.
    groups
        Columns that results are split by; may be empty.
    values
        Columns with a fixed set of values, for example ``{"validering": ["ja", "nej"]}``; with no values given,
        any text.
    """
    rules = [Column(name=key, required=True, unique=True)] if key else []
    return _without_repeats([*rules, *_choices(values or {}), *(Column(name=name) for name in groups)])


def survey_columns(
    *,
    items: Mapping[str, Sequence[str]],
    code: str | None = None,
    groups: Sequence[str] = (),
    submitted: str | None = None,
) -> tuple[Column, ...]:
    """Return the rules for a survey: a row is one answered questionnaire.

    Parameters
    ----------
    items
        Questions, each with the answers that can be given (including those that are no answer, such as "Vet ej");
        with none given, any text.
    code
        Column of the respondent's code. May be empty and may be repeated: that is accounted for, not refused.
    groups
        Columns that results are split by; may be empty.
    submitted
        Column of when it was answered.
    """
    rules = [Column(name=code)] if code else []
    dates = [Column(name=submitted, kind="moment")] if submitted else []
    return _without_repeats([*rules, *_choices(items), *(Column(name=name) for name in groups), *dates])


def cases_columns(
    *, opened: str, closed: str, key: str | None = None, groups: Sequence[str] = ()
) -> tuple[Column, ...]:
    """Return the rules for cases: a row is one case, with the day it was opened and maybe the day it was closed.

    Parameters
    ----------
    opened, closed
        Columns of dates; every case was opened, open cases have no closing date.
    key
        Column of the case number. May be repeated: that is accounted for, not refused.
    groups
        Columns that results are split by, or standardised for (the type of case); may be empty.
    """
    dates = [Column(name=opened, kind="date", required=True), Column(name=closed, kind="date")]
    rules = [Column(name=key)] if key else []
    return _without_repeats([*dates, *rules, *(Column(name=name) for name in groups)])


def typed(table: Table, columns: Sequence[Column], *, file: str) -> Typed:
    r"""Make typed columns of a table's text, and find every cell that breaks a rule.

    Returns
    -------
    frame
        All columns of the table, on the same rows. Those with a rule are typed: "date" as datetime64 (midnight),
        "moment" with its time, "whole" as Int64, "number" as float64, "text" and "choice" as text; a cell that is
        wrong becomes missing.
        Columns without a rule stay text.
    faults
        Every fault at once, column by column. The same fault in many rows is one `Fault` per different value,
        with `row` (the first), `rows` (how many) and `details["where"]` (all of them: "2, 5–7"). At most three
        values are told for a column; the third carries in `details` how many more there are: "further_values",
        in "further_rows" rows.
    notes
        "date-order-settled" where the column does not tell day from month, but another of the file does, or the days
        that it must lie in; "days-moved" where times are of another day where days are counted than where they were
        written; "percent-as-shown" where numbers are written in per cent.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from effektmatt.data.reading import read_table
    >>> path = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = path.write_text("inkom;avslutad\n2013-01-31;\n2013-02-30;2013-03-01\n", encoding="utf-8")
    >>> table = read_table(path, shown_as="a.csv")
    >>> frame, faults, _ = typed(table, cases_columns(opened="inkom", closed="avslutat"), file="a.csv")
    >>> [(fault.code, fault.row, fault.column, fault.got, fault.nearest) for fault in faults]
    [('date-wrong', 3, 'inkom', '2013-02-30', None), ('column-missing', None, 'avslutat', None, 'avslutad')]
    """
    texts = table.frame.copy()
    frame = table.frame.copy()
    present = [column for column in columns if column.name in texts]
    for column in present:
        texts[column.name] = texts[column.name].mask(_is_missing(texts[column.name], column.missing))
    understood = {column.name: _understood(column, texts[column.name], table.reading) for column in present}
    understood |= _settled_by_others(texts, present, understood, table.reading)
    for name, one in understood.items():
        frame[name] = one.typed
    problems = {name: one.problems for name, one in understood.items()}
    # rows are counted from 0 here: the same row of a file can stand for several
    failures = _failures(texts.reset_index(drop=True), columns, problems)
    faults: list[Fault] = []
    for column in columns:
        for code, rows in failures.get(column.name, {}).items():
            if code == "column-missing":
                fault = missing_column(column.name, list(table.frame.columns), file)
                faults.append(replace(fault, sheet=table.reading.sheet))
                continue
            known = {problem.code: problem for problem in problems[column.name]}
            problem = known.get(code, Problem(code=code, texts=(), one=code == "cell-empty"))
            faults += _cell_faults(problem, table.frame[column.name].iloc[rows], file, table.reading.sheet)
    percent = (note for one in understood.values() for note in one.percent_notes(file))
    return Typed(frame, tuple(faults), (*_date_notes(texts, understood, file), *percent))


def _is_missing(cells: pd.Series[str], missing: Sequence[str]) -> pd.Series[bool]:
    """Say which cells hold a text that stands for no value."""
    if not missing:
        return pd.Series(data=False, index=cells.index)
    texts = {folded(text) for text in missing}
    return cells.isin([cell for cell in cells.dropna().unique() if folded(cell) in texts])


def _understood(column: Column, cells: pd.Series[str], reading: Reading) -> Understood:
    if column.kind == "date":
        return as_dates(cells, column.dates)
    if column.kind == "moment":
        return as_dates(cells, replace(column.dates, times=True))
    if column.kind in {"whole", "number"}:
        return as_numbers(cells, reading.decimal, whole=column.kind == "whole")
    return as_choices(cells, column.choices) if column.kind == "choice" else as_text(cells)


def _settled_by_others(
    texts: pd.DataFrame, columns: Sequence[Column], understood: Mapping[str, Understood], reading: Reading
) -> dict[str, Understood]:
    """Read the dates that do not tell day from month as those of the file do that are written in the same form.

    One program wrote them alike: where a column tells it by itself the plan's periods do not settle another otherwise.
    """
    dates = {name: one.dates for name, one in understood.items() if one.dates is not None}
    settled: dict[str, Understood] = {}
    for column in columns:
        own = dates.get(column.name)
        if own is None or not (own.unclear or own.settled == "periods"):
            continue
        sure = {one.order for one in dates.values() if one.form == own.form and one.settled == "column"}
        orders = sure or {one.order for one in dates.values() if one.form == own.form and one.settled == "periods"}
        if len(orders) != 1 or (own.settled and not sure):
            continue
        if own.settled and own.order not in orders:  # the periods say otherwise: nobody knows
            settled[column.name] = _understood(
                replace(column, dates=replace(column.dates, within=())), texts[column.name], reading
            )
            continue
        known = replace(column, dates=replace(column.dates, order=orders.pop()))
        read = _understood(known, texts[column.name], reading)
        if read.dates is not None:
            settled[column.name] = replace(read, dates=replace(read.dates, settled="other-column"))
    return settled


def _date_notes(texts: pd.DataFrame, understood: Mapping[str, Understood], file: str) -> Iterator[Note]:
    """Yield what there is to say of how dates were read."""
    for name, one in understood.items():
        dates = one.dates
        if dates is None or not dates.moments:
            continue
        if dates.settled in ("periods", "other-column"):
            told = {"file": file, "column": name, "example": dates.example or "", "by": dates.settled}
            yield Note(code="date-order-settled", values=told)
        if dates.moved:
            moved = int(texts[name].isin(dates.moved).sum())
            zone = "home" if dates.zone == SWEDISH else dates.zone
            yield Note(code="days-moved", values={"file": file, "column": name, "n": moved, "zone": zone})


def _failures(
    texts: pd.DataFrame, columns: Sequence[Column], problems: Mapping[str, Sequence[Problem]]
) -> dict[str, dict[str, list[int]]]:
    """Return the rows that break each rule, by column and fault code: all rules are tried before any is told."""
    found: dict[str, dict[str, list[int]]] = {
        name: {one.code: texts.index[texts[name].isin(one.texts)].tolist() for one in of_column}
        for name, of_column in problems.items()
    }
    for code, name, rows in _broken_rules(texts, columns):
        found.setdefault(name, {}).setdefault(code, []).extend(rows)
    return found


def _broken_rules(texts: pd.DataFrame, columns: Sequence[Column]) -> Iterator[tuple[str, str, list[int]]]:
    """Yield the rules of whole columns that are broken: that they are there, are filled in, and do not repeat."""
    ruled = [column for column in columns if column.required or column.unique or column.name not in texts]
    if not ruled:
        return
    from pandera.errors import SchemaErrors
    from pandera.pandas import Check, DataFrameSchema
    from pandera.pandas import Column as Rules

    alone = Check(_is_alone, error="key-repeated")
    rules = {one.name: Rules(checks=[alone] if one.unique else [], nullable=not one.required) for one in ruled}
    try:
        DataFrameSchema(rules).validate(texts, lazy=True)
    except SchemaErrors as errors:
        for case in errors.failure_cases.itertuples():
            if case.check == "column_in_dataframe":
                yield "column-missing", case.failure_case, []
            else:
                yield "cell-empty" if case.check == "not_nullable" else str(case.check), case.column, [int(case.index)]


def _is_alone(cells: pd.Series[str]) -> pd.Series[bool]:
    return ~keys(cells).duplicated(keep=False)


def _cell_faults(problem: Problem, cells: pd.Series[str], file: str, sheet: str | None) -> Iterator[Fault]:
    """Tell of the cells with a problem: one fault per different text, or one for the whole column."""
    by_text: dict[str | None, list[int]] = {}
    spelt: dict[str | None, Any] = {}
    for row, text in zip(cells.index.tolist(), cells.tolist(), strict=True):
        same = None if problem.one or not isinstance(text, str) else folded(text)
        by_text.setdefault(same, []).append(row)
        spelt.setdefault(same, text)
    told = list(by_text.values())[:_VALUES_SHOWN]
    for place, (rows, first) in enumerate(zip(told, spelt.values(), strict=False)):
        last = place == len(told) - 1
        details: dict[str, Any] = {
            **problem.details,
            "where": row_ranges(rows),
            "further_values": len(by_text) - len(told) if last else 0,
            "further_rows": len(cells) - sum(map(len, told)) if last else 0,
        }
        yield Fault(
            code=problem.code,
            file=file,
            sheet=sheet,
            row=rows[0],
            column=str(cells.name),
            got=shown(first) if isinstance(first, str) else None,
            expected=problem.expected,
            nearest=nearest(first, problem.expected) if problem.code == "value-not-allowed" else None,
            rows=len(rows),
            cells=_wrong_cells(cells, list(chain(*list(by_text.values())[place:])) if last else rows, file, sheet),
            details=details,
        )


def _wrong_cells(cells: pd.Series[str], rows: Sequence[int], file: str, sheet: str | None) -> tuple[WrongCell, ...]:
    at = WrongCell(file=file, sheet=sheet, row=0, column=str(cells.name), got="")
    texts = ((row, cells.loc[row]) for row in rows)
    return tuple(replace(at, row=row, got=shown(text) if isinstance(text, str) else "") for row, text in texts)


def _choices(values: Mapping[str, Sequence[str]]) -> list[Column]:
    return [
        Column(name=name, kind="choice" if allowed else "text", choices=tuple(allowed))
        for name, allowed in values.items()
    ]


def _without_repeats(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Keep the first rule for each column: a column may be a question and a group at once."""
    first: dict[str, Column] = {}
    for column in columns:
        first.setdefault(column.name, column)
    return tuple(first.values())
