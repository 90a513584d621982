"""Which rows of a register meet a condition, which do not, and for which nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Note
from effektmatt.data.columns import coded, in_memory, missing_column
from effektmatt.data.values import cell_text, folded
from effektmatt.data.where import shown
from effektmatt.errors import Fault, InputFaults, nearest

#: A condition: each column must hold its value, or one of its values.
Where = Mapping[str, Any]

Booleans = NDArray[np.bool_]

_YES, _NO, _UNKNOWN = 1, 0, -1
_MOST_EXPECTED = 12

# In a column of nothing but "nej", "ja" may be missing because nobody is; in a column of "J" and "N" it is misspelt.
_OPPOSITES = (("ja", "nej"), ("j", "n"), ("yes", "no"), ("y", "n"), ("true", "false"), ("sant", "falskt"), ("1", "0"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matched:
    """Which rows meet a condition, and for which an empty cell hides whether they do."""

    hits: Booleans
    unknown: Booleans
    notes: tuple[Note, ...] = ()


def matched(frame: Any, where: Where | None, *, file: str | None = None) -> Matched:
    """Say which rows of a register meet a condition.

    Cells and wanted values are compared trimmed and without regard to case, whole numbers as numbers. Where several
    columns are named all must hold; a row is unknown if no column says no and some cell is empty.

    Parameters
    ----------
    frame
        Any dataframe that narwhals takes.
    where
        Column and value, or column and list of values; None or empty: every row.
    file
        The file's name, for the faults.

    Raises
    ------
    InputFaults
        "column-missing", and "where-value-unknown" for a wanted value that a column never holds though it holds
        others. Where the column holds nothing but its opposite ("nej" for "ja") that is a note ("value-never-occurs").

    Examples
    --------
    >>> import pandas as pd
    >>> found = matched(pd.DataFrame({"validering": ["Ja", "nej", None, "ja "]}), {"validering": "ja"})
    >>> found.hits.tolist(), found.unknown.tolist()
    ([True, False, False, True], [False, False, True, False])
    """
    condition = where or {}
    cells = in_memory(frame, list(condition))
    read = [_Column.read(cells, column, wanted, file) for column, wanted in condition.items()]
    faults = [fault for column in read for fault in column.faults]
    if faults:
        raise InputFaults(faults)
    answers = np.stack([np.full(len(cells), _YES, dtype=np.int8), *(column.answers for column in read)])
    certain = ~(answers == _NO).any(axis=0)
    unknown = certain & (answers == _UNKNOWN).any(axis=0)
    notes = tuple(note for column in read for note in column.notes)
    return Matched(hits=certain & ~unknown, unknown=unknown, notes=notes)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Column:
    """What one column of a condition says of every row, and what is wrong with the values asked for."""

    answers: NDArray[np.int8]
    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()

    @classmethod
    def read(cls, cells: nw.DataFrame[Any], column: str, wanted: object, file: str | None) -> _Column:
        if column not in cells.columns:
            return cls(answers=np.array([], dtype=np.int8), faults=(missing_column(column, cells.columns, file),))
        values = list(wanted) if isinstance(wanted, Iterable) and not isinstance(wanted, str) else [wanted]
        rows, different = coded(cells[column])
        texts = [cell_text(cell) for cell in different]
        asked = {folded(value) for value in values}
        codes = [_UNKNOWN if not folded(text) else _YES if folded(text) in asked else _NO for text in texts]
        answers = np.array([*codes, _UNKNOWN], dtype=np.int8)[rows]  # -1, a missing cell, is the last
        times = np.bincount(rows[rows >= 0], minlength=len(texts))
        held = Counter({text: int(count) for text, count in zip(texts, times, strict=True) if folded(text)})
        known = {folded(text) for text in held}
        never = [value for value in values if held and folded(value) not in known]
        if all(_only_opposite(folded(value), known) for value in never):
            notes = (Note(code="value-never-occurs", values={"column": column, "value": str(one)}) for one in never)
            return cls(answers=answers, notes=tuple(notes))
        return cls(answers=answers, faults=tuple(_unknown_value(column, value, held, file) for value in never))


def _only_opposite(value: str, known: set[str]) -> bool:
    """Say whether a column holds nothing but the opposite of a value: nobody is, or everybody."""
    return any(value in pair and known == set(pair) - {value} for pair in _OPPOSITES)


def _unknown_value(column: str, value: object, held: Counter[str], file: str | None) -> Fault:
    frequent = [text for text, _ in held.most_common(_MOST_EXPECTED)]
    return Fault(
        code="where-value-unknown",
        file=file,
        column=column,
        got=str(value),
        expected=tuple(shown(text) for text in frequent),
        nearest=nearest(str(value), held),
    )
