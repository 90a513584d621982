"""Double submissions, by declared rule."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.repeated import resolve_repeated
from effektmatt.errors import InputFaults

ANSWERS = pd.DataFrame(
    {
        "kod": ["an12", "be07", "AN12 ", None, "an12", None, "ce33"],
        "kommun": ["Orust", "Orust", "orust", "Orust", "Tranemo", "Orust", "Orust"],
        "datum": pd.to_datetime(["2013-06-02", "2013-06-01", "2013-06-01", None, None, None, "2013-06-01"]),
        "v1": [1, 2, 3, 4, 5, 6, 7],
    },
    index=pd.RangeIndex(2, 9),
)


@pytest.mark.parametrize(
    ("rule", "order", "kept", "left_out"),
    [
        ("latest", None, [2, 3, 4, 5, 6, 7], 1),
        ("earliest", None, [1, 2, 4, 5, 6, 7], 1),
        ("latest", "datum", [1, 2, 4, 5, 6, 7], 1),
        ("earliest", "datum", [2, 3, 4, 5, 6, 7], 1),
        ("leave-out", None, [2, 4, 5, 6, 7], 2),
    ],
)
def test_rules(rule, order, kept, left_out):
    resolved = resolve_repeated(ANSWERS, key=["kommun", "kod"], rule=rule, order=order)
    assert resolved.frame["v1"].tolist() == kept
    assert resolved.left_out == left_out
    assert resolved.keys == (("Orust", "an12"),)


def test_the_code_alone_repeats_across_groups():
    resolved = resolve_repeated(ANSWERS, key=["kod"], rule="latest")
    assert resolved.frame["v1"].tolist() == [2, 4, 5, 6, 7]
    assert resolved.left_out == 2


def test_a_row_without_a_date_yields_to_one_with():
    answers = pd.DataFrame({"kod": ["a", "a"], "datum": pd.to_datetime(["2013-06-02", None]), "v1": [1, 2]})
    for rule in ("latest", "earliest"):
        assert resolve_repeated(answers, key=["kod"], rule=rule, order="datum").frame["v1"].tolist() == [1]


def test_ties_in_the_date_are_settled_by_the_order_of_the_file():
    answers = pd.DataFrame({"kod": ["a", "a"], "datum": pd.to_datetime(["2013-06-02"] * 2), "v1": [1, 2]})
    assert resolve_repeated(answers, key=["kod"], rule="latest", order="datum").frame["v1"].tolist() == [2]
    assert resolve_repeated(answers, key=["kod"], rule="earliest", order="datum").frame["v1"].tolist() == [1]


def test_refusing_tells_every_repeated_key():
    with pytest.raises(InputFaults) as raised:
        resolve_repeated(ANSWERS, key=["kod"], rule="refuse", file="enkat.csv")
    (fault,) = raised.value.faults
    assert (fault.code, fault.file, fault.row, fault.column, fault.got, fault.rows) == (
        "key-repeated",
        "enkat.csv",
        2,
        "kod",
        "an12",
        3,
    )
    assert fault.details["where"] == "2, 4, 6"


def test_many_repeated_keys_are_one_fault():
    rows = pd.DataFrame({"nr": ["a", "b", "c", "A", "b", "b", "c"]}, index=pd.RangeIndex(2, 9))
    with pytest.raises(InputFaults) as raised:
        resolve_repeated(rows, key=["nr"], rule="refuse", file="arenden.csv")
    (fault,) = raised.value.faults
    assert (fault.got, fault.details["where"]) == ("a", "2, 5")
    assert (fault.details["further_values"], fault.details["further_rows"]) == (2, 5)


def opened_twice(**columns):
    dates = {name: pd.to_datetime(days) for name, days in columns.items()}
    return pd.DataFrame({"nr": ["7", "7"], **dates}, index=pd.RangeIndex(2, 4))


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_dates_tell_which_row_is_the_latest_in_any_order_of_the_file(newest_first):
    rows = opened_twice(inkom=["2024-01-01", "2024-01-01"], klar=["2024-01-20", "2024-03-01"])
    rows = rows.iloc[::-1] if newest_first else rows
    for rule, day in (("latest", "2024-03-01"), ("earliest", "2024-01-20")):
        kept = resolve_repeated(rows, key=["nr"], rule=rule, order=["inkom", "klar"], by_file=False).frame
        assert kept["klar"].tolist() == [pd.Timestamp(day)]


def test_an_earlier_column_tells_before_a_later_one():
    rows = opened_twice(inkom=["2024-01-05", "2024-01-01"], klar=[None, "2024-03-01"])
    kept = resolve_repeated(rows, key=["nr"], rule="latest", order=["inkom", "klar"], by_file=False).frame
    assert kept.index.tolist() == [2]


@pytest.mark.parametrize(("first", "second"), [(None, "2024-03-01"), ("2024-03-01", None)])
def test_dates_that_do_not_tell_the_order_are_a_fault(first, second):
    rows = opened_twice(inkom=["2024-01-01", "2024-01-01"], klar=[first, second])
    with pytest.raises(InputFaults) as raised:
        resolve_repeated(rows, key=["nr"], rule="latest", order=["inkom", "klar"], by_file=False, file="arenden.csv")
    (fault,) = raised.value.faults
    assert (fault.code, fault.got, fault.details["where"]) == ("repeated-undecided", "7", "2–3")


def test_rows_that_are_alike_in_everything_need_no_order():
    rows = opened_twice(inkom=["2024-01-01"] * 2, klar=["2024-03-01"] * 2)
    resolved = resolve_repeated(rows, key=["nr"], rule="latest", order=["inkom", "klar"], by_file=False)
    assert resolved.left_out == 1
    different = rows.assign(typ=["Bygglov", "Tillsyn"])
    with pytest.raises(InputFaults):
        resolve_repeated(different, key=["nr"], rule="latest", order=["inkom", "klar"], by_file=False)


def test_nothing_repeated_is_nothing_done():
    resolved = resolve_repeated(ANSWERS.iloc[1:4], key=["kod"], rule="refuse")
    assert (len(resolved.frame), resolved.left_out, resolved.keys) == (3, 0, ())


def test_no_rows_at_all():
    assert resolve_repeated(ANSWERS.iloc[:0], key=["kod"], rule="latest").left_out == 0


@given(
    st.lists(st.tuples(st.sampled_from(["a", "A", "b", "c", None]), st.integers(0, 5)), max_size=20),
    st.sampled_from(["latest", "earliest", "leave-out"]),
    st.sampled_from([None, "tid"]),
)
def test_no_key_is_left_repeated_and_no_row_is_lost(rows, rule, order):
    frame = pd.DataFrame(rows, columns=["kod", "tid"]).assign(rad=range(len(rows)))
    resolved = resolve_repeated(frame, key=["kod"], rule=rule, order=order)
    codes = resolved.frame["kod"].dropna().str.casefold()
    assert not codes.duplicated().any()
    assert len(resolved.frame) + resolved.left_out == len(frame)
    assert resolved.frame["rad"].is_monotonic_increasing
    assert resolved.frame["kod"].isna().sum() == frame["kod"].isna().sum()
    for code, group in frame.dropna(subset="kod").groupby(frame["kod"].str.casefold()):
        kept = resolved.frame.loc[resolved.frame["kod"].str.casefold() == code, "rad"].tolist()
        if rule == "leave-out":
            assert kept == (group["rad"].tolist() if len(group) == 1 else [])
        else:
            ordered = sorted(group.itertuples(), key=lambda row: (row.tid if order else 0, row.rad))
            assert kept == [ordered[-1 if rule == "latest" else 0].rad]
