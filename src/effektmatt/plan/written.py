"""The plan as a user writes it in plan.toml: every key, and what it may hold.

What a key means to those who write plans stands in keys.sv.toml and keys.en.toml. These models only say what is well
formed. Whether names agree with each other is asked in `resolve.py`, and whether the data agree with the plan when they
are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Union

from pydantic import Field

from effektmatt.core.kinds import of_every_kind
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.sections import Sections, Source, Target
from effektmatt.plan.tables import Table, Where

KINDS = of_every_kind("plan", Kind)

if TYPE_CHECKING:
    AnySource = Source
    Measure = MeasureTable
else:  # one of those that the kinds have, told apart by the key `kind`
    _SOURCES = (kind.source for kind in KINDS.values())
    _MEASURES = dict.fromkeys(measure for kind in KINDS.values() for measure in kind.measures)
    AnySource = Annotated[Union[tuple(_SOURCES)], Field(discriminator="kind")]  # noqa: UP007 -- known when run
    Measure = Annotated[Union[tuple(_MEASURES)], Field(discriminator="kind")]  # noqa: UP007 -- known when run


class TreeNode(Table):
    """tree.<name>: a node above the project's goals: a council goal, a committee goal, a commitment."""

    title: str
    level: str
    under: str | None = None
    resources: str | None = None
    ways_of_working: str | None = None
    activities: list[str] = []


class Version(Table):
    """report.versions.<name>: one more version of the report from the same run."""

    title: str
    without: list[Literal["methods", "money", "groups", "files", "goal-tree", "participants", "details"]] = []
    intro: str | None = None


class Report(Table):
    """[report]: what is written besides the report itself."""

    versions: dict[str, Version] = {}
    template: Literal["redovisning-av-medel"] | None = None
    answers: dict[str, str] = {}


class Part(Table):
    """goals.all_of: one part of a goal that is met only when every part is."""

    title: str
    measure: Measure
    target: Target | None = None
    among: Where = {}


class Goal(Table):
    """[[goals]]: a measure with a target, or `all_of` with several."""

    id: str
    title: str
    quote: str | None = None
    measure: Measure | None = None
    target: Target | None = None
    among: Where = {}
    all_of: list[Part] = []
    level: str | None = None
    under: str | None = None


class Text(Table):
    """[text]: the evaluator's own words, in Markdown."""

    context: str | None = None
    limits: str | None = None
    goals: dict[str, str] = {}


class WrittenPlan(Sections):
    """The whole plan.toml."""

    sources: dict[str, AnySource]
    goals: Annotated[list[Goal], Field(min_length=1)]
    tree: dict[str, TreeNode] = {}
    report: Report = Report()
    text: Text = Text()
