"""The answers to each question in one wave, as bars to both sides of the middle of the scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial

from effektmatt.charts.base import Chart
from effektmatt.charts.frame import Frame
from effektmatt.charts.kinds.survey_answers import AnswerBar, AnswersDrawing, ItemRow, bar_of, share_cell
from effektmatt.surveys.top_share import ItemAnswers, WaveAnswers
from effektmatt.wording import Words
from effektmatt.wording.text_table import Column, TextTable

#: What was found, and what the part of the goal is called that it belongs to ("" for a goal without parts).
Part = tuple[str, WaveAnswers]


def one_wave_chart(found: WaveAnswers, frame: Frame) -> Chart | None:
    """Return the answers of one wave to each question of a scale; None when no question can be shown."""
    return _chart([("", found)], frame)


def several_parts_charts(parts: Sequence[Part], frame: Frame) -> Iterator[Chart | None]:
    """Yield a chart for each scale that parts of a goal are about, with a bar for every part that is of others.

    What course evaluations are: the same questions after each session.
    """
    scales = dict.fromkeys(found.scale for _, found in parts)
    for place, scale in enumerate(scales, start=1):
        distinct = {_counted(one): (title, one) for title, one in reversed(parts) if one.scale == scale}
        shown = list(distinct.values())[::-1]
        of_scale = frame.of(f"answers-{place}", titled=len(scales) == 1)
        yield _chart([("", shown[0][1])] if len(shown) == 1 else shown, of_scale)


def _counted(found: WaveAnswers) -> tuple[tuple[int, ...] | None, ...]:
    return tuple(None if one.counts is None else tuple(one.counts.counts.tolist()) for one in found.items)


def _chart(parts: Sequence[Part], frame: Frame) -> Chart | None:
    say, first = frame.say, parts[0][1]
    rows = [
        ItemRow(label=_label(item, say), bars=tuple(_bar(found, place) for _, found in parts))
        for place, item in enumerate(first.items)
    ]
    if not any(bar.shares for row in rows for bar in row.bars):
        return None
    names = tuple(title for title, _ in parts)
    notes = [say.say("chart-answers-unweighed")] if _is_weighed(frame) else []
    drawing = AnswersDrawing(rows=rows, answers=first.answers, say=say, names=names, parts=True, notes=notes)
    label = frame.title or first.label or first.scale
    return frame.chart(
        f"answers-{first.scale}",
        title=say.say("chart-answers-title", label=label, questions=len(rows)),
        alt=[
            say.say("chart-answers-alt", parts=len(parts)),
            say.say("chart-items-alt-scale", answers=say.joined(first.answers)),
            *(_sentence(row, name, bar, say) for row in rows for name, bar in zip(names, row.bars, strict=True)),
        ],
        table=_table(drawing, frame),
        drawing=drawing,
    )


def _bar(found: WaveAnswers, place: int) -> AnswerBar:
    return bar_of(found.items[place].counts, len(found.answers))


def _label(item: ItemAnswers, say: Words) -> str:
    label = item.label or item.id
    return say.say("chart-items-reversed", label=label) if item.reversed else label


def _is_weighed(frame: Frame) -> bool:
    """Whether the share that is judged is another than that of the answers, each counted alike."""
    judged = frame.judged
    if judged is None or judged.value is None or judged.hits is None or not judged.n:
        return False
    return not math.isclose(judged.value, judged.hits / judged.n, rel_tol=1e-9, abs_tol=1e-9)


def _sentence(row: ItemRow, part: str, bar: AnswerBar, say: Words) -> str:
    label = say.say("chart-answers-of-part", part=part, question=row.label) if part else row.label
    if not bar.shares:
        return say.say("chart-items-alt-hidden", label=label)
    shares = say.joined([say.percent(share, 0) for share in bar.shares])
    return say.say("chart-answers-alt-row", label=label, high=say.percent(bar.upper, 0), shares=shares)


def _table(shown: AnswersDrawing, frame: Frame) -> TextTable:
    say = frame.say
    rows = [(row.label, *one) for row in shown.rows for one in zip(shown.names, row.bars, strict=True)]
    parts = [Column[tuple[str, str, AnswerBar]]("part", lambda row: row[1], numeric=False)] if any(shown.names) else []
    return frame.table(
        rows,
        Column("question", lambda row: row[0]),
        *parts,
        Column("n", lambda row: row[2].number(say)),
        *(Column(label, partial(share_cell, say, place), name=label) for place, label in enumerate(shown.answers)),
        notes=shown.notes,
        hidden=shown.has_hidden,
    )
