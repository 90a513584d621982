"""From coded answers to what changed: everything that two waves of answers to one scale tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from effektmatt.core import About, AnswerCounts, Estimate, GroupChange, Linkage, Note, PairedCounts, Role, Unit
from effektmatt.data.by_group import about_group, shown_groups
from effektmatt.stats.choices import NET_SHARE_IMPROVED
from effektmatt.stats.designs import Design
from effektmatt.stats.estimates import as_census, inferred_estimate, share_estimate
from effektmatt.stats.ordinal_paired import Improvement as Moves
from effektmatt.stats.sampled import sampled_mean, sampled_share
from effektmatt.stats.samples import sample_of
from effektmatt.surveys.all_answers import change_from_all_answers
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.change import ItemChange, SurveyChange
from effektmatt.surveys.consistency import consistency, noise, notes_of, reliable_threshold
from effektmatt.surveys.score_change import mean_change, ordinal_change, rank_test
from effektmatt.surveys.share_change import counts_above, share_change, top_counts, top_share_change
from effektmatt.surveys.waves import Waves
from effektmatt.surveys.who_improved import Definition, Improvement, Judgement, Yardstick, judgements


def survey_change(
    waves: Waves, about: About = About(), *, top: int | None = None, judge_all: bool = False
) -> SurveyChange:
    """Return what changed between two waves, for everybody and for every group.

    Parameters
    ----------
    waves
        The coded answers, and who is linked. Groups are the columns that the answers hold.
    about
        What is known of the people. Groups with fewer people than it allows are hidden; distributions are hidden for
        everybody too.
    top
        How many of the highest answers count as top; None: what the scale says, if anything.
    judge_all
        Whether all answers are what is judged: then a group is hidden where too few answered a wave, and not where too
        few are linked; of a group with too few linked everybody counts as unlinked.
    """
    settled, settled_notes = waves.settled()
    before, after = (
        None if answers is None else consistency(answers, level=about.level, fewest=about.hide.means)
        for answers in (waves.before, waves.after)
    )
    reliable = reliable_threshold([noise(waves.before, before)])
    terms = _Terms(
        top=waves.scale.top if top is None else top,
        yardstick=Yardstick(scales=(reliable,), index=reliable),
        judge_all=judge_all,
    )
    groups = tuple(one for by in settled.columns for one in _group_changes(settled, by, terms, about))
    whole = _one_change(settled, terms, about)
    notes = (
        *settled_notes,
        *settled.unknown_groups(),
        *notes_of((before, after)),
        *ceiling_notes(whole.improvements, "no-room-to-rise"),
        *reliability_notes(whole.improvements, [waves]),
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
    judge_all: bool


def shown_label(waves: Sequence[Waves]) -> str:
    """Return what some scales are called together."""
    return ", ".join(one.scale.label or one.scale.id for one in waves)


def ceiling_notes(found: tuple[Improvement, ...], code: str) -> tuple[Note, ...]:
    """Say how many had no room for any improvement."""
    return tuple(
        Note(code=code, values={"n": one.at_ceiling, "of": one.n, "better": str(one.better)})
        for one in found[:1]
        if one.at_ceiling
    )


def reliability_notes(found: tuple[Improvement, ...], waves: Sequence[Waves]) -> tuple[Note, ...]:
    """Say whether reliable change could not be told; from no to yes there is only one step."""
    if all(one.scale.is_two_answers for one in waves):
        return ()
    if not found or Definition.RELIABLE in {one.definition for one in found}:
        return ()
    return (Note(code="reliable-change-unknown", values={"scale": shown_label(waves)}),)


def _group_changes(waves: Waves, by: str, terms: _Terms, about: About) -> Iterator[GroupChange[SurveyChange]]:
    members = {group: waves.of_group(by, group) for group in waves.groups(by)}
    if terms.judge_all:
        few = {group for group, one in members.items() if one.size < about.hide.means}
        members |= {group: replace(members[group], pairs=None) for group in few}
    for group, one in shown_groups(members, lambda one: [one.size], about.hide.means).items():
        change = None if one is None else _one_change(one, terms, about_group(about, by, group))
        yield GroupChange(by=by, group=group, change=change)


def _judged(waves: Waves, linked: tuple[CodedAnswers, CodedAnswers], terms: _Terms) -> tuple[Judgement, ...]:
    before, after = ([one.scores] for one in linked)
    return judgements(before, after, terms.yardstick, better=waves.scale.better)


def _one_change(waves: Waves, terms: _Terms, about: About) -> SurveyChange:
    """Return the change of some people, without groups and without alpha."""
    scores, top, reason = waves.scores(), terms.top, waves.without_answers
    linked = waves.linked
    judged = () if linked is None else _judged(waves, linked, terms)
    few = waves.size < about.hide.distributions
    everybody = change_from_all_answers(waves, scores, about, top)
    if everybody is not None and everybody.n_once < about.hide.means and not terms.judge_all:
        everybody = None
    return SurveyChange(
        scale=waves.scale.id,
        label=waves.scale.label,
        answers=waves.scale.labels,
        lowest=waves.scale.lowest,
        highest=waves.scale.highest,
        linkage=waves.linkage,
        n_before=scores.before.n,
        n_after=scores.after.n,
        n_linked=None if waves.pairs is None else waves.pairs[0].size,
        n_analysed=None if scores.pairs is None else scores.pairs.n,
        items=item_changes(waves, about),
        score_before=None if few else scores.before,
        score_after=None if few else scores.after,
        scores=None if few else scores.pairs,
        improvements=() if few else tuple(one.improvement for one in judged),
        shares_improved=improved_shares(judged, about, waves.linked_design),
        net_improved=net_improved(judged, about, waves.linked_design),
        top=top,
        top_counts=None if few or top is None else top_counts(waves, top),
        top_share=None if top is None else top_share_change(waves, top, about),
        mean=mean_change(scores, about, reason),
        ordinal=ordinal_change(scores, about, reason),
        test=rank_test(scores),
        alpha_before=None,
        alpha_after=None,
        all_answers=everybody,
    )


def improved_shares(judged: Sequence[Judgement], about: About, design: Design | None = None) -> tuple[Estimate, ...]:
    """Return the share improved by each definition: "share-improved-any", "-step" and "-reliable"."""

    def share(measure: str, one: Judgement) -> Estimate:
        if design is not None:
            return sampled_share(measure, sample_of(one.hits, design), about)
        return share_estimate(measure, one.improvement.improved, one.improvement.n, about)

    return tuple(share(f"share-improved-{one.definition}", one) for one in judged)


def net_improved(judged: Sequence[Judgement], about: About, design: Design | None = None) -> Estimate | None:
    """Return the share improved less the share worse, by any change; None where nobody is linked."""
    if not judged or judged[0].improvement.n == 0:
        return None
    first = judged[0].improvement
    if design is not None and first.n != about.population:
        sample = sample_of(judged[0].directions, design)
        return sampled_mean("net-share-improved", Unit.POINTS, sample, about, (-1.0, 1.0), Role.DIFFERENCE)
    moves_of_all = Moves(improved=first.improved, unchanged=first.unchanged, worse=first.worse)
    estimate = inferred_estimate(
        "net-share-improved",
        Unit.POINTS,
        NET_SHARE_IMPROVED.kernel(Linkage.PAIRED)(moves_of_all, about.level),
        first.n,
        role=Role.DIFFERENCE,
        assumptions=NET_SHARE_IMPROVED.assumed(Linkage.PAIRED, about, first.n),
    )
    return as_census(estimate) if about.population == first.n else estimate


def item_changes(waves: Waves, about: About) -> tuple[ItemChange, ...]:
    """Count the answers item by item; all are None where fewer gave one in some wave than a distribution needs."""
    linked = waves.linked
    return tuple(_item_change(waves, linked, place, about) for place in range(len(waves.scale.items)))


def _item_change(
    waves: Waves, linked: tuple[CodedAnswers, CodedAnswers] | None, place: int, about: About
) -> ItemChange:
    item, levels = waves.scale.items[place], waves.scale.levels
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
    hidden = any(0 < n < about.hide.distributions for n in sizes)
    above = counts_above(before, after, pairs, (levels.size + 1) // 2)
    high = share_change(waves, above, lambda one: one.high_hits(place), about)
    return ItemChange(
        id=item.id,
        label=item.label,
        reversed=item.id in waves.scale.reversed,
        before=None if hidden else before,
        after=None if hidden else after,
        pairs=None if hidden else pairs,
        high=None if hidden or None in (high.before.value, high.after.value) else replace(high, effects=()),
    )
