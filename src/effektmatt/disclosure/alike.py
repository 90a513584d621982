"""Of whom it follows that all have a property, or that nobody has: many may be left over and yet be known."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.bounds import exactly, held
from effektmatt.disclosure.systems import Atoms, System

# So much of one person's worth is enough to say that somebody may have more than the least; rounding leaves far less.
_ENOUGH, _NOTHING, _EXACT = 1e-3, 1e-5, 1e-9


def alike(system: System, shown: NDArray[np.bool_]) -> Iterator[tuple[Atoms, int]]:
    """Yield the atoms that may all have the least possible alone, or the most, and the place of the variable.

    One linear programme asks of all atoms at once how many can be off both ends (`alike` means that nothing was found
    for one; bounds tell whether that is so).

    >>> from effektmatt.disclosure.figures import Figure
    >>> rows = ([1] * 11, [1] * 5 + [0] * 6)
    >>> figures = [Figure(cell=None, variable="v", people=np.array(one, dtype=bool), total=2) for one in rows]
    >>> system = System(tuple(figures))
    >>> [int(system.sizes[atoms].sum()) for atoms, _ in alike(system, np.array([True, True]))]
    [6]
    """
    from scipy.optimize import linprog

    told = held(system, exactly(system, shown), _EXACT)
    if not told.places.size:
        return
    unknowns = told.matrix.shape[1]
    asked = [(place, atom) for place in np.flatnonzero(system.answers).tolist() for atom in range(system.sizes.size)]
    if not asked:
        return
    every = np.eye(system.sizes.size, dtype=bool)
    own = np.stack([system.wanted(every[atom], place) for place, atom in asked])
    low, high = (
        np.array([(system.ends[place, end] - system.constants[place]) * system.sizes[atom] for place, atom in asked])
        for end in (0, 1)
    )
    room, none = np.eye(len(asked)), np.zeros((len(asked), len(asked)))
    found = linprog(
        np.concatenate([np.zeros(unknowns), -np.ones(2 * len(asked))]),
        A_ub=np.block(
            [
                [told.matrix, np.zeros((len(told.matrix), 2 * len(asked)))],
                [-own, room, none],
                [own, none, room],
            ]
        ),
        b_ub=np.concatenate([told.most, -low, high]),
        bounds=[*map(tuple, told.ends.tolist()), *((0.0, _ENOUGH * system.reach(place)) for place, _ in asked * 2)],
    )
    if found.x is None or found.status != 0:
        return
    off = found.x[unknowns:].reshape(2, -1).min(axis=0)
    for (place, atom), some in zip(asked, off, strict=True):
        if some < _NOTHING * system.reach(place):
            yield every[atom], place
