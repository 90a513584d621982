"""Plans about cases, from files to verdicts."""

import datetime as dt

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.core import Note
from effektmatt.errors import InputFaults
from effektmatt.goals import Verdict

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
measure = {{ kind = "{kind}", source = "arenden", {measure} }}
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

    def evaluated(frame, *, kind="handling-time", measure="within_days = 90", target="", source="", **files):
        frame.to_csv(tmp_path / "arenden.csv", index=False)
        for name, other in files.items():
            other.to_csv(tmp_path / f"{name}.csv", index=False)
        plan = PLAN.format(kind=kind, measure=measure, target=f"target = {target}" if target else "", source=source)
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


def test_a_remark_below_the_closings_is_no_case_and_is_told(project):
    frame = cases(SLOW, FAST)
    closings = pd.concat([frame[["nr", "klar"]], pd.DataFrame({"nr": ["Källa: diariet"], "klar": [None]})])
    source = 'closed_in = { file = "klara.csv", key = "nr" }'
    found = project(frame[["nr", "inkom"]], source=source, klara=closings)
    assert days_of(found) == (pytest.approx(24.5), pytest.approx(19.5))
    left_out = {"file": "klara.csv", "reason": "footnote", "n": 1, "where": "62"}
    assert Note(code="rows-left-out", values=left_out) in found.findings.sources[0].notes
    skipping = source.replace(" }", ", skip_rows = [3] }")
    found = project(frame[["nr", "inkom"]], source=skipping, klara=closings)
    assert found.findings.sources[0].joined[0].left_out == {"skipped": 1, "footnote": 1}


# ---- what lies beyond the horizon --------------------------------------------------------------------------------

EARLY = [30 + place % 21 for place in range(80)]
#: Three in four faster than before, one in four so slow that the mean is longer.
SPLIT = [*(5 + place % 11 for place in range(60)), *(160 + place % 21 for place in range(20))]


def judged(evaluation):
    """Return the verdict on the only goal, and the codes of the reasons for it."""
    fulfilment = evaluation.findings.goals[0].fulfilment
    return fulfilment.verdict, [note.code for note in fulfilment.reasons]


@pytest.mark.parametrize("within_days", [60, 120])
@pytest.mark.parametrize("target", ['{ direction = "decrease" }', "{ decrease_by = 5 }"])
@pytest.mark.parametrize("after", [SPLIT, [*SPLIT[:-1], None]], ids=["all closed", "one open"])
def test_what_is_slow_beyond_the_horizon_is_not_left_out_of_the_verdict(project, after, target, within_days):
    verdict, _ = judged(project(cases(EARLY, after), measure=f"within_days = {within_days}", target=target))
    assert verdict is Verdict.UNDETERMINED


def test_the_mean_of_all_days_is_judged_where_every_case_is_closed(project):
    found = project(cases(EARLY, SPLIT), measure="within_days = 60")
    assert days_of(found) == (pytest.approx(sum(EARLY) / 80), pytest.approx(sum(SPLIT) / 80))
    assert "all-closed" in [note.code for note in found.findings.goals[0].remarks]


def test_a_level_that_the_first_days_meet_is_undetermined_where_the_rest_may_not(project):
    verdict, reasons = judged(
        project(cases(EARLY, [*SPLIT[:-1], None]), measure="within_days = 40", target="{ at_most = 30 }")
    )
    assert (verdict, reasons) == (Verdict.UNDETERMINED, ["beyond-horizon"])


def test_a_mean_that_the_rest_cannot_overturn_is_likely_met_and_says_what_is_assumed(project):
    fast = [*(5 + place % 11 for place in range(79)), None]
    found = project(cases(EARLY, fast), measure="within_days = 60", target="{ decrease_by = 5 }")
    assert judged(found) == (Verdict.LIKELY_MET, ["interval-given-assumptions"])
    assumed = [note.code for note in found.findings.goals[0].fulfilment.assumptions]
    assert assumed == ["cases-independent", "open-like-closed", "open-at-end-alike"]


@pytest.mark.parametrize("target", ["{ at_most = 30 }", "{ decrease_by = 30 }", "{ decrease_by = 45 }"])
def test_a_target_that_the_horizon_hides_is_refused(project, target):
    with pytest.raises(InputFaults) as raised:
        project(cases(EARLY, SPLIT), measure="within_days = 30", target=target)
    (fault,) = raised.value.faults
    assert (fault.code, fault.key) == ("plan-beyond-horizon", "goals[1].measure.within_days")
    project(cases(EARLY, SPLIT), measure=f"within_days = {fault.details['longer']}", target=target)


