"""What a database hands over, and how its refusals become faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol

from effektmatt.data.personal import mask_personal_numbers
from effektmatt.errors import Fault, InputFaults

_LONGEST_MESSAGE = 200
#: What PostgreSQL says before it says why: which server it was, which the plan says already.
_AT_SERVER = re.compile(r".*\bport \d+ failed:\s*(FATAL:\s*)?", re.DOTALL)
_USER = re.compile(r'(user|role) "[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The rows of a query: the names of its columns, its values, and the answers of columns that can hold no others."""

    names: Sequence[str]
    rows: Sequence[Sequence[object]]
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Database(Protocol):
    """A database that has been opened for reading alone."""

    def tables(self) -> Mapping[str, str]:
        """Return its tables and views: each name as plans write it, and as a query must."""

    def fetch(self, query: str) -> Fetched:
        """Return the rows of a query."""


@contextmanager
def telling(code: str, file: str, *failures: type[Exception], server: bool = False) -> Iterator[None]:
    """Make faults of a database's refusals, in its own words without whatever tells of persons."""
    kind = "server" if server else "file"
    try:
        yield
    except failures as error:
        raise InputFaults([Fault(code=code, file=file, got=_masked(str(error)), details={"kind": kind})]) from None


def driver(name: str, file: str) -> Any:
    """Import the package that reads a kind of database; a fault with the line that installs it where it is missing.

    Parameters
    ----------
    name
        The package, which is also called "duckdb" or "postgresql" as an extra of effektmatt: see `_EXTRAS`.
    file
        The database as faults show it.
    """
    try:
        return import_module(name)
    except ImportError:
        extra = _EXTRAS[name]
        raise InputFaults([Fault(code="driver-missing", file=file, got=name, details={"extra": extra})]) from None


_EXTRAS = {"duckdb": "duckdb", "psycopg": "postgresql"}


def quoted(*names: str) -> str:
    """Return names as a query must write them, whatever stands in them.

    >>> quoted("public", "svar 2024")
    '"public"."svar 2024"'
    """
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def _masked(message: str) -> str:
    text = mask_personal_numbers(" ".join(_USER.sub(r'\1 "…"', _AT_SERVER.sub("", message)).split()))
    return text if len(text) <= _LONGEST_MESSAGE else text[: _LONGEST_MESSAGE - 1] + "…"
