"""Columns under the names that the plan has for them: a question's text finds the column that it is the label of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from effektmatt.data.reading import Table
from effektmatt.plan import Plan


def with_names_of_plan(table: Table, plan: Plan) -> Table:
    """Rename columns that the plan names by their question, or without the groups that they stand in.

    A column keeps its name where the plan uses that, and where a question belongs to several columns.
    """
    written = set(_texts(plan.written.model_dump(by_alias=True, warnings=False)))
    columns = [str(column) for column in table.frame.columns]
    others = [(other, column) for column in columns for other in set(_other_names(column, table)) - {column}]
    times = Counter(other for other, _ in others)
    renamed: dict[str, str] = {}
    for other, column in others:
        free = other not in columns and times[other] == 1 and column not in written and column not in renamed
        if free and other in written:
            renamed[column] = other
    if not renamed:
        return table
    known = {renamed.get(column, column): about for column, about in table.known.items()}
    return replace(table, frame=table.frame.rename(columns=renamed), known=known)


def _other_names(column: str, table: Table) -> Iterator[str]:
    """Yield what else a column may be called."""
    about = table.known.get(column)
    if about is not None and about.label:
        label = " ".join(about.label.split())
        yield from (label, f"{column}. {label}")
    divider = {"kobotoolbox": "/", "odk": "-"}.get(table.shape.tool) if table.shape else None
    if divider is not None:  # "besok/kanal": the question in its group
        yield column.rpartition(divider)[2]


def _texts(written: Any) -> Iterator[str]:
    """Yield every text of a plan, keys too, with its white space as headings have it."""
    if isinstance(written, str):
        yield " ".join(written.split())
    elif isinstance(written, dict):
        for key, value in written.items():
            yield from _texts(key)
            yield from _texts(value)
    elif isinstance(written, list | tuple):
        for value in written:
            yield from _texts(value)
