"""What the sources of a plan without goals hold: "table 1" of each, with what is about few people hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import narwhals as nw
import numpy as np
import pandas as pd

from effektmatt.core import Hide
from effektmatt.data.by_group import shown_groups
from effektmatt.data.columns import group_labels
from effektmatt.data.identifying import identified
from effektmatt.evaluation.kinds import KINDS
from effektmatt.evaluation.kinds.common import NO_WAVE, Data, Prepared, Questions
from effektmatt.findings import (
    DescribedGroup,
    DescribedItem,
    DescribedNumber,
    DescribedQuestions,
    SourceDescription,
)
from effektmatt.plan import Plan
from effektmatt.plan.sections import Source

#: A column with more different values than this is no grouping of a table.
_MOST_GROUPS = 30


def described_sources(data: Data) -> Iterator[SourceDescription]:
    """Yield what each source holds: rows, groups, answers to every question, numbers.

    Of the columns those are described that the plan names: groups, questions, `types`, and what the kind reads. Nothing
    that says who somebody is. No two columns are ever crossed, so each is protected by itself.
    """
    for name, prepared in data.sources.items():
        yield _description(name, prepared, data)


def _description(name: str, prepared: Prepared[Source], data: Data) -> SourceDescription:
    source, frames, hide = prepared.source, prepared.by_wave, data.about.hide
    asked = list(KINDS[source.kind].questions(name, data.plan))
    kinds = _columns(name, prepared, asked, data.plan)
    texts = [column for column, kind in kinds.items() if kind == "text"]
    numbers = [column for column, kind in kinds.items() if kind in ("number", "whole")]
    of_people = source.about_people or bool(source.who)
    called = data.plan.written.called
    return SourceDescription(
        source=name,
        label=prepared.loaded.label,
        waves=tuple(_wave(wave) for wave in frames),
        rows=tuple(len(frame) for frame in frames.values()),
        groups=tuple(
            one
            for column in texts
            if column in data.plan.written.analysis.groups or not _names_few(column, frames, hide)
            for one in _groups(column, called(column), frames, hide)
        ),
        questions=tuple(_questions(one, frames, hide) for one in asked),
        numbers=tuple(
            _number(frame[column], called(column), wave, of_people, hide)
            for column in numbers
            for wave, frame in frames.items()
            if column in frame
        ),
    )


def _wave(wave: str) -> str | None:
    return None if wave == NO_WAVE else wave


def _columns(name: str, prepared: Prepared[Source], asked: Sequence[Questions], plan: Plan) -> dict[str, str]:
    """Return the columns to describe beside the questions, with how each is read."""
    source = prepared.source
    kinds: dict[str, str] = {}
    for wave, frame in prepared.by_wave.items():
        questions = {column(wave) for one in asked for _, column in one.items}
        rules = KINDS[source.kind].rules(name, source, wave, list(frame.columns), plan)
        kinds |= {one.name: "text" if one.kind == "choice" else one.kind for one in rules if one.name not in questions}
    kinds |= source.types
    return {column: kind for column, kind in kinds.items() if column not in source.who}


def _groups(column: str, label: str, frames: Mapping[str, pd.DataFrame], hide: Hide) -> Iterator[DescribedGroup]:
    """Yield how many rows each group has in each wave; nothing where the column says who somebody is."""
    cells = [frame[column] for frame in frames.values() if column in frame]
    if not cells or identified(column, nw.from_native(pd.concat(cells), series_only=True)) is not None:
        return
    counts = {wave: _counted(frame, column) for wave, frame in frames.items()}
    groups = sorted({group for found in counts.values() for group in found if group is not None})
    if not 1 < len(groups) <= _MOST_GROUPS:
        return
    shown = {
        wave: _without_few({group: found.get(group, 0) for group in groups}, hide) for wave, found in counts.items()
    }
    for group in groups:
        yield DescribedGroup(by=label, group=group, counts=tuple(shown[wave][group] for wave in frames))
    unknown = tuple(found.get(None, 0) for found in counts.values())
    if any(unknown):
        yield DescribedGroup(by=label, group=None, counts=unknown)


def _names_few(column: str, frames: Mapping[str, pd.DataFrame], hide: Hide) -> bool:
    """Whether any text of a column stands for so few that it may be what somebody wrote: then it is no group's name."""
    fewest = 1 if hide.publish_small else hide.means
    counts = [_counted(frame, column) for frame in frames.values() if column in frame]
    names = {group for found in counts for group in found if group is not None}
    return any(max(found.get(group, 0) for found in counts) < fewest for group in names)


def _counted(frame: pd.DataFrame, column: str) -> dict[str | None, int]:
    if column not in frame:
        return {None: len(frame)}
    labels = group_labels(nw.from_native(frame[column], series_only=True))
    return {group: int(np.equal(labels, group).sum()) for group in set(labels)}


def _without_few(counts: Mapping[str, int], hide: Hide) -> dict[str, int | None]:
    """Return counts of which those are None that are about few, or from which such a count could be told."""
    fewest = 1 if hide.publish_small else hide.means
    return shown_groups(counts, lambda n: [n], fewest)


def _questions(asked: Questions, frames: Mapping[str, pd.DataFrame], hide: Hide) -> DescribedQuestions:
    items = tuple(
        _item(label, _wave(wave), frame[column(wave)], asked, hide)
        for label, column in asked.items
        for wave, frame in frames.items()
        if column(wave) in frame
    )
    return DescribedQuestions(label=asked.label, answers=asked.answers, items=items)


def _item(label: str, wave: str | None, cells: pd.Series[str], asked: Questions, hide: Hide) -> DescribedItem:
    """Return how many gave each answer; none of the counts where few answered at all."""
    counts = dict.fromkeys(asked.answers, 0)
    for cell, times in cells.value_counts().items():
        place = asked.place(cell)
        if place is not None:
            counts[asked.answers[place]] += int(times)
    n = sum(counts.values())
    few = 0 < n < hide.distributions and not hide.publish_small
    shown = dict.fromkeys(counts) if few else _without_few(counts, hide)
    return DescribedItem(label=label, wave=wave, n=n, counts=tuple(shown.values()))


def _number(cells: pd.Series[float], label: str, wave: str, of_people: bool, hide: Hide) -> DescribedNumber:
    """Return the mean of a column and how it is spread; of people no single value, and nothing of few."""
    known = cells.dropna().to_numpy(dtype=float)
    n = len(known)
    shown = n > 0 and (not of_people or n >= hide.means or hide.publish_small)
    ends = shown and not of_people
    return DescribedNumber(
        by=label,
        wave=_wave(wave),
        n=n,
        mean=float(known.mean()) if shown else None,
        deviation=float(known.std(ddof=1)) if shown and n > 1 else None,
        low=float(known.min()) if ends else None,
        high=float(known.max()) if ends else None,
    )
