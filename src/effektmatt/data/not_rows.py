"""Rows among the data that are none: sums, footnotes, headings once more; and those where that would be a guess."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile, zip_longest

from effektmatt.data.cells import is_value
from effektmatt.data.numbers import Mark, find_mark, plain_number
from effektmatt.data.values import folded

#: Rows with their numbers, as a spreadsheet shows them.
Rows = Sequence[tuple[int, list[str]]]

#: What a row of sums is called, and a row of means; alone, and with up to three words more ("Summa Orust").
_SUM = r"(?:summa totalt|summa|totalsumma|totalt|total|sum|delsumma|subtotal|s:a|grand total)"
_MEAN = r"(?:medelvärde|medeltal|medel|genomsnitt|snitt|mean|average)"
_ALONE = re.compile(rf"{_SUM}:?")
#: A mean of units, in one word or as published tables have it: "Riksgenomsnitt", "Riket (ovägt medel)".
_WEIGHTED = r"(?:o?vägt|o?viktat|(?:un)?weighted)"
_UNITS_MEAN = rf"(?:riks|läns|kommun|region|lands|grupp){_MEAN}|(?:\S+\s+){{1,3}}\((?:{_WEIGHTED} )?{_MEAN}\)"
_CALLED = re.compile(rf"{_UNITS_MEAN}|(?:{_SUM}|{_MEAN})(?::|\b)(?:\s+\S+){{0,3}}")
_IS_MEAN = re.compile(rf"{_UNITS_MEAN}|{_MEAN}")
_MEAN_ALONE = re.compile(_MEAN)
#: "Totalt" may be a value that comes again and again, as "kvinnor" is; these are not.
_NO_VALUE = re.compile(r"sum|del|sub|s:a|grand")
#: How the first cell of a sum, a mean or a page's number can begin.
MAYBE_NO_ROW = re.compile(
    r"sid|page|summ?|total|del|sub|s:a|grand|(?:riks|läns|kommun|region|lands|grupp)?(?:med|genom|snitt)|mean|aver|.+\(.+\)$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*(?:%|kr|:-)$")
_NOTE = re.compile(
    r"(?:källa|källor|not|noter|anm|anmärkning|kommentar|obs|source|sources|note|notes|remark)\s*\d*\s*[:.]\s*\S|"
    r"\*+\s*\S|\d\)\s*\S|©",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:källa|källor|source|sources)\s*:\s*\S", re.IGNORECASE)
_PAGE = re.compile(r"(?:sida|sid|page)\.?\s*\d+(?:\s*(?:av|of|/|\()\s*\d+\)?)?", re.IGNORECASE)
_WORDS_OF_NOTE = 3
_SAMPLE = 1000
#: Numbers that are the sums of so many rows without being called so are hardly numbers of a row.
_ROWS_OF_SUM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The rows below the headings, told apart.

    Parameters
    ----------
    left_out
        The numbers of rows that are no rows of data, by the reason: "sum", "footnote", "page",
        "repeated-heading".
    unclear
        Rows that may be data or not, with the reason that would hold.
    """

    left_out: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    unclear: Mapping[int, str] = field(default_factory=dict)


def told_apart(names: Sequence[str], rows: Rows, mark: Mark | None) -> Sorted:
    """Find rows that are no rows of data.

    A row is left out only where the file itself proves it: a row that is called a sum and whose numbers are the sums
    or the means of the rows above it (or that holds nothing else), headings that come back word by word, a source or
    a remark below everything. What looks like one without proof is unclear.

    >>> rows = [(2, ["Orust", "3"]), (3, ["Tjörn", "4"]), (4, ["Summa", "7"]), (6, ["Källa: egen räkning", ""])]
    >>> told_apart(["kommun", "antal"], rows, None).left_out
    {'footnote': (6,), 'sum': (4,)}
    """
    if not rows or sum(map(bool, names)) < 2:  # in a single column nothing tells a remark from a row
        return Sorted()
    found: dict[int, str] = {}
    unclear: dict[int, str] = {}
    suspect = is_any_suspect(names, {row[0] or next(filter(None, row)) for _, row in rows})
    if suspect:
        found |= _headings_and_pages(names, rows)
    kept = _without(rows, found)
    for number, sure in _footnotes(kept, next(place for place, name in enumerate(names) if name)):
        (found if sure else unclear)[number] = "footnote"
    if suspect or not rows[-1][1][0]:
        for number, sure in _sums(_without(kept, {**found, **unclear}), mark):
            (found if sure else unclear)[number] = "sum"
    by_reason: dict[str, tuple[int, ...]] = {}
    for number, reason in sorted(found.items(), key=lambda one: (one[1], one[0])):
        by_reason[reason] = (*by_reason.get(reason, ()), number)
    return Sorted(left_out=by_reason, unclear=unclear)


