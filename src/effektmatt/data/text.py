"""The types of text columns: text, or where the file is large, categories of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

#: Text whose missing value is NaN, in pandas 2 and 3, with PyArrow or without.
TEXT = pd.StringDtype(na_value=np.nan)


def different(column: pd.Series[str]) -> list[str]:
    """Return the different texts of a column, in the order of the first of each, without missing ones."""
    return [text for text in np.asarray(column.unique(), dtype=object).tolist() if isinstance(text, str)]


def mapped(cells: pd.Series[str], values: Mapping[str, Any], dtype: Any) -> pd.Series[Any]:
    """Return what each text stands for, as a type; missing where a text stands for nothing.

    >>> mapped(pd.Series(["ett", "två", None]), {"ett": 1.0}, np.float64).tolist()
    [1.0, nan, nan]
    """
    codes, texts = pd.factorize(cells)
    known = pd.Series([*(values.get(text) for text in texts), None], dtype=dtype).array
    return pd.Series(known[codes], index=cells.index, name=cells.name)  # -1, a missing cell, is the last
