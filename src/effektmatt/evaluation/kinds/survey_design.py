"""Measures of a survey whose answers weigh differently, or whose people took part in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import About, Estimate, Limits, Note, Outcome
from effektmatt.data.values import folded
from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.evaluation.kinds.common import Asked
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.evaluation.kinds.survey_people import about_people
from effektmatt.evaluation.kinds.survey_weights import is_designed
from effektmatt.plan.kinds.survey import Survey
from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.resolved import Condition
from effektmatt.registers.conditions import belonging
from effektmatt.registers.people import count_people
from effektmatt.stats.designs import Design, effective_n
from effektmatt.stats.question import Assumption
from effektmatt.stats.raking import raked_weights
from effektmatt.stats.results import implied_error
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.scores import Booleans
from effektmatt.surveys.waves import Waves

#: Weights so many times the mean, and so small a part of the answers that they are worth, are remarked on.
_HEAVY, _WORTH = 5.0, 0.5
#: What a result without weights is called, beside the one with them.
UNWEIGHTED = "unweighted"

#: What a measure says of the answers to each of its scales.
Measure = Callable[[Sequence[Waves], About], Outcome]
SurveyMeasure = Asked[MeasureTable, SurveyData]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """Which scales a measure reads, and in which waves: `one` if it reads a single wave.

    `groups`: two groups of that wave, which are compared as waves are: the first as the answers after.
    """

    scales: tuple[str, ...]
    waves: Sequence[str] | None = None
    one: str | None = None
    groups: tuple[Condition, Condition] | None = None

    def people(self, survey: SurveyData, among: Condition) -> list[Waves]:
        """Return the answers to each scale of those whom a goal concerns."""
        if self.one is not None:
            return [Waves(before=None, after=survey.of_wave(scale, self.one, among)) for scale in self.scales]
        return [survey.compared(scale, among, self.waves) for scale in self.scales]

    def named(self, survey: SurveyData) -> tuple[str | None, str | None]:
        """Return the waves before and after, None where one is not read or not made."""
        if self.one is not None:
            return None, self.one
        if len(survey.waves) == 1:
            return (survey.waves[0], None) if survey.only_before else (None, survey.waves[0])
        first, last = self.waves or (survey.waves[0], survey.waves[-1])
        return first, last


def measured(asked: SurveyMeasure, compared: Reads, measure: Measure) -> Outcome:
    """Return what a measure says, as people weigh and took part together; beside it, what it says without weights."""
    about, notes = about_people(asked, wave=compared.one)
    survey = asked.source
    if not is_designed(survey.source):
        outcome = measure([_in_groups(one, asked, compared) for one in compared.people(survey, asked.among)], about)
        return replace(outcome, notes=(*outcome.notes, *notes))
    people, about = weighed(asked, compared, about)
    people = [_in_groups(one, asked, compared) for one in people]
    outcome = measure(people, about)
    bare = replace(about, weighed=())
    beside: tuple[Estimate, ...] = ()
    if survey.source.weigh or survey.source.weight:
        unweighted = measure([_with_design(one, _without_weights) for one in people], bare)
        beside = (replace(unweighted.estimate, measure=UNWEIGHTED),)
        notes = (*notes, *_weight_notes(people))
    if survey.source.cluster:
        alone = measure([_with_design(one, lambda _: None) for one in people], bare)
        notes = (*notes, *_cluster_notes(people[0], outcome.estimate, alone.estimate))
        outcome = replace(outcome, estimate=with_unknown_groups(outcome.estimate, people))
    return replace(outcome, beside=(*outcome.beside, *beside), notes=(*outcome.notes, *notes))


def weighed(asked: SurveyMeasure, compared: Reads, about: About) -> tuple[list[Waves], About]:
    """Return the answers with their weights, and what then must hold of those who did not answer."""
    survey, source = asked.source, asked.source.source
    if not source.weigh:
        return [_linked_alike(one) for one in compared.people(survey, asked.among)], about
    # the margins of a register are those of whom a goal concerns; declared ones are of everybody
    whole = not source.margins
    people = [_known(one) for one in compared.people(survey, asked.among if whole else {})]
    people = _to_margins(people, _Margins.of(asked, whole=whole), compared.named(survey))
    if not whole and asked.among:
        people = [_restricted(one, asked, compared) for one in people]
    return people, replace(about, weighed=tuple(source.weigh))


def row_weights(asked: SurveyMeasure, scale: str, wave: str) -> NDArray[np.float64] | None:
    """Return what each row of a wave weighs, nought where it is not counted; None where all weigh alike."""
    survey, source = asked.source, asked.source.source
    if not source.weigh and not source.weight:
        return None
    answers = weighed(asked, Reads(scales=(scale,), one=wave), asked.data.about)[0][0].after
    if answers is None or answers.design is None:
        return None
    counted = survey.concerned(wave, asked.among)
    if source.weigh:
        counted &= _complete(survey.answers[scale][wave])
    weights = np.zeros(counted.size)
    weights[counted] = np.asarray(answers.design.weights)
    return weights


def _restricted(waves: Waves, asked: SurveyMeasure, compared: Reads) -> Waves:
    """Return those whom a goal concerns, of all whose weights have the population's margins."""
    survey = asked.source

    def concerned(wave: str | None, answers: CodedAnswers | None) -> Booleans:
        if wave is None or answers is None:
            return np.array([], dtype=bool)
        everybody = survey.concerned(wave, {})
        known = _complete(survey.answers[answers.scale.id][wave].taken(everybody))
        return survey.concerned(wave, asked.among)[everybody][known]

    before, after = compared.named(survey)
    return waves.restricted(concerned(before, waves.before), concerned(after, waves.after))


