"""The plan as a user writes it in plan.toml: every key, and what it may hold.

What a key means to those who write plans stands in keys.sv.toml and keys.en.toml. These models only say what is well
formed. Whether names agree with each other is asked in `resolve.py`, and whether the data agree with the plan when they
are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from effektmatt.core.kinds import of_every_kind
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.report_sections import Report, Text
from effektmatt.plan.said import Said
from effektmatt.plan.sections import Sections, Source, Target, TreeNode
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


#: Whom a goal concerns: without the key everybody, and never by a condition that somebody forgot to write.
Concerned = Annotated[Where, Field(min_length=1)]


class Part(Table):
    """goals.all_of: one part of a goal that is met only when every part is."""

    title: Said
    measure: Measure
    target: Target | None = None
    among: Concerned = {}


class Goal(Table):
    """[[goals]]: a measure with a target, or `all_of` with several."""

    id: str
    title: Said
    quote: Said | None = None
    measure: Measure | None = None
    target: Target | None = None
    among: Concerned = {}
    all_of: list[Part] = []
    level: Said | None = None
    under: str | None = None
    family: str | None = None


class WrittenPlan(Sections):
    """The whole plan.toml; without goals it is described what the sources hold."""

    sources: dict[str, AnySource]
    goals: list[Goal] = []
    tree: dict[str, TreeNode] = {}
    report: Report = Report()
    text: Text = Text()
