"""From coded answers to what changed: everything that two waves of answers to one scale tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

import numpy as np

from effektmatt.core import AnswerCounts, Estimate, Hide, Linkage, Note, PairedCounts, Unit
from effektmatt.data.disclosure import hidden_groups
from effektmatt.stats.choices import NET_SHARE_IMPROVED
from effektmatt.stats.ordinal_paired import Improvement as Moves
from effektmatt.surveys.all_answers import change_from_all_answers
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.change import GroupChange, ItemChange, SurveyChange
from effektmatt.surveys.consistency import consistency, noise, reliable_threshold
from effektmatt.surveys.estimates import as_census, assumed, inferred, share_estimate
from effektmatt.surveys.score_change import mean_change, ordinal_change, rank_test
from effektmatt.surveys.scores import paired_counts
from effektmatt.surveys.share_change import top_counts, top_share_change
from effektmatt.surveys.waves import Waves, population_of
from effektmatt.surveys.who_improved import Definition, Improvement, Yardstick, improvements


def survey_change(
    waves: Waves,
    *,
    top: int | None = None,
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
    judge_all: bool = False,
) -> SurveyChange:
    """Return what changed between two waves, for everybody and for every group.

    Parameters
    ----------
    waves
        The coded answers, and who is linked. Groups are the columns that the answers hold.
    top
        How many of the highest answers count as top; None: what the scale says, if anything.
    population, population_by_group
        How many could have answered, where that is known.
    self_selected
        Whether those who answered chose to, so that it must be assumed that they resemble all (only where the
        population is unknown).
    hide
        Groups with fewer people are hidden; distributions are hidden for everybody too.
    judge_all
        Whether all answers are what is judged: then a group is hidden where too few answered a wave, and not where too
        few are linked; of a group with too few linked everybody counts as unlinked.
    """
    settled, settled_notes = waves.settled()
    before, after = (
        None if answers is None else consistency(answers, level=level) for answers in (waves.before, waves.after)
    )
    reliable = reliable_threshold([noise(waves.before, before)])
    terms = _Terms(
        top=waves.scale.top if top is None else top,
        yardstick=Yardstick(scales=(reliable,), index=reliable),
        self_selected=self_selected,
        level=level,
        hide=hide or Hide(),
        judge_all=judge_all,
    )
    groups = tuple(
        one for by in settled.columns for one in _group_changes(settled, by, terms, population_by_group or {})
    )
    whole = _one_change(settled, terms, population)
    notes = (
        *settled_notes,
        *unknown_groups(settled),
        *(note for one in (before, after) if one is not None for note in one.notes),
        *(Note(code="no-room-to-rise", values={"n": one.at_ceiling, "of": one.n}) for one in _stuck(whole)),
        *reliability_notes(whole.improvements, shown_label([waves])),
    )
    return replace(
        whole,
        alpha_before=before.alpha if before else None,
        alpha_after=after.alpha if after else None,
        groups=groups,
        notes=notes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What holds for everybody and for every group alike."""

    top: int | None
    yardstick: Yardstick
    self_selected: bool
    level: float
    hide: Hide
    judge_all: bool


def size_of(waves: Waves) -> int:
    """Return how many people the figures of some waves rest on: the smallest number that is not nought.

    Those linked; where there are none, the answers to a wave.
    """
    linked = waves.linked()
    if linked is not None and (both := int((linked[0].scores.valid & linked[1].scores.valid).sum())):
        return both
    sizes = [answers.n for answers in (waves.before, waves.after) if answers is not None and answers.n]
    return min(sizes, default=0)


def unknown_groups(waves: Waves) -> tuple[Note, ...]:
    """Say for how many people a group is not known; of those linked, else of all answers in both waves."""
    notes = []
    for by in waves.columns:
        labels = waves.labels(by)
        n = sum(label is None for label in labels)
        if n:
            notes.append(Note(code="group-unknown", values={"by": by, "n": n}))
    return tuple(notes)


def shown_label(waves: Sequence[Waves]) -> str:
    """Return what some scales are called together."""
    return ", ".join(one.scale.label or one.scale.id for one in waves)


def improvement_notes(found: tuple[Improvement, ...], label: str) -> tuple[Note, ...]:
    """Say how many could not improve and so count as not improved, and whether reliable change could not be told."""
    stuck = [Note(code="at-ceiling", values={"n": one.at_ceiling, "of": one.n}) for one in found[:1] if one.at_ceiling]
    return (*stuck, *reliability_notes(found, label))


def reliability_notes(found: tuple[Improvement, ...], label: str) -> tuple[Note, ...]:
    """Say whether reliable change could not be told."""
    if not found or Definition.RELIABLE in {one.definition for one in found}:
        return ()
    return (Note(code="reliable-change-unknown", values={"scale": label}),)


def _stuck(change: SurveyChange) -> tuple[Improvement, ...]:
    """Return the improvement by any rise, where somebody had no room for one."""
    return tuple(one for one in change.improvements[:1] if one.at_ceiling)


