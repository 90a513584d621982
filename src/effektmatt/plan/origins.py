"""Where the rows of a source come from: a file, a file for each wave, or a table or query of a database."""

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
    """

    place: str
    shown_as: str
    table: str | None = None
    query: str | None = None

    @property
    def on_server(self) -> bool:
        """Whether the place is a server."""
        return is_server(self.place)


def origins_of(name: str, source: Named, waves: Collection[str], *, no_wave: str) -> Iterator[tuple[str, Origin]]:
    """Yield the waves of a source, in the order of the plan's, and where the rows of each come from.

    A database that the plan names wrongly is not tried.
    """
    if source.database is None:
        files = source.files or ({no_wave: source.file} if source.file else {})
        yield from (
            (wave, Origin(place=files[wave], shown_as=files[wave])) for wave in (*waves, no_wave) if wave in files
        )
        return
    if any(_database_faults(source, name)):
        return
    apart = waves_of(source)
    for wave in [wave for wave in waves if wave in apart] if apart else [no_wave]:
        table, query = (asked[wave] if isinstance(asked, Mapping) else asked for asked in (source.table, source.query))
        called = table or " ".join(filter(None, (name, wave if apart else "")))
        database = without_secrets(source.database)
        shown = database_table(database, called) if table or query else database
        yield wave, Origin(place=source.database, shown_as=shown, table=table, query=query)


def waves_of(source: Named) -> Collection[str]:
    """Return the waves that have a file, a table or a query of their own."""
    asked = (source.files, source.table, source.query)
    return next((one for one in asked if isinstance(one, Mapping) and one), ())


def origin_faults(source: Named, key: str, waves: Collection[str], *, in_waves: bool) -> Iterator[Fault]:
    """Yield what is wrong with where the rows of a source come from."""
    if [bool(source.file), bool(source.files), bool(source.database)].count(True) != 1:
        yield Fault(code="plan-file-or-files", key=key)
    for name, asked in (("files", source.files), ("table", source.table), ("query", source.query)):
        if isinstance(asked, Mapping):
            if asked and not in_waves:
                yield Fault(code="plan-one-file", key=f"{key}.{name}")
            yield from wave_faults(f"{key}.{name}", asked, waves)
        if name != "files" and asked is not None and source.database is None:
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
