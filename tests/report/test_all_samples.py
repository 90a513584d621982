"""The five sample projects: each report is written whole, opens for everybody, and tells nothing about anybody."""

from __future__ import annotations

import csv
import json
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import page
import pytest
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser
from results_schema import results_schema

from browser_page import BROWSER_MARKS, opened, unfold, violations
from effektmatt import Evaluation
from effektmatt.core import FORMATS
from effektmatt.report.printed import written_anew
from effektmatt.wording import words
from html_page import Page
from office_files import bookmarks, headings, parts, word_file
from pdf_text import lines_of, pages_of, rightmost, sizes_of, stranded, words_of
from printed_values import SPAN, share_marked

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path.parent.name for path in (ROOT / "data" / "sample").glob("*/plan.toml"))

#: What a plan adds to the report: versions for other readers, and the fixed template.
ADDED = {
    "digitalt-kompetenslyft": {"report-esf"},
    "inkluderande-bemotande": {"report-ledning", "report-medarbetare"},
    "jamstalldhet-servicenamnden": {"report-redovisning"},
}

#: How many pages there may be.
PAGES = {"report": 14, "report-ledning": 2, "report-medarbetare": 4, "report-redovisning": 2, "report-esf": 14}
MORE_PAGES = {("inkluderande-bemotande", "report"): 18}

#: What readers without statistics are not told of.
OF_STATISTICS = re.compile(
    r"intervall|konfiden|signifikan|statistisk|säkerhet ligger|procents säkerhet|Krippendorff|Cronbach|\balfa\b"
    r"|standardiser|Jeffreys|hypergeom|bootstrap|regression|autokorr|p-värde",
    re.IGNORECASE,
)

#: The part of the numbers in the running text and tables that are marked: it grows.
MARKED = {
    "den-nya-administratoren": 0.63,
    "digitalt-kompetenslyft": 0.64,
    "inkluderande-bemotande": 0.68,
    "jamstalldhet-servicenamnden": 0.64,
    "kultur-for-alla": 0.61,
}

#: Columns in which people have written in their own words.
FREE_TEXT = {"kommentar", "synpunkter"}

Written = Callable[[str], Path]

every_sample = pytest.mark.parametrize("name", SAMPLES)


