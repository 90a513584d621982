"""The change of scores: their mean, and the probability that somebody scores higher after than before."""

from __future__ import annotations

import math
from typing import Any

from effektmatt.core import About, AnswerCounts, Change, Estimate, Evidence, Interval, Linkage, Note, Role, Unit
from effektmatt.stats.choices import MEAN, MEAN_DIFFERENCE, MEAN_RATIO, PROBABILITY_HIGHER, STANDARDISED_DIFFERENCE
from effektmatt.stats.enough import spreads_differ
from effektmatt.stats.estimates import as_census, inferred_estimate, no_estimate, process_estimate
from effektmatt.stats.question import Question
from effektmatt.stats.results import HypothesisTest
from effektmatt.stats.sampled import sampled_mean_change, sampled_ordinal
from effektmatt.stats.sensitivity import with_edges
from effektmatt.surveys.scores import ScoreCounts

_FEWEST = 2


#: Of fewer linked people one in ten who changed far are all unseen in more than 2.5 samples of 100: 0.9 ** 35.
_SEES_ONE_IN_TEN = 36

#: The lowest and the highest that can be had; None where nobody says.
Ends = tuple[float, float] | None
_ANYWHERE = (-math.inf, math.inf)


def mean_estimate(
    answers: AnswerCounts, about: About, ends: Ends, answered: int | None = None, *, possible: Ends = None
) -> Estimate:
    """Return the mean of scores ("mean-score"); with a single one there is a value but no interval.

    `ends`: the lowest and highest score that can be had; `answered`: how many of whom `about` tells answered, where
    that is not as many as the scores; `possible`: as in `ScoreCounts`.
    """
    n, measure = answers.n, "mean-score"
    assumptions = MEAN.assumed(Evidence.PROCESS, about, n if answered is None else answered)
    few = too_few(n)
    if few is None:
        found = MEAN.kernel(Evidence.PROCESS)(answers, about.level)
        notes = MEAN.approximate(Evidence.PROCESS, n, answers)
        cautious = MEAN.cautious(Evidence.PROCESS, answers, *(ends or _beyond(answers, possible)), level=about.level)
        estimate = inferred_estimate(
            measure,
            Unit.SCORE,
            found,
            n,
            assumptions=assumptions,
            notes=notes,
            within=ends or possible or _ANYWHERE,
            cautious=cautious,
        )
        return with_edges(estimate, about, n if answered is None else answered)
    if n == 0:
        return no_estimate(measure, Unit.SCORE, few)
    only = float(answers.levels @ answers.counts)
    return process_estimate(measure, Unit.SCORE, only, n, method="t", assumptions=assumptions, notes=(few,))


def _beyond(answers: AnswerCounts, possible: Ends) -> tuple[float, float]:
    """Return between which scores one is that was not seen, where nobody says what can be had.

    As far beyond the lowest and the highest as these are apart, but not below nought where none is: of numbers most of
    which are small the few large ones are often not seen, and the mean is then higher than it looks.
    """
    lowest, highest = float(answers.levels[0]), float(answers.levels[-1])
    wide = highest - lowest
    smallest, largest = possible or (0.0 if lowest >= 0 else -math.inf, math.inf)
    return max(smallest, lowest - wide), min(largest, highest + wide)


def mean_change(scores: ScoreCounts, about: About, reason: Note | None = None) -> Change:
    """Return the mean score before and after, their difference, a standardised difference and a relative change.

    Parameters
    ----------
    scores
        Those of the linked people where there are any; else the waves are independent. The methods are those of
        `effektmatt.stats.choices`.
    about
        What is known of the people behind them.
    reason
        Why the waves cannot be compared, where they cannot.

    Returns
    -------
    Change
        `before` and `after` "mean-score", `difference` "mean-difference", and in `effects` "hedges-g-av" (paired) or
        "hedges-g" (independent) and "relative-change" (after / before - 1).
    """
    if scores.samples is not None and reason is None and not scores.is_census(about.population):
        return sampled_mean_change(scores.samples, about, scores.ends)
    before, after = (
        mean_estimate(answers, about, scores.ends, scores.fewest, possible=scores.possible) for answers in scores.waves
    )
    reason = reason or too_few(scores.fewest)
    if reason is not None:
        difference = no_estimate("mean-difference", Unit.SCORE, reason, n=scores.n, role=Role.DIFFERENCE)
        relative = no_estimate("relative-change", Unit.RELATIVE, reason, n=scores.n, role=Role.RELATIVE)
    else:
        difference = mean_difference(scores, about)
        lowest = min(before.value or 0.0, after.value or 0.0)
        relative = _relative(scores, lowest, about)
    standardised = _standardised(scores, difference, about.level)
    if scores.is_census(about.population):
        before, after, difference, relative = (as_census(one) for one in (before, after, difference, relative))
    return Change(
        before=before, after=after, difference=difference, linkage=scores.linkage, effects=(standardised, relative)
    )


