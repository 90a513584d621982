"""How sure a result is: its interval in words, the probability of the target, what remains possible."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from effektmatt.core import Estimate, Evidence, Linkage, Note, Role, Unit
from effektmatt.core.about import MISSING_RESEMBLE
from effektmatt.goals import Sureness, Verdict, judge, moved
from effektmatt.wording.kind import measure_words, told_of
from effektmatt.wording.language import is_difference
from effektmatt.wording.targets import capitalised, decimals_beside

if TYPE_CHECKING:
    from effektmatt.findings import GoalFinding
    from effektmatt.goals import Fulfilment
    from effektmatt.wording.language import Words


def certain_sentences(fulfilment: Fulfilment, words: Words, *, explain: bool = False) -> list[str]:
    """Say between which values the truth lies and how probable it is that the target is met.

    `explain`: also say what such an interval is.
    """
    interval = interval_sentence(fulfilment, words)
    sentences = [interval] if interval else []
    if interval and explain:
        sentences.append(words.say("certain-explained", level=level(fulfilment.estimate, words)))
    probability = probability_sentence(fulfilment, words)
    return [*sentences, *([probability] if probability else [])]


def interval_sentence(fulfilment: Fulfilment, words: Words) -> str | None:
    """Say between which values the truth lies: "Med 95 procents säkerhet ligger andelen mellan …"."""
    estimate = fulfilment.estimate
    if estimate.interval is None:
        return None
    decimals = decimals_beside(estimate, fulfilment.target)
    between = words.span(
        estimate.interval.low,
        estimate.interval.high,
        estimate.unit,
        decimals,
        signed=is_difference(estimate),
        inside=True,
    )
    clauses = assumption_clauses(estimate.assumptions, words)
    said = words.say(
        "certain-interval",
        level=level(estimate, words),
        what=_what(estimate, words),
        between=between,
        assuming="yes" if clauses else "no",
        assumptions=words.joined(clauses),
    )
    if estimate.role is Role.BETWEEN:
        return f"{said} {words.say('certain-so-between', sure=how_sure(estimate))}"
    if is_difference(estimate):
        return f"{said} {words.say('certain-so', sure=how_sure(estimate))}"
    return said


def level(estimate: Estimate, words: Words) -> str:
    """Return an interval's level in per cent without the sign: "95"."""
    return words.hundredths(estimate.interval.level if estimate.interval else 0.0)


def _what(estimate: Estimate, words: Words) -> str:
    if estimate.unit is Unit.SHARE and estimate.evidence is Evidence.FINITE and estimate.population is not None:
        return words.say("what-share-of", population=estimate.population)
    if estimate.unit is Unit.SHARE:
        return words.say("what-share")
    if estimate.unit is Unit.RELATIVE:
        return words.say("what-relative")
    if estimate.role is Role.BETWEEN:
        return words.say("what-between")
    return words.say("what-difference" if is_difference(estimate) else "what-number")


def deciding_sentence(fulfilment: Fulfilment, words: Words) -> str | None:
    """Say what a verdict rests on where the printed interval alone would give another; None where it does not."""
    estimate, decided, reason = fulfilment.estimate, fulfilment.decided_by, next(iter(fulfilment.reasons), None)
    if estimate.interval is None or estimate.hidden or reason is None or (decided is None and reason.code != _TOO_FEW):
        return None
    between = ""
    if decided is not None:
        decimals = decimals_beside(estimate, fulfilment.target)
        signed = is_difference(estimate)
        between = words.span(decided.low, decided.high, estimate.unit, decimals, signed=signed, inside=True)
    rival = fulfilment.rival
    why = "others-counted" if rival is not None and rival.counts_others else reason.code
    return words.say("decided-by", why=why, between=between)


#: The reason that an interval is from so few that no verdict follows it.
_TOO_FEW = "far-too-few"

