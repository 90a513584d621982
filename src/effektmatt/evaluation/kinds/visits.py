"""Visits: rows judged against a checklist, wave by wave, and what their measures ask of the visits room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from effektmatt.core import Compared, Estimate, Note, Outcome, Reading
from effektmatt.data.accounting import Accounting
from effektmatt.data.schemas import Column
from effektmatt.data.text import TEXT
from effektmatt.data.values import folded
from effektmatt.data.wrong_cells import gathered
from effektmatt.disclosure.figures import Figure, Members
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.asked_questions import of_checklist
from effektmatt.evaluation.kinds.common import (
    Asked,
    Kind,
    LoadedSource,
    Prepared,
    answer,
    narrowed,
    texts,
)
from effektmatt.evaluation.kinds.concerned import hidden_notes
from effektmatt.evaluation.kinds.entered_twice import once
from effektmatt.evaluation.kinds.sides import (
    Comparing,
    Side,
    Sides,
    comparing,
    left,
    settled_in_units,
    side_notes,
)
from effektmatt.evaluation.kinds.visit_figures import VisitedWave, shows_visits, visit_figures, without_visits
from effektmatt.evaluation.kinds.wave_checks import wave_faults
from effektmatt.goals import reading_of
from effektmatt.plan import Plan
from effektmatt.plan.kinds.visits import Agreement, Visits, VisitScore
from effektmatt.plan.resolved import Condition
from effektmatt.registers.conditions import matched
from effektmatt.visits.cause import difference_from_comparison
from effektmatt.visits.change import VisitChange
from effektmatt.visits.coding import OUTSIDE, CodedVisits, code_visits, with_one_spelling
from effektmatt.visits.comparison import VisitWaves
from effektmatt.visits.estimates import no_score
from effektmatt.visits.outcome import agreement_outcome, visit_score_outcome


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VisitData(Prepared[Visits]):
    """One source of visits: rows and what they were judged as, by wave, in the order of the plan's waves.

    `sides` says row by row which units took part and which are compared with them (empty: all took part).
    """

    frames: Mapping[str, pd.DataFrame]
    coded: Mapping[str, CodedVisits]
    sides: Mapping[str, Sides]

    @property
    def made(self) -> tuple[str, ...]:
        """The waves that have been made."""
        return tuple(wave for wave, coded in self.coded.items() if coded.n)

    def of_wave(self, wave: str, among: Condition, *, comparison: bool = False) -> CodedVisits | None:
        """Return the visits of one wave that a goal concerns; None where there are none.

        With `comparison`, those of the comparison group instead of the project.
        """
        if wave not in self.coded or not self.coded[wave].n:
            return None
        inside = self.rows(wave, among, comparison=comparison)
        return self.coded[wave].taken(inside) if inside.any() else None

    def rows(self, wave: str, among: Condition, *, comparison: bool = False) -> Members:
        """Return which rows of a wave those are."""
        return self._on_side(matched(self.frames[wave], among).hits, wave, comparison=comparison)

    def hidden(self, wave: str, among: Condition) -> Members:
        """Return for which rows of a wave an empty cell hides whether a goal concerns them."""
        return self._on_side(matched(self.frames[wave], among).unknown, wave)

    def _on_side(self, inside: Members, wave: str, *, comparison: bool = False) -> Members:
        """Return those rows of the project, or all of the comparison group; without one everybody took part."""
        if not self.sides:
            return inside
        sides = self.sides[wave]
        return np.asarray(sides == Side.COMPARISON if comparison else inside & (sides == Side.PROJECT), dtype=np.bool_)


def columns(name: str, source: Visits, _wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of visits; what judges them is checked when they are coded."""
    dates = [Column(name=source.date, kind="date", required=not source.by_wave)] if source.date else []
    return (*dates, *(Column(name=text) for text in texts(name, present, plan)))


def prepare(loaded: LoadedSource[Visits], plan: Plan) -> tuple[VisitData, list[Fault]]:
    """Code what was judged.

    Returns
    -------
    data
        The coded visits.
    faults
        Every answer outside the checklist, every unknown unit, every missing column.
    """
    loaded = _once(loaded, plan)
    frames = {wave: file.frame for wave, file in loaded.files.items()}
    told, unclear = comparing(loaded, plan)
    coded, faults = _coded(loaded, plan)
    sides = {} if told is None else _sides(told, frames, loaded.source)
    data = VisitData(
        loaded=loaded,
        accounts=_accounts(loaded.accounts, coded, sides),
        notes=() if told is None else tuple(side_notes(told, sides, {}, frames)),
        frames=frames,
        coded=coded,
        sides=sides,
    )
    checklist = plan.checklists.get(loaded.source.checklist)
    items = [item.id for item in checklist.items] if checklist else []
    return data, [
        *faults,
        *unclear,
        *_exchanged(loaded),
        *wave_faults(loaded, dict.fromkeys(loaded.files, items), plan),
    ]


