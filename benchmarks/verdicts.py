"""How often a verdict is false, just short of the target and just beyond it, and how often what is true is told.

Data are drawn with a known truth, go through the rooms of evidence (some through a whole plan and its files), and are
judged against a target a hair above the truth and one a hair below. Seeded: a rerun says the same.

Run: python benchmarks/verdicts.py            writes docs/verdicts.md (some ten minutes on two cores)
     python benchmarks/verdicts.py --quick    few draws, printed only
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from judging import others, projects, surveys
from judging.tally import Tally, tally

DOCS = Path(__file__).parents[1] / "docs"
#: How many draws of a situation, and of one that takes long.
DRAWS, DEAR, FROM_FILES = 2000, 300, 300
#: And of one that was marked at first: other draws, and more.
AGAIN = 4000

INTRODUCTION = """# Verdicts

How often a verdict is false. Written by `benchmarks/verdicts.py` (`make verdicts`); do not edit.

A verdict is a claim on one side, which may be false in at most 2.5 of 100 such evaluations. Here the truth is known:
each situation is drawn {draws} times ({dear} where a draw takes long, {files} through a plan and files), and judged
against a target a hair beyond the truth, which is then just missed (a *met* is false), and one a hair short of it (a
*not met* is false). *Firm* is "met" and "not met", *any* also "probably". A share of 2.5 % found in {dear} draws has a
standard error of {error} percentage points; **!** marks what is above 2.5 % by more than two standard errors. Of
so many situations chance would mark some; what is marked at first is drawn anew, {again} times, and those draws count.

*Told* is how often a goal that is met with a margin is told to be, firmly or probably (*firmly*: firmly alone). *By
interval* is how often it was told by the printed interval alone, as verdicts were read until decision
{decision}; so is *before*, the larger share of
false verdicts then. Where *assumed* is "no", what the result says it assumes does not hold (people resemble each other
in their offices, those who did not answer differ): then nothing may be firm, and "probably" may be false, as the result
says.

"""
DECISION = "[0028](decisions/0028-a-verdict-is-a-one-sided-claim.md)"


def main() -> None:
    """Write the page, or print a quick one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    every = [*surveys.situations(), *others.situations(), *projects.situations()]
    with Pool(2) as pool:
        found = pool.starmap(_tallied, [(place, quick) for place in range(len(every))], chunksize=1)
    page = _page([Tally(every[place], *counts) for place, counts in enumerate(found)])
    if quick:
        sys.stdout.write(page)
    else:
        (DOCS / "verdicts.md").write_text(page, encoding="utf-8")


def _tallied(place: int, quick: bool) -> tuple[int, ...]:
    """Return the counts of one situation; it is found anew, as what draws cannot be sent to another process."""
    every = [*surveys.situations(), *others.situations(), *projects.situations()]
    situation = every[place]
    draws = FROM_FILES if "from files" in situation.goal else DEAR if situation.dear else DRAWS
    one = tally(situation, max(5, draws // 20) if quick else draws)
    if one.is_false_too_often and not quick:  # of so many situations a few are marked by chance
        one = tally(situation, AGAIN, again=True)
    return (one.draws, one.firm_met, one.met, one.firm_not_met, one.not_met,
            one.told, one.firmly, one.interval_met, one.interval_not_met, one.interval_told)  # fmt: skip


def _page(found: list[Tally]) -> str:
    error = f"{100 * math.sqrt(0.025 * 0.975 / DEAR):.1f}"
    lines = [INTRODUCTION.format(draws=DRAWS, dear=DEAR, files=FROM_FILES, again=AGAIN, error=error, decision=DECISION)]
    worst = max(found, key=lambda one: one.firm)
    broken = [one for one in found if one.firm > one.allowed()]
    likely = [one for one in found if one.situation.holds and one.any > one.allowed()]
    most = max((one for one in found if one.situation.holds), key=lambda one: one.any)
    lines.append(
        f"Of {len(found)} situations, firm verdicts are false too often in {len(broken)} (the most: "
        f"{_percent(worst.firm)}), and firm or probable ones, where what is assumed holds, in {len(likely)} (the most: "
        f"{_percent(most.any)}).\n"
    )
    lines += _tables(found)
    return "".join(lines)


def _tables(found: list[Tally]) -> Iterator[str]:
    goal = ""
    order = list(dict.fromkeys(one.situation.goal for one in found))
    for one in sorted(found, key=lambda one: order.index(one.situation.goal)):
        if one.situation.goal != goal:
            goal = one.situation.goal
            yield f"\n## {goal[0].upper()}{goal[1:]}\n\n"
            yield (
                "| | Situation | Assumed | Draws | Firm: false met | false not met | Any: false met | false not met "
                "| Before | Told | Firmly | By interval |\n|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
            )
        yield _line(one)


def _line(one: Tally) -> str:
    before = max(one.interval_met, one.interval_not_met)
    counts = (one.firm_met, one.firm_not_met, one.met, one.not_met, before, one.told, one.firmly, one.interval_told)
    cells = (
        "**!**" if one.is_false_too_often else "",
        one.situation.tried,
        "yes" if one.situation.holds else "no",
        str(one.draws),
        *(_percent(count / one.draws) for count in counts),
    )
    return f"| {' | '.join(cells)} |\n"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


if __name__ == "__main__":
    main()
