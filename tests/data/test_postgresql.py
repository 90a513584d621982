"""PostgreSQL, by a real server: types as they are, no secret told, nothing changed."""

import datetime as dt

import pytest

from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import read_server_table
from effektmatt.errors import InputFaults
from postgresql_server import PASSWORD, USER, programs, running

psycopg = pytest.importorskip("psycopg")
pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif(programs() is None, reason="no PostgreSQL server here: apt-get install postgresql"),
]

MADE = """
CREATE TYPE grad AS ENUM ('aldrig', 'ibland', 'alltid');
CREATE TABLE svar (kod text, svar grad, klar boolean, belopp numeric(12, 4), dag date, nar timestamptz, hur interval);
INSERT INTO svar VALUES
  ('007', 'ibland', true, 1234567.1250, '2024-05-02', '2024-05-02 23:30+00', '36 hours'),
  ('008', NULL, false, NULL, NULL, NULL, NULL);
CREATE SCHEMA hr;
CREATE TABLE hr."Sjuk dagar" (dagar integer);
INSERT INTO hr."Sjuk dagar" VALUES (3);
"""


@pytest.fixture(scope="module")
def server():
    """Start a server that holds two tables."""
    with running(programs()) as started:
        with psycopg.connect(started.address, user=USER, password=PASSWORD) as connection:
            connection.execute(MADE)
        yield started


@pytest.fixture
def read(server, monkeypatch):
    """Read from the server as the environment says."""

    def reading(address=server.address, password=PASSWORD, **how):
        monkeypatch.setenv("PGUSER", USER)
        monkeypatch.setenv("PGPASSWORD", password)
        return read_server_table(address, shown_as="server", how=HowToRead(**how))

    return reading


@pytest.fixture
def faults(read):
    """Read what cannot be read, and return why."""

    def reading(**how):
        with pytest.raises(InputFaults) as caught:
            read(**how)
        for secret in (PASSWORD, USER):
            assert secret not in str(caught.value)
            assert secret not in repr(caught.value.faults)
        return caught.value.faults

    return reading


def test_values_are_exact_and_moments_keep_their_offset(read):
    table = read(table="svar")
    first = table.frame.iloc[0]
    assert first[["kod", "svar", "klar", "belopp", "dag", "hur"]].tolist() == [
        "007", "ibland", "true", "1234567.1250", "2024-05-02", "36:00:00",
    ]  # fmt: skip
    assert dt.datetime.fromisoformat(first["nar"]) == dt.datetime(2024, 5, 2, 23, 30, tzinfo=dt.UTC)
    assert table.frame.iloc[1].isna().tolist() == [False, True, False, True, True, True, True]
    assert (table.reading.format, table.reading.rows) == ("postgresql", 2)


def test_an_enum_tells_the_order_of_its_answers(read):
    assert list(read(query="SELECT svar AS hur_ofta FROM svar").known["hur_ofta"].answers) == [
        "aldrig",
        "ibland",
        "alltid",
    ]


def test_a_table_of_another_schema_is_named_with_it(read, faults):
    assert read(table="hr.Sjuk dagar").frame["dagar"].tolist() == ["3"]
    assert faults(table="hr.sjukdagar")[0].nearest == "hr.Sjuk dagar"
    assert faults()[0].expected == ("svar", "hr.Sjuk dagar")


def test_what_the_server_says_of_a_query_is_told(faults):
    (refused,) = faults(query="SELECT kodd FROM svar")
    assert refused.code == "database-refused"
    assert 'column "kodd" does not exist' in refused.got


@pytest.mark.parametrize("query", ["DELETE FROM svar", "WITH a AS (DELETE FROM svar RETURNING 1) SELECT * FROM a"])
def test_nothing_can_be_changed(faults, read, query):
    (refused,) = faults(query=query)
    assert "read-only transaction" in refused.got
    assert read(table="svar").reading.rows == 2


def test_a_day_without_end_is_told_and_can_be_cast(faults, read):
    assert faults(query="SELECT 'infinity'::date AS slut")[0].code == "database-refused"
    assert read(query="SELECT 'infinity'::date::text AS slut").frame["slut"].tolist() == ["infinity"]


def test_a_wrong_password_and_a_server_that_is_not_there_tell_no_secret(faults):
    (wrong,) = faults(password="fel")
    assert (wrong.code, wrong.got) == ("database-closed", 'password authentication failed for user "…"')
    (absent,) = faults(address="postgresql://127.0.0.1:1/postgres")
    assert absent.code == "database-closed"
    assert absent.got.startswith("Connection refused")
