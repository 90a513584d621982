"""What a modest difference between those who answered and those missing may do to a verdict."""

import math

import pytest
from scipy.optimize import brentq
from scipy.stats import nchypergeom_fisher

from effektmatt.core import About, Differ, Linkage, Note, Role, Unit
from effektmatt.core.estimate import Interval
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.estimates import process_estimate, share_estimate
from effektmatt.stats.sensitivity import edges, missing_share, with_edges

LIKELY = (Verdict.LIKELY_MET, Verdict.LIKELY_NOT_MET)


@pytest.mark.parametrize(
    ("share", "lower", "higher"),
    [
        (0.80, 0.60, 1.0),  # a quarter lower is more than odds of 4 to 1.5; a quarter higher is all of them
        (0.30, 0.30 / 1.5 / (0.30 / 1.5 + 0.70), 0.45 / (0.45 + 0.70)),  # here the odds are further off
        (0.0, 0.0, 0.0),
        (1.0, 0.75, 1.0),
    ],
)
def test_the_larger_of_the_two_differences_counts(share: float, lower: float, higher: float):
    assert missing_share(share, Differ(), higher=False) == pytest.approx(lower)
    assert missing_share(share, Differ(), higher=True) == pytest.approx(higher)


def test_each_difference_can_be_turned_off():
    assert missing_share(0.30, Differ(odds_ratio=1), higher=False) == pytest.approx(0.225)
    assert missing_share(0.80, Differ(part=0), higher=False) == pytest.approx(4 / 1.5 / (4 / 1.5 + 1))
    assert missing_share(0.80, Differ(part=0, odds_ratio=1), higher=True) == pytest.approx(0.80)


def test_where_nobody_is_missing_there_is_nothing_to_differ():
    assert not share_estimate("share", 40, 50, About(population=50)).sensitivity
    assert not share_estimate("share", 40, 50, About(self_selected=False)).sensitivity


def test_the_more_are_missing_the_wider():
    widths = []
    for population in (51, 60, 90, 500):
        (found,) = share_estimate("share", 40, 50, About(population=population)).sensitivity
        widths.append(found.high - found.low)
    assert widths == sorted(widths)


def test_a_likely_verdict_that_a_modest_difference_overturns_is_undetermined():
    target = Target(at_least=0.80)
    few_missing = judge(share_estimate("share", 270, 300, About(population=400)), target)
    many_missing = judge(share_estimate("share", 270, 300, About(population=900)), target)
    assert (few_missing.verdict, many_missing.verdict) == (Verdict.LIKELY_MET, Verdict.UNDETERMINED)
    assert [(note.code, dict(note.values)) for note in many_missing.reasons] == [
        ("missing-may-overturn", {"missing": 600})
    ]
    firm = About(population=900, differ=Differ(part=0, odds_ratio=1))
    assert judge(share_estimate("share", 270, 300, firm), target).verdict is Verdict.LIKELY_MET
    below = judge(share_estimate("share", 220, 300, About(population=900)), target)
    assert below.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("population", "answered"), [(60, 50), (100, 30), (120, 50), (206, 150), (400, 150), (720, 600), (3000, 2700)]
)
@pytest.mark.parametrize("target", [0.20, 0.50, 0.75, 0.90, 0.95])
@pytest.mark.parametrize("reached", [False, True])
def test_at_the_edge_of_what_is_modest_a_likely_verdict_is_false_at_most_one_time_in_ten(
    population: int, answered: int, target: float, reached: bool
):
    """Exact: all are just short of the target (or just reach it), and those who answer are drawn with unlike odds."""
    missing, all_hits = population - answered, math.ceil(target * population - 1e-9) - (not reached)

    def apart(log_odds: float) -> float:
        share = nchypergeom_fisher(population, all_hits, answered, math.exp(log_odds)).mean() / answered
        other = (all_hits - share * answered) / missing
        return other - missing_share(share, Differ(), higher=reached)

    if apart(-4.0) * apart(4.0) > 0:  # nobody who is missing can be so unlike
        return
    drawn = nchypergeom_fisher(population, all_hits, answered, math.exp(brentq(apart, -4.0, 4.0)))
    wrong = (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET) if reached else (Verdict.MET, Verdict.LIKELY_MET)
    false = (
        drawn.pmf(hits)
        for hits in range(max(0, answered + all_hits - population), min(answered, all_hits) + 1)
        if drawn.pmf(hits) > 1e-9
        if judge(share_estimate("share", hits, answered, About(population=population)), Target(at_least=target)).verdict
        in wrong
    )
    assert sum(false) <= 0.10


def difference(value: float, error: float, n: int = 100):
    reach = 1.959964 * error
    return process_estimate(
        "mean-difference",
        Unit.SCORE,
        value,
        n,
        interval=Interval(low=value - reach, high=value + reach, level=0.95, method="t"),
        role=Role.DIFFERENCE,
        assumptions=(Note(code="missing-resemble-answered", values={"missing": 100}),),
    )


def test_a_mean_change_moves_by_the_logarithm_of_the_odds_for_each_standard_deviation():
    found = edges(difference(0.50, 0.08), 0.5, Differ(), spread=0.8)
    assert found is not None
    assert found.low == pytest.approx(0.50 - 1.3407550 * 0.08 - 0.5 * math.log(1.5) * 0.8, abs=1e-5)
    of_itself = edges(difference(2.0, 0.08), 0.5, Differ(), spread=0.8)
    assert of_itself is not None
    assert of_itself.high == pytest.approx(2.0 + 1.3407550 * 0.08 + 0.5 * 0.25 * 2.0, abs=1e-5)


def test_a_rise_that_only_those_who_stayed_show_is_not_likely():
    about, up = About(population=200), Target(direction="increase")
    assert judge(with_edges(difference(0.30, 0.08), about, 100), up).verdict is Verdict.LIKELY_MET
    assert judge(with_edges(difference(0.20, 0.08), about, 100), up).verdict is Verdict.UNDETERMINED
    # two waves of others: those who never answer are missing in both
    assert judge(with_edges(difference(0.20, 0.08), about, 100, Linkage.INDEPENDENT), up).verdict is Verdict.LIKELY_MET
