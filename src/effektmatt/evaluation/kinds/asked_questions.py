"""What is asked in a source, for the description of one without goals: questions of its scales, or its checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from effektmatt.data.values import folded
from effektmatt.evaluation.kinds.common import Questions
from effektmatt.plan import Plan
from effektmatt.visits.checklist import Spellings


def of_scales(source: str, plan: Plan) -> Iterator[Questions]:
    """Yield the scales whose questions stand in a source."""
    for name, scale in plan.scales.items():
        if plan.written.scales[name].source == source:
            items = [(item.label, item.column) for item in scale.items]
            yield Questions(
                label=scale.label,
                answers=scale.labels,
                items=items,
                place=_placed(scale.places),
            )


def of_checklist(name: str, plan: Plan) -> Iterator[Questions]:
    """Yield the items of a checklist that are judged yes or no, and those with each rating."""
    checklist = plan.checklists[name]
    answers: dict[tuple[Spellings, ...], list[str]] = {}
    names = {item.id: item.name for item in checklist.items}
    for item in checklist.items:
        answers.setdefault(item.rating or (checklist.no, checklist.yes), []).append(item.id)
    for spellings, items in answers.items():
        asked = [(names[item], _always(item)) for item in items]
        labels = tuple(one[0] for one in spellings)
        yield Questions(label=checklist.label, answers=labels, items=asked, place=_place(spellings))


def _always(column: str) -> Callable[[str], str]:
    return lambda _wave: column


def _place(spellings: tuple[Spellings, ...]) -> Callable[[object], int | None]:
    return _placed({folded(one): place for place, same in enumerate(spellings) for one in same})


def _placed(places: Mapping[str, int | None]) -> Callable[[object], int | None]:
    return lambda cell: places.get(folded(cell))
