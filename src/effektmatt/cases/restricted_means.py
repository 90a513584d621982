"""Means of two waves: how long a case stays open on average, counting at most tau days of each while some are open."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from effektmatt.cases.horizon import bounded_change, bounded_level
from effektmatt.cases.phases import Booleans, PhasedCases
from effektmatt.cases.standardised import standardised_change
from effektmatt.cases.wave_curve import FEWEST_CASES, Said, Settings, WaveCurve, carried_on_note, waves_of
from effektmatt.core import AnswerCounts, Change, Estimate, Evidence, Linkage, Note, Role
from effektmatt.stats.choices import MEAN_TIME, MEAN_TIME_DIFFERENCE
from effektmatt.stats.question import Layout
from effektmatt.stats.survival import SurvivalCurve
from effektmatt.stats.unseen import with_unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedMeans:
    """The change of the mean: for the cases as they came, and at the same case mix (None: not asked for)."""

    plain: Change
    standardised: Change | None
    notes: tuple[Note, ...]

    @property
    def judged(self) -> Change:
        """What a target is held against: the standardised change where there is one, else the plain."""
        return self.standardised or self.plain


def restricted_mean_changes(
    cases: PhasedCases, settings: Settings, *, case_type: str | None = None, among: Booleans | None = None
) -> RestrictedMeans:
    """Return the means of both waves and their difference, up to `settings.tau` whatever the follow-up.

    Parameters
    ----------
    cases
        Cases assigned to two waves.
    case_type
        Grouping column to standardise for.
    among
        Which of the different cases to take; None: all.
    """
    waves = waves_of(cases, among)
    plain = _plain_change(*waves, settings)
    if case_type is None:
        return RestrictedMeans(plain=plain, standardised=None, notes=carried_on_note([(1.0, waves)], settings.tau))
    standardised, notes = standardised_change(cases, settings, case_type=case_type, among=among)
    return RestrictedMeans(plain=plain, standardised=standardised, notes=notes)


def wave_mean(wave: WaveCurve, settings: Settings) -> Estimate:
    """Return the mean of one wave: of all days where every case of the wave is closed, whatever the other is like."""
    own = replace(settings, tau=max(1, wave.counts.follow_up), whole=True) if wave.all_closed else settings
    return _mean(wave.counts.n, wave.usable(own.tau, FEWEST_CASES), own)


def _plain_change(before: WaveCurve, after: WaveCurve, settings: Settings) -> Change:
    first, second = (wave.usable(settings.tau, FEWEST_CASES) for wave in (before, after))
    difference = _difference(before.counts.n + after.counts.n, first, second, settings)
    change = Change(
        before=_mean(before.counts.n, first, settings),
        after=_mean(after.counts.n, second, settings),
        difference=difference,
        linkage=Linkage.INDEPENDENT,
    )
    if isinstance(first, Note) or isinstance(second, Note):
        return change
    return replace(change, difference=bounded_change(difference, {"": first}, {"": second}, {"": 1.0}, settings))


def _mean(n: int, curve: SurvivalCurve | Note, settings: Settings) -> Estimate:
    measure, _ = settings.names
    if isinstance(curve, Note):
        return settings.missing(measure, n, curve)
    if settings.whole:
        times = _times(curve)
        found = MEAN_TIME.kernel(Layout.CLOSED)(times, settings.level)
        said = Said.of(MEAN_TIME, Layout.CLOSED, n, times)
        return with_unseen(settings.mean(measure, n, found, said), times)
    found = MEAN_TIME.kernel(Evidence.PROCESS)(curve, settings.tau, settings.level)
    estimate = settings.mean(measure, n, found, Said.of(MEAN_TIME, Evidence.PROCESS, curve.n))
    return bounded_level(estimate, {"": curve}, {"": 1.0}, settings)


def _difference(n: int, first: SurvivalCurve | Note, second: SurvivalCurve | Note, settings: Settings) -> Estimate:
    _, measure = settings.names
    if isinstance(first, Note):
        return settings.missing(measure, n, first, Role.DIFFERENCE)
    if isinstance(second, Note):
        return settings.missing(measure, n, second, Role.DIFFERENCE)
    fewest = min(first.n, second.n)
    if settings.whole:
        ours, theirs = _times(second), _times(first)
        found = MEAN_TIME_DIFFERENCE.kernel(Layout.CLOSED)(ours, theirs, settings.level)
        said = Said.of(MEAN_TIME_DIFFERENCE, Layout.CLOSED, fewest, ours, theirs)
        estimate = settings.mean(measure, n, found, said, Role.DIFFERENCE)
        return with_unseen(estimate, theirs, ours)
    found = MEAN_TIME_DIFFERENCE.kernel(Linkage.INDEPENDENT)(second, first, settings.tau, settings.level)
    said = Said.of(MEAN_TIME_DIFFERENCE, Linkage.INDEPENDENT, fewest, second, first, settings.tau)
    return settings.mean(measure, n, found, said, Role.DIFFERENCE)


def _times(curve: SurvivalCurve) -> AnswerCounts:
    """Return how many cases took so many days, where every case is closed."""
    return AnswerCounts(levels=curve.days.astype(np.float64), counts=curve.closed)
