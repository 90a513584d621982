"""One measure in every wave of a survey, each wave by itself: what everybody who answered it said."""

from __future__ import annotations

from collections.abc import Mapping

from effektmatt.core import Estimate, Hide, Note, Unit
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.estimates import assumed, mean_estimate, nothing, share_estimate


def over_time(
    answers: Mapping[str, CodedAnswers],
    *,
    top: int | None = None,
    population: int | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
) -> tuple[tuple[str, Estimate], ...]:
    """Return the mean score, or the share with a top answer, of all who answered each wave.

    Estimand: the mean, or the share, among those whom the survey was sent to, wave by wave. The waves are not compared
    here: that is done for the people who answered both of two waves, so a difference between two of these values need
    not be the change that is judged.

    Parameters
    ----------
    answers
        The coded answers to one scale, by what the wave is called, in their order.
    top
        How many of the highest answers count; None: the mean score.
    population
        How many could have answered, where that is known and the same in every wave.
    self_selected
        Whether those who answered chose to.
    hide
        A wave that fewer answered than `means` has no value.

    Returns
    -------
    tuple
        Wave and estimate ("mean-score" or "share").
    """
    fewest = (hide or Hide()).means
    found = []
    for wave, coded in answers.items():
        scores = coded.scores
        n = int(scores.valid.sum())
        estimate: Estimate
        if n < fewest:
            measure, unit = ("mean-score", Unit.SCORE) if top is None else ("share", Unit.SHARE)
            estimate = nothing(measure, unit, Note(code="too-few-answers", values={"n": n, "needed": fewest}))
        elif top is None:
            assumptions = assumed(n, population, self_selected=self_selected)
            estimate = mean_estimate(scores.counts(), level=level, assumptions=assumptions)
        else:
            hits = int(scores.at_least(coded.scale.cut(top)).sum())
            estimate = share_estimate("share", hits, n, population=population, self_selected=self_selected, level=level)
        found.append((wave, estimate))
    return tuple(found)
