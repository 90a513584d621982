"""goals.measure: what can be measured, one model for each kind of measure."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from effektmatt.plan.tables import Table, Where


class MeasureTable(Table):
    """What every measure has: the kind of source that it reads, and whether a goal can say whom of it it concerns."""

    reads: ClassVar[str] = "register"
    of_some: ClassVar[bool] = True


class ComparedWaves(MeasureTable):
    """What compares two waves of a survey: the first with the last, or the two that `waves` names."""

    reads: ClassVar[str] = "survey"
    waves: Annotated[list[str], Field(min_length=2, max_length=2)] | None = None


class ShareImproved(ComparedWaves):
    """The share, of everybody concerned, who answered higher after than before."""

    kind: Literal["share-improved"]
    scale: str | None = None
    scales: list[str] = []
    combine: Literal["index", "every", "each"] | None = None
    improved: Literal["any", "step", "reliable"] = "any"


#: No case is followed longer than a hundred years, in days.
LONGEST = 36_500


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


class ChangeOfAnswers(ComparedWaves):
    """What can be judged by the linked alone, or by all who answered; by all in any case where nobody has a code."""

    answers: Literal["linked", "all"] = "linked"


class ShareChange(ChangeOfAnswers):
    """The change of the share who chose one of the `top` highest answers.

    Of those who answered both times (`answers` = "linked"), or of all who answered ("all").
    """

    kind: Literal["share-change"]
    scale: str
    top: Annotated[int, Field(ge=1)]


class ScoreChange(ChangeOfAnswers):
    """The change of a scale's mean score; with `dose`, also of those who took part in less and in more.

    Of those who answered both times (`answers` = "linked"), or of all who answered ("all").
    """

    kind: Literal["score-change"]
    scale: str
    dose: str | None = None


class HandlingTime(MeasureTable):
    """The change of the time from opened to closed, cases still open included."""

    reads: ClassVar[str] = "cases"
    of_some: ClassVar[bool] = False
    kind: Literal["handling-time"]
    source: str
    statistic: Literal["restricted-mean"] = "restricted-mean"
    within_days: Annotated[int, Field(ge=1, le=LONGEST)]
    standardise: str | None = None
    limits: list[Annotated[int, Field(ge=1, le=LONGEST)]] = []


class VisitScore(ComparedWaves):
    """The share of what a checklist asks for that visits found: in all, in one area, or one item; per unit."""

    reads: ClassVar[str] = "visits"
    kind: Literal["visit-score"]
    source: str
    area: str | None = None
    item: str | None = None


class Agreement(MeasureTable):
    """How far two visitors or reviewers who judged the same agree (Krippendorff's alpha)."""

    reads: ClassVar[str] = "visits"
    kind: Literal["agreement"]
    source: str
    wave: str | None = None


class ActiveShare(MeasureTable):
    """The share of those who could use something who did, at least so many times in a period."""

    reads: ClassVar[str] = "log"
    kind: Literal["active-share"]
    source: str
    times: Annotated[int, Field(ge=1)] = 1
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None


class WeeklyUsers(MeasureTable):
    """How many different people used something each week, as an XmR chart, and the change at a day."""

    reads: ClassVar[str] = "log"
    of_some: ClassVar[bool] = False
    kind: Literal["weekly-users"]
    source: str
    rebase: date | None = None
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None


class Held(MeasureTable):
    """How many activities of a kind were held, of those planned."""

    reads: ClassVar[str] = "activities"
    of_some: ClassVar[bool] = False
    kind: Literal["held"]
    source: str
    activity: str | None = None


class FullDose(MeasureTable):
    """The share of those in the register who got at least so many hours."""

    reads: ClassVar[str] = "activities"
    kind: Literal["full-dose"]
    source: str
    hours: Annotated[float, Field(gt=0)]


class MoneyUsed(MeasureTable):
    """The share of the budget that was used, in exact decimals."""

    reads: ClassVar[str] = "ledger"
    of_some: ClassVar[bool] = False
    kind: Literal["money-used"]
    source: str
    post: str | None = None
    per_person: str | None = None


class IndexChange(MeasureTable):
    """The change of a published index from the first wave to the last: described, never tested."""

    reads: ClassVar[str] = "index"
    of_some: ClassVar[bool] = False
    kind: Literal["index-change"]
    source: str
    index: str | None = None
    unit: str | None = None
    measured_in: str | None = None


class NeedMet(MeasureTable):
    """The share of people whose rating of every skill reaches the level that their role needs."""

    reads: ClassVar[str] = "survey"
    kind: Literal["need-met"]
    scale: str
    role: str
    needed: Annotated[dict[str, dict[str, int]], Field(min_length=1)]
    unit: str | None = None
    wave: str | None = None


Measure = Annotated[
    ShareImproved
    | Share
    | Count
    | CountChange
    | ShareChange
    | ScoreChange
    | HandlingTime
    | VisitScore
    | Agreement
    | ActiveShare
    | WeeklyUsers
    | Held
    | FullDose
    | MoneyUsed
    | IndexChange
    | NeedMet,
    Field(discriminator="kind"),
]
