import numpy as np
import pytest

from effektmatt.cases.handling_times import handling_times

SLOW, FAST = [30, 40, 50, 60], [4, 6, 8, 10]


def test_a_change_of_mix_alone_is_no_change(phased):
    cases = phased(
        {
            ("before", "slow"): SLOW * 15, ("before", "fast"): FAST * 5,
            ("after", "slow"): SLOW * 5, ("after", "fast"): FAST * 15,
        }
    )  # fmt: skip
    times = handling_times(cases, within_days=45, case_type="typ")
    assert times.change.difference.value == pytest.approx((45 + 7 + 7 + 7) / 4 - (45 * 3 + 7) / 4)
    assert times.standardised.difference.value == pytest.approx(0)
    assert times.judged is times.standardised


def test_the_standard_is_the_mix_of_both_waves_together(phased):
    cases = phased(
        {
            ("before", "slow"): [20] * 30, ("before", "fast"): [10] * 10,
            ("after", "slow"): [16] * 20, ("after", "fast"): [9] * 40,
        }
    )  # fmt: skip
    change = handling_times(cases, within_days=45, case_type="typ").standardised
    assert change.before.value == pytest.approx(0.5 * 20 + 0.5 * 10)  # 50 of 100 cases are slow ones
    assert change.after.value == pytest.approx(0.5 * 16 + 0.5 * 9)
    assert change.difference.value == pytest.approx(0.5 * -4 + 0.5 * -1)
    assert (change.before.n, change.after.n, change.difference.n) == (40, 60, 100)


def test_variances_are_weighted_and_added(phased):
    rng = np.random.default_rng(3)
    cases = phased({(wave, kind): rng.integers(2, 50, 40) for wave in ("before", "after") for kind in "AB"})
    change = handling_times(cases, within_days=45, case_type="typ").standardised
    assert change.difference.std_error == pytest.approx(np.hypot(change.before.std_error, change.after.std_error))


def test_one_type_gives_the_plain_difference(phased):
    cases = phased({("before", "A"): [*SLOW * 5, 300], ("after", "A"): FAST * 5})
    times = handling_times(cases, within_days=45, case_type="typ")
    assert times.standardised.difference.sensitivity == times.change.difference.sensitivity
    assert times.standardised.difference.value == times.change.difference.value
    assert times.standardised.difference.interval.low == times.change.difference.interval.low
    assert times.standardised.difference.std_error == times.change.difference.std_error


@pytest.mark.parametrize("after", [[], [*SLOW, *SLOW, 30], [300] * 10], ids=["none", "nine", "all open"])
def test_types_that_cannot_be_compared_are_named(phased, after):
    cases = phased(
        {("before", "A"): SLOW * 5, ("after", "A"): FAST * 5, ("before", "rare"): SLOW * 5, ("after", "rare"): after}
    )
    times = handling_times(cases, within_days=45, case_type="typ")
    assert [note.code for note in times.notes if note.code != "all-closed"] == ["case-types-left-out"]
    assert times.notes[-1].values == {"types": "rare", "cases": 20 + len(after)}
    assert times.standardised.difference.n == 40


def test_nothing_comparable(phased):
    times = handling_times(
        phased({("before", "A"): SLOW * 5, ("after", "B"): FAST * 5}), within_days=45, case_type="typ"
    )
    assert times.standardised.difference.value is None
    assert times.standardised.difference.notes[0].code == "no-comparable-case-types"
    assert times.change.difference.value is not None


def test_cases_without_a_type_are_counted(phased):
    cases = phased({("before", "A"): SLOW * 5, ("after", "A"): FAST * 5, ("after", None): FAST * 2})
    times = handling_times(cases, within_days=45, case_type="typ")
    said = [(note.code, note.values) for note in times.notes]
    assert said == [("all-closed", {}), ("case-type-missing", {"cases": 8})]
    assert times.standardised.difference.n == 40


def test_a_rare_type_that_weighs_much_is_what_there_is_too_little_of(phased):
    rng = np.random.default_rng(6)

    def noted(rare):
        days = {("before", "A"): 100, ("after", "A"): 100, ("before", "B"): 300, ("after", "B"): rare}
        cases = phased({wave: rng.integers(2, 50, n) for wave, n in days.items()})
        notes = handling_times(cases, within_days=45, case_type="typ").standardised.difference.notes
        return [note.values["n"] for note in notes if note.code == "interval-approximate"]

    assert noted(300) == []
    assert max(noted(12)) < 50  # of 112 after: those twelve stand for 300
