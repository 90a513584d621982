"""From cells to coded answers: which answer was meant, which cells are no answer, which are faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.core import AnswerCounts
from effektmatt.core.counts import Floats, Integers
from effektmatt.data.columns import Labels, coded, group_labels, in_memory, missing_column
from effektmatt.data.values import folded
from effektmatt.errors import Fault
from effektmatt.stats.designs import Design
from effektmatt.surveys.outside import Outside, outside_faults, outside_of
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.scores import Booleans, Scores

#: Codes of cells that hold no place on the scale.
EMPTY, NOT_AN_ANSWER, OUTSIDE = -1, -2, -3

Places = NDArray[np.int16]


@dataclass(frozen=True, kw_only=True, eq=False)
class CodedAnswers:
    """One wave's answers to one scale.

    Parameters
    ----------
    scale, wave
        What was asked, and when.
    places
        people x items: 0 for the lowest answer and so on, reversed items turned already; negative for cells that
        hold no answer (`EMPTY`, `NOT_AN_ANSWER`, `OUTSIDE`).
    groups
        For each grouping column the group of every person, None where it is not known.
    design
        What each person weighs, and was drawn or took part with; None where people count alike, each for himself.
    design_of_all
        The same where those who gave no answer ("Vet ej") count too; None where that makes no difference.
    """

    scale: Scale
    wave: str
    places: Places
    groups: Mapping[str, Labels] = field(default_factory=dict)
    design: Design | None = None
    design_of_all: Design | None = None

    @cached_property
    def answered_items(self) -> Integers:
        """How many items each person answered."""
        answered = np.zeros(len(self.places), dtype=np.int64)
        for column in self.places.T:
            answered += column >= 0
        return answered

    @cached_property
    def scores(self) -> Scores:
        """The score of those who answered enough items."""
        scale, answered = self.scale, self.answered_items
        sums = scale.lowest_value * answered
        for column in self.places.T:
            sums += np.maximum(column, 0)
        return Scores(
            numerators=scale.factor * (sums - scale.offset * answered),
            denominators=np.where(answered >= scale.fewest_answered, answered, 0),
            lowest=scale.lowest,
            highest=scale.highest,
            step=scale.factor,
        )

    @property
    def numbers(self) -> Floats:
        """The answers' values (people x items), NaN where there is none."""
        return np.where(self.places < 0, np.nan, self.places + float(self.scale.lowest_value))

    @property
    def n(self) -> int:
        """How many people have a score."""
        return int(self.scores.valid.sum())

    @property
    def empty(self) -> dict[str, int]:
        """How many left each item empty."""
        return self._counted(EMPTY)

    @property
    def not_an_answer(self) -> dict[str, int]:
        """How many gave something that is no answer ("Vet ej") to each item."""
        return self._counted(NOT_AN_ANSWER)

    @property
    def gave_none(self) -> Booleans:
        """Who has no score because of something that is no answer ("Vet ej")."""
        none: Booleans = ~self.scores.valid & (self.places == NOT_AN_ANSWER).any(axis=1)
        return none

    @property
    def without_answer(self) -> int:
        """How many have no score because they gave something that is no answer ("Vet ej")."""
        return int(self.gave_none.sum())

    def with_none_as_lowest(self) -> CodedAnswers:
        """Return the same where those who gave no answer count, and have the lowest."""
        places = np.where(self.gave_none[:, None], np.int16(0), self.places)
        return replace(self, places=places, design=self.design_of_all or self.design)

    def hits(self, top: int) -> int:
        """How many have an answer (or a score) among the `top` highest answers of the scale."""
        return int(self.scores.at_least(self.scale.cut(top)).sum())

    def top_hits(self, top: int) -> Floats:
        """Return one for everybody with an answer among the `top` highest, nought for the others, NaN without one."""
        return np.where(self.scores.valid, self.scores.at_least(self.scale.cut(top)).astype(np.float64), np.nan)

    def high_hits(self, place: int) -> Floats:
        """Return one for everybody whose answer to one item is above the middle, as `top_hits` does."""
        given, middle = self.places[:, place], (self.scale.levels.size + 1) // 2
        return np.where(given >= 0, (given >= middle).astype(np.float64), np.nan)

    def item_counts(self, place: int) -> AnswerCounts:
        """Count the answers to one item, by its place in the scale."""
        given = self.places[:, place]
        counts = np.bincount(given[given >= 0], minlength=len(self.scale.answers))
        return AnswerCounts(levels=self.scale.levels, counts=counts)

    def taken(self, rows: NDArray[np.int64] | Booleans) -> CodedAnswers:
        """Return the answers of some people only."""
        chosen = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows  # numpy takes places many times faster
        groups = {by: labels.take(chosen) for by, labels in self.groups.items()}
        design, of_all = (None if one is None else one.taken(chosen) for one in (self.design, self.design_of_all))
        places = self.places.T.take(chosen, axis=1).T  # item by item, as they are read
        return replace(self, places=places, groups=groups, design=design, design_of_all=of_all)

    def ungrouped(self) -> CodedAnswers:
        """Return the same answers without groups."""
        return replace(self, groups={}) if self.groups else self

    def to_frame(self) -> Any:
        """Return a pandas frame with one column per item: the values, NaN where there is no answer."""
        import pandas as pd

        return pd.DataFrame(self.numbers, columns=[item.id for item in self.scale.items])

    def _counted(self, code: int) -> dict[str, int]:
        counts = (self.places == code).sum(axis=0)
        return {item.id: int(count) for item, count in zip(self.scale.items, counts, strict=True)}