def _without(rows: Rows, gone: Mapping[int, str]) -> Rows:
    return [one for one in rows if one[0] not in gone] if gone else rows


def is_any_suspect(names: Sequence[str], firsts: Iterable[str]) -> bool:
    """Say whether any row begins as headings, a page's number or a sum do: files can be long, and hardly any does."""
    first = next(filter(None, names)).casefold()
    return any(MAYBE_NO_ROW.match(cell) or " ".join(cell.split()).casefold() == first for cell in firsts)


def _headings_and_pages(names: Sequence[str], rows: Rows) -> dict[int, str]:
    """Return the rows that hold the headings once more, as pages that were put together do, or a page's number."""
    heading = [folded(name) for name in names]
    first = next(filter(None, heading))
    found = {}
    for number, row in rows:
        cell = next(filter(None, row))
        if folded(cell) == first and [folded(one) for one in row[: len(names)]] == heading:
            found[number] = "repeated-heading"
        elif _PAGE.fullmatch(cell) and sum(map(bool, row)) == 1:
            found[number] = "page"
    return found


def _footnotes(rows: Rows, column: int) -> Iterator[tuple[int, bool]]:
    """Yield the last rows that hold one text alone, and whether each is surely no row of data.

    They are remarks from the first that begins as one, or stands below an empty row; surely so only in the first
    `column`, for elsewhere somebody may have answered nothing but one question.
    """
    last = list(takewhile(may_be_remark, reversed(rows)))[::-1]
    above = rows[: len(rows) - len(last)]
    before = [above[-1] if above else (0, []), *last]
    begins = (_is_remark(row) or number - prior > 1 for (prior, _), (number, row) in pairwise(before))
    start = next((place for place, begun in enumerate(begins) if begun), len(last))
    above = rows[: len(above) + start]
    if all(sum(map(bool, row)) < 2 for _, row in above[:_SAMPLE]):
        return
    for number, row in last[start:]:
        place, text = next((place, cell) for place, cell in enumerate(row) if cell)
        if _ALONE.fullmatch(folded(text)):  # a sum that holds nothing else
            continue
        others = [row[place] for _, row in above if place < len(row) and row[place]]
        if _is_remark(row) or not _is_alike(text, others):
            yield number, _is_remark(row) or (place <= column and len(text.split()) >= _WORDS_OF_NOTE)


def may_be_remark(row: tuple[int, list[str]]) -> bool:
    """Say whether a row, the last of a file, can be a remark below it."""
    return sum(map(bool, row[1])) == 1 or _is_source(row[1])


def _is_remark(row: Sequence[str]) -> bool:
    """Say whether a row begins as a remark does, and holds nothing else."""
    filled = [cell for cell in row if cell]
    return _is_source(row) or (len(filled) == 1 and _NOTE.match(filled[0]) is not None)


def _is_source(row: Sequence[str]) -> bool:
    """Say whether a row begins with "Källa:"; a separator within what follows may have divided it."""
    return _SOURCE.match(next(filter(None, row), "")) is not None


def _is_alike(text: str, others: Sequence[str]) -> bool:
    """Say whether a cell could be one of a column: a number or a date as those are, or no longer than they are."""
    values = sum(map(is_value, others[:_SAMPLE]))
    if not others or is_value(text):
        return values > 0
    return 2 * values < len(others[:_SAMPLE]) and len(text.split()) <= max(len(other.split()) for other in others)


def _sums(rows: Rows, mark: Mark | None) -> Iterator[tuple[int, bool]]:
    """Yield the rows that are, or may be, the sums or means of those above them, and whether each surely is."""
    labels = {number: label for number, row in rows if (label := _label(row))}
    unnamed = bool(rows) and not rows[-1][1][0]
    if not labels and not unnamed:
        return
    mark = mark or find_mark([cell for cell in column if cell] for column in zip_longest(*(row for _, row in rows)))
    times = Counter(labels.values())
    parts = _Block(mark)
    for _, row in (one for one in rows if one[0] not in labels):
        parts.add(row)
    own = [number for number, _ in rows if number not in labels]
    first, last = min(own, default=0), max(own, default=0)
    above, block = _Block(mark), _Block(mark)
    for number, row in rows:
        if label := labels.get(number):
            alone = _ALONE.fullmatch(label) is not None
            mean = _IS_MEAN.match(label) is not None
            proof = _proof(row, (block, above, parts), mean=mean)
            outermost = times[label] == 1 and number > last
            if not alone and (times[label] > 1 or max(above.rows, parts.rows) < _ROWS_OF_SUM):
                if mean and proof and outermost:  # of two rows, or what one of three is called
                    yield number, False
                    continue
                proof = False  # a name that begins so, above too little to tell: it is a row like others
            if (proof and not (mean and number < last)) or (proof is None and alone):  # "medel" may stand amid answers
                yield number, True
                block = _Block(mark)
                continue
            named = _MEAN_ALONE.fullmatch(label) is None  # "genomsnitt alla kommuner" is no answer to anything
            outermost |= named and times[label] == 1 and number < first
            if mean and outermost and parts.holds(row, within=not named):
                yield number, False  # a mean of unequal parts, as published shares have it
                continue
            once = times[label] == 1 or _NO_VALUE.match(label) is not None
            if alone and once and parts.rows > 1 and any(map(parts.number, row)):
                yield number, False
                continue
        above.add(row)
        block.add(row)
    if unnamed and _is_sum_unsaid(rows, mark):
        yield rows[-1][0], False


