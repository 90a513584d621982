"""The change of a share: those who gave one of the top answers, before and after."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from scipy.special import ndtri

from effektmatt.core import Change, Curve, Estimate, Evidence, Interval, Linkage, Note, Unit
from effektmatt.stats import paired_shares, share_difference
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.estimates import as_census, jeffreys, nothing, share_estimate
from effektmatt.surveys.waves import Waves


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


def top_counts(waves: Waves, top: int) -> TopCounts:
    """Count those whose answer (or score) is among the `top` highest answers of the scale."""
    hits_before, n_before = _counted(waves.before, top)
    hits_after, n_after = _counted(waves.after, top)
    linked = waves.linked()
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


def top_share_change(
    waves: Waves, top: int, *, population: int | None = None, self_selected: bool = True, level: float = 0.95
) -> Change:
    """Return the share with a top answer before and after, their difference and their relative change.

    Linked people are compared with themselves (Tango's interval; all four estimates are of them alone). Otherwise
    the waves are independent samples (Newcombe's tenth method; Koopman's interval of the ratio).

    Returns
    -------
    Change
        `before` and `after` "share", `difference` "share-difference" in points, and in `effects` "relative-change"
        (after / before - 1).
    """
    counts = top_counts(waves, top)
    paired = waves.linkage is Linkage.PAIRED
    hits_after, n_after, hits_before, n_before = counts.compared
    before, after = (
        share_estimate("share", hits, n, population=population, self_selected=self_selected, level=level)
        for hits, n in ((hits_before, n_before), (hits_after, n_after))
    )
    reason = without_both(waves, before, after)
    if reason is not None:
        return Change(
            before=before,
            after=after,
            difference=nothing("share-difference", Unit.POINTS, reason),
            linkage=waves.linkage,
            effects=(nothing("relative-change", Unit.RELATIVE, reason),),
        )
    differ, divide = (_paired_difference, _paired_ratio) if paired else (_difference, _ratio)
    assumptions = after.assumptions or before.assumptions
    difference, relative = differ(counts, level, assumptions), divide(counts, level, assumptions)
    if before.evidence is after.evidence is Evidence.CENSUS:
        difference, relative = as_census(difference), as_census(relative)
    return Change(before=before, after=after, difference=difference, linkage=waves.linkage, effects=(relative,))


def without_both(waves: Waves, before: Estimate, after: Estimate) -> Note | None:
    """Return why two waves cannot be compared, None where they can."""
    if waves.missing_wave is not None:
        return Note(code="wave-without-answers", values={"wave": waves.missing_wave})
    if before.value is None or after.value is None:
        return Note(code="nobody-linked")
    return None


def _difference(counts: TopCounts, level: float, assumptions: tuple[Note, ...]) -> Estimate:
    hits_after, n_after, hits_before, n_before = counts.compared
    return _process(
        "share-difference",
        Unit.POINTS,
        value=hits_after / n_after - hits_before / n_before,
        n=n_after + n_before,
        interval=share_difference.newcombe(*counts.compared, level),
        curve=Curve(kind="beta-difference", parameters=_posteriors(counts)),
        assumptions=assumptions,
    )


def _ratio(counts: TopCounts, level: float, assumptions: tuple[Note, ...]) -> Estimate:
    hits_after, n_after, hits_before, n_before = counts.compared
    n = n_after + n_before
    if hits_before == 0:
        return nothing("relative-change", Unit.RELATIVE, Note(code="relative-from-zero"), n=n)
    return _process(
        "relative-change",
        Unit.RELATIVE,
        value=hits_after * n_before / (hits_before * n_after) - 1,
        n=n,
        interval=share_difference.koopman_ratio(*counts.compared, level),
        curve=Curve(kind="beta-ratio", parameters=_posteriors(counts)),
        assumptions=assumptions,
    )


def _posteriors(counts: TopCounts) -> tuple[float, ...]:
    hits_after, n_after, hits_before, n_before = counts.compared
    return *jeffreys(hits_after, n_after), *jeffreys(hits_before, n_before)


def _paired_difference(counts: TopCounts, level: float, assumptions: tuple[Note, ...]) -> Estimate:
    """Tango's interval; the curve is normal around the estimate that half a person in each cell gives."""
    _, after_only, before_only, _ = counts.table
    n = sum(counts.table)
    std_error = paired_shares.agresti_min_error(after_only, before_only, n)
    return _process(
        "share-difference",
        Unit.POINTS,
        value=(after_only - before_only) / n,
        n=n,
        interval=paired_shares.tango(*counts.table, level),
        curve=Curve(kind="normal", parameters=((after_only - before_only) / (n + 2), std_error)),
        assumptions=assumptions,
    )


def _paired_ratio(counts: TopCounts, level: float, assumptions: tuple[Note, ...]) -> Estimate:
    """Return after / before - 1 with Wald's interval of the logarithm.

    Source: Fagerland, Lydersen & Laake 2017, Statistical Analysis of Contingency Tables, chapter 8.
    """
    both, after_only, before_only, _ = counts.table
    n, has, had = sum(counts.table), both + after_only, both + before_only
    if had == 0:
        return nothing("relative-change", Unit.RELATIVE, Note(code="relative-from-zero"), n=n)
    if has == 0 or after_only + before_only == 0:  # the logarithm has no value, or no variance
        reason = Note(code="relative-to-zero" if has == 0 else "nothing-varied")
        return replace(nothing("relative-change", Unit.RELATIVE, reason, n=n), value=has / had - 1)
    log_ratio, std_error = math.log(has / had), math.sqrt((after_only + before_only) / (has * had))
    reach = float(ndtri((1 + level) / 2)) * std_error
    interval = Interval(
        low=math.expm1(log_ratio - reach), high=math.expm1(log_ratio + reach), level=level, method="log-ratio-paired"
    )
    return _process(
        "relative-change",
        Unit.RELATIVE,
        value=has / had - 1,
        n=n,
        interval=interval,
        curve=Curve(kind="log-normal", parameters=(log_ratio, std_error)),
        assumptions=assumptions,
    )


def _process(
    measure: str,
    unit: Unit,
    *,
    value: float,
    n: int,
    interval: Interval,
    curve: Curve,
    assumptions: tuple[Note, ...],
) -> Estimate:
    return Estimate(
        measure=measure,
        value=value,
        unit=unit,
        n=n,
        evidence=Evidence.PROCESS,
        method=interval.method,
        interval=interval,
        curve=curve,
        assumptions=assumptions,
    )


def _counted(answers: CodedAnswers | None, top: int) -> tuple[int, int]:
    if answers is None:
        return 0, 0
    return int(answers.scores.at_least(answers.scale.cut(top)).sum()), answers.n
