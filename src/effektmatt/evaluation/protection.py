"""The disclosure pass: after everything is measured and before anything is judged, said or drawn.

What it hides is in no outcome any more, so no verdict, sentence, chart or file can tell it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from effektmatt.core import Hide, Note, Outcome
from effektmatt.data.by_group import without_groups
from effektmatt.disclosure.figures import Cell, Figure, Limits
from effektmatt.evaluation.figures import BESIDE_OTHERS
from effektmatt.evaluation.kinds import figures, without
from effektmatt.evaluation.kinds.common import Data
from effektmatt.evaluation.released import released, with_released
from effektmatt.evaluation.withheld import TELLS_OF_OTHERS, TELLS_WITH_EARLIER, TOO_FEW, is_too_small, withheld
from effektmatt.plan import PlannedPart

#: Of groups that uncertainty is reckoned over so many at least are hidden: their sum, the sum of their squares and what
#: cautious intervals tell beside it are equations that fewer could be worked out from.
_TOGETHER = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """A part of a goal and what was found for it.

    `beside_others`: what the project's change is may be told beside a comparison group too.
    """

    part: PlannedPart
    outcome: Outcome
    beside_others: bool = True


def protected(measured: Sequence[Measured], data: Data) -> tuple[Measured, ...]:
    """Return what was found without what would tell of few people, by itself or together with everything else."""
    hide = data.about.hide
    large = [_large(one, data) for one in measured]
    told = published(large, data)
    releases = released(data.plan.folder)
    together = frozenset(
        (one.part.id, data.plan.sources[data.plan.source_of(one.part)].together or "") for one in measured
    )
    hidden, alike = _settled(with_released(told, releases, data.plan.folder, hide.means), hide, together)
    by_itself = _settled(told, hide, together)[0] if releases and any(cell.by is None for cell in hidden) else hidden
    earlier = frozenset(cell.part for cell in hidden - by_itself if cell.by is None)
    return tuple(_without_alike(_without(one, hidden, earlier, data), alike) for one in large)


def _settled(
    told: tuple[Figure, ...], hide: Hide, together: frozenset[tuple[str, str]]
) -> tuple[frozenset[Cell], frozenset[tuple[str, str]]]:
    """Return the cells to hide, and the breakdowns (part and column) to leave out, so that nothing follows of the rest.

    With a whole result its groups go. What they told, or a breakdown that is left out, may have been what made
    something else no secret: it is asked again. `together`: the parts whose uncertainty is reckoned over a column.
    """
    hidden, alike = frozenset[Cell](), frozenset[tuple[str, str]]()
    while True:
        left = tuple(replace(one, published=one.published and not _is_gone(one, hidden, alike)) for one in told)
        more = _hidden(left, hide)
        more |= _of_groups_together(left, hidden | more, together)
        now = hidden | more
        dropped = _alike(told, now)
        if not more and dropped == alike:
            return hidden, alike
        hidden, alike = now, dropped


def _of_groups_together(
    told: tuple[Figure, ...], hidden: frozenset[Cell], together: frozenset[tuple[str, str]]
) -> frozenset[Cell]:
    """Return the smallest groups to hide beside the hidden ones, where an interval's width tells how groups differ."""
    sizes: dict[tuple[str, str | None], dict[Cell, int]] = {}
    gone = set(hidden)
    for one in told:
        if one.cell is not None and not one.known and one.n and (one.cell.part, one.cell.by) in together:
            own = sizes.setdefault((one.cell.part, one.cell.by), {})
            own[one.cell] = max(own.get(one.cell, 0), one.n)
            gone |= {one.cell} if not one.published else set()
    more = set[Cell]()
    for own in sizes.values():
        lacking = _TOGETHER - len(gone & own.keys())
        if lacking < _TOGETHER:
            shown = sorted(own.keys() - gone, key=lambda cell: (own[cell], repr(cell)))
            more |= set(shown[: max(0, lacking)])
    return frozenset(more)


def _is_gone(figure: Figure, hidden: frozenset[Cell], alike: frozenset[tuple[str, str]]) -> bool:
    cell = figure.cell
    if cell is None or figure.known:
        return False
    return cell in hidden or Cell(part=cell.part) in hidden or (cell.part, cell.by) in alike


def published(measured: Sequence[Measured], data: Data) -> tuple[Figure, ...]:
    """Return every figure that outcomes publish of people, as far as their kinds tell."""
    return tuple(figure for one in measured for figure in figures(one.part, data, one.outcome))


def limits(hide: Hide) -> Limits:
    """Return how much must stay unknown."""
    return Limits(fewest=hide.means, publish_small=hide.publish_small)


def _large(one: Measured, data: Data) -> Measured:
    hide, source = data.about.hide, data.plan.sources[data.plan.source_of(one.part)]
    if source.about_people and not hide.publish_small and is_too_small(one.outcome, hide):
        return replace(one, outcome=withheld(one.outcome, TOO_FEW, hide))
    return one


def _hidden(told: tuple[Figure, ...], hide: Hide) -> frozenset[Cell]:
    """Return what must be hidden; nothing is reckoned where no figure is about few, and none leaves few of another."""
    if not told:
        return frozenset()
    from effektmatt.disclosure.suppression import least_hidden

    return least_hidden(told, limits(hide))


def _alike(told: tuple[Figure, ...], hidden: frozenset[Cell]) -> frozenset[tuple[str, str]]:
    """Return the breakdowns with hidden groups of a property that all have of whom a part is, or that none has.

    What is told of the whole tells of everybody: there dots would hide nothing.
    """
    own = [figure for figure in told if figure.cell is not None and not figure.known]
    wholes = {
        (figure.cell.part, figure.variable)
        for figure in own
        if figure.cell is not None and figure.cell.by is None and figure.published and figure.cell not in hidden
        if figure.tells_all
    }
    return frozenset(
        (figure.cell.part, figure.cell.by)
        for figure in own
        if figure.cell is not None and figure.cell.by is not None and (figure.cell.part, figure.variable) in wholes
        if figure.cell in hidden or not figure.published
    )


def _without_alike(one: Measured, alike: frozenset[tuple[str, str]]) -> Measured:
    """Leave out the breakdowns of a part that are told by its whole."""
    columns = {by for part, by in alike if part == one.part.id}
    columns &= {group.by for group in one.outcome.groups}
    if not columns:
        return one
    groups = tuple(group for group in one.outcome.groups if group.by not in columns)
    notes = tuple(Note(code="groups-all-alike", values={"by": by}) for by in sorted(columns))
    return replace(one, outcome=replace(one.outcome, groups=groups, notes=(*one.outcome.notes, *notes)))


def _without(one: Measured, hidden: frozenset[Cell], earlier: frozenset[str], data: Data) -> Measured:
    own = frozenset(cell for cell in hidden if cell.part == one.part.id)
    if not own:
        return one
    reason = TELLS_WITH_EARLIER if one.part.id in earlier else TELLS_OF_OTHERS
    nothing = replace(one, outcome=withheld(one.outcome, reason, data.about.hide))
    if Cell(part=one.part.id) in own:
        return nothing
    groups = without_groups(one.outcome.groups, {(cell.by, cell.group) for cell in own})
    outcome = without(one.part, data, replace(one.outcome, groups=groups), own)
    beside = not any(cell.by == BESIDE_OTHERS for cell in own)
    return nothing if outcome is None else replace(one, outcome=outcome, beside_others=beside)
