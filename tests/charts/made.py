"""Results made by hand for the chart tests, ordinary ones and such as break charts."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from charts.dose_made import DOSE_CHARTS
from charts.framed import framed
from charts.need_made import NEED_CHARTS
from charts.tree_made import TREE_CHARTS
from charts.usage_made import USAGE_CHARTS
from charts.visits_made import VISITS_CHARTS
from effektmatt.cases.counted import count_cases
from effektmatt.cases.handling_times import handling_times
from effektmatt.cases.phases import PhasedCases, assign_phases
from effektmatt.charts import Chart, chart, flow_chart, goal_charts, goals_chart
from effektmatt.charts.goals import goal_chart
from effektmatt.charts.groups import before_after_chart, groups_chart
from effektmatt.core import (
    About,
    Change,
    Estimate,
    Evidence,
    GroupOutcome,
    Interval,
    Linkage,
    Note,
    Outcome,
    Range,
    Role,
    Unit,
)
from effektmatt.findings import FlowFinding, FlowStep
from effektmatt.goals import Fulfilment, Target, Verdict, judge
from effektmatt.registers.count import GroupCount, RegisterCount
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.scale import Item, Scale
from effektmatt.surveys.top_share import top_share_outcome
from effektmatt.surveys.who_improved import Improvement
from findings_example import findings_example
from surveys.made import LIKERT, coded, independent, paired, partly_linked

LONG = "Samhällsbyggnadsförvaltningens och räddningstjänstens gemensamma tillståndsenhet"
LONGEST_WORD = "Kommunstyrelseförvaltningsledningsgruppssekreterarfunktionen"


def estimate(value, low=None, high=None, *, unit=Unit.SHARE, n=100, measure="share", possible=None) -> Estimate:
    interval = None if low is None else Interval(low=low, high=high, level=0.95, method="test")
    return Estimate(
        measure=measure,
        value=value,
        unit=unit,
        n=n,
        evidence=Evidence.PROCESS,
        method="test",
        interval=interval,
        possible=possible,
        notes=() if value is not None else (Note(code="no-answers"),),
    )


def change(before, after, *, unit=Unit.SHARE, n=(100, 120)) -> Change:
    first, second = (estimate(value, unit=unit, n=size) for value, size in zip((before, after), n, strict=True))
    both = before is not None and after is not None
    difference_unit = Unit.POINTS if unit is Unit.SHARE else unit
    gap = estimate(after - before if both else None, unit=difference_unit, n=sum(n), measure="share-difference")
    gap = replace(gap, role=Role.DIFFERENCE)
    return Change(before=first, after=second, difference=gap, linkage=Linkage.INDEPENDENT)


def outcome(groups: dict[str, Estimate | None], everybody: Estimate, by="avdelning") -> Outcome:
    made = tuple(GroupOutcome(by=by, group=name, estimate=one, hidden=one is None) for name, one in groups.items())
    return Outcome(estimate=everybody, groups=made)


def outcome_before_after(groups: dict[str, Change | None], everybody: Change, by="avdelning") -> Outcome:
    made = tuple(
        GroupOutcome(by=by, group=name, estimate=one and one.difference, change=one, hidden=one is None)
        for name, one in groups.items()
    )
    return Outcome(estimate=everybody.difference, change=everybody, groups=made)


def departments(counts: dict[str, int], before: int | None = 0) -> Outcome:
    groups = tuple(
        GroupCount(group=name, count=count, before=before, people=max(12, count)) for name, count in counts.items()
    )
    total = sum(counts.values())
    detail = RegisterCount(count=total, before=before, people=500, in_every="avdelning", groups=groups)
    return Outcome(estimate=estimate(float(min(counts.values(), default=0)), unit=Unit.COUNT), detail=detail)


def cases(before, after, *, unit=Unit.DAYS) -> PhasedCases:
    """Cases of two waves from (days, closed, how many): closed after, or open when measured for, so many days."""
    rows = []
    for (first, last), some in zip(PERIODS.values(), (before, after), strict=True):
        for days, closed, many in some:
            opened = first if closed else last - dt.timedelta(days)
            ended = first + dt.timedelta(days) if closed else None
            rows += [(opened, ended, "enkel" if days % 2 else "svår")] * many
    frame = pd.DataFrame(rows, columns=["inkom", "avslutad", "typ"], dtype=object)
    counted = count_cases(frame, opened="inkom", closed="avslutad", by=["typ"])
    measured = {wave: last for wave, (_, last) in PERIODS.items()}
    return assign_phases(counted, periods=PERIODS, measured=measured, unit=unit)


PERIODS = {
    "before": (dt.date(2012, 1, 1), dt.date(2012, 6, 30)),
    "after": (dt.date(2013, 1, 1), dt.date(2013, 6, 30)),
}
SLOW = [(day, True, 9) for day in range(3, 90, 4)] + [(95, False, 60)]
FAST = [(day, True, 9) for day in range(2, 60, 3)] + [(120, False, 20)]

SCALE = Scale.of(
    [Item(id="q1", label="Jag är trygg med de tekniska verktyg jag behöver"), Item(id="q2", label=LONG), "q3"],
    ["Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt"],
    label="Verktyg",
)
PEOPLE = [
    (["Stämmer dåligt"] * 3, ["Stämmer helt"] * 3, 30),
    (["Varken eller"] * 3, ["Stämmer ganska bra"] * 3, 50),
    (["Stämmer helt"] * 3, ["Stämmer helt"] * 3, 9),
    (["Stämmer ganska bra", "Varken eller", "Stämmer inte alls"], ["Stämmer dåligt"] * 3, 11),
]

IMPROVED = (
    Improvement(definition="any", threshold=0.0, improved=134, unchanged=10, worse=7, at_ceiling=8),
    Improvement(definition="step", threshold=1.0, improved=53, unchanged=98, worse=0, at_ceiling=15),
    Improvement(definition="reliable", threshold=0.611, improved=85, unchanged=66, worse=0, at_ceiling=13),
)


def improved(improvements: Sequence[Improvement], definition: str = "any") -> ShareImproved:
    """Return the counts behind a share improved, with nothing else in it."""
    return ShareImproved(
        definition=definition,
        improvements=tuple(improvements),
        scales=(),
    )


EVERY = Target(at_least=2, in_every="avdelning")
LABELS = {"avdelning": "Avdelning", "kon": "Kön"}


def verdicts() -> list[Fulfilment]:
    """Return one fulfilment of every verdict."""
    shown = estimate(0.81, 0.75, 0.86, measure="share-improved", possible=Range(low=0.4, high=0.95))
    return [Fulfilment(verdict=verdict, target=Target(at_least=0.8), estimate=shown) for verdict in Verdict]


def goals(language: str) -> Chart | None:
    """Return the example's goals with a few that break rows: long titles, no value, a target beyond the scale."""
    findings = findings_example(language)
    first, harsh = findings.goals[0], []
    nothing = judge(estimate(None, measure="share-improved"), Target(at_least=0.8))
    harsh.append(replace(first, id="a", title=LONG, fulfilment=nothing))
    far = judge(estimate(-210.5, -260.25, -150.75, unit=Unit.WORKING_DAYS, measure="median"), Target(decrease_by=14))
    harsh.append(replace(first, id="b", title=LONGEST_WORD, fulfilment=far))
    tiny = judge(estimate(0.0, 0.0, 0.0, unit=Unit.SCORE, measure="mean-score"), Target(direction="increase"))
    harsh.append(replace(first, id="c", title="Noll", fulfilment=tiny))
    endless = judge(estimate(79.0, 60.0, float("inf"), unit=Unit.DAYS, measure="median"), Target(at_most=80))
    harsh.append(replace(first, id="d", title="Utan övre gräns", fulfilment=endless))
    all_met = judge(estimate(1.0, 0.9, 1.0, measure="share"), Target(at_least=1.0))
    harsh.append(replace(first, id="e", title="Alla", fulfilment=all_met))
    harsh += [replace(first, id=f"v{place}", fulfilment=one) for place, one in enumerate(verdicts())]
    return goals_chart(replace(findings, goals=(*findings.goals, *harsh)), language)


