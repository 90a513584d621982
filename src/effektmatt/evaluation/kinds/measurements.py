"""Measured numbers: what their measures ask of the room of measurements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import pandas as pd

from effektmatt.core import About, Compared, Design, Estimate, Note, Outcome
from effektmatt.data.accounting import Accounting
from effektmatt.data.linking import Linked, link
from effektmatt.data.repeated import resolve_repeated
from effektmatt.data.schemas import Column
from effektmatt.data.values import folded
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.kinds.common import NO_WAVE, Asked, Kind, LoadedSource, Prepared, answer, texts
from effektmatt.evaluation.kinds.sides import Side, Sides, comparing, left, settled, side_notes
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
from effektmatt.plan import Plan
from effektmatt.plan.kinds.measurements import Mean, MeanChange, Measurements, OfNumbers, ShareWithin
from effektmatt.plan.resolved import Condition
from effektmatt.registers.conditions import matched
from effektmatt.registers.people import count_people, labelled


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
        return matched(self.frames[wave], among).hits & self._on(Side.PROJECT, wave)

    def _on(self, side: Side, wave: str) -> Rows:
        """Say which rows are on one side of a comparison; without one everybody took part."""
        if not self.sides:
            return np.full(len(self.frames[wave]), side is Side.PROJECT)
        return np.equal(self.sides[wave], side)

    def compared(self, waves: tuple[str, str], among: Condition, *, comparison: bool = False) -> Waves:
        """Return the numbers of two waves, of those whom a goal concerns."""
        first, last = waves
        pairs = None
        if (first, last) in self.links:
            pairs = self.links[first, last].before, self.links[first, last].after
        elif (last, first) in self.links:
            pairs = self.links[last, first].after, self.links[last, first].before
        both = Waves(before=self.numbers[first], after=self.numbers[last], pairs=pairs)
        inside = (self.rows(wave, among, comparison=comparison) for wave in waves)
        return both.restricted(*inside)


def columns(name: str, source: Measurements, _wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of measured numbers."""
    named = [source.code, *source.link_within, *texts(name, present, plan)]
    return (
        Column(name=source.number, kind="number"),
        *([Column(name=source.at, kind="date")] if source.at else []),
        *([Column(name=source.wave, required=True)] if source.wave else []),
        *(Column(name=text) for text in dict.fromkeys(named) if text and text != source.number),
    )


def prepare(loaded: LoadedSource[Measurements], plan: Plan) -> tuple[MeasurementData, list[Fault]]:
    """Divide one file into waves, leave one row of each person in each, and link the waves."""
    source = loaded.source
    frames, accounts, faults = _by_wave(loaded, plan)
    frames, accounts, repeated = _without_repeated(frames, accounts, loaded)
    faults += repeated
    told, wrong = comparing(loaded, plan)
    faults += wrong
    numbers = {wave: _numbers(frame, loaded) for wave, frame in frames.items()}
    links = {}
    key = [*source.link_within, source.code]
    if source.code and not faults and all(column in frame for frame in frames.values() for column in key):
        links = {
            (first, last): link(frames[first], frames[last], code=source.code, within=source.link_within)
            for first, last in combinations(frames, 2)
        }
    sides = {} if told is None else settled({wave: told.sides(frame) for wave, frame in frames.items()}, links)
    notes = [] if links or len(frames) < 2 else [Note(code="waves-not-linked")]
    notes += [] if told is None else side_notes(told, sides, links, frames)
    data = MeasurementData(
        loaded=loaded,
        accounts=_accounts(accounts, numbers, sides),
        notes=tuple(notes),
        frames=frames,
        numbers=numbers,
        links=links,
        sides=sides,
    )
    return data, faults


def _accounts(
    accounts: Mapping[str, Accounting], numbers: Mapping[str, Numbers], sides: Mapping[str, Sides]
) -> dict[str, Accounting]:
    """Leave out of the account the rows without a number, and those on neither side of a comparison."""
    result = dict(accounts)
    for wave, one in numbers.items():
        reasons = {"without-number": int((~one.measured).sum())}
        reasons |= left(sides[wave], one.measured) if sides else {}
        for reason, rows in reasons.items():
            own = wave if wave in result else NO_WAVE
            result[own] = result[own].leave(reason, rows)
    return result


