"""Every statistic called rightly, at the edges, and wrongly: a wrong call says what was expected."""

import inspect
import math

import numpy as np
import pytest

from effektmatt.core import AnswerCounts, DurationCounts, Interval, PairedCounts
from effektmatt.stats import restricted_mean, survival
from effektmatt.stats.agreement import Ratings
from effektmatt.stats.clusters import UnitSums
from effektmatt.stats.designs import Design
from effektmatt.stats.methods import METHODS
from effektmatt.stats.ordinal_paired import Improvement
from effektmatt.stats.share import clopper_pearson
from effektmatt.stats.survival import kaplan_meier

KERNELS = {method.kernel.__name__: method.kernel for method in METHODS}

SHARE, TWO_SHARES, TABLE = (8, 10), (8, 10, 5, 10), (3, 4, 1, 2)
PAIRS = PairedCounts(levels=[1, 2, 3], table=[[1, 2, 0], [0, 3, 1], [0, 1, 4]])
AFTER, BEFORE = (AnswerCounts(levels=[1, 2, 3], counts=counts) for counts in ([2, 3, 6], [5, 3, 1]))
UNITS = UnitSums(n=[[4, 4], [4, 4], [2, 4], [4, 3]], total=[[3, 2], [4, 2], [1, 1], [4, 1]])
PER_UNIT = ([4, 4, 2, 4], [3, 2, 1, 3], [3, 2, 1, 3])
RATINGS = Ratings.from_table([[1, 1], [2, 2], [3, 3], [3, 3], [2, 2], [1, 2], [3, 3], [1, 1]])
FAST, SLOW = (kaplan_meier(DurationCounts.from_times(range(k, k + 12), [True] * 12)) for k in (1, 4))
COVARIANCE = [[2.0, 1.0, 0.9], [1.0, 2.0, 1.1], [0.9, 1.1, 2.0]]
GROUPS = Design([1.0] * 4, clusters=list("aabc"))
VALUES = [4, 6, 5, 7, 5, 6, 9, 8, 10, 9, 11, 9]

