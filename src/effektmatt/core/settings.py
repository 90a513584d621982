"""What an evaluation declares once and every result follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

#: What a field bears that is kept for those who work on in Python: no report prints it, and no results.json tells it.
UNPRINTED = {"printed": False}

#: What a field bears that holds names as they stand in the data: groups, units, activities, posts, indices.
FROM_DATA = {"from_data": True}

#: What a report can be written as.
Format = Literal["html", "pdf", "docx", "xlsx"]

#: What a report is written as, where its plan says nothing else.
FORMATS: tuple[Format, ...] = ("html", "pdf", "docx", "xlsx")


class Design(StrEnum):
    """How the project was followed up; it alone decides whether a report may speak of an effect."""

    BEFORE_AFTER = "before-after"
    COMPARISON_GROUP = "comparison-group"
    RANDOMISED = "randomised"


class Direction(StrEnum):
    """Which way is better. A difference is always after minus before; only this says what that means."""

    HIGHER = "higher"
    LOWER = "lower"


class Reading(StrEnum):
    """What "increase by 70 %" means; the plan has to say."""

    RELATIVE = "relative"  # after / before - 1
    POINTS = "points"  # after - before
    LEVEL = "level"  # after itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Differ:
    """How much those missing may differ from those who answered, for the difference still to be called modest.

    Parameters
    ----------
    part
        A number among those missing lower, or higher, by this part of its own size.
    odds_ratio
        Odds among those missing lower, or higher, so many times.
    missing
        How large a part is taken to be missing, where nobody knows how many there are.
    """

    part: float = 0.25
    odds_ratio: float = 1.5
    missing: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Hide:
    """Smallest number of people behind a published figure: fewer, and it is shown as "..".

    A goal on fewer is hidden too, its value and its verdict, unless `publish_small` says that it was decided otherwise.

    >>> Hide().means, Hide().distributions
    (5, 8)
    """

    means: int = 5
    distributions: int = 8
    publish_small: bool = False
    # whether every table protects itself, hiding one more group where the total less others would tell of few; not
    # where a pass over all that is published follows, which knows what that takes
    by_itself: bool = field(default=True, metadata=UNPRINTED)
