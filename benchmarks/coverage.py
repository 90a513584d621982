"""How often 95 per cent intervals cover the truth, over a grid of sizes, shapes, ties, units and open cases.

Shares are enumerated: their coverage is a sum of probabilities. The rest is simulated, with fixed seeds.

Run: python benchmarks/coverage.py            writes docs/coverage.md (some ten minutes on one core)
     python benchmarks/coverage.py --hard     only the hard situations, written anew into the page (one minute)
     python benchmarks/coverage.py --quick    a small grid, printed only (half a minute)
"""

from __future__ import annotations

import argparse
import itertools
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from covering import answers, hard, shares, times, units
from covering.found import Effort, Found
from effektmatt.stats.choices import QUESTIONS
from effektmatt.stats.methods import methods_of
from effektmatt.wording import Words, words

DOCS = Path(__file__).parents[1] / "docs"
#: Covering less is marked.
WANTED = 0.94
FULL, QUICK = Effort(draws=2000, dear=1000, quick=False), Effort(draws=400, dear=100, quick=True)

INTRODUCTION = """# Coverage

How often 95 % intervals hold the truth. Written by `benchmarks/coverage.py`; do not edit.

Shares are enumerated, so their coverage is exact; everything else is simulated ({draws} draws of each situation,
{dear} of slow methods; a simulated coverage of 95 % then has a standard error of {error} percentage points, of slow
methods {dear_error}). *n* is the smaller group: answers, linked pairs, cases or units. *Lowest* is the worst situation
of that size, *mean* the average over situations, *width* the mean width (– where it may be infinite). Data for which a
method refuses to give an interval are left out.

A line is marked **!** where the lowest coverage is under 94 % (for simulated ones: by more than two standard errors).
An exact interval never is; the others are approximate in small groups, and a discrete answer makes coverage
jump up and down by a percentage point whatever the method. What the program does about it: each default has a smallest
size, `enough` in [`choices.py`](../src/effektmatt/stats/choices.py), under which the result bears a note that its
interval is approximate; see [decision 0012](decisions/0012-which-intervals-are-good-enough.md). From that size on the
lowest coverage is 93.5 % or more, which a test holds the table to; it lets pass 92.3 %, as the lowest of several
simulated ones falls short by so much through chance alone. What supposes equal spread (Hedges' g) is excepted, and
situations that need more than any fixed size stand in [the last section](#hard-situations).
"""

HARD = """
## Hard situations

Answers at one end of the scale, one group ten times as large as the other, visits nearly all met, reviewers who nearly
always say the same, a rare type of case that weighs much. Here the size alone does not say whether an interval holds
what it promises, so the program looks at the data too
([`enough.py`](../src/effektmatt/stats/enough.py)): *noted* is in how many of these samples the result bears the note
that its interval is approximate. It is not in all, as a sample does not always show how skewed what it comes from is.
Samples in which nothing varies are left out: they get no interval.

A test lets an interval cover less than 93.5 % (92.3 % with the same allowance for chance) only where at least
{noted:.0%} of samples bear the note.

| | method | situation | n | coverage | noted |
|---|---|---|--:|--:|--:|"""


def every(effort: Effort) -> Iterator[Found]:
    """Yield what was found of every method."""
    for part in (shares, answers, times, units):
        yield from part.found(effort)


def lines(found: Sequence[Found], text: Words) -> Iterator[str]:
    """Yield a table for every estimand, a line for every method and size."""
    defaults = {
        code
        for question in QUESTIONS
        for choice in question.choices.values()
        if choice.default
        for method in methods_of(choice.default)
        for code in method.codes
    }

    def of(one: Found) -> tuple[str, str, int]:
        return one.estimand, one.method, one.n

    for estimand, group in itertools.groupby(sorted(found, key=of), key=lambda one: one.estimand):
        yield f"\n## {estimand.capitalize()}\n"
        yield "| | method | n | situations | lowest | where | mean | width |"
        yield "|---|---|--:|--:|--:|---|--:|--:|"
        for (_, method, n), same in itertools.groupby(group, key=of):
            cases = list(same)
            worst = min(cases, key=lambda one: one.covered)
            widths = [one.width for one in cases]
            width = "–" if None in widths else f"{sum(filter(None, widths)) / len(widths):.3g}"
            name = _name(method, text)
            yield (
                f"| {'**!**' if is_low(worst) else ''} | {f'**{name}**' if method in defaults else name} | {n} | "
                f"{len(cases)} | {worst.covered:.1%} | {worst.situation} | "
                f"{sum(one.covered for one in cases) / len(cases):.1%} | {width} |"
            )


def hard_lines(found: Sequence[Found], text: Words) -> Iterator[str]:
    """Yield a table with a line for every hard situation."""
    yield HARD.format(noted=hard.NOTED)
    for one in sorted(found, key=lambda one: (one.estimand, one.method)):
        yield (
            f"| {'**!**' if is_low(one) else ''} | {_name(one.method, text)} | {one.situation} | {one.n} | "
            f"{one.covered:.1%} | {one.noted or 0:.1%} |"
        )


def _name(method: str, text: Words) -> str:
    code = method if text.has(f"method-{method}") else f"{method}-exact"
    return text.method(code)


def is_low(worst: Found) -> bool:
    """Say whether a coverage is under what is wanted, by more than chance."""
    error = 0.0 if worst.exact else 2 * math.sqrt(WANTED * (1 - WANTED) / max(1, worst.draws))
    return worst.covered + error < WANTED


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a small grid, printed only")
    parser.add_argument("--hard", action="store_true", help="only the hard situations, written into the page")
    given = parser.parse_args()
    effort, page, text = QUICK if given.quick else FULL, DOCS / "coverage.md", words("en")
    error, dear_error = (f"{100 * math.sqrt(0.95 * 0.05 / n):.1f}" for n in (effort.draws, effort.dear))
    introduction = INTRODUCTION.format(draws=effort.draws, dear=effort.dear, error=error, dear_error=dear_error)
    start = f"{introduction}Defaults are in **bold**."
    if given.hard and not given.quick:
        _, section, rest = page.read_text(encoding="utf-8").partition("\n## ")
        body = [(section + rest).partition("\n## Hard")[0].rstrip("\n")]
    else:
        body = [] if given.hard else list(lines(list(every(effort)), text))
    document = "\n".join([start, *body, *hard_lines(list(hard.found(effort)), text)]) + "\n"
    if effort.quick:
        print(document)
    else:
        page.write_text(document, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
