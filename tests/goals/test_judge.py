"""The verdict: the checks with numbers in the design, and what must hold for any numbers."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import Curve, Estimate, Evidence, Interval, Note, Range, Sensitivity, Unit
from effektmatt.goals import Target, Tipping, Verdict, judge, judge_all
from effektmatt.stats.question import approximate
from effektmatt.stats.share import clopper_pearson, hypergeometric, possible_range

RESEMBLE = Note(code="missing-resemble-answered")


def finite_share(hits: int, n: int, population: int) -> Estimate:
    """A share of a finite population of which n answered, as the surveys room makes it."""
    census = n == population
    return Estimate(
        measure="share-improved",
        value=hits / n if n else None,
        unit=Unit.SHARE,
        n=n,
        hits=hits,
        population=population,
        evidence=Evidence.CENSUS if census else Evidence.FINITE,
        interval=None if census or not n else hypergeometric(hits, n, population, 0.95),
        possible=possible_range(hits, n, population),
        curve=Curve(kind="beta-binomial", parameters=(hits, n, population)),
        method="hypergeometric-exact",
        assumptions=() if census else (RESEMBLE,),
    )


def process_share(hits: int, n: int, *assumptions: Note) -> Estimate:
    return Estimate(
        measure="share",
        value=hits / n,
        unit=Unit.SHARE,
        n=n,
        hits=hits,
        evidence=Evidence.PROCESS,
        interval=clopper_pearson(hits, n, 0.95),
        curve=Curve(kind="beta", parameters=(hits + 0.5, n - hits + 0.5)),
        method="clopper-pearson",
        assumptions=assumptions,
    )


def difference(value: float, low: float, high: float, *assumptions: Note) -> Estimate:
    return Estimate(
        measure="restricted-mean-difference",
        value=value,
        unit=Unit.DAYS,
        n=900,
        evidence=Evidence.PROCESS,
        interval=Interval(low=low, high=high, level=0.95, method="normal"),
        curve=Curve(kind="normal", parameters=(value, (high - low) / 3.919928)),
        method="kaplan-meier",
        assumptions=assumptions,
    )


def test_possible_range_and_tipping_point_of_720_trained_400_linked_340_improved():
    found = judge(finite_share(340, 400, 720), Target(at_least=0.80))
    assert found.estimate.possible is not None
    assert round(found.estimate.possible.low, 3) == 0.472
    assert round(found.estimate.possible.high, 3) == 0.917
    assert found.tipping == Tipping(needed=236, missing=320)


def test_ten_of_ten_from_twelve_proves_eighty_per_cent():
    assert judge(finite_share(10, 10, 12), Target(at_least=0.80)).verdict is Verdict.MET


def test_ten_of_ten_from_a_process_does_not():
    assert judge(process_share(10, 10), Target(at_least=0.80)).verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(("enough", "n"), [(20, 20), (46, 50), (89, 100), (172, 200), (336, 400)])
def test_when_eighty_per_cent_can_first_be_assured(enough: int, n: int):
    assert judge(process_share(enough, n), Target(at_least=0.80)).verdict is Verdict.MET
    assert judge(process_share(enough - 1, n), Target(at_least=0.80)).verdict is not Verdict.MET


def test_a_goal_of_all_is_refuted_by_one_failure_and_proven_only_by_a_census():
    everybody = Target(at_least=1.0)
    assert judge(finite_share(11, 12, 40), everybody).verdict is Verdict.NOT_MET
    assert judge(finite_share(39, 39, 40), everybody).verdict is Verdict.UNDETERMINED
    assert judge(finite_share(40, 40, 40), everybody).verdict is Verdict.MET


@pytest.mark.parametrize(("hits", "verdict"), [(48, Verdict.MET), (47, Verdict.NOT_MET)])
def test_a_census_at_the_target_survives_floating_point(hits: int, verdict: Verdict):
    assert judge(finite_share(hits, 60, 60), Target(at_least=0.80)).verdict is verdict


def test_an_untestable_assumption_makes_it_likely_only():
    target = Target(at_least=0.80)
    assert judge(process_share(95, 100), target).verdict is Verdict.MET
    assert judge(process_share(95, 100, RESEMBLE), target).verdict is Verdict.LIKELY_MET
    assert judge(process_share(40, 100, RESEMBLE), target).verdict is Verdict.LIKELY_NOT_MET
    assert judge(process_share(40, 100), target).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("n", "verdict", "reason"),
    [
        (50, Verdict.MET, "interval"),
        (49, Verdict.LIKELY_MET, "interval-of-few"),
        (25, Verdict.LIKELY_MET, "interval-of-few"),
        (24, Verdict.UNDETERMINED, "far-too-few"),
    ],
)
def test_an_approximate_interval_makes_it_likely_and_one_of_far_too_few_nothing(n: int, verdict: Verdict, reason: str):
    estimate = replace(difference(-20.0, -22.0, -16.0), notes=approximate(n, 50))
    found = judge(estimate, Target(decrease_by=14))
    assert (found.verdict, found.reasons[0].code) == (verdict, reason)
    assert judge(estimate, Target(decrease_by=18)).reasons[0].code == "interval-contains-target"


@pytest.mark.parametrize(("low", "verdict"), [(-16.5, Verdict.MET), (-13.9, Verdict.UNDETERMINED)])
def test_a_verdict_needs_the_cautious_interval_too(low: float, verdict: Verdict):
    cautious = Interval(low=-24.0, high=low, level=0.95, method="cautious")
    estimate = replace(difference(-20.0, -22.0, -17.0), cautious=cautious)
    found = judge(estimate, Target(decrease_by=14))
    assert found.verdict is verdict
    if verdict is Verdict.UNDETERMINED:
        assert found.reasons[0] == Note(
            code="cautious-contains-target", values={"low": -24.0, "high": low, "unit": "days"}
        )


def test_far_too_few_are_enough_where_a_cautious_interval_says_so():
    cautious = Interval(low=-24.0, high=-15.0, level=0.95, method="cautious")
    estimate = replace(difference(-20.0, -22.0, -17.0), notes=approximate(5, 50), cautious=cautious)
    assert judge(estimate, Target(decrease_by=14)).verdict is Verdict.LIKELY_MET


def test_what_is_assumed_says_why_it_is_likely_before_how_few_there_are():
    estimate = replace(difference(-20.0, -22.0, -16.0, RESEMBLE), notes=approximate(40, 50))
    assert judge(estimate, Target(decrease_by=14)).reasons[0].code == "interval-given-assumptions"


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (-22.0, -16.0, Verdict.MET),
        (-16.0, -14.0, Verdict.MET),
        (-16.0, -13.0, Verdict.UNDETERMINED),
        (-13.0, -9.0, Verdict.NOT_MET),
        (1.0, 5.0, Verdict.NOT_MET),
    ],
)
def test_two_weeks_shorter(low: float, high: float, verdict: Verdict):
    assert judge(difference((low + high) / 2, low, high), Target(decrease_by=14)).verdict is verdict


@pytest.mark.parametrize(
    ("total", "verdict"), [(35, Verdict.NOT_MET), (36, Verdict.MET), (44, Verdict.MET), (45, Verdict.NOT_MET)]
)
def test_about_forty_within_a_tenth(total: int, verdict: Verdict):
    count = Estimate(measure="count", value=total, unit=Unit.COUNT, n=total, evidence=Evidence.CENSUS, method="census")
    assert judge(count, Target(about=40, within=0.10)).verdict is verdict


def test_a_direction_needs_more_than_no_change():
    up = Target(direction="increase")
    assert judge(difference(2.0, 0.5, 3.5), up).verdict is Verdict.MET
    assert judge(difference(2.0, 0.0, 4.0), up).verdict is Verdict.UNDETERMINED
    assert judge(difference(-2.0, -3.0, -1.0), up).verdict is Verdict.NOT_MET
    nothing = Estimate(measure="count", value=0, unit=Unit.COUNT, n=4, evidence=Evidence.CENSUS, method="census")
    assert judge(nothing, up).verdict is Verdict.NOT_MET


def test_without_a_target_there_is_no_verdict():
    found = judge(process_share(3, 10), None)
    assert found.verdict is Verdict.NO_TARGET
    assert found.probability is None


def test_what_arithmetic_rules_out_is_not_assessed():
    reason = Note(code="unreachable-above")
    found = judge(process_share(3, 10), Target(at_least=0.5), unreachable=reason)
    assert found.verdict is Verdict.NOT_ASSESSABLE
    assert found.reasons == (reason,)


def test_no_data_is_not_assessed_and_says_why():
    why = Note(code="no-after-wave")
    empty = Estimate(
        measure="share", value=None, unit=Unit.SHARE, n=0, evidence=Evidence.PROCESS, method="", notes=(why,)
    )
    found = judge(empty, Target(at_least=0.5))
    assert found.verdict is Verdict.NOT_ASSESSABLE
    assert found.reasons == (why,)


def test_the_worst_part_decides_and_its_number_is_shown():
    met, likely, no = (
        judge(finite_share(41, 41, 41), Target(at_least=0.9)),
        judge(process_share(95, 100, RESEMBLE), Target(at_least=0.8)),
        judge(finite_share(1, 41, 41), Target(at_least=0.9)),
    )
    whole = judge_all((met, likely, no))
    assert (whole.verdict, whole.deciding, whole.probability) == (Verdict.NOT_MET, 2, 0.0)
    assert whole.estimate is no.estimate
    both = judge_all((met, likely))
    assert (both.verdict, both.probability) == (Verdict.LIKELY_MET, likely.probability)


def test_no_parts_is_a_wrong_call():
    with pytest.raises(ValueError, match="at least one part"):
        judge_all(())


@given(st.integers(1, 60), st.data())
def test_verdict_agrees_with_what_is_printed(population: int, data: st.DataObject):
    n = data.draw(st.integers(1, population))
    hits = data.draw(st.integers(0, n))
    goal = data.draw(st.sampled_from([0.05, 0.5, 0.75, 0.8, 0.9, 1.0]))
    found = judge(finite_share(hits, n, population), Target(at_least=goal))
    assert found.probability is not None
    if found.verdict in (Verdict.MET, Verdict.NOT_MET):
        assert found.probability == pytest.approx(float(found.verdict is Verdict.MET), abs=1e-9)
        return
    assert found.tipping is not None
    assert 0 < found.tipping.needed <= found.tipping.missing
    interval = found.estimate.interval
    assert interval is not None
    if goal * population > population - 1:
        assert found.verdict is Verdict.UNDETERMINED
        return
    expected = {
        Verdict.LIKELY_MET: interval.low >= goal - 1e-9,
        Verdict.LIKELY_NOT_MET: interval.high < goal - 1e-9,
        Verdict.UNDETERMINED: interval.low < goal - 1e-9 and interval.high >= goal - 1e-9,
    }
    assert expected[found.verdict]


def test_probability_of_a_region_with_two_ends():
    near = Estimate(
        measure="mean",
        value=40.0,
        unit=Unit.SCORE,
        n=50,
        evidence=Evidence.PROCESS,
        interval=Interval(low=36.1, high=43.9, level=0.95, method="t"),
        curve=Curve(kind="normal", parameters=(40.0, 2.0)),
        method="t",
    )
    found = judge(near, Target(about=40, within=0.1))
    assert found.probability == pytest.approx(math.erf(2 / math.sqrt(2)), abs=1e-6)
    assert found.verdict is Verdict.MET


def test_possible_range_beats_the_interval():
    share = finite_share(10, 10, 12)
    assert share.possible == Range(low=10 / 12, high=1.0)
    assert judge(share, Target(at_least=0.80)).verdict is Verdict.MET
    assert judge(share, Target(at_least=0.85)).verdict is Verdict.LIKELY_MET  # 11 of 12 are needed


def test_all_of_a_process_can_be_refuted_but_not_proven():
    assert judge(process_share(100, 100), Target(at_least=1.0)).verdict is Verdict.UNDETERMINED
    assert judge(process_share(99, 100), Target(at_least=1.0)).verdict is Verdict.NOT_MET


@pytest.mark.parametrize("population", [2, 12, 41, 400, 5000])
def test_one_missing_leaves_a_goal_of_all_open_however_many_answered(population: int):
    found = judge(finite_share(population - 1, population - 1, population), Target(at_least=1.0))
    assert (found.verdict, found.tipping) == (Verdict.UNDETERMINED, Tipping(needed=1, missing=1))


@pytest.mark.parametrize("target", [Target(at_least=80), Target(at_least=1.5), Target(at_most=-0.2)])
def test_a_share_is_not_held_against_per_cent(target):
    with pytest.raises(ValueError, match="a share is written between 0 and 1"):
        judge(process_share(84, 100), target)


def test_a_difference_of_shares_may_be_negative_but_not_seventy():
    points = replace(process_share(84, 100), unit=Unit.POINTS, hits=None)
    assert judge(points, Target(at_least=-0.05)).verdict is Verdict.MET
    with pytest.raises(ValueError, match="got increase_by=70"):
        judge(points, Target(increase_by=70))


@pytest.mark.parametrize("target", [{"increase_by": 0.7}, {"direction": "increase"}])
def test_a_share_is_no_change(target):
    share = Estimate(measure="share", value=0.5, unit=Unit.SHARE, n=10, evidence=Evidence.CENSUS, method="census")
    with pytest.raises(ValueError, match="a share is a level"):
        judge(share, Target(**target))


@pytest.mark.parametrize(
    ("low", "verdict"), [(0.81, Verdict.MET), (0.79, Verdict.UNDETERMINED), (0.2, Verdict.UNDETERMINED)]
)
def test_a_verdict_must_withstand_what_cannot_be_seen(low, verdict):
    seen = Sensitivity(low=0.85, high=1.0, reason=Note(code="missing-may-overturn"))
    unseen = Sensitivity(low=low, high=1.0, reason=Note(code="beyond-horizon"))
    found = judge(replace(process_share(196, 200), sensitivity=(seen, unseen)), Target(at_least=0.8))
    assert found.verdict is verdict
    if verdict is Verdict.UNDETERMINED:
        assert (found.reasons, found.probability) == ((unseen.reason,), None)
    else:
        assert found.probability > 0.99


def test_only_an_estimate_can_be_judged():
    with pytest.raises(TypeError, match=r"an Estimate, such as .* got float"):
        judge(0.8, Target(at_least=0.8))


@pytest.mark.parametrize("amount", ["80 %", True])
def test_a_target_is_a_number(amount):
    with pytest.raises(TypeError, match="at_least must be a number"):
        Target(at_least=amount)


def test_a_verdict_stands_only_where_every_rival_explanation_gives_it_too():
    plain = Estimate(
        measure="score-difference",
        value=0.3,
        unit=Unit.SCORE,
        n=40,
        evidence=Evidence.PROCESS,
        method="t",
        interval=Interval(low=0.1, high=0.5, level=0.95, method="t"),
    )
    agrees = replace(plain, measure="less-trend", interval=Interval(low=0.01, high=0.6, level=0.95, method="t"))
    doubts = replace(agrees, interval=Interval(low=-0.1, high=0.7, level=0.95, method="t"))
    rise, fall = Target(direction="increase"), Target(direction="decrease")
    assert judge(replace(plain, rivals=(agrees,)), rise).verdict is Verdict.MET
    assert judge(replace(plain, rivals=(agrees,)), fall).verdict is Verdict.NOT_MET
    for target in (rise, fall):
        judged = judge(replace(plain, rivals=(agrees, doubts)), target)
        assert judged.verdict is Verdict.UNDETERMINED
        assert judged.reasons == (Note(code="rival-explanation", values={"rival": "less-trend"}),)
    unsure = replace(plain, interval=Interval(low=-0.1, high=0.5, level=0.95, method="t"), rivals=(doubts,))
    assert judge(unsure, rise).reasons == (Note(code="interval-contains-target"),)
