"""Something to be said about a result, as data: the sentence stands in the wording room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: The note that says which of several units an estimate is of.
OF_UNIT = "decided-by-unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark, assumption or reason: a code and the values its sentence needs.

    >>> Note(code="tau-shortened", values={"tau": 91}).code
    'tau-shortened'
    """

    code: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)
