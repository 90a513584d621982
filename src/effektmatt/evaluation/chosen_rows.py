"""The rows of a source that the plan asks for, and those that it does without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from effektmatt.data.reading import Table
from effektmatt.errors import Fault
from effektmatt.plan.sections import Source
from effektmatt.registers.conditions import checked, matched


def chosen(table: Table, source: Source) -> tuple[Table, int]:
    """Return the rows that are asked for, and how many the others are; a column that is not there chooses nothing."""
    frame = table.frame
    for wanted, kept in ((source.only, True), (source.without, False)):
        for column, values in wanted.items():
            if column in frame:
                frame = frame[matched(frame, {column: tuple(values)}).hits == kept]
    return replace(table, frame=frame), len(table.frame) - len(frame)


def choice_faults(frames: Mapping[str, pd.DataFrame], source: Source, key: str) -> Iterator[Fault]:
    """Yield the columns and values that no file of the source has; `frames` holds every row, by file."""
    for name, wanted in (("only", source.only), ("without", source.without)):
        for column, values in wanted.items():
            faults, _ = checked(frames, {column: tuple(values)})
            yield from (replace(fault, key=f"{key}.{name}.{column}") for fault in faults)
