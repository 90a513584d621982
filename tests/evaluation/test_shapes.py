"""Exports of survey tools and sheets with titles and sums, from the plan to what `check` says."""

import csv

import pytest

from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.terminal import check_text
from effektmatt.wording import words

PLAN = """
[project]
name = "Prov"

[waves]
before = { label = "Före" }
after = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { before = "fore.csv", after = "efter.csv" }
code = "CODE"
MORE

[scales.s]
label = "Trygghet"
source = "enkat"
answers = ["1", "2", "3"]
items = ITEMS

[[goals]]
id = "a"
title = "Fler trygga"
measure = { kind = "share-change", scale = "s", top = 1 }
target = { direction = "increase" }
"""
FIRST, SECOND = "Vad tycker du? [Jag vet hur]", "Vad tycker du? [Jag är trygg]"


def survey(folder, headings, rows, *, code="token", items, more=""):
    """Write a plan and two files of answers, those after one step higher."""
    plan = PLAN.replace("CODE", code).replace("ITEMS", items).replace("MORE", more)
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    for file, step in (("fore.csv", 0), ("efter.csv", 1)):
        with (folder / file).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([*headings, *([*row[:-2], *(one + step for one in row[-2:])] for row in rows)])
    return folder


def limesurvey(folder, *, items, **how):
    """Write an export with codes and texts as headings: 30 answers and 10 that were never sent in."""
    own = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language"]
    head = [*own, "token. Access code", f"q1[SQ001]. {FIRST}", f"q1[SQ002]. {SECOND}"]
    sent = ["2025-03-01 10:00:00", ""]
    rows = [[n, sent[n >= 30], 3, "sv", f"t{n}", 1 + n % 2, 1 + n % 2] for n in range(40)]
    return survey(folder, [head], rows, items=items, **how)


@pytest.mark.parametrize(
    "items",
    [
        '["q1[SQ001]", "q1[SQ002]"]',
        f'["{FIRST}", "{SECOND}"]',
        f'{{ "q1[SQ001]. {FIRST}" = "Vet", "q1[SQ002]. {SECOND}" = "Trygg" }}',
        f'{{ "q1[SQ001]" = "{FIRST}", "q1[SQ002]" = "{SECOND}" }}',
    ],
)
def test_questions_are_found_by_code_or_by_text(tmp_path, items):
    evaluation = evaluate(limesurvey(tmp_path, items=items))
    (source,) = evaluation.findings.sources
    assert [(one.read, one.left_out["incomplete"]) for one in source.accounts] == [(40, 10), (40, 10)]
    assert [file.shape for file in source.files] == ["limesurvey", "limesurvey"]


def test_check_says_what_was_recognised_and_what_does_not_count(tmp_path):
    evaluation = evaluate(limesurvey(tmp_path, items='["q1[SQ001]", "q1[SQ002]"]'))
    said = " ".join(check_text(evaluation.findings, words("sv")).split())
    assert "export från LimeSurvey" in said
    assert "10 svar som inte skickats in" in said
    assert "fore.csv: 10 svar skickades aldrig in och räknas inte." in said


def test_the_plan_may_keep_what_was_never_sent_in(tmp_path):
    folder = limesurvey(tmp_path, items='["q1[SQ001]", "q1[SQ002]"]', more='incomplete = "keep"')
    (source,) = evaluate(folder).findings.sources
    assert not any("incomplete" in account.left_out for account in source.accounts)


def test_a_question_in_its_group_is_found_by_its_own_name(tmp_path):
    head = ["_id", "_uuid", "_submission_time", "_validation_status", "kod", "om_dig/vet", "om_dig/trygg"]
    rows = [[n, f"u{n}", "2025-03-01T10:00:00", "", f"k{n}", 1 + n % 2, 1 + n % 2] for n in range(20)]
    folder = survey(tmp_path, [head], rows, code="kod", items='["vet", "trygg"]')
    assert evaluate(folder).findings.sources[0].files[0].shape == "kobotoolbox"


REGISTER = """
[project]
name = "Prov"

[sources.folk]
kind = "register"
file = "folk.csv"
MORE

[[goals]]
id = "a"
title = "Klara"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
target = { at_least = 0.5 }
"""


def register(folder, *last, more=""):
    """Write a register of twenty people below a title, and some rows more."""
    (folder / "plan.toml").write_text(REGISTER.replace("MORE", more), encoding="utf-8")
    people = [f"p{n};{n};{'ja' if n % 2 else 'nej'}" for n in range(1, 21)]
    rows = ["Deltagare 2025;;", ";;", "kod;timmar;klar", *people, *last]
    (folder / "folk.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


def test_a_title_and_a_sum_are_nobody(tmp_path):
    evaluation = evaluate(register(tmp_path, "Summa;210;", ";;", "Källa: egen räkning;;"))
    (source,) = evaluation.findings.sources
    (account,) = source.accounts
    assert (account.read, account.used) == (24, 20)
    assert account.left_out == {"empty-row": 1, "title": 1, "footnote": 1, "sum": 1}
    assert evaluation["a"].fulfilment.estimate.n == 20
    said = " ".join(check_text(evaluation.findings, words("sv")).split())
    assert "folk.csv: rad 24 är en summa eller ett medelvärde av andra rader och räknas inte." in said
    assert "folk.csv: rad 1 står ovanför rubrikraden och läses inte." in said


def test_a_row_that_may_be_a_sum_is_settled_by_the_plan(tmp_path):
    with pytest.raises(InputFaults) as raised:
        evaluate(register(tmp_path, "Totalt;99;"))
    assert [(fault.code, fault.row) for fault in raised.value.faults] == [("row-may-be-sum", 24)]
    assert "skip_rows = [24]" in str(raised.value.faults[0])
    skipped = evaluate(register(tmp_path, "Totalt;99;", more='skip_rows = ["24-24"]'))
    assert skipped.findings.sources[0].accounts[0].left_out["skipped"] == 1
    assert evaluate(register(tmp_path, "Totalt;99;", more="keep_rows = [24]")).findings.sources[0].files[0].rows == 21


@pytest.mark.parametrize(
    ("more", "code", "key"),
    [
        ('skip_rows = ["47-45"]', "plan-row-range", "sources.folk.skip_rows"),
        ("skip_rows = { efter = [2] }", "plan-unknown-name", "sources.folk.skip_rows.efter"),
        ("skip_rows = [0]", "plan-limit", "sources.folk.skip_rows"),
        ('header_row = "tre"', "plan-wrong-type", "sources.folk.header_row"),
        ('shape = "surveymonkey"', "plan-value", "sources.folk.shape"),
    ],
)
def test_rows_that_the_plan_cannot_name(tmp_path, more, code, key):
    with pytest.raises(InputFaults) as raised:
        evaluate(register(tmp_path, more=more))
    assert code in [fault.code for fault in raised.value.faults]
    assert any((fault.key or "").startswith(key) for fault in raised.value.faults)


def test_rows_may_be_named_wave_by_wave(tmp_path):
    folder = limesurvey(tmp_path, items='["q1[SQ001]", "q1[SQ002]"]', more="skip_rows = { after = [2, 3] }")
    before, after = evaluate(folder).findings.sources[0].accounts
    assert ("skipped" in before.left_out, after.left_out["skipped"]) == (False, 2)
