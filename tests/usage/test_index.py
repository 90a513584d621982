from dataclasses import replace
from math import exp
from statistics import mean, stdev

import pytest
from scipy.stats import t

from effektmatt.core import Direction, Evidence, Reading, Unit
from effektmatt.goals import Target, Verdict, judge, unreachable
from effektmatt.usage.index import IndexValue, index_outcome

WAVES = ["2011", "2012", "2013"]


def values(**units):
    """Values of units wave by wave; a text is a sign, None a value that is not there."""
    return [
        IndexValue(
            unit=unit,
            wave=wave,
            value=value if not isinstance(value, str) else None,
            sign=value if isinstance(value, str) else None,
        )
        for unit, series in units.items()
        for wave, value in zip(WAVES, series, strict=True)
    ]


def outcome(better=Direction.HIGHER, judged=Reading.POINTS, **units):
    return index_outcome(values(**units), waves=WAVES, better=better, judged=judged)


def verdict(found, **target):
    return judge(found.estimate, Target(**target)).verdict


def test_last_minus_first_and_never_an_interval():
    estimate = outcome(A=(61.0, 74.0, 86.0)).estimate
    assert (estimate.value, estimate.interval, estimate.p_value) == (25.0, None, None)
    assert estimate.evidence is Evidence.CENSUS


def test_a_difference_of_decimals_is_the_decimal():
    assert outcome(A=(62.1, 70.0, 71.3)).estimate.value == 9.2
    assert outcome(A=(0.1 + 0.2, 1.0, 0.3)).estimate.value == 0.0


def test_every_unit_must_move():
    both = outcome(A=(46.3, 50.0, 51.8), B=(49.7, 50.0, 52.4))
    one = outcome(A=(58.1, 57.0, 56.9), B=(54.6, 55.0, 57.2))
    assert (both.detail.deciding, verdict(both, direction="increase")) == ("B", Verdict.MET)
    assert (one.detail.deciding, verdict(one, direction="increase")) == ("A", Verdict.NOT_MET)


def test_downwards_the_largest_change_decides():
    found = outcome(better=Direction.LOWER, A=(14.0, 13.0, 11.0), B=(10.0, 9.0, 9.5))
    assert (found.estimate.value, found.detail.deciding) == (-0.5, "B")
    assert verdict(found, direction="decrease") is Verdict.MET


def test_standing_still_is_no_increase():
    assert verdict(outcome(A=(5.0, 6.0, 5.0)), direction="increase") is Verdict.NOT_MET


def test_a_level_is_about_the_last_value():
    found = outcome(judged=Reading.LEVEL, A=(61.0, 74.0, 86.0), B=(90.0, 85.0, 79.0))
    assert (found.estimate.value, found.detail.deciding) == (79.0, "B")
    assert verdict(found, at_least=80) is Verdict.NOT_MET


def test_a_relative_change_and_one_from_nought():
    assert outcome(judged=Reading.RELATIVE, A=(50.0, None, 55.0)).estimate.value == pytest.approx(0.10)
    assert outcome(judged=Reading.RELATIVE, A=(0.0, None, 55.0)).estimate.value is None


def test_koladas_signs_are_understood():
    found = outcome(A=(1.0, "dropped-out", 2.0), B=("not-applicable",) * 3, C=(1.0, "secret", "secret"))
    assert [unit.unit for unit in found.detail.units] == ["A", "C"]
    assert [(note.code, note.values["unit_name"]) for note in found.notes] == [
        ("index-not-applicable", "B"),
        ("index-unit-missing", "C"),
    ]
    assert found.notes[1].values["why"] == "secret"


def test_a_unit_that_lacks_a_wave_is_compared_by_its_own():
    found = outcome(A=(None, 3.0, 4.0), B=(1.0, 2.0, 3.0))
    (note,) = found.notes
    assert (note.code, note.values["first"], note.values["last"]) == ("index-other-waves", "2012", "2013")
    assert note.values["gone"] == "2011"
    assert found.estimate.value == 1.0


def test_nothing_to_compare():
    found = outcome(A=(1.0, None, None))
    assert found.estimate.value is None
    assert found.estimate.notes[0].code == "no-index-values"


def test_before_and_after_are_those_of_a_single_unit():
    assert outcome(A=(1.0, 2.0, 3.0)).change.before.value == 1.0
    assert outcome(A=(1.0, 2.0, 3.0), B=(1.0, 2.0, 4.0)).change is None


def stated(error, **units):
    """Values that are published with one standard error for all."""
    return [replace(one, std_error=error) for one in values(**units)]


def codes(notes):
    return [note.code for note in notes]


