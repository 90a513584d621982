"""A plan that groups by what tells who somebody is gets a fault, and no cell is named in it."""

import pytest

from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate

PLAN = """
[project]
name = "Kurs"

[analysis]
groups = GROUPS
MORE

[sources.folk]
kind = "register"
file = "folk.csv"
key = "id"

[[goals]]
id = "klar"
title = "Klara"
measure = { kind = "MEASURE", source = "folk", where = { klar = "ja" } }
target = { at_least = TARGET }
"""


@pytest.fixture
def project(tmp_path):
    def write(groups: str, more: str = "", measure: str = "share", target: str = "0.5"):
        written = PLAN.replace("GROUPS", groups).replace("MORE", more).replace("MEASURE", measure)
        (tmp_path / "plan.toml").write_text(written.replace("TARGET", target), encoding="utf-8")
        told = [
            (f"D{place}", "norr" if place % 2 else "söder", f"hemlig{place // 2 * 2}", f"e{place}@exempel.se")
            for place in range(30)
        ]
        rows = [";".join([*one, "ja" if place % 3 else "nej"]) for place, one in enumerate(told)]
        (tmp_path / "folk.csv").write_text("\n".join(["id;ort;salong;epost;klar", *rows]), encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(("group", "code"), [("id", "group-is-code"), ("epost", "group-tells-mail"), ("salong", None)])
def test_what_tells_who_somebody_is_is_refused_as_a_group(project, group, code):
    folder = project(f'["ort", "{group}"]')
    if code is None:  # two people in each: small, and hidden, but a group
        assert len(evaluate(folder).findings.goals[0].outcome.groups) == 17
        return
    with pytest.raises(InputFaults) as caught:
        evaluate(folder)
    (fault,) = caught.value.faults
    assert (fault.code, fault.column, fault.key) == (code, group, "analysis.groups")
    assert "hemlig" not in str(fault)
    assert "exempel.se" not in str(fault)


def test_units_that_the_plan_insists_on_are_groups_but_codes_never(project):
    nearly = project('["salong"]')
    lines = (nearly / "folk.csv").read_text(encoding="utf-8").splitlines()
    alone = [line.replace("hemlig", f"s{place}") for place, line in enumerate(lines)]
    (nearly / "folk.csv").write_text("\n".join(alone), encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        evaluate(nearly)
    assert [fault.code for fault in caught.value.faults] == ["group-tells-nearly-unique"]
    plan = nearly / "plan.toml"
    insisted = plan.read_text(encoding="utf-8").replace("[analysis]", '[analysis]\nunits_as_groups = ["salong", "id"]')
    plan.write_text(insisted, encoding="utf-8")
    assert len(evaluate(nearly).findings.goals[0].outcome.groups) == 30
    plan.write_text(
        plan.read_text(encoding="utf-8").replace('groups = ["salong"]', 'groups = ["id"]'), encoding="utf-8"
    )
    with pytest.raises(InputFaults):
        evaluate(nearly)


def test_units_that_each_must_reach_a_target_are_groups_too(project):
    folder = project("[]", measure="count", target='1, in_every = "id"')
    with pytest.raises(InputFaults) as caught:
        evaluate(folder)
    assert [(fault.code, fault.key) for fault in caught.value.faults] == [("group-is-code", "goals[1].target.in_every")]


HOURS = """
[project]
name = "Timmar"
[analysis]
INSIST
[sources.timmar]
kind = "index"
file = "panel.csv"
unit = "COLUMN"
wave = "år"
value = "timmar"

[[goals]]
id = "timmar"
title = "Timmar"
measure = { kind = "index-change", source = "timmar" }
target = { increase_by = 1 }
"""


@pytest.mark.parametrize(
    ("column", "name", "code"),
    [
        ("individ", "P{}", "codes"),
        ("Deltagar-ID", "{}", "codes"),
        ("Elev", "Elev {}", "codes"),
        ("id", "10{}77", "codes"),
        ("handledare", "Eva Lind{:c}", "names"),
        ("enhet", "e{}@exempel.se", "mail"),
        ("kod", "1{}", None),
        ("kommun", "K{}", None),
        ("namn", "Ort {}", None),
    ],
)
def test_people_name_no_units(tmp_path, column, name, code):
    rows = [f"{name.format(97 + one)};{year};{one}" for one in range(12) for year in (2023, 2024)]
    (tmp_path / "panel.csv").write_text("\n".join([f"{column};år;timmar", *rows]), encoding="utf-8")
    plan = HOURS.replace("COLUMN", column)
    (tmp_path / "plan.toml").write_text(plan.replace("INSIST", ""), encoding="utf-8")
    if code is None:
        assert evaluate(tmp_path).findings.sources
        return
    with pytest.raises(InputFaults) as caught:
        evaluate(tmp_path)
    (fault,) = caught.value.faults
    assert (fault.code, fault.key, fault.column) == (f"named-by-{code}", "sources.timmar.unit", column)
    assert name.format(97) not in str(fault)
    (tmp_path / "plan.toml").write_text(plan.replace("INSIST", f'units_as_groups = ["{column}"]'), encoding="utf-8")
    if code != "mail":
        assert evaluate(tmp_path).findings.sources
    else:  # an address is never the name of a unit
        with pytest.raises(InputFaults):
            evaluate(tmp_path)
