"""Competence needs: the level that a role needs less the level that people rate themselves at, skill by skill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Detail, Estimate, GroupOutcome, Hide, Note, Outcome
from effektmatt.core.counts import Floats
from effektmatt.data.columns import Labels
from effektmatt.data.disclosure import hidden_groups
from effektmatt.data.values import folded
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.estimates import share_estimate
from effektmatt.surveys.waves import population_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedCell:
    """One skill in one unit (None: everybody): how many rated it in a role that needs it, and their need.

    `need` is the mean of needed minus rated level: positive where people stand below what their roles need. `below` is
    how many do. All are None where hidden; `need` is None too where nobody needs the skill.
    """

    unit: str | None
    item: str
    n: int | None
    need: float | None
    below: int | None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedWave:
    """One wave, by its label.

    `met` is the share who reach every level that their role needs, `cells` the needs unit by unit and skill by skill.
    """

    wave: str
    met: Estimate
    cells: tuple[NeedCell, ...]

    def cell(self, unit: str | None, item: str) -> NeedCell:
        """Return one cell."""
        return next(cell for cell in self.cells if (cell.unit, cell.item) == (unit, item))


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Detail):
    """Needs per unit and skill in every wave that has answers.

    Parameters
    ----------
    scale, label, items
        What was rated; each skill's id and label.
    by, units
        The column of the units and their names; None and nothing without one.
    roles
        Each role, and the level that it needs of each skill (by the skill's id).
    waves
        In the plan's order; the last is the one that the goal is about.
    """

    scale: str
    label: str
    items: tuple[tuple[str, str], ...]
    by: str | None
    units: tuple[str, ...]
    roles: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    waves: tuple[NeedWave, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rated:
    """One wave's ratings: what the wave is called, the answers, everybody's role and unit (None where not known)."""

    wave: str
    answers: CodedAnswers
    roles: Labels
    units: Labels | None = None


def need_outcome(
    rated: Sequence[Rated],
    needed: Mapping[str, Mapping[str, int]],
    *,
    by: str | None = None,
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
) -> Outcome:
    """Return the share whose rating of every skill reaches the level that their role needs, in the last wave.

    Parameters
    ----------
    rated
        The waves in order; the last is judged.
    needed
        For each role the level of each skill (item) that it needs; a role needs nothing of a skill that is not there.
    by
        The column of the units.
    population, population_by_group, self_selected
        As for `effektmatt.surveys.change_outcomes.share_change_outcome`.
    hide
        Groups, and units skill by skill, with fewer people are hidden, and so is what would give them away.

    Returns
    -------
    Outcome
        `estimate` "need-met": counted are those who rated every skill that their role needs; `detail` a `Need`.

    Examples
    --------
    >>> from effektmatt.surveys.scale import Scale
    >>> scale = Scale.of(["s1", "s2"], [1, 2, 3, 4, 5])
    >>> answers = CodedAnswers(scale=scale, wave="after", places=np.array([[3, 2], [1, 4], [4, 0]], dtype=np.int16))
    >>> roles = np.array(["Chef", "Chef", "Assistent"], dtype=object)
    >>> needed = {"Chef": {"s1": 4, "s2": 3}, "Assistent": {"s1": 3}}
    >>> rated = Rated(wave="Efter", answers=answers, roles=roles)
    >>> found = need_outcome([rated], needed, hide=Hide(means=1, distributions=1))
    >>> found.estimate.hits, found.estimate.n, found.detail.waves[0].cell(None, "s1").need
    (2, 3, 0.0)
    """
    limits, last = hide or Hide(), rated[-1]
    scale = last.answers.scale
    units = sorted({unit for one in rated if one.units is not None for unit in one.units if unit is not None})

    def met(one: Rated, rows: NDArray[np.bool_], people: int | None) -> Estimate:
        gaps = _gaps(one, needed)[rows]
        whole = _rated_all(one, needed)[rows]
        hits = int((whole & (np.nan_to_num(gaps, nan=0.0) <= 0).all(axis=1)).sum())
        n = int(whole.sum())
        return share_estimate("need-met", hits, n, population=people, self_selected=self_selected, level=level)

    def everybody(one: Rated) -> NDArray[np.bool_]:
        return np.ones(len(one.roles), dtype=bool)

    waves = tuple(
        NeedWave(
            wave=one.wave,
            met=met(one, everybody(one), population if one is last else None),
            cells=tuple(_cells(one, needed, units, limits)),
        )
        for one in rated
    )
    groups: list[GroupOutcome] = []
    for column, labels in last.answers.groups.items():
        members = {group: _of(labels, group) for group in sorted({*labels} - {None})}
        sizes = {group: int(_rated_all(last, needed)[rows].sum()) for group, rows in members.items()}
        hidden = hidden_groups(sizes, limits.means)
        for group, rows in members.items():
            people = population_of(population_by_group or {}, column, group)
            estimate = None if group in hidden else met(last, rows, people)
            groups.append(GroupOutcome(by=column, group=group, estimate=estimate, hidden=group in hidden))
    unknown = sum(role is None for role in last.roles)
    return Outcome(
        estimate=waves[-1].met,
        groups=tuple(groups),
        detail=Need(
            scale=scale.id,
            label=scale.label,
            items=tuple((item.id, item.label) for item in scale.items),
            by=by,
            units=tuple(units),
            roles=tuple((role, tuple(levels.items())) for role, levels in needed.items()),
            waves=waves,
        ),
        notes=(Note(code="role-unknown", values={"n": unknown}),) if unknown else (),
    )


def _of(labels: Labels, group: str) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = np.equal(labels, group)
    return inside


def _gaps(one: Rated, needed: Mapping[str, Mapping[str, int]]) -> Floats:
    """Return needed minus rated level per person and skill; NaN where it is not rated, or the role does not need it."""
    return _wanted(one, needed) - one.answers.numbers


def _wanted(one: Rated, needed: Mapping[str, Mapping[str, int]]) -> Floats:
    """Return the level that everybody's role needs of each skill, NaN where it needs none."""
    items = [item.id for item in one.answers.scale.items]
    by_role = {folded(role): [float(levels.get(item, np.nan)) for item in items] for role, levels in needed.items()}
    nothing = [np.nan] * len(items)
    rows = [nothing if role is None else by_role.get(folded(role), nothing) for role in one.roles]
    return np.array(rows, dtype=np.float64).reshape(len(one.roles), len(items))


def _rated_all(one: Rated, needed: Mapping[str, Mapping[str, int]]) -> NDArray[np.bool_]:
    """Say who has rated every skill that their role needs, and has a role that needs any."""
    wanted = ~np.isnan(_wanted(one, needed))
    missing = np.any(wanted & np.isnan(one.answers.numbers), axis=1)
    return np.asarray(np.any(wanted, axis=1) & ~missing, dtype=np.bool_)


def _cells(one: Rated, needed: Mapping[str, Mapping[str, int]], units: Sequence[str], hide: Hide) -> list[NeedCell]:
    """Return every skill, of everybody and unit by unit; small units are hidden skill by skill."""
    gaps = _gaps(one, needed)
    labels = one.units if one.units is not None else np.full(len(one.roles), None, dtype=object)
    cells: list[NeedCell] = []
    for place, item in enumerate(one.answers.scale.items):
        column = gaps[:, place]
        known = ~np.isnan(column)
        of_unit = {unit: column[known & _of(labels, unit)] for unit in units}
        hidden = hidden_groups({unit: len(values) for unit, values in of_unit.items()}, hide.means)
        all_hidden = 0 < int(known.sum()) < hide.means
        cells.append(_cell(None, item.id, column[known], hidden=all_hidden))
        cells += [_cell(unit, item.id, values, hidden=unit in hidden) for unit, values in of_unit.items()]
    return cells


def _cell(unit: str | None, item: str, gaps: Floats, *, hidden: bool) -> NeedCell:
    if hidden:
        return NeedCell(unit=unit, item=item, n=None, need=None, below=None, hidden=True)
    need = float(gaps.mean()) if len(gaps) else None
    return NeedCell(unit=unit, item=item, n=len(gaps), need=need, below=int((gaps > 0).sum()))
