"""Needs: needed minus rated level, for whoever has a role that needs the skill."""

import numpy as np
import pandas as pd
import pytest

from effektmatt.core import About, Evidence, Hide
from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.need import Rated, need_outcome
from effektmatt.surveys.scale import Scale
from surveys.made import coded, codes

SCALE = Scale.of(["s1", "s2"], [1, 2, 3, 4, 5], not_an_answer=["9"])
NEEDED = {"Chef": {"s1": 4, "s2": 3}, "Assistent": {"s1": 3}}
ALL_SHOWN = About(hide=Hide(means=1, distributions=1))


def rated(rows, roles, units=None, wave="Efter"):
    return Rated(
        wave=wave,
        answers=coded(rows, "after", SCALE),
        roles=np.array(roles, dtype=object),
        units=None if units is None else np.array(units, dtype=object),
    )


def test_need_is_needed_minus_rated_level_of_those_whose_role_needs_the_skill():
    found = need_outcome(
        [rated([["2", "3"], ["5", "1"], ["3", "1"]], ["Chef", "Chef", "Assistent"])],
        NEEDED,
        ALL_SHOWN,
    )
    wave = found.detail.waves[0]
    first, second = wave.cell(None, "s1"), wave.cell(None, "s2")
    assert (first.n, first.need, first.below) == (3, pytest.approx((2 - 1 + 0) / 3), 1)
    assert (second.n, second.need, second.below) == (2, pytest.approx((0 + 2) / 2), 1)  # the assistant needs none


def test_counted_are_those_who_rated_all_that_their_role_needs():
    rows = [["4", "3"], ["4", "9"], ["3", "9"], ["3", ""], ["4", "2"]]
    found = need_outcome([rated(rows, ["Chef", "Chef", "Assistent", None, "Chef"])], NEEDED, ALL_SHOWN)
    assert (found.estimate.hits, found.estimate.n) == (2, 3)
    assert codes(found.notes) == ["role-unknown"]


def test_roles_are_compared_as_answers_are_without_case_and_spaces():
    found = need_outcome([rated([["4", "3"]], ["  chef "])], NEEDED, ALL_SHOWN)
    assert (found.estimate.hits, found.estimate.n) == (1, 1)


def test_small_units_are_hidden_and_one_more_so_that_nobody_can_subtract():
    units = ["A"] * 3 + ["B"] * 6 + ["C"] * 9
    found = need_outcome([rated([["3", "3"]] * 18, ["Assistent"] * 18, units)], NEEDED, by="enhet")
    cells = {unit: found.detail.waves[0].cell(unit, "s1") for unit in "ABC"}
    assert [cells[unit].hidden for unit in "ABC"] == [True, True, False]
    assert cells["A"].need is None
    assert cells["A"].n is None
    assert found.detail.waves[0].cell(None, "s1").n == 18


def test_a_skill_that_nobody_in_a_unit_needs_has_no_number_and_is_not_hidden():
    rows = [["3", "3"]] * 12
    found = need_outcome([rated(rows, ["Assistent"] * 6 + ["Chef"] * 6, ["A"] * 6 + ["B"] * 6)], NEEDED)
    cell = found.detail.waves[0].cell("A", "s2")
    assert (cell.n, cell.need, cell.hidden) == (0, None, False)


def test_the_last_wave_is_judged_of_everybody_in_the_register():
    before = rated([["3", "3"]] * 10, ["Chef"] * 10, wave="Före")
    after = rated([["4", "3"]] * 8 + [["3", "3"]] * 2, ["Chef"] * 10)
    found = need_outcome([before, after], NEEDED, about=About(population=20))
    assert (found.estimate.hits, found.estimate.n, found.estimate.population) == (8, 10, 20)
    assert found.estimate.evidence is Evidence.FINITE
    assert found.estimate.possible.low == pytest.approx(8 / 20)
    assert found.estimate.possible.high == pytest.approx(18 / 20)
    assert [wave.wave for wave in found.detail.waves] == ["Före", "Efter"]
    assert found.detail.waves[0].met.value == 0


def test_groups_are_those_of_the_answers():
    frame_answers = coded([["4", "3"]] * 6 + [["3", "3"]] * 7, "after", SCALE, kon=["kvinna"] * 6 + ["man"] * 7)
    one = Rated(wave="Efter", answers=frame_answers, roles=np.array(["Chef"] * 13, dtype=object))
    found = need_outcome(
        [one], NEEDED, about=About(population=40, population_by_group={("kon", "Kvinna"): 20, ("kon", "man"): 20})
    )
    by_group = {group.group: group.estimate for group in found.groups}
    assert (by_group["kvinna"].hits, by_group["kvinna"].n, by_group["kvinna"].population) == (6, 6, 20)
    assert by_group["man"].hits == 0


def test_nobody_who_rated_gives_no_number():
    answers, _ = code_answers(pd.DataFrame({"s1": [], "s2": []}, dtype=object), SCALE, "after")
    found = need_outcome([Rated(wave="Efter", answers=answers, roles=np.array([], dtype=object))], NEEDED)
    assert found.estimate.value is None
    assert codes(found.estimate.notes) == ["no-answers"]
