"""What a chart's title claims of the rows that it shows: of each what `judge` finds on its own interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from effektmatt.charts.phrases import how_many
from effektmatt.core import Estimate
from effektmatt.goals import Moved, Target, Verdict, judge, moved
from effektmatt.wording import Words
from effektmatt.wording.changes import went

#: So many rows are named in a title, if their names are no longer than this together; else they are counted.
NAMED, LONGEST = 2, 50

#: Rows whose names are sentences of their own.
_SENTENCES = ("question", "item")

#: A row's name, and what it is judged by.
Judged = tuple[str, Estimate]

_REACHED = {
    Verdict.MET: "met",
    Verdict.LIKELY_MET: "likely-met",
    Verdict.NOT_MET: "not-met",
    Verdict.LIKELY_NOT_MET: "likely-not-met",
}


#: Why it cannot be told whether a target is reached that the whole interval lies on one side of.
_OVERTURNED = {
    "missing-may-overturn": "missing",
    "cautious-contains-target": "few",
    "far-too-few": "few",
    "rare-values-may-overturn": "few",
    "no-answers-changed": "no-answers",
}


def reached(rows: Sequence[Judged], target: Target, say: Words, *, hidden: int = 0) -> str:
    """Say which groups reach a target, how surely, and of which it cannot be told.

    `hidden`: how many more there are that are not shown, and so are not among those of which something is said.
    """
    found: dict[str, list[str]] = {code: [] for code in (*_REACHED.values(), "undetermined")}
    for name, estimate in rows:
        found[_REACHED.get(judge(estimate, target).verdict, "undetermined")].append(name)
    return "; ".join(
        say.say(f"chart-reached-{code}", **_which(names, len(rows), say, hidden))
        for code, names in found.items()
        if names
    )


def overturned(rows: Sequence[Judged], target: Target, say: Words) -> str | None:
    """Say of which groups it cannot be told though their intervals lie on one side; None where there are none."""
    found: dict[str, list[str]] = {}
    for name, estimate in rows:
        fulfilment = judge(estimate, target)
        code = fulfilment.reasons[0].code if fulfilment.reasons else ""
        if fulfilment.verdict is Verdict.UNDETERMINED and code in _OVERTURNED:
            found.setdefault(_OVERTURNED[code], []).append(name)
    sentences = (say.say(f"chart-overturned-{why}", names=say.joined(names)) for why, names in found.items())
    return " ".join(sentences) or None


def moves(rows: Sequence[Judged], noun: str, say: Words, *, hidden: int = 0) -> str:
    """Say in which rows something rose and fell, how surely, and in which it cannot be told.

    `noun` is what the rows are: "group", "area", "item", "unit" or "question"; `hidden` is as in `reached`.
    """
    found: dict[Moved, list[Judged]] = {}
    for label, difference in rows:
        name = say.say("quoted", text=label) if noun in _SENTENCES else label
        found.setdefault(moved(difference, of_all=True), []).append((name, difference))
    if not any(one.is_known for one in found):
        return say.say(
            "chart-moved-none",
            where=say.say("chart-in-none", noun=noun, total=len(rows), shown=rows_shown(hidden, say, noun)),
        )
    told = []
    for one, judged in sorted(found.items(), key=lambda kept: (not kept[0].is_known, -len(kept[1]))):
        names, differences = zip(*judged, strict=True)
        where = say.say("chart-in", noun=noun, **_which(names, len(rows), say, hidden, noun))
        told.append(say.say("chart-moved", way=went(one.way, *differences), sureness=str(one.sureness), where=where))
    return "; ".join(told)


def _which(names: Sequence[str], total: int, say: Words, hidden: int, noun: str = "group") -> Mapping[str, str | int]:
    """Return how a message tells which of the rows it is about: all of them, by name, or how many."""
    listed, how = say.joined(names), how_many(len(names), total)
    if how == "some" and len(names) <= NAMED and len(listed) <= LONGEST:
        how = "named"
    return {"how": how, "n": len(names), "total": total, "names": listed, "shown": rows_shown(hidden, say, noun)}


def rows_shown(hidden: int, say: Words, noun: str = "group") -> str:
    """Return what is put after "alla 3 grupper" where there are more of them: that are shown, or can be compared."""
    return say.say("chart-rows-compared" if noun == "unit" else "chart-rows-shown") if hidden else ""
