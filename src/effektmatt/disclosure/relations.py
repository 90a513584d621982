"""Which variables are the same by what people have, whatever they are called, and which are sums of others.

Those who did not are all less those who did; a scale asked twice is one scale; who stayed and who left are together
those who were there. Figures of such variables tell of one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.figures import Figure
from effektmatt.disclosure.systems import Expression, System

Values = NDArray[np.float64]

#: So many people must have both of two variables for these to be the same by what people have.
_FEWEST = 5
#: Such a part of those who have one must have the other.
_SHARED = 0.8
#: A sum of so many variables at most is looked for, among so many, over so many more people than there are variables.
_MOST_TERMS, _MOST_VARIABLES, _MORE_PEOPLE = 4, 40, 5
_EXACT = 1e-7
#: What is further from a line than this, among some of the people, is none among all of them.
_NEARLY = 1e-5
_TRIED = 500


@dataclass(slots=True)
class _Known:
    """The variables of the same people that have been gone through: those that are free, and sums of them."""

    values: dict[str, Values] = field(default_factory=dict)
    sums: dict[str, Expression] = field(default_factory=dict)
    same: dict[str, tuple[str, float, float]] = field(default_factory=dict)

    def add(self, name: str, values: Values) -> None:
        """Find out what a variable is in terms of those before it."""
        for other, own in self.values.items():
            if (line := line_between(own, values)) is not None:
                self.same[name] = (other, *line)
                return
        free = {other: own for other, own in self.values.items() if other not in self.sums}
        told = _sum_of(values, free)
        if told is not None:
            self.sums[name] = told
        self.values[name] = values


def systems(figures: Sequence[Figure]) -> tuple[System, ...]:
    """Return the figures by what they are of: each variable by itself, or with those that it is a sum of.

    >>> from effektmatt.disclosure.figures import Who
    >>> who = Who(source="folk", columns=(), names=lambda _: None)
    >>> yes = np.array([1.0, 0, 1, 0, 0, 1, 1])
    >>> told = [Figure(cell=None, variable=name, people=yes >= 0, total=values.sum(), who=who, values=values)
    ...         for name, values in (("yes", yes), ("no", 1 - yes))]
    >>> [(one.variables, one.totals.tolist()) for one in systems(told)]
    [(('yes',), [4.0, 4.0])]
    """
    of: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.n:
            of.setdefault(figure.variable, []).append(figure)
    known: dict[tuple[str, int], _Known] = {}
    for name, some in of.items():
        for place, values in _told(some):
            known.setdefault(place, _Known()).add(name, values)
    same = {name: line for one in known.values() for name, line in one.same.items()}
    sums = {name: told for one in known.values() for name, told in one.sums.items()}
    joined: dict[str, list[Figure]] = {}
    for name, some in of.items():
        other, constant, times = same.get(name, (name, 0.0, 1.0))
        joined.setdefault(other, []).extend(
            some if other == name else [one.in_terms_of(other, constant, times) for one in some]
        )
    return tuple(_systems(joined, sums))


def _systems(of: Mapping[str, Sequence[Figure]], sums: Mapping[str, Expression]) -> Iterator[System]:
    """Yield the variables that are tied by sums together."""
    tied = {name: {name} for name in of}
    for name, told in sums.items():
        together = set().union(*(tied[one] for one in (name, *told.terms)))
        for one in together:
            tied[one] = together
    done = set[str]()
    for name in of:
        if name not in done:
            names = [one for one in of if one in tied[name]]
            done |= tied[name]
            yield System(
                tuple(figure for one in names for figure in of[one]),
                {one: sums[one] for one in names if one in sums},
            )


def _told(figures: Sequence[Figure]) -> Iterator[tuple[tuple[str, int], Values]]:
    """Yield what each person has of a variable, and of which people, if it is known of any."""
    for figure in figures:
        if figure.who is None or figure.values is None or not np.isfinite(figure.values).any():
            continue
        lies = (figure.values < figure.lowest - _EXACT) | (figure.values > figure.highest + _EXACT)
        if not lies.any():  # else they are marks by which a changed answer is known
            yield (figure.who.source, figure.values.size), figure.values
            return


def line_between(first: Values, second: Values) -> tuple[float, float] | None:
    """Return a constant and how many times the first make the second, of all who have both; None where none does.

    >>> line_between(np.array([0.0, 1, 1, 0, 1]), np.array([1.0, 0, 0, 1, 0]))
    (1.0, -1.0)
    """
    if first.size > _TRIED and not _may_be_line(first[:_TRIED], second[:_TRIED]):
        return None
    has = np.isfinite(first), np.isfinite(second)
    both = has[0] & has[1]
    n = int(both.sum())
    if n < _FEWEST or n < _SHARED * min(int(has[0].sum()), int(has[1].sum())):
        return None
    one, other = first[both], second[both]
    low, high = int(one.argmin()), int(one.argmax())
    if one[low] == one[high] or other[low] == other[high]:
        return None
    times = float((other[high] - other[low]) / (one[high] - one[low]))
    constant = float(other[low] - times * one[low])
    return (constant, times) if np.abs(constant + times * one - other).max() < _EXACT else None


def _may_be_line(first: Values, second: Values) -> bool:
    """Say whether the first people do not tell that a variable is no line of another: most are none."""
    both = np.isfinite(first) & np.isfinite(second)
    one, other = first[both], second[both]
    if one.size < _FEWEST:
        return True
    low, high = int(one.argmin()), int(one.argmax())
    if one[low] == one[high]:
        return bool(np.ptp(other) < _NEARLY)
    times = (other[high] - other[low]) / (one[high] - one[low])
    return bool(np.abs(other[low] + times * (one - one[low]) - other).max() < _NEARLY)


def _sum_of(values: Values, free: Mapping[str, Values]) -> Expression | None:
    """Return a variable as a sum of others that all who have it have; None where it is none."""
    has = np.isfinite(values)
    names = [name for name, own in free.items() if np.isfinite(own[has]).all()][:_MOST_VARIABLES]
    if len(names) < 2 or has.sum() < len(names) + _MORE_PEOPLE:
        return None
    people = np.flatnonzero(has)
    some = people[np.linspace(0, people.size - 1, min(people.size, _TRIED)).astype(np.int64)]
    others = np.column_stack([np.ones(some.size), *(free[name][some] for name in names)])
    found = np.linalg.lstsq(others, values[some], rcond=None)[0]
    found[np.abs(found) < _EXACT] = 0.0
    used = np.flatnonzero(found[1:])
    if not 1 < used.size <= _MOST_TERMS or np.abs(others @ found - values[some]).max() > _EXACT:
        return None
    sums = found[0] + sum(found[1 + place] * free[names[place]][people] for place in used)
    if np.abs(sums - values[people]).max() > _EXACT:
        return None
    return Expression(constant=float(found[0]), terms={names[place]: float(found[1 + place]) for place in used})
