"""A share or a number of the rows of any dataframe, without a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from effektmatt.core import About, Estimate, Limits, Note, expect, expect_shared, speaks
from effektmatt.registers.conditions import Booleans, Where, condition_notes, matched
from effektmatt.registers.count import count_outcome
from effektmatt.registers.known import known_of, unknown_notes
from effektmatt.registers.people import among_notes
from effektmatt.stats.estimates import share_estimate


@speaks
def share_of(
    rows: Any,
    where: Where,
    *,
    among: Where | None = None,
    population: int | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    language: str | None = None,  # noqa: ARG001 -- read by `speaks`
) -> Estimate:
    """Return the share of the rows of a table that meet a condition, with its interval.

    Rows of which the table does not tell whether they do (an empty cell, "vet ej") are not counted, and a note says how
    many they are. With a population the interval is that of a finite one (hypergeometric, Buonaccorsi 1987), the range
    that stays possible whatever the others would have answered stands beside it, and where the table tells of
    everybody the share is counted and has no interval. Without one the interval is exact (Clopper and Pearson 1934).

    Parameters
    ----------
    rows
        A dataframe (pandas, Polars, PyArrow, DuckDB, Dask, Spark) with one row for each person or thing.
    where
        Columns and the value that each must hold, one of several values, or limits of a number:
        ``{"svar": ["Ja", "Oftast"]}``, ``{"sjukdagar": {"at_most": 10}}``.
    among
        The same, for who is in the denominator (None: every row).
    population
        How many there are in all, where that is known; ``len(rows)`` where everybody stands in the table.
    self_selected
        Whether those in the table chose to be there, so that it must be assumed that they resemble all; of no matter
        where there is a population.
    level
        Confidence level.
    language
        What the result and its faults speak: "sv" or "en" (None: Swedish).

    Returns
    -------
    Estimate
        Between 0 and 1, with `hits`, `n`, `interval`, `possible` and `method`; to be judged by `judge`.

    Raises
    ------
    InputFaults
        For a column that is missing, or a value that the column never holds though it holds others.
    TypeError, ValueError
        For an argument that cannot be meant, such as a population smaller than the table.

    Examples
    --------
    >>> import pandas as pd
    >>> answers = pd.DataFrame({"svar": ["Ja"] * 46 + ["Nej"] * 4})
    >>> share = share_of(answers, {"svar": "Ja"}, population=60)
    >>> share.value, round(share.interval.low, 3), round(share.interval.high, 3), share.possible.low
    (0.92, 0.883, 0.933, 0.7666666666666667)
    """
    where, among = _condition("where", where), _condition("among", among or {})
    expect_shared(level=level, hide=None, population=population)
    told = (*condition_notes(rows, where, None), *condition_notes(rows, among, None))
    met, base = matched(rows, where), matched(rows, among)
    known = known_of(met, base)
    if population is not None and population < known.people:
        raise ValueError(
            f"population is how many there are in all, and the table tells of {known.people}; got {population}"
        )
    about = About(level=level, population=population, self_selected=self_selected)
    notes = (*told, *among_notes(base.unknown, among), *unknown_notes(met, base, where))
    return share_estimate("share", known.hits, known.n, about, notes=notes)


@speaks
def count_of(
    rows: Any,
    where: Where | None = None,
    *,
    among: Where | None = None,
    language: str | None = None,  # noqa: ARG001 -- read by `speaks`
) -> Estimate:
    """Return how many rows of a table meet a condition: a number that is counted, and so has no interval.

    Where the table does not tell of some rows whether they do, `possible` says between which numbers it lies.

    Parameters
    ----------
    rows, where, among, language
        As for `share_of`; without `where` every row is counted.

    Raises
    ------
    InputFaults
        For a column that is missing, or a value that the column never holds though it holds others.

    Examples
    --------
    >>> import pandas as pd
    >>> register = pd.DataFrame({"roll": ["ambassadör", "chef", "ambassadör", None]})
    >>> count = count_of(register, {"roll": "ambassadör"})
    >>> count.value, count.possible.high
    (2.0, 3)
    """
    found = count_outcome(rows, _condition("where", where or {}), About(), among=_condition("among", among or {}))
    return found.estimate.noted(found.notes)


def concerned(rows: Any, among: Where | None) -> tuple[Booleans, tuple[Note, ...]]:
    """Return which rows of a table are counted, and what there is to say of the condition for that."""
    whom = _condition("among", among or {})
    told = condition_notes(rows, whom, None)
    base = matched(rows, whom)
    return base.hits, (*told, *among_notes(base.unknown, whom))


def _condition(name: str, given: Where) -> Where:
    """Return a condition with its limits of numbers as such."""
    expect(name, given, Mapping, '{"svar": "Ja"}')
    return {column: Limits(**wanted) if isinstance(wanted, Mapping) else wanted for column, wanted in given.items()}
