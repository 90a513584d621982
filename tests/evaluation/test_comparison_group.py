"""A comparison group: the first question is about the project alone, the second gets an answer of its own."""

import numpy as np
import pandas as pd
import pytest

import effektmatt as em
from effektmatt.cli import main
from printed_values import SPAN

PLAN = """
[project]
name = "Med jämförelsegrupp"

[analysis]
design = "comparison-group"
comparison = { column = "grupp", group = "jämförelse" }

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { before = "fore.csv", after = "efter.csv" }
code = "kod"

[scales.trygghet]
label = "Trygghet"
source = "enkat"
items = ["q1"]
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "trygghet"
title = "Trygghet i mötet"
measure = { kind = "score-change", scale = "trygghet" }
target = { direction = "increase" }

[report.versions.medarbetare]
title = "Till medarbetarna"
without = ["methods", "files", "groups"]
intro = "Tack för att du svarade."
"""


@pytest.fixture
def project(tmp_path):
    """240 people: the project rises by one step, the comparison group by 0.4."""
    random = np.random.default_rng(7)
    group = np.repeat(["projekt", "jämförelse"], [140, 100])
    before = random.integers(1, 4, group.size)
    rise = random.random(group.size) < np.where(group == "projekt", 1.0, 0.4)
    code = [f"k{number:03d}" for number in range(group.size)]
    pd.DataFrame({"kod": code, "grupp": group, "q1": before}).to_csv(tmp_path / "fore.csv", index=False)
    pd.DataFrame({"kod": code, "grupp": group, "q1": before + rise}).to_csv(tmp_path / "efter.csv", index=False)
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_the_goal_is_about_the_project_and_the_cause_about_the_difference(project):
    finding = em.evaluate(project)["trygghet"].finding
    assert finding.outcome.estimate.value == pytest.approx(1.0)
    assert finding.outcome.change.difference.n == 140
    assert finding.cause.interval.low < 0.6 < finding.cause.interval.high
    assert finding.cause.method == "difference-in-differences-paired"
    assert [note.code for note in finding.cause.assumptions] == ["groups-change-alike", "answers-independent"]


def test_the_report_answers_both_questions_and_has_a_version_for_the_staff(project, tmp_path):
    written = em.evaluate(project).report(tmp_path / "ut")
    page = SPAN.sub(r"\2", written["html"].read_text(encoding="utf-8"))
    assert "Berodde det på insatsen?" in page
    assert "större än i jämförelsegruppen" in page
    staff = (tmp_path / "ut" / "report-medarbetare.html").read_text(encoding="utf-8")
    assert "Till medarbetarna" in staff
    assert "Tack för att du svarade." in staff
    assert "Filer och versioner" not in staff
    assert (tmp_path / "ut" / "report-medarbetare.pdf").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('design = "comparison-group"', 'design = "before-after"'),
        ('comparison = { column = "grupp", group = "jämförelse" }', ""),
    ],
)
def test_design_and_comparison_group_must_agree(project, old, new, capsys):
    text = (project / "plan.toml").read_text(encoding="utf-8")
    (project / "plan.toml").write_text(text.replace(old, new), encoding="utf-8")
    assert main(["check", str(project)]) == 2
    assert "jämförelsegrupp" in capsys.readouterr().err


def test_an_unknown_comparison_group_is_a_fault(project):
    text = (project / "plan.toml").read_text(encoding="utf-8")
    (project / "plan.toml").write_text(text.replace('group = "jämförelse"', 'group = "jamforelse"'), encoding="utf-8")
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(project)
    assert caught.value.faults[0].code == "where-value-unknown"
    assert caught.value.faults[0].nearest == "jämförelse"
