"""What stands in the columns of a table: what each is, its different values, what is missing.

What tells who somebody is (identity numbers, e-mail, telephone, names, codes) and what people wrote in their own words
is flagged by its kind, and no value of it is held.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import narwhals as nw
import numpy as np

from effektmatt.core import speaks
from effektmatt.data.answer_orders import (
    LABELLED,
    NUMBERS,
    UNKNOWN,
    Answers,
    answers_in_order,
    coded_answers,
    is_no_answer,
    up_to_ten,
)
from effektmatt.data.columns import as_frame, coded, in_memory
from effektmatt.data.dates import read_dates
from effektmatt.data.days_for_none import days_for_none
from effektmatt.data.descriptions import ColumnKind, DescribedColumn, Description
from effektmatt.data.identifying import Identifying, identified
from effektmatt.data.numbers import Mark, find_mark, plain_number
from effektmatt.data.personal import personal_number_faults
from effektmatt.data.raw_tables import KnownColumn
from effektmatt.data.values import cell_text, folded, spellings

_FEW = 12  # so many different values are shown of a number, and taken for groups where a heading says "code"
_MANY = 30  # more different words with digits in them are codes
_SOME, _FEWEST = 10, 4  # rows, before nearly all different, or all, means anything
_PART = 0.95  # of the different values, so many must be dates or numbers
_NEARLY, _MOSTLY = 0.9, 0.8
_SHORT = 40
_ROWS_A_GROUP = 1.5
_SHARED = 3  # columns with the same unknown values, before these are taken for answers
_SHARED_LABELS = 2  # the same where a format has words for the values: a group hardly shares its words with another
_MOST_ANSWERS = 11
#: What stands for a missing number in published tables.
_SIGNS = frozenset({"-", "\u2013", ".", "..", "\u2026"})
#: Codes of two answers or groups, as survey tools export them: their mean says nothing.
_ONE_AND_TWO = frozenset({"1", "2"})
_LEADING_ZERO = re.compile(r"0\d+")
_LIKE_CODE = re.compile(r"(?=.*\d)[\w./-]+")
_PERIOD = re.compile(
    r"(?:19|20)\d\d(?:\s?[-/ ]?\s?(?:K|Q|kv|kvartal)\s?[1-4]|[-/ M](?:0?[1-9]|1[0-2])|M(?:0[1-9]|1[0-2]))?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"antal|timm|hour|number|count|dagar|days|ålder|alder|\bage\b|summa|\bsum\b|belopp|amount|vikt\b|weight|\btid\b",
    re.IGNORECASE,
)
#: What a heading of answers from 1 to 10 holds, of which nobody may have given the lowest; and one from 0 to 10.
_ASKED = re.compile(r"\?|\bhur\b|\bhow\b|skala|scale|rekommend|recommend|betyg|rating|nöjd|satisf", re.IGNORECASE)
_FROM_NOUGHT = re.compile(r"rekommend|recommend|\b0\s*(?:-|–|till|to)\s*10\b", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+\.\S+")
_OF_PEOPLE = re.compile(
    r"deltagar|person|elev|medarbetar|anställd|anstalld|anv[aä]nd|handläggare|handlaggare|kontakt|respondent"
    r"|participant|user|student|staff|employee|name|namn|signatur",
    re.IGNORECASE,
)
_NAME = r"[A-ZÅÄÖÉ][\w'-]+"
_PERSON = re.compile(rf"(?:{_NAME}\s+){{1,2}}(?:(?:von|af|de|van)\s+)?{_NAME}|{_NAME},\s*{_NAME}")
_IS_CODE = re.compile(
    r"(?:^|[\W_])(?:id|kod|code|nr|nummer|löpnr|löpnummer|no|key|nyckel)(?:$|[\W_])|nummer$|nr$|kod$|id$", re.IGNORECASE
)


@speaks
def describe(frame: Any, *, language: str | None = None) -> Description:  # noqa: ARG001 -- read by `speaks`
    """Describe the columns of any dataframe: what each holds, its different values, what is missing.

    Parameters
    ----------
    frame
        pandas, Polars, PyArrow, DuckDB, Dask or Spark. Cells may be text as files hold them: numbers and dates are
        found by how they are written.
    language
        What the result and its faults speak: "sv" or "en" (None: Swedish).

    Returns
    -------
    Description
        With `to_frame()`, words and a page in notebooks. No value of a column that tells who somebody is, or that
        holds what people wrote themselves, is in it.

    >>> import pandas as pd
    >>> answers = pd.DataFrame({"kod": ["ab1", "cd2", "ef3", "gh4"], "q1": ["Ofta", "Aldrig", "Ofta", None]})
    >>> described = describe(answers)
    >>> described["q1"].kind, described["q1"].counts, described["kod"].counts
    (<ColumnKind.ANSWERS: 'answers'>, (('Aldrig', 1), ('Ofta', 2)), ())
    """
    return described(in_memory(frame, as_frame(frame).collect_schema().names()), {})


def described(
    cells: nw.DataFrame[Any], known: Mapping[str, KnownColumn], *, file: str | None = None, sheet: str | None = None
) -> Description:
    """Describe a table in memory, with what its format tells of its columns."""
    columns = [_Cells.of(name, cells[name]) for name in cells.columns]
    personal = _with_personal_numbers(columns)
    mark = find_mark(list(column.texts) for column in columns)
    found = [_column(one, known.get(one.name, KnownColumn()), personal, mark) for one in columns]
    return Description(rows=len(cells), columns=tuple(_with_shared_answers(found, known)), file=file, sheet=sheet)


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """A column: each different text and in how many rows it stands, in the order of the rows."""

    name: str
    texts: Mapping[str, int]
    rows: int
    why: Identifying | None

    @classmethod
    def of(cls, name: str, cells: nw.Series[Any]) -> _Cells:
        codes, different = coded(cells)
        counts: Counter[str] = Counter()
        rows = np.bincount(codes[codes >= 0], minlength=len(different))
        for cell, times in zip(different, rows, strict=True):
            if text := cell_text(cell):
                counts[text] += int(times)
        why = identified(name, cells)
        return cls(name, dict(counts), len(cells), None if why is None else why.why)

    @property
    def filled(self) -> int:
        return sum(self.texts.values())

    @property
    def different(self) -> int:
        return len({folded(text) for text in self.texts})


def _with_personal_numbers(columns: list[_Cells]) -> frozenset[str]:
    import pandas as pd

    from effektmatt.data.text import TEXT

    found = set[str]()
    for column in columns:
        texts = [text for text, times in column.texts.items() for _ in range(min(times, 2))]
        if personal_number_faults(pd.DataFrame({column.name: texts}, dtype=TEXT), file=""):
            found.add(column.name)
    return frozenset(found)


def _column(cells: _Cells, known: KnownColumn, personal: frozenset[str], mark: Mark | None) -> DescribedColumn:
    """Say what one column holds, and of what may be shown what stands in it."""
    missing = cells.rows - cells.filled
    empty = DescribedColumn(
        name=cells.name,
        kind=ColumnKind.EMPTY,
        filled=cells.filled,
        missing=missing,
        different=cells.different,
        label=known.label,
    )
    if not cells.texts:
        return empty
    if cells.name in personal:
        return replace(empty, kind=ColumnKind.PERSONAL_NUMBER)
    if (kind := _telling(cells)) is not None:
        return replace(empty, kind=kind)
    return (
        _of_dates(cells, empty)
        or _of_answers(cells, empty, known)
        or _of_numbers(cells, empty, mark)
        or _of_texts(cells, empty)
    )


def _telling(cells: _Cells) -> ColumnKind | None:
    """Return why a column tells who somebody is; None where it does not."""
    if cells.why is Identifying.MAIL:
        mails = sum(_MAIL.fullmatch(text) is not None for text in cells.texts)
        return ColumnKind.MAIL if 2 * mails >= len(cells.texts) else ColumnKind.TEXT
    if cells.why is Identifying.TELEPHONE:
        return ColumnKind.TELEPHONE
    people = sum(_PERSON.fullmatch(text) is not None for text in cells.texts)
    called = _OF_PEOPLE.search(cells.name) is not None
    if cells.why is Identifying.NAMES or (called and people >= _MOSTLY * len(cells.texts)):
        return ColumnKind.NAMES
    return None


def _of_dates(cells: _Cells, column: DescribedColumn) -> DescribedColumn | None:
    if all(_PERIOD.fullmatch(text) for text in cells.texts):
        low, high = min(cells.texts), max(cells.texts)
        return replace(column, kind=ColumnKind.PERIOD, low=low, high=high, counts=_by_frequency(cells))
    whole = all(text.isdigit() for text in cells.texts)
    if whole and not all(len(text) == 8 and text[:2] in ("19", "20") for text in cells.texts):
        return None
    read = read_dates(cells.texts)
    none = days_for_none(cells.texts, read.dates)
    days = sorted(day for text, day in read.dates.items() if text not in none)
    if len({*read.dates, *read.unclear, *none}) < _PART * len(cells.texts):
        return None
    ends = (str(days[0]), str(days[-1])) if days else (None, None)
    return replace(column, kind=ColumnKind.DATE, low=ends[0], high=ends[1], for_none=none)


def _of_answers(cells: _Cells, column: DescribedColumn, known: KnownColumn) -> DescribedColumn | None:
    """Return the column with its answers, if it holds those of a scale whose order can be seen."""
    answers = _labelled(cells, known)
    if answers is None and cells.different <= _MOST_ANSWERS + 3:
        answers = answers_in_order(cells.texts)
    if answers is None and _ASKED.search(cells.name):
        answers = up_to_ten(cells.texts, nought=_FROM_NOUGHT.search(cells.name) is not None)
    if answers is None or (answers.family == NUMBERS and (_AMOUNT.search(cells.name) or not _is_repeated(cells))):
        return None
    return replace(column, kind=ColumnKind.ANSWERS, answers=answers, counts=_in_order(cells, answers))


def _labelled(cells: _Cells, known: KnownColumn) -> Answers | None:
    """Return answers in the order of their values, where a format labels these and the labels are a scale."""
    named = {folded(label) for label in known.answers.values()}
    if len(known.answers) < 2 or not {folded(text) for text in cells.texts} <= named:
        return None
    none = tuple(label for label in known.answers.values() if is_no_answer(label))
    real = tuple(label for label in known.answers.values() if label not in none)
    seen = answers_in_order(real)
    return Answers(answers=real, not_answers=none, family=seen.family) if seen else None


def _of_numbers(cells: _Cells, column: DescribedColumn, mark: Mark | None) -> DescribedColumn | None:
    texts = [text for text in cells.texts if not is_no_answer(text) and text not in _SIGNS]
    read = [(float(number), text) for text in texts if (number := plain_number(text, mark)) is not None]
    if not read or len(read) < _PART * len(texts):
        return None
    called = _IS_CODE.search(cells.name) is not None
    many = called and cells.different > _FEW and all(text.isdigit() for text in texts)
    if many or (_all_different(cells) and (called or any(_LEADING_ZERO.fullmatch(text) for text in texts))):
        return replace(column, kind=ColumnKind.CODE)
    shown = _by_frequency(cells) if cells.different <= _FEW else ()
    if set(cells.texts) == _ONE_AND_TWO and _is_repeated(cells) and not _AMOUNT.search(cells.name):
        return replace(column, kind=ColumnKind.GROUP, counts=shown)
    return replace(column, kind=ColumnKind.NUMBER, low=min(read)[1], high=max(read)[1], counts=shown)


def _of_texts(cells: _Cells, column: DescribedColumn) -> DescribedColumn:
    """Tell groups, which may be shown, from codes and from what people wrote, which may not."""
    if cells.why is not Identifying.TEXTS and _is_coded(cells):
        return replace(column, kind=ColumnKind.CODE)
    grouped = cells.different <= 2 or cells.filled >= _ROWS_A_GROUP * cells.different
    if cells.why is Identifying.TEXTS or not grouped or (column.missing > cells.filled and not _is_repeated(cells)):
        return replace(column, kind=ColumnKind.TEXT)
    return replace(column, kind=ColumnKind.GROUP, counts=_by_frequency(cells))


def _is_coded(cells: _Cells) -> bool:
    """Whether the texts tell rows or people apart: all different, or single words that are many or look like codes."""
    if cells.rows == cells.filled and _all_different(cells):
        return True
    if any(" " in text or len(text) > _SHORT for text in cells.texts):
        return False
    if cells.filled >= _SOME and cells.different >= _NEARLY * cells.filled:
        return True
    like_codes = sum(_LIKE_CODE.fullmatch(text) is not None for text in cells.texts)
    many = cells.different > (_FEW if _IS_CODE.search(cells.name) else _MANY)
    return many and (like_codes >= _NEARLY * len(cells.texts) or _IS_CODE.search(cells.name) is not None)


def _all_different(cells: _Cells) -> bool:
    return cells.filled >= _FEWEST and cells.different == cells.filled


def _is_repeated(cells: _Cells) -> bool:
    return cells.filled >= _ROWS_A_GROUP * cells.different


def _by_frequency(cells: _Cells) -> tuple[tuple[str, int], ...]:
    shown = spellings(cells.texts)
    counts: Counter[str] = Counter()
    for text, times in cells.texts.items():
        counts[shown[folded(text)]] += times
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _in_order(cells: _Cells, answers: Answers) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for text, times in cells.texts.items():
        counts[folded(text)] += times
    every = (*answers.answers, *answers.not_answers)
    return tuple((one, counts[folded(one)]) for one in every)


def _with_shared_answers(columns: list[DescribedColumn], known: Mapping[str, KnownColumn]) -> Iterator[DescribedColumn]:
    """Take what several columns share for answers; their order is a guess: that of their codes, or the alphabet."""
    sets = {one.name: _set_of(one, known) for one in columns if one.kind is ColumnKind.GROUP}
    few = [values for values in sets.values() if 3 <= len(values) <= _MOST_ANSWERS]
    for column in columns:
        values = sets.get(column.name, frozenset())
        shared = sum(other <= values or values <= other for other in few) if values in few else 0  # not all are given
        labelled = bool(known.get(column.name, KnownColumn()).answers)
        if shared < (_SHARED_LABELS if labelled else _SHARED):
            yield column
            continue
        coded_ones = coded_answers(value for value, _ in column.counts)
        if coded_ones is not None:
            yield replace(column, kind=ColumnKind.ANSWERS, answers=coded_ones)
            continue
        none = tuple(value for value, _ in column.counts if is_no_answer(value))
        real = tuple(sorted({value for value, _ in column.counts} - set(none)))
        labels = known.get(column.name, KnownColumn()).answers.values()
        of_codes = tuple(label for label in labels if not is_no_answer(label))
        if set(map(folded, real)) <= set(map(folded, of_codes)):
            answers = Answers(answers=of_codes, not_answers=none, family=LABELLED, sure=False)
        else:
            answers = Answers(answers=real, not_answers=none, family=UNKNOWN, sure=False)
        yield replace(column, kind=ColumnKind.ANSWERS, answers=answers)


def _set_of(column: DescribedColumn, known: Mapping[str, KnownColumn]) -> frozenset[str]:
    """Return what may stand in a column, where its format has words for its values, else what does."""
    labels = known.get(column.name, KnownColumn()).answers.values()
    return frozenset(map(folded, labels or (value for value, _ in column.counts)))
