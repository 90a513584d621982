"""What weekly use and money say of themselves in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from effektmatt.usage.ledger import MoneyUsed
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording.notes import note_text
from effektmatt.wording.text_table import TextTable
from effektmatt.wording.usage_found import money_clause
from effektmatt.wording.usage_tables import money_table, weeks_table

if TYPE_CHECKING:
    from effektmatt.wording.language import Words

Said = tuple[list[str], list[TextTable]]


def weekly_use_said(use: WeeklyUse, words: Words) -> Said:
    """Say how many used something a week, how the last week varies, and whether a target is reached in one."""
    sentences = [f"{weekly_clause(use, words)}."]
    sentences += [f"{sign}." for sign in weekly_signs(use, words)]
    sentences += [note_text(note, words) for note in use.notes]
    table = weeks_table(weekly_clause(use, words), use, words)
    return [" ".join(sentences)], [table] if table is not None else []


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
    found = [words.say(f"chart-variation-{use.variation}")] if use.variation is not None else []
    if use.assurance is not None:
        found.append(words.say(f"chart-assurance-{use.assurance}"))
    return found


def money_said(money: MoneyUsed, words: Words) -> Said:
    """Say how much of the budget was used, and give every post."""
    return [f"{money_clause(money, words)}."], [money_table(money, words)]
