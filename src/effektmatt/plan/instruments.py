"""What a plan measures with: its scales and checklists, ready for use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from effektmatt.core import Direction
from effektmatt.errors import Fault, InputFaults
from effektmatt.plan.checks import unknown, wave_faults
from effektmatt.plan.presets import PRESETS
from effektmatt.plan.sections import Checklist as WrittenChecklist
from effektmatt.plan.sections import Scale as WrittenScale
from effektmatt.plan.sections import Sections
from effektmatt.surveys.scale import THEN, Item, Scale
from effektmatt.visits.checklist import Checklist, ChecklistItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruments:
    """The sections of a plan, and the scales and checklists that they describe."""

    written: Sections
    scales: Mapping[str, Scale]
    checklists: Mapping[str, Checklist]


def scales_of(written: Sections) -> tuple[dict[str, Scale], list[Fault]]:
    """Return the scales of a plan without those at fault, and what is wrong with them."""
    scales: dict[str, Scale] = {}
    faults: list[Fault] = []
    for name, scale in written.scales.items():
        key = f"scales.{name}"
        for item, asked in scale.items.items():
            of_waves = [wave for wave in asked.columns if wave != THEN]
            faults += wave_faults(f"{key}.items.{item}.columns", of_waves, written.waves)
        faults += _preset_faults(f"{key}.items", scale)
        try:
            scales[name] = _scale(name, scale, written.scales)
        except InputFaults as error:
            faults += [
                replace(fault, key=f"{key}.{fault.key}" if fault.key == "answers" else key) for fault in error.faults
            ]
    return scales, faults


def _preset_faults(key: str, scale: WrittenScale) -> Iterator[Fault]:
    """Find a preset that has other questions than the plan has columns."""
    questions = len(PRESETS[scale.preset].questions) if scale.preset else len(scale.items)
    if len(scale.items) != questions:
        details: dict[str, str | int | float] = {"preset": scale.preset or "", "questions": questions}
        yield Fault(code="plan-preset-items", key=key, got=str(len(scale.items)), details=details)


def _scale(name: str, scale: WrittenScale, all_scales: Mapping[str, WrittenScale]) -> Scale:
    answers: Sequence[Sequence[str]] = scale.answers
    if len(answers) == 1:  # one word: the answers of another scale
        borrowed = answers[0][0]
        if borrowed not in all_scales or len(all_scales[borrowed].answers) == 1:
            raise InputFaults([unknown("answers", borrowed, "scale", all_scales)])
        answers = all_scales[borrowed].answers
    items = (Item(id=item, label=asked.label or item, columns=asked.columns) for item, asked in scale.items.items())
    return Scale(
        id=name,
        label=scale.label,
        items=tuple(items),
        answers=tuple(tuple(spellings) for spellings in answers),
        reversed=frozenset(scale.reversed),
        not_an_answer=frozenset(scale.not_an_answer),
        not_an_answer_counts=scale.not_an_answer_counts,
        score=scale.score,
        better=Direction(scale.better),
        minimum_answered=scale.minimum_answered,
    )


def checklists_of(written: Sections) -> tuple[dict[str, Checklist], list[Fault]]:
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
