"""Published values and money through a whole plan: what is said, and how surely."""

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.charts import goals_charts
from effektmatt.evaluation.terminal import goals_text
from effektmatt.goals import Verdict
from effektmatt.wording import words
from effektmatt.wording.goal_sentences import goal_paragraphs, goal_sentence

INDEX = """
[project]
name = "Trygghet på stan"

[sources.matt]
kind = "index"
file = "matt.csv"
unit = "stadsdel"
wave = "ar"
value = "varde"
{source}

[[goals]]
id = "mal"
title = "Tryggare"
measure = {{ kind = "index-change", source = "matt"{measure} }}
target = {{ {target} }}
"""


def indexed(folder, rows, *, source="", measure="", target='direction = "increase"', columns=()):
    frame = pd.DataFrame(rows, columns=["stadsdel", "ar", "varde", *columns])
    frame.to_csv(folder / "matt.csv", index=False, sep=";")
    text = INDEX.format(source=source, measure=measure, target=target)
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    return em.evaluate(folder)


def said(evaluation, language="sv"):
    finding = evaluation["mal"].finding
    return goal_sentence(finding, words(language)).replace("\u00a0", " ")


def front(evaluation):
    """Return the chart of all goals against their targets."""
    return goals_charts(evaluation.findings, "sv")[0]


TWO = [("Norr", "2021", "52,0"), ("Norr", "2023", "58,0")]


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("", Verdict.LIKELY_MET),
        ("counted = true", Verdict.MET),
        ("margin = 2.0", Verdict.MET),
        ("std_error = 3.5", Verdict.UNDETERMINED),
    ],
)
def test_how_surely_hangs_on_what_the_plan_says_of_the_values(tmp_path, source, verdict):
    assert indexed(tmp_path, TWO, source=source)["mal"].finding.fulfilment.verdict is verdict


def test_units_that_have_values_are_told_though_others_have_none(tmp_path):
    evaluation = indexed(tmp_path, [*TWO, ("Söder", "2023", "61,0")])
    assert evaluation["mal"].finding.fulfilment.verdict is Verdict.NOT_ASSESSABLE
    assert "Bara 1 av 2 enheter har värden att jämföra: Norr från 52 till 58" in said(evaluation)
    assert "Only 1 of 2 units have values to compare" in said(evaluation, "en")


def test_the_terminal_says_why_a_goal_cannot_be_judged(tmp_path):
    findings = indexed(tmp_path, [*TWO, ("Söder", "2023", "61,0")]).findings
    assert "Någon enhet saknar värden" in goals_text(findings, words("sv"))


def test_margins_stand_in_a_column(tmp_path):
    rows = [(*row, margin) for row, margin in zip(TWO, ("3,0", "4,0"), strict=True)]
    evaluation = indexed(tmp_path, rows, source='margin = "felmarginal"', columns=["felmarginal"])
    estimate = evaluation["mal"].finding.outcome.estimate
    assert (estimate.interval.low, estimate.interval.high) == pytest.approx((1.0, 11.0), abs=0.001)


def test_an_error_can_be_stated_in_one_way_only(tmp_path):
    with pytest.raises(em.InputFaults) as caught:
        indexed(tmp_path, TWO, source="margin = 2.0\ncounted = true")
    assert caught.value.faults[0].code == "plan-error-twice"


def test_what_is_assumed_stands_with_the_verdict(tmp_path):
    evaluation = indexed(tmp_path, TWO)
    text = " ".join(goal_paragraphs(evaluation["mal"].finding, evaluation.findings, words("sv")))
    assert "Det förutsätts att de räknar alla" in text


def test_the_year_before_is_not_called_the_last(tmp_path):
    rows = [*TWO, ("Norr", "2024", ""), ("Syd", "2021", "40"), ("Syd", "2023", "42"), ("Syd", "2024", "44")]
    evaluation = indexed(tmp_path, rows, measure=', unit = "Norr"', source="counted = true")
    assert "Värdet för 2024 saknas" in said(evaluation)
    assert "The value for 2024 is missing" in said(evaluation, "en")
    assert evaluation["mal"].finding.fulfilment.verdict is Verdict.LIKELY_MET
    without_row = indexed(tmp_path, [row for row in rows if row[2]], measure=', unit = "Norr"', source="counted = true")
    assert "Värdet för 2024 saknas" in said(without_row)


def test_percentages_rise_by_points(tmp_path):
    evaluation = indexed(tmp_path, TWO, measure=', measured_in = "procent"', target="increase_by = 5")
    assert "en ökning med 6 procentenheter; målet, en ökning med 5 procentenheter, är" in said(evaluation)
    assert "+5 procentenheter" in " ".join(front(evaluation).alt.split())


def test_of_many_units_the_mean_is_said_and_the_deciding_one_named(tmp_path):
    rises = [3, 4, 2, 5, 3, 4, 2, -1]
    rows = [
        (f"Omr{place}", year, value)
        for place, rise in enumerate(rises)
        for year, value in (("2021", 50), ("2023", 50 + rise))
    ]
    evaluation = indexed(tmp_path, rows)
    assert "av åtta har sju stigit och en sjunkit; i genomsnitt är det +2,75" in said(evaluation).casefold()
    assert "Omr7 avgör, med −1" in said(evaluation)
    assert "−1 (Omr7)" in front(evaluation).alt
    judged = indexed(tmp_path, rows, measure=', over = "mean"')
    assert judged["mal"].finding.fulfilment.estimate.value == pytest.approx(2.75)
    assert judged["mal"].finding.fulfilment.estimate.interval.low > 0


MONEY = """
[project]
name = "Pengar"

[sources.eko]
kind = "ledger"
file = "eko.csv"
post = "post"
budget = "budget"
outcome = "utfall"

[[goals]]
id = "mal"
title = "Posten"
measure = { kind = "money-used", source = "eko", post = "P" }
"""


@pytest.mark.parametrize(
    ("budget", "outcome", "wanted"),
    [
        ("0", "812,25", "812,25 kr är använda: 812,25 kr över budgeten"),
        ("0", "-300", "300 kr har kommit in"),
        ("0", "0", "ingenting är använt"),
        ("-20 000", "-15 000", "15 000 kr kommit in (75,00 %), 5 000 kr mindre än budgeterat"),
        ("-20 000", "-23 000", "23 000 kr kommit in (115,00 %), 3 000 kr mer än budgeterat"),
        ("-20 000", "500", "har i stället blivit en kostnad på 500 kr"),
        ("20 000", "-500", "är ingenting använt; i stället har 500 kr kommit in"),
        ("20 000", "21 000", "alltså 1 000 kr mer än budgeten"),
    ],
)
def test_money_is_said_for_what_it_is(tmp_path, budget, outcome, wanted):
    pd.DataFrame({"post": ["P"], "budget": [budget], "utfall": [outcome]}).to_csv(
        tmp_path / "eko.csv", index=False, sep=";"
    )
    (tmp_path / "plan.toml").write_text(MONEY, encoding="utf-8")
    evaluation = em.evaluate(tmp_path)
    assert wanted in said(evaluation)
    assert evaluation["mal"].chart() is not None
    text = " ".join(goal_paragraphs(evaluation["mal"].finding, evaluation.findings, words("sv")))
    assert ("Intäkterna blev lägre" in text) == (budget == "-20 000" and outcome in ("-15 000", "500"))
