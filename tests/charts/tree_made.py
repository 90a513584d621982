"""Goal trees and courses over several waves made by hand, ordinary ones and such as break charts."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from charts.framed import framed
from effektmatt.charts import Chart, flow_chart, goal_tree_chart
from effektmatt.charts.waves import waves_chart
from effektmatt.core import Estimate, Evidence, Interval, Note, Unit
from effektmatt.findings import Findings, FlowFinding, FlowStep
from effektmatt.plan.tree import PlacedNode
from findings_example import findings_example

LONG = "Samhällsbyggnadsförvaltningens och räddningstjänstens gemensamma tillståndsenhet för alla invånare i kommunen"


def found(value: float | None, low: float = 0.0, high: float = 0.0, *, unit: Unit = Unit.SCORE) -> Estimate:
    """Return a value with its interval; none where it is hidden."""
    return Estimate(
        measure="mean-score",
        value=value,
        unit=unit,
        n=540,
        evidence=Evidence.PROCESS,
        method="test",
        interval=Interval(low=low, high=high, level=0.95, method="test") if high > low else None,
        notes=() if value is not None else (Note(code="too-few-answers", values={"n": 3, "needed": 5}),),
    )


THREE = (("Före", found(3.03, 2.95, 3.11)), ("Efter", found(3.59, 3.5, 3.68)), ("Uppföljning", found(3.49, 3.4, 3.58)))


def with_tree(language: str, nodes: Sequence[PlacedNode]) -> Findings:
    """Return the example's findings under a tree."""
    return replace(findings_example(language), tree=tuple(nodes))


TREE = (
    PlacedNode(id="stad", title="En stad för alla", level="Fullmäktiges mål", depth=0, goals=["delmal-7"]),
    PlacedNode(id="namnd", title="Alla har tillgång till kultur", level="Nämndmål", depth=1, under="stad"),
    PlacedNode(
        id="lika",
        title="Utbudet är öppet för alla",
        level="Åtagande",
        depth=2,
        under="namnd",
        ways_of_working="Utbildning i tre nivåer",
        activities=["Hösten 2012", "Våren 2013"],
        goals=["delmal-1", "delmal-2"],
    ),
    PlacedNode(id="kand", title="Känd hos fler", level="Åtagande", depth=2, under="namnd", goals=["delmal-3"]),
)
#: Ten nodes one under the other, with titles longer than a line.
DEEP = tuple(
    PlacedNode(
        id=f"n{place}",
        title=LONG,
        level="Åtagande",
        depth=place,
        under=f"n{place - 1}" if place else None,
        goals=["delmal-1"] if place == 9 else [],
    )
    for place in range(10)
)


def _flow(language: str, waves: Sequence[str]) -> Chart | None:
    steps = (
        FlowStep(code="in-register", n=702),
        *(FlowStep(code="answered-wave", n=540 - 40 * place, label=wave) for place, wave in enumerate(waves)),
        FlowStep(code="linked-twice", n=525, left=(("answered-once", 130), ("without-code", 4))),
    )
    return flow_chart(FlowFinding(source="enkat", label="Enkäten", steps=steps), language=language)


#: Each takes the language.
TREE_CHARTS: dict[str, Callable[[str], Chart | None]] = {
    "goal-tree": lambda language: goal_tree_chart(with_tree(language, TREE)),
    "goal-tree-deep": lambda language: goal_tree_chart(with_tree(language, DEEP)),
    "waves": lambda language: waves_chart(THREE, "Stolthet", framed(language)),
    "waves-hidden": lambda language: waves_chart(
        [THREE[0], (LONG, found(None)), THREE[2], ("2013", found(4.0))], LONG, framed(language)
    ),
    "waves-shares": lambda language: waves_chart(
        [(str(year), found(0.02, 0.0, 0.06, unit=Unit.SHARE)) for year in range(2011, 2018)],
        "Känd hos fler",
        framed(language),
    ),
    "flow-three-waves": lambda language: _flow(language, ("Före", "Efter", "Uppföljning")),
}
