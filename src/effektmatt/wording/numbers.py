"""Numbers and dates as text: Babel's, with the signs and spaces that a printed Swedish page needs.

Babel prints an ASCII hyphen for minus and rounds halves to even; a reader expects U+2212 and 2,5 to become 3.
Every space inside a number is a no-break space, so that no line ends between "80" and "%".
"""

from __future__ import annotations

import math
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

if TYPE_CHECKING:
    from babel import Locale

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"

#: Room for every digit of any number: the usual 28 are too few for one that somebody's key stuck on.
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)

#: Most decimals that a number shows when nobody has said how many; zeros at the end are dropped.
_MOST_DECIMALS = 2

Number = int | float | Decimal


def rounded(value: Number, decimals: int) -> Decimal:
    """Round half away from zero, as people do by hand; never to a negative zero.

    >>> rounded(0.125, 2), rounded(-0.04, 1), rounded(1e30, 1) == 10**30
    (Decimal('0.13'), Decimal('0.0'), True)
    """
    # through str: 87.45 is meant as 87.45, not as the float nearest to it, which lies just below
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    result = exact.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    return abs(result) if result == 0 else result


def decimals_of(value: Number) -> int:
    """How many decimals a number needs, at most two, when zeros at the end are dropped.

    >>> [decimals_of(value) for value in (40, 2.5, 0.125, 3.0)]
    [0, 1, 2, 0]
    """
    exponent = rounded(value, _MOST_DECIMALS).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimals_apart(value: float, limit: float, *, fewest: int, most: int = 4) -> int:
    """How many decimals keep a number from being printed as the limit that it does not equal.

    79.96 % of a target of 80 % must not be printed as "80,0 %, inte uppnått".

    >>> decimals_apart(79.96, 80, fewest=1), decimals_apart(80, 80, fewest=1), decimals_apart(74, 80, fewest=1)
    (2, 1, 1)
    """
    if abs(value - limit) < 10.0 ** -(most + 2):
        return fewest
    for decimals in range(fewest, most):
        if rounded(value, decimals) != rounded(limit, decimals):
            return decimals
    return most


def decimals_beside_nought(value: float, decimals: int | None) -> int | None:
    """How many decimals keep a number from being printed as nought, which it does not equal; else as many as are asked.

    >>> [decimals_beside_nought(value, 2) for value in (-0.003, 0.0, 1e-9, 0.42)], decimals_beside_nought(0.003, None)
    ([3, 2, 2, 2], 3)
    """
    fewest = _MOST_DECIMALS if decimals is None else decimals
    if not math.isfinite(value) or rounded(value, fewest):
        return decimals
    enough = decimals_apart(value, 0, fewest=fewest)
    return enough if rounded(value, enough) else decimals


def number(value: Number, decimals: int | None, locale: Locale, *, signed: bool = False) -> str:
    r"""Write a number with the language's decimal sign, thousands apart, and a true minus.

    >>> from babel import Locale
    >>> number(-1234.56, 1, Locale("sv"))
    '−1\xa0234,6'
    """
    result = rounded(value, decimals_of(value) if decimals is None else decimals)
    places = decimals_of(result) if decimals is None else decimals
    pattern = "#,##0" + ("." + "0" * places if places else "")
    with localcontext(_EXACT):
        text = format_decimal(abs(result), format=pattern, locale=locale)
    sign = MINUS if result < 0 else "+" if signed and result > 0 else ""
    return sign + text.replace("\u202f", NO_BREAK_SPACE).replace(" ", NO_BREAK_SPACE)


def percent(share: Number, decimals: int | None, locale: Locale, *, signed: bool = False) -> str:
    r"""Write a share as per cent: 0.853 as "85,3 %", in English "85.3%".

    >>> from babel import Locale
    >>> percent(0.853, 1, Locale("sv")), percent(0.853, 1, Locale("en"))
    ('85,3\xa0%', '85.3%')
    """
    return number(hundredfold(share), decimals, locale, signed=signed) + percent_sign(locale)


def hundredfold(share: Number) -> Decimal:
    """Return a share in per cent, without the noise of multiplying a float.

    >>> hundredfold(0.57)
    Decimal('57.00')
    """
    return (share if isinstance(share, Decimal) else Decimal(str(share))) * 100


def percent_sign(locale: Locale) -> str:
    """Return the sign with the space that the language puts before it."""
    pattern = str(locale.percent_formats[None].pattern)
    return NO_BREAK_SPACE + "%" if NO_BREAK_SPACE in pattern else "%"


def calendar_month(day: date, locale: Locale) -> str:
    """Write a month shortly: "jan. 2018"."""
    from babel.dates import format_date

    return format_date(day, "MMM y", locale=locale)


def calendar_date(day: date, locale: Locale, *, year: bool = True) -> str:
    """Write a date in words: "19 september 2011"."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y" if year else "d MMMM", locale=locale)
