"""Which value of a column stands for all the others together: parts are never averaged with their total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from effektmatt.data.raw_tables import KnownColumn
from effektmatt.data.values import folded

#: What offices call the value that stands for all the others.
_TOTALS = frozenset({
    "totalt", "total", "samtliga", "alla", "båda könen", "kvinnor och män", "män och kvinnor", "1+2", "totsa", "summa",
    "riket", "hela riket", "hela landet", "sverige", "0000",
})  # fmt: skip
#: Kolada's genders, of which T is the other two together; in other tables "t" alone says nothing.
_GENDERS = frozenset(("k", "m"))


def total_of(values: Sequence[str], known: KnownColumn | None) -> str | None:
    """Return which of a column's values stands for all the others: as its format says, or as offices call it.

    >>> total_of(["K", "M", "T"], None), total_of(["Norr", "T"], None), total_of(["Ale", "Tjörn", "Riket"], None)
    ('T', None, 'Riket')
    """
    if known is not None and known.total in values:
        return known.total
    spelt: Mapping[str, str] = {folded(value): value for value in values}
    if "t" in spelt and spelt.keys() >= _GENDERS:
        return spelt["t"]
    totals = [value for name, value in spelt.items() if name in _TOTALS]
    return totals[0] if len(totals) == 1 and len(spelt) > 2 else None
