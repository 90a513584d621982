"""The same rows give the same counts in every engine: nulls, NaN, categories, any order of rows."""

import datetime as dt
import importlib.util
import math
import random
import shutil

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from effektmatt.data.counting import count_answers, count_durations, count_items, count_pairs
from effektmatt.data.unit_counts import count_units

WORDS = ["Aldrig", "Ibland", "Alltid", "Vet ej"]
NUMBER_OF = {"Aldrig": 1, "Ibland": 2, "Alltid": 3, "Vet ej": None}


def rows():
    """Return people with answers and groups of every awkward kind; the same people in another order each time."""
    made = [
        {
            "fore": None if number % 7 == 0 else 1 + number % 5,
            "efter": None if number % 11 == 3 else 1 + (number * 3) % 5,
            "poang": None if number % 9 == 4 else (number % 4) / 4,
            "ord": None if number % 10 == 2 else WORDS[number % 4],
            "svar": None if number % 8 == 5 else number % 3 == 0,
            "kon": ["kvinna", "man", None][number % 3],
            "ar": None if number % 13 == 6 else 2011 + number % 2,
            "dag": dt.date(2013, 1, 31) if number % 4 else dt.date(2013, 5, 2),
            "enhet": f"E{number % 6}",
            "dagar": (number * number) % 23,
            "avslutad": number % 5 != 0,
        }
        for number in range(60)
    ]
    random.Random(20110919).shuffle(made)
    return made


def as_pandas():
    return pd.DataFrame(rows()).assign(ord=lambda frame: pd.Categorical(frame["ord"], WORDS[::-1], ordered=True))


def as_polars():
    return pl.DataFrame(rows()).with_columns(pl.col("ord").cast(pl.Enum(WORDS[::-1])))


def as_polars_with_nan():
    return as_polars().with_columns(pl.col("fore", "efter").cast(pl.Float64).fill_null(math.nan))


def as_pyarrow():
    table = pa.Table.from_pylist(rows())
    place = table.schema.get_field_index("ord")
    return table.set_column(place, "ord", table["ord"].dictionary_encode())


def as_duckdb():
    connection = duckdb.connect()
    connection.register("rows", pa.Table.from_pylist(rows()))
    categories = ", ".join(f"'{word}'" for word in WORDS[::-1])
    connection.execute(f"create type words as enum ({categories})")
    return connection.sql("select * replace (ord::words as ord) from rows")


def as_dask():
    import dask.dataframe as dd

    return dd.from_pandas(as_pandas().convert_dtypes(), npartitions=3)


@pytest.fixture
def as_spark():
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed: pip install 'effektmatt[spark]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not installed")
    from pyspark.sql import SparkSession

    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.host": "127.0.0.1"}
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    schema = (
        "fore int, efter int, poang double, ord string, svar boolean, kon string, ar int, dag date, enhet string, "
        "dagar int, avslutad boolean"
    )
    yield lambda: session.createDataFrame([tuple(row.values()) for row in rows()], schema).repartition(3)
    session.stop()


