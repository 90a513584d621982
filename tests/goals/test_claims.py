"""A direction is claimed by the verdict on an interval, never by the point estimate."""

from __future__ import annotations

import pytest

from effektmatt.core import Estimate, Evidence, Interval, Note, Unit
from effektmatt.goals import Moved, Sureness, Way, moved


def difference(
    value: float | None, half: float | None, *, evidence: Evidence = Evidence.PROCESS, **more: object
) -> Estimate:
    interval = None
    if value is not None and half is not None:
        interval = Interval(low=value - half, high=value + half, level=0.95, method="t")
    return Estimate(
        measure="score-difference",
        value=value,
        unit=Unit.SCORE,
        n=100,
        evidence=evidence,
        method="t",
        interval=interval,
        **more,  # type: ignore[arg-type]
    )


ASSUMED = (Note(code="independent", values={}),)


@pytest.mark.parametrize(
    ("change", "claimed"),
    [
        (difference(0.3, 0.2), Moved(Way.UP, Sureness.SURE)),
        (difference(-0.3, 0.2), Moved(Way.DOWN, Sureness.SURE)),
        (difference(0.3, 0.2, assumptions=ASSUMED), Moved(Way.UP, Sureness.LIKELY)),
        (difference(0.3, 0.4), Moved(Way.UNSURE, Sureness.SURE)),
        (difference(-0.3, 0.3), Moved(Way.UNSURE, Sureness.SURE)),
        (difference(0.3, None), Moved(Way.UNSURE, Sureness.SURE)),
        (difference(None, None), Moved(Way.UNSURE, Sureness.SURE)),
        (difference(0.3, None, evidence=Evidence.CENSUS), Moved(Way.UP, Sureness.COUNTED)),
        (difference(-0.3, None, evidence=Evidence.CENSUS), Moved(Way.DOWN, Sureness.COUNTED)),
        (difference(0.0, None, evidence=Evidence.CENSUS), Moved(Way.SAME, Sureness.COUNTED)),
    ],
)
def test_a_direction_is_claimed_only_where_the_interval_leaves_out_nought(change: Estimate, claimed: Moved) -> None:
    assert moved(change) == claimed


def test_far_too_few_claim_no_direction_whatever_their_interval() -> None:
    few = (Note(code="interval-approximate", values={"n": 3, "enough": 30}),)
    assert not moved(difference(0.3, 0.2, notes=few)).is_known
