"""Before and after in words: a sentence, and a table of several changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from effektmatt.wording.language import MISSING
from effektmatt.wording.marks import plain
from effektmatt.wording.targets import capitalised
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.core import Change, Estimate
    from effektmatt.wording.language import Words


def moved_text(change: Change, code: str, words: Words, decimals: int | None = None, **more: str) -> str:
    """Say what something was before and after, which way it went and by how much."""
    before, after, moved = change.before.value or 0.0, change.after.value or 0.0, change.difference.value or 0.0
    unit = change.difference.unit
    amount = words.size(moved, unit, decimals)
    unchanged = plain(amount) == plain(words.size(0.0, unit, decimals))
    return words.say(
        code,
        way="same" if unchanged else "up" if moved > 0 else "down",
        before=words.value(change.before),
        after=words.value(change.after),
        span=words.span(before, after, change.after.unit),
        amount=amount,
        **more,
    )


def changes_table(changes: Sequence[Change], single: Sequence[Estimate], words: Words) -> TextTable:
    """Return changes as rows: before, after, difference and its interval; and estimates that have no before."""
    rows = [(change.before, change.after, change.difference) for change in changes]
    return table_of(
        [*rows, *((None, None, one) for one in single)],
        Column("measure", lambda row: capitalised(words.measured(row[1] or row[2]))),
        Column("before", lambda row: words.value(row[0]) if row[0] else MISSING),
        Column("after", lambda row: words.value(row[1]) if row[1] else MISSING),
        Column("difference", lambda row: words.value(row[2])),
        Column("interval", lambda row: words.interval(row[2]) or MISSING),
        caption=words.say("table-changes"),
        words=words,
    )
