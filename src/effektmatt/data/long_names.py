"""What the columns of a long table are called: the words by which a wide one becomes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LongNames:
    """What the columns of a long table are called: of the period, of the value, and maybe of what the value is."""

    period: str
    value: str
    what: str | None = None
