"""What an evaluation found, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from effektmatt.core import Design
from effektmatt.goals import Verdict
from effektmatt.plan.kinds.activities import FullDoseFacts
from effektmatt.plan.kinds.cases import HandlingTimeFacts
from effektmatt.plan.kinds.log import ActiveShareFacts
from effektmatt.plan.kinds.survey import (
    ScoreChangeFacts,
    ShareChangeFacts,
    ShareImprovedFacts,
    SurveyFacts,
    TopFacts,
    TopShareFacts,
)
from effektmatt.plan.kinds.visits import VisitFacts, VisitScoreFacts
from effektmatt.usage.activities import HeldActivities
from effektmatt.usage.index import IndexChange
from effektmatt.wording.conditions import conditions, counted, gave, quoted, what, whom
from effektmatt.wording.goal_sentences import goal_paragraphs, goal_sentence, goal_summary, shown_labels, tally
from effektmatt.wording.marks import is_among, once
from effektmatt.wording.notes import note_text
from effektmatt.wording.targets import capitalised, decapitalised
from effektmatt.wording.visits import visit_part

if TYPE_CHECKING:
    from effektmatt.findings import Findings, GoalFinding
    from effektmatt.plan.facts import MeasureFacts
    from effektmatt.wording.language import Words

__all__ = [
    "cause_sentences",
    "design_sentence",
    "goal_paragraphs",
    "goal_sentence",
    "goal_summary",
    "limits_sentences",
    "measured_how",
    "parts_measured_how",
    "summary_sentence",
]


def measured_how(goal: GoalFinding, words: Words) -> str:
    """Say how a goal was measured, as the plan declared it."""
    return " ".join(_measured_how(goal, words))


def parts_measured_how(goal: GoalFinding, words: Words) -> tuple[str, ...]:
    """Say how the parts of a goal were measured: what they share once, what each has of its own after its title.

    Parts that differ in nothing but the questions asked are measured in one way.
    """
    asked = [replace(part.measure, labels=()) for part in goal.parts]
    if all(measure == asked[0] for measure in asked) and not _combined(asked[0]):
        labels = tuple(dict.fromkeys(label for part in goal.parts for label in part.measure.labels))
        one = goal.parts[0]
        if isinstance(detail := one.outcome.detail, HeldActivities):  # each part may be about a kind of its own
            one = replace(one, outcome=replace(one.outcome, detail=replace(detail, chosen=None)))
        together = measured_how(replace(one, measure=replace(asked[0], labels=labels)), words)
        return (" ".join([together, *([words.say("how-parts-apart")] if len(labels) > 1 else [])]),)
    said = [_measured_how(part, words) for part in goal.parts]
    shared = [sentence for sentence in said[0] if all(is_among(sentence, others) for others in said)]
    own = ([sentence for sentence in sentences if not is_among(sentence, shared)] for sentences in said)
    of_parts = (
        words.say("goal-of-part", title=part.title, text=" ".join(sentences))
        for part, sentences in zip(goal.parts, own, strict=True)
        if sentences
    )
    return tuple(once([*([" ".join(shared)] if shared else []), *of_parts]))


def _combined(measure: MeasureFacts) -> str | None:
    """Return how several scales are put together."""
    return measure.combine if isinstance(measure, ShareImprovedFacts) else None


def _measured_how(goal: GoalFinding, words: Words) -> list[str]:
    measure = goal.measure
    kind = "share-survey" if isinstance(measure, TopShareFacts) else measure.kind
    scales = words.say("how-scales", labels=quoted(measure.labels, words)) if measure.labels else ""
    of = words.say("how-of", whom=whom(measure.among, words)) if measure.among else ""
    given: dict[str, str | int | float] = {"source": measure.source_label, "scales": scales, "of": of}
    if isinstance(measure, TopFacts):
        given["gave"] = gave(measure, words, scales)
    if measure.where:
        given["what"] = counted(measure, words) if kind == "count" else what(measure.where, words)
        given["conditions"] = conditions(measure.where, words)
    given |= _declared(measure)
    detail = goal.outcome.detail
    if isinstance(detail, IndexChange):
        given["units"] = len(detail.units)
    if isinstance(detail, HeldActivities):
        chosen = words.say("quoted", text=detail.chosen) if detail.chosen else ""
        given["kind"] = words.say("held-kind", kind=chosen) if chosen else ""
    if isinstance(measure, VisitScoreFacts):
        given["part"] = visit_part(measure, words)
    return [words.say(f"how-{kind}", **given), *_more(measure, words)]


def _declared(measure: MeasureFacts) -> dict[str, str | int | float]:
    """Return what else the plan declares of a measure, as its sentence calls it."""
    match measure:
        case ShareImprovedFacts():
            return {"improved": measure.improved}
        case HandlingTimeFacts():
            return {"unit": measure.unit, "within": measure.within_days}
        case VisitFacts():
            return {"unit": measure.unit}
        case ActiveShareFacts():
            return {"times": measure.times}
        case FullDoseFacts():
            return {"hours": measure.hours}
    return {}


def _more(measure: MeasureFacts, words: Words) -> Iterator[str]:
    """Yield a sentence for each further choice of the plan."""
    if (combine := _combined(measure)) in ("index", "every"):
        yield words.say(f"how-combine-{combine}")
    if isinstance(measure, SurveyFacts | VisitScoreFacts) and measure.first and measure.last:
        yield words.say("how-waves", first=measure.first, last=measure.last)
    if isinstance(measure, ShareChangeFacts | ScoreChangeFacts) and measure.answers:
        yield words.say("how-answers-all")
    if isinstance(measure, ScoreChangeFacts) and measure.dose:
        yield words.say("how-dose", dose=measure.dose)
    if isinstance(measure, HandlingTimeFacts) and measure.standardise:
        yield words.say("how-standardised", standardise=decapitalised(measure.standardise))


def summary_sentence(findings: Findings, words: Words) -> str:
    """Say how many of the goals are met, and how surely."""
    verdicts = [goal.fulfilment.verdict for goal in findings.goals]
    with_target = [verdict for verdict in verdicts if verdict is not Verdict.NO_TARGET]
    if not with_target:
        number = words.say("number-word", n=len(verdicts))
        return words.say("summary-nothing-judged", n=len(verdicts), number=number)
    described = tally((verdict for verdict in verdicts if verdict is Verdict.NO_TARGET), words)
    if len(with_target) == 1:
        goal = words.say("goal-only-with-target" if described else "goal-only")
        only = words.say(f"verdict-{with_target[0]}.judged", goal=goal)
        return " ".join([words.say("summary-one", judged=capitalised(only)), *map(capitalised, described)])
    judged = tally((verdict for verdict in with_target if verdict is not Verdict.NOT_ASSESSABLE), words)
    code = "summary-all-of-them" if not judged else "summary-with-target" if described else "summary"
    total = words.say("number-word", n=len(with_target))
    sentences = [words.say(code, total=total, list=words.joined(judged))]
    sentences += tally((verdict for verdict in verdicts if verdict is Verdict.NOT_ASSESSABLE), words)
    return " ".join(capitalised(sentence) for sentence in (*sentences, *described))


def design_sentence(findings: Findings, words: Words) -> str:
    """Say what the design allows: "förändring" or, with a comparison, "effekt"."""
    if findings.design is Design.BEFORE_AFTER and not any(_compares(part) for part in _measured(findings)):
        return words.say("design-one-time")
    return words.say(f"design-{findings.design}")


def _compares(goal: GoalFinding) -> bool:
    """Say whether what was found is held against another time."""
    return goal.outcome.change is not None or bool(goal.outcome.over_time)


def _measured(findings: Findings) -> Iterator[GoalFinding]:
    return (part for goal in findings.goals for part in (goal.parts or (goal,)))


def cause_sentences(findings: Findings, words: Words) -> tuple[str, ...]:
    """Say for each goal how much more the project changed than its comparison group; nothing without one."""
    if findings.design is Design.BEFORE_AFTER:
        return ()
    found = tuple(_cause(part, words) for part in _measured(findings) if part.cause is not None)
    return found or (words.say("cause-none"),)


def _cause(goal: GoalFinding, words: Words) -> str:
    estimate = goal.cause
    if estimate is None or estimate.value is None or estimate.interval is None:
        return words.say("cause-unknown", title=goal.title)
    low, high, level = estimate.interval.low, estimate.interval.high, estimate.interval.level
    return words.say(
        "cause-found",
        title=goal.title,
        value=words.value(estimate),
        interval=words.interval(estimate),
        level=words.hundredths(level),
        sure="yes" if low > 0 or high < 0 else "no",
    )


def limits_sentences(findings: Findings, words: Words) -> tuple[str, ...]:
    """Say what a reader must bear in mind about the whole evaluation."""
    sentences = list[str]()
    if any(part.fulfilment.estimate.interval for part in _measured(findings)):
        sentences.append(words.say("limits-interval", level=words.hundredths(findings.confidence)))
    surveys = [source for source in findings.sources if source.kind == "survey"]
    if surveys:
        sentences.append(words.say("limits-self-rated"))
    if findings.flows:  # only surveys whose waves are linked have one
        sentences.append(words.say("limits-linked"))
    sentences.append(words.say("limits-rounded"))
    sentences.append(words.say("limits-hidden", means=findings.hide.means, distributions=findings.hide.distributions))
    return (*sentences, *_notes(findings, words))


def _notes(findings: Findings, words: Words) -> Iterator[str]:
    """Yield the notes on the whole evaluation; sources that lack the same group are named together."""
    labels = shown_labels(findings)
    lacking: dict[str, list[str]] = {}
    for note in findings.notes:
        if note.code == "source-without-group":
            lacking.setdefault(str(note.values["group"]), []).append(str(note.values["source"]))
    for note in findings.notes:
        sources = lacking.pop(str(note.values.get("group")), []) if note.code == "source-without-group" else []
        if len(sources) > 1:
            group = decapitalised(str(note.values["group"]))
            yield words.say("limits-without-group", sources=words.joined(sources), group=group)
        elif sources or note.code != "source-without-group":
            yield note_text(note, words, labels=labels)
