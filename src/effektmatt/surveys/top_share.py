"""The share who give one of the top answers, in one wave."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.core import About, AnswerCounts, Detail, Estimate, Note, Outcome, Unit
from effektmatt.data.by_group import Found, Rows, groups_of, outcomes_by_group, unknown_groups
from effektmatt.stats.estimates import as_census, no_estimate
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.consistency import consistency, notes_of
from effektmatt.surveys.no_answers import not_an_answer_notes
from effektmatt.surveys.one_wave import mean_of, share_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswers:
    """The answers to one item (`reversed`: they are turned); None where so few answered that they are hidden."""

    id: str
    label: str
    reversed: bool
    counts: AnswerCounts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveAnswers(Detail):
    """One wave's answers to one scale: counts and estimates, never a row.

    `answers` are the scale's answers as they are shown, `top` how many of the highest count, `scores` how many have
    each score (None where hidden), `mean` the mean score and `alpha` Cronbach's (None for a single item).
    """

    scale: str
    label: str
    wave: str
    answers: tuple[str, ...]
    n: int
    top: int
    items: tuple[ItemAnswers, ...]
    scores: AnswerCounts | None
    mean: Estimate
    alpha: Estimate | None


def top_share_outcome(answers: CodedAnswers | None, about: About = About(), *, top: int | None = None) -> Outcome:
    """Return the share, in one wave, who give one of the `top` highest answers.

    Of a known population (hypergeometric interval, possible range; a census when all answered), else of a process
    (Clopper-Pearson). `answers` is None where the wave has no data yet.

    Returns
    -------
    Outcome
        `estimate` "share"; `beside` "mean-score"; `detail` a `WaveAnswers` (None without data).

    Raises
    ------
    ValueError
        If neither `top` nor the scale says how many answers count.
    """
    if answers is None:
        nothing = no_estimate("share", Unit.SHARE, Note(code="no-answers"), population=about.population)
        return Outcome(estimate=nothing)
    asked = answers.scale.top if top is None else top
    if asked is None:
        raise ValueError("top must say how many of the highest answers count")

    valid = answers.scores.valid

    def share(some: CodedAnswers, about: About) -> Estimate:
        return share_of(some, asked, about)

    def of_group(_: str, held: tuple[Rows, About]) -> Found:
        return share(answers.taken(held[0]), held[1]), None

    columns = groups_of(answers.groups, about)
    groups = outcomes_by_group(
        columns,
        lambda held: [int(valid[held[0]].sum())],
        about.hide.means,
        of_group,
        by_itself=about.hide.by_itself,
    )
    mean = mean_of(answers, about)
    found = consistency(answers, level=about.level, fewest=about.hide.means)
    return Outcome(
        estimate=share(answers, about),
        # the mean of a question with two answers is the share once more, in a number that says nothing
        beside=() if answers.scale.is_two_answers else (as_census(mean) if about.population == answers.n else mean,),
        groups=groups,
        detail=_detail(answers, asked, mean, found.alpha if found else None, about),
        notes=(*not_an_answer_notes([answers]), *unknown_groups(answers.groups), *notes_of((found,))),
    )


def _detail(answers: CodedAnswers, top: int, mean: Estimate, alpha: Estimate | None, about: About) -> WaveAnswers:
    scale, fewest = answers.scale, about.hide.distributions
    counted = [answers.item_counts(place) for place in range(len(scale.items))]
    return WaveAnswers(
        scale=scale.id,
        label=scale.label,
        wave=answers.wave,
        answers=scale.labels,
        n=answers.n,
        top=top,
        items=tuple(
            ItemAnswers(
                id=item.id,
                label=item.label,
                reversed=item.id in scale.reversed,
                counts=None if 0 < counts.n < fewest else counts,
            )
            for item, counts in zip(scale.items, counted, strict=True)
        ),
        scores=None if answers.n < fewest else answers.scores.counts(),
        mean=mean,
        alpha=alpha,
    )