def _items(language: str, moves=PEOPLE, scale=SCALE, **more) -> Chart | None:
    return chart(survey_change(paired(moves, scale)), language, **more)


def _yes_no(language: str) -> Chart | None:
    scale = Scale.of(["q"], ["Nej", "Ja"], label="Känner till")
    waves = independent([("Nej", 40), ("Ja", 20)], [("Nej", 12), ("Ja", 70)], scale)
    return chart(survey_change(waves), language)


EVALUATED = Scale.of(["nytta", "råd"], ["1", "2", "3", "4", "5"], label="Kursvärdering", top=2)


def _one_wave(shares: Sequence[int]) -> Outcome:
    """Return what was found where so many gave each answer to the first question, and all of them 3 to the second."""
    cells = [[answer, "3"] for answer, n in zip("12345", shares, strict=True) for _ in range(n)]
    return top_share_outcome(coded(cells, "after", EVALUATED), About(population=200))


def several_parts(language: str, *parts: tuple[str, Sequence[int]]) -> Chart | None:
    """Return the course evaluations of the parts of a goal."""
    goal = findings_example(language).goals[2]
    made = [
        replace(goal.parts[0], id=title, title=title, outcome=_one_wave(shares), parts=()) for title, shares in parts
    ]
    charts = goal_charts(replace(goal, parts=tuple(made)), language=language)
    return next((one for one in charts if "answers" in one.name), None)


