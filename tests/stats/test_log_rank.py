"""Reference cases 09 and 16: R's survdiff."""

import csv
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import survdiff

from effektmatt.core import DurationCounts
from effektmatt.stats.log_rank import log_rank

CASES = Path(__file__).parents[1] / "reference"


def reference(case):
    return {
        entry["id"]: entry["value"] for entry in json.loads((CASES / case / "reference.json").read_text())["results"]
    }


def rows(case, file):
    return list(csv.DictReader((CASES / case / file).read_text().splitlines()))


def groups(kept, by, time="time", status="status"):
    return [
        DurationCounts.from_times(
            [int(row[time]) for row in kept if row[by] == name], [row[status] == "1" for row in kept if row[by] == name]
        )
        for name in sorted({row[by] for row in kept})
    ]


def test_permits_agree_with_r():
    expected, kept = reference("09-isleofman-planning"), rows("09-isleofman-planning", "derived_cases.csv")
    halves = log_rank(groups(kept, "half"))
    assert halves.statistic == pytest.approx(expected["logrank"]["chi2"], rel=1e-11)
    assert halves.p_value == pytest.approx(expected["logrank"]["p"], rel=1e-10)
    sizes = Counter(row["authority"] for row in kept)
    large = groups([row for row in kept if sizes[row["authority"]] >= 50], "authority")
    authorities = log_rank(large)
    assert len(large) == expected["logrank_authorities_n_ge_50"]["groups"]
    assert authorities.statistic == pytest.approx(expected["logrank_authorities_n_ge_50"]["chi2"], rel=1e-11)
    assert authorities.degrees == expected["logrank_authorities_n_ge_50"]["df"]
    assert authorities.p_value == pytest.approx(expected["logrank_authorities_n_ge_50"]["p"], rel=1e-10)


def test_gehan_agrees_with_r_and_the_textbook():
    expected = reference("16-survival-rank-published")["gehan.logrank"]
    found = log_rank(groups(rows("16-survival-rank-published", "gehan.csv"), "treat", status="cens"))
    assert found.statistic == pytest.approx(expected["chi2"], rel=1e-12)
    assert found.p_value == pytest.approx(expected["p"], rel=1e-10)
    assert round(found.statistic, 2) == expected["printed"]


cases = st.lists(st.tuples(st.integers(1, 20), st.booleans(), st.integers(0, 2)), min_size=10, max_size=60)


@given(cases)
def test_three_groups_agree_with_statsmodels_in_any_order(many):
    parts = [[(day, closed) for day, closed, group in many if group == k] for k in range(3)]
    if any(sum(closed for _, closed in part) < 2 for part in parts):
        return
    counts = [DurationCounts.from_times(*zip(*part, strict=True)) for part in parts]
    found, turned = log_rank(counts), log_rank(counts[::-1])
    days, closed, group = (np.array(column) for column in zip(*many, strict=True))
    statistic, p_value = survdiff(days.astype(float), closed.astype(int), group)
    assert found.statistic == pytest.approx(statistic, rel=1e-8, abs=1e-9)
    assert found.p_value == pytest.approx(p_value, rel=1e-7, abs=1e-9)
    assert found.statistic == pytest.approx(turned.statistic, rel=1e-8, abs=1e-9)


def test_equal_groups_do_not_differ_and_late_starters_take_no_degree():
    group = DurationCounts.from_times([3, 5, 8], [True, True, False])
    assert log_rank([group, group]).p_value == 1.0
    before_anything = DurationCounts.from_times([1, 2], [False, False])
    assert log_rank([group, group, before_anything]).degrees == 1


def test_nothing_to_compare_is_refused():
    still_open, closed = DurationCounts.from_times([3, 5], [False, False]), DurationCounts.from_times([9], [True])
    with pytest.raises(ValueError, match="at least two groups"):
        log_rank([closed])
    with pytest.raises(ValueError, match="at least one closed case"):
        log_rank([still_open, still_open])
    with pytest.raises(ValueError, match="at risk in at least two"):
        log_rank([still_open, closed])
