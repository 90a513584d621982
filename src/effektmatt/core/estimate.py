"""A value with what is known about how sure it is."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from enum import StrEnum

from effektmatt.core.note import Note
from effektmatt.core.settings import UNPRINTED
from effektmatt.speech import Shown


class Unit(StrEnum):
    """What a value is counted in; the wording room formats by it."""

    SHARE = "share"  # 0 to 1, shown as per cent
    POINTS = "points"  # difference of two shares, -1 to 1, shown as percentage points
    RELATIVE = "relative"  # after / before - 1, shown as per cent with sign
    PROBABILITY = "probability"  # 0 to 1
    COUNT = "count"
    SCORE = "score"  # points on the survey's scale
    DAYS = "days"
    WORKING_DAYS = "working-days"
    PER_WEEK = "per-week"  # how many a week, on average
    PERCENT_POINTS = "percent-points"  # difference of two numbers that are written as per cent, 60 to 70: 10
    NUMBER = "number"  # a number with no unit of its own, shown with as many decimals as it needs


class Evidence(StrEnum):
    """What kind of knowledge an estimate rests on; the verdict rules differ by it."""

    CENSUS = "census"  # everybody counted: no interval
    FINITE = "finite"  # n of a known N answered
    PROCESS = "process"  # visits, cases, citizens: more could have come


class Role(StrEnum):
    """What an estimate is beside the others of its measure: what something is, or how it changed."""

    LEVEL = "level"  # what something is, in one wave or of all
    DIFFERENCE = "difference"  # after less before, or one share less another; its sign says which way
    RELATIVE = "relative"  # after / before - 1
    STANDARDISED = "standardised"  # a difference in standard deviations
    BETWEEN = "between"  # one group less another, at one time
    EFFECT = "effect"  # how much more the project changed than a comparison group


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """An interval with its confidence level (0.95, never 95) and the name of its method."""

    low: float
    high: float
    level: float
    method: str

    def __post_init__(self) -> None:
        if not 0 < self.level < 1:
            raise ValueError(f"level must lie between 0 and 1, for example 0.95; got {self.level!r}")
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"an interval needs low <= high; got {self.low!r} and {self.high!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The values that remain possible whatever those who did not answer would have said."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """The values that the truth may have where what cannot be seen differs within stated bounds from what is seen.

    A verdict by the interval must hold for all of them; else it is undetermined, or, where they only weaken it, at most
    likely; `reason` says why.
    """

    low: float
    high: float
    reason: Note
    weakens: bool = field(default=False, metadata=UNPRINTED)


#: Kinds of curve that are posteriors of shares under Jeffreys' prior.
_FROM_JEFFREYS = frozenset({"beta", "beta-binomial", "beta-difference", "beta-ratio"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The distribution that a probability of having met a target is read from.

    `kind` names it and `parameters` are in the order that `effektmatt.stats.probability` documents:
    "beta" (a, b), "beta-binomial" (hits, n, population), "normal" (mean, se), "t" (mean, se, df),
    "log-normal" (log of the ratio, se of the log; the value is ratio - 1), "step" (value).
    """

    kind: str
    parameters: tuple[float, ...]

    @property
    def prior(self) -> str | None:
        """The prior that a posterior starts from ("jeffreys"); None for a confidence distribution, which has none.

        >>> Curve(kind="beta", parameters=(20.5, 0.5)).prior
        'jeffreys'
        """
        return "jeffreys" if self.kind in _FROM_JEFFREYS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate(Shown):
    """One number that an evaluation found, and what it rests on.

    Parameters
    ----------
    measure
        The estimand's name, for example "share-improved" or "restricted-mean-difference".
    value
        The number, in `unit`; None where nothing could be computed (a note says why).
    interval
        None for a census and for plain descriptions.
    role
        Whether the number is a level, or which kind of change.
    n, population
        How many it is computed from, and of how many (None when there is no finite population).
    hits
        The numerator where the value is a share.
    possible
        The range that stays possible whatever the missing would have answered.
    sensitivity
        What a verdict by the interval must withstand, each by itself; empty where nothing more is.
    evidence
        Census, finite population or process.
    cautious
        An interval that holds where the answers are few or skewed too, each limit as surely as it says; a verdict needs
        it as well as the interval. None where the interval is exact itself, and where there is none.
    curve
        What the probability of meeting a target is read from; None for a description.
    assumptions
        What must hold, and cannot be tested in these data, for the interval to tell the truth.
    method
        The name of the method, with its variant.
    rivals
        The same number freed from another explanation of it (who judged, a trend that was there already): a verdict
        stands only where each of them gives it too.
    counts_others
        Of a rival: whether it is no other explanation, but the same number when others are counted too.
    hidden
        Whether it is not shown so that nothing is told of few people; then it has no value, and a note says why.
    """

    measure: str
    value: float | None
    unit: Unit
    n: int
    evidence: Evidence
    method: str
    role: Role = Role.LEVEL
    interval: Interval | None = None
    population: int | None = None
    hits: int | None = None
    possible: Range | None = None
    sensitivity: tuple[Sensitivity, ...] = ()
    cautious: Interval | None = None
    curve: Curve | None = None
    std_error: float | None = None
    statistic: float | None = None
    p_value: float | None = None
    assumptions: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    rivals: tuple[Estimate, ...] = ()
    counts_others: bool = field(default=False, metadata=UNPRINTED)
    hidden: bool = False

    @property
    def is_change(self) -> bool:
        """Whether it says how something changed, or by how much it differs."""
        return self.role is not Role.LEVEL

    def noted(self, notes: tuple[Note, ...]) -> Estimate:
        """Return the same with more to say of it."""
        return replace(self, notes=(*self.notes, *notes)) if notes else self

    def withstanding(self, *bounds: Sensitivity) -> Estimate:
        """Return the same with more that a verdict by its interval must withstand."""
        return replace(self, sensitivity=(*self.sensitivity, *bounds))

    def to_row(self) -> dict[str, object]:
        """Return the estimate as one row of the column vocabulary that all results share."""
        interval = self.interval
        return {
            "measure": self.measure,
            "estimate": self.value,
            "unit": str(self.unit),
            "std_error": self.std_error,
            "statistic": self.statistic,
            "p_value": self.p_value,
            "conf_low": interval.low if interval else None,
            "conf_high": interval.high if interval else None,
            "conf_level": interval.level if interval else None,
            "n": self.n,
            "population": self.population,
            "method": interval.method if interval else self.method,
        }
