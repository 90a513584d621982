"""The share who improved, of everybody concerned: on one scale, on the mean of several, or on each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from effektmatt.core import UNPRINTED, Change, Detail, Estimate, GroupOutcome, Hide, Note, Outcome, PairedCounts, Unit
from effektmatt.data.disclosure import hidden_groups
from effektmatt.data.values import folded
from effektmatt.errors import Fault, InputFaults
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.change_between_waves import (
    improved_shares,
    improvement_notes,
    net_improved,
    shown_label,
    survey_change,
    unknown_groups,
)
from effektmatt.surveys.consistency import APART, consistency, noise, reliable_threshold
from effektmatt.surveys.estimates import nothing
from effektmatt.surveys.score_change import mean_change, ordinal_change
from effektmatt.surveys.scores import index_of, paired_counts
from effektmatt.surveys.waves import Waves, population_of
from effektmatt.surveys.who_improved import Improvement, Yardstick, improvements


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupImprovement:
    """How many of one group improved, by each definition; none where too few answered to show the counts."""

    by: str
    group: str
    improvements: tuple[Improvement, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareImproved(Detail):
    """The counts behind a share improved.

    Parameters
    ----------
    definition, combine
        What counts as improved ("any", "step", "reliable"), and how several scales are put together ("index": their
        mean; "every": improved on each); None for a single scale.
    improvements
        By each definition that can be used; empty where too few answered to show them.
    scores
        From which score to which, of the scale or the index; None for "every", and where hidden.
    lowest, highest
        The scores that can be had.
    scales
        Each scale by itself.
    groups
        For every group; empty counts where hidden.
    """

    definition: str
    combine: str | None
    improvements: tuple[Improvement, ...]
    scores: PairedCounts | None = field(metadata=UNPRINTED)
    lowest: int
    highest: int
    scales: tuple[SurveyChange, ...]
    groups: tuple[GroupImprovement, ...] = field(default=(), metadata=UNPRINTED)


def share_improved_outcome(
    waves: Sequence[Waves],
    *,
    definition: str = "any",
    combine: str | None = None,
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
) -> Outcome:
    """Return the share who improved.

    Estimand: of all `population` people, the share whose score is higher after than before. Seen are those who are
    linked and have a score both times (on every scale); the interval is hypergeometric, `possible` is the range
    that whatever the others might have answered leaves open, and it is assumed that those resemble the seen. Without
    a known population it is a process (Clopper-Pearson). Whoever stood too high before to improve counts as not
    improved, and a note says how many they are.

    Parameters
    ----------
    waves
        One per scale, answered by the same people in the same rows.
    definition
        "any" rise, at least one "step" (one answer higher on every item, on average), or "reliable".
    combine
        For several scales "index" (the mean of their scores) or "every" (improved on each).
    population, population_by_group
        How many there are, in all and per (column, group); None where nobody knows.
    self_selected
        Whether those who answered chose to (matters only where the population is unknown).
    hide
        Groups with fewer linked people are hidden.

    Returns
    -------
    Outcome
        `estimate` "share-improved"; `beside` the other definitions ("share-improved-any", "-step", "-reliable"),
        "net-share-improved", and but for "every" "probability-higher" and "mean-difference"; `change` of the mean
        score (not for "every"); `detail` a `ShareImproved`.

    Raises
    ------
    InputFaults
        "index-of-unlike-scales" where the scales' scores do not share one range and step.
    """
    on_each = combine == "every" and len(waves) > 1
    if not on_each:
        _refuse_unlike(waves)
    terms = _Terms(
        definition=definition,
        label=shown_label(waves),
        on_each=on_each,
        yardstick=_yardstick(waves),
        self_selected=self_selected,
        level=level,
        hide=hide or Hide(),
    )
    people, settled_notes = zip(*(one.settled() for one in waves), strict=True)
    scales = tuple(
        survey_change(
            one,
            population=population,
            population_by_group=population_by_group,
            self_selected=self_selected,
            level=level,
            hide=hide,
        )
        for one in waves
    )
    whole = _found(people, terms, population)
    groups = tuple(
        one for by in people[0].columns for one in _group_outcomes(people, by, terms, population_by_group or {})
    )
    notes = (
        *settled_notes[0],
        *unknown_groups(people[0]),
        *(note for one in scales for note in one.notes if note.code in APART),
        *improvement_notes(whole.moves, terms.label),
    )
    return Outcome(
        estimate=whole.estimate,
        change=whole.change,
        beside=whole.beside,
        groups=tuple(one for one, _ in groups),
        detail=_detail(whole, scales, tuple(one for _, one in groups), terms, combine if len(waves) > 1 else None),
        notes=notes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What holds for everybody and for every group alike."""

    definition: str
    label: str
    on_each: bool
    yardstick: Yardstick
    self_selected: bool
    level: float
    hide: Hide


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was found for some people."""

    estimate: Estimate
    n: int = 0
    moves: tuple[Improvement, ...] = ()
    pairs: PairedCounts | None = None
    change: Change | None = None
    beside: tuple[Estimate, ...] = ()


def _detail(
    whole: _Found,
    scales: tuple[SurveyChange, ...],
    groups: tuple[GroupImprovement, ...],
    terms: _Terms,
    combine: str | None,
) -> ShareImproved:
    """Return the counts behind the share, those of few people left out."""
    few = whole.n < terms.hide.distributions
    return ShareImproved(
        definition=terms.definition,
        combine=combine,
        improvements=() if few else whole.moves,
        scores=None if few else whole.pairs,
        lowest=scales[0].lowest,
        highest=scales[0].highest,
        scales=scales,
        groups=groups,
    )


def _refuse_unlike(waves: Sequence[Waves]) -> None:
    ranges = {(one.scale.lowest, one.scale.highest, one.scale.factor) for one in waves}
    if len(ranges) > 1:
        got = ", ".join(f"{one.scale.id}: {one.scale.lowest}-{one.scale.highest}" for one in waves)
        raise InputFaults([Fault(code="index-of-unlike-scales", key="scales", got=got)])


def _yardstick(waves: Sequence[Waves]) -> Yardstick:
    noises = [noise(one.before, None if one.before is None else consistency(one.before)) for one in waves]
    return Yardstick(scales=tuple(reliable_threshold([one]) for one in noises), index=reliable_threshold(noises))


def _found(people: Sequence[Waves], terms: _Terms, population: int | None) -> _Found:
    """Return the share improved of some people, and what is shown beside it."""
    linked = [one.linked() for one in people]
    pairs_of = [pair for pair in linked if pair is not None]
    if len(pairs_of) < len(linked):
        missing = next((one.missing_wave for one in people if one.missing_wave is not None), None)
        reason = Note(code="no-key-no-share-improved")
        if missing is not None:
            reason = Note(code="wave-without-answers", values={"wave": missing})
        return _Found(estimate=nothing("share-improved", Unit.SHARE, reason, population=population))
    before, after = ([pair[place].scores for pair in pairs_of] for place in (0, 1))
    moves = improvements(before, after, terms.yardstick, on_each=terms.on_each)
    shares = improved_shares(moves, population=population, self_selected=terms.self_selected, level=terms.level)
    net = net_improved(moves, population=population, self_selected=terms.self_selected, level=terms.level)
    chosen, others = _chosen(shares, terms, population)
    found = _Found(estimate=chosen, n=moves[0].n, moves=moves, beside=(*others, *([net] if net else [])))
    if terms.on_each:
        return found
    return _with_scores(found, paired_counts(index_of(before), index_of(after)), terms, population)


def _with_scores(found: _Found, pairs: PairedCounts, terms: _Terms, population: int | None) -> _Found:
    """Add what the scores themselves tell: the change of their mean, and the probability of a higher one."""
    selected, level = terms.self_selected, terms.level
    change = mean_change(pairs.before, pairs.after, pairs, population=population, self_selected=selected, level=level)
    ordinal = ordinal_change(
        pairs.before, pairs.after, pairs, population=population, self_selected=selected, level=level
    )
    return replace(found, pairs=pairs, change=change, beside=(*found.beside, ordinal, change.difference))


def _group_outcomes(
    people: Sequence[Waves], by: str, terms: _Terms, population_by_group: Mapping[tuple[str, str], int]
) -> list[tuple[GroupOutcome, GroupImprovement]]:
    """Return the outcome of every group that answered, or that the population holds."""
    names = {folded(group): group for column, group in population_by_group if column == by}
    names |= {folded(group): group for one in people for group in one.groups(by)}
    found = {
        group: _found([one.of_group(by, group) for one in people], terms, population_of(population_by_group, by, group))
        for group in sorted(names.values())
    }
    hidden = hidden_groups({group: one.n for group, one in found.items()}, terms.hide.means)
    outcomes = []
    for group, one in found.items():
        if group in hidden:
            outcome = GroupOutcome(by=by, group=group, estimate=None, hidden=True)
        else:
            outcome = GroupOutcome(by=by, group=group, estimate=one.estimate, change=one.change)
        few = group in hidden or one.n < terms.hide.distributions
        counts = GroupImprovement(by=by, group=group, improvements=() if few else one.moves, hidden=few)
        outcomes.append((outcome, counts))
    return outcomes


def _chosen(shares: Sequence[Estimate], terms: _Terms, population: int | None) -> tuple[Estimate, tuple[Estimate, ...]]:
    """Take out the share by the chosen definition, and return the others beside it."""
    name = f"share-improved-{terms.definition}"
    others = tuple(one for one in shares if one.measure != name)
    for one in shares:
        if one.measure == name:
            return replace(one, measure="share-improved"), others
    reason = Note(code="reliable-change-unknown", values={"scale": terms.label})
    return nothing("share-improved", Unit.SHARE, reason, population=population), others