def test_a_stated_error_gives_an_interval_and_decides():
    """61.2 to 61.3 with errors of 1.1: the change is .1, its error 1.1 times the root of two."""
    small = index_outcome(stated(1.1, A=(61.2, 61.0, 61.3)), waves=WAVES).estimate
    assert (small.value, small.std_error) == pytest.approx((0.1, 1.1 * 2**0.5))
    assert judge(small, Target(direction="increase")).verdict is Verdict.UNDETERMINED
    large = index_outcome(stated(1.1, A=(55.0, 58.0, 61.3)), waves=WAVES).estimate
    assert judge(large, Target(direction="increase")).verdict is Verdict.MET
    assert judge(large, Target(increase_by=4)).verdict is Verdict.UNDETERMINED


def test_a_level_and_a_relative_change_have_intervals_too():
    level = index_outcome(stated(2.0, A=(70.0, 75.0, 81.0)), waves=WAVES, judged=Reading.LEVEL).estimate
    assert (level.interval.low, level.interval.high) == pytest.approx((81 - 3.92, 81 + 3.92), abs=0.001)
    assert judge(level, Target(at_least=80)).verdict is Verdict.UNDETERMINED
    relative = index_outcome(stated(2.0, A=(70.0, 75.0, 84.0)), waves=WAVES, judged=Reading.RELATIVE).estimate
    error = ((2 / 84) ** 2 + (2 / 70) ** 2) ** 0.5
    assert relative.interval.low == pytest.approx(1.2 * exp(-1.959964 * error) - 1, abs=1e-6)


def test_without_a_stated_error_nothing_is_firm_unless_everybody_is_counted():
    assumed = index_outcome(values(A=(61.2, 61.0, 61.3)), waves=WAVES, counted=False).estimate
    assert codes(assumed.assumptions) == ["published-counts-all"]
    told = judge(assumed, Target(direction="increase"))
    assert (told.verdict, told.probability) == (Verdict.LIKELY_MET, None)
    assert judge(assumed, Target(increase_by=1)).verdict is Verdict.LIKELY_NOT_MET


def test_an_index_may_fall_below_nought():
    found = outcome(A=(-3.0, -4.0, -5.0))
    assert found.estimate.value == -2.0
    target = Target(decrease_by=2)
    assert unreachable(target, found.change.before) is None
    assert judge(found.estimate, target).verdict is Verdict.MET
    assert outcome(judged=Reading.RELATIVE, A=(-3.0, -4.0, -5.0)).estimate.value is None


def test_the_deciding_unit_is_named():
    found = outcome(A=(46.3, 50.0, 51.8), B=(49.7, 50.0, 52.4), C=(40.0, 41.0, 47.0))
    (note,) = found.estimate.notes
    assert (note.code, note.values["unit_name"], note.values["which"]) == ("decided-by-unit", "B", "lowest")


def test_the_mean_over_units_stands_beside_or_is_judged():
    """Twelve units of which eleven rise by 2 to 4 and one falls by 1."""
    changes = [2.0, 3.0, 4.0, 2.5, 3.5, 2.0, 3.0, 4.0, 2.5, 3.5, 3.0, -1.0]
    units = {f"U{place}": (50.0 + place, None, 50.0 + place + change) for place, change in enumerate(changes)}
    every = index_outcome(values(**units), waves=WAVES, counted=False)
    (beside,) = every.beside
    assert (every.detail.deciding, every.estimate.value) == ("U11", -1.0)
    assert beside.value == pytest.approx(mean(changes))
    half = t.ppf(0.975, 11) * stdev(changes) / 12**0.5
    assert beside.interval.high == pytest.approx(mean(changes) + half)
    judged = index_outcome(values(**units), waves=WAVES, counted=False, over="mean")
    assert (judged.estimate.value, judged.detail.deciding) == (beside.value, None)
    counted = index_outcome(values(**units), waves=WAVES, over="mean").estimate
    assert (counted.interval, counted.evidence) == (None, Evidence.CENSUS)


def test_the_last_wave_missing_is_an_assumption_and_told_by_name():
    found = outcome(A=(1.0, 2.0, "secret"))
    assert found.estimate.assumptions[0].values == {"missing_wave": "2013", "last_wave": "2012"}
    assert found.notes[0].values["gone"] == "2013"
    assert judge(found.estimate, Target(direction="increase")).verdict is Verdict.LIKELY_MET


def test_a_change_between_percentages_is_in_points():
    found = index_outcome(values(A=(60.0, 65.0, 70.0)), waves=WAVES, measured_in="procent")
    assert (found.estimate.unit, found.change.before.unit) == (Unit.PERCENT_POINTS, Unit.NUMBER)
