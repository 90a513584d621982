"""Linking two waves by a code that respondents made up themselves.

A self-made code is not unique: the same code in two municipalities may be two people. So codes meet only within
declared groups, rows are never multiplied, and codes that are one slip of the pen apart are suggested to a person,
never merged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.data.keys import group_numbers, keys
from effektmatt.data.near import near_pairs

Positions = NDArray[np.int64]

#: A code of one number; and so many of them that one number in so many is somebody's. A number has some twenty others
#: near it that differ in one digit, so from there on somebody else's is near by chance.
_NUMBERED = re.compile(r"(\D*)(\d+)(\D*)")
_MANY, _GAPS = 10, 20
#: A series is what most numbers lie in, and so much of its length beyond: a slip may be far from it.
_MOST, _BEYOND = (0.05, 0.95), 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Two unlinked codes of the same group that are one edit apart: perhaps the same person.

    `only` is True where neither code is near any other: with running numbers nearly every code is near many.
    """

    before: int  # position in the frame before
    after: int  # position in the frame after
    only: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Linked:
    """Which rows of two waves belong to the same person.

    All arrays hold positions (0 for the first row), for `frame.iloc`. Each row stands in exactly one of the
    arrays of its wave.

    Parameters
    ----------
    before, after
        The linked rows: `before[i]` and `after[i]` are the same person. In the order of the frame before.
    only_before, only_after
        Rows whose code is not in the other wave (within the group).
    without_code_before, without_code_after
        Rows with no code.
    without_group_before, without_group_after
        Rows with a code, but where a column to link within is empty: it cannot be told whose code it is.
    near_misses
        Unlinked codes one edit apart, within the same group, in the order of the frame before.
    """

    before: Positions
    after: Positions
    only_before: Positions
    only_after: Positions
    without_code_before: Positions
    without_code_after: Positions
    without_group_before: Positions
    without_group_after: Positions
    near_misses: tuple[NearMiss, ...]


def link(
    before: pd.DataFrame,
    after: pd.DataFrame,
    *,
    code: str,
    within: Sequence[str] = (),
    numbers: tuple[Positions, Positions] | None = None,
) -> Linked:
    """Join two waves by code, within groups.

    Codes and groups are the same when they are equal after trimming and without regard to upper and lower case;
    leading zeros count.

    Parameters
    ----------
    before, after
        One row per person and wave; the columns `code` and `within` as text.
    code
        Column of the code.
    within
        Columns whose values must agree too, for example the municipality.
    numbers
        The number of each row's key in the two waves together (`keys.group_numbers`), where it is known already.

    Raises
    ------
    ValueError
        If a code stands twice within a group of a wave: resolve with
        `effektmatt.data.repeated.resolve_repeated(frame, key=[*within, code], ...)` first.

    >>> before = pd.DataFrame({"kod": ["an12", "be07", "ce33"], "kommun": ["Orust", "Orust", "Tranemo"]})
    >>> after = pd.DataFrame({"kod": ["AN12", "be70", "ce33"], "kommun": ["Orust", "Orust", "Orust"]})
    >>> linked = link(before, after, code="kod", within=["kommun"])
    >>> linked.before.tolist(), linked.after.tolist(), linked.only_before.tolist()
    ([0], [0], [1, 2])
    >>> [(miss.before, miss.after, miss.only) for miss in linked.near_misses]
    [(1, 1, True)]
    """
    size = len(before)
    keys_before, keys_after = numbers or numbered([before, after], [*within, code])
    _refuse_repeated(keys_before, code, within)
    _refuse_repeated(keys_after, code, within)
    places = _places(keys_after, max(keys_before.max(initial=-1), keys_after.max(initial=-1)))[keys_before]
    linked_before = np.flatnonzero(places >= 0)
    linked_after = places[linked_before]
    only_before = np.flatnonzero((keys_before >= 0) & (places < 0))
    alone_after = keys_after >= 0
    alone_after[linked_after] = False
    only_after = np.flatnonzero(alone_after)
    (no_code_before, no_group_before), (no_code_after, no_group_after) = (
        _without_key(frame[code], keys) for frame, keys in ((before, keys_before), (after, keys_after))
    )
    near_misses: tuple[NearMiss, ...] = ()
    if only_before.size and only_after.size:
        both = pd.concat([before[[*within, code]], after[[*within, code]]], ignore_index=True)
        near_misses = _near_misses(both, (only_before, only_after + size), size)
    return Linked(
        before=linked_before,
        after=linked_after,
        only_before=only_before,
        only_after=only_after,
        without_code_before=no_code_before,
        without_code_after=no_code_after,
        without_group_before=no_group_before,
        without_group_after=no_group_after,
        near_misses=near_misses,
    )


