"""Reference case 20: weighted samples with strata, clusters and margins, from R's survey."""

import csv
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from effektmatt.core import AnswerCounts
from effektmatt.stats import mean
from effektmatt.stats.designs import (
    Design,
    design_difference,
    design_mean,
    design_ratio,
    design_share,
)
from effektmatt.stats.raking import raked_weights

CASE = Path(__file__).parents[1] / "reference" / "20-weighted-designs"
ROWS = list(csv.DictReader((CASE / "data.csv").read_text().splitlines()))
R = {row["name"]: row for row in csv.DictReader((CASE / "reference.csv").read_text().splitlines())}
MARGINS = [{"k": 300, "m": 260}, {"u": 200, "v": 180, "w": 180}]


def counted(values):
    levels, counts = np.unique(values, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def column(wave, name, kind=float):
    return np.array([kind(row[name]) for row in ROWS if row["wave"] == wave])


def design(wave, plan):
    weights = column(wave, "weight")
    strata, classes = column(wave, "stratum", str), column(wave, "class", str)
    categories = [column(wave, "sex", str).tolist(), column(wave, "age", str).tolist()]
    if plan == "raked":
        raked, known = raked_weights(categories, MARGINS, weights)
        return Design(raked, known=known)
    if plan == "post":
        raked, known = raked_weights(categories[:1], MARGINS[:1], weights)
        return Design(raked, strata=strata, clusters=classes, known=known, drawn=weights)
    return {
        "weights": Design(weights),
        "strata": Design(weights, strata=strata),
        "clusters": Design(weights, strata=strata, clusters=classes),
        "finite": Design(weights, strata=strata, clusters=classes, population=column(wave, "size")),
    }[plan]


def apart(wave):
    """Return the classes of a wave, none of which is in the other."""
    plan = design(wave, "clusters")
    return replace(plan, clusters=np.array([f"{wave} {name}" for name in plan.clusters]))


@pytest.mark.parametrize("wave", ["before", "after"])
@pytest.mark.parametrize("plan", ["weights", "strata", "clusters", "finite", "raked", "post"])
def test_means_and_shares_agree_with_r(wave, plan):
    for name, found in (
        ("mean", design_mean(column(wave, "y"), design(wave, plan))),
        ("share", design_share(column(wave, "hit"), design(wave, plan))),
    ):
        expected = R[f"{wave} {plan} {name}"]
        assert found.value == pytest.approx(float(expected["value"]), rel=1e-9)
        assert found.std_error == pytest.approx(float(expected["se"]), rel=1e-6)
        assert found.interval.low == pytest.approx(float(expected["low"]), rel=1e-6)
        assert found.interval.high == pytest.approx(float(expected["high"]), rel=1e-6)


@pytest.mark.parametrize("name", ["y", "hit"])
def test_a_difference_and_a_ratio_agree_with_r(name):
    waves = [(column(wave, name), apart(wave)) for wave in ("after", "before")]
    found, expected = design_difference(*waves), R[f"difference {name}"]
    assert found.value == pytest.approx(float(expected["value"]), rel=1e-9)
    assert found.std_error == pytest.approx(float(expected["se"]), rel=1e-9)
    ratio, expected = design_ratio(*waves), R[f"log ratio {name}"]
    assert math.log1p(ratio.value) == pytest.approx(float(expected["value"]), rel=1e-9)
    assert ratio.std_error == pytest.approx(float(expected["se"]), rel=1e-9)


def test_equal_weights_are_none():
    values = np.array([1, 2, 2, 3, 5, 5, 4, 1, 3])
    found, plain = design_mean(values, Design(np.full(9, 3.0))), mean.mean(counted(values))
    assert (found.value, found.std_error) == pytest.approx((plain.value, plain.std_error), rel=1e-12)
    assert (found.interval.low, found.interval.high) == pytest.approx((plain.interval.low, plain.interval.high))


def test_two_samples_of_equal_weights_are_welchs():
    first, second = np.array([3, 4, 5, 5, 2, 4]), np.array([1, 3, 2, 2])
    found = design_difference((first, Design(np.ones(6))), (second, Design(np.ones(4))))
    welch = mean.mean_difference(counted(first), counted(second))
    assert (found.interval.low, found.interval.high) == pytest.approx((welch.interval.low, welch.interval.high))
    assert found.p_value == pytest.approx(welch.p_value)


def test_everybody_drawn_leaves_no_error_and_all_alike_leaves_a_width():
    everybody = Design(np.ones(4), population=np.full(4, 4))
    assert design_share([1, 0, 1, 1], everybody).std_error == 0
    all_hits = design_share([1] * 8, Design(np.ones(8)))
    assert 0.5 < all_hits.interval.low < 1 == all_hits.interval.high
    assert not design_mean([3, 3, 3], Design(np.ones(3))).varied


def test_both_waves_are_raked_to_the_same_margins():
    for wave in ("before", "after"):
        raked = design(wave, "raked")
        assert (raked.weights @ raked.known).tolist() == pytest.approx([300, 260, 200, 180, 180], rel=1e-9)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: design_mean([1, 2], Design([1.0])), "rows of one length"),
        (lambda: design_mean([1, 2], Design([0.0, 0.0])), "a weight above nought"),
        (lambda: design_mean([1, 2, 3], Design([1.0] * 3, strata=["a", "a", "b"])), "two clusters"),
        (lambda: raked_weights([["k", "k"]], [{"k": 1, "m": 2}]), "both people and answers; got \\['m'\\]"),
        (lambda: raked_weights([["k"], ["u"]], [{"k": 1}, {"u": 2}]), "the same sum"),
        (lambda: design_ratio(([1, 0], Design([1.0, 1])), ([0, 0], Design([1.0, 1]))), "means above nought"),
    ],
)
def test_wrong_calls_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
