"""How sure a result is: nothing promised that the figures do not hold."""

from __future__ import annotations

import pytest

from effektmatt.core import Unit
from effektmatt.goals import Target, judge
from effektmatt.wording import words
from effektmatt.wording.certainty import (
    beside_sentence,
    certain_sentences,
    change_sentences,
    possible_sentences,
)
from wording.made import goal, moved, share

SV = words("sv")
EIGHTY = Target(at_least=0.8)


def test_the_tipping_point_of_the_design() -> None:
    """720 trained, 400 linked, 340 improved: possible 47,2 to 91,7 %, tipping point 236 of 320."""
    fulfilment = judge(share(340, 400, 720), EIGHTY)
    assert possible_sentences(fulfilment, SV, improved=True) == [
        "Vad de 320 som saknas än hade svarat ligger andelen mellan 47,2 och 91,7\u00a0%.",
        "Av de 320 som inte svarat båda gångerna måste minst 236 ha förbättrat sig för att målet ska vara uppnått.",
    ]


@pytest.mark.parametrize(
    ("hits", "n", "population", "said"),
    [
        (10, 10, 12, "Målet är uppnått även om ingen av de 2 som saknas räknas in."),
        (2, 10, 12, "Målet kan inte nås ens om alla 2 som saknas räknas in."),
        (8, 10, 12, "Av de 2 som saknas måste alla räknas in för att målet ska vara uppnått."),
    ],
)
def test_what_is_settled_is_said_to_be_settled(hits: int, n: int, population: int, said: str) -> None:
    assert possible_sentences(judge(share(hits, n, population), EIGHTY), SV)[-1] == said


def test_a_census_has_neither_interval_nor_probability() -> None:
    fulfilment = judge(share(211, 240, 240), EIGHTY)
    assert certain_sentences(fulfilment, SV) == []
    assert possible_sentences(fulfilment, SV) == []


def test_a_probability_names_what_it_rests_on() -> None:
    *_, probability = certain_sentences(judge(share(132, 150, 205), EIGHTY), SV)
    assert probability == (
        "Sannolikheten att målet är uppnått är mer än 99\u00a0%, om de som inte svarat liknar dem som svarat."
    )


def test_without_a_target_there_is_no_probability() -> None:
    assert len(certain_sentences(judge(share(132, 150, 205), None), SV)) == 1


def test_an_interval_is_explained_where_it_is_asked_for() -> None:
    sentences = certain_sentences(judge(share(132, 150, 205), EIGHTY), SV, explain=True)
    assert sentences[1] == "Osäkerhetsintervallet är uträknat så att det i 95 fall av 100 omfattar det verkliga värdet."


@pytest.mark.parametrize(
    ("half", "said"), [(0.2, "är statistiskt säkerställd"), (0.9, "är inte statistiskt säkerställd")]
)
def test_a_change_is_statistically_assured_only_when_nought_is_outside(half: float, said: str) -> None:
    change = moved(3.1, 3.8, Unit.SCORE, half=half)
    sentences = change_sentences(goal("share-improved", share(9, 20, 30), EIGHTY, change=change), SV)
    assert said in sentences[-1]


def test_a_judged_change_says_it_once() -> None:
    change = moved(62.0, 44.0, Unit.DAYS, half=3.0)
    judged = goal("handling-time", change.difference, Target(decrease_by=14), change=change)
    assert change_sentences(judged, SV) == []
    assert certain_sentences(judged.fulfilment, SV)[0] == (
        "Med 95 procents säkerhet ligger förändringen mellan −21,0 och −15,0\u00a0dagar. "
        "Förändringen är alltså statistiskt säkerställd."
    )


def test_other_ways_to_measure_say_whether_the_verdict_hangs_on_the_choice() -> None:
    other = goal("share-improved", share(132, 150, 205), EIGHTY, beside=(share(40, 150, 205),))
    assert beside_sentence(other, SV) == "Om varje höjning räknas blir utfallet 26,7\u00a0%, och målet är inte uppnått."
    alike = goal("share-improved", share(132, 150, 205), EIGHTY, beside=(share(134, 150, 205),))
    assert beside_sentence(alike, SV) == (
        "Utfallet blir 89,3\u00a0% om varje höjning räknas. Bedömningen blir densamma."
    )


def test_what_cannot_be_held_against_the_target_is_left_to_the_table() -> None:
    change = moved(3.1, 3.8, Unit.SCORE, half=0.2)
    assert beside_sentence(goal("share-improved", share(9, 20), EIGHTY, beside=(change.difference,)), SV) is None
