"""Measured numbers: what their measures ask of the room of measurements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from effektmatt.core import About, Compared, Design, Estimate, Note, Outcome, Reading
from effektmatt.core.about import DRAWN_RESEMBLE
from effektmatt.data.accounting import Accounting
from effektmatt.data.columns import Labels, spelled_alike
from effektmatt.data.linking import Linked
from effektmatt.data.schemas import Column
from effektmatt.data.where import row_ranges
from effektmatt.disclosure.figures import Cell, Figure
from effektmatt.errors import Fault
from effektmatt.evaluation.figures import BESIDE_OTHERS, WAVE, whole_and_groups, without_waves
from effektmatt.evaluation.kinds.common import Asked, Kind, LoadedSource, Prepared, answer, asked_of, texts
from effektmatt.evaluation.kinds.concerned import Tells, hidden_notes, of_concerned, people_in
from effektmatt.evaluation.kinds.linked_waves import OneOfEach, in_pairs, pairs_of, people_of
from effektmatt.evaluation.kinds.measurement_figures import (
    MeasuredPeople,
    class_figures,
    compared_figures,
    size_of,
)
from effektmatt.evaluation.kinds.sides import WHY, Side, Sides, comparing, left, settled, side_notes
from effektmatt.evaluation.kinds.wave_checks import wave_faults
from effektmatt.evaluation.who import who_are_in
from effektmatt.goals import reading_of
from effektmatt.measurements.numbers import Numbers, Rows, Waves
from effektmatt.measurements.outcomes import (
    Measured,
    compared_change,
    mean_change_outcome,
    mean_outcome,
    over_time,
    share_within_outcome,
)
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.kinds.measurements import Mean, MeanChange, Measurements, OfNumbers, ShareWithin
from effektmatt.plan.resolved import Condition
from effektmatt.registers.conditions import matched
from effektmatt.registers.people import People, count_people, labelled


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MeasurementData(Prepared[Measurements]):
    """Numbers by wave, who is linked between two of them, and who belongs to the comparison group."""

    frames: Mapping[str, pd.DataFrame]
    numbers: Mapping[str, Numbers]
    links: Mapping[tuple[str, str], Linked]
    sides: Mapping[str, Sides]

    @property
    def made(self) -> tuple[str, ...]:
        """The waves that have rows."""
        return tuple(wave for wave, numbers in self.numbers.items() if numbers.measured.size)

    def rows(self, wave: str, among: Condition, *, comparison: bool = False) -> Rows:
        """Say which rows of a wave a goal concerns; the comparison group is whoever did not take part."""
        if comparison:
            return self._on(Side.COMPARISON, wave)
        held = self.tells.held(wave, among)
        return matched(self.frames[wave], held).hits & self._on(Side.PROJECT, wave)

    def hidden(self, wave: str, among: Condition) -> Rows:
        """Say for which rows an empty cell hides whether a goal concerns them."""
        held = self.tells.held(wave, among)
        return matched(self.frames[wave], held).unknown & self._on(Side.PROJECT, wave)

    @property
    def tells(self) -> Tells:
        """What its rows tell of those who were measured."""
        return Tells(frames=self.frames, linked=bool(self.links))

    def everybody(self, wave: str, among: Condition) -> People:
        """Count those whom a goal concerns where a wave has a row for all that there are."""
        frame = self.frames[wave].loc[self._on(Side.PROJECT, wave)]
        return count_people(frame, among=among, by=self.loaded.groups)

    def _on(self, side: Side, wave: str) -> Rows:
        """Say which rows are on one side of a comparison; without one everybody took part."""
        if not self.sides:
            return np.full(len(self.frames[wave]), side is Side.PROJECT)
        return np.equal(self.sides[wave], side)

    def compared(self, waves: tuple[str, str], among: Condition, *, comparison: bool = False) -> Waves:
        """Return the numbers of two waves, of those whom a goal concerns."""
        first, last = waves
        both = Waves(before=self.numbers[first], after=self.numbers[last], pairs=pairs_of(self.links, first, last))
        inside = (self.rows(wave, among, comparison=comparison) for wave in waves)
        return both.restricted(*inside)


def columns(name: str, source: Measurements, _wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of measured numbers."""
    named = [source.code, *source.link_within, *texts(name, present, plan)]
    return (
        Column(name=source.number, kind="number"),
        *([Column(name=source.at, kind="moment")] if source.at else []),
        *(Column(name=text) for text in dict.fromkeys(named) if text and text != source.number),
    )