def _label(row: Sequence[str]) -> str | None:
    """Return what a row of sums or means is called; None for a row that is not called so."""
    first = next(filter(None, row), "")
    return label if MAYBE_NO_ROW.match(first) and _CALLED.fullmatch(label := folded(first)) else None


class _Block:
    """Rows of data, and what their columns come to."""

    def __init__(self, mark: Mark | None) -> None:
        self.rows = 0
        self.mark = mark
        self._numbers: dict[int, list[float]] = {}
        self._filled: Counter[int] = Counter()

    def add(self, row: Sequence[str]) -> None:
        """Take a row of data in."""
        self.rows += 1
        for place, cell in enumerate(row):
            if cell:
                self._filled[place] += 1
                number = self.number(cell)
                if number is not None:
                    self._numbers.setdefault(place, []).append(float(number))

    def number(self, cell: str) -> str | None:
        """Return a number as Python writes it, also with a sign of its unit; None for a cell that is none."""
        return plain_number(_UNIT.sub("", cell), self.mark)

    def sums(self, place: int, written: str) -> bool:
        """Say whether a number is the sum of a column, and more than any of its parts."""
        numbers = self._numbers.get(place, [])
        return bool(numbers) and _is_near(written, math.fsum(numbers)) and abs(float(written)) > max(map(abs, numbers))

    def holds(self, row: Sequence[str], *, within: bool) -> bool:
        """Say whether a row holds nothing but its name and numbers where its columns do, and `within` theirs."""
        numbers = {place: self.number(cell) for place, cell in enumerate(row) if cell}
        written = {place: float(number) for place, number in numbers.items() if number is not None}
        columns = {place: self._numbers.get(place, []) for place in written}
        return (
            self.rows >= _ROWS_OF_SUM
            and len(written) == len(numbers) - 1
            and bool(written)
            and all(len(column) > 1 for column in columns.values())
            and not (within and any(not min(of) < written[place] < max(of) for place, of in columns.items()))
        )

    def gives(self, place: int, written: str, *, mean: bool) -> bool:
        """Say whether a number is what a column comes to: its mean, or its sum or how many texts it holds."""
        numbers = self._numbers.get(place, [])
        if numbers and _is_near(written, math.fsum(numbers) / (len(numbers) if mean else 1)):
            return True
        return not mean and 2 * len(numbers) <= self._filled[place] and _is_near(written, self._filled[place])


def _is_near(written: str, number: float) -> bool:
    """Say whether a written number is another, rounded to as many decimals."""
    decimals = len(written.partition(".")[2])
    return abs(float(written) - number) <= max(0.51 * 10.0**-decimals, 1e-9 * abs(number))


def _proof(row: Sequence[str], blocks: Sequence[_Block], *, mean: bool) -> bool | None:
    """Say whether the numbers of a row that is called a sum are what one of the blocks comes to; None without others.

    A share need not: that of all is no mean of those of the parts.
    """
    others = [(place, cell) for place, cell in enumerate(row) if cell][1:]
    if not others:
        return None
    if all(cell.startswith("=") for _, cell in others):  # formulas that nobody has calculated
        return True
    counted = [(place, blocks[0].number(cell)) for place, cell in others if not cell.endswith("%")]
    numbers = [(place, number) for place, number in counted if number is not None]
    if not numbers or len(numbers) < len(counted):
        return False
    return any(
        block.rows > 1 and all(block.gives(place, number, mean=mean) for place, number in numbers) for block in blocks
    )


def _is_sum_unsaid(rows: Rows, mark: Mark | None) -> bool:
    """Say whether a last row without a name holds nothing but the sums of all others, each larger than any part."""
    *others, (number, last) = rows
    filled = [(place, cell) for place, cell in enumerate(last) if cell]
    if len(others) < _ROWS_OF_SUM or (len(filled) == 1 and number - others[-1][0] == 1):
        return False
    above = _Block(mark)
    for _, row in others:
        above.add(row)
    written = [(place, above.number(cell)) for place, cell in filled]
    return all(one is not None and above.sums(place, one) for place, one in written)