def _group_changes(
    waves: Waves, by: str, terms: _Terms, population_by_group: Mapping[tuple[str, str], int]
) -> Iterator[GroupChange]:
    members = {group: waves.of_group(by, group) for group in waves.groups(by)}
    if terms.judge_all:
        few = {group for group, one in members.items() if size_of(one) < terms.hide.means}
        members |= {group: replace(members[group], pairs=None) for group in few}
    hidden = hidden_groups({group: size_of(one) for group, one in members.items()}, terms.hide.means)
    for group, one in members.items():
        if group in hidden:
            yield GroupChange(by=by, group=group, change=None, hidden=True)
        else:
            population = population_of(population_by_group, by, group)
            yield GroupChange(by=by, group=group, change=_one_change(one, terms, population))


class _About(TypedDict):
    """What every estimate is told of the people behind it."""

    population: int | None
    self_selected: bool
    level: float


def _one_change(waves: Waves, terms: _Terms, population: int | None) -> SurveyChange:
    """Return the change of some people, without groups and without alpha."""
    linked = waves.linked()
    missing = waves.missing_wave
    reason = None if missing is None else Note(code="wave-without-answers", values={"wave": missing})
    score_before, score_after = (_score_counts(answers) for answers in (waves.before, waves.after))
    pairs = None if linked is None else paired_counts(linked[0].scores, linked[1].scores)
    moves = () if linked is None else improvements([linked[0].scores], [linked[1].scores], terms.yardstick)
    few, top = size_of(waves) < terms.hide.distributions, terms.top
    scores = score_before, score_after, pairs
    about: _About = {"population": population, "self_selected": terms.self_selected, "level": terms.level}
    everybody = change_from_all_answers(waves, *scores, top=top, **about)
    if everybody is not None and everybody.n_once < terms.hide.means and not terms.judge_all:
        everybody = None
    return SurveyChange(
        scale=waves.scale.id,
        label=waves.scale.label,
        answers=waves.scale.labels,
        lowest=waves.scale.lowest,
        highest=waves.scale.highest,
        linkage=waves.linkage,
        n_before=score_before.n,
        n_after=score_after.n,
        n_linked=None if waves.pairs is None else waves.pairs[0].size,
        n_analysed=None if pairs is None else pairs.n,
        items=tuple(_item_change(waves, linked, place, terms.hide) for place in range(len(waves.scale.items))),
        score_before=None if few else score_before,
        score_after=None if few else score_after,
        scores=None if few else pairs,
        improvements=() if few else moves,
        shares_improved=improved_shares(moves, **about),
        net_improved=net_improved(moves, **about),
        top=top,
        top_counts=None if few or top is None else top_counts(waves, top),
        top_share=None if top is None else top_share_change(waves, top, **about),
        mean=mean_change(*scores, reason=reason, **about),
        ordinal=ordinal_change(*scores, reason=reason, **about),
        test=rank_test(*scores),
        alpha_before=None,
        alpha_after=None,
        all_answers=everybody,
    )


def improved_shares(
    moves: Sequence[Improvement], *, population: int | None, self_selected: bool, level: float
) -> tuple[Estimate, ...]:
    """Return the share improved by each definition: "share-improved-any", "-step" and "-reliable"."""
    return tuple(
        share_estimate(
            f"share-improved-{one.definition}",
            one.improved,
            one.n,
            population=population,
            self_selected=self_selected,
            level=level,
        )
        for one in moves
    )


def net_improved(
    moves: Sequence[Improvement], *, population: int | None, self_selected: bool, level: float
) -> Estimate | None:
    """Return the share improved less the share worse, by any change; None where nobody is linked."""
    if not moves or moves[0].n == 0:
        return None
    first = moves[0]
    moves_of_all = Moves(improved=first.improved, unchanged=first.unchanged, worse=first.worse)
    found = NET_SHARE_IMPROVED.kernel(Linkage.PAIRED)(moves_of_all, level)
    assumptions = assumed(first.n, population, self_selected=self_selected)
    estimate = inferred("net-share-improved", Unit.POINTS, found, first.n, assumptions=assumptions)
    return as_census(estimate) if population == first.n else estimate


def _score_counts(answers: CodedAnswers | None) -> AnswerCounts:
    if answers is None:
        return AnswerCounts(levels=np.array([]), counts=np.array([], dtype=np.int64))
    return answers.scores.counts()


def _item_change(waves: Waves, linked: tuple[CodedAnswers, CodedAnswers] | None, place: int, hide: Hide) -> ItemChange:
    """Count the answers to one item; all are None where fewer gave one in some wave than a distribution needs."""
    item, levels = waves.scale.items[place], waves.scale.levels
    is_reversed = item.id in waves.scale.reversed
    before, after = (
        AnswerCounts(levels=levels, counts=np.zeros(levels.size, dtype=np.int64))
        if one is None
        else one.item_counts(place)
        for one in (waves.before, waves.after)
    )
    pairs = None
    if linked is not None:
        first, second = (answers.places[:, place] for answers in linked)
        both = (first >= 0) & (second >= 0)
        k = levels.size
        table = np.bincount(first[both].astype(np.int64) * k + second[both], minlength=k * k).reshape(k, k)
        pairs = PairedCounts(levels=levels, table=table)
    sizes = (before.n, after.n, before.n if pairs is None else pairs.n)
    hidden = any(0 < n < hide.distributions for n in sizes)
    return ItemChange(
        id=item.id,
        label=item.label,
        reversed=is_reversed,
        before=None if hidden else before,
        after=None if hidden else after,
        pairs=None if hidden else pairs,
    )
