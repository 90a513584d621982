"""Everything that was found as plain data: what another program reads, and next year's evaluation compares with.

The form follows from the types: a frozen value becomes an object with its fields' names. It is described by
docs/results.schema.json.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from numbers import Integral, Real
from typing import Any, get_type_hints

import numpy as np

from effektmatt.core import UNPRINTED, Detail
from effektmatt.findings import Findings
from effektmatt.plan.facts import MeasureFacts
from effektmatt.plan.tables import Table
from effektmatt.report.record import Record
from effektmatt.wording.marks import Printed

#: The version of the format that `docs/results.schema.json` describes; a change that breaks readers raises it.
FORMAT = 4

#: Makes a keyed sum of a content, with the project's key; None where it has none.
Seal = Callable[[bytes], str | None]

#: Types whose values may be of a subclass, which says which one it is.
OPEN = (Detail, MeasureFacts)


def results(findings: Findings, printed: Sequence[Printed] = (), told: Record | None = None) -> dict[str, Any]:
    """Return the findings as plain data, ready for JSON, in the form that `docs/results.schema.json` describes.

    Hidden groups have no numbers, and nothing in it comes from a single respondent. `printed` are the values that the
    documents beside it print, each with the place here of what it was written from; `told` is what those say.
    """
    return {
        "format": FORMAT,
        **plain(findings),
        "printed": [plain(one) for one in printed],
        "told": plain(Record() if told is None else told),
    }


def results_json(
    findings: Findings, printed: Sequence[Printed] = (), told: Record | None = None, seal: Seal | None = None
) -> str:
    """Return the findings as JSON text: UTF-8, no NaN, the same text for the same findings; its seal last."""
    data = results(findings, printed, told)
    return _json({**data, "seal": None if seal is None else seal(unsealed(data))})


def unsealed(data: Mapping[str, Any]) -> bytes:
    """Return what is sealed of results.json: everything but the seal, however it is set out."""
    return _json({name: value for name, value in data.items() if name != "seal"}).encode()


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


@cache
def told_fields(kind: type[Any]) -> dict[str, Any]:
    """Return the fields of a frozen value or table that are told, with their types: all that are not `UNPRINTED`."""
    types = get_type_hints(kind)
    if issubclass(kind, Table):
        return {name: types[name] for name in kind.model_fields}
    return {one.name: types[one.name] for one in fields(kind) if one.metadata != UNPRINTED}


def plain(value: Any) -> Any:
    """Return a value as JSON holds it; a number that is not finite was not found."""
    match value:
        case None | bool():
            return value
        case str():
            return str(value)
        case Integral():
            return int(value)
        case Decimal():  # exact, which numbers in JSON are not
            return str(value)
        case Real():
            return float(value) if math.isfinite(value) else None
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(one) for key, one in value.items()}
        case tuple() | list():
            return [plain(one) for one in value]
        case frozenset():
            return sorted(map(str, value))
        case np.ndarray():
            return plain(value.tolist())
        case _:
            which = {"type": type(value).__name__} if isinstance(value, OPEN) else {}
            return which | {name: plain(getattr(value, name)) for name in told_fields(value.__class__)}
