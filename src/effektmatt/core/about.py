"""What is known of the people behind a result, and how it is to be shown: carried with every call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from effektmatt.core.estimate import Range
from effektmatt.core.note import Note
from effektmatt.core.settings import Differ, Hide

#: Assumed when some of a known population are not among those who are seen.
MISSING_RESEMBLE = "missing-resemble-answered"
#: Assumed when those who answered chose to, out of nobody knows how many.
SELF_SELECTED = "self-selected-resemble-all"
#: Assumed instead of either when answers are weighed to known margins.
RESEMBLE_WITHIN = "answered-resemble-within-groups"
#: Assumed of a sample drawn by lot of which nobody knows how many answered.
DRAWN_RESEMBLE = "drawn-resemble-answered"

#: What is assumed of people that nobody has seen.
OF_THOSE_MISSING = frozenset({MISSING_RESEMBLE, SELF_SELECTED, DRAWN_RESEMBLE, RESEMBLE_WITHIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsorted:
    """How many a measure concerns, and how many others may stand among the answers, where these do not tell."""

    concerned: int
    others: int

    def possible(self, hits: int, n: int) -> Range | None:
        """Return the shares of those concerned that are possible, where `hits` of `n` answers are such.

        >>> Unsorted(concerned=40, others=10).possible(30, 36)
        Range(low=0.5, high=1.0)
        """
        if not self.concerned:
            return None
        fewest, misses = max(0, hits - self.others), max(0, n - hits - self.others)
        return Range(low=min(1.0, fewest / self.concerned), high=max(0.0, 1 - misses / self.concerned))


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
    differ
        How much those missing may differ for the difference to be called modest.
    unsorted
        Whom the measure concerns, where the answers do not tell whose they are.
    assumptions
        What else must hold of those who answered.
    """

    level: float = 0.95
    hide: Hide = field(default_factory=Hide)
    population: int | None = None
    population_by_group: Mapping[tuple[str, str], int] = field(default_factory=dict)
    self_selected: bool = True
    weighed: tuple[str, ...] = ()
    differ: Differ = field(default_factory=Differ)
    unsorted: Unsorted | None = None
    assumptions: tuple[Note, ...] = ()

    def assumed(self, n: int) -> tuple[Note, ...]:
        """Return what must hold for the answers of `n` to speak for all.

        >>> [note.values for note in About(population=30).assumed(24)]
        [{'missing': 6}]
        """
        if self.weighed and self.population != n:
            within = Note(code=RESEMBLE_WITHIN, values={"columns": ", ".join(self.weighed)})
            return (within, *(note for note in self.assumptions if note.code != DRAWN_RESEMBLE))
        if self.population is not None and self.population >= n:
            missing = self.population - n
            resemble = (Note(code=MISSING_RESEMBLE, values={"missing": missing}),) if missing else ()
            return (*resemble, *self.assumptions)
        return (*((Note(code=SELF_SELECTED),) if self.self_selected else ()), *self.assumptions)

    def missing_part(self, n: int) -> float:
        """Return how large a part of all is missing, of whom `n` answered; as declared where nobody knows.

        >>> About(population=40).missing_part(30), About().missing_part(30)
        (0.25, 0.5)
        """
        if self.unsorted is not None:
            return max(0.0, 1 - n / self.unsorted.concerned) if self.unsorted.concerned else 0.0
        if self.population is None or self.population < n:
            return self.differ.missing
        return (self.population - n) / self.population if self.population else 0.0
