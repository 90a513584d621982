"""Databases: tables and queries, values as text, and what is told where it fails."""

import datetime as dt
import sqlite3

import duckdb
import pytest

from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import read_table
from effektmatt.errors import InputFaults


@pytest.fixture
def sqlite_file(tmp_path):
    """Make an SQLite database of statements."""

    def made(*statements, name="arenden.sqlite"):
        path = tmp_path / name
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return path

    return made


@pytest.fixture
def duckdb_file(tmp_path):
    """Make a DuckDB database of statements."""

    def made(*statements, name="arenden.duckdb"):
        path = tmp_path / name
        with duckdb.connect(str(path)) as connection:
            for statement in statements:
                connection.execute(statement)
        return path

    return made


def read(path, **how):
    return read_table(path, shown_as=path.name, how=HowToRead(**how))


def faults(path, **how):
    with pytest.raises(InputFaults) as caught:
        read(path, **how)
    return caught.value.faults


CASES = (
    "CREATE TABLE arenden (nr TEXT, inkom TEXT, dagar, belopp REAL)",
    "INSERT INTO arenden VALUES ('007', '2024-01-31', 5, 12.5), ('008', NULL, 'sju', 3.0)",
)
#: The same where every column has a type.
TYPED = (
    "CREATE TABLE arenden (nr TEXT, dagar INTEGER)",
    "INSERT INTO arenden VALUES ('007', 5), ('008', NULL)",
)


def test_the_only_table_is_read_without_being_named(sqlite_file):
    table = read(sqlite_file(*CASES))
    assert table.frame.index.tolist() == [1, 2]
    assert table.frame.fillna("").to_numpy().tolist() == [["007", "2024-01-31", "5", "12.5"], ["008", "", "sju", "3"]]
    assert (table.reading.format, table.reading.decimal, table.reading.rows) == ("sqlite", ".", 2)


