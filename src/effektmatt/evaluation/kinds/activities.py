"""Activities: held against planned, and hours per person against a full dose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from effektmatt.core import Note, Outcome
from effektmatt.data.periods import days_outside
from effektmatt.data.reading import Reading
from effektmatt.data.schemas import Column
from effektmatt.data.text import TEXT
from effektmatt.data.values import folded, spellings
from effektmatt.data.where import row_ranges, shown
from effektmatt.disclosure.figures import Figure
from effektmatt.errors import Fault, nearest
from effektmatt.evaluation.figures import Property, whole_and_groups
from effektmatt.evaluation.kinds.common import NO_WAVE, Asked, Kind, LoadedSource, Prepared, answer
from effektmatt.evaluation.kinds.entered_twice import once
from effektmatt.evaluation.kinds.looked_up import looked_up
from effektmatt.evaluation.kinds.register import RegisterData
from effektmatt.evaluation.who import who_is_in
from effektmatt.plan import Plan
from effektmatt.plan.kinds.activities import Activities, FullDose, Held
from effektmatt.registers.conditions import checked, matched, near_notes
from effektmatt.registers.people import labelled
from effektmatt.usage.activities import full_dose_outcome, held_outcome, hours_per_person, reached_full


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActivityData(Prepared[Activities]):
    """Activities, the kinds spelt as the plan spells them."""

    frame: pd.DataFrame


def columns(_name: str, source: Activities, _wave: str, _present: Sequence[str], _plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of activities or attendance."""
    rules = [Column(name=source.activity, required=True)] if source.activity else []
    rules += [Column(name=day, kind="date") for day in (source.planned, source.held) if day]
    rules += [Column(name=source.person)] if source.person else []
    rules += [Column(name=source.hours, kind="number")] if source.hours else []
    return tuple(rules)


def prepare(loaded: LoadedSource[Activities], plan: Plan) -> tuple[ActivityData, list[Fault]]:
    """Find activities that no plan foresees, days outside the project and negative hours."""
    loaded = _once(loaded)
    source, file = loaded.source, loaded.only
    frame, reading, project = file.frame, file.reading, plan.written.project
    faults, near = _asked_in_vain(loaded, plan)
    for day in (source.planned, source.held):
        if day is not None and day in frame:
            faults += days_outside(frame[day], project.start, project.end, reading)
    if source.hours is not None and source.hours in frame:
        faults += _negative(frame[source.hours], reading)
    if source.activity is not None and source.activity in frame:
        kinds, unknown = _spelt(frame[source.activity], source.expected, reading)
        frame, faults = frame.assign(**{source.activity: kinds}), [*faults, *unknown]
    account = file.account
    if source.person is not None and source.person in frame:
        nobody = frame[source.person].isna()
        frame, account = frame[~nobody], account.leave("without-user", int(nobody.sum()))
    return ActivityData(loaded=loaded, accounts={NO_WAVE: account}, notes=near, frame=frame), faults


def _asked_for(loaded: LoadedSource[Activities], plan: Plan) -> dict[str, str]:
    """Return the kinds of activity that goals name, and which goal does."""
    parts = ((goal.id, part.measure) for goal in plan.goals for part in goal.parts)
    return {
        one.activity: goal
        for goal, one in parts
        if isinstance(one, Held) and one.source == loaded.id and one.activity is not None
    }


def _asked_in_vain(loaded: LoadedSource[Activities], plan: Plan) -> tuple[list[Fault], tuple[Note, ...]]:
    """Return the kinds that goals name and no row has, where the plan does not say what is expected, and slips."""
    source, faults, asked = loaded.source, list[Fault](), _asked_for(loaded, plan)
    if source.activity is None or source.expected or source.activity not in loaded.only.frame:
        return faults, ()
    for kind, goal in asked.items():
        faults += [replace(fault, goal=goal) for fault in checked(loaded.frames, {source.activity: kind})[0]]
    return faults, tuple(near_notes(loaded.frames, [(source.activity, list(asked))]))


def _once(loaded: LoadedSource[Activities]) -> LoadedSource[Activities]:
    """Leave one row of each attendance: of a person at an activity on a day."""
    source = loaded.source
    day = source.held or source.planned
    if not (source.person and source.activity and day):
        return loaded
    same = [source.hours] if source.hours else []
    return once(loaded, what="attendance", key=[source.person, source.activity, day], same=same)


