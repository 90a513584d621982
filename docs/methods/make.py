"""Write docs/methods.md from the table of methods (`effektmatt.stats.choices`), docstrings, and the prose here.

Run: python docs/methods/make.py
"""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from effektmatt.stats import choices
from effektmatt.stats.choices import QUESTIONS
from effektmatt.stats.methods import methods_of
from effektmatt.stats.question import UNTESTABLE, Choice, Layout, Question
from effektmatt.wording import words

HERE = Path(__file__).parent
PAGE = HERE.parent / "methods.md"
SWEDISH, ENGLISH = words("sv"), words("en")

LAYOUTS = {
    Layout.CENSUS: ("everybody counted", "alla räknade"),
    Layout.FINITE: ("n of a known N", "n av N kända"),
    Layout.PROCESS: ("a process: more could have come", "en process"),
    Layout.PAIRED: ("the same people twice", "samma personer två gånger"),
    Layout.INDEPENDENT: ("two independent waves", "två oberoende mätningar"),
    Layout.PARTLY_LINKED: ("some linked, some not", "delvis hopkopplade"),
    Layout.UNITS: ("several observations in each unit", "flera observationer per enhet"),
    Layout.UNITS_DIFFER: ("several observations in each unit, the units differ", "flera per enhet, olika enheter"),
    Layout.UNITS_ADJUSTED: ("the same, allowing for who judged", "detsamma, med hänsyn till vem som bedömde"),
    Layout.SAME_MIX: ("weighted to the same mix of cases", "vid samma ärendemix"),
    Layout.CLUSTERS: ("people in groups (class, office, handler)", "personer i grupper (klass, kontor, handläggare)"),
    Layout.WEIGHTED: ("people who weigh differently", "personer som väger olika mycket"),
    Layout.DESIGN: ("people in groups, who weigh differently", "personer i grupper, som väger olika mycket"),
    Layout.CLOSED: ("every case is closed", "alla ärenden är avslutade"),
    Layout.COMPETING: ("some cases are withdrawn", "en del ärenden dras tillbaka"),
    Layout.OWN_LIMITS: ("each case has a limit of its own", "varje ärende har sin egen gräns"),
    Layout.REVIEWERS: ("several reviewers", "flera bedömare"),
    Layout.ITEMS: ("several items", "flera frågor"),
    Layout.SERIES: ("values over time", "värden över tid"),
    Layout.FAMILY: ("several results", "flera resultat"),
}

INTRODUCTION = """# Methods

Which statistic answers which question, by how the data hang together. Written by `docs/methods/make.py` from the table
that the program itself reads ([`choices.py`](../src/effektmatt/stats/choices.py)), the functions' docstrings and the
prose in `docs/methods/`; do not edit.

How to read it:

- A difference is always *after minus before* (first minus second), a ratio *after divided by before*, minus 1.
- An interval holds the truth in 95 of 100 such studies, if its assumptions hold. How nearly, in small groups too, was
  summed or simulated: [coverage.md](coverage.md). *From n =* is the smallest size (of each wave or group; units or
  cases where they are what is counted) from which it does so in 93.5 % at least of samples of the ordinary situations
  tried there; with fewer, the result bears a note that its interval is approximate. No size is enough for every
  situation: where answers pile up at one end, or one group is much smaller than the other, the error is skewed, and
  methods marked \\* need more. How much more is seen in the data, and the same note says it (skewness of the error
  above 0.2: [`enough.py`](../src/effektmatt/stats/enough.py)). A sample can hide how skewed what it comes from is;
  how often it does is on that page too. A blank means that every size tried was enough; Hedges' g of independent
  waves supposes equal spread, and where there is none no size is: the result says so.
- A method's *code* is what results carry (`method`) and `results.json` holds. The variant is always in the name.
- Whether a goal is met is decided by the interval that is printed. The probability beside it
  (`effektmatt.stats.probability`) is read from the distribution that the interval comes from, so that the two agree,
  for means and their differences and ratios, restricted means, series, and shares of linked people (Tango's and
  Tang's score statistics). For other shares it comes from a distribution close to the interval's: one share from its
  posterior under Jeffreys' prior (the exact intervals are a little wider: with 28 of 30 the interval still holds 80
  %, and the probability of at least 80 % is 97.7 %); of n of a known N, those not seen are predicted under that
  prior; two independent shares, and their ratio, from two such posteriors (intervals: Newcombe, Koopman); shares
  closed in time and shares over units from the posterior of as many independent answers as they are worth; the share
  improved less the share worse, and the paired probability of a higher answer, from the normal distribution with
  Agresti and Min's standard error (interval: Tango); partly linked shares, from the normal one with the error that
  their interval implies (Newcombe). A probability of 97.5 % and an interval that just holds the target can then
  stand beside each other.
- Groups (by sex, municipality, unit) are given the same statistics as everybody, with intervals, and never ranked.
"""
RESTS_ON = """
## What a verdict rests on

What must hold and cannot be tested in the data at hand, by the goal's measure and how its data hang together. An
estimate lists it, and so do the report and `results.json`; the verdict is then at most *troligen* (probably). Wherever
some did not answer, or chose to, it is also assumed that those missing resemble the others
([decision 0028](decisions/0028-a-verdict-is-a-one-sided-claim.md)). A `cluster` named in the plan settles
that answers or cases are independent. A measure that is not here counts everybody. How often verdicts are false:
[verdicts.md](verdicts.md).

| Measure | Data | What is assumed |
|---|---|---|"""
#: Beside a size, where skewed answers need more.
NEEDS_MORE = r" \*"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the whole document."""
    return "\n".join([INTRODUCTION, *_overview(), *_rests_on(), *_sections()]) + "\n"


def prose(file: str) -> dict[str, Any]:
    """Return what one of the files beside this says, by code."""
    return tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))


def _by_code() -> dict[str, list[tuple[Question[Any], Layout, Choice[Any]]]]:
    """Return the lines of the table for each question; one that is answered by two kinds of result is one question."""
    found: dict[str, list[tuple[Question[Any], Layout, Choice[Any]]]] = {}
    for question in QUESTIONS:
        found.setdefault(question.code, []).extend((question, *line) for line in question.choices.items())
    return found


def _overview() -> Iterator[str]:
    questions = prose("questions")
    yield "| Question | Data | Scale | Default | From n = | Also | Test |"
    yield "|---|---|---|---|--:|---|---|"
    for code, lines in _by_code().items():
        for question, layout, choice in lines:
            default = "the number itself, no interval" if choice.default is None else _name(choice.default)
            also = "; ".join(dict.fromkeys(map(_name, choice.also)))
            test = _name(choice.test) if choice.test else ""
            name = f"[{questions[code]['name']}](#{_anchor(questions[code])})"
            size = f"{choice.enough or ''}{NEEDS_MORE if choice.skewness else ''}"
            cells = (name, LAYOUTS[layout][0], question.scale, default, size, also, test)
            yield f"| {' | '.join(map(str, cells))} |"


def _rests_on() -> Iterator[str]:
    """Yield the table of what the verdict of each kind of goal rests on."""
    yield RESTS_ON
    for measure, data, assumed in resting():
        said = "; ".join(ENGLISH.say(f"note-{one}.clause") for one in assumed) or "nothing that cannot be tested"
        yield f"| `{measure}` | {data} | {said} |"


def resting() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each measure with how its data hang together and what cannot be tested then, equal lines together."""
    for measure, questions in prose("goals").items():
        besides = tuple(questions.pop("besides", ()))
        together: dict[tuple[str, ...], list[str]] = {}
        for name, layouts in questions.items():
            for layout, choice in ((Layout(one), getattr(choices, name).choice(one)) for one in layouts):
                assumed = (*besides, *(str(one) for one in choice.assumes if one in UNTESTABLE))
                together.setdefault(assumed, []).append(LAYOUTS[layout][0])
        yield from ((measure, "; ".join(dict.fromkeys(data)), assumed) for assumed, data in together.items())


