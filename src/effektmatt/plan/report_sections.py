"""What the plan says of the report: [report], and [text] with the evaluator's own words."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from effektmatt.core import FORMATS, Format
from effektmatt.plan.colours import Colours
from effektmatt.plan.said import Said
from effektmatt.plan.tables import Table
from effektmatt.plan.version import Version


def _as_versions(written: Any) -> Any:
    """Let the names of templates stand for versions that follow them: ["ledning", "mallar/kommunen"].

    A version is called as the last part of its template's path is, where no other is called so.
    """
    if isinstance(written, list) and all(isinstance(name, str) for name in written):
        last = [PurePosixPath(name).name for name in written]
        return {
            short if short and last.count(short) == 1 else name: {"template": name}
            for name, short in zip(written, last, strict=True)
        }
    return written


class Report(Table):
    """[report]: what the report is written as, and what is written besides it."""

    formats: Annotated[list[Format], Field(min_length=1)] = list(FORMATS)
    template: str = "slutrapport"
    versions: Annotated[
        dict[str, Version], BeforeValidator(_as_versions, json_schema_input_type=list[str] | dict[str, Version])
    ] = {}
    answers: dict[str, Said] = {}
    colours: Colours = Colours()
    reasons: dict[str, Said] = {}


class Text(Table):
    """[text]: the evaluator's own words, in Markdown."""

    summary: Said | None = None
    context: Said | None = None
    how: Said | None = None
    goal_tree: Said | None = None
    cause: Said | None = None
    limits: Said | None = None
    conclusions: Said | None = None
    lessons: Said | None = None
    appendix: Said | None = None
    goals: dict[str, Said] = {}
