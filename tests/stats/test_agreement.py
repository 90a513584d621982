"""Reference case 11: Krippendorff 2011, Fleiss 1971 and Gwet's examples, recomputed in R."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.inter_rater import fleiss_kappa as peer_fleiss_kappa

from effektmatt.stats.agreement import (
    Ratings,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac,
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


def test_gwets_coefficients_with_missing_reviewers():
    expected = REFERENCE["gwet_ac1.krippendorff_data"]
    found = gwet_ac(krippendorff())
    assert found.value == pytest.approx(expected["ac1"], rel=1e-12)
    assert (round(found.value, 5), round(found.std_error, 5)) == (expected["irrCAC"], expected["irrCAC_se"])
    assert percent_agreement(krippendorff()).value == pytest.approx(expected["pa"], rel=1e-12)
    quadratic = gwet_ac(krippendorff(), "quadratic")
    assert quadratic.value == pytest.approx(REFERENCE["gwet_ac2_quadratic.krippendorff_data"]["ac2"], rel=1e-12)
    assert quadratic.method == "gwet-ac2-quadratic"


def test_fleiss_1971_and_the_worked_example():
    expected = REFERENCE["fleiss_kappa.fleiss1971"]
    assert diagnoses().counts.shape[0] == expected["n_subjects"]
    assert set(diagnoses().counts.sum(axis=1)) == {expected["n_raters"]}
    assert fleiss_kappa(diagnoses()).value == pytest.approx(expected["kappa"], rel=1e-12)
    assert round(fleiss_kappa(diagnoses()).value, 3) == expected["printed"]
    counts = [[int(x) for x in row[1:]] for row in rows("fleiss_wikipedia_counts.csv")]
    example = fleiss_kappa(Ratings(levels=[1, 2, 3, 4, 5], counts=counts))
    expected = REFERENCE["fleiss_kappa.wikipedia"]
    assert example.value == pytest.approx(expected["kappa"], rel=1e-12)
    assert percent_agreement(Ratings(levels=[1, 2, 3, 4, 5], counts=counts)).value == pytest.approx(expected["pa"])
    assert example.value == pytest.approx(peer_fleiss_kappa(np.array(counts)), rel=1e-12)


@pytest.mark.parametrize("name", ["gwet3x3", "gwet4x4", "paradox2x2"])
def test_two_reviewers_agree_with_r_and_statsmodels(name):
    expected, table = REFERENCE[f"two_raters.{name}"], two_raters(name)
    kappa = cohen_kappa(table)
    assert kappa.value == pytest.approx(expected["kappa"], rel=1e-12)
    assert kappa.interval.low == pytest.approx(expected["kappa_ci"]["low"], abs=1e-10)
    assert kappa.interval.high == pytest.approx(expected["kappa_ci"]["high"], abs=1e-10)
    weighted = cohen_kappa(table, "quadratic")
    assert weighted.value == pytest.approx(expected["weighted_kappa_quadratic"], rel=1e-12)
    peer = cohens_kappa(table, wt="fc")  # Fleiss-Cohen weights are the quadratic ones
    assert weighted.value == pytest.approx(peer.kappa, rel=1e-12)
    assert weighted.std_error == pytest.approx(np.sqrt(peer.var_kappa), rel=1e-9)


@pytest.mark.parametrize("name", ["gwet3x3", "gwet4x4", "paradox2x2"])
def test_two_reviewers_as_ratings(name):
    expected, table = REFERENCE[f"two_raters.{name}"], two_raters(name)
    units = [(i, j) for i in range(len(table)) for j in range(len(table)) for _ in range(table[i, j])]
    ratings = Ratings.from_table(units)
    assert percent_agreement(ratings).value == pytest.approx(expected["po"], rel=1e-12)
    assert gwet_ac(ratings).value == pytest.approx(expected["ac1"], rel=1e-12)
    assert fleiss_kappa(ratings).value == pytest.approx(expected["scott_pi"], rel=1e-12)


def test_much_agreement_and_little_kappa():
    table = two_raters("paradox2x2")
    assert table.trace() / table.sum() > 0.94
    assert cohen_kappa(table).value < 0


def test_unused_levels_count_for_gwet():
    counts = [[2, 0], [1, 1], [2, 0]]
    wider = Ratings(levels=[1, 2, 3], counts=[[*row, 0] for row in counts])
    # with a third level possible, chance agreement is less
    assert gwet_ac(wider).value > gwet_ac(Ratings(levels=[1, 2], counts=counts)).value


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
    for found in (krippendorff_alpha(ratings), percent_agreement(ratings), gwet_ac(ratings, "linear")):
        assert found.value == pytest.approx(1.0)
    assert krippendorff_alpha(ratings).interval is None
    assert percent_agreement(ratings).interval is None
    assert cohen_kappa([[3, 0], [0, 4]]).interval is None


def test_what_says_nothing_is_refused():
    one_level = Ratings.from_table([[1, 1], [1, 1]])
    with pytest.raises(ValueError, match="more than one level"):
        krippendorff_alpha(one_level)
    with pytest.raises(ValueError, match="more than one level"):
        fleiss_kappa(one_level)
    with pytest.raises(ValueError, match="two possible levels"):
        gwet_ac(one_level)
    with pytest.raises(ValueError, match="more than one level"):
        cohen_kappa([[4, 0], [0, 0]])
    with pytest.raises(ValueError, match="at least two reviewers"):
        percent_agreement(Ratings.from_table([[1, None], [None, 2]]))
    with pytest.raises(ValueError, match="metric must be"):
        krippendorff_alpha(krippendorff(), "median")
    with pytest.raises(ValueError, match="weights must be"):
        gwet_ac(krippendorff(), "cubic")


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


def test_a_percentage_of_agreement_stays_within_nought_and_one():
    one_in_three = Ratings(levels=[0, 1], counts=[[2, 0], [1, 1], [1, 1]])
    found = percent_agreement(one_in_three)
    assert (found.interval.low, found.interval.high) == (0.0, 1.0)  # t with two degrees of freedom goes far beyond
    assert gwet_ac(one_in_three).interval.low == -1.0  # a coefficient may be negative
