"""What was found, in a clause: the right numbers, the right way, and never a target's figure by rounding."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest

from effektmatt.core import Estimate, Interval, Note, Range, Unit
from effektmatt.core.kinds import KINDS, module_of
from effektmatt.goals import Reading, Target
from effektmatt.plan.facts import MeasureFacts
from effektmatt.registers.count import GroupCount, RegisterCount
from effektmatt.stats.estimates import process_estimate
from effektmatt.wording import words
from effektmatt.wording.conditions import conditions, whom
from effektmatt.wording.goal_sentences import found
from effektmatt.wording.kind import KindWords
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import measured_how
from effektmatt.wording.targets import decimals_beside
from wording.made import goal, moved, number, share

SV, EN = words("sv"), words("en")
EIGHTY = Target(at_least=0.8)


def test_share_improved_counts_those_who_answered_both_times_of_all_whom_it_concerns() -> None:
    said = found(goal("share-improved", share(132, 150, 205), EIGHTY, among=(("har genomgått utbildningen", ""),)), SV)
    assert said == (
        "Av de 205 som har genomgått utbildningen svarade 150 båda gångerna, "
        "och av dem skattar 132 (88,0\u00a0%) sig högre än före"
    )


def test_without_a_register_nobody_is_said_to_be_missing() -> None:
    said = found(goal("share-improved", share(132, 150), EIGHTY), SV)
    assert said == "Av de 150 som svarat båda gångerna skattar 132 (88,0\u00a0%) sig högre än före"


@pytest.mark.parametrize(
    ("combine", "over"),
    [
        ("index", "i ”Bemötande” och ”Tillgänglighet” sammantaget"),
        ("every", "i vart och ett av områdena ”Bemötande” och ”Tillgänglighet”"),
    ],
)
def test_several_scales_say_how_they_were_put_together(combine: str, over: str) -> None:
    labels = ("Bemötande", "Tillgänglighet")
    said = found(goal("share-improved", share(9, 20), EIGHTY, labels=labels, combine=combine), SV)
    assert f"sig högre än före {over}" in said


def test_a_census_share_names_everybody_and_the_condition() -> None:
    estimate = share(211, 240, 240)
    plain = goal("share", estimate, EIGHTY, source_label="Registret", where=(("Validering", "ja"),))
    assert found(plain, SV) == "211 av 240 i Registret har ”Validering: ja” (87,9\u00a0%)"
    phrased = goal("share", estimate, EIGHTY, among=(("startade", ""),), where=(("har fått en validering", ""),))
    assert found(phrased, SV) == "211 av de 240 som startade har fått en validering (87,9\u00a0%)"


def test_a_share_of_part_of_a_register_says_of_how_many_something_is_known() -> None:
    part = goal("share", share(150, 200, 240), EIGHTY, where=(("är nöjda", ""),), source_label="Registret")
    assert found(part, SV) == "Av 240 i Registret finns uppgift om 200, och 150 av dem (75,0\u00a0%) är nöjda"


def test_a_share_of_answers_says_which_answers() -> None:
    said = found(goal("share", share(30, 40), EIGHTY, top=2), SV)
    assert said == "30 av 40 som svarade (75,0\u00a0%) gav något av de två högsta svaren"


def test_of_several_questions_it_is_the_mean_that_counts() -> None:
    """Who answered 5 and 3 has a mean of 4 of 5, but so has whoever answered 4 and 4: neither need have given a 4."""
    asked = {"top": 2, "questions": 2, "least": 4, "highest": 5}
    share_of = goal("share", share(282, 527), None, **asked, labels=("Pass 1",))
    assert found(share_of, SV) == ("282 av 527 som svarade (53,5\u00a0%) gav i genomsnitt minst 4 av 5 på frågorna")
    assert found(share_of, words("en")).endswith("gave at least 4 of 5 on average on the questions")
    assert measured_how(share_of, SV) == (
        "Mätt i Enkäten: andelen som gav i genomsnitt minst 4 av 5 på frågorna om ”Pass 1”."
    )
    change = moved(0.46, 0.62, Unit.SHARE, half=0.05, difference_unit=Unit.POINTS)
    of_change = goal("share-change", change.difference, None, change=change, **asked)
    assert found(of_change, SV).startswith("Andelen som gav i genomsnitt minst 4 av 5 på frågorna steg från 46,0")
    assert "gav något av de två högsta svaren" in found(goal("share", share(1, 2), None, top=2), SV)


def test_agreement_says_both_what_is_answered_yes_or_no_and_what_is_rated() -> None:
    yes_no, ratings = (number(value, Unit.SCORE, f"krippendorff-alpha-{kind}") for value, kind in
                       ((0.87, "yes-no"), (0.66, "ratings")))  # fmt: skip
    said = found(goal("agreement", yes_no, None, beside=(ratings,)), SV)
    assert said.startswith("På ja- och nejpunkterna stämmer bedömningarna överens till 0,87 och på betygen till 0,66")
    assert SV.measure(yes_no.measure) != SV.measure(ratings.measure)


def test_working_days_are_named_wherever_days_are() -> None:
    change = moved(50, 28.4, Unit.WORKING_DAYS, half=3)
    restricted = replace(change.difference, notes=(Note(code="restricted-to", values={"days": 90}),))
    times = goal("handling-time", restricted, None, within_days=90, change=replace(change, difference=restricted))
    assert found(times, SV) == (
        "Ett ärende var i genomsnitt öppet 50,0 av de första 90\u00a0arbetsdagarna före och 28,4 efter, "
        "en förkortning med 21,6\u00a0arbetsdagar"
    )
    days = replace(restricted, measure="restricted-mean-difference")
    assert "de första 90\u00a0arbetsdagarna" in SV.measured(days)
    note = Note(code="carried-on", values={"at_most": 0.2})
    assert note_text(note, SV, Unit.WORKING_DAYS).endswith("0,2\u00a0arbetsdagar.")
    assert note_text(note, SV, Unit.DAYS).endswith("0,2\u00a0dagar.")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (3.12, 3.84, "Medelvärdet steg från 3,12 till 3,84, en ökning med 0,72"),
        (3.84, 3.12, "Medelvärdet sjönk från 3,84 till 3,12, en minskning med 0,72"),
        (3.12, 3.124, "Medelvärdet var 3,12 båda gångerna"),
        (3.53, 3.52, "Medelvärdet var i stort sett oförändrat (3,53 före och 3,52 efter)"),
        (
            3.10,
            3.19,
            "Medelvärdet var 3,10 före och 3,19 efter, en skillnad på 0,09 som kan bero på slumpen",
        ),
    ],
)
def test_a_change_says_which_way_it_went(before: float, after: float, said: str) -> None:
    change = moved(before, after, Unit.SCORE, half=0.1)
    assert found(goal("score-change", change.difference, None, change=change), SV) == said


def _rival(measure: str) -> Estimate:
    return replace(moved(3.0, 3.0, Unit.SCORE, half=0.5).difference, measure=measure)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"cautious": Interval(low=-0.1, high=1.5, level=0.95, method="c")}, " som kan bero på slumpen"),
        ({"interval": None}, ", men hur säker den är går inte att räkna ut"),
        (
            {"notes": (Note(code="interval-approximate", values={"n": 3, "enough": 30}),)},
            ", men underlaget är för litet för att säga vad den beror på",
        ),
        (
            {"interval": None, "possible": Range(low=-0.2, high=1.0)},
            ", men de uppgifter som saknas kan vända på den",
        ),
        (
            {"rivals": (_rival("visit-score-difference-adjusted"),)},
            " som kan bero på vilka som gjorde bedömningarna",
        ),
        ({"rivals": (_rival("period-jump"),)}, " som kan vara en fortsättning på utvecklingen dessförinnan"),
        ({"rivals": (_rival("weekly-users-season"),)}, " som kan bero på årstiden"),
        ({"rivals": (_rival("another"),)}, " som kan ha en annan förklaring"),
    ],
)
def test_a_change_of_which_no_way_is_claimed_says_why(more: dict[str, object], why: str) -> None:
    change = moved(3.0, 3.7, Unit.SCORE, half=0.1)
    change = replace(change, difference=replace(change.difference, **more))  # type: ignore[arg-type]
    said = found(goal("score-change", change.difference, None, change=change), SV)
    assert said == f"Medelvärdet var 3,00 före och 3,70 efter, en skillnad på 0,70{why}"


def test_a_target_read_as_a_level_is_held_against_the_value_after_and_the_amount_is_the_difference() -> None:
    change = moved(0.46, 0.62, Unit.SHARE, half=0.05, difference_unit=Unit.POINTS)
    level = goal(
        "share-change",
        change.after,
        Target(increase_by=0.7, reading=Reading.LEVEL),
        change=change,
        top=1,
    )
    assert found(level, SV) == (
        "Andelen som gav det högsta svaret steg från 46,0 till 62,0\u00a0%, en ökning med 16,0\u00a0procentenheter"
    )


def test_a_count_in_every_unit_speaks_of_the_smallest() -> None:
    labels, target = {"avdelning": "Avdelning"}, Target(at_least=2, in_every="avdelning")
    plain = goal("count", number(1, measure="smallest-count"), target)
    assert found(plain, SV, labels) == "Det minsta antalet per avdelning är 1"
    all_reach = goal("count", number(2, measure="smallest-count"), target, detail=units(2, 3, 4))
    assert found(all_reach, SV, labels) == "Räknat per avdelning har alla 3 minst 2"
    some_miss = goal("count", number(0, measure="smallest-count"), target, detail=units(0, 3, 1))
    assert found(some_miss, SV, labels) == "Räknat per avdelning har 1 av 3 minst 2; färre har A (0) och C (1)"
    many_miss = goal("count", number(0, measure="smallest-count"), target, detail=units(*(0 for _ in range(7))))
    assert found(many_miss, SV, labels).endswith("färre har A (0), B (0), C (0), D (0) och 3 till")


def units(*counts: int) -> RegisterCount:
    """Return a register's count in units A, B, C and so on."""
    groups = tuple(
        GroupCount(group=chr(ord("A") + place), count=count, before=None, people=9)
        for place, count in enumerate(counts)
    )
    return RegisterCount(count=sum(counts), before=None, people=9 * len(counts), in_every="avdelning", groups=groups)