def _in_groups(waves: Waves, asked: SurveyMeasure, compared: Reads) -> Waves:
    """Return the two groups of one wave, where groups are compared."""
    if compared.groups is None or compared.one is None or waves.after is None:
        return waves
    survey, wave, answers = asked.source, compared.one, waves.after
    concerned = survey.concerned(wave, asked.among)
    known = _complete(survey.answers[answers.scale.id][wave].taken(concerned))
    first, second = (
        answers.taken(belonging(survey.frames[wave], by, names).hits[concerned][known])
        for group in compared.groups
        for by, names in group.items()
        if not isinstance(names, Limits)
    )
    return Waves(before=second, after=first)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Margins:
    """How many there are in the population of each category, column by column, and what the categories are called."""

    file: str
    columns: tuple[str, ...]
    sizes: tuple[dict[str, float], ...]
    names: tuple[dict[str, str], ...]
    finite: bool

    @classmethod
    def of(cls, asked: SurveyMeasure, *, whole: bool) -> _Margins:
        """Return the margins of the register, of those whom a goal concerns, or those that the plan declares."""
        source, plan = asked.source.source, asked.data.plan
        written: dict[str, dict[str, float]] = {column: dict(source.margins.get(column, {})) for column in source.weigh}
        if whole and source.of is not None:
            register = asked.data.sources[source.of].loaded.only
            file = register.reading.file
            people = count_people(register.frame, among=asked.among, by=source.weigh, file=file)
            for (column, category), n in people.groups.items():
                written[column][category] = float(n)
        return cls(
            file=plan.file.name if not whole else ", ".join(asked.source.loaded.frames),
            columns=tuple(source.weigh),
            sizes=tuple({folded(one): n for one, n in written[column].items() if n > 0} for column in source.weigh),
            names=tuple({folded(one): one for one in written[column]} for column in source.weigh),
            finite=whole,
        )

    def faults(self, design: Design, counted: Booleans, wave: str) -> Iterator[Fault]:
        """Yield the categories that nobody answered from, and those that the population does not have."""
        for place, (column, sizes, names) in enumerate(zip(self.columns, self.sizes, self.names, strict=True)):
            answered = set(np.asarray(design.categories)[counted, place].tolist())
            for one in sizes.keys() - answered:
                details: dict[str, str | int | float] = {"wave": wave or "one", "n": sizes[one]}
                yield Fault(code="weigh-empty-cell", file=self.file, column=column, got=names[one], details=details)
            for one in answered - sizes.keys():
                shown = tuple(names[name] for name in sizes)
                near = nearest(one, shown)
                yield Fault(
                    code="weigh-value-unknown", file=self.file, column=column, got=one, expected=shown, nearest=near
                )

    def calibrated(self, design: Design, counted: Booleans, wave: str) -> Design:
        """Return the design whose weights have the margins."""
        if not counted.any():
            return design
        faults = list(self.faults(design, counted, wave))
        if faults:
            raise InputFaults(faults)
        columns = np.asarray(design.categories)[counted].T.tolist()
        try:
            weights, known = raked_weights(columns, self._alike(), np.asarray(design.weights)[counted])
        except ValueError:
            fault = Fault(code="weigh-impossible", file=self.file, column=", ".join(self.columns))
            raise InputFaults([fault]) from None
        return design.raked(counted, weights, known, sum(self.sizes[0].values()) if self.finite else None)

    def _alike(self) -> list[dict[str, float]]:
        """Return the margins with the same sum: declared ones may be rounded, and cells of a register empty."""
        size = sum(self.sizes[0].values())
        return [{one: size * n / sum(margin.values()) for one, n in margin.items()} for margin in self.sizes]


def _to_margins(people: list[Waves], margins: _Margins, named: tuple[str | None, str | None]) -> list[Waves]:
    """Weigh those who answered each wave, and those who answered both, to the same margins."""

    def wave(answers: CodedAnswers | None, name: str | None) -> CodedAnswers | None:
        if answers is None or answers.design is None:
            return answers
        counted, none = answers.scores.valid, answers.gave_none
        design = margins.calibrated(answers.design, counted, name or "")
        of_all = margins.calibrated(answers.design, counted | none, name or "") if none.any() else None
        return replace(answers, design=design, design_of_all=of_all)

    linked, linked_design = [one.linked for one in people], None
    pairs, first = people[0].pairs, people[0].before
    if pairs is not None and first is not None and first.design is not None:
        scores = [one.scores.valid for both in linked if both is not None for one in both]
        both_times = np.logical_and.reduce(scores)
        linked_design = margins.calibrated(first.design.taken(pairs[0]), both_times, "linked")
    return [
        replace(one, before=wave(one.before, named[0]), after=wave(one.after, named[1]), linked_design=linked_design)
        for one in people
    ]


