"""Figures as equations: what is unknown are people who are in the same figures, together, and what each has of what.

Variables that are sums of one another (yes, no and partly; both times, before and after) are unknown together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.figures import Figure

Atoms = NDArray[np.bool_]


#: So many numbers of people in the same figures are as quick to count as few.
_KINDS = 2**16


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """What a variable is of each person: a constant, and some times other variables."""

    constant: float
    terms: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class System:
    """Figures over atoms: people who are in the same figures, and count there as often, are one atom.

    Most often all figures are of one variable; `expressions` say which variables are sums of others.

    >>> one, two = (Figure(cell=None, variable="v", people=np.array(rows, dtype=bool), total=1) for rows in
    ...             ([1, 1, 1, 1, 0], [1, 1, 0, 0, 0]))
    >>> System((one, two)).sizes.tolist(), System((one, two)).matrix.tolist()
    ([2, 2], [[1.0, 1.0], [0.0, 1.0]])
    """

    figures: tuple[Figure, ...]
    expressions: Mapping[str, Expression] = field(default_factory=dict)

    @cached_property
    def _atoms(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        if any(figure.weights is not None for figure in self.figures):
            counted = np.stack([figure.counted for figure in self.figures])
            patterns, counts = np.unique(counted[:, counted.any(axis=0)], axis=1, return_counts=True)
            return patterns, counts
        numbers, kinds = np.zeros(self.figures[0].people.size, dtype=np.int64), 1
        for figure in self.figures:  # a number for who is in the same figures so far; nobody in any of them is 0
            numbers, kinds = 2 * numbers + figure.people, 2 * kinds
            if kinds > _KINDS:
                numbers, kinds = _closed_up(numbers, kinds)
        sizes = np.bincount(numbers, minlength=kinds)
        somebody = np.zeros(kinds, dtype=np.int64)
        somebody[numbers] = np.arange(numbers.size)
        atoms = 1 + np.flatnonzero(sizes[1:])
        return np.stack([figure.people[somebody[atoms]] for figure in self.figures]).astype(np.float64), sizes[atoms]

    @property
    def matrix(self) -> NDArray[np.float64]:
        """How often each figure (row) counts the people of each atom (column)."""
        return self._atoms[0]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many people each atom holds."""
        return self._atoms[1]

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The names of the variables."""
        return tuple(dict.fromkeys(figure.variable for figure in self.figures))

    @cached_property
    def of(self) -> NDArray[np.int64]:
        """Of which variable each figure is, by its place."""
        place_of = {name: place for place, name in enumerate(self.variables)}
        return np.array([place_of[figure.variable] for figure in self.figures], dtype=np.int64)

    @cached_property
    def terms(self) -> NDArray[np.float64]:
        """What each variable (row) is in terms of those that are no sums of others (columns)."""
        free = [name for name in self.variables if name not in self.expressions]
        own = {name: Expression(constant=0.0, terms={name: 1.0}) for name in free}
        told = [{**own, **self.expressions}[name].terms for name in self.variables]
        return np.array([[one.get(name, 0.0) for name in free] for one in told])

    @cached_property
    def constants(self) -> NDArray[np.float64]:
        """What each variable is of each person, whatever the others are."""
        found = (self.expressions.get(name) for name in self.variables)
        return np.array([0.0 if one is None else one.constant for one in found])

    @cached_property
    def ends(self) -> NDArray[np.float64]:
        """The least and the most that one person can have of each variable."""
        of = [[one for one in self.figures if one.variable == name] for name in self.variables]
        return np.array([[min(one.lowest for one in some), max(one.highest for one in some)] for some in of])

    @cached_property
    def answers(self) -> NDArray[np.bool_]:
        """Which variables say what somebody is, did or answered."""
        asked = {figure.variable for figure in self.figures if figure.is_answer}
        return np.array([name in asked for name in self.variables])

    def reach(self, variable: int) -> float:
        """How much one person can make a difference to a variable."""
        return float(self.ends[variable, 1] - self.ends[variable, 0])

    @cached_property
    def rows(self) -> NDArray[np.float64]:
        """The equations: figures by unknowns, which are atoms by variables."""
        return np.asarray((self.matrix[:, :, None] * self.terms[self.of][:, None, :]).reshape(len(self.figures), -1))

    @cached_property
    def totals(self) -> NDArray[np.float64]:
        """What the equations sum to, without what is constant."""
        told = np.array([figure.total for figure in self.figures])
        return np.asarray(told - self.constants[self.of] * (self.matrix @ self.sizes))

    def wanted(self, atoms: Atoms, variable: int) -> NDArray[np.float64]:
        """Return the sum of a variable over some atoms as a row over the unknowns; its constant comes on top."""
        return np.outer(atoms, self.terms[variable]).ravel()

    def constant(self, atoms: Atoms, variable: int) -> float:
        """Return how much of a variable's sum over some atoms is constant."""
        return float(self.constants[variable] * self.sizes[atoms].sum())


def _closed_up(numbers: NDArray[np.int64], kinds: int) -> tuple[NDArray[np.int64], int]:
    """Return numbers below `kinds` in the same order, without those that nobody has; 0 stays."""
    there = np.bincount(numbers, minlength=kinds) > 0
    there[0] = True
    return (np.cumsum(there) - 1)[numbers], int(there.sum())
