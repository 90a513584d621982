"""Every finding's table stands in the appendix and in the workbook, also where two findings have the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from document_example import document_example
from effektmatt.charts import Chart
from effektmatt.report.blocks import Block, ChartBlock, Heading, TableBlock
from effektmatt.report.table_appendix import table_appendix
from effektmatt.report.tables import tables_of
from effektmatt.wording import TextTable


class Drawn:
    """What is asked of a chart here: its title, and its numbers."""

    def __init__(self, title: str) -> None:
        self.title, self.table = title, table_of("Diagrammets siffror")


def table_of(caption: str, header: Sequence[str] = ("Kommun", "Andel")) -> TextTable:
    rows = (("Orust", "40"), ("Tranemo", "60"))
    return TextTable(caption=caption, header=tuple(header), rows=rows, numeric=(False, True))


def goal(number: int) -> list[Block]:
    """A chart, its numbers in a table, and groups with the same numbers; every goal has equal figures."""
    return [
        Heading(level=3, text="Mål", id=f"goal-{number}"),
        ChartBlock(chart=cast("Chart", Drawn(f"Diagram {number}"))),
        TableBlock(table=table_of(f"Tabell {number}"), on_paper=True),
        TableBlock(table=table_of(f"Grupper {number}"), aside=True),
    ]


def told(*blocks: Block) -> tuple[list[str], list[tuple[str, str]]]:
    """Return what the appendix has, heading by heading and table by table, and each table of the workbook."""
    document = replace(document_example(), blocks=blocks)
    appendix = table_appendix(document)
    assert appendix is not None
    read = [block.id if isinstance(block, Heading) else block.table.caption for block in appendix.blocks[1:]]  # type: ignore[union-attr]
    return read, [(one.section, one.title) for one in tables_of(document)]


def test_two_goals_of_equal_figures_are_both_told() -> None:
    appendix, workbook = told(*goal(1), *goal(2))
    assert appendix == ["goal-1", "Diagram 1", "Grupper 1", "goal-2", "Diagram 2", "Grupper 2"]
    assert workbook == [("Mål", title) for title in ("Diagram 1", "Grupper 1", "Diagram 2", "Grupper 2")]


def test_tables_of_other_columns_are_both_told() -> None:
    one = ChartBlock(chart=cast("Chart", Drawn("Diagram")))
    other = TableBlock(table=table_of("Tabell", ("Kommun", "Antal")), aside=True)
    appendix, workbook = told(Heading(level=3, text="Mål", id="goal-1"), one, other)
    assert appendix == ["goal-1", "Diagram", "Tabell"]
    assert len(workbook) == 2
