import pytest

from effektmatt.core import Direction, Evidence, Reading
from effektmatt.goals import Target, Verdict, judge
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
    assert found.estimate.value == 1.0


def test_nothing_to_compare():
    found = outcome(A=(1.0, None, None))
    assert found.estimate.value is None
    assert found.estimate.notes[0].code == "no-index-values"


def test_before_and_after_are_those_of_a_single_unit():
    assert outcome(A=(1.0, 2.0, 3.0)).change.before.value == 1.0
    assert outcome(A=(1.0, 2.0, 3.0), B=(1.0, 2.0, 4.0)).change is None