def test_a_decrease_that_the_counted_days_are_too_few_for_says_so(project):
    slow = [*(20 + place * 3 for place in range(79)), None]
    found = project(cases(slow, EARLY), measure="within_days = 30", target="{ decrease_by = 29.9 }")
    assert judged(found) == (Verdict.NOT_ASSESSABLE, ["horizon-hides"])


def test_a_decrease_that_all_closed_cases_are_too_short_for_is_out_of_reach(project):
    found = project(
        cases([day % 9 + 1 for day in range(79)], EARLY), measure="within_days = 60", target="{ decrease_by = 20 }"
    )
    assert judged(found) == (Verdict.NOT_ASSESSABLE, ["unreachable-below"])


# ---- the median ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("target", "value"), [("{ at_most = 20 }", 12), ("{ decrease_by = 5 }", 12 - 39.5)])
def test_the_median_is_judged_where_it_is_asked_for(project, target, value):
    found = project(
        cases(EARLY, SPLIT),
        measure='statistic = "median", within_days = 60',
        target=target,
        source='unit = "calendar-days"',
    )
    estimate = found.findings.goals[0].fulfilment.estimate
    assert estimate.measure.startswith("median")
    assert estimate.value == pytest.approx(value, abs=1)
    assert judged(found)[0] is Verdict.LIKELY_MET


# ---- closed in time -----------------------------------------------------------------------------------------------

#: Of 40 cases before 20, and of 40 after 30, are closed within 20 days.
IN_TIME = [10, 20] * 10 + [21, 60] * 10, [10, 20] * 15 + [21, 60] * 5


def in_time(evaluation):
    """Return the shares of the waves of the only goal."""
    return [wave.share for wave in evaluation.findings.goals[0].outcome.detail.waves]


def test_the_share_closed_within_a_limit_is_exact_where_every_case_was_followed_so_long(project):
    found = project(cases(*IN_TIME), kind="closed-in-time", measure="within_days = 20", target="{ at_least = 0.5 }")
    before, after = in_time(found)
    assert (before.value, after.value) == (0.5, 0.75)
    assert (after.interval.method, after.interval.low) == ("clopper-pearson", pytest.approx(0.588, abs=1e-3))
    assert judged(found)[0] is Verdict.LIKELY_MET
    assert [note.code for note in after.assumptions] == ["cases-independent"]
    assert found.findings.goals[0].outcome.detail.times.closed_within[20].after.value == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        ('{ direction = "increase" }', Verdict.LIKELY_MET),
        ("{ increase_by = 0.20 }", Verdict.UNDETERMINED),
        ("{ increase_by = 0.47 }", Verdict.LIKELY_NOT_MET),
    ],
)
def test_two_periods_are_compared_in_points(project, target, verdict):
    found = project(cases(*IN_TIME), kind="closed-in-time", measure="within_days = 20", target=target)
    estimate = found.findings.goals[0].fulfilment.estimate
    assert (estimate.value, str(estimate.unit)) == (0.25, "points")
    assert judged(found)[0] is verdict


def test_cases_open_before_their_limit_are_counted_as_far_as_they_were_followed(project):
    opened = [dt.date(2025, 1, 1), *[dt.date(2025, 1, 31)] * 10]
    still_open = pd.DataFrame({"nr": [f"x{place}" for place in range(11)], "inkom": opened, "klar": None})
    frame = pd.concat([cases(*IN_TIME), still_open])
    found = project(frame, kind="closed-in-time", measure="within_days = 350", target="{ at_least = 0.5 }")
    assert in_time(found)[1].value == pytest.approx(40 / 51)  # ten were followed for 334 days, one for 364
    assert "open-like-closed" in [note.code for note in in_time(found)[1].assumptions]
    found = project(frame, kind="closed-in-time", measure="within_days = 365")
    assert in_time(found)[1].notes[0].code == "follow-up-too-short"


def test_each_case_may_have_a_limit_of_its_own(project):
    frame = cases(*IN_TIME, granser=[9, 20] * 40)
    before, after = in_time(project(frame, kind="closed-in-time", measure='limit_column = "granser"'))
    assert (before.value, after.value) == (10 / 40, 15 / 40)  # of those that may take 20 days
    some = frame.assign(granser=[20] * 79 + [None])
    found = project(some, kind="closed-in-time", measure='limit_column = "granser"')
    assert in_time(found)[1].n == 39
    assert found.findings.goals[0].outcome.notes == (Note(code="limit-missing", values={"n": 1}),)


