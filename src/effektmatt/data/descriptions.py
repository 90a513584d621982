"""A table described: what each column holds, its different values, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from effektmatt.data.answer_orders import Answers
from effektmatt.speech import Shown

if TYPE_CHECKING:
    import pandas as pd


class ColumnKind(StrEnum):
    """What a column holds."""

    EMPTY = "empty"
    CODE = "code"
    DATE = "date"
    PERIOD = "period"
    NUMBER = "number"
    ANSWERS = "answers"
    GROUP = "group"
    TEXT = "text"
    PERSONAL_NUMBER = "personal-number"
    MAIL = "mail"
    TELEPHONE = "telephone"
    NAMES = "names"

    @property
    def is_personal(self) -> bool:
        """Whether it tells who somebody is by itself."""
        return self in {ColumnKind.PERSONAL_NUMBER, ColumnKind.MAIL, ColumnKind.TELEPHONE, ColumnKind.NAMES}

    @property
    def is_hidden(self) -> bool:
        """Whether no value of it may be shown."""
        return self.is_personal or self in {ColumnKind.CODE, ColumnKind.TEXT}


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedColumn:
    """One column.

    Parameters
    ----------
    name, label
        Its heading, and the question in words where the format tells it.
    kind
        What it holds.
    filled, missing, different
        Rows with and without a value, and how many different values there are.
    counts
        The different values and in how many rows each stands: answers lowest first, others the most frequent first.
        Nothing of what is personal, a code or free text.
    low, high
        The lowest and the highest number, or the first and the last day.
    answers
        The answers of a scale in their order.
    for_none
        Days that stand for no day, such as 9999-12-31.
    """

    name: str
    kind: ColumnKind
    filled: int
    missing: int
    different: int
    label: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    low: str | None = None
    high: str | None = None
    answers: Answers | None = None
    for_none: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Description(Shown):
    """A table and its columns.

    Parameters
    ----------
    rows
        How many rows of data there are.
    columns
        What stands in each column, in their order.
    file, sheet
        Where it was read from; None for a dataframe.
    """

    rows: int
    columns: tuple[DescribedColumn, ...]
    file: str | None = None
    sheet: str | None = None

    def __getitem__(self, name: str) -> DescribedColumn:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each column of the table."""
        import pandas as pd

        names = ("name", "kind", "filled", "missing", "different", "low", "high", "label")
        return pd.DataFrame([{name: _plain(getattr(column, name)) for name in names} for column in self.columns])


def _plain(value: object) -> object:
    return str(value) if isinstance(value, ColumnKind) else value
