"""The least to hide so that nothing of few people can be worked out from what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.alike import alike
from effektmatt.disclosure.bounds import Bounds, bounds, combination
from effektmatt.disclosure.figures import Cell, Figure, Limits
from effektmatt.disclosure.relations import systems
from effektmatt.disclosure.sensitive import isolated, sensitive
from effektmatt.disclosure.spread import spread_bounds
from effektmatt.disclosure.systems import Atoms, System

# Up to so many cells the least is found exactly; above it is found step by step.
_MOST_EXACT = 500
# Of each variable so many sets are mended at a time: what is hidden for one often protects the others too.
_AT_A_TIME = 40
# A whole result is hidden only where hiding groups does not help.
_OF_A_RESULT = 1000.0
_ROOM = 1e-4

USUAL = Limits()

#: Cells of which one at least must be hidden.
Cut = frozenset[Cell]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leak:
    """A set of few people of which something can be worked out: of how many, the least and the most, and from what.

    No cells: it follows from what has been handed out before alone.
    """

    variable: str
    n: int
    low: float
    high: float
    cells: Cut


def leaks(figures: Sequence[Figure], limits: Limits = USUAL, hidden: frozenset[Cell] = frozenset()) -> Iterator[Leak]:
    """Yield what can be worked out of few people from the figures that are published, those of `hidden` cells left out.

    Of each variable first what follows exactly, then what lies within too narrow bounds.

    >>> rows = ([1] * 20, [1] * 11 + [0] * 9, [0] * 11 + [1] * 8 + [0])  # all, women, men: of one the sex is not known
    >>> cells = (Cell(part="a"), Cell(part="a", by="sex", group="w"), Cell(part="a", by="sex", group="m"))
    >>> told = [Figure(cell=cell, variable="v", people=np.array(row, dtype=bool), total=total)
    ...         for cell, row, total in zip(cells, rows, (9, 5, 3))]
    >>> [(leak.n, leak.low, leak.high) for leak in leaks(told)]
    [(1, 1.0, 1.0)]
    """
    for system in systems(tuple(figures)):
        yield from _leaks(system, limits, hidden)


def least_hidden(figures: Sequence[Figure], limits: Limits = USUAL) -> frozenset[Cell]:
    """Return the cells to hide, so that `leaks` finds nothing in the others.

    The fewest, whole results last and small groups before large ones: exactly (cuts and a mixed-integer programme) up
    to 500 cells, above that by hiding what mends most for its cost.

    References
    ----------
    Fischetti & Salazar (2001), Solving the cell suppression problem on tabular data with linear constraints.
    Management Science 47(7). Each cut says that of the figures a leak follows from one must be hidden.
    """
    every = systems(tuple(figures))
    cells = sorted({one.cell for one in figures if one.cell and one.published and not one.known}, key=repr)
    cost = _costs(figures)
    cuts = list(dict.fromkeys(_narrow(figures, limits)))
    choose = _fewest if len(cells) <= _MOST_EXACT else _step_by_step
    hidden = choose(cuts, cost) if cuts else frozenset[Cell]()
    while True:
        new = [leak.cells for system in every for leak in _some(_mendable(_leaks(system, limits, hidden)))]
        if not new:
            return hidden
        cuts += [cut for cut in dict.fromkeys(new) if cut not in cuts]
        hidden = choose(cuts, cost)


def _mendable(found: Iterator[Leak]) -> Iterator[Leak]:
    """Yield what follows from this report; what older ones tell by themselves nobody can take back."""
    return (leak for leak in found if leak.cells)


def _some(found: Iterator[Leak]) -> Iterator[Leak]:
    for _, leak in zip(range(_AT_A_TIME), found, strict=False):
        yield leak


def _leaks(system: System, limits: Limits, hidden: frozenset[Cell]) -> Iterator[Leak]:
    shown = np.array([_shown(figure, hidden) for figure in system.figures])
    if not shown.any():
        return
    limits = limits.of(system.figures[0])
    told = set[tuple[bytes, int]]()
    for atoms, variable in isolated(system, shown, limits):
        because = combination(system, shown, atoms, variable)
        if not _known_of_everybody(system, shown, atoms, variable, limits):
            total = bounds(system, shown, atoms, variable)
            told.add((atoms.tobytes(), variable))
            yield _leak(system, atoms, variable, replace(total, because=because))
    for atoms, variable in sensitive(system, limits):
        if (atoms.tobytes(), variable) in told or _known_of_everybody(system, shown, atoms, variable, limits):
            continue
        found = _too_narrow(system, shown, atoms, variable, limits)
        if found is not None:
            told.add((atoms.tobytes(), variable))
            yield _leak(system, atoms, variable, found)
    known = np.zeros(system.sizes.size, dtype=bool)
    for of_atoms, _ in told:
        known |= np.frombuffer(of_atoms, dtype=bool)
    yield from _all_alike(system, shown, known, limits)


def _too_narrow(system: System, shown: NDArray[np.bool_], atoms: Atoms, variable: int, limits: Limits) -> Bounds | None:
    """Return what is left possible of a set, if that is too little: by sums, or by how far people differ."""
    n = int(system.sizes[atoms].sum())
    found = bounds(system, shown, atoms, variable)
    if found.width < min(limits.protection, n) * system.reach(variable) - _ROOM:
        return found
    spread = spread_bounds(system, shown, atoms, variable)
    if spread is not None and spread.width < limits.spread * system.reach(variable) - _ROOM:
        return spread
    return None


def _all_alike(system: System, shown: NDArray[np.bool_], told: Atoms, limits: Limits) -> Iterator[Leak]:
    """Yield those left over, fewer than it takes to be told to be alike, of whom all or none have a property.

    Of those who are `told` of already nothing more is said. Figures of earlier reports are left aside: whose answer
    has changed since nobody knows.
    """
    shown = shown & np.array([not figure.known for figure in system.figures])
    of: dict[tuple[int, bool, frozenset[int]], Atoms] = {}
    for atoms, variable in alike(system, shown):
        if (atoms & told).any() or _told_alike(system, shown, atoms, variable, limits):
            continue
        found = bounds(system, shown, atoms, variable)
        if found.width < _ROOM * system.reach(variable) * int(system.sizes[atoms].sum()):
            key = variable, bool(found.low > system.ends[variable].mean() * system.sizes[atoms].sum()), found.because
            of[key] = of.get(key, np.zeros_like(atoms)) | atoms
    for (variable, _, because), atoms in of.items():
        if system.sizes[atoms].sum() < limits.for_alike:
            yield _leak(system, atoms, variable, replace(bounds(system, shown, atoms, variable), because=because))


def _leak(system: System, atoms: Atoms, variable: int, found: Bounds) -> Leak:
    told = (system.figures[place] for place in found.because)
    cells = frozenset(one.cell for one in told if one.cell is not None and not one.known)
    n, name = int(system.sizes[atoms].sum()), system.variables[variable]
    return Leak(variable=name, n=n, low=round(found.low, 3), high=round(found.high, 3), cells=cells)


def _shown(figure: Figure, hidden: frozenset[Cell]) -> bool:
    return figure.cell is not None and figure.published and figure.cell not in hidden


def _known_of_everybody(system: System, shown: NDArray[np.bool_], atoms: Atoms, variable: int, limits: Limits) -> bool:
    """Whether a statement about many people, all of them or none, tells of these too: that is no secret of few.

    What a whole result says of all that it is about is such a statement; of a group it is one where the group is large.
    """
    of = np.flatnonzero(shown & (system.of == variable)).tolist()
    if limits.publish_small and any(
        figure.cell is not None and figure.cell.by is None and np.array_equal(system.matrix[place] > 0, atoms)
        for place, figure in ((place, system.figures[place]) for place in of)
    ):
        return True
    return any(_says_alike(system, place, atoms, limits.statement(system.figures[place])) for place in of)


def _told_alike(system: System, shown: NDArray[np.bool_], atoms: Atoms, variable: int, limits: Limits) -> bool:
    """Whether a figure that is shown, of as many people as it takes, says that all of them are alike."""
    of = np.flatnonzero(shown & (system.of == variable)).tolist()
    least = {place: min(limits.statement(system.figures[place]), limits.for_alike) for place in of}
    return any(_says_alike(system, place, atoms, fewest) for place, fewest in least.items())


def _says_alike(system: System, place: int, atoms: Atoms, fewest: int) -> bool:
    figure = system.figures[place]
    return figure.n >= fewest and figure.tells_all and bool((system.matrix[place] > 0)[atoms].all())


def _narrow(figures: Sequence[Figure], limits: Limits) -> Iterator[Cut]:
    """Yield the cells of groups that must be hidden by themselves.

    A group whose people are alike tells nothing where the whole says the same of everybody.
    """
    wholes = {(one.cell.part, one.variable) for one in figures if one.cell and one.cell.by is None and one.tells_all}
    for figure in figures:
        cell = figure.cell
        if not figure.published or cell is None or cell.by is None or not limits.of(figure).is_sensitive(figure):
            continue
        if figure.n < limits.of(figure).fewest or (cell.part, figure.variable) not in wholes:
            yield frozenset({cell})


def _costs(figures: Sequence[Figure]) -> Callable[[Cell], float]:
    """Return what it costs to hide a cell: much for a whole result, else one and a little more for many people."""
    most = 1 + max((figure.n for figure in figures), default=0)
    people: dict[Cell, int] = {}
    for figure in figures:
        if figure.cell is not None and not figure.known:
            people[figure.cell] = max(people.get(figure.cell, 0), figure.n)
    return lambda cell: (1.0 if cell.by is not None else _OF_A_RESULT) + people[cell] / most


def _fewest(cuts: Sequence[Cut], cost: Callable[[Cell], float]) -> frozenset[Cell]:
    """Return the cheapest cells that hit every cut."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    cells = sorted({cell for cut in cuts for cell in cut}, key=repr)
    rows = np.array([[cell in cut for cell in cells] for cut in cuts], dtype=np.float64)
    found = milp(
        [cost(cell) for cell in cells],
        constraints=LinearConstraint(rows, lb=1),
        integrality=np.ones(len(cells), dtype=np.int64),
        bounds=Bounds(0, 1),
    )
    if found.x is None:
        raise ArithmeticError(f"no way to protect the figures was found: {found.message}")
    return frozenset(cell for cell, chosen in zip(cells, np.round(found.x), strict=True) if chosen)


def _step_by_step(cuts: Sequence[Cut], cost: Callable[[Cell], float]) -> frozenset[Cell]:
    """Return cells that hit every cut: again and again the one that hits most of those left for its cost."""
    hidden, left = set[Cell](), list(cuts)
    while left:
        times: dict[Cell, int] = {}
        for cut in left:
            for cell in cut:
                times[cell] = times.get(cell, 0) + 1
        best = max(sorted(times, key=repr), key=lambda cell: times[cell] / cost(cell))
        hidden.add(best)
        left = [cut for cut in left if best not in cut]
    return frozenset(hidden)
