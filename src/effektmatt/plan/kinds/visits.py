"""Visits in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.plan.facts import MeasureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts(MeasureFacts):
    """What is visited is called `unit`; `judge` is "visitor", "reviewer", or the plan's own word."""

    unit: str = ""
    judge: str = "visitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitScoreFacts(VisitFacts):
    """What of the checklist is measured, if not all of it; the labels of the waves that the plan compares."""

    area: str | None = None
    item: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts(VisitFacts):
    """How far those who judged the same agree, in one wave."""

    wave: str | None = None
