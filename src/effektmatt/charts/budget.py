"""Budget and outcome, post by post."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.part_bars_drawing import PartBar, PartBarsDrawing
from effektmatt.usage.ledger import MoneyUsed, Post
from effektmatt.wording import Words, words
from effektmatt.wording.usage_tables import money_table


def budget_chart(money: MoneyUsed, *, name: str = "budget", language: str = "sv") -> Chart | None:
    """Return budget and outcome of every post; None when no post has a budget or an outcome.

    The amounts that are written are exact; a bar is only as exact as a bar can be.

    Parameters
    ----------
    money
        What was used.
    name
        The chart's name.
    language
        "sv" or "en".
    """
    if not any(post.budget or post.outcome for post in money.posts):
        return None
    say = words(language)
    rows = [
        PartBar(
            label=post.name,
            whole=float(post.budget),
            part=None if post.outcome is None else float(post.outcome),
            text=_text(post, say),
            indent=money.depth(post),
        )
        for post in money.posts
    ]
    total = money.total
    title = say.say("chart-budget-title-none")
    if total.outcome is not None:
        share = say.percent(total.share, 2)
        title = say.say(
            "chart-budget-title", used=say.money(total.outcome), budget=say.money(total.budget), share=share
        )
    return Chart(
        name=name,
        title=title,
        alt=" ".join(
            [
                say.say("chart-budget-alt"),
                *(say.say("chart-groups-alt-row", label=row.label, value=row.text) for row in rows),
            ]
        ),
        table=money_table(money, say),
        language=language,
        drawing=PartBarsDrawing(rows=rows, whole=say.say("column-budget"), part=say.say("column-outcome")).draw,
    )


def _text(post: Post, say: Words) -> str:
    if post.outcome is None:
        return say.say("chart-budget-no-outcome", budget=say.money(post.budget))
    if post.share is None:
        return say.say("chart-budget-no-budget", used=say.money(post.outcome))
    return say.say(
        "chart-budget-of",
        used=say.money(post.outcome),
        budget=say.money(post.budget),
        share=say.percent(post.share, 2),
    )