def test_where_the_asked_reading_has_no_value_what_there_is_is_said() -> None:
    change = moved(0.0, 0.5, Unit.SHARE, half=0.2, difference_unit=Unit.POINTS)
    nothing = replace(change.difference, measure="relative-change", unit=Unit.RELATIVE, value=None, interval=None)
    target = Target(increase_by=0.7, reading=Reading.RELATIVE)
    said = found(goal("share-change", nothing, target, change=change, top=1), SV)
    assert said.startswith("Andelen som gav det högsta svaret steg från 0,0 till 50,0\u00a0%")
    means = moved(3.1, 3.4, Unit.SCORE, half=0.1)
    unknown = goal("share-improved", share(0, 0), EIGHTY, change=means)
    assert found(unknown, EN).endswith(": 3.10 before and 3.40 after")


def test_a_result_without_a_value_says_so() -> None:
    nothing = goal("share-improved", share(0, 0), EIGHTY)
    assert found(nothing, SV) == "Det finns inget resultat att redovisa"


def test_a_share_just_below_its_target_is_printed_so_that_it_is_seen() -> None:
    estimate = share(7996, 10000, 10000)
    assert decimals_beside(estimate, EIGHTY) == 2
    assert "(79,96\u00a0%)" in found(goal("share", estimate, EIGHTY, where=(("är nöjda", ""),)), SV)
    assert decimals_beside(share(8, 10, 10), EIGHTY) == 1


