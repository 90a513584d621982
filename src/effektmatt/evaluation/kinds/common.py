"""What all kinds of source have in common on their way from files to measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from effektmatt.core import Estimate, Hide, Note, Outcome
from effektmatt.data.accounting import Accounting
from effektmatt.data.reading import Reading
from effektmatt.data.schemas import Column
from effektmatt.errors import Fault
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.resolved import Condition
from effektmatt.plan.sources import AnySource

#: The wave of a file that belongs to no wave.
NO_WAVE = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedFile:
    """One file of a source: its typed rows, how it was read, and what became of the rows so far."""

    frame: pd.DataFrame
    reading: Reading
    account: Accounting


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedSource:
    """A source with its files by wave (`NO_WAVE` where there are none), in the order of the plan's waves.

    `groups` are the plan's grouping columns that every file of the source holds. `joined` are readings of files
    that only add columns to others.
    """

    id: str
    source: AnySource
    files: Mapping[str, LoadedFile]
    groups: tuple[str, ...]
    joined: tuple[Reading, ...] = ()

    @property
    def only(self) -> LoadedFile:
        """The one file of a source without waves."""
        return self.files[NO_WAVE]

    @property
    def label(self) -> str:
        """What the source is called in words."""
        return self.source.label or self.id

    @property
    def accounts(self) -> dict[str, Accounting]:
        """What became of the rows of each file."""
        return {wave: file.account for wave, file in self.files.items()}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """A source made ready to be measured; each kind adds what its measures read.

    `accounts` say what became of every row (by wave), `notes` what there is to say of the data.
    """

    loaded: LoadedSource
    accounts: Mapping[str, Accounting]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Data:
    """Everything that measures read: the plan, and its sources made ready."""

    plan: Plan
    sources: Mapping[str, Any] = field(default_factory=dict)

    @property
    def level(self) -> float:
        """The confidence level that the plan declares."""
        return self.plan.written.analysis.confidence

    @property
    def hide(self) -> Hide:
        """The smallest groups that are shown."""
        declared = self.plan.written.analysis.hide
        return Hide(means=declared.means, distributions=declared.distributions)


Measurer = Callable[[PlannedPart, Data], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What the composer does with one kind of source.

    Parameters
    ----------
    columns
        From the source's id, the source, the wave, the columns that the file holds and the plan: the rules for
        its columns.
    prepare
        From the loaded source and the plan: the source made ready, and everything wrong with it.
    measures
        For each measure of the plan that this kind answers, the function that asks the evidence room.
    cause
        Where the kind can be compared with a comparison group: how much more the project changed.
    """

    columns: Callable[[str, Any, str, Sequence[str], Plan], tuple[Column, ...]]
    prepare: Callable[[LoadedSource, Plan], tuple[Prepared, list[Fault]]]
    measures: Mapping[type, Measurer]
    cause: Callable[[PlannedPart, Data], Estimate | None] | None = None


def conditions(plan: Plan) -> Iterator[tuple[str, Condition]]:
    """Return every condition of the plan's goals with the name of the source that it is about."""
    for part in (part for goal in plan.goals for part in goal.parts):
        source = plan.source_of(part)
        for name in ("where", "before", "after"):
            condition = getattr(part.measure, name, None)
            if isinstance(condition, dict) and condition:
                yield source, condition
        yield getattr(plan.sources.get(source), "of", None) or source, part.among


def named_by_goals(source: str, plan: Plan) -> tuple[str, ...]:
    """Return the columns of a source that the plan's goals name."""
    named = [column for name, condition in conditions(plan) if name == source for column in condition]
    for part in (part for goal in plan.goals for part in goal.parts):
        if plan.source_of(part) == source:
            named += [part.target.in_every] if part.target and part.target.in_every else []
            named += [str(column) for column in [getattr(part.measure, "standardise", None)] if column]
    return tuple(dict.fromkeys(named))


def grouping(present: Sequence[str], plan: Plan) -> list[str]:
    """Return the plan's grouping columns among those that a file holds."""
    return [group for group in plan.written.analysis.groups if group in present]