def numbered(frames: Sequence[pd.DataFrame], key: Sequence[str]) -> tuple[Positions, ...]:
    """Return the number of each row's key in each of several frames, the same for the same key in all.

    >>> one, other = pd.DataFrame({"kod": ["a1", "b2"]}), pd.DataFrame({"kod": ["B2", None]})
    >>> [numbers.tolist() for numbers in numbered([one, other], ["kod"])]
    [[0, 1], [1, -1]]
    """
    numbers = group_numbers(pd.concat([frame[list(key)] for frame in frames], ignore_index=True), key)
    return tuple(np.split(numbers, np.cumsum([len(frame) for frame in frames])[:-1]))


def _without_key(codes: pd.Series[str], numbers: Positions) -> tuple[Positions, Positions]:
    """Return the rows without a code, and those with one but without a group."""
    rows = np.flatnonzero(numbers < 0)
    empty = keys(codes.iloc[rows]).isna().to_numpy()
    return rows[empty], rows[~empty]


def _places(keys: Positions, last: int) -> Positions:
    """Return where each key stands, up to the last of them; -1 for those that do not, and at the end, for no key."""
    places = np.full(last + 2, -1, dtype=np.int64)
    found = np.flatnonzero(keys >= 0)
    places[keys[found]] = found
    return places


def link_rows(before: pd.DataFrame, after: pd.DataFrame) -> Linked:
    """Join two waves that stand in the same rows of a file, each in columns of its own: a row is a person.

    Parameters
    ----------
    before, after
        The rows that hold anything of each wave; their index is the number of the row in the file.

    >>> before, after = pd.DataFrame(index=[2, 3, 4]), pd.DataFrame(index=[3, 4, 5])
    >>> linked = link_rows(before, after)
    >>> linked.before.tolist(), linked.after.tolist(), linked.only_before.tolist(), linked.only_after.tolist()
    ([1, 2], [0, 1], [0], [2])
    """
    places = after.index.get_indexer(before.index)
    found = np.flatnonzero(places >= 0)
    nobody = np.array([], dtype=np.int64)
    return Linked(
        before=found,
        after=places[found],
        only_before=np.flatnonzero(places < 0),
        only_after=np.setdiff1d(np.arange(len(after)), places[found]),
        without_code_before=nobody,
        without_code_after=nobody,
        without_group_before=nobody,
        without_group_after=nobody,
        near_misses=(),
    )


def _refuse_repeated(numbers: Positions, code: str, within: Sequence[str]) -> None:
    times = np.bincount(numbers[numbers >= 0])
    repeated = int((times - 1)[times > 1].sum())
    if repeated:
        among = f" within {', '.join(within)}" if within else ""
        raise ValueError(f"{repeated} of {len(numbers)} rows repeat a value of {code}{among}: resolve_repeated first")


class _Series:
    """Codes that are numbers close together: "K001" is no slip of "K002", nor 71011 of 71001, where both are people."""

    def __init__(self, ends: Mapping[str, tuple[float, float]]) -> None:
        self._ends = ends

    @classmethod
    def of(cls, codes: NDArray[np.object_]) -> _Series:
        """Find what numbered codes of many are called without their numbers, and from where to where these go."""
        numbers: dict[str, set[int]] = {}
        for code in set(map(str, codes)):
            if (match := _NUMBERED.fullmatch(code)) is not None:
                numbers.setdefault(match[1] + "#" + match[3], set()).add(int(match[2]))
        found: dict[str, tuple[float, float]] = {}
        for name, of in numbers.items():
            low, high = np.quantile(sorted(of), _MOST)
            if len(of) >= _MANY and high - low < _GAPS * len(of):
                found[name] = (low - (high - low) * _BEYOND, high + (high - low) * _BEYOND)
        return cls(found)

    def holds(self, one: str, other: str) -> bool:
        """Whether two codes are different numbers of the same series."""
        first, second = _NUMBERED.fullmatch(one), _NUMBERED.fullmatch(other)
        if first is None or second is None or (first[1], first[3]) != (second[1], second[3]):
            return False
        low, high = self._ends.get(first[1] + "#" + first[3], (0, -1))
        numbers = int(first[2]), int(second[2])
        return numbers[0] != numbers[1] and all(low <= number <= high for number in numbers)


def _near_misses(both: pd.DataFrame, unlinked: tuple[Positions, Positions], size: int) -> tuple[NearMiss, ...]:
    """Find unlinked codes one edit apart; `both` waves' rows, the first `size` of them before, end with the code."""
    *within, code = both.columns
    compared, groups = keys(both[code]).to_numpy(), group_numbers(both, within)
    first, second = (
        {int(position): (int(groups[position]), str(compared[position])) for position in positions}
        for positions in unlinked
    )
    found = near_pairs(first, second)
    series = _Series.of(compared) if found else None
    pairs = [pair for pair in found if series and not series.holds(*(str(compared[one]) for one in pair))]
    times = Counter(place for pair in pairs for place in pair)
    return tuple(
        NearMiss(
            before=one,
            after=other - size,
            only=times[one] == 1 == times[other],
        )
        for one, other in pairs
    )
