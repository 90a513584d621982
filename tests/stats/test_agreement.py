"""Reference case 11: Krippendorff 2011, Fleiss 1971 and Gwet's examples, recomputed in R."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.agreement import (
    Ratings,
    krippendorff_alpha,
    percent_agreement,
)

CASE = Path(__file__).parents[1] / "reference" / "11-interrater-published"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}


def rows(file):
    return list(csv.reader((CASE / file).read_text().splitlines()))[1:]


def krippendorff():
    return Ratings.from_table([[float(x) if x else np.nan for x in row[1:]] for row in rows("krippendorff2011.csv")])


def diagnoses():
    return Ratings.from_table([[int(x[0]) for x in row] for row in rows("fleiss1971_diagnoses.csv")])


def two_raters(name):
    table = [[int(x) for x in row[2:] if x] for row in rows("two_raters_tables.csv") if row[0] == name]
    return np.array(table)


@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval", "ratio"])
def test_krippendorff_2011(metric):
    expected = REFERENCE[f"krippendorff2011.{metric}"]
    found = krippendorff_alpha(krippendorff(), metric)
    assert found.value == pytest.approx(expected["alpha"], rel=1e-12)
    assert round(found.value, 3) == expected["printed"]
    assert found.method == f"krippendorff-alpha-{metric}"
    assert found.units == 11  # unit 12 has one reviewer
    assert found.interval.low < found.value < found.interval.high <= 1


@pytest.mark.parametrize("metric", ["interval", "ordinal"])
def test_anxiety(metric):
    ratings = Ratings.from_table([[int(x) for x in row] for row in rows("anxiety_3raters.csv")])
    expected = REFERENCE[f"krippendorff.anxiety.{metric}"]
    assert krippendorff_alpha(ratings, metric).value == pytest.approx(expected, rel=1e-12)


tables = st.lists(st.lists(st.sampled_from([1, 2, 3, None]), min_size=3, max_size=3), min_size=4, max_size=15)


@given(tables)
def test_reviewers_units_and_the_scale_may_be_turned(table):
    values = np.array([[np.nan if x is None else x for x in row] for row in table], dtype=float)
    paired = (~np.isnan(values)).sum(axis=1) >= 2
    if paired.sum() < 2 or np.unique(values[paired][~np.isnan(values[paired])]).size < 2:
        return
    for metric in ("nominal", "ordinal", "interval"):
        alpha = krippendorff_alpha(Ratings.from_table(values), metric, resamples=50).value
        turned = krippendorff_alpha(Ratings.from_table(4 - values[::-1, ::-1]), metric, resamples=50).value
        assert alpha == pytest.approx(turned, abs=1e-12)
        assert alpha <= 1 + 1e-12


def test_perfect_agreement_has_no_interval():
    ratings = Ratings.from_table([[1, 1], [2, 2], [3, 3], [1, 1]])
    for found in (krippendorff_alpha(ratings), percent_agreement(ratings)):
        assert found.value == pytest.approx(1.0)
    assert krippendorff_alpha(ratings).interval is None
    assert percent_agreement(ratings).interval is None


def test_what_says_nothing_is_refused():
    one_level = Ratings.from_table([[1, 1], [1, 1]])
    with pytest.raises(ValueError, match="more than one level"):
        krippendorff_alpha(one_level)
    with pytest.raises(ValueError, match="at least two reviewers"):
        percent_agreement(Ratings.from_table([[1, None], [None, 2]]))
    with pytest.raises(ValueError, match="metric must be"):
        krippendorff_alpha(krippendorff(), "median")


def test_what_belongs_together_is_resampled_together():
    ratings = krippendorff()
    alone = krippendorff_alpha(ratings, "interval")
    each = krippendorff_alpha(ratings, "interval", together=np.arange(12))
    assert (each.value, each.units, each.interval) == (alone.value, alone.units, alone.interval)
    doubled = Ratings(levels=ratings.levels, counts=np.repeat(ratings.counts, 2, axis=0))
    apart = krippendorff_alpha(doubled, "interval")
    together = krippendorff_alpha(doubled, "interval", together=np.repeat(np.arange(12), 2))
    assert together.value == pytest.approx(apart.value, rel=1e-12)
    assert together.units == 11
    width = apart.interval.high - apart.interval.low
    assert together.interval.high - together.interval.low > width
    with pytest.raises(ValueError, match="one number per unit"):
        krippendorff_alpha(ratings, "interval", together=[1, 2])
