"""What an evaluation found: one frozen value, the only thing that wording, charts and reports read.

It holds counts, estimates and verdicts; never a row, an id, a code or free text of a respondent. What is hidden
for privacy is not in it at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from effektmatt.core import Design, Detail, Estimate, Hide, Limits, Note, Outcome
from effektmatt.data.accounting import Accounting
from effektmatt.data.reading import Reading as FileReading
from effektmatt.goals import Fulfilment, Reading
from effektmatt.plan.facts import MeasureFacts
from effektmatt.speech import Shown

FactsT = TypeVar("FactsT", bound=MeasureFacts)
DetailT = TypeVar("DetailT", bound=Detail | None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """What the plan says of the project.

    `co_financing` is a share, `nuts` a region's code. `facts` are further label and value pairs, in the plan's order.
    """

    name: str
    owner: str | None = None
    partners: tuple[str, ...] = ()
    funder: str | None = None
    start: date | None = None
    end: date | None = None
    granted: Decimal | None = None  # kronor
    diary_number: str | None = None
    country: str | None = None
    organisation_number: str | None = None
    fund: str | None = None
    cci: str | None = None
    co_financing: float | None = None
    programme_area: str | None = None
    specific_objective: str | None = None
    region: str | None = None
    nuts: str | None = None
    intervention_type: str | None = None
    participants: int | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveFacts:
    """A measuring occasion: its id in the plan, its label, and when it was."""

    id: str
    label: str
    first: date | None = None
    last: date | None = None


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
    `cause` how much more the project changed than a comparison group (None without one).
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
    cause: Estimate | None = None

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
    among: tuple[tuple[str, str | Limits], ...] = ()


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
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """A file that the evaluation read, so that another can see that it is the same file."""

    file: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the evaluation was made from, and with."""

    made: date
    files: tuple[FileFacts, ...]
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleFinding:
    """How well a scale held together: questions, answers, Cronbach's alpha per wave, notes on single items."""

    id: str
    label: str
    items: tuple[tuple[str, str], ...]
    alpha: tuple[tuple[str, Estimate], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """A node of the goal tree above the project's goals: a council goal, a committee goal, a commitment, a result.

    `depth` is 0 at the top, `under` the id of the node above, `level` what kind of node it is in the plan's words, and
    `goals` the ids of the goals that stand directly under it.
    """

    id: str
    title: str
    level: str
    depth: int
    under: str | None = None
    resources: str | None = None
    ways_of_working: str | None = None
    activities: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One more version of the report, for other readers: what it is called, and which parts it leaves out.

    `without` names parts: "methods", "money", "groups", "files", "goal-tree", "participants", "details" (all of a goal
    but its answer, its first chart and the comment). `intro` is Markdown.
    """

    name: str
    title: str
    without: frozenset[str] = frozenset()
    intro: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings(Shown):
    """Everything an evaluation found. `tree` holds the goal tree's nodes, each before those under it."""

    project: ProjectFacts
    language: str
    design: Design
    confidence: float
    hide: Hide
    labels: Mapping[str, str]
    waves: tuple[WaveFacts, ...]
    goals: tuple[GoalFinding, ...]
    sources: tuple[SourceFinding, ...]
    flows: tuple[FlowFinding, ...]
    answer_rates: tuple[AnswerRate, ...]
    scales: tuple[ScaleFinding, ...]
    notes: tuple[Note, ...]
    context: str | None
    limits: str | None
    manifest: Manifest
    template: str | None = None
    template_answers: Mapping[str, str] = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    tree: tuple[TreeNode, ...] = ()

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
