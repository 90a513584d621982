"""Whether the project did it: the change in the project less the change among those who did not take part."""

from __future__ import annotations

from typing import Any

import numpy as np

from effektmatt.core import AnswerCounts, Estimate, Linkage, Note, PairedCounts, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import EFFECT
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.estimates import inferred, nothing
from effektmatt.surveys.waves import Waves

_FEWEST = 2


def difference_from_comparison(
    project: Waves, comparison: Waves, *, top: int | None = None, level: float = 0.95
) -> Estimate:
    """Return how much more something changed in the project than in the comparison group.

    Estimand: mean change of the project's scores (with `top`: of the share who give one of the highest answers) less
    that of the comparison group. It is the project's effect only if both would otherwise have changed alike, which no
    data here can show: an assumption of the estimate says so.

    Parameters
    ----------
    project, comparison
        The answers of both groups; linked people are compared with themselves, where both groups are linked.
    top
        How many of the highest answers count; None: the score itself.

    Returns
    -------
    Estimate
        Measure "difference-in-differences", in points of share or of score.

    Examples
    --------
    >>> import pandas as pd
    >>> from effektmatt.surveys.answers import code_answers
    >>> from effektmatt.surveys.scale import Scale
    >>> scale = Scale.of(["q"], ["1", "2", "3", "4", "5"])
    >>> coded = lambda answers: code_answers(pd.DataFrame({"q": answers}), scale, "before")[0]
    >>> project = Waves(before=coded(["2", "2", "3", "3"]), after=coded(["4", "4", "3", "5"]))
    >>> others = Waves(before=coded(["2", "3", "3", "2"]), after=coded(["3", "3", "2", "3"]))
    >>> round(difference_from_comparison(project, others).value, 2)
    1.25
    """
    unit = Unit.SCORE if top is None else Unit.POINTS
    both = [_counts(group, top) for group in (project, comparison)]
    fewest = min(min(before.n, after.n) if pairs is None else pairs.n for before, after, pairs in both)
    n = sum(before.n + after.n if pairs is None else pairs.n for before, after, pairs in both)
    if fewest < _FEWEST:
        reason = Note(code="too-few-answers", values={"n": fewest, "needed": _FEWEST})
        return nothing("difference-in-differences", unit, reason, n=n)
    linkage, groups = _compared(both[0], both[1])
    found = EFFECT.kernel(linkage)(*groups, level)
    return inferred(
        "difference-in-differences",
        unit,
        found,
        n,
        assumptions=(Note(code="groups-change-alike"),),
        notes=EFFECT.approximate(linkage, fewest, *groups),
    )


_Counts = tuple[AnswerCounts, AnswerCounts, PairedCounts | None]


def _compared(project: _Counts, comparison: _Counts) -> tuple[Linkage, tuple[Any, Any]]:
    """Return what a statistic takes of each group: its linked people, or its answers after and before."""
    if project[2] is not None and comparison[2] is not None:
        return Linkage.PAIRED, (project[2], comparison[2])
    return Linkage.INDEPENDENT, ((project[1], project[0]), (comparison[1], comparison[0]))


def _counts(waves: Waves, top: int | None) -> _Counts:
    """Count scores (or noughts and ones) before and after, and of the linked both times."""
    linked = waves.linked()
    if linked is not None:
        before, after = (_values(answers, top) for answers in linked)
        valid = ~(np.isnan(before) | np.isnan(after))
        levels, places = np.unique(np.concatenate([before[valid], after[valid]]), return_inverse=True)
        k, size = levels.size, int(valid.sum())
        table = np.bincount(places[:size] * k + places[size:], minlength=k * k).reshape(k, k)
        pairs = PairedCounts(levels=levels, table=table)
        return pairs.before, pairs.after, pairs
    return _answer_counts(waves.before, top), _answer_counts(waves.after, top), None


def _answer_counts(answers: CodedAnswers | None, top: int | None) -> AnswerCounts:
    values = np.array([]) if answers is None else _values(answers, top)
    levels, counts = np.unique(values[~np.isnan(values)], return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def _values(answers: CodedAnswers, top: int | None) -> Floats:
    scores = answers.scores
    if top is None:
        return scores.numbers
    return np.where(scores.valid, scores.at_least(answers.scale.cut(top)).astype(np.float64), np.nan)
