"""Jämställdhet, servicenämnden: money to the öre, and the template filled in with what is missing shown."""

import shutil
from decimal import Decimal

import pytest

import effektmatt as em
from effektmatt.cli import main
from effektmatt.errors import InputFaults
from effektmatt.goals import Verdict
from effektmatt.report.blocks import Callout, Heading, SignatureLine
from effektmatt.report.document import document

NAME = "jamstalldhet-servicenamnden"

#: The headings of the template, as the document has them.
HEADINGS = [
    "Vid vilken nämnd har utvecklingsarbetet bedrivits?",
    "Utvecklingsarbetets namn",
    "Utvecklingsarbetets måluppfyllelse",
    "Hur har utvecklingsarbetet förankrats i den aktuella nämnden/bolaget/föreningen?",
    "På vilket sätt har tidigare erfarenheter […] använts i utvecklingsarbetet?",
    "Hur kommer nämnden att tillvarata de erfarenheter som gjorts?",
    "Vilket är resultatet i förhållande till utvecklingsarbetets budget?",
    "Underskrift ansvarig chef",
]


def filled_in(findings):
    return document(findings, findings.documents["report-redovisning"])


def sections(findings):
    """Return the template's blocks under each of its headings."""
    under: dict[str, list[object]] = {}
    for block in filled_in(findings).blocks:
        if isinstance(block, Heading) and block.level == 2:
            under[block.text] = []
        else:
            under[next(reversed(under))].append(block)
    return under


def test_every_verdict_follows_from_the_truth(project):
    assert {goal.finding.id: goal.verdict for goal in project} == {
        "statistik": Verdict.MET,
        "chefer": Verdict.NOT_MET,
        "atgarder": Verdict.NOT_MET,
        "budget": Verdict.NO_TARGET,
    }


def test_registers_count_what_was_planted(project, truth):
    divided, trained, measures = (project[name].fulfilment.estimate for name in ("statistik", "chefer", "atgarder"))
    assert (divided.hits, divided.n) == (truth["services"]["divided"], truth["services"]["number"])
    assert (trained.hits, trained.n) == (truth["managers"]["trained"], truth["managers"]["number"])
    assert measures.value == truth["services"]["measures"]


def test_money_is_exact_to_the_ore(project, truth):
    total = project["budget"].finding.outcome.detail.total
    assert (total.budget, total.outcome, total.unused) == (
        Decimal(truth["budget"]["budget"]),
        Decimal("166954.96"),
        Decimal("233045.04"),
    )
    assert round(100 * total.share, 2) == Decimal("41.74")
    said = project["budget"].in_words("sv").replace("\u00a0", " ")
    for text in ("166 954,96 kr", "400 000 kr", "41,74 %", "233 045,04 kr"):
        assert text in said


def test_a_post_without_a_reason_says_so_and_the_whole_is_not_asked(project, truth):
    from effektmatt.wording import words
    from effektmatt.wording.kinds.ledger import money_table

    table = money_table(project["budget"].finding.outcome.detail, words("sv"))
    assert [row[0].split(" (")[0] for row in table.rows if row[-1] == "skäl saknas"] == truth["budget"][
        "posts_without_reason"
    ]
    assert table.rows[0][-1] == ""


def test_the_template_has_its_eight_headings_in_order(project):
    assert list(sections(project.findings)) == HEADINGS


def test_what_is_not_written_is_shown_as_missing_and_nothing_else(project, truth):
    missing = {
        heading
        for heading, blocks in sections(project.findings).items()
        if any(isinstance(block, Callout) and block.label == "Svar saknas" for block in blocks)
    }
    assert missing == {HEADINGS[5]}
    assert truth["answers_missing"] == ["future_use"]


def test_numbers_are_filled_in_by_the_program(project):
    from effektmatt.report.html import html

    page = html(filled_in(project.findings)).replace("\u00a0", " ")
    for text in ("Servicenämnden, Malmö stad", "Jämställd service", "83,3 %", "46 av 48", "41,74 %", "233 045,04 kr"):
        assert text in page
    assert "Här saknas projektets svar." in page
    assert "report.answers" not in page  # a page to be signed holds no keys of a plan
    assert "Nämnden beslutade om arbetet den 24 januari" in page


