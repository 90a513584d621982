"""Printed values written anew from their leaves in results.json: as whoever verifies a report does."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from effektmatt.wording import HIDDEN, words
from effektmatt.wording.marks import UPWARDS, Printed


def leaf(results: Any, pointer: str) -> Any:
    """Return what stands at a place of results.json (RFC 6901).

    >>> leaf({"goals": [{"a/b": 3}]}, "/goals/0/a~1b")
    3

    Raises
    ------
    LookupError
        If there is no such place.
    """
    for key in pointer.split("/")[1:]:
        results = results[int(key) if isinstance(results, list) else key.replace("~1", "/").replace("~0", "~")]
    return results


def written_anew(entry: Mapping[str, Any] | Printed, results: Any, language: str) -> str:
    """Write a printed value from its leaf.

    Raises
    ------
    LookupError, TypeError, ValueError, ArithmeticError
        If results.json has no such leaf, or one that cannot be written so.
    """
    one = entry if isinstance(entry, Printed) else Printed(**entry)
    found, say = leaf(results, one.pointer), words(language)
    if one.said == "verdict":
        return say.verdict(found)
    if one.said == "probability":
        return say.probability(found)
    if one.said == "hidden":
        return HIDDEN if found in (None, True) else "shown"
    if one.said == "way":
        told = ((one.pointer, one.minus), *one.others)
        return one.text if all(_went(place, minus, results) * one.scale > 0 for place, minus in told) else ""
    if one.minus:
        found = _less(found, leaf(results, one.minus))
    elif one.over:
        found = found / leaf(results, one.over)
    return say.number(Decimal(str(found)) * one.scale, one.decimals, signed=one.signed)


def _less(found: Any, base: Any) -> Any:
    exact: Any = Decimal if isinstance(found, str) else float if isinstance(found, float) else int
    return exact(found) - exact(base)


def _went(place: str, minus: str | None, results: Any) -> Any:
    """Return a number above nought if what stands at a place went up: a number, or a word or a yes that says so."""
    found = leaf(results, place)
    if isinstance(found, bool) or (isinstance(found, str) and found.isalpha()):
        return 1 if found is True or found in UPWARDS else -1
    return _less(found, 0 if minus is None else leaf(results, minus))
