"""Whether the items of a scale measure one thing, and how large a rise must be to be more than measurement error."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from effektmatt.core import Estimate, Interval, Note, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import CONSISTENCY
from effektmatt.stats.estimates import NOTHING_VARIED, no_estimate, process_estimate
from effektmatt.stats.mean import moments
from effektmatt.stats.question import Layout
from effektmatt.stats.reliability import (
    feldt_interval,
    improved_by_noise,
    item_covariance,
    item_rest_correlations,
    reliable_change_of_mean,
    reversed_items,
)
from effektmatt.surveys.answers import CodedAnswers

_MEASURE = "cronbach-alpha"

_FEWEST = 2

#: An item is said to run backwards only when the others correlate with it this much the wrong way: less is chance.
_CLEARLY = 0.2

#: An alpha below the first is called unacceptable, from the second on acceptable (George & Mallery 2003, SPSS for
#: Windows step by step, page 231).
_INCOHERENT, _ACCEPTABLE = 0.5, 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """How well one wave's items hang together: Cronbach's alpha, and notes on items that run backwards."""

    alpha: Estimate
    notes: tuple[Note, ...] = ()


def consistency(answers: CodedAnswers, *, level: float = 0.95, fewest: int = 0) -> Consistency | None:
    """Return Cronbach's alpha of those who answered every item, with Feldt's interval; None for a single item.

    It has no value where fewer than `fewest` did: that would tell of them.

    What has two answers may be a list of what people have or do, and need not hang together: there no note says so.
    Of other scales a note names each item that the rest correlates with at -0.2 or below, after declared items were
    turned: it was probably put the other way round, and should stand among `reversed` (or should not). Where alpha is
    below 0.5 and its interval below 0.7, a note says that the items do not hang together.
    """
    items = answers.scale.items
    if len(items) < 2:
        return None
    complete = answers.numbers[answers.answered_items == len(items)]
    n = len(complete)
    needed = max(len(items) + 1, fewest)
    if n < needed:
        reason = Note(code="too-few-complete", values={"n": n, "needed": needed})
        return Consistency(alpha=no_estimate(_MEASURE, Unit.SCORE, reason, n=n))
    covariance = item_covariance(complete)
    if covariance.sum() <= 0:
        return Consistency(alpha=no_estimate(_MEASURE, Unit.SCORE, NOTHING_VARIED, n=n))
    alpha = CONSISTENCY.kernel(Layout.ITEMS)(covariance)
    interval = feldt_interval(alpha, n, len(items), level)
    estimate = process_estimate(_MEASURE, Unit.SCORE, alpha, n, interval=interval, method=_MEASURE)
    if answers.scale.is_two_answers:
        return Consistency(alpha=estimate)
    backwards = _backwards(answers, covariance)
    return Consistency(alpha=estimate, notes=backwards or _incoherent(answers, alpha, interval))


def notes_of(waves: Iterable[Consistency | None]) -> tuple[Note, ...]:
    """Return what there is to say of the questions of a scale, once for all waves that it holds for.

    It is said of the wave where it is clearest, with how many others it holds for (`others`).
    """
    alike: dict[tuple[str, ...], list[Note]] = {}
    for note in (note for one in waves if one is not None for note in one.notes):
        about = (note.code, *(str(note.values[name]) for name in ("item", "first", "second") if name in note.values))
        alike.setdefault(about, []).append(note)
    clearest = ((min(notes, key=_how_clear), len(notes) - 1) for notes in alike.values())
    return tuple(replace(note, values={**note.values, "others": others}) for note, others in clearest)


def _how_clear(note: Note) -> float:
    return float(note.values["alpha"] if "alpha" in note.values else note.values["correlation"])


def _incoherent(answers: CodedAnswers, alpha: float, interval: Interval) -> tuple[Note, ...]:
    """Say that the items measure different things: where none runs backwards, for that note says why."""
    if alpha >= _INCOHERENT or interval.high >= _ACCEPTABLE:
        return ()
    values: dict[str, str | int | float] = {"scale": answers.scale.label, "wave": answers.wave, "alpha": alpha}
    return (Note(code="scale-incoherent", values=values),)


def _backwards(answers: CodedAnswers, covariance: Floats) -> tuple[Note, ...]:
    """Name the items that clearly run against the others."""
    items = answers.scale.items
    if len(items) == 2:
        correlation = float(item_rest_correlations(covariance)[0])
        values: dict[str, str | int | float] = {"wave": answers.wave, "correlation": correlation}
        values |= {"first": items[0].id, "second": items[1].id}
        return (Note(code="items-run-apart", values=values),) if correlation <= -_CLEARLY else ()
    found = reversed_items(covariance)
    signs = np.ones(len(items))
    signs[list(found)] = -1
    turned = item_rest_correlations(covariance * np.outer(signs, signs))
    return tuple(
        Note(
            code="item-runs-backwards",
            values={
                "wave": answers.wave,
                "item": items[place].id,
                "label": items[place].label,
                "correlation": -float(turned[place]),
            },
        )
        for place in sorted(found)
        if turned[place] >= _CLEARLY
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """What a scale's scores vary by, and how much of that is measurement error, before the project."""

    variance: float
    alpha: float


def noise(before: CodedAnswers | None, found: Consistency | None) -> Noise | None:
    """Return the noise of a scale from its wave before; None where alpha says nothing (or nothing good)."""
    if before is None or found is None or found.alpha.value is None or found.alpha.value <= 0:
        return None
    if before.n < 2:
        return None
    _, _, variance = moments(before.scores.counts())
    return Noise(variance=variance, alpha=found.alpha.value)


#: Of a single question nobody knows how reliable it is; half of what it varies by is taken to be error.
_SINGLE = 0.5


def improved_by_chance(before: Sequence[CodedAnswers | None], noises: Sequence[Noise | None]) -> float | None:
    """Return the share who would score higher after, on the mean of some scales, though nothing had changed.

    None where it cannot be said: nobody answered before, or questions that do not hang together.
    """
    errors, questions = [], 0
    for answers, known in zip(before, noises, strict=True):
        if answers is None or answers.n < _FEWEST:
            return None
        single = len(answers.scale.items) == 1
        if known is None and not single:
            return None
        variance = moments(answers.scores.counts())[2]
        errors.append(variance * (1 - (known.alpha if known else _SINGLE)))
        questions += len(answers.scale.items)
    scale = before[0].scale if before and before[0] is not None else None
    if scale is None:
        return None
    return improved_by_noise(math.sqrt(sum(errors)) / len(errors), scale.factor / questions)


def reliable_threshold(noises: Sequence[Noise | None]) -> float | None:
    """Return the rise in the mean of several scales' scores that exceeds measurement error; None if one is unknown.

    At 95 per cent, whatever level the report prints, as Jacobson and Truax have it.

    >>> round(reliable_threshold([Noise(variance=7.5**2, alpha=0.80)]), 2)
    9.3
    """
    known = [one for one in noises if one is not None]
    if len(known) < len(noises) or not any(one.variance for one in known):
        return None
    return reliable_change_of_mean([one.variance for one in known], [one.alpha for one in known])
