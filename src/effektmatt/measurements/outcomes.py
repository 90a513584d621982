"""What measured numbers say of a goal: their mean, its change, and the share within limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from effektmatt.core import (
    About,
    AnswerCounts,
    Change,
    Compared,
    Estimate,
    Limits,
    Linkage,
    Outcome,
    Reading,
    Role,
    Unit,
)
from effektmatt.data.by_group import groups_of, outcomes_by_group, unknown_groups
from effektmatt.measurements.distribution import distribution
from effektmatt.measurements.numbers import Numbers, Rows, Waves
from effektmatt.stats.estimates import as_census, share_estimate
from effektmatt.stats.unseen import with_unseen
from effektmatt.surveys.all_answers import mean_of_all
from effektmatt.surveys.cause import compared_scores
from effektmatt.surveys.over_time import shown_level
from effektmatt.surveys.score_change import Ends, mean_change, mean_estimate
from effektmatt.surveys.scores import ScoreCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured: its label, and what it is counted in, both in the plan's words."""

    label: str
    measured_in: str | None = None


def mean_outcome(numbers: Numbers, about: About, measured: Measured) -> Outcome:
    """Return the mean of the numbers of one wave.

    Estimand: the mean among those whom `about` tells of. With a known population of whom all were measured it is
    counted; else the t interval of the table of methods, and a note where so few and so skewed numbers make it
    approximate.

    >>> found = mean_outcome(Numbers(values=np.array([0.0, 2, 4, 6, 8])), About(), Measured(label="Sjukdagar"))
    >>> found.estimate.value, found.estimate.n, str(found.estimate.unit)
    (4.0, 5, 'number')
    """

    def of_rows(own: Numbers, of: About) -> Estimate:
        return _mean(own.counts(), of, own.possible)

    return _of_one_wave(numbers, about, measured, of_rows)


def share_within_outcome(numbers: Numbers, limits: Limits, about: About, measured: Measured) -> Outcome:
    """Return the share of those measured whose number lies within limits, both ends included.

    Estimand: the share among those whom `about` tells of; who was not measured is missing, and neither within nor
    without.

    >>> numbers = Numbers(values=np.array([3.0, 12.0, np.nan, 8.0]))
    >>> found = share_within_outcome(numbers, Limits(at_most=10), About(population=4), Measured(label="Sjukdagar"))
    >>> found.estimate.hits, found.estimate.n, found.estimate.possible
    (2, 3, Range(low=0.5, high=0.75))
    """

    def of_rows(own: Numbers, of: About) -> Estimate:
        return share_estimate("share", int(limits.hold(own.values).sum()), int(own.measured.sum()), of)

    return _of_one_wave(numbers, about, measured, of_rows)


def mean_change_outcome(
    compared: Waves,
    about: About,
    measured: Measured,
    *,
    reading: Reading = Reading.POINTS,
    all_measured: bool = False,
) -> Outcome:
    """Return the change of a mean between two waves.

    Estimand: mean after minus mean before ("points", in the unit of the numbers), mean after / mean before - 1
    ("relative"), or the mean after ("level"); of the same people where they are linked (paired t), else of all who were
    measured in each wave (Welch).

    Parameters
    ----------
    compared
        The numbers, and who is linked.
    about
        What is known of the people. Groups where fewer than it allows were measured in either wave are hidden.
    measured
        What was measured.
    reading
        Which of the three is judged; the others stand beside.
    all_measured
        Whether all who were measured are judged where only some are linked (partly overlapping samples); a level is
        always that of all who were measured after.

    Returns
    -------
    Outcome
        `detail` a `Distribution`.

    >>> before, after = (Numbers(values=np.array(values, dtype=float)) for values in ([4, 6, 8, 9], [1, 5, 8, 4]))
    >>> compared = Waves(before=before, after=after, pairs=(np.arange(4), np.arange(4)))
    >>> found = mean_change_outcome(compared, About(), Measured(label="Timmar"))
    >>> found.estimate.value, found.change.before.value, found.estimate.method
    (-2.25, 6.75, 't-paired')
    """
    # a level is that of everybody who was measured, not of the linked alone
    all_measured = all_measured or reading is Reading.LEVEL
    change = _change(compared, about, all_measured=all_measured)
    readings = change.readings
    groups = {
        by: {group: (compared.restricted(*rows), of) for group, (rows, of) in held.items()}
        for by, held in _groups(compared, about).items()
    }
    return Outcome(
        estimate=readings.pop(reading),
        change=change,
        beside=tuple(readings.values()),
        groups=outcomes_by_group(
            groups,
            lambda one: _sizes(one[0], all_measured=all_measured),
            about.hide.means,
            lambda _, one: _read(_change(*one, all_measured=all_measured), reading),
        ),
        detail=distribution(
            compared.before,
            compared.after,
            label=measured.label,
            measured_in=measured.measured_in,
            fewest=about.hide.distributions,
        ),
        notes=unknown_groups(compared.after.groups),
    )


