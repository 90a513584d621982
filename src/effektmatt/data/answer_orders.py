"""Answers in their order, lowest first: what the words of a scale mean, and which of them are no answers."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import product
from operator import itemgetter
from typing import Any

from effektmatt.data.values import folded

#: "1 - Inte alls", "5. Helt", "3 (varken eller)", "4 = ofta": the number says the order.
_NUMBERED = re.compile(r"(\d{1,2})\s*(?:[-.=:)(\u2013]\s*)+(\D.*)")
_CODED = re.compile(r"([A-Za-z]{1,3})(\d{1,2})")
_WHOLE = re.compile(r"-?\d{1,2}")
#: Numbers that stand for "no answer" beside a scale of numbers, as statistics programs write it.
_OUTSIDE = frozenset({-9, -8, -1, 8, 9, 77, 88, 98, 99})
_HIGHEST = 10
#: So many different numbers up to ten are a scale whose lowest nobody gave.
_FEWEST_OF_TEN = 4
#: "Instämmer delvis" stands in the middle by itself; beside "varken eller" it may be less or more than that.
_PARTLY = re.compile(
    r"^(?:stämmer|instämmer|håller) (?:delvis|till viss del|i viss mån|någorlunda)(?! inte)|^partly agree"
)
_NEITHER = re.compile(r"varken|neither|neutral")
YES_NO, AGREEING = "yes-no", "agreeing"
NUMBERS = "numbers"
#: Answers that begin with their number; answers of which no word is known, whose order is a guess.
NUMBERED, UNKNOWN = "numbered", "unknown"
#: Answers that a tool wrote as codes ("A1").
CODED = "coded"
#: Answers in the order of the codes that a format has for them, of which no word is known.
LABELLED = "labelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of a question, lowest first, and what stands among them that is no answer.

    Parameters
    ----------
    answers
        As they are written, lowest first.
    not_answers
        "Vet ej" and its like.
    family
        Which words they are ("agreeing", "numbers", "numbered"); "unknown" where no word is known.
    sure
        Whether the order is known, not guessed.
    """

    answers: tuple[str, ...]
    not_answers: tuple[str, ...] = ()
    family: str
    sure: bool = True


@cache
def _words() -> dict[str, dict[str, int]]:
    """Return the place of each answer in its family; those that are none under "no-answer"."""
    read: dict[str, Any] = tomllib.loads(files("effektmatt.data").joinpath("answer_words.toml").read_text("utf-8"))
    families = {name: lines["words"] if isinstance(lines, dict) else lines for name, lines in read.items()}
    return {
        name: {folded(word): place for place, line in reversed(list(enumerate(lines))) for word in line.split("|")}
        for name, lines in families.items()
    }


def is_no_answer(text: str) -> bool:
    """Return whether a text says that there is no answer.

    >>> is_no_answer("Vet ej"), is_no_answer("N/A"), is_no_answer("Varken eller")
    (True, True, False)
    """
    said = _said(_without_number(text))
    return said in _words()["no-answer"] or said in _plain_words()["no-answer"]


def answers_in_order(values: Iterable[str]) -> Answers | None:
    """Return the answers of a question in their order; None where they are no scale whose order can be seen.

    >>> answers_in_order(["Ofta", "Vet ej", "Aldrig", "Ibland"])
    Answers(answers=('Aldrig', 'Ibland', 'Ofta'), not_answers=('Vet ej',), family='frequency', sure=True)
    >>> answers_in_order(["5", "1", "3", "9", "2", "4"]).not_answers
    ('9',)
    >>> answers_in_order(["Orust", "Tranemo"]) is None
    True
    >>> answers_in_order(["mycket_trygg", "otrygg", "trygg"]).answers
    ('otrygg', 'trygg', 'mycket_trygg')
    >>> answers_in_order(["mycket_dalig", "bra", "dalig"]).answers
    ('mycket_dalig', 'dalig', 'bra')
    >>> answers_in_order(["Instämmer helt", "Instämmer i liten grad", "Instämmer i hög grad"]).answers
    ('Instämmer i liten grad', 'Instämmer i hög grad', 'Instämmer helt')
    """
    different = list({folded(value): value for value in reversed(list(values))}.values())
    none = tuple(sorted(value for value in different if is_no_answer(value)))
    real = [value for value in different if value not in none]
    found = _numbers(real) or _numbered(real) or _worded(real)
    if found is None:
        return None
    return replace(found, not_answers=(*none, *found.not_answers))


def up_to_ten(values: Iterable[str], *, nought: bool) -> Answers | None:
    """Return the answers of a question from 1 (or 0, if `nought`) to 10 of which the lowest may be missing.

    >>> up_to_ten(["10", "6", "8", "7", "9"], nought=True).answers[0], up_to_ten(["3", "5"], nought=True)
    ('0', None)
    """
    different = set(map(folded, values))
    none = tuple(sorted(value for value in different if is_no_answer(value)))
    numbers = {int(value) for value in different - set(none) if _WHOLE.fullmatch(value)}
    if len(numbers) + len(none) < len(different) or len(numbers) < _FEWEST_OF_TEN or not numbers <= set(range(11)):
        return None
    if _HIGHEST not in numbers:
        return None
    first = 0 if nought or 0 in numbers else 1
    return Answers(answers=tuple(map(str, range(first, 11))), not_answers=none, family=NUMBERS)


