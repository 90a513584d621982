"""Changes of plans and of files as they lie on the disk, each with what it means (see `mutations`)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from mutations import DAMAGE, HARMLESS, MEANINGFUL, OWN_WORDS, VALUES, NotHereError, Random, pick
from written_formats import Rows

Meant = tuple[str, tuple[str, ...]]
PlanWay = Callable[[Random, list[str]], Meant]
#: A line of a plan: a key and its value.
KEY = re.compile(r'("?[\w-]+"?) = (.+)')
TEXT = re.compile(r'"([^"]{2,})"')
#: Numbers that a target or an analysis may as well be.
NUMBER = re.compile(r"(?<![\w\"-])\d+(\.\d+)?(?![\w\"-])")


def _lines(lines: list[str], wanted: Callable[[str], object]) -> list[int]:
    return [place for place, line in enumerate(lines) if wanted(line)]


def _is_own_words(line: str) -> bool:
    found = KEY.match(line)
    return found is not None and found[1].strip('"') in OWN_WORDS


# ---- plans ---------------------------------------------------------------------------------------------------------


def remarks(rng: Random, lines: list[str]) -> Meant:
    """Remarks and empty lines, wherever no text runs over several lines."""
    places = [place for place in range(len(lines) + 1) if "\n".join(lines[:place]).count('"""') % 2 == 0]
    lines.insert(int(pick(rng, places)), str(pick(rng, ["", "# file = 'annan.csv'", "   ", "\t# [sources.x]"])))
    return HARMLESS, ()


def blanks(rng: Random, lines: list[str]) -> Meant:
    place = int(pick(rng, _lines(lines, KEY.match)))
    line = lines[place].replace(" = ", str(pick(rng, ["=", "   =\t", " ="])), 1)
    lines[place] = f"{line[:-1]}  \r" if line.endswith("\r") else f"{line}  "
    return HARMLESS, ()


def line_ends(rng: Random, lines: list[str]) -> Meant:
    lines[:-1] = [f"{line}\r" for line in lines[:-1]]
    return HARMLESS, ()


def other_words(rng: Random, lines: list[str]) -> Meant:
    place = int(pick(rng, _lines(lines, _is_own_words)))
    lines[place] = TEXT.sub('"Något annat"', lines[place], count=1)
    return MEANINGFUL, ()


def another_number(rng: Random, lines: list[str]) -> Meant:
    place = int(pick(rng, _lines(lines, lambda line: KEY.match(line) and NUMBER.search(line))))
    found = list(NUMBER.finditer(lines[place]))
    one = found[int(rng.integers(len(found)))]
    lines[place] = (
        lines[place][: one.start()] + str(pick(rng, ["0", "2", "0.9", "12", "200"])) + lines[place][one.end() :]
    )
    return MEANINGFUL, ()


def a_line_gone(rng: Random, lines: list[str]) -> Meant:
    place = int(rng.integers(len(lines)))
    is_heading = lines[place].startswith("[")
    names = tuple(re.findall(r"[\w-]+", lines.pop(place)))
    return (DAMAGE if is_heading else MEANINGFUL), names or ("plan",)


def a_line_twice(rng: Random, lines: list[str]) -> Meant:
    """Once more right below; a line of its own that is a goal's heading makes an empty goal."""
    place = int(pick(rng, _lines(lines, str.strip)))
    lines.insert(place, lines[place])
    is_remark = lines[place].lstrip().startswith("#") or "=" not in lines[place]
    return (MEANINGFUL if is_remark else DAMAGE), ("plan.toml",)


def a_line_elsewhere(rng: Random, lines: list[str]) -> Meant:
    line = lines.pop(int(rng.integers(len(lines))))
    lines.insert(int(rng.integers(len(lines) + 1)), line)
    return MEANINGFUL, ()


def a_key_misspelt(rng: Random, lines: list[str]) -> Meant:
    """A key of the plan's own, that is, not the name of a column, a wave or an index."""
    place = int(pick(rng, _lines(lines, lambda line: re.match(r"[a-z_]{3,} = ", line))))
    key = lines[place].partition(" = ")[0]
    letter = int(rng.integers(len(key)))
    wrong = key[:letter] + key[letter + 1 :] if rng.random() < 0.5 else key[:letter] + key[letter] + key[letter:]
    lines[place] = wrong + lines[place][len(key) :]
    return DAMAGE, (wrong, key)


