"""What was found in logs, activities, ledgers and indices, as clauses without a full stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from effektmatt.core import Unit
from effektmatt.plan.kinds.activities import FullDoseFacts
from effektmatt.plan.kinds.log import ActiveShareFacts
from effektmatt.usage.activities import HeldActivities
from effektmatt.usage.index import IndexChange, UnitSeries
from effektmatt.usage.ledger import MoneyUsed
from effektmatt.usage.log import ActiveShare
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording.conditions import whom
from effektmatt.wording.targets import capitalised, decimals_beside

if TYPE_CHECKING:
    from effektmatt.findings import GoalFinding
    from effektmatt.wording.language import Words

#: So many units are named in a sentence with their values; more stand in the table alone.
MOST_UNITS = 5


def _of(goal: GoalFinding, words: Words) -> str:
    """Return the denominator: everybody in the register whom the goal concerns."""
    population, among = goal.fulfilment.estimate.population or goal.fulfilment.estimate.n, goal.measure.among
    if among:
        return words.say("of-whom", population=population, whom=whom(among, words))
    assert isinstance(goal.measure, ActiveShareFacts | FullDoseFacts)
    register = goal.measure.register or goal.measure.source_label
    return words.say("of-plain", population=population, source=register)


def _value(goal: GoalFinding, words: Words) -> str:
    estimate = goal.fulfilment.estimate
    return words.value(estimate, decimals_beside(estimate, goal.fulfilment.target))


def _active_share(goal: GoalFinding, words: Words) -> str:
    detail = goal.outcome.detail
    assert isinstance(detail, ActiveShare)
    limited = detail.first is not None or detail.last is not None
    period = words.say("in-period", period=words.period(detail.first, detail.last)) if limited else ""
    return words.say(
        "found-active-share",
        hits=detail.active,
        of=_of(goal, words),
        value=_value(goal, words),
        times=detail.times,
        source=goal.measure.source_label,
        period=period,
    )


def _weekly_users(goal: GoalFinding, words: Words) -> str:
    detail, change, judged = goal.outcome.detail, goal.outcome.change, goal.fulfilment.estimate
    assert isinstance(detail, WeeklyUse)
    if change is None or detail.rebase is None:
        value, source = words.number(judged.value, _places(goal)), goal.measure.source_label
        return words.say("found-weekly-users", value=value, n=len(detail.weeks), source=source)
    places = _places(goal) if judged.measure == "weekly-users" else 1
    before, after = words.number(change.before.value, 1), words.number(change.after.value, places)
    date = words.date(detail.weeks[detail.rebased_at or 0].monday)
    if judged.measure == "weekly-users":
        return words.say("found-weekly-users-level", before=before, after=after, date=date)
    moved = change.difference.value or 0.0
    way = "same" if before == after else "up" if moved > 0 else "down"
    return words.say("found-weekly-users-change", way=way, before=before, after=after, date=date)


def _places(goal: GoalFinding) -> int:
    """How many decimals keep a mean from being printed as a target that it does not equal."""
    return decimals_beside(goal.fulfilment.estimate, goal.fulfilment.target) or 1


def _held(goal: GoalFinding, words: Words) -> str:
    detail = goal.outcome.detail
    assert isinstance(detail, HeldActivities)
    shown = detail.shown
    held = words.count(sum(one.held for one in shown))
    return words.say("found-held", expected=sum(one.expected for one in shown), held=held)


def _full_dose(goal: GoalFinding, words: Words) -> str:
    estimate = goal.fulfilment.estimate
    assert isinstance(goal.measure, FullDoseFacts)
    return words.say(
        "found-full-dose",
        hits=estimate.hits or 0,
        of=_of(goal, words),
        value=_value(goal, words),
        hours=words.number(goal.measure.hours),
    )


def _money_used(goal: GoalFinding, words: Words) -> str:
    detail = goal.outcome.detail
    assert isinstance(detail, MoneyUsed)
    return money_clause(detail, words)


def money_clause(detail: MoneyUsed, words: Words) -> str:
    """Say how much of the budget is used and how much is not, to the öre."""
    total = detail.total
    if total.outcome is None or total.unused is None:
        return words.say("found-nothing")
    return words.say(
        "found-money-used",
        budget=words.money(total.budget),
        used=words.money(total.outcome),
        share=words.percent(total.share, 2),
        rest=words.money(abs(total.unused)),
        way="same" if total.unused == 0 else "less" if total.unused > 0 else "more",
        post=words.say("for-post", post=words.say("quoted", text=total.name)) if total.name else "",
    )


def _index_change(goal: GoalFinding, words: Words) -> str:
    detail = goal.outcome.detail
    assert isinstance(detail, IndexChange)
    is_level = goal.fulfilment.estimate.measure == "index-value"
    units = [unit for unit in detail.units if len(unit.known) > 1]
    if len(detail.units) == 1 and units:
        return _one_unit(units[0], detail, "found-index-level" if is_level else "found-index-change", words)
    if is_level:
        target = goal.fulfilment.target
        which = "highest" if target is not None and target.at_most is not None else "lowest"
        value = with_unit(goal.fulfilment.estimate.value, detail, words)
        return words.say("found-index-levels", which=which, value=value, unit_name=detail.deciding or "")
    named = [
        words.say(
            "index-one-unit",
            unit_name=unit.unit,
            before=words.number(unit.known[0].value),
            after=with_unit(unit.known[-1].value, detail, words),
        )
        for unit in units
    ]
    return words.say(
        "found-index-changes",
        moves=capitalised(index_moves(units, words)),
        list=words.say("index-units", list=words.joined(named)) if len(named) <= MOST_UNITS else "",
    )


def index_moves(units: Sequence[UnitSeries], words: Words) -> str:
    """Return how many of several units rose and fell: "båda har stigit", "av tre har två stigit och en sjunkit"."""
    changes = [unit.change or 0.0 for unit in units]
    counts = {"up": sum(change > 0 for change in changes), "down": sum(change < 0 for change in changes)}
    counts["same"] = len(changes) - sum(counts.values())
    moved = [
        words.say("index-moved", way=way, n=n, number=words.say("number-word", n=n)) for way, n in counts.items() if n
    ]
    return words.say(
        "index-moves",
        way=next((way for way, n in counts.items() if n == len(units)), "several"),
        how="both" if len(units) == 2 else "all",
        total=len(units),
        number=words.say("number-word", n=len(units)),
        moved=words.joined(moved),
    )


def _one_unit(unit: UnitSeries, detail: IndexChange, code: str, words: Words) -> str:
    first, last, change = unit.known[0], unit.known[-1], unit.change or 0.0
    return words.say(
        code,
        way="same" if change == 0 else "up" if change > 0 else "down",
        before=words.number(first.value),
        after=with_unit(last.value, detail, words),
        first=first.wave,
        last=last.wave,
        amount=with_unit(abs(change), detail, words),
    )


def with_unit(value: float | None, detail: IndexChange, words: Words) -> str:
    """Write a published value with what it is counted in, where the plan says so."""
    number = words.amount(value, Unit.NUMBER)
    return words.say("with-unit", number=number, unit=detail.measured_in) if detail.measured_in else number


USAGE_FOUND: dict[str, Callable[[GoalFinding, Words], str]] = {
    "active-share": _active_share,
    "weekly-users": _weekly_users,
    "held": _held,
    "full-dose": _full_dose,
    "money-used": _money_used,
    "index-change": _index_change,
}
