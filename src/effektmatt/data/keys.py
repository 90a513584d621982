"""Whole columns of codes, compared as `values.key` says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.text import TEXT
from effektmatt.data.values import key

#: Letters and digits, a cell a line.
_ONLY_CASE = re.compile(r"[0-9A-Za-z\n]+")


def keys(column: pd.Series) -> pd.Series[str]:
    """Return a column of codes as they are compared; empty text is missing.

    >>> keys(pd.Series([" An07", "", None, "aN07 "])).tolist()
    ['an07', nan, nan, 'an07']
    """
    codes, different = pd.factorize(column)
    compared = np.array([*_compared(different), None], dtype=object)
    return pd.Series(compared[codes], index=column.index, dtype=TEXT)  # -1, a missing cell, is the last


def _compared(different: Any) -> list[str | None]:
    """Return different cells as they are compared: all at once where only their case can differ."""
    cells = np.asarray(different, dtype=object).tolist()
    if {*map(type, cells)} == {str} and _ONLY_CASE.fullmatch(text := "\n".join(cells)):
        lowered = text.lower().split("\n")
        if len(lowered) == len(cells):  # no cell is of several lines
            return [cell or None for cell in lowered]
    return [key(cell) or None for cell in cells]


def group_numbers(frame: pd.DataFrame, columns: Sequence[str]) -> NDArray[np.int64]:
    """Return one whole number per row, the same for rows with the same key and -1 where any part is missing.

    With no columns, all rows have the same key.

    >>> group_numbers(pd.DataFrame({"kod": ["a1", "A1", None], "kommun": ["Orust"] * 3}), ["kod", "kommun"]).tolist()
    [0, 0, -1]
    """
    numbers = np.zeros(len(frame), dtype=np.int64)
    for place, column in enumerate(columns):
        codes = _numbered(frame[column])
        if place == 0:
            numbers = codes
            continue
        known = (numbers >= 0) & (codes >= 0)
        together = pd.factorize(numbers[known] * (codes.max(initial=0) + 1) + codes[known])[0]
        numbers = np.full(len(frame), -1, dtype=np.int64)
        numbers[known] = together
    return numbers


def _numbered(column: pd.Series) -> NDArray[np.int64]:
    """Return one whole number per code, the same for those that are compared as the same; -1 where it is missing."""
    codes, different = pd.factorize(column)
    compared = _compared(different)
    if len({*compared, None}) == len(compared) + 1:  # nothing is written in two ways, and no cell is nothing
        return codes.astype(np.int64)
    return pd.factorize(np.array([*compared, None], dtype=object))[0].astype(np.int64)[codes]
