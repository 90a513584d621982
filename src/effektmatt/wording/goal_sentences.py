"""One goal in words: a sentence, and everything there is to say about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from effektmatt.core import Note, Unit
from effektmatt.goals import Fulfilment, Verdict
from effektmatt.wording.certainty import (
    beside_sentence,
    certain_sentences,
    change_sentences,
    possible_sentences,
)
from effektmatt.wording.found import decimals_beside, found
from effektmatt.wording.language import NAMING

if TYPE_CHECKING:
    from effektmatt.findings import Findings, GoalFinding, ReadingFinding
    from effektmatt.wording.language import Words


def goal_sentence(goal: GoalFinding, words: Words, labels: Mapping[str, str] | None = None) -> str:
    """Say in one sentence what was found, against what target, and whether it is met.

    `labels` name the columns that the goal's groups come from.
    """
    clause = words.say(f"verdict-{goal.fulfilment.verdict}.clause")
    if goal.parts:
        parts = tally((part.fulfilment.verdict for part in goal.parts), words, of_parts=True)
        total = words.say("number-word", n=len(goal.parts))
        return words.say("goal-sentence-parts", total=total, list=words.joined(parts), clause=clause)
    clause_found = found(goal, words, labels)
    if goal.fulfilment.target is None:
        return words.say("goal-sentence-none", found=clause_found)
    target = words.target(goal.fulfilment.target, goal.fulfilment.estimate.unit, labels)
    code = "goal-sentence-direction" if goal.fulfilment.target.kind == "direction" else "goal-sentence"
    return words.say(code, found=clause_found, target=target, clause=clause)


def goal_paragraphs(goal: GoalFinding, findings: Findings, words: Words) -> tuple[str, ...]:
    """Say everything there is to say about a goal, in the order in which a reader asks.

    What was found; how sure it is; what remains possible; what other ways to measure give; why the verdict is
    what it is; what to bear in mind.
    """
    return paragraphs_of(goal, shown_labels(findings), _first_with_interval(findings), words)


def paragraphs_of(
    goal: GoalFinding, labels: Mapping[str, str], explained: GoalFinding | None, words: Words
) -> tuple[str, ...]:
    """Return the paragraphs of one goal; `explained` is the goal or part at which it is said what an interval is."""
    paragraphs = [[goal_sentence(goal, words, labels)]]
    said: set[str] = set()
    for part in goal.parts:
        sentence = goal_sentence(part, words, labels)
        paragraphs.append([words.say("goal-part", title=part.title, sentence=sentence)])
        paragraphs += [
            [text for text in more if text not in said] for more in _how_sure(part, labels, explained, words)
        ]
        said.update(_reasons(part, labels, words))  # parts are often counted alike: the same reason is given once
    if not goal.parts:
        paragraphs += _how_sure(goal, labels, explained, words)
    paragraphs.append(_remarks(goal, labels, words))
    joined = (" ".join(filter(None, sentences)) for sentences in paragraphs)
    return tuple(paragraph for paragraph in joined if paragraph)


def _how_sure(
    goal: GoalFinding, labels: Mapping[str, str], explained: GoalFinding | None, words: Words
) -> list[list[str]]:
    """Return what follows after what was found, as paragraphs of sentences."""
    beside = beside_sentence(goal, words)
    return [
        _missing(goal, labels, words),
        change_sentences(goal, words),
        certain_sentences(goal.fulfilment, words, explain=explained is goal),
        possible_sentences(goal.fulfilment, words, improved=goal.measure.kind == "share-improved"),
        [beside] if beside else [],
        [reading_sentence(reading, goal, words) for reading in goal.readings if not _explained(reading)],
        _reasons(goal, labels, words),
    ]


def _explained(reading: ReadingFinding) -> bool:
    """Whether a reading's result is the goal's own, and the reason for it follows in the goal's reasons."""
    return reading.chosen and reading.fulfilment.verdict is Verdict.NOT_ASSESSABLE


