"""Columns of any dataframe: fetched into memory, missed by name, read as groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.data.values import cell_text, folded, spellings
from effektmatt.data.where import column_letter, shown
from effektmatt.errors import Fault, InputFaults, nearest

Labels = NDArray[np.object_]


def in_memory(frame: Any, columns: Sequence[str]) -> nw.DataFrame[Any]:
    """Return a dataframe in memory; of one that is not, only the named columns are fetched (where it has them)."""
    taken = as_frame(frame)
    if isinstance(taken, nw.DataFrame):
        return taken
    held = taken.collect_schema().names()
    wanted = [name for name in dict.fromkeys(columns) if name in held] or held[:1]  # without any there would be no rows
    fetched: nw.DataFrame[Any] = taken.select(wanted).collect()
    return fetched


def as_frame(frame: Any) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """Return a dataframe of any kind as narwhals takes it.

    Raises
    ------
    TypeError
        For anything else.
    InputFaults
        "column-repeated" for columns of the same name, which nobody can tell apart.
    """
    try:
        taken: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(frame)
    except TypeError:
        raise TypeError(
            "rows are a dataframe (pandas, Polars, PyArrow, DuckDB, Dask, Spark), as pandas.read_csv reads one; "
            f"got {frame!r:.60} ({type(frame).__name__})"
        ) from None
    except nw.exceptions.DuplicateError:
        raise InputFaults(repeated_names(list(map(str, getattr(frame, "columns", ()))))) from None
    return taken


def repeated_names(names: Sequence[str], **where: Any) -> Iterator[Fault]:
    """Yield a fault for each name that several columns have; `where` is what else the fault says of the place."""
    for name, times in Counter(filter(None, names)).items():
        if times > 1:
            letters = ", ".join(column_letter(place) for place, other in enumerate(names) if other == name)
            details: dict[str, str | int | float] = {"letters": letters, "times": times}
            yield Fault(code="column-repeated", column=shown(name), details=details, **where)


def told_apart(names: Sequence[str], named: frozenset[str] | None) -> list[str]:
    """Return the names of columns, with its letter after a repeated one that nobody asks for (`named`; None: all do).

    >>> told_apart(["kod", "ort", "ort"], frozenset({"kod"}))
    ['kod', 'ort', 'ort (C)']
    """
    seen: set[str] = set()
    apart: list[str] = []
    for place, name in enumerate(names):
        again = name in seen and named is not None and name not in named
        apart.append(f"{name} ({column_letter(place)})" if again and name else name)
        seen.add(name)
    return apart


def missing_column(column: str, columns: Sequence[str], file: str | None) -> Fault:
    """Return the fault of a column that is not there.

    >>> missing_column("avdelnig", ["kon", "avdelning"], "deltagare.csv").nearest
    'avdelning'
    """
    near = nearest(column, columns)
    return Fault(code="column-missing", file=file, column=column, expected=tuple(columns), nearest=near)


def row_numbers(cells: nw.DataFrame[Any]) -> list[int]:
    """Return the frame's own row numbers where its index holds whole numbers (pandas), else positions from 0."""
    native = cells.to_native()
    labels = list(native.index) if cells.implementation.is_pandas_like() else []
    if labels and all(isinstance(label, int | np.integer) for label in labels):
        return [int(label) for label in labels]
    return list(range(len(cells)))


def group_labels(cells: nw.Series[Any]) -> Labels:
    """Return each row's group, None where it is empty; all spellings of a value (`values.folded`) are one group.

    The most frequent spelling is the one that is shown.

    >>> import pandas as pd
    >>> cells = pd.Series(["Orust", "orust ", None, "Tranemo", "Orust"])
    >>> group_labels(nw.from_native(cells, series_only=True)).tolist()
    ['Orust', 'Orust', None, 'Tranemo', 'Orust']
    """
    codes, different = coded(cells)
    texts = [cell_text(cell) for cell in different]
    times: Counter[str] = Counter()
    for text, count in zip(texts, np.bincount(codes[codes >= 0], minlength=len(texts)), strict=True):
        times[text] += int(count)
    spelt = spellings(times)
    labels = np.array([spelt[value] if (value := folded(text)) else None for text in texts] + [None], dtype=object)
    grouped: Labels = labels[codes]  # the last label is that of a missing cell, -1
    return grouped


def numbered_alike(*waves: Labels) -> tuple[tuple[NDArray[np.int64], ...], Labels]:
    """Return a number for the group of each row of every wave, -1 for none, and what they are called in all of them.

    Each different label is looked at once; the last name, that of -1, is None.

    >>> before, after = np.array(["ORUST", None], dtype=object), np.array(["Orust", "Orust"], dtype=object)
    >>> (first, last), names = numbered_alike(before, after)
    >>> first.tolist(), last.tolist(), names.tolist()
    ([0, -1], [0, 0], ['Orust', None])
    """
    import pandas as pd

    codes, different = pd.factorize(np.concatenate(waves))
    labels = [str(label) for label in different]
    shown = spellings(dict(zip(labels, np.bincount(codes[codes >= 0], minlength=len(labels)).tolist(), strict=True)))
    numbers, names = pd.factorize(np.array([*(shown[folded(label)] for label in labels), None], dtype=object))
    spelt = np.split(numbers.astype(np.int64)[codes], np.cumsum([len(wave) for wave in waves])[:-1])
    return tuple(spelt), np.array([*names, None], dtype=object)


def spelled_alike(waves: Sequence[Mapping[str, Labels]]) -> list[dict[str, Labels]]:
    """Return the groups of every wave, column by column, with one spelling of each value: the most frequent."""
    spelt: list[dict[str, Labels]] = [{} for _ in waves]
    for column in dict.fromkeys(column for wave in waves for column in wave):
        having = [place for place, wave in enumerate(waves) if column in wave]
        numbers, names = numbered_alike(*(waves[place][column] for place in having))
        for place, own in zip(having, numbers, strict=True):
            spelt[place][column] = names[own]
    return spelt


def known(labels: Labels) -> NDArray[np.bool_]:
    """Say of which rows the group is known.

    >>> known(np.array(["Orust", None], dtype=object)).tolist()
    [True, False]
    """
    import pandas as pd

    return np.asarray(pd.notna(labels), dtype=np.bool_)


def coded(cells: nw.Series[Any]) -> tuple[NDArray[np.int64], list[object]]:
    """Return one whole number per row and the different cells that the numbers stand for; -1 is a missing cell.

    Whatever is then asked of a cell is asked once for each different one.

    >>> import pandas as pd
    >>> codes, different = coded(nw.from_native(pd.Series(["ja", None, "nej", "ja"]), series_only=True))
    >>> codes.tolist(), different
    ([0, -1, 1, 0], ['ja', 'nej'])
    """
    if cells.implementation.is_pandas():
        import pandas as pd

        codes, different = pd.factorize(cells.to_native())
        return codes.astype(np.int64), list(different)
    present = [cell for cell in cells.drop_nulls().unique(maintain_order=True).to_list() if cell == cell]  # noqa: PLR0124
    if not present:
        return np.full(len(cells), -1, dtype=np.int64), []
    places = cells.replace_strict(present, list(range(len(present))), default=-1, return_dtype=nw.Int64)
    return places.to_numpy().astype(np.int64), present
