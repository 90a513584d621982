"""The change of a share: those who gave one of the top answers, before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from effektmatt.core import (
    About,
    AnswerCounts,
    Change,
    Estimate,
    Evidence,
    Interval,
    Linkage,
    Note,
    PairedCounts,
    Role,
    Unit,
)
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import SHARE_DIFFERENCE, SHARE_RATIO
from effektmatt.stats.estimates import as_census, compared_shares_estimate, no_estimate, share_estimate
from effektmatt.stats.question import Question
from effektmatt.stats.sampled import sampled_share_change
from effektmatt.stats.sensitivity import with_edges
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.no_answers import no_answers_became
from effektmatt.surveys.waves import Waves, samples_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TopCounts:
    """How many gave a top answer: of all who answered each wave, and where linked in both.

    `both`, `after_only`, `before_only` and `neither` are None where nobody can be linked.
    """

    hits_before: int
    n_before: int
    hits_after: int
    n_after: int
    both: int | None = None
    after_only: int | None = None
    before_only: int | None = None
    neither: int | None = None

    @property
    def compared(self) -> tuple[int, int, int, int]:
        """What is compared: hits and n after, hits and n before; of the linked people where there are any links."""
        if self.both is None:
            return self.hits_after, self.n_after, self.hits_before, self.n_before
        both, after_only, before_only, _ = self.table
        n = sum(self.table)
        return both + after_only, n, both + before_only, n

    @property
    def table(self) -> tuple[int, int, int, int]:
        """The paired table, after first: both, only after, only before, neither."""
        return self.both or 0, self.after_only or 0, self.before_only or 0, self.neither or 0

    def of_all(self) -> TopCounts:
        """Return the counts of all who answered each wave alone."""
        return replace(self, both=None, after_only=None, before_only=None, neither=None)

    def of_linked(self) -> TopCounts:
        """Return the counts of those linked alone."""
        hits_after, n, hits_before, _ = self.compared
        return replace(self, hits_before=hits_before, n_before=n, hits_after=hits_after, n_after=n)

    def n(self, linkage: Linkage) -> int:
        """How many people, or else how many answers, a comparison rests on."""
        return sum(self.table) if linkage is Linkage.PAIRED else self.n_after + self.n_before


def top_counts(waves: Waves, top: int) -> TopCounts:
    """Count those whose answer (or score) is among the `top` highest answers of the scale."""
    (hits_before, n_before), (hits_after, n_after) = (
        (0, 0) if answers is None else (answers.hits(top), answers.n) for answers in (waves.before, waves.after)
    )
    linked = waves.linked
    if linked is None:
        return TopCounts(hits_before=hits_before, n_before=n_before, hits_after=hits_after, n_after=n_after)
    before, after = (answers.scores for answers in linked)
    cut, valid = waves.scale.cut(top), before.valid & after.valid
    had, has = before.at_least(cut)[valid], after.at_least(cut)[valid]
    return TopCounts(
        hits_before=hits_before,
        n_before=n_before,
        hits_after=hits_after,
        n_after=n_after,
        both=int((had & has).sum()),
        after_only=int((has & ~had).sum()),
        before_only=int((had & ~has).sum()),
        neither=int((~had & ~has).sum()),
    )


def counts_above(before: AnswerCounts, after: AnswerCounts, pairs: PairedCounts | None, cut: int) -> TopCounts:
    """Count those whose answer to one question is the one at place `cut`, or higher."""
    waves = {
        "hits_before": int(before.counts[cut:].sum()),
        "n_before": before.n,
        "hits_after": int(after.counts[cut:].sum()),
        "n_after": after.n,
    }
    if pairs is None:
        return TopCounts(**waves)
    table = pairs.table
    return TopCounts(
        **waves,
        both=int(table[cut:, cut:].sum()),
        after_only=int(table[:cut, cut:].sum()),
        before_only=int(table[cut:, :cut].sum()),
        neither=int(table[:cut, :cut].sum()),
    )


def top_share_change(waves: Waves, top: int, about: About) -> Change:
    """Return the share with a top answer before and after, their difference and their relative change.

    Linked people are compared with themselves, and all four estimates are of them alone. Otherwise the waves are
    independent samples. The methods are those of `effektmatt.stats.choices`.

    Returns
    -------
    Change
        `before` and `after` "share", `difference` "share-difference" in points, and in `effects` "relative-change"
        (after / before - 1).
    """
    return share_change(waves, top_counts(waves, top), lambda one: one.top_hits(top), about)


def share_change(waves: Waves, counts: TopCounts, hits: Callable[[CodedAnswers], Floats], about: About) -> Change:
    """Return the change of a share from how many are hits; `hits` marks them, for people who do not count alike."""
    samples, linkage = samples_of(waves, hits), waves.linkage
    if samples is not None and waves.without_answers is None and samples.fewest not in (0, about.population):
        return sampled_share_change(samples, about)
    hits_after, n_after, hits_before, n_before = counts.compared
    before, after = (
        share_estimate("share", hits, n, about) for hits, n in ((hits_before, n_before), (hits_after, n_after))
    )
    reason = waves.without_answers or (Note(code="nobody-linked") if None in (before.value, after.value) else None)
    if reason is not None:
        difference = no_estimate("share-difference", Unit.POINTS, reason, role=Role.DIFFERENCE)
        relative = no_estimate("relative-change", Unit.RELATIVE, reason, role=Role.RELATIVE)
    else:
        answered = n_before if n_after == about.population else n_after
        difference, relative = (found(counts, linkage, about, answered) for found in (_difference, _ratio))
    if before.evidence is after.evidence is Evidence.CENSUS:
        difference, relative = as_census(difference), as_census(relative)
    return Change(before=before, after=after, difference=difference, linkage=linkage, effects=(relative,))


def with_no_answers(waves: Waves, top: int, about: About) -> Change | None:
    """Return the change of the share among all, those who gave no answer not being hits: "share-difference-of-all".

    None where they surely became neither more nor fewer, and where a wave is missing.
    Source: both waves as independent samples, with the methods of every difference of shares.
    """
    before, after = waves.before, waves.after
    if before is None or after is None or no_answers_became(before, after) is None:
        return None
    everybody = Waves(before=before.with_none_as_lowest(), after=after.with_none_as_lowest())
    found = top_share_change(everybody, top, about)
    difference = replace(found.difference, measure="share-difference-of-all", counts_others=True)
    relative = (replace(one, measure="relative-change-of-all", counts_others=True) for one in found.effects)
    return replace(found, difference=difference, effects=tuple(relative))


def _difference(counts: TopCounts, linkage: Linkage, about: About, answered: int) -> Estimate:
    hits_after, n_after, hits_before, n_before = counts.compared
    # one division, so that equal differences are equal numbers
    value = (hits_after * n_before - hits_before * n_after) / (n_after * n_before)
    role = Role.DIFFERENCE
    return _compared("share-difference", Unit.POINTS, value, role, SHARE_DIFFERENCE, counts, linkage, about, answered)


def _ratio(counts: TopCounts, linkage: Linkage, about: About, answered: int) -> Estimate:
    hits_after, n_after, hits_before, n_before = counts.compared
    measure, n = "relative-change", counts.n(linkage)
    if hits_before == 0:
        return no_estimate(measure, Unit.RELATIVE, Note(code="relative-from-zero"), n=n, role=Role.RELATIVE)
    value = hits_after * n_before / (hits_before * n_after) - 1
    return _compared(measure, Unit.RELATIVE, value, Role.RELATIVE, SHARE_RATIO, counts, linkage, about, answered)


def _compared(
    measure: str,
    unit: Unit,
    value: float,
    role: Role,
    question: Question[Interval],
    counts: TopCounts,
    linkage: Linkage,
    about: About,
    answered: int,
) -> Estimate:
    found = compared_shares_estimate(
        measure,
        unit,
        value,
        counts.n(linkage),
        question,
        linkage,
        counts.table if linkage is Linkage.PAIRED else counts.compared,
        fewest=min(counts.compared[1], counts.compared[3]),
        level=about.level,
        role=role,
        assumptions=question.assumed(linkage, about, answered),
    )
    return with_edges(found, about, answered, linkage)