def reading_sentence(reading: ReadingFinding, goal: GoalFinding, words: Words) -> str:
    """Say what one reading of "increase by 70 %" gives."""
    fulfilment = reading.fulfilment
    estimate, decimals = fulfilment.estimate, decimals_beside(fulfilment.estimate, fulfilment.target)
    target = words.target(fulfilment.target, estimate.unit)
    if fulfilment.verdict is Verdict.NOT_ASSESSABLE:
        reasons = " ".join(words.note(note, unit_of_level(goal)) for note in fulfilment.reasons)
        return words.say("reading-unreachable", target=target, reason=reasons)
    shown = ""
    if estimate.value is not None:
        interval = words.interval(estimate, decimals)
        given = {"value": words.value(estimate, decimals)} | ({"interval": interval} if interval else {})
        shown = words.say("reading-found-interval" if interval else "reading-found", **given)
    return words.say(
        "reading",
        target=target,
        clause=words.say(f"verdict-{fulfilment.verdict}.clause"),
        found=shown,
        chosen="yes" if reading.chosen else "no",
    )


def _first_with_interval(findings: Findings) -> GoalFinding | None:
    every = (part for goal in findings.goals for part in (goal.parts or (goal,)))
    return next((goal for goal in every if goal.fulfilment.estimate.interval is not None), None)


def _missing(goal: GoalFinding, labels: Mapping[str, str], words: Words) -> list[str]:
    """Name the groups that miss a target which every group must reach."""
    target = goal.fulfilment.target
    if target is None or target.in_every is None or target.at_least is None:
        return []
    # the units and their counts stand in the register's own result; they are counts of people with a role
    units = getattr(goal.outcome.detail, "groups", ())
    missing = [
        words.say("group-value", group=unit.group, value=words.count(unit.count))
        for unit in units
        if unit.count < target.at_least
    ]
    if not missing:
        return []
    label = labels.get(target.in_every, target.in_every)
    least = words.number(target.at_least)
    return [words.say("missing-target", group=label, least=least, list=words.joined(missing))]


def _reasons(goal: GoalFinding, labels: Mapping[str, str], words: Words) -> list[str]:
    return reasons_of(goal.fulfilment, unit_of_level(goal), labels, words)


def reasons_of(fulfilment: Fulfilment, unit: Unit, labels: Mapping[str, str], words: Words) -> list[str]:
    """Say why a verdict is what it is; `unit` is that of the values that a reason mentions."""
    side = _SIDES.get(fulfilment.verdict, "same")
    reasons = (Note(code=note.code, values={"side": side, **note.values}) for note in fulfilment.reasons)
    return [words.note(note, unit, labels) for note in reasons]


_SIDES = {
    Verdict.MET: "right",
    Verdict.LIKELY_MET: "right",
    Verdict.NOT_MET: "wrong",
    Verdict.LIKELY_NOT_MET: "wrong",
}


def unit_of_level(goal: GoalFinding) -> Unit:
    """Return the unit in which a reason's values are: that of the value before, where there is one."""
    return goal.outcome.change.before.unit if goal.outcome.change else goal.fulfilment.estimate.unit


def shown_labels(findings: Findings) -> dict[str, str]:
    """Return how columns and waves are called in the report."""
    return {**findings.labels, **{wave.id: wave.label for wave in findings.waves}}


def _remarks(goal: GoalFinding, labels: Mapping[str, str], words: Words) -> list[str]:
    """Say the remarks on data and method, each once."""
    notes: list[Note] = []
    for part in (goal, *goal.parts):
        notes += [*part.remarks, *part.outcome.notes, *part.fulfilment.estimate.notes]
        notes = [note for note in notes if note not in part.fulfilment.reasons and note.code not in NAMING]
    return list(dict.fromkeys(words.note(note, unit_of_level(goal), labels) for note in notes))


def tally(verdicts: Iterable[Verdict], words: Words, *, of_parts: bool = False) -> list[str]:
    """Return how many goals (or parts of one) have each verdict, the best verdict first."""
    times = Counter(verdicts)
    return [
        words.say(
            f"parts-{verdict}" if of_parts else f"summary-{verdict}",
            n=times[verdict],
            # en del, ett mål
            number=words.say("number-word.common" if of_parts else "number-word", n=times[verdict]),
        )
        for verdict in Verdict
        if times[verdict]
    ]
