"""[sources.<name>]: where data are, one model for each kind of source."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from effektmatt.plan.tables import Table

#: Stands for all waves where a plan gives one value for them all.
EVERY_WAVE = "*"


def _as_dates(written: Any) -> Any:
    """Let one measuring date hold for every wave."""
    return {EVERY_WAVE: written} if isinstance(written, date) else written


class Period(Table):
    """sources.<name>.periods.<wave>: when cases of a wave were opened, if not between the wave's own dates."""

    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


class Source(Table):
    """What every kind of source may say: one `file`, or several `files` by wave."""

    file: str | None = None
    files: dict[str, str] = {}
    label: str | None = None
    sheet: str | None = None
    groups: dict[str, str] = {}  # where this source calls a group column something else: { kon = "Kön" }
    missing: list[str] = []  # texts that stand for no value: ["NA", "-"]
    types: dict[str, Literal["text", "date", "whole", "number"]] = {}  # columns to check though no goal reads them


class Register(Source):
    """A row is a person or thing in the project."""

    kind: Literal["register"]
    key: str | None = None


class Survey(Source):
    """A row is one answered questionnaire."""

    kind: Literal["survey"]
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
    key: str | None = None
    opened: str
    closed: str
    closed_in: ClosedIn | None = None
    registered: str | None = None
    measured: Annotated[dict[str, date], BeforeValidator(_as_dates, json_schema_input_type=date | dict[str, date])]
    periods: dict[str, Period] = {}
    repeated: Literal["latest", "earliest", "leave-out", "refuse"] = "refuse"
    unit: Literal["calendar-days", "working-days"] = "calendar-days"


class Visits(Source):
    """A row is one visit by one Mystery Visitor, or one text judged by one reviewer, against a checklist."""

    kind: Literal["visits"]
    checklist: str
    unit: str  # the column of what is visited: a library, a text; results are per unit, never per employee
    visitor: str | None = None  # the column of who judged
    visit: str | None = None  # the column that two rows share when two visitors judged the same visit
    date: str | None = None  # one file of several waves is divided by it, if not by `wave`
    wave: str | None = None  # the column that says which wave a row of one file belongs to
    units: list[str] = []  # the units that there are, if a visit to any other is a fault


class Log(Source):
    """A row is one use of something by somebody."""

    kind: Literal["log"]
    user: str
    at: str
    of: str | None = None  # the register of those who could use it
    marks: dict[str, date] = {}  # days to show in the chart, with their names: { "Utbildning" = 2018-02-01 }


class Activities(Source):
    """A row is one activity, planned and perhaps held; or one person's attendance at one (`person`)."""

    kind: Literal["activities"]
    activity: str | None = None  # the column of what kind of activity it was
    planned: str | None = None  # the column of the planned day
    held: str | None = None  # the column of the day it was held; empty: it was not
    person: str | None = None  # the column of who was there, in the register `of`
    hours: str | None = None  # the column of hours, per row
    of: str | None = None
    expected: dict[str, int] = {}  # how many of each kind the plan of operations promised


class Ledger(Source):
    """A row is one post with its budget and outcome, in kronor and ören, exact."""

    kind: Literal["ledger"]
    post: str
    budget: str
    outcome: str | None = None
    under: str | None = None  # the column of the post that a post is part of: the parts must add up to it
    must_equal: str | None = None  # what all posts that are not part of another must add up to
    reason: str | None = None  # why the outcome differs from the budget; asked for when missing


class Index(Source):
    """A row is one published value of an index, for one unit and one wave or year."""

    kind: Literal["index"]
    unit: str | None = None
    wave: str
    index: str | None = None  # the column of which index it is, where the file has several
    value: str
    signs: Literal["kolada", "none"] = "none"  # "kolada": "-" dropped out, "." not applicable, ".." secret


AnySource = Annotated[
    Register | Survey | Cases | Visits | Log | Activities | Ledger | Index,
    Field(discriminator="kind"),
]
