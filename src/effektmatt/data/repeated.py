"""Double submissions: what is done when the same key stands in several rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.keys import group_numbers
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, InputFaults, WrongCell

Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]
Rule = Literal["latest", "earliest", "refuse", "leave-out"]

#: The key among the columns of a frame.
_KEY = "\0key"


class Resolved(NamedTuple):
    """A frame where no key is repeated, how many rows were left out, whose keys it concerned, and which rows stay."""

    frame: pd.DataFrame
    left_out: int
    keys: tuple[tuple[str, ...], ...]
    kept: Booleans


def resolve_repeated(
    frame: pd.DataFrame,
    *,
    key: Sequence[str],
    rule: Rule,
    order: str | Sequence[str] | None = None,
    by_file: bool = True,
    file: str | None = None,
    order_key: str = "",
    numbers: Integers | None = None,
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
        Column that says which row is later (dates or numbers), or several, of which each tells where those before it
        are equal. A row without a value yields to one with a value.
    by_file
        Whether the order of the file decides where `order` does not; if not, it is a fault that nothing does, unless
        the rows are alike in every column. Nor does a row without a value then yield to one with a value.
    file
        The file's name, for the faults.
    order_key
        The key of the plan that names `order`, for the fault of having none.
    numbers
        The number of each row's key (`keys.group_numbers`), where it is known already.

    Raises
    ------
    InputFaults
        With the rule "refuse" a fault "key-repeated", and where nothing decides a fault "repeated-undecided": of the
        first key, with how many more there are.

    >>> answers = pd.DataFrame({"kod": ["an12", "be07", "AN12 "], "v1": [2, 3, 4]})
    >>> resolve_repeated(answers, key=["kod"], rule="latest").frame["v1"].tolist()
    [3, 4]
    """
    if rule not in get_args(Rule):
        raise ValueError(f"repeated must be one of {', '.join(get_args(Rule))}; got {rule!r}")
    if numbers is None:
        numbers = group_numbers(frame, key)
    keyed = numbers >= 0
    size = np.bincount(numbers[keyed], minlength=1)
    concerned = keyed & (size[numbers] > 1)
    if not concerned.any():
        return Resolved(frame, 0, (), ~concerned)
    firsts = pd.Series(numbers)[concerned].drop_duplicates().index
    keys = tuple(tuple(str(part).strip() for part in row) for row in frame[list(key)].iloc[firsts].to_numpy())
    if rule == "refuse":
        raise InputFaults([_fault("key-repeated", frame, key, numbers, concerned, file)])
    keep = ~concerned
    columns = [order] if isinstance(order, str) else list(order or ())
    if rule != "leave-out" and not by_file:
        undecided = _undecided(frame, numbers, concerned, rule, columns)
        if undecided.any():
            fault = _fault("repeated-undecided", frame, key, numbers, undecided, file)
            told = {"order_key": order_key, "dated": "yes" if columns else "no"}
            raise InputFaults([replace(fault, details={**fault.details, **told})])
    if rule != "leave-out":
        keep[_chosen(frame, numbers, concerned, rule, columns)] = True
    return Resolved(frame[keep], int((~keep).sum()), keys, keep)


def entered_again(frame: pd.DataFrame, *, key: Sequence[str], same: Sequence[str]) -> tuple[Booleans, Booleans]:
    """Say which rows have the key of an earlier row, and which of them are like an earlier one in what they tell, too.

    A row where any part of the key is missing repeats nobody.

    Parameters
    ----------
    frame
        Rows in the order of the file.
    key
        Columns that together say what a row is about.
    same
        Columns of what it tells.

    >>> rows = pd.DataFrame({"vem": ["a", "A", "a", None], "tim": [3, 3, 2, 3]})
    >>> again, alike = entered_again(rows, key=["vem"], same=["tim"])
    >>> again.tolist(), alike.tolist()
    ([False, True, True, False], [False, True, False, False])
    """
    numbers = group_numbers(frame, key)
    keyed = numbers >= 0
    again = pd.Series(numbers).duplicated().to_numpy() & keyed
    told = frame[list(same)].reset_index(drop=True).assign(**{_KEY: numbers})
    return again, told.duplicated().to_numpy() & keyed


def _chosen(frame: pd.DataFrame, numbers: Integers, concerned: Booleans, rule: Rule, order: Sequence[str]) -> Integers:
    """Return the positions of the rows to keep among those concerned, one per key."""
    positions = np.flatnonzero(concerned)
    latest = rule == "latest"
    if order:
        by_order = frame[list(order)].iloc[positions].reset_index(drop=True)
        placed = by_order.sort_values(list(order), kind="stable", na_position="first" if latest else "last")
        positions = positions[placed.index.to_numpy()]
    repeats = pd.Series(numbers[positions]).duplicated(keep="last" if latest else "first").to_numpy()
    return positions[~repeats]


def _undecided(
    frame: pd.DataFrame, numbers: Integers, concerned: Booleans, rule: Rule, order: Sequence[str]
) -> Booleans:
    """Say of the rows of which keys nothing tells which comes last (or first)."""
    rows = frame.iloc[np.flatnonzero(concerned)].reset_index(drop=True)
    key = pd.Series(numbers[concerned])
    tied = pd.Series(True, index=rows.index)
    unknown = pd.Series(False, index=rows.index)
    for column in order:
        values = rows[column].where(tied)
        empty, known = (
            (tied & values.isna()).groupby(key).transform("any"),
            values.notna().groupby(key).transform("any"),
        )
        unknown |= empty & known
        best = values.groupby(key).transform("max" if rule == "latest" else "min")
        tied &= (values == best) | ~known
    differ = ~rows.assign(**{_KEY: key}).duplicated(keep=False)
    unknown |= (tied.groupby(key).transform("sum") > 1) & (tied & differ).groupby(key).transform("any")
    found = np.zeros(len(frame), dtype=bool)
    found[np.flatnonzero(concerned)[unknown.to_numpy()]] = True
    return found


def _fault(
    code: str, frame: pd.DataFrame, key: Sequence[str], numbers: Integers, at_fault: Booleans, file: str | None
) -> Fault:
    """Tell of the first key, and of how many more the same is true."""
    first = int(np.flatnonzero(at_fault)[0])
    same = at_fault & (numbers == numbers[first])
    rows = [int(row) for row in frame.index[same]]
    every = zip(frame.index[at_fault].tolist(), *(frame[part][at_fault].tolist() for part in key), strict=True)
    return Fault(
        code=code,
        file=file,
        row=rows[0],
        column=", ".join(key),
        got=", ".join(shown(str(frame[part].iloc[first]).strip()) for part in key),
        rows=len(rows),
        cells=tuple(
            WrongCell(
                file=file,
                column=", ".join(key),
                row=int(row),
                got=", ".join(shown(str(part).strip()) for part in parts),
            )
            for row, *parts in every
        ),
        details={
            "where": row_ranges(rows),
            "may_choose": "yes",
            "further_values": int(np.unique(numbers[at_fault]).size) - 1,
            "further_rows": int(at_fault.sum()) - len(rows),
        },
    )
