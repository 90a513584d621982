"""One language: its sentences, and numbers written the way its readers write them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from babel import Locale

from effektmatt.core import Estimate, Role, Unit
from effektmatt.wording import numbers
from effektmatt.wording.marks import Ledger, Went, plain
from effektmatt.wording.messages import Messages

if TYPE_CHECKING:
    from effektmatt.goals import Fulfilment, Reading, Verdict

#: The languages spoken, each with the locale that its numbers and dates follow.
LOCALES = {"sv": "sv", "en": "en_GB"}

#: What stands where a value is missing, and where it is hidden because too few people are behind it (SKR's signs).
MISSING, HIDDEN = "–", ".."


@cache
def _words(language: str) -> Words:
    return Words(language)


def words(language: str | Words, ledger: Ledger | None = None) -> Words:
    r"""Return the words of a language: "sv" or "en"; where a `ledger` is kept, they note down what is printed.

    Words that are given are returned as they are.

    >>> words("sv").percent(0.853)
    '85,3\xa0%'

    Raises
    ------
    ValueError
        If the language is not spoken.
    """
    if isinstance(language, Words):
        return language
    if language not in LOCALES:
        raise ValueError(f"language must be one of {', '.join(LOCALES)}; got {language!r}")
    return _words(language) if ledger is None else Words(language, ledger)


class Words:
    """Says messages and writes numbers in one language. Get one from `words`.

    With a ledger, every number that knows its place is noted down there and marked.
    """

    def __init__(self, language: str, ledger: Ledger | None = None) -> None:
        self.language = language
        self._ledger = ledger
        self._locale = Locale.parse(LOCALES[language])
        self._messages = Messages(
            language,
            self._locale,
            {
                "AMOUNT": lambda value, unit: self._trimmed(_number(value), Unit(str(unit))),
                "DATE": lambda day: self.date(dt.date.fromisoformat(str(day))),
                "DAYS": lambda value, unit, decimals=0: self.days(
                    _number(value), int(decimals), working=str(unit) == Unit.WORKING_DAYS
                ),
                "MONEY": lambda kronor: self.money(Decimal(str(kronor))),
                "NUMBER": lambda value, decimals=None: self.number(value, None if decimals is None else int(decimals)),
                "PERCENT": lambda share, decimals=1: self.percent(_number(share), int(decimals)),
                "WAY": self._way_word,
            },
            self.number,
        )

    # ---- messages ---------------------------------------------------------------------------------------

    def say(self, code: str, **values: str | int | float) -> str:
        """Return the message with this id, or with "id.attribute" one of its attributes.

        Raises
        ------
        WordingError
            If there is no such message, or it needs a value that was not given.
        """
        return self._messages.say(code, values)

    def has(self, code: str) -> bool:
        """Whether there is a message with this id (or "id.attribute")."""
        return self._messages.has(code)

    # ---- numbers ----------------------------------------------------------------------------------------

    def number(self, value: float | Decimal | None, decimals: int | None = None, *, signed: bool = False) -> str:
        """Write a number; without `decimals` it gets as many as it needs, at most two."""
        if value is None or math.isnan(value):
            return MISSING
        return self._written(value, decimals, signed=signed)

    def _written(
        self, value: float | Decimal, decimals: int | None, *, scale: Literal[1, 100] = 1, signed: bool = False
    ) -> str:
        """Write a number, or a hundred times as much, and note it down where a ledger is kept."""
        shown = numbers.hundredfold(value) if scale == 100 else value
        text = numbers.number(shown, decimals, self._locale, signed=signed)
        return text if self._ledger is None else self._ledger.number(text, value, scale, decimals, signed=signed)

    def hundredths(self, share: float | Decimal, decimals: int | None = None, *, signed: bool = False) -> str:
        """Write a share in per cent without the sign, as it stands before a word: 0.95 is "95"."""
        return self._written(share, decimals, scale=100, signed=signed)

    def count(self, value: float | None, *, signed: bool = False) -> str:
        """Write a whole number: "1 098"."""
        return self.number(value, 0, signed=signed)

    def percent(self, share: float | Decimal | None, decimals: int | None = 1, *, signed: bool = False) -> str:
        """Write a share as per cent: 0.853 is "85,3 %"."""
        if share is None or math.isnan(share):
            return MISSING
        return self.hundredths(share, decimals, signed=signed) + numbers.percent_sign(self._locale)

    def points(self, difference: float | None, decimals: int | None = 1, *, signed: bool = True) -> str:
        """Write a difference of two shares: 0.162 is "+16,2 procentenheter"."""
        if difference is None or math.isnan(difference):
            return MISSING
        text = self.hundredths(difference, decimals, signed=signed)
        return self.say("unit-points", number=text, form=_form(text))

    def _percent_points(self, difference: float, decimals: int | None, *, signed: bool) -> str:
        """Write a difference of two numbers that are written as per cent: 10 is "+10 procentenheter"."""
        text = self.number(difference, decimals, signed=signed)
        return self.say("unit-points", number=text, form=_form(text))

    def days(
        self, value: float | None, decimals: int | None = 1, *, signed: bool = False, working: bool = False
    ) -> str:
        """Write a time: "18,9 dagar", or working days."""
        if value is None or math.isnan(value):
            return MISSING
        text = self.number(value, decimals, signed=signed)
        return self.say("unit-working-days" if working else "unit-days", number=text, form=_form(text))

    def money(self, kronor: Decimal) -> str:
        """Write an amount of kronor, with öre only where there are any: "3 250 124 kr", "166 954,96 kr"."""
        decimals = 0 if kronor == kronor.to_integral_value() else 2
        return self.say("unit-money", number=self.number(kronor, decimals))

    def date(self, day: dt.date) -> str:
        """Write a date: "19 september 2011"."""
        return numbers.calendar_date(day, self._locale)

    def month(self, day: dt.date) -> str:
        """Write a month, short enough for an axis: "jan. 2018"."""
        return numbers.calendar_month(day, self._locale)

    def period(self, first: dt.date | None, last: dt.date | None) -> str:
        """Write a period: "19 september 2011 till 19 januari 2012", "1 maj till 31 augusti 2013", "3–21 maj 2013"."""
        if first is not None and last is not None:
            if first == last:
                return self.date(last)
            if (first.year, first.month) == (last.year, last.month):
                return self.say("period-in-month", first=str(first.day), last=self.date(last))
            start = numbers.calendar_date(first, self._locale, year=first.year != last.year)
            return self.say("period", first=start, last=self.date(last))
        if first is not None:
            return self.say("period-from", first=self.date(first))
        return MISSING if last is None else self.say("period-until", last=self.date(last))

    def hidden(self, of: object = None, leaf: str = "hidden") -> str:
        """Write what stands where too few are behind a value. A ledger notes down where in `of` it is told."""
        return HIDDEN if self._ledger is None else self._ledger.word(HIDDEN, of, leaf, "hidden")

    def probability(self, p: float) -> str:
        """Write a probability no more exactly than it is known: "mer än 99 %", "omkring 97 %"."""
        text = self._probability(float(p))
        return text if self._ledger is None else self._ledger.of(text, p, "probability")

    def way(self, told: str, whole: object, leaf: str) -> Went:
        """Return which way something went, as a leaf of `whole` says it."""
        return Went(told) if self._ledger is None else self._ledger.way_at(told, whole, leaf)

    def _way_word(self, told: object, word: object) -> str:
        """Write a word for the way that something went, and note it down where a ledger is kept."""
        return str(word) if self._ledger is None else self._ledger.way(str(word), told)

    def _probability(self, p: float) -> str:
        if p > 0.99:
            return self.say("probability-above", percent=self.percent(0.99, 0))
        if p < 0.01:
            return self.say("probability-below", percent=self.percent(0.01, 0))
        return self.say("probability-about", percent=self.percent(p, 0))

    def joined(self, parts: Sequence[str], *, code: str = "list") -> str:
        """Write a list: "a, b och c"; with the code "alternatives" it is "a, b eller c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say(code, first=", ".join(parts[:-1]), last=parts[-1])

    # ---- values with a unit -----------------------------------------------------------------------------

    def amount(self, value: float | None, unit: Unit, decimals: int | None = None, *, signed: bool = False) -> str:
        """Write a bare number in a unit, with the decimals that the unit usually has if nothing else is said."""
        if value is None or math.isnan(value):
            return MISSING
        places = _DECIMALS[unit] if decimals is None else decimals
        match unit:
            case Unit.SHARE | Unit.PROBABILITY:
                return self.percent(value, places, signed=signed)
            case Unit.RELATIVE:
                return self.percent(value, places, signed=True)
            case Unit.POINTS:
                return self.points(value, places)
            case Unit.PERCENT_POINTS:
                return self._percent_points(value, places, signed=True)
            case Unit.DAYS | Unit.WORKING_DAYS:
                return self.days(value, places, signed=signed, working=unit is Unit.WORKING_DAYS)
            case _:
                return self.number(value, places, signed=signed)

    def with_unit(self, number: str, unit: str | None) -> str:
        """Write a number with what it is counted in: "558 personer", also where the plan has "antal personer"."""
        named = _HOW_MANY.sub("", unit or "").strip()
        return self.say("with-unit", number=number, unit=named) if named else number

    def size(self, value: float, unit: Unit, decimals: int | None = None) -> str:
        """Write how large a change is, where a word says which way it went: "34,8 %", "16,2 procentenheter"."""
        places = _DECIMALS[unit] if decimals is None else decimals
        if unit is Unit.RELATIVE:
            return self.percent(abs(value), places)
        if unit is Unit.POINTS:
            return self.points(abs(value), places, signed=False)
        if unit is Unit.PERCENT_POINTS:
            return self._percent_points(abs(value), places, signed=False)
        return self.amount(abs(value), unit, places)

    def is_little(self, value: float, unit: Unit, decimals: int | None = None) -> bool:
        """Say whether a change is nothing with one decimal less than it is printed with."""
        shown = numbers.hundredfold(value) if unit in _IN_HUNDREDTHS else value
        places = _DECIMALS[unit] if decimals is None else decimals
        return numbers.rounded(shown, max(0, (numbers.decimals_of(shown) if places is None else places) - 1)) == 0

    def _trimmed(self, value: float, unit: Unit) -> str:
        """Write a number with the unit's decimals, or fewer where they would be zeros: "30 %", "44,6 %"."""
        shown = numbers.hundredfold(value) if unit in _IN_HUNDREDTHS else value
        most = _DECIMALS[unit]
        if most is None:
            return self.amount(value, unit)
        return self.amount(value, unit, min(most, numbers.decimals_of(numbers.rounded(shown, most))))

    def value(self, estimate: Estimate, decimals: int | None = None) -> str:
        """Write an estimate's value; a difference gets its sign, and a share of money its decimals."""
        if estimate.hidden:
            return self.hidden(estimate)
        decimals = _OF_MEASURE.get(estimate.measure) if decimals is None else decimals
        return self.amount(estimate.value, estimate.unit, decimals, signed=is_difference(estimate))

    def interval(self, estimate: Estimate, decimals: int | None = None) -> str:
        """Write an estimate's interval with its unit once, "82,1 till 89,3 %"; without an interval, nothing."""
        if estimate.interval is None:
            return ""
        return self.span(
            estimate.interval.low, estimate.interval.high, estimate.unit, decimals, signed=is_difference(estimate)
        )

    def span(
        self,
        low: float,
        high: float,
        unit: Unit,
        decimals: int | None = None,
        *,
        signed: bool = False,
        inside: bool = False,
    ) -> str:
        """Write two ends with the unit once: "47,2 till 91,7 %"; an end without bound as "79 dagar eller mer".

        `inside`: as it stands inside a sentence, "mellan 47,2 och 91,7 %". An end of a difference has decimals enough
        not to look like nought: "−0,003 till +0,42".
        """
        if math.isinf(low) and math.isinf(high):
            return MISSING
        signed = signed or unit in _DIFFERENCES
        few, many = (_apart_from_nought(end, unit, decimals) if signed else decimals for end in (low, high))
        if math.isinf(high):
            return self.say("between-from" if inside else "span-from", low=self.amount(low, unit, few, signed=signed))
        if math.isinf(low):
            return self.say("between-to" if inside else "span-to", high=self.amount(high, unit, many, signed=signed))
        first, last = self.bare(low, unit, few, signed=signed), self.amount(high, unit, many, signed=signed)
        return self.say("between" if inside else "span", low=first, high=last)

    def bare(self, value: float, unit: Unit, decimals: int | None = None, *, signed: bool = False) -> str:
        """Write a number without its unit, as it stands before "till" or under a head that gives the unit."""
        signed = signed or unit in _DIFFERENCES
        decimals = _apart_from_nought(value, unit, decimals) if signed else decimals
        places = _DECIMALS[unit] if decimals is None else decimals
        if unit in _IN_HUNDREDTHS:
            return self.hundredths(value, places, signed=signed)
        return self.number(value, places, signed=signed)

    # ---- codes ------------------------------------------------------------------------------------------

    def judged(self, verdict: Verdict, target: str = "") -> str:
        """Write a verdict as a clause: "målet, minst 80 %, är troligen uppnått"; without a target, "målet är …"."""
        goal = self.say("goal-with-target", target=target) if target else self.say("goal-alone")
        return self.say(f"verdict-{verdict}.judged", goal=goal)

    def judged_then(self, verdict: Verdict, *, part: bool = False) -> str:
        """Write a verdict as what follows from something: "då är målet inte uppnått", or "delen" of a `part`."""
        return self.say(f"verdict-{verdict}.then", of="part" if part else "goal")

    def verdict(self, verdict: Verdict, of: Fulfilment | None = None) -> str:
        """Write a verdict: "Troligen uppnått". Where a ledger is kept it is noted down as that `of` a fulfilment."""
        text = self.say(f"verdict-{verdict}")
        return text if self._ledger is None else self._ledger.word(text, of, "verdict", "verdict")

    def reading(self, reading: Reading, unit: Unit = Unit.SHARE) -> str:
        """Write what "increase by 70 %" is taken to mean, for what is measured in `unit`: "Läst som procentenheter"."""
        return self.say(f"reading-{reading}", unit=str(unit))

    def method(self, code: str) -> str:
        """Write the name of a method, with its variant."""
        return self.say(f"method-{code}")

    def measure(self, code: str) -> str:
        """Write the name of what is measured: "andel som förbättrats"."""
        return self.say(f"measure-{code}")

    def measured(self, estimate: Estimate) -> str:
        """Write what an estimate measures, with its number of days: "andel avslutade inom 28 dagar"."""
        for note in estimate.notes:
            if note.code in NAMING and self.has(f"measure-{estimate.measure}.days"):
                days, unit = note.values["days"], str(note.values.get("unit", estimate.unit))
                first = self.say("first-days", days=days, unit=unit)
                return self.say(f"measure-{estimate.measure}.days", days=days, unit=unit, first=first)
        return self.measure(estimate.measure)

    def reason(self, code: str, n: int = 2) -> str:
        """Write why `n` rows or people were left out, as it stands after their number: "dubbla svar"."""
        return self.say(f"left-{code}", n=n)


