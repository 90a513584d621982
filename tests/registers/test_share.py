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
    estimate = share_outcome(REGISTER, {"genomgatt": "ja"}, About()).estimate
    assert (estimate.measure, estimate.hits, estimate.n, estimate.population) == ("share", 200, 248, 248)
    assert (estimate.evidence, estimate.interval, estimate.method) == (Evidence.CENSUS, None, "census")
    assert (estimate.curve.parameters, estimate.possible) == ((200 / 248,), None)
    assert judge(estimate, Target(at_least=0.95)).verdict is Verdict.NOT_MET


def test_empty_cells_are_no_census_and_it_is_said_what_is_possible():
    outcome = share_outcome(REGISTER, {"validering": "ja"}, About())
    assert (outcome.estimate.possible.low, outcome.estimate.possible.high) == (211 / 248, 232 / 248)
    assert [(note.code, dict(note.values)) for note in outcome.notes] == [
        ("condition-unknown", {"n": 21, "columns": "validering", "empty": "validering"})
    ]
    assert (outcome.estimate.hits, outcome.estimate.n, outcome.estimate.population) == (211, 227, 248)
    assert (outcome.estimate.evidence, outcome.estimate.interval) == (Evidence.FINITE, None)


@pytest.mark.parametrize(
    ("yes", "no", "empty", "target", "verdict"),
    [
        (3, 40, 30, Target(at_most=0.05), Verdict.UNDETERMINED),  # from 3 of 73 to 33 of 73
        (5, 40, 30, Target(at_most=0.05), Verdict.NOT_MET),  # 6.7 per cent even if nobody more
        (58, 0, 4, Target(at_least=0.95), Verdict.UNDETERMINED),  # from 93.5 to 100 per cent
        (60, 0, 3, Target(at_least=0.95), Verdict.MET),  # at least 60 of 63
        (0, 0, 9, Target(at_least=0.5), Verdict.NOT_ASSESSABLE),
    ],
)
def test_unknown_cells_leave_open_what_they_could_turn(yes: int, no: int, empty: int, target: Target, verdict: Verdict):
    register = pd.DataFrame({"klar": ["ja"] * yes + ["nej"] * no + [None] * empty + ["nej"] * (yes == 0), "x": "ja"})
    if yes == 0:  # one is known, and no goal concerns her
        register.loc[empty, "x"] = "nej"
    estimate = share_outcome(register, {"klar": "ja"} if yes else {"klar": "nej"}, About(), among={"x": "ja"}).estimate
    found = judge(estimate, target)
    assert found.verdict is verdict
    assert "census" not in {note.code for note in found.reasons}


@pytest.mark.parametrize("cell", ["vet ej", "Uppgift saknas.", "?", "x", "ja, 2025-03-01", "pågår", "yes"])
def test_what_is_neither_yes_nor_no_is_unknown(cell: str):
    register = pd.DataFrame({"klar": ["ja"] * 6 + ["nej"] * 3 + [cell]})
    estimate = share_outcome(register, {"klar": "ja"}, About()).estimate
    assert (estimate.hits, estimate.n, estimate.possible.low, estimate.possible.high) == (6, 9, 0.6, 0.7)


def test_another_kind_of_thing_is_known_not_to_be_the_wanted():
    register = pd.DataFrame({"läge": ["genomförd"] * 6 + ["pågår"] * 3 + ["vet ej"], "svar": ["1"] * 5 + ["2"] * 5})
    assert share_outcome(register, {"läge": "genomförd"}, About()).estimate.n == 9
    coded = share_outcome(register, {"svar": "1"}, About()).estimate
    assert (coded.n, coded.evidence) == (10, Evidence.CENSUS)


def test_among_some_only():
    outcome = share_outcome(REGISTER, {"validering": "ja"}, About(), among={"genomgatt": "ja"})
    assert (outcome.estimate.hits, outcome.estimate.n, outcome.estimate.population) == (170, 180, 200)


def test_who_cannot_be_placed_may_belong_or_not():
    register = pd.DataFrame({"a": ["ja", "ja", "nej"], "genomgatt": ["ja", None, "ja"]})
    outcome = share_outcome(register, {"a": "ja"}, About(), among={"genomgatt": "ja"})
    assert (outcome.estimate.hits, outcome.estimate.n, outcome.estimate.population) == (1, 2, None)
    assert (outcome.estimate.possible.low, outcome.estimate.possible.high) == (1 / 3, 2 / 3)
    assert [(note.code, dict(note.values)) for note in outcome.notes] == [
        ("among-unknown", {"n": 1, "columns": "genomgatt"})
    ]


def test_what_is_possible_does_not_tell_what_the_only_one_who_cannot_be_placed_has_done():
    ranges = {
        share_outcome(
            pd.DataFrame({"a": ["ja"] * 7 + ["nej"] * 5 + [done], "roll": ["chef"] * 12 + [None]}),
            {"a": "ja"},
            About(),
            among={"roll": "chef"},
        ).estimate.possible
        for done in ("ja", "nej", None)
    }
    assert len(ranges) == 1


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
