"""What everybody who answered one wave said: the mean score, and the share with a top answer."""

from __future__ import annotations

from effektmatt.core import About, Estimate, Unit
from effektmatt.stats.estimates import share_estimate
from effektmatt.stats.sampled import sampled_mean, sampled_share
from effektmatt.stats.samples import sample_of
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.score_change import mean_estimate


def mean_of(answers: CodedAnswers, about: About) -> Estimate:
    """Return the mean score of all who answered ("mean-score")."""
    if answers.design is None or answers.n < 2 or answers.n == about.population:
        return mean_estimate(answers.scores.counts(), about, answers.scores.ends)
    sample = sample_of(answers.scores.numbers, answers.design)
    return sampled_mean("mean-score", Unit.SCORE, sample, about, answers.scores.ends)


def share_of(answers: CodedAnswers, top: int, about: About) -> Estimate:
    """Return the share of all who answered whose answer (or score) is among the `top` highest ("share")."""
    if answers.design is None:
        return share_estimate("share", answers.hits(top), answers.n, about)
    return sampled_share("share", sample_of(answers.top_hits(top), answers.design), about)
