"""What many charts say: what two waves are called, how many of those compared moved, a value with its interval."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.core import Estimate
from effektmatt.wording import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveNames:
    """The first wave's name and the last one's; `named` where they are others than "before" and "after"."""

    before: str
    after: str
    named: bool

    @property
    def given(self) -> dict[str, str]:
        """What messages need to tell the waves apart: `$waves`, `$first` and `$last`."""
        return {"waves": "named" if self.named else "plain", "first": self.before, "last": self.after}


def wave_names(labels: tuple[str, str] | None, say: Words) -> WaveNames:
    """Return the names of two waves: an outcome's `wave_labels`, or before and after where it has none.

    >>> from effektmatt.wording import words
    >>> wave_names(("2011", "2013"), words("sv")).after, wave_names(None, words("sv")).after
    ('2013', 'Efter')
    """
    plain = say.say("column-before"), say.say("column-after")
    before, after = labels or plain
    return WaveNames(before=before, after=after, named=(before, after) != plain)


def how_many(n: int, total: int) -> str:
    """Return how a message says that n of a total did something: by none, one, both, all or the number.

    >>> how_many(2, 2), how_many(0, 4), how_many(1, 1), how_many(3, 4), how_many(0, 0)
    ('both', 'none', 'only', 'some', 'nothing')
    """
    if total < 2:
        return "nothing" if not total else "only" if n else "only-not"
    if n == total:
        return "both" if total == 2 else "all"
    return "some" if n else "none"


def of_all(n: int, total: int) -> dict[str, str | int]:
    """Return what messages need to say that n of a total did something: `$how`, `$n` and `$total`."""
    return {"how": how_many(n, total), "n": n, "total": total}


def with_interval(value: str, interval: str) -> str:
    """Return a value with its interval in brackets, where it has one."""
    return f"{value} ({interval})" if interval else value


def row_sentence(label: str, estimate: Estimate | None, say: Words) -> str:
    """Say what a row of a chart shows: its value with the interval, or that it is not shown."""
    if estimate is None or estimate.value is None:
        return say.say("chart-groups-alt-hidden", label=label)
    return say.say(
        "chart-groups-alt-row", label=label, value=with_interval(say.value(estimate), say.interval(estimate))
    )
