"""docs/five-projects.md is true: what it names is there, and every goal of every sample is named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(path.parent.name for path in (ROOT / "data" / "sample").glob("*/plan.toml"))
EMPTY = "–"

#: A row that is answered nowhere in a report says so in one of these ways.
NOWHERE = ("Not carried", "Not in the report", "Outside the report", "No sample needs it", "Left out")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One point of a document: the cells of its row, and the sample that it belongs to (None: none of them)."""

    point: str
    sample: str | None
    plan: str
    files: str
    where: str

    @property
    def keys(self) -> list[str]:
        return re.findall(r"`([^`]+)`", self.plan)

    @property
    def data(self) -> list[str]:
        return [name for name in re.findall(r"`([^`]+)`", self.files) if re.search(r"\.(csv|xlsx|toml)$", name)]

    @property
    def headings(self) -> list[str]:
        return re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", self.where)


def rows() -> Iterator[Row]:
    """Yield every row of every table, with the sample of its section or of its own column."""
    sample: str | None = None
    header: list[str] = []
    for line in (ROOT / "docs" / "five-projects.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            named = re.search(r"\(`([^`]+)`\)", line)
            sample, header = (named[1] if named else None), []
        if not line.startswith("|") or set(line) <= set("|-"):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not header:
            header = cells
            continue
        assert len(cells) == len(header), line
        named_cells = dict(zip(header, cells, strict=True))
        own = named_cells.get("Sample", EMPTY).strip("`")
        yield Row(
            point=cells[0],
            sample=own if own != EMPTY else sample,
            plan=named_cells["Plan"],
            files=named_cells["Files"],
            where=named_cells["Where in the report"],
        )


ROWS = list(rows())


def plan_of(sample: str) -> dict[str, Any]:
    """Return a plan as written, with its goals by their ids."""
    plan = tomllib.loads((ROOT / "data" / "sample" / sample / "plan.toml").read_text(encoding="utf-8"))
    return {**plan, "goals": {goal["id"]: goal for goal in plan["goals"]}}


@pytest.fixture(scope="session")
def headings(evaluated):
    """Give every heading of a sample's report, and of its filled-in template."""
    from effektmatt.report.document import document

    def of(sample: str) -> set[str]:
        findings = evaluated(sample).findings
        documents = [document(findings, planned) for planned in findings.documents.values()]
        return {heading.text.replace("\u00a0", " ") for made in documents for heading in made.headings}

    return of


def test_every_document_has_its_table():
    assert {row.sample for row in ROWS if row.sample} == set(SAMPLES)
    assert len(ROWS) > 80


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_goal_is_listed_and_none_that_is_not_there(sample):
    listed = {
        ".".join(key.split(".")[1:2])
        for row in ROWS
        if row.sample == sample
        for key in row.keys
        if key.startswith("goals.")
    }
    assert listed == set(plan_of(sample)["goals"])


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_key_stands_in_the_plan(sample):
    plan = plan_of(sample)
    for row in (row for row in ROWS if row.sample == sample):
        for key in row.keys:
            found: Any = plan
            for step in key.split("."):
                assert step in found, f"{key}: {row.point}"
                found = found[step]


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_file_is_in_the_folder_and_every_data_file_is_listed(sample):
    folder = ROOT / "data" / "sample" / sample
    named = {name for row in ROWS if row.sample == sample for name in row.data}
    assert [name for name in named if not (folder / name).is_file()] == []
    assert {path.name for path in folder.iterdir() if path.suffix in {".csv", ".xlsx"}} <= named


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_heading_stands_in_the_report(sample, headings):
    there = headings(sample)
    named = {heading for row in ROWS if row.sample == sample for heading in row.headings}
    assert sorted(named - there) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.point[:40])
def test_a_point_is_answered_under_a_heading_or_said_not_to_be(row):
    assert bool(row.headings) != row.where.startswith(NOWHERE), row.point
    if row.headings:
        assert row.keys
        assert row.data
        assert row.sample


def test_what_has_no_target_is_said_to_be_described():
    for sample in SAMPLES:
        for name, goal in plan_of(sample)["goals"].items():
            if "target" in goal or "all_of" in goal:
                continue
            own = [row for row in ROWS if row.sample == sample and f"goals.{name}" in row.keys]
            assert any("described" in row.where for row in own), name


@pytest.mark.parametrize("path", sorted({path for row in ROWS for path in re.findall(r"`(tests/[^`]+)`", row.where)}))
def test_the_tests_it_points_to_are_there(path):
    assert (ROOT / path).is_file()
