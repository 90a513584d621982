"""Shares, means and their changes where people weigh differently or took part in groups."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from effektmatt.core import About, Change, Estimate, Evidence, Note, Range, Role, Unit
from effektmatt.stats.choices import DIFFERENCE_OF_SAMPLES, MEAN_OF_SAMPLE, RATIO_OF_SAMPLES, SHARE_OF_SAMPLE
from effektmatt.stats.designs import Design
from effektmatt.stats.estimates import inferred_estimate, no_estimate, share_estimate
from effektmatt.stats.sensitivity import with_edges
from effektmatt.stats.share import possible_range
from effektmatt.surveys.samples import Sample, Samples, layout_of, units_of

#: Fewer groups than this say nothing of how groups differ.
_FEWEST_UNITS = 2
#: What is smaller is rounding.
_ROUNDING = 1e-9
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
    few = _too_few(design)
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
        notes=(*SHARE_OF_SAMPLE.approximate(layout, units_of(design)), *_contradicted(found.value, possible)),
        within=(0.0, 1.0),
    )
    estimate = with_edges(replace(estimate, hits=hits, possible=possible), about, n)
    return replace(estimate, population=about.population, evidence=Evidence.FINITE) if whole else estimate


def _contradicted(value: float, possible: Range | None) -> tuple[Note, ...]:
    """Say of a weighted share that it is not possible, by how many are known to have answered what."""
    if possible is None or possible.low - _ROUNDING <= value <= possible.high + _ROUNDING:
        return ()
    told: dict[str, str | int | float] = {"low": possible.low, "high": possible.high, "unit": str(Unit.SHARE)}
    return (Note(code="weights-contradict-known", values=told),)


def sampled_mean(measure: str, unit: Unit, sample: Sample, about: About, role: Role = Role.LEVEL) -> Estimate:
    """Return the mean of a sample."""
    values, design = sample
    few = _too_few(design)
    if few is not None:
        return no_estimate(measure, unit, few, n=values.size, role=role)
    layout, plain = layout_of(design), replace(design, population=None)
    estimate = inferred_estimate(
        measure,
        unit,
        MEAN_OF_SAMPLE.kernel(layout)(values, plain, about.level),
        values.size,
        role=role,
        assumptions=MEAN_OF_SAMPLE.assumed(layout, about, values.size),
        notes=MEAN_OF_SAMPLE.approximate(layout, units_of(design), values, plain),
        with_test=False,
    )
    return with_edges(estimate, about, values.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What is compared, and what its difference is called and counted in."""

    level: str
    unit: Unit
    difference: str
    points: Unit
    within: tuple[float, float]


_SHARES = _Named(level="share", unit=Unit.SHARE, difference="share-difference", points=Unit.POINTS, within=(-1.0, 1.0))
_MEANS = _Named(
    level="mean-score",
    unit=Unit.SCORE,
    difference="mean-difference",
    points=Unit.SCORE,
    within=(-np.inf, np.inf),
)


def sampled_share_change(samples: Samples, about: About) -> Change:
    """Return the share of hits (ones) before and after, the difference and the relative change."""
    levels = (sampled_share("share", one, about) for one in (samples.before, samples.after))
    return _change(samples, about, _SHARES, *levels)


def sampled_mean_change(samples: Samples, about: About) -> Change:
    """Return the mean before and after, the difference, and the relative change."""
    levels = (sampled_mean("mean-score", Unit.SCORE, one, about) for one in (samples.before, samples.after))
    standardised = no_estimate("hedges-g", Unit.SCORE, _NOT_OF_SAMPLES, n=samples.n, role=Role.STANDARDISED)
    change = _change(samples, about, _MEANS, *levels)
    return replace(change, effects=(standardised, *change.effects))


def sampled_ordinal(samples: Samples) -> Estimate:
    """Return that the probability of a higher answer has no method here."""
    return no_estimate("probability-higher", Unit.PROBABILITY, _NOT_OF_SAMPLES, n=samples.n)


def _change(samples: Samples, about: About, named: _Named, before: Estimate, after: Estimate) -> Change:
    few = next((few for _, design in (samples.before, samples.after) if (few := _too_few(design))), None)
    if few is not None:
        difference = no_estimate(named.difference, named.points, few, n=samples.n, role=Role.DIFFERENCE)
        relative = no_estimate("relative-change", Unit.RELATIVE, few, n=samples.n, role=Role.RELATIVE)
    else:
        difference, relative = _difference(samples, about, named), _relative(samples, about)
    return Change(before=before, after=after, difference=difference, linkage=samples.linkage, effects=(relative,))


def _difference(samples: Samples, about: About, named: _Named) -> Estimate:
    layout, compared = samples.layout, samples.compared
    estimate = inferred_estimate(
        named.difference,
        named.points,
        DIFFERENCE_OF_SAMPLES.kernel(layout)(*compared, about.level),
        samples.n,
        role=Role.DIFFERENCE,
        assumptions=DIFFERENCE_OF_SAMPLES.assumed(layout, about, samples.fewest),
        notes=DIFFERENCE_OF_SAMPLES.approximate(layout, samples.units, *compared),
        within=named.within,
    )
    return with_edges(estimate, about, samples.fewest, samples.linkage)


def _relative(samples: Samples, about: About) -> Estimate:
    layout, compared = samples.layout, samples.compared
    if min(float(values @ design.weights) for values, design in compared) <= 0:
        reason = Note(code="relative-from-zero")
        return no_estimate("relative-change", Unit.RELATIVE, reason, n=samples.n, role=Role.RELATIVE)
    estimate = inferred_estimate(
        "relative-change",
        Unit.RELATIVE,
        RATIO_OF_SAMPLES.kernel(layout)(*compared, about.level),
        samples.n,
        role=Role.RELATIVE,
        assumptions=RATIO_OF_SAMPLES.assumed(layout, about, samples.fewest),
        notes=RATIO_OF_SAMPLES.approximate(layout, samples.units),
    )
    return with_edges(estimate, about, samples.fewest, samples.linkage)


def _too_few_in_a_stratum(design: Design) -> Note | None:
    if design.strata is None:
        return None
    strata, place = np.unique(np.asarray(design.strata), return_inverse=True)
    clusters = np.arange(design.n) if design.clusters is None else np.asarray(design.clusters)
    fewest = min(np.unique(clusters[place == one]).size for one in range(strata.size))
    return None if fewest >= _FEWEST_UNITS else Note(code="too-few-in-stratum", values={"needed": _FEWEST_UNITS})


def _too_few(design: Design) -> Note | None:
    """Return why nothing is known of how groups, or people, differ."""
    if design.units >= _FEWEST_UNITS:
        return _too_few_in_a_stratum(design)
    if design.clustered and design.n:
        return Note(code="too-few-groups", values={"n": design.units, "needed": _FEWEST_UNITS})
    return Note(code="too-few-answers", values={"n": design.n, "needed": _FEWEST_UNITS})
