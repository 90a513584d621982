"""What every table of a plan has in common, and the short forms of its values."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict


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

# A condition: column = value, or column = [value, value]; several columns must all hold.
Where = dict[str, Texts]
