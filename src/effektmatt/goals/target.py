"""What a goal demands, written as a region that the outcome must lie in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from numbers import Real

from effektmatt.core import Direction, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is to be reached. Exactly one of the demands is given.

    Parameters
    ----------
    at_least, at_most
        A level, in the unit of the measure (shares as 0.80, never 80).
    increase_by, decrease_by
        A change (after minus before, or relative to before), always written as a positive number.
    reading
        How a change of a share or score is meant; not used where the change is in days or counts.
    about, within
        A level with a declared tolerance: `about=40, within=0.10` is 36 to 44.
    direction
        "increase" or "decrease": any change that way.
    in_every
        The column whose every group must reach `at_least`.
    between
        The groups whose difference (the first less the second) it is about; then `at_most` is the most that they may
        differ, whichever is higher.

    Raises
    ------
    ValueError
        If none or several demands are given, or one that cannot be meant.

    Examples
    --------
    >>> Target(at_least=0.80).region
    (0.8, inf)
    >>> Target(decrease_by=14).region
    (-inf, -14.0)
    >>> tuple(round(end, 9) for end in Target(about=40, within=0.10).region)
    (36.0, 44.0)
    """

    at_least: float | None = None
    at_most: float | None = None
    increase_by: float | None = None
    decrease_by: float | None = None
    about: float | None = None
    within: float | None = None
    direction: str | None = None
    reading: Reading | None = None
    in_every: str | None = None
    between: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if self.reading is not None:
            object.__setattr__(self, "reading", Reading(self.reading))
        demands = (self.at_least, self.at_most, self.increase_by, self.decrease_by, self.about, self.direction)
        if sum(demand is not None for demand in demands) != 1:
            raise ValueError(
                "a target needs exactly one of at_least, at_most, increase_by, decrease_by, about and direction"
            )
        for name in ("at_least", "at_most", "increase_by", "decrease_by", "about", "within"):
            value = getattr(self, name)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, Real):
                raise TypeError(f"{name} must be a number, 0.80 for 80 per cent; got {value!r}")
            if not math.isfinite(value):
                raise ValueError(f"{name} must be a finite number; got {value!r}")
        if (self.about is None) != (self.within is None):
            raise ValueError("about and within belong together: about=40, within=0.10 means 36 to 44")
        if self.direction not in (None, "increase", "decrease"):
            raise ValueError(f'direction must be "increase" or "decrease"; got {self.direction!r}')
        if self.reading is not None and not self.is_change:
            raise ValueError("reading belongs to increase_by and decrease_by only")
        if self.in_every is not None and self.at_least is None:
            raise ValueError("in_every needs at_least: the smallest number that every group must reach")
        for name in ("increase_by", "decrease_by", "within"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise ValueError(f"{name} must be greater than 0; got {value!r}")

    @property
    def is_change(self) -> bool:
        """Whether the target is a stated amount of change rather than a level."""
        return self.increase_by is not None or self.decrease_by is not None

    @property
    def amount(self) -> float | None:
        """The one number that the target names; None for a direction."""
        for value in (self.at_least, self.at_most, self.increase_by, self.decrease_by, self.about):
            if value is not None:
                return value
        return None

    @property
    def kind(self) -> str:
        """Which demand it is: "at-least", "at-most", "increase-by", "decrease-by", "about" or "direction"."""
        for name in ("at_least", "at_most", "increase_by", "decrease_by", "about"):
            if getattr(self, name) is not None:
                return name.replace("_", "-")
        return "direction"

    @property
    def better(self) -> Direction:
        """Which way is better."""
        downwards = self.at_most is not None or self.decrease_by is not None or self.direction == "decrease"
        return Direction.LOWER if downwards else Direction.HIGHER

    @property
    def region(self) -> tuple[float, float]:
        """The values that meet the target, from and to, both included (for a direction: zero excluded)."""
        if self.at_least is not None:
            return float(self.at_least), math.inf
        if self.at_most is not None:
            return -float(self.at_most) if self.between else -math.inf, float(self.at_most)
        if self.about is not None and self.within is not None:
            return self.about * (1 - self.within), self.about * (1 + self.within)
        if self.increase_by is not None:
            return float(self.increase_by), math.inf
        if self.decrease_by is not None:
            # "to the level 20 %" read downwards is a level, not a negative change
            level = self.reading is Reading.LEVEL
            return -math.inf, float(self.decrease_by) if level else -float(self.decrease_by)
        smallest = math.ulp(0.0)
        return (smallest, math.inf) if self.direction == "increase" else (-math.inf, -smallest)


def reading_of(target: Target | None, otherwise: Reading = Reading.POINTS) -> Reading:
    """Return which number is held against a target: the level after, or the change as it is read.

    `otherwise` is what is shown where there is no target.
    """
    if target is None:
        return otherwise
    if target.direction is not None:
        return Reading.POINTS
    return target.reading or Reading.POINTS if target.is_change else Reading.LEVEL
