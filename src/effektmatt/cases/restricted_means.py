"""Restricted means of two waves: how long a case stays open on average, counting at most tau days of each."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.cases.phases import Booleans, PhasedCases
from effektmatt.cases.standardised import standardised_change
from effektmatt.cases.wave_curve import FEWEST_CASES, Settings, WaveCurve, carried_on_note, waves_of
from effektmatt.core import Change, Evidence, Linkage, Note
from effektmatt.stats.choices import MEAN_TIME, MEAN_TIME_DIFFERENCE
from effektmatt.stats.restricted_mean import METHOD


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
    n = before.counts.n + after.counts.n
    means = []
    for wave, curve in ((before, first), (after, second)):
        if isinstance(curve, Note):
            means.append(settings.missing("restricted-mean", wave.counts.n, METHOD, curve))
        else:
            mean = MEAN_TIME.kernel(Evidence.PROCESS)(curve, settings.tau, settings.level)
            few = MEAN_TIME.approximate(Evidence.PROCESS, curve.n)
            means.append(settings.restricted("restricted-mean", wave.counts.n, mean, few))
    if isinstance(first, Note):
        difference = settings.missing("restricted-mean-difference", n, METHOD, first)
    elif isinstance(second, Note):
        difference = settings.missing("restricted-mean-difference", n, METHOD, second)
    else:
        found = MEAN_TIME_DIFFERENCE.kernel(Linkage.INDEPENDENT)(second, first, settings.tau, settings.level)
        few = MEAN_TIME_DIFFERENCE.approximate(Linkage.INDEPENDENT, min(first.n, second.n))
        difference = settings.restricted("restricted-mean-difference", n, found, few)
    return Change(before=means[0], after=means[1], difference=difference, linkage=Linkage.INDEPENDENT)
