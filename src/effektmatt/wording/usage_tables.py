"""Tables of activities, hours, money and published values."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from effektmatt.core import Unit
from effektmatt.usage.activities import Dose, HeldActivities
from effektmatt.usage.index import IndexChange, IndexValue
from effektmatt.usage.ledger import MoneyUsed, Post, is_silent
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording.language import HIDDEN, MISSING
from effektmatt.wording.text_table import TextTable, tables_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from effektmatt.findings import GoalFinding
    from effektmatt.wording.language import Words


def usage_tables(goal: GoalFinding, words: Words) -> tuple[TextTable, ...]:
    """Return the tables of a goal, or of its parts, that no chart shows as well: money, and hours."""
    tables: list[TextTable] = []
    for part in goal.parts or (goal,):
        detail = part.outcome.detail
        if isinstance(detail, MoneyUsed):
            tables.append(money_table(detail, words))
        if isinstance(detail, Dose):
            tables.append(dose_table(detail, words))
    return tables_once(tables)


def held_table(detail: HeldActivities, words: Words) -> TextTable:
    """Return how many activities of each kind were planned, held, and held late."""
    rows = tuple(
        (one.kind, words.count(one.expected), words.count(one.held), words.count(one.late)) for one in detail.shown
    )
    return _table(words, "table-held", ("activity", "expected", "held", "late"), rows)


def dose_table(detail: Dose, words: Words) -> TextTable:
    """Return how many people had no hours, parts of a full dose and all of it."""
    rows = []
    for low, high, n in detail.steps:
        given = {"low": words.number(low), "high": words.number(high if math.isfinite(high) else 0)}
        code = "none" if high == 0 else "full" if math.isinf(high) else "below" if low == 0 else "between"
        share = HIDDEN if n is None else words.percent(n / detail.people if detail.people else None)
        rows.append((words.say(f"dose-{code}", **given), HIDDEN if n is None else words.count(n), share))
    return _table(words, "table-dose", ("hours", "people", "share-answered"), tuple(rows))


def money_table(detail: MoneyUsed, words: Words) -> TextTable:
    """Return budget, outcome and what was not used, post by post and in all, to the öre."""
    reasons = any(post.reason for post in detail.posts)
    rows = [
        (
            *_money_row(_post_name(post, words), post, words),
            *((_reason(post, detail.posts, words),) if reasons else ()),
        )
        for post in detail.posts
    ]
    if not detail.total.name:
        rows.append((*_money_row(words.say("money-total"), detail.total, words), *(("",) if reasons else ())))
    columns = ("post", "budget", "outcome", "unused", "share-used", *(("reason",) if reasons else ()))
    table = _table(words, "table-money", columns, tuple(rows))
    numeric = (False, True, True, True, True, *((False,) if reasons else ()))
    return TextTable(caption=table.caption, header=table.header, rows=table.rows, numeric=numeric)


def _post_name(post: Post, words: Words) -> str:
    return words.say("money-part", post=post.name, under=post.under) if post.under else post.name


def _money_row(name: str, post: Post, words: Words) -> tuple[str, ...]:
    amounts = (words.number(amount, 2) for amount in (post.budget, post.outcome, post.unused))
    return (name, *amounts, words.percent(post.share, 2))


def _reason(post: Post, posts: Sequence[Post], words: Words) -> str:
    """Return why outcome and budget differ, or that it is not said where it should be."""
    return post.reason or (words.say("money-reason-missing") if is_silent(post, posts) else "")


def index_table(detail: IndexChange, words: Words) -> TextTable:
    """Return the published values of every unit, wave by wave, and the change."""
    rows = []
    for unit in detail.units:
        by_wave = {one.wave: one for one in unit.values}
        cells = (_index_cell(by_wave.get(wave), words) for wave in detail.waves)
        name = unit.unit or detail.index or words.say("column-value")
        rows.append((name, *cells, words.amount(unit.change, Unit.NUMBER, signed=True)))
    first = "column-unit" if any(unit.unit for unit in detail.units) else "column-index"
    header = (words.say(first), *detail.waves, words.say("column-change"))
    caption = words.say("table-index")
    if detail.measured_in:
        caption = words.say("with-unit", number=f"{caption},", unit=detail.measured_in)
    return TextTable(caption=caption, header=header, rows=tuple(rows), numeric=(False, *(True for _ in header[1:])))


def _index_cell(value: IndexValue | None, words: Words) -> str:
    if value is None or (value.value is None and value.sign is None):
        return MISSING
    return words.say(f"sign-{value.sign}") if value.value is None else words.amount(value.value, Unit.NUMBER)


def weeks_table(caption: str, use: WeeklyUse, words: Words) -> TextTable | None:
    """Return users and uses week by week with mean and limits; None where there are too few weeks for limits."""
    chart = use.xmr
    if chart is None:
        return None
    rows = []
    for place, week in enumerate(use.weeks):
        signals = [one for one in chart.signals if one.start <= place <= one.end]
        low, high = words.number(max(0.0, float(chart.low[place])), 1), words.number(float(chart.high[place]), 1)
        rows.append(
            (
                words.date(week.monday),
                words.count(week.users),
                words.count(week.uses),
                words.number(float(chart.centre[place]), 1),
                words.say("span", low=low, high=high),
                words.joined(list(dict.fromkeys(words.say(f"signal-{one.rule}") for one in signals))),
            )
        )
    columns = ("week", "users", "uses", "centre", "limits", "signal")
    return TextTable(
        caption=caption,
        header=tuple(words.say(f"column-{column}") for column in columns),
        rows=tuple(rows),
        numeric=(False, True, True, True, True, False),
    )


def _table(words: Words, caption: str, columns: Sequence[str], rows: tuple[tuple[str, ...], ...]) -> TextTable:
    return TextTable(
        caption=words.say(caption),
        header=tuple(words.say(f"column-{column}") for column in columns),
        rows=rows,
        numeric=(False, *(True for _ in columns[1:])),
    )
