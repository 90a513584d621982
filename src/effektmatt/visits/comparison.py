"""Comparing two waves of visits: over all, by area and item, by unit, by visitor, by group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from effektmatt.core import About, Estimate, GroupChange, Linkage, Note
from effektmatt.core.counts import Floats
from effektmatt.data.by_group import shown_groups
from effektmatt.data.columns import Labels
from effektmatt.stats.choices import MEAN_DIFFERENCE
from effektmatt.stats.clusters import UnitSums
from effektmatt.stats.question import Layout
from effektmatt.visits.agreement import VisitAgreement, visit_agreement
from effektmatt.visits.change import PartChange, VisitChange, VisitWave
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import CodedVisits
from effektmatt.visits.estimates import FEWEST_UNITS, change_of, difference_of, no_difference
from effektmatt.visits.judging import judged_alike
from effektmatt.visits.scores import Part, failing, judged_scores, parts_of, unit_sums, visit_scores
from effektmatt.visits.unit_results import unit_changes
from effektmatt.visits.visitors import adjusted_difference, icc_of_units, visitor_scores

#: Units are compared with themselves when at least this share of all units was visited in both waves.
SAME_UNITS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VisitWaves:
    """Two waves of visits against one checklist; None where a wave has none (yet)."""

    before: CodedVisits | None
    after: CodedVisits | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("at least one wave must have visits")

    @property
    def checklist(self) -> Checklist:
        """What was looked for."""
        known = self.after or self.before
        assert known is not None
        return known.checklist

    @property
    def present(self) -> tuple[CodedVisits, ...]:
        """The waves that there are."""
        return tuple(wave for wave in (self.before, self.after) if wave is not None)

    def sizes(self) -> tuple[int, int]:
        """How many visits there are before and after."""
        return self.before.n if self.before else 0, self.after.n if self.after else 0


def visit_change(waves: VisitWaves, about: About) -> VisitChange:
    """Return what changed between two waves of visits.

    Estimand: the mean score after less before, of the same units where at least half of all units were visited in both
    waves (every unit then weighs the same, and the others are left out with a note), else of all visits. A score is the
    share of what applied that was met.

    Intervals are over units: a t interval over the units' differences, with an exact sign-flip test; or a
    cluster-robust one (CR2, Satterthwaite) where the units differ. Both have the coverage they claim with 6 to 30
    units; the paired one is shorter when units are visited unequally often.

    Parameters
    ----------
    waves
        The coded visits.
    about
        The confidence level; groups with fewer visits than `hide.means` are hidden.

    Source: Donner & Klar 2000, section 7.2; Pustejovsky & Tipton 2018, JBES 36:672-683.
    """
    found = _whole(waves, about.level)
    groups = tuple(_groups(waves, about))
    notes = tuple(_group_notes(waves))
    return replace(found, groups=groups, notes=(*found.notes, *notes))


def _whole(waves: VisitWaves, level: float) -> VisitChange:
    checklist = waves.checklist
    everything, *rest = parts_of(checklist)
    sums = sums_of(waves, everything)
    paired = is_paired(sums)
    parts = [_part(waves, part, level, paired) for part in (everything, *rest)]
    both = int(np.all(sums.n > 0, axis=1).sum())
    return VisitChange(
        checklist=checklist.id,
        label=checklist.label,
        linkage=Linkage.PAIRED if paired else Linkage.INDEPENDENT,
        before=_wave(waves.before, "before", everything),
        after=_wave(waves.after, "after", everything),
        overall=parts[0],
        parts=tuple(parts[1:]),
        test=MEAN_DIFFERENCE.test(Layout.UNITS)(sums) if paired and both >= FEWEST_UNITS else None,
        adjusted=parts[0].adjusted,
        units=unit_changes(waves.before, waves.after, level=level),
        visitors=visitor_scores(*_rows(waves, everything)),
        agreement=_agreement(waves, level),
        notes=tuple(_notes(waves, sums, everything, paired)),
    )


def _part(waves: VisitWaves, part: Part, level: float, paired: bool) -> PartChange:
    sums = sums_of(waves, part)
    both = np.all(sums.n > 0, axis=1)
    pair = paired and bool(both.any())
    missing = tuple(
        Note(code="wave-without-visits", values={"wave": name}) if wave is None else None
        for name, wave in (("after", waves.after), ("before", waves.before))
    )
    judged = judged_alike(waves.present, _adjusted(waves, part, level), paired=pair)
    change = change_of(sums, paired=pair, level=level, missing=(missing[0], missing[1]), judged=judged)
    known = np.all(sums.n.sum(axis=0) > 0)
    clustered = difference_of(sums, paired=False, level=level) if known else no_difference(change.difference.notes[0])
    visited = int(both.sum()) if pair else int((sums.n > 0).any(axis=1).sum())
    return PartChange(
        kind=part.kind,
        id=part.id,
        label=part.label,
        change=change,
        clustered=judged.of_difference(clustered),
        adjusted=judged.adjusted,
        units=visited,
    )


def _rows(waves: VisitWaves, part: Part) -> tuple[Floats, Labels, Labels | None, Floats]:
    """Return all judgements of both waves: scores, units, visitors (None: no column), and whether after."""
    scores = [judged_scores(wave, part) for wave in waves.present]
    units = np.concatenate([wave.units for wave in waves.present])
    visitors = [wave.visitors for wave in waves.present if wave.visitors is not None]
    after = [np.full(wave.judgements, 1.0 if wave is waves.after else 0.0) for wave in waves.present]
    known = np.concatenate(visitors) if len(visitors) == len(waves.present) else None
    return np.concatenate(scores), units, known, np.concatenate(after)


def sums_of(waves: VisitWaves, part: Part) -> UnitSums:
    """Return units by (after, before)."""
    names = sorted({str(unit) for wave in waves.present for unit in wave.units if unit is not None})
    pairs = [
        (np.zeros(0), np.zeros(0, dtype=object))
        if wave is None
        else (visit_scores(wave, part), wave.of_visits(wave.units))
        for wave in (waves.after, waves.before)
    ]
    return unit_sums([scores for scores, _ in pairs], [units for _, units in pairs], names)


def is_paired(sums: UnitSums) -> bool:
    """Whether at least half of all units were visited in both waves, so that they are compared with themselves."""
    visited = (sums.n > 0).any(axis=1).sum()
    both = np.all(sums.n > 0, axis=1).sum()
    return bool(both and both >= SAME_UNITS * visited)


def _wave(visits: CodedVisits | None, name: str, everything: Part) -> VisitWave:
    if visits is None:
        return VisitWave(wave=name, visits=0, judgements=0, failed=0, units=0, visitors=None, icc=None)
    scores = visit_scores(visits, everything)
    judges = None if visits.visitors is None else len(set(visits.visitors) - {None})
    return VisitWave(
        wave=visits.wave,
        visits=visits.n,
        judgements=visits.judgements,
        failed=int(failing(visits).sum()),
        units=len(set(visits.units) - {None}),
        visitors=judges,
        icc=icc_of_units(scores, visits.of_visits(visits.units)),
    )


def _adjusted(waves: VisitWaves, everything: Part, level: float) -> Estimate | None:
    scores, units, visitors, after = _rows(waves, everything)
    if visitors is None or len(waves.present) < 2:
        return None
    return adjusted_difference(scores, units, visitors, after, level=level)


def _agreement(waves: VisitWaves, level: float) -> VisitAgreement | None:
    if all(wave.occasions is None for wave in waves.present):
        return None
    return visit_agreement(waves.present, level=level)


def _notes(waves: VisitWaves, sums: UnitSums, everything: Part, paired: bool) -> Iterator[Note]:
    both = int(np.all(sums.n > 0, axis=1).sum())
    visited = int((sums.n > 0).any(axis=1).sum())
    if len(waves.present) == 2:
        code = "units-compared" if paired else "units-differ"
        yield Note(code=code, values={"units": both, "of": visited, "left": visited - both})
    for wave in waves.present:
        name = {"wave": wave.wave}
        if failed := int(failing(wave).sum()):
            yield Note(code="critical-failed", values={**name, "n": failed, "of": wave.judgements})
        if unanswered := int(wave.empty.sum()):
            yield Note(code="checklist-cells-empty", values={**name, "n": unanswered})
        if nothing_applied := int(np.isnan(judged_scores(wave, everything)).sum()):
            yield Note(code="nothing-applied", values={**name, "n": nothing_applied})
        if wave.visitors is not None and len(set(wave.visitors) - {None}) == 1:
            yield Note(code="one-visitor", values=name)
        unknown = 0 if wave.visitors is None else sum(one is None for one in wave.visitors)
        if unknown:
            yield Note(code="visitor-unknown", values={**name, "n": unknown})


def _groups(waves: VisitWaves, about: About) -> Iterator[GroupChange[VisitChange]]:
    for by in dict.fromkeys(by for wave in waves.present for by in wave.groups):
        names = sorted({str(group) for wave in waves.present for group in wave.groups[by] if group is not None})
        inside = {name: VisitWaves(before=_of_group(waves.before, by, name), after=_of_group(waves.after, by, name))
                  for name in names}  # fmt: skip
        for name, own in shown_groups(inside, VisitWaves.sizes, about.hide.means).items():
            yield GroupChange(by=by, group=name, change=None if own is None else _whole(own, about.level))


def _of_group(visits: CodedVisits | None, by: str, name: str) -> CodedVisits | None:
    own = None if visits is None else visits.groups[by] == name
    return None if visits is None or own is None or not own.any() else visits.taken(own)


def _group_notes(waves: VisitWaves) -> Iterator[Note]:
    for by in dict.fromkeys(by for wave in waves.present for by in wave.groups):
        unknown = sum(group is None for wave in waves.present for group in wave.groups[by])
        if unknown:
            yield Note(code="visits-without-group", values={"by": by, "n": unknown})
