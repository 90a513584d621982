"""SQLite: a database in one file, read without leaving a trace beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from effektmatt.data.fetched import Database, Fetched, quoted, telling
from effektmatt.data.value_texts import decoded

_TABLES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection, file: str) -> None:
        self._connection, self._file = connection, file

    def tables(self) -> Mapping[str, str]:
        with telling("database-closed", self._file, sqlite3.Error):
            return {name: quoted(name) for (name,) in self._connection.execute(f"{_TABLES} ORDER BY name")}

    def fetch(self, query: str) -> Fetched:
        with telling("database-refused", self._file, sqlite3.Error, sqlite3.Warning):
            cursor = self._connection.execute(query)
            return Fetched(names=[column[0] for column in cursor.description], rows=cursor.fetchall())


@contextmanager
def sqlite_file(path: Path, file: str) -> Iterator[Database]:
    """Open a database for reading alone.

    Where no program has it open it is also called immutable: SQLite then writes no files of its own beside it.
    """
    others = any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal"))
    address = f"{path.absolute().as_uri()}?mode=ro{'' if others else '&immutable=1'}"
    with telling("database-closed", file, sqlite3.Error):
        connection = sqlite3.connect(address, uri=True)
    with closing(connection):
        connection.text_factory = decoded
        yield _Sqlite(connection, file)
