"""Columns that tell who somebody is, and so must never become groups: their cells would be headings in a report."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import narwhals as nw

from effektmatt.data.columns import coded
from effektmatt.data.person_names import are_people
from effektmatt.data.values import cell_text, folded


class Identifying(StrEnum):
    """Why the cells of a column may not be names of groups."""

    MAIL = "mail"
    TELEPHONE = "telephone"
    NAMES = "names"
    TEXTS = "texts"
    NEARLY_UNIQUE = "nearly-unique"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """Why, and how many different cells there are in how many rows."""

    why: Identifying
    different: int
    rows: int

    @property
    def can_be_units(self) -> bool:
        """Whether the cells can be names of units all the same, if the plan insists."""
        return self.why is not Identifying.MAIL


_MAIL = re.compile(r"\S+@\S+\.\S+")
_TELEPHONE = re.compile(r"(?:\+|00?)[\d\s()/.-]{7,17}")
_DIGITS = re.compile(r"\d")
_CALLED_NAME = re.compile(
    r"(?:(?:för|for|efter|full|hela?|person|deltagar|respondent)[ _-]?)?namn(?:et)?"
    r"|(?:(?:first|last|full|sur|family|given|participant)[ _-]?)?name",
    re.IGNORECASE,
)

_CALLED_TEXT = re.compile(
    r"(?:\w+[ _-]?)?(?:kommentar(?:er)?|fritext(?:svar)?|synpunkt(?:er)?|egna[ _-]?ord"
    r"|comments?|free[ _-]?text|remarks?)",
    re.IGNORECASE,
)
# Cells of so many words that end as a sentence does are what somebody wrote.
_SENTENCE = re.compile(r"(?:\S+\s+){2,}\S+[.!?]")

# A column of fewer different cells is no list of people, however few rows there are.
_FEWEST_DIFFERENT = 4
# Fewer rows a group than this, on average, and a group is hardly more than a person.
_ROWS_A_GROUP = 2
# Names of units are shorter than what somebody wrote in answer to a question.
_LONGEST_NAME, _MOST_WORDS = 80, 10
# Of the cells, so many must look alike before the whole column is taken for what they look like.
_PART = 0.5


def identified(column: str, cells: nw.Series[Any]) -> Identified | None:
    """Return why a column tells who somebody is; None where it does not.

    One e-mail address is enough. Telephone numbers are most of the cells; names are what a column called "namn" holds
    (with many different ones), or most of the cells, however often they stand there; texts are longer than names of
    units, or sentences, or what a column of comments holds; nearly unique is fewer than two rows a group on average.

    >>> import pandas as pd
    >>> answers = nw.from_native(pd.Series([f"kod{place}" for place in range(30)]), series_only=True)
    >>> identified("kod", answers).why
    <Identifying.NEARLY_UNIQUE: 'nearly-unique'>
    >>> identified("kommun", nw.from_native(pd.Series(["Orust", "Lerum"] * 15), series_only=True)) is None
    True
    """
    rows, different = coded(cells)
    texts = {folded(cell): cell_text(cell).strip() for cell in different if folded(cell)}
    why = _why(column, texts, filled := int((rows >= 0).sum()))
    return None if why is None else Identified(why=why, different=len(texts), rows=filled)


def _why(column: str, texts: Mapping[str, str], rows: int) -> Identifying | None:
    if any(_MAIL.search(text) for text in texts.values()):
        return Identifying.MAIL
    if texts and sum(map(_is_telephone, texts.values())) > _PART * len(texts):
        return Identifying.TELEPHONE
    many = len(texts) >= _FEWEST_DIFFERENT
    if many and _CALLED_NAME.fullmatch(column.strip()):
        return Identifying.NAMES
    if are_people(column, texts.values()):
        return Identifying.NAMES
    if _is_written(column, texts.values()):
        return Identifying.TEXTS
    if any(len(text) > _LONGEST_NAME or len(text.split()) > _MOST_WORDS for text in texts.values()):
        return Identifying.TEXTS
    return Identifying.NEARLY_UNIQUE if many and rows < _ROWS_A_GROUP * len(texts) else None


def _is_written(column: str, texts: Collection[str]) -> bool:
    """Say whether cells are what people wrote: sentences, or several words where the column is called so."""
    if _CALLED_TEXT.fullmatch(column.strip()) and any(len(text.split()) > 1 for text in texts):
        return True
    return len(texts) > 1 and sum(_SENTENCE.fullmatch(text) is not None for text in texts) > _PART * len(texts)


def _is_telephone(text: str) -> bool:
    return _TELEPHONE.fullmatch(text) is not None and 8 <= len(_DIGITS.findall(text)) <= 13
