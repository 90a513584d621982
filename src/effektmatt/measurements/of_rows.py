"""The mean of a column of any dataframe, without a plan."""

from __future__ import annotations

from typing import Any

import numpy as np

from effektmatt.core import About, Estimate, expect, expect_shared, speaks
from effektmatt.data.columns import coded, in_memory, missing_column
from effektmatt.errors import InputFaults
from effektmatt.measurements.numbers import Numbers
from effektmatt.measurements.outcomes import Measured, mean_outcome
from effektmatt.registers.conditions import Where, cells_without_number, number_of
from effektmatt.registers.of_rows import concerned


@speaks
def mean_of(
    rows: Any,
    column: str,
    *,
    among: Where | None = None,
    population: int | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    language: str | None = None,  # noqa: ARG001 -- read by `speaks`
) -> Estimate:
    """Return the mean of a column of numbers, with Student's t interval (Student 1908).

    Empty cells are not counted. Where the numbers are few or skewed a cautious interval (Gaffke 2005) stands beside,
    and a verdict needs both. Where everybody was measured the mean is counted and has no interval.

    Parameters
    ----------
    rows
        A dataframe (pandas, Polars, PyArrow, DuckDB, Dask, Spark) with one row for each person or thing.
    column
        The column of numbers; text with a decimal comma is a number too.
    among, population, self_selected, level, language
        As for `share_of`.

    Returns
    -------
    Estimate
        In the unit of the column, with `n`, `interval`, `cautious` and `method`; to be judged by `judge`.

    Raises
    ------
    InputFaults
        For a column that is missing, or cells that are no numbers.
    TypeError, ValueError
        For an argument that cannot be meant.

    Examples
    --------
    >>> import pandas as pd
    >>> hours = pd.DataFrame({"timmar": [12, 16, 14, 15, 11, 16, None]})
    >>> mean = mean_of(hours, "timmar")
    >>> mean.value, mean.n, round(mean.interval.low, 2), round(mean.interval.high, 2), mean.method
    (14.0, 6, 11.8, 16.2, 't')
    """
    expect("column", column, str, '"timmar"')
    expect_shared(level=level, hide=None, population=population)
    inside, notes = concerned(rows, among)
    cells = in_memory(rows, [column])
    if column not in cells.columns:
        raise InputFaults([missing_column(column, cells.columns, None)])
    if wrong := list(cells_without_number(cells, column, "")):
        raise InputFaults(wrong)
    codes, different = coded(cells[column])
    values = np.array([*map(number_of, different), np.nan], dtype=np.float64)[codes]
    numbers = Numbers(values=values[inside])
    measured = int(numbers.measured.sum())
    if population is not None and population < measured:
        raise ValueError(f"population is how many there are in all, and {measured} were measured; got {population}")
    about = About(level=level, population=population, self_selected=self_selected)
    found = mean_outcome(numbers, about, Measured(label=column))
    return found.estimate.noted(notes)
