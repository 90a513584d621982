"""Answers that a scale does not hold: forgotten in the plan, misspelt in a file, or of another scale altogether."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import narwhals as nw

from effektmatt.data.values import cell_text, folded, spellings
from effektmatt.data.where import shown
from effektmatt.data.wrong_cells import rows_with, value_faults
from effektmatt.errors import Fault, WrongCell
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.several import separator_in

# A value in so many cells, and in such a part of them, is hardly a slip of the pen: the plan has forgotten it.
_MANY, _PART = 5, 0.02
# From so many answers on, a column of which most are none of the scale's is another scale's, or the wrong column.
_ENOUGH = 5
_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The cells of one column that hold none of a scale's answers.

    Parameters
    ----------
    file, sheet, column
        Where.
    filled
        How many cells hold anything.
    rows
        The rows of each such cell.
    """

    file: str | None
    sheet: str | None = None
    column: str
    filled: int
    rows: Mapping[str, Sequence[int]]

    @property
    def n(self) -> int:
        """How many cells they are."""
        return sum(map(len, self.rows.values()))

    @property
    def mostly(self) -> bool:
        """Whether most of the column is outside, and not by one value alone that somebody forgot."""
        values = {folded(text) for text in self.rows}
        return self.filled >= _ENOUGH and 2 * self.n > self.filled and (len(values) > 1 or self.n == self.filled)


def outside_of(
    cells: nw.DataFrame[Any], column: str, wrong: Iterable[object], *, filled: int, file: str | None
) -> Outside:
    """Return where in a column the cells stand that hold none of a scale's answers."""
    return Outside(file=file, column=column, filled=filled, rows=rows_with(cells, column, {str(one) for one in wrong}))


def outside_faults(found: Sequence[Outside], scale: Scale, plan: str | None = None) -> list[Fault]:
    """Tell of all cells outside a scale at once: one fault for each value, whatever the columns and files.

    Parameters
    ----------
    found
        Every column of the scale in every file.
    scale
        What the answers should be.
    plan
        The plan's file name, if there is one: a forgotten answer is mended there.

    Returns
    -------
    list of Fault
        "several-answers" for cells with more than one of the answers; "column-outside-scale" for columns that hold
        mostly other values; "answer-forgotten" for a value that is frequent, "answer-outside-scale" for one that is
        rare, with the nearest answer where it is a slip of the pen.

    >>> scale = Scale.of(["q"], ["Nej", "Ja"])
    >>> answers = Outside(file="a.csv", column="q", filled=90, rows={"Kanske": list(range(2, 22)), "Jaa": [40]})
    >>> [(fault.code, fault.got, fault.rows, fault.nearest) for fault in outside_faults([answers], scale)]
    [('answer-forgotten', 'Kanske', 20, None), ('answer-outside-scale', 'Jaa', 1, 'Ja')]
    """
    several = [_only(one, scale, several=True) for one in found]
    found = [_only(one, scale, several=False) for one in found]
    strange = [one for one in found if one.mostly]
    others = [one for one in found if not one.mostly]
    faults = [_several([one for one in several if one.rows], scale, plan)] if any(one.rows for one in several) else []
    faults += [_of_columns(strange, scale, plan)] if strange else []
    filled = sum(one.filled for one in others)
    by_value = _by_value(others)
    forgotten = [value for value, cells in by_value.items() if len(cells) >= max(_MANY, _PART * filled)]
    faults += [_forgotten(by_value[value], filled, scale, plan) for value in forgotten]
    rare = [cells for value, cells in by_value.items() if value not in forgotten]
    valid = [spelling for answer in scale.answers for spelling in answer]
    return faults + value_faults("answer-outside-scale", rare, expected=scale.labels, spellings=valid)


def _only(one: Outside, scale: Scale, *, several: bool) -> Outside:
    """Return only the cells that hold several of the answers, or only those that do not."""
    kept = {text: rows for text, rows in one.rows.items() if bool(_between(text, scale)) == several}
    return replace(one, rows=kept)


def _between(text: str, scale: Scale) -> str:
    """Return what stands between several answers in a cell, "" where it does not hold several."""
    return separator_in(cell_text(text), [spelling for answer in scale.answers for spelling in answer]) or ""


def _several(found: Sequence[Outside], scale: Scale, plan: str | None) -> Fault:
    """Tell of all cells that hold several answers at once."""
    (first, *_), cells = found, [cell for same in _by_value(found).values() for cell in same]
    between = _between(next(iter(first.rows)), scale)
    return Fault(
        code="several-answers",
        file=plan,
        key=f"scales.{scale.id}" if plan else None,
        got=cells[0].got,
        rows=len(cells),
        cells=tuple(cells),
        details={
            "scale": scale.label or scale.id,
            "where": _columns_of(found),
            "column": first.column,
            "separator": "blank" if between.isspace() else between,
            "answer": scale.labels[-1],
        },
    )


def _columns_of(found: Sequence[Outside]) -> str:
    return " · ".join(dict.fromkeys(f"{one.column} ({one.file})" if one.file else one.column for one in found))


def _by_value(found: Iterable[Outside]) -> dict[str, list[WrongCell]]:
    """Return the cells of each value, however it is spelt, the most frequent value first."""
    cells: dict[str, list[WrongCell]] = {}
    for one in found:
        for text, rows in one.rows.items():
            at = WrongCell(file=one.file, sheet=one.sheet, column=one.column, row=0, got=shown(cell_text(text)))
            cells.setdefault(folded(text), []).extend(replace(at, row=row) for row in rows)
    return dict(sorted(cells.items(), key=lambda one: -len(one[1])))


def _of_columns(found: Sequence[Outside], scale: Scale, plan: str | None) -> Fault:
    values = Counter({value: len(cells) for value, cells in _by_value(found).items()})
    shown_as = spellings(cell_text(text) for one in found for text in one.rows)
    told = [f"{shown(shown_as[value])} ({n})" for value, n in values.most_common(_EXAMPLES)]
    return Fault(
        code="column-outside-scale",
        file=plan,
        key=f"scales.{scale.id}" if plan else None,
        got=" · ".join(told),
        expected=scale.labels,
        details={
            "scale": scale.label or scale.id,
            "where": _columns_of(found),
            "columns": len({one.column for one in found}),
            "n": sum(one.n for one in found),
            "filled": sum(one.filled for one in found),
            "further": max(0, len(values) - _EXAMPLES),
        },
    )


def _forgotten(cells: Sequence[WrongCell], filled: int, scale: Scale, plan: str | None) -> Fault:
    columns = dict.fromkeys(f"{cell.column} ({cell.file})" if cell.file else cell.column for cell in cells)
    return Fault(
        code="answer-forgotten",
        file=plan,
        key=f"scales.{scale.id}.answers" if plan else None,
        got=Counter(cell.got for cell in cells).most_common(1)[0][0],
        expected=scale.labels,
        rows=len(cells),
        details={
            "scale": scale.label or scale.id,
            "where": " · ".join(columns),
            "columns": len({cell.column for cell in cells}),
            "filled": filled,
        },
    )
