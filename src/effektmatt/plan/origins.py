"""Where the rows of a source come from: a file, a file or a sheet for each wave, or a table or query of a database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from effektmatt.data.databases import database_table, has_password, is_one_query, is_server, without_secrets
from effektmatt.errors import Fault
from effektmatt.plan.checks import wave_faults


class Named(Protocol):
    """What a source says of where its rows come from."""

    @property
    def file(self) -> str | None:
        """The only file."""

    @property
    def files(self) -> Mapping[str, str]:
        """A file for each wave."""

    @property
    def database(self) -> str | None:
        """A database: a file, or the address of a server."""

    @property
    def table(self) -> str | Mapping[str, str] | None:
        """A table of the database, or one for each wave."""

    @property
    def query(self) -> str | Mapping[str, str] | None:
        """A query, or one for each wave."""

    @property
    def sheet(self) -> str | Mapping[str, str] | None:
        """A sheet of the workbook, or one for each wave."""

    @property
    def columns(self) -> Mapping[str, str | Mapping[str, str]]:
        """What columns are called, in all waves or in each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the rows of one wave come from.

    Parameters
    ----------
    place
        The name of a file, or the address of a server.
    shown_as
        What the place is called in faults and reports: never with a user or a password.
    table, query
        What is read of a database.
    sheet
        What is read of a workbook.
    """

    place: str
    shown_as: str
    table: str | None = None
    query: str | None = None
    sheet: str | None = None

    @property
    def on_server(self) -> bool:
        """Whether the place is a server."""
        return is_server(self.place)


def origins_of(name: str, source: Named, waves: Collection[str], *, no_wave: str) -> Iterator[tuple[str, Origin]]:
    """Yield the waves of a source, in the order of the plan's, and where the rows of each come from.

    A database that the plan names wrongly is not tried.
    """
    apart = waves_of(source)
    if source.database is not None and any(_database_faults(source, name)):
        return
    for wave in [wave for wave in waves if wave in apart] if apart else [no_wave]:
        sheet = _in(wave, source.sheet)
        if source.database is not None:
            yield wave, _of_database(source.database, source, wave, " ".join(filter(None, (name, wave))))
        elif (file := source.files.get(wave, source.file)) is not None:
            shown = f"{file}, {sheet}" if isinstance(source.sheet, Mapping) and sheet else file
            yield wave, Origin(place=file, shown_as=shown, sheet=sheet)


def _in(wave: str, asked: str | Mapping[str, str] | None) -> str | None:
    """Return what is asked for in a wave."""
    return asked.get(wave) if isinstance(asked, Mapping) else asked


def _of_database(database: str, source: Named, wave: str, called: str) -> Origin:
    table, query = _in(wave, source.table), _in(wave, source.query)
    known = without_secrets(database)
    shown = database_table(known, table or called) if table or query else known
    return Origin(place=database, shown_as=shown, table=table, query=query)


def waves_of(source: Named) -> Collection[str]:
    """Return the waves that have a file, a table, a query or a sheet of their own, else those with own columns."""
    asked = next(filter(None, _by_wave(source).values()), None)
    if asked is not None:
        return asked
    return dict.fromkeys(wave for one in source.columns.values() if isinstance(one, Mapping) for wave in one)


def _by_wave(source: Named) -> dict[str, Mapping[str, str]]:
    """Return what the keys say that have something for each wave, by the name of the key."""
    keys = {"files": source.files, "table": source.table, "query": source.query, "sheet": source.sheet}
    return {name: asked for name, asked in keys.items() if isinstance(asked, Mapping)}


def is_panel(source: Named) -> bool:
    """Say whether every wave is read from the same rows, in columns of its own: each row is then one person."""
    apart = (asked for asked in _by_wave(source).values() if asked)
    return len(waves_of(source)) > 1 and all(len(set(asked.values())) == 1 for asked in apart)


def origin_faults(source: Named, key: str, waves: Collection[str], *, in_waves: bool) -> Iterator[Fault]:
    """Yield what is wrong with where the rows of a source come from."""
    if [bool(source.file), bool(source.files), bool(source.database)].count(True) != 1:
        yield Fault(code="plan-file-or-files", key=key)
    for name, asked in _by_wave(source).items():
        if asked and not in_waves:
            yield Fault(code="plan-one-file", key=f"{key}.{name}")
        yield from wave_faults(f"{key}.{name}", asked, waves)
    for name, column in source.columns.items():
        apart = [wave for wave in waves if wave in waves_of(source)] if in_waves else ()
        yield from wave_faults(f"{key}.columns.{name}", () if isinstance(column, str) else column, apart)
    for name, named in (("table", source.table), ("query", source.query)):
        if named is not None and source.database is None:
            yield Fault(code="plan-no-database", key=f"{key}.{name}")
    yield from _database_faults(source, key)


def _database_faults(source: Named, key: str) -> Iterator[Fault]:
    if source.database is not None:
        yield from _address_faults(source.database, f"{key}.database")
    if source.table is not None and source.query is not None:
        yield Fault(code="plan-table-or-query", key=key)
    queries = source.query if isinstance(source.query, Mapping) else {"": source.query} if source.query else {}
    for wave, query in queries.items():
        if not is_one_query(query):
            yield Fault(code="query-not-select", key=f"{key}.query.{wave}".rstrip("."))


def _address_faults(address: str, key: str) -> Iterator[Fault]:
    """Yield the faults of an address; none of them tells what stands in it."""
    try:
        scheme, secret = urlsplit(address).scheme, has_password(address)
    except ValueError:
        yield Fault(code="database-unknown", key=key)
        return
    if secret:
        yield Fault(code="plan-password", key=key)
    if "://" in address and not is_server(address):
        yield Fault(code="database-unknown", key=key, got=scheme)