def test_the_signature_stands_last(project):
    document = filled_in(project.findings)
    assert [block.label for block in document.blocks[-3:]] == ["Underskrift", "Namnförtydligande", "Ort och datum"]
    assert all(isinstance(block, SignatureLine) for block in document.blocks[-3:])


def test_the_template_speaks_english_too(folder):
    findings = em.evaluate(folder, language="en").findings
    assert len(sections(findings)) == 8
    assert "Signature" in [block.label for block in filled_in(findings).blocks if hasattr(block, "label")]


def test_the_template_is_written_beside_the_report(folder, tmp_path, capsys):
    assert main(["report", str(folder), "-o", str(tmp_path)]) == 0
    assert {"report-redovisning.html", "report-redovisning.pdf", "report.html", "report.pdf"} <= {
        path.name for path in tmp_path.iterdir()
    }
    printed = capsys.readouterr().out.splitlines()
    assert any(line.endswith("redovisning.pdf") for line in printed)
    assert printed[-1].endswith("report.html")


def test_check_asks_for_what_is_not_written(folder, capsys):
    assert main(["check", str(folder)]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert f"- {HEADINGS[5]} Skriv svaret i planen under [report.answers], nyckeln future_use." in printed
    assert HEADINGS[3] not in printed


def test_a_reason_that_nobody_gave_is_asked_for(edited):
    folder = edited("plan.toml", ("[report.answers]", "[report.answers_gone]"))
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    for first, after in (("[report.answers_gone]", "[text]"), ("[names.orsak]", "# ----")):
        start = text.index(first)
        text = text[:start] + text[text.index(after, start) :]
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    rows = (folder / "ekonomi.csv").read_bytes().decode("cp1252").splitlines()
    without = [row.rsplit(";", 1)[0] + ";" if place else row for place, row in enumerate(rows)]
    (folder / "ekonomi.csv").write_bytes("\r\n".join(without).encode("cp1252"))
    findings = em.evaluate(folder).findings
    assert "reason-missing" in [note.code for note in findings.goal("budget").outcome.notes]
    budget = sections(findings)[HEADINGS[6]]
    assert isinstance(budget[-1], Callout)
    assert "Skälet" in budget[-1].blocks[0].runs[0].text


@pytest.mark.parametrize(
    ("change", "code", "key", "near"),
    [
        (("anchoring.sv =", "ankoring.sv ="), "plan-unknown-name", "report.answers.ankoring", "anchoring"),
        (('versions = ["redovisning"]', ""), "plan-missing-key", "report.versions", None),
        (('["redovisning"]', '["redovisningen"]'), "plan-unknown-name", "report.versions.redovisningen.template", None),
        (
            ('must_equal = "400000.00"', 'must_equal = "844800.00"'),
            "ledger-does-not-add-up",
            "sources.ekonomi.must_equal",
            None,
        ),
    ],
)
def test_faults_of_plan_and_ledger_are_told(edited, change, code, key, near):
    with pytest.raises(InputFaults) as caught:
        em.evaluate(edited("plan.toml", change))
    found = {fault.code: fault for fault in caught.value.faults}
    assert code in found
    assert found[code].key == key
    assert near is None or found[code].nearest == near
    assert found[code].in_words("sv")


def test_an_ore_too_little_does_not_add_up(edited):
    with pytest.raises(InputFaults) as caught:
        em.evaluate(edited("ekonomi.csv", ("92\u00a0310,50", "92\u00a0310,49"), encoding="cp1252"))
    fault = caught.value.faults[0]
    assert (fault.code, fault.row, fault.details["difference"]) == ("ledger-does-not-add-up", 2, "0.01")


def test_generating_again_gives_the_same_bytes(folder, tmp_path):
    import subprocess
    import sys

    copy = tmp_path / "again"
    shutil.copytree(folder, copy)
    subprocess.run([sys.executable, str(copy / "generate.py")], check=True)
    for file in ("ekonomi.csv", "chefer.xlsx", "tjanster.csv", "truth.json"):
        assert (copy / file).read_bytes() == (folder / file).read_bytes()
