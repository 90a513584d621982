"""What an attacker can work out: the least and the most that a set of people can have, given what is published."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.figures import System
from effektmatt.disclosure.sensitive import Atoms

# Published means are rounded floats: a sum worked out from one may be wrong by this much.
_ROOM = 1e-6
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


def bounds(system: System, shown: NDArray[np.bool_], atoms: Atoms) -> Bounds:
    """Return the least and the most that the people of some atoms can have together, by two linear programmes.

    Parameters
    ----------
    system
        The figures of one variable.
    shown
        Which of them are published.
    atoms
        Which atoms the set consists of.

    >>> from effektmatt.disclosure.figures import Figure
    >>> rows = ([1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0, 0])
    >>> figures = [Figure(cell=None, variable="v", people=np.array(one, dtype=bool), total=sum(one) - 2)
    ...            for one in rows]
    >>> system = System(tuple(figures))
    >>> both, = (bounds(system, np.array([True, True]), atoms) for atoms in [system.matrix[0] > system.matrix[1]])
    >>> round(both.low, 3), round(both.high, 3), sorted(both.because)
    (2.0, 2.0, [0, 1])
    """
    exact = shown & np.array([not np.isnan(figure.total) for figure in system.figures])
    try:
        return _bounds(system, np.flatnonzero(exact), atoms)
    except ArithmeticError:
        now = exact & np.array([not figure.known for figure in system.figures])
        if (now == exact).all():
            raise
        return _bounds(system, np.flatnonzero(now), atoms)  # what was told before is not so any more


def _bounds(system: System, places: NDArray[np.int64], atoms: Atoms) -> Bounds:
    from scipy.optimize import linprog

    if not places.size:
        n = float(system.sizes[atoms].sum())
        return Bounds(low=n * system.lowest, high=n * system.highest, because=frozenset())
    held = system.matrix[places].astype(np.float64)
    totals = np.array([system.figures[place].total for place in places])
    room = _ROOM * np.maximum(1.0, np.abs(totals))
    ends, because = [], set[int]()
    for sign in (1.0, -1.0):
        found = linprog(
            sign * atoms.astype(np.float64),
            A_ub=np.concatenate([held, -held]),
            b_ub=np.concatenate([totals + room, room - totals]),
            bounds=[(float(n * system.lowest), float(n * system.highest)) for n in system.sizes],
        )
        if found.fun is None or found.status != 0:
            raise ArithmeticError(f"published figures contradict each other: {found.message}")
        ends.append(sign * float(found.fun))
        binding = np.abs(found.ineqlin.marginals).reshape(2, -1).sum(axis=0) > _ROOM
        because |= {int(place) for place in places[binding]}
    return Bounds(low=ends[0], high=ends[1], because=frozenset(because))


def combination(system: System, shown: NDArray[np.bool_], atoms: Atoms) -> frozenset[int]:
    """Return the fewest of the shown figures from which a set's sum follows, by adding and taking away.

    What has been handed out before is taken rather than what can still be hidden.
    """
    from scipy.optimize import linprog

    known = np.array([figure.known for figure in system.figures])
    order = np.flatnonzero(shown)[np.argsort(~known[shown], kind="stable")]
    _, first = np.unique(system.matrix[order], axis=0, return_index=True)
    places = order[np.sort(first)]
    held = system.matrix[places].T.astype(np.float64)
    cost = np.where(known[places], _OF_KNOWN, 1.0)
    found = linprog(np.concatenate([cost, cost]), A_eq=np.hstack([held, -held]), b_eq=atoms.astype(np.float64))
    if found.x is None:
        raise ArithmeticError(f"the set does not follow from the figures: {found.message}")
    weights = found.x[: places.size] - found.x[places.size :]
    return frozenset(int(place) for place in places[np.abs(weights) > _ROOM])
