"""The kinds of evidence, named once, and the way to what a storey of the house does with each of them."""

from __future__ import annotations

from importlib import import_module
from typing import TypeVar

Expected = TypeVar("Expected")

#: The plan's own words for the kinds of source, in the order in which they are listed for readers, and the module of
#: each storey that does something with a kind. Written out: whoever follows imports finds them.
_MODULES = {
    "register": (
        "effektmatt.plan.kinds.register",
        "effektmatt.evaluation.kinds.register",
        "effektmatt.wording.kinds.register",
        "effektmatt.charts.kinds.register",
    ),
    "survey": (
        "effektmatt.plan.kinds.survey",
        "effektmatt.evaluation.kinds.survey",
        "effektmatt.wording.kinds.survey",
        "effektmatt.charts.kinds.survey",
    ),
    "measurements": (
        "effektmatt.plan.kinds.measurements",
        "effektmatt.evaluation.kinds.measurements",
        "effektmatt.wording.kinds.measurements",
        "effektmatt.charts.kinds.measurements",
    ),
    "cases": (
        "effektmatt.plan.kinds.cases",
        "effektmatt.evaluation.kinds.cases",
        "effektmatt.wording.kinds.cases",
        "effektmatt.charts.kinds.cases",
    ),
    "visits": (
        "effektmatt.plan.kinds.visits",
        "effektmatt.evaluation.kinds.visits",
        "effektmatt.wording.kinds.visits",
        "effektmatt.charts.kinds.visits",
    ),
    "log": (
        "effektmatt.plan.kinds.log",
        "effektmatt.evaluation.kinds.log",
        "effektmatt.wording.kinds.log",
        "effektmatt.charts.kinds.log",
    ),
    "series": (
        "effektmatt.plan.kinds.series",
        "effektmatt.evaluation.kinds.series",
        "effektmatt.wording.kinds.series",
        "effektmatt.charts.kinds.series",
    ),
    "activities": (
        "effektmatt.plan.kinds.activities",
        "effektmatt.evaluation.kinds.activities",
        "effektmatt.wording.kinds.activities",
        "effektmatt.charts.kinds.activities",
    ),
    "ledger": (
        "effektmatt.plan.kinds.ledger",
        "effektmatt.evaluation.kinds.ledger",
        "effektmatt.wording.kinds.ledger",
        "effektmatt.charts.kinds.ledger",
    ),
    "index": (
        "effektmatt.plan.kinds.index",
        "effektmatt.evaluation.kinds.index",
        "effektmatt.wording.kinds.index",
        "effektmatt.charts.kinds.index",
    ),
}

KINDS = tuple(_MODULES)


def module_of(storey: str, kind: str, expected: type[Expected]) -> Expected:
    """Return what a storey does with a kind: the `KIND` of `effektmatt.<storey>.kinds.<kind>`, imported when asked for.

    Raises
    ------
    TypeError
        Where the module's `KIND` is not what the storey expects.
    """
    name = next(module for module in _MODULES[kind] if module.startswith(f"effektmatt.{storey}."))
    found = import_module(name).KIND
    if not isinstance(found, expected):
        raise TypeError(f"KIND of {name} is no {expected.__name__}")
    return found


def of_every_kind(storey: str, expected: type[Expected]) -> dict[str, Expected]:
    """Return what a storey does with each kind, by the kind's name, in the order of `KINDS`."""
    return {kind: module_of(storey, kind, expected) for kind in KINDS}
