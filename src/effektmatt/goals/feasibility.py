"""Whether a target can be reached at all, given where things stood before."""

from __future__ import annotations

from effektmatt.core import Estimate, Note, Reading, Unit
from effektmatt.goals.target import Target


def unreachable(target: Target | None, before: Estimate | None, *, ceiling: float | None = None) -> Note | None:
    """Return why a target cannot be reached by arithmetic, or None if it can.

    A share cannot exceed 1, so "+70 %" read relatively is out of reach above 1 / 1.7 = 58.8 %, and "+70
    percentage points" above 30 %. A score cannot exceed the scale's highest value. A time cannot be shortened by
    more than it takes. A level is out of reach only beyond the ceiling itself; one that was reached before cannot be
    risen to.

    Parameters
    ----------
    target
        The target as the plan states it; None gives None.
    before
        The value before; None where nothing was measured.
    ceiling
        The highest value that the measure can take: 1 for shares (the default for them), the highest answer for
        scores; None for none.

    Examples
    --------
    >>> from effektmatt.core import Evidence
    >>> before = Estimate(measure="share", value=0.62, unit=Unit.SHARE, n=400, evidence=Evidence.PROCESS, method="")
    >>> unreachable(Target(increase_by=0.70, reading="relative"), before).code
    'unreachable-above'
    """
    if target is None:
        return None
    top = 1.0 if ceiling is None and before is not None and before.unit is Unit.SHARE else ceiling
    unit = str(before.unit) if before is not None else str(Unit.SHARE)
    if target.at_least is not None and top is not None and target.at_least > top:
        return Note(code="unreachable-level", values={"needed": target.at_least, "ceiling": top, "unit": unit})
    if before is None or before.value is None or not target.is_change:
        return None
    if target.reading is Reading.LEVEL and _was_there(target, before.value):
        passed: dict[str, str | int | float] = {"before": before.value, "needed": target.amount or 0.0, "unit": unit}
        return Note(code="level-passed", values=passed)
    if target.increase_by is not None and top is not None:
        needed, highest_start = _needed(target, before.value, top)
        if needed > top + 1e-12:
            values: dict[str, str | int | float] = {
                "before": before.value,
                "needed": needed,
                "ceiling": top,
                "highest_start": highest_start,
                "unit": unit,
            }
            return Note(code="unreachable-above", values=values)
    if target.decrease_by is not None and before.unit is not Unit.NUMBER:  # an index may be negative
        relative = target.reading is Reading.RELATIVE
        lowest = target.decrease_by > 1 if relative else target.decrease_by > before.value
        if lowest and target.reading is not Reading.LEVEL:
            return Note(
                code="horizon-hides" if _is_cut_off(before) else "unreachable-below",
                values={"before": before.value, "amount": target.decrease_by, "unit": unit},
            )
    return None


def _is_cut_off(before: Estimate) -> bool:
    """Whether no case was followed for longer than a day: the mean of all days may be more."""
    return any(one.reason.code == "beyond-horizon" for one in before.sensitivity)


def _was_there(target: Target, before: float) -> bool:
    """Whether a level that is to be risen (or fallen) to was reached already before: a fall would then meet it too."""
    low, high = target.region
    return low <= before <= high


def _needed(target: Target, before: float, ceiling: float) -> tuple[float, float]:
    """Return the value after that the target demands, and the highest value before from which it can be reached."""
    amount = float(target.increase_by or 0.0)
    if target.reading is Reading.RELATIVE:
        return before * (1 + amount), ceiling / (1 + amount)
    if target.reading is Reading.LEVEL:
        return amount, ceiling
    return before + amount, ceiling - amount
