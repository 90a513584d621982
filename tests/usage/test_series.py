"""Numbers period by period: how they are read, the frozen baseline, and what the change is held against."""

import numpy as np
import pytest

from effektmatt.core import Note
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.series import series_mean, step_change, xmr
from effektmatt.usage.series import Period, period_of, period_series, series_outcome

FALL = Target(direction="decrease")


def months(values, start=2021):
    return [
        (Period(year=start + place // 12, part=place % 12 + 1, per_year=12), float(value))
        for place, value in enumerate(values)
    ]


def judged(values, baseline=24):
    numbers = months(values)
    found = period_series(numbers, (numbers[0][0], numbers[baseline - 1][0]))
    return judge(series_outcome(found).estimate, FALL)


def noise(n, seed=1):
    return np.random.default_rng(seed).normal(0, 4, n)


@pytest.mark.parametrize(
    ("written", "year", "part", "per_year"),
    [
        ("2023", 2023, 1, 1),
        ("2023-04", 2023, 4, 12),
        ("2023-4", 2023, 4, 12),
        ("202311", 2023, 11, 12),
        (" 2023M02 ", 2023, 2, 12),
        ("2023-02-01", 2023, 2, 12),
        ("2023-02-01 00:00:00", 2023, 2, 12),
        ("2023K3", 2023, 3, 4),
        ("2023-q1", 2023, 1, 4),
        ("Q4 2023", 2023, 4, 4),
    ],
)
def test_a_period_is_read_as_agencies_write_it(written, year, part, per_year):
    assert period_of(written) == Period(year=year, part=part, per_year=per_year)


@pytest.mark.parametrize("written", ["", "hösten 2023", "2023-13", "2023-00", "2023K5", "23-01", "2023-02-15"])
def test_what_is_no_period_is_none(written):
    assert period_of(written) is None


def test_a_fall_below_the_baseline():
    values = np.concatenate([50 + noise(24), 35 + noise(12, 2)])
    numbers = months(values)
    outcome = series_outcome(period_series(numbers[::-1], (numbers[0][0], numbers[23][0])))  # in any order
    reference = step_change(values, 24).difference
    assert outcome.estimate.value == pytest.approx(reference.value)
    assert outcome.estimate.interval.high == pytest.approx(reference.interval.high)
    assert [rival.measure for rival in outcome.estimate.rivals] == ["period-jump", "period-season"]
    assert judge(outcome.estimate, FALL).verdict is Verdict.LIKELY_MET
    assert outcome.change.after.value == pytest.approx(values[24:].mean())


def test_a_line_that_was_there_already_is_no_fall():
    fulfilment = judged(90 - 0.5 * np.arange(36) + noise(36, 3))
    assert fulfilment.estimate.interval.high < 0
    assert fulfilment.reasons == (Note(code="rival-explanation", values={"rival": "period-jump"}),)


def test_a_line_is_no_fall_either_where_the_last_so_many_are_compared():
    """What lies between the baseline and the last twelve shows that nothing jumped."""
    verdicts = []
    for seed in range(60):
        numbers = months(20 - 0.1 * np.arange(60) + np.random.default_rng(seed).normal(0, 0.6, 60))
        found = period_series(numbers, (numbers[0][0], numbers[23][0]), last=12)
        verdicts.append(judge(series_outcome(found).estimate, FALL).verdict)
    assert verdicts.count(Verdict.LIKELY_MET) <= 5
    fell = months(np.concatenate([20 + noise(24), 5 + noise(36, 2)]))
    found = period_series(fell, (fell[0][0], fell[23][0]), last=12)
    assert judge(series_outcome(found).estimate, FALL).verdict is Verdict.LIKELY_MET


def test_a_season_is_no_fall():
    """Half of each year is low; the year after a baseline of a year and a half has more of that than the baseline."""
    month = np.arange(30)
    values = 60 - 25 * np.isin(month % 12, range(6, 12)) + noise(30)
    numbers = months(values)
    found = period_series(numbers, (numbers[0][0], numbers[17][0]))
    assert judge(series_outcome(found).estimate, FALL).verdict is Verdict.UNDETERMINED


def test_a_season_too_weak_to_be_told_by_itself_is_still_tried():
    """The same, but so little lower that the months do not tell it from chance: the year before does."""
    month = np.arange(30)
    numbers = months(60 - 5 * np.isin(month % 12, range(6, 12)) + noise(30, 31))
    outcome = series_outcome(period_series(numbers, (numbers[0][0], numbers[17][0])))
    assert "same-periods-compared" not in [note.code for note in outcome.notes]
    assert outcome.estimate.interval.high < 0
    assert judge(outcome.estimate, FALL).reasons == (Note(code="rival-explanation", values={"rival": "period-season"}),)
    season = outcome.estimate.rivals[-1]
    assert (season.measure, season.n) == ("period-season", 12)
    assert season.interval.low < 0 < season.interval.high


def test_limits_are_frozen_on_the_baseline():
    values = [10, 12, 11, 13, 10, 12, 30, 31, 9]
    numbers = months(values)
    found = period_series(numbers, (numbers[0][0], numbers[5][0]))
    reference = xmr(values[:6])
    assert set(found.chart.high) == {reference.high[0]}
    assert [(signal.start, signal.upward) for signal in found.chart.signals] == [(6, True), (7, True)]
    assert Note(code="series-beyond", values={"n": 2, "of": 3}) in series_outcome(found).notes


def test_the_last_so_many_and_the_periods_that_are_missing():
    numbers = months(range(30))
    found = period_series([*numbers[:12], *numbers[14:]], (numbers[0][0], numbers[11][0]), last=6)
    assert (found.baseline, found.after) == ((0, 11), (22, 27))
    outcome = series_outcome(found)
    assert Note(code="series-gaps", values={"n": 2}) in outcome.notes
    assert outcome.change.after.value == 26.5
    # the line goes on through all sixteen after the baseline; the year before is not twelve back
    assert [(rival.measure, rival.n) for rival in outcome.estimate.rivals] == [("period-jump", 28)]


def test_periods_that_drift_are_said_to_tell_little():
    drift = 60 + 50 * np.sin(2 * np.pi * np.arange(40) / 80)
    numbers = months(np.concatenate([20 + noise(12), drift]))
    found = series_outcome(period_series(numbers, (numbers[0][0], numbers[11][0])))
    assert Note(code="periods-too-alike") in found.notes
    steady = months(np.concatenate([20 + noise(12), 30 + noise(40, 2)]))
    assert (
        Note(code="periods-too-alike") not in series_outcome(period_series(steady, (steady[0][0], steady[11][0]))).notes
    )


def test_too_few_and_all_alike_have_no_interval():
    numbers = months([4, 5, 6, 7, 8])
    few = series_outcome(period_series(numbers, (numbers[0][0], numbers[2][0]))).estimate
    assert (few.value, few.interval) == (2.5, None)
    assert few.notes == (Note(code="too-few-periods", values={"n": 2, "needed": 6}),)
    same = months([5] * 20)
    alike = series_outcome(period_series(same, (same[0][0], same[9][0]))).estimate
    assert (alike.value, [note.code for note in alike.notes]) == (0.0, ["periods-all-alike"])


@pytest.mark.parametrize(("year", "code"), [(2019, "series-baseline-empty"), (2021, "series-nothing-after")])
def test_a_baseline_without_numbers_or_nothing_after_it(year, code):
    limits = Period(year=year, part=1, per_year=12), Period(year=year, part=12, per_year=12)
    estimate = series_outcome(period_series(months([1, 2, 3]), limits)).estimate
    assert (estimate.value, estimate.notes) == (None, (Note(code=code),))


def test_the_season_is_tried_too_where_the_last_so_many_are_compared():
    """Fifteen months that end in December hold two winters' worth of autumns, the two years before them one each."""
    season = 3 * np.cos(2 * np.pi * (np.arange(60) - 10) / 12)  # too weak to be told by itself
    numbers = months(50 + season + noise(60, 6))
    outcome = series_outcome(period_series(numbers, (numbers[0][0], numbers[23][0]), last=15))
    assert "same-periods-compared" not in [note.code for note in outcome.notes]
    rivals = {rival.measure: rival for rival in outcome.estimate.rivals}
    values = np.array([value for _, value in numbers])
    # the nearest such months before the step are those of the second year
    own = np.arange(45, 57)
    earlier = np.where(own < 48, own - 24, own - 36)
    assert rivals["period-season"].value == pytest.approx((values[own] - values[earlier]).mean())
    assert rivals["period-season"].interval.low < 0 < rivals["period-season"].interval.high


def seasonal(n, jump, at, seed=5):
    month = np.arange(n)
    season = 10 * np.cos(2 * np.pi * month / 12) - 8 * (month % 12 == 6)
    return 60 + season + jump * (month >= at) + noise(n, seed) / 8


def test_where_there_is_a_season_each_month_is_held_against_the_same_month():
    values = seasonal(42, 5.0, 24)
    numbers = months(values)
    outcome = series_outcome(period_series(numbers, (numbers[0][0], numbers[23][0])))
    each = [values[24:][np.arange(24, 42) % 12 == one].mean() - values[:24][one::12].mean() for one in range(12)]
    reference = series_mean(each)
    estimate = outcome.estimate
    assert estimate.value == pytest.approx(reference.value)
    assert (estimate.interval.low, estimate.interval.high) == pytest.approx(
        (reference.interval.low, reference.interval.high)
    )
    change = outcome.change
    assert change.after.value - change.before.value == pytest.approx(estimate.value)
    assert Note(code="same-periods-compared", values={"per_year": 12}) in outcome.notes
    assert [rival.measure for rival in estimate.rivals] == ["period-jump"]
    assert judge(estimate, Target(direction="increase")).verdict is Verdict.LIKELY_MET


def test_half_a_year_more_of_the_low_months_is_no_fall():
    values = seasonal(42, 0.0, 24)  # after: a year and a half, January to June twice
    numbers = months(values)
    outcome = series_outcome(period_series(numbers, (numbers[0][0], numbers[23][0])))
    assert abs(outcome.estimate.value) < 0.6 < abs(values[24:].mean() - values[:24].mean())


def test_the_levels_are_those_of_the_months_that_are_compared_weighed_alike():
    values, month = seasonal(42, 5.0, 24), np.arange(42) % 12  # after: January to June twice
    numbers = months(values)
    found = period_series(numbers, (numbers[0][0], numbers[23][0]))
    change = series_outcome(found).change
    of_each = [np.mean([values[phase][month[phase] == one].mean() for one in range(12)])
               for phase in (slice(24), slice(24, 42))]  # fmt: skip
    assert [change.before.value, change.after.value] == pytest.approx(of_each)
    assert change.before.value == pytest.approx(values[:24].mean())
    assert change.after.value - change.before.value == pytest.approx(change.difference.value, abs=1e-12)
    half = period_series(numbers[:32], (numbers[0][0], numbers[23][0]))  # after: January to August
    change = series_outcome(half).change
    assert change.before.value == pytest.approx(values[:24][month[:24] < 8].mean())
    assert (change.before.n, change.after.n) == (16, 8)
    assert change.after.value - change.before.value == pytest.approx(change.difference.value, abs=1e-12)


def test_a_level_that_is_judged_is_the_mean_of_all_months_with_its_interval():
    values = seasonal(42, 5.0, 24)
    numbers = months(values)
    found = period_series(numbers, (numbers[0][0], numbers[23][0]))
    outcome = series_outcome(found, of_level=True)
    after = outcome.change.after
    assert after.value == pytest.approx(values[24:].mean())
    assert after.interval is not None
    assert outcome.change.difference.value == pytest.approx(after.value - values[:24].mean())
    even = period_series(numbers[:36], (numbers[0][0], numbers[23][0]))  # each month once: the levels are the same
    assert Note(code="same-periods-compared", values={"per_year": 12}) in series_outcome(even, of_level=True).notes


def test_without_a_season_or_a_year_before_it_means_are_compared():
    steady = 60 + noise(36, 3)
    for values, last_of_baseline in ((steady, 23), (seasonal(30, 5.0, 10), 9)):
        numbers = months(values)
        outcome = series_outcome(period_series(numbers, (numbers[0][0], numbers[last_of_baseline][0])))
        at = last_of_baseline + 1
        assert outcome.estimate.value == pytest.approx(values[at:].mean() - values[:at].mean())
        assert "same-periods-compared" not in [note.code for note in outcome.notes]
