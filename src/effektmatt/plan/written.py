"""The plan as a user writes it in plan.toml: every key, and what it may hold.

What a key means to those who write plans stands in keys.sv.toml and keys.en.toml. These models only say what is well
formed. Whether names agree with each other is asked in `resolve.py`, and whether the data agree with the plan when they
are read.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from effektmatt.plan.measures import Measure
from effektmatt.plan.presets import PresetName, filled
from effektmatt.plan.sources import AnySource
from effektmatt.plan.tables import Table, Texts, Where, as_list


def _as_items(written: Any) -> Any:
    """Write the two short forms of items in full: a list of columns, and a table from column to question."""
    if isinstance(written, list) and all(isinstance(name, str) for name in written):
        return {name: {} for name in written}
    if isinstance(written, dict):
        return {name: {"label": item} if isinstance(item, str) else item for name, item in written.items()}
    return written


def _as_answers(written: Any) -> Any:
    if not isinstance(written, list):
        return as_list(written)
    return [[str(answer)] if type(answer) is int else as_list(answer) for answer in written]


class Project(Table):
    """[project]: what the report says of the project."""

    name: str
    owner: str | None = None
    partners: list[str] = []
    funder: str | None = None
    start: date | None = None
    end: date | None = None
    granted: str | int | float | None = None
    diary_number: str | None = None
    country: str | None = None
    organisation_number: str | None = None
    fund: str | None = None
    cci: str | None = None
    co_financing: Annotated[float | None, Field(gt=0, le=1)] = None
    programme_area: str | None = None
    specific_objective: str | None = None
    region: str | None = None
    nuts: str | None = None
    intervention_type: str | int | float | None = None
    participants: Annotated[int | None, Field(ge=1)] = None
    language: Literal["sv", "en"] = "sv"
    facts: dict[str, str | int | float | date] = {}


class Hide(Table):
    """analysis.hide: the smallest number of people behind a figure that is shown."""

    means: Annotated[int, Field(ge=1)] = 5
    distributions: Annotated[int, Field(ge=1)] = 8


class Analysis(Table):
    """[analysis]: what is declared once and holds for every result."""

    design: Literal["before-after", "comparison-group", "randomised"] = "before-after"
    confidence: Annotated[float, Field(gt=0.5, lt=1)] = 0.95
    groups: list[str] = []
    hide: Hide = Hide()
    comparison: Comparison | None = None


class Wave(Table):
    """waves.<name>: a measuring occasion, in the order in which they stand."""

    label: str
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None


class Item(Table):
    """scales.<name>.items.<item>: a question; `columns` where its column has another name in some wave."""

    label: str | None = None
    columns: dict[str, str] = {}


#: The short forms of items: a list of columns, and a table from column to question.
_Items = list[str] | dict[str, str | Item]


def _preset_or_own(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema that a preset stands for a label and answers."""
    schema["required"] = [key for key in schema["required"] if key not in ("label", "answers")]
    schema["anyOf"] = [{"required": ["preset"]}, {"required": ["label", "answers"]}]


class Scale(Table):
    """scales.<name>: one or several questions with the same answers, lowest answer first, or those of a preset."""

    model_config = ConfigDict(json_schema_extra=_preset_or_own)

    preset: PresetName | None = None
    label: str
    source: str
    items: Annotated[dict[str, Item], BeforeValidator(_as_items, json_schema_input_type=_Items)]
    answers: Annotated[
        list[Texts],
        Field(min_length=1),
        BeforeValidator(_as_answers, json_schema_input_type=str | list[str | int | list[str]]),
    ]
    reversed: list[str] = []
    not_an_answer: list[str] = []
    score: Literal["mean", "sum", "skr-index"] = "mean"
    minimum_answered: Annotated[float, Field(gt=0, le=1)] = 0.5

    @model_validator(mode="before")
    @classmethod
    def _from_preset(cls, written: Any) -> Any:
        return filled(written)


class ChecklistItem(Table):
    """checklists.<name>.items.<item>: what is looked for; `rating` where it is judged on a scale."""

    label: str | None = None
    rating: Annotated[
        list[Texts], BeforeValidator(_as_answers, json_schema_input_type=str | list[str | int | list[str]])
    ] = []


class Checklist(Table):
    """checklists.<name>: what visitors or reviewers judge. A visit's score is the share met of what applied."""

    label: str
    items: Annotated[
        dict[str, ChecklistItem],
        BeforeValidator(_as_items, json_schema_input_type=list[str] | dict[str, str | ChecklistItem]),
    ]
    yes: Texts = ["ja"]
    no: Texts = ["nej"]
    not_applicable: Texts = ["ej tillämpligt"]
    areas: dict[str, list[str]] = {}
    critical: list[str] = []
    reversed: list[str] = []


class TreeNode(Table):
    """tree.<name>: a node above the project's goals: a council goal, a committee goal, a commitment."""

    title: str
    level: str
    under: str | None = None
    resources: str | None = None
    ways_of_working: str | None = None
    activities: list[str] = []


class Comparison(Table):
    """analysis.comparison: who did not take part, so that the second question gets an answer of its own."""

    column: str
    group: str


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


#: A number that a goal can be about: larger ones are slips of the pen.
Amount = Annotated[float, Field(ge=-1e12, le=1e12)]


class Target(Table):
    """goals.target: exactly one demand; `effektmatt.goals.Target` says what each means."""

    at_least: Amount | None = None
    at_most: Amount | None = None
    increase_by: Amount | None = None
    decrease_by: Amount | None = None
    about: Amount | None = None
    within: Amount | None = None
    direction: Literal["increase", "decrease"] | None = None
    reading: Literal["relative", "points", "level"] | None = None
    in_every: str | None = None


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


class WrittenPlan(Table):
    """The whole plan.toml."""

    project: Project
    analysis: Analysis = Analysis()
    labels: dict[str, str] = {}
    waves: dict[str, Wave] = {}
    sources: dict[str, AnySource]
    scales: dict[str, Scale] = {}
    checklists: dict[str, Checklist] = {}
    goals: Annotated[list[Goal], Field(min_length=1)]
    tree: dict[str, TreeNode] = {}
    report: Report = Report()
    text: Text = Text()
