"""Faults that several parts of a plan can have: names that nothing has, and periods that end before they begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from zoneinfo import available_timezones

from effektmatt.data.local_days import zone_named
from effektmatt.errors import Fault, nearest


def unknown(key: str, got: str, what: str, valid: Iterable[str]) -> Fault:
    """Return the fault of a name that nothing in the plan has; `what` says what kind of thing it should name."""
    names = tuple(valid)
    return Fault(
        code="plan-unknown-name", key=key, got=got, expected=names, nearest=nearest(got, names), details={"what": what}
    )


def wave_faults(key: str, named: Iterable[str], waves: Iterable[str]) -> Iterator[Fault]:
    """Yield the faults of names that are no waves of the plan."""
    valid = tuple(waves)
    return (unknown(f"{key}.{name}", name, "wave", valid) for name in named if name not in valid)


def period_faults(key: str, first: date | None, last: date | None) -> Iterator[Fault]:
    """Yield the fault of a period that ends before it begins."""
    if first and last and last < first:
        yield Fault(code="plan-dates", key=key, got=last.isoformat(), details={"first": first.isoformat()})


def zone_faults(key: str, zone: str) -> Iterator[Fault]:
    """Yield the fault of a time zone that there is not."""
    if zone_named(zone) is None:
        yield Fault(code="plan-time-zone", key=key, got=zone, nearest=nearest(zone, sorted(available_timezones())))


def lacking(key: str, needed: Mapping[str, object]) -> Iterator[Fault]:
    """Yield the faults of keys that are needed for a measure but that the plan does not give."""
    return (Fault(code="plan-missing-key", key=f"{key}.{name}") for name, given in needed.items() if given is None)


def money_faults(key: str, text: str | None) -> Iterator[Fault]:
    """Yield the fault of a text that is no amount of money."""
    try:
        finite = text is None or Decimal(text).is_finite()
    except InvalidOperation:
        finite = False
    if not finite:
        yield Fault(code="plan-money", key=key, got=text)
