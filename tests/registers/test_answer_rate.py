import pandas as pd
import pytest

from effektmatt.core import Hide
from effektmatt.registers.answer_rate import answer_rates

REGISTER = pd.DataFrame(
    {"kommun": ["Orust"] * 30 + ["Tranemo"] * 50 + ["Borås"] * 6, "genomgatt": ["ja"] * 80 + ["nej"] * 6}
)
ANSWERED = {
    "before": pd.DataFrame({"kommun": ["orust"] * 20 + ["Tranemo"] * 40 + [None] * 2}),
    "linked": pd.DataFrame({"kod": ["x"] * 45}),
}


def test_answers_are_held_against_the_register():
    rates = answer_rates(REGISTER, ANSWERED, among={"genomgatt": "ja"}, by=["kommun"])
    assert [(one.wave, one.group, one.answered, one.population) for one in rates] == [
        ("before", None, 62, 80),
        ("before", "Borås", 0, 0),
        ("before", "Orust", 20, 30),
        ("before", "Tranemo", 40, 50),
        ("linked", None, 45, 80),
    ]
    assert rates[0].estimate.value == 62 / 80
    assert [note.code for note in rates[1].estimate.notes] == ["no-rows"]


@pytest.mark.parametrize(("means", "hidden"), [(5, []), (25, ["Orust", "Tranemo"])])
def test_groups_of_few_are_hidden(means, hidden):
    rates = answer_rates(
        REGISTER, ANSWERED, among={"genomgatt": "ja"}, by=["kommun"], hide=Hide(means=means, distributions=means)
    )
    assert [one.group for one in rates if one.hidden] == hidden
    assert all(one.answered is None and one.estimate.value is None for one in rates if one.hidden)


def test_more_answers_than_people_give_no_share():
    (rate,) = answer_rates(REGISTER.head(10), {"after": pd.DataFrame({"kommun": ["Orust"] * 12})})
    assert rate.estimate.value is None
    assert [(note.code, dict(note.values)) for note in rate.estimate.notes] == [
        ("more-answers-than-people", {"answered": 12, "population": 10})
    ]
