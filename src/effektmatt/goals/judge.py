"""From an estimate and a target to a verdict. Knows no domain: only numbers and what they rest on."""

from __future__ import annotations

from copy import deepcopy

from effektmatt.core import Estimate, Evidence, Note, Reading, Unit, expect
from effektmatt.goals.fulfilment import Fulfilment, Tipping, Verdict
from effektmatt.goals.reach import reach
from effektmatt.goals.target import Target
from effektmatt.speech import known, spoken_in, told_in
from effektmatt.stats import probability
from effektmatt.stats.question import APPROXIMATE
from effektmatt.stats.share import smallest_count, tipping_point

# Limits such as 48/60 and targets such as 0.8 meet exactly; sums and quotients of floats need this much room.
_ROOM = 1e-9

#: The part of what a method needs (`Choice.enough`) that must be there for any verdict by its interval.
FEWEST_OF_ENOUGH = 0.5

#: The reason that the number freed from another explanation of it does not give the same verdict.
RIVAL = "rival-explanation"

#: Reasons that leave a verdict open because the data are too few to tell.
_FOR_LACK_OF_DATA = (
    "interval-contains-target",
    "cautious-contains-target",
    "missing-may-overturn",
    "rare-values-may-overturn",
)

#: Reasons that the verdict is not that of the interval alone.
_OVERTURNING = ("cautious-contains-target", "far-too-few", RIVAL)

#: Cautious intervals that know how unequal groups are, but not what few groups lack.
_NOT_FOR_FEW = ("cr3-satterthwaite",)

#: Worst first: a goal of several parts gets the first of these that any part has.
_WORST_FIRST = (
    Verdict.NOT_MET,
    Verdict.LIKELY_NOT_MET,
    Verdict.NOT_ASSESSABLE,
    Verdict.UNDETERMINED,
    Verdict.LIKELY_MET,
    Verdict.MET,
    Verdict.NO_TARGET,
)


def judge(
    estimate: Estimate,
    target: Target | None,
    *,
    unreachable: Note | None = None,
    language: str | None = None,
) -> Fulfilment:
    """Say whether a target is met, and how surely.

    The rules, in order: no target gives no verdict; nothing computed, or a target that arithmetic rules out,
    cannot be assessed; a census is met or not; a possible range wholly on one side is met or not whatever the
    missing would have answered, and one that holds the target leaves it undetermined where there is no interval; an
    interval that contains the target leaves it undetermined, and so does the cautious one beside it; where there is
    none, so does an interval from fewer than `FEWEST_OF_ENOUGH` of what its method needs, and one whose verdict what
    cannot be seen would overturn within stated bounds (`Estimate.sensitivity`). Else an interval wholly on one side is
    met or not, but only likely so where the number rests on an assumption that the data cannot test, where the
    interval is approximate, or where something unlike all that was seen would overturn it (`Sensitivity.weakens`). A
    target that demands every single one stays undetermined as long as anybody is missing: only a census can prove it.

    Parameters
    ----------
    estimate
        The number to hold against the target, in the target's unit.
    target
        None when no target was set.
    unreachable
        Why the target cannot be reached by arithmetic, when it cannot (see `effektmatt.goals.feasibility`).
    language
        What the result and its faults speak: "sv" or "en" (None: as the estimate does).

    Returns
    -------
    Fulfilment

    Raises
    ------
    TypeError
        For anything but an estimate and a target.
    ValueError
        For a share held against a level outside 0 to 1, or a difference of shares against more than 1 (80 per cent is
        written 0.80), and for a share, which is a level, held against a change.

    Examples
    --------
    >>> from effektmatt.core import Evidence, Unit
    >>> share = Estimate(measure="share", value=211 / 240, unit=Unit.SHARE, n=240, hits=211, population=240,
    ...                  evidence=Evidence.CENSUS, method="census")
    >>> judge(share, Target(at_least=0.95)).verdict
    <Verdict.NOT_MET: 'not-met'>
    """
    expect("estimate", estimate, Estimate, "change.share_improved or times.change.difference")
    if target is not None:
        expect("target", target, Target, "Target(at_least=0.80)")
    # of its own: what the caller handed in goes on speaking as it did
    own, own_target = deepcopy((estimate, target))
    return told_in(spoken_in(estimate, known(language)), _judged(own, own_target, unreachable))


