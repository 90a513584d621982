"""What a measure of competence needs reads in a survey, and whether the levels that roles need can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from effektmatt.data.values import folded
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, nearest
from effektmatt.evaluation.kinds.common import LoadedSource
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.kinds.survey import NeedMet, Survey
from effektmatt.surveys.scale import Scale


def need_columns(source: str, plan: Plan) -> tuple[str, ...]:
    """Return the columns of a survey that hold people's roles and units."""
    named = (column for _, asked in _asked(source, plan) for column in (asked.role, asked.unit) if column)
    return tuple(dict.fromkeys(named))


def need_faults(loaded: LoadedSource[Survey], frames: Mapping[str, pd.DataFrame], plan: Plan) -> list[Fault]:
    """Return levels outside the scale, and roles in the data that the plan gives no levels."""
    faults: list[Fault] = []
    for part, asked in _asked(loaded.id, plan):
        faults += _levels(part, asked, plan.scales[asked.scale], plan)
        for wave, frame in frames.items():
            if asked.role in frame:
                faults += _roles(frame[asked.role], asked, loaded.files[wave].reading.file)
    return faults


def _asked(source: str, plan: Plan) -> Iterator[tuple[PlannedPart, NeedMet]]:
    for part in (part for goal in plan.goals for part in goal.parts):
        asked = part.measure
        if isinstance(asked, NeedMet) and asked.scale in plan.scales and plan.source_of(part) == source:
            yield part, asked


def _levels(part: PlannedPart, asked: NeedMet, scale: Scale, plan: Plan) -> Iterator[Fault]:
    lowest, highest = int(scale.levels[0]), int(scale.levels[-1])
    for role, levels in asked.needed.items():
        for item, level in levels.items():
            if not lowest <= level <= highest:
                yield Fault(
                    code="need-level-outside-scale",
                    file=plan.file.name,
                    key=f"{part.key}.measure.needed.{role}.{item}",
                    got=str(level),
                    details={"lowest": lowest, "highest": highest},
                )


def _roles(cells: pd.Series, asked: NeedMet, file: str) -> Iterator[Fault]:
    known = {folded(role) for role in asked.needed}
    rows: dict[str, list[int]] = {}
    for row, cell in cells.dropna().items():
        if folded(cell) not in known:
            rows.setdefault(str(cell), []).append(int(str(row)))
    for role, places in rows.items():
        yield Fault(
            code="role-without-needed",
            file=file,
            row=places[0],
            column=asked.role,
            got=shown(role),
            expected=tuple(asked.needed),
            nearest=nearest(role, asked.needed),
            rows=len(places),
            details={"where": row_ranges(places)},
        )
