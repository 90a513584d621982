"""The kinds of evidence, named once, and the way to what a storey of the house does with each of them."""

from __future__ import annotations

from importlib import import_module
from typing import TypeVar

Expected = TypeVar("Expected")

#: The plan's own words for the kinds of source, in the order in which they are listed for readers.
KINDS = ("register", "survey", "cases", "visits", "log", "activities", "ledger", "index")


def module_of(storey: str, kind: str, expected: type[Expected]) -> Expected:
    """Return what a storey does with a kind: the `KIND` of `effektmatt.<storey>.kinds.<kind>`, imported when asked for.

    Raises
    ------
    TypeError
        Where the module's `KIND` is not what the storey expects.
    """
    found = import_module(f"effektmatt.{storey}.kinds.{kind}").KIND
    if not isinstance(found, expected):
        raise TypeError(f"KIND of effektmatt.{storey}.kinds.{kind} is no {expected.__name__}")
    return found


def of_every_kind(storey: str, expected: type[Expected]) -> dict[str, Expected]:
    """Return what a storey does with each kind, by the kind's name, in the order of `KINDS`."""
    return {kind: module_of(storey, kind, expected) for kind in KINDS}
