"""Handling times in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.cases.handling_times import HandlingTimes
from effektmatt.cases.in_time_outcome import ClosedInTime
from effektmatt.cases.wave_curve import RESTRICTED
from effektmatt.core import Change, Estimate, Role
from effektmatt.plan.kinds.cases import ClosedWithinFacts, HandlingTimeFacts
from effektmatt.wording.changes import changes_table, moved_text
from effektmatt.wording.kind import DetailWords, Given, KindWords, MeasureWords, Said, Told
from effektmatt.wording.language import MISSING
from effektmatt.wording.notes import note_text, wave_name
from effektmatt.wording.targets import decapitalised

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


#: What is found, of the time after where that is what is judged and of the change.
_FOUND = {
    "median": ("found-median-time-level", "found-median-time"),
    "first": ("found-first-days-level", "found-first-days"),
    "whole": ("found-handling-time-level", "found-handling-time"),
}


def _found(told: Told[HandlingTimeFacts]) -> str:
    """Say the time before and after, or the time after where that is what is judged."""
    facts, words, change = told.facts, told.words, told.goal.outcome.change
    first = first_days(told.estimate, words)
    level, moved = _FOUND[_counted(told)]
    if told.estimate.role is Role.LEVEL:
        before = change.before if change else None
        known = before is not None and before.value is not None
        against = words.say("against-before", before=words.value(before)) if before and known else ""
        return words.say(level, value=told.value, against=against, first=first)
    if facts.standardise is None or facts.statistic == "median":
        return told.moved(moved, days=_of_first(change, first, words))
    mix = decapitalised(facts.standardise)
    return told.moved(f"{moved}-standardised", standardise=mix, days=_of_first(change, first, words))


def _of_first(change: Change | None, first: str, words: Words) -> str:
    """Write how many of the first days cases were open: "56,5 av de första 90 dagarna före och 37,7 efter"."""
    if change is None or not first:
        return ""
    before, after = (words.number(one.value, 1) for one in (change.before, change.after))
    return words.say("of-first-days", before=before, after=after, first=first)


def _counted(told: Told[HandlingTimeFacts]) -> str:
    """Return what is counted of the cases: their median, their first days or the whole of them."""
    if told.facts.statistic == "median":
        return "median"
    return "first" if first_days(told.estimate, told.words) else "whole"


def limit_text(facts: ClosedWithinFacts, words: Words) -> str:
    """Write how many days a case may take: "20 arbetsdagar"."""
    if facts.days is not None:
        return words.say("limit-of-all", days=facts.days, unit=facts.unit)
    return words.say("limit-of-each", column=decapitalised(facts.limit or ""))


def _in_time(told: Told[ClosedWithinFacts]) -> str:
    """Say the share closed in time: after where that is what is judged, else before and after."""
    words, change, limit = told.words, told.goal.outcome.change, limit_text(told.facts, told.words)
    if told.estimate.role is not Role.LEVEL:
        return told.moved("found-closed-within", limit=limit)
    before = change.before if change else None
    known = before is not None and before.value is not None
    against = words.say("against-before", before=words.value(before)) if before and known else ""
    return words.say("found-closed-within-level", value=told.value, limit=limit, against=against)


def _in_time_said(found: ClosedInTime, words: Words) -> Said:
    """Say how many cases there were, and the share closed in time."""
    sentences = [
        words.say("times-cases", wave=wave_name(wave.wave, {}, words), n=wave.n, open=wave.open) for wave in found.waves
    ]
    sentences += [note_text(note, words, found.unit) for note in found.notes]
    changes, single = ([found.change], []) if found.change else ([], [wave.share for wave in found.waves])
    return [" ".join(sentences)], [changes_table(changes, single, words)]


def first_days(estimate: Estimate, words: Words) -> str:
    """Write the days that a restricted mean counts: "de första 60 dagarna"; nothing where all are counted."""
    for note in estimate.notes:
        if note.code == RESTRICTED:
            return words.say("first-days", days=note.values["days"], unit=str(estimate.unit))
    return ""


def _how(told: Told[HandlingTimeFacts]) -> Given:
    return {"unit": told.facts.unit, "counted": _counted(told), "first": first_days(told.estimate, told.words)}


def _standardised(told: Told[HandlingTimeFacts]) -> list[str]:
    if not told.facts.standardise or told.facts.statistic == "median":
        return []
    return [told.words.say("how-standardised", standardise=decapitalised(told.facts.standardise))]


def _said(times: HandlingTimes, words: Words) -> Said:
    """Say how many cases there were, how their times changed, and every way in which that is measured."""
    waves = [(wave_name(wave.wave, {}, words), wave) for wave in times.waves]
    sentences = [words.say("times-cases", wave=name, n=wave.n, open=wave.open) for name, wave in waves]
    if times.before is None:
        sentences += [note_text(note, words, times.unit) for note in times.notes]
        told = [times.after.mean, times.after.median, *times.after.closed_within.values()]
        return [" ".join(sentences)], [changes_table([], told, words)]
    moved = times.judged.difference
    if moved.value is not None:
        first = first_days(moved, words)
        _, code = _FOUND["first" if first else "whole"]
        code = f"{code}-standardised" if times.standardised else code
        mix = words.say("case-types")
        days = _of_first(times.judged, first, words)
        found = moved_text(times.judged, code, words, days=days, standardise=mix)
        sentences.append(words.say("times-mean", found=found, interval=words.interval(moved) or MISSING))
    if times.left_out:
        left = [f"{n} {words.say(f'left-{reason}')}" for reason, n in times.left_out.items()]
        sentences.append(words.say("times-left-out", n=sum(times.left_out.values()), reasons=words.joined(left)))
    sentences += [note_text(note, words, times.unit) for note in times.notes]
    changes = [times.standardised] if times.standardised else []
    changes += [times.change, times.median_change, *times.closed_within.values()]
    return [" ".join(sentences)], [changes_table(changes, [], words)]


KIND = KindWords(
    measures=(
        MeasureWords(
            of=HandlingTimeFacts,
            found=_found,
            instead=_found,
            how="how-handling-time",
            given=_how,
            more=_standardised,
        ),
        MeasureWords(
            of=ClosedWithinFacts,
            found=_in_time,
            how="how-closed-within",
            given=lambda told: {
                "limit": limit_text(told.facts, told.words),
                "withdrawn": "yes" if told.facts.withdrawn else "no",
            },
        ),
    ),
    details=(DetailWords(of=HandlingTimes, said=_said), DetailWords(of=ClosedInTime, said=_in_time_said)),
)
