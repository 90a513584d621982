"""What stands beside the result of a survey, of whom it tells, and the result without it.

Tables of answers, every wave, then-tests and doses: each may be of one or two people more or less than the result, and
tell of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from effektmatt.core import Outcome
from effektmatt.data.columns import Labels
from effektmatt.disclosure.figures import Cell, Figure, Members
from effektmatt.evaluation.figures import WAVE, shows_result, whole_and_groups, without_waves
from effektmatt.evaluation.kinds.common import Asked
from effektmatt.evaluation.kinds.survey_answerers import Answerers
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.plan.kinds.register import Share
from effektmatt.plan.kinds.survey import ScoreChange, ShareChange
from effektmatt.plan.measures import ComparedWaves
from effektmatt.surveys.change import ItemChange, ScaleAnswers, SurveyChange, ThenTest
from effektmatt.surveys.change_outcomes import OF_THE_LINKED
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.then_test import without_then_test
from effektmatt.surveys.top_share import ItemAnswers, WaveAnswers

#: What the cells are called that tell of all who answered, where those linked are judged; of those linked, where all
#: are; of one item; of the then-test of a scale; of one dose.
EVERYBODY, LINKED, ITEM, THEN, DOSE = "everybody", "linked", "item", "then", "dose"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """One scale in the waves that a part compares: whom the result is about, and who answered each wave at all.

    `linked`: the result is about those linked, who are then the same in every wave. `both`: those who are linked.
    """

    part: str
    people: Answerers
    scale: str
    judged: Mapping[str, Members]
    everybody: Mapping[str, Members]
    both: Members
    linked: bool


def item_figures(
    compared: Compared,
    asked: Asked[ComparedWaves | Share, SurveyData],
    found: Sequence[ItemChange | ItemAnswers],
) -> Iterator[Figure]:
    """Yield what tables of answers publish: of all who answered an item, or of those linked who did both times.

    All items together tell of those who did not answer every one, beside the score, which they have all the same.
    """
    shown = {item.id: item for item in found}
    answers = asked.source.answers[compared.scale]
    every = {wave: dict(compared.people.answered_items(answers[wave], wave, asked.among)) for wave in compared.judged}
    for item, told in shown.items():
        own = _item(compared, item)
        both = np.logical_and.reduce([every[wave][item] for wave in every])
        for wave, items in every.items():
            one = compared.people.item(compared.scale, wave, item)
            if compared.linked:
                yield one.of(own, both, published=_high(told))
                yield one.of(_everybody(compared), items[item], published=_counts(told))
                continue
            yield one.of(own, items[item], published=_counts(told))
            if _high(told) and asked.source.links:
                yield one.of(Cell(part=compared.part, by=LINKED), both)
    if all(_counts(item) for item in shown.values()) and len(shown) > 1:
        yield from _all_items(compared, every)


def _counts(item: ItemChange | ItemAnswers) -> bool:
    return (item.before if isinstance(item, ItemChange) else item.counts) is not None


def _high(item: ItemChange | ItemAnswers) -> bool:
    return isinstance(item, ItemChange) and item.high is not None


def _all_items(compared: Compared, every: Mapping[str, Mapping[str, Members]]) -> Iterator[Figure]:
    """Yield the score, and all items together: without the table of the item that fewest answered they tell nothing."""
    both = {
        item: np.logical_and.reduce([items[item] for items in every.values()]) for item in next(iter(every.values()))
    }
    own = _item(compared, min(both, key=lambda item: int(both[item].sum())))
    all_both = np.logical_and.reduce(list(both.values()))
    for wave, items in every.items():
        if compared.linked:
            one = compared.people.whatever(f"{compared.scale} {wave} items of linked")
            yield one.of(Cell(part=compared.part), compared.both)
            yield one.of(own, all_both & compared.both)
        one = compared.people.whatever(f"{compared.scale} {wave} items")
        scored = np.logical_or.reduce(list(items.values())) | compared.everybody[wave]
        yield one.of(_everybody(compared) if compared.linked else Cell(part=compared.part), scored)
        yield one.of(own, np.logical_and.reduce(list(items.values())) & compared.everybody[wave])


def _everybody(compared: Compared) -> Cell:
    return Cell(part=compared.part, by=EVERYBODY, group=None)


def _item(compared: Compared, item: str) -> Cell:
    return Cell(part=compared.part, by=ITEM, group=f"{compared.scale} {item}")


def wave_figures(
    compared: Compared, asked: Asked[ScoreChange | ShareChange, SurveyData], outcome: Outcome, top: int | None
) -> Iterator[Figure]:
    """Yield what is published of all who answered each of several waves."""
    labels = {name: wave.label for name, wave in asked.data.plan.written.waves.items()}
    told = dict(outcome.over_time)
    for wave in asked.source.waves:
        if labels.get(wave) in told:
            one = compared.people.properties(compared.scale, wave, top)[-1]
            own = Cell(part=compared.part, by=WAVE, group=labels[wave])
            answered = compared.people.answered(compared.scale, wave, asked.among)
            yield one.of(own, answered, published=told[labels[wave]].value is not None)


def then_figures(
    compared: Compared, asked: Asked[ComparedWaves, SurveyData], test: ThenTest | None
) -> Iterator[Figure]:
    """Yield what a then-test publishes: the means of those who have all the scores."""
    survey, last = asked.source, asked.source.waves[-1]
    if test is None or compared.scale not in survey.then:
        return
    then = compared.people.given(last, asked.among, survey.then[compared.scale].scores.valid)
    rated = compared.both & then if compared.linked else compared.everybody[last] & then
    own = Cell(part=compared.part, by=THEN, group=compared.scale)
    for wave, judged in compared.judged.items():
        one = compared.people.whatever(f"{compared.scale} {wave} then")
        yield one.of(Cell(part=compared.part), judged)
        yield one.of(own, rated)


def dose_figures(
    compared: Compared,
    asked: Asked[ScoreChange | ShareChange, SurveyData],
    labels: Mapping[str, Labels],
    outcome: Outcome,
) -> Iterator[Figure]:
    """Yield the change that is published of those with each dose, beside that of all and of every group."""
    dose = outcome.detail.dose if isinstance(outcome.detail, SurveyChange) else None
    if dose is None or not isinstance(asked.measure, ScoreChange) or asked.measure.dose is None:
        return
    last = tuple(compared.judged)[-1]
    doses = asked.source.frames[last][asked.measure.dose].to_numpy(dtype=np.float64, na_value=np.nan)
    change = compared.people.change(compared.scale, tuple(compared.judged))
    yield from whole_and_groups(compared.part, compared.both, labels, outcome, change)
    for level in dose.levels:
        own = Cell(part=compared.part, by=DOSE, group=f"{level.dose:g}")
        had = compared.people.members(last, doses == level.dose)
        yield change.of(own, compared.both & had, published=level.change is not None)


def shows(outcome: Mapping[str, Any], figure: Figure) -> bool:
    """Whether an outcome of results.json shows what stands beside the result of a survey."""
    cell, detail = figure.cell, outcome["detail"] or {}
    if cell is None or cell.by not in {EVERYBODY, LINKED, ITEM, THEN, DOSE}:
        return shows_result(outcome, figure)
    if cell.by == EVERYBODY:
        return any(map(_tells_of_everybody, detail.get("scales") or [detail]))
    if cell.by == LINKED:
        return _tells_of_linked(detail)
    if cell.by == DOSE:
        levels = (detail.get("dose") or {}).get("levels", [])
        return any(f"{one['dose']:g}" == cell.group and one["change"] is not None for one in levels)
    for scale in detail.get("scales") or [detail]:
        if cell.by == THEN and scale.get("scale") == cell.group and scale.get("then_test"):
            return True
        for item in scale.get("items", []) if cell.by == ITEM else []:
            if f"{scale['scale']} {item['id']}" == cell.group:
                return any(item.get(told) is not None for told in ("before", "high", "counts"))
    return False


def _tells_of_linked(detail: Mapping[str, Any]) -> bool:
    """Whether anything tells of those linked alone: changes where others answered too, or the change of an item."""
    changes = detail.get("improvements") or detail.get("shares_improved")
    return bool(detail.get("all_answers") and changes) or any(item.get("high") for item in detail.get("items", []))


def _tells_of_everybody(scale: Mapping[str, Any]) -> bool:
    shown = [scale.get(one) for one in ("score_before", "score_after", "all_answers")]
    return not scale.get("of_linked") and any([*shown, *(item.get("before") for item in scale.get("items", []))])


def without_beside(outcome: Outcome, cells: frozenset[Cell]) -> Outcome:
    """Return an outcome without what the cells tell beside the result."""
    hidden = {by: frozenset(cell.group for cell in cells if cell.by == by) for by in (ITEM, THEN, DOSE)}
    if any(cell.by == EVERYBODY for cell in cells):
        outcome = _of_linked(outcome)
    if any(cell.by == LINKED for cell in cells) and isinstance(outcome.detail, SurveyChange):
        kept = tuple(one for one in outcome.beside if one.measure not in OF_THE_LINKED)
        outcome = replace(outcome, detail=outcome.detail.of_all(), beside=kept)
    if hidden[ITEM]:
        outcome = _without_items(outcome, hidden[ITEM])
    outcome = without_waves(outcome, cells)
    for scale in sorted(one for one in hidden[THEN] if one is not None):
        outcome = without_then_test(outcome, scale)
    detail = outcome.detail
    if hidden[DOSE] and isinstance(detail, SurveyChange) and detail.dose is not None:
        levels = tuple(
            replace(one, change=None) if f"{one.dose:g}" in hidden[DOSE] else one for one in detail.dose.levels
        )
        outcome = replace(outcome, detail=replace(detail, dose=replace(detail.dose, levels=levels)))
    return outcome


def _of_linked(outcome: Outcome) -> Outcome:
    """Return an outcome that tells of those linked alone, where who else answered would be too few."""
    detail = outcome.detail
    if not isinstance(detail, SurveyChange | ShareImproved):
        return outcome
    all_answers = detail.all_answers if isinstance(detail, SurveyChange) else None
    dropped = all_answers.estimates if all_answers else ()
    beside = tuple(one for one in outcome.beside if one not in dropped)
    return replace(outcome, beside=beside, detail=detail.linked_alone())


def _without_items(outcome: Outcome, items: frozenset[str | None]) -> Outcome:
    """Return an outcome without the tables of some items."""

    def of_scale(one: ScaleAnswers) -> tuple[ItemChange, ...]:
        return tuple(
            replace(item, before=None, after=None, pairs=None, high=None) if f"{one.scale} {item.id}" in items else item
            for item in one.items
        )

    detail = outcome.detail
    if isinstance(detail, SurveyChange):
        return replace(outcome, detail=replace(detail, items=of_scale(detail)))
    if isinstance(detail, WaveAnswers):
        answers = (replace(one, counts=None) if f"{detail.scale} {one.id}" in items else one for one in detail.items)
        return replace(outcome, detail=replace(detail, items=tuple(answers)))
    if isinstance(detail, ShareImproved):
        scales = tuple(replace(one, items=of_scale(one)) for one in detail.scales)
        return replace(outcome, detail=replace(detail, scales=scales))
    return outcome
