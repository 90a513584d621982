"""Personal identity numbers are refused on sight.

A Swedish personal identity number (personnummer) is a date of birth, YYMMDD or YYYYMMDD, and four digits of which
the last is a check digit (the Luhn sum of the ten digits from YY on). A coordination number (samordningsnummer)
is the same with 60 added to the day. Between date and digits stands "-", "+" (a hundred years or more), a space
or nothing, or what people write instead: another dash, two spaces, " - ", "_", "/", ":", "~", "."; the date may be
written 1981-12-18, the four digits 98 76. An organisation number has a "month" of at least 20, and is none.

How much evidence is needed follows from how often an innocent number looks like one:

- Ten plain digits drawn at random: the month is right in 12 of 100, the day (or day + 60) in about 61 of 100, the
  check digit in 1 of 10; all together 0.7 %. Among case numbers and telephone numbers that happens, so ten plain
  digits (alone or in a text, also with a decimal point in them) are refused only if at least two cells hold valid
  ones, and at least half of the cells that hold ten digits.
- With a separator, or with the century (12 digits), one valid value is enough: nobody writes numbers that way by
  chance, and one person laid bare is one too many. This holds within longer text too.
- Two kinds of identifier are nevertheless written that way: dated case numbers ("130131-0007") and clock times
  ("201301311415"). There the check digit is right in 1 of 10 only. So where cells hold nothing but such a number,
  a column with 20 or more different ones is let through if fewer than 30 % have the right check digit (a column
  of 20 chance numbers reaches 30 % once in 89), and so is a column of five or more where every one ends in a
  clock time (chance for real ones: 0.144 each, 6 in 100 000 for five).
- What is called a personal identity number, by the column's name or in the text before it ("pnr 8112189876"), is
  one as soon as its date is possible: a wrong check digit is more likely a slip of the pen than another kind of number.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from unicodedata import decimal

import numpy as np

from effektmatt.data.text import different
from effektmatt.errors import Fault, WrongCell

if TYPE_CHECKING:
    import pandas as pd

_NUMBER = re.compile(
    r"(?<!\d)(?P<century>18|19|20)?(?P<year>\d\d)(?P<inside>[-./]?)(?P<month>\d\d)(?P=inside)(?P<day>\d\d)"
    r"(?P<mark>\s{0,2}[-+~:\u00ad\u2010-\u2015\u2212\ufe63\uff0d._/]\s{0,2}|\s{0,2})(?P<last>\d{4}|(?<=\D)\d\d\s\d\d)(?!\d|[-./]\d\d[-./]\d\d)"
)
_CALLED = re.compile(
    r"(?:\b|_)(?:person(?:nummer|nr|\.?\s?nr)|pnr|p\.nr|samordningsnummer|samordningsnr)", re.IGNORECASE
)
# What no number can do without, cheap to look for: a month, a day (or a day and 60), and four digits near it.
_POSSIBLE = re.compile(
    r"\d\d[-./]?(?:0[1-9]|1[0-2])[-./]?(?:[0-2]\d|3[01]|[6-8]\d|9[01])\D{0,7}\d\d\s?\d\d"
    r"|(?<!\d)\d{10}(?!\d)|^(?=\d+\D{1,3}\d+\D{1,3}\d)(?:\d\D{0,3}){10,12}$"
)
# Nor without nine digits (a tenth may be a nought that is lost): they are counted in all cells at once.
_BETWEEN = "\0"  # a sign that no cell holds
_FEWEST_DIGITS = 9
_SURELY_NO_DIGITS = bytes(sign for sign in range(1, 128) if not chr(sign).isdigit())
# A day with its time of day has more digits than that, and is none of these numbers however it is read.
_MOMENT = re.compile(r"(?<![^\0])[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?=\0)")
# A cell that holds nothing but a number may have any sign between its date and its last digits ...
_ODDLY_MARKED = re.compile(
    r"(?P<century>18|19|20)?(?P<year>\d\d)(?P<inside>[-./]?)(?P<month>\d\d)(?P=inside)(?P<day>\d\d)"
    r"(?P<mark>\s{0,3}[^\w\s,.]{1,2}\s{0,3})(?P<last>\d{4})"
)
# ... or its digits may stand apart.
_SPACED = re.compile(r"\d(?:[\s\u00ad\u200b-]{0,3}\d){9}(?:[\s\u00ad\u200b-]{0,3}\d){0,2}")
_NO_DIGIT = re.compile(r"\D")
_PLAIN = re.compile(r"[0-9]{9,10}")
_MANY, _BY_CHANCE, _CLOCKS = 20, 0.30, 5


def mask_personal_numbers(text: str) -> str:
    """Return `text` with the last four digits of every valid personal identity number as stars.

    >>> mask_personal_numbers("Ring Eva, 811218-9876, på måndag")
    'Ring Eva, 811218-****, på måndag'
    """
    return _NUMBER.sub(lambda found: _masked(found) if _valid(found) else found.group(), text)


def is_personal_number(text: str) -> bool:
    """Return whether a text is nothing but a valid personal identity number.

    >>> is_personal_number("811218-9876"), is_personal_number("811218-9875")
    (True, False)
    """
    found = _NUMBER.fullmatch(text)
    return found is not None and _valid(found)


def personal_numbers_in_text(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield the lines (from 1) of a text that hold a valid number with a separator or a century, and it, masked.

    >>> list(personal_numbers_in_text("title = 'Kurs'\ntext = 'Eva, 811218~9876'"))
    [(2, '811218~****')]
    """
    for row, line in enumerate(_in_plain_digits(text).splitlines(), start=1):
        found = next((one for one in _NUMBER.finditer(line) if _tells(one)), None)
        if found is not None:
            yield row, _masked(found)