def _exchanged(loaded: LoadedSource[Visits]) -> Iterator[Fault]:
    """Yield the files in whose column of visits most cells are visitors of another wave: two headings are exchanged."""
    visitor, visit = loaded.source.visitor, loaded.source.visit
    if visitor is None or visit is None:
        return
    files = [file for file in loaded.files.values() if {visitor, visit} <= set(file.frame.columns)]
    visitors = [set(map(folded, file.frame[visitor].dropna())) for file in files]
    for place, file in enumerate(files):
        visits = [folded(cell) for cell in file.frame[visit].dropna()]
        others = (one - visitors[place] for other, one in enumerate(visitors) if other != place)
        if any(2 * sum(cell in elsewhere for cell in visits) > len(visits) for elsewhere in others):
            yield Fault(code="visits-exchanged", file=file.reading.file, column=visit, details={"visitor": visitor})


def _once(loaded: LoadedSource[Visits], plan: Plan) -> LoadedSource[Visits]:
    """Leave one row of each visit of a visitor, where the plan says which visit or day it was."""
    source, checklist = loaded.source, plan.checklists.get(loaded.source.checklist)
    if checklist is None or source.visitor is None or not (source.visit or source.date):
        return loaded
    named = (source.unit, source.visitor, source.visit, source.date, source.wave)
    key = list(dict.fromkeys(column for column in named if column))
    return once(loaded, what="visit", key=key, same=[item.id for item in checklist.items])


def _sides(told: Comparing, frames: Mapping[str, pd.DataFrame], source: Visits) -> dict[str, Sides]:
    """Return on which side every visit is: that of its unit."""
    sides = {wave: told.sides(frame) for wave, frame in frames.items()}
    if any(source.unit not in frame for frame in frames.values()):  # told already
        return sides
    return settled_in_units(
        sides, {wave: frame[source.unit].astype(TEXT).map(folded) for wave, frame in frames.items()}
    )


def _coded(loaded: LoadedSource[Visits], plan: Plan) -> tuple[dict[str, CodedVisits], list[Fault]]:
    """Code every file of the source; nothing where its checklist is at fault."""
    source = loaded.source
    coded: dict[str, CodedVisits] = {}
    faults: list[Fault] = []
    checklist = plan.checklists.get(source.checklist)
    if checklist is None:
        return coded, faults
    for wave, file in loaded.files.items():
        coded[wave], wrong = code_visits(
            file.frame,
            checklist,
            wave or "after",
            unit=source.unit,
            visitor=source.visitor,
            visit=source.visit,
            units=source.units,
            by=loaded.groups,
            file=file.reading.file,
        )
        faults += wrong
    return dict(zip(coded, with_one_spelling(list(coded.values())), strict=True)), gathered(faults, OUTSIDE)


def _accounts(
    accounts: Mapping[str, Accounting], coded: Mapping[str, CodedVisits], sides: Mapping[str, Sides]
) -> dict[str, Accounting]:
    """Leave out of the account the rows where nothing was judged, and those on neither side of a comparison."""
    result = dict(accounts)
    for wave, visits in coded.items():
        judged = np.any(~np.isnan(visits.judged), axis=1)
        result[wave] = result[wave].leave("nothing-judged", int((~judged).sum()))
        for reason, rows in (left(sides[wave], judged) if sides else {}).items():
            result[wave] = result[wave].leave(reason, rows)
    return result


def visit_score(asked: Asked[VisitScore, VisitData]) -> Outcome:
    """Return a score of visits and how it changed."""
    measure, data = asked.measure, asked.data
    waves = compared(asked.source, asked.among, data.plan, measure.waves)
    if waves is None:
        return Outcome(estimate=no_score(Note(code="no-visits-scored")))
    reading = reading_of(asked.target, Reading.POINTS if len(data.plan.written.waves) > 1 else Reading.LEVEL)
    outcome = visit_score_outcome(waves, data.about, area=measure.area, item=measure.item, reading=reading)
    return replace(outcome, over_time=_over_time(asked), notes=(*outcome.notes, *_hidden(asked, measure.waves)))


