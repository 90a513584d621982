"""Answers are put in their order by what their words mean."""

import itertools

import pytest

from effektmatt.data.answer_orders import answers_in_order, coded_answers, is_no_answer

SCALES = [
    [
        "Instämmer inte alls",
        "Instämmer till liten del",
        "Instämmer delvis",
        "Instämmer till stor del",
        "Instämmer helt",
    ],
    ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
    ["Aldrig", "Sällan", "Ibland", "Ofta", "Alltid"],
    ["Never", "Rarely", "Sometimes", "Often", "Always"],
    ["Mycket missnöjd", "Ganska missnöjd", "Varken eller", "Ganska nöjd", "Mycket nöjd"],
    ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
    ["Inte alls", "I liten utsträckning", "I viss utsträckning", "I stor utsträckning", "I mycket stor utsträckning"],
    ["Not at all", "To a small extent", "To some extent", "To a large extent"],
    ["Mycket dåligt", "Dåligt", "Bra", "Mycket bra"],
    ["Nej", "Delvis", "Ja"],
    ["No", "Yes"],
    ["1 - Inte alls", "2", "3", "4", "5 - Helt och hållet"],
]


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale[0])
def test_the_order_does_not_depend_on_how_the_answers_come(scale):
    for order in itertools.islice(itertools.permutations(scale), 0, 120, 7):
        assert list(answers_in_order(order).answers) == scale


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale[0])
def test_some_of_the_answers_stand_in_the_same_order(scale):
    for some in itertools.combinations(scale, len(scale) - 1):
        found = answers_in_order(reversed(some))
        if found is not None:
            assert list(found.answers) == list(some)


@pytest.mark.parametrize(("low", "high"), [(1, 5), (1, 7), (0, 10), (1, 4)])
def test_numbers_are_a_scale(low, high):
    numbers = [str(number) for number in range(low, high + 1)]
    assert answers_in_order([*reversed(numbers), "Vet ej"]).answers == tuple(numbers)
    assert answers_in_order([*numbers, "99"]).not_answers == ("99",)


def test_nine_belongs_to_a_scale_of_ten_but_not_to_one_of_five():
    assert answers_in_order([str(number) for number in range(11)]).not_answers == ()
    assert answers_in_order(["1", "2", "3", "4", "5", "9"]).not_answers == ("9",)


@pytest.mark.parametrize(
    "values", [["Orust", "Tranemo"], ["1", "2"], ["kvinna", "man", "annat"], ["2019", "2020", "2021"]]
)
def test_what_is_no_scale_has_no_order(values):
    assert answers_in_order(values) is None


@pytest.mark.parametrize("text", ["Vet inte", "ej aktuellt", "N/A", "Prefer not to say", "Ingen åsikt", "6 - Vet ej"])
def test_no_answer_is_seen(text):
    assert is_no_answer(text)


def test_partly_beside_neither_stands_where_the_scale_balances_and_is_a_guess():
    scale = ["Instämmer inte alls", "Instämmer delvis", "Varken eller", "Instämmer", "Instämmer helt"]
    found = answers_in_order(reversed(scale))
    assert list(found.answers) == scale
    assert not found.sure


def test_codes_of_a_survey_tool_are_in_the_order_of_their_numbers():
    assert coded_answers(["A3", "A10", "A1"]).answers == ("A1", "A3", "A10")
    assert coded_answers(["A1", "B1"]) is None
