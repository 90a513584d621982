"""Remarks, assumptions and reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.core import Note, Unit

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


def in_words(note: Note, unit: Unit | None, words: Words) -> str:
    """Write a note; `unit` is what its values are counted in, where the note itself does not say."""
    given = {} if unit is None else {"unit": str(unit)}
    return words.say(f"note-{note.code}", **{**given, **note.values})
