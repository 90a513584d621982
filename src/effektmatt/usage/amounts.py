"""Amounts of money as offices write them, in exact decimals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from effektmatt.data.numbers import TOO_LARGE, Mark, find_mark, plain_number

#: What may stand before or after an amount; a colon and a dash is how prices are written: "25:-".
_CURRENCY = re.compile(r"^(?:sek|kr)?\.?\s*(?P<amount>.*?)\s*(?:kr(?:onor)?\.?|sek|:-|,-)?$", re.IGNORECASE)
_ORE = Decimal("0.01")
# A sheet's own sums carry the noise of floats: 166954.96000000002 is 166 954,96.
_NOISE = Decimal("0.000001")


def bare(text: str) -> str:
    r"""Return an amount without its currency.

    >>> bare("166\u00a0954,96 kr"), bare("SEK 400 000"), bare("25:-")
    ('166\xa0954,96', '400 000', '25')
    """
    found = _CURRENCY.match(text.strip())
    return found["amount"] if found else text.strip()


def mark_of(columns: Sequence[Sequence[str]]) -> Mark | None:
    """Return the decimal mark of columns of amounts, or None if no cell tells."""
    return find_mark([[bare(cell) for cell in column] for column in columns])


def amount(text: str, mark: Mark | None) -> Decimal | None:
    r"""Return an amount in kronor, exact to the öre, or None if the text is none.

    Parameters
    ----------
    text
        A cell.
    mark
        The decimal mark of its column; None: either is understood where nothing speaks against it.

    >>> amount("166\u00a0954,96 kr", ","), amount("400 000", ","), amount("12,345", ","), amount("-25:-", None)
    (Decimal('166954.96'), Decimal('400000'), None, Decimal('-25'))
    """
    number = plain_number(bare(text), mark)
    if number is None:
        return None
    exact = Decimal(number)
    if abs(exact) > TOO_LARGE:  # more kronor than there are
        return None
    in_ore = exact.quantize(_ORE)
    if abs(exact - in_ore) > _NOISE:
        return None
    return in_ore if in_ore != in_ore.to_integral_value() else in_ore.quantize(Decimal(1))
