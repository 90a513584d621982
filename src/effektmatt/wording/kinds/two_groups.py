"""Two groups beside each other in words, whatever they were compared in."""

from __future__ import annotations

from effektmatt.data.two_groups import TwoGroups
from effektmatt.plan.kinds.two_groups import GroupDifferenceFacts
from effektmatt.wording.conditions import what
from effektmatt.wording.kind import Given, MeasureWords, Told, of_detail
from effektmatt.wording.language import MISSING
from effektmatt.wording.marks import plain
from effektmatt.wording.text_table import Column, TextTable, table_of


def _counted(told: Told[GroupDifferenceFacts]) -> str:
    """Return what is compared: "andelen som gav något av de två högsta svaren", "medelvärdet"."""
    facts, words = told.facts, told.words
    if facts.where:
        return words.say("group-difference-share", gave=what(facts.where, words))
    if facts.top is None:
        return words.say("group-difference-mean")
    if facts.questions == 1:
        return words.say("group-difference-share", gave=words.say("gave-highest", top=facts.top))
    least, highest = words.number(facts.least), words.number(facts.highest)
    scales = words.say("gave-mean-questions")
    gave = words.say("gave-mean", least=least, highest=highest, scales=scales)
    return words.say("group-difference-share", gave=gave)


def _found(told: Told[GroupDifferenceFacts], found: TwoGroups) -> str:
    words, difference = told.words, told.estimate
    size = words.size(difference.value or 0.0, difference.unit)
    return words.say(
        "found-group-difference",
        what=_counted(told),
        first=words.value(found.first),
        second=words.value(found.second),
        one=found.groups[0],
        other=found.groups[1],
        size=size,
        way="same" if plain(size) == plain(words.size(0.0, difference.unit)) else "apart",
    )


def _given(told: Told[GroupDifferenceFacts]) -> Given:
    return {"what": _counted(told), "by": told.facts.by, "one": told.facts.groups[0], "other": told.facts.groups[1]}


def _table(told: Told[GroupDifferenceFacts], found: TwoGroups) -> list[TextTable]:
    """Return what was found in each group."""
    words = told.words
    return [
        table_of(
            list(zip(found.groups, (found.first, found.second), strict=True)),
            Column("group", lambda row: row[0]),
            Column("n", lambda row: words.count(row[1].n) if row[1].value is not None else words.hidden()),
            Column("value", lambda row: words.value(row[1]) if row[1].value is not None else words.hidden()),
            Column("interval", lambda row: words.interval(row[1]) or MISSING),
            caption=words.say("table-two-groups", by=told.facts.by),
            words=words,
        )
    ]


WORDS = MeasureWords(
    of=GroupDifferenceFacts,
    found=of_detail(TwoGroups, _found),
    how="how-group-difference",
    given=_given,
    tables=of_detail(TwoGroups, _table),
)
