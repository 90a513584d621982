"""A report in the other language: names for what stands in the data, and the rest marked as what it is."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

import effektmatt as em
from effektmatt.errors import InputFaults

PLAN = """
[project]
name = "Prov"
language = "sv"
[analysis]
groups = ["kon"]
[labels]
kon = { sv = "Kön", en = "Gender" }
"klar=ja" = { sv = "är klara", en = "have finished" }
NAMES
[sources.folk]
kind = "register"
label = { sv = "Registret", en = "the register" }
file = "folk.csv"
key = "kod"
[[goals]]
id = "klara"
title = "Fler är klara"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
target = { at_least = 0.5 }
[text]
limits = "Det här har ingen **översatt**."
"""
NAMES = """
[names.kon]
kvinna = { sv = "Kvinnor", en = "Women" }
"""


@pytest.fixture
def evaluated(tmp_path: Path):
    def of(names: str = NAMES, language: str | None = "en") -> em.Evaluation:
        rows = [f"k{n};{'kvinna' if n % 2 else 'karl'};{'ja' if n % 3 else 'nej'}" for n in range(60)]
        (tmp_path / "folk.csv").write_text("\n".join(["kod;kon;klar", *rows]), encoding="utf-8")
        (tmp_path / "plan.toml").write_text(PLAN.replace("NAMES", names), encoding="utf-8")
        return em.evaluate(tmp_path, language=language)

    return of


def test_data_are_called_what_the_plan_calls_them_and_counted_the_same(evaluated) -> None:
    swedish, english = (evaluated(language=language).findings.goals[0].outcome.groups for language in (None, "en"))
    assert [group.group for group in swedish] == ["karl", "Kvinnor"]
    assert [group.group for group in english] == ["karl", "Women"]
    assert [group.estimate for group in swedish] == [group.estimate for group in english]


def test_what_the_plan_has_in_one_language_is_known(evaluated) -> None:
    assert evaluated(language=None).findings.elsewhere == frozenset()
    elsewhere = evaluated().findings.elsewhere
    assert {"karl", "Fler är klara", "Det här har ingen **översatt**."} <= elsewhere
    assert not {"kvinna", "Women", "have finished", "Gender", "the register"} & elsewhere


@pytest.mark.parametrize(
    ("names", "code", "told"),
    [
        ('[names.kan]\nkvinna = "Kvinnor"', "plan-unknown-name", "kon"),
        ('[names.kon]\nkvina = "Kvinnor"', "plan-name-of-nothing", "kvinna"),
    ],
)
def test_a_name_of_nothing_is_a_fault_that_tells_what_is_there(evaluated, names: str, code: str, told: str) -> None:
    with pytest.raises(InputFaults) as found:
        evaluated(names)
    (fault,) = found.value.faults
    assert (fault.code, fault.nearest, fault.row is not None) == (code, told, True)
    assert all(told in fault.in_words(language) for language in ("sv", "en"))


def test_every_format_says_what_is_in_the_other_language(evaluated, tmp_path: Path) -> None:
    evaluated().report(tmp_path / "rapport")
    page = (tmp_path / "rapport/report.html").read_text(encoding="utf-8")
    swedish = re.findall('<span lang="sv">(.*?)</span>', page)
    assert {"Karl", "Fler är klara", "Det här har ingen ", "översatt"} <= set(swedish)
    assert "Women" not in swedish
    with zipfile.ZipFile(tmp_path / "rapport/report.docx") as archive:
        body = archive.read("word/document.xml").decode()
    runs = re.findall(r'<w:lang w:val="(sv-SE|en-GB)"/></w:rPr><w:t[^>]*>([^<]*)', body)
    assert ("sv-SE", "Fler är klara") in runs
    assert ("sv-SE", "Women") not in runs
    for file in ("report.pdf", "tables.pdf"):
        opened = pikepdf.open(io.BytesIO((tmp_path / "rapport" / file).read_bytes()))
        languages = [str(one.Lang) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one]
        assert {"en", "sv"} <= set(languages)
    everything = b"".join(path.read_bytes() for path in (tmp_path / "rapport").rglob("*.*ml"))
    assert not re.search("[\ue000-\ue0ff]", everything.decode() + body)


def test_a_report_in_the_plans_own_language_marks_nothing(evaluated, tmp_path: Path) -> None:
    evaluated(language=None).report(tmp_path / "rapport", formats=["html"])
    assert 'span lang="' not in (tmp_path / "rapport/report.html").read_text(encoding="utf-8")


def test_a_finished_report_with_both_languages_is_verified(evaluated, tmp_path: Path) -> None:
    evaluated().report(tmp_path / "rapport")
    assert em.verify(tmp_path / "rapport", tmp_path).is_clean
