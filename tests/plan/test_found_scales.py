"""Questions with the same answers and the same kind of heading are a scale."""

import random

import pandas as pd
import pytest

from effektmatt.data.folders import tables_in
from effektmatt.plan.found_scales import found_scales
from effektmatt.plan.found_waves import found_sources

AGREE = ["Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt"]


def scales(folder, **columns):
    pd.DataFrame(columns).to_csv(folder / "svar.csv", index=False, sep=";")
    sources, _, _ = found_sources(tables_in(folder))
    return list(found_scales(sources[0]))


def answered(items, backwards=(), answers=AGREE, rows=60, seed=3):
    """Return answers that hang together, some of them turned round."""
    draw = random.Random(seed)
    people = [draw.randrange(len(answers)) for _ in range(rows)]
    found = {}
    for item in items:
        places = [min(len(answers) - 1, max(0, one + draw.choice([-1, 0, 0, 1]))) for one in people]
        found[item] = [answers[len(answers) - 1 - place if item in backwards else place] for place in places]
    return found


def test_headings_that_count_on_make_a_scale_each(tmp_path):
    found = scales(tmp_path, **answered(["v1", "v2", "v3", "b1", "b2"]))
    assert [(one.name, list(one.items)) for one in found] == [("v", ["v1", "v2", "v3"]), ("b", ["b1", "b2"])]
    assert found[0].answers.answers == tuple(AGREE)


def test_questions_in_words_that_follow_upon_each_other_are_one_scale(tmp_path):
    asked = ["Jag är trygg", "Jag vet vart jag vänder mig", "Jag får stöd"]
    (found,) = scales(tmp_path, **answered(asked))
    assert list(found.items) == asked


def test_rows_of_a_matrix_are_one_scale_with_the_rows_as_questions(tmp_path):
    (found,) = scales(
        tmp_path, **answered(["Hur ofta? [möten]", "Hur ofta? [kurser]"], answers=["Aldrig", "Ibland", "Ofta"])
    )
    assert found.items == {"Hur ofta? [möten]": "möten", "Hur ofta? [kurser]": "kurser"}


def test_an_answer_that_nobody_gave_to_one_scale_is_taken_from_another(tmp_path):
    first = answered(["v1", "v2"])
    second = {"b1": ["Varken eller", "Stämmer helt"] * 30, "b2": ["Stämmer dåligt", "Stämmer helt"] * 30}
    found = scales(tmp_path, **first, **second)
    assert found[1].answers.answers == tuple(AGREE)
    assert not found[1].whole


@pytest.mark.parametrize("backwards", [(), ("v2",), ("v1", "v4")])
def test_questions_that_run_backwards_go_against_the_others(tmp_path, backwards):
    (found,) = scales(tmp_path, **answered(["v1", "v2", "v3", "v4", "v5"], backwards))
    assert found.reversed == backwards


def test_questions_that_have_nothing_to_do_with_each_other_are_not_turned(tmp_path):
    draw = random.Random(5)
    columns = {f"v{place}": [draw.choice(AGREE) for _ in range(200)] for place in range(1, 5)}
    (found,) = scales(tmp_path, **columns)
    assert found.reversed == ()


def test_what_is_no_answer_is_set_apart(tmp_path):
    columns = answered(["q1", "q2"], answers=["1", "2", "3", "4", "5"])
    columns["q2"][:3] = ["Vet ej", "9", "Vet ej"]
    (found,) = scales(tmp_path, **columns)
    assert found.answers.answers == ("1", "2", "3", "4", "5")
    assert set(found.answers.not_answers) == {"Vet ej", "9"}
