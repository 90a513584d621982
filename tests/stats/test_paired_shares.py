"""Reference case 07: Fagerland, Lydersen & Laake 2017, ch. 8, and others, recomputed in R."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.stats.paired_shares import tango

CASE = Path(__file__).parents[1] / "reference" / "07-proportions-published"
PAIRED = [
    entry["value"]
    for entry in json.loads((CASE / "reference.json").read_text())["results"]
    if entry["id"].startswith("paired")
]
PRINTED = list(csv.DictReader((CASE / "paired.csv").read_text().splitlines()))
METHODS = {
    "tango": tango,
}

tables = st.tuples(*[st.integers(0, 40)] * 4).filter(any)


def cells(case):
    return tuple(int(case[name]) for name in "abcd")


@pytest.mark.parametrize("case", PAIRED, ids=lambda case: "-".join(map(str, cells(case))))
@pytest.mark.parametrize("name", METHODS)
def test_intervals_agree_with_r(case, name):
    interval = METHODS[name](*cells(case))
    # Tango: uniroot runs from 1e-10 inside the ends with tolerance 1e-13
    assert interval.low == pytest.approx(case[name]["low"], abs=1e-9)
    assert interval.high == pytest.approx(case[name]["high"], abs=1e-9)


@pytest.mark.parametrize("row", [row for row in PRINTED if row["tango_low"]], ids=lambda row: row["label"])
def test_printed_tango_limits(row):
    half_unit = 0.5001 * 10 ** -int(row["digits"])
    interval = tango(*cells(row))
    assert interval.low == pytest.approx(float(row["tango_low"]), abs=half_unit)
    assert interval.high == pytest.approx(float(row["tango_high"]), abs=half_unit)


@given(tables)
def test_swapping_waves_and_reading_the_scale_backwards(table):
    both, first, second, neither = table
    for method in METHODS.values():
        interval = method(both, first, second, neither)
        swapped = method(both, second, first, neither)
        reversed_ = method(neither, second, first, both)
        assert interval.low == pytest.approx(-swapped.high, abs=1e-9)
        assert interval.high == pytest.approx(-swapped.low, abs=1e-9)
        assert reversed_.low == pytest.approx(swapped.low, abs=1e-9)
        assert -1 <= interval.low <= interval.high <= 1


@given(tables)
def test_tango_holds_the_difference_and_sees_only_who_changed(table):
    both, first, second, neither = table
    interval = tango(both, first, second, neither)
    assert interval.low <= (first - second) / sum(table) <= interval.high
    assert tango(both + neither, first, second, 0) == interval


def test_no_change_and_only_change():
    nobody = tango(8, 0, 0, 3)
    assert nobody.low == pytest.approx(-nobody.high, abs=1e-12)
    assert nobody.high == pytest.approx(0.258832966968032, abs=1e-9)
    assert tango(0, 12, 0, 0).high == 1.0
    assert tango(0, 1, 0, 0).low < 0 < tango(0, 1, 0, 0).high


def test_wrong_calls_are_refused():
    for method in METHODS.values():
        with pytest.raises(ValueError, match="at least one pair"):
            method(0, 0, 0, 0)
        with pytest.raises(ValueError, match="second_only cannot be negative"):
            method(1, 1, -1, 1)
        with pytest.raises(ValueError, match=r"0\.95"):
            method(1, 1, 1, 1, 95)