def test_nothing_is_written_beside_a_database(sqlite_file):
    path = sqlite_file("PRAGMA journal_mode = wal", *CASES)
    read(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_another_program_has_not_yet_put_in_its_place_is_read_too(sqlite_file):
    path = sqlite_file("PRAGMA journal_mode = wal", *CASES)
    open_elsewhere = sqlite3.connect(path)
    open_elsewhere.execute("INSERT INTO arenden VALUES ('009', NULL, 1, 1.0)")
    open_elsewhere.commit()
    try:
        assert read(path).frame["nr"].tolist() == ["007", "008", "009"]
    finally:
        open_elsewhere.close()


def test_text_that_windows_wrote_is_text(sqlite_file):
    path = sqlite_file(
        "CREATE TABLE a (ort TEXT, svar)", "INSERT INTO a VALUES (CAST(x'D6726562726F' AS TEXT), x'C3A5')"
    )
    assert read(path).frame.to_numpy().tolist() == [["Örebro", "å"]]


def test_a_decimal_comma_in_texts_is_that_of_the_numbers_beside_them(sqlite_file):
    path = sqlite_file("CREATE TABLE a (andel)", "INSERT INTO a VALUES ('61,5'), (62.25), ('63,5')")
    table = read(path)
    assert (table.frame["andel"].tolist(), table.reading.decimal) == (["61,5", "62,25", "63,5"], ",")


def test_of_several_tables_one_must_be_named(sqlite_file):
    path = sqlite_file(*CASES, "CREATE TABLE enheter (namn)", "CREATE VIEW oppna AS SELECT * FROM arenden")
    (unclear,) = faults(path)
    assert (unclear.code, unclear.expected) == ("table-unclear", ("arenden", "enheter", "oppna"))
    (missing,) = faults(path, table="arende")
    assert (missing.code, missing.got, missing.nearest) == ("table-missing", "arende", "arenden")
    assert read(path, table="OPPNA").reading.rows == 2


def test_a_query_is_read_and_one_that_fails_is_told_in_the_databases_words(sqlite_file):
    path = sqlite_file(*CASES)
    assert read(path, query="SELECT nr AS n FROM arenden WHERE dagar = 5;").frame["n"].tolist() == ["007"]
    (refused,) = faults(path, query="SELECT nrr FROM arenden")
    assert (refused.code, refused.got) == ("database-refused", "no such column: nrr")


def test_a_database_cannot_be_changed_by_a_query(sqlite_file, duckdb_file):
    for path in (sqlite_file(*TYPED), duckdb_file(*TYPED)):
        for query in ("DELETE FROM arenden", "WITH a AS (SELECT 1) DELETE FROM arenden"):
            assert faults(path, query=query)[0].code == "database-refused"
        assert read(path, table="arenden").reading.rows == 2


def test_a_query_that_gives_no_rows_is_a_table_without_data(sqlite_file):
    (empty,) = faults(sqlite_file(*CASES), query="SELECT nr FROM arenden WHERE 0")
    assert empty.code == "file-header-only"


def test_columns_of_the_same_name_are_told_apart_or_told(sqlite_file):
    (twice,) = faults(sqlite_file(*CASES), query="SELECT nr, inkom AS nr FROM arenden")
    assert (twice.code, twice.column) == ("column-repeated", "nr")


def test_the_checksum_is_that_of_what_was_read_in_whatever_order(sqlite_file, duckdb_file):
    one = read(sqlite_file(*CASES), query="SELECT nr FROM arenden ORDER BY nr").reading
    other = read(duckdb_file(*TYPED), query="SELECT nr FROM arenden ORDER BY nr DESC").reading
    assert (one.sha256, one.bytes) == (other.sha256, other.bytes)
    fewer = read(sqlite_file(*CASES, name="b.sqlite"), query="SELECT nr FROM arenden WHERE nr = '007'").reading
    assert fewer.sha256 != one.sha256


def test_values_of_every_type_are_text(duckdb_file):
    path = duckdb_file(
        "CREATE TYPE grad AS ENUM ('aldrig', 'ibland', 'alltid')",
        "CREATE TABLE a (svar grad, klar BOOLEAN, belopp DECIMAL(9, 2), dag DATE, nar TIMESTAMP,"
        " tid TIMESTAMPTZ, hur INTERVAL, val VARCHAR[], stort HUGEINT)",
        "SET TimeZone = 'UTC'",
        "INSERT INTO a VALUES ('ibland', true, 1234.50, '2024-05-02', '2024-05-02 00:00', '2024-05-02 23:30:00+00',"
        " INTERVAL 36 HOUR, ['a', 'b'], 170141183460469231731687303715884105727)",
    )
    table = read(path)
    row = table.frame.iloc[0]
    assert row[["svar", "klar", "belopp", "dag", "nar"]].tolist() == [
        "ibland", "true", "1234.50", "2024-05-02", "2024-05-02",
    ]  # fmt: skip
    assert row[["hur", "val", "stort"]].tolist() == [
        "36:00:00",
        '["a", "b"]',
        "170141183460469231731687303715884105727",
    ]
    moment = dt.datetime.fromisoformat(row["tid"])
    assert moment == dt.datetime(2024, 5, 2, 23, 30, tzinfo=dt.UTC)
    assert list(table.known["svar"].answers) == ["aldrig", "ibland", "alltid"]


def test_a_query_reads_no_other_file(duckdb_file, tmp_path):
    (tmp_path / "andra.csv").write_text("a\n1\n", encoding="utf-8")
    (refused,) = faults(duckdb_file(*TYPED), query=f"SELECT * FROM '{tmp_path / 'andra.csv'}'")
    assert refused.code == "database-refused"


def test_a_damaged_database_is_told(tmp_path):
    (tmp_path / "a.sqlite").write_bytes(b"SQLite format 3\x00" + b"x" * 200)
    (tmp_path / "a.duckdb").write_bytes(b"\x00" * 8 + b"DUCK" + b"x" * 200)
    assert faults(tmp_path / "a.sqlite")[0].code == "database-closed"
    assert faults(tmp_path / "a.duckdb")[0].code == "database-closed"


def test_a_driver_that_is_not_there_is_told_with_the_line_that_installs_it(duckdb_file, monkeypatch):
    path = duckdb_file(*TYPED)

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("effektmatt.data.fetched.import_module", missing)
    (fault,) = faults(path)
    assert (fault.code, fault.got) == ("driver-missing", "duckdb")
    assert 'pip install "effektmatt[duckdb]"' in str(fault)


def test_a_list_of_an_enum_is_no_enum(tmp_path):
    path = tmp_path / "lista.duckdb"
    with duckdb.connect(str(path)) as base:
        base.execute("CREATE TYPE ort AS ENUM ('Orust', 'Tjörn'); CREATE TABLE svar (orter ort[], ort ort)")
        base.execute("INSERT INTO svar VALUES (['Orust', 'Tjörn'], 'Tjörn')")
    table = read_table(path, shown_as=path.name)
    assert table.frame["orter"].tolist() == ['["Orust", "Tjörn"]']
    assert {name: list(known.answers) for name, known in table.known.items()} == {"ort": ["Orust", "Tjörn"]}
