"""How often a verdict is false, just short of the target and just beyond it, and how often what is true is told.

Data are drawn with a known truth, go through the rooms of evidence (some through a whole plan and its files), and are
judged against a target a hair above the truth and one a hair below. Seeded: a rerun says the same.

Each situation that is done is kept in a file until all are, so that a run that was stopped goes on where it was; code
that has changed since is another run. How long each took is told as it is done.

Run: python benchmarks/verdicts.py            writes docs/verdicts.md
     python benchmarks/verdicts.py --processes 1    on one core
     python benchmarks/verdicts.py --quick    few draws, printed only
     python benchmarks/verdicts.py --only "two groups"    anew only the goals so named; the rest of the page stays
     python benchmarks/verdicts.py --beyond    situations that no rule was made from; writes docs/verdicts-beyond.md
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from judging import beyond, beyond_records, counted, grouped, others, projects, surveys
from judging.tally import Situation, Tally, tally

DOCS = Path(__file__).parents[1] / "docs"
#: What a run has done so far.
KEPT = Path(tempfile.gettempdir()) / "effektmatt-verdicts.json"
#: How many draws of a situation, and of one that takes long.
DRAWS, DEAR, FROM_FILES = 2000, 300, 300
#: And of one that was marked at first: other draws, and more.
AGAIN = 4000
#: How many cells a line of the page has.
_CELLS = 12

INTRODUCTION = """# Verdicts

How often a verdict is false. Written by `benchmarks/verdicts.py` (`make verdicts`); do not edit.

A verdict is a claim on one side, which may be false in at most 2.5 of 100 such evaluations. Here the truth is known:
each situation is drawn {draws} times ({dear}, or 200, where a draw takes long, {files} through a plan and files;
the column *Draws* says which), and judged
against a target a hair beyond the truth, which is then just missed (a *met* is false), and one a hair short of it (a
*not met* is false). *Firm* is "met" and "not met", *any* also "probably". A share of 2.5 % found in {dear} draws has a
standard error of {error} percentage points; **!** marks what is above 2.5 % by more than two standard errors. Of
so many situations chance would mark some; what is marked at first is drawn anew, {again} times, and those draws count.
A run that is taken up again keeps the rows that are there, so some may have been drawn by an earlier version.

*Told* is how often a goal that is met with a margin is told to be, firmly or probably (*firmly*: firmly alone). *By
interval* is how often it was told by the printed interval alone, as verdicts were read until decision
{decision}; so is *before*, the larger share of
false verdicts then. Where *assumed* is "no", what the result says it assumes does not hold (people resemble each other
in their offices, those who did not answer differ): then nothing may be firm, and "probably" may be false, as the result
says.

"""
BEYOND = """# Verdicts in situations that no rule was made from

Written by `benchmarks/verdicts.py --beyond`; do not edit. As [Verdicts](verdicts.md), which says what the columns mean,
and of the code of one run: other distributions, weights, groups that differ much, drop-out, mixed visitors, other
courses over time. Each is drawn {draws} times ({again} where it was marked at first); a share of 2.5 % of {draws} has a
standard error of {error} percentage points. Where *assumed* is "no" something fails that the result says it assumes:
that those who did not answer, or groups that were not seen, are like the others, that a course was steady, that
visitors are alike, that two groups would have changed alike.

"""
DECISION = "[0028](decisions/0028-a-verdict-is-a-one-sided-claim.md)"


def main() -> None:
    """Write the page, or print a quick one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", default=[], help="goals to find anew, by a part of their names")
    parser.add_argument("--beyond", action="store_true", help="the situations that no rule was made from")
    parser.add_argument("--processes", type=int, default=2, help="how many situations are drawn at a time")
    asked = parser.parse_args()
    every = _every(asked.beyond)
    places = [
        place
        for place, one in enumerate(every)
        if not asked.only or any(part.casefold() in one.goal.casefold() for part in asked.only)
    ]
    found = _all_tallied(every, places, asked)
    rows = [_row(Tally(every[place], *found[place])) for place in places]
    page = DOCS / ("verdicts-beyond.md" if asked.beyond else "verdicts.md")
    if asked.only:
        anew = {row.goal for row in rows}
        before = [row for row in _rows_of(page.read_text(encoding="utf-8")) if row.goal not in anew]
        order = [f"{one.goal[0].upper()}{one.goal[1:]}" for one in every]
        rows = sorted([*before, *rows], key=lambda row: order.index(row.goal))
    if asked.quick:
        sys.stdout.write(_page(rows, off_table=asked.beyond))
    else:
        page.write_text(_page(rows, off_table=asked.beyond), encoding="utf-8")
        KEPT.unlink(missing_ok=True)


def _all_tallied(every: list[Situation], places: list[int], asked: argparse.Namespace) -> dict[int, tuple[int, ...]]:
    """Return the counts of situations by their places; those that a stopped run has done are not drawn again."""
    kept = {} if asked.quick else _kept()
    names = {place: f"{every[place].goal}: {every[place].tried}" for place in places}
    found = {place: tuple(kept[name]) for place, name in names.items() if name in kept}
    left = [(place, asked.quick, asked.beyond) for place in places if place not in found]
    with Pool(asked.processes) as pool:
        for done, (place, counts, seconds) in enumerate(pool.imap_unordered(_timed, left, chunksize=1), start=1):
            found[place] = counts
            sys.stderr.write(f"{done} of {len(left)}, {seconds:.0f} s: {names[place]}\n")
            if not asked.quick:
                kept[names[place]] = list(counts)
                KEPT.write_text(json.dumps({"code": _code(), "found": kept}), encoding="utf-8")
    return found


