import pandas as pd
import pytest

from effektmatt.core import About, Evidence
from effektmatt.goals import Target, Verdict, judge
from effektmatt.registers.count import count_outcome
from effektmatt.registers.count_change import count_change_outcome

REGISTER = pd.DataFrame(
    {
        "avdelning": ["Bygg"] * 6 + ["Skola"] * 5 + ["Omsorg"] * 7 + [None],
        "kon": (["kvinna"] * 5 + ["man"]) * 3 + ["man"],
        "fore": ["ja", "ja"] + ["nej"] * 17,
        "efter": ["ja", "nej", "ja", "ja", "nej", "nej"] + ["ja", None, "nej", "nej", "nej"] + ["nej"] * 7 + ["ja"],
    }
)


def test_a_count_of_everybody():
    outcome = count_outcome(REGISTER, {"efter": "ja"}, About(), before={"fore": "ja"}, by=["kon"])
    estimate = outcome.estimate
    assert (estimate.measure, estimate.value, estimate.n, estimate.evidence) == ("count", 5, 19, Evidence.FINITE)
    assert (estimate.possible.low, estimate.possible.high) == (5, 6)
    assert (outcome.change.before.value, outcome.change.after.value, outcome.change.difference.value) == (2, 5, 3)
    assert outcome.change.difference.measure == "count-difference"
    assert [(note.code, dict(note.values)) for note in outcome.notes] == [
        ("condition-unknown", {"n": 1, "columns": "efter", "empty": "efter"})
    ]
    assert judge(estimate, Target(about=5, within=0.1)).verdict is Verdict.UNDETERMINED
    assert judge(estimate, Target(about=5, within=0.25)).verdict is Verdict.MET
    assert judge(estimate, Target(at_most=5)).verdict is Verdict.UNDETERMINED
    assert judge(estimate, Target(at_least=5)).verdict is Verdict.MET
    assert (outcome.change.difference.possible.low, outcome.change.difference.possible.high) == (3, 4)


def test_in_every_unit_the_fewest_decide_and_all_are_listed():
    outcome = count_outcome(REGISTER, {"efter": "ja"}, About(), before={"fore": "ja"}, in_every="avdelning", by=["kon"])
    assert (outcome.estimate.measure, outcome.estimate.value) == ("smallest-count", 0)
    assert [(one.group, one.before, one.count, one.people, one.unknown) for one in outcome.detail.groups] == [
        ("Bygg", 2, 3, 6, 0),
        ("Omsorg", 0, 0, 7, 0),
        ("Skola", 0, 1, 5, 1),
    ]
    assert outcome.groups == ()
    assert [(note.code, dict(note.values)) for note in outcome.notes][1:] == [
        ("units-from-register", {"by": "avdelning", "units": 3}),
        ("group-unknown", {"by": "avdelning", "n": 1}),
    ]
    assert judge(outcome.estimate, Target(at_least=2, in_every="avdelning")).verdict is Verdict.NOT_MET


def test_what_is_possible_for_the_unit_with_the_fewest():
    register = pd.DataFrame({"avd": ["A", "A", "B", "B"], "x": ["ja", "ja", "ja", None]})
    estimate = count_outcome(register, {"x": "ja"}, About(), in_every="avd").estimate
    assert (estimate.value, estimate.possible.high) == (1, 2)


def test_groups_of_few_people_are_hidden():
    outcome = count_outcome(REGISTER, {"efter": "ja"}, About(), by=["kon"])
    assert [(one.group, one.hidden, one.estimate) for one in outcome.groups] == [
        ("kvinna", True, None),
        ("man", True, None),
    ]


def test_among_some_only():
    assert count_outcome(REGISTER, {"efter": "ja"}, About(), among={"kon": "kvinna"}).estimate.value == 4


def test_a_register_without_units():
    register = pd.DataFrame({"avd": [None, None], "x": ["ja", "nej"]})
    outcome = count_outcome(register, {"x": "ja"}, About(), in_every="avd")
    assert (outcome.estimate.value, [note.code for note in outcome.estimate.notes]) == (None, ["no-groups"])


def test_who_stayed_who_left_and_who_is_new():
    register = pd.DataFrame({"innan": ["ja", "ja", "nej", "nej", None], "efter": ["ja", "nej", "ja", "ja", "ja"]})
    outcome = count_change_outcome(register, {"innan": "ja"}, {"efter": "ja"}, About())
    assert (outcome.estimate.measure, outcome.estimate.value) == ("count-difference", 2)
    assert (outcome.detail.kept, outcome.detail.left, outcome.detail.new, outcome.detail.people) == (1, 1, 3, 5)
    assert judge(outcome.estimate, None).verdict is Verdict.NO_TARGET
    assert [note.code for note in outcome.notes] == ["condition-unknown"]


def test_a_change_per_group_is_a_difference_too():
    register = pd.DataFrame(
        {"innan": ["ja"] * 3 + ["nej"] * 9, "efter": ["ja"] * 7 + ["nej"] * 5, "land": ["Norge"] * 6 + ["Danmark"] * 6}
    )
    outcome = count_change_outcome(register, {"innan": "ja"}, {"efter": "ja"}, About(), by=["land"])
    assert [(one.group, one.estimate.value, one.change.after.value) for one in outcome.groups] == [
        ("Danmark", 1, 1),
        ("Norge", 3, 6),
    ]


@pytest.mark.parametrize("goal", [{"in_every": "avdelning"}, {}])
def test_the_samples_ambassadors(sample_folder, goal):
    """The planted truth: 7 before, 41 after; two departments with fewer than two, one of them with none."""
    register = pd.read_csv(sample_folder / "deltagare.csv", sep=";", encoding="cp1252", dtype=str)
    outcome = count_outcome(register, {"ambassador_efter": "ja"}, About(), before={"ambassador_fore": "ja"}, **goal)
    assert (outcome.detail.count, outcome.detail.before) == (41, 7)
    few = {one.group: one.count for one in outcome.detail.groups if one.count < 2}
    assert few == ({"Barn och utbildning": 0, "Individ och familj": 1} if goal else {})


def test_somebody_of_no_unit_may_lift_the_unit_with_the_fewest():
    register = pd.DataFrame({"avd": ["A", "A", "B", "B", None, None], "x": ["ja", "ja", "ja", "nej", "ja", None]})
    estimate = count_outcome(register, {"x": "ja"}, About(), in_every="avd").estimate
    assert (estimate.value, estimate.possible.low, estimate.possible.high) == (1, 1, 2)  # 2 and 1, two more somewhere
    assert judge(estimate, Target(at_least=2, in_every="avd")).verdict is Verdict.UNDETERMINED
    assert judge(estimate, Target(at_least=3, in_every="avd")).verdict is Verdict.NOT_MET


def test_who_may_be_concerned_may_be_counted():
    register = pd.DataFrame({"x": ["ja", "ja", "nej", None], "roll": ["chef", None, None, "chef"]})
    estimate = count_outcome(register, {"x": "ja"}, About(), among={"roll": "chef"}).estimate
    assert (estimate.value, estimate.possible.low, estimate.possible.high) == (1, 1, 4)


def test_a_change_is_possible_within_what_each_row_may_have_done():
    register = pd.DataFrame({"innan": ["ja", None, "nej"], "efter": ["ja", "ja", None]})
    outcome = count_change_outcome(register, {"innan": "ja"}, {"efter": "ja"}, About())
    assert (outcome.estimate.value, outcome.estimate.possible.low, outcome.estimate.possible.high) == (1, 0, 2)
    assert judge(outcome.estimate, Target(direction="increase")).verdict is Verdict.UNDETERMINED
