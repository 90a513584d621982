"""Charts that stand in several versions of a report: each is drawn once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from effektmatt.charts import Chart
from effektmatt.report.blocks import Block, ChartBlock, Document
from effektmatt.wording.marks import plain
from effektmatt.wording.text_table import TextTable


def with_shared_charts(documents: Mapping[str, Document]) -> dict[str, Document]:
    """Return documents that hold one and the same chart wherever what one shows reads the same.

    Every document marks its printed values anew, so charts are compared without marks; the marks of the first stay.
    """
    known: dict[tuple[str, str, str, TextTable], Chart] = {}

    def shared(block: Block) -> Block:
        if not isinstance(block, ChartBlock):
            return block
        chart = block.chart
        key = (chart.name, plain(chart.title), plain(chart.alt), chart.table.unmarked())
        return replace(block, chart=known.setdefault(key, chart))

    return {stem: replace(document, blocks=tuple(map(shared, document.blocks))) for stem, document in documents.items()}