#: A right call of every statistic.
RIGHT = {
    "clopper_pearson": SHARE,
    "hypergeometric": (*SHARE, 20),
    **dict.fromkeys(("held_newcombe", "koopman_ratio"), TWO_SHARES),
    **dict.fromkeys(("tango", "paired_ratio"), TABLE),
    "net_share": (Improvement(improved=4, unchanged=5, worse=1),),
    **dict.fromkeys(
        (
            "probability_higher_paired",
            "sign_test",
            "signed_rank",
            "paired_mean_difference",
            "hedges_g_av",
            "paired_mean_ratio",
        ),
        (PAIRS,),
    ),
    **dict.fromkeys(
        (
            "probability_higher",
            "mann_whitney",
            "mean_difference",
            "hedges_g",
            "mean_ratio",
        ),
        (AFTER, BEFORE),
    ),
    "kendall_tau_b": ([[8, 4, 1], [4, 6, 4], [1, 5, 9]],),
    "mean": (AFTER,),
    "sign_flip_units": (UNITS,),
    "partly_linked_mean_difference": (PAIRS, AFTER, BEFORE),
    "partly_linked_probability_higher": (PAIRS, AFTER, BEFORE),
    "partly_linked_share_difference": (TABLE, (5, 9), (4, 6)),
    "unit_mean_difference": (UNITS,),
    "unit_mean_ratio": (UNITS,),
    "cluster_robust_contrast": (UNITS, (1, -1)),
    "cluster_robust_coefficient": ([[1, one % 2] for one in range(12)], VALUES, [one // 3 for one in range(12)], 1),
    "clustered_share": PER_UNIT[:2],
    "icc_anova": ([1, 1, 0, 1, 0, 0], [1, 1, 2, 2, 3, 3]),
    "krippendorff_alpha": (RATINGS,),
    "percent_agreement": (RATINGS,),
    "quantile": (FAST,),
    "closed_share": (FAST, 6),
    "quantile_difference": (FAST, SLOW),
    "closed_share_difference": (FAST, SLOW, 6),
    "restricted_mean": (FAST, 10),
    "restricted_mean_difference": (FAST, SLOW, 10),
    "standardised_restricted_mean": ({"a": FAST}, {"a": 1.0}, 10),
    "standardised_restricted_mean_difference": ({"a": FAST}, {"a": SLOW}, {"a": 1.0}, 10),
    "log_rank": ([FAST.counts, SLOW.counts],),
    "xmr": (VALUES,),
    "series_mean": (VALUES,),
    "step_change": (VALUES, 6),
    "interrupted_series": (VALUES, 6),
    "held": ([0, 1], 2, lambda place, parts: place < 1),
    "paired_difference_in_differences": (PAIRS, PairedCounts(levels=[1, 2], table=[[4, 2], [1, 4]])),
    "difference_in_differences": ((AFTER, BEFORE), (BEFORE, AFTER)),
    "design_mean": ([1, 2, 4, 5], Design([2.0, 1.0, 1.0, 1.0])),
    "design_share": ([1, 0, 1, 1], Design([2.0, 1.0, 1.0, 1.0])),
    "design_difference": (([3, 4, 5], Design([1.0, 1.0, 2.0])), ([1, 3, 2], Design([1.0, 2.0, 1.0]))),
    "design_ratio": (([3, 4, 5], Design([1.0, 1.0, 2.0])), ([1, 3, 2], Design([1.0, 2.0, 1.0]))),
    "raked_weights": ([["k", "k", "m"]], [{"k": 10, "m": 20}]),
    "cumulative_incidence": ([5, 9, 12, 20, 30, 40], [1, 2, 1, 1, 0, 1], 21),
    "own_limits": ([10, 25, 8, 40], [True, True, True, False], [20, 20, 5, 60]),
    "own_limits_difference": (([10, 15, 8], [True] * 3, [20, 20, 10]), ([30, 25, 8], [True] * 3, [20, 20, 10])),
    "effective_n": ([1.0, 3.0],),
    "grouped_mean": ([1, 2, 4, 5], GROUPS),
    "grouped_share": ([1, 0, 1, 1], GROUPS),
    "cautious_share_of_sums": PER_UNIT[:2],
    "cautious_share": ([1, 0, 1, 1], GROUPS),
    "cautious_mean": ([1, 2, 4, 5], GROUPS),
    "cautious_weighted_share": ([1, 0, 1, 1], Design([2.0, 1.0, 1.0, 1.0])),
    "bounded_weighted_mean": ([1, 2, 4, 5], Design([2.0, 1.0, 1.0, 1.0]), 1, 5),
    "bounded_weighted_difference": (
        ([1, 2, 4, 5], Design([2.0, 1.0, 1.0, 1.0])),
        ([1, 2, 2, 3], Design([2.0, 1.0, 1.0, 1.0])),
        1,
        5,
    ),
    "cautious_difference": (([1, 2, 4, 5], GROUPS), ([1, 1, 3, 5], GROUPS)),
    "grouped_difference": (([3, 4, 5, 5], GROUPS), ([1, 3, 2, 4], GROUPS)),
    "grouped_change_difference": ([([3, 4, 5, 5], GROUPS)], [([1, 3, 2, 4], GROUPS)]),
    "design_change_difference": ([([3, 4, 5, 5], GROUPS)], [([1, 3, 2, 4], GROUPS)]),
    "grouped_ancova": (([3, 4, 5, 5], [1, 2, 3, 2], GROUPS), ([1, 3, 2, 4], [1, 2, 2, 3], GROUPS)),
    "grouped_ratio": (([3, 4, 5, 5], GROUPS), ([1, 3, 2, 4], GROUPS)),
    "cronbach_alpha": (COVARIANCE,),
    "feldt_interval": (0.8, 100, 5),
    "item_rest_correlations": (COVARIANCE,),
    "reliable_change_of_mean": ([56.25], [0.80]),
    "response_shift": (PAIRS, PAIRS),
    "ancova": (PAIRS, PairedCounts(levels=[1, 2, 3], table=[[3, 2, 1], [1, 3, 2], [1, 1, 4]])),
    "bounded_mean": (AFTER, 1, 3),
    **dict.fromkeys(("bounded_mean_change", "bounded_paired_ratio"), (PAIRS, 1, 3)),
    **dict.fromkeys(("bounded_mean_difference", "bounded_mean_ratio"), (AFTER, BEFORE, 1, 3)),
    **dict.fromkeys(("bounded_paired_share_difference", "bounded_paired_share_ratio"), TABLE),
    **dict.fromkeys(("melded_difference", "melded_ratio"), TWO_SHARES),
    **dict.fromkeys(("published_difference", "published_ratio"), (62.0, 1.5, 60.0, 1.2)),
    "published_value": (62.0, 1.5),
}
LEVELLED = [name for name, kernel in KERNELS.items() if "level" in inspect.signature(kernel).parameters]


def intervals_of(found):
    """Return the intervals that a result holds."""
    if isinstance(found, Interval | frozenset):
        return [found] if isinstance(found, Interval) else []
    parts = [getattr(found, name, None) for name in ("interval", "shift", "change", "level_change", "difference")]
    return [one if isinstance(one, Interval) else one.interval for one in parts if one is not None]


def test_every_statistic_is_called():
    assert RIGHT.keys() == KERNELS.keys()


@pytest.mark.parametrize("name", KERNELS)
def test_a_right_call_is_answered(name):
    found = KERNELS[name](*RIGHT[name])
    for interval in intervals_of(found):
        assert interval.low <= interval.high
        assert interval.level == 0.95


@pytest.mark.parametrize("name", LEVELLED)
@pytest.mark.parametrize("level", [95, 1.0, 0.0, -0.5, math.nan])
def test_a_level_in_per_cent_is_refused(name, level):
    with pytest.raises(ValueError, match=r"level must lie between 0 and 1, for example 0\.95; got"):
        KERNELS[name](*RIGHT[name], level=level)


COUNTS = {name: call for name, call in RIGHT.items() if all(type(part) is int for part in call)}


@pytest.mark.parametrize("name", COUNTS)
def test_negative_and_broken_counts_are_refused(name):
    call = COUNTS[name]
    for place in range(len(call)):
        for wrong, said in ((-1, "cannot be negative; got -1"), (2.5, "must be a whole number; got 2.5")):
            with pytest.raises(ValueError, match=said):
                KERNELS[name](*call[:place], wrong, *call[place + 1 :])


@pytest.mark.parametrize("name", ["clopper_pearson", "held_newcombe", "koopman_ratio", "hypergeometric"])
def test_more_hits_than_people_are_refused(name):
    with pytest.raises(ValueError, match="hits cannot be more than n; got 11 of 10"):
        KERNELS[name](11, *COUNTS[name][1:])


def test_counts_say_which_shape_they_expect():
    with pytest.raises(ValueError, match=r"table must be 3 x 3, one row and column per ascending level; got \(2, 2\)"):
        PairedCounts(levels=[1, 2, 3], table=[[1, 2], [3, 4]])
    with pytest.raises(ValueError, match="table cannot be negative; got -1"):
        PairedCounts(levels=[1, 2], table=[[1, -1], [3, 4]])
    with pytest.raises(ValueError, match="levels must be as many as counts; got 2 and 3"):
        AnswerCounts(levels=[1, 2], counts=[1, 2, 3])
    with pytest.raises(ValueError, match="counts must be whole numbers"):
        AnswerCounts(levels=[1, 2], counts=[1.5, 2])
    with pytest.raises(ValueError, match="days and closed must be equally many"):
        DurationCounts.from_times([1, 2], [True])
    with pytest.raises(ValueError, match="n and total must be tables of units by cells"):
        UnitSums(n=[1, 2], total=[1, 2])


def test_a_time_beyond_the_follow_up_is_refused():
    still_open = kaplan_meier(DurationCounts.from_times([5, 9, 20, 30], [True, True, True, False]))
    for call in (
        lambda: restricted_mean.restricted_mean(still_open, 31),
        lambda: restricted_mean.restricted_mean_difference(FAST, still_open, 31),
        lambda: survival.closed_share(still_open, 31),
    ):
        with pytest.raises(ValueError, match="cannot be later than the last follow-up, day 30; got 31"):
            call()


# ---- edges -------------------------------------------------------------------------------------------------

EDGES = [(0, 10), (10, 10), (0, 1), (1, 1), (0, 10**7), (10**7, 10**7), (5_000_000, 10**7)]


@pytest.mark.parametrize(("hits", "n"), EDGES)
def test_a_share_at_the_edges(hits, n):
    interval = clopper_pearson(hits, n)
    assert 0 <= interval.low <= hits / n <= interval.high <= 1
    assert interval.low < interval.high


@pytest.mark.parametrize("first", EDGES)
@pytest.mark.parametrize("second", EDGES)
@pytest.mark.parametrize("name", ["held_newcombe", "koopman_ratio"])
def test_two_shares_at_the_edges(name, first, second):
    interval = KERNELS[name](*first, *second)
    ratio = name == "koopman_ratio"
    seen = first[0] / first[1] - second[0] / second[1]
    if ratio and not second[0]:
        assert interval.high == math.inf
        return
    seen = (first[0] / first[1]) / (second[0] / second[1]) - 1 if ratio else seen
    assert -1 <= interval.low <= seen + 1e-9
    assert seen - 1e-9 <= interval.high <= (math.inf if ratio else 1)


@pytest.mark.parametrize("name", ["tango", "paired_ratio"])
@pytest.mark.parametrize(
    "table", [(0, 0, 0, 1), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 9, 0), (9, 0, 0, 9), (10**7, 5, 9, 10**6)]
)
def test_paired_shares_at_the_edges(name, table):
    interval = KERNELS[name](*table)
    assert -1 <= interval.low <= interval.high
    assert not math.isnan(interval.high)


def test_all_ties_say_that_nothing_moved():
    same = PairedCounts(levels=[1, 2, 3], table=np.diag([4, 5, 6]))
    assert KERNELS["signed_rank"](same).p_value == 1.0
    assert KERNELS["sign_test"](same).p_value == 1.0
    assert KERNELS["probability_higher_paired"](same).value == 0.5
    alike = AnswerCounts(levels=[3], counts=[8])
    assert KERNELS["mann_whitney"](alike, alike).p_value == 1.0
    assert KERNELS["probability_higher"](alike, alike).value == 0.5
    with pytest.raises(ValueError, match="answers that differ"):
        KERNELS["hedges_g_av"](same.__class__(levels=[1, 2], table=[[9, 0], [0, 0]]))
    for name in ("paired_mean_difference", "mean_difference", "mean"):
        arguments = {"paired_mean_difference": (same,), "mean": (alike,)}.get(name, (alike, alike))
        found = KERNELS[name](*arguments)
        assert (found.varied, found.curve, found.p_value, found.interval.high) == (False, None, None, math.inf)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: KERNELS["cluster_robust_contrast"](UNITS, (0, 0)), "not all nought"),
        (lambda: KERNELS["cluster_robust_contrast"](UNITS, (1, math.nan)), "finite weights"),
        (lambda: KERNELS["clustered_share"]([4, math.nan], [1, 1]), "hits between 0 and n"),
        (lambda: KERNELS["cluster_robust_coefficient"]([[1.0]] * 4, [1, 2, math.nan, 3], [0, 0, 1, 1], 0), "gaps"),
        (lambda: KERNELS["cluster_robust_coefficient"]([[1.0]] * 4, [1, 2, 2, 3], [0, 0, 1, math.nan], 0), "gaps"),
        (lambda: KERNELS["cluster_robust_coefficient"]([[1.0]] * 4, [1, 2, 2, 3], [0, 0, 1, 1], 5), "place must be"),
        (lambda: KERNELS["interrupted_series"](VALUES, 6.5), "intervention must be a whole number"),
        (lambda: KERNELS["step_change"](VALUES, 6.5), "at must be a whole number"),
        (lambda: KERNELS["icc_anova"]([2, math.nan, 1], [1, 1, 2]), "without gaps"),
        (lambda: UnitSums(n=[[math.inf]], total=[[1]]), "n must be whole numbers"),
        (lambda: KERNELS["krippendorff_alpha"](Ratings.from_table([[1, 1], [2, 2]]), level=95), "level must lie"),
        (lambda: KERNELS["kendall_tau_b"]([[3, math.nan], [1, 2]]), "counts of doses by changes"),
        (lambda: Ratings.from_table([[None, None]]), "at least one judgement"),
        (lambda: clopper_pearson(*SHARE, level="0.95"), "level must lie between"),
        (lambda: KERNELS["feldt_interval"](1.8, 10, 3), "alpha cannot be more than 1"),
        (lambda: DurationCounts.from_times([1, 2], [1, math.nan]), "closed must be True or False"),
        (lambda: DurationCounts.from_times([1, 2], [True, "False"]), "closed must be True or False"),
        (lambda: DurationCounts.from_times([1, 2], [1, 2]), "closed must be True or False"),
        (lambda: DurationCounts.from_times([1, 2], [True, None]), "closed must be True or False"),
        (lambda: AnswerCounts(levels=[1, math.nan], counts=[1, 2]), "finite numbers"),
        (lambda: AnswerCounts(levels=[1, "two"], counts=[1, 2]), "levels must be numbers"),
        (lambda: AnswerCounts(levels=[1, 2], counts=["1", "2"]), "whole numbers"),
        (lambda: AnswerCounts(levels=[1, 2], counts=[1, None]), "whole numbers"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_one_unit_is_no_sample_of_units():
    one = UnitSums(n=[[4, 4]], total=[[3, 2]])
    with pytest.raises(ValueError, match="at least two units must have both cells; got 1"):
        KERNELS["unit_mean_difference"](one)
    with pytest.raises(ValueError, match="observations from at least two units"):
        KERNELS["cluster_robust_contrast"](one, (1, -1))
    with pytest.raises(ValueError, match="at least two units must have observations; got 1"):
        KERNELS["clustered_share"]([4], [3])


def test_nobody_open_and_everybody_open():
    closed = kaplan_meier(DurationCounts.from_times([3, 5, 9, 9], [True] * 4))
    assert restricted_mean.restricted_mean(closed, 100).value == 6.5
    assert survival.closed_share(closed, 100).value == 1.0
    waiting = kaplan_meier(DurationCounts.from_times([30, 40, 50], [False] * 3))
    assert survival.quantile(waiting).value is None
    assert survival.closed_share(waiting, 30).value == 0.0
    with pytest.raises(ValueError, match="at least two cases must be closed by tau, day 30; got 0"):
        restricted_mean.restricted_mean(waiting, 30)


def test_ten_million_people():
    many = PairedCounts(levels=[1, 2, 3], table=np.array([[2, 2, 1], [1, 2, 3], [1, 1, 2]]) * 700_000)
    assert many.n > 10**7
    for name in ("probability_higher_paired", "paired_mean_difference", "hedges_g_av", "paired_mean_ratio"):
        interval = KERNELS[name](many).interval
        assert 0 < interval.high - interval.low < 0.01
    for name in ("signed_rank", "sign_test"):
        assert 0 <= KERNELS[name](many).p_value < 1e-9
    assert KERNELS["mann_whitney"](many.after, many.before).p_value < 1e-9
    assert KERNELS["hypergeometric"](10**6, 10**7, 2 * 10**7).high < 0.101
