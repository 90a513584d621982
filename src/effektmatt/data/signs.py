"""The signs that publishers of statistics write in place of numbers: what each means is the publisher's own."""

from __future__ import annotations

from collections.abc import Mapping

#: What a sign says: that the value is nought, or why there is none.
ZERO = "zero"

#: Kolada: none of its signs is a number.
KOLADA = {"-": "dropped-out", ".": "not-applicable", "..": "secret"}
#: Statistics Sweden, and the tables of PxWeb.
_PXWEB = {"-": ZERO, "–": ZERO, ".": "not-applicable"} | dict.fromkeys(
    ("..", "...", "....", ".....", "......", "…"), "not-available"
)

#: By what a plan calls the publisher.
SIGNS: Mapping[str, Mapping[str, str]] = {"kolada": KOLADA, "scb": _PXWEB, "none": {}}
#: Formats that belong to one way of publishing: no plan needs to say whose signs stand in them.
OF_FORMAT: Mapping[str, str] = {"px": "scb", "json-stat": "scb", "kolada": "kolada"}
#: What stands for nought in PxWeb's own formats.
ZERO_SIGNS = frozenset(sign for sign, meaning in _PXWEB.items() if meaning == ZERO)


def signs_of(written: str | None, format: str) -> Mapping[str, str]:  # noqa: A002 - what `Reading` calls it
    """Return the signs of a file, by what the plan says or else by its format.

    >>> signs_of(None, "px")["-"], signs_of("kolada", "csv")["-"], signs_of(None, "csv")
    ('zero', 'dropped-out', {})
    """
    return SIGNS[written or OF_FORMAT.get(format, "none")]
