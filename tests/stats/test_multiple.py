import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from effektmatt.stats.multiple import benjamini_hochberg, holm

families = st.lists(st.floats(0, 1), min_size=1, max_size=20)


@given(families)
def test_adjusted_p_values_agree_with_statsmodels(p_values):
    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1], rel=1e-12)
    assert benjamini_hochberg(p_values) == pytest.approx(multipletests(p_values, method="fdr_bh")[1], rel=1e-12)


def test_twelve_items_of_the_mystery_patients_agree_with_r():
    # reference case 10: R's p.adjust over the p-values of svyglm
    case = Path(__file__).parents[1] / "reference" / "10-mumbai-standardised-patients" / "reference.json"
    reference = {entry["id"]: entry["value"] for entry in json.loads(case.read_text())["results"]}
    items = list(reference["holm_svyglm"])
    p_values = [reference[item]["svyglm_cluster"]["p"] for item in items]
    assert holm(p_values) == pytest.approx(list(reference["holm_svyglm"].values()), rel=1e-10)
    assert benjamini_hochberg(p_values) == pytest.approx(list(reference["bh_svyglm"].values()), rel=1e-10)


def test_seven_questions_of_the_carpentries_agree_with_r():
    # reference case 17: R's p.adjust over Mann-Whitney tests
    case = Path(__file__).parents[1] / "reference" / "17-carpentries-text-labels" / "reference.json"
    reference = {entry["id"]: entry["value"] for entry in json.loads(case.read_text())["results"]}
    p_values = [reference[item]["mannwhitney_p"] for item in reference["holm"]]
    assert holm(p_values) == pytest.approx(list(reference["holm"].values()), rel=1e-10)


@given(families, st.randoms())
def test_the_order_of_the_family_does_not_matter(p_values, random):
    shuffled = list(range(len(p_values)))
    random.shuffle(shuffled)
    assert holm(np.array(p_values)[shuffled]) == pytest.approx(holm(p_values)[shuffled])


def test_holm_1979_by_hand():
    assert holm([0.005, 0.011, 0.02, 0.04]).tolist() == pytest.approx([0.02, 0.033, 0.04, 0.04])


def test_an_empty_family_and_impossible_values():
    assert holm([]).size == 0
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm([0.2, 1.2])
    with pytest.raises(ValueError, match="between 0 and 1"):
        benjamini_hochberg([float("nan")])
