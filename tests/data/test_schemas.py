"""Rules for columns, typed values, and every cell that breaks a rule."""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from effektmatt.data.reading import read_table
from effektmatt.data.schemas import Column, cases_columns, register_columns, survey_columns, typed

REFERENCE = Path(__file__).parents[1] / "reference" / "09-isleofman-planning"


def faults_of(table, content, *columns):
    return typed(table(content), columns, file="svar.csv")[1]


def test_each_kind_has_its_type(table):
    content = "t;d;h;n;v\n007;2013-01-31;1 234;2,5;ja\n;;;;\nx;2013-02-01;3,0;-1;NEJ.\n"
    columns = [
        Column(name="t"),
        Column(name="d", kind="date"),
        Column(name="h", kind="whole"),
        Column(name="n", kind="number"),
        Column(name="v", kind="choice", choices=("Ja", "Nej")),
    ]
    frame, faults, _ = typed(table(content), columns, file="svar.csv")
    assert faults == ()
    assert [str(kind) for kind in frame.dtypes] == ["str", "datetime64[s]", "Int64", "float64", "str"]
    assert frame.index.tolist() == [2, 4]
    assert frame.loc[2].tolist() == ["007", pd.Timestamp(2013, 1, 31), 1234, 2.5, "Ja"]
    assert frame.loc[4, ["h", "n", "v"]].tolist() == [3, -1.0, "Nej"]


def test_empty_columns_are_typed_too(table):
    columns = [Column(name=name, kind=kind) for name, kind in (("d", "date"), ("h", "whole"), ("n", "number"))]
    frame, faults, _ = typed(table("a;d;h;n\nx;;;\n"), columns, file="svar.csv")
    assert faults == ()
    assert [str(kind) for kind in frame.dtypes] == ["str", "datetime64[s]", "Int64", "float64"]
    assert frame[["d", "h", "n"]].isna().all(axis=None)


def test_columns_without_a_rule_stay_text(table):
    frame, *_ = typed(table("a;b\n1;2\n"), [Column(name="a", kind="whole")], file="svar.csv")
    assert frame["b"].tolist() == ["2"]


def test_the_table_itself_is_not_changed(table):
    read = table("a;b\n1;NA\n")
    typed(read, [Column(name="a", kind="whole"), Column(name="b", missing=("NA",))], file="svar.csv")
    assert read.frame.loc[2].tolist() == ["1", "NA"]


def test_texts_that_stand_for_no_value(table):
    columns = [Column(name="b", kind="number", missing=("NA", "-"))]
    frame, faults, _ = typed(table("a;b\n1;NA\n2;-\n3;4\n"), columns, file="svar.csv")
    assert faults == ()
    assert frame["b"].tolist()[2:] == [4.0]
    assert frame["b"].isna().sum() == 2


def test_a_missing_column_is_told_with_the_nearest(table):
    (fault,) = faults_of(table, "kon;avdelning\nk;Vård\n", Column(name="avdelnig"))
    assert (fault.code, fault.column, fault.nearest) == ("column-missing", "avdelnig", "avdelning")
    assert fault.expected == ("kon", "avdelning")


def test_empty_cells_where_a_value_is_required(table):
    (fault,) = faults_of(table, "a;b\n1;\n2;x\n3;\n4;\n", Column(name="b", required=True))
    assert (fault.code, fault.row, fault.got, fault.rows, fault.details["where"]) == (
        "cell-empty",
        2,
        None,
        3,
        "2, 4–5",
    )


def test_a_missing_text_is_an_empty_cell(table):
    (fault,) = faults_of(table, "a;b\n1;NA\n2;x\n", Column(name="b", required=True, missing=("NA",)))
    assert (fault.code, fault.row) == ("cell-empty", 2)


def test_keys_that_are_not_unique(table):
    (fault,) = faults_of(table, "k;b\nA1;1\nb;1\na1;2\n;3\n;4\n", Column(name="k", unique=True))
    assert (fault.code, fault.row, fault.got, fault.rows, fault.details["where"]) == (
        "key-repeated",
        2,
        "A1",
        2,
        "2, 4",
    )


def test_a_wrong_date_says_what_was_expected(table):
    (fault,) = faults_of(table, "d;x\n2013-01-31;1\n2013-02-30;1\n2013-03-01;1\n", Column(name="d", kind="date"))
    assert (fault.code, fault.row, fault.got, fault.expected) == ("date-wrong", 3, "2013-02-30", ("2013-01-31",))


