"""Reference case 11: psych::ICC on twenty subjects judged by three; Shrout and Fleiss's own table of six by four."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from effektmatt.stats.icc import icc_anova
from effektmatt.stats.reviewer_icc import mean_squares, reviewer_correlations

CASE = Path(__file__).parents[1] / "reference" / "11-interrater-published"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}
ANXIETY = np.array(list(csv.reader((CASE / "anxiety_3raters.csv").read_text().splitlines()))[1:], dtype=float)

# Shrout & Fleiss 1979, Psychological Bulletin 86:420-428, table 2, and the estimates in table 4
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


@pytest.mark.parametrize("expected", REFERENCE["icc.anxiety"], ids=lambda one: one["type"])
def test_six_forms_agree_with_psych(expected):
    found = reviewer_correlations(ANXIETY)[expected["type"]]
    assert found.value == pytest.approx(expected["icc"], rel=1e-12)
    assert found.interval.low == pytest.approx(expected["low"], rel=1e-11)
    assert found.interval.high == pytest.approx(expected["high"], rel=1e-11)
    assert found.statistic == pytest.approx(expected["F"], rel=1e-12)
    assert found.degrees == (expected["df1"], expected["df2"])


def test_shrout_and_fleiss_1979():
    found = reviewer_correlations(SHROUT_FLEISS)
    printed = {"ICC1": 0.17, "ICC2": 0.29, "ICC3": 0.71, "ICC1k": 0.44, "ICC2k": 0.62, "ICC3k": 0.91}
    assert {form: round(one.value, 2) for form, one in found.items()} == printed


@given(arrays(np.int64, st.tuples(st.integers(2, 8), st.integers(2, 5)), elements=st.integers(1, 5)))
def test_any_table_of_ratings(table):
    if np.ptp(table.mean(axis=1)) < 1e-9:
        with pytest.raises(ValueError, match="means differ"):
            reviewer_correlations(table)
        return
    found = reviewer_correlations(table)
    for form, one in found.items():
        assert one.value <= 1 + 1e-12
        assert 0 <= one.p_value <= 1
        assert one.interval is None or one.interval.low - 1e-9 <= one.value <= one.interval.high + 1e-9, form
    of_units = np.full(len(table), table.shape[1]), table.sum(axis=1), (table**2).sum(axis=1)
    assert found["ICC1"].value == pytest.approx(icc_anova(*of_units).value, abs=1e-9)
    turned = reviewer_correlations(10 - 2.0 * table[::-1, ::-1])
    for form, one in found.items():
        assert turned[form].value == pytest.approx(one.value, rel=1e-7, abs=1e-9)


def test_a_stricter_reviewer_is_forgiven_by_consistency_alone():
    table = np.array([1.0, 2, 4, 5, 7])[:, None] + [0.0, 3.0, 1.0]
    found = reviewer_correlations(table)
    assert (found["ICC3"].value, found["ICC3"].interval, found["ICC3"].statistic) == (1.0, None, math.inf)
    assert found["ICC1"].value < found["ICC2"].value < 1
    assert found["ICC2"].interval.low < found["ICC2"].value < found["ICC2"].interval.high


def test_everybody_alike_has_no_interval():
    found = reviewer_correlations(np.array([1e6, 1e6 + 1, 1e6 + 5])[:, None] + [0.0, 0.0])
    assert {(one.value, one.interval, one.p_value) for one in found.values()} == {(1.0, None, 0.0)}


def test_coverage_of_agreement_and_consistency():
    # 12 units, 4 reviewers drawn anew, variances 2 : 1 : 1; 95 % of 1000 within three standard errors (2.1 %)
    rng = np.random.default_rng(3)
    covered = dict.fromkeys(["ICC1", "ICC2", "ICC3"], 0)
    for _ in range(1_000):
        units, reviewers = rng.normal(0, math.sqrt(2), (12, 1)), rng.normal(size=(1, 4))
        crossed = reviewer_correlations(units + reviewers + rng.normal(size=(12, 4)))
        nested = reviewer_correlations(units + rng.normal(0, math.sqrt(2), (12, 4)))
        for form, one, true in (("ICC1", nested, 0.5), ("ICC2", crossed, 0.5), ("ICC3", crossed, 2 / 3)):
            covered[form] += one[form].interval.low <= true <= one[form].interval.high
    for form, hits in covered.items():
        assert 0.929 <= hits / 1_000 <= 0.971, form


def test_wrong_calls_say_what_is_expected():
    with pytest.raises(ValueError, match="two units or more by two reviewers"):
        mean_squares([[1, 2, 3]])
    with pytest.raises(ValueError, match="every reviewer must have judged every unit"):
        mean_squares([[1, 2], [None, 3]])
    with pytest.raises(ValueError, match="got 95"):
        reviewer_correlations(SHROUT_FLEISS, 95)