#: Reasons beside which a probability only confuses: the verdict holds whatever, or hangs on something else.
_NO_MATTER_OF_CHANCE = (
    "whatever-the-missing",
    "only-a-census",
    "rival-explanation",
    "far-too-few",
    "cautious-contains-target",
    "rare-values-may-overturn",
)


def probability_sentence(fulfilment: Fulfilment, words: Words) -> str | None:
    """Say how probable it is that the target is met, and what that rests on; of what is settled, nothing."""
    settled = fulfilment.verdict in (Verdict.NO_TARGET, Verdict.NOT_ASSESSABLE)
    settled = settled or any(note.code in _NO_MATTER_OF_CHANCE for note in fulfilment.reasons)
    if fulfilment.probability is None or settled or fulfilment.estimate.evidence is Evidence.CENSUS:
        return None
    clauses = assumption_clauses(fulfilment.assumptions, words)
    # what the interval rests on has been said before
    code = "certain-assuming" if fulfilment.estimate.interval is None else "certain-assuming-same"
    assuming = words.say(code, assumptions=words.joined(clauses)) if clauses else ""
    probability = words.probability(fulfilment.probability)
    curve = fulfilment.estimate.curve
    prior = "none" if curve is None or curve.prior is None else curve.prior
    return words.say("certain-probability", probability=probability, prior=prior, assuming=assuming)


def assumption_clauses(notes: Sequence[Note], words: Words) -> list[str]:
    """Return assumptions as they stand after "om": "de som inte svarat liknar dem som svarat", "om svaren är …"."""
    clauses = [words.say(f"note-{note.code}.clause", **note.values) for note in notes]
    return [*clauses[:1], *(words.say("certain-and-if", clause=clause) for clause in clauses[1:])]


def change_sentences(goal: GoalFinding, words: Words) -> list[str]:
    """Say what the means were before and after, and whether the change is more than chance."""
    change = goal.outcome.change
    if change is None or change.difference.interval is None:
        return []
    sentences = [*measure_words(goal).means(told_of(goal, words))]
    if not is_difference(goal.fulfilment.estimate):
        sure, interval = how_sure(change.difference), words.interval(change.difference)
        sentences.append(words.say("certain-change", sure=sure, interval=interval))
    return sentences


def how_sure(difference: Estimate) -> str:
    """Say whether a change may be claimed: "yes", "likely" where it rests on what cannot be tested, or why not.

    "few" and "explained" are where the interval leaves out nought, but too few were counted for it to be relied on or
    something else may explain it; "no" where the interval holds nought.
    """
    found, interval = moved(difference), difference.interval
    if found.is_known:
        return "likely" if found.sureness is Sureness.LIKELY else "yes"
    if interval is None or interval.low <= 0 <= interval.high:
        return "no"
    return "explained" if found.reason is not None and "rival" in found.reason.values else "few"


def possible_sentences(fulfilment: Fulfilment, words: Words, tipping_code: str = "tipping-needed") -> list[str]:
    """Say what remains possible whatever the missing would have answered, and the tipping point.

    `tipping_code` is the message about how many of the missing would have to answer so.
    """
    estimate, tipping, sentences = fulfilment.estimate, fulfilment.tipping, list[str]()
    missing = (estimate.population or 0) - estimate.n
    if estimate.possible is not None and estimate.interval is not None and missing > 0:
        between = words.span(estimate.possible.low, estimate.possible.high, estimate.unit, inside=True)
        sentences.append(words.say("possible-range", missing=missing, between=between))
    if tipping is None or tipping.missing == 0:
        return sentences
    if tipping.needed <= 0:
        sentences.append(words.say("tipping-settled", missing=tipping.missing))
    elif tipping.needed > tipping.missing:
        sentences.append(words.say("tipping-lost", missing=tipping.missing))
    else:
        every = "no" if tipping.needed < tipping.missing else "yes" if tipping.missing > 1 else "one"
        sentences.append(words.say(tipping_code, needed=tipping.needed, missing=tipping.missing, all=every))
    return sentences


