"""How long whole commands take: beside the import of what they stand on, and beside naive scripts on large files.

Everything runs as a process of its own, ours and its rivals one after the other, three times; what is compared is
processor time (of all cores) and the most memory held, medians of the three, so that what else the machine does touches
all alike. Before the numbers of a large project are compared, both sides must have found the same ones. "Beyond
start-up" is a run less the same run on a hundred rows, on both sides.

Run: make bench, or python benchmarks/commands.py [--rounds N] [--rows N] [row ...]; exit code 1 where anything costs
more than is demanded. With --rows the projects are made smaller, and only what is found is compared. A run of all rows
writes docs/commands.md.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from made import MADE, Made

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "docs" / "commands.md"
SAMPLE = ROOT / "data" / "sample" / "den-nya-administratoren"
STACK = ["-c", "import pandas, scipy.stats, statsmodels.api, matplotlib.pyplot, pandera"]
#: What a command on the first sample may cost, as times the import of the stack.
SMALL = {"import effektmatt": 0.1, "goals": 0.5, "report": 1.2}
#: So many rows are nothing but start-up.
FEW = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Processor seconds of a process and its children, the most megabytes that it held, and what it printed."""

    seconds: float
    megabytes: float
    printed: str = ""


def cost(arguments: list[str]) -> Cost:
    """Run Python with arguments and return what it cost."""
    # the command is that of the same copy, whatever is installed, compiled as an installed one is
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "benchmarks")])}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        process = subprocess.Popen([sys.executable, *arguments], stdout=output, env=environment, cwd=ROOT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
        output.seek(0)
        return Cost(seconds=used.ru_utime + used.ru_stime, megabytes=used.ru_maxrss / 1024, printed=output.read())


def median(costs: list[Cost]) -> Cost:
    return Cost(
        seconds=statistics.median(one.seconds for one in costs),
        megabytes=statistics.median(one.megabytes for one in costs),
    )


def side_by_side(runs: dict[str, list[str]], rounds: int) -> dict[str, Cost]:
    """Return what each run costs, all of them in turn, once unmeasured: files in the cache, bytecode written."""
    for arguments in runs.values():
        cost(arguments)
    taken: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, arguments in runs.items():
            taken[name].append(cost(arguments))
    return {name: median(costs) for name, costs in taken.items()}


def small(rounds: int) -> Iterator[tuple[str, str, float, float | None]]:
    """Yield a line, what is compared, the ratio and what is demanded of it, for the commands on the first sample."""
    with tempfile.TemporaryDirectory() as folder:
        runs = {
            "stack": STACK,
            "import effektmatt": ["-c", "import effektmatt"],
            "goals": ["-m", "effektmatt", "goals", str(SAMPLE)],
            "report": ["-m", "effektmatt", "report", str(SAMPLE), "-o", folder],
        }
        taken = side_by_side(runs, rounds)
    for name, most in SMALL.items():
        yield name, "import of the stack", taken[name].seconds / taken["stack"].seconds, most


def large(name: str, made: Made, rows: int, rounds: int) -> Iterator[tuple[str, str, float, float | None]]:
    """Yield the same for a project of many rows."""
    with tempfile.TemporaryDirectory() as temporary:
        many, few = Path(temporary) / "many", Path(temporary) / "few"
        for folder, size in ((many, rows), (few, FEW)):
            folder.mkdir()
            # in a process of its own: what this one ever held would be counted to all that it starts
            making = f"MADE[{name!r}].make(Path({str(folder)!r}), {size})"
            cost(["-c", f"from pathlib import Path; from made import MADE; {making}"])
        runs: dict[str, list[str]] = {}
        for size, folder in (("many", many), ("few", few)):
            runs[f"ours {size}"] = ["-m", "effektmatt", "goals", str(folder), "--json"]
            for rival in made.rivals:
                runs[f"{rival} {size}"] = [str(ROOT / "benchmarks" / "naive.py"), made.naive, rival, str(folder)]
        for rival in made.rivals:
            agree(name, cost(runs["ours many"]).printed, cost(runs[f"{rival} many"]).printed)
        taken = side_by_side(runs, rounds)
    ours, start = taken["ours many"], taken["ours few"]
    for place, rival in enumerate(made.rivals):
        theirs, began = taken[f"{rival} many"], taken[f"{rival} few"]
        demanded = (made.whole, made.beyond, made.memory) if place == 0 and rows == made.rows else (None, None, None)
        print(
            f"{name:16} ours {ours.seconds:6.2f} s {ours.megabytes:5.0f} MB (start {start.seconds:.2f} s)"
            f"   {rival} {theirs.seconds:6.2f} s {theirs.megabytes:5.0f} MB (start {began.seconds:.2f} s)",
            flush=True,
        )
        yield name, f"{rival}, whole", ours.seconds / theirs.seconds, demanded[0]
        beyond = (ours.seconds - start.seconds) / max(theirs.seconds - began.seconds, 1e-9)
        yield name, f"{rival}, beyond start-up", beyond, demanded[1]
        yield name, f"{rival}, memory", ours.megabytes / theirs.megabytes, demanded[2]


def agree(name: str, ours: str, theirs: str) -> None:
    """Stop where the two sides have not found the same numbers."""
    found = {goal["id"]: goal["estimate"] for goal in json.loads(ours)["goals"]}
    for goal, number in json.loads(theirs).items():
        if abs(found[goal] - number) > 1e-9 * max(1, abs(number)):
            raise SystemExit(f"{name}: {goal} is {found[goal]} here and {number} there")


INTRODUCTION = """# What whole commands cost

The processor time and the memory of whole commands, as times what somebody else takes to the same numbers: for the
first sample the import of the libraries that are needed anyway, for large files a dozen naive lines of pandas or Polars
that check nothing (`benchmarks/naive.py`), which must have found the same. Everything runs as a process of its own, in
turn; medians. *Beyond start-up* is a run less the same run on a hundred rows, on both sides.

Written by `make bench` (`python benchmarks/commands.py`).

| Work | Beside | Ratio | At most |
| --- | --- | --- | --- |
"""


def main() -> int:
    parser = argparse.ArgumentParser(description="What whole commands cost, beside others.")
    parser.add_argument("work", nargs="*", metavar="row", help=f"only these: sample, {', '.join(MADE)}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, help="so many rows in the large projects; nothing is written")
    asked = parser.parse_args()
    wanted = asked.work or ["sample", *MADE]
    if unknown := set(wanted) - {"sample", *MADE}:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    lines, missed = [], []
    for name in wanted:
        made = MADE.get(name)
        rows = 0 if made is None else asked.rows or made.rows
        for what, beside, ratio, most in small(asked.rounds) if made is None else large(name, made, rows, asked.rounds):
            lines.append(f"| {what} | {beside} | {ratio:.2f} | {'' if most is None else f'{most:g}'} |")
            print(f"{what:20} {beside:28} {ratio:6.2f}{'' if most is None else f'   (at most {most:g})'}", flush=True)
            if most is not None and ratio > most:
                missed.append(f"{what} beside {beside}")
    if not asked.rows and not asked.work:
        RESULTS.write_text(INTRODUCTION + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"missed what is demanded: {', '.join(missed)}" if missed else "all that is demanded holds")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
