"""Money: budget, outcome and what was not used, in exact decimals, post by post; and whether the posts add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from effektmatt.core import FROM_DATA, Detail, Note, Outcome, Unit
from effektmatt.data.columns import in_memory, missing_column, row_numbers
from effektmatt.data.values import cell_text
from effektmatt.data.where import shown
from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.speech import Shown
from effektmatt.stats.estimates import counted_estimate
from effektmatt.usage.amounts import amount, mark_of

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post: its budget and outcome in kronor, the post that it is part of, and why they differ.

    `outcome` is None where none is booked. `row` is where it stands in the file.
    """

    name: str = field(metadata=FROM_DATA)
    budget: Decimal
    outcome: Decimal | None = None
    under: str | None = field(default=None, metadata=FROM_DATA)
    reason: str | None = field(default=None, metadata=FROM_DATA)
    row: int | None = None

    @property
    def unused(self) -> Decimal | None:
        """Budget minus outcome; negative where more was used than there was."""
        return None if self.outcome is None else self.budget - self.outcome

    @property
    def share(self) -> Decimal | None:
        """Outcome as a part of the budget; None without an outcome, or of a budget of nothing."""
        return None if self.outcome is None or self.budget == 0 else self.outcome / self.budget


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyUsed(Detail, Shown):
    """The posts, parts after the post that they belong to, and the post or total that the goal is about.

    `people` is how many the money was for, where the plan names a register.
    """

    posts: tuple[Post, ...]
    total: Post
    people: int | None = None

    @property
    def per_person(self) -> Decimal | None:
        """The outcome per person, to the öre; None without people or outcome."""
        if not self.people or self.total.outcome is None:
            return None
        return (self.total.outcome / self.people).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

    def depth(self, post: Post) -> int:
        """How many posts a post is inside of."""
        by_name = {one.name: one for one in self.posts}
        steps = 0
        while post.under is not None:
            post, steps = by_name[post.under], steps + 1
        return steps


def read_ledger(
    frame: Any,
    *,
    post: str,
    budget: str,
    outcome: str | None = None,
    under: str | None = None,
    reason: str | None = None,
    must_equal: Decimal | None = None,
    file: str | None = None,
) -> tuple[Post, ...]:
    """Read posts from any dataframe and check that they add up.

    Parameters
    ----------
    frame
        One row per post; amounts as text ("166 954,96 kr"), whole numbers or Decimals.
    post, budget, outcome, under, reason
        Its columns: the post's name, its budget, its outcome, the post that it is part of, why they differ.
    must_equal
        What the budgets of the posts that are not part of another must add up to.
    file
        The file's name, for the faults.

    Raises
    ------
    InputFaults
        Every amount that is none ("money-wrong"), post that is part of a post that is not there ("post-unknown") or
        of itself ("post-in-circle"), and every sum that does not hold ("ledger-does-not-add-up").

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"post": ["Allt", "A", "B"], "budget": ["178 000", "130 000,50", "47 999,50"]})
    >>> parts = rows.assign(del_av=[None, "Allt", "Allt"])
    >>> [str(one.budget) for one in read_ledger(parts, post="post", budget="budget", under="del_av")]
    ['178000', '130000.50', '47999.50']
    """
    named = [column for column in (post, budget, outcome, under, reason) if column is not None]
    cells = in_memory(frame, named)
    lacking = [missing_column(column, cells.columns, file) for column in named if column not in cells.columns]
    if lacking:
        raise InputFaults(lacking)
    texts = {column: [_text(cell) for cell in cells[column].to_list()] for column in named}
    faults: list[Fault] = []
    amounts = {column: _amounts(texts[column], column, cells, faults, file) for column in (budget, outcome) if column}
    nothing: list[Any] = [None] * len(cells)
    columns = zip(
        texts[post],
        amounts[budget],
        amounts[outcome] if outcome else nothing,
        texts[under] if under else nothing,
        texts[reason] if reason else nothing,
        row_numbers(cells),
        strict=True,
    )
    posts = tuple(
        Post(name=name, budget=planned, outcome=used, under=above or None, reason=why or None, row=row)
        for name, planned, used, above, why, row in columns
        if name and planned is not None
    )
    # the sums of a ledger with amounts that could not be read say nothing
    faults = faults or [*_placed(posts, post, under, file)] or [*_sums(posts, budget, outcome, must_equal, file)]
    if faults:
        raise InputFaults(faults)
    return _in_order(posts)


def _text(cell: object) -> str:
    return "" if cell is None else cell_text(cell)


def _amounts(
    texts: Sequence[str], column: str, cells: Any, faults: list[Fault], file: str | None
) -> list[Decimal | None]:
    mark = mark_of([[text for text in texts if text]])
    found: list[Decimal | None] = []
    for text, row in zip(texts, row_numbers(cells), strict=True):
        read = amount(text, mark) if text else None
        if text and read is None:
            faults.append(Fault(code="money-wrong", file=file, row=row, column=column, got=shown(text)))
        found.append(read)
    return found


def _placed(posts: Sequence[Post], post: str, under: str | None, file: str | None) -> Iterator[Fault]:
    """Find posts that are part of one that is not there, or of themselves."""
    by_name = {one.name: one for one in posts}
    for one in posts:
        if one.under is not None and one.under not in by_name:
            near = nearest(one.under, by_name)
            names = tuple(by_name)
            yield Fault(
                code="post-unknown", file=file, row=one.row, column=under, got=one.under, expected=names, nearest=near
            )
            continue
        above, seen = one, {one.name}
        while above.under is not None and above.under in by_name:
            above = by_name[above.under]
            if above.name in seen:
                yield Fault(code="post-in-circle", file=file, row=one.row, column=under or post, got=one.name)
                break
            seen.add(above.name)


