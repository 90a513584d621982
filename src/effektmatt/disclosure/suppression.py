"""The least to hide so that nothing of few people can be worked out from what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.bounds import bounds, combination
from effektmatt.disclosure.figures import Cell, Figure, Limits, System, systems
from effektmatt.disclosure.sensitive import Atoms, isolated, sensitive

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
    told = set[bytes]()
    for atoms in isolated(system, shown, limits):
        because = combination(system, shown, atoms)
        if not _known_of_everybody(system, shown, atoms, limits):
            total = bounds(system, shown, atoms)
            told.add(atoms.tobytes())
            yield _leak(system, atoms, total.low, total.high, because)
    for atoms in sensitive(system, limits):
        if atoms.tobytes() in told or _known_of_everybody(system, shown, atoms, limits):
            continue
        n = int(system.sizes[atoms].sum())
        found = bounds(system, shown, atoms)
        if found.width < min(limits.protection, n) * system.reach - _ROOM:
            yield _leak(system, atoms, found.low, found.high, found.because)


def _leak(system: System, atoms: Atoms, low: float, high: float, because: Iterable[int]) -> Leak:
    told = (system.figures[place] for place in because)
    cells = frozenset(one.cell for one in told if one.cell is not None and not one.known)
    n = int(system.sizes[atoms].sum())
    return Leak(variable=system.figures[0].variable, n=n, low=round(low, 3), high=round(high, 3), cells=cells)


def _shown(figure: Figure, hidden: frozenset[Cell]) -> bool:
    return figure.cell is not None and figure.published and figure.cell not in hidden


def _known_of_everybody(system: System, shown: NDArray[np.bool_], atoms: Atoms, limits: Limits) -> bool:
    """Whether a statement about many people, all of them or none, tells of these too: that is no secret of few.

    What a whole result says of all that it is about is such a statement; of a group it is one where the group is large.
    """
    if limits.publish_small and any(
        figure.cell is not None and figure.cell.by is None and np.array_equal(system.matrix[place], atoms)
        for place, figure in enumerate(system.figures)
        if shown[place]
    ):
        return True
    return any(
        figure.n >= limits.statement(figure) and figure.tells_all and bool((system.matrix[place] >= atoms).all())
        for place, figure in enumerate(system.figures)
        if shown[place]
    )


def _narrow(figures: Sequence[Figure], limits: Limits) -> Iterator[Cut]:
    """Yield the cells of groups that must be hidden by themselves."""
    for figure in figures:
        cell = figure.cell
        if figure.published and cell is not None and cell.by is not None and limits.of(figure).is_sensitive(figure):
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
