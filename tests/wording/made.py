"""Goals made by hand for the tests of sentences, one detail changed at a time."""

from __future__ import annotations

from effektmatt.core import About, Change, Estimate, Evidence, Interval, Linkage, Outcome, Unit
from effektmatt.findings import GoalFinding
from effektmatt.goals import Target, judge
from effektmatt.plan.facts import MeasureFacts
from effektmatt.plan.kinds.cases import HandlingTimeFacts
from effektmatt.plan.kinds.survey import ScoreChangeFacts, ShareChangeFacts, ShareImprovedFacts, TopShareFacts
from effektmatt.plan.kinds.visits import AgreementFacts, VisitScoreFacts
from effektmatt.stats.estimates import share_estimate

FACTS: dict[str, type[MeasureFacts]] = {
    "share-improved": ShareImprovedFacts,
    "share-change": ShareChangeFacts,
    "score-change": ScoreChangeFacts,
    "visit-score": VisitScoreFacts,
    "agreement": AgreementFacts,
    "handling-time": HandlingTimeFacts,
}


def facts(kind: str, **more: object) -> MeasureFacts:
    given: dict[str, object] = {"source": "enkat", "source_kind": "survey", "source_label": "Enkäten", **more}
    of_answers = kind == "share" and "top" in more
    return (TopShareFacts if of_answers else FACTS.get(kind, MeasureFacts))(kind=kind, **given)  # type: ignore[arg-type]


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