def coded_answers(values: Iterable[str]) -> Answers | None:
    """Return answers that a tool wrote as codes, in the order of their numbers: "A1" to "A5".

    Groups and visitors have codes of the same kind, so this is asked only where something else tells of answers.

    >>> coded_answers(["A10", "A2", "A1"]).answers, coded_answers(["A1", "B2"])
    (('A1', 'A2', 'A10'), None)
    """
    found = {value: _CODED.fullmatch(value.strip()) for value in values if not is_no_answer(value)}
    known = {value: match for value, match in found.items() if match is not None}
    if len(known) < len(found) or len(known) < 2 or len({match[1] for match in known.values()}) > 1:
        return None
    ordered = sorted(known, key=lambda value: int(known[value][2]))
    return Answers(answers=tuple(ordered), family=CODED)


def _numbers(values: Sequence[str]) -> Answers | None:
    """Return a scale of numbers from 0 or 1 on; a number far outside the others stands for no answer."""
    if len(values) < 3 or not all(_WHOLE.fullmatch(folded(value)) for value in values):
        return None
    by_number = {int(folded(value)): value for value in values}
    inside = sorted(number for number in by_number if number not in _OUTSIDE or _joins(number, by_number))
    outside = sorted(set(by_number) - set(inside))
    if len(inside) < 3 or inside[0] not in (0, 1, 2) or inside[-1] > _HIGHEST or len(outside) > 2:
        return None
    answers = tuple(str(number) for number in range(min(inside[0], 1), inside[-1] + 1))
    return Answers(answers=answers, not_answers=tuple(by_number[number] for number in outside), family=NUMBERS)


def _joins(number: int, others: Iterable[int]) -> bool:
    """Whether a number that could stand for no answer continues the scale: 8 and 9 do below 10 or beside another."""
    return number in (8, 9) and {number - 1, number + 1, _HIGHEST} & set(others) != set()


def _numbered(values: Sequence[str]) -> Answers | None:
    """Return answers of which those in words begin with their number."""
    found = {value: _NUMBERED.fullmatch(" ".join(value.split())) for value in values}
    numbers = {value: int(match[1]) if match else _whole(value) for value, match in found.items()}
    known = [number for number in numbers.values() if number is not None]
    if not any(found.values()) or len(known) < len(values) or len(set(known)) < len(known) or len(known) < 2:
        return None
    ordered = sorted(values, key=lambda value: numbers[value] or 0)
    return Answers(answers=tuple(ordered), family=NUMBERED)


def _whole(value: str) -> int | None:
    return int(folded(value)) if _WHOLE.fullmatch(folded(value)) else None


def _without_number(text: str) -> str:
    found = _NUMBERED.fullmatch(" ".join(text.split()))
    return found[2].rstrip(")") if found else text


def _worded(values: Sequence[str]) -> Answers | None:
    """Return answers of which every one is a word of the same family, in its order; numbers among them are none."""
    texts = [value for value in values if _whole(value) is None]
    outside = tuple(sorted(value for value in values if _whole(value) is not None))
    if len(texts) < 2 or len(outside) > 1:
        return None
    for said, (family, places) in product((_said_of(texts), _without_shared(texts)), _words().items()):
        where = [places.get(said[value], _plain_words()[family].get(said[value])) for value in texts]
        if family != "no-answer" and None not in where and len(set(where)) == len(where):
            ordered = [value for _, value in sorted(zip(where, texts, strict=True), key=itemgetter(0))]
            unclear = family == AGREEING and _partly(ordered) is not None
            answers = _balanced(ordered) if unclear else ordered
            return Answers(answers=tuple(answers), not_answers=outside, family=family, sure=not unclear)
    return None


def _said(text: str) -> str:
    """Return what words say that stand with "_" between them, as names of answers do in KoboToolbox."""
    return folded(text.replace("_", " "))


@cache
def _plain_words() -> dict[str, dict[str, int]]:
    """Return the words of each family as tools write the names of answers: without å, ä and ö."""
    return {
        family: {plain: place for word, place in reversed(places.items()) if (plain := _plain(word)) not in places}
        for family, places in _words().items()
    }


def _plain(text: str) -> str:
    """Return a text without the dots and rings of its letters, where it has nothing else beside a to z."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _said_of(texts: Sequence[str]) -> dict[str, str]:
    return {text: _said(text) for text in texts}


def _without_shared(texts: Sequence[str]) -> dict[str, str]:
    """Return answers without the words that all of them have.

    >>> list(_without_shared(["Instämmer i liten grad", "Instämmer helt"]).values())
    ['i liten grad', 'helt']
    >>> list(_without_shared(["Inget förtroende alls", "Stort förtroende"]).values())
    ['inget alls', 'stort']
    """
    words = [_said(text).split() for text in texts]
    shared = set(words[0]).intersection(*words)
    return {text: " ".join(word for word in one if word not in shared) for text, one in zip(texts, words, strict=True)}


def _partly(ordered: Sequence[str]) -> tuple[int, int] | None:
    """Return where "partly" and "neither" stand, if both do: some put the one below the other, some above."""
    partly = [place for place, answer in enumerate(ordered) if _PARTLY.search(folded(answer))]
    neither = [place for place, answer in enumerate(ordered) if _NEITHER.match(folded(answer))]
    return (partly[0], neither[0]) if len(partly) == 1 and len(neither) == 1 else None


def _balanced(ordered: Sequence[str]) -> list[str]:
    """Put "partly" on the side of "neither" that has fewer answers, so that "neither" comes nearest to the middle."""
    places = _partly(ordered)
    assert places is not None
    rest = [answer for place, answer in enumerate(ordered) if place != places[0]]
    neither = rest.index(ordered[places[1]])
    at = neither if neither < len(rest) - neither - 1 else neither + 1
    return [*rest[:at], ordered[places[0]], *rest[at:]]
