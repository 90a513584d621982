"""The evaluator's own words: from the plan or a file, in every format, marked as hers, never anything but text."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import page
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from PIL import Image

import effektmatt as em
from effektmatt.cli import main
from effektmatt.errors import InputFaults
from pdf_text import words_of

NAME = "jamstalldhet-servicenamnden"
CONCLUSIONS = """Vi drar **tre** slutsatser.

# Det som fungerade

1. Läs [planen](https://example.org).
2. =CMD() och <script>alert(1)</script>

Så här såg det ut ![Två fält, ett blått](bilder/bild.png "Deltagarna i mars") på plats.

| Post | Kronor |
|---|---|
| Lön | 12 000 |
"""


def project_with(edited, texts: str, **files: str) -> Path:
    folder = edited("plan.toml", ("[text]\n", f"[text]\n{texts}\n"))
    (folder / "bilder").mkdir(exist_ok=True)
    Image.new("RGB", (300, 200), "#005a8c").save(folder / "bilder" / "bild.png")
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def faults_of(folder: Path) -> list[tuple[str, str | None, str | None]]:
    with pytest.raises(InputFaults) as found:
        em.evaluate(folder)
    return [(fault.code, fault.file, fault.key) for fault in found.value.faults]


@pytest.fixture(scope="module")
def written(root, tmp_path_factory) -> Path:
    import shutil

    there = tmp_path_factory.mktemp("own") / "copy"
    shutil.copytree(root / "data" / "sample" / NAME, there)

    def edit(file: str, old_and_new: tuple[str, str]) -> Path:
        text = (there / file).read_text(encoding="utf-8").replace(*old_and_new)
        (there / file).write_text(text, encoding="utf-8")
        return there

    texts = 'summary = "Arbetet **gick bra**."\nconclusions = "slut.md"\nlessons = "Börja tidigare."\n'
    folder = project_with(edit, texts + 'how = "Vi gjorde den själva."\ncause = "Annat hände också."', slut=CONCLUSIONS)
    assert main(["report", str(folder), "-o", str(folder / "ut"), "-q"]) == 0
    return folder / "ut"


def test_every_text_stands_in_its_section_of_the_page_marked_as_her_own(written: Path):
    html = (written / "report.html").read_text(encoding="utf-8")
    names = re.findall(r'data-em-own="([\w-]+)"', html)
    assert names == [f"own-{name}" for name in ("summary", "context", "how", "cause", "conclusions", "lessons")]
    order = ["Utvärderarens sammanfattning", "gick bra", "själva", "Annat hände", "Slutsatser</h2>", "Börja tidigare"]
    places = [html.rindex(text) for text in order]
    assert places == sorted(places)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert '<h3 id="own-conclusions-1">Det som fungerade</h3>' in html
    assert re.search(
        r'<img src="data:image/png;base64,[^"]+" width="300" height="200" alt="Två fält, ett blått">', html
    )
    assert "<figcaption>Deltagarna i mars</figcaption>" in html


def test_the_pdf_is_accessible_and_has_the_words(written: Path):
    content = (written / "report.pdf").read_bytes()
    checked = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in checked.failures] == []
    told = words_of(content)
    assert all(text in told for text in ("Arbetet gick bra", "=CMD() och <script>", "Deltagarna i mars", "på plats."))


def test_the_word_file_has_bookmarks_around_what_is_hers(written: Path):
    there = docx.Document(written / "report.docx").element.body
    begins = [one for one in there.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")).startswith("_em_own_")]
    assert [one.get(qn("w:name")) for one in begins] == [f"_em_own_{number}" for number in range(1, 7)]
    ends = {one.get(qn("w:id")) for one in there.iter(qn("w:bookmarkEnd"))}
    assert {one.get(qn("w:id")) for one in begins} <= ends
    pictures = [one.get("descr") for one in there.iter(qn("wp:docPr"))]
    assert "Två fält, ett blått" in pictures
    styles = {one.text: one.style.name for one in docx.Document(written / "report.docx").paragraphs}
    assert styles["Det som fungerade"] == "Heading 2"


def test_the_workbook_has_her_words_as_text_and_her_table(written: Path):
    book = load_workbook(BytesIO((written / "report.xlsx").read_bytes()))
    sheet = book["Utvärderarens text"]
    rows = [(row[0].value, row[1].value, row[1].data_type) for row in sheet.iter_rows(min_row=5)]
    assert ("Slutsatser", "– =CMD() och <script>alert(1)</script>", "s") in rows
    assert ("Slutsatser", "Deltagarna i mars [Två fält, ett blått]", "s") in rows
    assert "_em_own_1" in book.defined_names
    assert any("Det som fungerade" in name or "på plats" in name for name in book.sheetnames)


def test_the_files_of_her_words_are_in_the_manifest(written: Path):
    import json

    told = json.loads((written / "results.json").read_text(encoding="utf-8"))
    assert {"slut.md", "bilder/bild.png"} <= {one["file"] for one in told["manifest"]["files"]}
    assert told["text"]["conclusions"] == CONCLUSIONS


def test_everything_wrong_with_texts_and_pictures_is_told_at_once(edited):
    wrong = (
        "![](bilder/bild.png)\n\n![x](https://example.org/a.png)\n\n# ![x](bilder/bild.png)\n\n![x](bilder/bidl.png)"
    )
    folder = project_with(
        edited,
        'summary = "a.md"\nlessons = "saknas.md"\nlimits.sv = "![x](../utanfor.png)"\nlimits.en = "b.md"\n'
        'conclusions = "b.md"\ncause = "![x](plan.toml)"',
        a=wrong,
        b="Ring 811218-9876 i dag.",
    )
    assert set(faults_of(folder)) == {
        ("picture-without-alt", "plan.toml", "text.summary"),
        ("picture-address", "plan.toml", "text.summary"),
        ("picture-place", "plan.toml", "text.summary"),
        ("file-missing", "bilder/bidl.png", "text.summary"),
        ("file-missing", "saknas.md", "text.lessons"),
        ("own-file-outside", "../utanfor.png", "text.limits"),
        ("personal-number-in-plan", "b.md", None),
        ("picture-kind", "plan.toml", "text.cause"),
    }


def test_a_link_out_of_the_folder_is_refused_and_bytes_that_are_no_text(edited, tmp_path):
    (tmp_path / "hemligt.md").write_text("hemligt", encoding="utf-8")
    folder = project_with(edited, 'summary = "a.md"\nlessons = "b.md"')
    (folder / "a.md").symlink_to(tmp_path / "hemligt.md")
    (folder / "b.md").write_bytes(b"rad\nr\xe4d")
    assert set(faults_of(folder)) == {("own-file-outside", "a.md", "text.summary"), ("plan-not-utf8", "b.md", None)}


def test_each_language_has_its_file(edited):
    folder = project_with(edited, 'summary = { sv = "sv.md", en = "en.md" }', sv="Bra gjort", en="Well done")
    assert em.evaluate(folder).findings.text.summary == "Bra gjort"
    assert em.evaluate(folder, language="en").findings.text.summary == "Well done"
