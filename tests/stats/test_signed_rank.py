"""Reference case 16: sleep (one zero, ties) and depression (neither), by R's coin and wilcox.test."""

import csv
import itertools
import json
from pathlib import Path

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import PairedCounts
from effektmatt.stats.signed_rank import signed_rank

CASE = Path(__file__).parents[1] / "reference" / "16-survival-rank-published"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}


def paired(before, after):
    levels = np.unique([*before, *after])
    table = np.zeros((levels.size, levels.size), dtype=int)
    np.add.at(table, (np.searchsorted(levels, before), np.searchsorted(levels, after)), 1)
    return PairedCounts(levels=levels, table=table)


def columns(file, *names):
    rows = list(csv.DictReader((CASE / file).read_text().splitlines()))
    return [[float(row[name]) for row in rows] for name in names]


@pytest.mark.parametrize(("zeros", "name"), [("drop", "wilcoxon"), ("pratt", "pratt")])
def test_sleep_with_a_zero_and_ties_agrees_with_r(zeros, name):
    expected = REFERENCE[f"sleep.signed_rank_{name}"]
    test = signed_rank(paired(*columns("sleep.csv", "drug1", "drug2")), zeros)
    assert test.statistic == expected["V"]
    assert test.z == pytest.approx(expected["Z"], rel=1e-12)
    assert test.p_value == pytest.approx(expected["p_two_sided.1"], rel=1e-12)
    assert 2 * scipy.stats.norm.sf(test.z) == pytest.approx(expected["p_two_sided"], rel=1e-10)
    assert test.n_used == expected["n_used"]
    assert test.method == f"wilcoxon-{zeros}-exact"


def test_depression_agrees_with_hollander_and_wolfe():
    expected = REFERENCE["depression.signed_rank"]
    test = signed_rank(paired(*columns("depression.csv", "y", "x")))
    assert test.statistic == expected["V"]
    assert test.p_value == pytest.approx(expected["p_two_sided_exact"], rel=1e-12)
    assert test.greater == pytest.approx(expected["p_greater_exact"], rel=1e-12)
    assert test.greater == pytest.approx(0.01953, abs=5e-6)  # as printed
    turned = signed_rank(paired(*columns("depression.csv", "x", "y")))
    assert (turned.less, turned.greater) == (pytest.approx(test.greater), pytest.approx(test.less))


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=9))
def test_exact_is_all_the_sign_patterns(changes):
    for zeros in ("pratt", "drop"):
        kept = np.array(changes) if zeros == "pratt" else np.array([c for c in changes if c])
        test = signed_rank(paired([5] * len(changes), [5 + c for c in changes]), zeros)
        if not any(changes):
            assert test.p_value == 1.0
            continue
        ranks = scipy.stats.rankdata(np.abs(kept))[kept != 0]
        seen = ranks[kept[kept != 0] > 0].sum()
        sums = [np.dot(signs, ranks) for signs in itertools.product((0, 1), repeat=ranks.size)]
        centre = ranks.sum() / 2
        far = [abs(one - centre) >= abs(seen - centre) - 1e-9 for one in sums]
        assert test.statistic == pytest.approx(seen)
        assert test.p_value == pytest.approx(np.mean(far), rel=1e-12)
        assert test.greater == pytest.approx(np.mean([one >= seen - 1e-9 for one in sums]), rel=1e-12)
        assert test.less == pytest.approx(np.mean([one <= seen + 1e-9 for one in sums]), rel=1e-12)


def test_many_pairs_are_asymptotic_as_scipy_and_say_so():
    rng = np.random.default_rng(3)
    before = rng.integers(1, 6, 900)
    after = np.clip(before + rng.integers(-1, 3, 900), 1, 5)
    for zeros, method in (("pratt", "pratt"), ("drop", "wilcox")):
        test = signed_rank(paired(before, after), zeros)
        peer = scipy.stats.wilcoxon(after, before, zero_method=method, method="approx", correction=False)
        assert test.method == f"wilcoxon-{zeros}-asymptotic"
        assert test.p_value == pytest.approx(peer.pvalue, rel=1e-9)


def test_exact_and_asymptotic_meet_near_the_border():
    rng = np.random.default_rng(4)
    before = rng.integers(1, 20, 290)
    after = before + rng.integers(-9, 11, 290)
    test = signed_rank(paired(before, after))
    assert 250 < test.n_used <= 300
    assert test.p_value == pytest.approx(2 * scipy.stats.norm.sf(abs(test.z)), rel=0.02)


def test_tiny_p_values_are_not_rounding_noise():
    test = signed_rank(PairedCounts(levels=[1, 2], table=[[0, 250], [0, 0]]))
    assert test.p_value == pytest.approx(2.0**-249, rel=1e-12)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=40))
def test_swapping_waves_keeps_the_p_value(answers):
    before, after = zip(*answers, strict=True)
    forth, back = signed_rank(paired(before, after)), signed_rank(paired(after, before))
    assert forth.p_value == pytest.approx(back.p_value, rel=1e-12)
    assert forth.z is None or forth.z == pytest.approx(-back.z, abs=1e-12)


def test_wrong_calls_are_refused():
    with pytest.raises(ValueError, match='"pratt" or "drop"'):
        signed_rank(paired([1], [2]), "zsplit")
    with pytest.raises(ValueError, match="at least one pair"):
        signed_rank(PairedCounts(levels=[1, 2], table=[[0, 0], [0, 0]]))
