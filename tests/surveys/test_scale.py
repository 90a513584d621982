import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.values import folded
from effektmatt.errors import InputFaults
from effektmatt.surveys.scale import Item, Scale

AGREE = ["Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt"]


def codes_of(error: pytest.ExceptionInfo[InputFaults]) -> list[tuple[str, str | None]]:
    return [(fault.code, fault.key) for fault in error.value.faults]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Stämmer helt", 4),
        ("  stämmer   helt ", 4),
        ("STÄMMER HELT.", 4),
        ("stämmer\u00a0helt", 4),
        ("sta\u0308mmer helt", 4),  # a and a combining diaeresis, as a Mac writes it
        (5, 4),
        (1.0, 0),
        ("2,0", 1),
        ("Vet ej", None),
        ("9", None),
        (9.0, None),
    ],
)
def test_an_answer_is_known_however_it_is_written(written, place):
    assert Scale.of(["v1"], AGREE, not_an_answer=["Vet ej", "9"]).place(written) == place


@pytest.mark.parametrize("written", ["6", "0", "Stämmer nog", "4.5", "", "Stämmer helt.."])
def test_what_is_not_an_answer_of_the_scale_is_refused(written):
    with pytest.raises(KeyError):
        Scale.of(["v1"], AGREE, not_an_answer=["Vet ej", "9"]).place(written)


def test_a_place_number_is_not_accepted_where_an_answer_is_a_number():
    scale = Scale.of(["q"], ["0", "1", "2", "3"])
    assert [scale.place(answer) for answer in (0, 1, 2, 3)] == [0, 1, 2, 3]
    with pytest.raises(KeyError):
        scale.place(4)


def test_synonyms_are_one_answer_shown_by_the_first():
    scale = Scale.of(["q"], ["Disagree", ["Neutral", "Neither Agree nor Disagree"], "Agree"])
    assert scale.place("neither agree nor disagree") == scale.place("neutral") == 1
    assert scale.labels == ("Disagree", "Neutral", "Agree")


@pytest.mark.parametrize(
    ("answers", "levels"),
    [
        (["1", "2", "3", "4", "5"], [1, 2, 3, 4, 5]),
        (list(map(str, range(11))), list(range(11))),
        (["-2", "-1", "0", "1", "2"], [-2, -1, 0, 1, 2]),
        (["Nej", "Delvis", "Ja"], [1, 2, 3]),
        (["1", "3", "5"], [1, 2, 3]),  # numbers that are names: the steps are counted, not trusted
        (["5", "4", "3", "2", "1"], [1, 2, 3, 4, 5]),  # lowest answer first: a 5 that means least is worth 1
    ],
)
def test_levels_are_the_numbers_of_the_labels_where_these_count_up_by_one(answers, levels):
    assert Scale.of(["q"], answers).levels.tolist() == levels


@pytest.mark.parametrize(
    ("score", "lowest", "highest", "cut", "step"),
    [("mean", 1, 5, 4, 1), ("sum", 3, 15, 12, 3), ("skr-index", 0, 100, 75, 25)],
)
def test_the_range_of_each_score(score, lowest, highest, cut, step):
    scale = Scale.of(["a", "b", "c"], ["1", "2", "3", "4", "5"], score=score)
    assert (scale.lowest, scale.highest, scale.cut(2), scale.factor) == (lowest, highest, cut, step)


@pytest.mark.parametrize(("minimum", "items", "fewest"), [(0.5, 5, 3), (0.5, 4, 2), (0, 3, 1), (1, 3, 3), (0.6, 5, 3)])
def test_how_many_items_must_be_answered(minimum, items, fewest):
    names = [f"q{number}" for number in range(items)]
    assert Scale.of(names, AGREE, minimum_answered=minimum).fewest_answered == fewest


def test_an_item_has_its_own_column_in_each_wave():
    item = Item(id="career", columns={"2017": "Skills-Advance-Career"})
    assert (item.column("2017"), item.column("2020")) == ("Skills-Advance-Career", "career")


def test_every_fault_of_a_scale_is_found_at_once():
    with pytest.raises(InputFaults) as error:
        Scale.of(
            ["trygg", "trygg"],
            ["Nej", "Ja", "ja."],
            reversed=["tryg"],
            not_an_answer=["nej"],
            score="medel",
            minimum_answered=50,
            top=3,
        )
    assert codes_of(error) == [
        ("scale-item-repeated", "items"),
        ("scale-answer-repeated", "answers"),
        ("scale-answer-repeated", "answers"),
        ("scale-item-unknown", "reversed"),
        ("scale-score-unknown", "score"),
        ("minimum-answered-not-a-share", "minimum_answered"),
        ("top-outside-scale", "top"),
    ]
    assert error.value.faults[3].nearest == "trygg"


@pytest.mark.parametrize(
    ("items", "answers", "score", "code"),
    [
        ([], AGREE, "mean", "scale-without-items"),
        (["q"], ["Ja"], "mean", "scale-too-few-answers"),
        (["q"], [[], ["Ja"], ["Nej"]], "mean", "scale-answer-empty"),
        (["q"], ["1", "2", "3", "4"], "skr-index", "skr-index-needs-five-answers"),
    ],
)
def test_a_scale_that_cannot_be_meant_is_refused(items, answers, score, code):
    with pytest.raises(InputFaults) as error:
        Scale.of(items, answers, score=score)
    assert [fault.code for fault in error.value.faults] == [code]


def test_a_scale_survives_pickling():
    scale = Scale.of({"v1": "Jag är trygg"}, AGREE)
    assert pickle.loads(pickle.dumps(scale)) == scale


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text) or folded(text).endswith(".")


@given(st.integers(0, 4), st.sampled_from(["", " ", "\t", "\u00a0"]), st.booleans(), st.booleans())
def test_spelling_never_changes_the_answer(place, space, upper, stop):
    label = AGREE[place].upper() if upper else AGREE[place]
    assert Scale.of(["q"], AGREE).place(space + label.replace(" ", f" {space}") + "." * stop + space) == place
