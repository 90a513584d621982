"""Ledgers in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.plan.facts import MeasureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyUsedFacts(MeasureFacts):
    """The share of the budget that was used."""
