"""The plan as a user writes it in plan.toml: every key, what it may hold and what it means.

These models only say what is well formed. Whether names agree with each other is asked in `resolve.py`, and
whether the data agree with the plan when they are read.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Table(BaseModel):
    """A table of the plan: unknown keys are faults, and nothing is converted in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


def _as_list(written: Any) -> Any:
    return [written] if isinstance(written, str) else written


def _as_items(written: Any) -> Any:
    """Write the two short forms of items in full: a list of columns, and a table from column to question."""
    if isinstance(written, list) and all(isinstance(name, str) for name in written):
        return {name: {} for name in written}
    if isinstance(written, dict):
        return {name: {"label": item} if isinstance(item, str) else item for name, item in written.items()}
    return written


def _as_answers(written: Any) -> Any:
    return [_as_list(answer) for answer in written] if isinstance(written, list) else _as_list(written)


def _as_dates(written: Any) -> Any:
    """Let one measuring date hold for every wave."""
    return {EVERY_WAVE: written} if isinstance(written, date) else written


#: Stands for all waves where a plan gives one value for them all.
EVERY_WAVE = "*"

# A text, or a list of texts: the short form is the long one with one entry.
Texts = Annotated[list[str], BeforeValidator(_as_list)]

# A condition: column = value, or column = [value, value]; several columns must all hold.
Where = dict[str, Texts]


class Project(Table):
    """[project]: what the report says of the project."""

    name: str
    owner: str | None = None
    partners: list[str] = []
    funder: str | None = None
    start: date | None = None
    end: date | None = None
    granted: str | int | None = None
    language: Literal["sv", "en"] = "sv"
    facts: dict[str, str | int] = {}


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


class Wave(Table):
    """waves.<name>: a measuring occasion, in the order in which they stand."""

    label: str
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None


class Period(Table):
    """sources.<name>.periods.<wave>: when cases of a wave were opened, if not between the wave's own dates."""

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


class Source(Table):
    """What every kind of source may say."""

    label: str | None = None
    sheet: str | None = None
    groups: dict[str, str] = {}  # where this source calls a group column something else: { kon = "Kön" }
    missing: list[str] = []  # texts that stand for no value: ["NA", "-"]
    types: dict[str, Literal["text", "date", "whole", "number"]] = {}  # columns to check though no goal reads them


class Register(Source):
    """A row is a person or thing in the project."""

    kind: Literal["register"]
    file: str
    key: str | None = None


class Survey(Source):
    """A row is one answered questionnaire; `file` for one wave, `files` for several."""

    kind: Literal["survey"]
    file: str | None = None
    files: dict[str, str] = {}
    code: str | None = None
    link_within: list[str] = []
    answered: str | None = None
    repeated: Literal["latest", "earliest", "leave-out", "refuse"] = "latest"
    of: str | None = None
    sampling: Literal["self-selected", "random"] = "self-selected"


class ClosedIn(Table):
    """sources.<name>.closed_in: another file that holds the closing dates, joined on a key."""

    file: str
    key: str
    sheet: str | None = None


class Cases(Source):
    """A row is one case with an opened and maybe a closed date."""

    kind: Literal["cases"]
    file: str
    key: str | None = None
    opened: str
    closed: str
    closed_in: ClosedIn | None = None
    registered: str | None = None
    measured: Annotated[dict[str, date], BeforeValidator(_as_dates)]
    periods: dict[str, Period] = {}
    repeated: Literal["latest", "earliest", "leave-out", "refuse"] = "refuse"
    unit: Literal["calendar-days", "working-days"] = "calendar-days"


AnySource = Annotated[Register | Survey | Cases, Field(discriminator="kind")]


class Item(Table):
    """scales.<name>.items.<item>: a question; `columns` where its column has another name in some wave."""

    label: str | None = None
    columns: dict[str, str] = {}


class Scale(Table):
    """scales.<name>: one or several questions with the same answers, lowest answer first."""

    label: str
    source: str
    items: Annotated[dict[str, Item], BeforeValidator(_as_items)]
    answers: Annotated[list[Texts], Field(min_length=1), BeforeValidator(_as_answers)]  # or the name of another scale
    reversed: list[str] = []
    not_an_answer: list[str] = []
    score: Literal["mean", "sum", "skr-index"] = "mean"
    minimum_answered: Annotated[float, Field(gt=0, le=1)] = 0.5


class ShareImproved(Table):
    """The share, of everybody concerned, who answered higher after than before."""

    kind: Literal["share-improved"]
    scale: str | None = None
    scales: list[str] = []
    combine: Literal["index", "every", "each"] | None = None
    improved: Literal["any", "step", "reliable"] = "any"


class Share(Table):
    """A share in a register (`source` and `where`), or of the answers in one wave (`scale` and `top`)."""

    kind: Literal["share"]
    source: str | None = None
    where: Where = {}
    scale: str | None = None
    top: Annotated[int, Field(ge=1)] | None = None
    wave: str | None = None


class Count(Table):
    """How many in a register, and how many before."""

    kind: Literal["count"]
    source: str
    where: Where
    before: Where | None = None


class CountChange(Table):
    """How many more in a register after than before."""

    kind: Literal["count-change"]
    source: str
    before: Where
    after: Where


class ShareChange(Table):
    """The change of the share who chose one of the `top` highest answers."""

    kind: Literal["share-change"]
    scale: str
    top: Annotated[int, Field(ge=1)]


class ScoreChange(Table):
    """The change of a scale's mean score."""

    kind: Literal["score-change"]
    scale: str


class HandlingTime(Table):
    """The change of the time from opened to closed, cases still open included."""

    kind: Literal["handling-time"]
    source: str
    statistic: Literal["restricted-mean"] = "restricted-mean"
    within_days: Annotated[int, Field(ge=1)]
    standardise: str | None = None
    limits: list[Annotated[int, Field(ge=1)]] = []


Measure = Annotated[
    ShareImproved | Share | Count | CountChange | ShareChange | ScoreChange | HandlingTime,
    Field(discriminator="kind"),
]


class Target(Table):
    """goals.target: exactly one demand; `effektmatt.goals.Target` says what each means."""

    at_least: float | None = None
    at_most: float | None = None
    increase_by: float | None = None
    decrease_by: float | None = None
    about: float | None = None
    within: float | None = None
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
    goals: Annotated[list[Goal], Field(min_length=1)]
    text: Text = Text()
