"""What the composer asks of every kind of source, and how a kind's own types are told apart."""

import pytest

from effektmatt.core import Change, Estimate, Evidence, Linkage, Outcome, Unit
from effektmatt.core.kinds import KINDS as NAMES
from effektmatt.core.kinds import of_every_kind
from effektmatt.evaluation.kinds import KINDS
from effektmatt.evaluation.kinds.common import level_after, narrowed
from effektmatt.goals import Target
from effektmatt.plan.kinds.common import Kind as PlanKind
from effektmatt.plan.kinds.register import Count, Share


def estimate(measure, value):
    return Estimate(measure=measure, value=value, unit=Unit.COUNT, n=3, evidence=Evidence.CENSUS, method="census")


@pytest.mark.parametrize("name", NAMES)
def test_every_measure_of_a_kind_is_answered_once(name):
    asked = of_every_kind("plan", PlanKind)[name]
    answered = [one.measure for one in KINDS[name].answers]
    assert KINDS[name].source is asked.source
    assert len(set(answered)) == len(answered)
    assert set(asked.measures) <= set(answered) <= {*asked.measures, Share}  # a share can be one of answers, too


def test_a_thing_of_another_kind_is_refused():
    share = Share(kind="share", source="deltagare", where={"ja": ["ja"]})
    assert narrowed(share, Share) is share
    with pytest.raises(TypeError, match="Count was expected, not Share"):
        narrowed(share, Count)


@pytest.mark.parametrize(
    ("target", "judged"),
    [(Target(at_most=30), 7), (Target(at_least=1), 7), (Target(decrease_by=2), -2), (None, -2)],
)
def test_a_target_level_is_about_the_time_after(target, judged):
    change = Change(
        before=estimate("days", 9.0),
        after=estimate("days", 7.0),
        difference=estimate("days-difference", -2.0),
        linkage=Linkage.INDEPENDENT,
    )
    assert level_after(Outcome(estimate=change.difference, change=change), target).estimate.value == judged
    assert level_after(Outcome(estimate=change.after), target).estimate is change.after