def over_time(waves: Mapping[str, Numbers], about: About) -> tuple[tuple[str, Estimate], ...]:
    """Return the mean of all who were measured in each wave, by what the wave is called; of few people none."""

    def level(numbers: Numbers) -> Estimate:
        counts = numbers.counts()
        return shown_level("mean-score", Unit.NUMBER, counts.n, about, lambda: _mean(counts, about, numbers.possible))

    return tuple((label, level(numbers)) for label, numbers in waves.items())


def compared_change(project: Waves, others: Waves, about: About, *, by_lot: bool = False) -> Compared:
    """Return how much more a mean changed in the project than in the comparison group, and what changed in each.

    Estimand: mean change in the project less that in the comparison group; of linked people where both have them.
    """
    plain = replace(about, population=None, population_by_group={}, self_selected=False)

    def changes(linkage: Linkage) -> list[Change]:
        sides = (one if linkage is Linkage.PAIRED else one.unlinked() for one in (project, others))
        return [_change(one, plain, all_measured=False) for one in sides]

    found = compared_scores([_scores(project), _scores(others)], about, changes, by_lot=by_lot)
    start = None if found.start is None else _in_numbers(found.start)
    numbers = *_scores(project).waves, *_scores(others).waves
    return replace(
        found,
        effect=with_unseen(_in_numbers(found.effect), *numbers, highest=_highest(project.after.possible)),
        start=start,
    )


# ---- pieces ------------------------------------------------------------------------------------------------------


def _of_one_wave(
    numbers: Numbers, about: About, measured: Measured, found: Callable[[Numbers, About], Estimate]
) -> Outcome:
    groups = {
        by: {group: (numbers.taken(rows), of) for group, (rows, of) in held.items()}
        for by, held in groups_of(numbers.groups, about).items()
    }
    return Outcome(
        estimate=found(numbers, about),
        groups=outcomes_by_group(
            groups,
            lambda one: [int(one[0].measured.sum())],
            about.hide.means,
            lambda _, one: (found(*one), None),
            by_itself=about.hide.by_itself,
        ),
        detail=distribution(
            None, numbers, label=measured.label, measured_in=measured.measured_in, fewest=about.hide.distributions
        ),
        notes=unknown_groups(numbers.groups),
    )


def _mean(counts: AnswerCounts, about: About, possible: Ends) -> Estimate:
    found = _in_numbers(mean_estimate(counts, about, None, possible=possible))
    estimate = with_unseen(found, counts, highest=_highest(possible))
    return as_census(estimate) if about.population == counts.n else estimate


def _change(compared: Waves, about: About, *, all_measured: bool) -> Change:
    """Return the change of the linked where there are any, or of all who were measured."""
    scores = _scores(compared)
    everybody = mean_of_all(scores, about) if all_measured else None
    change = everybody or mean_change(scores, about)
    before, after = (scores if everybody is None else scores.unlinked()).waves
    highest, difference = _highest(compared.after.possible), replace(change.difference, measure="mean-difference")
    return Change(
        before=with_unseen(_in_numbers(change.before), before, highest=highest),
        after=with_unseen(_in_numbers(change.after), after, highest=highest),
        difference=with_unseen(_in_numbers(difference), before, after, highest=highest),
        linkage=change.linkage,
        # a standardised difference says nothing that days or hours do not say better
        effects=tuple(
            with_unseen(one, before, after, highest=highest) for one in change.effects if one.role is Role.RELATIVE
        ),
    )


def _scores(compared: Waves) -> ScoreCounts:
    """Return the numbers as the comparison of means takes them."""
    return ScoreCounts(
        before=compared.before.counts(),
        after=compared.after.counts(),
        pairs=compared.paired_counts(),
        possible=compared.after.possible,
    )


def _highest(possible: Ends) -> float | None:
    return None if possible is None else possible[1]


def _groups(compared: Waves, about: About) -> dict[str, dict[str, tuple[tuple[Rows, Rows], About]]]:
    """Return who belongs to each group in both waves: who is linked, to the group that is known of them after."""
    after = groups_of(compared.after.groups, about)
    before = groups_of(compared.before.groups, about)
    nobody = np.zeros(compared.before.values.size, dtype=bool)
    return {
        by: {group: ((before.get(by, {}).get(group, (nobody, of))[0], rows), of) for group, (rows, of) in held.items()}
        for by, held in after.items()
    }


def _sizes(compared: Waves, *, all_measured: bool) -> list[int]:
    linked = compared.linked
    if linked is not None and not all_measured:
        return [linked[0].size]
    return [int(compared.before.measured.sum()), int(compared.after.measured.sum())]


def _read(change: Change, reading: Reading) -> tuple[Estimate, Change]:
    return change.readings[reading], change


def _in_numbers(estimate: Estimate) -> Estimate:
    """Return an estimate of scores as one of numbers, which have a unit that only the plan knows."""
    return replace(estimate, unit=Unit.NUMBER) if estimate.unit is Unit.SCORE else estimate
