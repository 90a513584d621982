"""What all kinds of source have in common on their way from files to measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

import pandas as pd

from effektmatt.core import About, Compared, Differ, Hide, Note, Outcome
from effektmatt.data.accounting import Accounting
from effektmatt.data.dates import HowDates
from effektmatt.data.raw_tables import KnownColumn
from effektmatt.data.reading import Reading, Table, by_file
from effektmatt.data.schemas import Column
from effektmatt.disclosure.figures import Cell, Figure
from effektmatt.errors import Fault
from effektmatt.evaluation.figures import shows_result
from effektmatt.findings import AnswerRate, FlowFinding, ScaleFinding
from effektmatt.goals import Target
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.resolved import Condition
from effektmatt.plan.sections import Source
from effektmatt.plan.tables import condition_of

#: The wave of a file that belongs to no wave.
NO_WAVE = ""

Wanted = TypeVar("Wanted")
SourceT = TypeVar("SourceT", bound=Source)
SourceT_co = TypeVar("SourceT_co", bound=Source, covariant=True)
PreparedT = TypeVar("PreparedT", bound="Prepared[Source]")
PreparedT_co = TypeVar("PreparedT_co", bound="Prepared[Source]", covariant=True)
MeasureT = TypeVar("MeasureT", bound=MeasureTable)
MeasureT_co = TypeVar("MeasureT_co", bound=MeasureTable, covariant=True)


def narrowed(thing: object, wanted: type[Wanted]) -> Wanted:
    """Return a thing as what its kind says that it is: the one place where the kinds' own types are told apart."""
    if not isinstance(thing, wanted):
        raise TypeError(f"{wanted.__name__} was expected, not {type(thing).__name__}")
    return thing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedFile:
    """One file of a source: its typed rows, how it was read, what became of the rows so far, and what to say of it."""

    frame: pd.DataFrame
    reading: Reading
    account: Accounting
    notes: tuple[Note, ...] = ()
    known: Mapping[str, KnownColumn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedSource(Generic[SourceT_co]):
    """A source with its files by wave (`NO_WAVE` where there are none), in the order of the plan's waves.

    `groups` are the plan's grouping columns that every file of the source holds. `joined` are readings of files
    that only add columns to others. `rest` is what became of the rows of no wave, where a column of a single file says
    which wave a row is of.
    """

    id: str
    source: SourceT_co
    files: Mapping[str, LoadedFile]
    groups: tuple[str, ...]
    joined: tuple[Reading, ...] = ()
    rest: Accounting | None = None

    @property
    def only(self) -> LoadedFile:
        """The one file of a source without waves."""
        return self.files[NO_WAVE]

    @property
    def label(self) -> str:
        """What the source is called in words."""
        return self.source.label or self.id

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The rows of each file, by its name; those of all its waves, where it holds several."""
        return by_file((file.reading.file, file.frame) for file in self.files.values())

    @property
    def notes(self) -> tuple[Note, ...]:
        """What there is to say of how the files were read."""
        return tuple(note for file in self.files.values() for note in file.notes)

    @property
    def accounts(self) -> dict[str, Accounting]:
        """What became of the rows of each file."""
        return {wave: file.account for wave, file in self.files.items()}

    def of_kind(self, source: type[SourceT]) -> LoadedSource[SourceT]:
        """Return the same with its source table known to be that of a kind."""
        table = narrowed(self.source, source)
        return LoadedSource(
            id=self.id, source=table, files=self.files, groups=self.groups, joined=self.joined, rest=self.rest
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a source says beside the goals: the participants' way, who answered, how well scales held together."""

    flow: FlowFinding | None = None
    answer_rates: tuple[AnswerRate, ...] = ()
    scales: tuple[ScaleFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Questions:
    """Questions with the same answers, as a source without goals is described by.

    Parameters
    ----------
    label, answers
        What they are called together, and the answers from lowest to highest.
    items
        What each asks, and its column in each wave.
    place
        From a cell to its answer's place; None where it is no answer.
    """

    label: str
    answers: tuple[str, ...]
    items: Sequence[tuple[str, Callable[[str], str]]]
    place: Callable[[object], int | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared(Generic[SourceT_co]):
    """A source made ready to be measured; each kind adds what its measures read.

    `accounts` say what became of every row (by wave), `notes` what there is to say of the data.
    """

    loaded: LoadedSource[SourceT_co]
    accounts: Mapping[str, Accounting]
    notes: tuple[Note, ...] = ()

    @property
    def source(self) -> SourceT_co:
        """What the plan says of the source."""
        return self.loaded.source

    @property
    def by_wave(self) -> Mapping[str, pd.DataFrame]:
        """The rows of each wave that its measures read."""
        return {wave: file.frame for wave, file in self.loaded.files.items()}

    @property
    def made(self) -> tuple[str, ...]:
        """The waves that have been made, where a kind compares waves."""
        return ()

    def left_out(self, outcomes: Iterable[Outcome]) -> Mapping[str, int]:  # noqa: ARG002 -- not every kind looks
        """Return the rows that no goal could use, by the reason; all goals of a source look at the same rows."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Data:
    """Everything that measures read: the plan, and its sources made ready."""

    plan: Plan
    sources: Mapping[str, Prepared[Source]] = field(default_factory=dict)

    def of(self, name: str, prepared: type[PreparedT]) -> PreparedT:
        """Return a source as its kind has made it ready."""
        return narrowed(self.sources[name], prepared)

    @property
    def about(self) -> About:
        """What every measure is told: the confidence level, and the smallest groups that are shown."""
        analysis = self.plan.written.analysis
        declared = analysis.hide
        hide = Hide(
            means=declared.means,
            distributions=declared.distributions,
            publish_small=declared.publish_small,
            by_itself=analysis.comparison is not None,  # the pass knows nothing of a comparison group
        )
        missing = analysis.missing
        differ = Differ(part=missing.part, odds_ratio=missing.odds_ratio, missing=missing.unknown)
        return About(level=analysis.confidence, hide=hide, differ=differ)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked(Generic[MeasureT_co, PreparedT_co]):
    """What a kind is asked for one part of a goal: the measure, its source made ready, and everything else there is."""

    measure: MeasureT_co
    source: PreparedT_co
    part: PlannedPart
    data: Data

    @property
    def among(self) -> Condition:
        """Whom the goal concerns."""
        return self.part.among

    @property
    def target(self) -> Target | None:
        """What is aimed for."""
        return self.part.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How one measure of the plan is answered.

    Parameters
    ----------
    measure
        The measure's table in the plan.
    outcome, cause
        What it found, and how much more the project changed than others.
    figures
        What an outcome publishes of whom, for the disclosure pass; nothing where a kind does not tell.
    without
        An outcome without those of its tables that the pass hides (None: it cannot be shown without them); groups are
        hidden for all kinds alike.
    shows
        Whether an outcome of results.json shows a figure, for audits of finished reports.
    """

    measure: type[MeasureTable]
    outcome: Callable[[PlannedPart, Data], Outcome]
    cause: Callable[[PlannedPart, Data], Compared | None]
    figures: Callable[[PlannedPart, Data, Outcome], Iterable[Figure]]
    without: Callable[[Outcome, frozenset[Cell]], Outcome | None]
    shows: Callable[[Mapping[str, Any], Figure], bool]


def answer(
    measure: type[MeasureT],
    prepared: type[PreparedT],
    outcome: Callable[[Asked[MeasureT, PreparedT]], Outcome],
    cause: Callable[[Asked[MeasureT, PreparedT]], Compared | None] | None = None,
    *,
    figures: Callable[[Asked[MeasureT, PreparedT], Outcome], Iterable[Figure]] | None = None,
    without: Callable[[Outcome, frozenset[Cell]], Outcome | None] = lambda outcome, _: outcome,
    shows: Callable[[Mapping[str, Any], Figure], bool] = shows_result,
) -> Answer:
    """Return the answer to a measure by functions that know its table and how its source was made ready."""

    def asked(part: PlannedPart, data: Data) -> Asked[MeasureT, PreparedT]:
        source = data.of(data.plan.source_of(part), prepared)
        return Asked(measure=narrowed(part.measure, measure), source=source, part=part, data=data)

    return Answer(
        measure=measure,
        outcome=lambda part, data: outcome(asked(part, data)),
        cause=lambda part, data: cause(asked(part, data)) if cause else None,
        figures=lambda part, data, outcome: figures(asked(part, data), outcome) if figures else (),
        without=without,
        shows=shows,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[SourceT, PreparedT]):
    """What the composer does with one kind of source.

    Parameters
    ----------
    source
        The kind's table in the plan.
    columns
        From the source's id, the source, the wave, the columns that the file holds and the plan: the rules for
        its columns.
    prepare
        From the loaded source and the plan: the source made ready, and everything wrong with it.
    answers
        How each measure of the plan that reads this kind is answered.
    joined
        Where another file only adds columns: the table with them, and how that file was read.
    every_row_counts
        Whether rows that are alike in every cell all count, so that it is to be said where there are such.
    beside
        From the source's id and everything there is: what it says beside the goals.
    questions
        From the source's id and the plan: what is asked in it, for the description of a source without goals.
    """

    source: type[SourceT]
    columns: Callable[[str, SourceT, str, Sequence[str], Plan], tuple[Column, ...]]
    prepare: Callable[[LoadedSource[SourceT], Plan], tuple[PreparedT, list[Fault]]]
    answers: tuple[Answer, ...]
    joined: Callable[[Table, SourceT, Plan], tuple[Table, Reading | None]] | None = None
    every_row_counts: bool = False
    beside: Callable[[str, Data], Beside] = lambda _source, _data: Beside()
    questions: Callable[[str, Plan], Iterable[Questions]] = lambda _source, _plan: ()

    def rules(self, name: str, source: Source, wave: str, present: Sequence[str], plan: Plan) -> tuple[Column, ...]:
        """Return the rules for the columns of a source of this kind."""
        return self.columns(name, narrowed(source, self.source), wave, present, plan)

    def ready(self, loaded: LoadedSource[Source], plan: Plan) -> tuple[Prepared[Source], list[Fault]]:
        """Return a source of this kind made ready, and everything wrong with it."""
        return self.prepare(loaded.of_kind(self.source), plan)

    def with_joined(self, table: Table, source: Source, plan: Plan) -> tuple[Table, Reading | None]:
        """Return a table with the columns that another file adds, and how that file was read."""
        return self.joined(table, narrowed(source, self.source), plan) if self.joined else (table, None)

    def answer_to(self, part: PlannedPart) -> Answer:
        """Return how a part's measure is answered."""
        return next(one for one in self.answers if one.measure is type(part.measure))


def as_source_says(rule: Column, source: Source, wave: str, plan: Plan) -> Column:
    """Return the rule for a column with what its source says of all cells: which have no value, how dates are read."""
    within = tuple(source.days_in(wave, plan.written).get(rule.name, ()))
    dates = HowDates(order=source.date_order, zone=source.time_zone, within=within)
    return replace(rule, missing=tuple(source.missing), dates=dates)


def conditions(plan: Plan) -> Iterator[tuple[str, Condition]]:
    """Return every condition of the plan's goals with the name of the source that it is about."""
    for part in plan.parts:
        source = plan.source_of(part)
        for condition in part.measure.conditions:
            yield source, condition_of(condition)
        read = plan.sources.get(source)
        yield (read.population if read else None) or source, part.among


def goal_asking(condition: Condition, plan: Plan) -> str | None:
    """Return the id of the first goal that a condition belongs to, for faults to name."""
    for goal in plan.goals:
        for part in goal.parts:
            if condition in (part.among, *map(condition_of, part.measure.conditions)):
                return goal.id
    return None


def goal_naming(column: str, source: str, plan: Plan) -> str | None:
    """Return the id of the first goal that names a column of a source, for faults to name."""
    for goal in plan.goals:
        for part in goal.parts:
            read = plan.source_of(part)
            table = plan.sources.get(read)  # a source that is at fault is not there
            among = part.among if table is not None and source in (read, table.population) else {}
            named = {
                *among,
                *(one for condition in part.measure.conditions for one in condition),
                *part.measure.columns,
            }
            if column in named and (column in among or read == source):
                return goal.id
    return None


def named_by_goals(source: str, plan: Plan) -> tuple[str, ...]:
    """Return the columns of a source that the plan's goals name."""
    named = [column for name, condition in conditions(plan) if name == source for column in condition]
    for part in plan.parts:
        if plan.source_of(part) == source:
            named += [part.target.in_every] if part.target and part.target.in_every else []
            named += part.measure.columns
    return tuple(dict.fromkeys(named))


def asked_of(source: str, measure: type[MeasureT], plan: Plan) -> Iterator[tuple[PlannedPart, MeasureT]]:
    """Yield the parts of the plan's goals that ask something of a source, and what they ask."""
    for part in plan.parts:
        if isinstance(part.measure, measure) and plan.source_of(part) == source:
            yield part, part.measure


def level_after(outcome: Outcome, target: Target | None) -> Outcome:
    """Return an outcome of which the level after is judged, where the target is one: "at most 30 days" is about it."""
    if not is_level(target) or outcome.change is None:
        return outcome
    return replace(outcome, estimate=outcome.change.after)


def is_level(target: Target | None) -> bool:
    """Whether a target is a level, which is held against what was found after."""
    return target is not None and target.kind in ("at-least", "at-most")


def texts(name: str, present: Sequence[str], plan: Plan) -> tuple[str, ...]:
    """Return the columns of a source that are read as text: those of groups, and those that goals name."""
    return tuple(dict.fromkeys([*grouping(present, plan), *named_by_goals(name, plan)]))


def grouping(present: Sequence[str], plan: Plan) -> list[str]:
    """Return the plan's grouping columns among those that a file holds."""
    return [group for group in plan.written.analysis.groups if group in present]
