"""Goals that are shown neither value nor verdict: on too few people, unless the plan says that they are published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from effektmatt.core import Hide, Note, Outcome
from effektmatt.stats.estimates import no_estimate

#: Why a goal has neither value nor verdict: few people are behind it, or others could be told from it, by itself or
#: together with a report that has been handed out.
TOO_FEW, TELLS_OF_OTHERS = "too-few-to-show", "tells-of-too-few-others"
TELLS_WITH_EARLIER = "tells-with-earlier-report"


def is_too_small(outcome: Outcome, hide: Hide) -> bool:
    """Say whether fewer people than are shown are behind a result, in any of the waves that it compares.

    Nobody at all is no data, which tells nothing of anyone.
    """
    return any(0 < n < hide.means for n in _people(outcome))


def _people(outcome: Outcome) -> Iterator[int]:
    yield outcome.estimate.n
    if outcome.change is not None:
        yield from (outcome.change.before.n, outcome.change.after.n)


def withheld(outcome: Outcome, reason: str, hide: Hide) -> Outcome:
    """Return an outcome of which nothing is left but what was measured, and why it is not shown."""
    estimate = outcome.estimate
    why = Note(code=reason, values={"limit": hide.means})
    nothing = no_estimate(estimate.measure, estimate.unit, why, role=estimate.role)
    return Outcome(estimate=replace(nothing, hidden=True))