def _linked_alike(waves: Waves) -> Waves:
    """Return the waves with what the linked weigh and took part with, as it was before."""
    if waves.pairs is None or waves.before is None or waves.before.design is None:
        return waves
    return replace(waves, linked_design=waves.before.design.taken(waves.pairs[0]))


def _known(waves: Waves) -> Waves:
    """Return those of whom it is known what they are weighed by."""
    masks = (np.array([], dtype=bool) if one is None else _complete(one) for one in (waves.before, waves.after))
    before, after = masks
    return waves if before.all() and after.all() else waves.restricted(before, after)


def _complete(answers: CodedAnswers) -> Booleans:
    if answers.design is None or answers.design.categories is None:
        return np.full(len(answers.places), True)
    complete: Booleans = np.all(np.asarray(answers.design.categories) != "", axis=1)
    return complete


def _with_design(waves: Waves, change: Callable[[Design], Design | None]) -> Waves:
    def changed(answers: CodedAnswers | None) -> CodedAnswers | None:
        if answers is None or answers.design is None:
            return answers
        of_all = None if answers.design_of_all is None else change(answers.design_of_all)
        return replace(answers, design=change(answers.design), design_of_all=of_all)

    linked = waves.linked_design
    return replace(
        waves,
        before=changed(waves.before),
        after=changed(waves.after),
        linked_design=None if linked is None else change(linked),
    )


def _without_weights(design: Design) -> Design | None:
    """Return groups alone; nothing where there are none."""
    return None if design.clusters is None else Design(np.ones(design.n), clusters=design.clusters)


def _designs(waves: Waves) -> list[Design]:
    """Return the designs of those who are compared: of the linked, or of each wave."""
    if waves.linked_design is not None:
        return [waves.linked_design]
    return [
        one.design.taken(one.scores.valid)
        for one in (waves.before, waves.after)
        if one is not None and one.design is not None
    ]


def _weight_notes(people: Sequence[Waves]) -> Iterator[Note]:
    """Say where weights make answers worth much less, and where single answers weigh very much."""
    for design in _designs(people[0]):
        weights = np.asarray(design.weights)[np.asarray(design.weights) > 0]
        if not weights.size:
            continue
        worth, heaviest = effective_n(weights), float(weights.max() / weights.mean())
        if worth < _WORTH * weights.size:
            yield Note(code="weights-uneven", values={"n": int(weights.size), "worth": round(worth)})
        if heaviest > _HEAVY:
            heavy = int((weights > _HEAVY * weights.mean()).sum())
            yield Note(code="weights-heavy", values={"n": heavy, "times": round(heaviest, 1)})


def _cluster_notes(waves: Waves, judged: Estimate, alone: Estimate) -> Iterator[Note]:
    """Say how many groups there are, and how much less the answers are worth because people in them are alike."""
    names = [np.asarray(design.clusters) for design in _designs(waves)]
    if not names:
        return
    groups = int(np.unique(np.concatenate(names)).size)
    values: dict[str, str | int | float] = {"groups": groups, "n": judged.n, "of": "answers"}
    both = (judged.interval, alone.interval)
    if both[0] is None or both[1] is None or not implied_error(both[1]):
        yield Note(code="groups-counted", values=values)
        return
    effect = (implied_error(both[0]) / implied_error(both[1])) ** 2
    yield Note(code="groups-considered", values={**values, "effect": effect})


def with_unknown_groups(estimate: Estimate, people: Sequence[Waves]) -> Estimate:
    """Keep the assumption that answers are independent, where it is not known who took part with whom.

    Nor is it where nearly everybody is a group: a code that is named as the group tells nothing of who are alike.
    """
    held = [design for waves in people for design in _designs(waves) if design.clusters is not None]
    names = [name for design in held for name in np.asarray(design.clusters).tolist()]
    independent = Note(code=str(Assumption.INDEPENDENT))
    known = all(name.startswith("=") for name in names) and not any(design.mostly_alone for design in held)
    if known or estimate.interval is None:
        return estimate
    assumptions = (*(one for one in estimate.assumptions if one != independent), independent)
    return replace(estimate, assumptions=assumptions)


def as_drawn(waves: Waves, source: Survey) -> Waves:
    """Return the waves as people were drawn and took part, weighed to no margins."""
    drawn = bool(source.cluster or source.weight)
    return _linked_alike(_with_design(waves, lambda one: replace(one, categories=None) if drawn else None))