def code_answers(
    frame: Any, scale: Scale, wave: str, *, by: Sequence[str] = (), file: str | None = None
) -> tuple[CodedAnswers, tuple[Fault, ...]]:
    """Turn the cells of one wave into coded answers, and tell of those that are none of the scale's.

    As `coded_answers`, with what is outside the scale told as faults (`outside_faults`).
    """
    answers, faults, outside = coded_answers(frame, scale, wave, by=by, file=file)
    return answers, (*outside_faults(outside, scale), *faults)


def coded_answers(
    frame: Any, scale: Scale, wave: str, *, by: Sequence[str] = (), file: str | None = None
) -> tuple[CodedAnswers, tuple[Fault, ...], tuple[Outside, ...]]:
    """Turn the cells of one wave into coded answers.

    Parameters
    ----------
    frame
        Any dataframe that narwhals takes, one row per person; the order of the rows is kept.
    scale
        What the answers mean.
    wave
        Which of the items' columns to read.
    by
        Grouping columns to keep.
    file
        The file's name, for the faults.

    Returns
    -------
    answers, faults, outside
        The coded answers, a "column-missing" for each column that is not there, and which cells of which columns are
        outside the scale.

    Examples
    --------
    >>> import pandas as pd
    >>> scale = Scale.of(["v1"], ["Stämmer inte alls", "Varken eller", "Stämmer helt"], not_an_answer=["Vet ej"])
    >>> cells = pd.DataFrame({"v1": ["stämmer helt.", "2", "vet ej", None, "Stämer helt"]}, index=[2, 3, 4, 5, 6])
    >>> answers, faults, outside = coded_answers(cells, scale, "before", file="enkat_fore.csv")
    >>> answers.numbers[:, 0].tolist(), outside[0].rows
    ([3.0, 2.0, nan, nan, nan], {'Stämer helt': [6]})
    """
    columns = [item.column(wave) for item in scale.items]
    cells = in_memory(frame, [*columns, *by])
    faults: list[Fault] = []
    outside: list[Outside] = []
    places = np.full((len(cells), len(scale.items)), EMPTY, dtype=np.int16, order="F")
    for place, (item, column) in enumerate(zip(scale.items, columns, strict=True)):
        if column not in cells.columns:
            faults.append(missing_column(column, cells.columns, file))
            continue
        given, wrong = _coded_column(cells[column], scale)
        filled = int((given != EMPTY).sum())
        outside.append(outside_of(cells, column, wrong, filled=filled, file=file))
        if item.id in scale.reversed:
            given = np.where(given >= 0, len(scale.answers) - 1 - given, given)
        if scale.not_an_answer_counts == "lowest":
            given = np.where(given == NOT_AN_ANSWER, 0, given)
        places[:, place] = given
    groups = {}
    for column in by:
        if column in cells.columns:
            groups[column] = group_labels(cells[column])
        else:
            faults.append(missing_column(column, cells.columns, file))
    return CodedAnswers(scale=scale, wave=wave, places=places, groups=groups), tuple(faults), tuple(outside)


def _coded_column(cells: nw.Series[Any], scale: Scale) -> tuple[Places, list[object]]:
    """Code each different cell once; also return the cells that are outside the scale."""
    rows, different = coded(cells)
    codes, wrong = [], []
    for cell in different:
        spelling = folded(cell)
        if not spelling:
            code: int | None = EMPTY
        elif spelling not in scale.places:
            code = OUTSIDE
            wrong.append(cell)
        else:
            code = scale.places[spelling]
        codes.append(NOT_AN_ANSWER if code is None else code)
    return np.array([*codes, EMPTY], dtype=np.int16)[rows], wrong  # -1, a missing cell, is the last
