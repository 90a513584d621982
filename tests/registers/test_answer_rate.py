import pandas as pd
import pytest

from effektmatt.core import About, Hide
from effektmatt.registers.answer_rate import answer_rates

REGISTER = pd.DataFrame(
    {"kommun": ["Orust"] * 30 + ["Tranemo"] * 50 + ["Borås"] * 6, "genomgatt": ["ja"] * 80 + ["nej"] * 6}
)
ANSWERED = {
    "before": pd.DataFrame({"kommun": ["orust"] * 20 + ["Tranemo"] * 40 + [None] * 2}),
    "linked": pd.DataFrame({"kod": ["x"] * 45}),
}


def test_answers_are_held_against_the_register():
    rates = answer_rates(REGISTER, ANSWERED, About(), among={"genomgatt": "ja"}, by=["kommun"])
    assert [(one.wave, one.group, one.answered, one.population) for one in rates] == [
        ("before", None, 62, 80),
        ("before", "Borås", 0, 0),
        ("before", "Orust", 20, 30),
        ("before", "Tranemo", 40, 50),
        ("linked", None, 45, 80),
    ]


@pytest.mark.parametrize(("means", "hidden"), [(5, []), (25, ["Orust", "Tranemo"])])
def test_groups_of_few_are_hidden(means, hidden):
    rates = answer_rates(REGISTER, ANSWERED, About(hide=Hide(means=means)), among={"genomgatt": "ja"}, by=["kommun"])
    assert [one.group for one in rates if one.answered is None] == hidden
