"""Whether the project did it: the change in the project less the change among those who did not take part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from effektmatt.core import AnswerCounts, Estimate, Linkage, Note, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import EFFECT
from effektmatt.stats.estimates import inferred_estimate, no_estimate
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.scores import ScoreCounts, paired_values
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
    measure, unit = "difference-in-differences", Unit.SCORE if top is None else Unit.POINTS
    groups = [_scores(group, top) for group in (project, comparison)]
    n, fewest = sum(group.n for group in groups), min(group.fewest for group in groups)
    if fewest < _FEWEST:
        reason = Note(code="too-few-answers", values={"n": fewest, "needed": _FEWEST})
        return no_estimate(measure, unit, reason, n=n, role=Role.EFFECT)
    linkage, compared = _compared(groups)
    return inferred_estimate(
        measure,
        unit,
        EFFECT.kernel(linkage)(*compared, level),
        n,
        role=Role.EFFECT,
        assumptions=EFFECT.assumed(linkage),
        notes=EFFECT.approximate(linkage, fewest, *compared),
    )


def _compared(groups: Sequence[ScoreCounts]) -> tuple[Linkage, list[Any]]:
    """Return what a statistic takes of each group: its linked people, or its answers after and before."""
    if all(group.pairs is not None for group in groups):
        return Linkage.PAIRED, [group.pairs for group in groups]
    return Linkage.INDEPENDENT, [group.waves[::-1] for group in groups]


def _scores(waves: Waves, top: int | None) -> ScoreCounts:
    """Count scores (or noughts and ones) before and after, and of the linked both times."""
    before, after = (_values(answers, top) for answers in (waves.before, waves.after))
    counts = [_counted(values) for values in (before, after)]
    linked = None if waves.linked() is None else waves.pairs
    pairs = None if linked is None else paired_values(before[linked[0]], after[linked[1]])
    return ScoreCounts(before=counts[0], after=counts[1], pairs=pairs)


def _counted(values: Floats) -> AnswerCounts:
    levels, counts = np.unique(values[~np.isnan(values)], return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def _values(answers: CodedAnswers | None, top: int | None) -> Floats:
    if answers is None:
        return np.array([])
    return answers.scores.numbers if top is None else answers.top_hits(top)
