import pandas as pd
import pytest

from effektmatt.core import About, Evidence, Hide
from effektmatt.errors import InputFaults
from effektmatt.goals import Target, Verdict, judge
from effektmatt.registers.share import share_outcome

REGISTER = pd.DataFrame(
    {
        "validering": ["ja"] * 170 + ["nej"] * 10 + [None] * 20 + ["ja"] * 41 + ["nej"] * 6 + [" "],
        "kon": ["kvinna"] * 200 + ["man"] * 44 + ["annat"] * 4,
        "genomgatt": ["ja"] * 200 + ["nej"] * 48,
    }
)


def test_a_share_of_everybody_is_counted_and_has_no_interval():
    estimate = share_outcome(REGISTER, {"validering": "ja"}, About()).estimate
    assert (estimate.measure, estimate.hits, estimate.n, estimate.population) == ("share", 211, 248, 248)
    assert (estimate.evidence, estimate.interval, estimate.method) == (Evidence.CENSUS, None, "census")
    assert estimate.curve.parameters == (211 / 248,)
    assert judge(estimate, Target(at_least=0.95)).verdict is Verdict.NOT_MET


def test_empty_cells_count_as_no_and_it_is_said_what_they_could_be():
    outcome = share_outcome(REGISTER, {"validering": "ja"}, About())
    assert (outcome.estimate.possible.low, outcome.estimate.possible.high) == (211 / 248, 232 / 248)
    assert [(note.code, dict(note.values)) for note in outcome.notes] == [
        ("unknown-counted-as-no", {"n": 21, "columns": "validering"})
    ]
    assert (outcome.estimate.hits, outcome.estimate.n) == (211, 248)


def test_among_some_only():
    outcome = share_outcome(REGISTER, {"validering": "ja"}, About(), among={"genomgatt": "ja"})
    assert (outcome.estimate.hits, outcome.estimate.n) == (170, 200)


def test_who_cannot_be_placed_is_left_out_and_counted():
    register = pd.DataFrame({"a": ["ja", "ja", "nej"], "genomgatt": ["ja", None, "ja"]})
    outcome = share_outcome(register, {"a": "ja"}, About(), among={"genomgatt": "ja"})
    assert (outcome.estimate.hits, outcome.estimate.n) == (1, 2)
    assert [(note.code, dict(note.values)) for note in outcome.notes] == [
        ("among-unknown", {"n": 1, "columns": "genomgatt"})
    ]


def test_groups_are_counted_and_small_ones_hidden_with_one_more():
    outcome = share_outcome(REGISTER, {"validering": "ja"}, About(), by=["kon"])
    assert [(one.group, one.hidden) for one in outcome.groups] == [("annat", True), ("kvinna", False), ("man", True)]
    assert outcome.groups[1].estimate.hits == 170
    assert [one.estimate is None for one in outcome.groups] == [True, False, True]
    shown = share_outcome(REGISTER, {"validering": "ja"}, About(hide=Hide(means=2)), by=["kon"])
    assert sum(one.estimate.hits for one in shown.groups) == 211


def test_nobody_in_the_denominator():
    register = pd.DataFrame({"a": ["ja", "nej"], "genomgatt": ["nej", "nej"]})
    estimate = share_outcome(register, {"a": "ja"}, About(), among={"genomgatt": "ja"}).estimate
    assert (estimate.value, [note.code for note in estimate.notes]) == (None, ["no-rows"])
    assert judge(estimate, Target(at_least=0.5)).verdict is Verdict.NOT_ASSESSABLE


def test_a_missing_grouping_column_is_a_fault():
    with pytest.raises(InputFaults) as error:
        share_outcome(REGISTER, {"validering": "ja"}, About(), by=["kön"], file="deltagare.csv")
    assert [(fault.code, fault.nearest) for fault in error.value.faults] == [("column-missing", "kon")]
