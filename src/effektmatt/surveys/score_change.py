"""The change of scores: their mean, and the probability that somebody scores higher after than before."""

from __future__ import annotations

import math
from dataclasses import replace

from scipy.special import ndtri

from effektmatt.core import AnswerCounts, Change, Curve, Estimate, Interval, Linkage, Note, PairedCounts, Unit
from effektmatt.stats import mean as means
from effektmatt.stats.ordinal_independent import mann_whitney, probability_higher
from effektmatt.stats.ordinal_paired import probability_higher_paired
from effektmatt.stats.results import HypothesisTest, Inference
from effektmatt.stats.signed_rank import signed_rank
from effektmatt.surveys.estimates import as_census, assumed, inferred, mean_estimate, nothing

_FEWEST = 2


def mean_change(
    before: AnswerCounts,
    after: AnswerCounts,
    pairs: PairedCounts | None,
    *,
    reason: Note | None = None,
    population: int | None = None,
    self_selected: bool = True,
    level: float = 0.95,
) -> Change:
    """Return the mean score before and after, their difference, a standardised difference and a relative change.

    Parameters
    ----------
    before, after
        Scores of everybody who answered each wave.
    pairs
        Scores of the linked people; then everything is of them alone (paired t). None: independent waves (Welch).
    reason
        Why the waves cannot be compared, where they cannot.

    Returns
    -------
    Change
        `before` and `after` "mean-score", `difference` "mean-difference", and in `effects` "hedges-g-av" (paired) or
        "hedges-g" (independent) and "relative-change" (after / before - 1).
    """
    if pairs is not None:
        before, after = pairs.before, pairs.after
    assumptions = assumed(min(before.n, after.n), population, self_selected=self_selected)
    first, second = (mean_estimate(answers, level=level, assumptions=assumptions) for answers in (before, after))
    n = before.n + after.n if pairs is None else pairs.n
    reason = reason or too_few(min(before.n, after.n))
    if reason is not None:
        difference = nothing("mean-difference", Unit.SCORE, reason, n=n)
        relative = nothing("relative-change", Unit.RELATIVE, reason, n=n)
    else:
        found = (
            means.mean_difference(after, before, level) if pairs is None else means.paired_mean_difference(pairs, level)
        )
        difference = inferred("mean-difference", Unit.SCORE, found, n, assumptions=assumptions)
        relative = _relative(before, after, found, n=n, level=level, assumptions=assumptions)
    standardised = _standardised(before, after, pairs, difference, level)
    if population is not None and before.n == after.n == population:
        first, second, difference, relative = (as_census(one) for one in (first, second, difference, relative))
    return Change(
        before=first,
        after=second,
        difference=difference,
        linkage=Linkage.INDEPENDENT if pairs is None else Linkage.PAIRED,
        effects=(standardised, relative),
    )


def ordinal_change(
    before: AnswerCounts,
    after: AnswerCounts,
    pairs: PairedCounts | None,
    *,
    reason: Note | None = None,
    population: int | None = None,
    self_selected: bool = True,
    level: float = 0.95,
) -> Estimate:
    """Return the probability that a score after is higher than one before, ties counted half.

    Of the same person where people are linked (Tango's interval), else of two people drawn at random (Brunner and
    Munzel's). 0.5 means neither way; nothing is assumed about the distance between answers. Parameters as for
    `mean_change`.
    """
    n = before.n + after.n if pairs is None else pairs.n
    assumptions = assumed(min(before.n, after.n) if pairs is None else n, population, self_selected=self_selected)
    reason = reason or too_few(min(before.n, after.n) if pairs is None else n)
    if reason is not None:
        return nothing("probability-higher", Unit.PROBABILITY, reason, n=n)
    found = probability_higher(after, before, level) if pairs is None else probability_higher_paired(pairs, level)
    estimate = inferred("probability-higher", Unit.PROBABILITY, found, n, assumptions=assumptions)
    everybody = population is not None and (pairs.n == population if pairs else before.n == after.n == population)
    return as_census(estimate) if everybody else estimate


def rank_test(before: AnswerCounts, after: AnswerCounts, pairs: PairedCounts | None) -> HypothesisTest | None:
    """Return Wilcoxon's signed-rank test (Pratt) of linked people, or Mann and Whitney's; None with too few."""
    if pairs is not None:
        return signed_rank(pairs) if pairs.n else None
    return mann_whitney(after, before) if min(before.n, after.n) else None


def too_few(n: int) -> Note | None:
    """Return the reason that nothing can be said of how scores vary, None where there are scores enough."""
    if n >= _FEWEST:
        return None
    return Note(code="too-few-answers", values={"n": n, "needed": _FEWEST}) if n else Note(code="no-answers")


def _standardised(
    before: AnswerCounts, after: AnswerCounts, pairs: PairedCounts | None, difference: Estimate, level: float
) -> Estimate:
    """Return Hedges' g (independent) or g_av (paired); nothing where scores, or changes, do not vary."""
    measure = "hedges-g" if pairs is None else "hedges-g-av"
    if difference.value is None or difference.interval is None:
        reason = next(iter(difference.notes), Note(code="nothing-varied"))
        return nothing(measure, Unit.SCORE, reason, n=difference.n)
    found = means.hedges_g(after, before, level) if pairs is None else means.hedges_g_av(pairs, level)
    return inferred(measure, Unit.SCORE, found, difference.n, curve=False)


def _relative(
    before: AnswerCounts,
    after: AnswerCounts,
    change: Inference,
    *,
    n: int,
    level: float,
    assumptions: tuple[Note, ...],
) -> Estimate:
    """Return after / before - 1 of two means, with an interval from the variance of the logarithm (delta method).

    Of linked people the covariance of both means follows from the variances of each and of their difference.

    Source: Hedges, Gurevitch & Curtis 1999, Ecology 80:1150-1156, equation 1; paired: Lajeunesse 2011, Ecology
    92:2049-2055.
    """
    (_, mean_before, spread_before), (_, mean_after, spread_after) = means.moments(before), means.moments(after)
    if mean_before <= 0 or mean_after <= 0:
        return nothing("relative-change", Unit.RELATIVE, Note(code="relative-from-zero"), n=n)
    error_before, error_after = spread_before / before.n, spread_after / after.n
    covariance = (error_before + error_after - change.std_error**2) / 2
    variance = error_after / mean_after**2 + error_before / mean_before**2 - 2 * covariance / (mean_before * mean_after)
    log_ratio, std_error = math.log(mean_after / mean_before), math.sqrt(max(0.0, variance))
    reach = float(ndtri((1 + level) / 2)) * std_error
    interval = Interval(
        low=math.expm1(log_ratio - reach), high=math.expm1(log_ratio + reach), level=level, method="log-ratio-of-means"
    )
    value = mean_after / mean_before - 1
    found = Inference(value=value, std_error=std_error, interval=interval)
    estimate = inferred("relative-change", Unit.RELATIVE, found, n, assumptions=assumptions, curve=False)
    if estimate.interval is None:
        return estimate
    return replace(estimate, std_error=None, curve=Curve(kind="log-normal", parameters=(log_ratio, std_error)))
