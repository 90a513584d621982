"""The share who improved, of everybody concerned: on one scale, on the mean of several, or on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from effektmatt.core import About, Change, Detail, Estimate, GroupOutcome, Note, Outcome, Unit
from effektmatt.data.by_group import about_group, group_outcomes, shown_groups
from effektmatt.data.values import folded
from effektmatt.errors import Fault, InputFaults
from effektmatt.stats.designs import Design
from effektmatt.stats.estimates import no_estimate
from effektmatt.stats.samples import linked_samples
from effektmatt.surveys.change import ScaleAnswers
from effektmatt.surveys.change_between_waves import (
    ceiling_notes,
    improved_shares,
    item_changes,
    net_improved,
    reliability_notes,
    shown_label,
)
from effektmatt.surveys.consistency import (
    Consistency,
    consistency,
    improved_by_chance,
    noise,
    notes_of,
    reliable_threshold,
)
from effektmatt.surveys.score_change import mean_change, ordinal_change
from effektmatt.surveys.scores import ScoreCounts, index_of, paired_counts
from effektmatt.surveys.waves import Waves
from effektmatt.surveys.who_improved import Improvement, Judgement, Yardstick, judgements

MEASURE = "share-improved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareImproved(Detail):
    """The counts behind a share improved.

    Parameters
    ----------
    definition
        What counts as improved: "any", "step" or "reliable".
    improvements
        By each definition that can be used; empty where too few answered to show them.
    scales
        The answers to each scale, item by item.
    linked
        How many answered both times, whether or not they answered questions enough for a score.
    by_chance
        The share who would score higher though nothing had changed, by any rise; None where it is unknown.
    """

    definition: str
    improvements: tuple[Improvement, ...]
    scales: tuple[ScaleAnswers, ...]
    linked: int | None = None
    by_chance: float | None = None

    @property
    def tells_of_everybody(self) -> bool:
        """Whether it holds answers of others than those linked."""
        return any(scale.tells_of_everybody for scale in self.scales)

    def linked_alone(self) -> ShareImproved:
        """Return the same without anything of those who answered only once."""
        return replace(self, scales=tuple(scale.linked_alone() for scale in self.scales))


def share_improved_outcome(
    waves: Sequence[Waves], about: About = About(), *, definition: str = "any", combine: str | None = None
) -> Outcome:
    """Return the share who improved.

    Estimand: of all people, the share whose score is higher after than before. Seen are those who are linked and have
    a score both times (on every scale); with a known population the interval is hypergeometric, `possible` is the range
    that whatever the others might have answered leaves open, and it is assumed that those resemble the seen. Without
    a known population it is a process (Clopper-Pearson). Whoever stood too high before to improve counts as not
    improved, and a note says how many they are.

    Parameters
    ----------
    waves
        One per scale, answered by the same people in the same rows.
    about
        What is known of the people. Groups with fewer linked people than it allows are hidden.
    definition
        "any" rise, at least one "step" (one answer higher on every item, on average), or "reliable".
    combine
        For several scales "index" (the mean of their scores) or "every" (improved on each).

    Returns
    -------
    Outcome
        `estimate` "share-improved"; `beside` the other definitions ("share-improved-any", "-step", "-reliable"),
        "net-share-improved", and but for "every" "probability-higher" and "mean-difference"; `change` of the mean
        score (not for "every"); `detail` a `ShareImproved`.

    Raises
    ------
    InputFaults
        "index-of-unlike-scales" where the scales' scores do not share one range and step, "scales-better-both-ways"
        where some are better the higher and some the lower.
    """
    on_each = combine == "every" and len(waves) > 1
    _refuse_both_ways(waves)
    if not on_each:
        _refuse_unlike(waves)
    hang_together = [
        [
            None if answers is None else consistency(answers, level=about.level, fewest=about.hide.means)
            for answers in (one.before, one.after)
        ]
        for one in waves
    ]
    terms = _Terms(
        definition=definition,
        label=shown_label(waves),
        on_each=on_each,
        yardstick=_yardstick(waves, [before for before, _ in hang_together]),
    )
    people, settled_notes = zip(*(one.settled() for one in waves), strict=True)
    whole = _found(people, terms, about)
    few = whole.n < about.hide.distributions
    return Outcome(
        estimate=whole.estimate,
        change=whole.change,
        beside=whole.beside,
        groups=tuple(one for by in people[0].columns for one in _groups(people, by, terms, about)),
        detail=ShareImproved(
            definition=definition,
            improvements=() if few else whole.moves,
            scales=tuple(_answers(one, about) for one in waves),
            linked=None if waves[0].pairs is None else int(waves[0].pairs[0].size),
            by_chance=None if on_each else _by_chance(waves, [before for before, _ in hang_together]),
        ),
        notes=(
            *settled_notes[0],
            *people[0].unknown_groups(),
            *(note for both in hang_together for note in notes_of(both)),
            *ceiling_notes(whole.moves, "at-ceiling"),
            *reliability_notes(whole.moves, waves),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What holds for everybody and for every group alike."""

    definition: str
    label: str
    on_each: bool
    yardstick: Yardstick


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was found for some people."""

    estimate: Estimate
    n: int = 0
    moves: tuple[Improvement, ...] = ()
    change: Change | None = None
    beside: tuple[Estimate, ...] = ()


def _answers(waves: Waves, about: About) -> ScaleAnswers:
    scale = waves.scale
    return ScaleAnswers(
        scale=scale.id,
        label=scale.label,
        answers=scale.labels,
        linkage=waves.linkage,
        items=item_changes(waves, about),
    )


def _refuse_unlike(waves: Sequence[Waves]) -> None:
    ranges = {(one.scale.lowest, one.scale.highest, one.scale.factor) for one in waves}
    if len(ranges) > 1:
        got = ", ".join(f"{one.scale.id}: {one.scale.lowest}-{one.scale.highest}" for one in waves)
        raise InputFaults([Fault(code="index-of-unlike-scales", key="scales", got=got)])


def _refuse_both_ways(waves: Sequence[Waves]) -> None:
    """Refuse scales of which some are better the higher and some the lower: one sentence cannot tell of both."""
    if len({one.scale.better for one in waves}) > 1:
        got = ", ".join(f"{one.scale.id}: {one.scale.better}" for one in waves)
        raise InputFaults([Fault(code="scales-better-both-ways", key="scales", got=got)])


def _yardstick(waves: Sequence[Waves], before: Sequence[Consistency | None]) -> Yardstick:
    noises = [noise(one.before, found) for one, found in zip(waves, before, strict=True)]
    return Yardstick(scales=tuple(reliable_threshold([one]) for one in noises), index=reliable_threshold(noises))


def _by_chance(waves: Sequence[Waves], before: Sequence[Consistency | None]) -> float | None:
    """Return the share who would score higher though nothing had changed, by any rise."""
    noises = [noise(one.before, found) for one, found in zip(waves, before, strict=True)]
    return improved_by_chance([one.before for one in waves], noises)


def _found(people: Sequence[Waves], terms: _Terms, about: About) -> _Found:
    """Return the share improved of some people, and what is shown beside it."""
    linked = [pair for one in people if (pair := one.linked) is not None]
    if len(linked) < len(people):
        reason = next((why for one in people if (why := one.without_answers)), Note(code="no-key-no-share-improved"))
        return _Found(estimate=no_estimate(MEASURE, Unit.SHARE, reason, population=about.population))
    before, after = ([pair[place].scores for pair in linked] for place in (0, 1))
    judged = judgements(before, after, terms.yardstick, on_each=terms.on_each, better=people[0].scale.better)
    moves, design = tuple(one.improvement for one in judged), people[0].linked_design
    net = net_improved(judged, about, design)
    chosen, others = _chosen(judged, terms, about, design)
    found = _Found(estimate=chosen, n=moves[0].n, moves=moves, beside=(*others, *([net] if net else [])))
    if terms.on_each:
        return found
    first, second = index_of(before), index_of(after)
    pairs = paired_counts(first, second)
    samples = None if design is None else linked_samples(first.numbers, second.numbers, design)
    scores = ScoreCounts(before=pairs.before, after=pairs.after, pairs=pairs, samples=samples, ends=first.ends)
    change = mean_change(scores, about)
    return replace(found, change=change, beside=(*found.beside, ordinal_change(scores, about), change.difference))


def _groups(people: Sequence[Waves], by: str, terms: _Terms, about: About) -> Iterator[GroupOutcome]:
    """Return the outcome of every group that answered, or that the population holds."""
    names = {folded(group): group for column, group in about.population_by_group if column == by}
    names |= {folded(group): group for one in people for group in one.groups(by)}
    found = {
        group: _found([one.of_group(by, group) for one in people], terms, about_group(about, by, group))
        for group in sorted(names.values())
    }
    shown = shown_groups(found, lambda one: [one.n], about.hide.means)
    yield from group_outcomes(by, shown, lambda _, one: (one.estimate, one.change))


def _chosen(
    judged: Sequence[Judgement], terms: _Terms, about: About, design: Design | None
) -> tuple[Estimate, tuple[Estimate, ...]]:
    """Return the share by the chosen definition, and those by the others, which stand beside it."""
    found = improved_shares(judged, about, design)
    shares = {one.definition: share for one, share in zip(judged, found, strict=True)}
    chosen = shares.pop(terms.definition, None)
    if chosen is not None:
        return replace(chosen, measure=MEASURE), tuple(shares.values())
    reason = Note(code="reliable-change-unknown", values={"scale": terms.label})
    return no_estimate(MEASURE, Unit.SHARE, reason, population=about.population), tuple(shares.values())
