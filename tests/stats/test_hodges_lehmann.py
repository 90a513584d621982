"""Reference cases 16 and 09: R's wilcox.test(conf.int = TRUE)."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.hodges_lehmann import hodges_lehmann, hodges_lehmann_paired

CASES = Path(__file__).parents[1] / "reference"


def reference(case):
    return {
        entry["id"]: entry["value"] for entry in json.loads((CASES / case / "reference.json").read_text())["results"]
    }


def rows(case, file):
    return list(csv.DictReader((CASES / case / file).read_text().splitlines()))


def counted(values):
    levels, counts = np.unique(values, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def paired(before, after):
    levels = np.unique([*before, *after])
    table = np.zeros((levels.size, levels.size), dtype=int)
    np.add.at(table, (np.searchsorted(levels, before), np.searchsorted(levels, after)), 1)
    return PairedCounts(levels=levels, table=table)


def test_depression_agrees_with_r():
    expected = reference("16-survival-rank-published")["depression.signed_rank"]
    kept = rows("16-survival-rank-published", "depression.csv")
    shift = hodges_lehmann_paired(paired([float(row["y"]) for row in kept], [float(row["x"]) for row in kept]))
    assert shift.value == pytest.approx(expected["hodges_lehmann"], abs=1e-9)
    assert shift.interval.low == pytest.approx(expected["low"], abs=1e-9)
    assert shift.interval.high == pytest.approx(expected["high"], abs=1e-9)
    assert shift.interval.method == "hodges-lehmann-exact"


def test_permeability_agrees_with_r():
    expected = reference("16-survival-rank-published")["permeability.rank_sum"]
    kept = rows("16-survival-rank-published", "permeability.csv")
    term, early = (
        [float(row["y"]) for row in kept if (row["group"] == "at term") is wanted] for wanted in (True, False)
    )
    shift = hodges_lehmann(counted(term), counted(early))
    assert shift.value == pytest.approx(expected["hodges_lehmann"], abs=1e-9)
    assert shift.interval.low == pytest.approx(expected["low"], abs=1e-9)
    assert shift.interval.high == pytest.approx(expected["high"], abs=1e-9)


def test_hundreds_of_permits_are_asymptotic():
    decided = [row for row in rows("09-isleofman-planning", "derived_cases.csv") if row["status"] == "1"]
    later, earlier = (counted([int(row["time"]) for row in decided if row["half"] == half]) for half in ("H2", "H1"))
    shift = hodges_lehmann(later, earlier)
    assert shift.value == reference("09-isleofman-planning")["trap.closed_only"]["hl_shift"]
    assert shift.interval.method == "hodges-lehmann-asymptotic"
    assert shift.interval.high < 0


answers = st.lists(st.integers(1, 5), min_size=1, max_size=12)


@given(answers, answers)
def test_independent_median_of_all_differences_and_swap(first, second):
    shift, back = hodges_lehmann(counted(first), counted(second)), hodges_lehmann(counted(second), counted(first))
    assert shift.value == np.median(np.subtract.outer(first, second))
    assert shift.interval.low <= shift.value <= shift.interval.high
    assert (shift.interval.low, shift.interval.high) == (-back.interval.high, -back.interval.low)


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=12))
def test_paired_median_of_all_averages_and_swap(changes):
    values = np.array(changes)
    averages = [(values[i] + values[j]) / 2 for i in range(values.size) for j in range(i, values.size)]
    pairs = paired([5] * values.size, 5 + values)
    shift = hodges_lehmann_paired(pairs)
    back = hodges_lehmann_paired(PairedCounts(levels=pairs.levels, table=pairs.table.T))
    assert shift.value == np.median(averages)
    assert (shift.interval.low, shift.interval.high) == (-back.interval.high, -back.interval.low)


def test_too_much_and_too_little_are_refused():
    with pytest.raises(ValueError, match="at least one answer"):
        hodges_lehmann(AnswerCounts(levels=[1], counts=[0]), AnswerCounts(levels=[1], counts=[2]))
    many = AnswerCounts(levels=np.arange(5000), counts=np.ones(5000))
    with pytest.raises(ValueError, match="at most 4000 distinct"):
        hodges_lehmann(many, many)


@pytest.mark.parametrize("n", range(1, 6))
def test_fewer_than_six_pairs_have_no_interval_of_95_per_cent(n):
    # R's wilcox.test warns: from the least to the largest of five changes is an interval of 1 - 2 / 2**5 = 93.75 %
    shift = hodges_lehmann_paired(paired([0] * n, range(1, n + 1)))
    assert shift.value == (n + 1) / 2
    assert (shift.interval.low, shift.interval.high) == (-np.inf, np.inf)
    # but it is one of exactly so much
    widest = hodges_lehmann_paired(paired([0] * n, range(1, n + 1)), 1 - 2 / 2**n) if n > 1 else None
    assert widest is None or (widest.interval.low, widest.interval.high) == (1, n)


def test_six_pairs_have_one():
    interval = hodges_lehmann_paired(paired([0] * 6, range(1, 7))).interval
    assert (interval.low, interval.high) == (1, 6)


def test_three_against_three_have_none_and_four_against_four_have():
    assert hodges_lehmann(counted([4, 5, 6]), counted([1, 2, 3])).interval.high == np.inf
    assert hodges_lehmann(counted([5, 6, 7, 8]), counted([1, 2, 3, 4])).interval.high == 7


def test_changes_that_are_all_alike_say_nothing_of_the_error():
    assert hodges_lehmann_paired(paired([1] * 20, [2] * 20)).interval.high == np.inf
    assert hodges_lehmann(counted([3] * 20), counted([2] * 20)).interval.low == -np.inf
