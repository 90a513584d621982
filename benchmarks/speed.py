"""How quick the statistics are, as ratios to the libraries that others would use for the same numbers.

Ours and the peer's run in one process, one after the other, seven times; the ratio is the median of the seven ratios,
so that what else the machine does touches both. Before any clock starts both must have found the same number.

Run: make bench, or python benchmarks/speed.py [--quick] [row ...]; without --quick, docs/benchmarks.md is rewritten
(only the rows that were run).
"""

import argparse
import importlib.util
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from races import ROWS, Row

RESULTS = Path(__file__).parents[1] / "docs" / "benchmarks.md"
ROUNDS = 7
#: Work that takes less than this is repeated within a round, and its mean time taken.
SHORTEST = 0.05

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Seconds and ratios (times quicker than the peer, or times its cost) of a row."""

    ours: float
    peer: float
    ratios: tuple[float, ...]

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)


def seconds(work: Callable[[], Any], times: int, clock: Clock = time.perf_counter) -> float:
    start = clock()
    for _ in range(times):
        work()
    return (clock() - start) / times


def run(row: Row, size: float, clock: Clock) -> Result:
    with row.start(size) as race:
        # once unmeasured: imports done, files in the cache, the same number found
        race.agree(race.ours(), race.peer())
        times = [max(1, round(SHORTEST / seconds(work, 1))) for work in (race.ours, race.peer)]
        rounds = [(seconds(race.ours, times[0], clock), seconds(race.peer, times[1], clock)) for _ in range(ROUNDS)]
    return Result(
        ours=statistics.median(ours for ours, _ in rounds),
        peer=statistics.median(peer for _, peer in rounds),
        ratios=tuple(ours / peer if row.at_most else peer / ours for ours, peer in rounds),
    )


def is_enough(row: Row, found: Result) -> bool:
    return (row.quicker is None or found.ratio >= row.quicker) and (row.at_most is None or found.ratio <= row.at_most)


def demanded(row: Row) -> str:
    if row.quicker:
        return f"at least {row.quicker:g} times as quick"
    if row.at_most:
        return f"at most {row.at_most:g} times the cost"
    return "nothing"


def line(row: Row, found: Result) -> str:
    ratio = f"{shown(found.ratio)} ({shown(min(found.ratios))} to {shown(max(found.ratios))})"
    return f"| {row.work} | {row.peer} | {took(found.peer)} | {took(found.ours)} | {ratio} | {demanded(row)} |"


def shown(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"


def took(time_taken: float) -> str:
    return f"{time_taken:.2f} s" if time_taken >= 1 else f"{time_taken * 1e3:.3g} ms"


def machine() -> str:
    names = ["numpy", "scipy", "pandas", "statsmodels", "polars", "narwhals"]
    libraries = ", ".join(f"{name} {version(name)}" for name in names if importlib.util.find_spec(name))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, {platform.system()}; "
        f"Python {platform.python_version()}, {libraries}"
    )


INTRODUCTION = """# Benchmarks

How quick the statistics are beside the libraries that others would use for the same numbers. Ours and the peer's run in
one process, one after the other, seven times; the ratio is the median of the seven ratios (smallest to largest in
brackets), and before the clock starts both must have found the same number. Ours starts from rows wherever the work
speaks of people, pairs or cases: the time includes counting them, as the commands count. Times are medians on whatever
else the machine did; ratios are what to read.

Written by `make bench` (`python benchmarks/speed.py`, which also runs single rows, and small ones with `--quick`).
"""

HEADER = """| Work | Peer | Peer's time | Our time | Ratio | Demanded |
| --- | --- | --- | --- | --- | --- |
"""

NOTES = """
lifelines does not install beside pandas 3; its rows are measured where it does, with pandas 2.3. Its `return_variance`
gives the variance of the time itself, where ours gives the standard error of its mean, so both ways are shown.
"""


def write(lines: dict[str, str], clock: str) -> None:
    """Write the results; rows that were not run keep what was written of them before."""
    earlier = RESULTS.read_text(encoding="utf-8").splitlines() if RESULTS.exists() else []
    for name, row in ROWS.items():
        kept = [old for old in earlier if old.startswith(f"| {row.work} | {row.peer} |")]
        if kept:
            lines.setdefault(name, kept[0])
    table = "".join(f"{lines[name]}\n" for name in ROWS if name in lines)
    RESULTS.write_text(f"{INTRODUCTION}\n{machine()}. Measured as {clock}.\n\n{HEADER}{table}{NOTES}", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description="How quick the statistics are, as ratios to other libraries.")
    parser.add_argument("rows", nargs="*", metavar="row", help=f"only these: {', '.join(ROWS)}")
    parser.add_argument("--cpu", action="store_true", help="processor time instead of elapsed time: on a busy machine")
    parser.add_argument("--quick", action="store_true", help="a hundredth of the rows; nothing is written")
    arguments = parser.parse_args()
    unknown = set(arguments.rows) - set(ROWS)
    if unknown:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    lines, missed = {}, []
    for name in arguments.rows or ROWS:
        row = ROWS[name]
        if row.needs and importlib.util.find_spec(row.needs) is None:
            print(f"{name:22} not run: {row.needs} is not installed")
            continue
        found = run(row, 0.01 if arguments.quick else 1, time.process_time if arguments.cpu else time.perf_counter)
        lines[name] = line(row, found)
        print(f"{name:22} {lines[name]}", flush=True)
        if not is_enough(row, found):
            missed.append(name)
    if missed:
        print(f"missed what is demanded: {', '.join(missed)}")
    if arguments.quick:
        return 0
    write(lines, "processor time" if arguments.cpu else "elapsed time")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