def holds_sentence(fulfilment: Fulfilment, words: Words, tipping_code: str = "tipping-needed") -> str | None:
    """Say how many of those missing must be hits for the goal to be met; None where that settles nothing."""
    tipping = fulfilment.tipping
    if tipping is None or not 0 < tipping.needed <= tipping.missing or tipping.missing < _FEW_MISSING:
        return None
    needed, missing = tipping.needed, tipping.missing
    share = words.percent(needed / missing)
    holds = "yes" if fulfilment.verdict in (Verdict.MET, Verdict.LIKELY_MET) else "no"
    every = "yes" if needed == missing else "no"
    return words.say(f"{tipping_code}.holds", needed=needed, missing=missing, share=share, holds=holds, all=every)


def means_missing_sentence(goal: GoalFinding, words: Words) -> str | None:
    """Say what the mean, or the mean change, of those missing must be for the goal to be met for all.

    None where nobody knows how many are missing, or where the answers of several waves are not of the same people.
    """
    estimate, target, change = goal.fulfilment.estimate, goal.fulfilment.target, goal.outcome.change
    told = (note.values.get("missing") for note in estimate.assumptions if note.code == MISSING_RESEMBLE)
    missing = next((n for n in told if isinstance(n, int)), 0)  # as it is: printed, it knows its place
    same_people = change.linkage is Linkage.PAIRED if change is not None else True
    counted = estimate.unit in (Unit.SCORE, Unit.NUMBER) and estimate.role in (Role.LEVEL, Role.DIFFERENCE)
    if target is None or estimate.value is None or not (missing and same_people and counted):
        return None
    ends = [end for end in target.region if math.isfinite(end)]
    if len(ends) != 1:
        return None
    needed = ((estimate.n + missing) * ends[0] - estimate.n * estimate.value) / missing
    upwards = math.isfinite(target.region[0])
    if (beyond := _beyond_scale(goal, needed, upwards=upwards)) is not None:
        return words.say(f"means-missing-{beyond}", missing=missing, way="lowest" if upwards else "highest")
    return words.say(
        "means-missing",
        holds="yes" if goal.fulfilment.verdict in (Verdict.MET, Verdict.LIKELY_MET) else "no",
        missing=missing,
        moved="yes" if is_difference(estimate) else "no",
        way="at-least" if upwards else "at-most",
        needed=words.amount(needed, estimate.unit, 2, signed=is_difference(estimate)),
    )


def _beyond_scale(goal: GoalFinding, needed: float, *, upwards: bool) -> str | None:
    """Say of what those missing must answer that it is "settled" at either end of the scale, or that all is "lost"."""
    if goal.measure.ends is None:
        return None
    lowest, highest = goal.measure.ends
    if is_difference(goal.fulfilment.estimate):
        lowest, highest = lowest - highest, highest - lowest
    easiest, hardest = (lowest, highest) if upwards else (highest, lowest)
    if (needed <= easiest) if upwards else (needed >= easiest):
        return "settled"
    return "lost" if ((needed > hardest) if upwards else (needed < hardest)) else None


def reach_sentence(goal: GoalFinding, words: Words, *, part: bool = False) -> str | None:
    """Say from which value on the target (of a `part`) would have been told as met, where data are too few to tell."""
    fulfilment, estimate = goal.fulfilment, goal.fulfilment.estimate
    if fulfilment.reach is None or fulfilment.target is None:
        return None
    value, upwards = fulfilment.reach.value, math.isfinite(fulfilment.target.region[0])
    of = "part" if part else "goal"
    if value is None or _cannot_be(goal, value, upwards=upwards):
        return words.say("reach-none", of=of)
    shown = words.amount(
        value, estimate.unit, decimals_beside(estimate, fulfilment.target), signed=is_difference(estimate)
    )
    return words.say("reach", of=of, what=_what(estimate, words), way="at-least" if upwards else "at-most", value=shown)


