"""Reference case 22: people in groups, in two waves, from R's clubSandwich and survey."""

import csv
import math
from pathlib import Path

import numpy as np
import pytest

from effektmatt.stats.designs import (
    Design,
    design_difference,
    design_mean,
    design_ratio,
    design_share,
)
from effektmatt.stats.grouped import grouped_difference, grouped_mean, grouped_ratio, grouped_share, sums_of
from effektmatt.stats.raking import raked_weights

CASE = Path(__file__).parents[1] / "reference" / "22-groups-in-two-waves"
PEOPLE = list(csv.DictReader((CASE / "data.csv").read_text().splitlines()))
ANSWERS = list(csv.DictReader((CASE / "answers.csv").read_text().splitlines()))
R = {row["name"]: row for row in csv.DictReader((CASE / "reference.csv").read_text().splitlines())}
SEX, AGE = {"k": 90, "m": 110}, {"u": 120, "v": 80}


def column(rows, name, kind=float):
    return np.array([kind(row[name]) for row in rows])


BEFORE, AFTER = column(PEOPLE, "before"), column(PEOPLE, "after")
CHANGE = AFTER - BEFORE
VALUES = {"change": CHANGE, "improved": (CHANGE > 0).astype(float), "after": AFTER}


def wave(number, value, weights="weight", clusters="group"):
    rows = [row for row in ANSWERS if row["wave"] == str(number)]
    weighs = column(rows, weights) if weights else np.ones(len(rows))
    named = column(rows, clusters, str) if clusters else None
    return column(rows, value), Design(weighs, clusters=named)


def agrees(found, name, rel=1e-8):
    expected = R[name]
    assert found.value == pytest.approx(float(expected["value"]), rel=1e-9)
    assert found.std_error == pytest.approx(float(expected["se"]), rel=rel)
    if expected["df"] != "NA":
        assert found.degrees == pytest.approx(float(expected["df"]), rel=rel)


@pytest.mark.parametrize("value", ["y", "hit"])
def test_two_waves_of_the_same_groups_agree_with_club_sandwich(value):
    samples = [wave(number, value, weights=None) for number in (1, 0)]
    agrees(grouped_difference(*samples), f"waves {value}")


@pytest.mark.parametrize("name", ["change", "improved"])
def test_linked_people_in_groups_agree_with_club_sandwich(name):
    groups = Design(np.ones(len(PEOPLE)), clusters=column(PEOPLE, "group", str))
    agrees(grouped_mean(VALUES[name], groups), name)


def test_linked_people_are_compared_with_themselves_whichever_way_it_is_written():
    groups = Design(np.ones(len(PEOPLE)), clusters=column(PEOPLE, "group", str))
    written, changes = grouped_difference((AFTER, groups), (BEFORE, groups)), grouped_mean(CHANGE, groups)
    assert written.std_error == pytest.approx(changes.std_error, rel=1e-12)
    assert written.degrees == pytest.approx(changes.degrees, rel=1e-12)


@pytest.mark.parametrize("value", ["y", "hit"])
@pytest.mark.parametrize("clusters", ["group", "person"])
def test_weighted_waves_of_the_same_groups_or_people_agree_with_survey(value, clusters):
    samples = [wave(number, value, clusters=clusters) for number in (1, 0)]
    kind = {"group": "groups", "person": "people"}[clusters]
    agrees(design_difference(*samples), f"weighted {kind} difference {value}")
    ratio, expected = design_ratio(*samples), R[f"weighted {kind} log ratio {value}"]
    assert math.log1p(ratio.value) == pytest.approx(float(expected["value"]), rel=1e-8)
    assert ratio.std_error == pytest.approx(float(expected["se"]), rel=1e-8)
    assert ratio.degrees == float(expected["df"])


@pytest.mark.parametrize("kind", ["people", "groups"])
def test_raked_people_agree_with_survey(kind):
    weights, groups = (column(PEOPLE, "weight"), column(PEOPLE, "group", str)) if kind == "groups" else (None, None)
    categories = [column(PEOPLE, name, str).tolist() for name in ("sex", "age")]
    raked, known = raked_weights(categories, [SEX, AGE], weights)
    design = Design(raked, clusters=groups, known=known)
    for name, values in VALUES.items():
        agrees(design_mean(values, design), f"raked {kind} {name}", rel=1e-6)
    limits, found = R[f"raked {kind} limits"], design_share(VALUES["improved"], design).interval
    assert (found.low, found.high) == pytest.approx((float(limits["value"]), float(limits["se"])), rel=1e-6)


@pytest.mark.parametrize("value", ["y", "hit"])
def test_two_waves_raked_to_the_same_margins_agree_with_survey(value):
    samples = []
    for number in (1, 0):
        rows = [row for row in ANSWERS if row["wave"] == str(number)]
        raked, known = raked_weights([column(rows, name, str).tolist() for name in ("sex", "age")], [SEX, AGE])
        samples.append((column(rows, value), Design(raked, known=known)))
    agrees(design_difference(*samples), f"raked waves {value}", rel=1e-6)


def test_strata_of_known_size_agree_with_survey():
    sex = column(PEOPLE, "sex", str)
    size = np.array([SEX[one] for one in sex], dtype=float)
    weights = size / np.array([(sex == one).sum() for one in sex])
    agrees(design_mean(CHANGE, Design(weights, strata=sex)), "strata change")
    finite = Design(weights, strata=sex, population=size)
    agrees(design_mean(VALUES["improved"], finite), "finite strata improved")
    limits, found = R["finite strata limits"], design_share(VALUES["improved"], finite).interval
    assert (found.low, found.high) == pytest.approx((float(limits["value"]), float(limits["se"])), rel=1e-6)


def test_some_people_keep_their_weights_and_groups():
    design = Design(np.array([1.0, 2.0, 3.0]), strata=["a", "a", "b"], clusters=["x", "y", "y"])
    some = design.taken(np.array([False, True, True]))
    assert (some.weights.tolist(), list(some.strata), list(some.clusters)) == ([2.0, 3.0], ["a", "b"], ["y", "y"])
    assert (some.n, some.units, some.clustered, some.weighted) == (2, 1, True, True)


def test_a_share_over_groups_is_as_wide_as_its_groups_say():
    alike = Design(np.ones(40), clusters=np.repeat(list("abcdefgh"), 5))
    same = np.repeat([1, 0, 1, 1, 0, 1, 0, 1], 5)
    spread = np.tile([1, 1, 1, 0, 0], 8)[np.random.default_rng(1).permutation(40)]
    wide, narrow = grouped_share(same, alike), grouped_share(spread, alike)
    assert wide.interval.high - wide.interval.low > 1.5 * (narrow.interval.high - narrow.interval.low)


def test_a_group_that_is_only_in_one_sample_is_a_row_of_both():
    sums = sums_of(([1, 2], Design([1, 1], clusters=["a", "b"])), ([3], Design([1], clusters=["c"])))
    assert sums.n.tolist() == [[1, 0], [1, 0], [0, 1]]


def test_a_ratio_over_groups_is_that_of_the_means():
    samples = [wave(number, "y", weights=None) for number in (1, 0)]
    after, before = (values.mean() for values, _ in samples)
    assert grouped_ratio(*samples).value == pytest.approx(after / before - 1)
