"""The answers to each question, before and after, as bars to both sides of the middle of the scale."""

from __future__ import annotations

from collections.abc import Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.items_drawing import WAVES, AnswerBar, ItemRow, ItemsDrawing
from effektmatt.core import AnswerCounts
from effektmatt.surveys.change import SurveyChange
from effektmatt.wording import HIDDEN, Words, words
from effektmatt.wording.text_table import TextTable


def items_chart(
    change: SurveyChange, *, title: str | None = None, name: str | None = None, language: str = "sv"
) -> Chart | None:
    """Return the answers to each question of a scale, before and after; None when no question can be shown.

    Everybody who answered a wave is counted in it. Questions that run backwards are turned, so that higher is always
    better.

    Parameters
    ----------
    change
        What changed between two waves.
    title
        What the answers are about (default: the scale's label).
    name
        The chart's name (default: "answers-" and the scale's id).
    language
        "sv" or "en".
    """
    say = words(language)
    rows = [
        ItemRow(
            label=say.say("chart-items-reversed", label=item.label or item.id)
            if item.reversed
            else item.label or item.id,
            before=_bar(item.before, len(change.answers)),
            after=_bar(item.after, len(change.answers)),
        )
        for item in change.items
    ]
    if not any(bar.shares for row in rows for bar in row.bars):
        return None
    comparable = [row for row in rows if row.before.shares and row.after.shares]
    rose = sum(row.after.upper > row.before.upper for row in comparable)
    label = title or change.label or change.scale
    title = say.say("chart-items-title", label=label, n=rose, total=len(comparable))
    return Chart(
        name=name or f"answers-{change.scale}",
        title=title,
        alt=" ".join([say.say("chart-items-alt"), *(_sentence(row, say) for row in rows)]),
        table=_table(change.answers, rows, say),
        language=language,
        drawing=ItemsDrawing(rows=rows, answers=change.answers, say=say).draw,
    )


def _bar(counts: AnswerCounts | None, answers: int) -> AnswerBar:
    if counts is None:
        return AnswerBar(shares=(), n=None)
    if counts.n == 0 or counts.counts.size != answers:
        return AnswerBar(shares=(), n=counts.n)
    return AnswerBar(shares=tuple((counts.counts / counts.n).tolist()), n=counts.n)


def _sentence(row: ItemRow, say: Words) -> str:
    if not (row.before.shares and row.after.shares):
        return say.say("chart-items-alt-hidden", label=row.label)
    before, after = (say.percent(bar.upper, 0) for bar in row.bars)
    return say.say("chart-items-alt-row", label=row.label, before=before, after=after)


def _table(answers: Sequence[str], rows: Sequence[ItemRow], say: Words) -> TextTable:
    cells = []
    for row in rows:
        for wave, bar in zip(WAVES, row.bars, strict=True):
            nothing = HIDDEN if bar.is_hidden else say.percent(None)
            shares = [say.percent(share) for share in bar.shares] or [nothing] * len(answers)
            cells.append((row.label, say.say(f"column-{wave}"), bar.number(say), *shares))
    return TextTable(
        caption=say.say("chart-table"),
        header=(say.say("column-question"), say.say("column-wave"), say.say("column-n"), *answers),
        rows=tuple(cells),
        numeric=(False, False, *[True] * (len(answers) + 1)),
        note=say.say("chart-hidden") if any(bar.is_hidden for row in rows for bar in row.bars) else None,
    )
