"""Whether the project did it: the change in the project less the change among those who did not take part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from effektmatt.core import About, AnswerCounts, Change, Compared, Estimate, Linkage, Note, Role, Unit
from effektmatt.core.counts import Floats
from effektmatt.stats.choices import EFFECT, EFFECT_BY_LOT, EFFECT_ON_SHARE, MEAN_DIFFERENCE, SHARE_DIFFERENCE
from effektmatt.stats.estimates import compared_shares_estimate, inferred_estimate, no_estimate
from effektmatt.stats.question import Assumption, Layout
from effektmatt.stats.sampled import OF_A_SHARE, sampled_difference, sampled_effect
from effektmatt.stats.samples import Samples, layout_of_all, sample_of
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.consistency import consistency, noise, reliable_threshold
from effektmatt.surveys.score_change import Ends, mean_change
from effektmatt.surveys.scores import ScoreCounts, index_of, paired_counts, paired_values
from effektmatt.surveys.share_change import top_share_change
from effektmatt.surveys.waves import Waves, samples_of
from effektmatt.surveys.who_improved import Judgement, Yardstick, judgements

_FEWEST = 2


def compared_change(
    project: Waves, comparison: Waves, about: About = About(), *, top: int | None = None, by_lot: bool = False
) -> Compared:
    """Return how much more something changed in the project than in the comparison group, and what changed in each.

    Estimand: mean change of the project's scores (with `top`: of the share who give one of the highest answers) less
    that of the comparison group. It is the project's effect only if both would otherwise have changed alike, which no
    data here can show: an assumption of the estimate says so, unless lots decided who took part.

    Parameters
    ----------
    project, comparison
        The answers of both groups; linked people are compared with themselves, where both groups are linked.
    about
        The confidence level, and how few people may be behind a figure.
    top
        How many of the highest answers count; None: the score itself.
    by_lot
        Whether lots decided who took part; then linked people are compared with others from the same start (analysis of
        covariance).

    Returns
    -------
    Compared
        `effect` "difference-in-differences" (by lot, of linked people, "difference-after"), in points of share or of
        score, with the note "groups-differ-before" where the groups stood apart from the beginning.

    Examples
    --------
    >>> import pandas as pd
    >>> from effektmatt.surveys.answers import code_answers
    >>> from effektmatt.surveys.scale import Scale
    >>> scale = Scale.of(["q"], ["1", "2", "3", "4", "5"])
    >>> coded = lambda answers: code_answers(pd.DataFrame({"q": list(answers)}), scale, "before")[0]
    >>> project = Waves(before=coded("223323"), after=coded("443543"))
    >>> others = Waves(before=coded("232232"), after=coded("332333"))
    >>> round(compared_change(project, others).effect.value, 2)
    0.83
    """
    sides = (project, comparison)
    if any(group.linked is None for group in sides):
        sides = (_unlinked(project), _unlinked(comparison))
    plain = replace(about, population=None, population_by_group={}, self_selected=False)
    return compared_scores(
        [_scores(group, top) for group in sides],
        about,
        lambda linkage: [_change(group, top, plain, linkage) for group in sides],
        unit=Unit.SCORE if top is None else Unit.POINTS,
        by_lot=by_lot,
    )


def compared_scores(
    groups: Sequence[ScoreCounts],
    about: About,
    changes: Callable[[Linkage], Sequence[Change]],
    *,
    unit: Unit = Unit.SCORE,
    by_lot: bool = False,
) -> Compared:
    """Return the same from the scores of the project and of the comparison group; `changes` are those in each."""
    question = EFFECT_BY_LOT if by_lot else EFFECT
    fewest = min(group.fewest for group in groups)
    linkage, given = _given(groups)
    samples = [one.samples for one in groups if one.samples is not None]
    with_start = by_lot and linkage is Linkage.PAIRED and (not samples or layout_of_all(samples) is Layout.CLUSTERS)
    measure = "difference-after" if with_start else "difference-in-differences"
    needed = max(_FEWEST, about.hide.means)
    if fewest < needed:
        return _too_few(measure, unit, fewest, needed)
    if samples:
        ends = OF_A_SHARE if unit is Unit.POINTS else groups[0].ends
        effect = sampled_effect(
            measure, unit, (samples[0], samples[1]), about.level, ends, by_lot=by_lot, with_start=with_start
        )
        start = _sampled_start(samples, unit, about, ends)
    else:
        effect = inferred_estimate(
            measure,
            unit,
            question.kernel(linkage)(*given, about.level),
            sum(group.n for group in groups),
            role=Role.EFFECT,
            assumptions=question.assumed(linkage),
            notes=question.approximate(linkage, fewest, *given),
            within=(-2.0, 2.0) if unit is Unit.POINTS else (-np.inf, np.inf),
        )
        start = _start([group.waves[0] for group in groups], unit, about)
    project, comparison = changes(linkage)
    return _from_start(Compared(effect=effect, project=project, comparison=comparison, start=start), by_lot=by_lot)


def difference_from_comparison(
    project: Waves, comparison: Waves, *, top: int | None = None, level: float = 0.95
) -> Estimate:
    """Return how much more something changed in the project than in the comparison group; see `compared_change`."""
    return compared_change(project, comparison, About(level=level), top=top).effect


def _too_few(measure: str, unit: Unit, n: int, needed: int) -> Compared:
    reason = Note(code="too-few-answers", values={"n": n, "needed": needed})
    return Compared(effect=no_estimate(measure, unit, reason, role=Role.EFFECT))


def _given(groups: Sequence[ScoreCounts]) -> tuple[Linkage, list[Any]]:
    """Return what a statistic takes of each group: its linked people, or its answers after and before."""
    if all(group.pairs is not None for group in groups):
        return Linkage.PAIRED, [group.pairs for group in groups]
    return Linkage.INDEPENDENT, [group.waves[::-1] for group in groups]


def _unlinked(waves: Waves) -> Waves:
    """Return the waves as if nobody could be linked."""
    return replace(waves, pairs=None, linked_design=None)


def _change(waves: Waves, top: int | None, about: About, linkage: Linkage) -> Change:
    """Return what changed in one group; where only one of them is linked, neither counts as linked."""
    waves = waves if linkage is Linkage.PAIRED else _unlinked(waves)
    return mean_change(waves.scores(), about) if top is None else top_share_change(waves, top, about)


def _start(before: Sequence[AnswerCounts], unit: Unit, about: About) -> Estimate:
    """Return where the project stood before, less where the comparison group did."""
    measure, n = "start-difference", sum(one.n for one in before)
    if unit is Unit.SCORE:
        found = MEAN_DIFFERENCE.kernel(Linkage.INDEPENDENT)(*before, about.level)
        return inferred_estimate(measure, unit, found, n, role=Role.DIFFERENCE)
    hits = [int(one.counts[one.levels > 0].sum()) for one in before]
    (first, of), (second, others) = zip(hits, [one.n for one in before], strict=True)
    return compared_shares_estimate(
        measure,
        unit,
        first / of - second / others,
        n,
        SHARE_DIFFERENCE,
        Linkage.INDEPENDENT,
        (first, of, second, others),
        fewest=min(of, others),
        level=about.level,
    )


def _sampled_start(samples: Sequence[Samples], unit: Unit, about: About, ends: Ends) -> Estimate:
    """Return the same of people who weigh differently or took part in groups."""
    project, comparison = (one.before for one in samples)
    both = Samples(before=comparison, after=project, linkage=Linkage.INDEPENDENT)
    return sampled_difference("start-difference", unit, both, about.level, ends)


def _from_start(found: Compared, *, by_lot: bool) -> Compared:
    """Say of an effect that the groups stood apart before: who is chosen for a low start rises without any project.

    Lots even such differences out, and analysis of covariance allows for those that are left.
    """
    if by_lot or not found.starts_differ:
        return found
    unlike = Note(code="groups-differ-before")
    return replace(found, effect=replace(found.effect, notes=(*found.effect.notes, unlike)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Improved:
    """What counts as improved: by which definition, and of several scales on each of them or on their mean."""

    definition: str = "any"
    on_each: bool = False


def compared_improved(
    project: Sequence[Waves],
    comparison: Sequence[Waves],
    about: About = About(),
    *,
    counts: Improved = Improved(),
    by_lot: bool = False,
) -> Compared:
    """Return how many more, in points of share, improved in the project than in the comparison group.

    Parameters
    ----------
    project, comparison
        One per scale, as for `compared_change`; people must be linked in both groups.
    counts
        What counts as improved. What is more than measurement error is found from all answers before.

    Returns
    -------
    Compared
        `effect` "improved-difference" (Newcombe's interval); `project` and `comparison` of the mean score.
    """
    measure = "improved-difference"
    linked = [[pair for one in group if (pair := one.linked) is not None] for group in (project, comparison)]
    if any(len(pairs) < len(group) for pairs, group in zip(linked, (project, comparison), strict=True)):
        return Compared(
            effect=no_estimate(measure, Unit.POINTS, Note(code="no-key-no-share-improved"), role=Role.EFFECT)
        )
    yardstick = _yardstick(project, about)
    found = [_moves(pairs, yardstick, counts) for pairs in linked]
    needed = max(_FEWEST, about.hide.means)
    fewest = min((0 if one is None else one.improvement.n) for one in found)
    if fewest < needed:
        return _too_few(measure, Unit.POINTS, fewest, needed)
    judged = [one for one in found if one is not None]
    own, others = (one.improvement for one in judged)
    question = SHARE_DIFFERENCE if by_lot else EFFECT_ON_SHARE
    samples = [
        sample_of(one.hits, group[0].linked_design)
        for one, group in zip(judged, (project, comparison), strict=True)
        if group[0].linked_design is not None
    ]
    if samples:
        both = Samples(before=samples[1], after=samples[0], linkage=Linkage.INDEPENDENT)
        alike = () if by_lot else (Note(code=str(Assumption.PARALLEL)),)
        effect = sampled_difference(
            measure, Unit.POINTS, both, about.level, OF_A_SHARE, role=Role.EFFECT, missing=alike
        )
    else:
        effect = compared_shares_estimate(
            measure,
            Unit.POINTS,
            own.improved / own.n - others.improved / others.n,
            own.n + others.n,
            question,
            Linkage.INDEPENDENT,
            (own.improved, own.n, others.improved, others.n),
            fewest=fewest,
            level=about.level,
            role=Role.EFFECT,
            assumptions=question.assumed(Linkage.INDEPENDENT),
        )
    plain = replace(about, population=None, population_by_group={}, self_selected=False)
    scores = [_index(pairs) for pairs in linked]
    changes = [mean_change(one, plain) for one in scores]
    start = _start([one.waves[0] for one in scores], Unit.SCORE, about)
    return _from_start(Compared(effect=effect, project=changes[0], comparison=changes[1], start=start), by_lot=by_lot)


def _yardstick(waves: Sequence[Waves], about: About) -> Yardstick:
    befores = [one.before for one in waves]
    noises = [noise(one, None if one is None else consistency(one, level=about.level)) for one in befores]
    return Yardstick(scales=tuple(reliable_threshold([one]) for one in noises), index=reliable_threshold(noises))


def _moves(
    pairs: Sequence[tuple[CodedAnswers, CodedAnswers]], yardstick: Yardstick, counts: Improved
) -> Judgement | None:
    """Return who improved by the chosen definition; None where it cannot be used."""
    before, after = ([pair[place].scores for pair in pairs] for place in (0, 1))
    judged = judgements(before, after, yardstick, on_each=counts.on_each, better=pairs[0][0].scale.better)
    return next((one for one in judged if one.definition == counts.definition), None)


def _index(pairs: Sequence[tuple[CodedAnswers, CodedAnswers]]) -> ScoreCounts:
    """Count the scores before and after of linked people, on the mean of the scales."""
    before, after = (index_of([pair[place].scores for pair in pairs]) for place in (0, 1))
    counted = paired_counts(before, after)
    return ScoreCounts(before=counted.before, after=counted.after, pairs=counted)


def _scores(waves: Waves, top: int | None) -> ScoreCounts:
    """Count scores (or noughts and ones) before and after, and of the linked both times."""
    before, after = (_values(answers, top) for answers in (waves.before, waves.after))
    counts = [_counted(values) for values in (before, after)]
    linked = None if waves.linked is None else waves.pairs
    pairs = None if linked is None else paired_values(before[linked[0]], after[linked[1]])
    samples = samples_of(waves, lambda one: _values(one, top))
    return ScoreCounts(before=counts[0], after=counts[1], pairs=pairs, samples=samples)


def _counted(values: Floats) -> AnswerCounts:
    levels, counts = np.unique(values[~np.isnan(values)], return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def _values(answers: CodedAnswers | None, top: int | None) -> Floats:
    if answers is None:
        return np.array([])
    return answers.scores.numbers if top is None else answers.top_hits(top)
