"""Whether the project did it, in words: each goal against the comparison group, and where both groups stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.core import Design
from effektmatt.stats.question import APPROXIMATE
from effektmatt.wording.certainty import how_sure
from effektmatt.wording.goal_sentences import shown_labels
from effektmatt.wording.language import MISSING
from effektmatt.wording.marks import once, plain, way
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import measured_parts
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.core import Compared, Estimate
    from effektmatt.findings import Findings, GoalFinding
    from effektmatt.wording.language import Words


def cause_sentences(findings: Findings, words: Words) -> tuple[str, ...]:
    """Say for each goal how much more the project changed than its comparison group; nothing without one."""
    if findings.design is Design.BEFORE_AFTER:
        return ()
    found = tuple(_cause(part, part.compared, words) for part in measured_parts(findings) if part.compared is not None)
    return found or (words.say("cause-none"),)


#: Notes that say who is on neither side of the comparison.
SIDES = frozenset(
    {
        "comparison-side-unknown",
        "comparison-side-moved",
        "comparison-other-values",
        "comparison-other-values-unnamed",
    }
)


def side_sentences(findings: Findings, words: Words) -> list[str]:
    """Say how many are neither in the project nor in the comparison group, and why."""
    notes = (note for source in findings.sources for note in source.notes if note.code in SIDES)
    return once(note_text(note, words, labels=shown_labels(findings)) for note in notes)


def _cause(goal: GoalFinding, compared: Compared, words: Words) -> str:
    effect = goal.cause
    if effect is None or effect.value is None or effect.interval is None:
        return words.say("cause-unknown", title=goal.title)
    found = words.say(
        "cause-found",
        title=goal.title,
        moved=_moved(effect, effect.value, compared, words),
        interval=words.interval(effect),
        level=words.hundredths(effect.interval.level),
    )
    sure = words.say("certain-so-between", sure=how_sure(effect))
    unlike = any(note.code == "groups-differ-before" for note in effect.notes)
    few = [note_text(note, words, effect.unit) for note in effect.notes if note.code == APPROXIMATE]
    return " ".join([found, _unlike(effect.value, compared.start, words) if unlike else sure, *few])


def _moved(effect: Estimate, value: float, compared: Compared, words: Words) -> str:
    """Say how much more the project changed: "ökningen var 0,70 större än i jämförelsegruppen"."""
    amount = words.size(value, effect.unit)
    same = plain(amount) == plain(words.size(0.0, effect.unit))
    more = "same" if same else way(value, "more", "less")
    own = None if compared.project is None else compared.project.difference.value
    # a decrease that is smaller than that of the others is a change upwards too
    rose = way(own) if own else "up" if own is None or value > 0 else "down"
    return words.say(f"cause-{effect.measure}", amount=amount, more=more, way=rose)


def _unlike(value: float, start: Estimate | None, words: Words) -> str:
    """Say that the groups stood apart from the beginning, and why the difference is then no effect."""
    if start is None or start.value is None:
        return ""
    return words.say(
        "cause-unlike",
        start=way(start.value, "high", "low"),
        amount=words.size(start.value, start.unit),
        interval=words.interval(start),
        nearer="yes" if start.value * value < 0 else "no",
    )


def compared_table(findings: Findings, words: Words) -> TextTable | None:
    """Return where both groups stood before and after, goal by goal; None where none is compared."""
    rows = [
        (part.title, group, change)
        for part in measured_parts(findings)
        if part.compared is not None
        for group, change in (("project", part.compared.project), ("comparison", part.compared.comparison))
        if change is not None
    ]
    if not rows:
        return None
    return table_of(
        rows,
        Column("goal", lambda row: row[0]),
        Column("group", lambda row: words.say(f"cause-group-{row[1]}"), numeric=False),
        Column("answers-before", lambda row: words.count(row[2].before.n)),
        Column("answers-after", lambda row: words.count(row[2].after.n)),
        Column("before", lambda row: words.value(row[2].before)),
        Column("after", lambda row: words.value(row[2].after)),
        Column("difference", lambda row: words.value(row[2].difference)),
        Column("interval", lambda row: words.interval(row[2].difference) or MISSING),
        caption=words.say("table-compared"),
        words=words,
    )
