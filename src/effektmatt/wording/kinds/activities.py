"""Activities that were held, and how much of them people got, in words."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from effektmatt.plan.kinds.activities import FullDoseFacts, HeldFacts
from effektmatt.usage.activities import Dose, HeldActivities
from effektmatt.wording.kind import KindWords, MeasureWords, Told, of_detail
from effektmatt.wording.language import HIDDEN
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.findings import GoalFinding
    from effektmatt.wording.language import Words


def _held(told: Told[HeldFacts], detail: HeldActivities) -> str:
    held = told.words.count(sum(one.held for one in detail.shown))
    return told.words.say("found-held", expected=sum(one.expected for one in detail.shown), held=held)


def _of_one_kind(told: Told[HeldFacts], detail: HeldActivities) -> dict[str, str | int | float]:
    words = told.words
    chosen = words.say("held-kind", kind=words.say("quoted", text=detail.chosen)) if detail.chosen else ""
    return {"kind": chosen}


def _of_all_kinds(goal: GoalFinding) -> GoalFinding:
    """Return a part without the kind of activity that it is about, as its own kind is in its title."""
    detail = goal.outcome.detail
    if not isinstance(detail, HeldActivities):
        return goal
    return replace(goal, outcome=replace(goal.outcome, detail=replace(detail, chosen=None)))


def _full_dose(told: Told[FullDoseFacts]) -> str:
    return told.words.say(
        "found-full-dose",
        hits=told.estimate.hits or 0,
        of=told.everybody(told.facts.register),
        value=told.value,
        hours=told.words.number(told.facts.hours),
    )


def held_table(detail: HeldActivities, words: Words) -> TextTable:
    """Return how many activities of each kind were planned, held, and held late."""
    return table_of(
        detail.shown,
        Column("activity", lambda one: one.kind),
        Column("expected", lambda one: words.count(one.expected)),
        Column("held", lambda one: words.count(one.held)),
        Column("late", lambda one: words.count(one.late)),
        caption=words.say("table-held"),
        words=words,
    )


def dose_table(detail: Dose, words: Words) -> TextTable:
    """Return how many people had no hours, parts of a full dose and all of it."""

    def hours(step: tuple[float, float, int | None]) -> str:
        low, high, _ = step
        code = "none" if high == 0 else "full" if math.isinf(high) else "below" if low == 0 else "between"
        high = high if math.isfinite(high) else 0
        return words.say(f"dose-{code}", low=words.number(low), high=words.number(high))

    def share(n: int) -> str:
        return words.percent(n / detail.people if detail.people else None)

    return table_of(
        detail.steps,
        Column("hours", hours),
        Column("people", lambda step: HIDDEN if step[2] is None else words.count(step[2])),
        Column("share-answered", lambda step: HIDDEN if step[2] is None else share(step[2])),
        caption=words.say("table-dose"),
        words=words,
    )


KIND = KindWords(
    measures=(
        MeasureWords(
            of=HeldFacts,
            found=of_detail(HeldActivities, _held),
            how="how-held",
            given=of_detail(HeldActivities, _of_one_kind),
            alike=_of_all_kinds,
        ),
        MeasureWords(
            of=FullDoseFacts,
            found=_full_dose,
            how="how-full-dose",
            given=lambda told: {"hours": told.facts.hours},
            tables=of_detail(Dose, lambda told, dose: [dose_table(dose, told.words)]),
        ),
    )
)
