"""Activities in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.plan.facts import MeasureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFacts(MeasureFacts):
    """How many activities were held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FullDoseFacts(MeasureFacts):
    """The share who got at least so many `hours`; `register` is the label of who could have."""

    hours: float
    register: str | None = None
