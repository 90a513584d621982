"""A column for each year becomes a row for each year."""

import pandas as pd
import pytest

from effektmatt.data.long_names import LongNames
from effektmatt.data.reading import read_table
from effektmatt.data.wide import as_rows
from effektmatt.errors import InputFaults

NAMES = LongNames(period="år", value="värde", what="mått")


@pytest.fixture
def long(tmp_path):
    """Write a table and return what it becomes."""

    def made(text, names=NAMES):
        path = tmp_path / "tabell.csv"
        path.write_text(text, encoding="utf-8")
        return as_rows(read_table(path, shown_as="tabell.csv"), names)

    return made


def test_every_year_is_a_row_with_the_number_of_its_row_in_the_file(long):
    table = long("kommun;2022;2023\nOrust;1,5;\nTjörn;2;3\n", LongNames(period="år", value="värde"))
    assert table.frame.index.tolist() == [2, 2, 3, 3]
    assert table.frame.fillna("").to_numpy().tolist() == [
        ["Orust", "2022", "1,5"], ["Orust", "2023", ""], ["Tjörn", "2022", "2"], ["Tjörn", "2023", "3"],
    ]  # fmt: skip
    assert table.reading.rows == 4


def test_what_stands_before_the_year_is_what_the_value_is(long):
    table = long("kommun;Antal 2022;Antal 2023;Andel 2022;Andel 2023\nOrust;5;6;50;60\n")
    assert table.frame[["mått", "år", "värde"]].to_numpy().tolist() == [
        ["Antal", "2022", "5"], ["Antal", "2023", "6"], ["Andel", "2022", "50"], ["Andel", "2023", "60"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "periods"),
    [
        ("2022-01-01;2023-01-01", ["2022", "2023"]),
        ("2022-12-31 00:00:00;2023-12-31 00:00:00", ["2022", "2023"]),
        ("2022-01-01;2022-02-01", ["2022-01-01", "2022-02-01"]),
        ("2024M01;2024M02", ["2024M01", "2024M02"]),
        ("År 2022;År 2023", ["2022", "2023"]),
    ],
)
def test_headings_name_years_months_and_years_that_a_sheet_keeps_as_days(long, headings, periods):
    assert (
        long(f"kommun;{headings}\nOrust;1;2\n", LongNames(period="år", value="värde")).frame["år"].tolist() == periods
    )


@pytest.mark.parametrize(
    "text",
    [
        "kommun;år;2022;2023\nOrust;2022;1;2\n",
        "kommun;värde;2022;2023\nOrust;5;1;2\n",
        "kommun;2023\nOrust;1\n",
        "kommun;Förändring 2022-2023;Kvar 2022-2023\nOrust;1;2\n",
    ],
)
def test_other_tables_stay_as_they_are(long, text):
    assert long(text).frame.index.tolist() == [2]


def test_cells_that_are_no_days_stay():
    from effektmatt.data.wide import years_as_years

    assert years_as_years(pd.Series([None, "2023"])).tolist()[1] == "2023"


@pytest.mark.parametrize("heads", ["2023;2023-01-01", "Antal 2022;antal 2022", "2023-01-01;2023-12-31"])
def test_two_columns_of_the_same_period_are_a_fault(long, heads):
    with pytest.raises(InputFaults) as caught:
        long(f"kommun;{heads}\nOrust;1;2\n")
    (fault,) = caught.value.faults
    assert (fault.code, fault.expected) == ("period-repeated", tuple(heads.split(";")))
