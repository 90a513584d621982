"""What in a report is in the other language, so that it is read aloud as such: data and texts that the plan has in one.

Which texts those are is known (`Findings.elsewhere`); where they stand is found in the finished document, since a text
goes through sentences, joins and tables on its way there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from effektmatt.report.blocks import Block, ChartBlock, OwnWords, Run
from effektmatt.wording.marks import spoken, with_spoken
from effektmatt.wording.messages import THEMES, source_of

#: What no reader hears as text: ids, and what becomes an attribute.
_UNHEARD = {"id", "target_id", "name", "link", "alt", "picture"}

_LETTERS = re.compile(r"[^\W\d_]{2}")

Change = Callable[[str], str]


def in_their_languages(blocks: Iterable[Block], elsewhere: frozenset[str], language: str) -> tuple[Block, ...]:
    """Return the blocks of a document in a language, with what is in the other one marked as that."""
    other = "en" if language == "sv" else "sv"
    known = _pattern(elsewhere, language)
    if known is None:
        return tuple(blocks)

    def named(text: str) -> str:
        return with_spoken(text, known, other)

    def whole(text: str) -> str:
        return spoken(text, other) if text.strip() else text

    return tuple(
        _changed(block, whole if isinstance(block, OwnWords) and block.elsewhere else named) for block in blocks
    )


def _pattern(elsewhere: Iterable[str], language: str) -> re.Pattern[str] | None:
    """Return what finds the texts as whole words, also with another case of the first letter.

    A single word that the language itself uses in its sentences ("text") is left out: nobody knows whose it is.
    """
    told = {text.strip() for text in elsewhere if "\n" not in text.strip()}
    told = {text for text in told if _LETTERS.search(text) and text.lower() not in _own_words(language)}
    if not told:
        return None
    ordered = sorted(told, key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_either_case, ordered))})(?!\w)")


def _either_case(text: str) -> str:
    first, rest = text[0], re.escape(text[1:])
    return f"(?:{re.escape(first.lower())}|{re.escape(first.upper())}){rest}"


@cache
def _own_words(language: str) -> frozenset[str]:
    return frozenset(word for theme in THEMES for word in re.findall(r"[^\W\d_]+", source_of(theme, language).lower()))


def _changed(part: Any, change: Change) -> Any:
    match part:
        case str() if type(part) is str:  # no verdict's code
            return change(part)
        case tuple():
            return tuple(_changed(one, change) for one in part)
        case Run(code=True):
            return part
        case ChartBlock(chart=chart):
            said = replace(chart, title=change(chart.title), table=_changed(chart.table, change))
            return replace(part, chart=said)
        case _ if is_dataclass(part) and not isinstance(part, type):
            heard = (one.name for one in fields(part) if one.name not in _UNHEARD and one.init)
            return replace(part, **{name: _changed(getattr(part, name), change) for name in heard})
        case _:
            return part