def _times(language: str, before=SLOW, after=FAST, *, limits=(28, 56), mix=True, within=90, unit=Unit.DAYS, names=None):
    found = handling_times(
        cases(before, after, unit=unit), within_days=within, case_type="typ" if mix else None, limits=limits
    )
    return chart(found, language, wave_labels=names)


def _groups(language: str, n=25) -> Chart | None:
    some = {
        f"{LONG} {place}": estimate(place / n, max(0, place / n - 0.2), min(1, place / n + 0.1)) for place in range(n)
    }
    some["Liten"] = None
    return groups_chart(
        outcome(some, estimate(0.5, 0.4, 0.6)), framed(language, target=Target(at_least=0.8), labels=LABELS)
    )


def _before_after(language: str, unit=Unit.SHARE, names=None) -> Chart | None:
    ends = {Unit.SHARE: (0.0, 1.0), Unit.DAYS: (62.4, 44.8), Unit.SCORE: (3.12, 3.84), Unit.COUNT: (4.0, 1098.0)}[unit]
    low, high = ends
    some = {
        "Upp": change(low, high, unit=unit),
        "Ned": change(high, low, unit=unit),
        "Lika": change(high, high, unit=unit),
        LONGEST_WORD: change(low + (high - low) * 0.3, low + (high - low) * 0.32, unit=unit, n=(12345, 12345)),
        "Utan före": change(None, high, unit=unit),
        "Liten": None,
    }
    found = outcome_before_after(some, change(*ends, unit=unit))
    return before_after_chart(found, framed(language, title="Bemötande", labels=LABELS, wave_labels=names))


def _flow(language: str) -> Chart | None:
    reasons = (("repeated", 1), ("without-code", 12), ("only-before", 45), ("only-after", 22))
    steps = (
        FlowStep(code="in-register", n=1240),
        FlowStep(code="answered-before", n=1160, left=(("repeated", 4),)),
        FlowStep(code="completed", n=1205, left=(("not-concerned", 35),), among=(("har genomgått utbildningen", ""),)),
        FlowStep(code="answered-after", n=1100, left=(("repeated", 0),)),
        FlowStep(code="linked", n=1053, left=reasons),
        FlowStep(code="analysed", n=1050, left=(("too-few-items", 3),)),
    )
    return flow_chart(FlowFinding(source="enkat", label="Deltagarenkäten", steps=steps), language=language)


def _flow_of_one_wave(language: str) -> Chart | None:
    steps = (FlowStep(code="answered-after", n=12, left=(("repeated", 4),)), FlowStep(code="analysed", n=0))
    return flow_chart(FlowFinding(source="enkat", label=LONG, steps=steps), language=language)


def _many(n: int, most: int = 4) -> Outcome:
    names = [f"{'Äldreomsorgens ' if place % 3 else LONGEST_WORD} enhet {place}" for place in range(n)]
    return departments({name: place % (most + 1) for place, name in enumerate(names)})


def _counts(language: str, found: Outcome) -> Chart | None:
    return chart(found, language, target=EVERY, labels=LABELS)


SEVEN = Scale.of(["q"], [f"{place}, {'stämmer ' * place}" for place in range(1, 8)], label="Sju steg")