def test_each_type_may_have_a_limit_of_its_own(project):
    frame = cases(*IN_TIME, typ=["Bygglov", "Tillsyn"] * 40)
    limits = "limits_by = { typ = { bygglov = 5, Tillsyn = 60 } }"
    assert [share.value for share in in_time(project(frame, kind="closed-in-time", measure=limits))] == [0.5, 0.5]


def test_withdrawn_cases_are_neither_closed_in_time_nor_open(project):
    frame = cases(*IN_TIME, status=["Klar"] * 70 + ["Återkallad"] * 10)
    source = 'outcome = "status"\nwithdrawn = ["återkallad"]'
    found = project(frame, kind="closed-in-time", measure="within_days = 20", source=source)
    after = found.findings.goals[0].outcome.detail.waves[1]
    assert (after.n, after.withdrawn, after.open, after.share.value) == (40, 10, 0, 0.75)
    sooner = frame.assign(status=["Klar"] * 40 + ["Återkallad"] * 10 + ["Klar"] * 30)
    found = project(sooner, kind="closed-in-time", measure="within_days = 20", source=source)
    assert in_time(found)[1].value == 0.5
    assert "cases-withdrawn" in [note.code for note in found.findings.goals[0].outcome.notes]


ONE_PERIOD = PLAN.replace('before = {{ label = "Före", from = 2024-01-01, to = 2024-01-31 }}\n', "").replace(
    "before = 2024-12-31, ", ""
)


def test_one_period_is_enough_for_a_share_in_time(tmp_path):
    cases(*IN_TIME).to_csv(tmp_path / "arenden.csv", index=False)
    asked = {"measure": "within_days = 20", "target": "target = { at_least = 0.5 }", "source": ""}
    (tmp_path / "plan.toml").write_text(ONE_PERIOD.format(kind="closed-in-time", **asked), encoding="utf-8")
    (share,) = in_time(em.evaluate(tmp_path))
    assert share.value == 0.75
    change = asked | {"target": 'target = { direction = "increase" }'}
    for wrong in ({"kind": "closed-in-time", **change}, {"kind": "handling-time", **change}):
        (tmp_path / "plan.toml").write_text(ONE_PERIOD.format(**wrong), encoding="utf-8")
        with pytest.raises(InputFaults) as raised:
            em.evaluate(tmp_path)
        assert [fault.code for fault in raised.value.faults] == ["plan-two-waves"]


def test_one_period_is_enough_for_a_time(tmp_path):
    """Of one period the mean, cases still open included, is that of its own Kaplan-Meier curve."""
    from effektmatt.stats.restricted_mean import restricted_mean
    from effektmatt.stats.survival import kaplan_meier

    frame = cases(*IN_TIME)
    frame.to_csv(tmp_path / "arenden.csv", index=False)
    asked = {"kind": "handling-time", "measure": "within_days = 30", "source": ""}
    (tmp_path / "plan.toml").write_text(
        ONE_PERIOD.format(target="target = { at_most = 20 }", **asked), encoding="utf-8"
    )
    found = em.evaluate(tmp_path).findings.goals[0]
    times = found.outcome.detail
    assert (times.before, found.outcome.change) == (None, None)
    whole = kaplan_meier(times.after.counts)
    expected = restricted_mean(whole, times.tau).value
    assert found.fulfilment.estimate.value == pytest.approx(expected)
    (tmp_path / "plan.toml").write_text(ONE_PERIOD.format(target="", **asked), encoding="utf-8")
    assert em.evaluate(tmp_path).findings.goals[0].fulfilment.estimate.value == pytest.approx(expected)
    standardised = asked | {"measure": 'within_days = 30, standardise = "typ"'}
    frame.assign(typ="a").to_csv(tmp_path / "arenden.csv", index=False)
    (tmp_path / "plan.toml").write_text(
        ONE_PERIOD.format(target="target = { at_most = 20 }", **standardised), encoding="utf-8"
    )
    with pytest.raises(InputFaults) as raised:
        em.evaluate(tmp_path)
    assert "plan-two-waves" in [fault.code for fault in raised.value.faults]


@pytest.mark.parametrize("measure", ["", 'within_days = 20, limit_column = "granser"'])
def test_the_limit_is_said_in_one_way(project, measure):
    with pytest.raises(InputFaults) as raised:
        project(cases(*IN_TIME, granser=20), kind="closed-in-time", measure=measure or "limits_by = {}")
    assert [fault.code for fault in raised.value.faults] == ["plan-one-limit"]
