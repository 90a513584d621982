"""What is known of the people behind a result, and how it is to be shown: carried with every call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from effektmatt.core.note import Note
from effektmatt.core.settings import Hide

#: Assumed when some of a known population are not among those who are seen.
MISSING_RESEMBLE = "missing-resemble-answered"
#: Assumed when those who answered chose to, out of nobody knows how many.
SELF_SELECTED = "self-selected-resemble-all"
#: Assumed instead of either when answers are weighed to known margins.
RESEMBLE_WITHIN = "answered-resemble-within-groups"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What every estimate of a measure is told.

    Parameters
    ----------
    level
        Confidence level.
    hide
        The smallest number of people behind a figure that is shown.
    population, population_by_group
        How many there are in all, and per (column, group); None or absent where nobody knows.
    self_selected
        Whether those who answered chose to, so that it must be assumed that they resemble all (matters only where the
        population is unknown).
    weighed
        The columns whose margins in the population the answers are weighed to, if any.
    """

    level: float = 0.95
    hide: Hide = field(default_factory=Hide)
    population: int | None = None
    population_by_group: Mapping[tuple[str, str], int] = field(default_factory=dict)
    self_selected: bool = True
    weighed: tuple[str, ...] = ()

    def assumed(self, n: int) -> tuple[Note, ...]:
        """Return what must hold for the answers of `n` to speak for all.

        >>> [note.values for note in About(population=30).assumed(24)]
        [{'missing': 6}]
        """
        if self.weighed and self.population != n:
            return (Note(code=RESEMBLE_WITHIN, values={"columns": ", ".join(self.weighed)}),)
        if self.population is not None and self.population >= n:
            missing = self.population - n
            return (Note(code=MISSING_RESEMBLE, values={"missing": missing}),) if missing else ()
        return (Note(code=SELF_SELECTED),) if self.self_selected else ()
