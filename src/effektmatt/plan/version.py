"""One more version of the report, for other readers: what it leaves out."""

from __future__ import annotations

from typing import Literal

from effektmatt.plan.said import Said
from effektmatt.plan.tables import Table

#: What a version of the report can leave out.
Part = Literal[
    "project", "participants", "goal-tree", "goals", "details", "groups", "money", "statistics", "methods", "files"
]


class Version(Table):
    """report.versions.<name>: one more version of the report from the same run."""

    title: Said
    without: list[Part] = []
    intro: Said | None = None
