"""What one breakdown hides no other gives away, in every kind of evidence about people; and no more is hidden."""

import json

import numpy as np
import pytest

from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import audit
from effektmatt.plan import read_plan
from effektmatt.report.write import write_report

HEAD = '[project]\nname = "Kurser"\n\n[analysis]\ngroups = ["kommun", "avd"]\n'
WAVES = """
[waves]
fore = { label = "Före", from = 2024-01-01, to = 2024-12-31 }
efter = { label = "Efter", from = 2025-01-01, to = 2025-12-31 }
"""
LOG = """
[sources.folk]
kind = "register"
file = "folk.csv"
key = "kod"

[sources.logg]
kind = "log"
file = "logg.csv"
user = "vem"
at = "dag"
of = "folk"

[[goals]]
id = "a"
title = "Använder"
measure = { kind = "active-share", source = "logg" }
"""
NUMBERS = """
[sources.tal]
kind = "measurements"
FILES
number = "dagar"
code = "kod"

[[goals]]
id = "a"
title = "Dagar"
measure = { kind = "KIND", source = "tal" }
"""
CASES = """
[sources.arenden]
kind = "cases"
file = "arenden.csv"
opened = "in"
closed = "ut"
measured = { fore = 2025-01-31, efter = 2026-01-31 }

[[goals]]
id = "a"
title = "Tid"
measure = { MEASURE, source = "arenden" }
"""
#: A municipality of three departments, one of them of three people, and another municipality.
UNITS = [("A", "A1", 12), ("A", "A2", 9), ("A", "A3", 3), ("B", "B1", 14), ("B", "B2", 16)]


def people(units=UNITS):
    return [
        f"p{place};{town};{unit}" for place, (town, unit) in enumerate((t, u) for t, u, n in units for _ in range(n))
    ]


def written(folder, plan, **files):
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    for name, (header, rows) in files.items():
        (folder / f"{name}.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder


def log_project(folder, units=UNITS):
    folk = people(units)
    uses = [f"p{place};2025-01-02" for place in range(0, len(folk), 2)]
    return written(folder, HEAD + LOG, folk=("kod;kommun;avd", folk), logg=("vem;dag", uses))


def number_rows(units, seed):
    days = np.random.default_rng(seed).integers(0, 30, 200)
    return [f"{row};{days[place]}" for place, row in enumerate(people(units))]


def mean_project(folder, units=UNITS):
    plan = HEAD + NUMBERS.replace("FILES", 'file = "tal.csv"').replace("KIND", "mean")
    return written(folder, plan, tal=("kod;kommun;avd;dagar", number_rows(units, 1)))


def within_project(folder, units=UNITS):
    mean_project(folder, units)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    within = plan.replace('kind = "mean"', 'kind = "share-within", highest = 10')
    (folder / "plan.toml").write_text(within, encoding="utf-8")
    return folder


def mean_change_project(folder, units=UNITS):
    plan = HEAD + WAVES + NUMBERS.replace("FILES", 'files = { fore = "fore.csv", efter = "efter.csv" }')
    rows = {wave: ("kod;kommun;avd;dagar", number_rows(units, seed)) for seed, wave in enumerate(("fore", "efter"))}
    return written(folder, plan.replace("KIND", "mean-change"), **rows)


def cases_project(folder, units=UNITS, measure='kind = "handling-time", within_days = 90'):
    rows = [
        f"{year}-03-{1 + place % 28:02d};{year}-0{5 + place % 4}-11;{town};{unit}"
        for year in (2024, 2025)
        for place, (_, town, unit) in enumerate(row.split(";") for row in people(units))
    ]
    plan = HEAD + WAVES + CASES.replace("MEASURE", measure)
    return written(folder, plan, arenden=("in;ut;kommun;avd", rows))


def in_time_project(folder, units=UNITS):
    return cases_project(folder, units, 'kind = "closed-in-time", within_days = 80')


MADE = [log_project, mean_project, within_project, mean_change_project, cases_project, in_time_project]


@pytest.mark.parametrize("made", MADE)
def test_a_municipality_does_not_give_its_small_department_away(made, tmp_path):
    (goal,) = evaluate(made(tmp_path)).findings.goals
    hidden = {(group.by, group.group) for group in goal.outcome.groups if group.hidden}
    shown = {(group.by, group.group) for group in goal.outcome.groups if not group.hidden}
    assert ("avd", "A3") in hidden
    assert hidden & {("avd", "A1"), ("avd", "A2"), ("kommun", "A"), ("kommun", "B")}
    assert {("avd", "B1"), ("avd", "B2")} <= shown
    assert not goal.fulfilment.estimate.hidden


@pytest.mark.parametrize("made", MADE)
def test_the_audit_finds_what_is_put_back(made, tmp_path):
    findings = evaluate(made(tmp_path)).findings
    write_report(findings, tmp_path / "report", formats=("json",))
    assert audit(tmp_path / "report").equations
    assert audit(tmp_path / "report").recovered == ()
    told = json.loads((tmp_path / "report" / "results.json").read_text(encoding="utf-8"))
    groups = told["goals"][0]["outcome"]["groups"]
    shown = next(group["estimate"] for group in groups if not group["hidden"])
    for group in groups:
        group.update(hidden=False, estimate=group["estimate"] or shown)
    (tmp_path / "report" / "results.json").write_text(json.dumps(told), encoding="utf-8")
    assert audit(tmp_path / "report").recovered


@pytest.mark.parametrize("made", [log_project, mean_project, within_project])
def test_no_group_is_hidden_beside_a_small_one_where_many_have_none(made, tmp_path):
    """Who has no group is in the total too: what is left of it is of eleven people, and tells of no three."""
    units = [("A", "A1", 12), ("A", "A3", 3), ("A", "B1", 14), ("A", "", 8)]
    (goal,) = evaluate(made(tmp_path, units)).findings.goals
    assert [(one.by, one.group) for one in goal.outcome.groups if one.hidden and one.by == "avd"] == [("avd", "A3")]


SCALES = """
[project]
name = "Skalor"
[waves]
fore = { label = "Före" }
efter = { label = "Efter" }
[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "kod"
[scales.s]
source = "enkat"
label = "S"
items = ["s"]
answers = [1, 2, 3, 4, 5]
[scales.t]
source = "enkat"
label = "T"
items = ["t"]
answers = [1, 2, 3, 4, 5]
[[goals]]
id = "a"
title = "Bättre"
measure = { kind = "share-improved", scales = ["s", "t"], combine = "each" }
target = { at_least = 0.5 }
"""


def test_parts_of_one_measure_have_ids_of_their_own(tmp_path):
    written(tmp_path, SCALES)
    parts = read_plan(tmp_path).parts
    assert len(parts) == len({part.id for part in parts}) == 2
    assert len({part.key for part in parts}) == 1
