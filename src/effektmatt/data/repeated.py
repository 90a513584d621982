"""Double submissions: what is done when the same key stands in several rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.keys import group_numbers
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, InputFaults

Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]
Rule = Literal["latest", "earliest", "refuse", "leave-out"]


class Resolved(NamedTuple):
    """A frame where no key is repeated, how many rows were left out, and whose keys it concerned."""

    frame: pd.DataFrame
    left_out: int
    keys: tuple[tuple[str, ...], ...]


def resolve_repeated(
    frame: pd.DataFrame, *, key: Sequence[str], rule: Rule, order: str | None = None, file: str | None = None
) -> Resolved:
    """Keep one row per key, by a declared rule.

    Keys are compared as `effektmatt.data.linking.link` compares codes: trimmed, without regard to upper and lower
    case, leading zeros kept. A row where any part of the key is missing repeats nobody and is kept.

    Parameters
    ----------
    frame
        Rows in the order of the file; the order is kept.
    key
        Columns that together say whose row it is, for example the code and the municipality.
    rule
        "latest" or "earliest" keeps that row, "leave-out" keeps none of them, "refuse" raises.
    order
        Column that says which row is later (dates or numbers). None, a tie, or no value in any of the rows: the
        order of the file decides. A row without a value yields to one with a value.
    file
        The file's name, for the faults of "refuse".

    Raises
    ------
    InputFaults
        With the rule "refuse": one fault "key-repeated" for each repeated key.

    >>> answers = pd.DataFrame({"kod": ["an12", "be07", "AN12 "], "v1": [2, 3, 4]})
    >>> resolve_repeated(answers, key=["kod"], rule="latest").frame["v1"].tolist()
    [3, 4]
    """
    if rule not in get_args(Rule):
        raise ValueError(f"repeated must be one of {', '.join(get_args(Rule))}; got {rule!r}")
    numbers = group_numbers(frame, key)
    keyed = numbers >= 0
    size = np.bincount(numbers[keyed], minlength=1)
    concerned = keyed & (size[numbers] > 1)
    if not concerned.any():
        return Resolved(frame, 0, ())
    firsts = pd.Series(numbers)[concerned].drop_duplicates().index
    keys = tuple(tuple(str(part).strip() for part in row) for row in frame[list(key)].iloc[firsts].to_numpy())
    if rule == "refuse":
        raise InputFaults(
            _fault(frame, key, parts, numbers == numbers[first], file)
            for parts, first in zip(keys, firsts, strict=True)
        )
    keep = ~concerned
    if rule != "leave-out":
        keep[_chosen(frame, numbers, concerned, rule, order)] = True
    return Resolved(frame[keep], int((~keep).sum()), keys)


def _chosen(frame: pd.DataFrame, numbers: Integers, concerned: Booleans, rule: Rule, order: str | None) -> Integers:
    """Return the positions of the rows to keep among those concerned, one per key."""
    positions = np.flatnonzero(concerned)
    latest = rule == "latest"
    if order is not None:
        by_order = frame[order].iloc[positions].reset_index(drop=True)
        placed = by_order.sort_values(kind="stable", na_position="first" if latest else "last")
        positions = positions[placed.index.to_numpy()]
    repeats = pd.Series(numbers[positions]).duplicated(keep="last" if latest else "first").to_numpy()
    return positions[~repeats]


def _fault(frame: pd.DataFrame, key: Sequence[str], parts: Sequence[str], same: Booleans, file: str | None) -> Fault:
    rows = [int(row) for row in frame.index[same]]
    return Fault(
        code="key-repeated",
        file=file,
        row=rows[0],
        column=", ".join(key),
        got=", ".join(shown(part) for part in parts),
        rows=len(rows),
        details={"where": row_ranges(rows)},
    )
