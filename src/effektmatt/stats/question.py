"""What a line of the table of methods is made of: a question, how the data hang together, and what answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from effektmatt.core import About, Curve, Interval, Note
from effektmatt.core.about import MISSING_RESEMBLE
from effektmatt.stats.enough import enough_by_skewness
from effektmatt.stats.results import HypothesisTest


class Layout(StrEnum):
    """How the data hang together. Those of one wave are named as `core.Evidence`, those of two as `core.Linkage`."""

    CENSUS = "census"  # everybody was counted
    FINITE = "finite"  # n of a known N
    PROCESS = "process"  # more could have come
    PAIRED = "paired"  # the same people or things twice
    INDEPENDENT = "independent"  # two waves of others, or nobody can be linked
    PARTLY_LINKED = "partly-linked"  # some linked, some not
    UNITS = "units"  # several observations in each unit, both waves in the same units
    UNITS_DIFFER = "units-differ"  # several observations in each unit, the waves in other units
    UNITS_ADJUSTED = "units-adjusted"  # the same, allowing for who judged
    SAME_MIX = "same-mix"  # two waves, weighted to one mix of cases
    CLUSTERS = "clusters"  # people in groups (class, office, handler)
    WEIGHTED = "weighted"  # people who weigh differently: design weights, known margins, strata
    DESIGN = "design"  # people in groups, who weigh differently
    CLOSED = "closed"  # every case is closed
    COMPETING = "competing"  # some cases are withdrawn
    OWN_LIMITS = "own-limits"  # each case has a limit of its own
    REVIEWERS = "reviewers"  # several judgements of each unit
    ITEMS = "items"  # several questions to each person
    SERIES = "series"  # values over time
    FAMILY = "family"  # several results declared together


class Scale(StrEnum):
    """What kind of value the question is about."""

    SHARE = "share"
    ORDINAL = "ordinal"
    SCORE = "score"
    TIME = "time"
    COUNT = "count"
    AGREEMENT = "agreement"


class Assumption(StrEnum):
    """What must hold for a method to tell the truth, besides that the data are right."""

    MISSING_LIKE_ANSWERED = MISSING_RESEMBLE
    ONCE_LIKE_TWICE = "answered-once-resemble-twice"
    INDEPENDENT = "answers-independent"
    CASES_INDEPENDENT = "cases-independent"
    UNITS_INDEPENDENT = "units-independent"
    WAVES_INDEPENDENT = "waves-independent"
    OPEN_LIKE_CLOSED = "open-like-closed"
    STEADY = "series-steady"
    STRAIGHT = "straight"
    PARALLEL = "groups-change-alike"
    MARGINS_KNOWN = "answered-resemble-within-groups"
    REVIEWERS_INDEPENDENT = "reviewers-independent"
    EQUAL_STEPS = "equal-steps"
    EQUAL_SPREAD = "equal-spread"
    ENOUGH = "enough"
    POSITIVE = "positive"
    MIX_KNOWN = "mix-known"
    ONE_FACTOR = "one-factor"
    MEMORY = "memory"


#: Those that the data at hand cannot test, and that let a verdict be false where they fail: an estimate lists them, and
#: what is judged by it is at most likely. The others say what is estimated, fail to the safe side, or are seen in the
#: data (a note tells where they do not hold).
UNTESTABLE = frozenset({
    Assumption.ONCE_LIKE_TWICE,
    Assumption.INDEPENDENT,
    Assumption.CASES_INDEPENDENT,
    Assumption.OPEN_LIKE_CLOSED,
    Assumption.STEADY,
    Assumption.STRAIGHT,
    Assumption.PARALLEL,
    Assumption.REVIEWERS_INDEPENDENT,
})  # fmt: skip

#: The note that an interval is approximate: fewer are behind it than its method needs.
APPROXIMATE = "interval-approximate"


Found_co = TypeVar("Found_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[Found_co]):
    """What answers a question for data of one layout.

    Parameters
    ----------
    default
        The function whose number is shown; None where everybody was counted and nothing is inferred.
    also
        Other functions for the same question.
    test
        The test of no difference that is shown beside.
    curve
        From the counts that `default` takes to what the probability of a target is read from, where its result has no
        curve of its own.
    assumes
        What must hold.
    enough
        The smallest size (of each wave or group; units, cases or people) from which its 95 per cent interval holds the
        truth in at least 93.5 per cent of samples in every ordinary situation of `benchmarks/coverage.py`; 0: always.
    skewness
        From the counts that `default` takes to the skewness of the error of its result, where answers that pile up at
        one end, or one group much smaller than the other, need more than `enough`.
    cautious
        A function whose interval a verdict needs too, where that of `default` holds only nearly: of the counts that
        `default` takes (for means also the ends of the scale) and the level.
    """

    default: Callable[..., Found_co] | None
    also: tuple[Callable[..., Any], ...] = ()
    test: Callable[..., HypothesisTest] | None = None
    curve: Callable[..., Curve] | None = None
    assumes: tuple[Assumption, ...] = ()
    enough: int = 0
    skewness: Callable[..., float] | None = None
    cautious: Callable[..., Interval | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Generic[Found_co]):
    """A question, the scale it is asked on, and what answers it for each layout."""

    code: str
    scale: Scale
    choices: Mapping[Layout, Choice[Found_co]]

    def kernel(self, layout: str) -> Callable[..., Found_co]:
        """Return the function that answers the question by default.

        >>> from effektmatt.stats.choices import SHARE_DIFFERENCE
        >>> SHARE_DIFFERENCE.kernel("paired").__name__
        'tango'
        """
        default = self.choice(layout).default
        if default is None:
            raise ValueError(f"{self.code} needs no interval: everybody was counted")
        return default

    def test(self, layout: str) -> Callable[..., HypothesisTest]:
        """Return the test of no difference."""
        test = self.choice(layout).test
        if test is None:
            raise ValueError(f"no test is declared for {self.code}, {layout}")
        return test

    def curve(self, layout: str) -> Callable[..., Curve]:
        """Return what makes the curve of a target's probability from the counts."""
        curve = self.choice(layout).curve
        if curve is None:
            raise ValueError(f"the results of {self.code}, {layout}, have a curve of their own")
        return curve

    def cautious(self, layout: str, *counts: Any, level: float) -> Interval | None:
        """Return the interval that a verdict needs besides; None where that of the default is enough.

        >>> from effektmatt.stats.choices import SHARE_DIFFERENCE
        >>> SHARE_DIFFERENCE.cautious("independent", 2, 2, 0, 2, level=0.95).low < 0
        True
        """
        cautious = self.choice(layout).cautious
        return None if cautious is None else cautious(*counts, level)

    def assumed(self, layout: str, about: About | None = None, n: int = 0) -> tuple[Note, ...]:
        """Return what must hold, and cannot be tested, for what is said of this layout to be true.

        `about`: what is known of the people, `n` of whom answered; then also what must hold of the others.

        >>> from effektmatt.stats.choices import MEAN
        >>> [note.code for note in MEAN.assumed("process", About(population=30), 24)]
        ['missing-resemble-answered', 'answers-independent']
        """
        missing = () if about is None else about.assumed(n)
        own = (assumption for assumption in self.choice(layout).assumes if assumption in UNTESTABLE)
        return (*missing, *(Note(code=str(assumption)) for assumption in own))

    def approximate(self, layout: str, n: int, *counts: Any) -> tuple[Note, ...]:
        """Return the note that an interval from so few is approximate; nothing where they are enough.

        Parameters
        ----------
        layout
            How the data hang together.
        n
            The smallest size behind the interval: of either wave or group, units, cases or people.
        counts
            What `default` takes, by which it is seen how many are enough where that depends on it.

        >>> from effektmatt.stats.choices import SHARE_RATIO
        >>> [note.values["enough"] for note in SHARE_RATIO.approximate("independent", 12)]
        [20]
        """
        choice = self.choice(layout)
        by_skewness = enough_by_skewness(n, choice.skewness(*counts)) if choice.skewness and counts else 0
        return approximate(n, max(choice.enough, by_skewness))

    def approximate_over(self, layout: str, worth: int, groups: int, *counts: Any) -> tuple[Note, ...]:
        """Return the same of `groups` that are worth `worth` of equal size, and say so where that is fewer.

        >>> from effektmatt.stats.choices import SHARE_OF_SAMPLE
        >>> [note.code for note in SHARE_OF_SAMPLE.approximate_over("clusters", 3, 12)]
        ['interval-approximate', 'groups-unequal']
        """
        told = self.approximate(layout, worth, *counts)
        unequal = Note(code="groups-unequal", values={"groups": groups, "n": worth})
        return (*told, unequal) if told and worth < groups else told

    def choice(self, layout: str) -> Choice[Found_co]:
        """Return the line of the table for one layout."""
        if layout not in self.choices:
            raise ValueError(f"{self.code} is answered for {', '.join(self.choices)}; got {layout}")
        return self.choices[Layout(layout)]


def approximate(n: int, enough: int) -> tuple[Note, ...]:
    """Return the note that an interval from `n` is approximate, where `enough` would be more."""
    return (Note(code=APPROXIMATE, values={"n": n, "enough": enough}),) if n < enough else ()
