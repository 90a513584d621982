"""What the composer does with each kind of source: one file per kind, and nothing else knows them by name."""

from dataclasses import replace

from effektmatt.core import Estimate, Outcome
from effektmatt.evaluation.kinds import activities, cases, index, ledger, log, need, register, survey, visits
from effektmatt.evaluation.kinds.common import Data, Kind
from effektmatt.plan import PlannedPart

KINDS: dict[str, Kind] = {
    "register": register.KIND,
    "survey": replace(survey.KIND, measures={**survey.KIND.measures, **need.MEASURES}),
    "cases": cases.KIND,
    "visits": visits.KIND,
    "log": log.KIND,
    "activities": activities.KIND,
    "ledger": ledger.KIND,
    "index": index.KIND,
}


def measure(part: PlannedPart, data: Data) -> Outcome:
    """Return what was found for one part of a goal."""
    kind = data.plan.sources[data.plan.source_of(part)].kind
    return KINDS[kind].measures[type(part.measure)](part, data)


def cause(part: PlannedPart, data: Data) -> Estimate | None:
    """Return how much more the project changed than its comparison group; None where there is none to compare with."""
    asked = KINDS[data.plan.sources[data.plan.source_of(part)].kind].cause
    return asked(part, data) if asked else None
