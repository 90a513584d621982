"""When two keys are the same: trimmed, without regard to upper and lower case, leading zeros kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.text import TEXT


def comparable(column: pd.Series) -> pd.Series[str]:
    """Return a column of codes or group names as they are compared; empty text is missing.

    >>> comparable(pd.Series([" An07", "", None, "aN07 "])).tolist()
    ['an07', nan, nan, 'an07']
    """
    present = column[column.notna()].astype(str).str.strip().str.casefold()
    return present[present != ""].reindex(column.index).astype(TEXT)


def group_numbers(frame: pd.DataFrame, columns: Sequence[str]) -> NDArray[np.int64]:
    """Return one whole number per row, the same for rows with the same key and -1 where any part is missing.

    With no columns, all rows have the same key.

    >>> group_numbers(pd.DataFrame({"kod": ["a1", "A1", None], "kommun": ["Orust"] * 3}), ["kod", "kommun"]).tolist()
    [0, 0, -1]
    """
    if not columns:
        return np.zeros(len(frame), dtype=np.int64)
    compared = {place: comparable(frame[column].reset_index(drop=True)) for place, column in enumerate(columns)}
    keys = pd.DataFrame(compared)
    numbers = keys.groupby(list(keys.columns), sort=False, dropna=True).ngroup()
    return np.asarray(numbers.fillna(-1), dtype=np.int64)
