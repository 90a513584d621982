"""Visits through a plan: one file of several waves, what is wrong with plans and files, and what is left out."""

from pathlib import Path

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.errors import InputFaults
from visits.made import ITEMS, UNITS, visits

PLAN = """
[project]
name = "Bemötande"

[waves]
before = {{ label = "Före", from = 2017-01-01, to = 2017-06-30 }}
after = {{ label = "Efter", from = 2018-01-01, to = 2018-06-30 }}

[sources.besok]
kind = "visits"
{files}
checklist = "bemotande"
unit = "enhet"
visitor = "vem"
{more}

[checklists.bemotande]
label = "Bemötande"
items = {items}
areas = {{ "Möte" = ["p0", "p1"], "Lokal" = ["p2", "p3"] }}
{checklist}

[[goals]]
id = "bemotande"
title = "Bemötandet"
measure = {{ kind = "visit-score", source = "besok"{measure} }}
target = {{ direction = "increase" }}
"""


def project(folder: Path, *, files=None, more="", checklist="", measure="", frames=None) -> Path:
    named = files or 'files = { before = "fore.csv", after = "efter.csv" }'
    items = "[" + ", ".join(f'"{item}"' for item in ITEMS) + "]"
    text = PLAN.format(files=named, more=more, checklist=checklist, measure=measure, items=items)
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    made = frames or {"fore.csv": visits(UNITS, 0.5), "efter.csv": visits(UNITS, 0.7, seed=2)}
    for name, frame in made.items():
        frame.to_csv(folder / name, sep=";", index=False, encoding="utf-8-sig")
    return folder


def faults(folder: Path) -> list[tuple[object, ...]]:
    with pytest.raises(InputFaults) as raised:
        em.evaluate(folder)
    assert all(str(fault) for fault in raised.value.faults)
    return [
        (fault.code, fault.key or fault.column, fault.row, fault.got, fault.nearest) for fault in raised.value.faults
    ]


def test_two_files(tmp_path):
    goal = em.evaluate(project(tmp_path))["bemotande"]
    assert goal.verdict is em.Verdict.LIKELY_MET
    assert goal.fulfilment.estimate.measure == "visit-score-difference"


@pytest.mark.parametrize("more", ['wave = "gang"', 'date = "dag"'])
def test_one_file_of_two_waves(tmp_path, more):
    before, after = visits(UNITS, 0.5), visits(UNITS, 0.7, seed=2)
    waves = [before.assign(gang="Före", dag="2017-03-01"), after.assign(gang="efter", dag="2018-03-01")]
    both = pd.concat(waves)
    both.iloc[0, both.columns.get_loc("gang")] = "annan"
    both.iloc[0, both.columns.get_loc("dag")] = "2017-10-01"
    both.iloc[1, [both.columns.get_loc(item) for item in ITEMS]] = "ej tillämpligt"
    folder = project(tmp_path, files='file = "besok.csv"', more=more, frames={"besok.csv": both})
    evaluation = em.evaluate(folder)
    detail = evaluation["bemotande"].finding.outcome.detail
    assert (detail.before.visits, detail.after.visits) == (79, 80)
    account = evaluation.findings.sources[0].accounts[0]
    assert (account.read, account.used) == (160, 158)
    assert account.left_out == {"outside-waves": 1, "nothing-judged": 1}


def test_faults_of_a_file_are_told_together(tmp_path):
    before, after = visits(UNITS, 0.5), visits([*UNITS[:-1], "Enhet Ö"], 0.7)
    before.loc[3, "p0"] = "kanske"
    before.loc[5, "enhet"] = None
    listed = "units = [" + ", ".join(f'"{unit}"' for unit in UNITS) + "]"
    folder = project(tmp_path, more=listed, frames={"fore.csv": before, "efter.csv": after.drop(columns="p7")})
    told = faults(folder)
    assert ("visit-without-unit", "enhet", 7, None, None) in told
    assert ("checklist-answer-outside", "p0", 5, "kanske", None) in told
    assert ("column-missing", "p7", None, None, "p0") in told or any(
        one[:2] == ("column-missing", "p7") for one in told
    )
    unknown = [one for one in told if one[0] == "unit-unknown"]
    assert [(one[2], one[3]) for one in unknown] == [(78, "Enhet Ö")]
    assert len(told) == 4


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"checklist": 'critical = ["p9"]'}, ("checklist-item-unknown", "checklists.bemotande.critical", "p9")),
        ({"checklist": 'yes = ["nej"]'}, ("checklist-answer-repeated", "checklists.bemotande.yes", "nej")),
        ({"measure": ', area = "Mote"'}, ("plan-unknown-name", "goals[1].measure.area", "Mote")),
        ({"measure": ', item = "p11"'}, ("plan-unknown-name", "goals[1].measure.item", "p11")),
        ({"measure": ', item = "p1", area = "Möte"'}, ("plan-area-or-item", "goals[1].measure", None)),
        ({"measure": ', waves = ["before", "sedan"]'}, ("plan-unknown-name", "goals[1].measure.waves.sedan", "sedan")),
        ({"files": 'file = "fore.csv"'}, ("plan-visits-without-wave", "sources.besok", None)),
    ],
)
def test_names_that_do_not_agree(tmp_path, changes, told):
    found = faults(project(tmp_path, **changes))
    assert [(code, key, got) for code, key, _, got, _ in found] == [told]


