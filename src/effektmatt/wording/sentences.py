"""What an evaluation found, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from effektmatt.core import Design
from effektmatt.goals import Verdict
from effektmatt.goals.several import tried
from effektmatt.wording.conditions import whom
from effektmatt.wording.goal_sentences import all_alike, goal_paragraphs, goal_sentence, shown_labels, tally
from effektmatt.wording.kind import kind_words, measure_words, told_of
from effektmatt.wording.marks import is_among, once
from effektmatt.wording.notes import note_text
from effektmatt.wording.targets import capitalised, decapitalised

if TYPE_CHECKING:
    from effektmatt.findings import Findings, GoalFinding
    from effektmatt.wording.language import Words

__all__ = [
    "design_sentence",
    "goal_paragraphs",
    "goal_sentence",
    "limits_sentences",
    "measured_how",
    "measured_parts",
    "parts_measured_how",
    "several_goals_sentence",
    "summary_sentence",
]

#: From so many goals on it is said how often chance alone shows one of them as met.
_FEWEST_GOALS = 2


def measured_how(goal: GoalFinding, words: Words) -> str:
    """Say how a goal was measured, as the plan declared it."""
    return " ".join(_measured_how(goal, words))


def parts_measured_how(goal: GoalFinding, words: Words) -> tuple[str, ...]:
    """Say how the parts of a goal were measured: what they share once, what each has of its own after its title.

    Parts that differ in nothing but the questions asked are measured in one way.
    """
    asked = [replace(part.measure, labels=()) for part in goal.parts]
    one = measure_words(goal.parts[0]).alike(goal.parts[0])
    if one is not None and all(measure == asked[0] for measure in asked):
        labels = tuple(dict.fromkeys(label for part in goal.parts for label in part.measure.labels))
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


def _measured_how(goal: GoalFinding, words: Words) -> list[str]:
    measure, told = measure_words(goal), told_of(goal, words)
    of = words.say("how-of", whom=whom(told.facts.among, words)) if told.facts.among else ""
    given = {"source": told.facts.source_label, "scales": told.scales, "of": of, **(measure.given(told) or {})}
    return [words.say(measure.how, **given), *measure.more(told)]


def summary_sentence(findings: Findings, words: Words) -> str:
    """Say how many of the goals are met, and how surely."""
    verdicts = [goal.fulfilment.verdict for goal in findings.goals]
    if not verdicts:
        return words.say("described-summary")
    with_target = [verdict for verdict in verdicts if verdict is not Verdict.NO_TARGET]
    if not with_target:
        number = words.say("number-word", n=len(verdicts))
        return words.say("summary-nothing-judged", n=len(verdicts), number=number)
    described = tally((verdict for verdict in verdicts if verdict is Verdict.NO_TARGET), words)
    if len(with_target) == 1:
        goal = words.say("goal-only-with-target" if described else "goal-only")
        only = words.say(f"verdict-{with_target[0]}.judged", goal=goal)
        return " ".join([words.say("summary-one", judged=capitalised(only)), *map(capitalised, described)])
    assessed = [verdict for verdict in with_target if verdict is not Verdict.NOT_ASSESSABLE]
    counted = assessed if described and len(assessed) > 1 else with_target
    alike = all_alike(counted, words, described=bool(described))
    if alike is not None:
        sentences = [words.say("summary-one", judged=alike)]
    else:
        total, judged = words.say("number-word", n=len(counted)), words.joined(tally(assessed, words))
        sentences = [
            words.say("summary" if counted is with_target else "summary-with-target", total=total, list=judged)
        ]
    if assessed:
        sentences += tally((verdict for verdict in verdicts if verdict is Verdict.NOT_ASSESSABLE), words)
    return " ".join(capitalised(sentence) for sentence in (*sentences, *described))


def several_goals_sentence(findings: Findings, words: Words) -> str | None:
    """Say how often chance alone shows one of so many goals as met; None where fewer than two are judged by chance.

    Goals of a family are judged together, as one.
    """
    by_chance = [goal for goal in findings.goals if tried(goal.fulfilment)]
    n = len({goal.family or place for place, goal in enumerate(by_chance)})
    if n < _FEWEST_GOALS:
        return None
    tail = (1 - findings.confidence) / 2
    times = max(1, round(100 * (1 - (1 - tail) ** n)))
    said = words.say(
        "several-goals-by-chance",
        level=words.hundredths(findings.confidence),
        times=times,
        number=words.say("number-word", n=n),
    )
    return capitalised(said)


def design_sentence(findings: Findings, words: Words) -> str:
    """Say what the design allows: "förändring" or, with a comparison, "effekt"."""
    if findings.design is Design.BEFORE_AFTER and not any(_compares(part) for part in measured_parts(findings)):
        return words.say("design-one-time")
    unlike = findings.design is Design.COMPARISON_GROUP and any(
        part.compared is not None and part.compared.starts_differ for part in measured_parts(findings)
    )
    return words.say("design-comparison-group-unlike" if unlike else f"design-{findings.design}")


def _compares(goal: GoalFinding) -> bool:
    """Say whether what was found is held against another time."""
    target = goal.fulfilment.target
    aims_at_change = target is not None and target.kind not in ("at-least", "at-most", "about")
    detail = goal.outcome.detail
    several = detail is not None and detail.moments > 1
    return aims_at_change or several or goal.outcome.change is not None or bool(goal.outcome.over_time)


def measured_parts(findings: Findings) -> Iterator[GoalFinding]:
    """Yield what was measured: every goal, or its parts where it has any."""
    return (part for goal in findings.goals for part in (goal.parts or (goal,)))


def limits_sentences(findings: Findings, words: Words, *, statistics: bool = True) -> tuple[str, ...]:
    """Say what a reader must bear in mind about the whole evaluation; what an interval is only with `statistics`."""
    sentences = list[str]()
    if statistics and any(part.fulfilment.estimate.interval for part in measured_parts(findings)):
        sentences.append(words.say("limits-interval", level=words.hundredths(findings.confidence)))
    of_kinds = (code for source in findings.sources for code in kind_words(source.kind).limits)
    sentences += [words.say(code) for code in dict.fromkeys(of_kinds)]
    if findings.flows:  # only surveys whose waves are linked have one
        sentences.append(words.say("limits-linked"))
    sentences.append(words.say("limits-rounded"))
    hidden = "limits-hidden-in-groups" if findings.hide.publish_small else "limits-hidden"
    sentences.append(words.say(hidden, means=findings.hide.means, distributions=findings.hide.distributions))
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
