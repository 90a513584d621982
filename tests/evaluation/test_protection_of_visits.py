"""A single visit tells of the one employee who was met: nothing that is published of visits may tell of it."""

import numpy as np
import pytest

from effektmatt.cli import main
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import audit
from effektmatt.report.write import write_report

PLAN = """
[project]
name = "Besök"
[analysis]
groups = ["kommun"]
[waves]
fore = { label = "Före" }
efter = { label = "Efter" }
[sources.besok]
kind = "visits"
files = { fore = "fore.csv", efter = "efter.csv" }
checklist = "b"
unit = "enhet"
visitor = "vem"
[checklists.b]
label = "Bemötande"
items = ["a", "b", "c"]
[[goals]]
id = "g"
title = "Bemötandet"
measure = { kind = "visit-score", source = "besok" }
target = { direction = "increase" }
"""
#: Municipality A has three units, one of them visited once; every unit is visited in both waves.
UNITS = [("A", "A1", 4), ("A", "A2", 5), ("A", "A3", 1), ("B", "B1", 6), ("B", "B2", 5)]


@pytest.fixture
def found(tmp_path):
    """Return a function that evaluates visits and returns what was found, the audit having found nothing."""

    def run(units=UNITS, visitor=lambda place: "xy"[place % 2]):
        (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
        for seed, wave in enumerate(("fore", "efter")):
            rng = np.random.default_rng(seed)
            rows = [(town, unit) for town, unit, n in units for _ in range(n)]
            rows = [
                ";".join([*row, visitor(place), *("ja" if one else "nej" for one in rng.random(3) < 0.6)])
                for place, row in enumerate(rows)
            ]
            (tmp_path / f"{wave}.csv").write_text("\n".join(["kommun;enhet;vem;a;b;c", *rows]) + "\n", encoding="utf-8")
        findings = evaluate(tmp_path).findings
        write_report(findings, tmp_path / "report", formats=("json",))
        told = audit(tmp_path / "report")
        assert told.recovered == ()
        assert told.equations
        return findings.goals[0].outcome

    return run


def test_a_municipality_does_not_give_the_unit_visited_once_away(found):
    """The two units of A that are left would give the third, though one more unit is hidden in the whole."""
    outcome = found([("A", "A1", 9), ("A", "A2", 9), ("A", "A3", 1), ("B", "B1", 6), ("B", "B2", 5)])
    hidden = {unit.unit for unit in outcome.detail.units if unit.before.hidden}
    municipalities = {group.group for group in outcome.groups if group.hidden}
    assert "A3" in hidden
    assert hidden & {"A1", "A2"} or municipalities


def test_visitors_do_not_leave_the_one_visit_of_another(found):
    outcome = found([("A", "A1", 6), ("B", "B1", 6)], lambda place: "z" if place == 0 else "xy"[place % 2])
    shown = [one.number for one in outcome.detail.visitors if one.before is not None]
    assert len(outcome.detail.visitors) == 3
    assert len(shown) == 1


def test_nothing_is_hidden_where_every_unit_and_visitor_has_several(found):
    outcome = found([("A", "A1", 6), ("A", "A2", 5), ("B", "B1", 6)])
    assert all(unit.difference is not None for unit in outcome.detail.units)
    assert all(one.after is not None for one in outcome.detail.visitors)
    assert not any(group.hidden for group in outcome.groups)


def test_the_release_list_names_units_and_visitors(found, tmp_path, capsys):
    found()
    assert main(["audit", str(tmp_path / "report")]) == 0
    listed = (tmp_path / "report" / "frislappslista.md").read_text(encoding="utf-8")
    assert "| Bemötandet: varje besökt enhet | 4 av 10 är dolda |" in listed
    assert "| Bemötandet: varje besökare | 0 av 4 är dolda |" in listed
    assert "minns nu rapporten som utlämnad" in listed
