"""What was found, as a clause without a full stop: one function for each kind of measure.

Sentences are written so that they need no noun for what is counted: a plan says who is meant, not what they are
called one by one and together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from effektmatt.plan.kinds.cases import HandlingTimeFacts
from effektmatt.plan.kinds.survey import ShareChangeFacts, ShareImprovedFacts, TopShareFacts
from effektmatt.plan.kinds.visits import VisitScoreFacts
from effektmatt.wording.conditions import conditions, counted, gave, is_phrase, quoted, what, whom
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised, decimals_beside
from effektmatt.wording.usage_found import USAGE_FOUND
from effektmatt.wording.visits import visit_part

if TYPE_CHECKING:
    from effektmatt.findings import GoalFinding
    from effektmatt.wording.language import Words


def found(goal: GoalFinding, words: Words, labels: Mapping[str, str] | None = None) -> str:
    """Return what was found for a goal (or one part of it); `labels` name the columns of its groups."""
    if goal.fulfilment.estimate.value is None:
        return words.say("found-nothing")
    target = goal.fulfilment.target
    if target is not None and target.in_every is not None:
        return _in_every(goal, decapitalised((labels or {}).get(target.in_every, target.in_every)), words)
    return _BY_KIND[goal.measure.kind](goal, words)


#: So many units that miss a target are named in a sentence; the others are counted.
MOST_NAMED = 4


def missing_units(goal: GoalFinding, words: Words) -> list[str]:
    """Return the units that miss a target which every unit must reach, with their counts: "Omsorg (1)"."""
    target = goal.fulfilment.target
    least = target.at_least if target is not None and target.at_least is not None else 0.0
    # the units and their counts stand in the register's own result; they are counts of people with a role
    units = sorted(getattr(goal.outcome.detail, "groups", ()), key=lambda unit: swedish_order(unit.group))
    return [
        words.say("group-value", group=unit.group, value=words.count(unit.count))
        for unit in units
        if unit.count < least
    ]


def _in_every(goal: GoalFinding, group: str, words: Words) -> str:
    units, target = len(getattr(goal.outcome.detail, "groups", ())), goal.fulfilment.target
    if not units or target is None:
        return words.say("found-count-smallest", group=group, value=_value(goal, words))
    least, missing = words.number(target.at_least), missing_units(goal, words)
    where = goal.measure.where
    who = words.say("who-count", phrase=conditions(where, words)) if is_phrase(where) else ""
    if not missing:
        return words.say("found-count-every-all", group=group, units=units, least=least, whom=who)
    names = words.joined(missing, code="alternatives")
    if len(missing) > MOST_NAMED:
        more = len(missing) - MOST_NAMED
        names = words.say("some-names", names=", ".join(missing[:MOST_NAMED]), more=more)
    reached = units - len(missing)
    return words.say("found-count-every", group=group, reached=reached, units=units, least=least, list=names, whom=who)


# ---- one function for each kind of measure ---------------------------------------------------------------


def _share_improved(goal: GoalFinding, words: Words) -> str:
    estimate, measure = goal.fulfilment.estimate, goal.measure
    assert isinstance(measure, ShareImprovedFacts)
    labels = quoted(measure.labels, words)
    over = words.say(f"over-{measure.combine}", labels=labels) if len(measure.labels) > 1 else ""
    rise = words.say("improved-rise", improved=measure.improved)
    given = {**_given(goal, words), "over": over, "rise": rise}
    if estimate.population is None:
        return words.say("found-share-improved-linked", **given)
    given["answered"] = "all" if estimate.n == estimate.population else "some"
    given["every"] = "yes" if estimate.hits == estimate.n > 1 else "no"
    concerned = whom(measure.among, words)
    return words.say("found-share-improved", population=estimate.population, whom=concerned, **given)


def _share(goal: GoalFinding, words: Words) -> str:
    estimate, measure = goal.fulfilment.estimate, goal.measure
    given = _given(goal, words)
    if isinstance(measure, TopShareFacts):
        return words.say("found-share-survey", gave=gave(measure, words), **given)
    population, of = estimate.population or estimate.n, _everybody(goal, words)
    code = "found-share" if estimate.n == population else "found-share-answered"
    return words.say(code, of=of, what=what(measure.where, words), **given)


def _count(goal: GoalFinding, words: Words) -> str:
    change, measure, value = goal.outcome.change, goal.measure, _value(goal, words)
    against = ""
    if change is not None and change.before.value is not None:
        against = words.say("against-before", before=words.count(change.before.value))
    if is_phrase(measure.where):
        phrase = conditions(measure.where, words)
        return words.say("found-count-of", value=value, of=_everybody(goal, words), phrase=phrase, against=against)
    what_counted, source = counted(measure, words), measure.source_label
    return words.say("found-count", what=what_counted, source=source, value=value, against=against)


def _everybody(goal: GoalFinding, words: Words) -> str:
    """Return those of whom some are counted: "230 i Deltagarregistret", "de 206 som har genomgått utbildningen"."""
    estimate, measure = goal.fulfilment.estimate, goal.measure
    population = estimate.population or estimate.n
    if measure.among:
        return words.say("of-whom", population=population, whom=whom(measure.among, words))
    return words.say("of-plain", population=population, source=measure.source_label)


def _count_change(goal: GoalFinding, words: Words) -> str:
    return _rise(goal, words, "found-count-change", source=goal.measure.source_label)


def _share_change(goal: GoalFinding, words: Words) -> str:
    assert isinstance(goal.measure, ShareChangeFacts)
    return _rise(goal, words, "found-share-change", gave=gave(goal.measure, words))


def _score_change(goal: GoalFinding, words: Words) -> str:
    return _rise(goal, words, "found-score-change")


def _handling_time(goal: GoalFinding, words: Words) -> str:
    estimate = goal.fulfilment.estimate
    days = [note.values["days"] for note in estimate.notes if note.code == "restricted-to"]
    within = words.say("within-days", days=days[0], unit=str(estimate.unit)) if days else ""
    assert isinstance(goal.measure, HandlingTimeFacts)
    if goal.measure.standardise is None:
        return _rise(goal, words, "found-handling-time", within=within)
    column = decapitalised(goal.measure.standardise)
    return _rise(goal, words, "found-handling-time-standardised", standardise=column, within=within)


def _visit_score(goal: GoalFinding, words: Words) -> str:
    assert isinstance(goal.measure, VisitScoreFacts)
    change, what_part = goal.outcome.change, visit_part(goal.measure, words, first=True)
    if change is None or change.before.value is None:
        return words.say("found-visit-score-once", what=what_part, value=_value(goal, words))
    return _rise(goal, words, "found-visit-score", what=what_part)


def _agreement(goal: GoalFinding, words: Words) -> str:
    ratings = [one for one in goal.outcome.beside if one.measure == "krippendorff-alpha-ratings"]
    if ratings:
        return words.say("found-agreement-both", value=_value(goal, words), ratings=words.value(ratings[0]))
    return words.say("found-agreement", value=_value(goal, words))


def _need_met(goal: GoalFinding, words: Words) -> str:
    return words.say("found-need-met", **_given(goal, words))


def _rise(goal: GoalFinding, words: Words, code: str, **more: str) -> str:
    """Say what something was before and after, which way it went and by how much."""
    change, judged = goal.outcome.change, goal.fulfilment.estimate
    if change is None or change.before.value is None or change.after.value is None:
        return words.say("found-nothing")
    # read as a level, the judged number is the value after; the amount is then the plain difference
    moved = change.difference if judged.measure == change.after.measure else judged
    if moved.value is None:
        return words.say("found-nothing")
    decimals = decimals_beside(moved, goal.fulfilment.target) if moved is judged else None
    amount = words.size(moved.value, moved.unit, decimals)
    unchanged = amount == words.size(0.0, moved.unit, decimals)
    return words.say(
        code,
        way="same" if unchanged else "up" if moved.value > 0 else "down",
        before=words.value(change.before),
        after=words.value(change.after),
        span=words.span(change.before.value, change.after.value, change.after.unit),
        amount=amount,
        **more,
    )


def _given(goal: GoalFinding, words: Words) -> dict[str, str | int]:
    estimate = goal.fulfilment.estimate
    return {"n": estimate.n, "hits": estimate.hits or 0, "value": _value(goal, words)}


def _value(goal: GoalFinding, words: Words) -> str:
    estimate = goal.fulfilment.estimate
    return words.value(estimate, decimals_beside(estimate, goal.fulfilment.target))


_BY_KIND: dict[str, Callable[[GoalFinding, Words], str]] = {
    "share-improved": _share_improved,
    "share": _share,
    "count": _count,
    "count-change": _count_change,
    "share-change": _share_change,
    "score-change": _score_change,
    "handling-time": _handling_time,
    "visit-score": _visit_score,
    "agreement": _agreement,
    "need-met": _need_met,
    **USAGE_FOUND,
}
