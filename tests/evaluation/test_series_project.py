"""A plan with a series: from file to verdict, and the faults on the way."""

import pytest

import effektmatt as em
from effektmatt.errors import InputFaults

PLAN = """
[project]
name = "Klagomål"

[sources.serie]
kind = "series"
file = "serie.csv"
period = "manad"
value = "antal"
unit = "enhet"
baseline = ["2021-01", "2022-12"]
measured_in = "klagomål"

[[goals]]
id = "fall"
title = "Färre klagomål"
measure = {{ kind = "period-change", source = "serie"{unit} }}
target = {{ direction = "decrease" }}

[[goals]]
id = "niva"
title = "Högst 45"
measure = {{ kind = "period-change", source = "serie", unit = "A", last = 6 }}
target = {{ at_most = 45 }}
"""


def project(folder, rows, unit=', unit = "a"'):
    folder.joinpath("plan.toml").write_text(PLAN.format(unit=unit), encoding="utf-8")
    folder.joinpath("serie.csv").write_text("enhet;manad;antal\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return folder


def rows():
    ripple = [0, 3, -2, 4, -4, 1, -1, 2, -3, 3, 0, -2]
    return [
        f"{unit};{year}-{month:02d};{level + ripple[(month * 5 + year) % 12] - (14 if year == 2023 else 0)}"
        for unit, level in (("A", 52), ("B", 80))
        for year in (2021, 2022, 2023)
        for month in range(1, 13)
    ]


def test_one_unit_is_held_against_its_baseline(tmp_path):
    evaluation = em.evaluate(project(tmp_path, rows()))
    fall, level = evaluation["fall"], evaluation["niva"]
    assert fall.fulfilment.estimate.value == pytest.approx(-14)
    assert fall.fulfilment.verdict is em.Verdict.LIKELY_MET
    assert level.fulfilment.estimate.n == 6
    chart = em.chart(fall.finding.outcome.detail)
    assert "XmR" in chart.alt
    assert "jan. 2021" in chart.title
    assert "<svg" in chart.svg()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda lines: [*lines, "A;hösten;4"], "series-period"),
        (lambda lines: [*lines, "A;2023;4"], "series-period"),
        (lambda lines: [*lines, "A;2023-12;4"], "index-repeated"),
    ],
)
def test_a_row_that_is_no_period_of_its_own_is_a_fault(tmp_path, change, code):
    with pytest.raises(InputFaults) as raised:
        em.evaluate(project(tmp_path, change(rows())))
    assert [(fault.code, fault.row, fault.column) for fault in raised.value.faults] == [(code, 74, "manad")]


def test_a_goal_says_which_of_several_units_it_means(tmp_path):
    for unit, code in (("", "plan-missing-key"), (', unit = "C"', "plan-unknown-name")):
        with pytest.raises(InputFaults) as raised:
            em.evaluate(project(tmp_path, rows(), unit=unit))
        assert [fault.code for fault in raised.value.faults] == [code]


def test_a_baseline_that_is_no_period_is_a_fault_of_the_plan(tmp_path):
    folder = project(tmp_path, rows())
    plan = folder / "plan.toml"
    plan.write_text(plan.read_text("utf-8").replace('"2022-12"]', '"2020-12"]'), encoding="utf-8")
    with pytest.raises(InputFaults) as raised:
        em.evaluate(folder)
    assert [(fault.code, fault.key) for fault in raised.value.faults] == [("plan-value", "sources.serie.baseline")]


def test_a_target_is_told_in_what_the_series_counts(tmp_path):
    found = em.evaluate(project(tmp_path, rows()))["niva"]
    assert "högst 45 klagomål" in found.in_words().replace("\u00a0", " ")
