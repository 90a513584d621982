"""Two groups beside each other at one time: how much the first differs from the second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from effektmatt.core import About, AnswerCounts, Detail, Estimate, Evidence, Linkage, Note, Outcome, Range, Role, Unit
from effektmatt.stats.choices import MEAN, MEAN_DIFFERENCE, SHARE_DIFFERENCE
from effektmatt.stats.estimates import (
    as_census,
    compared_shares_estimate,
    counted_estimate,
    inferred_estimate,
    no_estimate,
    partly_known_estimate,
    share_estimate,
)
from effektmatt.stats.sampled import sampled_difference, sampled_mean, sampled_share
from effektmatt.stats.samples import Samples

_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoGroups(Detail):
    """Two groups of the column `by`, and what was found in each; nothing of those that are too few to show."""

    by: str
    groups: tuple[str, str]
    first: Estimate
    second: Estimate


def shares_of_two(
    by: str, groups: tuple[str, str], hits: Sequence[int], n: Sequence[int], abouts: Sequence[About]
) -> Outcome:
    """Return the share in the first group less that in the second, in points.

    Counted where everybody in both is counted; else two independent samples (Newcombe).

    Parameters
    ----------
    by, groups
        The column, and its two values.
    hits, n, abouts
        Of each group: how many have what is counted, of how many, and what is known of its people.

    Examples
    --------
    >>> found = shares_of_two("kon", ("Kvinna", "Man"), (60, 45), (80, 75), (About(), About()))
    >>> round(found.estimate.value, 3), round(found.estimate.interval.low, 3), round(found.estimate.interval.high, 3)
    (0.15, 0.003, 0.29)
    """
    few = _too_few(n, abouts)
    if few is not None:
        return _hidden("group-share-difference", "share", Unit.POINTS, Unit.SHARE, by, groups, few)
    first, second = (share_estimate("share", hit, of, about) for hit, of, about in zip(hits, n, abouts, strict=True))
    value, measure = hits[0] / n[0] - hits[1] / n[1], "group-share-difference"
    if first.evidence is second.evidence is Evidence.CENSUS:
        difference = counted_estimate(measure, Unit.POINTS, value, sum(n), role=Role.BETWEEN)
    else:
        difference = compared_shares_estimate(
            measure,
            Unit.POINTS,
            value,
            sum(n),
            SHARE_DIFFERENCE,
            Linkage.INDEPENDENT,
            (hits[0], n[0], hits[1], n[1]),
            fewest=min(n),
            level=abouts[0].level,
            role=Role.BETWEEN,
            assumptions=(*_missing(n, abouts), *SHARE_DIFFERENCE.assumed(Linkage.INDEPENDENT)),
        )
    return Outcome(estimate=difference, detail=TwoGroups(by=by, groups=groups, first=first, second=second))


def known_shares_of_two(
    by: str, groups: tuple[str, str], shares: Sequence[Estimate], about: About, *, unsettled: int
) -> Outcome:
    """Return the same of shares that are counted, or would be if everything were known; nothing is assumed of the rest.

    `unsettled`: for how many something is not known.

    >>> counted = lambda hits: share_estimate("share", hits, 50, About(population=50))
    >>> known_shares_of_two("kon", ("Kvinna", "Man"), [counted(40), counted(15)], About(), unsettled=0).estimate.value
    0.5
    """
    n, measure = [one.n for one in shares], "group-share-difference"
    few = _too_few(n, [about])
    if few is not None:
        return _hidden(measure, "share", Unit.POINTS, Unit.SHARE, by, groups, few)
    first, second = shares
    value = (first.value or 0.0) - (second.value or 0.0)
    difference = counted_estimate(measure, Unit.POINTS, value, sum(n), role=Role.BETWEEN)
    if unsettled:
        (low, high), (lowest, highest) = (_possible(one) for one in (first, second))
        between = Range(low=low - highest, high=high - lowest)
        difference = partly_known_estimate(
            measure, Unit.POINTS, value, sum(n), possible=between, unsettled=unsettled, role=Role.BETWEEN
        )
    return Outcome(estimate=difference, detail=TwoGroups(by=by, groups=groups, first=first, second=second))


def _possible(share: Estimate) -> tuple[float, float]:
    known = share.value or 0.0
    return (known, known) if share.possible is None else (share.possible.low, share.possible.high)


def means_of_two(
    by: str,
    groups: tuple[str, str],
    scores: Sequence[AnswerCounts],
    abouts: Sequence[About],
    ends: tuple[float, float] | None = None,
) -> Outcome:
    """Return the mean score of the first group less that of the second (Welch); parameters as `shares_of_two`.

    `ends`: the lowest and the highest score that can be had.
    """
    n, measure = [one.n for one in scores], "group-mean-difference"
    few = _too_few(n, abouts)
    if few is not None:
        return _hidden(measure, "mean-score", Unit.SCORE, Unit.SCORE, by, groups, few)
    first, second = (_mean(one, about) for one, about in zip(scores, abouts, strict=True))
    difference = inferred_estimate(
        measure,
        Unit.SCORE,
        MEAN_DIFFERENCE.kernel(Linkage.INDEPENDENT)(*scores, abouts[0].level),
        sum(n),
        role=Role.BETWEEN,
        assumptions=(*_missing(n, abouts), *MEAN_DIFFERENCE.assumed(Linkage.INDEPENDENT)),
        notes=MEAN_DIFFERENCE.approximate(Linkage.INDEPENDENT, min(n), *scores),
        cautious=MEAN_DIFFERENCE.cautious(Linkage.INDEPENDENT, *scores, *ends, level=abouts[0].level) if ends else None,
    )
    if all(about.population == of for about, of in zip(abouts, n, strict=True)):
        first, second, difference = (as_census(one) for one in (first, second, difference))
    return Outcome(estimate=difference, detail=TwoGroups(by=by, groups=groups, first=first, second=second))


def samples_of_two(
    by: str,
    groups: tuple[str, str],
    samples: Samples,
    abouts: Sequence[About],
    unit: Unit,
    ends: tuple[float, float] = (0.0, 1.0),
) -> Outcome:
    """Return the same where people weigh differently, or took part in groups: of shares (noughts and ones) or means.

    Parameters
    ----------
    by, groups, abouts
        As for `shares_of_two`.
    samples
        The values of the first group as `after`, and of the second as `before`.
    unit
        What the difference is counted in: `Unit.POINTS` of shares, else that of the mean.
    ends
        The lowest and the highest value that can be had.
    """
    two, is_share = (samples.after, samples.before), unit is Unit.POINTS
    level = ("share", Unit.SHARE) if is_share else ("mean-score", unit)
    measure = "group-share-difference" if is_share else "group-mean-difference"
    n = [values.size for values, _ in two]
    few = _too_few(n, abouts)
    if few is not None:
        return _hidden(measure, level[0], unit, level[1], by, groups, few)
    first, second = (
        sampled_share("share", sample, about) if is_share else sampled_mean(*level, sample, about, ends)
        for sample, about in zip(two, abouts, strict=True)
    )
    difference = sampled_difference(
        measure, unit, samples, abouts[0].level, ends, role=Role.BETWEEN, missing=_missing(n, abouts)
    )
    if all(about.population == of for about, of in zip(abouts, n, strict=True)):
        first, second, difference = (as_census(one) for one in (first, second, difference))
    return Outcome(estimate=difference, detail=TwoGroups(by=by, groups=groups, first=first, second=second))


def _mean(scores: AnswerCounts, about: About) -> Estimate:
    return inferred_estimate(
        "mean-score",
        Unit.SCORE,
        MEAN.kernel(Evidence.PROCESS)(scores, about.level),
        scores.n,
        assumptions=MEAN.assumed(Evidence.PROCESS, about, scores.n),
        notes=MEAN.approximate(Evidence.PROCESS, scores.n, scores),
    )


def _too_few(n: Sequence[int], abouts: Sequence[About]) -> Note | None:
    """Return the reason that two groups cannot be shown beside each other, where one of them is too small."""
    needed = max(_FEWEST, *(about.hide.means for about in abouts))
    return Note(code="too-few-answers", values={"n": min(n), "needed": needed}) if min(n) < needed else None


def _hidden(
    measure: str, one: str, unit: Unit, unit_of_one: Unit, by: str, groups: tuple[str, str], why: Note
) -> Outcome:
    reason = Note(code="group-too-small", values={"needed": why.values["needed"]})
    nothing = no_estimate(one, unit_of_one, reason)
    return Outcome(
        estimate=no_estimate(measure, unit, reason, role=Role.BETWEEN),
        detail=TwoGroups(by=by, groups=groups, first=nothing, second=nothing),
    )


def _missing(n: Sequence[int], abouts: Sequence[About]) -> tuple[Note, ...]:
    """Return what must hold of those who are not seen in either group; those missing from both are added up."""
    told = [note for about, of in zip(abouts, n, strict=True) for note in about.assumed(of)]
    missing = sum(int(note.values.get("missing", 0)) for note in told)
    codes = dict.fromkeys(note.code for note in told)
    return tuple(
        Note(
            code=code,
            values={"missing": missing} if any("missing" in one.values for one in told if one.code == code) else {},
        )
        for code in codes
    )
