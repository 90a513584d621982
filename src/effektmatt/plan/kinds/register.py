"""Registers in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.plan.facts import MeasureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterShareFacts(MeasureFacts):
    """The share of a register that meets a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFacts(MeasureFacts):
    """How many of a register meet a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChangeFacts(MeasureFacts):
    """How many more of a register meet a condition after than before."""
