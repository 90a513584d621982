"""Findings whose numbers know where in results.json they stand, so that what is printed can be checked there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import copy
from dataclasses import is_dataclass
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

from effektmatt.findings import Findings
from effektmatt.plan.tables import Table
from effektmatt.report.results import told_fields
from effektmatt.wording import marks


def placed(findings: Findings, ledger: marks.Ledger) -> Findings:
    """Return the findings with numbers that know their places; the ledger learns where everything else stands.

    Whatever is found in several places has the first of them.
    """
    there: Findings = _Walk(ledger.places).copied(findings, "")
    return there


class _Walk:
    """Goes through frozen values as `results.plain` does."""

    def __init__(self, places: dict[int, str]) -> None:
        self._places = places
        self._copies: dict[int, tuple[Any, Any]] = {}  # with what was copied, so that no id is used anew

    def copied(self, value: Any, place: str) -> Any:
        match value:
            case None | bool() | str():
                return value
            case Integral():
                return _at(place, marks.Whole(value))
            case Decimal():
                return _at(place, marks.Amount(value))
            case Real():
                return _at(place, marks.Real(value)) if math.isfinite(value) else value
            case Mapping():
                return {key: self._of_key(str(key), one, f"{place}/{_escaped(key)}") for key, one in value.items()}
            case tuple() | list():
                return tuple(self.copied(one, f"{place}/{number}") for number, one in enumerate(value))
            case _ if is_dataclass(value) or isinstance(value, Table):
                return self._of_fields(value, place)
            case _:
                return value

    def _of_key(self, key: str, value: Any, place: str) -> Any:
        """Copy what a mapping has under a key; a way that something went, in a note, is said by a word of its own."""
        return marks.went_at(value, place) if key == "way" and isinstance(value, str) else self.copied(value, place)

    def _of_fields(self, value: Any, place: str) -> Any:
        if id(value) in self._copies:
            return self._copies[id(value)][1]
        there = copy(value)
        self._copies[id(value)] = value, there
        self._places[id(there)] = place
        for name in told_fields(value.__class__):
            object.__setattr__(there, name, self.copied(getattr(value, name), f"{place}/{name}"))
        return there


def _at(place: str, number: Any) -> Any:
    number.pointer = place
    return number


def _escaped(key: object) -> str:
    """Return a key as a JSON pointer has it (RFC 6901)."""
    return str(key).replace("~", "~0").replace("/", "~1")
