"""The one type of text columns."""

from __future__ import annotations

import numpy as np
import pandas as pd

#: Text whose missing value is NaN, in pandas 2 and 3, with PyArrow or without.
TEXT = pd.StringDtype(na_value=np.nan)


def different(column: pd.Series[str]) -> list[str]:
    """Return the different texts of a column, in the order of the first of each, without missing ones."""
    texts: list[str] = np.asarray(column.dropna().unique(), dtype=object).tolist()
    return texts
