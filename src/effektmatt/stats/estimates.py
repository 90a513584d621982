"""Estimates from what kernels found: with a value and how sure it is, or without one and the reason."""

from __future__ import annotations

import math
from dataclasses import replace

from effektmatt.core import About, Curve, Estimate, Evidence, Interval, Note, Range, Role, Unit
from effektmatt.stats.choices import SHARE
from effektmatt.stats.question import Question
from effektmatt.stats.ratio_of_means import RatioInference
from effektmatt.stats.results import Inference, ShareInference
from effektmatt.stats.sensitivity import with_edges
from effektmatt.stats.share import possible_range

#: What is said where nothing varied, so that nothing is known of the error.
NOTHING_VARIED = Note(code="nothing-varied")


def no_estimate(
    measure: str,
    unit: Unit,
    reason: Note,
    *,
    n: int = 0,
    population: int | None = None,
    role: Role = Role.LEVEL,
    method: str = "none",
) -> Estimate:
    """Return an estimate without a value, and why there is none."""
    return Estimate(
        measure=measure,
        value=None,
        unit=unit,
        n=n,
        population=population,
        evidence=Evidence.PROCESS if population is None else Evidence.FINITE,
        method=method,
        role=role,
        notes=(reason,),
    )


def process_estimate(
    measure: str,
    unit: Unit,
    value: float | None,
    n: int,
    *,
    interval: Interval | None = None,
    method: str | None = None,
    curve: Curve | None = None,
    std_error: float | None = None,
    role: Role = Role.LEVEL,
    assumptions: tuple[Note, ...] = (),
    notes: tuple[Note, ...] = (),
) -> Estimate:
    """Return an estimate of a process from its value, and from its interval where it has one.

    `method` is the interval's unless another is given.
    """
    named = "none" if interval is None else interval.method
    return Estimate(
        measure=measure,
        value=value,
        unit=unit,
        n=n,
        evidence=Evidence.PROCESS,
        method=named if method is None else method,
        role=role,
        interval=interval,
        curve=curve,
        std_error=std_error,
        assumptions=assumptions,
        notes=notes,
    )


def inferred_estimate(
    measure: str,
    unit: Unit,
    found: Inference | ShareInference | RatioInference,
    n: int,
    *,
    role: Role = Role.LEVEL,
    assumptions: tuple[Note, ...] = (),
    notes: tuple[Note, ...] = (),
    alike: Note = NOTHING_VARIED,
    with_curve: bool = True,
    with_test: bool = True,
    within: tuple[float, float] = (-math.inf, math.inf),
    cautious: Interval | None = None,
) -> Estimate:
    """Return an estimate of a process from what a kernel found.

    Parameters
    ----------
    notes, alike
        What is to be said; where nothing varied there is no interval, and `alike` is said instead.
    with_curve, with_test
        Whether a target may be held against it, and whether the test of no difference belongs to it.
    within
        The values that are possible: the interval goes no further.
    cautious
        The interval that a verdict needs besides.
    """
    estimate = process_estimate(
        measure,
        unit,
        found.value,
        n,
        method=found.interval.method,
        curve=found.curve if with_curve else None,
        role=role,
        assumptions=assumptions,
        notes=notes if found.varied else (alike,),
    )
    if isinstance(found, Inference) and with_test:
        estimate = replace(estimate, statistic=found.statistic, p_value=found.p_value)
    if not found.varied:
        return estimate
    low, high = max(within[0], found.interval.low), min(within[1], found.interval.high)
    # that of a ratio is its logarithm's
    std_error = None if isinstance(found, RatioInference) else found.std_error
    interval = replace(found.interval, low=low, high=high)
    return replace(estimate, interval=interval, cautious=cautious, std_error=std_error)


def compared_shares_estimate(
    measure: str,
    unit: Unit,
    value: float,
    n: int,
    question: Question[Interval],
    layout: str,
    cells: tuple[int, ...],
    *,
    fewest: int,
    level: float,
    role: Role = Role.DIFFERENCE,
    assumptions: tuple[Note, ...] = (),
    notes: tuple[Note, ...] = (),
) -> Estimate:
    """Return how two shares differ, from how many are hits: with its interval and the one that a verdict needs too.

    Parameters
    ----------
    question, layout, cells
        The line of the table of methods, and the counts that it takes.
    fewest
        The smallest size that the interval rests on.

    >>> from effektmatt.stats.choices import SHARE_DIFFERENCE
    >>> found = compared_shares_estimate("share-difference", Unit.POINTS, 1.0, 4, SHARE_DIFFERENCE, "independent",
    ...                                  (2, 2, 0, 2), fewest=2, level=0.95)
    >>> round(found.interval.low, 2), found.cautious.low < 0
    (-0.2, True)
    """
    interval = question.kernel(layout)(*cells, level)
    estimate = process_estimate(
        measure,
        unit,
        value,
        n,
        interval=interval,
        curve=question.curve(layout)(*cells),
        role=role,
        assumptions=assumptions,
        notes=(*notes, *question.approximate(layout, fewest, *cells)),
    )
    return replace(estimate, cautious=question.cautious(layout, *cells, level=level))


