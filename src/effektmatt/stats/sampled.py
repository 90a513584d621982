"""Shares, means and their changes where people weigh differently or took part in groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from effektmatt.core import About, Change, Estimate, Evidence, Note, Range, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.bounded_means import UNSEEN_CHANGE
from effektmatt.stats.choices import (
    DIFFERENCE_OF_SAMPLES,
    EFFECT,
    EFFECT_BY_LOT,
    MEAN_OF_SAMPLE,
    RATIO_OF_SAMPLES,
    SHARE_OF_SAMPLE,
)
from effektmatt.stats.designs import Design
from effektmatt.stats.estimates import inferred_estimate, no_estimate, share_estimate
from effektmatt.stats.question import Assumption, Layout, Question
from effektmatt.stats.samples import Sample, Samples, layout_of, layout_of_all, units_of
from effektmatt.stats.sensitivity import with_edges
from effektmatt.stats.share import possible_range
from effektmatt.stats.unlike_groups import with_unlike_groups, with_unlike_ratio

#: Fewer groups than this say nothing of how groups differ.
_FEWEST_UNITS = 2
#: What is smaller is rounding.
_ROUNDING = 1e-9
#: The ends of a scale; of a share they are known.
Ends = tuple[float, float]
OF_A_SHARE: Ends = (0.0, 1.0)
_ANYWHERE: Ends = (-np.inf, np.inf)
#: What is said of statistics that have no method here.
_NOT_OF_SAMPLES = Note(code="not-of-groups-or-weights")


def sampled_share(measure: str, sample: Sample, about: About) -> Estimate:
    """Return the share of hits (ones) in a sample; where everybody was seen it is counted.

    Of a known population what stays possible whatever the missing would have answered is known, too: it stands beside,
    of people and not of weights. A share that weights put outside it contradicts what is known, and a note says so.
    """
    values, design = sample
    n, hits = values.size, int(values.sum())
    if n in {0, about.population}:
        return share_estimate(measure, hits, n, about)
    few = too_few(design)
    if few is not None:
        return no_estimate(measure, Unit.SHARE, few, n=n, population=about.population)
    layout = layout_of(design)
    whole = about.population is not None and about.population > n
    possible = possible_range(hits, n, about.population) if whole and about.population else None
    found = SHARE_OF_SAMPLE.kernel(layout)(values, design, about.level)
    estimate = inferred_estimate(
        measure,
        Unit.SHARE,
        found,
        n,
        assumptions=SHARE_OF_SAMPLE.assumed(layout, about, n),
        notes=(*_approximate(SHARE_OF_SAMPLE, layout, [design]), *_contradicted(found.value, possible)),
        within=OF_A_SHARE,
        cautious=SHARE_OF_SAMPLE.cautious(layout, values, design, level=about.level),
    )
    estimate = with_edges(replace(estimate, hits=hits, possible=possible), about, n)
    estimate = with_unlike_groups(estimate, [sample], (1.0,), OF_A_SHARE)
    return replace(estimate, population=about.population, evidence=Evidence.FINITE) if whole else estimate


def _contradicted(value: float, possible: Range | None) -> tuple[Note, ...]:
    """Say of a weighted share that it is not possible, by how many are known to have answered what."""
    if possible is None or possible.low - _ROUNDING <= value <= possible.high + _ROUNDING:
        return ()
    told: dict[str, str | int | float] = {"low": possible.low, "high": possible.high, "unit": str(Unit.SHARE)}
    return (Note(code="weights-contradict-known", values=told),)


def sampled_mean(
    measure: str, unit: Unit, sample: Sample, about: About, ends: Ends | None, role: Role = Role.LEVEL
) -> Estimate:
    """Return the mean of a sample; `ends`: the lowest and the highest value that can be had (None: nobody says)."""
    values, design = sample
    few = too_few(design)
    if few is not None:
        return no_estimate(measure, unit, few, n=values.size, role=role)
    layout, plain = layout_of(design), replace(design, population=None)
    within = ends or _seen(values)
    estimate = inferred_estimate(
        measure,
        unit,
        MEAN_OF_SAMPLE.kernel(layout)(values, plain, about.level),
        values.size,
        role=role,
        assumptions=MEAN_OF_SAMPLE.assumed(layout, about, values.size),
        notes=_approximate(MEAN_OF_SAMPLE, layout, [design], values, plain),
        within=ends or _ANYWHERE,
        cautious=MEAN_OF_SAMPLE.cautious(layout, values, plain, *_ends_for(layout, within), level=about.level),
        with_test=False,
    )
    return with_unlike_groups(with_edges(estimate, about, values.size), [sample], (1.0,), within)


def sampled_share_change(samples: Samples, about: About) -> Change:
    """Return the share of hits (ones) before and after, the difference and the relative change."""
    levels = (sampled_share("share", one, about) for one in (samples.before, samples.after))
    return _change(samples, about, ("share-difference", Unit.POINTS), OF_A_SHARE, *levels)


def sampled_mean_change(samples: Samples, about: About, ends: Ends | None) -> Change:
    """Return the mean before and after, the difference, and the relative change; `ends` as in `sampled_mean`."""
    levels = (sampled_mean("mean-score", Unit.SCORE, one, about, ends) for one in (samples.before, samples.after))
    standardised = no_estimate("hedges-g", Unit.SCORE, _NOT_OF_SAMPLES, n=samples.n, role=Role.STANDARDISED)
    change = _change(samples, about, ("mean-difference", Unit.SCORE), ends, *levels)
    return replace(change, effects=(standardised, *change.effects))


def sampled_ordinal(samples: Samples) -> Estimate:
    """Return that the probability of a higher answer has no method here."""
    return no_estimate("probability-higher", Unit.PROBABILITY, _NOT_OF_SAMPLES, n=samples.n)


def _change(
    samples: Samples, about: About, named: tuple[str, Unit], ends: Ends | None, before: Estimate, after: Estimate
) -> Change:
    """Return what changed; `named`: what the difference is called, and its unit."""
    difference = sampled_difference(*named, samples, about.level, ends, missing=about.assumed(samples.fewest))
    return Change(
        before=before,
        after=after,
        difference=with_edges(difference, about, samples.fewest, samples.linkage),
        linkage=samples.linkage,
        effects=(_relative(samples, about, ends),),
    )


def sampled_difference(
    measure: str,
    unit: Unit,
    samples: Samples,
    level: float,
    ends: Ends | None,
    *,
    role: Role = Role.DIFFERENCE,
    missing: tuple[Note, ...] = (),
) -> Estimate:
    """Return the mean (or share) after less that before; of two groups, of the first less the second.

    `ends`: as in `sampled_mean`, of a share (0, 1); `missing`: what must hold of those who are not seen.
    """
    few = too_few(samples.before[1]) or too_few(samples.after[1])
    if few is not None:
        return no_estimate(measure, unit, few, n=samples.n, role=role)
    layout, compared = samples.layout, samples.compared
    within = ends or _seen(*(values for values, _ in compared))
    wide = within[1] - within[0]
    estimate = inferred_estimate(
        measure,
        unit,
        DIFFERENCE_OF_SAMPLES.kernel(layout)(*compared, level),
        samples.n,
        role=role,
        assumptions=(*missing, *DIFFERENCE_OF_SAMPLES.assumed(layout)),
        notes=_approximate(DIFFERENCE_OF_SAMPLES, layout, samples.designs, *compared),
        within=_ANYWHERE if ends is None else (-wide, wide),
        cautious=DIFFERENCE_OF_SAMPLES.cautious(layout, *compared, *_ends_for(layout, within), level=level),
    )
    unseen = UNSEEN_CHANGE * wide
    return with_unlike_groups(estimate, compared, (1.0, -1.0), (-unseen, unseen))


def sampled_effect(
    measure: str,
    unit: Unit,
    samples: tuple[Samples, Samples],
    level: float,
    ends: Ends | None,
    *,
    by_lot: bool = False,
    with_start: bool = False,
) -> Estimate:
    """Return how much more changed in the project (first) than in the comparison group.

    Parameters
    ----------
    ends
        As in `sampled_mean`, of a share (0, 1).
    by_lot
        Whether lots decided who took part, so that both would have changed alike.
    with_start
        Whether linked people in groups are then compared with others from the same start.
    """
    n = sum(one.n for one in samples)
    designs = [design for one in samples for design in one.designs]
    few = next((few for design in designs if (few := too_few(design))), None)
    if few is not None:
        return no_estimate(measure, unit, few, n=n, role=Role.EFFECT)
    layout = layout_of_all(samples)
    question = EFFECT
    given: list[Any] = [one.changes for one in samples]
    if with_start:
        question, given = EFFECT_BY_LOT, [one.both_times for one in samples]
    assumed = question.assumed(layout)
    wide = 2 * (ends[1] - ends[0]) if ends else np.inf  # what each of two changes may be
    return inferred_estimate(
        measure,
        unit,
        question.kernel(layout)(*given, level),
        n,
        role=Role.EFFECT,
        assumptions=tuple(one for one in assumed if not by_lot or one.code != Assumption.PARALLEL),
        notes=_approximate(question, layout, designs, *given),
        within=(-wide, wide),
    )


def _approximate(question: Question[Any], layout: Layout, designs: Sequence[Design], *counts: Any) -> tuple[Note, ...]:
    """Return what is said where people, or groups as large as each other, are few in the wave that has fewest."""
    fewest = min(designs, key=units_of)
    groups = fewest.units if fewest.clustered else 0
    return question.approximate_over(layout, units_of(fewest), groups, *counts)


def _seen(*values: Floats) -> Ends:
    """Return the ends that are reckoned with where nobody says what can be had."""
    together = np.concatenate(values)
    return float(together.min()), float(together.max())


def _ends_for(layout: Layout, ends: Ends) -> tuple[float, ...]:
    """Return what the cautious interval of a mean takes besides: over people the ends, over groups nothing."""
    return ends if layout is Layout.WEIGHTED else ()


def _relative(samples: Samples, about: About, ends: Ends | None) -> Estimate:
    few = too_few(samples.before[1]) or too_few(samples.after[1])
    if few is not None:
        return no_estimate("relative-change", Unit.RELATIVE, few, n=samples.n, role=Role.RELATIVE)
    layout, compared = samples.layout, samples.compared
    if min(float(values @ design.weights) for values, design in compared) <= 0:
        reason = Note(code="relative-not-above-zero")
        return no_estimate("relative-change", Unit.RELATIVE, reason, n=samples.n, role=Role.RELATIVE)
    estimate = inferred_estimate(
        "relative-change",
        Unit.RELATIVE,
        RATIO_OF_SAMPLES.kernel(layout)(*compared, about.level),
        samples.n,
        role=Role.RELATIVE,
        assumptions=RATIO_OF_SAMPLES.assumed(layout, about, samples.fewest),
        notes=_approximate(RATIO_OF_SAMPLES, layout, samples.designs),
    )
    within = ends or _seen(*(values for values, _ in compared))
    estimate = with_unlike_ratio(estimate, compared, UNSEEN_CHANGE * (within[1] - within[0]))
    return with_edges(estimate, about, samples.fewest, samples.linkage)


def _too_few_in_a_stratum(design: Design) -> Note | None:
    if design.strata is None:
        return None
    strata, place = np.unique(np.asarray(design.strata), return_inverse=True)
    clusters = np.arange(design.n) if design.clusters is None else np.asarray(design.clusters)
    fewest = min(np.unique(clusters[place == one]).size for one in range(strata.size))
    return None if fewest >= _FEWEST_UNITS else Note(code="too-few-in-stratum", values={"needed": _FEWEST_UNITS})


def too_few(design: Design) -> Note | None:
    """Return why nothing is known of how groups, or people, differ."""
    if design.units >= _FEWEST_UNITS:
        return _too_few_in_a_stratum(design)
    if design.clustered and design.n:
        return Note(code="too-few-groups", values={"n": design.units, "needed": _FEWEST_UNITS})
    return Note(code="too-few-answers", values={"n": design.n, "needed": _FEWEST_UNITS})
