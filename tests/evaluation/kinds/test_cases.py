"""Plans about cases, from files to verdicts."""

import datetime as dt

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.errors import InputFaults

PLAN = """
[project]
name = "Ärenden"

[waves]
before = {{ label = "Före", from = 2024-01-01, to = 2024-01-31 }}
after = {{ label = "Efter", from = 2025-01-01, to = 2025-01-31 }}

[sources.arenden]
kind = "cases"
file = "arenden.csv"
key = "nr"
opened = "inkom"
closed = "klar"
measured = {{ before = 2024-12-31, after = 2025-12-31 }}
{source}

[[goals]]
id = "tid"
title = "Ärendena"
measure = {{ kind = "handling-time", source = "arenden", {measure} }}
{target}
"""
OPENED = {"before": dt.date(2024, 1, 1), "after": dt.date(2025, 1, 1)}


def cases(before, after, **columns):
    """Return cases by the days that they took, opened on the days of the first month in turn; None: still open."""
    rows = []
    for wave, days in (("before", before), ("after", after)):
        for place, took in enumerate(days):
            opened = OPENED[wave] + dt.timedelta(days=place % 28)
            closed = None if took is None else opened + dt.timedelta(days=took)
            rows.append({"nr": f"{wave[0]}{place}", "inkom": opened, "klar": closed})
    return pd.DataFrame(rows).assign(**columns)


@pytest.fixture
def project(tmp_path):
    """Return a function that writes a project of cases and evaluates it."""

    def evaluated(frame, *, measure="within_days = 90", target="", source="", **files):
        frame.to_csv(tmp_path / "arenden.csv", index=False)
        for name, other in files.items():
            other.to_csv(tmp_path / f"{name}.csv", index=False)
        plan = PLAN.format(measure=measure, target=f"target = {target}" if target else "", source=source)
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        return em.evaluate(tmp_path)

    return evaluated


def days_of(evaluation):
    """Return the mean days before and after of the only goal."""
    change = evaluation.findings.goals[0].outcome.change
    return change.before.value, change.after.value


SLOW, FAST = [*range(10, 40)], [*range(5, 35)]


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_case_that_was_opened_again_counts_to_its_last_closing(project, newest_first):
    once = cases(SLOW, FAST)
    again = once.iloc[:6].assign(klar=[day + dt.timedelta(days=20) for day in once["klar"].iloc[:6]])
    frame = pd.concat([again, once] if newest_first else [once, again])
    found = project(frame, source='repeated = "latest"')
    assert days_of(found) == (pytest.approx(24.5 + 6 * 20 / 30), pytest.approx(19.5))
    assert found.findings.sources[0].accounts[0].left_out == {"repeated-cases": 6}


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_last_of_several_closings_in_another_file_counts(project, newest_first):
    frame = cases(SLOW, FAST)
    once = frame[["nr", "klar"]]
    again = once.iloc[:6].assign(klar=[day + dt.timedelta(days=20) for day in once["klar"].iloc[:6]])
    closings = pd.concat([again, once] if newest_first else [once, again])
    source = 'closed_in = { file = "klara.csv", key = "nr" }\nrepeated = "latest"'
    found = project(frame[["nr", "inkom"]], source=source, klara=closings)
    assert days_of(found) == (pytest.approx(24.5 + 6 * 20 / 30), pytest.approx(19.5))


@pytest.mark.parametrize("rule", ["leave-out", "refuse"])
def test_closings_are_never_all_left_out(project, rule):
    frame = cases(SLOW, FAST)
    closings = pd.concat([frame[["nr", "klar"]], frame[["nr", "klar"]].iloc[:6]])
    source = f'closed_in = {{ file = "klara.csv", key = "nr" }}\nrepeated = "{rule}"'
    with pytest.raises(InputFaults) as raised:
        project(frame[["nr", "inkom"]], source=source, klara=closings)
    (fault,) = raised.value.faults
    assert (fault.code, fault.file, fault.details["further_values"]) == ("key-repeated", "klara.csv", 5)
