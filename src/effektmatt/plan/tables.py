"""What every table of a plan has in common, and the short forms of its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Tag,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from effektmatt.core import Limits


class Table(BaseModel):
    """A table of the plan: unknown keys are faults, and nothing is converted in silence."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, populate_by_name=True, allow_inf_nan=False, str_min_length=1
    )


class KindTable(Table):
    """A table whose `kind` says which of several it is."""

    kind: str

    @classmethod
    def word(cls) -> str:
        """Return what a plan writes as the `kind` of this table."""
        return str(get_args(cls.model_fields["kind"].annotation)[0])


def as_list(written: Any) -> Any:
    """Let one text stand for a list of one."""
    return [written] if isinstance(written, str) else written


# A text, or a list of texts: the short form is the long one with one entry.
Texts = Annotated[list[str], BeforeValidator(as_list, json_schema_input_type=str | list[str])]


class NumberLimits(Table):
    """A condition on numbers: { at_least = 5, at_most = 10 }, one of them or both."""

    at_least: float | None = None
    at_most: float | None = None


def _limits(given: Any, read: ValidatorFunctionWrapHandler) -> Limits:
    if isinstance(given, Limits):
        return given
    written: NumberLimits = read(given)
    if written.at_least is None and written.at_most is None:
        raise PydanticCustomError("too_short", "neither at_least nor at_most")
    if written.at_least is not None and written.at_most is not None and written.at_least > written.at_most:
        ends = {"lowest": f"{written.at_least:g}", "highest": f"{written.at_most:g}"}
        raise PydanticCustomError("nothing_between", "no number lies between", ends)
    return Limits(at_least=written.at_least, at_most=written.at_most)


def condition_of(written: Where) -> dict[str, tuple[str, ...] | Limits]:
    """Return a condition whose values nobody can change."""
    return {column: wanted if isinstance(wanted, Limits) else tuple(wanted) for column, wanted in written.items()}


def _how_written(condition: Any) -> str:
    return "dict[limits]" if isinstance(condition, dict | Limits) else "list[text]"


# A condition: column = value, column = [value, value], or column = limits; several columns must all hold.
if TYPE_CHECKING:
    Where = dict[str, list[str] | Limits]
else:  # read as a table of the plan, kept as the limits that it says
    Where = dict[
        str,
        Annotated[
            Annotated[Texts, Tag("list[text]")] | Annotated[NumberLimits, WrapValidator(_limits), Tag("dict[limits]")],
            Discriminator(_how_written),
        ],
    ]
