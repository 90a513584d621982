"""Handling times in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.cases.handling_times import HandlingTimes
from effektmatt.plan.kinds.cases import HandlingTimeFacts
from effektmatt.wording.changes import changes_table, moved_text
from effektmatt.wording.kind import DetailWords, KindWords, MeasureWords, Said, Told
from effektmatt.wording.language import MISSING
from effektmatt.wording.notes import note_text, wave_name
from effektmatt.wording.targets import decapitalised

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


def _found(told: Told[HandlingTimeFacts]) -> str:
    estimate, words = told.estimate, told.words
    days = [note.values["days"] for note in estimate.notes if note.code == "restricted-to"]
    within = words.say("within-days", days=days[0], unit=str(estimate.unit)) if days else ""
    if told.facts.standardise is None:
        return told.moved("found-handling-time", within=within)
    column = decapitalised(told.facts.standardise)
    return told.moved("found-handling-time-standardised", standardise=column, within=within)


def _standardised(told: Told[HandlingTimeFacts]) -> list[str]:
    if not told.facts.standardise:
        return []
    return [told.words.say("how-standardised", standardise=decapitalised(told.facts.standardise))]


def _said(times: HandlingTimes, words: Words) -> Said:
    """Say how many cases there were, how their times changed, and every way in which that is measured."""
    waves = [(wave_name(wave.wave, {}, words), wave) for wave in (times.before, times.after)]
    sentences = [words.say("times-cases", wave=name, n=wave.n, open=wave.open) for name, wave in waves]
    moved = times.judged.difference
    if moved.value is not None:
        within = words.say("within-days", days=times.tau, unit=str(times.unit))
        code = "times-mean-same-mix" if times.standardised else "times-mean"
        interval = words.interval(moved) or MISSING
        sentences.append(moved_text(times.judged, code, words, within=within, interval=interval))
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
            given=lambda told: {"unit": told.facts.unit, "within": told.facts.within_days},
            more=_standardised,
        ),
    ),
    details=(DetailWords(of=HandlingTimes, said=_said),),
)
