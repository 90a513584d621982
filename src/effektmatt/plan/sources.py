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
    groups: dict[str, str] = {}
    missing: list[str] = []
    types: dict[str, Literal["text", "date", "whole", "number"]] = {}


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
    unit: str
    visitor: str | None = None
    visit: str | None = None
    date: str | None = None
    wave: str | None = None
    units: list[str] = []


class Log(Source):
    """A row is one use of something by somebody."""

    kind: Literal["log"]
    user: str
    at: str
    of: str | None = None
    marks: dict[str, date] = {}


class Activities(Source):
    """A row is one activity, planned and perhaps held; or one person's attendance at one (`person`)."""

    kind: Literal["activities"]
    activity: str | None = None
    planned: str | None = None
    held: str | None = None
    person: str | None = None
    hours: str | None = None
    of: str | None = None
    expected: dict[str, int] = {}


class Ledger(Source):
    """A row is one post with its budget and outcome, in kronor and ören, exact."""

    kind: Literal["ledger"]
    post: str
    budget: str
    outcome: str | None = None
    under: str | None = None
    must_equal: str | None = None
    reason: str | None = None


class Index(Source):
    """A row is one published value of an index, for one unit and one wave or year."""

    kind: Literal["index"]
    unit: str | None = None
    wave: str
    index: str | None = None
    value: str
    signs: Literal["kolada", "none"] = "none"


AnySource = Annotated[
    Register | Survey | Cases | Visits | Log | Activities | Ledger | Index,
    Field(discriminator="kind"),
]