def _cannot_be(goal: GoalFinding, value: float, *, upwards: bool) -> bool:
    """Whether a value is beyond the end of the scale, from where things stood before."""
    change, estimate = goal.outcome.change, goal.fulfilment.estimate
    before = change.before.value if change is not None and is_difference(estimate) else 0.0
    ends = (0.0, 1.0) if estimate.unit is Unit.POINTS else goal.measure.ends
    if (
        ends is None
        or before is None
        or estimate.unit not in (Unit.SCORE, Unit.POINTS)
        or estimate.role is Role.BETWEEN
    ):
        return False
    return before + value > ends[1] if upwards else before + value < ends[0]


# A share of fewer than so many is no clearer than the number of them.
_FEW_MISSING = 10


def same_question(judged: Estimate, other: Estimate) -> bool:
    """Whether a target that is held against one estimate can be held against another.

    They must be counted in the same unit and both be levels, or both be changes: a mean after is in points of the scale
    as a rise of it is, but a rise demanded says nothing of it. A standardised difference is in no points at all.
    """
    standardised = Role.STANDARDISED in (judged.role, other.role)
    return other.unit is judged.unit and is_difference(judged) == is_difference(other) and not standardised


def beside_sentence(goal: GoalFinding, words: Words) -> str | None:
    """Say what other ways to measure give, and whether the verdict hangs on the choice.

    Only measures that can be held against the same target are named; the others stand in a table.
    """
    shown, side = _judged_beside(goal), side_of(goal.fulfilment.verdict)
    if not shown:
        return None
    if {side_of(verdict) for _, verdict in shown} == {side}:
        parts = [
            words.say("beside-one", value=_value_beside(one, goal, words), **{"if": _way(one, words)})
            for one, _ in shown
        ]
        return words.say("beside-same", list=words.joined(parts))
    return " ".join(_differs(one, verdict, goal, words) for one, verdict in shown)


def turning_sentences(goal: GoalFinding, words: Words) -> list[str]:
    """Say which other ways to measure turn the verdict, and only those."""
    side = side_of(goal.fulfilment.verdict)
    return [_differs(one, verdict, goal, words) for one, verdict in _judged_beside(goal) if side_of(verdict) != side]


def _judged_beside(goal: GoalFinding) -> list[tuple[Estimate, Verdict]]:
    """Return other ways to measure that can be held against the same target, with the verdict each would give."""
    judged, target = goal.fulfilment.estimate, goal.fulfilment.target
    if target is None or goal.fulfilment.verdict is Verdict.NOT_ASSESSABLE:
        return []
    read = {reading.fulfilment.estimate.measure for reading in goal.readings}  # these have sentences of their own
    return [
        (one, judge(one, target).verdict)
        for one in goal.outcome.beside
        if one.value is not None and same_question(judged, one) and one.measure not in read
    ]


def _differs(one: Estimate, verdict: Verdict, goal: GoalFinding, words: Words) -> str:
    value, way = _value_beside(one, goal, words), capitalised(_way(one, words))
    return words.say("beside-differs", value=value, judged=words.judged(verdict), **{"if": way})


def _value_beside(one: Estimate, goal: GoalFinding, words: Words) -> str:
    return words.value(one, decimals_beside(one, goal.fulfilment.target))


def side_of(verdict: Verdict) -> str:
    """Return which way a verdict points, however surely."""
    if verdict in (Verdict.MET, Verdict.LIKELY_MET):
        return "met"
    return "not-met" if verdict in (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET) else str(verdict)


def _way(estimate: Estimate, words: Words) -> str:
    """Return another way to measure as it stands in a sentence: "om bara den räknas som höjt sig minst ett steg"."""
    code = f"measure-{estimate.measure}.if"
    return words.say(code) if words.has(code) else words.say("beside-measure", measure=words.measured(estimate))
