"""What an evaluation found: one frozen value, the only thing that wording, charts and reports read.

It holds counts, estimates and verdicts; never a row, an id, a code or free text of a respondent. What is hidden
for privacy is not in it at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from effektmatt.core import (
    FORMATS,
    FROM_DATA,
    UNPRINTED,
    Compared,
    Design,
    Detail,
    Estimate,
    Hide,
    Limits,
    Note,
    Outcome,
)
from effektmatt.data.accounting import Accounting
from effektmatt.data.pictures import Picture
from effektmatt.data.reading import Reading as FileReading
from effektmatt.goals import Fulfilment, Reading
from effektmatt.plan.colours import Look
from effektmatt.plan.facts import MeasureFacts
from effektmatt.plan.project import Project
from effektmatt.plan.report_sections import Text
from effektmatt.plan.report_templates import usual_documents
from effektmatt.plan.sections import Wave
from effektmatt.plan.tree import PlacedNode
from effektmatt.plan.version import Planned
from effektmatt.speech import Shown

FactsT = TypeVar("FactsT", bound=MeasureFacts)
DetailT = TypeVar("DetailT", bound=Detail | None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFinding:
    """One of the ways in which "increase by 70 %" can be read, judged; `chosen` is the plan's own."""

    reading: Reading
    fulfilment: Fulfilment
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFinding(Shown):
    """One goal, what was found and the verdict.

    A goal of several parts (`all_of`, or one part per scale) has `parts`, and its own `outcome` and `measure` are
    those of the deciding part. `quote` is the goal in the project's own words, `text` the evaluator's (Markdown),
    `level` the project's own number or level of the goal ("Pelare 5"), said instead of its place among the goals,
    `family` the goals that are judged together,
    `cause` how much more the project changed than a comparison group (None without one), `compared` what changed in
    either of them.
    """

    id: str
    title: str
    quote: str | None
    fulfilment: Fulfilment
    outcome: Outcome
    measure: MeasureFacts
    parts: tuple[GoalFinding, ...] = ()
    readings: tuple[ReadingFinding, ...] = ()
    remarks: tuple[Note, ...] = ()
    text: str | None = None
    level: str | None = None
    family: str | None = None
    cause: Estimate | None = None
    compared: Compared | None = None

    def judged(self, facts: type[FactsT], detail: type[DetailT]) -> Judged[FactsT, DetailT] | None:
        """Return the goal with the facts and the detail of one kind of measure, or None if it is of another kind."""
        if isinstance(self.measure, facts) and isinstance(self.outcome.detail, detail):
            return Judged(goal=self, facts=self.measure, detail=self.outcome.detail)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Generic[FactsT, DetailT]):
    """A goal without parts, or one part, as those who know its kind of measure read it.

    `facts` are how it was measured, `detail` the evidence room's own result (`NoneType` where there is none).
    """

    goal: GoalFinding
    facts: FactsT
    detail: DetailT


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFinding:
    """One source of data: which files it was read from, and what became of every row.

    `files` and `accounts` have one entry per file, `waves` its wave (None for a source without waves). `joined` are
    files that only add columns to others, so that no row of theirs is counted.
    """

    id: str
    kind: str
    label: str
    waves: tuple[str | None, ...]
    files: tuple[FileReading, ...]
    accounts: tuple[Accounting, ...]
    joined: tuple[FileReading, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowStep:
    """One box of the participant flow: how many remain, and how many left since the step before with the reasons.

    `code` is "in-register", "answered-before", "completed", "answered-after", "linked" or "analysed"; where there are
    more than two waves "answered-wave" (with the wave's `label`) and "linked-twice". "completed" are those whom the
    goals concern, and `among` says who that is, as in `MeasureFacts`. They stand beside the waves: those who answered
    before are not among them only, for nobody knew then who would be.
    """

    code: str
    n: int
    left: tuple[tuple[str, int], ...] = ()
    label: str | None = None
    among: tuple[tuple[str, str | Limits], ...] = field(default=(), metadata=FROM_DATA)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowFinding:
    """The participants' way through one survey, from the register to the analysis."""

    source: str
    label: str
    steps: tuple[FlowStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRate:
    """How many of those who could answer did, in one wave; `by` and `group` are None for everybody.

    `answered` is None where the group is too small to show.
    """

    source: str
    label: str
    wave: str  # wave id, or "linked" for those who answered both times
    population: int | None
    answered: int | None
    by: str | None = None
    group: str | None = field(default=None, metadata=FROM_DATA)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """A file that the evaluation read, so that the project can see that it is the same file.

    `keyed_sum` is HMAC-SHA-256 of its content with the key that the project keeps; None where it has none.
    """

    file: str
    keyed_sum: str | None
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the evaluation was made from, and with."""

    made: date
    files: tuple[FileFacts, ...]
    versions: tuple[tuple[str, str], ...]

    @property
    def keyed(self) -> bool:
        """Whether the project has a key, so that there are checksums."""
        return all(file.keyed_sum is not None for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleFinding:
    """How well a scale held together: questions, answers, Cronbach's alpha per wave, notes on single items."""

    id: str
    label: str
    items: tuple[tuple[str, str], ...]
    alpha: tuple[tuple[str, Estimate], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedGroup:
    """How many rows of a source belong to a group, file by file; None where it is too small to show.

    `group` is None for those whose group is not known.
    """

    by: str
    group: str | None
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedItem:
    """The answers to one question in one file: how many gave each, None where that is too few to show."""

    label: str
    wave: str | None
    n: int
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedQuestions:
    """Questions with the same answers, from lowest to highest, and what was answered."""

    label: str
    answers: tuple[str, ...]
    items: tuple[DescribedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedNumber:
    """A column of numbers in one file; None where too few are behind it, `low` and `high` where it is about people."""

    by: str
    wave: str | None
    n: int
    mean: float | None
    deviation: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDescription:
    """What a source holds, where no goal asks anything of it: who is in it, what they answered, numbers.

    `waves` are its waves (None for a source without), with `rows` in each.
    """

    source: str
    label: str
    waves: tuple[str | None, ...]
    rows: tuple[int, ...]
    groups: tuple[DescribedGroup, ...] = ()
    questions: tuple[DescribedQuestions, ...] = ()
    numbers: tuple[DescribedNumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings(Shown):
    """Everything an evaluation found. `tree` holds the goal tree's nodes, each before those under it.

    `described` says what stands in the sources, of a plan without goals; `formats` what the report is written as,
    `documents` what it and its versions are made of, `look` its colours, `template_answers` what was written for
    templates that ask,
    `text` the evaluator's own words (Markdown) and `pictures` what they show, `elsewhere` those texts of plan and data
    that are in the other language.
    """

    project: Project
    language: str
    design: Design
    confidence: float
    hide: Hide
    labels: Mapping[str, str]
    waves: Mapping[str, Wave]
    goals: tuple[GoalFinding, ...]
    sources: tuple[SourceFinding, ...]
    flows: tuple[FlowFinding, ...]
    answer_rates: tuple[AnswerRate, ...]
    scales: tuple[ScaleFinding, ...]
    notes: tuple[Note, ...]
    text: Text
    manifest: Manifest
    template_answers: Mapping[str, str] = field(default_factory=dict)
    tree: tuple[PlacedNode, ...] = ()
    described: tuple[SourceDescription, ...] = ()
    formats: tuple[str, ...] = field(default=FORMATS, metadata=UNPRINTED)
    documents: Mapping[str, Planned] = field(default_factory=usual_documents, metadata=UNPRINTED)
    look: Look = field(default_factory=Look, metadata=UNPRINTED)
    pictures: Mapping[str, Picture] = field(default_factory=dict, metadata=UNPRINTED)
    elsewhere: frozenset[str] = field(default=frozenset(), metadata=UNPRINTED)

    def goal(self, goal_id: str) -> GoalFinding:
        """Return the goal with this id.

        Raises
        ------
        KeyError
            If no goal has the id.
        """
        for goal in self.goals:
            if goal.id == goal_id:
                return goal
        raise KeyError(goal_id)
