"""Finished reports with one change by hand each: those that `verify` must find, and those that it must let pass.

Run `python tests/changed_reports.py REPORT --seed 1 --changes 200 --harmless 50`: it changes copies of the files of a
report, and says which changes were not found and which harmless ones were taken for changes.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf

from effektmatt.evaluation.verify import verify
from effektmatt.goals import Verdict
from effektmatt.report.office_files import same_bytes
from effektmatt.report.pdf_structure import structure_elements
from effektmatt.report.reading.parts import key_of
from effektmatt.wording import words

SAY = words("sv")
VERDICTS = [SAY.verdict(verdict) for verdict in Verdict]
OTHER_WAY = {"ökning": "minskning", "högre": "lägre", "steg": "sjönk", "minst": "högst", "kortare": "längre"}
OTHER_WAY |= {other: one for one, other in OTHER_WAY.items()}

KINDS = ("digit", "sign", "verdict", "direction", "hidden")
FILES = ("report.html", "report.docx", "report.xlsx", "report.pdf")


def rewritten(text: str, kind: str, random: Random) -> str | None:
    """Return a text with one change of a kind; None where there is nothing in it to change so."""
    if kind == "hidden":
        return "7" if text.strip() == ".." else None
    if kind == "verdict":
        return random.choice([one for one in VERDICTS if one != text.strip()]) if text.strip() in VERDICTS else None
    pattern = {"digit": r"\d", "sign": "[+−]", "direction": rf"\b(?:{'|'.join(OTHER_WAY)})\b"}[kind]
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    one = random.choice(found)
    new = {
        "digit": lambda old: random.choice([digit for digit in "0123456789" if digit != old]),
        "sign": lambda old: "−" if old == "+" else "+",
        "direction": lambda old: OTHER_WAY[old],
    }[kind](one[0])
    return text[: one.start()] + new + text[one.end() :]


def _changed_once(
    whole: str, places: list[tuple[int, int]], kind: str, random: Random, write: Callable[[str], str] = str
) -> str | None:
    """Return a whole with one of its places rewritten."""
    random.shuffle(places)
    for start, stop in places:
        new = rewritten(whole[start:stop], kind, random)
        if new is not None:
            return whole[:start] + write(new) + whole[stop:]
    return None


# ---- what must be found ------------------------------------------------------------------------------------------


def _html(content: bytes, kind: str, random: Random) -> bytes | None:
    page = content.decode()
    start, stop = page.index("<main"), page.index("</main>")
    hers = [
        found.span()
        for found in re.finditer(r'<blockquote>.*?</blockquote>|<div class="callout".*?</div>', page, re.DOTALL)
    ]
    texts = (found.span(1) for found in re.finditer(r">([^<>]+)<", page) if start < found.start() < stop)
    places = [(a, b) for a, b in texts if page[a:b].strip() and not any(one <= a < other for one, other in hers)]
    made = _changed_once(page, places, kind, random)
    return None if made is None else made.encode()


def _part_of(content: bytes, part: str, change: Callable[[str], str | None]) -> bytes | None:
    """Return an archive with one of its parts changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as there, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in there.namelist():
            told = there.read(name)
            if name == part:
                new = change(told.decode())
                if new is None:
                    return None
                told = new.encode()
            made.writestr(name, told)
    return same_bytes(out.getvalue())


def _docx(content: bytes, kind: str, random: Random, ours: set[str]) -> bytes | None:
    def change(xml: str) -> str | None:
        places = []
        for block in re.finditer(r"<w:tr>.*?</w:tr>|<w:p>.*?</w:p>", xml, re.DOTALL):
            if "fldSimple" in block[0] or "w:anchor" in block[0] or key_of("".join(_texts(block[0]))) not in ours:
                continue
            places += [
                (block.start() + found.start(1), block.start() + found.end(1))
                for found in re.finditer(r"<w:t[^>]*>([^<]+)</w:t>", block[0])
            ]
        return _changed_once(xml, places, kind, random)

    return _part_of(content, "word/document.xml", change)


def _texts(xml: str) -> Iterator[str]:
    yield from re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)


def _xlsx(content: bytes, kind: str, random: Random) -> bytes | None:
    if kind in ("digit", "sign"):
        with zipfile.ZipFile(BytesIO(content)) as there:
            sheets = [name for name in there.namelist() if name.startswith("xl/worksheets/sheet")]
        random.shuffle(sheets)
        for sheet in sheets:
            made = _part_of(content, sheet, lambda xml: _number(xml, kind, random))
            if made is not None:
                return made
        return None

    def change(xml: str) -> str | None:
        places = [found.span(1) for found in re.finditer(r"<t[^>]*>([^<]+)</t>", xml)]
        return _changed_once(xml, places, kind, random)

    return _part_of(content, "xl/sharedStrings.xml", change)


