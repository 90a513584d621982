"""[analysis]: what is declared once and holds for every result."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from effektmatt.plan.tables import Table, Texts


class Hide(Table):
    """analysis.hide: the smallest number of people behind a figure that is shown."""

    means: Annotated[int, Field(ge=1)] = 5
    distributions: Annotated[int, Field(ge=1)] = 8
    publish_small: bool = False


class Missing(Table):
    """analysis.missing: how much those missing may differ from those who answered, without overturning a verdict."""

    part: Annotated[float, Field(ge=0, lt=1)] = 0.25
    odds_ratio: Annotated[float, Field(ge=1)] = 1.5
    unknown: Annotated[float, Field(ge=0, le=1)] = 0.5


class Comparison(Table):
    """analysis.comparison: who did not take part, so that the second question gets an answer of its own."""

    column: str
    group: str
    project: Texts = []


class Analysis(Table):
    """[analysis]: what is declared once and holds for every result."""

    design: Literal["before-after", "comparison-group", "randomised"] = "before-after"
    confidence: Annotated[float, Field(gt=0.5, lt=1)] = 0.95
    groups: list[str] = []
    units_as_groups: list[str] = []
    hide: Hide = Hide()
    missing: Missing = Missing()
    comparison: Comparison | None = None
