from datetime import date

import pandas as pd
import pytest

from effektmatt.core import About, Evidence, Hide
from effektmatt.goals import Target, Verdict, judge
from effektmatt.usage.activities import full_dose_outcome, held_outcome, hours_per_person, together

ROWS = pd.DataFrame(
    {
        "vad": ["Möte"] * 6 + ["Forum"] * 3,
        "plan": pd.to_datetime(["2012-02-01"] * 6 + ["2012-03-01"] * 3),
        "dag": pd.to_datetime(["2012-02-01"] * 4 + ["2012-02-02", None] + ["2012-03-01", None, None]),
    }
)
EXPECTED = {"Möte": 6, "Forum": 4}


def held(chosen=None, expected=EXPECTED):
    return held_outcome(ROWS, activity="vad", planned="plan", held="dag", expected=expected, chosen=chosen)


def test_held_late_and_not_held():
    meetings, forums = held().detail.kinds
    assert (meetings.expected, meetings.held, meetings.late, meetings.not_held) == (6, 5, 1, 1)
    assert (forums.expected, forums.held, forums.late, forums.not_held) == (4, 1, 0, 2)
    assert meetings.months == ((date(2012, 2, 1), 5),)


def test_one_kind_against_its_target():
    estimate = held("Möte").estimate
    assert (estimate.value, estimate.evidence) == (5.0, Evidence.CENSUS)
    assert judge(estimate, Target(at_least=6)).verdict is Verdict.NOT_MET
    assert judge(estimate, Target(at_least=5)).verdict is Verdict.MET


def test_all_kinds_together():
    assert held().estimate.value == 6.0


def test_without_promises_as_many_are_expected_as_were_planned():
    assert [one.expected for one in held(expected={}).detail.kinds] == [6, 3]


def test_a_promised_kind_that_never_was_is_nought():
    found = held(expected={**EXPECTED, "Brev": 26})
    assert (found.detail.kinds[2].expected, found.detail.kinds[2].held) == (26, 0)
    none = held_outcome(ROWS, activity="vad", held="dag", expected={"Brev": 26}, chosen="Brev")
    assert none.estimate.value == 0.0


def test_parts_of_a_goal_are_shown_as_one():
    assert [one.kind for one in together([held("Forum").detail, held("Möte").detail]).kinds] == ["Forum", "Möte"]


TIMES = pd.DataFrame(
    {
        "vem": ["a", "A", "b", "b", "c", "x"],
        "tim": [8.0, 8.0, 4.0, None, 0.1 + 0.2, 4.0],
        "dag": pd.to_datetime(["2018-01-01"] * 6),
    }
)
PEOPLE = pd.DataFrame({"id": ["a", "b", "c", "d"], "kon": ["k", "k", "m", "m"]})


def dose(full=16.0, about=None, **more):
    return full_dose_outcome(TIMES, PEOPLE, about or About(), person="vem", hours="tim", key="id", full=full, **more)


def test_hours_add_up_person_by_person():
    hours, outside, missing = hours_per_person(TIMES, PEOPLE, person="vem", hours="tim", key="id")
    assert hours == pytest.approx([16.0, 4.0, 0.3, 0.0])
    assert (outside, missing) == (1, 1)


def test_the_full_dose_is_a_census_of_the_register():
    found = dose()
    assert (found.estimate.hits, found.estimate.n, found.estimate.evidence) == (1, 4, Evidence.CENSUS)
    assert {note.code for note in found.notes} == {"mean-hours", "attended-not-in-register", "hours-missing"}


def test_a_sum_of_tenths_reaches_its_limit():
    assert dose(0.3).estimate.hits == 3


def test_everybody_has_one_place_in_the_distribution():
    found = dose(about=About(hide=Hide(means=1, distributions=1)))
    assert [n for _, _, n in found.detail.steps] == [1, 1, 1, 0, 0, 1]
    assert sum(n for _, _, n in found.detail.steps) == found.detail.people


def test_no_distribution_of_few_people():
    assert all(n is None for _, _, n in dose().detail.steps)


def test_hours_of_activities_that_were_not_held_do_not_count():
    rows = TIMES.assign(dag=pd.to_datetime([None, *["2018-01-01"] * 5]))
    hours, _, _ = hours_per_person(rows, PEOPLE, person="vem", hours="tim", key="id", held="dag")
    assert hours[0] == pytest.approx(8.0)


def test_groups_follow_the_register():
    found = dose(by=["kon"], about=About(hide=Hide(means=1)))
    assert {group.group: group.estimate.value for group in found.groups} == {"k": 0.5, "m": 0.0}
