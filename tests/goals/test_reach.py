"""From which value on data would have told that a target is met."""

import math
from dataclasses import replace

import pytest
from scipy.stats import binom, hypergeom, norm

from effektmatt.core import About, Estimate, Evidence, Interval, Role, Sensitivity, Unit
from effektmatt.core.note import Note
from effektmatt.goals import Target, Verdict, judge
from effektmatt.goals.reach import reach
from effektmatt.stats.estimates import share_estimate
from effektmatt.stats.share import clopper_pearson, hypergeometric

DRAWN = About(self_selected=False)


@pytest.mark.parametrize("n", [20, 35, 120, 490])
def test_one_share_is_told_four_times_in_five_from_there(n):
    """Against the sum of the binomial probabilities of all counts whose interval lies above the target."""
    found = reach(share_estimate("share", round(0.8 * n), n, DRAWN), Target(at_least=0.7))
    counts = [k for k in range(n + 1) if clopper_pearson(k, n).low >= 0.7]
    assert sum(binom.pmf(k, n, found.value) for k in counts) == pytest.approx(0.8, abs=1e-9)


def test_how_many_a_target_of_80_per_cent_needs():
    """From validity's table: 490 answers where it truly is 85 %, 120 where it is 90 %."""
    values = [reach(share_estimate("share", round(0.82 * n), n, DRAWN), Target(at_least=0.8)).value for n in (490, 120)]
    assert values == pytest.approx([0.85, 0.90], abs=0.006)


def test_of_a_known_population_it_is_the_fewest_hits_of_all():
    population, n, target = 100, 60, 0.8
    bare = share_estimate("share", 50, n, About(population=population))
    told = Estimate(**{name: getattr(bare, name) for name in bare.__dataclass_fields__} | {"sensitivity": None})
    found = reach(told, Target(at_least=target))
    least = min(k for k in range(n + 1) if hypergeometric(k, n, population).low >= target)
    often = [hypergeom.sf(least - 1, population, hits, n) for hits in range(population + 1)]
    assert found.value == min(hits for hits, one in enumerate(often) if one >= 0.8) / population


def test_at_most_is_the_mirror_of_at_least():
    up = reach(share_estimate("share", 100, 120, DRAWN), Target(at_least=0.8))
    down = reach(share_estimate("share", 20, 120, DRAWN), Target(at_most=0.2))
    assert down.value == pytest.approx(1 - up.value)


def test_so_few_that_nothing_could_have_told():
    assert reach(share_estimate("share", 8, 8, DRAWN), Target(at_least=0.8)).value is None
    assert reach(share_estimate("share", 0, 8, DRAWN), Target(at_most=0.2)).value is None


def estimate(value=0.3, low=-0.1, high=0.7, unit=Unit.SCORE, **more):
    interval = Interval(low=low, high=high, level=0.95, method="t")
    return Estimate(
        measure="mean-difference",
        value=value,
        unit=unit,
        n=40,
        evidence=Evidence.PROCESS,
        method="t",
        role=Role.DIFFERENCE,
        interval=interval,
        **more,
    )


def test_a_change_must_lie_2_8_standard_errors_beyond_its_target():
    """Bloom 1995: the smallest effect told four times in five is 2.80 standard errors."""
    found = reach(estimate(), Target(increase_by=0.2))
    assert found.value == pytest.approx(0.2 + (norm.ppf(0.975) + norm.ppf(0.8)) * 0.4 / norm.ppf(0.975))
    lower = reach(estimate(-0.3, -0.7, 0.1), Target(decrease_by=0.2))
    assert lower.value == pytest.approx(-found.value)


def test_the_limit_that_decides_is_the_one_that_counts():
    wider = Interval(low=-0.5, high=1.1, level=0.95, method="gaffke")
    plain, cautious = (
        reach(estimate(), Target(increase_by=0.2)),
        reach(estimate(cautious=wider), Target(increase_by=0.2)),
    )
    assert cautious.value == pytest.approx(plain.value + 0.4)
    unseen = Sensitivity(low=-0.7, high=1.3, reason=Note(code="missing-may-overturn"))
    assert reach(estimate(sensitivity=(unseen,)), Target(increase_by=0.2)).value == pytest.approx(plain.value + 0.6)


def test_differences_of_shares_end_at_one_and_two_ends_have_no_reach():
    assert reach(estimate(0.3, -0.5, 1.0, Unit.POINTS), Target(increase_by=0.2)).value is None
    assert reach(estimate(), Target(about=0.3, within=0.1)) is None


@pytest.mark.parametrize(("hits", "verdict"), [(85, Verdict.UNDETERMINED), (60, Verdict.LIKELY_NOT_MET)])
def test_only_an_open_verdict_says_it(hits, verdict):
    found = judge(share_estimate("share", hits, 100, About(population=None, self_selected=True)), Target(at_least=0.8))
    assert found.verdict is verdict
    assert (found.reach is not None) is (verdict is Verdict.UNDETERMINED)


def test_a_share_over_groups_is_found_on_the_logit_scale():
    share = estimate(0.8, 0.6, 0.91, Unit.SHARE)
    found = reach(share, Target(at_least=0.7))
    logit = lambda p: math.log(p / (1 - p))  # noqa: E731
    apart = logit(0.8) - logit(0.6)
    assert logit(found.value) == pytest.approx(logit(0.7) + apart * (1 + norm.ppf(0.8) / norm.ppf(0.975)))


def test_no_probability_above_one_would_have_told():
    """0.85 with an error of a tenth against 0.9: the truth would have to be 1.18."""
    given = {"measure": "superiority", "unit": Unit.PROBABILITY, "n": 20, "population": None, "hits": None}
    given |= {"evidence": Evidence.PROCESS, "method": "made", "value": 0.85}
    wide = Estimate(**given, interval=Interval(low=0.65, high=1.0, level=0.95, method="made"))
    narrow = Estimate(**given, interval=Interval(low=0.83, high=0.87, level=0.95, method="made"))
    assert reach(wide, Target(at_least=0.9)).value is None
    assert reach(narrow, Target(at_least=0.9)).value == pytest.approx(0.9286, abs=1e-4)


@pytest.mark.parametrize(("lowest", "is_lost"), [(0.5, True), (-2.0, False)])
def test_no_mean_of_days_can_be_low_enough_where_none_lies_below_nought(lowest, is_lost):
    """Days are never below nought; degrees can be, and then the cautious interval is too."""
    cautious = Interval(low=lowest, high=12.0, level=0.95, method="gaffke")
    level = replace(estimate(3.0, 1.6, 9.5, Unit.NUMBER, cautious=cautious), role=Role.LEVEL)
    found = reach(level, Target(at_most=8))
    assert (found.value is None) is is_lost
