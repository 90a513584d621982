"""The change from all answers, where some answered both times and others only once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from effektmatt.core import About, AnswerCounts, Change, Estimate, Evidence, Linkage, Note, PairedCounts
from effektmatt.stats.choices import MEAN_DIFFERENCE, PROBABILITY_HIGHER, SHARE_DIFFERENCE_PARTLY_LINKED
from effektmatt.stats.estimates import inferred_estimate
from effektmatt.stats.question import Question
from effektmatt.stats.results import Inference
from effektmatt.stats.sampled import sampled_mean_change, sampled_ordinal, sampled_share_change
from effektmatt.stats.sensitivity import with_edges
from effektmatt.surveys.score_change import mean_change, ordinal_change
from effektmatt.surveys.scores import ScoreCounts
from effektmatt.surveys.share_change import top_counts, top_share_change
from effektmatt.surveys.waves import Waves, everybodys_samples

# So few links say little of those who answered: fewer than this, and than this part of the smaller wave.
_FEW_LINKED, _FEW_PART = 30, 0.1
# Fewer pairs have no correlation.
_FEWEST_LINKED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AllAnswers:
    """The change from all answers: of those who answered both times, and of those who answered only once.

    Parameters
    ----------
    n_linked, n_only_before, n_only_after
        How many have a score both times (and can be linked), only before, and only after.
    mean, top_share
        Before and after of all who answered each wave; `difference` is "mean-difference-all-answers" and
        "share-difference-all-answers". `top_share` is None where no answers count as top.
    ordinal
        "probability-higher-all-answers": of two people drawn at random, one of each wave.
    """

    n_linked: int
    n_only_before: int
    n_only_after: int
    mean: Change
    top_share: Change | None
    ordinal: Estimate

    @property
    def n_once(self) -> int:
        """How many answered only once."""
        return self.n_only_before + self.n_only_after

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """The three changes, as many as there are."""
        share = () if self.top_share is None else (self.top_share.difference,)
        return (self.mean.difference, *share, self.ordinal)

    @property
    def used(self) -> Note:
        """What is said where all answers are judged."""
        values = {"linked": self.n_linked, "only_before": self.n_only_before, "only_after": self.n_only_after}
        return Note(code="answered-once-used", values=values)

    @property
    def not_used(self) -> tuple[Note, ...]:
        """What is said where only the linked are judged, and they are few: under 30, and under a tenth of a wave."""
        smaller = self.n_linked + min(self.n_only_before, self.n_only_after)
        if self.n_linked >= min(_FEW_LINKED, _FEW_PART * smaller):
            return ()
        return (Note(code="answered-once-not-used", values={"n": self.n_once, "linked": self.n_linked}),)


def change_from_all_answers(
    waves: Waves, scores: ScoreCounts, about: About, top: int | None = None
) -> AllAnswers | None:
    """Return the change from all answers; None where that is no other than the usual one.

    It is no other where nobody has a code (then all answers are used anyway), where everybody answered both times,
    and where a wave has no answers. With fewer than two linked the waves are compared as independent ones: from one
    pair nothing can be said of how alike a person's two answers are.

    Parameters
    ----------
    waves, scores
        The answers, who is linked, and their scores. The methods are those of `effektmatt.stats.choices`.
    about
        What is known of the people.
    top
        How many of the highest answers count as top, if any.
    """
    links = _links(scores, about)
    if links is None:
        return None
    if scores.samples is not None:
        return _sampled(waves, (links.n, links.only_before.n, links.only_after.n), about, top)
    ordinal = ordinal_change(scores.unlinked(), about)
    share = None
    if top is not None:
        share = top_share_change(replace(waves, pairs=None), top, about)
        share = _with(share, links.used(share.difference, SHARE_DIFFERENCE_PARTLY_LINKED, _top_counts(waves, top)))
    return AllAnswers(
        n_linked=links.n,
        n_only_before=links.only_before.n,
        n_only_after=links.only_after.n,
        mean=_mean(scores, links),
        top_share=share,
        ordinal=links.used(ordinal, PROBABILITY_HIGHER, links.compared),
    )


def mean_of_all(scores: ScoreCounts, about: About) -> Change | None:
    """Return the change of the mean from all scores; None where that is no other than the usual one."""
    links = _links(scores, about)
    return None if links is None else _mean(scores, links)


def _mean(scores: ScoreCounts, links: _Links) -> Change:
    mean = mean_change(scores.unlinked(), links.about)
    return _with(mean, links.used(mean.difference, MEAN_DIFFERENCE, links.compared))


def _links(scores: ScoreCounts, about: About) -> _Links | None:
    """Return who is linked and who is not; None where all scores are those of the usual change."""
    before, after, pairs = scores.before, scores.after, scores.pairs
    if pairs is None or min(before.n, after.n) == 0 or before.n == after.n == pairs.n:
        return None
    return _Links(
        pairs=pairs,
        only_before=_less(before, pairs.before),
        only_after=_less(after, pairs.after),
        about=about,
    )


def _sampled(waves: Waves, sizes: tuple[int, int, int], about: About, top: int | None) -> AllAnswers | None:
    """Return the same where people weigh differently or took part in groups."""
    scores = everybodys_samples(waves, lambda one: one.scores.numbers)
    hits = None if top is None else everybodys_samples(waves, lambda one: one.top_hits(top))
    if scores is None:
        return None
    mean = sampled_mean_change(scores, about, waves.scores().ends)
    share = None if hits is None else sampled_share_change(hits, about)
    linked, only_before, only_after = sizes
    assumed = MEAN_DIFFERENCE.assumed(Linkage.PARTLY_LINKED)[:1] if linked else ()
    return AllAnswers(
        n_linked=linked,
        n_only_before=only_before,
        n_only_after=only_after,
        mean=_with(mean, _of_all(mean.difference, assumed)),
        top_share=None if share is None else _with(share, _of_all(share.difference, assumed)),
        ordinal=_of_all(sampled_ordinal(scores), assumed),
    )


def _of_all(estimate: Estimate, assumed: tuple[Note, ...]) -> Estimate:
    measure = f"{estimate.measure}-all-answers"
    return replace(estimate, measure=measure, assumptions=(*estimate.assumptions, *assumed))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    """The scores of who is linked and who is not, and what an estimate that uses the links rests on."""

    pairs: PairedCounts
    only_before: AnswerCounts
    only_after: AnswerCounts
    about: About

    @property
    def n(self) -> int:
        """How many are linked."""
        return self.pairs.n

    @property
    def people(self) -> int:
        """How many there are in either wave."""
        return self.n + self.only_before.n + self.only_after.n

    @property
    def smaller(self) -> int:
        """How many there are in the smaller wave."""
        return self.n + min(self.only_before.n, self.only_after.n)

    @property
    def compared(self) -> tuple[PairedCounts, AnswerCounts, AnswerCounts]:
        """What a statistic of all scores takes."""
        return self.pairs, self.only_after, self.only_before

    def used(self, independent: Estimate, question: Question[Inference], compared: tuple[Any, ...]) -> Estimate:
        """Return the estimate of two independent waves with the error that it has when some are the same people."""
        named = replace(independent, measure=f"{independent.measure}-all-answers")
        if named.value is None or named.evidence is Evidence.CENSUS:
            return named
        named = replace(named, n=self.people, assumptions=self._assumptions(named, question))
        if self.n < _FEWEST_LINKED:
            return named
        estimate = inferred_estimate(
            named.measure,
            named.unit,
            question.kernel(Linkage.PARTLY_LINKED)(*compared, self.about.level),
            self.people,
            role=named.role,
            assumptions=named.assumptions,
            notes=question.approximate(Linkage.PARTLY_LINKED, self.smaller, *compared),
        )
        return with_edges(estimate, self.about, self.smaller, Linkage.PARTLY_LINKED)

    def _assumptions(self, independent: Estimate, question: Question[Inference]) -> tuple[Note, ...]:
        """Return what must hold of all, and where some are linked what must hold for them to be taken together."""
        linked = question.assumed(Linkage.PARTLY_LINKED) if self.n else ()
        return (*independent.assumptions, *(note for note in linked if note not in independent.assumptions))


def _with(change: Change, difference: Estimate) -> Change:
    return replace(change, difference=difference, linkage=Linkage.PARTLY_LINKED, effects=())


def _less(everybody: AnswerCounts, linked: AnswerCounts) -> AnswerCounts:
    """Return the answers of those who are not linked."""
    counts, there = everybody.counts.copy(), linked.counts > 0
    counts[np.searchsorted(everybody.levels, linked.levels[there])] -= linked.counts[there]
    return AnswerCounts(levels=everybody.levels, counts=counts)


def _top_counts(waves: Waves, top: int) -> tuple[Any, ...]:
    """Return what the kernel takes: the table of the linked, and hits and n of those only after and only before."""
    counts = top_counts(waves, top)
    hits_after, n_linked, hits_before, _ = counts.compared
    only_after = (counts.hits_after - hits_after, counts.n_after - n_linked)
    return counts.table, only_after, (counts.hits_before - hits_before, counts.n_before - n_linked)
