"""Two reports of one project, handed out after each other: other groups, one answer more or less, a change."""

import json
import re
import stat

import numpy as np
import pytest

from effektmatt.cli import main
from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import audit
from effektmatt.evaluation.keyed_sums import KEY_FILE
from effektmatt.evaluation.released import FOLDER, released
from effektmatt.report.write import write_report

REGISTER = """
[project]
name = "Kurser"
[analysis]
groups = [GROUPS]
[sources.folk]
kind = "register"
file = "folk.csv"
KEY
[[goals]]
id = "klara"
title = "Klara"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
target = { at_least = 0.5 }
"""
SURVEY = """
[project]
name = "Trivsel"
[waves]
fore = { label = "Före" }
efter = { label = "Efter" }
[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "kod"
[scales.s]
source = "enkat"
label = "Trivsel"
items = { t = "Jag trivs" }
answers = [1, 2, 3, 4, 5]
[[goals]]
id = "trivsel"
title = "Trivseln ökar"
measure = { kind = "score-change", scale = "s" }
target = { direction = "increase" }
"""
NUMBERS = """
[project]
name = "Dagar"
[sources.tal]
kind = "measurements"
file = "tal.csv"
number = "dagar"
code = "kod"
[[goals]]
id = "dagar"
title = "Dagar"
measure = { kind = "mean", source = "tal" }
"""


