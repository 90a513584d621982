"""Registers: everybody in the project, counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from effektmatt.core import Limits, Outcome
from effektmatt.data.columns import missing_column
from effektmatt.data.schemas import Column, register_columns
from effektmatt.data.values import cell_text, folded
from effektmatt.disclosure.figures import Cell, Figure
from effektmatt.errors import Fault
from effektmatt.evaluation.figures import all_or_none, shows_both, shows_result
from effektmatt.evaluation.kinds.common import (
    NO_WAVE,
    Asked,
    Kind,
    LoadedSource,
    Prepared,
    answer,
    conditions,
    goal_asking,
    texts,
)
from effektmatt.evaluation.kinds.register_figures import (
    UNITS,
    count_change_figures,
    counted_figures,
    two_groups_figures,
)
from effektmatt.plan import Plan
from effektmatt.plan.kinds.register import Count, CountChange, Register, Share
from effektmatt.plan.kinds.two_groups import GroupDifference
from effektmatt.plan.resolved import Condition
from effektmatt.registers.conditions import checked, matched
from effektmatt.registers.count import RegisterCount, count_outcome
from effektmatt.registers.count_change import count_change_outcome
from effektmatt.registers.drawn import Drawn
from effektmatt.registers.group_difference import group_difference_outcome
from effektmatt.registers.share import share_outcome

# What stands for an empty cell that means no; every way of asking for yes takes it so.
_NO = "nej"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RegisterData(Prepared[Register]):
    """A register: its rows need nothing more."""


def columns(name: str, source: Register, _wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a register."""
    own = [source.cluster] if source.cluster else []
    return register_columns(key=source.key, groups=list(dict.fromkeys([*texts(name, present, plan), *own])))


def prepare(loaded: LoadedSource[Register], plan: Plan) -> tuple[RegisterData, list[Fault]]:
    """Find the goals that concern nobody in a register: a share of nobody means nothing."""
    loaded, faults = _with_noes(loaded, plan)
    file, frame = loaded.only.reading.file, loaded.only.frame
    concerned = [part.among for goal in plan.goals for part in goal.parts]
    faults += [
        replace(_nobody(condition, file), goal=goal_asking(condition, plan))
        for name, condition in conditions(plan)
        if name == loaded.id and condition in concerned and not checked(loaded.frames, condition)[0]
        if len(frame) and not matched(frame, condition).hits.any()
    ]
    return RegisterData(loaded=loaded, accounts=loaded.accounts), faults


def _with_noes(loaded: LoadedSource[Register], plan: Plan) -> tuple[LoadedSource[Register], list[Fault]]:
    """Write no into the empty cells of the columns in which the plan says that they mean it."""
    only, named = loaded.only, loaded.source.empty_is_no
    present = [str(column) for column in only.frame.columns]
    faults = [missing_column(column, present, only.reading.file) for column in named if column not in present]
    key = f"sources.{loaded.id}.empty_is_no"
    faults += [
        Fault(code="plan-empty-is-no-number", key=key, got=one) for one in named if one in _with_limits(loaded.id, plan)
    ]
    if faults:
        return loaded, faults
    frame = only.frame.copy(deep=False)
    for column in named:
        cells = frame[column].astype(object)
        frame[column] = cells.mask(cells.map(cell_text, na_action="ignore").fillna("").eq(""), _NO)
    return replace(loaded, files={NO_WAVE: replace(only, frame=frame)}), []


def _with_limits(source: str, plan: Plan) -> frozenset[str]:
    """Return the columns of a register that some condition puts limits on: what is empty there is no number."""
    asked = (condition for name, condition in conditions(plan) if name == source)
    return frozenset(column for one in asked for column, wanted in one.items() if isinstance(wanted, Limits))


def _nobody(among: Condition, file: str) -> Fault:
    asked = {column: str(one) if isinstance(one, Limits) else " / ".join(one) for column, one in among.items()}
    got = ", ".join(f"{column}: {values}" for column, values in asked.items())
    return Fault(code="goal-for-nobody", file=file, column=", ".join(among), got=got)


