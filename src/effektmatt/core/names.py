"""Names given one by one or several at once."""

from __future__ import annotations

from collections.abc import Iterable


def as_names(given: str | Iterable[str]) -> tuple[str, ...]:
    """Return names as a tuple; one name alone is a list of one, not of its letters.

    >>> as_names("kommun"), as_names(["kommun", "kon"]), as_names(())
    (('kommun',), ('kommun', 'kon'), ())
    """
    if isinstance(given, str):
        return (given,)
    try:
        return tuple(given)
    except TypeError:
        raise TypeError(f'names are given as "kommun" or ["kommun", "kon"]; got {given!r}') from None