def project(folder, plan, **files):
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    for name, (header, rows) in files.items():
        (folder / f"{name}.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder


def handed_out(folder, name="report"):
    write_report(evaluate(folder).findings, folder / name, formats=("json",))
    found = audit(folder / name)
    assert found.recovered == ()
    assert found.kept == "yes"
    return found


def people(units, skip=()):
    rows = [(town, unit) for town, unit, n in units for _ in range(n)]
    return [
        f"p{place};{town};{unit};{'ja' if place % 3 else 'nej'}"
        for place, (town, unit) in enumerate(rows)
        if place not in skip
    ]


UNITS = [("A", "A1", 12), ("A", "A2", 9), ("A", "A3", 3), ("B", "B1", 14), ("B", "B2", 16)]


def register(folder, groups, rows, key='key = "kod"'):
    plan = REGISTER.replace("GROUPS", groups).replace("KEY", key)
    return project(folder, plan, folk=("kod;kommun;avd;klar", rows))


@pytest.mark.parametrize("key", ['key = "kod"', ""])
def test_other_groups_do_not_tell_what_the_first_report_leaves(tmp_path, key):
    """By municipality first and then by department: municipality A less A1 and A2 would be the three of A3."""
    handed_out(register(tmp_path, '"kommun"', people(UNITS), key), "a")
    goal = evaluate(register(tmp_path, '"avd"', people(UNITS), key)).findings.goals[0]
    hidden = {group.group for group in goal.outcome.groups if group.hidden}
    assert "A3" in hidden
    assert hidden & {"A1", "A2"}
    assert not goal.outcome.estimate.hidden
    handed_out(tmp_path, "b")


@pytest.mark.parametrize("key", ['key = "kod"', ""])
@pytest.mark.parametrize("answer", ["ja", "nej"])
def test_a_new_name_makes_no_new_people(tmp_path, key, answer):
    """Source and column have other names in the second report, which may ask for the opposite answer."""
    handed_out(register(tmp_path, '"kommun"', people(UNITS), key), "a")
    plan = REGISTER.replace("GROUPS", '"avd"').replace("KEY", key).replace("folk", "deltagare")
    plan = plan.replace('klar = "ja"', f'gjort = "{answer}"')
    project(tmp_path, plan, deltagare=("kod;kommun;avd;gjort", people(UNITS)))
    goal = evaluate(tmp_path).findings.goals[0]
    assert {group.group for group in goal.outcome.groups if group.hidden} & {"A1", "A2"}
    handed_out(tmp_path, "b")


def test_without_a_report_before_it_one_department_is_enough(tmp_path):
    units = [*UNITS, ("B", "", 6)]
    goal = evaluate(register(tmp_path, '"avd"', people(units))).findings.goals[0]
    assert {group.group for group in goal.outcome.groups if group.hidden} == {"A3"}


@pytest.mark.parametrize("key", ['key = "kod"', ""])
@pytest.mark.parametrize(("skip", "is_hidden"), [((), False), ((5,), True), ((5, 6, 7, 8), True), (range(5), False)])
def test_who_is_gone_or_has_come_is_not_the_difference(tmp_path, key, skip, is_hidden):
    for first, second in ((people(UNITS), people(UNITS, skip)), (people(UNITS, skip), people(UNITS))):
        handed_out(register(tmp_path, "", first, key))
        (goal,) = evaluate(register(tmp_path, "", second, key)).findings.goals
        assert goal.outcome.estimate.hidden is is_hidden
        if is_hidden:
            assert [note.code for note in goal.fulfilment.reasons] == ["tells-with-earlier-report"]
        for path in (tmp_path / FOLDER).glob("*"):
            path.unlink()


@pytest.mark.parametrize("changed", [1, 3, 12])
def test_people_of_whom_something_new_is_known_are_still_the_same(tmp_path, changed):
    """Three have finished since: who they are no difference of figures tells, for everybody is in both."""
    rows = people(UNITS)
    handed_out(register(tmp_path, '"kommun"', rows))
    later = [row.replace("nej", "ja") if place < 3 * changed else row for place, row in enumerate(rows)]
    (goal,) = evaluate(register(tmp_path, '"kommun"', later)).findings.goals
    assert goal.outcome.estimate.hits == 36 + changed
    assert not any(group.hidden for group in goal.outcome.groups)


def test_one_who_moves_to_another_unit_is_told_of_by_neither(tmp_path):
    units = [("A", "A1", 12), ("A", "A2", 20), ("B", "B1", 14)]
    handed_out(register(tmp_path, '"avd"', people(units)))
    moved = [row.replace("A1", "A2") if row.startswith("p5;") else row for row in people(units)]
    (goal,) = evaluate(register(tmp_path, '"avd"', moved)).findings.goals
    assert {group.group for group in goal.outcome.groups if group.hidden} == {"A1", "A2"}


def answers(n, seed, skip=()):
    given = np.random.default_rng(seed).integers(1, 6, n)
    return [f"k{place};{answer}" for place, answer in enumerate(given) if place not in skip]


@pytest.mark.parametrize("back", [False, True])
def test_number_times_mean_of_two_reports_is_nobodys_score(tmp_path, back):
    """31 people then and 30 now: 31 times the mean less 30 times the mean is the one who withdrew."""
    reports = [(), (7,)]
    for skip in reversed(reports) if back else reports:
        rows = {name: ("kod;t", answers(31, seed, skip)) for seed, name in enumerate(("fore", "efter"))}
        outcome = evaluate(project(tmp_path, SURVEY, **rows)).findings.goals[0].outcome
        if skip == ((7,) if back else ()):
            handed_out(tmp_path)
    assert outcome.estimate.hidden


@pytest.mark.parametrize(("skip", "is_hidden"), [((), False), ((3,), True), (range(10, 16), False)])
def test_those_who_have_gone_are_known_though_answers_weigh_differently(tmp_path, skip, is_hidden):
    """Ten weigh 4 and the others 5: the sums with weights and without tell the two apart."""
    plan = SURVEY.replace('code = "kod"', 'code = "kod"\nweight = "vikt"')

    def weighing(seed, skip=()):
        return "kod;t;vikt", [f"{row};{len(row)}" for row in answers(31, seed, skip)]

    handed_out(project(tmp_path, plan, fore=weighing(1), efter=weighing(2)), "a")
    (goal,) = evaluate(project(tmp_path, plan, fore=weighing(1, skip), efter=weighing(2, skip))).findings.goals
    assert goal.outcome.estimate.hidden == is_hidden
    handed_out(tmp_path, "b")


@pytest.mark.parametrize(("skip", "is_hidden"), [((), False), ((3,), True), (range(6), False)])
def test_measured_numbers_are_known_again(tmp_path, skip, is_hidden):
    handed_out(project(tmp_path, NUMBERS, tal=("kod;dagar", answers(40, 1))))
    (goal,) = evaluate(project(tmp_path, NUMBERS, tal=("kod;dagar", answers(40, 1, skip)))).findings.goals
    assert goal.outcome.estimate.hidden is is_hidden


def test_a_column_that_came_later_makes_nobody_another(tmp_path):
    rows = people(UNITS)
    handed_out(register(tmp_path, '"kommun"', rows, ""))
    plan = REGISTER.replace("GROUPS", '"avd"').replace("KEY", "")
    wider = ("kod;kommun;avd;klar;ort", [f"{row};o" for row in rows])
    (goal,) = evaluate(project(tmp_path, plan, folk=wider)).findings.goals
    assert len([group for group in goal.outcome.groups if group.hidden]) > 1


def test_the_same_report_again_hides_nothing_more(tmp_path):
    handed_out(register(tmp_path, '"kommun", "avd"', people(UNITS)))
    before = json.loads((tmp_path / "report" / "results.json").read_text(encoding="utf-8"))["goals"]
    handed_out(tmp_path, "again")
    assert json.loads((tmp_path / "again" / "results.json").read_text(encoding="utf-8"))["goals"] == before


def test_what_is_kept_names_nobody_and_is_the_owners(tmp_path):
    handed_out(register(tmp_path, '"kommun"', people(UNITS)))
    (path,) = (tmp_path / FOLDER).iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not re.search(r'"(p\d+|nej|ja)"', path.read_text(encoding="utf-8"))
    handed_out(tmp_path)  # the same report once more is kept once
    assert len(released(tmp_path)) == 1


def test_an_audit_names_what_follows_with_an_earlier_report(tmp_path, capsys):
    register(tmp_path, "", people(UNITS))
    write_report(evaluate(tmp_path).findings, tmp_path / "first", formats=("json",))
    register(tmp_path, "", people(UNITS, (5,)))
    write_report(evaluate(tmp_path).findings, tmp_path / "second", formats=("json",))
    assert audit(tmp_path / "first").kept == "changed"  # its files are others by now
    handed_out(tmp_path, "second")
    register(tmp_path, "", people(UNITS))
    found = audit(tmp_path / "first")
    assert found.earlier == ("second",)
    assert [(one.n, one.of) for one in found.recovered] == [(1, ("Klara",))]
    assert found.kept == "not"
    capsys.readouterr()
    assert main(["audit", str(tmp_path / "first")]) == 3
    assert "second" in capsys.readouterr().out


def faults_of(folder):
    """Return the faults that a new report and an audit of the old one both have."""
    told = []
    for run in (lambda: evaluate(folder), lambda: audit(folder / "report")):
        with pytest.raises(InputFaults) as caught:
            run()
        told.append([(fault.code, fault.file) for fault in caught.value.faults])
    assert told[0] == told[1]
    assert main(["report", str(folder)]) == main(["audit", str(folder / "report")]) == 2
    return told[0]


def without(told, *keys):
    *way, last = keys
    for key in way:
        told = told[key]
    del told[last]


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: text.replace('"atoms": [', '"atoms": ["x", ', 1),
        lambda text: text.replace('"atoms": [', '"atoms": [0, ', 1),
        *(
            lambda text, keys=keys: (told := json.loads(text), without(told, *keys), json.dumps(told))[-1]
            for keys in (
                ("report",),
                ("key",),
                ("variables",),
                ("people",),
                ("people", "folk"),
                ("variables", 0, "lowest"),
                ("variables", 0, "values"),
                ("variables", 0, "figures", 0, "total"),
            )
        ),
    ],
)
def test_a_release_that_cannot_be_read_is_a_fault_and_protects_nobody_in_silence(tmp_path, capsys, broken):
    handed_out(register(tmp_path, "", people(UNITS)))
    (path,) = (tmp_path / FOLDER).iterdir()
    path.write_text(broken(path.read_text(encoding="utf-8")), encoding="utf-8")
    register(tmp_path, "", people(UNITS, (5,)))
    assert faults_of(tmp_path) == [("released-unreadable", f"{FOLDER}/{path.name}")]
    assert path.name in "".join(capsys.readouterr())