def personal_number_faults(
    frame: pd.DataFrame, *, file: str, sheet: str | None = None, distinct: Mapping[str, list[str]] | None = None
) -> tuple[Fault, ...]:
    """Return one fault for each column of text that holds personal identity numbers (or has one for its name).

    Parameters
    ----------
    frame
        Cells as text, missing as NA; the index holds row numbers as a spreadsheet shows them.
    file, sheet
        Where it was read from, for the faults.
    distinct
        The different texts of every column, where they are known already.

    Returns
    -------
    tuple of Fault
        Code "personal-number", with column, first row, `got` masked ("811218-****") and number of rows.
    """
    faults = []
    for name in frame.columns:
        column = mask_personal_numbers(str(name))
        if column != str(name):  # a table without a header: its first person stands where the names should
            faults.append(Fault(code="personal-number", file=file, sheet=sheet, row=1, column=column, got=column))
            continue
        texts = different(frame[name]) if distinct is None else distinct[name]
        refused = _refused(frame[name], texts) | (_dated(texts) if _CALLED.search(column) else set())
        if refused:
            cells = frame[name].dropna()
            rows = cells.index[cells.isin(refused)]
            first = cells.loc[rows[0]]
            faults.append(
                Fault(
                    code="personal-number",
                    file=file,
                    sheet=sheet,
                    row=int(rows[0]),
                    column=column,
                    got=_first_masked(first),
                    rows=len(rows),
                    cells=tuple(
                        WrongCell(file=file, sheet=sheet, row=row, column=column, got=_masked_cell(text))
                        for row, text in zip(rows.tolist(), cells.loc[rows].tolist(), strict=True)
                    ),
                )
            )
    return tuple(faults)


def _first_masked(cell: str) -> str:
    """Return the first number of a cell, a valid one if there is one, masked."""
    cell = _in_plain_digits(cell)
    found = [*_NUMBER.finditer(_padded(cell)), *_ODDLY_MARKED.finditer(cell)]
    dated = [match for match in found or _NUMBER.finditer(_NO_DIGIT.sub("", cell)) if _is_date(match)]
    return _masked(next((match for match in dated if _valid(match)), dated[0])) if dated else "****"


def _masked_cell(cell: str) -> str:
    """Return a cell that is refused with everything in it masked that may be a number, valid or mistyped."""
    plain = _padded(_in_plain_digits(cell))
    masked = _NUMBER.sub(lambda found: _masked(found) if _is_date(found) else found.group(), plain)
    return masked if masked != plain else _first_masked(cell)


def _refused(cells: pd.Series[str], texts: list[str]) -> set[str]:
    """Return the different cells (`texts`) of a column that hold numbers which must be refused."""
    alone: dict[str, re.Match[str]] = {}
    refused: set[str] = set()
    distinct = _of_nine_digits(texts)
    if not distinct:
        return refused
    digits, others = _digits_and_others(distinct)
    plain = _plain_numbers(digits)  # cells with ten plain digits, and whether those are a valid number
    for cell in others:
        if not cell.isascii() and (plainly := _in_plain_digits(cell)) != cell:
            refused |= {cell} if any(map(_tells, _NUMBER.finditer(plainly))) else set()
            continue
        whole = _NUMBER.fullmatch(cell) or _ODDLY_MARKED.fullmatch(cell)
        if whole is None:
            found = list(_NUMBER.finditer(cell))
            if any(map(_tells, found)):
                refused.add(cell)
            elif found:
                plain[cell] = any(_valid(one) for one in found if not _marked(one))
            elif _SPACED.fullmatch(cell):
                plain[cell] = _is_spaced_number(cell)
        elif not _marked(whole):
            plain[cell] = _valid(whole)
        elif _is_date(whole):
            alone[cell] = whole
    valid = {cell for cell, found in alone.items() if _valid(found)}
    if not _chance_explains(alone.values(), len(valid)):
        refused |= valid
    if not plain:
        return refused
    right = {cell for cell, is_valid in plain.items() if is_valid}
    rows, every = int(cells.isin(right).sum()), int(cells.isin(plain.keys()).sum())
    return refused | right if rows >= 2 and 2 * rows >= every else refused