def _by_wave(
    loaded: LoadedSource[Measurements], plan: Plan
) -> tuple[dict[str, pd.DataFrame], dict[str, Accounting], list[Fault]]:
    """Return the rows of each wave: those of its file, or those that a column says are of it."""
    frames = {wave: file.frame for wave, file in loaded.files.items()}
    column, accounts = loaded.source.wave, loaded.accounts
    if column is None or NO_WAVE not in frames or column not in frames[NO_WAVE]:
        return frames, accounts, []
    whole = frames[NO_WAVE]
    cells = [folded(cell) for cell in whole[column].fillna("")]
    spelled = {name: {folded(name), folded(wave.label)} for name, wave in plan.written.waves.items()}
    belongs = {name: np.array([cell in known for cell in cells], dtype=bool) for name, known in spelled.items()}
    outside = len(whole) - sum(int(rows.sum()) for rows in belongs.values())
    accounts = {NO_WAVE: accounts[NO_WAVE].leave("outside-waves", outside)}
    return {name: whole[rows] for name, rows in belongs.items()}, accounts, []


def _without_repeated(
    frames: dict[str, pd.DataFrame], accounts: dict[str, Accounting], loaded: LoadedSource[Measurements]
) -> tuple[dict[str, pd.DataFrame], dict[str, Accounting], list[Fault]]:
    """Leave one row of each person in each wave, as the plan says."""
    source = loaded.source
    faults: list[Fault] = []
    for wave, frame in frames.items():
        key = [*source.link_within, source.code] if source.code else []
        if not key or any(column not in frame for column in key):
            continue
        own = wave if wave in accounts else NO_WAVE
        file = loaded.files[own].reading.file
        try:
            order = source.at if source.at in frame else None
            resolved = resolve_repeated(frame, key=key, rule=source.repeated, order=order, file=file)
        except InputFaults as error:
            faults += error.faults
            continue
        frames = {**frames, wave: resolved.frame}
        accounts[own] = accounts[own].leave("repeated", resolved.left_out)
    return frames, accounts, faults


def _numbers(frame: pd.DataFrame, loaded: LoadedSource[Measurements]) -> Numbers:
    column = loaded.source.number
    if column not in frame or not pd.api.types.is_numeric_dtype(frame[column]):  # told already
        return Numbers(values=np.full(len(frame), np.nan))
    values = frame[column].to_numpy(dtype=np.float64, na_value=np.nan)
    return Numbers(values=values, groups=labelled(frame, loaded.groups))


def about(asked: Asked[OfNumbers, MeasurementData], rows: Rows) -> tuple[About, tuple[Note, ...]]:
    """Return what is known of those whom a goal concerns, and what there is to say of the register they stand in."""
    source, data = asked.source.source, asked.data
    told = replace(data.about, self_selected=source.sampling == "self-selected")
    if source.everybody:
        return replace(told, population=int(rows.sum())), ()
    if source.of is None:
        return told, ()
    register = data.sources[source.of].loaded
    people = count_people(register.only.frame, among=asked.among, by=register.groups, file=register.only.reading.file)
    return replace(told, population=people.n, population_by_group=people.groups), people.notes


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
    return asked.source.numbers[wave].taken(rows), *about(asked, rows)


def mean_change(asked: Asked[MeanChange, MeasurementData]) -> Outcome:
    """Return the change of the mean between two waves."""
    measure, source = asked.measure, asked.source
    waves = _compared_waves(asked)
    compared = source.compared(waves, asked.among)
    told, notes = about(asked, source.rows(waves[1], asked.among))
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


def _with_notes(outcome: Outcome, notes: tuple[Note, ...]) -> Outcome:
    return replace(outcome, notes=(*outcome.notes, *notes))


KIND = Kind(
    source=Measurements,
    columns=columns,
    prepare=prepare,
    answers=(
        answer(Mean, MeasurementData, mean),
        answer(MeanChange, MeasurementData, mean_change, _cause),
        answer(ShareWithin, MeasurementData, share_within),
    ),
)
