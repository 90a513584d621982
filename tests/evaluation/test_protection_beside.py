"""What stands beside a result is in the pass too: every wave, tables of answers, then-tests, doses, needs and hours."""

import numpy as np
import pytest

from effektmatt.cli import main
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import audit
from effektmatt.report.write import write_report

SURVEY = """
[project]
name = "Trivsel"
[waves]
ett = { label = "Ett" }
tva = { label = "Två" }
tre = { label = "Tre" }
[sources.enkat]
kind = "survey"
files = { ett = "ett.csv", tva = "tva.csv", tre = "tre.csv" }
code = "kod"
[scales.s]
source = "enkat"
label = "Trivsel"
items = { a = { label = "Jag trivs"THEN }, b = "Jag orkar" }
answers = [1, 2, 3, 4, 5]
[[goals]]
id = "g"
title = "Trivseln ökar"
measure = { MEASURE, scale = "s" }
target = { direction = "increase" }
"""


@pytest.fixture
def survey(tmp_path):
    """Return a function that makes a survey of three waves and returns what was found for its goal."""

    def run(measure='kind = "score-change"', then="", once=(0, 0, 0), skipped=0, **late):
        rng = np.random.default_rng(1)
        plan = SURVEY.replace("MEASURE", measure).replace("THEN", then)
        if "improved" in measure:
            plan = plan.replace('direction = "increase"', "at_least = 0.5")
        plan = plan.replace('direction = "increase"', late.get("target", 'direction = "increase"'))
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        for wave, name in enumerate(("ett", "tva", "tre")):
            rows = []
            for place in range(30 + once[wave]):
                code = f"k{place}" if place < 30 else f"x{wave} {place}"
                a, b, at = rng.integers(1, 6, 3)
                b = "" if wave == 0 and place < skipped else b
                dose = "" if place < late.get("without_dose", 0) else place % 3
                rows.append(f"{code};{a};{b};{dose};{'' if place < late.get('no_then', 0) else at}")
            (tmp_path / f"{name}.csv").write_text("\n".join(["kod;a;b;dos;at", *rows]) + "\n", encoding="utf-8")
        findings = evaluate(tmp_path).findings
        write_report(findings, tmp_path / "report", formats=("json",))
        assert audit(tmp_path / "report").recovered == ()
        return findings.goals[0].outcome

    return run


@pytest.mark.parametrize(("once", "hidden"), [((0, 0, 0), []), ((1, 2, 0), ["Ett"]), ((6, 4, 7), [])])
def test_a_wave_of_one_more_than_the_linked_is_not_shown(survey, once, hidden):
    """31 answered the first time, 30 both times: the difference is one person's answer. Two of a wave alone are not."""
    outcome = survey(once=once)
    assert [wave for wave, estimate in outcome.over_time if estimate.hidden] == hidden
    assert not outcome.estimate.hidden


@pytest.mark.parametrize(("skipped", "shown"), [(0, {"a", "b"}), (2, {"a"}), (6, {"a", "b"})])
@pytest.mark.parametrize("measure", ['kind = "score-change"', 'kind = "share-improved"'])
def test_who_skipped_a_question_is_not_what_the_score_leaves_of_all_tables(survey, measure, skipped, shown):
    detail = survey(measure, skipped=skipped).detail
    items = detail.items if "score" in measure else detail.scales[0].items
    assert {item.id for item in items if item.before is not None} == shown
    assert {item.id for item in items if item.high is not None} == shown


THEN = ', columns = { then = "at" }'


@pytest.mark.parametrize(("no_then", "n"), [(0, 30), (1, None), (8, 22)])
def test_a_then_test_of_one_less_than_the_linked_is_not_shown(survey, no_then, n):
    outcome = survey(then=THEN, no_then=no_then)
    told = outcome.detail.then_test
    assert (None if told is None else told.n) == n
    assert ("then-test-change" in [one.measure for one in outcome.beside]) == (n is not None)
    assert ("response-shift" in [note.code for note in outcome.notes]) == (n is not None)


@pytest.mark.parametrize(("without_dose", "shown"), [(0, 3), (2, 2), (9, 3)])
def test_doses_leave_nobody_whose_dose_is_not_known(survey, without_dose, shown):
    levels = survey('kind = "score-change", dose = "dos"', without_dose=without_dose).detail.dose.levels
    assert sum(level.change is not None for level in levels) == shown