def _negative(hours: pd.Series, reading: Reading) -> list[Fault]:
    rows = [int(row) for row in hours.index[hours < 0]]
    if not rows:
        return []
    return [
        Fault(
            code="hours-negative",
            file=reading.file,
            sheet=reading.sheet,
            row=rows[0],
            column=str(hours.name),
            got=f"\N{MINUS SIGN}{abs(hours.loc[rows[0]]):g}",
            rows=len(rows),
            details={"where": row_ranges(rows)},
        )
    ]


def _spelt(kinds: pd.Series, expected: dict[str, int], reading: Reading) -> tuple[pd.Series, list[Fault]]:
    """Spell every kind as the plan does, else as most rows do, and find those that it does not foresee."""
    kinds = kinds.astype(TEXT)
    shown_as = spellings(list(expected) or kinds.dropna())
    spelt = kinds.map(lambda kind: shown_as.get(folded(kind), kind), na_action="ignore")
    if not expected:
        return spelt, []
    faults = []
    for kind, rows in spelt[~spelt.isin(expected) & spelt.notna()].groupby(spelt, sort=False):
        places = [int(row) for row in rows.index]
        faults.append(
            Fault(
                code="activity-not-expected",
                file=reading.file,
                sheet=reading.sheet,
                row=places[0],
                column=str(kinds.name),
                got=shown(str(kind)),
                expected=tuple(expected),
                nearest=nearest(str(kind), expected),
                rows=len(places),
                details={"where": row_ranges(places)},
            )
        )
    return spelt, faults


def activities_held(asked: Asked[Held, ActivityData]) -> Outcome:
    """Return how many activities were held, of those planned."""
    source, frame = asked.source.source, asked.source.frame
    if source.person is not None:  # one row per person: an activity is what has the same kind and days
        named = [column for column in (source.activity, source.planned, source.held) if column]
        frame = frame.drop_duplicates(subset=named)
    return held_outcome(
        frame,
        activity=source.activity or "",
        planned=source.planned,
        held=source.held or "",
        expected=source.expected,
        chosen=_as_shown(asked.measure.activity, frame[source.activity]) if source.activity else None,
    )


def _as_shown(kind: str | None, kinds: pd.Series) -> str | None:
    """Return a kind as its rows spell it."""
    return next((one for one in kinds.dropna().unique() if folded(one) == folded(kind)), kind)


def full_dose(asked: Asked[FullDose, ActivityData]) -> Outcome:
    """Return the share of a register that got a full dose."""
    source, rows, full = asked.source.source, asked.source.frame, asked.measure.hours
    people = looked_up(source.of, asked.among, asked.data)
    named: Mapping[str, Any] = {
        "person": source.person or "",
        "hours": source.hours or "",
        "key": people.key,
        "held": source.held,
    }
    found = full_dose_outcome(
        rows,
        people.frame,
        asked.data.about,
        full=full,
        by=people.groups,
        concerned=people.base.hits,
        **named,
    )
    return people.settled(found, reached_full(hours_per_person(rows, people.frame, **named)[0], full))


def dose_figures(asked: Asked[FullDose, ActivityData], outcome: Outcome) -> Iterator[Figure]:
    """Yield what is published of who got a full dose: of all in the register whom the goal concerns, and of groups.

    The mean hours and how they are spread stand beside, of all of them alone.
    """
    source, measure = asked.source.source, asked.measure
    register = asked.data.of(source.of or "", RegisterData).loaded
    frame = register.only.frame
    given, _, _ = hours_per_person(
        asked.source.frame,
        frame,
        person=source.person or "",
        hours=source.hours or "",
        key=register.source.key or "",
        held=source.held,
    )
    name = f"{register.id}: {asked.source.loaded.id} {measure.hours}"
    one = Property(
        name=name,
        values=reached_full(given, measure.hours).astype(np.float64),
        who=who_is_in(register.id, frame, register.source.who),
    )
    people, labels = matched(frame, asked.among).hits, labelled(frame, register.groups)
    yield from whole_and_groups(asked.part.id, people, labels, outcome, one)


KIND = Kind(
    source=Activities,
    columns=columns,
    prepare=prepare,
    answers=(
        answer(Held, ActivityData, activities_held),
        answer(FullDose, ActivityData, full_dose, figures=dose_figures),
    ),
)