@pytest.mark.parametrize("key", [None, "", "00" * 32 + "\n"])
def test_with_a_lost_or_new_key_nobody_is_known_again_and_that_is_a_fault(tmp_path, key):
    """One person less, and the whole shown: with the key's file lost the difference of two reports was one person."""
    handed_out(register(tmp_path, "", people(UNITS)))
    (path,) = (tmp_path / FOLDER).iterdir()
    (tmp_path / KEY_FILE).unlink()
    if key is not None:
        (tmp_path / KEY_FILE).write_text(key, encoding="ascii")
    register(tmp_path, "", people(UNITS, (5,)))
    assert faults_of(tmp_path) == [("released-other-key", f"{FOLDER}/{path.name}")]


def test_an_audit_lists_the_reports_that_it_tried(tmp_path):
    """A goal of another source has no figure in common with the report before it."""
    handed_out(register(tmp_path, "", people(UNITS)), "a")
    other = REGISTER.replace("GROUPS", "").replace("KEY", "").replace("folk", "andra")
    assert handed_out(project(tmp_path, other, andra=("klar", ["ja"] * 9 + ["nej"] * 9)), "b").earlier == ()


CASES = """
[project]
name = "Dagar"
[analysis]
groups = ["avd"]
[waves]
fore = { label = "Före", from = 2024-01-01, to = 2024-12-31 }
[sources.arenden]
kind = "cases"
file = "arenden.csv"
opened = "in"
closed = "ut"
KEY
measured = { fore = 2025-12-31 }
[[goals]]
id = "tid"
title = "Tid"
measure = { MEASURE, source = "arenden" }
"""
TIMES = ['kind = "handling-time", within_days = 90', 'kind = "closed-in-time", within_days = 80']
TIMES += ['kind = "handling-time", within_days = 90, statistic = "median"']