def score_figures(asked: Asked[VisitScore, VisitData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what a score of visits publishes."""
    source, detail = asked.source, outcome.detail
    if not isinstance(detail, VisitChange):
        return
    named = asked.measure.waves or (source.made[0], source.made[-1])
    first, last = named
    waves = compared(source, asked.among, asked.data.plan, asked.measure.waves)
    places = [] if waves is None or waves.before is None else [("before", first)]
    places += [] if waves is None or waves.after is None else [("after", last)]
    of_waves = [
        VisitedWave(name=name, place=place, coded=source.coded[name], rows=source.rows(name, asked.among))
        for place, name in places
    ]
    yield from visit_figures(asked.part.id, source.loaded.id, of_waves, outcome)


def compared(
    visits: VisitData, among: Condition, plan: Plan, waves: Sequence[str] | None, *, comparison: bool = False
) -> VisitWaves | None:
    """Return the first and the last wave of a source, or two named; None where a goal concerns no visit at all.

    The only wave of a source is the one after, unless it is the first of the plan.
    """
    if not visits.made:
        return None
    first, last = waves or (visits.made[0], visits.made[-1])
    before, after = (visits.of_wave(wave, among, comparison=comparison) for wave in (first, last))
    if before is None and after is None:
        return None
    if first != last:
        return VisitWaves(before=before, after=after)
    only_before = len(plan.written.waves) > 1 and first == next(iter(plan.written.waves))
    return VisitWaves(before=before if only_before else None, after=None if only_before else after)


def agreement(asked: Asked[Agreement, VisitData]) -> Outcome:
    """Return how far those who judged the same agree, in one wave or all."""
    visits, wave = asked.source, asked.measure.wave
    found = [visits.of_wave(one, asked.among) for one in ([wave] if wave else visits.coded)]
    judged = [one for one in found if one is not None] or list(visits.coded.values())
    outcome = agreement_outcome(judged, level=asked.data.about.level)
    return replace(outcome, notes=(*outcome.notes, *_hidden(asked, [wave] if wave else visits.made)))


def _hidden(asked: Asked[Any, VisitData], waves: Sequence[str] | None) -> Iterator[Note]:
    """Yield how many visits do not say whether a goal concerns them."""
    read = waves or dict.fromkeys((asked.source.made[0], asked.source.made[-1]))
    return hidden_notes({wave: asked.source.hidden(wave, asked.among) for wave in read}, asked.among)


def changed_more(asked: Asked[VisitScore, VisitData]) -> Compared | None:
    """Return how much more the project changed than the comparison group; None where there is none to compare with."""
    visits, measure, data = asked.source, asked.measure, asked.data
    if not visits.sides:
        return None
    project, comparison = (
        compared(visits, asked.among, data.plan, measure.waves, comparison=group) for group in (False, True)
    )
    if project is None or comparison is None or len(project.present) < 2 or len(comparison.present) < 2:
        return None
    area, item, level = measure.area, measure.item, data.about.level
    changes = (
        visit_score_outcome(waves, data.about, area=area, item=item, reading=Reading.POINTS).change
        for waves in (project, comparison)
    )
    effect = difference_from_comparison(project, comparison, area=area, item=item, level=level)
    own, others = changes
    return Compared(effect=effect, project=own, comparison=others)


def _over_time(asked: Asked[VisitScore, VisitData]) -> tuple[tuple[str, Estimate], ...]:
    """Return the score in every wave, where there are more than the two that are compared."""
    visits, measure, data = asked.source, asked.measure, asked.data
    if len(visits.coded) <= 2 or measure.waves:
        return ()
    course = []
    for name, wave in data.plan.written.waves.items():
        own = visits.of_wave(name, asked.among)
        if own is not None:
            only = VisitWaves(before=None, after=own)
            found = visit_score_outcome(only, data.about, area=measure.area, item=measure.item, reading=Reading.LEVEL)
            course.append((wave.label, found.estimate))
    return tuple(course)


KIND = Kind(
    source=Visits,
    columns=columns,
    prepare=prepare,
    questions=lambda name, plan: of_checklist(narrowed(plan.sources[name], Visits).checklist, plan),
    answers=(
        answer(
            VisitScore,
            VisitData,
            visit_score,
            changed_more,
            figures=score_figures,
            without=without_visits,
            shows=shows_visits,
        ),
        answer(Agreement, VisitData, agreement),
    ),
)
