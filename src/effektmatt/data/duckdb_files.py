"""DuckDB: a database in one file, by its own package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from effektmatt.data.fetched import Database, Fetched, driver, quoted, telling

_TABLES = """
SELECT table_schema, table_name FROM information_schema.tables
WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY table_schema = 'main' DESC, 1, 2
"""
#: A query of the plan reads the database that the plan names: no other file, and nothing from the net.
_ALONE = {"enable_external_access": "false", "autoinstall_known_extensions": "false"}


class _DuckDb:
    def __init__(self, connection: Any, failure: type[Exception], file: str) -> None:
        self._connection, self._failure, self._file = connection, failure, file

    def tables(self) -> Mapping[str, str]:
        with telling("database-closed", self._file, self._failure):
            found = self._connection.execute(_TABLES).fetchall()
        return {name if schema == "main" else f"{schema}.{name}": quoted(schema, name) for schema, name in found}

    def fetch(self, query: str) -> Fetched:
        with telling("database-refused", self._file, self._failure):
            cursor = self._connection.execute(query)
            columns, rows = cursor.description, cursor.fetchall()
        answers = {name: dict(kind.children)["values"] for name, kind, *_ in columns if kind.id == "enum"}
        return Fetched(names=[column[0] for column in columns], rows=rows, answers=answers)


@contextmanager
def duckdb_file(path: Path, file: str) -> Iterator[Database]:
    """Open a database for reading alone."""
    duckdb = driver("duckdb", file)
    with telling("database-closed", file, duckdb.Error):
        connection = duckdb.connect(str(path), read_only=True, config=_ALONE)
    with closing(connection):
        yield _DuckDb(connection, duckdb.Error, file)
