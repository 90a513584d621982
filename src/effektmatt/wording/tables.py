"""Every table that shows findings, as text in the reader's language."""

from effektmatt.wording.goal_tables import (
    beside_table,
    counts_table,
    goals_table,
    groups_table,
    parts_table,
    readings_table,
    table_of_part,
)
from effektmatt.wording.source_tables import (
    accounting_table,
    answer_rates_table,
    files_table,
    flow_step,
    flow_table,
    methods_table,
    project_table,
    scales_table,
    sources_table,
    tree_table,
)

__all__ = [
    "accounting_table",
    "answer_rates_table",
    "beside_table",
    "counts_table",
    "files_table",
    "flow_step",
    "flow_table",
    "goals_table",
    "groups_table",
    "methods_table",
    "parts_table",
    "project_table",
    "readings_table",
    "scales_table",
    "sources_table",
    "table_of_part",
    "tree_table",
]
