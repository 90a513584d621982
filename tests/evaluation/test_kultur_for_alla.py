"""Kultur för alla!: the planted truth is recovered, and three limits are judged as their evidence allows."""

import shutil
import subprocess
import sys

import pytest

from effektmatt.core import Evidence
from effektmatt.errors import InputFaults
from effektmatt.goals import Verdict

NAME = "kultur-for-alla"


def test_every_verdict_follows_from_the_truth(project):
    assert {goal.finding.id: goal.verdict for goal in project} == {
        "individniva": Verdict.UNDETERMINED,
        "verksamhetsniva": Verdict.MET,
        "ledningsniva": Verdict.UNDETERMINED,
        "mystery-visitors": Verdict.NO_TARGET,
        "kand-hos-fler": Verdict.LIKELY_MET,
        "aktiviteter": Verdict.NOT_MET,
        "kallsortering": Verdict.MET,
        "papper": Verdict.MET,
        "feriejobb": Verdict.MET,
        "kvalitetsutmarkelse": Verdict.NO_TARGET,
    }


@pytest.mark.parametrize(
    ("place", "scale", "verdict"),
    [(0, "mangfald", Verdict.LIKELY_MET), (1, "jamstalldhet", Verdict.UNDETERMINED)],
)
def test_both_areas_are_judged_on_all_employees(project, truth, place, scale, verdict):
    planted, part = truth["enkat"][scale], project["individniva"].finding.parts[place]
    estimate = part.fulfilment.estimate
    assert part.fulfilment.verdict is verdict
    assert (estimate.hits, estimate.n, estimate.population) == (
        planted["improved_among_linked"],
        planted["linked_with_scores"],
        planted["population"],
    )
    assert estimate.interval.low <= planted["share_in_population"] <= estimate.interval.high


def test_thirteen_of_fourteen_units_are_a_census(project, truth):
    for part, planted in zip(project["verksamhetsniva"].finding.parts, truth["enheter"].values(), strict=True):
        estimate = part.fulfilment.estimate
        assert (estimate.hits, estimate.n, estimate.evidence) == (planted["improved"], 14, Evidence.CENSUS)
        assert part.fulfilment.verdict is Verdict.MET
        assert planted["not_improved"] not in repr(project.findings)


def test_all_managers_cannot_be_proved_while_one_is_missing(project, truth):
    planted, fulfilment = truth["enkat"]["rekrytering"], project["ledningsniva"].fulfilment
    assert (fulfilment.estimate.hits, fulfilment.estimate.n, fulfilment.estimate.population) == (11, 11, 12)
    assert planted["improved_in_population"] == planted["population"] == 12
    assert [reason.code for reason in fulfilment.reasons] == ["only-a-census"]
    assert fulfilment.tipping.missing == fulfilment.tipping.needed == 1


