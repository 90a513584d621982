"""PostgreSQL: a database on a server, by psycopg; who reads it, and by which password, stands in the environment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

from effektmatt.data.fetched import Database, Fetched, driver, quoted, telling

_SECONDS = 10
_TABLES = """
SELECT n.nspname, c.relname, pg_table_is_visible(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname NOT IN ('information_schema', 'pg_catalog', 'pg_toast')
AND has_table_privilege(c.oid, 'SELECT') ORDER BY 3 DESC, 1, 2
"""
_ANSWERS = "SELECT enumtypid, enumlabel FROM pg_enum WHERE enumtypid = ANY(%s) ORDER BY enumtypid, enumsortorder"


class _PostgreSql:
    def __init__(self, connection: Any, failure: type[Exception], file: str) -> None:
        self._connection, self._failure, self._file = connection, failure, file

    def tables(self) -> Mapping[str, str]:
        with telling("database-closed", self._file, self._failure, server=True):
            found = self._connection.execute(_TABLES).fetchall()
        return {name if visible else f"{schema}.{name}": quoted(schema, name) for schema, name, visible in found}

    def fetch(self, query: str) -> Fetched:
        with telling("database-refused", self._file, self._failure, server=True):
            cursor = self._connection.execute(query)
            columns, rows = cursor.description, cursor.fetchall()
            labels = self._connection.execute(_ANSWERS, [[column.type_code for column in columns]]).fetchall()
        by_type: dict[int, list[str]] = {}
        for code, label in labels:
            by_type.setdefault(code, []).append(label)
        answers = {column.name: by_type[column.type_code] for column in columns if column.type_code in by_type}
        return Fetched(names=[column.name for column in columns], rows=rows, answers=answers)


@contextmanager
def postgresql(address: str, file: str) -> Iterator[Database]:
    """Connect to a server, in a transaction that can only read."""
    psycopg = driver("psycopg", file)
    with telling("database-closed", file, psycopg.Error, server=True):
        connection = psycopg.connect(address, connect_timeout=_SECONDS)
    with closing(connection):
        connection.read_only = True
        yield _PostgreSql(connection, psycopg.Error, file)