@pytest.fixture(scope="session")
def written(
    evaluated: Callable[[str], Evaluation], tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Written:
    """Give the folder of a sample's report, written once, by the worker that asks for it first."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    @cache
    def write(name: str) -> Path:
        folder, done = shared / f"report-of-{name}", shared / f"{name}.done"
        try:
            (shared / f"{name}.lock").touch(exist_ok=False)  # whoever makes this file writes the report
        except FileExistsError:
            until = time.monotonic() + 300
            while not done.exists() and time.monotonic() < until:
                time.sleep(0.2)
        else:
            evaluated(name).report(folder)
            done.touch()
        return folder

    return write


def test_there_are_five() -> None:
    assert len(SAMPLES) == 5
    assert set(ADDED) <= set(SAMPLES)


@every_sample
def test_the_report_is_written_whole(written: Written, name: str) -> None:
    folder = written(name)
    stems = {"report"} | ADDED.get(name, set())
    files = {path.name for path in folder.iterdir()}
    more = {"results.json", "charts", "tables.pdf"}
    assert files == {f"{stem}.{kind}" for stem in stems for kind in FORMATS} | more
    assert list((folder / "charts").glob("*.svg"))


@every_sample
def test_the_results_follow_the_schema(written: Written, name: str) -> None:
    plain = json.loads((written(name) / "results.json").read_text(encoding="utf-8"))
    assert [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(results_schema()).iter_errors(plain)
    ] == []
    assert [goal["id"] for goal in plain["goals"]] == [goal["id"] for goal in plan_of(name)["goals"]]


@every_sample
def test_every_printed_value_is_written_anew_from_the_results(written: Written, name: str) -> None:
    plain = json.loads((written(name) / "results.json").read_text(encoding="utf-8"))
    wrong = [one for one in plain["printed"] if written_anew(one, plain, plain["language"]) != one["text"]]
    assert wrong == []
    ledger = {str(one["id"]): one["text"] for one in plain["printed"]}
    assert len(ledger) > 50
    for path in written(name).glob("*.html"):
        shown = SPAN.findall(path.read_text(encoding="utf-8"))
        assert [(number, text) for number, text in shown if ledger.get(number) != text] == [], path.name


@every_sample
def test_so_many_numbers_are_marked(written: Written, name: str) -> None:
    assert share_marked((written(name) / "report.html").read_text(encoding="utf-8")) > MARKED[name]


@every_sample
def test_every_pdf_is_accessible_and_keeps_within_its_pages(written: Written, name: str) -> None:
    for path in sorted(written(name).glob("*.pdf")):
        made = path.read_bytes()
        report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
        assert (path.name, [(failure.rule_id, failure.message) for failure in report.failures]) == (path.name, [])
        assert rightmost(made) < 595.3


@every_sample
def test_every_word_file_says_what_the_page_says(written: Written, name: str) -> None:
    """The same headings in order, a description of every picture, and every mark with the text of the ledger."""
    ledger = {one["id"]: one["text"] for one in json.loads((written(name) / "results.json").read_text())["printed"]}
    for path in sorted(written(name).glob("*.docx")):
        file, shown = word_file(path.read_bytes()), path.with_suffix(".html").read_text(encoding="utf-8")
        titles = re.findall(r"<h[2-6] id=\"(?!contents)[^>]*>(.*?)</h", shown)
        assert [text for _, text in headings(file)] == [unescape(re.sub("<[^>]*>", "", one)) for one in titles], (
            path.name
        )
        assert all(one.get("descr") for one in file.element.body.iter(qn("wp:docPr")))
        marked = {name: text for name, text in bookmarks(file).items() if re.match(r"_em_\d", name)}
        wrong = {name: text for name, text in marked.items() if ledger[int(name.split("_")[2])] != text}
        assert (path.name, wrong) == (path.name, {})


#: Versions that follow somebody else's form: questions and answers, no summary of goals.
FORMS = ("report-redovisning", "report-esf")


@every_sample
def test_no_report_has_too_many_pages(written: Written, name: str) -> None:
    made = {path.stem: pages_of(path.read_bytes()) for path in written(name).glob("*.pdf") if path.stem != "tables"}
    most = {stem: MORE_PAGES.get((name, stem), PAGES[stem]) for stem in made}
    assert {stem: n for stem, n in made.items() if n > most[stem]} == {}


@every_sample
def test_the_summary_is_one_page(written: Written, name: str) -> None:
    for path in written(name).glob("report*.pdf"):
        if path.stem in FORMS:
            continue
        made, key = path.read_bytes(), words("sv").say("verdict-not-met.meaning")
        first, second = words_of(made, page=1), words_of(made, page=2)
        assert "Vad bedömningarna betyder" in first, path.name
        assert (key in first) or (key not in second), path.name
        assert "Siffrorna" not in second, path.name


@every_sample
def test_text_is_large_enough_and_no_heading_stands_alone_at_the_foot(written: Written, name: str) -> None:
    for path in written(name).glob("*.pdf"):
        made = path.read_bytes()
        sizes = sizes_of(made)
        assert min(sizes) > 8.9, (path.name, min(sizes))
        assert max(sizes, key=lambda size: sizes[size]) >= (9.0 if path.stem == "tables" else 9.9), path.name
        assert list(stranded(made)) == [], path.name


@every_sample
def test_dates_are_not_broken_over_lines(written: Written, name: str) -> None:
    months = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    for path in written(name).glob("*.pdf"):
        lines = lines_of(path.read_bytes())
        assert not re.findall(rf"\b\d{{1,2}}\n(?:{months})\b|\b(?:{months})\n\d{{4}}\b", lines), path.name


def test_the_version_for_the_staff_has_no_terms_of_statistics(written: Written) -> None:
    folder = written("inkluderande-bemotande")
    told = words_of((folder / "report-medarbetare.pdf").read_bytes())
    assert OF_STATISTICS.findall(told) == []
    assert OF_STATISTICS.findall(words_of((folder / "report.pdf").read_bytes()))


@every_sample
def test_what_the_charts_show_stands_in_the_table_appendix(written: Written, name: str) -> None:
    """Every number of a table in the html is in the report as pages or in its appendix."""
    there = " ".join(words_of((written(name) / file).read_bytes()) for file in ("report.pdf", "tables.pdf"))
    cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", (written(name) / "report.html").read_text(encoding="utf-8"))
    numbers = {number for cell in cells for number in re.findall(r"\d+,\d+", re.sub(r"<[^>]+>", "", cell))}
    assert len(numbers) > 3
    assert {number for number in numbers if number not in there} == set()


@every_sample
def test_no_section_is_empty(written: Written, name: str) -> None:
    """A heading is followed by something other than a heading of its own level or a higher one."""
    for path in written(name).glob("*.html"):
        tags = [tag for tag, _ in Page(path.read_text(encoding="utf-8")).tags]
        content = [tag for tag in tags if re.fullmatch(r"h[2-4]|p|table|ul|ol|figure|blockquote|dl|svg", tag)]
        for tag, following in zip(content, [*content[1:], "h1"], strict=True):
            assert not re.fullmatch(r"h[2-4]", tag) or not re.fullmatch(r"h[1-4]", following) or following > tag


@every_sample
def test_swedish_says_change_and_never_effect(written: Written, name: str) -> None:
    """None of the five has a comparison group."""
    for path in written(name).glob("*.html"):
        said = " ".join(Page(path.read_text(encoding="utf-8")).text).casefold().replace("effektmatt", "")
        assert not re.findall(r".{0,60}effekt.{0,40}", said), path.name


@every_sample
def test_no_code_no_free_text_and_no_person_is_in_any_output(written: Written, name: str) -> None:
    folder = ROOT / "data" / "sample" / name
    codes, texts = set(codes_of(folder)), set(free_texts_of(folder))
    for path in (path for path in written(name).rglob("*") if path.is_file()):
        told = text_of(path)
        assert not codes & set(re.findall(r"\w+", told)), path.name
        assert not [text for text in texts if text in told], path.name


def test_the_samples_hold_what_must_not_be_told() -> None:
    """The test before is worth something only if it looks for something."""
    assert {name for name in SAMPLES if any(codes_of(ROOT / "data" / "sample" / name))} >= set(SAMPLES) - {
        "jamstalldhet-servicenamnden"
    }
    assert sum(1 for name in SAMPLES if any(free_texts_of(ROOT / "data" / "sample" / name))) >= 4


class TestInTheBrowser:
    pytestmark = BROWSER_MARKS

    @pytest.mark.parametrize("width", [1280, 320])
    @every_sample
    def test_axe_finds_nothing_and_nothing_is_too_wide(
        self, browser: Browser, written: Written, name: str, width: int
    ) -> None:
        # these versions hold the report's own blocks, fewer of them
        fewer = {"report-ledning", "report-medarbetare"}
        for path in (path for path in sorted(written(name).glob("*.html")) if path.stem not in fewer):
            shown = opened(browser, path.as_uri(), width=width)
            assert (path.name, violations(shown)) == (path.name, [])
            unfold(shown)
            assert shown.evaluate("document.documentElement.scrollWidth") <= width, path.name
            shown.close()


# ---- what must not be told ---------------------------------------------------------------------------------------


def plan_of(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / "data" / "sample" / name / "plan.toml").read_text(encoding="utf-8"))


def codes_of(folder: Path) -> Iterator[str]:
    """Yield what respondents, employees and participants are called in the data files."""
    sources = plan_of(folder.name)["sources"]
    people = {source["of"] for source in sources.values() if "of" in source}
    for name, source in sources.items():
        column = source.get("code") or source.get("key") if name in people or source["kind"] == "survey" else None
        if column and column != "enhet":  # a unit is no person
            for file in files_of(source):
                yield from (row[column] for row in rows_of(folder / file) if row[column])


def free_texts_of(folder: Path) -> Iterator[str]:
    for source in plan_of(folder.name)["sources"].values():
        for file in files_of(source):
            for row in rows_of(folder / file):
                yield from (row[column] for column in FREE_TEXT & set(row) if row[column])


def files_of(source: dict[str, Any]) -> list[str]:
    return list(source["files"].values()) if "files" in source else [source["file"]]


def rows_of(path: Path) -> list[dict[str, str]]:
    if path.suffix == ".xlsx":
        from python_calamine import CalamineWorkbook

        header, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        return [dict(zip(map(str, header), map(str, row), strict=True)) for row in rows]
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    first = text.splitlines()[0]
    return list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in first else ","))


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return words_of(path.read_bytes())
    if path.suffix in (".docx", ".xlsx"):
        return re.sub("<[^>]*>", " ", " ".join(parts(path.read_bytes()).values()))
    # fonts and checksums are letters and digits without meaning, and could hold anything
    return re.sub(r"base64,[\w+/=]+|\b[0-9a-f]{64}\b", "", path.read_text(encoding="utf-8"))
