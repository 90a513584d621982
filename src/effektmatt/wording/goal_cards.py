"""A goal as a summary has it: the number against its target, how sure that is, and the numbers of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from effektmatt.core import OF_UNIT
from effektmatt.goals import Verdict
from effektmatt.wording.certainty import (
    assumption_clauses,
    deciding_sentence,
    holds_sentence,
    level,
    means_missing_sentence,
    possible_sentences,
    side_of,
    turning_sentences,
)
from effektmatt.wording.goal_sentences import found, reading_sentence, reasons_of, unit_of_level
from effektmatt.wording.kind import measure_words, told_of
from effektmatt.wording.language import is_difference
from effektmatt.wording.marks import is_among, once, plain
from effektmatt.wording.targets import capitalised, decapitalised, decimals_beside, target_text

if TYPE_CHECKING:
    from effektmatt.core import Note
    from effektmatt.findings import GoalFinding
    from effektmatt.goals import Fulfilment
    from effektmatt.wording.language import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCard:
    """A part of a goal: its number against its target, and how sure that is."""

    title: str
    outcome: str
    sure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """A goal: its number against its target, what that means in a sentence, and how sure it is.

    Of a goal in parts the numbers and sentences stand at the parts.
    """

    outcome: str | None
    sentence: str | None
    sure: str | None
    parts: tuple[PartCard, ...] = ()


def goal_card(goal: GoalFinding, words: Words, labels: Mapping[str, str]) -> GoalCard:
    """Return a goal as shortly as a summary needs it; `labels` name the columns and waves."""
    sure = decapitalised(" ".join(_sure(goal, words, labels))) or None
    if goal.parts:
        parts = tuple(_part(part, words, labels) for part in goal.parts)
        return GoalCard(outcome=None, sentence=None, sure=sure, parts=parts)
    return GoalCard(
        outcome=_outcome(goal, words, labels),
        sentence=words.say("goal-sentence-none", found=found(goal, words, labels)),
        sure=sure,
    )


def point_outcome(goal: GoalFinding, words: Words, labels: Mapping[str, str]) -> str:
    """Return what was found for a point without a target in a few words: "439 av 702 (62,5 %)", "från 4 till 9"."""
    if goal.parts:
        parts = (
            words.say("card-point-part", title=part.title, found=point_outcome(part, words, labels))
            for part in goal.parts
        )
        return words.say("card-point-parts", parts="; ".join(parts))
    estimate, change = goal.fulfilment.estimate, goal.outcome.change
    if estimate.hidden or estimate.value is None:
        return words.say("goal-sentence-none", found=found(goal, words, labels))
    if (short := measure_words(goal).short(told_of(goal, words, labels))) is not None:
        return short
    if estimate.hits is not None:
        return words.say("card-counted", hits=estimate.hits, n=estimate.n, value=words.value(estimate))
    if change is not None and change.before.value is not None and change.after.value is not None:
        before, after = words.value(change.before), words.value(change.after)
        by = words.value(estimate) if is_difference(estimate) else ""
        return words.say("card-from-to", before=before, after=after, by="yes" if by else "no", value=by)
    return words.say("card-measured", value=words.value(estimate), measure=words.measured(estimate))


def value_and_interval(fulfilment: Fulfilment, short: str | None, words: Words) -> tuple[str, str]:
    """Return what was held against the target, and its interval, each as it is shown by itself.

    They have decimals enough not to look like a target that they do not equal. `short` is what was found where the
    number that is judged is that of one unit and would be taken for all.
    """
    if short is not None:
        return short, ""
    estimate = fulfilment.estimate
    few = decimals_beside(estimate, fulfilment.target)
    value, interval = words.value(estimate, few), words.interval(estimate, few)
    unit = next((note.values["unit_name"] for note in estimate.notes if note.code == OF_UNIT), None)
    return value if unit is None else words.say("value-of-unit", value=value, unit_name=unit), interval


def _outcome(goal: GoalFinding, words: Words, labels: Mapping[str, str]) -> str | None:
    """Return the number against its target: "88,7 %; målet är minst 80 %"."""
    fulfilment, estimate = goal.fulfilment, goal.fulfilment.estimate
    short = measure_words(goal).short(told_of(goal, words, labels))
    if short is None and (estimate.value is None or estimate.hidden):
        return None
    value, _ = value_and_interval(fulfilment, short, words)
    if fulfilment.target is None:
        return value
    counted_in = goal.measure.measured_in
    target = target_text(fulfilment.target, estimate.unit, words, labels, inside=True, measured_in=counted_in)
    return words.say("card-outcome", value=value, target=target)


def _part(part: GoalFinding, words: Words, labels: Mapping[str, str]) -> PartCard:
    outcome = _outcome(part, words, labels) or found(part, words, labels)
    between = _between(part.fulfilment, words)
    holds = holds_sentence(part.fulfilment, words, measure_words(part).tipping)
    between = words.say("card-part-interval", between=capitalised(between)) if between else None
    said = [between or "", deciding_sentence(part.fulfilment, words) or "", holds or ""]
    sure = " ".join(filter(None, [*said, *_turns(part, words, labels, part=True)]))
    return PartCard(title=part.title, outcome=outcome, sure=sure or None)


def _between(fulfilment: Fulfilment, words: Words) -> str | None:
    """Return an interval as it stands in a sentence: "mellan 85,4 och 90,8 %"."""
    estimate = fulfilment.estimate
    if estimate.interval is None:
        return None
    low, high, decimals = estimate.interval.low, estimate.interval.high, decimals_beside(estimate, fulfilment.target)
    return words.span(low, high, estimate.unit, decimals, signed=is_difference(estimate), inside=True)


# ---- how sure it is ----------------------------------------------------------------------------------------------


def _sure(goal: GoalFinding, words: Words, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield how sure a goal is: its interval, what those missing could change, what else would turn the verdict."""
    if goal.fulfilment.verdict is Verdict.NO_TARGET:
        return
    if goal.parts:
        yield from _sure_of_parts(goal, words, labels)
        return
    between, missing = _between(goal.fulfilment, words), _missing(goal, words)
    if between is not None:
        estimate = goal.fulfilment.estimate
        yield _assuming("card-interval", level(estimate, words), estimate.assumptions, words, between=between)
    if decided := deciding_sentence(goal.fulfilment, words):
        yield decided
    if between is None or not missing:
        yield from _reasons(goal, words, labels) if between is None else ()
    yield from missing
    yield from _turns(goal, words, labels)


