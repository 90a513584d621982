"""A plan says which format it is written in: older ones are read, unknown ones are told of."""

import pytest

from effektmatt.errors import InputFaults
from effektmatt.plan.format import FORMAT, STEPS, as_current
from effektmatt.plan.reading import read_plan
from effektmatt.wording import words
from effektmatt.wording.faults import fault_text

PLAN = """
[project]
name = "Rätt bemött"

[sources.deltagare]
kind = "register"
file = "deltagare.csv"

[[goals]]
id = "intyg"
title = "Intyg"
measure = { kind = "share", source = "deltagare", where = { intyg = "ja" } }
"""


def written(folder, text):
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_plan_without_a_format_is_of_the_first(tmp_path):
    silent = read_plan(written(tmp_path, PLAN)).written
    told = read_plan(written(tmp_path, f"format = 1\n{PLAN}")).written
    assert silent == told
    assert told.format == FORMAT


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("99", f"Planen är skriven i format 99, och den här versionen av effektmatt läser högst format {FORMAT}."),
        ("0", "Det finns inget format ”0” för planer."),
        ('"ett"', "Det finns inget format ”ett” för planer."),
        ("true", "Det finns inget format ”True” för planer."),
    ],
)
def test_a_format_that_is_not_known_is_the_only_fault(declared, said, tmp_path):
    """The rest of the plan is not judged: what its keys mean is not known."""
    with pytest.raises(InputFaults) as raised:
        read_plan(written(tmp_path, f"format = {declared}\nother = 1\n{PLAN}"))
    (fault,) = raised.value.faults
    assert (fault.code, fault.file, fault.key) == ("plan-format", "plan.toml", "format")
    shown = fault_text(fault, words("sv"))
    assert said in shown
    assert f"format = {FORMAT}" in shown or "Uppdatera effektmatt" in shown


def test_an_older_plan_is_brought_up_step_by_step():
    steps = (
        lambda plan: {**plan, "project": {"name": plan["name"]}},
        lambda plan: {"format": plan["format"], "projects": [plan["project"]]},
    )
    assert as_current({"format": 1, "name": "A"}, "plan.toml", steps) == {"format": 3, "projects": [{"name": "A"}]}
    second = {"format": 2, "project": {"name": "B"}}
    assert as_current(second, "plan.toml", steps) == {"format": 3, "projects": [{"name": "B"}]}


@pytest.mark.parametrize(
    ("versions", "turned"),
    [("", []), ('[report.versions.kort]\ntitle = "Kort"', ["kort"])],
)
def test_the_form_that_was_a_template_is_a_version(versions, turned, tmp_path):
    """As format 1 had it: `template = "redovisning-av-medel"` was written beside the report."""
    older = (
        f'{PLAN}\n[report]\ntemplate = "redovisning-av-medel"\nanswers = {{ anchoring = "Två rapporter." }}\n{versions}'
    )
    report = read_plan(written(tmp_path, older)).written.report
    assert list(report.versions) == [*turned, "redovisning"]
    assert report.versions["redovisning"].template == "redovisning"


def test_there_is_a_step_from_every_older_format():
    assert len(STEPS) + 1 == FORMAT