def a_text_misspelt(rng: Random, lines: list[str]) -> Meant:
    place = int(
        pick(rng, _lines(lines, lambda line: KEY.match(line) and TEXT.search(line) and not _is_own_words(line)))
    )
    found = list(TEXT.finditer(lines[place]))
    one = found[int(rng.integers(len(found)))]
    letter = int(rng.integers(len(one[1])))
    wrong = one[1][:letter] + one[1][letter + 1 :]
    lines[place] = f'{lines[place][: one.start()]}"{wrong}"{lines[place][one.end() :]}'
    return DAMAGE, (wrong, one[1])


def a_value_of_another_kind(rng: Random, lines: list[str]) -> Meant:
    place = int(pick(rng, _lines(lines, KEY.match)))
    key = lines[place].partition(" = ")[0]
    value = str(pick(rng, VALUES))
    lines[place] = f"{key} = {value}"
    return (MEANINGFUL if key.strip('"') in OWN_WORDS else DAMAGE), (key.strip('"'), value.strip('"'))


def cut_off(rng: Random, lines: list[str]) -> Meant:
    place = int(pick(rng, _lines(lines, lambda line: "," in line)))
    lines[place] = lines[place].rpartition(",")[0]
    return MEANINGFUL, ()


PLAN_WAYS: list[PlanWay] = [
    remarks, blanks, line_ends, other_words, another_number, a_line_gone, a_line_twice, a_line_elsewhere,
    a_key_misspelt, a_key_misspelt, a_text_misspelt, a_text_misspelt, a_value_of_another_kind, cut_off,
]  # fmt: skip


# ---- text files ----------------------------------------------------------------------------------------------------


def _written(rows: Rows, **how: object) -> str:
    text = io.StringIO()
    csv.writer(text, **{"delimiter": ";", "lineterminator": "\n", **how}).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def _as(**how: object) -> Callable[[Rows], bytes]:
    return lambda rows: _written(rows, **how).encode("utf-8")


def _encoded(encoding: str, errors: str = "strict") -> Callable[[Rows], bytes]:
    def encode(rows: Rows) -> bytes:
        try:
            return _written(rows).encode(encoding, errors)
        except UnicodeEncodeError:
            raise NotHereError from None

    return encode


#: How the same rows are written otherwise, and what that means.
CSV_WAYS: dict[str, tuple[str, Callable[[Rows], bytes]]] = {
    "commas": (HARMLESS, _as(delimiter=",")),
    "tabs": (HARMLESS, _as(delimiter="\t")),
    "bars": (HARMLESS, _as(delimiter="|")),
    "quotes": (HARMLESS, _as(quoting=csv.QUOTE_ALL)),
    "crlf": (HARMLESS, _as(lineterminator="\r\n")),
    "cr": (DAMAGE, _as(lineterminator="\r")),
    "utf-8-sig": (HARMLESS, _encoded("utf-8-sig")),
    "utf-16": (HARMLESS, _encoded("utf-16")),
    "cp1252": (HARMLESS, _encoded("cp1252")),
    "utf-16-be": (DAMAGE, _encoded("utf-16-be")),
    "cp850": (DAMAGE, _encoded("cp850")),
    "no-last-line-end": (HARMLESS, lambda rows: _written(rows).rstrip("\n").encode("utf-8")),
    "empty-lines": (HARMLESS, lambda rows: _written(rows).replace("\n", "\n\n", 3).encode("utf-8") + b"\n\n"),
    "columns-without-name": (HARMLESS, lambda rows: _written([[*row, "", ""] for row in rows]).encode("utf-8")),
    "sep": (HARMLESS, lambda rows: ("sep=;\n" + _written(rows)).encode("utf-8")),
}


# ---- bytes ---------------------------------------------------------------------------------------------------------


def of_bytes(rng: Random, content: bytes, form: str) -> tuple[str, str, bytes]:
    """Return a way, what it means and content with one damage: cut off, bytes changed, a piece twice, nothing left.

    Workbooks bear checksums, so that a change is always seen; a byte of a text file may be another answer.
    """
    sees = form in {"xlsx", "ods"}
    way, place = int(rng.integers(4)), int(rng.integers(1, max(2, len(content))))
    if way == 0:
        return "cut-off", DAMAGE if sees else MEANINGFUL, content[:place]
    if way == 1:
        damaged = bytearray(content)
        for one in rng.integers(0, max(1, len(content)), 5):
            damaged[one : one + 1] = bytes([int(rng.integers(256))])
        return "bytes", DAMAGE if sees else MEANINGFUL, bytes(damaged)
    if way == 2:
        return "piece-twice", DAMAGE if sees else MEANINGFUL, content[:place] + content[max(0, place - 40) :]
    return "nothing", DAMAGE, b""
