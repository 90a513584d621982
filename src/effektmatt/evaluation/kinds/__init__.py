"""What the composer does with each kind of source: one file per kind, and nothing else knows them by name."""

from collections.abc import Iterable, Mapping
from typing import Any

from effektmatt.core import Compared, Outcome
from effektmatt.core.kinds import of_every_kind
from effektmatt.disclosure.figures import Cell, Figure
from effektmatt.evaluation.kinds.common import Answer, Data, Kind
from effektmatt.plan import PlannedPart

KINDS = of_every_kind("evaluation", Kind)


def measure(part: PlannedPart, data: Data) -> Outcome:
    """Return what was found for one part of a goal."""
    return _answer(part, data).outcome(part, data)


def cause(part: PlannedPart, data: Data) -> Compared | None:
    """Return how much more the project changed than its comparison group; None where there is none to compare with."""
    return _answer(part, data).cause(part, data)


def figures(part: PlannedPart, data: Data, outcome: Outcome) -> Iterable[Figure]:
    """Return what an outcome publishes of whom."""
    return _answer(part, data).figures(part, data, outcome)


def without(part: PlannedPart, data: Data, outcome: Outcome, cells: frozenset[Cell]) -> Outcome | None:
    """Return an outcome without what cells tell that are no groups; None where nothing can be shown then."""
    return _answer(part, data).without(outcome, cells)


def shows(part: PlannedPart, data: Data, outcome: Mapping[str, Any], figure: Figure) -> bool:
    """Say whether an outcome of results.json shows a figure."""
    return _answer(part, data).shows(outcome, figure)


def _answer(part: PlannedPart, data: Data) -> Answer:
    return KINDS[data.plan.sources[data.plan.source_of(part)].kind].answer_to(part)