def prepare(loaded: LoadedSource[Measurements], plan: Plan) -> tuple[MeasurementData, list[Fault]]:
    """Leave one row of each person in each wave, and link the waves."""
    source = loaded.source
    people = OneOfEach(
        code=source.code,
        within=source.link_within,
        rule=source.repeated,
        by_row=source.is_panel,
        order=source.at,
        order_key="at",
    )
    frames, accounts, keys, faults = people.of(
        {wave: file.frame for wave, file in loaded.files.items()}, loaded.accounts, loaded
    )
    told, wrong = comparing(loaded, plan)
    faults += [*wrong, *wave_faults(loaded, {wave: [source.number] for wave in loaded.files}, plan)]
    faults += _impossible(loaded)
    numbers = _numbers(frames, loaded)
    links = {} if faults else people.links(frames, keys)
    sides = {} if told is None else settled({wave: told.sides(frame) for wave, frame in frames.items()}, links)
    notes = list(people.notes(accounts, links, loaded, frames))
    notes += [] if told is None else side_notes(told, sides, links, frames)
    data = MeasurementData(
        loaded=loaded,
        accounts=_accounts(accounts, numbers, sides, links if _all_are_linked(loaded.id, plan) else {}),
        notes=tuple(notes),
        frames=frames,
        numbers=numbers,
        links=links,
        sides=sides,
    )
    return data, faults


def _accounts(
    accounts: Mapping[str, Accounting],
    numbers: Mapping[str, Numbers],
    sides: Mapping[str, Sides],
    links: Mapping[tuple[str, str], Linked],
) -> dict[str, Accounting]:
    """Leave out of the account the rows without a number, those on neither side of a comparison, and those alone.

    `links` are empty where some goal is about all who were measured.
    """
    result = dict(accounts)
    counted = {
        wave: one.measured & np.isin(sides[wave], list(WHY), invert=True) if sides else one.measured
        for wave, one in numbers.items()
    }
    paired = in_pairs(links, counted) if links else counted
    for wave, one in numbers.items():
        reasons = {"without-number": int((~one.measured).sum())}
        reasons |= left(sides[wave], one.measured) if sides else {}
        reasons["measured-once"] = int((counted[wave] & ~paired[wave]).sum())
        for reason, rows in reasons.items():
            result[wave] = result[wave].leave(reason, rows)
    return result


def _all_are_linked(source: str, plan: Plan) -> bool:
    """Say whether every goal about a source compares people with themselves."""
    asked = list(asked_of(source, OfNumbers, plan))
    return bool(asked) and all(_is_of_linked(part) for part, _ in asked)


def _is_of_linked(part: PlannedPart) -> bool:
    measure = part.measure
    linked = isinstance(measure, MeanChange) and measure.answers == "linked"
    return linked and reading_of(part.target) is not Reading.LEVEL


def _numbers(frames: Mapping[str, pd.DataFrame], loaded: LoadedSource[Measurements]) -> dict[str, Numbers]:
    """Return the numbers of every wave; a group is one in all of them, however each spells it."""
    groups = spelled_alike([labelled(frame, loaded.groups) for frame in frames.values()])
    return {wave: _of_wave(frame, own, loaded) for (wave, frame), own in zip(frames.items(), groups, strict=True)}


def _of_wave(frame: pd.DataFrame, groups: Mapping[str, Labels], loaded: LoadedSource[Measurements]) -> Numbers:
    column, possible = loaded.source.number, loaded.source.possible
    if column not in frame or not pd.api.types.is_numeric_dtype(frame[column]):  # told already
        return Numbers(values=np.full(len(frame), np.nan))
    values = frame[column].to_numpy(dtype=np.float64, na_value=np.nan)
    return Numbers(values=values, groups=groups, possible=None if possible is None else (possible[0], possible[1]))


