"""Which targets a measure can have, and what a target must say to mean one thing only."""

from __future__ import annotations

from effektmatt.errors import Fault
from effektmatt.goals import Target
from effektmatt.plan.written import Part

#: The demands that make sense for each kind of measure, and whether it is a share (written as 0.80).
DEMANDS: dict[str, tuple[frozenset[str], bool]] = {
    "share-improved": (frozenset({"at-least", "at-most"}), True),
    "share": (frozenset({"at-least", "at-most"}), True),
    "count": (frozenset({"at-least", "at-most", "about"}), False),
    "count-change": (frozenset({"increase-by", "decrease-by", "direction"}), False),
    "share-change": (frozenset({"at-least", "at-most", "increase-by", "decrease-by", "direction"}), True),
    "score-change": (frozenset({"at-least", "at-most", "increase-by", "decrease-by", "direction"}), False),
    "visit-score": (frozenset({"at-least", "at-most", "increase-by", "decrease-by", "direction"}), True),
    "agreement": (frozenset({"at-least"}), True),
    "active-share": (frozenset({"at-least", "at-most"}), True),
    "weekly-users": (frozenset({"at-least", "at-most", "direction"}), False),
    "held": (frozenset({"at-least", "at-most", "about"}), False),
    "full-dose": (frozenset({"at-least"}), True),
    "money-used": (frozenset({"at-least", "at-most", "about"}), True),
    "index-change": (frozenset({"at-least", "at-most", "increase-by", "decrease-by", "direction"}), False),
    "need-met": (frozenset({"at-least"}), True),
    "handling-time": (frozenset({"at-most", "increase-by", "decrease-by", "direction"}), False),
}
#: Nobody means to increase something by 1 000 %; 70 % is meant, and written 70.
_TENFOLD = 10
#: Measures where "increase by 70 %" has several readings, so that the plan has to choose.
_NEED_READING = frozenset({"share-change", "visit-score"})
_MAY_READ = frozenset({"share-change", "score-change", "visit-score", "index-change"})


def target_faults(part: Part, key: str) -> list[Fault]:
    """Return what is wrong with the target of one part of a goal."""
    if part.target is None:
        return []
    here = f"{key}.target"
    try:
        target = Target(**part.target.model_dump())
    except ValueError:
        return [Fault(code="plan-target", key=here, details={"reason": _reason(part)})]
    kind = part.measure.kind
    demands, is_share = DEMANDS[kind]
    if target.kind not in demands:
        return [Fault(code="plan-measure-target", key=here, got=target.kind, expected=tuple(sorted(demands)))]
    if is_share and target.amount is not None and target.amount < 0:
        return [Fault(code="plan-target", key=here, got=f"{target.amount:g}", details={"reason": "percent"})]
    if kind in _NEED_READING and target.is_change and target.reading is None:
        return [Fault(code="plan-reading-missing", key=f"{here}.reading")]
    if target.reading is not None and kind not in _MAY_READ:
        return [Fault(code="plan-target", key=f"{here}.reading", details={"reason": "reading"})]
    if target.in_every is not None and kind != "count":
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
