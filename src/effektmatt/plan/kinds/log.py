"""Logs in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.plan.facts import MeasureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveShareFacts(MeasureFacts):
    """The share who used something at least `times` times; `register` is the label of who could have."""

    times: int
    register: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyUsersFacts(MeasureFacts):
    """How many used something each week."""
