"""The answers to each question, before and after, as bars to both sides of the middle of the scale."""

from __future__ import annotations

from collections.abc import Sequence

from effektmatt.charts.base import Chart
from effektmatt.charts.items_drawing import AnswerBar, ItemRow, ItemsDrawing
from effektmatt.charts.wave_names import WaveNames, how_many, wave_names
from effektmatt.core import AnswerCounts, Linkage
from effektmatt.surveys.change import SurveyChange
from effektmatt.wording import HIDDEN, Words, words
from effektmatt.wording.text_table import TextTable


def items_chart(
    change: SurveyChange,
    *,
    title: str | None = None,
    wave_labels: tuple[str, str] | None = None,
    name: str | None = None,
    language: str = "sv",
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
    wave_labels
        What the two waves are called (default: before and after).
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
    names = wave_names(wave_labels, say)
    total = len(comparable)
    title = say.say("chart-items-title", label=label, how=how_many(rose, total), n=rose, total=total, **names.given)
    # the means beside it rest on those who answered both times, and this does not: that must be said
    everybody = change.linkage is Linkage.PAIRED
    return Chart(
        name=name or f"answers-{change.scale}",
        title=title,
        alt=" ".join([say.say("chart-items-alt", **names.given), *(_sentence(row, names, say) for row in rows)]),
        table=_table(change.answers, rows, names, say, everybody=everybody),
        language=language,
        drawing=ItemsDrawing(
            rows=rows, answers=change.answers, say=say, names=(names.before, names.after), everybody=everybody
        ).draw,
    )


def _bar(counts: AnswerCounts | None, answers: int) -> AnswerBar:
    if counts is None:
        return AnswerBar(shares=(), n=None)
    if counts.n == 0 or counts.counts.size != answers:
        return AnswerBar(shares=(), n=counts.n)
    return AnswerBar(shares=tuple((counts.counts / counts.n).tolist()), n=counts.n)


def _sentence(row: ItemRow, names: WaveNames, say: Words) -> str:
    if not (row.before.shares and row.after.shares):
        return say.say("chart-items-alt-hidden", label=row.label)
    before, after = (say.percent(bar.upper, 0) for bar in row.bars)
    return say.say("chart-items-alt-row", label=row.label, before=before, after=after, **names.given)


def _table(
    answers: Sequence[str], rows: Sequence[ItemRow], names: WaveNames, say: Words, *, everybody: bool
) -> TextTable:
    notes = [say.say("chart-everybody")] if everybody else []
    notes += [say.say("chart-hidden")] if any(bar.is_hidden for row in rows for bar in row.bars) else []
    cells = []
    for row in rows:
        for wave, bar in zip((names.before, names.after), row.bars, strict=True):
            nothing = HIDDEN if bar.is_hidden else say.percent(None)
            shares = [say.percent(share) for share in bar.shares] or [nothing] * len(answers)
            cells.append((row.label, wave, bar.number(say), *shares))
    return TextTable(
        caption=say.say("chart-table"),
        header=(say.say("column-question"), say.say("column-wave"), say.say("column-n"), *answers),
        rows=tuple(cells),
        numeric=(False, False, *[True] * (len(answers) + 1)),
        note=" ".join(notes) or None,
    )
