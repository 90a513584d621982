"""Use of a digital service in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.goals import moved
from effektmatt.plan.kinds.log import ActiveShareFacts, WeeklyUsersFacts
from effektmatt.usage.log import ActiveShare
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording.changes import unsure_text, went
from effektmatt.wording.kind import DetailWords, KindWords, MeasureWords, Said, Told, of_detail
from effektmatt.wording.marks import plain
from effektmatt.wording.notes import note_text
from effektmatt.wording.targets import decimals_beside
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


def _active_share(told: Told[ActiveShareFacts], detail: ActiveShare) -> str:
    words, facts = told.words, told.facts
    limited = detail.first is not None or detail.last is not None
    return words.say(
        "found-active-share",
        hits=detail.active,
        of=told.everybody(facts.register),
        value=told.value,
        times=detail.times,
        number=words.say("number-word", n=detail.times),
        source=facts.source_label,
        period=words.say("in-period", period=words.period(detail.first, detail.last)) if limited else "",
    )


def _weekly_users(told: Told[WeeklyUsersFacts], detail: WeeklyUse) -> str:
    words, judged, change = told.words, told.estimate, told.goal.outcome.change
    # so many decimals keep a mean from being printed as a target that it does not equal
    places = decimals_beside(judged, told.goal.fulfilment.target) or 1
    if change is None or detail.rebase is None:
        value, n = words.number(judged.value, places), len(detail.weeks)
        return words.say("found-weekly-users", value=value, n=n, source=told.facts.source_label)
    is_level = judged.measure == change.after.measure
    before, after = words.number(change.before.value, 1), words.number(change.after.value, places if is_level else 1)
    date = words.date(detail.weeks[detail.rebased_at or 0].monday)
    if is_level:
        return words.say("found-weekly-users-level", before=before, after=after, date=date)
    alike, unsure = plain(before) == plain(after), unsure_text(change.difference, words)
    rose = "same" if alike else went(moved(change.difference).way, change.difference)
    return words.say("found-weekly-users-change", way=rose, before=before, after=after, date=date, unsure=unsure)


def weekly_clause(use: WeeklyUse, words: Words) -> str:
    """Return the mean number of users a week, before and after where there are two phases."""
    weeks = [week.users for week in use.weeks]
    if use.rebased_at is None:
        return words.say("chart-weekly-title", value=_mean(weeks, words))
    before, after = _mean(weeks[: use.rebased_at], words), _mean(weeks[use.rebased_at :], words)
    return words.say("chart-weekly-title-change", before=before, after=after)


def _mean(values: list[int], words: Words) -> str:
    return words.number(sum(values) / len(values) if values else None, 1)


def weekly_signs(use: WeeklyUse, words: Words) -> list[str]:
    """Return what the signs of the chart say: how the last week varies, and whether one week reaches the target."""
    found = []
    if use.variation is not None:
        way = words.way(use.variation, use, "variation")
        found.append(words.say(f"chart-variation-{use.variation}", way=way))
    if use.assurance is not None:
        found.append(words.say(f"chart-assurance-{use.assurance}"))
    return found


def weeks_table(caption: str, use: WeeklyUse, words: Words) -> TextTable | None:
    """Return users and uses week by week with mean and limits; None where there are too few weeks for limits."""
    chart = use.xmr
    if chart is None:
        return None

    def limits(place: int) -> str:
        low, high = max(0.0, float(chart.low[place])), float(chart.high[place])
        return words.say("span", low=words.number(low, 1), high=words.number(high, 1))

    def signals(place: int) -> str:
        rules = dict.fromkeys(one.rule for one in chart.signals if one.start <= place <= one.end)
        return words.joined([words.say(f"signal-{rule}") for rule in rules])

    return table_of(
        range(len(use.weeks)),
        Column("week", lambda place: words.date(use.weeks[place].monday)),
        Column("users", lambda place: words.count(use.weeks[place].users)),
        Column("uses", lambda place: words.count(use.weeks[place].uses)),
        Column("centre", lambda place: words.number(float(chart.centre[place]), 1)),
        Column("limits", limits),
        Column("signal", signals, numeric=False),
        caption=caption,
        words=words,
    )


def _said(use: WeeklyUse, words: Words) -> Said:
    """Say how many used something a week, how the last week varies, and whether a target is reached in one."""
    clause = weekly_clause(use, words)
    sentences = [f"{sentence}." for sentence in (clause, *weekly_signs(use, words))]
    sentences += [note_text(note, words) for note in use.notes]
    table = weeks_table(clause, use, words)
    return [" ".join(sentences)], [table] if table is not None else []


KIND = KindWords(
    measures=(
        MeasureWords(
            of=ActiveShareFacts,
            found=of_detail(ActiveShare, _active_share),
            how="how-active-share",
            given=lambda told: {"times": told.facts.times},
        ),
        MeasureWords(of=WeeklyUsersFacts, found=of_detail(WeeklyUse, _weekly_users), how="how-weekly-users"),
    ),
    details=(DetailWords(of=WeeklyUse, said=_said),),
)
