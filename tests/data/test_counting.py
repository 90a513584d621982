"""One counting pass, whatever engine holds the data."""

import math

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektmatt.data.counting import count_answers, count_durations, count_pairs

ENGINES = {
    "pandas": pd.DataFrame,
    "pandas with nullable types": lambda columns: pd.DataFrame(columns).convert_dtypes(),
    "polars": lambda columns: pl.DataFrame(columns, strict=False),
    "polars lazy": lambda columns: pl.LazyFrame(columns, strict=False),
    "polars with NaN": lambda columns: pl.DataFrame(
        {
            name: [math.nan if value is None else float(value) for value in values] if name != "kon" else values
            for name, values in columns.items()
        }
    ),
    "pyarrow": pa.table,
}
engines = pytest.mark.parametrize("engine", ENGINES)

ANSWER = st.one_of(st.none(), st.integers(1, 5))
ROWS = st.lists(st.tuples(ANSWER, ANSWER, st.sampled_from(["kvinna", "man", None])), max_size=40)


def columns_of(rows):
    # A row of each kind first, so that no engine has to guess the type of an empty column.
    rows = [(1, 1, "kvinna"), (None, 2, "man"), (2, None, None), *rows]
    return {"fore": [r[0] for r in rows], "efter": [r[1] for r in rows], "kon": [r[2] for r in rows]}


@engines
@settings(max_examples=40)
@given(rows=ROWS)
def test_pairs_are_counted_alike_everywhere(engine, rows):
    columns = columns_of(rows)
    counts = count_pairs(ENGINES[engine](columns), "fore", "efter", range(1, 6))
    expected = np.zeros((5, 5), dtype=int)
    for before, after in zip(columns["fore"], columns["efter"], strict=True):
        if before is not None and after is not None:
            expected[before - 1, after - 1] += 1
    assert counts.table.tolist() == expected.tolist()
    assert counts.levels.tolist() == [1, 2, 3, 4, 5]


@engines
@settings(max_examples=40)
@given(rows=ROWS)
def test_groups_are_counted_alike_everywhere(engine, rows):
    columns = columns_of(rows)
    by_group = count_pairs(ENGINES[engine](columns), "fore", "efter", range(1, 6), by=["kon"])
    people = list(zip(columns["fore"], columns["efter"], columns["kon"], strict=True))
    for group in ("kvinna", "man", None):
        pairs = [(one, other) for one, other, sex in people if sex == group and None not in {one, other}]
        if pairs:
            assert by_group[group,].n == len(pairs)
        else:
            assert (group,) not in by_group
    assert list(by_group) == [key for key in (("kvinna",), ("man",), (None,)) if key in by_group]


@engines
@settings(max_examples=40)
@given(rows=ROWS)
def test_answers_are_counted_alike_everywhere(engine, rows):
    columns = columns_of(rows)
    counts = count_answers(ENGINES[engine](columns), "fore", range(1, 6))
    assert counts.counts.tolist() == [columns["fore"].count(answer) for answer in range(1, 6)]


@pytest.mark.parametrize("engine", ["pandas", "pandas with nullable types", "polars", "polars lazy", "pyarrow"])
@settings(max_examples=40)
@given(cases=st.lists(st.tuples(st.integers(0, 40), st.booleans(), st.sampled_from(["kvinna", "man"])), min_size=1))
def test_durations_are_counted_alike_everywhere(engine, cases):
    days, closed, kon = zip(*cases, strict=True)
    frame = ENGINES[engine]({"dagar": list(days), "avslutad": list(closed), "kon": list(kon)})
    counts = count_durations(frame, "dagar", "avslutad")
    assert counts.days.tolist() == sorted(set(days))
    for day, events, censored in zip(counts.days, counts.events, counts.censored, strict=True):
        assert events == sum(d == day and c for d, c in zip(days, closed, strict=True))
        assert censored == sum(d == day and not c for d, c in zip(days, closed, strict=True))
    by_group = count_durations(frame, "dagar", "avslutad", by=["kon"])
    assert {group: counts.n for group, counts in by_group.items()} == {(sex,): kon.count(sex) for sex in sorted({*kon})}


def test_scores_that_occur_are_the_levels_of_a_score():
    frame = pd.DataFrame({"fore": [1.5, 2.25, None], "efter": [2.25, 3.0, 9.5]})
    counts = count_pairs(frame, "fore", "efter")
    assert counts.levels.tolist() == [1.5, 2.25, 3.0]
    assert counts.table.tolist() == [[0, 1, 0], [0, 0, 1], [0, 0, 0]]


def test_groups_share_their_levels():
    frame = pd.DataFrame({"poang": [1, 2, 3], "kon": ["k", "m", "m"]})
    by_group = count_answers(frame, "poang", None, by=["kon"])
    assert by_group["k",].levels.tolist() == by_group["m",].levels.tolist() == [1, 2, 3]
    assert by_group["k",].counts.tolist() == [1, 0, 0]


def test_a_value_that_is_no_level_is_an_error():
    """9 can mean "don't know" inside a scale of 1 to 5."""
    with pytest.raises(ValueError, match=r"\[9\.0\]"):
        count_answers(pd.DataFrame({"v1": [1, 9]}), "v1", range(1, 6))


def test_groups_by_several_columns_of_any_type():
    frame = pd.DataFrame(
        {
            "v1": [1, 2, 2],
            "kommun": pd.Categorical(["Orust", "Tranemo", "Orust"], ["Tranemo", "Orust"], ordered=True),
            "grupp": [1, 1, 1],
        }
    )
    by_group = count_answers(frame, "v1", [1, 2], by=["kommun", "grupp"])
    assert {group: counts.counts.tolist() for group, counts in by_group.items()} == {
        ("Orust", "1"): [1, 1],
        ("Tranemo", "1"): [0, 1],
    }


def test_no_groups_are_one_group():
    assert count_answers(pd.DataFrame({"v1": [1, 1]}), "v1", [1, 2], by=[])[()].n == 2


@pytest.mark.parametrize("gone", [{"dagar": [1, None]}, {"avslutad": [True, None]}])
def test_cases_with_no_time_must_be_left_out_before(gone):
    frame = pd.DataFrame({"dagar": [1, 2], "avslutad": [True, False]} | gone)
    with pytest.raises(ValueError, match="1 rows have no value of dagar or avslutad"):
        count_durations(frame, "dagar", "avslutad")


def test_the_same_column_may_be_used_twice():
    frame = pd.DataFrame({"v1": [1, 2, 2]})
    assert count_pairs(frame, "v1", "v1", [1, 2]).table.tolist() == [[1, 0], [0, 2]]
    assert count_answers(frame, "v1", [1, 2], by=["v1"])["2",].n == 2


def test_no_rows():
    assert count_answers(pd.DataFrame({"v1": np.array([], dtype=float)}), "v1", [1, 2]).n == 0
    assert count_durations(pd.DataFrame({"d": np.array([], int), "c": np.array([], bool)}), "d", "c").n == 0
