"""Use, activities, money and published values made by hand for the chart tests."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

import pandas as pd

from charts.framed import framed
from effektmatt.charts import Chart, chart
from effektmatt.charts.kinds.log_retention import retention_chart
from effektmatt.core import Direction, Hide
from effektmatt.goals import Target
from effektmatt.usage.activities import ActivityCount, HeldActivities
from effektmatt.usage.index import IndexValue, index_outcome
from effektmatt.usage.ledger import Post, money_used
from effektmatt.usage.log import uses_of
from effektmatt.usage.weekly import WeeklyUse, weekly_use

LONG = "Samhällsbyggnadsförvaltningens och räddningstjänstens gemensamma tillståndsenhet"
MONDAY = date(2018, 1, 1)
RISING = [20, 24, 22, 26, 23, 25, 21, 24, *(60, 70, 66, 64, 62, 60, 58, 57, 59, 10, 8, 12, 55, 56, 58, 57)]
MARKS = {"Start": MONDAY + timedelta(days=56), "Pass 2": MONDAY + timedelta(days=60), LONG: date(2018, 5, 25)}


def use(counts: Sequence[int], **more: object) -> WeeklyUse:
    """Weekly use of a log with so many users each week, the same people as far as they go."""
    rows = [(f"p{one}", MONDAY + timedelta(days=7 * week)) for week, n in enumerate(counts) for one in range(n)]
    frame = pd.DataFrame(rows, columns=["vem", "dag"])
    log = uses_of(frame.assign(dag=pd.to_datetime(frame["dag"])), user="vem", at="dag")
    return weekly_use(log, **more)  # type: ignore[arg-type]


def held(**kinds: tuple[int, int, int]) -> HeldActivities:
    """Activities from how many of each kind were expected, held and late."""
    return HeldActivities(
        kinds=tuple(
            ActivityCount(kind=kind, expected=expected, held=done, late=late, not_held=max(0, expected - done))
            for kind, (expected, done, late) in kinds.items()
        )
    )


def _posts(*posts: tuple[str, str, str | None, str | None]) -> list[Post]:
    return [
        Post(name=name, budget=Decimal(budget), outcome=Decimal(outcome) if outcome else None, under=under)
        for name, budget, outcome, under in posts
    ]


def _index(
    language: str,
    series: dict[str, Sequence[float | None]],
    measured_in: str | None = None,
    target: Target | None = None,
) -> Chart | None:
    waves = [str(2011 + place) for place in range(len(next(iter(series.values()))))]
    values = [
        IndexValue(unit=unit, wave=wave, value=value, sign=None if value is not None else "dropped-out")
        for unit, numbers in series.items()
        for wave, value in zip(waves, numbers, strict=True)
    ]
    detail = index_outcome(values, waves=waves, index="Källsortering", measured_in=measured_in).detail
    return chart(detail, language, target=target)


MONEY = _posts(
    ("Kompetensutveckling", "666800", "659412.50", None),
    ("Uppföljning och verktyg", "178000", "188000", None),
    ("Mystery Visitor", "100000", "110000", "Uppföljning och verktyg"),
    (LONG, "78000", "78000", "Uppföljning och verktyg"),
)

USAGE_CHARTS: dict[str, Callable[[str], Chart | None]] = {
    "weekly": lambda language: chart(
        use(RISING, rebase=MONDAY + timedelta(days=56), marks=MARKS, wanted=50.0, better=Direction.HIGHER),
        language,
    ),
    "weekly-one-phase": lambda language: chart(use([10, 12, 11, 13, 10, 12]), language),
    "weekly-two-weeks": lambda language: chart(use([1, 2]), language),
    "weekly-never-any": lambda language: chart(use([1], first=MONDAY, last=MONDAY + timedelta(days=69)), language),
    "weekly-same-always": lambda language: chart(use([5] * 12, wanted=5.0, better=Direction.HIGHER), language),
    "weekly-three-years": lambda language: chart(
        use([30 + (week * 7) % 5 for week in range(160)], wanted=900.0, better=Direction.HIGHER), language
    ),
    "retention": lambda language: retention_chart(use([40, 30, 60, 20, 70, 65]), framed(language)),
    "retention-hidden": lambda language: retention_chart(use([40, 41, 60, 60, 20]), framed(language)),
    "retention-long": lambda language: retention_chart(
        use([20 + week for week in range(120)], hide=Hide(means=1)), framed(language)
    ),
    "held": lambda language: chart(
        held(Möten=(6, 6, 0), Kompetensdag=(2, 0, 0), Chefsbrev=(26, 23, 1), **{LONG: (4, 5, 2)}), language
    ),
    "held-one": lambda language: chart(held(Möten=(1, 0, 0)), language),
    "held-not-planned": lambda language: chart(held(Möten=(0, 3, 0)), language),
    "budget": lambda language: chart(money_used(MONEY).detail, language),
    "budget-without-outcome": lambda language: chart(
        money_used(_posts(("A", "1000", None, None), ("B", "0", "5.50", None))).detail, language
    ),
    "index": lambda language: _index(language, {"": [61, 74.5, 86]}, "procent"),
    "index-missing": lambda language: _index(language, {"": [2, None, 3, 3]}, "bidrag", Target(at_least=5)),
    "index-missing-some": lambda language: _index(
        language, {"A": [40, None, 42], "B": [38, None, 37], "C": [39, 40, 41]}, "procent", Target(at_least=40)
    ),
    "index-about": lambda language: _index(
        language, {"A": [40, 41], "B": [38, 37]}, None, Target(about=40, within=0.1)
    ),
    "index-two": lambda language: _index(language, {"Förvaltning A": [58.1, 56.9], "Förvaltning B": [54.6, 57.2]}),
    "index-crossing": lambda language: _index(language, {"A": [50, 50], "B": [50, 50.1], "C": [50.05, 50]}),
    "index-many": lambda language: _index(
        language, {f"Enhet {place}": [40 + place % 3, None, 50 + place % 2] for place in range(26)}
    ),
    "index-long": lambda language: _index(language, {LONG: [1, 2], "B": [2, 2]}),
    "index-same": lambda language: _index(language, {"A": [7, 7, 7]}),
}
