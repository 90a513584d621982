"""JSON as publishers of statistics write it: JSON-stat 2 and Kolada's answers, told apart by what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import prod
from typing import Any

from effektmatt.data.characters import clean_all
from effektmatt.data.cubes import VALUE, Dimension, about, as_rows, set_apart
from effektmatt.data.raw_tables import HowToRead, KnownColumn, RawTable
from effektmatt.data.signs import ZERO_SIGNS
from effektmatt.data.value_texts import decoded, value_text
from effektmatt.errors import Fault, InputFaults


def read_json(content: bytes, file: str, _how: HowToRead) -> RawTable:
    """Read a file of JSON by the format that it is of.

    Raises
    ------
    InputFaults
        "json-damaged", "json-unknown", "json-stat-damaged", "kolada-more-pages".
    """
    try:
        written: Any = clean_all(json.loads(decoded(content.removeprefix(b"\xef\xbb\xbf")), parse_float=Decimal))
    except (ValueError, RecursionError) as error:
        raise InputFaults([Fault(code="json-damaged", file=file, got=str(error))]) from None
    if isinstance(written, dict) and written.get("class") == "dataset":
        return _json_stat(written, file)
    pages = written if isinstance(written, list) else [written]
    if pages and all(_is_kolada(page) for page in pages):
        return _kolada(pages, file)
    raise InputFaults([Fault(code="json-unknown", file=file)])


def _json_stat(written: Mapping[str, Any], file: str) -> RawTable:
    """Read JSON-stat 2: values in order, an absent one with the sign of its status ("-" is nought)."""
    try:
        dimensions = [_dimension(written["dimension"][name], str(name)) for name in written["id"]]
        size = prod(len(dimension.labels) for dimension in dimensions)
        value = _about(written)
        values, statuses = (_in_order(written.get(key), size) for key in ("value", "status"))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise InputFaults([Fault(code="json-stat-damaged", file=file, got=str(error))]) from None
    if len(values) != size:
        raise InputFaults([Fault(code="json-stat-damaged", file=file, got=f"{len(values)} ≠ {size}")])
    rows = as_rows(dimensions, [_cell(*pair) for pair in zip(values, statuses, strict=True)])
    known = {dimension.name: dimension.known for dimension in dimensions} | {VALUE: value}
    return RawTable(rows=rows, format="json-stat", mark=".", known=known, first_row=0)


def _dimension(written: Mapping[str, Any], name: str) -> Dimension:
    category, extension = written["category"], written.get("extension") or {}
    index = category.get("index") or list(category["label"])
    codes = sorted(index, key=index.__getitem__) if isinstance(index, Mapping) else list(index)
    words = category.get("label") or {}
    labels = set_apart([str(words.get(code, code)) for code in codes], codes)
    total = dict(zip(codes, labels, strict=True)).get(extension.get("eliminationValueCode"))
    return Dimension(
        name=str(written.get("label") or name), codes=[str(code) for code in codes], labels=labels, total=total
    )


def _about(written: Mapping[str, Any]) -> KnownColumn:
    """Return what the values are numbers of: the one value of the dimension that says so, or what all is called."""
    for name in (written.get("role") or {}).get("metric") or ():
        category = written["dimension"][name]["category"]
        codes, words = list(category.get("index") or category["label"]), category.get("label") or {}
        if len(codes) == 1:
            unit = ((category.get("unit") or {}).get(codes[0]) or {}).get("base") or ""
            return about(str(words.get(codes[0], codes[0])), str(unit))
    return about(str(written.get("label") or ""), "")


def _in_order(written: object, size: int) -> list[Any]:
    """Return what a list, a table from place, or one text for all says of every value."""
    if isinstance(written, Mapping):
        return [written.get(str(place)) for place in range(size)]
    return list(written) if isinstance(written, list) else [written] * size


def _cell(value: object, status: object) -> str:
    if value is not None:
        return value_text(value)
    return "0" if status in ZERO_SIGNS else str(status or "")


def _is_kolada(page: object) -> bool:
    values = page.get("values") if isinstance(page, Mapping) else None
    return isinstance(values, list) and all(
        isinstance(one, Mapping)
        and "kpi" in one
        and "period" in one
        and all(isinstance(value, Mapping) for value in one.get("values") or ())
        for one in values
    )


def _kolada(pages: Sequence[Mapping[str, Any]], file: str) -> RawTable:
    """Read what Kolada's API answers: one row for each unit, period and gender; what has been withdrawn is left out."""
    following = pages[-1].get("next_url")
    if following:
        raise InputFaults([Fault(code="kolada-more-pages", file=file, got=str(following))])
    found = [row for page in pages for row in _published(page)]
    kept = [row for row in found if not row.pop("isdeleted", False)]
    names = list(dict.fromkeys(name for row in kept for name in row))
    rows = [[value_text(row.get(name)) for name in names] for row in kept]
    left_out = {"withdrawn": len(found) - len(kept)} if len(found) > len(kept) else {}
    return RawTable(rows=[names, *rows], format="kolada", mark=".", first_row=0, left_out=left_out)


def _published(page: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for one in page["values"]:
        shared = {name: value for name, value in one.items() if name != "values"}
        yield from ({**shared, **value} for value in one.get("values") or [{}])
