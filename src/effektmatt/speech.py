"""The one hook through which values speak in words that are made further down.

Results and faults live in rooms that know no language. The front door (`effektmatt/__init__.py`) sets `speaker`
to the wording room, so that `str(fault)` or a result in a notebook is a sentence without the upper rooms
importing the lower ones.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")

Speaker = Callable[[Any, str, str], str]

#: The languages that there are.
LANGUAGES = ("sv", "en")

#: `speaker(value, form, language)` with form "text", "short" or "html"; None until the front door is opened.
speaker: Speaker | None = None

#: The language used when a value is shown without anybody having said which.
language: str = "sv"

_LONGEST_REPR = 110


def say(value: object, form: str = "text", in_language: str | None = None) -> str:
    """Say what `value` is, in words ("text", or "short" for a screen) or as a small page ("html")."""
    if speaker is None:
        raise RuntimeError("no speaker is set: import effektmatt, not its rooms alone")
    return speaker(value, form, spoken_in(value, in_language))


class Shown:
    """A result that shows itself in a notebook, prints itself on a screen and says in words what it found."""

    __slots__ = ("_spoken_in",)

    def __init_subclass__(cls, **more: Any) -> None:
        """Keep a data class from showing every field that it holds, which may be thousands of lines."""
        super().__init_subclass__(**more)
        cls.__repr__ = Shown.__repr__  # type: ignore[method-assign]

    @property
    def _speaking(self) -> object:
        """What speaks for this value; itself, unless it only holds what does."""
        return self

    def in_words(self, language: str | None = None) -> str:
        """Return what the result says, as plain sentences in "sv" or "en".

        Without a language: in the one that the verb was given which made it, else in Swedish.
        """
        return say(self._speaking, "text", spoken_in(self, language))

    def __str__(self) -> str:
        return say(self._speaking, "short", spoken_in(self))

    def __repr__(self) -> str:
        try:
            first = self.in_words().partition("\n")[0]
        except Exception:  # noqa: BLE001 -- a value that has nothing to say is still a value
            return f"<{type(self).__name__}>"
        short = first if len(first) <= _LONGEST_REPR else first[:_LONGEST_REPR].rsplit(" ", 1)[0] + " …"
        return f"<{type(self).__name__}: {short}>"

    def _repr_html_(self) -> str:
        return say(self._speaking, "html", spoken_in(self))


def known(wanted: str | None) -> str | None:
    """Return a language that is asked for.

    Raises
    ------
    ValueError
        If there is no such language.
    """
    if wanted not in (None, *LANGUAGES):
        raise ValueError(f'language must be "sv" or "en"; got {wanted!r}')
    return wanted


def spoken_in(value: object, wanted: str | None = None) -> str:
    """Return the language to speak of a value in: as wanted, else as it was made to speak, else the usual one."""
    return wanted or getattr(value, "_spoken_in", None) or language


def told_in(wanted: str, value: T) -> T:
    """Let a result speak a language, and every result in it; return it."""
    if isinstance(value, Shown):
        object.__setattr__(value, "_spoken_in", wanted)
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            told_in(wanted, getattr(value, field.name))
    elif isinstance(value, Mapping):
        for one in value.values():
            told_in(wanted, one)
    elif isinstance(value, tuple):
        for one in value:
            told_in(wanted, one)
    return value
