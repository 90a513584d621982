"""Restricted means at the same case mix, so that easier cases are not taken for faster work."""

from __future__ import annotations

from collections.abc import Mapping

from effektmatt.cases.horizon import bounded_change, bounded_level
from effektmatt.cases.phases import Booleans, PhasedCases
from effektmatt.cases.wave_curve import (
    FEWEST_CASES,
    FEWEST_OF_A_TYPE,
    Said,
    Settings,
    WaveCurve,
    carried_on_note,
    waves_of,
)
from effektmatt.core import Change, Linkage, Note, Role
from effektmatt.stats.choices import MEAN_TIME, MEAN_TIME_DIFFERENCE
from effektmatt.stats.enough import cases_that_count
from effektmatt.stats.question import Layout
from effektmatt.stats.restricted_mean import STANDARDISED
from effektmatt.stats.survival import SurvivalCurve


def standardised_change(
    cases: PhasedCases, settings: Settings, *, case_type: str, among: Booleans | None = None
) -> tuple[Change, tuple[Note, ...]]:
    """Return the restricted means as if both waves had the same mix of cases: that of both together.

    A type that cannot be compared (fewer than `FEWEST_OF_A_TYPE` cases in a wave, fewer than two of them closed by
    tau, or not followed to tau) is left out, and a note names it. So are cases whose type is missing. Where only
    a sliver of a type's curve is missing it is carried on (`MOST_CARRIED_ON`), and a note says how much that matters.
    """
    by_type = _by_type(cases, case_type, among)
    comparable = _comparable(by_type, settings.tau)
    sizes = [sum(by_type[kind][place].counts.n for kind in comparable) for place in range(2)]
    total = sum(sizes)
    mean, changed = (f"standardised-{name}" for name in settings.names)
    notes = (*_untyped(cases, case_type, among), *_left_out(by_type, comparable))
    if min(sizes) < FEWEST_CASES:
        reason = Note(code="no-comparable-case-types", values={"n": total, "needed": FEWEST_CASES})
        before, after = (settings.missing(mean, n, reason, method=STANDARDISED) for n in sizes)
        difference = settings.missing(changed, total, reason, Role.DIFFERENCE, STANDARDISED)
    else:
        weights = {kind: sum(wave.counts.n for wave in by_type[kind]) / total for kind in comparable}
        first, second = ({kind: curves[place] for kind, curves in comparable.items()} for place in range(2))
        found = MEAN_TIME_DIFFERENCE.kernel(Layout.SAME_MIX)(second, first, weights, settings.tau, settings.level)
        before, after = (
            bounded_level(
                settings.mean(
                    mean,
                    n,
                    MEAN_TIME.kernel(Layout.SAME_MIX)(curves, weights, settings.tau, settings.level),
                    Said.of(MEAN_TIME, Layout.SAME_MIX, _counting(curves, weights=weights, tau=settings.tau)),
                ),
                curves,
                weights,
                settings,
            )
            for n, curves in zip(sizes, (first, second), strict=True)
        )
        said = Said.of(
            MEAN_TIME_DIFFERENCE, Layout.SAME_MIX, _counting(first, second, weights=weights, tau=settings.tau)
        )
        difference = settings.mean(changed, total, found, said, Role.DIFFERENCE)
        difference = bounded_change(difference, first, second, weights, settings)
        notes += carried_on_note(((weights[kind], by_type[kind]) for kind in comparable), settings.tau)
    return Change(before=before, after=after, difference=difference, linkage=Linkage.INDEPENDENT), notes


def _counting(*waves: Mapping[str, SurvivalCurve], weights: Mapping[str, float], tau: int) -> int:
    """Return from how many cases the error is known: fewer than there are, where a rare type adds most of it."""
    smallest = min(sum(curve.n for curve in wave.values()) for wave in waves)
    return min(smallest, int(cases_that_count(*waves, weights=weights, tau=tau)))


def _by_type(cases: PhasedCases, case_type: str, among: Booleans | None) -> dict[str, tuple[WaveCurve, WaveCurve]]:
    types = cases.groups[case_type]
    of_type = {kind: types.members(kind) for kind in types.names}
    waves = {kind: waves_of(cases, of if among is None else of & among) for kind, of in of_type.items()}
    return {kind: pair for kind, pair in waves.items() if pair[0].counts.n + pair[1].counts.n}


def _comparable(
    by_type: Mapping[str, tuple[WaveCurve, WaveCurve]], tau: int
) -> dict[str, tuple[SurvivalCurve, SurvivalCurve]]:
    curves = {}
    for kind, waves in by_type.items():
        first, second = (wave.usable(tau, FEWEST_OF_A_TYPE) for wave in waves)
        if isinstance(first, SurvivalCurve) and isinstance(second, SurvivalCurve):
            curves[kind] = first, second
    return curves


def _left_out(by_type: Mapping[str, tuple[WaveCurve, WaveCurve]], comparable: Mapping[str, object]) -> tuple[Note, ...]:
    dropped = [kind for kind in by_type if kind not in comparable]
    if not dropped:
        return ()
    n = sum(wave.counts.n for kind in dropped for wave in by_type[kind])
    return (Note(code="case-types-left-out", values={"types": ", ".join(dropped), "cases": n}),)


def _untyped(cases: PhasedCases, case_type: str, among: Booleans | None) -> tuple[Note, ...]:
    without = cases.groups[case_type].codes < 0
    n = int(cases.rows[without if among is None else without & among].sum())
    return (Note(code="case-type-missing", values={"cases": n}),) if n else ()
