"""The change of scores: their mean, and the probability that somebody scores higher after than before."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.core import AnswerCounts, Change, Estimate, Linkage, Note, PairedCounts, Unit
from effektmatt.stats.choices import MEAN_DIFFERENCE, MEAN_RATIO, PROBABILITY_HIGHER, STANDARDISED_DIFFERENCE
from effektmatt.stats.enough import spreads_differ
from effektmatt.stats.results import HypothesisTest
from effektmatt.surveys.estimates import as_census, assumed, inferred, mean_estimate, nothing

_FEWEST = 2

Compared = tuple[PairedCounts] | tuple[AnswerCounts, AnswerCounts]


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
        Scores of the linked people; then everything is of them alone. None: independent waves. The methods are those of
        `effektmatt.stats.choices`.
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
    compared, linkage = _compared(before, after, pairs)
    n, smaller = before.n + after.n if pairs is None else pairs.n, min(before.n, after.n)
    reason = reason or too_few(smaller)
    if reason is not None:
        difference = nothing("mean-difference", Unit.SCORE, reason, n=n)
        relative = nothing("relative-change", Unit.RELATIVE, reason, n=n)
    else:
        found = MEAN_DIFFERENCE.kernel(linkage)(*compared, level)
        notes = MEAN_DIFFERENCE.approximate(linkage, smaller, *compared)
        difference = inferred("mean-difference", Unit.SCORE, found, n, assumptions=assumptions, notes=notes)
        lowest = min(first.value or 0.0, second.value or 0.0)
        relative = _relative(compared, linkage, lowest, n=n, level=level, assumptions=assumptions)
    standardised = _standardised(compared, linkage, difference, level)
    if population is not None and before.n == after.n == population:
        first, second, difference, relative = (as_census(one) for one in (first, second, difference, relative))
    return Change(
        before=first,
        after=second,
        difference=difference,
        linkage=linkage,
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

    Of the same person where people are linked, else of two people drawn at random. 0.5 means neither way; nothing is
    assumed about the distance between answers. Parameters as for `mean_change`.
    """
    n = before.n + after.n if pairs is None else pairs.n
    smaller = min(before.n, after.n) if pairs is None else n
    assumptions = assumed(smaller, population, self_selected=self_selected)
    reason = reason or too_few(smaller)
    if reason is not None:
        return nothing("probability-higher", Unit.PROBABILITY, reason, n=n)
    compared, linkage = _compared(before, after, pairs)
    found = PROBABILITY_HIGHER.kernel(linkage)(*compared, level)
    notes = PROBABILITY_HIGHER.approximate(linkage, smaller, *compared)
    estimate = inferred("probability-higher", Unit.PROBABILITY, found, n, assumptions=assumptions, notes=notes)
    everybody = population is not None and (pairs.n == population if pairs else before.n == after.n == population)
    return as_census(estimate) if everybody else estimate


def rank_test(before: AnswerCounts, after: AnswerCounts, pairs: PairedCounts | None) -> HypothesisTest | None:
    """Return the rank test that belongs to `ordinal_change`, paired where people are linked; None with too few."""
    compared, linkage = _compared(before, after, pairs)
    fewest = min(before.n, after.n) if pairs is None else pairs.n
    return PROBABILITY_HIGHER.test(linkage)(*compared) if fewest else None


def _compared(before: AnswerCounts, after: AnswerCounts, pairs: PairedCounts | None) -> tuple[Compared, Linkage]:
    """Return what a statistic takes: the linked answers, or those after and those before."""
    return ((after, before), Linkage.INDEPENDENT) if pairs is None else ((pairs,), Linkage.PAIRED)


def too_few(n: int) -> Note | None:
    """Return the reason that nothing can be said of how scores vary, None where there are scores enough."""
    if n >= _FEWEST:
        return None
    return Note(code="too-few-answers", values={"n": n, "needed": _FEWEST}) if n else Note(code="no-answers")


def _standardised(compared: Compared, linkage: Linkage, difference: Estimate, level: float) -> Estimate:
    """Return Hedges' g (independent) or g_av (paired); nothing where scores, or changes, do not vary."""
    measure = "hedges-g-av" if linkage is Linkage.PAIRED else "hedges-g"
    if difference.value is None or difference.interval is None:
        reason = next(iter(difference.notes), Note(code="nothing-varied"))
        return nothing(measure, Unit.SCORE, reason, n=difference.n)
    if difference.n <= _FEWEST:
        reason = Note(code="too-few-answers", values={"n": difference.n, "needed": _FEWEST + 1})
        return nothing(measure, Unit.SCORE, reason, n=difference.n)
    found = STANDARDISED_DIFFERENCE.kernel(linkage)(*compared, level)
    notes = STANDARDISED_DIFFERENCE.approximate(linkage, min(one.n for one in compared), *compared)
    if len(compared) == 2 and spreads_differ(*compared):
        notes = (*notes, Note(code="spreads-differ"))
    return inferred(measure, Unit.SCORE, found, difference.n, notes=notes, curve=False)


def _relative(
    compared: Compared, linkage: Linkage, lowest: float, *, n: int, level: float, assumptions: tuple[Note, ...]
) -> Estimate:
    """Return after / before - 1 of two means; nothing where one of them is not above nought."""
    if lowest <= 0:
        return nothing("relative-change", Unit.RELATIVE, Note(code="relative-from-zero"), n=n)
    found = MEAN_RATIO.kernel(linkage)(*compared, level)
    notes = MEAN_RATIO.approximate(linkage, min(one.n for one in compared), *compared)
    estimate = inferred("relative-change", Unit.RELATIVE, found, n, assumptions=assumptions, notes=notes)
    return replace(estimate, std_error=None)  # it is that of the logarithm