#: None: as many as the number needs, at most two.
_DECIMALS: dict[Unit, int | None] = {
    Unit.SHARE: 1,
    Unit.PROBABILITY: 1,
    Unit.POINTS: 1,
    Unit.RELATIVE: 1,
    Unit.COUNT: 0,
    Unit.SCORE: 2,
    Unit.DAYS: 1,
    Unit.WORKING_DAYS: 1,
    Unit.PER_WEEK: 1,
    Unit.NUMBER: None,
    Unit.PERCENT_POINTS: None,
}

#: The share of a budget is as exact as the amounts beside it.
_OF_MEASURE = {"money-used": 2}

#: What a source may say that numbers are counted in, and that names no unit.
_HOW_MANY = re.compile(r"^\s*(antal|number( of)?|count)\b", re.IGNORECASE)

_IN_HUNDREDTHS = (Unit.SHARE, Unit.PROBABILITY, Unit.POINTS, Unit.RELATIVE)

#: Units that only differences have.
_DIFFERENCES = (Unit.POINTS, Unit.RELATIVE)

#: Notes that belong to what a measure is called.
NAMING = ("closed-within", "restricted-to")


def is_difference(estimate: Estimate) -> bool:
    """Whether a value says how much something differs, so that its sign is written; not a standardised one."""
    return estimate.role in (Role.DIFFERENCE, Role.RELATIVE, Role.BETWEEN) or estimate.unit is Unit.POINTS


def _apart_from_nought(end: float, unit: Unit, decimals: int | None) -> int | None:
    """Return how many decimals an end of a difference needs, as it is shown, so as not to look like nought."""
    shown = end * 100 if unit in _IN_HUNDREDTHS else end
    return numbers.decimals_beside_nought(shown, _DECIMALS[unit] if decimals is None else decimals)


def _number(given: object) -> float:
    """Return a number that a message hands on, as it is; one that is given as text is read."""
    return given if isinstance(given, int | float) else float(str(given))


def _form(text: str) -> str:
    """Return "one" for exactly 1 and "other" else: Swedish has "1 dag" but "1,0 dagar"."""
    return "one" if plain(text).lstrip("+" + numbers.MINUS) == "1" else "other"
