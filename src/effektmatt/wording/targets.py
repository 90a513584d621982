"""A target in words: "minst 80 %", "+70 % (relativt)", "omkring 40 (36 till 44)"."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from effektmatt.core import Estimate, Unit
from effektmatt.wording.numbers import decimals_apart, decimals_of

if TYPE_CHECKING:
    from effektmatt.goals import Target
    from effektmatt.wording.language import Words


def target_text(
    target: Target | None,
    unit: Unit,
    words: Words,
    labels: Mapping[str, str] | None = None,
    *,
    inside: bool = False,
    measured_in: str | None = None,
) -> str:
    """Write a target in the unit of the measure: "minst 80 %", "+70 % (relativt)".

    `labels` name the column of `in_every`. `inside`: as it stands inside a sentence, "en ökning med 70 %".
    `measured_in`: what a number that has no unit of its own is counted in, in the plan's words.
    """

    def plain(value: float) -> str:
        text = _plain(value, unit, words)
        return words.with_unit(text, measured_in) if unit is Unit.NUMBER else text

    if target is None:
        return words.say("target-none")
    amount = target.amount
    if target.between is not None:
        return _between(target, target.between, unit, words)
    if amount is None:
        return words.say(f"target-{target.direction}")
    if target.is_change:
        return _change(target, amount, unit, words, plain, inside=inside)
    if target.in_every is not None:
        group = (labels or {}).get(target.in_every, target.in_every)
        return words.say("target-in-every", amount=plain(amount), group=decapitalised(group))
    if target.about is not None:
        low, high = (_plain(end, unit, words) for end in target.region)
        return words.say("target-about", amount=plain(amount), low=low, high=high)
    everybody = target.at_least is not None and amount == 1 and unit is Unit.SHARE
    return words.say("target-all" if everybody else f"target-{target.kind}", amount=plain(amount))


def _between(target: Target, groups: tuple[str, str], unit: Unit, words: Words) -> str:
    """Write a target for the difference of two groups: "högst 5 procentenheter mellan Kvinna och Man"."""
    way = {"increase-by": "more", "at-least": "more", "decrease-by": "less", "at-most": "apart"}.get(target.kind)
    way = way or ("higher" if target.direction == "increase" else "lower")
    size = words.points(target.amount, None, signed=False) if unit is Unit.POINTS else words.number(target.amount)
    return words.say("target-between", way=way, amount=size, first=groups[0], second=groups[1])


def _change(
    target: Target, amount: float, unit: Unit, words: Words, plain: Callable[[float], str], *, inside: bool
) -> str:
    way = "increase" if target.increase_by is not None else "decrease"
    signed = amount if way == "increase" else -amount
    if target.reading == "level":  # Reading's own values: its room is slow to import for a help text
        at = {"increase": "at-least", "decrease": "at-most"}[way]
        return words.say(f"target-{at}" if inside else f"target-{way}-to", amount=plain(amount))
    relative = target.reading == "relative" or unit is Unit.RELATIVE
    if unit is Unit.PERCENT_POINTS and not relative:
        text = words.size(amount, unit)
        return words.say(f"target-{way}-inside", amount=text) if inside else words.amount(signed, unit)
    if inside and (relative or unit in (Unit.POINTS, Unit.SHARE)):
        size = words.percent(amount, None) if relative else words.points(amount, None, signed=False)
        return words.say(f"target-{way}-inside", amount=size)
    if relative:
        return words.say("target-relative", amount=words.percent(signed, None, signed=True))
    if unit in (Unit.POINTS, Unit.SHARE):
        return words.points(signed, None)
    return words.say(f"target-{way}-{_THING.get(unit, 'number')}", amount=plain(amount))


_THING = {Unit.DAYS: "time", Unit.WORKING_DAYS: "time", Unit.COUNT: "count"}


def _plain(value: float, unit: Unit, words: Words) -> str:
    """Write a number of a target with no more decimals than it needs."""
    if unit in (Unit.SHARE, Unit.PROBABILITY, Unit.RELATIVE, Unit.POINTS):
        return words.percent(value, None)
    if unit in (Unit.DAYS, Unit.WORKING_DAYS):
        return words.days(value, None, working=unit is Unit.WORKING_DAYS)
    return words.number(value)


def decapitalised(label: str) -> str:
    """Return a label as it stands inside a sentence; an abbreviation keeps its capitals.

    >>> decapitalised("Avdelning"), decapitalised("IT-stöd")
    ('avdelning', 'IT-stöd')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def part_title(goal: str, part: str) -> str:
    """Return what a part of a goal is called away from the goal's heading.

    >>> part_title("Kunskap om vision", "På kort sikt"), part_title("Blev du sedd?", "På kort sikt")
    ('Kunskap om vision, på kort sikt', 'Blev du sedd? På kort sikt')
    """
    return f"{goal} {part}" if goal.endswith(("?", "!", ".")) else f"{goal}, {decapitalised(part)}"


def capitalised(text: str) -> str:
    """Return text as it begins a sentence.

    >>> capitalised("om bara den räknas")
    'Om bara den räknas'
    """
    return text[:1].upper() + text[1:]


def decimals_beside(estimate: Estimate, target: Target | None) -> int | None:
    """How many decimals a value needs so as not to be printed as a target that it does not equal."""
    if target is None or estimate.value is None:
        return None
    hundredfold = 100 if estimate.unit in (Unit.SHARE, Unit.POINTS, Unit.RELATIVE, Unit.PROBABILITY) else 1
    ends = () if estimate.interval is None else (estimate.interval.low, estimate.interval.high)
    values = [estimate.value, *filter(math.isfinite, ends)]
    # a whole number between -2.3 and -1.7 is not "-2, -2 to -2"
    own = max(map(decimals_of, values)) if estimate.unit in (Unit.NUMBER, Unit.PERCENT_POINTS) else 1
    if estimate.unit is Unit.PER_WEEK and 1e-9 < abs(estimate.value - round(estimate.value)) <= 0.05 + 1e-9:
        own = 2  # 10.95 is not 11.0
    fewest = 2 if estimate.measure == "money-used" else {Unit.COUNT: 0, Unit.SCORE: 2}.get(estimate.unit, own)
    limits = [end for end in target.region if math.isfinite(end)]
    return max(
        (decimals_apart(value * hundredfold, end * hundredfold, fewest=fewest) for value in values for end in limits),
        default=fewest,
    )
