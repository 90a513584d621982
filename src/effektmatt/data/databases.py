"""A table or a query of a database as rows of text cells, whichever database it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

from effektmatt.data.duckdb_files import duckdb_file
from effektmatt.data.fetched import Database
from effektmatt.data.postgresql import postgresql
from effektmatt.data.raw_tables import HowToRead, KnownColumn, RawTable
from effektmatt.data.sqlite_files import sqlite_file
from effektmatt.data.value_texts import texts_of
from effektmatt.errors import Fault, InputFaults, nearest

#: Databases in one file, by what `file_kinds.file_kind` calls them.
FILES: Mapping[str, Callable[[Path, str], AbstractContextManager[Database]]] = {
    "sqlite": sqlite_file,
    "duckdb": duckdb_file,
}
_SERVERS = ("postgresql", "postgres")
#: Whoever logs in, up to the last @ (a password may hold any sign); and what else of an address is a secret.
_SECRET = re.compile(
    r"(?<=://)[^\s\"']*@|(?<=[?&])(?:user|password|passfile|sslpassword)=[^&\s\"']*&?"
    r"|\b(?:user|password|passfile|sslpassword)\s*=\s*(?:'[^']*'|[^\s'\"&]+)(?=\s|$|[\"'])"
)
_TELLS_PASSWORD = re.compile(r"://[^\s@]*:.*@|\b(?:ssl)?password\s*=")
#: What a query may begin with, and what in it is no statement: texts, names in quotation marks, remarks.
_READS = ("select", "with", "from", "values", "table")
_PASSED_OVER = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\$(\w*)\$.*?\$\1\$", re.DOTALL)


def is_server(address: str) -> bool:
    """Return whether an address is that of a server that can be read.

    >>> is_server("postgresql://db.kommunen.se/arenden"), is_server("arenden.sqlite")
    (True, False)
    """
    return urlsplit(address).scheme in _SERVERS if "://" in address else False


def has_password(address: str) -> bool:
    """Return whether an address tells a password.

    >>> has_password("postgresql://anna:hemligt@db/arenden"), has_password("postgresql://anna@db/arenden")
    (True, False)
    >>> has_password("postgresql://anna:hem/ligt@db/arenden"), has_password("host=db password=hemligt")
    (True, True)
    """
    return _TELLS_PASSWORD.search(address) is not None


def without_secrets(text: str) -> str:
    """Return a text without the users and passwords of addresses in it.

    >>> without_secrets("postgresql://anna:hemligt@db/arenden?password=x&sslmode=require")
    'postgresql://db/arenden?sslmode=require'
    >>> without_secrets("postgresql://anna:hem/l@gt@db/arenden"), without_secrets("host=db password=hemligt")
    ('postgresql://db/arenden', 'host=db ')
    """
    return _SECRET.sub("", text)


def is_one_query(text: str) -> bool:
    """Return whether a text is one query that reads, as far as its words tell; the database itself is the judge.

    >>> is_one_query("SELECT ';' FROM a;"), is_one_query("DELETE FROM a"), is_one_query("SELECT 1; DROP TABLE a")
    (True, False, False)
    """
    statements = [one.strip() for one in _PASSED_OVER.sub(" '' ", text).split(";") if one.strip()]
    return len(statements) == 1 and statements[0].lstrip("( \n").lower().startswith(_READS)


def database_table(database: str, table: str) -> str:
    """Return what a table or a query of a database is called in faults and reports.

    >>> database_table("arenden.sqlite", "beslut")
    'arenden.sqlite, beslut'
    """
    return f"{database}, {table}"


def read_server(address: str, file: str, how: HowToRead) -> RawTable:
    """Read from a server.

    Raises
    ------
    InputFaults
        As `read_database`.
    """
    with postgresql(address, file) as database:
        return read_database(database, "postgresql", file, how)


def read_database(database: Database, kind: str, file: str, how: HowToRead) -> RawTable:
    """Read the table or the query that is asked for, or the only table.

    Raises
    ------
    InputFaults
        "driver-missing", "database-closed", "database-refused", "table-missing", "table-unclear", "file-empty".
    """
    # the name is one of the database's own, in quotation marks
    found = database.fetch(how.query or f"SELECT * FROM {_table(database, file, how.table)}")  # noqa: S608
    rows, mark = texts_of(found.rows)
    known = {
        name: KnownColumn(answers={answer: answer for answer in answers}) for name, answers in found.answers.items()
    }
    return RawTable(rows=[list(found.names), *rows], format=kind, mark=mark, known=known, first_row=0)


def _table(database: Database, file: str, wanted: str | None) -> str:
    """Return the table that is asked for as a query must write it."""
    tables = database.tables()
    folded = {name.casefold(): name for name in reversed(list(tables))}
    if wanted is not None and wanted.casefold() in folded:
        return tables[wanted if wanted in tables else folded[wanted.casefold()]]
    names = tuple(tables)
    if wanted is not None:
        near = nearest(wanted, names)
        raise InputFaults([Fault(code="table-missing", file=file, got=wanted, expected=names, nearest=near)])
    if len(names) == 1:
        return tables[names[0]]
    raise InputFaults([Fault(code="table-unclear" if names else "file-empty", file=file, expected=names)])
