"""Templates: the program's own are files that are read as any other, and one's own say what a document is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

import effektmatt as em
from effektmatt.cli import main
from effektmatt.errors import InputFaults
from effektmatt.plan.report_templates import BUILT_IN
from effektmatt.report.blocks import Callout, ChartBlock, Contents, Document, Heading, OwnWords, PageBreak, TableBlock
from effektmatt.report.document import document
from effektmatt.report.table_appendix import table_appendix
from pdf_text import words_of

NAME = "jamstalldhet-servicenamnden"
REPORT = '[report]\nversions = ["redovisning"]\n'
OWN = """title = { sv = "Till kommunstyrelsen", en = "To the board" }
sections = [
    "summary",
    { heading = "Bakgrund", text = "background", required = true },
    { block = "goals", heading = "Det vi lovade", required = true },
    { block = "conclusions", required = true },
    { heading = "Underskrift", block = "signature" },
]
terms = 0
"""


def with_template(edited, template: str = OWN, report: str = 'template = "mallar/kommunen"', answers: str = "") -> Path:
    folder = edited("plan.toml", (REPORT, f"[report]\n{report}\n"))
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    start, end = plan.index("[report.answers]"), plan.index("[text]")
    (folder / "plan.toml").write_text(plan[:start] + answers + plan[end:], encoding="utf-8")
    (folder / "mallar" / "kommunen").mkdir(parents=True)
    (folder / "mallar" / "kommunen" / "mall.toml").write_text(template, encoding="utf-8")
    return folder


def headings(made: Document) -> list[str]:
    return [block.text for block in made.headings if block.level == 2]


def missing(made: Document) -> dict[str, str]:
    """Return what is shown as missing, by the heading that it stands under."""
    found, under = dict[str, str](), ""
    for block in made.blocks:
        if isinstance(block, Heading):
            under = block.text if block.level == 2 else under
        elif isinstance(block, Callout) and block.label in ("Svar saknas", "Answer missing"):
            found[under] = block.blocks[0].runs[0].text  # type: ignore[union-attr]
    return found


def faults_of(folder: Path) -> list[tuple[str, str | None, str | None]]:
    with pytest.raises(InputFaults) as found:
        em.evaluate(folder)
    assert all(fault.in_words(language) for fault in found.value.faults for language in ("sv", "en"))
    return [(fault.code, fault.file, fault.key) for fault in found.value.faults]


def test_a_template_of_ones_own_decides_sections_order_and_headings(edited):
    findings = em.evaluate(with_template(edited)).findings
    made = document(findings)
    assert made.subtitle == "Till kommunstyrelsen"
    assert headings(made) == ["Sammanfattning", "Bakgrund", "Det vi lovade", "Slutsatser", "Underskrift"]
    told = missing(made)
    assert told["Bakgrund"] == "Här saknas projektets svar."
    assert told["Slutsatser"] == "Här saknas utvärderarens text."
    assert "mall" not in told["Bakgrund"]


def test_what_is_missing_is_told_at_check_with_where_to_write_it(edited, capsys):
    folder = with_template(edited)
    assert main(["check", str(folder)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Bakgrund. Skriv svaret i planen under [report.answers], nyckeln background." in told
    assert "Slutsatser. Mallen kräver en text här: skriv den i planen under [text], nyckeln conclusions." in told
    assert "under [text.goals], nyckeln chefer." in told


def test_what_is_written_is_not_missing(edited, capsys):
    answers = '[report.answers]\nbackground = "Vi började i maj."\n'
    folder = with_template(edited, answers=answers)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(plan.replace("[text]\n", '[text]\nconclusions = "Bra."\n'), encoding="utf-8")
    made = document(em.evaluate(folder).findings)
    assert set(missing(made)) == {"Det vi lovade"}
    assert main(["report", str(folder), "-o", str(folder / "ut"), "-q", "--formats", "html"]) == 0
    page = (folder / "ut" / "report.html").read_text(encoding="utf-8")
    assert page.index(">Bakgrund</h2>") < page.index("Vi började i maj.") < page.index(">Det vi lovade</h2>")


def test_too_many_terms_of_statistics_are_told(edited, capsys):
    answers = '[report.answers]\nbackground = "Konfidensintervallet är **signifikant**, och nivån hög."\n'
    assert main(["check", str(with_template(edited, answers=answers))]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "2 fackord: ”Konfidensintervallet” och ”signifikant”. Mallen tål högst 0." in told


def test_a_version_may_follow_another_template_than_the_report(edited):
    report = '[report.versions.kort]\ntemplate = "mallar/kommunen"\ntitle = "Kort"\n'
    findings = em.evaluate(with_template(edited, report=report)).findings
    assert list(findings.documents) == ["report", "report-kort"]
    made = document(findings, findings.documents["report-kort"])
    assert made.subtitle == "Kort"
    assert headings(made)[1] == "Bakgrund"
    assert headings(document(findings))[1] == "Om projektet"


def test_no_card_leads_to_goals_that_the_template_leaves_out(edited):
    folder = with_template(edited, 'sections = ["summary", "limits"]\n')
    assert main(["report", str(folder), "-o", str(folder / "ut"), "-q"]) == 0
    assert 'href="#goal-' not in (folder / "ut" / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_template_of_the_program_makes_a_document(name, language, edited):
    folder = with_template(edited, report=f'template = "{name}"')
    made = document(em.evaluate(folder, language=language).findings)
    assert len(headings(made)) >= 4
    assert len({heading.id for heading in made.headings}) == len(made.headings)


FILE = "mallar/kommunen/mall.toml"


@pytest.mark.parametrize(
    ("template", "faults"),
    [
        ("sections = []", [("plan-empty", FILE, "sections")]),
        ("title = 3\nsections = ['summary']", [("plan-wrong-type", FILE, "title")]),
        ("sections = ['summery']", [("plan-value", FILE, "sections[1].block")]),
        ("sections = ['summary']\nterms = -1", [("plan-limit", FILE, "terms")]),
        ("sektions = ['summary']", [("plan-missing-key", FILE, "sections"), ("plan-unknown-key", FILE, "sektions")]),
        ("sections = [{ heading = 'A' }]", [("plan-missing-key", FILE, "sections[1].block")]),
        ("sections = [{ text = 'a' }]", [("plan-missing-key", FILE, "sections[1].heading")]),
        (
            "sections = ['signature', 'goals', 'goals']",
            [("plan-missing-key", FILE, "sections[1].heading"), ("template-twice", FILE, "sections[3].block")],
        ),
        ("sections = ['summary'", None),
        ("sections = ['summary']\n# 19121212-1212", [("personal-number-in-plan", FILE, None)]),
    ],
)
def test_faults_of_a_template_are_told_with_its_file_and_key(template, faults, edited):
    found = faults_of(with_template(edited, template))
    if faults is None:
        assert found
        assert {file for _, file, _ in found} == {FILE}
    else:
        assert [one for one in found if one in faults] == faults


def test_a_template_must_lie_alone_in_a_folder_of_the_project(edited):
    folder = with_template(edited)
    (folder / "mallar" / "kommunen" / "gammal.toml").write_text(OWN, encoding="utf-8")
    assert ("template-folder", "plan.toml", "report.template") in faults_of(folder)
    for name in ("mallar/kommun", "..", ".", "/tmp", "plan.toml", "a" * 3000, "x\\u0000"):
        plan = (folder / "plan.toml").read_text(encoding="utf-8")
        (folder / "plan.toml").write_text(plan.replace("mallar/kommunen", name), encoding="utf-8")
        assert {code for code, _, _ in faults_of(folder)} & {"plan-unknown-name", "own-file-outside"}, name
        (folder / "plan.toml").write_text(plan, encoding="utf-8")


def test_the_template_is_a_file_of_the_report(edited):
    findings = em.evaluate(with_template(edited)).findings
    assert FILE in {file.file for file in findings.manifest.files}


def with_text(folder: Path, text: str) -> Path:
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(plan.replace("[text]\n", f"[text]\n{text}\n", 1), encoding="utf-8")
    return folder


def checked(folder: Path, capsys) -> str:
    assert main(["check", str(folder)]) == 0
    return " ".join(capsys.readouterr().out.split())


def version(folder: Path, name: str = "a") -> Document:
    findings = em.evaluate(folder).findings
    return document(findings, findings.documents[f"report-{name}"])


@pytest.mark.parametrize("sections", ['["goals", "summary"]', '["summary", "goals"]', '["lessons", "limits"]'])
def test_the_intro_of_a_version_stands_first_and_once(sections, edited):
    report = '[report.versions.a]\ntemplate = "mallar/kommunen"\nintro = "## Hej\\n\\nTill er alla."'
    folder = with_template(edited, f'title = "T"\nsections = {sections}\n', report)
    blocks = version(folder).blocks
    intros = [place for place, block in enumerate(blocks) if isinstance(block, OwnWords) and block.name == "own-intro"]
    assert intros == [1 if sections.startswith('["summary') else 0]
    assert main(["report", str(folder), "-o", str(folder / "ut"), "-q"]) == 0
    assert (folder / "ut" / "report-a.html").read_text(encoding="utf-8").count("Till er alla.") == 1
    assert words_of((folder / "ut" / "report-a.pdf").read_bytes()).count("Till er alla.") == 1


def test_tables_that_pages_of_a_version_leave_out_are_in_the_appendix(edited):
    report = 'template = "ledning"\n[report.versions.allt]\ntemplate = "slutrapport"\ntitle = "Till revisorn"'
    folder = with_template(edited, report=report)
    findings = em.evaluate(folder).findings
    short, whole = (document(findings, one) for one in findings.documents.values())
    aside = [block.table for block in whole.blocks if isinstance(block, TableBlock) and block.in_appendix]
    tables = table_appendix(short, [whole])
    assert aside
    assert tables is not None
    there = [(block.table.header, block.table.rows) for block in tables.blocks if isinstance(block, TableBlock)]
    drawn = [block.chart.table for block in whole.blocks if isinstance(block, ChartBlock)]
    assert all((table.header, table.rows) in there for table in (*aside, *drawn))
    assert len({heading.id for heading in tables.headings}) == len(tables.headings)
    assert main(["report", str(folder), "-o", str(folder / "ut"), "-q", "--formats", "pdf"]) == 0
    assert "(Till revisorn)" in words_of((folder / "ut" / "tables.pdf").read_bytes())


def test_versions_with_the_tables_of_the_report_add_none(edited):
    findings = em.evaluate(with_template(edited, report='versions = ["esf", "ledning", "medarbetare"]')).findings
    report, *versions = (document(findings, one) for one in findings.documents.values())
    assert table_appendix(report, versions) == table_appendix(report)


def test_what_a_version_leaves_out_is_not_demanded(edited, capsys):
    blocks = ["project", "how", "goal-tree", "goals", "money", "appendix"]
    sections = ", ".join(f'{{ block = "{block}", heading = "H {block}", required = true }}' for block in blocks)
    without = 'without = ["project", "goal-tree", "goals", "money", "methods", "files"]'
    folder = with_template(edited, f"sections = [{sections}]\n{without}\n")
    assert "H " not in checked(folder, capsys)
    assert missing(document(em.evaluate(folder).findings)) == {}
    (folder / FILE).write_text(f"sections = [{sections}]\n", encoding="utf-8")
    assert all(f"H {block}. " in checked(folder, capsys) for block in ("how", "goals"))


def test_terms_in_texts_that_are_not_shown_do_not_count(edited, capsys):
    template = 'title = "T"\nsections = ["summary", "how", "goals"]\nwithout = ["project", "goals"]\nterms = 0\n'
    folder = with_text(with_template(edited, template), 'how = "Det är signifikant."')
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(f'{plan}\n[text.goals]\nchefer = "Signifikant."\n', encoding="utf-8")
    assert "fackord" not in checked(folder, capsys)
    (folder / FILE).write_text(template.replace('"project", "goals"', ""), encoding="utf-8")
    assert "2 fackord" in checked(folder, capsys)


def test_a_link_out_of_the_project_is_no_template(edited, tmp_path_factory):
    folder, elsewhere = with_template(edited), tmp_path_factory.mktemp("utanfor") / "mall.toml"
    (folder / FILE).rename(elsewhere)
    (folder / FILE).symlink_to(elsewhere)
    with pytest.raises(InputFaults) as found:
        em.evaluate(folder)
    assert [(one.code, one.key, one.file) for one in found.value.faults] == [
        ("own-file-outside", "report.template", FILE)
    ]


def test_what_is_missing_in_a_summary_stands_on_its_page(edited):
    folder = with_template(edited, 'sections = [{ block = "summary", required = true }, "goals"]\n')
    made = document(em.evaluate(folder).findings)
    assert set(missing(made)) == {"Sammanfattning"}
    kinds = [type(block) for block in made.blocks]
    assert kinds.index(PageBreak) < kinds.index(Contents)
    assert Callout in kinds[: kinds.index(PageBreak)]


def test_a_version_is_called_as_the_folder_of_its_template(edited):
    folder = with_template(edited, report='versions = ["mallar/kommunen", "ledning"]')
    assert list(em.evaluate(folder).findings.documents) == ["report", "report-kommunen", "report-ledning"]


def test_the_texts_of_goals_are_no_section_of_their_own(edited):
    folder = with_template(edited, 'sections = ["summary", { heading = "A", text = "goals", required = true }]\n')
    assert ("template-text-of-goals", FILE, "sections[2].text") in faults_of(folder)


def test_a_text_that_no_report_shows_is_told_at_check(edited, capsys):
    folder = with_text(with_template(edited), 'lessons = "Börja tidigare."\nsummary = "Bra."')
    told = checked(folder, capsys)
    assert "Texten lessons under [text] visas inte" in told
    assert "Texten summary" not in told
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(plan.replace("mallar/kommunen", "slutrapport"), encoding="utf-8")
    assert "visas inte" not in checked(folder, capsys)