def cases(folder, measure, key, gone=(), still_open=()):
    rows = list[str]()
    for place in range(40):
        closed = "" if place in still_open else f"2024-0{5 + place % 4}-11"
        rows += [] if place in gone else [f"D{place};2024-03-{1 + place % 28:02d};{closed};A{place % 2}"]
    plan = CASES.replace("MEASURE", measure).replace("KEY", key)
    return project(folder, plan, arenden=("nr;in;ut;avd", rows))


@pytest.mark.parametrize("key", ['key = "nr"', ""])
@pytest.mark.parametrize("measure", TIMES)
@pytest.mark.parametrize(("gone", "is_hidden"), [((), False), ((5,), True), (range(6), False)])
def test_a_case_that_is_withdrawn_is_not_what_two_reports_differ_by(tmp_path, measure, key, gone, is_hidden):
    """Number times share, or the curve of how long cases were open, would say how that one went."""
    handed_out(cases(tmp_path, measure, key), "a")
    (goal,) = evaluate(cases(tmp_path, measure, key, gone)).findings.goals
    assert goal.outcome.estimate.hidden == is_hidden
    assert bool(goal.outcome.groups) != is_hidden
    handed_out(tmp_path, "b")


@pytest.mark.parametrize("measure", TIMES)
def test_cases_that_have_been_closed_since_are_still_the_same(tmp_path, measure):
    handed_out(cases(tmp_path, measure, 'key = "nr"', still_open=range(10, 13)), "a")
    (goal,) = evaluate(cases(tmp_path, measure, 'key = "nr"')).findings.goals
    assert not goal.outcome.estimate.hidden
    handed_out(tmp_path, "b")
