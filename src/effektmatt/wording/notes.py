"""Remarks, assumptions and reasons in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from effektmatt.core import Note, Unit
from effektmatt.wording.conditions import spoken_name
from effektmatt.wording.targets import decapitalised

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


def note_text(
    note: Note,
    words: Words,
    unit: Unit | None = None,
    labels: Mapping[str, str] | None = None,
    *,
    short: bool = False,
) -> str:
    """Write a remark, assumption or reason as one or two sentences.

    Parameters
    ----------
    note, words
        A code and its values, and the language.
    unit
        What the values are counted in, where the note does not say (None: plain numbers).
    labels
        How columns and waves are called in the report.
    short
        Whether to write it as a summary has room for, where there are words for that.
    """
    labels = labels or {}
    values = {"unit": str(unit or Unit.SCORE), "side": "same", "about": "", "times": "once", **note.values}
    for name in values.keys() & {"by", "group", "column", "columns"}:
        called = [labels.get(column, column) for column in str(values[name]).split(", ")]
        values["column_label"] = ", ".join(called)
        values[name] = words.joined([decapitalised(label) for label in called])
    if "unit_name" in values:
        values["unit_name"] = spoken_name(str(values["unit_name"]), words)
    if "item" in values and values["item"] == values.get("label"):  # a question that is its own heading is named once
        values["item"] = "none"
    if "wave" in values:
        values["wave"] = wave_name(str(values["wave"]), labels, words) or "none"
    if "only" in values:  # how many of `n` something holds for
        values["every"] = "no" if values["only"] != values.get("n") else "one" if values["only"] == 1 else "yes"
    brief = f"note-{note.code}.short"
    return words.say(brief if short and words.has(brief) else f"note-{note.code}", **values)


def wave_name(wave: str, labels: Mapping[str, str], words: Words) -> str:
    """Return what a wave is called: by the plan, else "Före" and "Efter" for "before" and "after"."""
    if wave in labels:
        return labels[wave]
    return words.say(f"wave-{wave}") if words.has(f"wave-{wave}") else wave
