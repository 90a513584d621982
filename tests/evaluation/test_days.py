"""Days as files write them: in which order, of which zone, and what is said of it."""

import pytest

import effektmatt as em
from effektmatt.cli import main

CASES = """
[project]
name = "Felanmälan"

[waves]
fore = { label = "Före", from = 2024-01-01, to = 2024-01-31 }
efter = { label = "Efter", from = 2025-01-01, to = 2025-01-31 }

[sources.fel]
kind = "cases"
file = "fel.csv"
opened = "inkom"
closed = "klar"
measured = { fore = 2024-06-30, efter = 2025-06-30 }

[[goals]]
id = "tid"
title = "Kortare tid"
measure = { kind = "handling-time", source = "fel", within_days = 30 }
target = { decrease_by = 2 }
"""
LOG = """
[project]
name = "Verktyget"

[sources.logg]
kind = "log"
file = "logg.csv"
user = "vem"
at = "tid"

[[goals]]
id = "vecka"
title = "Minst tre i veckan"
measure = { kind = "weekly-users", source = "logg", from = 2025-06-02, to = 2025-07-20 }
target = { at_least = 3 }
"""


@pytest.fixture
def project(tmp_path):
    """Write a project of a plan and one file."""

    def write(plan, file, rows):
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        (tmp_path / file).write_text("\n".join(rows) + "\n", encoding="utf-8")
        return tmp_path

    return write


def cases(closed="{m}/{d}/{y}"):
    rows = ["inkom;klar"]
    for year, took in (("24", 5), ("25", 3)):
        rows += [
            f"1/{day}/{year};" + closed.format(m=1, d=day + took + day % 3, y=year) for day in 2 * list(range(1, 13))
        ]
    return rows


def notes_of(found):
    return {note.code: note.values for source in found.findings.sources for note in source.notes}


def test_the_periods_of_waves_settle_the_order_and_it_is_said(project, capsys):
    folder = project(CASES, "fel.csv", cases(closed="20{y}-01-{d:02d}"))
    assert main(["check", str(folder)]) == 0
    assert "datumen i ”inkom” har lästs som 1/31/13" in " ".join(capsys.readouterr().out.split())
    assert em.evaluate(folder).findings.goals[0].outcome.estimate.value == pytest.approx(-2)


def test_another_column_written_alike_settles_it(project):
    plan = CASES.replace("01-31 }", "12-31 }").replace("-06-30", "-12-31")
    rows = [row for row in cases() if not row.startswith(("1/10", "1/11", "1/12"))]
    found = em.evaluate(project(plan, "fel.csv", rows))
    assert notes_of(found)["date-order-settled"] == {
        "file": "fel.csv",
        "column": "inkom",
        "example": "1/31/13",
        "by": "other-column",
    }


@pytest.mark.parametrize(("closed", "code"), [("{m}/{d}/{y}", 0), ("{d}/{m}/{y}", 2)])
def test_a_column_that_tells_it_by_itself_is_surer_than_the_periods(project, capsys, closed, code):
    """Cases were opened in the periods with the month first only; where they were closed the day may stand first."""
    rows = cases(closed=closed)
    assert main(["check", str(project(CASES, "fel.csv", rows))]) == code
    told = capsys.readouterr()
    if code:
        assert "kolumn inkom: ”1/2/24” kan vara 1 februari 2024 eller 2 januari 2024" in " ".join(told.err.split())
    else:
        assert "en annan kolumn som är skriven på samma sätt" in " ".join(told.out.split())


def test_what_nothing_settles_is_a_fault_that_names_the_key_and_the_key_settles_it(project, capsys):
    plan = CASES.replace("01-31 }", "12-31 }").replace("-06-30", "-12-31")
    rows = cases(closed="20{y}-01-{d:02d}")
    assert main(["check", str(project(plan, "fel.csv", rows))]) == 2
    assert "date_order" in capsys.readouterr().err
    plan = plan.replace('opened = "inkom"', 'opened = "inkom"\ndate_order = "mdy"')
    assert main(["check", str(project(plan, "fel.csv", rows))]) == 0


def late_evenings():
    return ["vem;tid", *(f"{who};2025-{m:02d}-{d:02d}T22:30:00Z" for who in "abc" for m, d in SUNDAYS)]


#: Sundays whose late evenings in Greenwich are Mondays in Sweden, from the day before the first week that is counted.
SUNDAYS = [(6, 1), (6, 8), (6, 15), (6, 22), (6, 29), (7, 6), (7, 13)]


def test_times_with_a_zone_are_local_days_and_it_is_said(project, capsys):
    folder = project(LOG, "logg.csv", late_evenings())
    assert main(["check", str(folder)]) == 0
    assert "har räknats om till svensk tid. 21 av dem" in " ".join(capsys.readouterr().out.split())
    assert em.evaluate(folder).findings.goals[0].outcome.estimate.value == pytest.approx(3)


def test_another_zone_can_be_asked_for_and_must_be_one(project, capsys):
    plan = LOG.replace('at = "tid"', 'at = "tid"\ntime_zone = "UTC"')
    found = em.evaluate(project(plan, "logg.csv", late_evenings()))
    assert "days-moved" not in notes_of(found)
    assert found.findings.goals[0].outcome.estimate.value == pytest.approx(18 / 7)
    assert main(["check", str(project(plan.replace("UTC", "Europe/Stokholm"), "logg.csv", late_evenings()))]) == 2
    assert "Menade du ”Europe/Stockholm”" in capsys.readouterr().err