def _sections() -> Iterator[str]:
    questions = prose("questions")
    for code, lines in _by_code().items():
        about = questions[code]
        yield f"\n## {_title(about)}\n"
        yield f"**What is estimated.** {_one_line(about['estimates'])}\n"
        yield f"**When.** {_one_line(about['when'])}\n"
        for _, layout, choice in lines:
            yield from _layout(layout, choice)


def _layout(layout: Layout, choice: Choice[Any]) -> Iterator[str]:
    english, swedish = LAYOUTS[layout]
    yield f"### {english[0].upper()}{english[1:]} (*{swedish}*)\n"
    if choice.default is None:
        yield "The number itself: nothing is inferred, so there is no interval.\n"
        return
    yield from _method(choice.default, "Default")
    if choice.assumes:
        said = prose("assumptions")
        yield "- It assumes that"
        for assumption in choice.assumes:
            yield f"  - {said[assumption]['english']} (*{said[assumption]['swedish']}*)"
    if choice.enough:
        yield f"- Good enough from n = {choice.enough}; with fewer the result says that the interval is approximate."
    if choice.skewness:
        yield "- It needs more where the error is skewed: then, too, the result says that the interval is approximate."
    if choice.cautious:
        yield from _method(choice.cautious, "A verdict needs also")
    if choice.test:
        yield from _method(choice.test, "Test")
    for kernel in dict.fromkeys(choice.also):
        yield from _method(kernel, "Also")
    yield ""


def _method(kernel: Callable[..., Any], role: str) -> Iterator[str]:
    """Yield what is said of one function: names, what it returns, formula, source."""
    methods = methods_of(kernel)
    module = kernel.__module__.rpartition(".")[2]
    where = f"[`{module}.{kernel.__name__}`](../src/effektmatt/stats/{module}.py)"
    codes = ", ".join(f"`{code}`" for method in methods for code in method.codes)
    yield f"- **{role}: {_name(kernel)}** (*{SWEDISH.method(methods[0].codes[0])}*), {where}, code {codes}."
    yield f"  {_summary(kernel)}"
    yield f"  - Formula: {prose('formulas')[kernel.__name__]}"
    yield f"  - Source: {'; '.join(dict.fromkeys(method.source for method in methods))}."


def _name(kernel: Callable[..., Any]) -> str:
    return ENGLISH.method(methods_of(kernel)[0].codes[0])


def _summary(kernel: Callable[..., Any]) -> str:
    """Return the first paragraph of the docstring, said of the method and not to the programmer."""
    summary = _one_line((inspect.getdoc(kernel) or "").split("\n\n")[0])
    for verb, said in (("Return ", "Gives "), ("Test ", "Tests ")):
        summary = summary.replace(verb, said, 1) if summary.startswith(verb) else summary
    return summary


def _title(about: dict[str, str]) -> str:
    return f"{about['name']} (*{about['swedish']}*)"


def _anchor(about: dict[str, str]) -> str:
    """Return the anchor that GitHub gives a heading."""
    kept = (letter for letter in _title(about).lower() if letter.isalnum() or letter in " -")
    return "".join(kept).replace(" ", "-")


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
