"""Restricted means of two waves: how long a case stays open on average, counting at most tau days of each."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.cases.phases import Booleans, PhasedCases
from effektmatt.cases.standardised import standardised_change
from effektmatt.cases.wave_curve import FEWEST_CASES, Said, Settings, WaveCurve, carried_on_note, waves_of
from effektmatt.core import Change, Estimate, Evidence, Linkage, Note, Role
from effektmatt.stats.choices import MEAN_TIME, MEAN_TIME_DIFFERENCE
from effektmatt.stats.survival import SurvivalCurve

MEAN, DIFFERENCE = "restricted-mean", "restricted-mean-difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedMeans:
    """The change of the restricted mean: for the cases as they came, and at the same case mix (None: not asked for)."""

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
    """Return the restricted means of both waves and their difference, up to `settings.tau` whatever the follow-up.

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


def _plain_change(before: WaveCurve, after: WaveCurve, settings: Settings) -> Change:
    first, second = (wave.usable(settings.tau, FEWEST_CASES) for wave in (before, after))
    return Change(
        before=_mean(before.counts.n, first, settings),
        after=_mean(after.counts.n, second, settings),
        difference=_difference(before.counts.n + after.counts.n, first, second, settings),
        linkage=Linkage.INDEPENDENT,
    )


def _mean(n: int, curve: SurvivalCurve | Note, settings: Settings) -> Estimate:
    if isinstance(curve, Note):
        return settings.missing(MEAN, n, curve)
    found = MEAN_TIME.kernel(Evidence.PROCESS)(curve, settings.tau, settings.level)
    return settings.restricted(MEAN, n, found, Said.of(MEAN_TIME, Evidence.PROCESS, curve.n))


def _difference(n: int, first: SurvivalCurve | Note, second: SurvivalCurve | Note, settings: Settings) -> Estimate:
    if isinstance(first, Note):
        return settings.missing(DIFFERENCE, n, first, Role.DIFFERENCE)
    if isinstance(second, Note):
        return settings.missing(DIFFERENCE, n, second, Role.DIFFERENCE)
    found = MEAN_TIME_DIFFERENCE.kernel(Linkage.INDEPENDENT)(second, first, settings.tau, settings.level)
    fewest = min(first.n, second.n)
    said = Said.of(MEAN_TIME_DIFFERENCE, Linkage.INDEPENDENT, fewest, second, first, settings.tau)
    return settings.restricted(DIFFERENCE, n, found, said, Role.DIFFERENCE)
