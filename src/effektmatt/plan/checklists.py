"""Checklists of a plan, and whether the visits and measures that read them agree with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.plan.measures import Agreement, VisitScore
from effektmatt.plan.sources import Visits
from effektmatt.plan.written import Checklist as WrittenChecklist
from effektmatt.plan.written import Part, WrittenPlan
from effektmatt.visits.checklist import Checklist, ChecklistItem


def checklists_of(written: WrittenPlan) -> tuple[dict[str, Checklist], list[Fault]]:
    """Return the checklists of a plan without those at fault, and what is wrong with them."""
    checklists: dict[str, Checklist] = {}
    faults: list[Fault] = []
    for name, checklist in written.checklists.items():
        try:
            checklists[name] = _checklist(name, checklist)
        except InputFaults as error:
            faults += [replace(fault, key=f"checklists.{name}.{fault.key}") for fault in error.faults]
    return checklists, faults


def _checklist(name: str, written: WrittenChecklist) -> Checklist:
    items = (
        ChecklistItem(id=item, label=asked.label or "", rating=tuple(tuple(spellings) for spellings in asked.rating))
        for item, asked in written.items.items()
    )
    return Checklist(
        id=name,
        label=written.label,
        items=tuple(items),
        yes=tuple(written.yes),
        no=tuple(written.no),
        not_applicable=tuple(written.not_applicable),
        areas={area: tuple(members) for area, members in written.areas.items()},
        critical=frozenset(written.critical),
        reversed=frozenset(written.reversed),
    )


def visits_source_faults(key: str, source: Visits, written: WrittenPlan) -> list[Fault]:
    """Return what is wrong with one source of visits: its checklist, and how its one file is divided into waves."""
    faults = []
    if source.checklist not in written.checklists:
        faults.append(_unknown(f"{key}.checklist", source.checklist, "checklist", written.checklists))
    if source.file and len(written.waves) > 1 and source.wave is None:
        if source.date is None:
            faults.append(Fault(code="plan-visits-without-wave", key=key))
        else:
            faults += [
                Fault(code="plan-missing-key", key=f"waves.{name}.{end}")
                for name, wave in written.waves.items()
                for end, day in (("from", wave.first), ("to", wave.last))
                if day is None
            ]
    return faults


def visit_measure_faults(part: Part, key: str, written: WrittenPlan) -> list[Fault]:
    """Return names in a measure of visits that do not agree, and keys that its source lacks."""
    measure = part.measure
    if not isinstance(measure, VisitScore | Agreement):
        return []
    source = written.sources.get(measure.source)
    if not isinstance(source, Visits):
        return []
    if isinstance(measure, Agreement):
        lacking = [name for name in ("visit", "visitor") if getattr(source, name) is None]
        faults = [Fault(code="plan-missing-key", key=f"sources.{measure.source}.{name}") for name in lacking]
        if measure.wave is not None and measure.wave not in written.waves:
            faults.append(_unknown(f"{key}.wave", measure.wave, "wave", written.waves))
        return faults
    checklist = written.checklists.get(source.checklist)
    if checklist is None:
        return []
    if measure.area is not None and measure.item is not None:
        return [Fault(code="plan-area-or-item", key=key)]
    named = (("area", measure.area, checklist.areas), ("item", measure.item, checklist.items))
    return [
        _unknown(f"{key}.{what}", got, what, valid)
        for what, got, valid in named
        if got is not None and got not in valid
    ]


def _unknown(key: str, got: str, what: str, valid: Iterable[str]) -> Fault:
    names = tuple(valid)
    return Fault(
        code="plan-unknown-name", key=key, got=got, expected=names, nearest=nearest(got, names), details={"what": what}
    )