def _impossible(loaded: LoadedSource[Measurements]) -> Iterator[Fault]:
    """Yield the numbers of each file that cannot be had, as the plan says."""
    column, (lowest, highest) = loaded.source.number, loaded.source.possible or (-np.inf, np.inf)
    if lowest >= highest:  # told of the plan
        return
    for file in loaded.files.values():
        if column not in file.frame or not pd.api.types.is_numeric_dtype(file.frame[column]):
            continue
        cells = file.frame[column].dropna()
        rows = [int(row) for row in cells.index[(cells < lowest) | (cells > highest)]]
        if rows:
            yield Fault(
                code="number-not-possible",
                file=file.reading.file,
                sheet=file.reading.sheet,
                row=rows[0],
                column=column,
                got=f"{cells.loc[rows[0]]:.15g}",
                rows=len(rows),
                details={"where": row_ranges(rows), "lowest": f"{lowest:.15g}", "highest": f"{highest:.15g}"},
            )


def about(asked: Asked[OfNumbers, MeasurementData], *waves: str) -> tuple[About, tuple[Note, ...]]:
    """Return what is known of those whom a goal concerns in some waves, and what there is to say of their register."""
    source, data = asked.source.source, asked.data
    drawn = source.sampling == "random"
    told = replace(
        data.about, self_selected=not drawn, assumptions=(Note(code=DRAWN_RESEMBLE),) if drawn and not source.of else ()
    )
    if source.everybody:
        return of_concerned(replace(told, assumptions=()), (), asked.source.everybody(waves[-1], asked.among), None)
    people, everybody = (people_in(source.of, among, data) for among in (asked.among, {}))
    found, notes = of_concerned(told, asked.source.tells.unseen(asked.among, waves), people, everybody)
    return found, (*notes, *hidden_notes({wave: asked.source.hidden(wave, asked.among) for wave in waves}, asked.among))


def _measured(asked: Asked[OfNumbers, MeasurementData]) -> Measured:
    source = asked.source.source
    return Measured(label=asked.data.plan.written.called(source.number), measured_in=source.measured_in)


def _last_wave(data: MeasurementData) -> str:
    return (data.made or tuple(data.numbers))[-1]


def mean(asked: Asked[Mean, MeasurementData]) -> Outcome:
    """Return the mean of one wave."""
    numbers, told, notes = _one_wave(asked, asked.measure.wave)
    return _with_notes(mean_outcome(numbers, told, _measured(asked)), notes)


def share_within(asked: Asked[ShareWithin, MeasurementData]) -> Outcome:
    """Return the share of one wave within limits."""
    numbers, told, notes = _one_wave(asked, asked.measure.wave)
    return _with_notes(share_within_outcome(numbers, asked.measure.limits, told, _measured(asked)), notes)


def _one_wave(asked: Asked[OfNumbers, MeasurementData], named: str | None) -> tuple[Numbers, About, tuple[Note, ...]]:
    wave = named or _last_wave(asked.source)
    rows = asked.source.rows(wave, asked.among)
    return asked.source.numbers[wave].taken(rows), *about(asked, wave)


def mean_change(asked: Asked[MeanChange, MeasurementData]) -> Outcome:
    """Return the change of the mean between two waves."""
    measure, source = asked.measure, asked.source
    waves = _compared_waves(asked)
    compared = source.compared(waves, asked.among)
    told, notes = about(asked, *waves)
    outcome = mean_change_outcome(
        compared,
        told,
        _measured(asked),
        reading=reading_of(asked.target),
        all_measured=measure.answers == "all",
    )
    return _with_notes(replace(outcome, over_time=tuple(_course(asked, told))), notes)


def _compared_waves(asked: Asked[MeanChange, MeasurementData]) -> tuple[str, str]:
    """Return the two waves; where only one has been made the other has no rows yet."""
    known = tuple(asked.source.numbers)
    return asked.measure.compared(known) or (known[0], known[0])


