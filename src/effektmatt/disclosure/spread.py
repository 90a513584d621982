"""What means tell together with their spread: if those left over hardly differ, each of them is known.

A mean with its standard deviation, its interval or an effect size gives the sum and the sum of squares, and both can be
added and taken away. Where nobody in what is left differs from the mean, a hidden group within it has that mean.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.bounds import ROOM, Bounds
from effektmatt.disclosure.systems import Atoms, System


def spread_bounds(system: System, shown: NDArray[np.bool_], atoms: Atoms, variable: int = 0) -> Bounds | None:
    """Return between what a set's sum must lie, by the spread of the fewest people that figures leave with it.

    None where nothing is left that holds the set. Of W people with mean m and squared deviations Q the sum of k of them
    lies within the square root of Q k (W - k) / W from k m (Cauchy-Schwarz); people who follow in part count in part.

    >>> from effektmatt.disclosure.figures import Figure
    >>> rows = ([1] * 12, [0] * 7 + [1] * 5)  # all, and those with a group; seven are left, all with a score of 4
    >>> figures = [Figure(cell=None, variable="v", people=np.array(one, dtype=bool), total=total, squares=squares)
    ...            for one, total, squares in zip(rows, (43.0, 15.0), (167.0, 55.0))]
    >>> few = Figure(cell=None, variable="v", people=np.arange(12) < 3, total=12.0)
    >>> system, shown = System((*figures, few)), np.array([True, True, False])
    >>> found = spread_bounds(system, shown, system.matrix[2] > 0)
    >>> round(found.low, 3), round(found.high, 3), sorted(found.because)
    (12.0, 12.0, [0, 1])
    """
    places = np.flatnonzero(shown & _with_squares(system) & (system.of == variable))
    if not places.size:
        return None
    weights = _fewest_left(system, places, atoms)
    if weights is None:
        return None
    told = [system.figures[place] for place in places]
    size = float(weights @ (system.matrix[places] @ system.sizes))
    total = float(weights @ [figure.total for figure in told])
    squares = float(weights @ [figure.squares for figure in told])
    k, mean = float(system.sizes[atoms].sum()), total / size
    reach = np.sqrt(max(squares - total * mean, 0.0) * k * max(size - k, 0.0) / size)
    because = frozenset(int(place) for place in places[np.abs(weights) > ROOM])
    return Bounds(low=float(k * mean - reach), high=float(k * mean + reach), because=because)


def _with_squares(system: System) -> NDArray[np.bool_]:
    return np.array([figure.weights is None and not np.isnan(figure.squares) for figure in system.figures])


def _fewest_left(system: System, places: NDArray[np.int64], atoms: Atoms) -> NDArray[np.float64] | None:
    """Return how often to take each figure so that the set and as few others as possible are left."""
    from scipy.optimize import linprog

    rows = system.matrix[places].T
    both = np.hstack([rows, -rows])
    cost = system.sizes @ both + np.full(both.shape[1], ROOM)
    others = both[~atoms]
    found = linprog(
        cost,
        A_ub=np.concatenate([others, -others]),
        b_ub=np.concatenate([np.ones(len(others)), np.zeros(len(others))]),
        A_eq=both[atoms],
        b_eq=np.ones(int(atoms.sum())),
    )
    if found.x is None or found.status != 0:
        return None
    return np.asarray(found.x[: places.size] - found.x[places.size :])
