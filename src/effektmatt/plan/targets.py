"""Which targets a measure can have, and what a target must say to mean one thing only."""

from __future__ import annotations

from effektmatt.errors import Fault
from effektmatt.goals import Target
from effektmatt.plan.written import KINDS, Part

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
        fitting = tuple(sorted(asked.demands))
        serving = {"serving": ", ".join(_serving(part, target)) or "none"}
        return [Fault(code="plan-measure-target", key=here, got=target.kind, expected=fitting, details=serving)]
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


def _serving(part: Part, target: Target) -> list[str]:
    """Return the other measures of the same kind of evidence that can have such a target."""
    asked, is_level = type(part.measure), target.at_least is not None or target.at_most is not None
    others = dict.fromkeys(one for kind in KINDS.values() if asked in kind.measures for one in kind.measures)
    too_large = is_level and (target.amount or 0) > 1  # for a share
    return [one.word() for one in others if target.kind in one.demands and not (too_large and one.is_share)]


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
