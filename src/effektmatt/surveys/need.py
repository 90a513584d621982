"""Competence needs: the level that a role needs less the level that people rate themselves at, skill by skill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from effektmatt.core import FROM_DATA, About, Detail, Estimate, Note, Outcome
from effektmatt.core.counts import Floats
from effektmatt.data.by_group import Found, Rows, groups_of, members_of, outcomes_by_group, shown_groups
from effektmatt.data.columns import Labels, known
from effektmatt.data.values import folded
from effektmatt.stats.estimates import share_estimate
from effektmatt.stats.sampled import sampled_share
from effektmatt.stats.samples import sample_of
from effektmatt.surveys.answers import CodedAnswers

#: For each role the level that it needs of each skill (by the skill's id).
Needed = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedCell:
    """One skill in one unit (None: everybody): how many rated it in a role that needs it, and their need.

    `need` is the mean of needed minus rated level: positive where people stand below what their roles need. `below` is
    how many do. All are None where hidden; `need` is None too where nobody needs the skill.
    """

    unit: str | None = field(metadata=FROM_DATA)
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
    units: tuple[str, ...] = field(metadata=FROM_DATA)
    roles: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = field(metadata=FROM_DATA)
    waves: tuple[NeedWave, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rated:
    """One wave's ratings: what the wave is called, the answers, everybody's role and unit (None where not known)."""

    wave: str
    answers: CodedAnswers
    roles: Labels
    units: Labels | None = None


def need_outcome(rated: Sequence[Rated], needed: Needed, about: About = About(), *, by: str | None = None) -> Outcome:
    """Return the share whose rating of every skill reaches the level that their role needs, in the last wave.

    Parameters
    ----------
    rated
        The waves in order; the last is judged.
    needed
        For each role the level of each skill (item) that it needs; a role needs nothing of a skill that is not there.
    about
        What is known of the people. Groups, and units skill by skill, with fewer people than it allows are hidden, and
        so is what would give them away.
    by
        The column of the units.

    Returns
    -------
    Outcome
        `estimate` "need-met": counted are those who rated every skill that their role needs; `detail` a `Need`.

    Examples
    --------
    >>> from effektmatt.core import Hide
    >>> from effektmatt.surveys.scale import Scale
    >>> scale = Scale.of(["s1", "s2"], [1, 2, 3, 4, 5])
    >>> answers = CodedAnswers(scale=scale, wave="after", places=np.array([[3, 2], [1, 4], [4, 0]], dtype=np.int16))
    >>> roles = np.array(["Chef", "Chef", "Assistent"], dtype=object)
    >>> needed = {"Chef": {"s1": 4, "s2": 3}, "Assistent": {"s1": 3}}
    >>> rated = Rated(wave="Efter", answers=answers, roles=roles)
    >>> found = need_outcome([rated], needed, About(hide=Hide(means=1, distributions=1)))
    >>> found.estimate.hits, found.estimate.n, found.detail.waves[0].cell(None, "s1").need
    (2, 3, 0.0)
    """
    last, nobody_knows = rated[-1], replace(about, population=None)
    scale = last.answers.scale
    units = sorted({unit for one in rated if one.units is not None for unit in one.units if unit is not None})
    complete = _rated_all(last, needed)

    def of_group(_: str, held: tuple[Rows, About]) -> Found:
        return _met(last, held[0], needed, held[1]), None

    waves = tuple(
        NeedWave(
            wave=one.wave,
            met=_met(one, np.ones(len(one.roles), dtype=bool), needed, about if one is last else nobody_knows),
            cells=tuple(_cells(one, needed, units, about)),
        )
        for one in rated
    )
    unknown = int((~known(last.roles)).sum())
    return Outcome(
        estimate=waves[-1].met,
        groups=outcomes_by_group(
            groups_of(last.answers.groups, about),
            lambda held: [int(complete[held[0]].sum())],
            about.hide.means,
            of_group,
        ),
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


def _met(one: Rated, rows: Rows, needed: Needed, about: About) -> Estimate:
    """Return the share of some people who reach every level that their role needs."""
    complete, reached, _ = who_meets(one, needed)
    if one.answers.design is None:
        return share_estimate("need-met", int(reached[rows].sum()), int(complete[rows].sum()), about)
    hits = np.where(complete[rows], reached[rows].astype(np.float64), np.nan)
    return sampled_share("need-met", sample_of(hits, one.answers.design.taken(rows)), about)


def who_meets(one: Rated, needed: Needed) -> tuple[Rows, Rows, Floats]:
    """Return who rated every skill that their role needs, who of them meets all, and who is below skill by skill.

    Below is 1 or 0 (people x skills); NaN where the skill is not rated, or the role does not need it.
    """
    complete, gaps = _rated_all(one, needed), _gaps(one, needed)
    reached = complete & (np.nan_to_num(gaps, nan=0.0) <= 0).all(axis=1)
    return complete, reached, np.where(np.isnan(gaps), np.nan, gaps > 0)


def _gaps(one: Rated, needed: Needed) -> Floats:
    """Return needed minus rated level per person and skill; NaN where it is not rated, or the role does not need it."""
    return _wanted(one, needed) - one.answers.numbers


def _wanted(one: Rated, needed: Needed) -> Floats:
    """Return the level that everybody's role needs of each skill, NaN where it needs none."""
    items = [item.id for item in one.answers.scale.items]
    by_role = {folded(role): [float(levels.get(item, np.nan)) for item in items] for role, levels in needed.items()}
    nothing = [np.nan] * len(items)
    rows = [nothing if role is None else by_role.get(folded(role), nothing) for role in one.roles]
    return np.array(rows, dtype=np.float64).reshape(len(one.roles), len(items))


def _rated_all(one: Rated, needed: Needed) -> Rows:
    """Say who has rated every skill that their role needs, and has a role that needs any."""
    wanted = ~np.isnan(_wanted(one, needed))
    missing = np.any(wanted & np.isnan(one.answers.numbers), axis=1)
    return np.asarray(np.any(wanted, axis=1) & ~missing, dtype=np.bool_)


def _cells(one: Rated, needed: Needed, units: Sequence[str], about: About) -> Iterator[NeedCell]:
    """Yield every skill, of everybody and unit by unit; small units are hidden skill by skill."""
    gaps, smallest = _gaps(one, needed), about.hide.means
    of_unit = {} if one.units is None else members_of(one.units)
    for place, item in enumerate(one.answers.scale.items):
        column = gaps[:, place]
        known = ~np.isnan(column)
        yield _cell(None, item.id, None if 0 < known.sum() < smallest else column[known])
        rated = {unit: column[known & of_unit[unit]] if unit in of_unit else column[:0] for unit in units}
        for unit, shown in shown_groups(rated, lambda values: [values.size], smallest).items():
            yield _cell(unit, item.id, shown)


def _cell(unit: str | None, item: str, gaps: Floats | None) -> NeedCell:
    """Return one cell; without gaps it is hidden."""
    if gaps is None:
        return NeedCell(unit=unit, item=item, n=None, need=None, below=None, hidden=True)
    need = float(gaps.mean()) if len(gaps) else None
    return NeedCell(unit=unit, item=item, n=len(gaps), need=need, below=int((gaps > 0).sum()))
