"""What the pass is told: figures, each about a set of people, and cells, each published or hidden as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

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
        Who the people of the variable are, and what each adds; None where nobody can say.
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

    @property
    def n(self) -> int:
        """How many people it is about."""
        return int(self.people.sum())

    @property
    def tells_all(self) -> bool:
        """Whether everybody in it has the least or the most that is possible, so that it tells of each of them."""
        reach = (self.highest - self.lowest) * 1e-9
        return self.total <= self.n * self.lowest + reach or self.total >= self.n * self.highest - reach

    @property
    def tells_a_member(self) -> bool:
        """Whether all but one at most have the same: then one member, who knows her own, knows that of the others."""
        reach = (self.highest - self.lowest) * (1 + 1e-9)
        return self.total <= self.n * self.lowest + reach or self.total >= self.n * self.highest - reach


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
    publish_small
        Whether whole results on fewer people are published all the same: they are no secret then.
    """

    fewest: int = 5
    protection: float = 1.0
    publish_small: bool = False

    def of(self, figure: Figure) -> Limits:
        """Return the limits of a figure's variable."""
        return self if figure.fewest is None else replace(self, fewest=figure.fewest)

    def is_sensitive(self, figure: Figure) -> bool:
        """Whether a figure is about so few people that it must not be known.

        Of a group of just as many as are shown, one member knows her own answer and is told of the others, who are
        fewer: that matters where they are alike.
        """
        in_group = figure.cell is not None and figure.cell.by is not None
        if figure.known or (figure.cell is not None and not in_group and self.publish_small):
            return False
        if figure.n >= self.fewest:
            return in_group and figure.n == self.fewest and figure.tells_a_member
        return figure.n > 0

    def tells_everybody(self, n: int, hits: float) -> bool:
        """Whether a whole result says that all have a property, or that nobody has: a statement about everybody."""
        return hits in (0, n) and (self.publish_small or n >= self.fewest)

    def tells_a_member(self, n: int, hits: float) -> bool:
        """Whether a group is so small that a member learns of the others: all, none, or all but one have a property."""
        return n == self.fewest and (hits <= 1 or hits >= n - 1)

    def statement(self, figure: Figure) -> int:
        """Return from how many people on "all of them" is a statement about everybody, and no secret of few."""
        if figure.cell is not None and figure.cell.by is not None:
            return 4 * self.fewest
        return 0 if self.publish_small else self.fewest


@dataclass(frozen=True, eq=False)
class System:
    """The figures of one variable over atoms: people who are in the same figures are one atom.

    >>> one, two = (Figure(cell=None, variable="v", people=np.array(rows, dtype=bool), total=1) for rows in
    ...             ([1, 1, 1, 1, 0], [1, 1, 0, 0, 0]))
    >>> System((one, two)).sizes.tolist(), System((one, two)).matrix.tolist()
    ([2, 2], [[1, 1], [0, 1]])
    """

    figures: tuple[Figure, ...]

    @cached_property
    def _atoms(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        stacked = np.stack([figure.people for figure in self.figures])
        inside = stacked[:, stacked.any(axis=0)]
        packed = np.ascontiguousarray(np.packbits(inside, axis=0).T)  # sorting bytes is many times faster than columns
        as_one = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
        _, first, sizes = np.unique(as_one, return_index=True, return_counts=True)
        return inside[:, first].astype(np.int64), sizes

    @property
    def matrix(self) -> NDArray[np.int64]:
        """Which atoms (columns) each figure (row) is about."""
        return self._atoms[0]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many people each atom holds."""
        return self._atoms[1]

    @property
    def lowest(self) -> float:
        """The least that one person can add."""
        return min(figure.lowest for figure in self.figures)

    @property
    def highest(self) -> float:
        """The most that one person can add."""
        return max(figure.highest for figure in self.figures)

    @property
    def reach(self) -> float:
        """How much one person can make a difference."""
        return self.highest - self.lowest


def systems(figures: tuple[Figure, ...]) -> tuple[System, ...]:
    """Return the figures variable by variable."""
    of: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.n:
            of.setdefault(figure.variable, []).append(figure)
    return tuple(System(tuple(some)) for some in of.values())
