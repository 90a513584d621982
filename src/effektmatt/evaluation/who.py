"""Who the people of a source are, so that another run knows them again: by their code, else by their row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.values import cell_text, folded
from effektmatt.disclosure.figures import Who

#: What stands between two cells of a row: no cell holds it.
_BETWEEN = "\x1f"


def who_is_in(source: str, frame: pd.DataFrame, key: Sequence[str] = ()) -> Who:
    """Return who the rows of one frame are.

    >>> frame = pd.DataFrame({"kod": ["a1", "B2"], "klar": ["ja", "nej"]})
    >>> there, back = (who_is_in("folk", rows, ["kod"]).names(("kod",)) for rows in (frame, frame[::-1]))
    >>> there == back[::-1]
    True
    """
    return who_are_in(source, {"": frame}, {"": np.arange(len(frame))}, len(frame), key)


def who_are_in(
    source: str,
    frames: Mapping[str, pd.DataFrame],
    numbers: Mapping[str, NDArray[np.int64]],
    size: int,
    key: Sequence[str],
) -> Who:
    """Return who the people of several waves are.

    Parameters
    ----------
    source, frames
        The source, and its rows by wave.
    numbers, size
        Which person each row of a wave is, and how many there are.
    key
        The columns that say who somebody is; whoever has nothing there is known by all cells of the row.
    """
    columns = tuple(dict.fromkeys(str(column) for frame in frames.values() for column in frame.columns))
    all_have_key = bool(key) and all(
        column in frame and frame[column].notna().all() for frame in frames.values() for column in key
    )

    def names(asked: tuple[str, ...]) -> list[str] | None:
        now = _renamed(asked, columns)
        if now is None and not all_have_key:
            return None
        asked, told = now or columns, [""] * size
        for wave, frame in reversed(list(frames.items())):
            for number, text in zip(numbers[wave], _rows(wave, frame, key, asked), strict=True):
                told[number] = text
        return _apart(told)

    return Who(source=source, columns=columns, names=names)


def _renamed(asked: Sequence[str], columns: Sequence[str]) -> tuple[str, ...] | None:
    """Return columns as they are called now: as many new names as are missing take their places in order.

    >>> _renamed(("kod", "klar"), ("kod", "färdig")), _renamed(("kod", "klar"), ("kod", "färdig", "ort"))
    (('kod', 'färdig'), None)
    """
    missing = [column for column in asked if column not in columns]
    new = [column for column in columns if column not in asked]
    if missing and len(missing) != len(new):
        return None
    called = dict(zip(missing, new, strict=False))
    return tuple(called.get(column, column) for column in asked)


def _rows(wave: str, frame: pd.DataFrame, key: Sequence[str], asked: Sequence[str]) -> list[str]:
    by_row = _joined(frame, [column for column in asked if column in frame])
    if not key or any(column not in frame for column in key):
        return [f"{wave}{_BETWEEN}{text}" for text in by_row]
    codes = _joined(frame, key)
    has = frame[list(key)].notna().all(axis=1)
    return [code if known else f"{wave}{_BETWEEN}{text}" for code, known, text in zip(codes, has, by_row, strict=True)]


def _joined(frame: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    cells = [[folded(cell_text(cell)) if pd.notna(cell) else "" for cell in frame[column]] for column in columns]
    return [_BETWEEN.join(row) for row in zip(*cells, strict=True)] if cells else [""] * len(frame)


def _apart(names: Sequence[str]) -> list[str]:
    """Tell those apart by a number whose rows are alike in every cell: it does not matter which of them is which."""
    seen: dict[str, int] = {}
    apart = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        apart.append(f"{name}{_BETWEEN}{seen[name]}")
    return apart
