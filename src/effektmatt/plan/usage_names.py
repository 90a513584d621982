"""Whether logs, activities, ledgers and indices have what their measures read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from effektmatt.errors import Fault, nearest
from effektmatt.plan.measures import ActiveShare, FullDose, Held, MoneyUsed, WeeklyUsers
from effektmatt.plan.sources import Activities, Ledger, Log, Register
from effektmatt.plan.written import Part, WrittenPlan


def usage_source_faults(key: str, source: Log | Activities | Ledger, written: WrittenPlan) -> list[Fault]:
    """Return what is wrong with one log, list of activities or ledger."""
    if isinstance(source, Ledger):
        return _amount_faults(f"{key}.must_equal", source.must_equal)
    return _register_faults(f"{key}.of", source.of, written)


def usage_measure_faults(part: Part, key: str, written: WrittenPlan) -> list[Fault]:
    """Return the keys that a measure needs and its source lacks, and names that do not agree."""
    check = _CHECKS.get(type(part.measure))
    source = written.sources.get(str(getattr(part.measure, "source", "")))
    if check is None or source is None or source.kind != type(part.measure).reads:
        return []
    return list(check(part, source, key, written))


def _active_share(part: Part, source: Log, key: str, _written: WrittenPlan) -> Iterator[Fault]:
    measure = part.measure
    assert isinstance(measure, ActiveShare)
    yield from _missing(measure.source, source, "of")
    yield from _period(key, measure)


def _weekly_users(part: Part, _source: Log, key: str, _written: WrittenPlan) -> Iterator[Fault]:
    measure = part.measure
    assert isinstance(measure, WeeklyUsers)
    yield from _period(key, measure)
    if part.target is not None and part.target.direction is not None and measure.rebase is None:
        yield Fault(code="plan-missing-key", key=f"{key}.rebase")


def _held(part: Part, source: Activities, key: str, _written: WrittenPlan) -> Iterator[Fault]:
    measure = part.measure
    assert isinstance(measure, Held)
    yield from _missing(measure.source, source, "activity", "held")
    if measure.activity is not None and source.expected and measure.activity not in source.expected:
        yield _unknown(f"{key}.activity", measure.activity, "activity", tuple(source.expected))


def _full_dose(part: Part, source: Activities, _key: str, _written: WrittenPlan) -> Iterator[Fault]:
    measure = part.measure
    assert isinstance(measure, FullDose)
    yield from _missing(measure.source, source, "person", "hours", "of")


def _money_used(part: Part, source: Ledger, key: str, written: WrittenPlan) -> Iterator[Fault]:
    measure = part.measure
    assert isinstance(measure, MoneyUsed)
    yield from _missing(measure.source, source, "outcome")
    yield from _register_faults(f"{key}.per_person", measure.per_person, written, keyed=False)


_CHECKS: dict[type, Callable[[Part, Any, str, WrittenPlan], Iterator[Fault]]] = {
    ActiveShare: _active_share,
    WeeklyUsers: _weekly_users,
    Held: _held,
    FullDose: _full_dose,
    MoneyUsed: _money_used,
}


def _missing(name: str, source: Any, *keys: str) -> Iterator[Fault]:
    for needed in keys:
        if getattr(source, needed) is None:
            yield Fault(code="plan-missing-key", key=f"sources.{name}.{needed}")


def _period(key: str, measure: ActiveShare | WeeklyUsers) -> Iterator[Fault]:
    if measure.first and measure.last and measure.last < measure.first:
        details = {"first": measure.first.isoformat()}
        yield Fault(code="plan-dates", key=f"{key}.to", got=measure.last.isoformat(), details=details)


def _register_faults(key: str, name: str | None, written: WrittenPlan, *, keyed: bool = True) -> list[Fault]:
    """Return the fault of a register that is not there, or that has no key to look people up by."""
    if name is None:
        return []
    registers = {one: source for one, source in written.sources.items() if isinstance(source, Register)}
    if name not in registers:
        return [_unknown(key, name, "register", tuple(registers))]
    if keyed and registers[name].key is None:
        return [Fault(code="plan-missing-key", key=f"sources.{name}.key")]
    return []


def _amount_faults(key: str, text: str | None) -> list[Fault]:
    if text is None:
        return []
    try:
        whole = Decimal(text)
    except InvalidOperation:
        return [Fault(code="plan-money", key=key, got=text)]
    return [] if whole.is_finite() else [Fault(code="plan-money", key=key, got=text)]


def _unknown(key: str, got: str, what: str, names: tuple[str, ...]) -> Fault:
    near = nearest(got, names)
    return Fault(code="plan-unknown-name", key=key, got=got, expected=names, nearest=near, details={"what": what})