def test_one_manager_who_did_not_improve_refutes_all(folder, tmp_path):
    import csv

    import effektmatt as em

    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    waves = {}
    for year in (2012, 2014):
        with (copy / f"enkat_{year}.csv").open(encoding="utf-8-sig", newline="") as file:
            waves[year] = list(csv.DictReader(file))
    manager = next(row for row in waves[2014] if row["niva"] == "ledning")
    before = next(row for row in waves[2012] if row["kod"] == manager["kod"])
    manager.update({item: before[item] for item in ("r1", "r2", "r3")})
    with (copy / "enkat_2014.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(manager))
        writer.writeheader()
        writer.writerows(waves[2014])
    assert em.evaluate(copy)["ledningsniva"].verdict is Verdict.NOT_MET


def test_known_to_more_compares_the_first_year_with_the_last(project, truth):
    planted, outcome = truth["internenkat"], project["kand-hos-fler"].finding.outcome
    assert outcome.change.before.value == pytest.approx(planted["2011"]["share"])
    assert outcome.change.after.value == pytest.approx(planted["2013"]["share"])
    assert outcome.wave_labels == (
        "2011",
        "2013",
    )  # of an internal survey, while another has been made before and after
    rise = planted["2013"]["true_share"] - planted["2011"]["true_share"]
    assert outcome.estimate.interval.low <= rise <= outcome.estimate.interval.high
    assert [(wave, found.hits, found.n) for wave, found in outcome.over_time] == [
        (year, planted[year]["four_or_five"], planted[year]["answered"]) for year in ("2011", "2012", "2013")
    ]


def test_activities_planned_and_held(project, truth):
    planted = truth["aktiviteter"]
    kinds = ("Möte i kommunikationsgruppen", "Kompetensdag", "Chefsforum", "Chefsbrev")
    for part, kind in zip(project["aktiviteter"].finding.parts, kinds, strict=True):
        estimate = part.fulfilment.estimate
        assert (estimate.value, estimate.n) == (planted[kind]["held"], planted[kind]["planned"])
        met = planted[kind]["held"] >= planted[kind]["planned"]
        assert part.fulfilment.verdict is (Verdict.MET if met else Verdict.NOT_MET)


def test_indicators_are_described_and_never_tested(project, truth):
    for goal, amount in (("kallsortering", 86), ("papper", -2.6), ("feriejobb", 24), ("kvalitetsutmarkelse", 1)):
        estimate = project[goal].fulfilment.estimate
        assert estimate.value == pytest.approx(amount)
        assert estimate.interval is None
    assert truth["indikatorer"]["Feriejobb för ungdomar"] == ["118", "131", "142"]


def test_the_tree_goes_from_the_council_to_the_goals(project):
    tree = {node.id: node for node in project.findings.tree}
    assert [node.id for node in project.findings.tree if node.depth == 0] == ["fullmaktige"]
    way, node = [], tree["resultat-kunskap"]
    while node is not None:
        way.append(node.level)
        node = tree.get(node.under)
    assert way == ["Förväntat resultat", "Åtagande", "Nämndmål", "Fullmäktiges mål"]
    in_tree = [goal for node in tree.values() for goal in node.goals]
    assert sorted(in_tree) == sorted(goal.finding.id for goal in project)


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('under = "fullmaktige"', 'under = "fullmaktge"', "plan-unknown-name", "tree.namnd.under"),
        ('under = "resultat-kunskap"', 'under = "kunskap"', "plan-unknown-name", "goals[1].under"),
        (
            'sv = "Fullmäktiges mål", en = "Council goal" }',
            'sv = "Mål", en = "Goal" }\nunder = "namnd"',
            "plan-tree-circle",
            "tree.fullmaktige.under",
        ),
    ],
)
def test_a_tree_that_does_not_hang_together(edited, old, new, code, key):
    from effektmatt.plan import read_plan

    with pytest.raises(InputFaults) as caught:
        read_plan(edited("plan.toml", (old, new)))
    assert (code, key) in [(fault.code, fault.key) for fault in caught.value.faults]


def test_waves_that_cannot_be_compared(edited):
    from effektmatt.plan import read_plan

    measure = 'measure = { kind = "share-change", scale = "kand", top = 2 }'
    for waves, key in (
        ('["y2011", "y2014"]', "goals[5].measure.waves.y2014"),
        ('["y2011", "after"]', "goals[5].measure.waves.after"),
        ('["y2011", "y2011"]', "goals[5].measure.waves.y2011"),
    ):
        changed = f'measure = {{ kind = "share-change", scale = "kand", top = 2, waves = {waves} }}'
        with pytest.raises(InputFaults) as caught:
            read_plan(edited("plan.toml", (measure, changed)))
        assert [(fault.code, fault.key) for fault in caught.value.faults] == [("plan-unknown-name", key)]


def test_the_data_are_the_same_when_made_again(folder, tmp_path):
    again = tmp_path / "again"
    again.mkdir()
    (again / "generate.py").write_bytes((folder / "generate.py").read_bytes())
    subprocess.run([sys.executable, again / "generate.py"], check=True, cwd=again)
    made = {path.name for path in again.iterdir()} - {"generate.py", "__pycache__"}
    assert made
    assert not [name for name in made if (again / name).read_bytes() != (folder / name).read_bytes()]


def test_mystery_visitors_find_the_rise_that_was_planted(project, truth):
    planted, outcome = truth["besok"], project["mystery-visitors"].finding.outcome
    assert (outcome.change.before.value, outcome.change.after.value) == pytest.approx(
        (planted["before"]["share"], planted["after"]["share"])
    )
    rise = planted["after"]["true_share"] - planted["before"]["true_share"]
    assert outcome.change.difference.interval.low <= rise <= outcome.change.difference.interval.high
