"""An audit finds nothing in a report that the pass has seen to, and finds what is put back into it."""

import json

import pytest

from effektmatt.cli import main
from effektmatt.errors import InputFaults
from effektmatt.evaluation.audit import audit
from made_projects import made_project, report_of


@pytest.fixture
def made(tmp_path):
    """Return a function that makes a project with departments in municipalities, and its report (results only)."""

    def make(seed, hide="", women=0.6):
        made_project(tmp_path, seed, hide, women)
        return report_of(tmp_path)

    return make


@pytest.mark.parametrize("seed", range(6))
def test_nothing_comes_back_from_made_projects(made, seed):
    found = audit(made(seed))
    assert found.equations
    assert found.recovered == ()


def test_what_is_put_back_is_found(made):
    report = made(3)
    told = json.loads((report / "results.json").read_text(encoding="utf-8"))
    groups = told["goals"][0]["outcome"]["groups"]
    assert any(group["hidden"] for group in groups)
    shown = next(group["estimate"] for group in groups if not group["hidden"])
    for group in groups:
        group.update(hidden=False, estimate=group["estimate"] or shown)
    (report / "results.json").write_text(json.dumps(told), encoding="utf-8")
    found = audit(report).recovered
    assert found
    assert all(0 < one.n <= 5 for one in found)


def test_without_the_project_its_tables_are_tried(made, tmp_path):
    report = made(1)
    told = json.loads((report / "results.json").read_text(encoding="utf-8"))
    whole = told["goals"][0]["outcome"]
    number = dict(whole["estimate"])
    whole["estimate"] |= {"n": 30, "hits": 12, "hidden": False}
    groups = [("A", 20, 9), ("B", 7, 2), ("C", None, None)]
    whole["groups"] = [
        {
            "by": "avd",
            "group": name,
            "hidden": n is None,
            "estimate": None if n is None else {**number, "n": n, "hits": hits},
        }
        for name, n, hits in groups
    ]
    alone = tmp_path / "alone" / "report"
    alone.mkdir(parents=True)
    (alone / "results.json").write_text(json.dumps(told), encoding="utf-8")
    found = audit(alone)
    assert found.equations is None
    assert [(one.n, one.low, one.of) for one in found.recovered] == [(3, 1, ("Alla: C",))]


def test_the_command_writes_a_list_with_reasons_and_two_names(made, capsys):
    report = made(2, hide="hide = { publish_small = true }", women=0.02)
    assert main(["audit", str(report)]) in (0, 3)
    assert "siffror om personer prövades mot varandra" in capsys.readouterr().out
    written = (report / "frislappslista.md").read_text(encoding="utf-8")
    assert "| Kvinnor | Få personer. Lämnas ut med skälet: De har sagt ja. |" in written
    assert "Läst av en andra person" in written


def test_a_folder_without_results_is_a_fault(tmp_path):
    with pytest.raises(InputFaults) as caught:
        audit(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["audit-no-results"]
