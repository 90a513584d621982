"""Parquet files as tables, written here with Polars, pandas and pyarrow."""

import datetime as dt
import decimal
import io
import sys

import pandas as pd
import polars as pl


def parquet(frame: pl.DataFrame) -> bytes:
    content = io.BytesIO()
    frame.write_parquet(content)
    return content.getvalue()


def cells(table, name: str) -> list[str | None]:
    return [None if pd.isna(cell) else cell for cell in table.frame[name].tolist()]


def test_values_become_the_text_that_a_person_would_write(table):
    read = table(
        parquet(
            pl.DataFrame(
                {
                    "kod": ["007", None],
                    "svar": pl.Series([1, 3], dtype=pl.Int8),
                    "tal": [1.5, 2.0],
                    "enkel": pl.Series([3.3, None], dtype=pl.Float32),
                    "belopp": pl.Series([decimal.Decimal("12.50"), decimal.Decimal(3)]),
                    "dag": [dt.date(2024, 1, 31), None],
                    "tid": [dt.datetime(2024, 1, 31, 10, 30), None],
                    "langd": [dt.timedelta(hours=30), None],
                    "ja": [True, False],
                    "flera": [["a", "b"], []],
                }
            )
        ),
        name="svar.csv",
    )
    assert (cells(read, "kod"), cells(read, "svar")) == (["007", None], ["1", "3"])
    assert (cells(read, "tal"), cells(read, "enkel"), cells(read, "belopp")) == (
        ["1.5", "2"],
        ["3.3", None],
        ["12.50", "3.00"],
    )
    assert (cells(read, "dag"), cells(read, "tid")) == (["2024-01-31", None], ["2024-01-31 10:30:00", None])
    assert (cells(read, "langd"), cells(read, "ja")) == (["30:00:00", None], ["true", "false"])
    assert cells(read, "flera") == ["a;b", None]
    assert (read.reading.format, read.reading.decimal, read.frame.index.tolist()) == ("parquet", ".", [1, 2])


def test_a_time_with_a_zone_keeps_it(table):
    times = pl.Series([dt.datetime(2024, 1, 31, 23, 30), dt.datetime(2024, 1, 31)]).dt.replace_time_zone("UTC")
    read = table(parquet(pl.DataFrame({"tid": times})), name="a.parquet")
    assert cells(read, "tid") == ["2024-01-31 23:30:00+00:00", "2024-01-31 00:00:00+00:00"]


def test_the_order_of_declared_answers_is_known(table):
    answers = pl.Series(["Ja", "Nej"], dtype=pl.Enum(["Nej", "Kanske", "Ja"]))
    read = table(parquet(pl.DataFrame({"svar": answers, "n": [1, 2]})), name="a.parquet")
    assert list(read.known["svar"].answers) == ["Nej", "Kanske", "Ja"]
    assert read.known["n"].kind == "number"


def test_what_pandas_saves_is_read(table):
    content = io.BytesIO()
    pd.DataFrame({"kod": ["a", "b"], "n": pd.array([1, None], dtype="Int64")}).to_parquet(content)
    read = table(content.getvalue(), name="a.parquet")
    assert (cells(read, "kod"), cells(read, "n")) == (["a", "b"], ["1", None])


def test_a_damaged_file_is_a_fault(faults):
    content = parquet(pl.DataFrame({"n": list(range(100))}))
    for broken in (content[:50], content[:30] + b"\xff" * 20 + content[50:], b"PAR1" + b"\0" * 40 + b"PAR1"):
        assert faults(broken, name="a.parquet")[0].code == "file-damaged"


def test_a_day_that_no_calendar_has_is_a_fault(faults):
    far = pl.DataFrame({"dag": pl.Series([4_000_000], dtype=pl.Int32).cast(pl.Date)})
    assert faults(parquet(far), name="a.parquet")[0].code == "file-damaged"


def test_a_table_of_too_many_cells_is_refused_before_it_is_read(faults, monkeypatch):
    monkeypatch.setattr("effektmatt.data.sheet_facts.MOST_CELLS", 199)
    (fault,) = faults(parquet(pl.DataFrame({"n": [1] * 100, "m": [1] * 100})), name="a.parquet")
    assert (fault.code, fault.details["size"]) == ("workbook-too-large", 200)


def test_without_polars_it_is_said_how_to_get_it(faults, monkeypatch):
    content = parquet(pl.DataFrame({"n": [1]}))
    monkeypatch.setitem(sys.modules, "polars", None)
    (fault,) = faults(content, name="a.parquet")
    assert (fault.code, fault.got, fault.details["extra"]) == ("library-missing", "polars", "fast")


def test_rows_and_columns_of_many_values_come_to_the_same(table):
    """Each different value is written once, and every row has its own; an empty row counts and is left out."""
    values = {
        "kod": pl.Series([" A1", "Å", None, "A1"] * 3),
        "svar": pl.Series(["Ja", "Nej", None, "Ja"] * 3, dtype=pl.Enum(["Nej", "Ja"])),
        "tal": pl.Series([1.5, float("nan"), None, 2.0] * 3, dtype=pl.Float32),
        "antal": pl.Series([1, 2, None, 1] * 3, dtype=pl.Int16),
        "dag": pl.Series([dt.date(2024, 1, 31), None, None, dt.date(2024, 1, 31)] * 3),
        "med": pl.Series(["a\u0308", "x\u200b", None, "y"] * 3),
    }
    by_column = table(parquet(pl.DataFrame(values)), name="a.parquet")
    by_row = table(parquet(pl.DataFrame(values)), name="a.parquet", keep_rows=frozenset({1}))
    assert {name: cells(by_column, name) for name in values} == {name: cells(by_row, name) for name in values}
    assert by_column.frame.index.tolist() == by_row.frame.index.tolist() == [1, 2, 4, 5, 6, 8, 9, 10, 12]
    assert by_column.reading == by_row.reading
    assert (by_column.reading.empty_rows, cells(by_column, "kod")[:2], cells(by_column, "tal")[:2]) == (
        3,
        ["A1", "Å"],
        ["1.5", None],
    )
    assert cells(by_column, "med")[:3] == ["ä", "x", "y"]
