"""Printed values written anew from their leaves in results.json: as whoever verifies a report does."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from effektmatt.wording import HIDDEN, words
from effektmatt.wording.marks import Printed


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
    if one.minus:
        exact: Any = Decimal if isinstance(found, str) else float if isinstance(found, float) else int
        found = exact(found) - exact(leaf(results, one.minus))
    elif one.over:
        found = found / leaf(results, one.over)
    return say.number(Decimal(str(found)) * one.scale, one.decimals, signed=one.signed)
