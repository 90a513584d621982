"""Ledgers: money used, in exact decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from effektmatt.core import Outcome
from effektmatt.data.schemas import Column
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.kinds.common import Asked, Kind, LoadedSource, Prepared, answer, asked_of
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan.checks import unknown
from effektmatt.plan.kinds.ledger import Ledger, MoneyUsed
from effektmatt.usage.ledger import Post, money_used, read_ledger


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LedgerData(Prepared[Ledger]):
    """The posts of a ledger that adds up."""

    posts: tuple[Post, ...]


def columns(_name: str, source: Ledger, _wave: str, _present: Sequence[str], _plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of a ledger; amounts stay text, for they are read as exact decimals."""
    more = (source.outcome, source.under, source.reason)
    return (
        Column(name=source.post, required=True, unique=True),
        Column(name=source.budget, required=True),
        *(Column(name=column) for column in more if column is not None),
    )


def prepare(loaded: LoadedSource[Ledger], plan: Plan) -> tuple[LedgerData, list[Fault]]:
    """Read the posts, and find amounts that are none, sums that do not hold and posts that goals name in vain."""
    source, file = loaded.source, loaded.only
    nothing = LedgerData(loaded=loaded, accounts=loaded.accounts, posts=())
    frame = file.frame
    if source.missing:
        frame = frame.mask(frame.isin(source.missing))
    try:
        posts = read_ledger(
            frame,
            post=source.post,
            budget=source.budget,
            outcome=source.outcome,
            under=source.under,
            reason=source.reason,
            must_equal=_amount(source.must_equal),
            file=file.reading.file,
        )
    except InputFaults as error:
        return nothing, [_placed(one, loaded) for one in error.faults if one.code != "column-missing"]
    return replace(nothing, posts=posts), _named_in_vain(loaded.id, posts, plan)


def _placed(fault: Fault, loaded: LoadedSource[Ledger]) -> Fault:
    """Say also in which sheet a fault is, and which key of the plan a total should equal."""
    key = f"sources.{loaded.id}.must_equal" if fault.details.get("whole") == "plan" else None
    return replace(fault, sheet=loaded.only.reading.sheet, key=key)


def _amount(text: str | None) -> Decimal | None:
    """Return a sum to check; one that is no amount has been told of as a fault of the plan."""
    try:
        whole = Decimal(text) if text is not None else None
    except InvalidOperation:
        return None
    return whole if whole is not None and whole.is_finite() else None


def _named_in_vain(name: str, posts: Sequence[Post], plan: Plan) -> list[Fault]:
    names = tuple(post.name for post in posts)
    return [
        replace(unknown(f"{part.key}.measure.post", asked.post, "post", names), file=plan.file.name)
        for part, asked in asked_of(name, MoneyUsed, plan)
        if asked.post is not None and asked.post not in names
    ]


def share_used(asked: Asked[MoneyUsed, LedgerData]) -> Outcome:
    """Return the share of the budget that was used."""
    measure, data = asked.measure, asked.data
    people = None
    if measure.per_person is not None:
        people = len(data.sources[measure.per_person].loaded.only.frame)
    explained = _explained(asked.part, data.plan)
    return money_used(asked.source.posts, post=measure.post, people=people, explained=explained)


def _explained(part: PlannedPart, plan: Plan) -> bool:
    """Whether the plan's own text on the goal says why the outcome differs from the budget."""
    return any(goal.text for goal in plan.goals if part in goal.parts)


KIND = Kind(source=Ledger, columns=columns, prepare=prepare, answers=(answer(MoneyUsed, LedgerData, share_used),))
