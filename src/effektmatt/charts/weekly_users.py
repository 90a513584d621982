"""Users week by week as an XmR chart: what is ordinary variation, and what is not."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.weekly_users_drawing import WeeklyDrawing
from effektmatt.stats.series import Signal
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording import Words, words
from effektmatt.wording.usage_said import weekly_clause, weekly_signs
from effektmatt.wording.usage_tables import weeks_table


def weekly_users_chart(use: WeeklyUse, *, name: str = "weekly-users", language: str = "sv") -> Chart | None:
    """Return an XmR chart of users per week; None when there are fewer than two weeks.

    Weeks outside the limits or in a pattern that ordinary variation would hardly give are triangles, pointing the way
    they depart; the sign above says what the last week is, and (with a target) whether a single week will reach it.

    Parameters
    ----------
    use
        Users week by week, with limits and marks.
    name
        The chart's name.
    language
        "sv" or "en".
    """
    say = words(language)
    title = weekly_clause(use, say)
    table = weeks_table(say.say("chart-table"), use, say)
    if use.xmr is None or table is None:
        return None
    sentences = [say.say("chart-weekly-alt", n=len(use.weeks), first=say.date(use.weeks[0].monday))]
    sentences += [f"{text}." for text in weekly_signs(use, say)]
    sentences += [_signal(signal, use, say) for signal in use.xmr.signals]
    sentences += [say.say("chart-weekly-alt-mark", name=mark, day=say.date(day)) for mark, day in use.marks]
    return Chart(
        name=name,
        title=title,
        alt=" ".join(sentences),
        table=table,
        language=language,
        drawing=WeeklyDrawing(use=use, signs=weekly_signs(use, say), say=say).draw,
    )


def _signal(signal: Signal, use: WeeklyUse, say: Words) -> str:
    return say.say(
        f"chart-signal-{signal.rule}",
        first=say.date(use.weeks[signal.start].monday),
        last=say.date(use.weeks[signal.end].monday),
        way="up" if signal.upward else "down",
    )