def _timed(what: tuple[int, bool, bool]) -> tuple[int, tuple[int, ...], float]:
    """Return the place of a situation, its counts, and how many seconds they took."""
    start = time.perf_counter()
    return what[0], _tallied(*what), time.perf_counter() - start


def _kept() -> dict[str, list[int]]:
    """Return what a stopped run with the same code has done."""
    if not KEPT.exists():
        return {}
    held = json.loads(KEPT.read_text(encoding="utf-8"))
    return dict(held["found"]) if held["code"] == _code() else {}


@cache
def _code() -> str:
    """Return a mark of the code that decides a verdict, and of that which draws."""
    top, found = Path(__file__).parents[1], hashlib.sha256()
    for file in sorted([*(top / "src").rglob("*.py"), *Path(__file__).parent.rglob("*.py")]):
        found.update(file.read_bytes())
    return found.hexdigest()


def _every(off_table: bool) -> list[Situation]:
    if off_table:
        return [*beyond.situations(), *beyond_records.situations()]
    return [
        *surveys.situations(),
        *others.situations(),
        *counted.situations(),
        *grouped.situations(),
        *projects.situations(),
    ]


def _tallied(place: int, quick: bool, off_table: bool) -> tuple[int, ...]:
    """Return the counts of one situation; it is found anew, as what draws cannot be sent to another process."""
    situation = _every(off_table)[place]
    draws = FROM_FILES if "from files" in situation.goal else DEAR if situation.dear else DRAWS
    one = tally(situation, max(5, draws // 20) if quick else draws)
    if one.is_false_too_often and not quick:  # of so many situations a few are marked by chance
        one = tally(situation, AGAIN, again=True)
    return (one.draws, one.firm_met, one.met, one.firm_not_met, one.not_met,
            one.told, one.firmly, one.interval_met, one.interval_not_met, one.interval_told)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: its goal, and what stands in its cells."""

    goal: str
    cells: tuple[str, ...]

    @property
    def draws(self) -> int:
        """How many draws it is from."""
        return int(self.cells[3])

    @property
    def holds(self) -> bool:
        """Whether what the result says it assumes is so."""
        return self.cells[2] == "yes"

    def most(self, first: int) -> float:
        """Return the larger of two neighbouring shares, in per cent."""
        return max(float(cell.removesuffix(" %")) for cell in self.cells[first : first + 2])


def _row(one: Tally) -> Row:
    before = max(one.interval_met, one.interval_not_met)
    counts = (one.firm_met, one.firm_not_met, one.met, one.not_met, before, one.told, one.firmly, one.interval_told)
    goal = one.situation.goal
    return Row(
        f"{goal[0].upper()}{goal[1:]}",
        (
            "**!**" if one.is_false_too_often else "",
            one.situation.tried,
            "yes" if one.situation.holds else "no",
            str(one.draws),
            *(_percent(count / one.draws) for count in counts),
        ),
    )


def _rows_of(page: str) -> Iterator[Row]:
    """Yield the lines of a page that was written before."""
    goal = ""
    for line in page.splitlines():
        if line.startswith("## "):
            goal = line.removeprefix("## ")
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if line.startswith("|") and len(cells) == _CELLS and cells[3].isdigit():
            yield Row(goal, cells)


def _page(rows: list[Row], *, off_table: bool) -> str:
    error = f"{100 * math.sqrt(0.025 * 0.975 / DEAR):.1f}"
    told = {"dear": DEAR, "files": FROM_FILES, "again": AGAIN, "error": error, "decision": DECISION}
    lines = [BEYOND.format(draws=DEAR, **told) if off_table else INTRODUCTION.format(draws=DRAWS, **told)]
    firm, likely = (
        max(rows, key=lambda row: row.most(4)),
        max((row for row in rows if row.holds), key=lambda row: row.most(6)),
    )
    allowed = {row: 2.5 + 200 * math.sqrt(0.025 * 0.975 / row.draws) for row in rows}
    too_firm = sum(row.most(4) > allowed[row] for row in rows)
    too_likely = sum(row.holds and row.most(6) > allowed[row] for row in rows)
    lines.append(
        f"Of {len(rows)} situations, firm verdicts are false too often in {too_firm} (the most: {firm.most(4):.1f} %), "
        f"and firm or probable ones, where what is assumed holds, in {too_likely} (the most: {likely.most(6):.1f} %).\n"
    )
    lines += _tables(rows)
    return "".join(lines)


def _tables(rows: list[Row]) -> Iterator[str]:
    for goal in dict.fromkeys(row.goal for row in rows):
        yield f"\n## {goal}\n\n"
        yield (
            "| | Situation | Assumed | Draws | Firm: false met | false not met | Any: false met | false not met "
            "| Before | Told | Firmly | By interval |\n|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        )
        yield from (f"| {' | '.join(row.cells)} |\n" for row in rows if row.goal == goal)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


if __name__ == "__main__":
    main()