def mean_difference(scores: ScoreCounts, about: About) -> Estimate:
    """Return the mean after less the mean before, where there are scores enough."""
    found = MEAN_DIFFERENCE.kernel(scores.linkage)(*scores.compared, about.level)
    estimate = inferred_estimate(
        "mean-difference",
        Unit.SCORE,
        found,
        scores.n,
        role=Role.DIFFERENCE,
        assumptions=(*MEAN_DIFFERENCE.assumed(scores.linkage, about, scores.fewest), *_few_unseen(scores)),
        notes=MEAN_DIFFERENCE.approximate(scores.linkage, scores.fewest, *scores.compared),
        within=_ANYWHERE if scores.ends is None else (scores.ends[0] - scores.ends[1], scores.ends[1] - scores.ends[0]),
        cautious=_cautious(MEAN_DIFFERENCE, scores, about.level),
    )
    return with_edges(estimate, about, scores.fewest, scores.linkage)


def _few_unseen(scores: ScoreCounts) -> tuple[Note, ...]:
    """Say what must hold of linked people who are few: the cautious interval counts with one who changed a quarter."""
    if scores.linkage is not Linkage.PAIRED or scores.ends is None or scores.n >= _SEES_ONE_IN_TEN:
        return ()
    return (Note(code="none-unseen-changed-far", values={"n": scores.n}),)


def _cautious(question: Question[Any], scores: ScoreCounts, level: float) -> Interval | None:
    """Return the interval that a verdict needs besides.

    Where nobody says what scores can be had, the one person not seen has the lowest or the highest that was.
    """
    ends = scores.ends or scores.seen
    return question.cautious(scores.linkage, *scores.compared, *ends, level=level)


def ordinal_change(scores: ScoreCounts, about: About, reason: Note | None = None) -> Estimate:
    """Return the probability that a score after is higher than one before, ties counted half.

    Of the same person where people are linked, else of two people drawn at random. 0.5 means neither way; nothing is
    assumed about the distance between answers. Parameters as for `mean_change`.
    """
    measure, linkage = "probability-higher", scores.linkage
    reason = reason or too_few(scores.fewest)
    if reason is not None:
        return no_estimate(measure, Unit.PROBABILITY, reason, n=scores.n)
    if scores.samples is not None:
        return sampled_ordinal(scores.samples)
    estimate = inferred_estimate(
        measure,
        Unit.PROBABILITY,
        PROBABILITY_HIGHER.kernel(linkage)(*scores.compared, about.level),
        scores.n,
        assumptions=PROBABILITY_HIGHER.assumed(linkage, about, scores.fewest),
        notes=PROBABILITY_HIGHER.approximate(linkage, scores.fewest, *scores.compared),
    )
    return as_census(estimate) if scores.is_census(about.population) else estimate


def rank_test(scores: ScoreCounts) -> HypothesisTest | None:
    """Return the rank test that belongs to `ordinal_change`, paired where people are linked; None with too few."""
    if scores.samples is not None or not scores.fewest:
        return None
    return PROBABILITY_HIGHER.test(scores.linkage)(*scores.compared)


def too_few(n: int) -> Note | None:
    """Return the reason that nothing can be said of how scores vary, None where there are scores enough."""
    if n >= _FEWEST:
        return None
    return Note(code="too-few-answers", values={"n": n, "needed": _FEWEST}) if n else Note(code="no-answers")


def _standardised(scores: ScoreCounts, difference: Estimate, level: float) -> Estimate:
    """Return Hedges' g (independent) or g_av (paired); nothing where scores, or changes, do not vary."""
    linkage, compared = scores.linkage, scores.compared
    measure = "hedges-g-av" if linkage is Linkage.PAIRED else "hedges-g"
    reason = None
    if difference.value is None or difference.interval is None:
        reason = next(iter(difference.notes), Note(code="nothing-varied"))
    elif difference.n <= _FEWEST:
        reason = Note(code="too-few-answers", values={"n": difference.n, "needed": _FEWEST + 1})
    if reason is not None:
        return no_estimate(measure, Unit.SCORE, reason, n=difference.n, role=Role.STANDARDISED)
    found = STANDARDISED_DIFFERENCE.kernel(linkage)(*compared, level)
    notes = STANDARDISED_DIFFERENCE.approximate(linkage, scores.fewest, *compared)
    if len(compared) == 2 and spreads_differ(*compared):
        notes = (*notes, Note(code="spreads-differ"))
    return inferred_estimate(
        measure, Unit.SCORE, found, difference.n, role=Role.STANDARDISED, notes=notes, with_curve=False
    )


def _relative(scores: ScoreCounts, lowest: float, about: About) -> Estimate:
    """Return after / before - 1 of two means; nothing where one of them is not above nought."""
    measure, linkage = "relative-change", scores.linkage
    if lowest <= 0:
        reason = Note(code="relative-not-above-zero")
        return no_estimate(measure, Unit.RELATIVE, reason, n=scores.n, role=Role.RELATIVE)
    estimate = inferred_estimate(
        measure,
        Unit.RELATIVE,
        MEAN_RATIO.kernel(linkage)(*scores.compared, about.level),
        scores.n,
        role=Role.RELATIVE,
        assumptions=(*MEAN_RATIO.assumed(linkage, about, scores.fewest), *_few_unseen(scores)),
        notes=MEAN_RATIO.approximate(linkage, scores.fewest, *scores.compared),
        cautious=_cautious(MEAN_RATIO, scores, about.level),
    )
    return with_edges(estimate, about, scores.fewest, linkage)
