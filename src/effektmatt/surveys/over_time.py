"""One measure in every wave of a survey, each wave by itself: what everybody who answered it said."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from effektmatt.core import About, Estimate, Note, Unit
from effektmatt.stats.estimates import no_estimate
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.one_wave import mean_of, share_of


def over_time(
    answers: Mapping[str, CodedAnswers], about: About = About(), *, top: int | None = None
) -> tuple[tuple[str, Estimate], ...]:
    """Return the mean score, or the share with a top answer, of all who answered each wave.

    Estimand: the mean, or the share, among those whom the survey was sent to, wave by wave. The waves are not compared
    here: that is done for the people who answered both of two waves, so a difference between two of these values need
    not be the change that is judged.

    Parameters
    ----------
    answers
        The coded answers to one scale, by what the wave is called, in their order.
    about
        What is known of the people, the same in every wave; one that fewer answered than it allows has no value.
    top
        How many of the highest answers count; None: the mean score.

    Returns
    -------
    tuple
        Wave and estimate ("mean-score" or "share").
    """
    return tuple((wave, _level(coded, about, top)) for wave, coded in answers.items())


def _level(coded: CodedAnswers, about: About, top: int | None) -> Estimate:
    if top is None:
        return shown_level("mean-score", Unit.SCORE, coded.n, about, lambda: mean_of(coded, about))
    return shown_level("share", Unit.SHARE, coded.n, about, lambda: share_of(coded, top, about))


def shown_level(measure: str, unit: Unit, n: int, about: About, found: Callable[[], Estimate]) -> Estimate:
    """Return what is found of `n` people in one wave, or that they are too few to be shown."""
    fewest = about.hide.means
    if n < fewest:
        return no_estimate(measure, unit, Note(code="too-few-answers", values={"n": n, "needed": fewest}))
    return found()
