"""Logo, authors, contact, colours and a template of one's own: in every format, accessible, the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from html import escape
from pathlib import Path

import docx
import page
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from PIL import Image

import effektmatt as em
from browser_page import BROWSER_MARKS, opened, violations
from effektmatt.cli import main
from effektmatt.errors import InputFaults
from pdf_text import words_of

NAME = "jamstalldhet-servicenamnden"
ALT = 'Stadens "logotyp" & <vapen>'
OWN = """authors = ["Anna Berg", "Kim Ek"]
contact = "utveckling@malmo.example"
logo = { file = "logga.png", alt = 'Stadens "logotyp" & <vapen>' }
"""
TEMPLATE = """title = "Till kommunstyrelsen"
sections = ["summary", { heading = "Bakgrund", text = "background", required = true }, "goals", "limits", "appendix"]
"""
REPORT = """[report]
template = "mallar/kommunen"
versions = ["ledning", "medarbetare", "redovisning", "esf"]
colours = { accent = "#8a1538", line = "#b34a00" }
"""


def made(folder: Path, root: Path, project: str = OWN, report: str = REPORT) -> Path:
    shutil.copytree(root / "data" / "sample" / NAME, folder)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    plan = plan.replace("[project]\n", f"[project]\n{project}", 1)
    plan = plan.replace('[report]\nversions = ["redovisning"]\n', report, 1)
    plan = plan.replace("[text]\n", '[text]\nsummary = "Det **gick** bra: ![Ett fält](bild.png)"\n', 1)
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    exif = Image.Exif()
    exif[0x013B] = "Fotografens namn"
    Image.new("RGBA", (900, 300), (138, 21, 56, 128)).save(folder / "logga.png", exif=exif)
    Image.new("RGB", (300, 200), "#005a8c").save(folder / "bild.png")
    (folder / "mallar" / "kommunen").mkdir(parents=True)
    (folder / "mallar" / "kommunen" / "mall.toml").write_text(TEMPLATE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def written(root, tmp_path_factory) -> Path:
    folder = made(tmp_path_factory.mktemp("look") / "projekt", root)
    for out in ("ut", "igen"):
        assert main(["report", str(folder), "-o", str(folder / out), "-q"]) == 0
    return folder / "ut"


def test_two_runs_give_the_same_bytes(written: Path):
    contents = [
        {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in (written, written.parent / "igen")
    ]
    assert contents[0] == contents[1]
    assert len([name for name in contents[0] if name.endswith(".docx")]) == 5


def test_the_page_has_logo_authors_contact_and_colours(written: Path):
    html = (written / "report.html").read_text(encoding="utf-8")
    assert f'alt="{escape(ALT)}"' in html
    assert "Av Anna Berg och Kim Ek" in html.replace("\u00a0", " ")
    assert "Kontakt: utveckling@malmo.example" in html.replace("\u00a0", " ")
    assert "--link: #8a1538; --side: #b34a00;" in html
    assert '<meta name="author" content="Anna Berg, Kim Ek">' in html


def test_nothing_of_the_camera_is_left(written: Path):
    for path in (path for path in written.rglob("*") if path.is_file()):
        parts = [path.read_bytes()]
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as there:
                parts = [there.read(name) for name in there.namelist()]
        assert not any(b"Fotografens" in part for part in parts), path.name


def test_every_pdf_is_accessible_and_the_report_says_who_wrote_it(written: Path):
    for path in sorted(written.glob("*.pdf")):
        checked = page.validate_pdf_bytes(path.read_bytes(), profile=page.ValidationProfile.PDF_UA_1)
        assert [failure.message for failure in checked.failures] == [], path.name
    told = words_of((written / "report.pdf").read_bytes()).replace("\u00a0", " ")
    assert "Av Anna Berg och Kim Ek" in told
    assert "Här saknas projektets svar." in told


def test_the_word_file_has_the_logo_in_the_header_of_its_first_page(written: Path):
    file = docx.Document(str(written / "report.docx"))
    header = file.sections[-1].first_page_header
    assert [one.get("descr") for one in header._element.iter(qn("wp:docPr"))] == [ALT]
    assert [one.get("descr") for one in file.sections[-1].header._element.iter(qn("wp:docPr"))] == []
    assert "Kontakt: utveckling@malmo.example" in [one.text for one in file.paragraphs]
    assert {str(file.styles[name].font.color.rgb) for name in ("Subtitle", "Hyperlink")} == {"8A1538"}
    assert file.core_properties.author == "Anna Berg, Kim Ek"
    assert file.core_properties.language == "sv-SE"
    headings = [one.text for one in file.paragraphs if one.style.name == "Heading 1"]
    assert headings[:3] == ["Sammanfattning", "Bakgrund", "Målen ett för ett"]
    captions = [one for one in file.paragraphs if one.style.name == "Caption"]
    assert len(captions) >= len(file.tables) // 2
    for table in file.tables:
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None


def test_the_workbook_has_the_logo_on_its_first_sheet(written: Path):
    with zipfile.ZipFile(written / "report.xlsx") as there:
        drawing = there.read("xl/drawings/drawing1.xml").decode()
    assert 'descr="Stadens &quot;logotyp&quot; &amp; &lt;vapen&gt;"' in drawing
    book = load_workbook(written / "report.xlsx")
    first = book.worksheets[0]
    assert first["A2"].value == "Jämställd service"
    assert "Kontakt: utveckling@malmo.example" in [row[0].value for row in first.iter_rows(max_col=1, max_row=8)]
    assert len(first.tables) == 1


def test_what_was_written_is_verified(written: Path):
    assert em.verify(written).is_clean


class TestInTheBrowser:
    pytestmark = BROWSER_MARKS

    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
    def test_axe_finds_nothing_in_any_version(self, browser, written: Path, width: int, scheme: str):
        for path in sorted(written.glob("*.html")):
            shown = opened(browser, path.as_uri(), width=width, scheme=scheme)
            assert (path.name, violations(shown)) == (path.name, [])
            assert shown.evaluate("document.documentElement.scrollWidth") <= width, path.name
            shown.close()


@pytest.mark.parametrize(
    ("project", "report", "fault"),
    [
        ('logo = "logga.png"\n', "", ("logo-without-alt", "project.logo.alt")),
        ('logo = { file = "logga.png", alt = " " }\n', "", ("logo-without-alt", "project.logo.alt")),
        ('logo = { file = "plan.toml", alt = "A" }\n', "", ("picture-kind", "project.logo.file")),
        ('logo = { file = "../logga.png", alt = "A" }\n', "", ("own-file-outside", "project.logo.file")),
        ('logo = { file = "saknas.png", alt = "A" }\n', "", ("file-missing", "project.logo.file")),
        ("", '[report]\ncolours = { accent = "blå" }\n', ("colour-unknown", "report.colours.accent")),
        ("", '[report]\ncolours = { accent = "#fc0" }\n', ("colour-unknown", "report.colours.accent")),
        ("", '[report]\ncolours = { accent = "#ffcc00" }\n', ("colour-contrast", "report.colours.accent")),
        ("", '[report]\ncolours = { line = "#ffcc00" }\n', ("colour-contrast", "report.colours.line")),
    ],
)
def test_faults_of_logo_and_colours_are_told(project, report, fault, root, tmp_path):
    with pytest.raises(InputFaults) as found:
        em.evaluate(made(tmp_path / "projekt", root, project, report + '[report.versions.a]\ntitle = "A"\n'))
    assert fault in [(one.code, one.key) for one in found.value.faults]
    assert all(one.in_words(language) for one in found.value.faults for language in ("sv", "en"))