NEEDS = """
[project]
name = "Behov"
[analysis]
groups = ["kommun"]
[sources.enkat]
kind = "survey"
file = "enkat.csv"
[scales.s]
source = "enkat"
label = "Förmågor"
items = { a = "Leda", b = "Skriva" }
answers = [1, 2, 3, 4, 5]
[[goals]]
id = "g"
title = "Behoven är täckta"
measure = { kind = "need-met", scale = "s", role = "roll", needed = { Chef = { a = 3, b = 3 } }, unit = "avd" }
target = { at_least = 0.1 }
"""


@pytest.mark.parametrize(("rest", "few"), [(9, True), (12, False)])
def test_units_and_groups_leave_no_few_of_another(tmp_path, rest, few):
    """The units A1 and A2 are all of the group A but three, or six."""
    rng = np.random.default_rng(2)
    units = [("A", "A1", 9), ("A", "A2", 9), ("A", "A3", rest - 6), ("B", "B1", 11), ("B", "B2", 12)]
    rows = [
        f"Chef;{town};{unit};{rng.integers(1, 6)};{rng.integers(1, 6)}" for town, unit, n in units for _ in range(n)
    ]
    (tmp_path / "plan.toml").write_text(NEEDS, encoding="utf-8")
    (tmp_path / "enkat.csv").write_text("\n".join(["roll;kommun;avd;a;b", *rows]) + "\n", encoding="utf-8")
    findings = evaluate(tmp_path).findings
    cells = findings.goals[0].outcome.detail.waves[0].cells
    hidden = {(cell.unit, cell.item) for cell in cells if cell.hidden}
    assert (("A3", "a") in hidden) == few
    write_report(findings, tmp_path / "report", formats=("json",))
    found = audit(tmp_path / "report")
    assert found.recovered == ()
    assert found.equations > 6


HOURS = """
[project]
name = "Kurs"
[analysis]
groups = ["kommun", "avd"]
[sources.folk]
kind = "register"
file = "folk.csv"
key = "kod"
[sources.narvaro]
kind = "activities"
file = "narvaro.csv"
person = "vem"
hours = "timmar"
of = "folk"
[[goals]]
id = "g"
title = "Full kurs"
measure = { kind = "full-dose", source = "narvaro", hours = 8 }
target = { at_least = 0.5 }
"""


def test_hours_of_a_small_department_are_not_what_a_municipality_leaves(tmp_path):
    units = [("A", "A1", 12), ("A", "A2", 9), ("A", "A3", 3), ("B", "B1", 14), ("B", "B2", 16)]
    people = [(town, unit) for town, unit, n in units for _ in range(n)]
    folk = [f"p{place};{town};{unit}" for place, (town, unit) in enumerate(people)]
    hours = [f"p{place};{8 if place % 2 else 4}" for place in range(len(people))]
    (tmp_path / "plan.toml").write_text(HOURS, encoding="utf-8")
    (tmp_path / "folk.csv").write_text("\n".join(["kod;kommun;avd", *folk]) + "\n", encoding="utf-8")
    (tmp_path / "narvaro.csv").write_text("\n".join(["vem;timmar", *hours]) + "\n", encoding="utf-8")
    (goal,) = evaluate(tmp_path).findings.goals
    hidden = {(group.by, group.group) for group in goal.outcome.groups if group.hidden}
    assert ("avd", "A3") in hidden
    assert hidden & {("avd", "A1"), ("avd", "A2"), ("kommun", "A"), ("kommun", "B")}
    assert goal.outcome.estimate.hits == 27


@pytest.mark.parametrize(("once", "linked"), [((0, 0, 1), False), ((0, 0, 7), True), ((9, 0, 2), False)])
@pytest.mark.parametrize("target", ["at_least = 2.5", 'direction = "increase"'])
def test_where_all_are_judged_the_linked_do_not_leave_the_one_who_answered_once(survey, once, linked, target):
    answers = "" if "least" in target else ', answers = "all"'
    outcome = survey(f'kind = "score-change"{answers}', once=once, target=target)
    detail = outcome.detail
    assert outcome.change.after.n == 30 + once[2]
    assert (detail.mean.after.n == 30) is linked
    assert bool(detail.shares_improved) is linked
    assert any(one.measure.endswith("-linked") for one in outcome.beside) is linked