def _judged(estimate: Estimate, target: Target | None, unreachable: Note | None) -> Fulfilment:
    if target is None:
        return Fulfilment(verdict=Verdict.NO_TARGET, target=None, estimate=estimate)
    if unreachable is not None:
        return Fulfilment(verdict=Verdict.NOT_ASSESSABLE, target=target, estimate=estimate, reasons=(unreachable,))
    _check_unit(estimate.unit, target)
    verdict, reason = _verdict(estimate, target)
    return Fulfilment(
        verdict=verdict,
        target=target,
        estimate=estimate,
        probability=None if _is_overturned(estimate, reason) else _probability(estimate, target, verdict),
        tipping=_tipping(estimate, target),
        reach=reach(estimate, target) if reason.code in _FOR_LACK_OF_DATA else None,
        reasons=(reason,),
    )


def judge_all(parts: tuple[Fulfilment, ...]) -> Fulfilment:
    """Judge a goal that is met only when every part of it is: the worst part decides.

    The value, interval and target shown for the whole are those of the deciding part. A probability for the
    whole is given only where one part settles it or all parts but one are settled; otherwise the parts may
    depend on each other in ways that the data do not tell.
    """
    if not parts:
        raise ValueError("a goal of several parts needs at least one part")
    deciding = min(range(len(parts)), key=lambda place: _WORST_FIRST.index(parts[place].verdict))
    worst = parts[deciding]
    probabilities = [part.probability for part in parts if part.verdict is not Verdict.NO_TARGET]
    whole: float | None = None
    unsettled = [p for p in probabilities if p not in (0.0, 1.0)]
    if 0.0 in probabilities:
        whole = 0.0
    elif not unsettled and probabilities:
        whole = 1.0
    elif len(unsettled) == 1:
        whole = unsettled[0]
    return Fulfilment(
        verdict=worst.verdict,
        target=worst.target,
        estimate=worst.estimate,
        probability=whole,
        tipping=worst.tipping,
        reach=worst.reach,
        reasons=worst.reasons,
        parts=parts,
        deciding=deciding,
    )


def _check_unit(unit: Unit, target: Target) -> None:
    """Refuse a target that a share, or a difference of shares, cannot be held against."""
    least = {Unit.SHARE: 0.0, Unit.PROBABILITY: 0.0, Unit.POINTS: -1.0}.get(unit)
    if least is not None and target.amount is not None and not least <= target.amount <= 1:
        name = target.kind.replace("-", "_")
        raise ValueError(f"a share is written between 0 and 1, 0.80 and not 80; got {name}={target.amount:g}")
    is_change = target.direction is not None or (target.is_change and target.reading is not Reading.LEVEL)
    if unit in (Unit.SHARE, Unit.PROBABILITY) and is_change:
        name = target.kind.replace("-", "_")
        raise ValueError(
            f"{name} is about a change, and a share is a level: judge the difference of two shares instead"
        )


def _verdict(estimate: Estimate, target: Target) -> tuple[Verdict, Note]:
    if estimate.value is None:
        return Verdict.NOT_ASSESSABLE, next(iter(estimate.notes), Note(code="no-data"))
    if estimate.evidence is Evidence.CENSUS and is_settled(estimate):
        met = _side(estimate.value, estimate.value, target) > 0
        if estimate.assumptions:
            return (Verdict.LIKELY_MET if met else Verdict.LIKELY_NOT_MET), Note(code="census-given-assumptions")
        return (Verdict.MET if met else Verdict.NOT_MET), Note(code="census")
    if estimate.possible is not None:
        side = _side(estimate.possible.low, estimate.possible.high, target)
        if side:
            missing = "whatever-the-missing" if estimate.interval is not None else "whatever-the-unknown"
            return (Verdict.MET if side > 0 else Verdict.NOT_MET), Note(code=missing)
        if estimate.interval is None:  # nothing is assumed of those of whom nothing is known
            return Verdict.UNDETERMINED, Note(code="possible-contains-target")
    if estimate.interval is None:
        return Verdict.NOT_ASSESSABLE, Note(code="no-interval", values={"n": estimate.n})
    if _demands_everyone(estimate, target):  # one failure was caught by the possible range
        return Verdict.UNDETERMINED, Note(code="only-a-census", values={"missing": _missing(estimate)})
    side = _side(estimate.interval.low, estimate.interval.high, target)
    if side == 0:
        return Verdict.UNDETERMINED, Note(code="interval-contains-target")
    unlike = [one for one in estimate.sensitivity if _side(one.low, one.high, target) != side]
    overturning = next((one for one in unlike if not one.weakens), None)
    if overturning is not None:
        return Verdict.UNDETERMINED, overturning.reason
    few = next((note for note in estimate.notes if note.code == APPROXIMATE), None)
    cautious = estimate.cautious
    if cautious is not None and _side(cautious.low, cautious.high, target) != side:
        ends = {"low": cautious.low, "high": cautious.high}
        return Verdict.UNDETERMINED, Note(code="cautious-contains-target", values={**ends, "unit": str(estimate.unit)})
    if few is not None and (cautious is None or cautious.method in _NOT_FOR_FEW) and _far_too_few(few):
        return Verdict.UNDETERMINED, Note(code="far-too-few", values=few.values)
    rival = next((one for one in estimate.rivals if _side_of(one, target) != side), None)
    if rival is not None:
        return Verdict.UNDETERMINED, Note(code=RIVAL, values={"rival": rival.measure})
    likely = Verdict.LIKELY_MET if side > 0 else Verdict.LIKELY_NOT_MET
    if estimate.assumptions:
        return likely, Note(code="interval-given-assumptions")
    if few is not None:
        return likely, Note(code="interval-of-few", values=few.values)
    if unlike:
        return likely, unlike[0].reason
    return (Verdict.MET if side > 0 else Verdict.NOT_MET), Note(code="interval")