def test_a_column_without_any_date_shows_several_ways(table):
    (fault,) = faults_of(table, "d;x\nigår;1\n", Column(name="d", kind="date"))
    assert len(fault.expected) > 1


def test_a_column_that_does_not_tell_day_from_month(table):
    (fault,) = faults_of(table, "d;x\n5/5/2013;\n1/2/2013;1\n3/4/2013;1\n1/2/2013;2\n", Column(name="d", kind="date"))
    assert (fault.code, fault.row, fault.got, fault.rows) == ("date-unclear", 3, "1/2/2013", 3)
    assert {fault.details["one"], fault.details["other"]} == {"2013-02-01", "2013-01-02"}


def test_a_column_that_mixes_day_first_and_month_first(table):
    (fault,) = faults_of(table, "d;x\n1/2/2013;1\n5/31/2013;\n31/5/2013;1\n", Column(name="d", kind="date"))
    assert (fault.code, fault.row, fault.got, fault.details["other"]) == ("date-clash", 3, "5/31/2013", "31/5/2013")


def test_letters_in_a_number(table):
    (fault,) = faults_of(table, "n;x\n1,5;1\n12 kr;1\n", Column(name="n", kind="number"))
    assert (fault.code, fault.row, fault.got, fault.details["decimal"]) == ("number-wrong", 3, "12 kr", ",")


@pytest.mark.parametrize("kind", ["number", "whole"])
@pytest.mark.parametrize("cell", ["12345678901234567", "-1000000000000001", "1e400"])
def test_a_number_that_can_only_be_a_slip(table, kind, cell):
    frame, (fault,), _ = typed(
        table(f"n;x\n1000000000000000;1\n{cell};1\n"), [Column(name="n", kind=kind)], file="a.csv"
    )
    assert (fault.code, fault.row, fault.column, fault.got) == ("number-too-large", 3, "n", cell)
    assert frame["n"].isna().tolist() == [False, True]


@pytest.mark.parametrize("cell", ["1e-320", "-1e-60"])
def test_a_number_so_near_nought_that_its_square_is_none(table, cell):
    frame, (fault,), _ = typed(table(f"n;x\n0;1\n{cell};1\n"), [Column(name="n", kind="number")], file="a.csv")
    assert (fault.code, fault.row, fault.column, fault.got) == ("number-too-small", 3, "n", cell)
    assert frame["n"].isna().tolist() == [False, True]


def test_thousands_or_decimals(table):
    (fault,) = faults_of(table, "n;x\n12;1\n1.234;1\n2.345;1\n", Column(name="n", kind="number"))
    assert (fault.code, fault.row, fault.got, fault.rows) == ("number-unclear", 3, "1.234", 2)


def test_a_count_with_decimals(table):
    frame, (fault,), _ = typed(table("n;x\n3,0;1\n2,5;1\n"), [Column(name="n", kind="whole")], file="svar.csv")
    assert (fault.code, fault.row, fault.got) == ("number-not-whole", 3, "2,5")
    assert frame["n"].tolist() == [3, pd.NA]


def test_numbers_in_per_cent_are_read_as_they_are_shown(table):
    read = typed(table("n;x\n72 %;1\n75;1\n61,5%;1\n0;1\n"), [Column(name="n", kind="number")], file="svar.csv")
    assert (read.frame["n"].tolist(), read.faults) == ([72, 75, 61.5, 0], ())
    (note,) = read.notes
    assert (note.code, dict(note.values)["example"]) == ("percent-as-shown", "72")


def test_a_part_of_one_among_numbers_in_per_cent(table):
    (fault,) = faults_of(table, "n;x\n72 %;1\n0,75;1\n", Column(name="n", kind="number"))
    assert (fault.code, fault.row, fault.got, fault.details["other"]) == (
        "number-percent-mixed",
        3,
        "0,75",
        "72",
    )


def test_a_value_that_the_plan_does_not_know(table):
    rule = Column(name="v", kind="choice", choices=("ja", "nej", "vet ej"))
    (fault,) = faults_of(table, "v;x\nja;1\nvet  EJ.;1\nvetej;1\n", rule)
    assert (fault.code, fault.row, fault.got, fault.nearest) == ("value-not-allowed", 4, "vetej", "vet ej")
    assert fault.expected == ("ja", "nej", "vet ej")


