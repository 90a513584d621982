import pandas as pd

from effektmatt.registers.people import count_people

REGISTER = pd.DataFrame(
    {
        "kommun": ["Orust", "orust", "Tranemo", None, "Orust"],
        "genomgatt": ["ja", "nej", "Ja", "ja", None],
    }
)


def test_everybody_and_every_group():
    people = count_people(REGISTER, by=["kommun"])
    assert (people.n, people.groups) == (5, {("kommun", "Orust"): 3, ("kommun", "Tranemo"): 1})


def test_who_meets_a_condition_and_for_whom_it_is_unknown():
    people = count_people(REGISTER, among={"genomgatt": "ja"}, by=["kommun"])
    assert (people.n, people.unknown) == (3, 1)
    assert people.groups == {("kommun", "Orust"): 1, ("kommun", "Tranemo"): 1}
    assert [note.code for note in people.notes] == ["among-unknown"]
