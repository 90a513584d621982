"""Typed values, as databases hand them over, as the text cells that all readers hand over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from effektmatt.data.cell_texts import cell_as_text, shared_mark
from effektmatt.data.characters import clean
from effektmatt.data.numbers import Mark


def texts_of(rows: Sequence[Sequence[object]]) -> tuple[list[list[str]], Mark]:
    """Return rows of values as rows of text cells, and the decimal mark of their numbers.

    It is the mark that texts among them use, so that "61,5" beside 61.5 is one number; else a point.

    >>> texts_of([["61,5", True], [61.5, None]])
    ([['61,5', 'true'], ['61,5', '']], ',')
    """
    plain = [[_plain(value) for value in row] for row in rows]
    mark = shared_mark(list(zip(*plain, strict=True))) or "."
    return [[cell_as_text(value, mark) for value in row] for row in plain], mark


def value_text(value: object) -> str:
    """Return one value as a text cell: as `cell_as_text`, and bytes and lists too.

    >>> value_text(["a", "b"]), value_text("å".encode("cp1252")), value_text(Decimal("NaN"))
    ('["a", "b"]', 'å', 'NaN')
    """
    return cell_as_text(_plain(value))


def decoded(content: bytes) -> str:
    """Return bytes that should be text: UTF-8, or what Windows wrote before it."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def canonical(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows of text cells as bytes that are the same in whatever order a database hands them over."""
    return "\n".join(sorted(json.dumps(list(row), ensure_ascii=False) for row in rows)).encode("utf-8")


def _plain(value: object) -> object:
    """Return values that only databases have as text; and a number that is none, never as nothing."""
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value)
    if isinstance(value, bytes | memoryview):
        return clean(decoded(bytes(value)))
    if isinstance(value, list | tuple | dict):
        return clean(json.dumps(value, ensure_ascii=False, default=str))
    return value
