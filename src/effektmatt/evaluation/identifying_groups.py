"""Groups and units that would tell who somebody is: their names stand in the report, hidden figures or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals as nw
import pandas as pd

from effektmatt.data.identifying import identified, names_people
from effektmatt.errors import Fault
from effektmatt.plan import Plan
from effektmatt.plan.sections import Source


def identifying_groups(name: str, source: Source, frames: Mapping[str, pd.DataFrame], plan: Plan) -> Iterator[Fault]:
    """Yield a fault for each column of a source that the plan groups by though it tells who somebody is.

    No cell of it is named. The plan can insist that a column holds units; never for codes and e-mail addresses.
    """
    insisted = plan.written.analysis.units_as_groups
    for column, key in _grouped_by(name, plan).items():
        held = [frame[column] for frame in frames.values() if column in frame]
        if column in source.who:
            yield Fault(code="group-is-code", file=plan.file.name, key=key, column=column)
        elif held:
            found = identified(column, _cells(held))
            if found is not None and not (found.can_be_units and column in insisted):
                yield Fault(
                    code=f"group-tells-{found.why}",
                    file=plan.file.name,
                    key=key,
                    column=column,
                    details={"different": found.different, "n": found.rows},
                )


def identifying_names(name: str, source: Source, frames: Mapping[str, pd.DataFrame], plan: Plan) -> Iterator[Fault]:
    """Yield a fault for each column that names units of a source though its cells are codes of people, or addresses."""
    insisted = plan.written.analysis.units_as_groups
    for key, column in source.names.items():
        held = [frame[column] for frame in frames.values() if column in frame]
        found = names_people(column, _cells(held)) if held else None
        if found is not None and not (found.can_be_units and column in insisted):
            yield Fault(
                code=f"named-by-{found.why}",
                file=plan.file.name,
                key=f"sources.{name}.{key}",
                column=column,
                details={"different": found.different, "n": found.rows},
            )


def _cells(held: list[pd.Series[Any]]) -> nw.Series[Any]:
    return nw.from_native(pd.concat(held, ignore_index=True), series_only=True)


def _grouped_by(name: str, plan: Plan) -> dict[str, str]:
    """Return the columns that results of a source are shown by, and where the plan says so."""
    units = {
        part.target.in_every: f"{part.key}.target.in_every"
        for part in plan.parts
        if part.target is not None and part.target.in_every and plan.source_of(part) == name
    }
    return units | dict.fromkeys(plan.written.analysis.groups, "analysis.groups")