def test_a_whole_number_has_the_decimals_of_its_interval():
    """-2 between -2.32 and -1.68 is not "-2, -2 to -2"."""
    interval = Interval(low=-2.32, high=-1.68, level=0.95, method="t")
    mean = process_estimate("mean-score", Unit.NUMBER, -2.0, 40, interval=interval)
    assert decimals_beside(mean, Target(at_most=3)) == 2
    assert decimals_beside(replace(mean, interval=None), Target(at_most=3)) == 0


def test_half_a_unit_of_a_number_is_not_little():
    """What is measured in days or hours has no scale that says what is little."""
    assert not SV.is_little(0.47, Unit.NUMBER)
    assert SV.is_little(0.04, Unit.NUMBER)


def test_values_of_one_column_are_alternatives_and_columns_add_up() -> None:
    pairs = (("Kommun", "Orust"), ("Kommun", "Tranemo"), ("Kön", "kvinna"))
    assert conditions(pairs, SV) == "”Kommun: Orust” eller ”Kommun: Tranemo” och ”Kön: kvinna”"
    assert whom((), SV) == "som målet gäller"
    assert whom((("har startat", ""),), words("en")) == "who har startat"


@pytest.mark.parametrize("kind", KINDS)
def test_every_measure_that_a_plan_can_have_has_its_words(kind: str) -> None:
    """Facts that no other facts of the kind are made from are those of a measure."""
    module = import_module(f"effektmatt.plan.kinds.{kind}")
    shared = {
        import_module(one.__module__) for one in module.KIND.measures if one.__module__.split(".")[-1] not in KINDS
    }
    named = [one for each in (module, *shared) for one in vars(each).values()]
    facts = {one for one in named if isinstance(one, type) and issubclass(one, MeasureFacts)}
    asked = {one for one in facts if one is not MeasureFacts and not one.__subclasses__()}
    said = module_of("wording", kind, KindWords).measures
    assert asked == {one.of for one in said}
    assert all(SV.has(one.how) and EN.has(one.how) for one in said)