ENGINES = {
    "pandas": as_pandas,
    "pandas, nullable": lambda: as_pandas().convert_dtypes(),
    "pandas, Arrow": lambda: as_pandas().convert_dtypes(dtype_backend="pyarrow"),
    "pandas, objects": lambda: as_pandas().astype(object),
    "polars": as_polars,
    "polars, lazy": lambda: as_polars().lazy(),
    "polars, NaN": as_polars_with_nan,
    "polars, lazy, NaN": lambda: as_polars_with_nan().lazy(),
    "pyarrow": as_pyarrow,
    "duckdb": as_duckdb,
    "dask": as_dask,
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.filterwarnings("ignore:Dask support is moving out of Narwhals:FutureWarning")
def test_counts_are_the_same_in_every_engine(engine):
    check_counts(ENGINES[engine])


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_counts_are_the_same_in_spark(as_spark):
    check_counts(as_spark)


def check_counts(frame):
    people = rows()
    assert count_pairs(frame(), "fore", "efter", range(1, 6)).table.tolist() == pairs(people, "fore", "efter")
    check_groups(frame, people)
    check_items(frame, people)
    check_answers(frame, people)
    check_cases(frame, people)
    check_units(frame, people)


def pairs(people, before, after):
    return [
        [sum(person[before] == one and person[after] == other for person in people) for other in range(1, 6)]
        for one in range(1, 6)
    ]


def check_groups(frame, people):
    by_sex = count_pairs(frame(), "fore", "efter", range(1, 6), by=["kon"])
    assert list(by_sex) == [("kvinna",), ("man",), (None,)]
    for (sex,), counts in by_sex.items():
        assert counts.table.tolist() == pairs([one for one in people if one["kon"] == sex], "fore", "efter")
    by_three = count_pairs(frame(), "fore", "efter", range(1, 6), by=["ar", "dag", "svar"])
    expected = {}
    for one in people:
        if one["fore"] is not None and one["efter"] is not None:
            key = (
                None if one["ar"] is None else str(one["ar"]),
                str(one["dag"]),
                None if one["svar"] is None else str(one["svar"]).lower(),
            )
            expected[key] = expected.get(key, 0) + 1
    assert {group: counts.n for group, counts in by_three.items()} == expected


def check_items(frame, people):
    columns = {"hit": ("fore", "efter"), "dit": ("efter", "fore")}
    items = count_items(frame(), columns, range(1, 6))
    grouped = count_items(frame(), columns, range(1, 6), by=["kon"])
    assert list(items) == list(grouped) == ["hit", "dit"]
    for item, (before, after) in columns.items():
        assert items[item].table.tolist() == pairs(people, before, after)
        men = [one for one in people if one["kon"] == "man"]
        assert grouped[item]["man",].table.tolist() == pairs(men, before, after)


def check_answers(frame, people):
    words = count_answers(frame(), "ord", NUMBER_OF)
    assert words.levels.tolist() == [1, 2, 3]
    assert words.counts.tolist() == [sum(one["ord"] == word for one in people) for word in WORDS[:3]]
    scores = count_answers(frame(), "poang")
    assert scores.levels.tolist() == [0, 0.25, 0.5, 0.75]
    assert scores.counts.tolist() == [sum(one["poang"] == score for one in people) for score in scores.levels]
    yes = count_answers(frame(), "svar", [0, 1], by=["ord"])
    assert {key for (key,) in yes} == {*WORDS, None}
    for (word,), counts in yes.items():
        answers = [one["svar"] for one in people if one["ord"] == word]
        assert counts.counts.tolist() == [answers.count(False), answers.count(True)]


def check_cases(frame, people):
    by_sex = count_durations(frame(), "dagar", "avslutad", by=["kon"])
    for (sex,), counts in by_sex.items():
        cases = [(one["dagar"], one["avslutad"]) for one in people if one["kon"] == sex]
        assert counts.days.tolist() == sorted({days for days, _ in cases})
        assert counts.events.tolist() == [cases.count((day, True)) for day in counts.days]
        assert counts.censored.tolist() == [cases.count((day, False)) for day in counts.days]
    assert count_durations(frame(), "dagar", "avslutad").n == len(people)
    with pytest.raises(ValueError, match=r"7 rows have no value of fore or avslutad|9 rows"):
        count_durations(frame(), "fore", "avslutad")


def check_units(frame, people):
    counted = count_units(frame(), "enhet", ["svar", "avslutad"], [0, 1], by=["kon"])
    assert counted.units == tuple(f"E{number}" for number in range(6))
    assert counted.groups == (("kvinna",), ("man",), (None,))
    for row, unit in enumerate(counted.units):
        for column, item in enumerate(counted.items):
            for place, (sex,) in enumerate(counted.groups):
                answers = [one[item] for one in people if one["enhet"] == unit and one["kon"] == sex]
                counts = [answers.count(False), answers.count(True)]
                assert counted.counts[row, column, place].tolist() == counts
                assert counted.n[row, column, place] == sum(counts)
                assert counted.total[row, column, place] == counts[1]
