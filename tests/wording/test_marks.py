"""A printed value is an object: what is written of a number that knows its place is marked, and noted down."""

import pytest

from effektmatt.core import Estimate, Evidence, Interval, Unit
from effektmatt.wording import marks, words
from effektmatt.wording.language import Words
from effektmatt.wording.text_table import TextTable, tables_once


@pytest.fixture
def ledger():
    return marks.Ledger()


@pytest.fixture
def say(ledger):
    return words("sv", ledger)


def at(pointer, number):
    number.pointer = pointer
    return number


def test_without_a_ledger_a_number_that_knows_its_place_is_written_as_any_other():
    assert words("sv").percent(at("/x", marks.Real(0.853))) == words("sv").percent(0.853) == "85,3\u00a0%"


def test_a_number_without_a_place_is_not_marked(say, ledger):
    assert say.percent(0.853) == "85,3\u00a0%"
    assert ledger.printed == []


WAYS = {
    "number": (lambda say: say.number(at("/x", marks.Real(2.5))), "2,5", (1, None, False)),
    "count": (lambda say: say.count(at("/x", marks.Whole(1098))), "1\u00a0098", (1, 0, False)),
    "percent": (lambda say: say.percent(at("/x", marks.Real(0.853))), "85,3\u00a0%", (100, 1, False)),
    "points": (lambda say: say.points(at("/x", marks.Real(-0.2))), "−20,0\u00a0procentenheter", (100, 1, True)),
    "days": (lambda say: say.days(at("/x", marks.Real(18.94))), "18,9\u00a0dagar", (1, 1, False)),
    "one day": (lambda say: say.days(at("/x", marks.Whole(1)), 0), "1\u00a0dag", (1, 0, False)),
    "size": (lambda say: say.size(at("/x", marks.Real(-0.348)), Unit.RELATIVE), "34,8\u00a0%", (-100, 1, False)),
    "bare": (lambda say: say.bare(at("/x", marks.Real(0.47)), Unit.SHARE), "47,0", (100, 1, False)),
    "in a message": (
        lambda say: say.say("left-reason", n=at("/x", marks.Whole(12345)), reason="svar"),
        "12\u00a0345 svar",
        (1, 0, False),
    ),
    "money": (lambda say: say.money(at("/x", marks.Amount("166954.96"))), "166\u00a0954,96\u00a0kr", (1, 2, False)),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_marked_value_reads_the_same_and_is_noted_down(say, ledger, way):
    write, text, (scale, decimals, signed) = WAYS[way]
    written = write(say)
    assert marks.plain(written) == text
    (entry,) = ledger.printed
    assert (entry.pointer, entry.scale, entry.decimals, entry.signed) == ("/x", scale, decimals, signed)
    assert [(number, piece) for number, piece in marks.pieces(written) if number] == [(1, entry.text)]


def test_an_estimate_has_its_ends_marked_one_by_one(say, ledger):
    low, high = at("/low", marks.Real(0.821)), at("/high", marks.Real(0.893))
    interval = Interval(low=low, high=high, level=0.95, method="wilson")
    shown = Estimate(
        measure="share", value=0.86, unit=Unit.SHARE, n=9, evidence=Evidence.PROCESS, method="", interval=interval
    )
    assert marks.plain(say.interval(shown)) == "82,1 till 89,3\u00a0%"
    assert [one.pointer for one in ledger.printed] == ["/low", "/high"]


def test_html_has_an_element_for_each_value_and_escapes_all_text(say):
    written = "<b> " + say.count(at("/x", marks.Whole(7))) + " & 8"
    assert marks.as_html(written) == '&lt;b&gt; <span data-em="1">7</span> &amp; 8'


def test_texts_that_read_alike_are_one(say):
    one, other = (say.count(at(pointer, marks.Whole(7))) for pointer in ("/x", "/y"))
    assert one != other
    assert marks.once([one, other, "8"]) == [one, "8"]
    assert marks.is_among(other, [one])
    tables = [TextTable(caption="n", header=("n",), rows=((cell,),), numeric=(True,)) for cell in (one, other)]
    assert tables_once(tables) == (tables[0],)


def test_what_is_not_printed_is_forgotten(say, ledger):
    first, second = (say.count(at(pointer, marks.Whole(7))) for pointer in ("/x", "/y"))
    ledger.keep([f"n = {second}"])
    assert [one.pointer for one in ledger.printed] == ["/y"]
    assert marks.plain(first) == "7"


def test_words_with_and_without_a_ledger_share_what_was_read_of_the_files():
    assert words("sv") is words("sv")
    assert isinstance(words("sv", marks.Ledger()), Words)


@pytest.mark.parametrize(
    ("made", "entry"),
    [
        (lambda a, b: a - b, ("/a", "/b", None, 1)),
        (lambda a, b: a / b, ("/a", None, "/b", 1)),
        (lambda a, b: -a, ("/a", None, None, -1)),
        (lambda a, b: abs(-a), ("/a", None, None, 1)),
        (lambda a, b: abs(b - a), ("/b", "/a", None, -1)),
    ],
)
def test_what_is_taken_away_or_divided_by_is_known_too(say, ledger, made, entry):
    value = made(at("/a", marks.Whole(12)), at("/b", marks.Whole(5)))
    say.number(value)
    (one,) = ledger.printed
    assert (one.pointer, one.minus, one.over, one.scale) == entry


def test_what_is_reckoned_with_further_knows_no_place(say, ledger):
    twelve, five = at("/a", marks.Whole(12)), at("/b", marks.Whole(5))
    for value in (twelve + 1, twelve - 1, twelve * 2, twelve - five - five, twelve / marks.Whole(5)):
        say.number(value)
    say.number((twelve - five) / five)
    assert ledger.printed == []


def test_words_that_stand_for_a_leaf_are_marked_as_said(say, ledger):
    group = object()
    ledger.places[id(group)] = "/groups/0"
    assert marks.plain(say.hidden(group, "estimate")) == ".."
    assert marks.plain(say.probability(at("/p", marks.Real(0.995)))) == "mer än 99\u00a0%"
    said = [(one.said, one.pointer) for one in ledger.printed]
    assert said == [("hidden", "/groups/0/estimate"), ("probability", "/p")]
    assert say.hidden(object()) == ".."


def test_what_is_left_of_an_amount_is_exact(say, ledger):
    left = at("/budget", marks.Amount("844800.00")) - at("/used", marks.Amount("831349.50"))
    assert marks.plain(say.money(abs(left))) == "13\u00a0450,50\u00a0kr"
    assert [(one.pointer, one.minus) for one in ledger.printed] == [("/budget", "/used")]
