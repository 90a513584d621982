"""Budget and outcome, post by post."""

from __future__ import annotations

from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.part_bars import PartBar, part_bars_chart
from effektmatt.usage.ledger import MoneyUsed, Post
from effektmatt.wording import Words
from effektmatt.wording.kinds.ledger import money_table


def budget_chart(money: MoneyUsed, frame: Frame) -> Chart | None:
    """Return budget and outcome of every post; None when no post has a budget or an outcome.

    The amounts that are written are exact; a bar is only as exact as a bar can be.
    """
    if not any(post.budget or post.outcome for post in money.posts):
        return None
    rows = [
        PartBar(
            label=post.name,
            # income is written below nought; its bar is as long as it is large
            whole=abs(float(post.budget)),
            part=None if post.outcome is None else float(-post.outcome if post.budget < 0 else post.outcome),
            text=_text(post, frame.say),
            indent=money.depth(post),
        )
        for post in money.posts
    ]
    return part_bars_chart(
        rows,
        frame,
        "budget",
        title=_title(money.total, frame.say),
        table=money_table(money, frame.say),
        columns=("budget", "outcome"),
        shows=Shows.ITS_TABLE,
    )


KIND = ChartKind(details=(DetailCharts(of=MoneyUsed, charts={"budget": budget_chart}),))


def _title(total: Post, say: Words) -> str:
    if total.outcome is None:
        return say.say("chart-budget-title-none")
    if total.share is None:
        return say.say("chart-budget-title-over", used=say.money(total.outcome))
    used, budget, share = say.money(total.outcome), say.money(total.budget), say.percent(total.share, 2)
    return say.say("chart-budget-title", used=used, budget=budget, share=share)


def _text(post: Post, say: Words) -> str:
    budget = say.money(post.budget)
    if post.outcome is None:
        return say.say("chart-budget-no-outcome", budget=budget)
    used = say.money(post.outcome)
    if post.share is None:
        return say.say("chart-budget-no-budget", used=used)
    return say.say("chart-budget-of", used=used, budget=budget, share=say.percent(post.share, 2))
