"""Surveys made ready: double submissions resolved, answers coded, waves linked, every row accounted for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.core import Reading
from effektmatt.data.accounting import Accounting
from effektmatt.data.linking import Linked
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import NO_WAVE, LoadedSource, Prepared
from effektmatt.evaluation.kinds.concerned import Tells
from effektmatt.evaluation.kinds.linked_waves import OneOfEach, pairs_of
from effektmatt.evaluation.kinds.sides import Side, Sides, comparing, left, settled, side_notes
from effektmatt.evaluation.kinds.survey_empty import without_empty
from effektmatt.evaluation.kinds.survey_need_checks import need_faults
from effektmatt.evaluation.kinds.survey_weights import row_design, unknown_notes, weight_faults
from effektmatt.evaluation.kinds.wave_checks import repeat_notes, wave_faults, wave_notes
from effektmatt.goals import reading_of
from effektmatt.plan import Plan
from effektmatt.plan.kinds.survey import ChangeOfAnswers, Survey
from effektmatt.plan.resolved import Condition
from effektmatt.plan.tables import condition_of
from effektmatt.registers.conditions import matched
from effektmatt.surveys.answers import CodedAnswers, coded_answers
from effektmatt.surveys.outside import Outside, outside_faults
from effektmatt.surveys.scale import THEN
from effektmatt.surveys.then_test import of_then_items
from effektmatt.surveys.waves import Waves

Rows = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SurveyData(Prepared[Survey]):
    """One survey, ready to compute from.

    `frames` have no double submissions. `answers` holds each scale's answers by wave, `waves` the names of the waves
    that have a file (the first and the last are compared, where a measure names no others), `links` who answered both
    of two waves (empty: nobody can be linked), `alone` how many rows of a wave are linked to no other, by the reason.
    `only_before`: the survey has been made before, and not yet after. `judges_all`: a goal is judged by all answers.
    `sides` says row by row who took part and who is compared with them (empty: everybody took part). `then` holds each
    scale's then-test, in the rows of the last wave, where the survey has one.
    """

    frames: Mapping[str, pd.DataFrame]
    answers: Mapping[str, Mapping[str, CodedAnswers]]
    waves: tuple[str, ...]
    only_before: bool
    sides: Mapping[str, Sides]
    links: Mapping[tuple[str, str], Linked]
    alone: Mapping[str, Mapping[str, int]]
    judges_all: bool
    then: Mapping[str, CodedAnswers]

    @property
    def by_wave(self) -> Mapping[str, pd.DataFrame]:
        """One row of each person in each wave."""
        return self.frames

    @property
    def made(self) -> tuple[str, ...]:
        """The waves that have been made."""
        return self.waves

    @property
    def linked(self) -> Linked | None:
        """Who answered both the first time and the last; None where nobody can be linked."""
        return self.links.get((self.waves[0], self.waves[-1]))

    @property
    def tells(self) -> Tells:
        """What its answers tell of those who gave them."""
        asked = {wave: condition_of(table) for wave, table in self.source.asked.items()}
        return Tells(frames=self.frames, linked=bool(self.links), common=asked)

    def answered(self, wave: str) -> pd.DataFrame:
        """Return one row per person who answered in a wave, or both times ("linked")."""
        if wave == "linked" and self.linked is not None:
            return self.frames[self.waves[0]].iloc[self.linked.before]
        return self.frames[wave]

    def compared(
        self,
        scale: str,
        among: Condition | None = None,
        waves: Sequence[str] | None = None,
        *,
        comparison: bool = False,
    ) -> Waves:
        """Return two waves of one scale, of those whom a goal concerns; one that has no file yet is None.

        With `comparison`, of the comparison group instead of the project.
        """
        coded = self.answers[scale]
        if len(self.waves) == 1:
            only = coded[self.waves[0]].taken(self.concerned(self.waves[0], among, comparison=comparison))
            return Waves(before=only, after=None) if self.only_before else Waves(before=None, after=only)
        first, last = waves or (self.waves[0], self.waves[-1])
        both = Waves(before=coded[first], after=coded[last], pairs=pairs_of(self.links, first, last))
        inside = tuple(self.concerned(wave, among, comparison=comparison) for wave in (first, last))
        return both if all(rows.all() for rows in inside) else both.restricted(inside[0], inside[1])

    def of_wave(self, scale: str, wave: str, among: Condition | None = None) -> CodedAnswers:
        """Return the answers to one scale in one wave, of those whom a goal concerns."""
        return self.answers[scale][wave].taken(self.concerned(wave, among))

    def then_test(self, scale: str, among: Condition | None = None) -> CodedAnswers | None:
        """Return the then-test of one scale, of those whom a goal concerns; None where the survey has none."""
        return self.then[scale].taken(self.concerned(self.waves[-1], among)) if scale in self.then else None

    def concerned(self, wave: str, among: Condition | None, *, comparison: bool = False) -> Rows:
        """Say which rows a goal concerns, as far as the survey itself holds the columns that say so.

        A condition is about the project; the comparison group is whoever did not take part.
        """
        if comparison:
            return self._on(Side.COMPARISON, wave)
        held = self.tells.held(wave, among or {})
        return matched(self.frames[wave], held).hits & self._on(Side.PROJECT, wave)

    def hidden(self, wave: str, among: Condition) -> Rows:
        """Say for which rows an empty cell hides whether a goal concerns them."""
        held = self.tells.held(wave, among)
        return matched(self.frames[wave], held).unknown & self._on(Side.PROJECT, wave)

    def otherwise(self, among: Condition, waves: tuple[str, str]) -> int:
        """Count those linked whom a goal concerns by what stands in one wave, and not by what stands in another."""
        link, sorted_out = self.links[waves], []
        for wave, rows in zip(waves, (link.before, link.after), strict=True):
            held = self.tells.held(wave, among)
            if len(held) < len(among):
                return 0
            found = matched(self.frames[wave].iloc[rows], held)
            sorted_out.append((found.hits, found.unknown))
        (one, unknown), (other, unknown_too) = sorted_out
        return int(((one != other) & ~unknown & ~unknown_too).sum())

    def _on(self, side: Side, wave: str) -> Rows:
        """Say which rows are on one side of the comparison; without one everybody took part."""
        if not self.sides:
            return np.full(len(self.frames[wave]), side is Side.PROJECT)
        return np.equal(self.sides[wave], side)


def last_wave(source: Survey, plan: Plan) -> str:
    """Return the last wave that a survey can have answers of."""
    there = source.waves_in(plan.written)
    return next((wave for wave in reversed(plan.written.waves) if wave in there), NO_WAVE)


def _asked_in(loaded: LoadedSource[Survey], plan: Plan) -> dict[str, list[str]]:
    """Return the columns of every question in each wave."""
    scales = [scale for name, scale in plan.scales.items() if plan.written.scales[name].source == loaded.id]
    return {wave: [item.column(wave) for scale in scales for item in scale.items] for wave in loaded.files}


def prepare(loaded: LoadedSource[Survey], plan: Plan) -> tuple[SurveyData, list[Fault]]:
    """Resolve double submissions, code the answers and link the waves.

    Returns
    -------
    data
        The coded answers; those at fault are missing.
    faults
        Every answer outside its scale, and every column that is missing.
    """
    source, loaded = loaded.source, without_empty(loaded, last_wave(loaded.source, plan), plan)
    people = OneOfEach(
        code=source.code,
        within=source.link_within,
        rule=source.repeated,
        by_row=source.is_panel,
        order=source.answered,
    )
    frames, accounts, keys, faults = people.of(
        {wave: file.frame for wave, file in loaded.files.items()}, loaded.accounts, loaded
    )
    answers, then, wrong = _coded(loaded, frames, plan)
    faults += wrong
    told, unclear = comparing(loaded, plan)
    faults += [*weight_faults(loaded), *unclear, *need_faults(loaded, frames, plan)]
    faults += wave_faults(loaded, _asked_in(loaded, plan), plan)
    waves = tuple(frames)
    links = {} if faults else people.links(frames, keys)
    sides = {} if told is None else settled({wave: told.sides(frame) for wave, frame in frames.items()}, links)
    alone, judges_all = _alone(links, waves), _judges_all(loaded.id, plan)
    notes = [*people.notes(accounts, links, loaded, waves), *wave_notes(loaded, plan), *unknown_notes(frames, source)]
    notes += repeat_notes(loaded)
    notes += [] if told is None else side_notes(told, sides, links, frames)
    counted = _accounts(accounts, links, alone, answers, sides, judges_all=judges_all)
    if not sides:  # whoever is compared is used, whomever the goals concern
        counted = _of_concerned(counted, _used(frames, links, answers, judges_all=judges_all), frames, loaded.id, plan)
    data = SurveyData(
        loaded=loaded,
        accounts=counted,
        notes=tuple(notes),
        frames=frames,
        answers=answers,
        waves=waves,
        only_before=len(plan.written.waves) > 1 and waves == (next(iter(plan.written.waves)),),
        sides=sides,
        links=links,
        alone=alone,
        judges_all=judges_all,
        then=then,
    )
    return data, faults


def _coded(
    loaded: LoadedSource[Survey], frames: Mapping[str, pd.DataFrame], plan: Plan
) -> tuple[dict[str, dict[str, CodedAnswers]], dict[str, CodedAnswers], list[Fault]]:
    """Code the answers to every scale in every wave, and to its then-test in the last."""
    answers: dict[str, dict[str, CodedAnswers]] = {}
    then: dict[str, CodedAnswers] = {}
    faults: list[Fault] = []
    last = last_wave(loaded.source, plan)
    for name, scale in plan.scales.items():
        if plan.written.scales[name].source != loaded.id:
            continue
        outside: list[Outside] = []
        for wave, frame in frames.items():
            read = loaded.files[wave].reading
            asked = [(scale, wave)]
            asked += [(of_then, THEN)] if wave == last and (of_then := of_then_items(scale)) is not None else []
            for one, when in asked:
                coded, wrong, strange = coded_answers(frame, one, when, by=loaded.groups, file=read.file)
                if when == wave:
                    answers.setdefault(name, {})[wave] = replace(coded, design=row_design(frame, loaded.source, wave))
                else:
                    then[name] = coded
                faults += [replace(fault, sheet=read.sheet) for fault in wrong]
                outside += [replace(found, sheet=read.sheet) for found in strange]
        faults += outside_faults(outside, scale, plan.file.name)
    return answers, then, faults


def _accounts(
    accounts: Mapping[str, Accounting],
    links: Mapping[tuple[str, str], Linked],
    alone: Mapping[str, Mapping[str, int]],
    answers: Mapping[str, Mapping[str, CodedAnswers]],
    sides: Mapping[str, Sides],
    *,
    judges_all: bool,
) -> dict[str, Accounting]:
    """Account for every row: linked surveys use who answered twice, others who answered any scale at all.

    A linked survey uses all answers too where a goal is judged by them. Who is on neither side of a comparison is not
    used.
    """
    result = dict(accounts)
    if links and not judges_all:
        for wave, reasons in alone.items():
            linked = np.zeros(len(sides.get(wave, ())), dtype=bool)
            for waves, link in links.items():
                if wave in waves and linked.size:
                    linked[link.before if wave == waves[0] else link.after] = True
            for reason, rows in (*reasons.items(), *(left(sides[wave], linked).items() if linked.size else ())):
                result[wave] = result[wave].leave(reason, rows)
        return result
    for wave, account in accounts.items():
        coded = [by_wave[wave] for by_wave in answers.values() if wave in by_wave]
        if coded:
            answered_any = np.any([one.answered_items > 0 for one in coded], axis=0)
            result[wave] = account.leave("no-answer", int((~answered_any).sum()))
            for reason, rows in (left(sides[wave], answered_any) if sides else {}).items():
                result[wave] = result[wave].leave(reason, rows)
    return result


def _used(
    frames: Mapping[str, pd.DataFrame],
    links: Mapping[tuple[str, str], Linked],
    answers: Mapping[str, Mapping[str, CodedAnswers]],
    *,
    judges_all: bool,
) -> dict[str, Rows]:
    """Say which rows of each wave are used, whomever a goal concerns: those linked, else those with any answer."""
    used: dict[str, Rows] = {}
    for wave, frame in frames.items():
        coded = [by_wave[wave] for by_wave in answers.values() if wave in by_wave]
        rows = np.any([one.answered_items > 0 for one in coded], axis=0) if coded else np.ones(len(frame), dtype=bool)
        if links and not judges_all:
            rows = np.zeros(len(frame), dtype=bool)
            for (first, last), link in links.items():
                if wave in (first, last):
                    rows[link.before if wave == first else link.after] = True
        used[wave] = rows
    return used


def _of_concerned(
    accounts: dict[str, Accounting],
    used: Mapping[str, Rows],
    frames: Mapping[str, pd.DataFrame],
    source: str,
    plan: Plan,
) -> dict[str, Accounting]:
    """Account for the rows that no goal concerns, as far as the survey itself tells whom they concern."""
    asked = [part.among for part in plan.parts if plan.source_of(part) == source]
    result = dict(accounts)
    for wave, frame in frames.items():
        told = [{column: value for column, value in among.items() if column in frame} for among in asked]
        if told and all(told):
            concerned = np.any([matched(frame, one).hits for one in told], axis=0)
            result[wave] = result[wave].leave("not-concerned", int((used[wave] & ~concerned).sum()))
    return result


def _judges_all(source: str, plan: Plan) -> bool:
    """Say whether a goal is judged by all answers to a survey."""
    parts = (part for goal in plan.goals for part in goal.parts if plan.source_of(part) == source)
    return any(
        isinstance(part.measure, ChangeOfAnswers)
        and (part.measure.answers == "all" or reading_of(part.target) is Reading.LEVEL)
        for part in parts
    )


def _alone(links: Mapping[tuple[str, str], Linked], waves: Sequence[str]) -> dict[str, dict[str, int]]:
    """Count the rows of each wave that are linked to no other: without a code, without a group, answered only here."""
    return {wave: _alone_in(wave, links, waves) for wave in waves if links}


def _alone_in(wave: str, links: Mapping[tuple[str, str], Linked], waves: Sequence[str]) -> dict[str, int]:
    sides = [
        (one.without_code_before, one.without_group_before, one.only_before)
        if wave == first
        else (one.without_code_after, one.without_group_after, one.only_after)
        for (first, last), one in links.items()
        if wave in (first, last)
    ]
    without_code, without_group, _ = sides[0]  # the same for every other wave
    only_here = reduce(np.intersect1d, (only for _, _, only in sides))
    answered = "answered-once" if len(waves) > 2 else ("only-before", "only-after")[waves.index(wave)]
    counted = {"without-code": len(without_code), "without-group": len(without_group), answered: len(only_here)}
    return {reason: rows for reason, rows in counted.items() if rows}
