"""Several claims in one declared family: which of them hold when chance had several tries."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def held(places: Iterable[int], among: int, holds: Callable[[int, int], bool]) -> frozenset[int]:
    """Return which claims of a family hold: those that hold at a level divided by how many are not yet held (Holm).

    Parameters
    ----------
    places
        The claims.
    among
        How many goals the family has, those that claim nothing included.
    holds
        Whether a claim holds when its level is divided by a number.

    Source: Holm 1979, Scandinavian Journal of Statistics 6:65-70.

    >>> p_values = [0.001, 0.006, 0.02, 0.2]
    >>> sorted(held(range(4), 4, lambda place, parts: p_values[place] <= 0.025 / parts))
    [0, 1]
    """
    left, kept = set(places), set[int]()
    while found := {place for place in left if holds(place, among - len(kept))}:
        kept |= found
        left -= found
    return frozenset(kept)