def counted_estimate(
    measure: str,
    unit: Unit,
    value: float | None,
    n: int,
    *,
    population: int | None = None,
    hits: int | None = None,
    possible: Range | None = None,
    method: str = "census",
    role: Role = Role.LEVEL,
    notes: tuple[Note, ...] = (),
) -> Estimate:
    """Return a number that is counted and not inferred; without a value `notes` say why there is none."""
    return Estimate(
        measure=measure,
        value=value,
        unit=unit,
        n=n,
        population=population,
        hits=hits,
        evidence=Evidence.CENSUS,
        method=method,
        role=role,
        possible=possible,
        curve=None if value is None else SHARE.curve(Evidence.CENSUS)(value),
        notes=notes,
    )


def partly_known_estimate(
    measure: str,
    unit: Unit,
    value: float | None,
    n: int,
    *,
    possible: Range,
    unsettled: int,
    population: int | None = None,
    hits: int | None = None,
    role: Role = Role.LEVEL,
) -> Estimate:
    """Return a number that would be counted, if everything that it depends on were known: no interval, but a range.

    `unsettled` is for how many something is not known; nothing is assumed of them. Without a `value` nothing is known
    of anybody.
    """
    told: dict[str, str | int | float] = {"n": unsettled, "low": possible.low, "high": possible.high, "unit": str(unit)}
    return Estimate(
        measure=measure,
        value=value,
        unit=unit,
        n=n,
        population=population,
        hits=hits,
        evidence=Evidence.FINITE,
        method="none",
        role=role,
        possible=possible,
        notes=(Note(code="nothing-known") if value is None else Note(code="partly-known", values=told),),
    )


def share_estimate(measure: str, hits: int, n: int, about: About, *, notes: tuple[Note, ...] = ()) -> Estimate:
    """Return a share with the interval that its evidence allows.

    A known population is a finite one: hypergeometric interval, possible range, and a census when all answered.
    Otherwise a process. A population smaller than `n` cannot be right: a note says so, and the share is taken as one
    of a process. The methods are those of `effektmatt.stats.choices`.

    >>> share_estimate("share", 27, 36, About(population=50)).possible
    Range(low=0.54, high=0.82)
    """
    population = about.population
    if n == 0:
        return no_estimate(measure, Unit.SHARE, Note(code="no-answers"), population=population)
    counted = counted_estimate(measure, Unit.SHARE, hits / n, n, population=population, hits=hits, notes=notes)
    if population == n:
        return counted
    if population is not None and population > n:
        interval = SHARE.kernel(Evidence.FINITE)(hits, n, population, about.level)
        finite = replace(
            counted,
            evidence=Evidence.FINITE,
            method=interval.method,
            interval=interval,
            possible=possible_range(hits, n, population),
            curve=SHARE.curve(Evidence.FINITE)(hits, n, population),
            assumptions=SHARE.assumed(Evidence.FINITE, about, n),
        )
        return with_edges(finite, about, n)
    smaller = Note(code="population-smaller-than-answers", values={"population": population or 0, "n": n})
    interval = SHARE.kernel(Evidence.PROCESS)(hits, n, about.level)
    process = replace(
        counted,
        population=None,
        evidence=Evidence.PROCESS,
        method=interval.method,
        interval=interval,
        possible=about.unsorted.possible(hits, n) if about.unsorted else None,
        curve=SHARE.curve(Evidence.PROCESS)(hits, n),
        assumptions=SHARE.assumed(Evidence.PROCESS, about, n),
        notes=notes if population is None else (smaller, *notes),
    )
    return with_edges(process, about, n)


def as_census(estimate: Estimate) -> Estimate:
    """Return an estimate of everybody: the same value, counted and not inferred."""
    if estimate.value is None:
        return estimate
    return counted_estimate(
        estimate.measure,
        estimate.unit,
        estimate.value,
        estimate.n,
        population=estimate.n,
        hits=estimate.hits,
        possible=estimate.possible,
        role=estimate.role,
    )
