"""Files of SPSS and Stata as rows of text cells, with the questions, answers and missing values that they know of.

The codes themselves are read, never a reader's own guess at categories: which answers there are and in which order
they stand is what the file's own labels of values say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from effektmatt.data.cell_texts import cell_as_text, shared_mark
from effektmatt.data.characters import clean
from effektmatt.data.raw_tables import HowToRead, KnownColumn, RawTable
from effektmatt.data.statistics_reader import stored
from effektmatt.data.statistics_times import Moment, written_as
from effektmatt.data.values import folded

Value = int | float | str | None


def read_sav(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read a file of SPSS, packed (.zsav) or not.

    Raises
    ------
    InputFaults
        "file-damaged".
    """
    return _table("sav", stored("read_sav", content, file, user_missing=True), how)


def read_por(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read a portable file of SPSS.

    Raises
    ------
    InputFaults
        "file-damaged".
    """
    return _table("por", stored("read_por", content, file), how)


def read_dta(content: bytes, file: str, how: HowToRead) -> RawTable:
    """Read a file of Stata.

    Raises
    ------
    InputFaults
        "file-damaged".
    """
    return _table("dta", stored("read_dta", content, file, user_missing=True), how)


def _table(kind: str, read: tuple[Mapping[str, Sequence[Value]], Any], how: HowToRead) -> RawTable:
    values, meta = read
    known, columns = {}, []
    for name, held in values.items():
        declared = _Declared.of(name, meta, how.answers)
        kept = [None if declared.missing(value) else value for value in held]
        left = Counter(declared.called(value) for value in held if declared.missing(value))
        columns.append([declared.cell(value) for value in kept])
        known[clean(name)] = declared.column(left)
    mark = shared_mark(columns)
    rows = [[cell_as_text(cell, mark) for cell in row] for row in zip(*columns, strict=True)]
    return RawTable(rows=[[*known], *rows], format=kind, mark=mark, known=known, first_row=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    """What a file declares of one of its columns, and which words the plan has for what stands there (`answers`)."""

    label: str | None
    type: str
    moment: Moment | None
    labels: Mapping[Any, str]
    ranges: Sequence[Mapping[str, Any]]
    multiple: str | None
    answers: frozenset[str]

    @classmethod
    def of(cls, name: str, meta: Any, answers: Mapping[str, frozenset[str]]) -> _Declared:
        label = meta.column_names_to_labels.get(name) or ""
        sets = ((key, one) for key, one in (meta.mr_sets or {}).items() if name in one["variable_list"])
        return cls(
            label=label or None,
            type=meta.readstat_variable_types[name],
            moment=Moment.of(meta.original_variable_types.get(name) or ""),
            labels=meta.variable_value_labels.get(name, {}),
            ranges=meta.missing_ranges.get(name, []),
            multiple=next((one["label"] or key for key, one in sets), None),
            answers=answers.get(name, frozenset()) | answers.get(label, frozenset()),
        )

    @property
    def is_text(self) -> bool:
        """Whether the values are texts."""
        return self.type.startswith("string")

    def missing(self, value: Value) -> bool:
        """Whether a value is declared to be no answer, and the plan does not count it; Stata has letters for such."""
        if value in self.labels and folded(self.labels[value]) in self.answers:
            return False
        if isinstance(value, str) != self.is_text:
            return isinstance(value, str)
        return any(self._within(value, one["lo"], one["hi"]) for one in self.ranges)

    def _within(self, value: Any, lowest: Any, highest: Any) -> bool:
        if self.is_text:
            return bool(value and value.strip() == str(lowest).strip())
        return value is not None and lowest <= value <= highest

    def called(self, value: Value) -> str:
        """Return what a value that is no answer is called."""
        if value in self.labels:
            return clean(self.labels[value])
        return f".{value}" if isinstance(value, str) and not self.is_text else self._text(value)

    def cell(self, value: Value) -> object:
        """Return a value as a cell holds it: a moment as such, a number of single precision as it was written."""
        if value is None or isinstance(value, str):
            return value
        if self.moment is not None:
            return written_as(self.moment, value)
        return float(str(np.float32(value))) if self.type == "float" else value

    def _text(self, value: Value) -> str:
        return cell_as_text(self.cell(value)).strip()

    def column(self, left: Mapping[str, int]) -> KnownColumn:
        """Return what is known of the column, with how many cells are no answer by what they are called."""
        codes = [code for code in self.labels if not self.missing(code)]
        if not self.is_text:
            codes.sort(key=lambda code: (isinstance(code, str), code))  # the letters of Stata come last
        return KnownColumn(
            label=clean(self.label) if self.label else None,
            answers={self._text(code): clean(self.labels[code]) for code in codes},
            missing=dict(left),
            kind="text" if self.is_text else "number" if self.moment is None else "date",
            multiple=clean(self.multiple) if self.multiple else None,
        )
