"""Columns that tell who somebody is, and so must never name groups or units: their cells would stand in a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
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
    CODES = "codes"
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
#: "individ", "Deltagarkod", "person_id", "id elev", "Löpnr", "kod": what a column of people's codes is called.
_PERSON = (
    r"individ|person|deltagar|respondent|medarbetar|anställ(?:d|nings)|anstall(?:d|nings)|elev|patient|klient|brukar"
    r"|participant|student|employee|individual|client|subject"
)
_CODE = r"id|kod|code|nr|nummer|no|number|key|nyckel|pseudonym|alias|löpn(?:r|ummer)|lopn(?:r|ummer)"
_CALLED_CODE = re.compile(rf"(?:(?:{_CODE}) )?(?:{_PERSON})(?:e|en|ens|s)? ?(?:{_CODE})?|{_CODE}", re.IGNORECASE)
#: "a17", "7A", "10438", "Deltagare 12": one word with a digit in it, or what a person is called and a number.
_LIKE_CODE = re.compile(rf"(?=.*\d)[\w./-]+|(?:{_PERSON})(?:e|en)? ?\d+", re.IGNORECASE)
#: What areas, accounts and activities are numbered by, under a heading that says no more than "kod" or "nr".
_OF_UNITS = re.compile(r"\d{1,4}")

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
    (with many different ones), or most of the cells, however often they stand there; codes are single words with
    digits, mostly, in a column called "individ" or "deltagarkod"; texts are longer than names of units, or sentences,
    or what a column of comments holds; nearly unique is fewer than two rows a group on average.

    >>> import pandas as pd
    >>> answers = nw.from_native(pd.Series([f"kod{place}" for place in range(30)]), series_only=True)
    >>> identified("kod", answers).why
    <Identifying.CODES: 'codes'>
    >>> identified("kommun", nw.from_native(pd.Series(["Orust", "Lerum"] * 15), series_only=True)) is None
    True
    """
    return _found(cells, lambda texts, rows: _why(column, texts, rows))


def names_people(column: str, cells: nw.Series[Any]) -> Identified | None:
    """Return why cells that name what is printed are those of people: addresses, names, codes; None where they are not.

    Units, posts and activities may be many, each on its own row, with long names in a column called "namn".

    >>> import pandas as pd
    >>> codes, towns = ([*"P1 P2 P3 P4".split()], ["Åre", "Orust", "Ale", "Lerum"])
    >>> names_people("individ", nw.from_native(pd.Series(codes), series_only=True)).why
    <Identifying.CODES: 'codes'>
    >>> names_people("namn", nw.from_native(pd.Series(towns), series_only=True)) is None
    True
    """
    return _found(cells, lambda texts, _: _of_people(column, texts))


def _found(cells: nw.Series[Any], why: Callable[[Collection[str], int], Identifying | None]) -> Identified | None:
    rows, different = coded(cells)
    texts = {folded(cell): cell_text(cell).strip() for cell in different if folded(cell)}
    found = why(texts.values(), filled := int((rows >= 0).sum()))
    return None if found is None else Identified(why=found, different=len(texts), rows=filled)


def _of_people(column: str, texts: Collection[str]) -> Identifying | None:
    if any(_MAIL.search(text) for text in texts):
        return Identifying.MAIL
    if texts and sum(map(_is_telephone, texts)) > _PART * len(texts):
        return Identifying.TELEPHONE
    if are_people(column, texts):
        return Identifying.NAMES
    return Identifying.CODES if len(texts) >= _FEWEST_DIFFERENT and _are_codes(column, texts) else None


def _why(column: str, texts: Collection[str], rows: int) -> Identifying | None:
    if (found := _of_people(column, texts)) is not None:
        return found
    many = len(texts) >= _FEWEST_DIFFERENT
    if many and _CALLED_NAME.fullmatch(column.strip()):
        return Identifying.NAMES
    if _is_written(column, texts):
        return Identifying.TEXTS
    if any(len(text) > _LONGEST_NAME or len(text.split()) > _MOST_WORDS for text in texts):
        return Identifying.TEXTS
    return Identifying.NEARLY_UNIQUE if many and rows < _ROWS_A_GROUP * len(texts) else None


def _is_written(column: str, texts: Collection[str]) -> bool:
    """Say whether cells are what people wrote: sentences, or several words where the column is called so."""
    if _CALLED_TEXT.fullmatch(column.strip()) and any(len(text.split()) > 1 for text in texts):
        return True
    return len(texts) > 1 and sum(_SENTENCE.fullmatch(text) is not None for text in texts) > _PART * len(texts)


def _are_codes(column: str, texts: Collection[str]) -> bool:
    called = _CALLED_CODE.fullmatch(re.sub(r"[\W_]+", " ", column).strip())
    if called is None or sum(_LIKE_CODE.fullmatch(text) is not None for text in texts) <= _PART * len(texts):
        return False
    of_people = re.search(_PERSON, called.group(), re.IGNORECASE) is not None
    return of_people or not all(_OF_UNITS.fullmatch(text) for text in texts)


def _is_telephone(text: str) -> bool:
    return _TELEPHONE.fullmatch(text) is not None and 8 <= len(_DIGITS.findall(text)) <= 13
