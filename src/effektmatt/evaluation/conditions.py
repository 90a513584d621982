"""The conditions of a plan's goals held against the source that they are about, all its files at once."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.core import Limits, Note, Outcome
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import Data, LoadedSource, conditions, goal_asking
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.sections import Source
from effektmatt.registers.conditions import checked, near_notes, other_values


def condition_faults(loaded: LoadedSource[Source], plan: Plan) -> tuple[list[Fault], tuple[Note, ...]]:
    """Return what a source can never meet, and which other values stand in the columns that decide.

    A condition that some wave cannot meet is no fault: what the goal lacks is said with its result.
    """
    faults: list[Fault] = []
    notes: dict[str, Note] = {}
    decide: list[tuple[str, object]] = [(group, ()) for group in loaded.groups]
    concerned = [part.among for goal in plan.goals for part in goal.parts]
    for name, condition in conditions(plan):
        if name == loaded.id and condition:
            wrong, _ = checked(loaded.frames, condition)
            faults += [replace(fault, goal=goal_asking(condition, plan)) for fault in wrong]
            decide += [(column, wanted) for column, wanted in condition.items() if not isinstance(wanted, Limits)]
            whoever = any(condition is among for among in concerned)
            notes |= {repr(note): note for note in other_values(loaded.frames, condition, whoever=whoever)}
    # whom a goal on answers is about is looked for in their register, but read from their own column if they have one
    of_answers = (part.among for part in plan.parts if plan.source_of(part) == loaded.id and loaded.source.population)
    decide += [one for among in of_answers for one in among.items() if not isinstance(one[1], Limits)]
    return faults, (*notes.values(), *near_notes(loaded.frames, decide))


def numbers(loaded: str, plan: Plan) -> frozenset[str]:
    """Return the columns of a source that some condition puts limits on, also where it refers to a register."""
    concerned = ((plan.source_of(part), part.among) for goal in plan.goals for part in goal.parts)
    return frozenset(
        column
        for name, condition in (*conditions(plan), *concerned)
        for column, wanted in condition.items()
        if name == loaded and isinstance(wanted, Limits)
    )


#: Reasons that say that a wave holds nothing, where it may be that it only holds nothing of those concerned.
_EMPTY_WAVE = frozenset({"wave-without-answers", "wave-without-visits"})


def of_concerned(outcome: Outcome, part: PlannedPart, data: Data) -> Outcome:
    """Return an outcome that says so where a wave has been made, and nobody whom the goal concerns stands in it."""
    made = data.sources[data.plan.source_of(part)].made
    if not part.among or len(made) < 2:
        return outcome
    notes = tuple(
        Note(code="wave-without-concerned", values=note.values) if note.code in _EMPTY_WAVE else note
        for note in outcome.estimate.notes
    )
    return replace(outcome, estimate=replace(outcome.estimate, notes=notes))
