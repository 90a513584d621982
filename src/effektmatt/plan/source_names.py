"""Whether the sources of a plan agree with its waves, its registers and themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from effektmatt.errors import Fault, nearest
from effektmatt.plan.checklists import visits_source_faults
from effektmatt.plan.sources import EVERY_WAVE, Activities, Cases, Ledger, Log, Period, Register, Survey, Visits
from effektmatt.plan.usage_names import usage_source_faults
from effektmatt.plan.written import WrittenPlan


def unknown(key: str, got: str, what: str, valid: Iterable[str]) -> Fault:
    """Return the fault of a name that nothing in the plan has; `what` says what kind of thing it should name."""
    names = tuple(valid)
    return Fault(
        code="plan-unknown-name", key=key, got=got, expected=names, nearest=nearest(got, names), details={"what": what}
    )


def period_faults(key: str, first: date | None, last: date | None) -> list[Fault]:
    """Return the fault of a period that ends before it begins."""
    if first and last and last < first:
        return [Fault(code="plan-dates", key=key, got=last.isoformat(), details={"first": first.isoformat()})]
    return []


def source_faults(written: WrittenPlan) -> list[Fault]:
    """Return what is wrong with the sources of a plan, kind by kind."""
    faults: list[Fault] = []
    for name, source in written.sources.items():
        key = f"sources.{name}"
        if bool(source.file) == bool(source.files):
            faults.append(Fault(code="plan-file-or-files", key=key))
        elif source.files and not isinstance(source, _IN_WAVES):
            faults.append(Fault(code="plan-one-file", key=f"{key}.files"))
        faults += wave_faults(f"{key}.files", source.files, written)
        for kind, faults_of in _CHECKS.items():
            if isinstance(source, kind):
                faults += faults_of(key, source, written)
    return faults


def _survey_faults(key: str, source: Survey, written: WrittenPlan) -> list[Fault]:
    faults: list[Fault] = []
    if source.link_within and not source.code:
        faults.append(Fault(code="plan-missing-key", key=f"{key}.code"))
    if source.of is not None:
        registers = [name for name, other in written.sources.items() if isinstance(other, Register)]
        if source.of not in registers:
            faults.append(unknown(f"{key}.of", source.of, "register", registers))
    return faults


def _cases_faults(key: str, source: Cases, written: WrittenPlan) -> list[Fault]:
    dated = {name: date_ for name, date_ in source.measured.items() if name != EVERY_WAVE}
    faults = wave_faults(f"{key}.measured", dated, written)
    faults += wave_faults(f"{key}.periods", source.periods, written)
    periods = case_periods(source, written)
    waves = case_waves(source, written)
    if len(waves) != 2:
        faults.append(Fault(code="plan-two-waves", key="waves" if len(written.waves) < 2 else f"{key}.measured"))
    for wave in waves:
        if wave not in periods:
            faults.append(Fault(code="plan-missing-key", key=f"{key}.periods.{wave}"))
        elif measured_on(source, wave) is None:
            faults.append(Fault(code="plan-missing-key", key=f"{key}.measured.{wave}"))
        else:
            faults += period_faults(f"{key}.measured.{wave}", periods[wave][0], measured_on(source, wave))
    for wave, period in source.periods.items():
        faults += period_faults(f"{key}.periods.{wave}.to", period.first, period.last)
    if source.closed_in and not source.key:
        faults.append(Fault(code="plan-missing-key", key=f"{key}.key"))
    return faults


def case_waves(source: Cases, written: WrittenPlan) -> tuple[str, ...]:
    """Return the waves whose cases are compared: of more than two, those that `measured` names."""
    waves = tuple(written.waves)
    return waves if len(waves) <= 2 else tuple(wave for wave in waves if wave in source.measured)


def case_periods(source: Cases, written: WrittenPlan) -> dict[str, tuple[date, date]]:
    """Return, for each wave whose cases are compared, the first and last day on which they were opened."""
    periods = {}
    for name in case_waves(source, written):
        wave = written.waves[name]
        period = source.periods.get(name)
        if period is None and wave.first and wave.last:
            period = Period(first=wave.first, last=wave.last)
        if period is not None:
            periods[name] = (period.first, period.last)
    return periods


def measured_on(source: Cases, wave: str) -> date | None:
    """Return the day on which a wave's cases were looked at: those not closed by then are open."""
    return source.measured.get(wave, source.measured.get(EVERY_WAVE))


def wave_faults(key: str, waves: Iterable[str], written: WrittenPlan) -> list[Fault]:
    """Return the faults of names that are no waves of the plan."""
    return [unknown(f"{key}.{name}", name, "wave", written.waves) for name in waves if name not in written.waves]


#: Kinds that may have one file for each wave.
_IN_WAVES = (Survey, Visits)
_CHECKS: dict[type, Callable[[str, Any, WrittenPlan], list[Fault]]] = {
    Survey: _survey_faults,
    Cases: _cases_faults,
    Visits: visits_source_faults,
    Log: usage_source_faults,
    Activities: usage_source_faults,
    Ledger: usage_source_faults,
}