def _number(xml: str, kind: str, random: Random) -> str | None:
    places = [found.span(1) for found in re.finditer(r'<c r="\w+" s="\d+"><v>([^<]+)</v>', xml)]
    random.shuffle(places)
    for start, stop in places:
        old = xml[start:stop]
        new = f"{-float(old)}" if kind == "sign" else rewritten(old, "digit", random)
        if new is not None and float(new) != float(old):
            return xml[:start] + new + xml[stop:]
    return None


def _pdf(content: bytes, kind: str, random: Random, ours: str) -> bytes | None:
    with pikepdf.open(BytesIO(content)) as document:
        pages = list(range(len(document.pages)))
        random.shuffle(pages)
        for place in pages:
            if _in_page(document, document.pages[place], kind, random, ours):
                out = BytesIO()
                document.save(out)
                return out.getvalue()
    return None


def _in_page(document: pikepdf.Pdf, page: pikepdf.Page, kind: str, random: Random, ours: str) -> bool:
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    contents = _contents(document, page)
    told, font, tagged, places, number = [], {}, 0, [], -1
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            font = fonts[str(operands[0])]
        if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
            number = int(operands[1].MCID)
        tagged += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        told.append((operands, operator))
        if name in ("Tj", "TJ") and tagged > 0:
            pieces = operands[0] if name == "TJ" else [operands[0]]
            codes = b"".join(bytes(one) for one in pieces if isinstance(one, pikepdf.String))
            text = "".join(font.get(codes[at : at + 2], "") for at in range(0, len(codes), 2))
            if text.strip() and number not in contents and key_of(text) in ours:
                places.append((len(told) - 1, text, {letter: code for code, letter in font.items()}))
    random.shuffle(places)
    for at, text, codes in places:
        new = rewritten(text, kind, random)
        if new is not None and all(letter in codes for letter in new):
            told[at] = ([pikepdf.String(b"".join(codes[letter] for letter in new))], pikepdf.Operator("Tj"))
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(told))
            return True
    return False


def _contents(document: pikepdf.Pdf, page: pikepdf.Page) -> set[int]:
    """Return the pieces of a page that belong to the table of contents: it says nothing of its own."""
    elements = structure_elements(document.Root.StructTreeRoot)
    below = (one for element in elements if element.S == "/TOC" for one in structure_elements(element))
    kids = (list(one.K) if isinstance(one.K, pikepdf.Array) else [one.K] for one in below if one.get("/Pg") == page.obj)
    return {kid for some in kids for kid in some if isinstance(kid, int)}


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    """Return the letter of each code of a font."""
    found: dict[bytes, str] = {}
    told = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
    for block in re.findall(r"beginbfchar(.*?)endbfchar", told, re.DOTALL):
        for code, letter in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", block):
            found[bytes.fromhex(code)] = bytes.fromhex(letter).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", told, re.DOTALL):
        for first, last, letter in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>", block):
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code.to_bytes(2, "big")] = chr(int(letter, 16) + code - int(first, 16))
    return found


# ---- what must pass ----------------------------------------------------------------------------------------------


def _harmless_html(page: str, random: Random) -> str:
    sections = re.findall(r"<section .*?</section>", page, re.DOTALL)
    one, other = random.sample(sections[1:], 2)
    return random.choice(
        [
            lambda: page.replace("<style>", f"<style>\nbody {{ color: #{random.randrange(4096):03x} }}\n", 1),
            lambda: page.replace("<p>", f'<p class="k{random.randrange(9)}">'),
            lambda: page.replace(one, f"{one}<p>Vi var {random.randrange(99)} på mötet och är nöjda.</p>"),
            lambda: page.replace(one, "\0").replace(other, one).replace("\0", other),
            lambda: page.replace("</td>", "</td>\n  "),
            lambda: page.replace("</main>", "<figure><img alt='En bild av oss' src='data:,'></figure></main>"),
        ]
    )()