def test_agreement_needs_to_know_what_was_judged_by_several(tmp_path):
    folder = project(tmp_path)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    changed = plan.replace('kind = "visit-score"', 'kind = "agreement"').replace(
        'target = { direction = "increase" }', ""
    )
    (folder / "plan.toml").write_text(changed, encoding="utf-8")
    assert [one[:2] for one in faults(folder)] == [("plan-missing-key", "sources.besok.visit")]


def test_one_visitor_only_is_said_and_not_a_fault(tmp_path):
    frames = {
        name: visits(UNITS, share, visitors=("B1",)).assign(besok=lambda cells: cells.index)
        for name, share in (("fore.csv", 0.6), ("efter.csv", 0.7))
    }
    folder = project(tmp_path, more='visit = "besok"', frames=frames)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    more = """
[[goals]]
id = "lika"
title = "Lika"
measure = { kind = "agreement", source = "besok" }
target = { at_least = 0.67 }
"""
    (folder / "plan.toml").write_text(plan + more, encoding="utf-8")
    evaluation = em.evaluate(folder)
    assert evaluation["lika"].verdict is em.Verdict.NOT_ASSESSABLE
    assert evaluation["lika"].fulfilment.reasons[0].code == "one-visitor-only"
    codes = [note.code for note in evaluation["bemotande"].finding.remarks]
    assert codes.count("one-visitor") == 2


def test_a_wave_that_is_not_made_yet(tmp_path):
    folder = project(tmp_path, files='files = { before = "fore.csv" }')
    goal = em.evaluate(folder)["bemotande"]
    assert goal.verdict is em.Verdict.NOT_ASSESSABLE
    assert goal.fulfilment.reasons[0].code == "wave-without-visits"
    assert goal.finding.outcome.change.before.value is not None


def test_whom_a_goal_concerns(tmp_path):
    folder = project(tmp_path)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(f'{plan}among = {{ enhet = ["Enhet A", "Enhet B"] }}\n', encoding="utf-8")
    detail = em.evaluate(folder)["bemotande"].finding.outcome.detail
    assert [unit.unit for unit in detail.units] == ["Enhet A", "Enhet B"]


def test_a_comparison_group_answers_the_second_question(tmp_path):
    frames = {"fore.csv": visits(UNITS, 0.5), "efter.csv": visits(UNITS, 0.7, seed=2)}
    later = visits(UNITS, 0.5, seed=3)
    for frame in (*frames.values(), later):
        frame["med"] = ["nej" if unit > "Enhet L" else "ja" for unit in frame["enhet"]]
    outside = frames["efter.csv"]["med"] == "nej"
    frames["efter.csv"][outside] = later[outside]
    folder = project(tmp_path, frames=frames)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    analysis = '[analysis]\ndesign = "comparison-group"\ncomparison = { column = "med", group = "nej" }\n'
    (folder / "plan.toml").write_text(analysis + plan, encoding="utf-8")
    goal = em.evaluate(folder)["bemotande"].finding
    assert len(goal.outcome.detail.units) == 12
    assert goal.cause.value == pytest.approx(0.2, abs=0.1)
    assert goal.cause.interval.low > 0


def test_three_waves_have_a_course(tmp_path):
    files = 'files = { before = "fore.csv", after = "efter.csv", later = "senare.csv" }'
    frames = {
        name: visits(UNITS, 0.5 + 0.1 * place, seed=place)
        for place, name in enumerate(("fore.csv", "efter.csv", "senare.csv"))
    }
    folder = project(tmp_path, files=files, frames=frames)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    wave = 'later = { label = "Senare", from = 2019-01-01, to = 2019-06-30 }\n\n[sources.besok]'
    (folder / "plan.toml").write_text(plan.replace("[sources.besok]", wave, 1), encoding="utf-8")
    outcome = em.evaluate(folder)["bemotande"].finding.outcome
    assert [label for label, _ in outcome.over_time] == ["Före", "Efter", "Senare"]
    assert outcome.change.after.value == pytest.approx(outcome.over_time[2][1].value, abs=0.01)


def test_visits_of_the_later_wave_before_the_earlier_are_a_fault(tmp_path):
    frames = {
        name: visits(UNITS, 0.6, seed=seed).assign(dag=f"{year}-05-02")
        for name, seed, year in (("fore.csv", 1, 2018), ("efter.csv", 2, 2017))
    }
    found = faults(project(tmp_path, more='date = "dag"', frames=frames))
    assert [one[:2] for one in found] == [("waves-swapped", "dag")]


def test_visits_that_do_not_say_whom_a_goal_concerns_are_told_of(tmp_path):
    before, after = (visits(UNITS, share, seed=seed).assign(slag="lager") for share, seed in ((0.5, 1), (0.7, 2)))
    after.iloc[:2, after.columns.get_loc("slag")] = ["", "#N/A"]
    folder = project(tmp_path, frames={"fore.csv": before, "efter.csv": after})
    plan = folder / "plan.toml"
    plan.write_text(plan.read_text(encoding="utf-8") + 'among = { slag = "lager" }\n', encoding="utf-8")
    notes = em.evaluate(folder)["bemotande"].finding.outcome.notes
    told = [dict(note.values) for note in notes if note.code == "rows-among-unknown"]
    assert told == [{"wave": "after", "n": 2, "columns": "slag"}]
