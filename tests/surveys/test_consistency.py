"""Whether the questions of a scale hang together: alpha of known covariances, and when a note is given."""

import pytest

from effektmatt.surveys.consistency import consistency, notes_of
from effektmatt.surveys.scale import Scale
from surveys.made import LIKERT, coded

TWO = Scale.of(["q1", "q2"], LIKERT, label="Inkludering")


def squares(together, times):
    """Return answers 2 and 4 to two questions: `together` of ten alike, the rest apart, so that r = 2 a / 10 - 1."""
    alike, apart = [["2", "2"], ["4", "4"]], [["2", "4"], ["4", "2"]]
    return coded((alike * together + apart * (10 - together)) * times, "after", TWO)


@pytest.mark.parametrize(("together", "alpha"), [(5, 0.0), (6, 1 / 3), (9, 16 / 18)])
def test_alpha_of_two_items_is_that_of_their_correlation(together, alpha):
    """Equal variances: alpha is 2 r / (1 + r) (Spearman-Brown)."""
    assert consistency(squares(together, 5)).alpha.value == pytest.approx(alpha)


def test_questions_that_do_not_hang_together_get_a_note():
    (note,) = consistency(squares(6, 20)).notes
    assert note.code == "scale-incoherent"
    assert note.values["alpha"] == pytest.approx(1 / 3)
    assert (note.values["scale"], note.values["wave"]) == ("Inkludering", "after")


def test_a_low_alpha_of_few_people_may_be_chance_and_a_high_one_is_good():
    assert consistency(squares(6, 1)).notes == ()
    assert consistency(squares(9, 20)).notes == ()


def test_questions_that_run_apart_are_told_of_once():
    (note,) = consistency(squares(3, 20)).notes
    assert note.code == "items-run-apart"


def test_what_holds_for_several_waves_is_said_once_where_it_is_clearest():
    weak, weaker, strong = (consistency(squares(together, 20)) for together in (6, 5, 9))
    (note,) = notes_of([weak, None, weaker, strong])
    assert (note.values["alpha"], note.values["others"]) == (pytest.approx(0.0), 1)
    assert [one.values["others"] for one in notes_of([weak, consistency(squares(3, 20))])] == [0, 0]


def test_what_people_have_or_do_need_not_hang_together():
    ticked = Scale.of(["q1", "q2"], ["nej", "ja"], label="Stöd")
    found = consistency(coded([["nej", "ja"], ["ja", "nej"], ["ja", "ja"]] * 20, "after", ticked))
    assert found.alpha.value < 0
    assert found.notes == ()
