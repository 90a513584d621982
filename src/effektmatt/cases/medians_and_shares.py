"""Medians of two waves, and shares closed in time."""

from __future__ import annotations

from effektmatt.cases.wave_curve import Settings, WaveCurve, too_short
from effektmatt.core import Change, Estimate, Evidence, Linkage, Note, Role, Unit
from effektmatt.stats import curve_differences
from effektmatt.stats.choices import CLOSED_SHARE, CLOSED_SHARE_DIFFERENCE, MEDIAN_TIME, MEDIAN_TIME_DIFFERENCE
from effektmatt.stats.curve_differences import TimeDifference
from effektmatt.stats.estimates import no_estimate, process_estimate


def median_change(before: WaveCurve, after: WaveCurve, settings: Settings) -> Change:
    """Return the Kaplan-Meier median of each wave and their difference."""
    medians = [_median(wave, settings) for wave in (before, after)]
    found = None
    if before.curve is not None and after.curve is not None:
        found = MEDIAN_TIME_DIFFERENCE.kernel(Linkage.INDEPENDENT)(after.curve, before.curve, 0.5, settings.level)
    assumed = MEDIAN_TIME_DIFFERENCE.assumed(Linkage.INDEPENDENT)
    return _change(medians[0], medians[1], found, "median-difference", settings.unit, assumed)


def _median(wave: WaveCurve, settings: Settings) -> Estimate:
    if wave.curve is None:
        reason = Note(code="too-few-cases", values={"wave": wave.wave, "n": 0, "needed": 1})
        return settings.missing("median", 0, reason, method="log-log")
    found = MEDIAN_TIME.kernel(Evidence.PROCESS)(wave.curve, 0.5, settings.level)
    unreached = Note(code="median-not-reached", values={"wave": wave.wave, "days": wave.counts.follow_up})
    notes = () if found.value is not None else (unreached,)
    return process_estimate(
        "median",
        settings.unit,
        found.value,
        wave.counts.n,
        interval=found.interval,
        assumptions=MEDIAN_TIME.assumed(Evidence.PROCESS),
        notes=notes,
    )


def closed_within_change(before: WaveCurve, after: WaveCurve, limit: int, settings: Settings) -> Change:
    """Return the share of cases closed within a number of days in each wave, and their difference."""
    shares = [_closed_within(wave, limit, settings) for wave in (before, after)]
    found = None
    if before.curve is not None and after.curve is not None and limit <= min(before.horizon, after.horizon):
        found = CLOSED_SHARE_DIFFERENCE.kernel(Linkage.INDEPENDENT)(after.curve, before.curve, limit, settings.level)
    assumed = CLOSED_SHARE_DIFFERENCE.assumed(Linkage.INDEPENDENT)
    return _change(shares[0], shares[1], found, "closed-within-difference", Unit.POINTS, assumed)


def _closed_within(wave: WaveCurve, limit: int, settings: Settings) -> Estimate:
    n = wave.counts.n
    if wave.curve is None or limit > wave.horizon:
        return no_estimate("closed-within", Unit.SHARE, too_short(wave, limit), n=n, method="log-log")
    found = CLOSED_SHARE.kernel(Evidence.PROCESS)(wave.curve, limit, settings.level)
    return process_estimate(
        "closed-within",
        Unit.SHARE,
        found.value,
        n,
        interval=found.interval,
        curve=found.curve,
        std_error=found.std_error,
        assumptions=CLOSED_SHARE.assumed(Evidence.PROCESS),
        notes=(
            Note(code="closed-within", values={"days": limit, "unit": str(settings.unit)}),
            *CLOSED_SHARE.approximate(Evidence.PROCESS, n),
        ),
    )


def _change(
    before: Estimate,
    after: Estimate,
    found: TimeDifference | None,
    measure: str,
    unit: Unit,
    assumptions: tuple[Note, ...],
) -> Change:
    """Return both and their difference; without a value, and with the reason, where one of them has none."""
    reasons = [note for estimate in (before, after) if estimate.value is None for note in estimate.notes]
    difference = process_estimate(
        measure,
        unit,
        found.value if found else None,
        before.n + after.n,
        interval=found.interval if found else None,
        method=curve_differences.METHOD,
        role=Role.DIFFERENCE,
        assumptions=assumptions,
        notes=tuple(reasons[:1]) if reasons else tuple(note for note in after.notes if note.code == "closed-within"),
    )
    return Change(before=before, after=after, difference=difference, linkage=Linkage.INDEPENDENT)
