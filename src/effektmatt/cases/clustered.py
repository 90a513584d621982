"""Times of cases that one handler (office, unit) has several of: means, shares in time and changes, over groups."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from effektmatt.cases.counted import Grouping
from effektmatt.cases.in_time import Followed
from effektmatt.cases.phases import PhasedCases
from effektmatt.cases.wave_curve import Settings
from effektmatt.core import Change, Estimate, Note, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.bounded_means import UNSEEN_CHANGE
from effektmatt.stats.choices import DIFFERENCE_OF_SAMPLES, MEAN_OF_SAMPLE, SHARE_OF_SAMPLE
from effektmatt.stats.designs import Design
from effektmatt.stats.grouped import days_within
from effektmatt.stats.question import Assumption, Layout
from effektmatt.stats.results import Inference, ShareInference
from effektmatt.stats.samples import units_of
from effektmatt.stats.unlike_groups import with_unlike_groups

Sample = tuple[Floats, Design]

#: What a declared group settles; where somebody's group is not known it is still assumed.
_INDEPENDENT = str(Assumption.CASES_INDEPENDENT)
_FEWEST_GROUPS = 2
#: What is said of an interval over cases, and not of one over groups.
_OF_CASES = ("interval-approximate", "cases-alike")


def over_groups(change: Change, cases: PhasedCases, column: str, settings: Settings) -> Change:
    """Return a change of means whose intervals allow for cases of one group being alike.

    Each case is taken as what it adds to its wave's mean (pseudo-values), so that the values stay as they are.
    """
    grouping = cases.groups[column]
    last = len(cases.waves) - 1
    before, after = (_sample(cases, wave, grouping, settings) for wave in (last - 1, last))
    known = bool((grouping.codes >= 0).all())
    return replace(
        change,
        before=_with(change.before, [before], known=known, level=settings.level),
        after=_with(change.after, [after], known=known, level=settings.level),
        difference=_with(change.difference, [after, before], known=known, level=settings.level),
    )


def in_time_over_groups(estimate: Estimate, waves: Sequence[Followed], level: float) -> Estimate:
    """Return a share closed in time, or a difference of two (after first), whose interval allows for groups."""
    groups = [wave.groups for wave in waves if wave.groups is not None]
    if len(groups) < len(waves) or estimate.value is None:
        return estimate
    known = all(bool((one >= 0).all()) for one in groups)
    return _with(estimate, [wave.sample for wave in waves], known=known, level=level)


def groups_note(cases: PhasedCases, column: str) -> tuple[Note, ...]:
    """Say over how many groups the uncertainty is reckoned, and for how many cases none is known."""
    codes = cases.groups[column].codes
    unknown = int(cases.rows[codes < 0].sum())
    counted = Note(
        code="groups-counted",
        values={"groups": np.unique(codes[codes >= 0]).size + unknown, "n": cases.used, "of": "cases"},
    )
    return (counted, *([Note(code="cluster-unknown", values={"column": column, "n": unknown})] if unknown else []))


def _sample(cases: PhasedCases, wave: int, grouping: Grouping, settings: Settings) -> Sample | None:
    """Return what each case of a wave adds to its mean, and its group; a case without one is its own."""
    taken = cases.wave == wave
    rows = cases.rows[taken]
    days, closed, codes = (np.repeat(one[taken], rows) for one in (cases.days, cases.is_closed, grouping.codes))
    names = np.where(codes >= 0, codes, -1 - (2 * np.arange(codes.size) + wave))
    try:
        values = days_within(days, closed, settings.tau)
    except ValueError:
        return None
    return values, Design(np.ones(values.size), clusters=names)


def _with(estimate: Estimate, samples: list[Sample | None], *, known: bool, level: float) -> Estimate:
    """Return an estimate with the error that it has over groups."""
    told = [sample for sample in samples if sample is not None]
    if estimate.value is None or len(told) < len(samples):
        return estimate
    groups = min(design.units for _, design in told)
    if groups < _FEWEST_GROUPS:
        few = Note(code="too-few-groups", values={"n": groups, "needed": _FEWEST_GROUPS})
        return replace(estimate, value=None, interval=None, curve=None, std_error=None, notes=(few,))
    is_share = estimate.unit is Unit.SHARE
    found, approximate = _found(told, level, is_share=is_share)
    kept = tuple(note for note in estimate.notes if note.code not in _OF_CASES)
    settled = known and not any(design.mostly_alone for _, design in told)
    assumed = tuple(note for note in estimate.assumptions if not settled or note.code != _INDEPENDENT)
    is_level = estimate.role is Role.LEVEL
    if not found.varied:
        same = Note(code="groups-same", values={"of": "level" if is_level else "change"})
        return replace(estimate, interval=None, method="none", curve=None, std_error=None, notes=(*kept, same))
    lowest = 0.0 if is_level else -1.0 if estimate.unit is Unit.POINTS else -math.inf  # no time is below 0
    highest = 1.0 if estimate.unit in (Unit.SHARE, Unit.POINTS) else math.inf
    low, high = max(lowest, found.interval.low), min(highest, found.interval.high)
    found_over = replace(
        estimate,
        interval=replace(found.interval, low=low, high=high),
        cautious=SHARE_OF_SAMPLE.cautious(Layout.CLUSTERS, *told[0], level=level) if is_share else None,
        method=found.interval.method,
        curve=found.curve,
        std_error=found.std_error,
        assumptions=assumed,
        notes=(*kept, *approximate),
    )
    times = (1.0,) if len(told) == 1 else (1.0, -1.0)
    return with_unlike_groups(found_over, told, times, _unseen(told, is_share=is_share))


def _unseen(samples: Sequence[Sample], *, is_share: bool) -> tuple[float, float]:
    """Return what a group that was not seen has: of times the least and the most that a case has, of changes a part."""
    together = np.concatenate([values for values, _ in samples])
    lowest, highest = (0.0, 1.0) if is_share else (float(together.min()), float(together.max()))
    if len(samples) == 1:
        return lowest, highest
    return -UNSEEN_CHANGE * (highest - lowest), UNSEEN_CHANGE * (highest - lowest)


def _found(
    samples: list[Sample], level: float, *, is_share: bool
) -> tuple[Inference | ShareInference, tuple[Note, ...]]:
    fewest = min((design for _, design in samples), key=units_of)
    groups = units_of(fewest), fewest.units
    if is_share:
        share = SHARE_OF_SAMPLE.kernel(Layout.CLUSTERS)(*samples[0], level)
        return share, SHARE_OF_SAMPLE.approximate_over(Layout.CLUSTERS, *groups)
    if len(samples) == 1:
        found = MEAN_OF_SAMPLE.kernel(Layout.CLUSTERS)(*samples[0], level)
        return found, MEAN_OF_SAMPLE.approximate_over(Layout.CLUSTERS, *groups, *samples[0])
    found = DIFFERENCE_OF_SAMPLES.kernel(Layout.CLUSTERS)(*samples, level)
    return found, DIFFERENCE_OF_SAMPLES.approximate_over(Layout.CLUSTERS, *groups, *samples)
