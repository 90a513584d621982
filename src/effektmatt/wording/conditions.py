"""Whom a goal concerns and what is counted, as parts of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.core import Limits

if TYPE_CHECKING:
    from effektmatt.plan.facts import MeasureFacts
    from effektmatt.wording.language import Words

Pairs = tuple[tuple[str, str | Limits], ...]


def whom(among: Pairs, words: Words) -> str:
    """Return the relative clause for whom a goal concerns: "som målet gäller (”Genomgått: ja”)"."""
    if not among:
        return words.say("whom-plain")
    if is_phrase(among):
        return words.say("whom-phrase", phrase=conditions(among, words))
    return words.say("whom-conditions", conditions=conditions(among, words))


def conditions(pairs: Pairs, words: Words) -> str:
    """Return conditions as text: "”Kön: kvinna” och ”Genomgått: ja”", or the phrases that the plan gave for them.

    Several values of one column are alternatives: "”Kommun: Orust” eller ”Kommun: Tranemo”". Limits are said in
    words: "”Sjukdagar: högst 10”".
    """
    alternatives: dict[str, list[str]] = {}
    for label, value in pairs:
        said = limits_text(value, words) if isinstance(value, Limits) else value
        text = words.say("quoted", text=f"{label}: {said}") if said else label
        alternatives.setdefault(label, []).append(text)
    return words.joined([words.joined(texts, code="alternatives") for texts in alternatives.values()])


def limits_text(limits: Limits, words: Words) -> str:
    """Return between which numbers something lies: "högst 10"."""
    low, high = (words.number(end) if end is not None else "" for end in (limits.at_least, limits.at_most))
    if low and high:
        return words.say("limits-both", low=low, high=high)
    return words.say("limits-low", low=low) if low else words.say("limits-high", high=high)


def quoted(labels: tuple[str, ...], words: Words) -> str:
    """Return labels inside a sentence: "”Bemötande” och ”Tillgänglighet”"."""
    return words.joined([words.say("quoted", text=label) for label in labels])


def spoken_name(name: str, words: Words) -> str:
    """Return a name as it stands in a sentence: one that is a number is quoted, "”1864” saknar värden"."""
    return words.say("quoted", text=name) if name.isdecimal() else name


def is_phrase(pairs: Pairs) -> bool:
    """Whether conditions are phrases, "har genomgått utbildningen": a pair whose value is empty."""
    return bool(pairs) and all(not value for _, value in pairs)


def what(pairs: Pairs, words: Words) -> str:
    """Return the predicate of those who are counted: "har ”Validering: ja”"."""
    if is_phrase(pairs):
        return conditions(pairs, words)
    return words.say("what-conditions", conditions=conditions(pairs, words))


def counted(measure: MeasureFacts, words: Words) -> str:
    """Return what is counted: "med ”Ambassadör: ja”", "som är ambassadörer"."""
    if is_phrase(measure.where):
        return words.say("count-phrase", phrase=conditions(measure.where, words))
    return words.say("count-conditions", conditions=conditions(measure.where, words))
