"""The one hook through which values speak in words that are made further down.

Results and faults live in rooms that know no language. The front door (`effektmatt/__init__.py`) sets `speaker`
to the wording room, so that `str(fault)` or a result in a notebook is a sentence without the upper rooms
importing the lower ones.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Speaker = Callable[[Any, str, str], str]

#: `speaker(value, form, language)` with form "text" or "html"; None until the front door is opened.
speaker: Speaker | None = None

#: The language used when a value is shown without anybody having said which.
language: str = "sv"


def say(value: object, form: str = "text", in_language: str | None = None) -> str:
    """Say what `value` is, in words ("text") or as a small page ("html")."""
    if speaker is None:
        raise RuntimeError("no speaker is set: import effektmatt, not its rooms alone")
    return speaker(value, form, in_language or language)


class Shown:
    """A result that shows itself in a notebook and says in words what it found."""

    __slots__ = ()

    def in_words(self, language: str | None = None) -> str:
        """Return what the result says, as plain sentences in "sv" (default) or "en"."""
        return say(self, "text", language)

    def _repr_html_(self) -> str:
        return say(self, "html")
