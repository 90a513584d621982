"""goals.measure: what can be measured, one model for each kind of measure."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from effektmatt.plan.tables import Table, Where


class MeasureTable(Table):
    """What every measure has: the kind of source that it reads."""

    reads: ClassVar[str] = "register"


class ShareImproved(MeasureTable):
    """The share, of everybody concerned, who answered higher after than before."""

    reads: ClassVar[str] = "survey"
    kind: Literal["share-improved"]
    scale: str | None = None
    scales: list[str] = []
    combine: Literal["index", "every", "each"] | None = None
    improved: Literal["any", "step", "reliable"] = "any"


class Share(MeasureTable):
    """A share in a register (`source` and `where`), or of the answers in one wave (`scale` and `top`)."""

    kind: Literal["share"]
    source: str | None = None
    where: Where = {}
    scale: str | None = None
    top: Annotated[int, Field(ge=1)] | None = None
    wave: str | None = None


class Count(MeasureTable):
    """How many in a register, and how many before."""

    kind: Literal["count"]
    source: str
    where: Where
    before: Where | None = None


class CountChange(MeasureTable):
    """How many more in a register after than before."""

    kind: Literal["count-change"]
    source: str
    before: Where
    after: Where


class ShareChange(MeasureTable):
    """The change of the share who chose one of the `top` highest answers."""

    reads: ClassVar[str] = "survey"
    kind: Literal["share-change"]
    scale: str
    top: Annotated[int, Field(ge=1)]


class ScoreChange(MeasureTable):
    """The change of a scale's mean score."""

    reads: ClassVar[str] = "survey"
    kind: Literal["score-change"]
    scale: str


class HandlingTime(MeasureTable):
    """The change of the time from opened to closed, cases still open included."""

    reads: ClassVar[str] = "cases"
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
