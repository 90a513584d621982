"""The JSON Schema of results.json, made from the types that it is written from (docs/results.schema.json)."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import numpy as np

import effektmatt
from effektmatt.findings import Findings
from effektmatt.plan.tables import Table
from effektmatt.report.record import Record
from effektmatt.report.results import FORMAT, OPEN, told_fields
from effektmatt.wording.marks import Printed

Schema = dict[str, Any]

_NUMBER: Schema = {"type": ["number", "null"]}  # null where it is not finite
_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: _NUMBER,
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    date: {"type": "string", "format": "date"},
}


def results_schema() -> Schema:
    """Return the schema (draft 2020-12) of results.json.

    The kinds of evidence that it tells of are those whose rooms have been imported.

    Examples
    --------
    >>> results_schema()["$defs"]["Interval"]["required"]
    ['low', 'high', 'level', 'method']
    """
    known: dict[str, type] = {}
    whole = _of_class(Findings, known)
    besides = {
        "printed": {"type": "array", "items": _reference(Printed, known)},
        "told": _reference(Record, known),
        "seal": {"type": ["string", "null"]},
    }
    defined: dict[str, Schema] = {}
    while waiting := sorted(known.keys() - defined.keys()):
        defined |= {name: _of_class(known[name], known) for name in waiting}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "effektmatt results.json",
        **whole,
        "required": ["format", *whole["required"], *besides],
        "properties": {"format": {"const": FORMAT}, **whole["properties"], **besides},
        "$defs": dict(sorted(defined.items())),
    }


def _of_class(kind: type, known: dict[str, type]) -> Schema:
    told: Schema = {name: _of(of, known) for name, of in told_fields(kind).items()}
    if issubclass(kind, OPEN):
        told = {"type": {"const": kind.__name__}, **told}
    return {
        "description": _said_of(kind),
        "type": "object",
        "required": list(told),
        "additionalProperties": False,
        "properties": told,
    }


def _said_of(kind: type) -> str:
    """Return what the code says of a type, without its examples."""
    said = inspect.getdoc(kind) or ""
    return said.split("\n>>>")[0].split("\nRaises\n")[0].split("\nExamples\n")[0].replace("----------\n", "").strip()


def _of(of: Any, known: dict[str, type]) -> Schema:
    """Return the schema of a type, and remember the classes that it names."""
    if of in _SIMPLE:
        return _SIMPLE[of]
    if isinstance(of, type) and issubclass(of, Enum):
        return {"enum": [one.value for one in of]}
    if (isinstance(of, type) and (is_dataclass(of) or issubclass(of, Table))) or of in OPEN:
        return _one_of([_reference(kind, known) for kind in _meant(of)])
    origin, inside = get_origin(of), get_args(of)
    if origin is Literal:
        return {"enum": list(inside)}
    if origin in (Union, UnionType):
        return _one_of([_of(one, known) for one in inside])
    if origin is np.ndarray:
        return {"type": "array", "items": _NUMBER}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of(inside[1], known)}
    if origin is tuple and inside[-1] is not ...:
        return {"type": "array", "prefixItems": [_of(one, known) for one in inside], "items": False}
    if origin in (tuple, list, frozenset):
        return {"type": "array", "items": _of(inside[0], known)}
    raise TypeError(f"results.json has no form for {of}")


def _meant(of: type) -> list[type]:
    """Return the classes that values of a type can have."""
    return sorted(_below(of), key=lambda kind: kind.__name__) if of in OPEN else [of]


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    """Yield the classes at and below one of which there can be values."""
    # a class with slots leaves the one that it was made from behind, which no module holds; what stands in somebody
    # else's module is no part of our format
    ours = kind.__module__.startswith(f"{effektmatt.__name__}.")
    if ours and is_dataclass(kind) and vars(sys.modules[kind.__module__]).get(kind.__name__) is kind:
        yield kind
    for one in kind.__subclasses__():
        yield from _below(one)


def _reference(kind: type, known: dict[str, type]) -> Schema:
    if known.setdefault(kind.__name__, kind) is not kind:
        raise TypeError(f"two classes in results.json are called {kind.__name__}")
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _one_of(schemas: list[Schema]) -> Schema:
    flat = [inner for one in schemas for inner in one.get("anyOf", [one])]
    different = [one for place, one in enumerate(flat) if one not in flat[:place]]
    return different[0] if len(different) == 1 else {"anyOf": different}
