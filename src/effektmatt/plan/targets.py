"""Which targets a measure can have, and what a target must say to mean one thing only."""

from __future__ import annotations

from effektmatt.errors import Fault
from effektmatt.goals import Target
from effektmatt.plan.written import Part

#: Nobody means to increase something by 1 000 %; 70 % is meant, and written 70.
_TENFOLD = 10


def target_faults(part: Part, key: str) -> list[Fault]:
    """Return what is wrong with the target of one part of a goal."""
    if part.target is None:
        return []
    here = f"{key}.target"
    try:
        target = Target(**part.target.model_dump())
    except ValueError:
        return [Fault(code="plan-target", key=here, details={"reason": _reason(part)})]
    asked, is_share = part.measure, part.measure.is_share
    if target.kind not in asked.demands:
        return [Fault(code="plan-measure-target", key=here, got=target.kind, expected=tuple(sorted(asked.demands)))]
    if is_share and target.amount is not None and target.amount < 0:
        return [Fault(code="plan-target", key=here, got=f"{target.amount:g}", details={"reason": "percent"})]
    if asked.reading == "must" and target.is_change and target.reading is None:
        return [Fault(code="plan-reading-missing", key=f"{here}.reading")]
    if target.reading is not None and asked.reading == "none":
        return [Fault(code="plan-target", key=f"{here}.reading", details={"reason": "reading"})]
    if target.in_every is not None and not asked.in_every:
        return [Fault(code="plan-target", key=f"{here}.in_every", details={"reason": "in-every"})]
    amount = target.amount
    is_relative = target.is_change and target.reading == "relative"
    if amount is not None and ((is_share and amount > 1 and not is_relative) or (is_relative and amount >= _TENFOLD)):
        got = f"{amount:g}"
        return [Fault(code="plan-target", key=here, got=got, details={"reason": "percent"})]
    return []


def _reason(part: Part) -> str:
    """Say in a code why a target cannot be meant."""
    target = part.target
    assert target is not None
    demands = (
        target.at_least, target.at_most, target.increase_by, target.decrease_by, target.about, target.direction
    )  # fmt: skip
    given = sum(demand is not None for demand in demands)
    if given != 1:
        return "none" if given == 0 else "several"
    if (target.about is None) != (target.within is None):
        return "about-within"
    if target.reading is not None:
        return "reading"
    if target.in_every is not None:
        return "in-every"
    return "not-positive"
