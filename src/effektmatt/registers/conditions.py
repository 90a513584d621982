"""Conditions on columns: whether a source can meet them at all, and which rows do, which do not, and who knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from effektmatt.core import Limits, Note
from effektmatt.data.columns import coded, in_memory, missing_column, row_numbers
from effektmatt.data.near import near_values
from effektmatt.data.numbers import TOO_LARGE, TOO_SMALL, plain_number
from effektmatt.data.values import cell_text, folded, spellings
from effektmatt.data.where import row_ranges, shown
from effektmatt.errors import Fault, InputFaults, nearest

#: A condition: each column must hold its value, or one of its values, or a number within limits.
Where = Mapping[str, Any]

#: The dataframes of a source, by the name of their file.
Frames = Mapping[str, Any]

Booleans = NDArray[np.bool_]

_YES, _NO, _UNKNOWN, _EMPTY = 1, 0, -1, -2
_MOST_EXPECTED = 12

# In a column of nothing but "nej", "ja" may be missing because nobody is; in a column of "J" and "N" it is misspelt.
_OPPOSITES = (("ja", "nej"), ("j", "n"), ("yes", "no"), ("y", "n"), ("true", "false"), ("sant", "falskt"), ("1", "0"))

# Where yes is asked for, no word of these is anything but no, and the other way round; "pågår" is neither. Numbers may
# be codes of many things, so that 2 beside 1 is another thing and not an unknown one.
_YES_WORDS, _NO_WORDS = (frozenset(pair[place] for pair in _OPPOSITES[:-1]) for place in (0, 1))
_MOSTLY = 0.75
_LETTERS = frozenset(word for word in _YES_WORDS | _NO_WORDS if len(word) == 1)

#: What people write where they do not know; it tells as little as an empty cell.
_UNKNOWN_WORDS = frozenset(
    [
        *("vet ej", "vet inte", "okänd", "okänt", "ej känt", "inte känt"),
        *("uppgift saknas", "saknas", "ingen uppgift", "ej angivet", "ej angett"),
        *("unknown", "not known", "don't know", "do not know", "missing", "no information"),
        *("n/a", "na", "?", "-", "–", ".", ".."),
    ]
)

#: What is left of a formula that failed ("#DIV/0!", "#SAKNAS!", "Err:502"); it tells as little.
_FAILED = re.compile(r"#[\w/]+[!?]|#n/a|err:\d+")

# Other values are named where none of them tells of one person: few different ones, and no sentences.
_MOST_NAMED = 5
_ALWAYS_FEW = 2
_ROWS_PER_VALUE = 2
_LONGEST_NAMED = 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matched:
    """Which rows meet a condition, and for which it is not known whether they do.

    `empty`: the columns of words, not of numbers, in which a cell is empty; there it may mean no.
    """

    hits: Booleans
    unknown: Booleans
    empty: tuple[str, ...] = ()


def matched(frame: Any, where: Where | None) -> Matched:
    """Say which rows meet a condition.

    Cells and wanted values are compared as `values.folded` says. Where several columns are named all must hold; a row
    is unknown if no column says no and some cell tells nothing: it is empty, says that nothing is known, or is neither
    yes nor no where one of them is wanted. That no row meets it is no fault here: see `checked`.

    Parameters
    ----------
    frame
        Any dataframe that narwhals takes.
    where
        Column and value, list of values, or `Limits`; None or empty: every row.

    Raises
    ------
    InputFaults
        "column-missing".

    Examples
    --------
    >>> import pandas as pd
    >>> found = matched(pd.DataFrame({"validering": ["Ja.", "nej", None, "ja "]}), {"validering": "ja"})
    >>> found.hits.tolist(), found.unknown.tolist()
    ([True, False, False, True], [False, False, True, False])
    """
    condition = where or {}
    cells = in_memory(frame, list(condition))
    lacking = [missing_column(column, cells.columns, None) for column in condition if column not in cells.columns]
    if lacking:
        raise InputFaults(lacking)
    columns = {column: _answers(cells[column], wanted) for column, wanted in condition.items()}
    answers = np.stack([np.full(len(cells), _YES, dtype=np.int8), *columns.values()])
    certain = ~(answers == _NO).any(axis=0)
    unknown = certain & (answers < _NO).any(axis=0)
    empty = tuple(column for column, told in columns.items() if (told == _EMPTY).any())
    return Matched(hits=certain & ~unknown, unknown=unknown, empty=empty)


def belonging(frame: Any, column: str, values: Collection[str]) -> Matched:
    """Say which rows belong to a group that is called one of some values, and of which it is not known.

    As `matched` does, but a group's name is a name and never the answer to a question: beside the group "nej", "kurs"
    is another group and not an unclear answer.

    >>> import pandas as pd
    >>> found = belonging(pd.DataFrame({"insats": ["kurs", "nej", None]}), "insats", ["nej"])
    >>> found.hits.tolist(), found.unknown.tolist()
    ([False, True, False], [False, False, True])
    """
    answers = _answers(in_memory(frame, [column])[column], values, asks=False)
    return Matched(hits=answers == _YES, unknown=answers < _NO)


def checked(frames: Frames, where: Where | None) -> tuple[tuple[Fault, ...], tuple[Note, ...]]:
    """Say whether a source can meet a condition at all: a value that stands in any of its files can be asked for.

    Returns
    -------
    faults
        "column-missing" where no file has the column, "where-value-unknown" for a wanted value that the column holds
        nowhere though it holds others, "number-wrong" for cells that limits are put on.
    notes
        "value-never-occurs" where the column holds nothing but the opposite of a wanted value ("nej" for "ja").

    >>> import pandas as pd
    >>> before, after = pd.DataFrame({"kommun": ["Orust", "Lerum"]}), pd.DataFrame({"kommun": ["Lerum"]})
    >>> checked({"fore.csv": before, "efter.csv": after}, {"kommun": "orust"})
    ((), ())
    >>> faults, _ = checked({"fore.csv": before, "efter.csv": after}, {"kommun": "Orrust"})
    >>> faults[0].file, faults[0].nearest
    ('fore.csv, efter.csv', 'Orust')
    """
    faults: list[Fault] = []
    notes: list[Note] = []
    for column, wanted in (where or {}).items():
        files = _holding(frames, column)
        if not files:
            present = [name for frame in frames.values() for name in in_memory(frame, []).columns]
            faults.append(missing_column(column, list(dict.fromkeys(present)), ", ".join(frames) or None))
        elif isinstance(wanted, Limits):
            faults += [fault for file, cells in files.items() for fault in cells_without_number(cells, column, file)]
        else:
            held = _held(files, column)
            never = [value for value in _values(wanted) if held and folded(value) not in spellings(held)]
            if all(_only_opposite(folded(value), set(spellings(held))) for value in never):
                notes += [Note(code="value-never-occurs", values={"column": column, "value": v}) for v in never]
            else:
                faults += [_unknown_value(column, value, held, ", ".join(files)) for value in never]
    return tuple(faults), tuple(notes)


def condition_notes(frame: Any, where: Where | None, file: str | None) -> tuple[Note, ...]:
    """Return what there is to say of a condition on one frame, whose faults are raised."""
    faults, notes = checked({file or "": frame}, where)
    if faults:
        raise InputFaults(faults)
    return notes


def other_values(frames: Frames, where: Where, *, whoever: bool) -> Iterator[Note]:
    """Yield a note for each column that decides a condition: which other values stand there, and how often.

    The opposite of a wanted value ("nej" for "ja") is no surprise and is not named. A value is named where the column
    holds few different ones, so that none of them tells of one person; else it is only said how many they are.

    Parameters
    ----------
    frames
        The source's dataframes, by file.
    where
        The condition.
    whoever
        Whether the condition says whom a goal concerns: then other values are expected ("Lerum" beside "Orust"),
        except in columns of yes and no.

    >>> import pandas as pd
    >>> cells = ["ja"] * 9 + ["nej"] * 4 + ["ja, 2024-05-02"] * 3 + ["x"] * 2
    >>> frames = {"deltagare.csv": pd.DataFrame({"validering": cells})}
    >>> [note.values["values"] for note in other_values(frames, {"validering": "ja"}, whoever=False)]
    ['ja, 2024-05-02 (3) · x (2)']
    """
    for column, wanted in where.items():
        asked = {} if isinstance(wanted, Limits) else {folded(value): value for value in _values(wanted)}
        held = _held(_holding(frames, column), column)
        shown_as = spellings(held)
        times = _times(held)
        pairs = {one for pair in _OPPOSITES for one in pair if asked.keys() & set(pair) and _may_ask(pair, times)}
        words = _other_words(asked, times)
        opposites = (pairs | words) - asked.keys()
        others = Counter[str]()
        for text, n in held.items():
            if asked and (value := folded(text)) not in asked.keys() | opposites:
                others[shown_as[value]] += n
        if others and (opposites or not whoever):
            expected = [*asked.values(), *(shown_as[one] for one in sorted(opposites) if one in shown_as)]
            named = others.most_common(_MOST_NAMED) if _tell_of_nobody(others, held) else []
            yield Note(
                code="other-values" if named else "other-values-unnamed",
                values={
                    "column": column,
                    "value": "/".join(asked.values()),
                    "expected": "/".join(expected),
                    "n": others.total(),
                    "values": " · ".join(f"{shown(text)} ({n})" for text, n in named),
                    "further": len(others) - len(named),
                    "counts": "unknown" if words else "no",
                },
            )


def near_notes(frames: Frames, columns: Iterable[tuple[str, object]]) -> Iterator[Note]:
    """Yield a note for each value of a column that may be a slip of the pen for another.

    With each column stands what the plan asks for there, if anything: a value or several.

    >>> import pandas as pd
    >>> frames = {"deltagare.csv": pd.DataFrame({"roll": ["chef"] * 9 + ["cheff"]})}
    >>> [(note.values["value"], note.values["other"]) for note in near_notes(frames, [("roll", ())])]
    [('cheff', 'chef')]
    """
    named: dict[str, list[str]] = {}
    for column, wanted in columns:
        named.setdefault(column, []).extend(_values(wanted))
    for column, asked in named.items():
        for slip, other in near_values(_held(_holding(frames, column), column), asked):
            values = {"column": column, "value": shown(slip), "other": shown(other)}
            yield Note(code="value-near-other", values=values)


def _tell_of_nobody(others: Counter[str], held: Counter[str]) -> bool:
    """Say whether values may be named: short ones, few of them, in a column that does not tell rows apart."""
    few = len(others) <= _ALWAYS_FEW or len(others) * _ROWS_PER_VALUE <= others.total()
    return few and len(held) * _ROWS_PER_VALUE <= held.total() and max(map(len, others)) <= _LONGEST_NAMED


def _values(wanted: object) -> list[str]:
    values = wanted if isinstance(wanted, Iterable) and not isinstance(wanted, str) else [wanted]
    return [cell_text(value) for value in values]


def _times(held: Mapping[str, int]) -> Counter[str]:
    """Return how often each value stands in a column, whatever its spelling."""
    times = Counter[str]()
    for text, n in held.items():
        times[folded(text)] += n
    return times


def _answers(cells: nw.Series[Any], wanted: object, *, asks: bool = True) -> NDArray[np.int8]:
    """Return what one column of a condition says of every row; `asks`: yes and no are answers there, and no names."""
    rows, different = coded(cells)
    if isinstance(wanted, Limits):
        numbers, missing = np.array([number_of(cell) for cell in different], dtype=np.float64), _UNKNOWN
        codes = np.where(np.isnan(numbers), _UNKNOWN, np.where(wanted.hold(numbers), _YES, _NO)).tolist()
    else:
        asked, missing = {folded(value) for value in _values(wanted)}, _EMPTY
        held = dict(zip(map(cell_text, different), np.bincount(rows[rows >= 0], minlength=len(different)), strict=True))
        opposites = _other_words(asked, _times(held)) if asks else frozenset()
        codes = [_answer(folded(cell), asked, opposites) for cell in different]
    return np.array([*codes, missing], dtype=np.int8)[rows]  # -1, a missing cell, is the last


def _answer(cell: str, asked: Collection[str], opposites: Collection[str]) -> int:
    """Return what a cell, folded, says of a wanted value, whose opposites are some words."""
    if not cell:
        return _EMPTY
    if cell in asked:
        return _YES
    return _UNKNOWN if _is_unknown(cell) or (opposites and cell not in opposites) else _NO


def _is_unknown(cell: str) -> bool:
    """Say whether a cell, folded, says that nothing is known."""
    return cell in _UNKNOWN_WORDS or _FAILED.fullmatch(cell) is not None


def _other_words(asked: Collection[str], held: Mapping[str, int]) -> frozenset[str]:
    """Return the words that clearly say that a cell does not hold a wanted yes or no; none for other values.

    `held` is how often each value stands in the column, folded: see `_may_ask`. A wanted "nej" is an answer only where
    somebody says yes: in a column of "nej", "kurs" and "samtal", what is not "nej" is something, and that is known.
    """
    wanted = frozenset(asked)
    if not wanted or not _may_ask(wanted, held):
        return frozenset()
    if wanted <= _YES_WORDS:
        return _NO_WORDS
    said = any(word in _YES_WORDS for word in held) or all(word in wanted or _is_unknown(word) for word in held)
    return _YES_WORDS if wanted <= _NO_WORDS and said else frozenset()


def _may_ask(wanted: Collection[str], held: Mapping[str, int]) -> bool:
    """Say whether a column may answer yes or no with wanted words: a letter, as N, may be the name of anything.

    A letter is an answer where nothing but yes and no stands in the column, or where both do and little else: slips.
    """
    if not _LETTERS.intersection(wanted):
        return True
    known = Counter({word: n for word, n in held.items() if word and not _is_unknown(word)})
    answers = known.keys() & (_YES_WORDS | _NO_WORDS)
    both = bool(answers & _YES_WORDS and answers & _NO_WORDS)
    return answers == known.keys() or (both and sum(known[word] for word in answers) >= _MOSTLY * known.total())


def number_of(cell: object) -> float:
    """Return a cell as a number, NaN where it is none."""
    if isinstance(cell, int | float | np.number):
        return float(cell)
    written = plain_number(cell_text(cell), None)
    return float("nan") if written is None else float(written)


def _holding(frames: Frames, column: str) -> dict[str, nw.DataFrame[Any]]:
    """Return the files that have a column, that column fetched."""
    fetched = {file: in_memory(frame, [column]) for file, frame in frames.items()}
    return {file: cells for file, cells in fetched.items() if column in cells.columns}


def _held(files: Mapping[str, nw.DataFrame[Any]], column: str) -> Counter[str]:
    """Count how often each text stands in a column, in all files together."""
    held: Counter[str] = Counter()
    for cells in files.values():
        rows, different = coded(cells[column])
        times = np.bincount(rows[rows >= 0], minlength=len(different)).tolist()
        for cell, n in zip(different, times, strict=True):
            held[cell_text(cell)] += n
    return Counter({text: n for text, n in held.items() if folded(text)})


def cells_without_number(cells: nw.DataFrame[Any], column: str, file: str) -> Iterator[Fault]:
    """Yield the different cells that limits are put on though they are no numbers."""
    codes, different = coded(cells[column])
    rows = np.array(row_numbers(cells), dtype=np.int64)
    for place, cell in enumerate(different):
        if folded(cell) and (wrong := _wrong_number(number_of(cell))):
            places = rows[codes == place].tolist()
            yield Fault(
                code=wrong,
                file=file or None,
                row=places[0],
                column=column,
                got=shown(cell_text(cell)),
                rows=len(places),
                details={"where": row_ranges(places), "decimal": ""},
            )


def _wrong_number(number: float) -> str | None:
    """Return the code of the fault that a cell has where a number is wanted."""
    if np.isnan(number):
        return "number-wrong"
    if abs(number) > TOO_LARGE:
        return "number-too-large"
    return "number-too-small" if 0 < abs(number) < TOO_SMALL else None


def _only_opposite(value: str, held: set[str]) -> bool:
    """Say whether a column holds nothing but the opposite of a value: nobody is, or everybody."""
    known = {cell for cell in held if not _is_unknown(cell)}
    words = _NO_WORDS if value in _YES_WORDS else _YES_WORDS if value in _NO_WORDS else frozenset()
    worded = bool(known) and known <= words
    return worded or any(value in pair and known == set(pair) - {value} for pair in _OPPOSITES)


def _unknown_value(column: str, value: str, held: Counter[str], file: str) -> Fault:
    frequent: Sequence[str] = [text for text, _ in held.most_common(_MOST_EXPECTED)]
    return Fault(
        code="where-value-unknown",
        file=file or None,
        column=column,
        got=value,
        expected=tuple(shown(text) for text in frequent),
        nearest=nearest(value, held),
    )
