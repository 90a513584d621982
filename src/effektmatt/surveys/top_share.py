"""The share who give one of the top answers, in one wave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from effektmatt.core import AnswerCounts, Detail, Estimate, GroupOutcome, Hide, Note, Outcome, Unit
from effektmatt.data.disclosure import hidden_groups
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.consistency import consistency
from effektmatt.surveys.estimates import as_census, assumed, mean_estimate, nothing, share_estimate
from effektmatt.surveys.waves import population_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswers:
    """The answers to one item (reversed items turned); None where so few answered that they are hidden."""

    id: str
    label: str
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


def top_share_outcome(
    answers: CodedAnswers | None,
    *,
    top: int | None = None,
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
) -> Outcome:
    """Return the share, in one wave, who give one of the `top` highest answers.

    Of a known population (hypergeometric interval, possible range; a census when all answered), else of a process
    (Clopper-Pearson). Parameters as for `effektmatt.surveys.change_outcomes.share_change_outcome`;
    `answers` is None where the wave has no data yet.

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
        return Outcome(estimate=nothing("share", Unit.SHARE, Note(code="no-answers"), population=population))
    asked, limits = answers.scale.top if top is None else top, hide or Hide()
    if asked is None:
        raise ValueError("top must say how many of the highest answers count")

    def share(some: CodedAnswers, people: int | None) -> Estimate:
        hits = int(some.scores.at_least(some.scale.cut(asked)).sum())
        return share_estimate("share", hits, some.n, population=people, self_selected=self_selected, level=level)

    groups: list[GroupOutcome] = []
    for by, labels in answers.groups.items():
        members = {group: answers.taken(np.equal(labels, group)) for group in sorted({*labels} - {None})}
        hidden = hidden_groups({group: some.n for group, some in members.items()}, limits.means)
        for group, some in members.items():
            people = population_of(population_by_group or {}, by, group)
            estimate = None if group in hidden else share(some, people)
            groups.append(GroupOutcome(by=by, group=group, estimate=estimate, hidden=group in hidden))
    assumptions = assumed(answers.n, population, self_selected=self_selected)
    mean = mean_estimate(answers.scores.counts(), level=level, assumptions=assumptions)
    found = consistency(answers, level=level)
    unknown = {by: sum(label is None for label in labels) for by, labels in answers.groups.items()}
    notes = [Note(code="group-unknown", values={"by": by, "n": n}) for by, n in unknown.items() if n]
    return Outcome(
        estimate=share(answers, population),
        beside=(as_census(mean) if population == answers.n else mean,),
        groups=tuple(groups),
        detail=_detail(answers, asked, mean, found.alpha if found else None, limits),
        notes=(*notes, *(found.notes if found else ())),
    )


def _detail(answers: CodedAnswers, top: int, mean: Estimate, alpha: Estimate | None, hide: Hide) -> WaveAnswers:
    scale = answers.scale
    counted = [answers.item_counts(place) for place in range(len(scale.items))]
    return WaveAnswers(
        scale=scale.id,
        label=scale.label,
        wave=answers.wave,
        answers=scale.labels,
        n=answers.n,
        top=top,
        items=tuple(
            ItemAnswers(id=item.id, label=item.label, counts=None if 0 < counts.n < hide.distributions else counts)
            for item, counts in zip(scale.items, counted, strict=True)
        ),
        scores=None if answers.n < hide.distributions else answers.scores.counts(),
        mean=mean,
        alpha=alpha,
    )
