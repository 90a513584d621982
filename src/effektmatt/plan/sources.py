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
    measured: Annotated[dict[str, date], BeforeValidator(_as_dates)]
    periods: dict[str, Period] = {}
    repeated: Literal["latest", "earliest", "leave-out", "refuse"] = "refuse"
    unit: Literal["calendar-days", "working-days"] = "calendar-days"


AnySource = Annotated[Register | Survey | Cases, Field(discriminator="kind")]
