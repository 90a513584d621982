"""Personal identity numbers are refused on sight.

A Swedish personal identity number (personnummer) is a date of birth, YYMMDD or YYYYMMDD, and four digits of which
the last is a check digit (the Luhn sum of the ten digits from YY on). A coordination number (samordningsnummer)
is the same with 60 added to the day. Between date and digits stands "-", "+" (a hundred years or more), a space
or nothing, or what people write instead: another dash, two spaces, " - ", "_", "/", ":", "~", "."; the date may be
written 1981-12-18. An organisation number has a "month" of at least 20, so it is never taken for one.

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
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from effektmatt.errors import Fault, WrongCell

if TYPE_CHECKING:
    import pandas as pd

_NUMBER = re.compile(
    r"(?<!\d)(?P<century>18|19|20)?(?P<year>\d\d)(?P<inside>[-./]?)(?P<month>\d\d)(?P=inside)(?P<day>\d\d)"
    r"(?P<mark>\s{0,2}[-+~:\u00ad\u2010-\u2015\u2212\ufe63\uff0d._/]\s{0,2}|\s{0,2})(?P<last>\d{4})(?!\d|[-./]\d\d[-./]\d\d)"
)
_CALLED = re.compile(
    r"(?:\b|_)(?:person(?:nummer|nr|\.?\s?nr)|pnr|p\.nr|samordningsnummer|samordningsnr)", re.IGNORECASE
)
_BIRTH_DATE = re.compile(r"\d{6}|\d\d([-./])\d\d\1\d\d")
_PLAIN = re.compile(r"\d{9,10}")
_MANY, _BY_CHANCE, _CLOCKS = 20, 0.30, 5


def mask_personal_numbers(text: str) -> str:
    """Return `text` with the last four digits of every valid personal identity number as stars.

    >>> mask_personal_numbers("Ring Eva, 811218-9876, på måndag")
    'Ring Eva, 811218-****, på måndag'
    """
    return _NUMBER.sub(lambda found: _masked(found) if _valid(found) else found.group(), text)


def personal_numbers_in_text(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield the lines (from 1) of a text that hold a valid number with a separator or a century, and it, masked.

    >>> list(personal_numbers_in_text("title = 'Kurs'\ntext = 'Eva, 811218~9876'"))
    [(2, '811218~****')]
    """
    for row, line in enumerate(text.splitlines(), start=1):
        found = next((one for one in _NUMBER.finditer(line) if _marked(one) and _valid(one)), None)
        if found is not None:
            yield row, _masked(found)


def personal_number_faults(frame: pd.DataFrame, *, file: str, sheet: str | None = None) -> tuple[Fault, ...]:
    """Return one fault for each column of text that holds personal identity numbers (or has one for its name).

    Parameters
    ----------
    frame
        Cells as text, missing as NA; the index holds row numbers as a spreadsheet shows them.
    file, sheet
        Where it was read from, for the faults.

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
        cells = frame[name].dropna()
        refused = _refused(cells) | (_dated(cells) if _CALLED.search(column) else set())
        if refused:
            rows = cells.index[cells.isin(refused)]
            first = cells.loc[rows[0]]
            dated = [match for match in _NUMBER.finditer(_padded(first)) if _is_date(match)]
            found = next((match for match in dated if _valid(match)), dated[0])
            faults.append(
                Fault(
                    code="personal-number",
                    file=file,
                    sheet=sheet,
                    row=int(rows[0]),
                    column=column,
                    got=_masked(found),
                    rows=len(rows),
                    cells=tuple(
                        WrongCell(file=file, sheet=sheet, row=row, column=column, got=mask_personal_numbers(text))
                        for row, text in zip(rows.tolist(), cells.loc[rows].tolist(), strict=True)
                    ),
                )
            )
    return tuple(faults)


def _refused(cells: pd.Series[str]) -> set[str]:
    """Return the different cells of a column that hold numbers which must be refused."""
    distinct = [cell for cell in cells.unique() if _BIRTH_DATE.search(cell)]
    alone: dict[str, re.Match[str]] = {}
    refused: set[str] = set()
    plain: dict[str, bool] = {}  # cells with ten plain digits, and whether those are a valid number
    for cell in distinct:
        whole = _NUMBER.fullmatch(_padded(cell))
        if whole is None:
            found = list(_NUMBER.finditer(cell))
            if any(_valid(one) if _marked(one) else _is_called(one) for one in found):
                refused.add(cell)
            elif found:
                plain[cell] = any(_valid(one) for one in found if not _marked(one))
        elif _marked(whole):
            if _is_date(whole):
                alone[cell] = whole
        else:
            plain[cell] = _valid(whole)
    valid = {cell for cell, found in alone.items() if _valid(found)}
    if not _chance_explains(alone.values(), len(valid)):
        refused |= valid
    right = {cell for cell, is_valid in plain.items() if is_valid}
    rows = int(cells.isin(right).sum()) if right else 0
    return refused | right if rows >= 2 and 2 * rows >= int(cells.isin(plain).sum()) else refused


def _dated(cells: pd.Series[str]) -> set[str]:
    """Return the different cells that hold a number with a possible date of birth, whatever its check digit."""
    return {cell for cell in cells.unique() if any(_is_date(found) for found in _NUMBER.finditer(_padded(cell)))}


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


def _is_clock(digits: str) -> bool:
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

    return _is_date(found) and luhn.is_valid(found["year"] + found["month"] + found["day"] + found["last"])


def _masked(found: re.Match[str]) -> str:
    born = (found["century"] or "") + found["year"] + found["month"] + found["day"]
    return f"{born}{found['mark'] or '-'}****"