def _side_of(estimate: Estimate, target: Target) -> int:
    interval, value = estimate.interval, estimate.value
    if interval is None and value is not None and estimate.evidence is Evidence.CENSUS:
        return _side(value, value, target)
    return 0 if interval is None else _side(interval.low, interval.high, target)


def _is_overturned(estimate: Estimate, reason: Note) -> bool:
    """Whether the interval is not to be relied on, beside which a probability by it is not either."""
    return reason.code in _OVERTURNING or any(reason == one.reason for one in estimate.sensitivity if not one.weakens)


def _far_too_few(approximate: Note) -> bool:
    """Whether an interval is from so few that even a likely verdict would promise too much."""
    n, enough = (float(approximate.values[name]) for name in ("n", "enough"))
    return n < FEWEST_OF_ENOUGH * enough


def is_settled(estimate: Estimate) -> bool:
    """Whether nothing else is possible than the value."""
    return estimate.possible is None or estimate.possible.low == estimate.possible.high


def _demands_everyone(estimate: Estimate, target: Target) -> bool:
    if estimate.unit is not Unit.SHARE or target.at_least is None:
        return False
    if estimate.population is None:
        return target.at_least >= 1 and estimate.hits == estimate.n
    return smallest_count(target.at_least, estimate.population) == estimate.population


def _missing(estimate: Estimate) -> int:
    return max(0, (estimate.population or estimate.n) - estimate.n)


def _side(low: float, high: float, target: Target) -> int:
    """Return 1 if all of low..high meets the target, -1 if none of it does, 0 if some does."""
    smallest, largest = target.region
    room = 0.0 if target.kind == "direction" else _ROOM
    if low >= smallest - room and high <= largest + room:
        return 1
    if high < smallest - room or low > largest + room:
        return -1
    return 0


def _probability(estimate: Estimate, target: Target, verdict: Verdict) -> float | None:
    if estimate.evidence is Evidence.CENSUS and estimate.assumptions:
        return None
    if estimate.evidence is Evidence.CENSUS:
        return 1.0 if verdict is Verdict.MET else 0.0
    if verdict is Verdict.NOT_ASSESSABLE or estimate.curve is None:
        return None
    smallest, largest = target.region
    at_least_smallest = probability.above(estimate.curve, smallest - _ROOM) if smallest > float("-inf") else 1.0
    above_largest = probability.above(estimate.curve, largest + _ROOM) if largest < float("inf") else 0.0
    return min(1.0, max(0.0, at_least_smallest - above_largest))


def _tipping(estimate: Estimate, target: Target) -> Tipping | None:
    """How many of the missing must be hits; only for a share of a finite population with a lower target."""
    if estimate.population is None or estimate.hits is None or target.at_least is None:
        return None
    if estimate.evidence is Evidence.CENSUS or estimate.population < estimate.n:
        return None
    needed, missing = tipping_point(estimate.hits, estimate.n, estimate.population, target.at_least)
    return Tipping(needed=needed, missing=missing)
