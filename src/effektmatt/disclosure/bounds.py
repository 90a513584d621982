"""What an attacker can work out: the least and the most that a set of people can have, given what is published."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.systems import Atoms, System

# Published means are rounded floats: a sum worked out from one may be wrong by this much.
ROOM = 1e-6
_OF_KNOWN = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bounds:
    """The values that stay possible for a set, and the figures (places in the system) that leave no more."""

    low: float
    high: float
    because: frozenset[int]

    @property
    def width(self) -> float:
        """How far apart the least and the most are."""
        return self.high - self.low


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Held:
    """What must hold of the unknowns: `matrix` times them is at most `most`, each lies between two `ends`.

    The first rows say of the figures at `places` that they are no more than published, as many that they are no less.
    """

    matrix: NDArray[np.float64]
    most: NDArray[np.float64]
    ends: NDArray[np.float64]
    places: NDArray[np.int64]


def bounds(system: System, shown: NDArray[np.bool_], atoms: Atoms, variable: int = 0) -> Bounds:
    """Return the least and the most that the people of some atoms can have together, by two linear programmes.

    Parameters
    ----------
    system
        The figures of one variable, or of some that are sums of one another.
    shown
        Which of them are published.
    atoms, variable
        Which atoms the set consists of, and of which variable (its place) the sum is asked for.

    >>> from effektmatt.disclosure.figures import Figure
    >>> rows = ([1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0, 0])
    >>> figures = [Figure(cell=None, variable="v", people=np.array(one, dtype=bool), total=sum(one) - 2)
    ...            for one in rows]
    >>> system = System(tuple(figures))
    >>> both, = (bounds(system, np.array([True, True]), atoms) for atoms in [system.matrix[0] > system.matrix[1]])
    >>> round(both.low, 3), round(both.high, 3), sorted(both.because)
    (2.0, 2.0, [0, 1])
    """
    exact = exactly(system, shown)
    try:
        return _bounds(system, exact, atoms, variable)
    except ArithmeticError:
        now = exact & ~_known(system)
        if (now == exact).all():
            raise
        return _bounds(system, now, atoms, variable)  # what was told before is not so any more


def exactly(system: System, shown: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which figures are published as sums, or so that they follow."""
    return shown & ~np.isnan(system.totals)


def held(system: System, shown: NDArray[np.bool_], room: float = ROOM) -> Held:
    """Return what published figures say, and that nobody has less or more than is possible."""
    places = np.flatnonzero(shown)
    rows, totals = system.rows[places], system.totals[places]
    may = room * np.maximum(1.0, np.abs(totals))
    free = [place for place, name in enumerate(system.variables) if name not in system.expressions]
    ends = (system.sizes[:, None, None] * system.ends[free][None, :, :]).reshape(-1, 2)
    more = _of_sums(system)
    most = np.concatenate([totals + may, may - totals, *(end for _, end in more)])
    return Held(matrix=np.concatenate([rows, -rows, *(row for row, _ in more)]), most=most, ends=ends, places=places)


def _of_sums(system: System) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Return what is possible of variables that are sums of others: of each atom."""
    found = []
    every = np.eye(system.sizes.size, dtype=bool)
    for place, name in enumerate(system.variables):
        if name in system.expressions:
            rows = np.stack([system.wanted(atom, place) for atom in every])
            low, high = ((system.ends[place, end] - system.constants[place]) * system.sizes for end in (0, 1))
            found.append((np.concatenate([rows, -rows]), np.concatenate([high, -low])))
    return found


def _known(system: System) -> NDArray[np.bool_]:
    return np.array([figure.known for figure in system.figures])


def _bounds(system: System, shown: NDArray[np.bool_], atoms: Atoms, variable: int) -> Bounds:
    from scipy.optimize import linprog

    if not shown.any():
        n = float(system.sizes[atoms].sum())
        return Bounds(low=n * system.ends[variable, 0], high=n * system.ends[variable, 1], because=frozenset())
    told, constant = held(system, shown), system.constant(atoms, variable)
    wanted = system.wanted(atoms, variable)
    ends, because = [], set[int]()
    for sign in (1.0, -1.0):
        found = linprog(sign * wanted, A_ub=told.matrix, b_ub=told.most, bounds=list(map(tuple, told.ends.tolist())))
        if found.fun is None or found.status != 0:
            raise ArithmeticError(f"published figures contradict each other: {found.message}")
        ends.append(sign * float(found.fun) + constant)
        of_figures = np.abs(found.ineqlin.marginals)[: 2 * told.places.size]
        binding = of_figures.reshape(2, -1).sum(axis=0) > ROOM
        because |= {int(place) for place in told.places[binding]}
    return Bounds(low=ends[0], high=ends[1], because=frozenset(because))


def combination(system: System, shown: NDArray[np.bool_], atoms: Atoms, variable: int = 0) -> frozenset[int]:
    """Return the fewest of the shown figures from which a set's sum follows, by adding and taking away.

    What has been handed out before is taken rather than what can still be hidden.
    """
    from scipy.optimize import linprog

    known = _known(system)
    order = np.flatnonzero(shown)[np.argsort(~known[shown], kind="stable")]
    _, first = np.unique(system.rows[order], axis=0, return_index=True)
    places = order[np.sort(first)]
    rows = system.rows[places].T
    cost = np.where(known[places], _OF_KNOWN, 1.0)
    found = linprog(np.concatenate([cost, cost]), A_eq=np.hstack([rows, -rows]), b_eq=system.wanted(atoms, variable))
    if found.x is None:
        raise ArithmeticError(f"the set does not follow from the figures: {found.message}")
    weights = found.x[: places.size] - found.x[places.size :]
    return frozenset(int(place) for place in places[np.abs(weights) > ROOM])