def _sure_of_parts(goal: GoalFinding, words: Words, labels: Mapping[str, str]) -> Iterator[str]:
    with_interval = [part for part in goal.parts if part.fulfilment.estimate.interval is not None]
    levels: dict[str, list[GoalFinding]] = {}
    for part in with_interval:
        levels.setdefault(plain(level(part.fulfilment.estimate, words)), []).append(part)  # each has a mark of its own
    for parts in levels.values():
        assumptions = [note for part in parts for note in part.fulfilment.estimate.assumptions]
        quoted = [words.say("card-quoted", title=part.title) for part in parts]
        given = {"named": "yes" if len(levels) > 1 else "no", "of": words.joined(quoted), "parts": len(parts)}
        yield capitalised(
            _assuming("card-intervals", level(parts[0].fulfilment.estimate, words), assumptions, words, **given)
        )
    counted = [_reasons(part, words, labels) for part in goal.parts if part not in with_interval]
    yield from [reason for reason in counted[0] if all(is_among(reason, said) for said in counted)] if counted else []


def _assuming(code: str, with_level: str, assumptions: Sequence[Note], words: Words, **given: str | int) -> str:
    """Say an interval with the first of the assumptions that it rests on, and how many more there are."""
    clauses = once(clause for note in assumptions for clause in assumption_clauses([note], words))
    return words.say(
        code,
        level=with_level,
        assuming="more" if len(clauses) > 1 else "yes" if clauses else "no",
        clause=clauses[0] if clauses else "",
        more=words.say("number-word", n=len(clauses) - 1) if len(clauses) > 1 else "",
        n=len(clauses) - 1,
        **given,
    )


def _missing(goal: GoalFinding, words: Words) -> list[str]:
    """Say what those missing could change: how many of them, or how much, the verdict needs."""
    tipping = measure_words(goal).tipping
    said = holds_sentence(goal.fulfilment, words, tipping) or means_missing_sentence(goal, words)
    if said is not None:
        return [said]
    return possible_sentences(goal.fulfilment, words, tipping)[-1:] if goal.fulfilment.tipping is not None else []


def _reasons(goal: GoalFinding, words: Words, labels: Mapping[str, str]) -> list[str]:
    return once(reasons_of(goal.fulfilment, unit_of_level(goal), labels, words, short=True))


def _turns(goal: GoalFinding, words: Words, labels: Mapping[str, str], *, part: bool = False) -> Iterator[str]:
    """Yield what else would turn the verdict: another definition, another measure, another reading of the target."""
    own = list(measure_words(goal).turns(replace(told_of(goal, words, labels), part=part)))
    yield from own or turning_sentences(goal, words)
    for reading in goal.readings:
        verdict = reading.fulfilment.verdict
        if verdict is not Verdict.NOT_ASSESSABLE and side_of(verdict) != side_of(goal.fulfilment.verdict):
            yield reading_sentence(reading, goal, words)
