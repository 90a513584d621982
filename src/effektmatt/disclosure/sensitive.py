"""Which sets of people are so small that nothing may be told of them: those that are named, and those that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.figures import Limits
from effektmatt.disclosure.systems import Atoms, System

#: A set of people, and the place of the variable that nothing may be told of for them.
Set = tuple[Atoms, int]

# More atoms than this are not tried four together: so many pairs would be too much to hold.
_MOST_TOGETHER = 400
_ROUND = 6
_OF_EACH = 6


def sensitive(system: System, limits: Limits) -> tuple[Set, ...]:
    """Return the sets of few people that figures are about, published or not. Whom no figure counts nobody tells of.

    >>> from effektmatt.disclosure.figures import Figure
    >>> rows = ([1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 1, 1])
    >>> figures = [Figure(cell=None, variable="v", people=np.array(one, dtype=bool), total=1) for one in rows]
    >>> [int(system.sizes[one].sum()) for system in [System(tuple(figures))] for one, _ in sensitive(system, Limits())]
    [2]
    """
    few = np.flatnonzero([limits.is_sensitive(figure) for figure in system.figures])
    sets = {(system.matrix[one].tobytes(), int(system.of[one])): system.matrix[one] > 0 for one in few}
    return tuple((atoms, variable) for (_, variable), atoms in sets.items() if atoms.any())


def isolated(system: System, shown: NDArray[np.bool_], limits: Limits) -> Iterator[Set]:
    """Yield the sets of fewer than `fewest` people whose sum follows exactly from the shown figures, whatever it is.

    A set follows when its atoms together vanish in the null space of the shown figures; sets of one to four atoms are
    tried, which are all that hold fewer than five people. Smaller sets come first.
    """
    held = np.unique(system.rows[shown], axis=0)
    small = np.flatnonzero(system.sizes < limits.fewest)
    if not small.size or not held.size:
        return
    unknowns = _traces(held.tobytes(), held.shape).reshape(system.sizes.size, -1, 2)
    sizes = system.sizes[small]
    for variable, terms in enumerate(system.terms):
        traces = np.einsum("atd,t->ad", unknowns, terms)[small]
        for some in _vanishing(traces, sizes, limits.fewest):
            atoms = np.zeros(system.sizes.size, dtype=bool)
            atoms[small[list(some)]] = True
            yield atoms, variable


@lru_cache(maxsize=256)
def _traces(figures: bytes, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Return two numbers for each unknown, so that a sum of some follows from figures if theirs sum to 0.

    They are the unknowns' places in the null space, seen from two fixed directions. Goals of the same people in the
    same groups have the same.
    """
    held = np.frombuffer(figures, dtype=np.float64).reshape(shape)
    _, strengths, directions = np.linalg.svd(held, full_matrices=False)
    rank = int((strengths > strengths.max(initial=0.0) * 1e-10).sum())
    spanned = directions[:rank]
    seen = np.random.default_rng(20).standard_normal((held.shape[1], 2))
    return np.asarray(seen - spanned.T @ (spanned @ seen))


def _vanishing(traces: NDArray[np.float64], sizes: NDArray[np.int64], fewest: int) -> Iterator[tuple[int, ...]]:
    gone = np.abs(traces).max(axis=1) < 10.0**-_ROUND
    yield from ((int(place),) for place in np.flatnonzero(gone))
    left = np.flatnonzero(~gone)
    one = _fewest_first(((_key(traces[place]), (int(place),)) for place in left), sizes)
    for place in left:  # two, one for each place
        for (other,) in one.get(_key(-traces[place]), ()):
            if other > place and sizes[place] + sizes[other] < fewest:
                yield (int(place), other)
    if left.size > _MOST_TOGETHER:
        return
    first, second = (left[rows] for rows in np.triu_indices(left.size, 1))
    both = sizes[first] + sizes[second] < fewest
    first, second = first[both], second[both]
    sums = traces[first] + traces[second]
    kept = np.abs(sums).max(axis=1, initial=0.0) >= 10.0**-_ROUND
    first, second, sums = first[kept], second[kept], sums[kept]
    told = zip(sums, first, second, strict=True)
    pairs = _fewest_first(((_key(total), (int(a), int(b))) for total, a, b in told), sizes)
    found = set[frozenset[int]]()
    for total, a, b in zip(sums, first, second, strict=True):
        wanted = _key(-total)
        for more in (*one.get(wanted, ()), *pairs.get(wanted, ())):
            some = frozenset({int(a), int(b), *more})
            if len(some) == 2 + len(more) and sizes[list(some)].sum() < fewest and some not in found:
                found.add(some)
                yield tuple(some)


def _fewest_first(
    told: Iterable[tuple[tuple[float, ...], tuple[int, ...]]], sizes: NDArray[np.int64]
) -> dict[tuple[float, ...], list[tuple[int, ...]]]:
    """Return the sets of atoms with each trace, the fewest people first.

    Atoms that the shown figures do not tell apart have the same trace; of many sets the smallest are enough.
    """
    of: dict[tuple[float, ...], list[tuple[int, ...]]] = {}
    for key, atoms in told:
        of.setdefault(key, []).append(atoms)
    return {key: sorted(some, key=lambda atoms: sizes[list(atoms)].sum())[:_OF_EACH] for key, some in of.items()}


def _key(trace: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple((np.round(trace, _ROUND) + 0.0).tolist())
