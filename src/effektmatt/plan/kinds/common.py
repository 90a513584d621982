"""What the plan's kinds of evidence have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.sections import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a plan can say of one kind of evidence.

    Parameters
    ----------
    source
        Its table under [sources].
    measures
        What can be measured in it.
    template
        Whether a new plan has it when nobody is asked: "usual", "also" (as comments), or "asked" (only when asked for).
    """

    source: type[Source]
    measures: tuple[type[MeasureTable], ...]
    template: Literal["usual", "also", "asked"] = "asked"
