"""What the pass is told: figures, each about a set of people, and cells, each published or hidden as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Members = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is hidden together: the result of a part of a goal (`by` is None), or of one of its groups or tables.

    Parameters
    ----------
    part
        The part's own id.
    by, group
        Grouping column (or what the cell is, where it is no group) and the group.
    """

    part: str
    by: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Who:
    """Who the people of a variable are, so that they are known again in another run on other files.

    `names` says who each is, as far as these columns tell; it returns None where a column is not there any more.
    """

    source: str
    columns: tuple[str, ...]
    names: Callable[[tuple[str, ...]], Sequence[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """A sum over some people that a cell publishes, exactly or so that it can be worked out (a share and its n).

    Parameters
    ----------
    cell
        Where it is published; None for people of whom nothing is published by itself, such as those without a group.
    variable
        What is summed. Figures of one variable are about the same property of the same people.
    people
        Who it is about: one entry for each person that the variable knows.
    total
        The sum; NaN where it is published in another form (it then counts as known, whatever it is). It is looked at
        only while the cell is published.
    lowest, highest
        The least and the most that one person can add to it.
    published
        Whether it is published before anything more is hidden.
    known
        Whether it has been handed out before, so that nobody can hide it any more.
    fewest
        How many it takes at least not to be sensitive, where that is another number than the report's.
    who, values
        Who the people of the variable are, and what each adds (NaN: nobody asks); None where nobody can say.
    weights
        How many times each person counts in the sum, where not everybody counts once.
    is_answer
        Whether it says what somebody is, did or answered. That nothing is known of anybody in a group is no answer.
    squares
        The sum of the squares, which follows where a mean is published with its spread or its interval; else NaN.
    """

    cell: Cell | None
    variable: str
    people: Members
    total: float
    lowest: float = 0.0
    highest: float = 1.0
    published: bool = True
    known: bool = False
    fewest: int | None = None
    who: Who | None = None
    values: NDArray[np.float64] | None = None
    weights: NDArray[np.float64] | None = None
    is_answer: bool = True
    squares: float = np.nan

    @property
    def counted(self) -> NDArray[np.float64]:
        """How many times each person counts in the sum."""
        return self.people.astype(np.float64) if self.weights is None else self.people * self.weights

    @property
    def size(self) -> float:
        """How many times they count together."""
        return float(self.n if self.weights is None else self.people @ self.weights)

    @property
    def n(self) -> int:
        """How many people it is about."""
        return int(np.count_nonzero(self.people))

    @property
    def tells_all(self) -> bool:
        """Whether all in it are alike, so that it tells of each: the least, the most, or a mean without spread."""
        reach, size = (self.highest - self.lowest) * 1e-9, self.size
        if self.total <= size * self.lowest + reach or self.total >= size * self.highest - reach:
            return True
        return self.squares - self.total**2 / size <= reach * max(1.0, self.squares)

    @property
    def tells_a_member(self) -> bool:
        """Whether all but one at most have the same: then one member, who knows her own, knows that of the others."""
        reach, size = (self.highest - self.lowest) * (1 + 1e-9), self.size
        return self.tells_all or self.total <= size * self.lowest + reach or self.total >= size * self.highest - reach

    def in_terms_of(self, variable: str, constant: float, times: float) -> Figure:
        """Return what it tells of another variable, where this one is a constant and some times that one."""
        size = self.size
        total = (self.total - constant * size) / times
        ends = sorted(((self.lowest - constant) / times, (self.highest - constant) / times))
        squares = (self.squares - 2 * constant * self.total + constant**2 * size) / times**2
        values = None if self.values is None else (self.values - constant) / times
        return replace(
            self, variable=variable, total=total, lowest=ends[0], highest=ends[1], squares=squares, values=values
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much must stay unknown.

    Parameters
    ----------
    fewest
        Sets of fewer people are sensitive (`hide.means`).
    protection
        How many people's worth of a sum must stay possible for a sensitive set: 1 is the distance from none to one
        that has the property, or from the lowest score of one person to the highest.
    spread
        The same where it is how far people differ that leaves no more: a whole step of an answer in five.
    publish_small
        Whether whole results on fewer people are published all the same: they are no secret then.
    """

    fewest: int = 5
    protection: float = 1.0
    spread: float = 0.25
    publish_small: bool = False

    def of(self, figure: Figure) -> Limits:
        """Return the limits of a figure's variable."""
        return self if figure.fewest is None else replace(self, fewest=figure.fewest)

    def is_sensitive(self, figure: Figure) -> bool:
        """Whether a figure is about so few people that it must not be known.

        Of a group of just as many as are shown, one member knows her own answer and is told of the others, who are
        fewer: that matters where they are alike. Where all are alike it takes `for_alike` people to be shown, for
        whoever knows who belongs to a group then knows of each of them.
        """
        in_group = figure.cell is not None and figure.cell.by is not None
        if figure.known or (figure.cell is not None and not in_group and self.publish_small):
            return False
        if figure.n >= self.fewest:
            if not in_group or not figure.is_answer or figure.n >= self.for_alike:
                return False
            return figure.tells_all or (figure.n == self.fewest and figure.tells_a_member)
        return figure.n > 0

    @property
    def for_alike(self) -> int:
        """How many people it takes at least for a group to be told to be alike: all, or none."""
        return 2 * self.fewest

    def tells_everybody(self, n: int, hits: float) -> bool:
        """Whether a whole result says that all have a property, or that nobody has: a statement about everybody."""
        return hits in (0, n) and (self.publish_small or n >= self.fewest)

    def tells_a_member(self, n: int, hits: float) -> bool:
        """Whether a group is so small that a member learns of the others: all, none, or all but one have a property."""
        alone = n == self.fewest and (hits <= 1 or hits >= n - 1)
        return alone or (self.fewest <= n < self.for_alike and hits in (0, n))

    def statement(self, figure: Figure) -> int:
        """Return from how many people on "all of them" is a statement about everybody, and no secret of few."""
        if figure.cell is not None and figure.cell.by is not None:
            return 4 * self.fewest
        return 0 if self.publish_small else self.fewest
