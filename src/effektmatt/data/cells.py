"""Text cells understood as dates, numbers or choices, and what is wrong with those that are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from effektmatt.core import Note
from effektmatt.data.dates import ColumnDates, HowDates, read_dates
from effektmatt.data.days_for_none import days_for_none
from effektmatt.data.numbers import TOO_LARGE, TOO_SMALL, Mark, is_ambiguous, plain_number, without_percent
from effektmatt.data.text import TEXT, mapped
from effektmatt.data.values import folded

#: What is shown as right ways to write a date where a column has no format of its own.
DATE_EXAMPLES = ("2013-01-31", "20130131", "31 jan 2013", "31/1/2013")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Texts of a column that break a rule in the same way.

    Parameters
    ----------
    code
        The code of the fault.
    texts
        The different texts.
    one
        Whether the column as a whole has one problem, rather than each text its own.
    expected, details
        What the fault carries.
    """

    code: str
    texts: tuple[str, ...]
    one: bool = False
    expected: tuple[str, ...] = ()
    details: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """A column of typed values, missing where a cell is missing or wrong, the problems, and how they were read.

    `dates` say how dates were, `percent` is a number of the column that is written in per cent (None: there is none).
    """

    typed: pd.Series[Any]
    problems: tuple[Problem, ...]
    dates: ColumnDates | None = None
    percent: str | None = None

    def percent_notes(self, file: str) -> Iterator[Note]:
        """Say so where numbers that are written in per cent are read as they are shown: 72 % as 72, not 0.72."""
        if self.percent is not None:
            told = {"file": file, "column": str(self.typed.name), "example": self.percent}
            yield Note(code="percent-as-shown", values=told)


def as_dates(cells: pd.Series[str], how: HowDates = HowDates()) -> Understood:
    """Read a column of dates, in the one format of the column.

    Problems: "date-stands-for-none" for texts such as 9999-12-31; "date-wrong" for others that are no date (in that
    format); "date-unclear" where the column does not
    tell day from month, with two readings of the first text; "date-clash" where two texts contradict each other.
    """
    distinct = cells.dropna().unique().tolist()
    found = read_dates(distinct, how)
    none = days_for_none(distinct, found.dates)
    days = {text: moment for text, moment in found.moments.items() if text not in none} if none else found.moments
    problem = _date_problem([text for text in distinct if text not in none], found)
    problems = _present([problem, Problem(code="date-stands-for-none", texts=none)])
    return Understood(mapped(cells, days, "datetime64[s]"), problems, found)


def _date_problem(distinct: Sequence[str], found: ColumnDates) -> Problem:
    unclear = tuple(text for text in distinct if text in found.unclear)
    if unclear:
        one, other, *_ = (day.isoformat() for day in found.unclear[unclear[0]])
        details = {"one": one, "other": other}
        return Problem(code="date-unclear", texts=unclear, one=True, expected=DATE_EXAMPLES[:1], details=details)
    if found.clashing:
        clashing = tuple(text for text in distinct if text in found.clashing)
        details = {"other": clashing[1]}
        return Problem(code="date-clash", texts=clashing, one=True, expected=DATE_EXAMPLES[:1], details=details)
    wrong = tuple(text for text in distinct if text not in found.moments)
    return Problem(code="date-wrong", texts=wrong, expected=(found.example,) if found.example else DATE_EXAMPLES)


def as_numbers(cells: pd.Series[str], mark: Mark | None, *, whole: bool) -> Understood:
    """Read a column of numbers, as float64 or (`whole`) Int64; what is written in per cent is read as it is shown.

    Problems: "number-wrong"; "number-unclear" for "1.234" in a file where nothing tells a decimal mark from one
    between thousands; "number-too-large" and "number-too-small" for what can only be a slip;
    "number-not-whole"; "number-percent-mixed" for "0,75" in a column of "72 %".
    """
    distinct = cells.dropna().unique().tolist()
    written = {text: plain_number(without_percent(text), mark) for text in distinct}
    every = {text: float(number) for text, number in written.items() if number is not None}
    large = tuple(text for text, number in every.items() if abs(number) > TOO_LARGE)
    small = tuple(text for text, number in every.items() if 0 < abs(number) < TOO_SMALL)
    numbers = {text: number for text, number in every.items() if text not in {*large, *small}}
    broken = tuple(text for text, number in numbers.items() if whole and not number.is_integer())
    unclear = tuple(text for text in distinct if text not in every and mark is None and is_ambiguous(text))
    wrong = tuple(text for text in distinct if text not in every and text not in unclear)
    percent = [text for text in numbers if without_percent(text) != text]
    mixed = tuple(text for text, number in numbers.items() if percent and text not in percent and 0 < abs(number) <= 1)
    whole_ones = {text: number for text, number in numbers.items() if text not in broken}
    values = mapped(cells, whole_ones, np.float64)
    first = without_percent(percent[0]) if percent else None
    problems = [
        Problem(code="number-wrong", texts=wrong, details={"decimal": mark or ""}),
        Problem(code="number-unclear", texts=unclear, one=True),
        Problem(code="number-too-large", texts=large),
        Problem(code="number-too-small", texts=small),
        Problem(code="number-not-whole", texts=broken),
        Problem(code="number-percent-mixed", texts=mixed, details={"other": first or ""}),
    ]
    typed = values.astype("Int64") if whole else values
    return Understood(typed, _present(problems), percent=first)


def as_choices(cells: pd.Series[str], choices: Sequence[str]) -> Understood:
    """Read a column of choices, spelt as in `choices`; problem: "value-not-allowed"."""
    spelling = {folded(choice): choice for choice in choices}
    distinct = cells.dropna().unique().tolist()
    chosen = {text: spelling[folded(text)] for text in distinct if folded(text) in spelling}
    wrong = tuple(text for text in distinct if text not in chosen)
    problem = Problem(code="value-not-allowed", texts=wrong, expected=tuple(choices))
    return Understood(mapped(cells, chosen, TEXT), _present([problem]))


def as_text(cells: pd.Series[str]) -> Understood:
    """Leave a column as it is."""
    return Understood(cells, ())


def is_value(text: str) -> bool:
    """Say whether a cell is a number or a date, with whichever decimal mark.

    >>> is_value("61,5"), is_value("2024-01-31"), is_value("Orust")
    (True, True, False)
    """
    return plain_number(text, ",") is not None or plain_number(text, ".") is not None or bool(read_dates([text]).dates)


def _present(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.texts)
