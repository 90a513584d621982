"""Money in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from effektmatt.plan.kinds.ledger import MoneyUsedFacts
from effektmatt.usage.ledger import MoneyUsed, Post, is_silent
from effektmatt.wording.kind import DetailWords, KindWords, MeasureWords, Subject, of_detail
from effektmatt.wording.marks import way
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.wording.language import Words


def _clause(detail: MoneyUsed, words: Words) -> str:
    """Say how much of the budget is used and how much is not, to the öre; of income, how much has come in."""
    total = detail.total
    if total.outcome is None or total.unused is None:
        return words.say("found-nothing")
    if total.budget == 0:
        return _without_budget(total, total.outcome, words)
    if total.budget < 0 or total.outcome < 0:
        return _income(total, total.outcome, words)
    return words.say(
        "found-money-used",
        budget=words.money(total.budget),
        used=words.money(total.outcome),
        share=words.percent(total.share, 2),
        rest=words.money(abs(total.unused)),
        way="same" if total.unused == 0 else way(total.unused, "less", "more"),
        post=_post(total, words),
    )


def _post(total: Post, words: Words) -> str:
    return words.say("for-post", post=words.say("quoted", text=total.name)) if total.name else ""


def _without_budget(total: Post, outcome: Decimal, words: Words) -> str:
    """Say what was used, or came in, though nothing was planned: no part of nought can be given."""
    went = "same" if outcome == 0 else way(outcome, "used", "income")
    return words.say("found-money-without-budget", way=went, amount=words.money(abs(outcome)), post=_post(total, words))


def _income(total: Post, outcome: Decimal, words: Words) -> str:
    """Say of a budget below nought, which is income, how much came in; of a budget that was to be used, what did."""
    if total.budget > 0:
        budget, back = words.money(total.budget), words.money(abs(outcome))
        return words.say("found-money-came-in", budget=budget, amount=back, post=_post(total, words))
    if outcome > 0:
        planned, cost = words.money(abs(total.budget)), words.money(outcome)
        return words.say("found-income-cost", budget=planned, amount=cost, post=_post(total, words))
    return words.say(
        "found-income",
        budget=words.money(abs(total.budget)),
        amount=words.money(abs(outcome)),
        share=words.percent(total.share, 2),
        rest=words.money(abs(outcome - total.budget)),
        way="same" if outcome == total.budget else way(outcome, "less", "more", base=total.budget),
        post=_post(total, words),
    )


def money_table(detail: MoneyUsed, words: Words) -> TextTable:
    """Return budget, outcome and what was not used, post by post and in all, to the öre."""
    total = detail.total

    def name(post: Post) -> str:
        if post is total:
            return words.say("money-total")
        return words.say("money-part", post=post.name, under=post.under) if post.under else post.name

    def reason(post: Post) -> str:
        """Return why outcome and budget differ, or that it is not said where it should be."""
        if post is total:
            return ""
        return post.reason or (words.say("money-reason-missing") if is_silent(post, detail.posts) else "")

    reasons = [Column("reason", reason, numeric=False)] if any(post.reason for post in detail.posts) else []
    return table_of(
        [*detail.posts, *([] if total.name else [total])],
        Column("post", name),
        Column("budget", lambda post: words.number(post.budget, 2)),
        Column("outcome", lambda post: words.number(post.outcome, 2)),
        Column("unused", lambda post: words.number(post.unused, 2)),
        Column("share-used", lambda post: words.percent(post.share, 2)),
        *reasons,
        caption=words.say("table-money"),
        words=words,
    )


KIND = KindWords(
    measures=(
        MeasureWords(
            of=MoneyUsedFacts,
            found=of_detail(MoneyUsed, lambda told, money: _clause(money, told.words)),
            instead=of_detail(MoneyUsed, lambda told, money: _clause(money, told.words)),
            how="how-money-used",
            tables=of_detail(MoneyUsed, lambda told, money: [money_table(money, told.words)]),
            subject=Subject.MONEY,
        ),
    ),
    details=(
        DetailWords(
            of=MoneyUsed, said=lambda money, words: ([f"{_clause(money, words)}."], [money_table(money, words)])
        ),
    ),
)
