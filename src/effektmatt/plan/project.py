"""[project] of a plan: what the report says of the project."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from effektmatt.data.dates import Period
from effektmatt.plan.checks import money_faults
from effektmatt.plan.said import Said
from effektmatt.plan.tables import Table


def _as_text(written: Any) -> Any:
    """Let a number or a date stand where it is only shown."""
    return str(written) if type(written) in (int, float, date) else written


#: Kronor are written as text or as a number, and read exactly.
_Money = str | int | float | None


def _as_money(written: Any) -> Any:
    if type(written) not in (str, int, float):
        return written
    if list(money_faults("", str(written))):
        raise PydanticCustomError("money", "no amount of money")
    return Decimal(str(written))


class Logo(Table):
    """project.logo: a picture at the head of the report, and what is read aloud of it."""

    file: str
    alt: Said | None = None


def _as_logo(written: Any) -> Any:
    """Let the name of a file stand for a logo; that nothing is said of it is told with what is wrong with pictures."""
    return {"file": written} if isinstance(written, str) else written


class Project(Table):
    """[project]: what the report says of the project."""

    name: Said
    owner: Said | None = None
    partners: list[Said] = []
    authors: list[Said] = []
    contact: Said | None = None
    logo: Annotated[Logo | None, BeforeValidator(_as_logo, json_schema_input_type=str | Logo | None)] = None
    funder: Said | None = None
    start: date | None = None
    end: date | None = None
    granted: Annotated[Decimal | None, BeforeValidator(_as_money, json_schema_input_type=_Money)] = None
    diary_number: str | None = None
    country: Said | None = None
    organisation_number: str | None = None
    fund: str | None = None
    cci: str | None = None
    co_financing: Annotated[float | None, Field(gt=0, le=1)] = None
    programme_area: Said | None = None
    specific_objective: Said | None = None
    region: Said | None = None
    nuts: str | None = None
    intervention_type: Annotated[
        str | None, BeforeValidator(_as_text, json_schema_input_type=str | int | float | None)
    ] = None
    participants: Annotated[int | None, Field(ge=1)] = None
    language: Literal["sv", "en"] = "sv"
    facts: dict[str, Annotated[str, BeforeValidator(_as_text, json_schema_input_type=str | int | float | date)]] = {}

    @property
    def period(self) -> tuple[Period, ...]:
        """When the project was, as far as the plan says."""
        return ((self.start, self.end),) if self.start or self.end else ()
