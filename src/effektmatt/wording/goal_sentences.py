"""One goal in words: a sentence, and everything there is to say about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from effektmatt.core import Note, Unit
from effektmatt.goals import Fulfilment, Verdict
from effektmatt.wording.certainty import (
    beside_sentence,
    certain_sentences,
    change_sentences,
    means_missing_sentence,
    possible_sentences,
    reach_sentence,
)
from effektmatt.wording.kind import measure_words, told_of
from effektmatt.wording.language import NAMING
from effektmatt.wording.marks import is_among, once
from effektmatt.wording.notes import note_text
from effektmatt.wording.targets import capitalised, decapitalised, decimals_beside, target_text

if TYPE_CHECKING:
    from effektmatt.findings import Findings, GoalFinding, ReadingFinding
    from effektmatt.wording.language import Words


def goal_sentence(goal: GoalFinding, words: Words, labels: Mapping[str, str] | None = None) -> str:
    """Say in one sentence what was found, against what target, and whether it is met.

    `labels` name the columns that the goal's groups come from.
    """
    if goal.parts:
        return _parts_sentence(goal, words, labels)
    clause_found, target = found(goal, words, labels), goal.fulfilment.target
    if target is None:
        return words.say("goal-sentence-none", found=clause_found)
    unit, counted = goal.fulfilment.estimate.unit, goal.measure.measured_in
    in_words = target_text(target, unit, words, labels, inside=True, measured_in=counted)
    return words.say("goal-sentence", found=clause_found, judged=words.judged(goal.fulfilment.verdict, in_words))


def found(goal: GoalFinding, words: Words, labels: Mapping[str, str] | None = None) -> str:
    """Return what was found for a goal (or one part of it) as a clause; `labels` name the columns of its groups.

    Clauses need no noun for what is counted: a plan says who is meant, not what one and many of them are called.
    """
    if goal.fulfilment.estimate.hidden:
        return words.say("found-hidden")
    measure, told = measure_words(goal), told_of(goal, words, labels)
    say = measure.instead if goal.fulfilment.estimate.value is None else measure.found
    return say(told) or words.say("found-nothing")


def _parts_sentence(goal: GoalFinding, words: Words, labels: Mapping[str, str] | None) -> str:
    """Say of each part by name whether it is met and what was found, then of the whole."""
    total = words.say("number-word", n=len(goal.parts))
    if all(part.fulfilment.verdict is Verdict.NO_TARGET for part in goal.parts):
        described = (
            words.say("goal-part-described", title=part.title, found=decapitalised(found(part, words, labels)))
            for part in goal.parts
        )
        return words.say("goal-sentence-described", total=capitalised(total), parts=" ".join(described))
    parts = [
        words.say(
            "goal-part",
            judged=words.say(f"verdict-{part.fulfilment.verdict}.part", title=part.title),
            found=decapitalised(found(part, words, labels)),
        )
        for part in goal.parts
    ]
    whole = words.say(f"verdict-{goal.fulfilment.verdict}.judged", goal=words.say("goal-whole"))
    return words.say("goal-sentence-parts", total=total, parts=" ".join(parts), whole=capitalised(whole))


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
    alike = _reasons_alike(goal.parts, labels, words)
    for part in goal.parts:
        own = (
            [text for text in texts if not is_among(text, alike)]
            for texts in _how_sure(part, labels, explained, words, part=True)
        )
        said = [sentence for texts in own for sentence in texts]
        paragraphs += _titled(part, [said] if said else [], words)  # a paragraph for each part
    paragraphs.append(alike)
    if not goal.parts:
        found, *others = _how_sure(goal, labels, explained, words)
        paragraphs += [found, [*others[0], *others[1]], [sentence for texts in others[2:] for sentence in texts]]
    paragraphs += _remarks(goal, labels, words)
    joined = (" ".join(filter(None, sentences)) for sentences in paragraphs)
    return tuple(paragraph for paragraph in joined if paragraph)


def _reasons_alike(parts: Sequence[GoalFinding], labels: Mapping[str, str], words: Words) -> list[str]:
    """Return the reasons that all parts have in common, as when all of them are counted: they are given once."""
    if not parts:
        return []
    first, *others = (_reasons(part, labels, words) for part in parts)
    return [reason for reason in first if all(is_among(reason, reasons) for reasons in others)]


def _titled(part: GoalFinding, paragraphs: list[list[str]], words: Words) -> list[list[str]]:
    """Begin the first paragraph about a part with its title."""
    if not paragraphs:
        return []
    (first, *others), *later = paragraphs
    return [[words.say("goal-of-part", title=part.title, text=first), *others], *later]


def _how_sure(
    goal: GoalFinding,
    labels: Mapping[str, str],
    explained: GoalFinding | None,
    words: Words,
    *,
    part: bool = False,
) -> list[list[str]]:
    """Return what follows after what was found, as paragraphs of sentences."""
    beside, measure = beside_sentence(goal, words), measure_words(goal)
    return [
        list(measure.missing(told_of(goal, words, labels)) or ()),
        change_sentences(goal, words),
        certain_sentences(goal.fulfilment, words, explain=explained is goal),
        possible_sentences(goal.fulfilment, words, measure.tipping),
        [means] if (means := means_missing_sentence(goal, words)) else [],
        [reached] if (reached := reach_sentence(goal, words, part=part)) else [],
        [beside] if beside else [],
        [reading_sentence(reading, goal, words) for reading in goal.readings if not _explained(reading)],
        _reasons(goal, labels, words),
    ]


def _explained(reading: ReadingFinding) -> bool:
    """Whether a reading's result is the goal's own, and the reason for it follows in the goal's reasons."""
    return reading.chosen and reading.fulfilment.verdict is Verdict.NOT_ASSESSABLE