def _sums(
    posts: Sequence[Post], budget: str, outcome: str | None, must_equal: Decimal | None, file: str | None
) -> Iterator[Fault]:
    """Find posts whose parts do not add up to them; outcomes are added only where every part has one."""
    for one in posts:
        parts = [part for part in posts if part.under == one.name]
        if not parts:
            continue
        yield from _unequal(one, sum((part.budget for part in parts), _NOTHING), one.budget, budget, file)
        used = [part.outcome for part in parts if part.outcome is not None]
        if outcome is not None and one.outcome is not None and len(used) == len(parts):
            yield from _unequal(one, sum(used, _NOTHING), one.outcome, outcome, file)
    if must_equal is not None:
        tops = sum((one.budget for one in posts if one.under is None), _NOTHING)
        yield from _unequal(None, tops, must_equal, budget, file)


def _unequal(whole: Post | None, found: Decimal, wanted: Decimal, column: str, file: str | None) -> Iterator[Fault]:
    """Return the fault of parts that do not add up to their post, or (None) to the sum that the plan names."""
    if found == wanted:
        return
    yield Fault(
        code="ledger-does-not-add-up",
        file=file,
        row=whole.row if whole is not None else None,
        column=column,
        got=str(found),
        details={
            "whole": "post" if whole is not None else "plan",
            "post": whole.name if whole is not None else "",
            "found": str(found),
            "wanted": str(wanted),
            "difference": str(abs(found - wanted)),
            "way": "more" if found > wanted else "less",
        },
    )


def _in_order(posts: Sequence[Post], under: str | None = None) -> tuple[Post, ...]:
    """Return every post followed by its parts, otherwise in the order of the file."""
    return tuple(one for post in posts if post.under == under for one in (post, *_in_order(posts, post.name)))


def money_used(
    posts: Sequence[Post], *, post: str | None = None, people: int | None = None, explained: bool = False
) -> Outcome:
    """Return the share of the budget that was used: counted, never estimated.

    The estimate is a float; amounts and shares in exact decimals stand in the detail (`MoneyUsed`). Money that was
    not used is neither good nor bad: where the two differ the reason is asked for.

    Parameters
    ----------
    posts
        From `read_ledger`.
    post
        The post that it is about; None: all that are not part of another, together.
    people
        How many the money was for.
    explained
        Whether the reason is given elsewhere, as in the plan's own text on the goal.

    Examples
    --------
    >>> posts = [Post(name="Medel", budget=Decimal("400000"), outcome=Decimal("166954.96"))]
    >>> found = money_used(posts, people=100)
    >>> f"{found.detail.total.share:.4f}", str(found.detail.total.unused), str(found.detail.per_person)
    ('0.4174', '233045.04', '1669.55')
    """
    tops = [one for one in posts if (one.name == post if post is not None else one.under is None)]
    budget = sum((one.budget for one in tops), _NOTHING)
    booked = [used for one in tops if (used := _outcome(one, posts)) is not None]
    outcome = sum(booked, _NOTHING) if tops and len(booked) == len(tops) else None
    total = Post(name=post or "", budget=budget, outcome=outcome)
    detail = MoneyUsed(posts=tuple(posts), total=total, people=people)
    share = total.share
    estimate = counted_estimate(
        "money-used",
        Unit.SHARE,
        float(share) if share is not None else None,
        len(posts),
        method="ledger",
        notes=() if share is not None else (Note(code="no-budget" if budget == 0 else "no-outcome"),),
    )
    notes = [Note(code="outcome-missing", values={"n": len(tops) - len(booked)})]
    if outcome is not None:
        reasoned = any(one.reason and _is_about(one, tops, posts) for one in posts)
        notes = [*([] if explained else _unreasoned(detail, reasoned=reasoned)), *_per_person(detail)]
    return Outcome(estimate=estimate, detail=detail, notes=tuple(notes))


def _unreasoned(found: MoneyUsed, *, reasoned: bool) -> Iterator[Note]:
    """Say where nobody tells why an amount differs from the budget: of no post at all, or (`reasoned`) of some."""
    total = found.total
    if not reasoned and total.unused:
        ways = ("less", "more") if total.budget >= 0 else ("higher", "lower")  # of income, which is below nought
        yield Note(code="reason-missing", values={"way": ways[total.unused < 0]})
    silent = [post.name for post in found.posts if is_silent(post, found.posts)]
    if reasoned and silent:
        yield Note(code="reasons-missing", values={"posts": ", ".join(silent)})


def _per_person(found: MoneyUsed) -> Iterator[Note]:
    if found.per_person is not None and found.people:
        yield Note(code="cost-per-person", values={"amount": str(found.per_person), "people": found.people})


def _outcome(post: Post, posts: Sequence[Post]) -> Decimal | None:
    """Return a post's outcome; where none is booked on itself, that of its parts together."""
    if post.outcome is not None:
        return post.outcome
    parts = [_outcome(part, posts) for part in posts if part.under == post.name]
    known = [used for used in parts if used is not None]
    return sum(known, _NOTHING) if parts and len(known) == len(parts) else None


def is_silent(post: Post, posts: Sequence[Post]) -> bool:
    """Whether a post without parts differs from its budget, and neither it nor one that it is part of says why."""
    by_name = {one.name: one for one in posts}
    divided = {one.under for one in posts}
    if not post.unused or post.name in divided:
        return False
    above: Post | None = post
    while above is not None and not above.reason:
        above = by_name.get(above.under or "")
    return above is None


def _is_about(post: Post, tops: Sequence[Post], posts: Sequence[Post]) -> bool:
    """Whether a post is one of the chosen ones, or part of one."""
    by_name = {one.name: one for one in posts}
    while post not in tops and post.under is not None:
        post = by_name[post.under]
    return post in tops