def test_the_same_fault_in_many_rows_does_not_flood(table):
    values = ["ja", "kanske", "kanske", "jo", "nja", "nix", "kanske", "nix", "tja"]
    content = "v;x\n" + "".join(f"{value};1\n" for value in values)
    found = faults_of(table, content, Column(name="v", kind="choice", choices=("ja", "nej")))
    assert [(fault.got, fault.row, fault.rows, fault.details["where"]) for fault in found] == [
        ("kanske", 3, 3, "3–4, 8"),
        ("jo", 5, 1, "5"),
        ("nja", 6, 1, "6"),
    ]
    assert [fault.details["further_values"] for fault in found] == [0, 0, 2]
    assert found[-1].details["further_rows"] == 3


def test_every_fault_of_every_column_comes_at_once(table):
    content = "id;inkom;avslutad;typ\n1;2013-01-31;;A\n1;;2013-02-30;B\n"
    columns = [
        *cases_columns(opened="inkom", closed="avslutad", groups=["tpy"]),
        Column(name="id", unique=True),
    ]
    codes = [fault.code for fault in faults_of(table, content, *columns)]
    assert codes == ["cell-empty", "date-wrong", "column-missing", "key-repeated"]


def test_no_fault_quotes_a_personal_identity_number(table):
    """Ten plain digits, once, do not refuse a file; a fault masks them all the same."""
    (fault, *_) = faults_of(table, "n;x\n8112189876;1\n12;\n13;\n", Column(name="n", kind="date"))
    assert (fault.code, fault.row, fault.got) == ("date-wrong", 2, "811218-****")


def test_rules_for_a_register():
    rules = register_columns(
        key="deltagare", groups=["kon", "avdelning"], values={"kon": ["kvinna", "man"], "enhet": []}
    )
    assert [(rule.name, rule.kind, rule.required, rule.unique) for rule in rules] == [
        ("deltagare", "text", True, True),
        ("kon", "choice", False, False),
        ("enhet", "text", False, False),
        ("avdelning", "text", False, False),
    ]


def test_rules_for_a_survey():
    rules = survey_columns(items={"v1": ["1", "2"], "fritext": ()}, code="kod", groups=["kommun"], submitted="datum")
    assert [(rule.name, rule.kind, rule.required) for rule in rules] == [
        ("kod", "text", False),
        ("v1", "choice", False),
        ("fritext", "text", False),
        ("kommun", "text", False),
        ("datum", "moment", False),
    ]


def test_rules_for_cases():
    rules = cases_columns(opened="inkom", closed="avslutad", key="diarienr", groups=["typ"])
    assert [(rule.name, rule.kind, rule.required) for rule in rules] == [
        ("inkom", "date", True),
        ("avslutad", "date", False),
        ("diarienr", "text", False),
        ("typ", "text", False),
    ]


def test_a_real_permit_log():
    """2 498 applications; 185 rows repeat one of 156 references (counted in the files' own notes)."""
    table = read_table(REFERENCE / "applications_weekly.csv", shown_as="applications_weekly.csv")
    columns = [*cases_columns(opened="Date", closed="Pub Date"), Column(name="PA Ref", unique=True)]
    frame, faults, _ = typed(table, columns, file="applications_weekly.csv")
    assert len(frame) == 2498
    assert {fault.code for fault in faults} == {"key-repeated"}
    rows = sum(fault.rows for fault in faults) + faults[-1].details["further_rows"]
    values = len(faults) + faults[-1].details["further_values"]
    assert (values, rows - values) == (156, 185)
    assert (frame["Pub Date"] - frame["Date"]).max() == np.timedelta64(1689, "D")


@pytest.mark.parametrize("kind", ["date", "whole", "number", "choice"])
def test_a_fault_leaves_the_cell_missing(table, kind):
    rule = Column(name="a", kind=kind, choices=("ja",))
    frame, faults, _ = typed(table("a;b\nfel;1\n"), [rule], file="svar.csv")
    assert len(faults) == 1
    assert frame["a"].isna().all()


def test_pandera_is_asked_only_where_a_column_has_a_rule(table, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandera.pandas", None)  # importing it now fails
    assert faults_of(table, "a\n1\nx\n", Column(name="a", kind="whole"))[0].code == "number-wrong"
    with pytest.raises(ImportError):
        faults_of(table, "a\n1\n\n", Column(name="a", required=True))