def reading_sentence(reading: ReadingFinding, goal: GoalFinding, words: Words) -> str:
    """Say what one reading of "increase by 70 %" gives; its interval stands in the table of readings."""
    fulfilment = reading.fulfilment
    unit, counted = fulfilment.estimate.unit, goal.measure.measured_in
    target = target_text(fulfilment.target, unit, words, inside=True, measured_in=counted)
    if fulfilment.verdict is Verdict.NOT_ASSESSABLE:
        reasons = " ".join(note_text(note, words, unit_of_level(goal)) for note in fulfilment.reasons)
        return words.say("reading-unreachable", target=target, reason=reasons)
    return words.say(
        "reading",
        target=target,
        judged=words.judged(fulfilment.verdict),
        value=words.value(fulfilment.estimate, decimals_beside(fulfilment.estimate, fulfilment.target)),
        chosen="yes" if reading.chosen else "no",
    )


def _first_with_interval(findings: Findings) -> GoalFinding | None:
    every = (part for goal in findings.goals for part in (goal.parts or (goal,)))
    return next((goal for goal in every if goal.fulfilment.estimate.interval is not None), None)


def _reasons(goal: GoalFinding, labels: Mapping[str, str], words: Words) -> list[str]:
    return reasons_of(goal.fulfilment, unit_of_level(goal), labels, words)


def reasons_of(
    fulfilment: Fulfilment, unit: Unit, labels: Mapping[str, str], words: Words, *, short: bool = False
) -> list[str]:
    """Say why a verdict is what it is; `unit` is that of the values that a reason mentions."""
    side = _SIDES.get(fulfilment.verdict, "same")
    reasons = (
        Note(code=note.code, values={"side": side, "about": fulfilment.estimate.measure, **note.values})
        for note in fulfilment.reasons
    )
    settled = fulfilment.tipping is not None and not 0 < fulfilment.tipping.needed <= fulfilment.tipping.missing
    said = settled and fulfilment.estimate.interval is not None  # "målet kan inte nås ens om alla som saknas räknas in"
    told = [note for note in reasons if not (said and note.code == _WHATEVER)]
    return [note_text(note, words, unit, labels, short=short) for note in told]


#: The reason that says in general what is said of those missing by their number.
_WHATEVER = "whatever-the-missing"

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
    return {**findings.labels, **{name: wave.label for name, wave in findings.waves.items()}}


def _remarks(goal: GoalFinding, labels: Mapping[str, str], words: Words) -> list[list[str]]:
    """Return the remarks on data and method as paragraphs; what holds for one part only begins with its title."""
    of_parts = [_noted(part, labels, words) for part in goal.parts]
    every = [text for said in of_parts for text in said]
    shared = [text for text in once(every) if all(is_among(text, said) for said in of_parts)]
    general = [*(text for text in _noted(goal, labels, words) if not is_among(text, every)), *shared]
    own = ([text for text in said if not is_among(text, general)] for said in of_parts)
    parts = (_titled(part, [said] if said else [], words) for part, said in zip(goal.parts, own, strict=True))
    return [general, *(paragraph for paragraphs in parts for paragraph in paragraphs)]


def _noted(goal: GoalFinding, labels: Mapping[str, str], words: Words) -> list[str]:
    """Say the remarks on one goal or part, each once."""
    notes = [*goal.remarks, *goal.outcome.notes, *goal.fulfilment.estimate.notes]
    kept = (note for note in notes if note not in goal.fulfilment.reasons and note.code not in NAMING)
    return once(note_text(note, words, unit_of_level(goal), labels) for note in kept)


def all_alike(verdicts: Sequence[Verdict], words: Words, *, described: bool) -> str | None:
    """Say what several goals have in common, "alla sju mål är uppnådda"; None where their verdicts differ.

    Beside points that are only `described` they are the goals that can be assessed.
    """
    if len(verdicts) < 2 or len(set(verdicts)) > 1:
        return None
    n, verdict = len(verdicts), verdicts[0]
    which = "all" if not described else "with-target" if verdict is Verdict.NOT_ASSESSABLE else "assessed"
    given: dict[str, str | int] = {"n": n, "number": words.say("number-word", n=n), "which": which}
    every, none = (words.say(f"summary-{code}", **given) for code in ("every", "none"))
    return capitalised(words.say("summary-alike", verdict=str(verdict), every=every, none=none))


def tally(verdicts: Iterable[Verdict], words: Words) -> list[str]:
    """Return how many goals have each verdict, the best verdict first."""
    times = Counter(verdicts)
    return [
        words.say(f"summary-{verdict}", n=times[verdict], number=words.say("number-word", n=times[verdict]))
        for verdict in Verdict
        if times[verdict]
    ]
