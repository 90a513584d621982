"""Estimates that the survey room makes from counts: what they rest on, and what has to be assumed."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.core import AnswerCounts, Estimate, Evidence, Note, Unit
from effektmatt.stats.choices import MEAN, SHARE
from effektmatt.stats.ratio_of_means import RatioInference
from effektmatt.stats.results import Inference
from effektmatt.stats.share import possible_range
from effektmatt.stats.share_curves import known

#: Assumed when some of a known population did not answer.
MISSING_RESEMBLE = "missing-resemble-answered"
#: Assumed when those who answered chose to, out of nobody knows how many.
SELF_SELECTED = "self-selected-resemble-all"


def nothing(
    measure: str, unit: Unit, reason: Note, *, n: int = 0, population: int | None = None, method: str = "none"
) -> Estimate:
    """Return an estimate without a value, and why there is none."""
    evidence = Evidence.PROCESS if population is None else Evidence.FINITE
    return Estimate(
        measure=measure,
        value=None,
        unit=unit,
        n=n,
        population=population,
        evidence=evidence,
        method=method,
        notes=(reason,),
    )


def assumed(n: int, population: int | None, *, self_selected: bool) -> tuple[Note, ...]:
    """Return what must hold for answers of `n` to speak for all."""
    if population is not None and population >= n:
        missing = population - n
        return (Note(code=MISSING_RESEMBLE, values={"missing": missing}),) if missing else ()
    return (Note(code=SELF_SELECTED),) if self_selected else ()


def share_estimate(
    measure: str,
    hits: int,
    n: int,
    *,
    population: int | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    notes: tuple[Note, ...] = (),
) -> Estimate:
    """Return a share with the interval that its evidence allows.

    A known population is a finite one: hypergeometric interval, possible range, and a census when all answered.
    Otherwise a process. A population smaller than `n` cannot be right: a note says so, and the share is taken as one
    of a process. The methods are those of `effektmatt.stats.choices`.
    """
    if n == 0:
        return nothing(measure, Unit.SHARE, Note(code="no-answers"), population=population)
    base = Estimate(
        measure=measure,
        value=hits / n,
        unit=Unit.SHARE,
        n=n,
        hits=hits,
        population=population,
        evidence=Evidence.CENSUS,
        method="census",
        curve=SHARE.curve(Evidence.CENSUS)(hits / n),
        notes=notes,
    )
    if population == n:
        return base
    assumptions = assumed(n, population, self_selected=self_selected)
    if population is not None and population > n:
        interval = SHARE.kernel(Evidence.FINITE)(hits, n, population, level)
        return replace(
            base,
            evidence=Evidence.FINITE,
            method=interval.method,
            interval=interval,
            possible=possible_range(hits, n, population),
            curve=SHARE.curve(Evidence.FINITE)(hits, n, population),
            assumptions=assumptions,
        )
    smaller = Note(code="population-smaller-than-answers", values={"population": population or 0, "n": n})
    interval = SHARE.kernel(Evidence.PROCESS)(hits, n, level)
    return replace(
        base,
        population=None,
        evidence=Evidence.PROCESS,
        method=interval.method,
        interval=interval,
        curve=SHARE.curve(Evidence.PROCESS)(hits, n),
        assumptions=assumptions,
        notes=notes if population is None else (smaller, *notes),
    )


def inferred(
    measure: str,
    unit: Unit,
    found: Inference | RatioInference,
    n: int,
    *,
    assumptions: tuple[Note, ...] = (),
    notes: tuple[Note, ...] = (),
    curve: bool = True,
) -> Estimate:
    """Return an estimate of a process from what a kernel found.

    Where nothing varied nothing is known of how sure one can be: then there is no interval, and a note.
    """
    return Estimate(
        measure=measure,
        value=found.value,
        unit=unit,
        n=n,
        evidence=Evidence.PROCESS,
        method=found.interval.method,
        interval=found.interval if found.varied else None,
        curve=found.curve if curve else None,
        std_error=found.std_error if found.varied else None,
        statistic=found.statistic if isinstance(found, Inference) else None,
        p_value=found.p_value if isinstance(found, Inference) else None,
        assumptions=assumptions,
        notes=notes if found.varied else (Note(code="nothing-varied"),),
    )


def as_census(estimate: Estimate) -> Estimate:
    """Return an estimate of everybody: the same value, counted and not inferred."""
    if estimate.value is None:
        return estimate
    return replace(
        estimate,
        evidence=Evidence.CENSUS,
        method="census",
        population=estimate.n,
        interval=None,
        curve=known(estimate.value),
        std_error=None,
        statistic=None,
        p_value=None,
        assumptions=(),
        notes=(),
    )


def mean_estimate(
    answers: AnswerCounts, *, level: float, assumptions: tuple[Note, ...] = (), measure: str = "mean-score"
) -> Estimate:
    """Return the mean of scores; with a single one there is a value but no interval."""
    n = answers.n
    if n == 0:
        return nothing(measure, Unit.SCORE, Note(code="no-answers"))
    if n == 1:
        only = float(answers.levels @ answers.counts)
        return Estimate(
            measure=measure,
            value=only,
            unit=Unit.SCORE,
            n=1,
            evidence=Evidence.PROCESS,
            method="t",
            assumptions=assumptions,
            notes=(Note(code="too-few-answers", values={"n": 1, "needed": 2}),),
        )
    found = MEAN.kernel(Evidence.PROCESS)(answers, level)
    notes = MEAN.approximate(Evidence.PROCESS, n, answers)
    return inferred(measure, Unit.SCORE, found, n, assumptions=assumptions, notes=notes)
