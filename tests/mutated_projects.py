"""Projects with slips and damage: plans and data changed at random, which must give faults or findings, never a crash.

Run `python tests/mutated_projects.py --seed 1 --projects 1000 --seconds 600` (a part of `make fuzz`): each is evaluated
and told in both languages; nothing but faults may be raised, within a time, and every row read is used or left out.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import numpy as np

from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.terminal import check_text, goals_text
from effektmatt.wording import words
from effektmatt.wording.faults import fault_text

SAMPLES = sorted(path.parent for path in (Path(__file__).parents[1] / "data" / "sample").glob("*/plan.toml"))
#: So many seconds one project may take.
PATIENCE = 90

Random = np.random.Generator
#: What people, programs and disks put in a cell.
CELLS = [
    "", " ", "NA", "#DIV/0!", "-", "0", "-1", "1e400", "nan", "inf", "9" * 40, "1,5", "1.5", "1 000", "ja", "Nej ",
    "JA", "2024-02-30", "31/12/2024", "12/31/24", "1899-12-30", "9999-12-31", "2024-01-01T25:00", "Summa", "=1+1",
    '"', "''", "å" * 300, "a\u0301", "\u202e", "\u200b", "\ufeff", "\x00", "\x1a", "{0}", "%s", "<b>", "x@y.se",
    "19811218-9876",
]  # fmt: skip
VALUES = [
    "0", "-1", "1e400", "nan", "inf", '""', '"å"', "true", "[]", "{}", "2024-02-29", '["a", "a"]', '"goals"', "1.5",
    "99999999", '"../x.csv"', '"\\u0000"', f'"{"x" * 300}"', "{ at_least = 0.5 }",
]  # fmt: skip


def pick(rng: Random, among: list) -> object:
    """Return one of some things."""
    return among[int(rng.integers(len(among)))]


def of_plan(rng: Random, lines: list[str]) -> list[str]:
    """Return a plan with one change: a line gone, twice, elsewhere, or with another value, or a word misspelt."""
    place = int(rng.integers(len(lines)))
    line, way = lines[place], int(rng.integers(7))
    if way == 0:
        return lines[:place] + lines[place + 1 :]
    if way == 1:
        return [*lines[:place], line, *lines[place:]]
    if way == 2:
        other = int(rng.integers(len(lines)))
        rest = lines[:place] + lines[place + 1 :]
        return [*rest[:other], line, *rest[other:]]
    if way in (3, 4) and "=" in line:
        return [*lines[:place], f"{line.partition('=')[0]}= {pick(rng, VALUES)}", *lines[place + 1 :]]
    if way == 5 and line:
        letter = int(rng.integers(len(line)))
        return [*lines[:place], line[:letter] + line[letter + 1 :], *lines[place + 1 :]]
    return [*lines[:place], *(line.split(",")[:-1] or [""]), *lines[place + 1 :]]


def of_cells(rng: Random, lines: list[str]) -> list[str]:
    """Return a table of text with one change: cells, columns or rows that are other, gone, twice or elsewhere."""
    mark = max(";,\t", key=lines[0].count)
    rows = [line.split(mark) for line in lines]
    column, way = int(rng.integers(len(rows[0]))), int(rng.integers(9))
    some = rng.integers(0, len(rows), max(1, int(rng.integers(1, max(2, len(rows) // 4)))))
    value = str(pick(rng, CELLS))
    if way < 3:
        for row in some:
            if column < len(rows[row]):
                rows[row][column] = value
    elif way == 3:
        rows = [row[:column] + row[column + 1 :] for row in rows]
    elif way == 4:
        rows += [rows[row] for row in some]
    elif way == 5:
        rows = [row for place, row in enumerate(rows) if place not in set(some.tolist())] or [[""]]
    elif way == 6:
        rows[1:] = [[*row[:column], value, *row[column + 1 :]] for row in rows[1:]]
    elif way == 7:
        rows.insert(int(rng.integers(len(rows))), [value] * int(rng.integers(1, len(rows[0]) + 3)))
    else:
        rows = [row[::-1] for row in rows]
    return [mark.join(row) for row in rows]


def of_bytes(rng: Random, content: bytes) -> bytes:
    """Return content with one damage: cut off, bytes changed, another encoding, a piece twice, nothing left."""
    way, place = int(rng.integers(6)), int(rng.integers(max(1, len(content))))
    if way == 0:
        return content[:place]
    if way == 1:
        damaged = bytearray(content)
        for one in rng.integers(0, max(1, len(content)), 5):
            damaged[one : one + 1] = bytes([int(rng.integers(256))])
        return bytes(damaged)
    if way == 2:
        encoding = str(pick(rng, ["cp1252", "utf-16", "cp850", "utf-8-sig", "utf-16-be"]))
        return content.decode("utf-8", "replace").encode(encoding, "replace")
    if way == 3:
        return content[:place] + content[max(0, place - 40) :]
    if way == 4:
        return content.replace(b"\n", b"\r\n" if rng.random() < 0.5 else b"\r")
    return b""


def mutate(folder: Path, rng: Random) -> list[str]:
    """Change a project in one to three places, and say where."""
    changed = []
    for _ in range(int(rng.integers(1, 4))):
        files = sorted(path for path in folder.iterdir() if path.suffix in {".csv", ".xlsx"})
        file = folder / "plan.toml" if rng.random() < 0.45 else files[int(rng.integers(len(files)))]
        content = file.read_bytes()
        if rng.random() < 0.03 and file.suffix != ".toml":
            file.write_bytes(files[int(rng.integers(len(files)))].read_bytes())
        elif file.suffix == ".xlsx" or rng.random() < 0.15:
            file.write_bytes(of_bytes(rng, content))
        else:
            change: Callable[[Random, list[str]], list[str]] = of_plan if file.suffix == ".toml" else of_cells
            lines = content.decode("utf-8", "surrogateescape").split("\n")
            file.write_bytes("\n".join(change(rng, lines)).encode("utf-8", "surrogateescape"))
        changed.append(file.name)
    return changed


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in what takes longer, where the system has alarms."""

    def late(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def told(faults: InputFaults) -> str:
    """Say every fault in both languages."""
    assert faults.faults
    assert all(fault_text(fault, words(language)).strip() for fault in faults.faults for language in ("sv", "en"))
    return "faults"


def tried(folder: Path) -> str:
    """Evaluate a project and tell of it in both languages; return "faults" or "findings"."""
    try:
        findings = evaluate(folder).findings
    except InputFaults as faults:
        return told(faults)
    for source in findings.sources:
        for account in source.accounts:
            assert account.read == account.used + sum(account.left_out.values()), account
    for language in ("sv", "en"):
        assert check_text(findings, words(language))
        assert goals_text(findings, words(language))
    return "findings"


def one_project(seed: int) -> str:
    """Make, change and try a project; the same one for the same seed."""
    rng = np.random.default_rng(seed)
    sample = SAMPLES[int(rng.integers(len(SAMPLES)))]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(sample, Path(place) / "p", ignore=shutil.ignore_patterns("report", "*.py")))
        changed = mutate(folder, rng)
        try:
            with within(PATIENCE), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return tried(folder)
        except Exception as error:
            error.add_note(f"seed {seed}: {sample.name}, changed {', '.join(changed)}")
            raise


def main() -> int:
    """Try as many projects as there is time for, and say what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=600.0)
    asked = parser.parse_args()
    start, seen, wrong, done = time.monotonic(), {"faults": 0, "findings": 0}, 0, 0
    while done < asked.projects and time.monotonic() - start < asked.seconds:
        try:
            seen[one_project(asked.seed * 1_000_000 + done)] += 1
        except Exception:  # noqa: BLE001 -- whatever it is, it is what is looked for
            wrong += 1
            sys.stdout.write(traceback.format_exc() + "\n")
        done += 1
    took = time.monotonic() - start
    told = f"{seen['faults']} with faults, {seen['findings']} with findings, {wrong} went wrong"
    sys.stdout.write(f"{done} changed projects in {took:.0f} s: {told}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
