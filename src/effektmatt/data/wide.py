"""Tables with a column for each year, as rows: one for each year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from effektmatt.data.long_names import LongNames
from effektmatt.data.reading import Reading, Table
from effektmatt.data.text import TEXT
from effektmatt.data.values import folded
from effektmatt.errors import Fault, InputFaults

#: A heading that ends in a period: "2023", "Antal 2023", "2023-01-01" (a year that a sheet keeps as a date), "2024M12".
_HEADING = re.compile(
    r"(?P<what>((?!(19|20)\d\d).)*?)\s*\b(?P<period>(19|20)\d\d([MmKkQq]\d{1,2}|-\d\d(-\d\d( 00:00:00)?)?)?)"
)
_YEAR = r"(?:19|20)\d\d"
_YEAR_AS_DAY = re.compile(r"((?:19|20)\d\d)-(?:01-01|12-31)(?: 00:00:00)?")
_ENOUGH = 2
#: What the column is called that says what values are, where headings say it ("Antal 2023", "Andel 2023") and no plan.
_WHAT = "rubrik"


def as_rows(table: Table, names: LongNames) -> Table:
    """Return a table with a row for each period, where it has a column for each and none for the period or the value.

    The rows keep the numbers that they have in the file: one number stands for as many rows as there are periods.

    Raises
    ------
    InputFaults
        "period-repeated" where two columns are of the same.
    """
    columns = [str(column) for column in table.frame.columns]
    found = {column: match for column in columns if (match := _HEADING.fullmatch(column))}
    if len(found) < _ENOUGH or names.period in columns or names.value in columns:
        return table
    kept = [column for column in columns if column not in found]
    what = names.what if names.what and names.what not in columns else None
    if what is None and len({match["what"] for match in found.values()}) > 1:
        what = _WHAT
    _refuse_repeated(found, table.reading)
    pieces = [
        table.frame[kept].assign(
            **({what: match["what"]} if what else {}),
            **{names.period: match["period"], names.value: table.frame[column]},
        )
        for column, match in found.items()
    ]
    frame = pd.concat(pieces).astype(TEXT).sort_index(kind="stable")
    frame[names.period] = years_as_years(frame[names.period])
    return replace(table, frame=frame, reading=replace(table.reading, rows=len(frame)))


def _refuse_repeated(found: Mapping[str, re.Match[str]], reading: Reading) -> None:
    """Raise a fault where two columns hold the same of the same period, however it is written."""
    periods = years_as_years(pd.Series([match["period"] for match in found.values()], dtype=TEXT))
    columns: dict[tuple[str, str], list[str]] = {}
    for column, match, period in zip(found, found.values(), periods, strict=True):
        columns.setdefault((folded(match["what"]), period.casefold()), []).append(column)
    faults = [
        Fault(code="period-repeated", file=reading.file, sheet=reading.sheet, got=period, expected=tuple(names))
        for (_, period), names in columns.items()
        if len(names) > 1
    ]
    if faults:
        raise InputFaults(faults)


def years_as_years(cells: pd.Series[str]) -> pd.Series[str]:
    """Return years that a sheet keeps as days ("2023-01-01", or the last day of the year) as years.

    >>> years_as_years(pd.Series(["2023-01-01", "2024-01-01 00:00:00"])).tolist()
    ['2023', '2024']
    >>> years_as_years(pd.Series(["2023-01-01", "2023-02-01"])).tolist()
    ['2023-01-01', '2023-02-01']
    """
    written = cells.dropna()
    if written.empty or not written.str.fullmatch(f"{_YEAR}|{_YEAR_AS_DAY.pattern}").all():
        return cells
    return cells.str.slice(0, 4)
