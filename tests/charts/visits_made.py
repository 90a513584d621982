"""Visits made for the chart tests: ordinary ones, long names, more areas than fit side by side, hidden units."""

from collections.abc import Callable

import pandas as pd

from charts.framed import framed
from effektmatt.charts import Chart
from effektmatt.charts.kinds.visits import agreement_chart, visit_parts_chart, visit_units_chart
from effektmatt.visits.agreement import VisitAgreement, visit_agreement
from effektmatt.visits.change import VisitChange
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import code_visits
from effektmatt.visits.compare import compare_visits
from visits.made import CHECKLIST, ITEMS, UNITS, visits

LONG = "Samhällsbyggnadsförvaltningens och räddningstjänstens gemensamma tillståndsenhet"


def compared(units: list[str] = UNITS, checklist: Checklist = CHECKLIST, each: int = 4, once: int = 0) -> VisitChange:
    """Visits before and after to some units; the first `once` units were visited once before."""
    before = visits(units, 0.5, each=each)
    for unit in units[:once]:
        before = before.drop(before.index[before["enhet"] == unit][1:])
    return compare_visits(before, visits(units, 0.65, each=each, seed=2), checklist=checklist, visitor="vem")


def many_areas() -> Checklist:
    """A checklist with an area for every item, one with a long name."""
    areas = {(LONG if place == 2 else f"Område {place}"): [item] for place, item in enumerate(ITEMS)}
    return Checklist.of(ITEMS, label="Bemötande", areas=areas)


def judged(labels: dict[str, str], ratings: bool = True) -> VisitAgreement:
    """Twelve texts judged by two, who agree on all but a few."""
    steps = {"betyg": [1, 2, 3, 4, 5]} if ratings else {}
    rows = [
        {
            "text": f"t{text}",
            "vem": who,
            **{item: "ja" if (text + place + (who == "B" and text % 5 == place)) % 2 else "nej"
               for place, item in enumerate(labels)},
            "betyg": str(1 + (text + (who == "B" and text % 3 == 0)) % 5),
        }
        for text in range(12)
        for who in "AB"
    ]  # fmt: skip
    checklist = Checklist.of(labels, ratings=steps, label="Normkritiska kriterier")
    return visit_agreement(
        [code_visits(pd.DataFrame(rows), checklist, "before", unit="text", visitor="vem", visit="text")[0]]
    )


VISITS_CHARTS: dict[str, Callable[[str], Chart | None]] = {
    "visit-parts": lambda language: visit_parts_chart(compared(), framed(language)),
    "visit-parts-items": lambda language: visit_parts_chart(compared(checklist=Checklist.of(ITEMS)), framed(language)),
    "visit-units": lambda language: visit_units_chart(compared(), framed(language)),
    "visit-units-long": lambda language: visit_units_chart(
        compared([LONG, *UNITS[:3]], many_areas()), framed(language, title=LONG)
    ),
    "visit-units-hidden": lambda language: visit_units_chart(compared(UNITS[:6], once=1), framed(language)),
    "agreement": lambda language: agreement_chart(judged({"a": "Tilltal", "b": LONG, "c": "Bilder"}), framed(language)),
    "agreement-yes-no": lambda language: agreement_chart(judged({"a": "Tilltal"}, ratings=False), framed(language)),
}