def _of_nine_digits(distinct: list[str]) -> list[str]:
    """Return the cells that may hold nine digits: letters beyond ASCII are counted with them, some are digits."""
    together = _MOMENT.sub("", _BETWEEN.join([*distinct, ""]))
    signs = np.frombuffer(together.encode(errors="replace").translate(None, _SURELY_NO_DIGITS), dtype=np.uint8)
    sizes = np.diff(np.flatnonzero(signs == 0), prepend=-1) - 1
    return [distinct[place] for place in np.flatnonzero(sizes >= _FEWEST_DIGITS)]


def _digits_and_others(distinct: list[str]) -> tuple[list[str], list[str]]:
    """Divide cells into those of nine or ten digits and no other sign, and others that may hold a number."""
    digits = [cell for cell in distinct if _PLAIN.fullmatch(cell)]
    others = [cell for cell in distinct if _POSSIBLE.search(_in_plain_digits(cell)) and not _PLAIN.fullmatch(cell)]
    return digits, others


def _plain_numbers(digits: list[str]) -> dict[str, bool]:
    """Say of cells of nine or ten digits whether they are valid numbers; nine have lost their leading zero."""
    padded = np.array([_padded(cell) for cell in digits], dtype="U10")
    signs = padded.view(np.uint32).reshape(len(digits), 10) - ord("0") if digits else np.empty((0, 10), dtype=np.uint32)
    months, days = signs[:, 2] * 10 + signs[:, 3], signs[:, 4] * 10 + signs[:, 5]
    doubled = signs * np.array([2, 1] * 5, dtype=np.uint32)
    sums = np.where(doubled > 9, doubled - 9, doubled).sum(axis=1)
    possible = (months >= 1) & (months <= 12) & (days >= 1) & (days <= 91) & (sums % 10 == 0)
    return {cell: bool(may) and _is_valid_text(cell) for cell, may in zip(digits, possible.tolist(), strict=True)}


def _is_valid_text(cell: str) -> bool:
    found = _NUMBER.fullmatch(_padded(cell))
    return found is not None and _valid(found)


def _is_spaced_number(cell: str) -> bool:
    """Say whether a cell whose digits stand apart ("81 12 18 98 76") is a valid number without what is between."""
    found = _NUMBER.fullmatch(_NO_DIGIT.sub("", cell))
    return found is not None and _valid(found)


def _dated(texts: list[str]) -> set[str]:
    """Return the different cells that hold a number with a possible date of birth, whatever its check digit."""
    return {cell for cell in texts if any(_is_date(found) for found in _NUMBER.finditer(_padded(cell)))}


def _tells(found: re.Match[str]) -> bool:
    """Return whether a number within a text is a personal identity number."""
    return _valid(found) if _marked(found) else _is_called(found)


def _in_plain_digits(text: str) -> str:
    """Return a text with the digits of other scripts, such as those as wide as Chinese signs, as 0 to 9."""
    return (
        text if text.isascii() else re.sub(r"[^\W_a-zA-Z0-9]", lambda one: str(decimal(one.group(), one.group())), text)
    )


def _is_called(found: re.Match[str]) -> bool:
    """Return whether the text before a number calls it a personal identity number."""
    return _is_date(found) and _CALLED.search(found.string[max(0, found.start() - 30) : found.start()]) is not None


def _chance_explains(found: Iterable[re.Match[str]], valid: int) -> bool:
    """Return whether dated numbers of which `valid` have the right check digit look like something else."""
    matches = list(found)
    if len(matches) >= _CLOCKS and all(match["century"] and _is_clock(match["last"]) for match in matches):
        return True
    return len(matches) >= _MANY and valid < _BY_CHANCE * len(matches)


def _padded(cell: str) -> str:
    """Return ten plain digits whose leading zero a spreadsheet has eaten with the zero restored."""
    return cell.zfill(10) if _PLAIN.fullmatch(cell) else cell


def _marked(found: re.Match[str]) -> bool:
    return bool(found["century"] or found["mark"].strip(".")) and not (found["inside"] and not found["mark"].strip())


def _is_clock(last: str) -> bool:
    digits = _NO_DIGIT.sub("", last)
    return int(digits[:2]) < 24 and int(digits[2:]) < 60


def _is_date(found: re.Match[str]) -> bool:
    month, day = int(found["month"]), int(found["day"])
    if not 1 <= month <= 12 or (found["inside"] and not found["mark"].strip()):  # "2013-01-31 1311" is a moment
        return False
    centuries = [found["century"]] if found["century"] else ["19", "20"]
    longest = max(calendar.monthrange(int(century + found["year"]), month)[1] for century in centuries)
    return 1 <= (day - 60 if day > 60 else day) <= longest


def _valid(found: re.Match[str]) -> bool:
    from stdnum import luhn  # se.personnummer knows no coordination numbers, and lets a date to come pass

    return _is_date(found) and luhn.is_valid(
        _NO_DIGIT.sub("", found["year"] + found["month"] + found["day"] + found["last"])
    )


def _masked(found: re.Match[str]) -> str:
    born = (found["century"] or "") + found["year"] + found["month"] + found["day"]
    return f"{born}{found['mark'] or '-'}****"