def share(asked: Asked[Share, RegisterData]) -> Outcome:
    """Return the share of a register that meets a condition."""
    measure, loaded = asked.measure, asked.source.loaded
    drawn = _drawn(loaded)
    found = share_outcome(
        loaded.only.frame,
        measure.where,
        asked.data.about,
        among=asked.among,
        by=loaded.groups,
        drawn=drawn,
        file=loaded.only.reading.file,
    )
    return _with_notes(found, drawn, loaded)


def _drawn(loaded: LoadedSource[Register]) -> Drawn | None:
    """Return with whom each row was drawn, where the rows are a sample."""
    if not loaded.source.is_sample:
        return None
    return Drawn.of(loaded.only.frame, loaded.source.cluster, loaded.only.reading.file)


def _with_notes(found: Outcome, drawn: Drawn | None, loaded: LoadedSource[Register]) -> Outcome:
    return found if drawn is None else replace(found, notes=(*found.notes, *drawn.notes(loaded.source.cluster)))


def count(asked: Asked[Count, RegisterData]) -> Outcome:
    """Return how many of a register meet a condition, in all or in every unit."""
    measure, loaded = asked.measure, asked.source.loaded
    return count_outcome(
        loaded.only.frame,
        measure.where,
        asked.data.about,
        before=measure.before,
        among=asked.among,
        in_every=asked.target.in_every if asked.target else None,
        by=loaded.groups,
        file=loaded.only.reading.file,
    )


def count_change(asked: Asked[CountChange, RegisterData]) -> Outcome:
    """Return how many more of a register meet a condition after than before."""
    measure, loaded = asked.measure, asked.source.loaded
    return count_change_outcome(
        loaded.only.frame,
        measure.before,
        measure.after,
        asked.data.about,
        among=asked.among,
        by=loaded.groups,
        file=loaded.only.reading.file,
    )


def without_units(outcome: Outcome, cells: frozenset[Cell]) -> Outcome | None:
    """Return a count in every unit without the counts of some; None where the fewest is the count of one of these."""
    detail, hidden = outcome.detail, {cell.group for cell in cells if cell.by == UNITS}
    if not hidden or not isinstance(detail, RegisterCount):
        return outcome
    shown = tuple(unit for unit in detail.groups if folded(unit.group) not in hidden)
    names = tuple(unit.group for unit in detail.groups if folded(unit.group) in hidden)
    if all(unit.count != outcome.estimate.value for unit in shown):
        return None
    return replace(outcome, detail=replace(detail, groups=shown, hidden_groups=names))


def shows_units(outcome: Mapping[str, Any], figure: Figure) -> bool:
    """Whether an outcome of results.json shows a figure of a count, which may be that of a unit."""
    cell = figure.cell
    if cell is None or cell.by != UNITS:
        return shows_result(outcome, figure)
    return any(cell.group == folded(unit["group"]) for unit in (outcome["detail"] or {}).get("groups") or [])


def group_difference(asked: Asked[GroupDifference, RegisterData]) -> Outcome:
    """Return how much one group's share of a register differs from another's: counted, if every cell is known."""
    measure, loaded = asked.measure, asked.source.loaded
    drawn = _drawn(loaded)
    found = group_difference_outcome(
        loaded.only.frame,
        measure.where,
        asked.data.about,
        by=measure.by,
        groups=measure.between_groups(),
        among=asked.among,
        drawn=drawn,
        file=loaded.only.reading.file,
    )
    return _with_notes(found, drawn, loaded)


KIND = Kind(
    source=Register,
    columns=columns,
    prepare=prepare,
    answers=(
        answer(
            Share,
            RegisterData,
            share,
            figures=lambda asked, found: counted_figures(asked, found, [asked.measure.where]),
        ),
        answer(
            Count,
            RegisterData,
            count,
            figures=lambda asked, found: counted_figures(asked, found, asked.measure.conditions),
            without=without_units,
            shows=shows_units,
        ),
        answer(
            CountChange,
            RegisterData,
            count_change,
            figures=count_change_figures,
        ),
        answer(
            GroupDifference,
            RegisterData,
            group_difference,
            figures=two_groups_figures,
            without=all_or_none,
            shows=shows_both,
        ),
    ),
)
