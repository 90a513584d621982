import pytest

from effektmatt.core import About, Evidence, Unit
from effektmatt.goals import Target, Verdict, judge
from effektmatt.stats.probability import above
from effektmatt.visits.coding import code_visits
from effektmatt.visits.comparison import VisitWaves
from effektmatt.visits.outcome import visit_score_outcome
from visits.made import CHECKLIST, ITEMS, UNITS, visits


def coded(frame, wave, **more):
    return code_visits(frame, CHECKLIST, wave, unit="enhet", visitor="vem", **more)[0]


@pytest.fixture(scope="module")
def waves():
    return VisitWaves(before=coded(visits(UNITS, 0.5), "before"), after=coded(visits(UNITS, 0.7, seed=2), "after"))


@pytest.mark.parametrize(
    ("reading", "measure", "unit"),
    [
        ("points", "visit-score-difference", Unit.POINTS),
        ("relative", "relative-change", Unit.RELATIVE),
        ("level", "visit-score", Unit.SHARE),
    ],
)
def test_readings(waves, reading, measure, unit):
    outcome = visit_score_outcome(waves, About(), reading=reading)
    assert (outcome.estimate.measure, outcome.estimate.unit) == (measure, unit)
    assert outcome.estimate.evidence is Evidence.PROCESS
    assert outcome.estimate.interval.low < outcome.estimate.value < outcome.estimate.interval.high
    assert len({one.measure for one in outcome.beside}) == 3
    assert outcome.beside[-1].measure == "visit-score-difference-adjusted"
    # the probability and the interval tell the same
    assert above(outcome.estimate.curve, outcome.estimate.interval.low) == pytest.approx(0.975, abs=0.01)


def test_area_and_item(waves):
    whole, area, item = (
        visit_score_outcome(waves, About(), **asked) for asked in ({}, {"area": "Möte"}, {"item": ITEMS[0]})
    )
    assert area.estimate.value == pytest.approx(sum(one.change.difference.value for one in whole.detail.items[:4]) / 4)
    assert item.estimate.value == whole.detail.part(item=ITEMS[0]).change.difference.value
    with pytest.raises(KeyError):
        visit_score_outcome(waves, About(), area="Parken")


def test_verdicts_follow_the_planted_rise(waves):
    estimate = visit_score_outcome(waves, About()).estimate
    assert judge(estimate, Target(direction="increase")).verdict is Verdict.LIKELY_MET
    assert judge(estimate, Target(increase_by=0.2, reading="points")).verdict is Verdict.UNDETERMINED
    assert judge(estimate, Target(increase_by=0.4, reading="points")).verdict is Verdict.LIKELY_NOT_MET


def test_other_visitors_after_make_it_likely(waves):
    other = coded(visits(UNITS, 0.7, seed=2, visitors=("C1",)), "after")
    estimate = visit_score_outcome(VisitWaves(before=waves.before, after=other), About()).estimate
    assert judge(estimate, Target(direction="increase")).verdict is Verdict.LIKELY_MET


def test_a_wave_without_visits(waves):
    only_before = visit_score_outcome(VisitWaves(before=waves.before, after=None), About())
    assert only_before.estimate.value is None
    assert only_before.estimate.notes[0].code == "wave-without-visits"
    assert only_before.estimate.notes[0].values == {"wave": "after"}
    assert only_before.change.before.value is not None
    assert judge(only_before.estimate, Target(direction="increase")).verdict is Verdict.NOT_ASSESSABLE
    only_after = visit_score_outcome(VisitWaves(before=None, after=waves.after), About(), reading="level")
    assert only_after.estimate.value == pytest.approx(0.7, abs=0.06)
    with pytest.raises(ValueError, match="at least one wave"):
        VisitWaves(before=None, after=None)


def test_groups(waves):
    frames = [visits(UNITS, 0.5), visits(UNITS, 0.7, seed=2)]
    for frame in frames:
        frame["slag"] = ["Bibliotek" if unit < "Enhet K" else "Museum" for unit in frame["enhet"]]
    grouped = VisitWaves(before=coded(frames[0], "before", by=["slag"]), after=coded(frames[1], "after", by=["slag"]))
    groups = visit_score_outcome(grouped, About(), reading="level").groups
    assert [(group.by, group.group) for group in groups] == [("slag", "Bibliotek"), ("slag", "Museum")]
    assert all(group.estimate.measure == "visit-score" and group.change is not None for group in groups)
