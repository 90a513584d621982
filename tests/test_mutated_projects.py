"""A sample of what `make fuzz` tries, each seed a project with slips and damage; and whether silence would be heard."""

import dataclasses

import numpy as np
import pytest

import mutated_projects
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.terminal import check_text
from effektmatt.report.document import document
from effektmatt.report.html import html
from effektmatt.wording import words
from mutated_projects import SAMPLES, SilenceError, Told, judge, judge_faults, mutate, one_project, within
from mutations import DAMAGE, HARMLESS, MEANINGFUL, Change
from remarks import remarks_of, unsaid
from small_projects import SMALL

ROWS = mutated_projects._read("registered", "csv")
SAID = frozenset({"En rad."})


@pytest.mark.parametrize("seed", range(2_000_000, 2_000_030))
def test_a_changed_project_gives_faults_or_findings(seed):
    meant, became = one_project(seed)
    assert meant in {HARMLESS, MEANINGFUL, DAMAGE}
    assert became in {"same", "changed", "remarked", "faults"}


@pytest.mark.parametrize(
    ("seed", "became"),
    [
        (31000779, "faults"),
        (31001572, "remarked"),
        (31003989, "remarked"),
        (77000104, "faults"),
    ],
)
def test_what_passed_in_silence_once_is_told(seed, became):
    """Visitors and visits exchanged; whom a goal concerns told otherwise in one wave; no register."""
    assert one_project(seed)[1] == became


@pytest.mark.parametrize("name", ["surveyed", "worked", "visited"])
def test_what_check_remarks_on_the_report_says_too(tmp_path, name):
    made, _ = mutate(mutated_projects._read(name, "csv"), np.random.default_rng(0))
    folder = mutated_projects._written(made, str(tmp_path))
    findings = mutated_projects.evaluate(folder).findings
    said, page = remarks_of(check_text(findings, words("sv"))), html(document(findings))
    assert said
    assert list(unsaid(findings, page)) == []
    some = said[0].rpartition(": ")[2][:30]
    assert some in page
    assert said[0] in list(unsaid(findings, page.replace(some, "")))


@pytest.mark.parametrize("name", [*SMALL, SAMPLES[0].name])
def test_a_project_that_is_not_changed_tells_figures(name):
    forms = ("csv", "xlsx") if name in SMALL else ("csv",)
    told = [mutated_projects.base_of(name, form) for form in forms]
    assert told[0].figures
    assert all(one.figures == told[0].figures for one in told)


def test_the_same_seed_changes_the_same():
    made = [mutate(ROWS, np.random.default_rng(3)) for _ in range(2)]
    assert made[0] == made[1]
    assert made[0][0].contents() != ROWS.contents()


def told(verdict="met", said=SAID, left_out=None):
    return Told({("a 0", "Mål"): verdict}, said, left_out or {})


def change(meaning, *names):
    return [Change("way", "folk", meaning, names)]


MORE_SAID = SAID | {"I kolumnen ”klar” står ”x”."}


@pytest.mark.parametrize(
    ("meaning", "now", "became"),
    [
        (HARMLESS, told(), "same"),
        (HARMLESS, told("not-met", MORE_SAID), None),
        (MEANINGFUL, told("not-met"), "changed"),
        (DAMAGE, told(), "same"),
        (DAMAGE, told("not-met"), None),
        (DAMAGE, told("not-met", SAID | {"Något annat."}), None),
        (DAMAGE, told("not-met", MORE_SAID), "remarked"),
        (DAMAGE, told("not-met", SAID | {"- Mål: En cell är tom."}), "remarked"),
        (DAMAGE, told("not-met", left_out={("folk", "None", "sum"): 1}), "remarked"),
    ],
)
def test_a_figure_that_changes_in_silence_is_heard(meaning, now, became):
    if became is None:
        with pytest.raises(SilenceError):
            judge(told(), now, change(meaning, "klar"))
    else:
        assert judge(told(), now, change(meaning, "klar")) == became


def test_a_fault_where_nothing_is_wrong_or_that_names_something_else_is_heard():
    faults = InputFaults([Fault(code="file-missing", file="folk.csv")])
    assert judge_faults(faults, change(DAMAGE, "folk")) == "faults"
    assert judge_faults(faults, change(MEANINGFUL)) == "faults"
    for changes in (change(HARMLESS, "folk"), change(DAMAGE, "enkat")):
        with pytest.raises(SilenceError):
            judge_faults(faults, changes)


def test_a_row_that_is_lost_is_heard(tmp_path):
    folder = mutated_projects._written(ROWS, str(tmp_path))
    findings = mutated_projects.evaluate(folder).findings
    mutated_projects.rows_add_up(findings, ROWS)
    more = dataclasses.replace(ROWS, tables={"folk": [*ROWS.tables["folk"], ["an99"]]})
    with pytest.raises(SilenceError):
        mutated_projects.rows_add_up(findings, more)


def test_what_takes_too_long_is_told():
    def forever():
        while True:
            pass

    with pytest.raises(TimeoutError), within(1):
        forever()


def test_only_faults_are_let_through(monkeypatch):
    def broken(folder):
        raise KeyError("defect")

    monkeypatch.setattr(mutated_projects, "evaluate", broken)
    with pytest.raises(KeyError) as caught:
        one_project(1)
    assert "seed 1" in caught.value.__notes__[0]
