"""Users week by week as an XmR chart: what is ordinary variation, and what is not."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.weekly_users_drawing import WeeklyDrawing
from effektmatt.stats.series import Signal
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.wording import Words, words
from effektmatt.wording.text_table import TextTable


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
    if use.xmr is None:
        return None
    say = words(language)
    title = _title(use, say)
    sentences = [say.say("chart-weekly-alt", n=len(use.weeks), first=say.date(use.weeks[0].monday))]
    sentences.append(f"{title}.")
    sentences += [f"{text}." for text in signs(use, say)]
    sentences += [_signal(signal, use, say) for signal in use.xmr.signals]
    sentences += [say.say("chart-weekly-alt-mark", name=mark, day=say.date(day)) for mark, day in use.marks]
    return Chart(
        name=name,
        title=title,
        alt=" ".join(sentences),
        table=_table(title, use, say),
        language=language,
        drawing=WeeklyDrawing(use=use, signs=signs(use, say), say=say).draw,
    )


def _title(use: WeeklyUse, say: Words) -> str:
    assert use.xmr is not None
    last = say.number(float(use.xmr.centre[-1]), 1)
    if use.rebased_at is None:
        return say.say("chart-weekly-title", value=last)
    first = say.number(float(use.xmr.centre[0]), 1)
    return say.say("chart-weekly-title-change", before=first, after=last)


def signs(use: WeeklyUse, say: Words) -> list[str]:
    """Return what the signs say: how the last week varies, and whether the target is reached in a single week."""
    found = [say.say(f"chart-variation-{use.variation}")] if use.variation is not None else []
    if use.assurance is not None:
        found.append(say.say(f"chart-assurance-{use.assurance}"))
    return found


def _signal(signal: Signal, use: WeeklyUse, say: Words) -> str:
    return say.say(
        f"chart-signal-{signal.rule}",
        first=say.date(use.weeks[signal.start].monday),
        last=say.date(use.weeks[signal.end].monday),
        way="up" if signal.upward else "down",
    )


def _table(caption: str, use: WeeklyUse, say: Words) -> TextTable:
    chart = use.xmr
    assert chart is not None
    rows = []
    for place, week in enumerate(use.weeks):
        signals = [one for one in chart.signals if one.start <= place <= one.end]
        low, high = say.number(max(0.0, float(chart.low[place])), 1), say.number(float(chart.high[place]), 1)
        rows.append(
            (
                say.date(week.monday),
                say.count(week.users),
                say.count(week.uses),
                say.number(float(chart.centre[place]), 1),
                say.say("span", low=low, high=high),
                say.joined(list(dict.fromkeys(say.say(f"signal-{one.rule}") for one in signals))),
            )
        )
    columns = ("week", "users", "uses", "centre", "limits", "signal")
    return TextTable(
        caption=caption,
        header=tuple(say.say(f"column-{column}") for column in columns),
        rows=tuple(rows),
        numeric=(False, True, True, True, True, False),
    )