def _course(asked: Asked[MeanChange, MeasurementData], told: About) -> Iterator[tuple[str, Estimate]]:
    """Yield the mean in every wave, where there are more than the two that are compared."""
    source, waves = asked.source, asked.data.plan.written.waves
    if len(source.made) > 2:
        numbers = {waves[one].label: source.numbers[one].taken(source.rows(one, asked.among)) for one in source.made}
        yield from over_time(numbers, told)


def _cause(asked: Asked[MeanChange, MeasurementData]) -> Compared | None:
    """Return how much more the project changed than the comparison group; None where there is none."""
    source, analysis = asked.source, asked.data.plan.written.analysis
    if not source.sides or len(source.made) < 2:
        return None
    waves = _compared_waves(asked)
    project, others = (source.compared(waves, asked.among, comparison=one) for one in (False, True))
    return compared_change(project, others, asked.data.about, by_lot=Design(analysis.design) is Design.RANDOMISED)


def _people(source: MeasurementData) -> MeasuredPeople:
    people, told = people_of(source.frames, source.links), source.source
    key = [*told.link_within, told.code] if told.code else []
    who = who_are_in(source.loaded.id, source.frames, people, size_of(people), key)
    return MeasuredPeople(source=source.loaded.id, people=people, numbers=source.numbers, who=who)


def _mean_figures(asked: Asked[Mean, MeasurementData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what the mean of a wave publishes."""
    wave, people = asked.measure.wave or _last_wave(asked.source), _people(asked.source)
    measured = people.measured(wave, asked.source.rows(wave, asked.among))
    yield from whole_and_groups(asked.part.id, measured, people.labels([wave]), outcome, people.number(wave))
    yield from class_figures(asked.part.id, people, wave, measured, outcome)


def _within_figures(asked: Asked[ShareWithin, MeasurementData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what the share of a wave within limits publishes."""
    wave, people, limits = asked.measure.wave or _last_wave(asked.source), _people(asked.source), asked.measure.limits
    measured = people.measured(wave, asked.source.rows(wave, asked.among))
    within = people.holds(wave, str(limits), limits.hold(asked.source.numbers[wave].values))
    yield from whole_and_groups(asked.part.id, measured, people.labels([wave]), outcome, within)
    yield from class_figures(asked.part.id, people, wave, measured, outcome)


def _change_figures(asked: Asked[MeanChange, MeasurementData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what the change of a mean publishes: where all are judged, what all of them tell and not the linked."""
    source, waves = asked.source, _compared_waves(asked)
    concerned = {wave: source.rows(wave, asked.among) for wave in waves}
    linked = _is_of_linked(asked.part) and pairs_of(source.links, *waves) is not None
    people = _people(source)
    yield from compared_figures(asked.part.id, people, concerned, outcome, linked=linked)
    measured = {wave: people.measured(wave, source.rows(wave, asked.among)) for wave in source.made}
    labels, told = asked.data.plan.written.waves, dict(outcome.over_time)
    for wave, own in measured.items():
        if len(source.made) > 2 and not outcome.estimate.hidden:
            label = labels[wave].label
            cell = Cell(part=asked.part.id, by=WAVE, group=label)
            yield people.number(wave).of(cell, own, published=told[label].value is not None)
    if source.sides and len(source.made) > 1:
        both = measured[waves[0]] & measured[waves[1]]
        for wave in waves:
            own = both if pairs_of(source.links, *waves) is not None else measured[wave]
            yield people.number(wave).of(Cell(part=asked.part.id, by=BESIDE_OTHERS), own)


def _with_notes(outcome: Outcome, notes: tuple[Note, ...]) -> Outcome:
    return replace(outcome, notes=(*outcome.notes, *notes))


KIND = Kind(
    source=Measurements,
    columns=columns,
    prepare=prepare,
    answers=(
        answer(Mean, MeasurementData, mean, figures=_mean_figures),
        answer(MeanChange, MeasurementData, mean_change, _cause, figures=_change_figures, without=without_waves),
        answer(ShareWithin, MeasurementData, share_within, figures=_within_figures),
    ),
)