NUMBERS = """
[project]
name = "Dagar"
[waves]
ett = { label = "Ett" }
tva = { label = "Två" }
tre = { label = "Tre" }
[sources.tal]
kind = "measurements"
files = { ett = "ett.csv", tva = "tva.csv", tre = "tre.csv" }
number = "dagar"
code = "kod"
[[goals]]
id = "dagar"
title = "Dagar"
measure = { kind = "mean-change", source = "tal" }
"""


@pytest.mark.parametrize(("once", "hidden"), [((0, 0, 0), []), ((1, 2, 0), ["Ett"]), ((6, 4, 7), [])])
def test_a_wave_of_numbers_of_one_more_than_the_linked_is_not_shown(tmp_path, once, hidden):
    rng = np.random.default_rng(1)
    (tmp_path / "plan.toml").write_text(NUMBERS, encoding="utf-8")
    for wave, name in enumerate(("ett", "tva", "tre")):
        codes = [*(f"k{place}" for place in range(30)), *(f"x{wave} {place}" for place in range(once[wave]))]
        rows = [f"{code};{rng.integers(0, 20)}" for code in codes]
        (tmp_path / f"{name}.csv").write_text("\n".join(["kod;dagar", *rows]) + "\n", encoding="utf-8")
    (goal,) = evaluate(tmp_path).findings.goals
    assert [wave for wave, estimate in goal.outcome.over_time if estimate.hidden] == hidden
    assert not goal.outcome.estimate.hidden


COMPARED = """
[project]
name = "Jämförelse"
[analysis]
design = "comparison-group"
comparison = { column = "grupp", group = "andra" }
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
items = ["t"]
answers = [1, 2, 3, 4, 5]
top = 2
[[goals]]
id = "g"
title = "Många trivs"
measure = { kind = "share", scale = "s", top = 2 }
target = { at_least = 0.2 }
"""


@pytest.mark.parametrize(("once", "shown"), [(0, True), (1, False), (6, True)])
def test_beside_a_comparison_group_the_linked_leave_no_one_who_answered_once(tmp_path, once, shown):
    """The share of all 31 who answered, and of the 30 linked of them beside the comparison group."""
    rng = np.random.default_rng(3)
    (tmp_path / "plan.toml").write_text(COMPARED.replace("top = 2\n[[goals]]", "[[goals]]"), encoding="utf-8")
    for name in ("fore", "efter"):
        people = [(f"k{place}", "projekt" if place < 30 else "andra") for place in range(60)]
        people += [(f"x{place}", "projekt") for place in range(once)] if name == "efter" else []
        rows = [f"{code};{side};{rng.integers(1, 6)}" for code, side in people]
        (tmp_path / f"{name}.csv").write_text("\n".join(["kod;grupp;t", *rows]) + "\n", encoding="utf-8")
    (goal,) = evaluate(tmp_path).findings.goals
    assert goal.outcome.estimate.n == 30 + once
    assert goal.cause.value is not None
    assert (goal.compared.project is not None) is shown
    assert (goal.compared.comparison is not None) is shown
    write_report(evaluate(tmp_path).findings, tmp_path / "report", formats=("json",))
    assert audit(tmp_path / "report").recovered == ()


@pytest.mark.parametrize(("skipped", "shown"), [(0, {"a", "b"}), (2, {"a"}), (6, {"a", "b"})])
def test_who_skipped_a_question_is_not_told_by_one_wave(survey, skipped, shown):
    outcome = survey('kind = "share", wave = "ett", top = 2', skipped=skipped, target="at_least = 0.1")
    assert {item.id for item in outcome.detail.items if item.counts is not None} == shown


def test_the_release_list_names_every_table_of_a_survey(survey, tmp_path, capsys):
    survey(skipped=2, once=(1, 0, 0), then=THEN, no_then=8)
    assert main(["audit", str(tmp_path / "report")]) == 0
    assert "minns nu rapporten" in capsys.readouterr().out
    listed = (tmp_path / "report" / "frislappslista.md").read_text(encoding="utf-8")
    assert "| Trivseln ökar: svaren på varje fråga | 1 av 2 är dolda |" in listed
    assert "| Trivseln ökar: varje mättillfälle | 1 av 3 är dolda |" in listed
    assert "| Trivseln ökar: skattningen i efterhand av hur det var före | 0 av 1 är dolda |" in listed
    assert "| Hur många som svarade | Antal personer och rader." in listed
