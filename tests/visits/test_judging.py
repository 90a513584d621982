"""What a score rests on besides its units: which visits were made, and by whom."""

import numpy as np
import pandas as pd
import pytest

from effektmatt.core import About, Note
from effektmatt.goals import Target, Verdict, judge
from effektmatt.visits.coding import code_visits
from effektmatt.visits.comparison import VisitWaves
from effektmatt.visits.judging import same_visitors
from effektmatt.visits.outcome import visit_score_outcome
from visits.made import CHECKLIST, UNITS, visits

RISE = Target(direction="increase")


def waves(*given):
    return VisitWaves(**{
        wave: code_visits(frame, CHECKLIST, wave, unit="enhet", visitor="vem")[0]
        for wave, frame in zip(("before", "after"), given, strict=True)
    })  # fmt: skip


def assumed(estimate):
    return [note.code for note in estimate.assumptions]


def test_one_of_five_who_judged_both_times_does_not_settle_that_all_are_alike():
    """Three before and three after: what looks like a rise is that other people judged, who are kinder."""
    kind = {"A1": -0.25, "A2": -0.25}
    before = visits(UNITS, 0.5, seed=1, visitors=("B1", "B2", "S"))
    after = visits(UNITS, 0.5, seed=2, visitors=("A1", "A2", "S"), strict=kind)
    estimate = visit_score_outcome(waves(before, after), About()).estimate
    assert estimate.interval.low > 0
    assert assumed(estimate) == ["visits-show-what-is-usual", "visitors-equally-strict"]
    assert dict(estimate.assumptions[1].values) == {"share": pytest.approx(1 / 3, abs=0.01)}
    fulfilment = judge(estimate, RISE)
    assert fulfilment.verdict is Verdict.UNDETERMINED  # what S saw rules out what all saw
    assert fulfilment.rival.interval.high < estimate.value


def test_where_most_judged_both_times_the_change_that_each_of_them_saw_decides():
    """All judge both times, but the strict ones nearly only before: the rise is theirs, and nobody saw it."""
    strict = {"S1": 0.3, "S2": 0.3}
    before = visits(UNITS, 0.6, each=5, seed=1, visitors=("S1", "S2", "S1", "S2", "M"), strict=strict)
    after = visits(UNITS, 0.6, each=5, seed=2, visitors=("M", "M", "S1", "M", "S2"), strict=strict)
    estimate = visit_score_outcome(waves(before, after), About()).estimate
    assert estimate.interval.low > 0
    assert assumed(estimate) == ["visits-show-what-is-usual"]
    fulfilment = judge(estimate, RISE)
    assert fulfilment.verdict is Verdict.UNDETERMINED
    assert fulfilment.reasons == (Note(code="rival-explanation", values={"rival": "visit-score-difference-adjusted"}),)
    real = visit_score_outcome(waves(before, after.assign(p0="ja", p1="ja", p2="ja", p5="ja", p6="ja")), About())
    assert judge(real.estimate, RISE).verdict is Verdict.LIKELY_MET


def test_an_area_and_an_item_are_freed_of_their_visitors_too():
    before, after = visits(UNITS, 0.5, seed=1), visits(UNITS, 0.7, seed=2)
    for asked in ({"area": "Möte"}, {"item": "p1"}):
        (rival,) = visit_score_outcome(waves(before, after), About(), **asked).estimate.rivals
        assert rival.interval.low < 0.2 < rival.interval.high


def test_a_relative_change_rests_on_visitors_who_are_as_strict():
    before, after = visits(UNITS, 0.5, seed=1), visits(UNITS, 0.7, seed=2)
    estimate = visit_score_outcome(waves(before, after), About(), reading="relative").estimate
    assert assumed(estimate) == ["visits-show-what-is-usual", "visitors-equally-strict"]
    alone = waves(*(frame.assign(vem="B1") for frame in (before, after)))
    assert assumed(visit_score_outcome(alone, About(), reading="relative").estimate) == ["visits-show-what-is-usual"]


def test_other_units_after_must_be_like_those_before():
    texts = waves(visits(UNITS[:10], 0.5, seed=1), visits(UNITS[10:], 0.7, seed=2))
    estimate = visit_score_outcome(texts, About()).estimate
    assert assumed(estimate) == ["visits-show-what-is-usual", "other-units-alike"]
    assert judge(estimate, RISE).verdict is Verdict.LIKELY_MET


def test_the_share_of_the_same_is_that_of_the_wave_where_it_is_smallest():
    frames = [pd.DataFrame({"enhet": "A", "vem": list(who)}).assign(**dict.fromkeys(CHECKLIST.values, "ja"))
              for who in ("XXYZ", "XWWW")]  # fmt: skip
    assert same_visitors(waves(*frames).present) == 0.25
    unknown = [frame.assign(vem=np.where(frame.index == 0, None, frame["vem"])) for frame in frames]
    assert same_visitors(waves(*unknown).present) == 0.0


@pytest.mark.parametrize("visitors", [("A1", "A2", "S"), ("B1", "B2", "S")])
def test_the_change_without_visitors_is_judged_as_carefully_as_the_one_with_them(visitors):
    """It stands beside the goal: it is free of who judged, but not of which visits were made."""
    before = visits(UNITS, 0.4, seed=1, visitors=("B1", "B2", "S"))
    after = visits(UNITS, 0.7, seed=2, visitors=visitors)
    found = visit_score_outcome(waves(before, after), About())
    (adjusted,) = (one for one in found.beside if one.measure == "visit-score-difference-adjusted")
    assert assumed(adjusted) == ["visits-show-what-is-usual"]
    assert judge(found.estimate, RISE).verdict is judge(adjusted, RISE).verdict is Verdict.LIKELY_MET
