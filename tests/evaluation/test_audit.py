"""An audit finds nothing in a report that the pass has seen to, and finds what is put back into it."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from effektmatt.cli import main
from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import audit
from effektmatt.report.write import write_report
from made_pieces import PIECES, changed, composed
from made_projects import PLAN, SECOND, attacked, made_project, report_of


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


@pytest.mark.parametrize("kind", PIECES)
@pytest.mark.parametrize("seed", range(3))
def test_the_audit_agrees_with_the_report_of_every_kind(tmp_path, kind, seed):
    """Twice: the second report has other people, answers and groups."""
    rng = np.random.default_rng(seed)
    project = composed(rng, kind)
    assert attacked(tmp_path, project).recovered == ()
    assert attacked(tmp_path, changed(rng, project)).recovered == ()


@pytest.mark.parametrize(
    ("seed", "kinds"),
    [(1002, ["survey"]), (1008, ["survey"]), (1017, ["numbers"]), (51, []), (3000024, []), (303000022, [])],
)
def test_projects_of_which_report_and_audit_thought_otherwise_once(tmp_path, seed, kinds):
    """Scores that need every answer; a hidden group of many; all have it; a whole that goes; all are linked."""
    assert attacked(tmp_path, composed(np.random.default_rng(seed), *kinds)).recovered == ()


def read(report):
    return json.loads((report / "results.json").read_text(encoding="utf-8"))


def written(report, told):
    (report / "results.json").write_text(json.dumps(told), encoding="utf-8")


def put_back(report):
    """Show the groups that a report hides."""
    told = read(report)
    groups = told["goals"][0]["outcome"]["groups"]
    assert any(group["hidden"] for group in groups)
    shown = next(group["estimate"] for group in groups if not group["hidden"])
    for group in groups:
        group.update(hidden=False, estimate=group["estimate"] or shown)
    written(report, told)


def faults_of(report, project=None):
    with pytest.raises(InputFaults) as caught:
        audit(report, project)
    return [(fault.code, fault.got) for fault in caught.value.faults]


def test_what_is_put_back_is_found(made, capsys):
    report = made(3)
    assert main(["audit", str(report)]) == 0
    put_back(report)
    found = audit(report).recovered
    assert found
    assert all(0 < one.n <= 5 for one in found)
    assert main(["audit", str(report)]) == 3
    assert capsys.readouterr().out.count("\n- ") == len(found)


GAP = """
[[goals]]
id = "skillnad"
title = "Skillnad"
measure = { kind = "group-difference", source = "folk", where = { klar = "ja" }, by = "kon", groups = ["k", "m"] }
target = { at_most = 0.1 }
"""


@pytest.mark.parametrize("is_put_back", [False, True])
def test_two_groups_are_tried_too(made, is_put_back):
    """All whose sex is known are in one of the groups, and few have none: both groups tell of them, with the whole."""
    folder = made(3).parent
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(plan + GAP, encoding="utf-8")
    report = report_of(folder)
    assert audit(report).recovered == ()
    told = read(report)
    whole, outcome = told["goals"][0]["outcome"]["estimate"], told["goals"][2]["outcome"]
    assert outcome["estimate"]["hidden"]
    if is_put_back:
        outcome["detail"] = {"by": "kon", "groups": ["K", "m"], "first": whole, "second": whole}
    written(report, told)
    found = audit(report).recovered
    assert bool(found) is is_put_back
    assert all("Skillnad: m" in one.of and 0 < one.n < 5 for one in found)


def test_without_the_project_its_tables_are_tried(made, tmp_path):
    report = made(1)
    told = read(report)
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
    written(alone, told)
    found = audit(alone)
    assert found.equations is None
    assert [(one.n, one.low, one.of) for one in found.recovered] == [(3, 1, ("Alla: C",))]


def test_the_command_writes_a_list_with_reasons_and_two_names(made, capsys):
    report = made(2, hide="hide = { publish_small = true }", women=0.02)
    assert main(["audit", str(report)]) == (3 if audit(report).recovered else 0) == 0
    assert "siffror om personer prövades mot varandra" in capsys.readouterr().out
    released = (report / "frislappslista.md").read_text(encoding="utf-8")
    assert "| Kvinnor | Få personer. Lämnas ut med skälet: De har sagt ja. |" in released
    assert "Läst av en andra person" in released


def test_a_folder_without_results_is_a_fault(tmp_path):
    with pytest.raises(InputFaults) as caught:
        audit(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["audit-no-results"]


@pytest.mark.parametrize("lacking", [("hide", "means"), ("hide", "publish_small"), ("language",), ("goals",)])
def test_results_that_lack_what_is_read_are_a_fault(made, lacking):
    report = made(0)
    told = read(report)
    place = told
    for step in lacking[:-1]:
        place = place[step]
    del place[lacking[-1]]
    written(report, told)
    assert [code for code, _ in faults_of(report)] == ["audit-no-results"]


def test_a_report_of_another_plan_is_a_fault(made, capsys):
    report = made(0)
    plan = report.parent / "plan.toml"
    text = plan.read_text(encoding="utf-8")
    start, *goals = text.split("[[goals]]")
    for others, told in [(goals[:1], "kvinnor"), (goals[::-1], "alla, kvinnor")]:
        plan.write_text(
            "[[goals]]".join([start.rstrip() + "\n\n", *(f"{goal.rstrip()}\n\n" for goal in others)]), "utf-8"
        )
        assert faults_of(report) == [("audit-other-plan", told)]
    plan.write_text(text.replace('id = "alla"', 'id = "samtliga"'), encoding="utf-8")
    assert faults_of(report) == [("audit-other-plan", "alla, samtliga")]
    assert main(["audit", str(report)]) == 2
    assert "alla, samtliga" in capsys.readouterr().err


def test_a_goal_that_got_another_part_is_of_another_plan(made):
    report = made(0)
    told = read(report)
    told["goals"][0]["parts"] = [dict(goal) for goal in told["goals"]]
    written(report, told)
    assert faults_of(report) == [("audit-other-plan", "alla")]


def test_a_project_that_is_named_must_be_one(made, tmp_path_factory):
    report, empty = made(0), tmp_path_factory.mktemp("tom")
    assert [code for code, _ in faults_of(report, empty)] == ["plan-missing"]
    (report.parent / "folk.csv").unlink()
    assert [code for code, _ in faults_of(report, report.parent)] == ["file-missing"]
    assert audit(report).equations is None
    (report.parent / "plan.toml").write_text("[project", encoding="utf-8")
    assert [code for code, _ in faults_of(report, report.parent)] == ["plan-not-toml"]
    assert audit(report).equations is None


def older_report(folder, rows):
    """Write the report of a project with other rows, beside the newer one."""
    kept = (folder / "folk.csv").read_text(encoding="utf-8")
    (folder / "folk.csv").write_text("\n".join([kept.split("\n")[0], *rows]) + "\n", encoding="utf-8")
    older = folder / "old"
    write_report(evaluate(folder).findings, older, formats=("json",))
    (folder / "folk.csv").write_text(kept, encoding="utf-8")
    return older


def test_one_who_withdrew_is_told_by_two_reports(made, capsys):
    report = made(4)
    rows = (report.parent / "folk.csv").read_text(encoding="utf-8").split("\n")[1:-1]
    gone = older_report(report.parent, [*rows, "kommun 0;avd 0;m;ja"])
    assert audit(report).recovered == ()
    assert audit(report, against=report).recovered == ()
    found = audit(report, against=gone).recovered
    assert (1, 1, ("Alla",)) in {(one.n, one.low, one.of) for one in found}
    assert main(["audit", str(report), "--against", str(gone)]) == 3
    assert "Om 1" in capsys.readouterr().out


def test_many_who_came_tell_of_nobody(made):
    report = made(4)
    rows = (report.parent / "folk.csv").read_text(encoding="utf-8").split("\n")[1:-1]
    fewer = older_report(report.parent, rows[:-8])
    assert not any(one.of[0] in {"Alla: Alla", "Alla: "} for one in audit(report, against=fewer).recovered)


def test_a_group_that_an_older_report_shows_is_told_though_the_newer_hides_it(made):
    report = made(3)
    older = Path(shutil.copytree(report, report.parent / "old"))
    told = read(older)
    header, *rows = [line.split(";") for line in (report.parent / "folk.csv").read_text("utf-8").splitlines()]
    people = [dict(zip(header, row, strict=True)) for row in rows]
    goal = told["goals"][0]["outcome"]
    for group in (group for group in goal["groups"] if group["hidden"]):
        own = [one["klar"] for one in people if one[group["by"]] == group["group"]]
        number = {"n": len(own), "hits": own.count("ja"), "value": own.count("ja") / len(own), "hidden": False}
        group.update(hidden=False, estimate=goal["estimate"] | number)
    written(older, told)
    assert audit(report).recovered == ()
    found = audit(report, against=older).recovered
    assert found
    assert all(0 < one.n < 5 for one in found)


def test_an_older_report_must_have_results(made, tmp_path_factory):
    report = made(0)
    with pytest.raises(InputFaults) as caught:
        audit(report, against=tmp_path_factory.mktemp("tom"))
    assert [fault.code for fault in caught.value.faults] == ["audit-no-results"]


def of_two(folder, first, second, forgets):
    """Audit two reports of a project, the second against the first; `forgets`: which the project has not kept."""
    for name, contents in (("first", first), ("second", second)):
        for file, text in contents.items():
            (folder / file).write_text(text, encoding="utf-8")
        write_report(evaluate(folder).findings, folder / name, formats=("json",))
        if name == "first" and not forgets:
            audit(folder / name)
    return audit(folder / "second", against=folder / "first").recovered


@pytest.mark.parametrize("kind", PIECES)
@pytest.mark.parametrize("seed", [3, 5])
def test_two_reports_of_which_the_second_knew_the_first_give_no_alarm(tmp_path, kind, seed):
    rng = np.random.default_rng(seed)
    project = composed(rng, kind)
    assert of_two(tmp_path, project.contents(), changed(rng, project).contents(), forgets=False) == ()


MANY = """
[project]
name = "Dagar"
[waves]
fore = { label = "Före", from = 2024-01-01, to = 2024-06-30 }
efter = { label = "Efter", from = 2025-01-01, to = 2025-06-30 }
[sources.arenden]
kind = "cases"
file = "arenden.csv"
opened = "in"
closed = "ut"
measured = { fore = 2024-12-31, efter = 2025-12-31 }
[[goals]]
id = "mal"
title = "Mål"
measure = { source = "arenden", kind = "MEASURE }
"""


def days(gone=(), still_open=()):
    rows = [
        f"{year}-03-{1 + place % 28:02d};{'' if place in still_open else f'{year}-0{5 + place % 4}-11'}"
        for year in (2024, 2025)
        for place in range(40)
        if year == 2024 or place not in gone
    ]
    return "\n".join(["in;ut", *rows]) + "\n"


@pytest.mark.parametrize(
    ("measure", "still_open", "told"),
    [
        ('closed-in-time", within_days = 80', (), [1.0]),  # closed on day 67
        ('closed-in-time", within_days = 300', (7,), []),  # one was open: nobody knows how long it will take
        ('handling-time", within_days = 90', (), [67.0]),
        ('handling-time", within_days = 90, statistic = "median"', (), []),
    ],
)
def test_a_withdrawn_case_is_told_by_two_reports_of_which_nothing_was_kept(tmp_path, measure, still_open, told):
    """A difference or a median is no sum; what there was after is one, where all were closed."""
    plan = {"plan.toml": MANY.replace("MEASURE", measure)}
    then, now = (plan | {"arenden.csv": days(gone, still_open)} for gone in ((), (4,)))
    assert [one.low for one in of_two(tmp_path, then, now, forgets=True)] == told


def register(n, done):
    rows = [f"p{place};{'ja' if place < done else 'nej'}" for place in range(n)]
    folk = "\n".join(["kod;klar", *rows]) + "\n"
    plan = PLAN.replace('"kommun", "avd", "kon"', "").replace("HIDE", "").replace(SECOND, "")
    return {"plan.toml": plan[: plan.index("[report]")], "folk.csv": folk}


@pytest.mark.parametrize(("now", "told"), [((38, 27), []), ((38, 29), [1])])
def test_more_than_those_who_have_gone_can_have_had_gives_no_alarm(tmp_path, now, told):
    """Two have gone, and three fewer are done: somebody has another answer now."""
    found = of_two(tmp_path, register(40, 30), register(*now), forgets=True)
    assert [one.low for one in found] == told


def test_who_was_one_of_all_that_had_it_gives_no_alarm(tmp_path):
    """Nobody asks of one more than what is said of everybody."""
    assert of_two(tmp_path, register(40, 40), register(39, 39), forgets=True) == ()
