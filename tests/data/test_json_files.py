"""JSON-stat 2 and Kolada's answers, as rows."""

import json
from copy import deepcopy

import pytest

from effektmatt.data.reading import read_table
from effektmatt.errors import InputFaults

STAT = {
    "version": "2.0",
    "class": "dataset",
    "id": ["Region", "Kon", "Tid"],
    "size": [2, 3, 2],
    "dimension": {
        "Region": {
            "label": "region",
            "category": {"index": ["0180", "1419"], "label": {"0180": "Stockholm", "1419": "Tjörn"}},
        },
        "Kon": {
            "label": "kön",
            "category": {
                "index": {"2": 1, "1": 0, "TotSa": 2},
                "label": {"1": "män", "2": "kvinnor", "TotSa": "totalt"},
            },
            "extension": {"elimination": True, "eliminationValueCode": "TotSa"},
        },
        "Tid": {"label": "år", "category": {"index": {"2023": 0, "2024": 1}}},
    },
    "value": [1, 2, 3.50, 4, 4, 6, None, None, None, 10, 11, 12],
    "status": {"6": "-", "7": "..", "9": "e"},
}
KOLADA = {
    "count": 1,
    "values": [
        {
            "kpi": "N00945",
            "municipality": "0180",
            "period": 2023,
            "values": [
                {"gender": "K", "value": 51.25, "status": "", "count": 1, "isdeleted": False},
                {"gender": "M", "value": None, "status": "", "count": 0, "isdeleted": False},
                {"gender": "T", "value": 99.0, "status": "", "count": 1, "isdeleted": True},
                {"gender": "T", "value": 50, "status": "", "count": 1, "isdeleted": False},
            ],
        }
    ],
    "next_url": None,
    "previous_url": None,
}


@pytest.fixture
def read(tmp_path):
    """Write JSON and read it."""

    def reading(written, *, encoding="utf-8"):
        path = tmp_path / "tabell.json"
        text = written if isinstance(written, str) else json.dumps(written, ensure_ascii=False)
        path.write_bytes(text.encode(encoding))
        return read_table(path, shown_as="tabell.json")

    return reading


def fault(read, written):
    with pytest.raises(InputFaults) as caught:
        read(written)
    (one,) = caught.value.faults
    return one


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_values_stand_in_the_order_of_the_dimensions(read, encoding):
    table = read(STAT, encoding=encoding)
    assert list(table.frame.columns) == ["region", "region (kod)", "kön", "kön (kod)", "år", "value"]
    assert table.frame.iloc[0].tolist() == ["Stockholm", "0180", "män", "1", "2023", "1"]
    assert table.frame.iloc[-1].tolist() == ["Tjörn", "1419", "totalt", "TotSa", "2024", "12"]
    assert (table.reading.format, table.reading.rows, table.reading.decimal) == ("json-stat", 12, ".")


def test_no_value_is_nought_only_where_its_sign_says_so(read):
    values = read(STAT).frame["value"].fillna("").tolist()
    assert values == ["1", "2", "3.5", "4", "4", "6", "0", "..", "", "10", "11", "12"]


def test_values_and_signs_may_be_told_by_place_or_once_for_all(read):
    sparse = {**STAT, "value": {"0": 5, "11": 7}, "status": "-"}
    assert read(sparse).frame["value"].tolist() == ["5", *["0"] * 10, "7"]


def test_the_total_is_known_and_labels_that_stand_twice_get_their_codes(read):
    assert read(STAT).known["kön"].total == "totalt"
    twice = deepcopy(STAT)
    twice["dimension"]["Region"]["category"]["label"]["1419"] = "Stockholm"
    assert read(twice).frame["region"].unique().tolist() == ["Stockholm (0180)", "Stockholm (1419)"]


def test_kolada_has_a_row_for_each_gender_and_what_is_withdrawn_is_counted(read):
    table = read(KOLADA)
    assert table.frame["gender"].tolist() == ["K", "M", "T"]
    assert table.frame["value"].fillna("").tolist() == ["51.25", "", "50"]
    assert table.frame.iloc[0][["municipality", "period"]].tolist() == ["0180", "2023"]
    assert table.reading.left_out == {"withdrawn": 1}


def test_pages_of_kolada_are_one_table_and_a_page_alone_is_told(read):
    assert read([KOLADA, {**KOLADA, "values": KOLADA["values"][:1]}]).reading.rows == 6
    more = fault(read, {**KOLADA, "next_url": "https://api.kolada.se/v3/data?page=2"})
    assert (more.code, more.got) == ("kolada-more-pages", "https://api.kolada.se/v3/data?page=2")


def test_a_school_is_a_unit_too(read):
    school = {"kpi": "N15", "ou": "V15E001", "period": 2023, "values": [{"gender": "T", "value": 1.5}]}
    assert read({"values": [school]}).frame.iloc[0].tolist() == ["N15", "V15E001", "2023", "T", "1.5"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('{"values": [', "json-damaged"),
        ({"namn": "Eva"}, "json-unknown"),
        ([{"kod": 1}], "json-unknown"),
        ({**STAT, "value": [1, 2]}, "json-stat-damaged"),
        ({**STAT, "dimension": {}}, "json-stat-damaged"),
        ({**STAT, "id": None}, "json-stat-damaged"),
    ],
)
def test_other_json_is_told(read, written, code):
    assert fault(read, written).code == code


def test_a_kolada_answer_without_values_has_none(tmp_path):
    path = tmp_path / "n.json"
    path.write_text(json.dumps({"values": [{"kpi": "N1", "municipality": "1419", "period": 2020, "values": None}]}))
    table = read_table(path, shown_as="n.json")
    assert table.frame["period"].tolist() == ["2020"]
    path.write_text(json.dumps({"values": [{"kpi": "N1", "period": 2020, "values": [1]}]}))
    with pytest.raises(InputFaults):
        read_table(path, shown_as="n.json")


@pytest.mark.parametrize("label", ["\u200b", " ", "\ufeff "])
def test_a_name_that_nobody_sees_is_an_empty_cell(tmp_path, label):
    written = deepcopy(STAT)
    written["dimension"]["Region"]["category"]["label"]["0180"] = label
    path = tmp_path / "a.json"
    path.write_text(json.dumps(written), encoding="utf-8")
    cells = read_table(path, shown_as="a.json").frame["region"]
    assert cells.isna().sum() == 6
    assert set(cells.dropna()) == {"Tjörn"}
