"""When two written values are the same: the one place that says so, for cells, plans, groups, codes and names."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.characters import clean
from effektmatt.data.text import TEXT

#: A whole number, however it is stored; "1,000" is none, for to some that is a thousand.
WHOLE = re.compile(r"([+-]?\d+)(?:[.,](?:0{1,2}|0{4,}))?")

_DECIMAL = re.compile(r"([+-]?\d+)[.,](\d+)")

# One full stop ends a sentence, more of them are a sign of their own ("..": hidden).
_STOP = re.compile(r"(?<![.\s])\s*\.$")


def cell_text(cell: object) -> str:
    r"""Return a cell as it is shown: on one line, a whole number without decimals however it is stored, NaN as nothing.

    >>> cell_text(4.0), cell_text(" Västra\u00a0 Go\u0308taland"), cell_text(float("nan"))
    ('4', 'Västra Götaland', '')
    """
    if isinstance(cell, float):
        return "" if math.isnan(cell) else str(int(cell)) if cell.is_integer() else str(cell)
    return " ".join(clean(str(cell)).split())


def folded(value: object) -> str:
    r"""Return the one spelling that all spellings of a value share.

    White space at the ends, runs of it, no-break spaces, case, one trailing full stop, å as one character or two, and
    how a whole number is stored make no difference; neither do its leading zeros, nor a decimal comma.

    >>> folded("  Stämmer\u00a0 HELT. "), folded("4,0"), folded(4.0), folded("04"), folded("Vet ej")
    ('stämmer helt', '4', '4', '4', 'vet ej')
    """
    text = _folded(value)
    whole = WHOLE.fullmatch(text)
    return str(int(whole.group(1))) if whole else _DECIMAL.sub(r"\1.\2", text) if _DECIMAL.fullmatch(text) else text


def key(value: object) -> str:
    """Return the one spelling that all spellings of a code or a user's name share: as `folded`, leading zeros kept.

    >>> key(" An07."), key("007"), key(7.0), key("7.0")
    ('an07', '007', '7', '7')
    """
    text = _folded(value)
    whole = WHOLE.fullmatch(text)
    return whole.group(1) if whole else text


def keys(column: pd.Series) -> pd.Series[str]:
    """Return a column of codes as they are compared; empty text is missing.

    >>> keys(pd.Series([" An07", "", None, "aN07 "])).tolist()
    ['an07', nan, nan, 'an07']
    """
    codes, different = pd.factorize(column)
    compared = np.array([*(key(cell) or None for cell in different), None], dtype=object)
    return pd.Series(compared[codes], index=column.index, dtype=TEXT)  # -1, a missing cell, is the last


def group_numbers(frame: pd.DataFrame, columns: Sequence[str]) -> NDArray[np.int64]:
    """Return one whole number per row, the same for rows with the same key and -1 where any part is missing.

    With no columns, all rows have the same key.

    >>> group_numbers(pd.DataFrame({"kod": ["a1", "A1", None], "kommun": ["Orust"] * 3}), ["kod", "kommun"]).tolist()
    [0, 0, -1]
    """
    if not columns:
        return np.zeros(len(frame), dtype=np.int64)
    compared = {place: keys(frame[column].reset_index(drop=True)) for place, column in enumerate(columns)}
    parts = pd.DataFrame(compared)
    numbers = parts.groupby(list(parts.columns), sort=False, dropna=True).ngroup()
    return np.asarray(numbers.fillna(-1), dtype=np.int64)


def spellings(labels: Iterable[str] | Mapping[str, int]) -> dict[str, str]:
    """Return for each value, folded, its most frequent spelling (of equals, first in the alphabet).

    Parameters
    ----------
    labels
        The values one by one, or how often each occurs.

    >>> spellings(["kvinna", "Kvinna", "Kvinna.", "Kvinna", "man"])
    {'kvinna': 'Kvinna', 'man': 'man'}
    """
    shown: dict[str, str] = {}
    for label, _ in sorted(Counter(labels).items(), key=lambda one: (-one[1], one[0])):
        shown.setdefault(folded(label), label)
    return shown


def _folded(value: object) -> str:
    return unicodedata.normalize("NFC", _STOP.sub("", cell_text(value).casefold()))