#: Every kind of chart, ordinary and harsh; each takes the language.
CHARTS: dict[str, Callable[[str], Chart | None]] = {
    "goals": goals,
    "goal-with-parts": lambda language: goal_chart(findings_example().goals[2], framed(language, labels=LABELS)),
    "fulfilment": lambda language: chart(findings_example().goals[0].fulfilment, language),
    "items": _items,
    "items-some-once": lambda language: chart(
        survey_change(partly_linked(PEOPLE, only_after=[(["Varken eller"] * 3, 12)], scale=SCALE)), language
    ),
    "items-named": lambda language: _items(language, wave_labels=("2011", "2013")),
    "items-named-long": lambda language: _items(language, wave_labels=(LONG, "Uppföljning ett år efteråt")),
    "items-yes-no": _yes_no,
    "items-seven-answers": lambda language: _items(
        language, [([SEVEN.labels[place % 7]], [SEVEN.labels[(place * 3) % 7]], 4) for place in range(9)], SEVEN
    ),
    "one-wave": lambda language: chart(_one_wave((3, 4, 10, 20, 13)).detail, language),
    "one-wave-parts": lambda language: several_parts(
        language, ("Pass 1", (3, 4, 10, 20, 13)), ("Pass 2", (0, 1, 2, 20, 27)), (LONG, (9, 0, 0, 0, 0))
    ),
    "improved": lambda language: chart(improved(IMPROVED), language, title="Verktyg"),
    "improved-lopsided": lambda language: chart(
        improved([replace(IMPROVED[0], improved=1, unchanged=0, worse=999)]), language, title=LONG
    ),
    "groups": _groups,
    "groups-census": lambda language: groups_chart(
        outcome({"kvinna": estimate(0.9), "man": estimate(0.8)}, estimate(0.88), by="kon"), framed(language)
    ),
    "groups-days": lambda language: groups_chart(
        findings_example().goals[6].outcome, framed(language, target=findings_example().goals[6].fulfilment.target)
    ),
    "before-after": _before_after,
    "before-after-days": lambda language: _before_after(language, Unit.DAYS),
    "before-after-named": lambda language: _before_after(language, Unit.SCORE, ("2011", "2013")),
    "before-after-named-long": lambda language: _before_after(language, names=(LONG, LONGEST_WORD)),
    "before-after-scores": lambda language: _before_after(language, Unit.SCORE),
    "before-after-counts": lambda language: _before_after(language, Unit.COUNT),
    "open-cases": _times,
    "open-cases-named": lambda language: _times(language, names=("2011", LONG)),
    "open-cases-one-limit-beyond-tau": lambda language: _times(language, limits=(10, 12, 14, 88), within=30),
    "open-cases-working-days": lambda language: _times(language, unit=Unit.WORKING_DAYS, mix=False, limits=()),
    "open-cases-none-open": lambda language: _times(language, SLOW[:-1], FAST[:-1]),
    "open-cases-all-open": lambda language: _times(language, [(95, False, 60)], [(120, False, 20)]),
    "open-cases-one-wave": lambda language: _times(language, SLOW, []),
    "open-cases-closed-at-once": lambda language: _times(language, [(0, True, 20)], [(0, True, 30)], limits=(1,)),
    "flow": _flow,
    "flow-one-wave": _flow_of_one_wave,
    "counts": lambda language: _counts(
        language, departments({"Ån": 2, "Öppna": 0, "Bygg": 3, "Äldre": 1, LONG: 5, LONGEST_WORD: 1})
    ),
    "counts-25": lambda language: _counts(language, _many(25)),
    "counts-100": lambda language: _counts(language, _many(100)),
    "counts-large": lambda language: _counts(language, departments({"Bygg": 1, "Omsorg": 240, "Skola": 1098}, None)),
    "counts-one": lambda language: _counts(language, departments({"Bygg": 0})),
    "counts-hidden": lambda language: _counts(
        language, outcome({"Bygg": estimate(3.0, unit=Unit.COUNT), "Liten": None}, estimate(3.0, unit=Unit.COUNT))
    ),
    **DOSE_CHARTS,
    **NEED_CHARTS,
    **TREE_CHARTS,
    **USAGE_CHARTS,
    **VISITS_CHARTS,
}


@cache
def made(name: str, language: str = "sv") -> Chart:
    """Return a chart, the same one every time: charts are frozen."""
    chart = CHARTS[name](language)
    assert chart is not None
    return chart


@cache
def svg_of(name: str) -> str:
    """Return a chart's SVG."""
    return made(name).svg()


def plain(text: str) -> str:
    """Return a text with ordinary spaces for those that do not break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@cache
def text_boxes(name: str, language: str = "sv") -> list[tuple[str, float, float, float, float]]:
    """Return each text with its left, upper, right and lower edge, in millimetres from the upper left corner.

    Edges are those of the ink: from an Å down to a g.
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.text import Text

    figure = made(name, language).figure
    dots = figure.dpi
    renderer, down, mm = FigureCanvasAgg(figure).get_renderer(), figure.get_figheight() * dots, dots / 25.4
    boxes = []
    with mpl.rc_context({"text.hinting": "no_hinting"}):
        for text in figure.findobj(Text):
            if text.get_text():
                box = text.get_window_extent(renderer)
                _, baseline = text.get_transform().transform(text.get_position())
                line, size = (down - baseline) / mm, text.get_size() * 25.4 / 72
                boxes.append((plain(text.get_text()), box.x0 / mm, line - 0.85 * size, box.x1 / mm, line + 0.2 * size))
    return boxes


def picture(chart: Chart):
    """Return the chart as grey values, 0 to 255, one row of the picture after the other."""
    from PIL import Image

    return np.asarray(Image.open(io.BytesIO(chart.png(60))).convert("L"))


__all__ = ["CHARTS", "LIKERT", "made", "picture", "plain", "svg_of", "text_boxes"]
