"""Cases in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.plan.facts import MeasureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingTimeFacts(MeasureFacts):
    """The change of handling times; `unit` is what days are counted, `standardise` the label of a column."""

    within_days: int
    statistic: str = "restricted-mean"
    unit: str = "calendar-days"
    standardise: str | None = None
