"""What changed between two waves of answers to one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Self

from effektmatt.core import (
    UNPRINTED,
    AnswerCounts,
    Change,
    Detail,
    Estimate,
    GroupChange,
    Linkage,
    Note,
    PairedCounts,
    Unit,
)
from effektmatt.speech import Shown
from effektmatt.stats.estimates import no_estimate
from effektmatt.stats.results import HypothesisTest
from effektmatt.surveys.all_answers import AllAnswers
from effektmatt.surveys.share_change import TopCounts
from effektmatt.surveys.who_improved import Improvement


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """The answers to one item: of all who answered each wave, and of those linked who answered it both times.

    Answers to `reversed` items are turned: the highest stands for the lowest that was ticked. All are None where so
    few answered that the distribution is hidden. `high` is the share of answers above the middle of the scale; where
    people are linked it is of those who answered it both times.
    """

    id: str
    label: str
    reversed: bool
    before: AnswerCounts | None
    after: AnswerCounts | None
    pairs: PairedCounts | None = field(metadata=UNPRINTED)
    high: Change | None = None

    def of_linked(self) -> ItemChange:
        """Return the answers of those linked alone."""
        if self.pairs is None:
            return replace(self, before=None, after=None)
        return replace(self, before=self.pairs.before, after=self.pairs.after)

    @property
    def holds_unlinked(self) -> bool:
        """Whether some of the answers shown are of others than those linked."""
        shown = (one.n for one in (self.before, self.after) if one is not None)
        return any(self.pairs is None or n > self.pairs.n for n in shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenTest:
    """Mean scores of the same people: rated before, of before as rated afterwards (then-test), and rated after.

    Parameters
    ----------
    scale, label, n
        What was rated, and by how many who have all the scores.
    before
        None where nobody can be linked; then `shift` is None too, and the others are of all who rated afterwards.
    then, after
        Mean scores.
    shift
        "response-shift": the then-test less the rating before; negative where people now think less of their old
        selves.
    change
        "then-test-change": the rating after less the then-test.
    improved
        "share-improved-then-test": the share who rate themselves higher after than in the then-test.
    """

    scale: str
    label: str
    n: int
    before: Estimate | None
    then: Estimate
    after: Estimate
    shift: Estimate | None
    change: Estimate
    improved: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLevel:
    """The mean change of those with one dose; None where they are too few to show."""

    dose: float
    change: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseChange:
    """What the change was of those who took part in less and in more.

    Parameters
    ----------
    label
        What the dose is called.
    n, linked
        How many have both scores and a dose, of how many with both scores.
    levels
        Dose by dose, from the lowest.
    trend
        "change-by-dose-trend": Kendall's tau-b between dose and change.
    """

    label: str
    n: int
    linked: int
    levels: tuple[DoseLevel, ...]
    trend: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleAnswers(Shown):
    """Two waves of answers to one scale, item by item.

    Parameters
    ----------
    scale, label, answers
        The scale's id and label, and its answers as they are shown, from lowest to highest.
    linkage
        Paired, where people could be linked; else independent, and then there is no share improved.
    items
        Item by item.
    then_test
        What people say afterwards of how it was before, where the survey asked.
    of_linked
        Whether what stands here is of those linked alone, because those who answered only once are too few to show.
    """

    scale: str
    label: str
    answers: tuple[str, ...]
    linkage: Linkage
    items: tuple[ItemChange, ...]
    then_test: ThenTest | None = None
    of_linked: bool = False

    @property
    def tells_of_everybody(self) -> bool:
        """Whether it holds answers of others than those linked."""
        return not self.of_linked and any(item.before is not None for item in self.items)

    def linked_alone(self) -> Self:
        """Return the same without anything of those who answered only once."""
        return replace(self, items=tuple(item.of_linked() for item in self.items), of_linked=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyChange(ScaleAnswers, Detail):
    """What changed between two waves of answers to one scale. It holds counts and estimates, never a row.

    Parameters
    ----------
    lowest, highest
        The scores that can be had.
    n_before, n_after, n_linked, n_analysed
        How many have a score before, after; how many are linked; how many of these have both scores.
    score_before, score_after, scores
        How many have each score before, after, and from which to which of the linked (None where hidden, or where
        nobody can be linked).
    improvements, shares_improved
        By each definition that can be used ("any", "step", "reliable"); empty where nobody can be linked.
    net_improved
        The share improved less the share worse ("any"), with Tango's interval.
    top, top_counts, top_share
        How many of the highest answers count as top, and the change of the share who gave one.
    mean, ordinal, test
        The change of the mean score; the probability that a score after is higher; Wilcoxon's signed-rank test
        (Pratt), or Mann and Whitney's.
    alpha_before, alpha_after
        Cronbach's alpha per wave; None for a single item.
    groups
        The same for every group of every grouping column.
    notes
        Remarks on data and method.
    dose
        The change of those who took part in less and in more, where the plan asks for it.
    all_answers
        The same changes from all answers, where people are linked and others answered only once; None also where these
        are so few that their answers could be worked out by taking the linked away.
    """

    lowest: int
    highest: int
    n_before: int
    n_after: int
    n_linked: int | None
    n_analysed: int | None
    score_before: AnswerCounts | None
    score_after: AnswerCounts | None
    scores: PairedCounts | None = field(metadata=UNPRINTED)
    improvements: tuple[Improvement, ...]
    shares_improved: tuple[Estimate, ...]
    net_improved: Estimate | None
    top: int | None
    top_counts: TopCounts | None
    top_share: Change | None
    mean: Change
    ordinal: Estimate
    test: HypothesisTest | None
    alpha_before: Estimate | None
    alpha_after: Estimate | None
    groups: tuple[GroupChange[SurveyChange], ...] = field(default=(), metadata=UNPRINTED)
    notes: tuple[Note, ...] = ()
    dose: DoseChange | None = None
    all_answers: AllAnswers | None = None

    @property
    def tells_of_everybody(self) -> bool:
        """Whether it holds answers of others than those linked."""
        shown = (self.score_before, self.score_after, self.all_answers, *(item.before for item in self.items))
        return not self.of_linked and any(one is not None for one in shown)

    def linked_alone(self) -> Self:
        """Return the same without anything of those who answered only once."""
        scores, counts = self.scores, self.top_counts
        return replace(
            self,
            items=tuple(item.of_linked() for item in self.items),
            of_linked=True,
            score_before=None if scores is None else scores.before,
            score_after=None if scores is None else scores.after,
            top_counts=None if counts is None else counts.of_linked(),
            all_answers=None,
        )

    def of_all(self) -> SurveyChange:
        """Return the same without anything of those linked alone, where all answers are what is judged."""
        everybody, counts = self.all_answers, self.top_counts
        items = tuple(replace(item, pairs=None, high=None) for item in self.items)
        if everybody is None:  # all are linked, though not all of them answered every item both times
            return replace(self, items=items)
        return replace(
            self,
            items=items,
            scores=None,
            improvements=(),
            shares_improved=(),
            net_improved=None,
            top_counts=None if counts is None else counts.of_all(),
            mean=everybody.mean,
            top_share=everybody.top_share,
            ordinal=everybody.ordinal,
            test=None,
        )

    @property
    def share_improved(self) -> Estimate:
        """The share whose score rose; without a value, and with the reason, where nobody can be linked."""
        if self.shares_improved:
            return self.shares_improved[0]
        both = self.n_before and self.n_after
        reason = Note(code="no-key-no-share-improved") if both else self.mean.difference.notes[0]
        return no_estimate("share-improved-any", Unit.SHARE, reason)

    def to_frame(self) -> Any:
        """Return every estimate as a row of the shared column vocabulary (pandas); without a group: of everybody."""
        import pandas as pd

        return pd.DataFrame(list(self.to_rows()))

    def to_rows(self, by: str | None = None, group: str | None = None) -> Iterator[dict[str, object]]:
        """Yield the rows of the frame, as those of a group if one is named, and then those of the groups."""
        about = {"scale": self.scale, "by": by, "group": group}
        for change in (self.mean, self.top_share):
            if change is not None:
                yield from ({**about, **row} for row in change.to_rows())
        all_answers = self.all_answers.estimates if self.all_answers else ()
        single = (self.ordinal, *self.shares_improved, self.net_improved, *all_answers)
        yield from ({**about, "moment": "change", **one.to_row()} for one in single if one is not None)
        for moment, alpha in (("before", self.alpha_before), ("after", self.alpha_after)):
            if alpha is not None:
                yield {**about, "moment": moment, **alpha.to_row()}
        for one in self.groups:
            if one.change is not None:
                yield from one.change.to_rows(one.by, one.group)
