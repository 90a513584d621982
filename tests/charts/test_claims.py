"""Titles claim of groups what `judge` finds on each group's own interval, and nothing from a point estimate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from effektmatt.charts.claims import moves, overturned, reached
from effektmatt.core import Estimate, Evidence, Interval, Note, Role, Sensitivity, Unit
from effektmatt.goals import Target
from effektmatt.wording import words

SV, EN = words("sv"), words("en")
ASSUMED = (Note(code="independent"),)
EIGHTY = Target(at_least=0.8)


def share(value: float, half: float | None, *, assumed: bool = False) -> Estimate:
    return _made("share", value, Unit.SHARE, half, assumed=assumed)


def difference(value: float, half: float | None, *, assumed: bool = False) -> Estimate:
    return _made("share-difference", value, Unit.POINTS, half, assumed=assumed)


def _made(measure: str, value: float, unit: Unit, half: float | None, *, assumed: bool) -> Estimate:
    interval = None if half is None else Interval(low=value - half, high=value + half, level=0.95, method="m")
    return Estimate(
        measure=measure,
        value=value,
        unit=unit,
        n=100,
        evidence=Evidence.CENSUS if half is None else Evidence.PROCESS,
        method="m",
        role=Role.DIFFERENCE if unit is Unit.POINTS else Role.LEVEL,
        interval=interval,
        assumptions=ASSUMED if assumed else (),
    )


@pytest.mark.parametrize(
    ("groups", "swedish", "english"),
    [
        (
            [share(0.9, 0.05, assumed=True), share(0.85, 0.12, assumed=True)],
            "Kvinna når troligen målet; för Man går det inte att avgöra",
            "Kvinna probably meets the target; for Man it cannot be told",
        ),
        (
            [share(0.85, 0.1), share(0.85, 0.1)],
            "för ingen av de båda grupperna går det att avgöra om målet är nått",
            "for neither group can it be told whether the target is met",
        ),
        ([share(0.9, 0.05), share(0.95, 0.04)], "båda grupperna når målet", "both groups meet the target"),
        ([share(0.8, None), share(0.9, None)], "båda grupperna når målet", "both groups meet the target"),
        (
            [share(0.9, None), share(0.7, None)],
            "Kvinna når målet; Man når inte målet",
            "Kvinna meets the target; Man does not meet the target",
        ),
        (
            [share(0.4, 0.1, assumed=True), share(0.5, 0.1, assumed=True)],
            "troligen når ingen av de båda grupperna målet",
            "probably neither group meets the target",
        ),
    ],
)
def test_groups_reach_a_target_by_their_own_intervals(groups: list[Estimate], swedish: str, english: str) -> None:
    rows = list(zip(("Kvinna", "Man"), groups, strict=True))
    assert (reached(rows, EIGHTY, SV), reached(rows, EIGHTY, EN)) == (swedish, english)


def test_many_groups_are_counted_and_few_of_them_named() -> None:
    rows = [*((f"Enhet {place}", share(0.9, 0.05)) for place in range(4)), ("Lönnen", share(0.8, 0.1))]
    assert reached(rows, EIGHTY, SV) == "4 av 5 grupper når målet; för Lönnen går det inte att avgöra"


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (
            [difference(0.2, 0.1), difference(0.2, 0.1), difference(0.1, 0.2)],
            "säkerställd ökning för A och B; för C går det inte att säga",
        ),
        ([difference(0.2, 0.3)] * 3, "ingen säkerställd förändring i någon av de 3 grupperna"),
        ([difference(0.2, 0.1, assumed=True)] * 3, "trolig ökning i alla 3 grupper"),
        (
            [difference(0.2, None), difference(0.1, None), difference(0.0, None)],
            "ökning för A och B; ingen förändring för C",
        ),
        (
            [difference(-0.2, 0.1), difference(0.2, 0.1), difference(0.0, 0.1)],
            "säkerställd minskning för A; säkerställd ökning för B; för C går det inte att säga",
        ),
    ],
)
def test_a_direction_in_groups_is_that_of_their_own_intervals(groups: list[Estimate], said: str) -> None:
    assert moves(list(zip("ABC", groups, strict=True)), "group", SV) == said


def test_a_title_over_groups_of_which_some_are_hidden_claims_only_those_that_are_shown() -> None:
    both = [("Kvinna", share(0.9, None)), ("Man", share(0.9, None))]
    assert reached(both, EIGHTY, SV, hidden=2) == "båda grupperna som visas når målet"
    assert reached(both, EIGHTY, EN, hidden=2) == "both groups shown meet the target"
    assert reached(both[:1], EIGHTY, SV, hidden=1) == "gruppen som visas når målet"
    three = [(name, difference(0.2, 0.1)) for name in "ABC"]
    assert moves(three, "group", SV, hidden=1) == "säkerställd ökning i alla 3 grupper som visas"
    assert moves(three, "unit", SV, hidden=1) == "säkerställd ökning vid alla 3 enheter som går att jämföra"
    held = [(name, difference(0.2, 0.3)) for name in "ABC"]
    assert moves(held, "group", SV, hidden=1) == "ingen säkerställd förändring i någon av de 3 grupperna som visas"


@pytest.mark.parametrize("noun", ["group", "area", "item", "unit", "question"])
def test_every_kind_of_row_has_its_words(noun: str) -> None:
    rows = [(f"Rad {place}", difference(0.2, 0.1)) for place in range(4)]
    held = [(f"Rad {place}", difference(0.2, 0.3)) for place in range(4)]
    for say in (SV, EN):
        for n in (1, 2, 4):
            assert "4" in moves(rows, noun, say) or n < 4
            assert moves(rows[:n], noun, say) != moves(held[:n], noun, say)


def test_groups_that_those_missing_may_overturn_are_named() -> None:
    """Their intervals lie beyond the target, and the title says that it cannot be told: the chart says why."""
    unseen = Sensitivity(low=0.70, high=0.95, reason=Note(code="missing-may-overturn", values={"missing": 30}))
    rows = [
        ("Kvinna", share(0.9, 0.04)),
        ("Man", replace(share(0.9, 0.05), sensitivity=(unseen,))),
        ("Annat", share(0.8, 0.1)),
    ]
    said = overturned(rows, EIGHTY, SV)
    assert said is not None
    assert said.startswith("För Man ligger hela intervallet på ena sidan om målet, men om de som saknas")
    assert overturned(rows[:1], EIGHTY, SV) is None
