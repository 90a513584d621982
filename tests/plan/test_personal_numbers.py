"""A personal identity number anywhere in a plan is a fault: titles, texts and file names stand in the report."""

import pytest

from effektmatt.plan.reading import draft_plan

PLAN = """
[project]
name = "Kurs NAME"

[sources.folk]
kind = "register"
file = "folkFILE.csv"

[[goals]]
id = "klar"
title = "KlaraTITLE"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
target = { at_least = 0.5 }
"""


@pytest.mark.parametrize(("place", "row"), [("NAME", 3), ("FILE", 7), ("TITLE", 11)])
@pytest.mark.parametrize("mark", ["-", "  ", "~"])
def test_numbers_are_refused_wherever_they_stand(tmp_path, place, row, mark):
    text = PLAN.replace(place, f" 811218{mark}9876")
    for other in ("NAME", "FILE", "TITLE"):
        text = text.replace(other, "")
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    _, faults = draft_plan(tmp_path)
    assert [(fault.code, fault.row, fault.got) for fault in faults] == [
        ("personal-number-in-plan", row, f"811218{mark}****")
    ]
    (tmp_path / "plan.toml").write_text(text.replace("9876", "9875"), encoding="utf-8")
    assert draft_plan(tmp_path)[1] == ()
