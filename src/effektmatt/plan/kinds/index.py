"""Indices in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.plan.facts import MeasureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexChangeFacts(MeasureFacts):
    """The change of a published index."""
