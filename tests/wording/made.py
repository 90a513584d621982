"""Goals made by hand for the tests of sentences, one detail changed at a time."""

from __future__ import annotations

from effektmatt.core import About, Change, Estimate, Evidence, Interval, Linkage, Outcome, Role, Unit
from effektmatt.findings import GoalFinding
from effektmatt.goals import Target, judge
from effektmatt.plan.facts import MeasureFacts
from effektmatt.plan.kinds.cases import HandlingTimeFacts
from effektmatt.plan.kinds.ledger import MoneyUsedFacts
from effektmatt.plan.kinds.register import CountFacts, RegisterShareFacts
from effektmatt.plan.kinds.survey import ScoreChangeFacts, ShareChangeFacts, ShareImprovedFacts, TopShareFacts
from effektmatt.plan.kinds.visits import AgreementFacts, VisitScoreFacts
from effektmatt.stats.estimates import share_estimate

#: For each measure the kind of its source and the type of its facts.
FACTS: dict[str, tuple[str, type[MeasureFacts]]] = {
    "share-improved": ("survey", ShareImprovedFacts),
    "share-change": ("survey", ShareChangeFacts),
    "score-change": ("survey", ScoreChangeFacts),
    "share": ("register", RegisterShareFacts),
    "count": ("register", CountFacts),
    "visit-score": ("visits", VisitScoreFacts),
    "agreement": ("visits", AgreementFacts),
    "handling-time": ("cases", HandlingTimeFacts),
    "money-used": ("ledger", MoneyUsedFacts),
}


def facts(kind: str, **more: object) -> MeasureFacts:
    source, made = ("survey", TopShareFacts) if kind == "share" and "top" in more else FACTS[kind]
    given = {"source": "enkat", "source_kind": source, "source_label": "Enkäten", **more}
    return made(kind=kind, **given)  # type: ignore[arg-type]


def goal(kind: str, estimate: Estimate, target: Target | None, **more: object) -> GoalFinding:
    """A goal of one estimate; `change`, `beside`, `detail` go to its outcome and the rest to how it was measured."""
    outcome = {name: more.pop(name) for name in ("change", "beside", "detail", "groups") if name in more}
    return GoalFinding(
        id="mal",
        title="Målet",
        quote=None,
        fulfilment=judge(estimate, target),
        outcome=Outcome(estimate=estimate, **outcome),  # type: ignore[arg-type]
        measure=facts(kind, **more),
    )


def share(hits: int, n: int, population: int | None = None) -> Estimate:
    """A share as the rooms estimate it."""
    return share_estimate("share-improved", hits, n, about=About(population=population))


def number(value: float, unit: Unit = Unit.COUNT, measure: str = "count") -> Estimate:
    """A number that everybody has been counted for."""
    return Estimate(measure=measure, value=value, unit=unit, n=40, evidence=Evidence.CENSUS, method="census")


def moved(before: float, after: float, unit: Unit, *, half: float, difference_unit: Unit | None = None) -> Change:
    """A change with an interval of `half` on either side."""
    value = after - before
    difference = Estimate(
        measure="mean-difference",
        role=Role.DIFFERENCE,
        value=value,
        unit=difference_unit or unit,
        n=40,
        evidence=Evidence.PROCESS,
        method="t",
        interval=Interval(low=value - half, high=value + half, level=0.95, method="t"),
    )
    return Change(
        before=number(before, unit, "mean-score"),
        after=number(after, unit, "mean-score"),
        difference=difference,
        linkage=Linkage.PAIRED,
    )
