"""Before and after in words: a sentence, and a table of several changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from effektmatt.goals import Way, moved
from effektmatt.wording.language import MISSING
from effektmatt.wording.marks import plain, way, way_of_all
from effektmatt.wording.targets import capitalised
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.core import Change, Estimate
    from effektmatt.wording.language import Words

#: What it is due to that a direction may not be claimed: the verdict's reason, or of another explanation which it is.
_UNSURE = {
    "interval-contains-target": "chance",
    "cautious-contains-target": "chance",
    "far-too-few": "few",
    "no-interval": "incomputable",
    "possible-contains-target": "unknown",
    "adjusted": "visitors",
    "jump": "trend",
    "season": "season",
}


def moved_text(
    change: Change,
    code: str,
    words: Words,
    decimals: int | None = None,
    *,
    waves: tuple[str, str] | None = None,
    **more: str,
) -> str:
    """Say what something was before and after, and which way it went and by how much where that may be claimed.

    `waves` are the names of the two waves where they are others than before and after.
    """
    before, after = change.before.value or 0.0, change.after.value or 0.0
    return words.say(
        code,
        way=_way(change, words, decimals),
        before=words.value(change.before),
        after=words.value(change.after),
        span=words.span(before, after, change.after.unit),
        amount=words.size(change.difference.value or 0.0, change.difference.unit, decimals),
        both=both_text(change, words, waves),
        unsure=unsure_text(change.difference, words),
        **more,
    )


def unsure_text(difference: Estimate, words: Words) -> str:
    """Say why it cannot be told which way something went: " som kan bero på slumpen" after "en skillnad på 3 poäng"."""
    reason = moved(difference).reason
    rival = reason.values.get("rival", "") if reason else ""
    code = str(rival).rpartition("-")[2] if rival else reason.code if reason else ""
    return words.say("difference-unsure", why=_UNSURE.get(code, "explained"))


def both_text(change: Change, words: Words, waves: tuple[str, str] | None = None) -> str:
    """Write what something was before and after without saying which way it went: "50,3 % före och 52,1 % efter"."""
    first, last = waves or ("", "")
    before, after = words.value(change.before), words.value(change.after)
    named = "named" if waves else "plain"
    return words.say("before-and-after", waves=named, before=before, after=after, first=first, last=last)


def _way(change: Change, words: Words, decimals: int | None) -> str:
    """Return which way something went; "about" where that may not be said and it is small beside what is printed."""
    # plain floats: what is only compared is not printed, and must not be noted down as that
    size, unit = float(change.difference.value or 0.0), change.difference.unit
    before, after = (words.amount(float(one.value or 0.0), one.unit) for one in (change.before, change.after))
    claimed = moved(change.difference).way
    if plain(words.size(size, unit, decimals)) == plain(words.size(0.0, unit, decimals)):
        return "same" if plain(before) == plain(after) else "about"
    if claimed is Way.UNSURE and words.is_little(size, unit, decimals):
        return "about"
    return went(claimed, change.difference)


def went(claimed: Way, *differences: Estimate) -> str:
    """Return the way that is claimed of differences, as a message takes it: a direction knows their places."""
    known = claimed in (Way.UP, Way.DOWN)
    return way_of_all([way(one.value or 0.0) for one in differences]) if known else claimed


def changes_table(changes: Sequence[Change], single: Sequence[Estimate], words: Words) -> TextTable:
    """Return changes as rows: before, after, difference and its interval; and estimates that have no before.

    Where nothing has changed there is no before: then each has its value and its interval.
    """
    if not changes:
        return table_of(
            single,
            Column("measure", lambda one: capitalised(words.measured(one))),
            Column("value", words.value),
            Column("interval", lambda one: words.interval(one) or MISSING),
            caption=words.say("table-times"),
            words=words,
        )
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