def _harmless_docx(content: bytes, random: Random) -> bytes | None:
    def restyled(xml: str) -> str:
        return re.sub(r'w:color w:val="\w+"', f'w:color w:val="{random.randrange(16**6):06X}"', xml)

    def divided(xml: str) -> str:
        whole = random.choice(
            [one for one in re.findall(r"<w:r><w:rPr>.*?</w:r>", xml) if "<w:t " in one and "é" not in one]
        )
        look, text = re.search(r"(<w:rPr>.*?</w:rPr>)<w:t[^>]*>([^<]*)</w:t>", whole).groups()  # type: ignore[union-attr]
        at = len(text) // 2
        pieces = (f'<w:r>{look}<w:t xml:space="preserve">{one}</w:t></w:r>' for one in (text[:at], text[at:]))
        return xml.replace(whole, "".join(pieces), 1)

    def added(xml: str) -> str:
        own = f"<w:p><w:r><w:t>Vi har dessutom träffat {random.randrange(99)} personer.</w:t></w:r></w:p>"
        at = random.choice([found.start() for found in re.finditer(r'<w:p><w:pPr><w:pStyle w:val="Heading\d"', xml)])
        return xml[:at] + own + xml[at:]

    def moved(xml: str) -> str:
        starts = [found.start() for found in re.finditer(r'<w:p><w:pPr><w:pStyle w:val="Heading1"', xml)]
        place = random.randrange(1, len(starts) - 2)
        a, b, c = starts[place : place + 3]
        return xml[:a] + xml[b:c] + xml[a:b] + xml[c:]

    part, change = random.choice(
        [
            ("word/styles.xml", restyled),
            ("word/document.xml", restyled),
            ("word/document.xml", divided),
            ("word/document.xml", added),
            ("word/document.xml", moved),
        ]
    )
    return _part_of(content, part, change)


def _harmless_xlsx(content: bytes, random: Random) -> bytes:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content))
    sheet = random.choice(book.worksheets[1:])

    def more() -> None:
        book.create_sheet("Mina anteckningar")["A1"] = random.randrange(99)

    def wider() -> None:
        sheet.column_dimensions["A"].width = random.randrange(10, 80)

    def beside() -> None:
        sheet.cell(row=sheet.max_row + 3, column=1, value="Stämt av med ekonomi.")

    def bold() -> None:
        sheet["A1"].font = openpyxl.styles.Font(bold=False, color="FF0000")

    random.choice([more, wider, beside, bold])()
    out = BytesIO()
    book.save(out)
    return out.getvalue()


# ---- the trial ---------------------------------------------------------------------------------------------------


def _told(folder: Path) -> list[str]:
    import json

    return [part["text"] for part in json.loads((folder / "results.json").read_bytes())["told"]["parts"]]


def changed(folder: Path, name: str, kind: str, random: Random) -> bytes | None:
    """Return a file of a report with one change; None where it has nothing of that kind."""
    content = (folder / name).read_bytes()
    if name.endswith(".html"):
        return _html(content, kind, random)
    if name.endswith(".docx"):
        return _docx(content, kind, random, {key_of(one) for one in _told(folder)})
    if name.endswith(".xlsx"):
        return _xlsx(content, kind, random)
    return _pdf(content, kind, random, "\n".join(map(key_of, _told(folder))))


def harmless(folder: Path, name: str, random: Random) -> bytes | None:
    """Return a file of a report with a change that keeps it valid."""
    content = (folder / name).read_bytes()
    if name.endswith(".html"):
        return _harmless_html(content.decode(), random).encode()
    return (_harmless_docx if name.endswith(".docx") else _harmless_xlsx)(content, random)


def trial(folder: Path, seed: int, changes: int, alarms: int) -> tuple[Counter[str], list[str]]:
    """Change copies of a report's files, and return how many of each kind were tried and what went wrong."""
    tried, wrong, random = Counter[str](), list[str](), Random(seed)
    with tempfile.TemporaryDirectory() as aside:
        copy = Path(aside) / "report"
        shutil.copytree(folder, copy)
        turn = 0
        while tried.total() < changes and turn < 10 * changes:
            name, kind = FILES[turn % len(FILES)], KINDS[turn // len(FILES) % len(KINDS)]
            turn += 1
            made = changed(folder, name, kind, random)
            if made is None or made == (folder / name).read_bytes():
                continue
            tried[f"{name} {kind}"] += 1
            if not _differs(copy, folder, name, made):
                wrong.append(f"{name}, {kind}: change {turn} was not found")
        for turn in range(alarms):
            name = FILES[turn % 3]
            made = harmless(folder, name, random)
            if made is not None:
                tried[f"{name} harmless"] += 1
                if _differs(copy, folder, name, made):
                    wrong.append(f"{name}: harmless change {turn} raised an alarm")
    return tried, wrong


def _differs(copy: Path, folder: Path, name: str, made: bytes) -> bool:
    (copy / name).write_bytes(made)
    found = verify(copy)
    shutil.copyfile(folder / name, copy / name)
    return any(one.file == name for one in found.deviations)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--harmless", type=int, default=50)
    asked = parser.parse_args()
    tried, wrong = trial(asked.report, asked.seed, asked.changes, asked.harmless)
    lines = [f"{n:4} {what}" for what, n in sorted(tried.items())] + wrong
    sys.stdout.write("\n".join(lines) + "\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
