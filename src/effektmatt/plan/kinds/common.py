"""What the plan's kinds of evidence have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from effektmatt.plan.found import Drafted, FoundSource
from effektmatt.plan.found_names import FoundWave
from effektmatt.plan.measures import MeasureTable
from effektmatt.plan.sections import Source

Waves = Sequence[FoundWave]


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
    found
        From files that belong together to what this kind makes of them; None where they look like another.
    in_waves
        From that and the waves of all files to the same with what the kind needs of waves, and these.
    """

    source: type[Source]
    measures: tuple[type[MeasureTable], ...]
    template: Literal["usual", "also", "asked"] = "asked"
    found: Callable[[FoundSource], Drafted | None] = lambda _source: None
    in_waves: Callable[[FoundSource, Drafted, Waves], tuple[Drafted, Waves]] = lambda _source, drafted, waves: (
        drafted,
        waves,
    )
