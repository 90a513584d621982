"""How measured numbers are spread, in classes that show no single person: before and after side by side."""

from __future__ import annotations

from dataclasses import dataclass

from effektmatt.charts import palette
from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.canvas import NORMAL, Canvas, line_height
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.measurements.distribution import Distribution, NumberClass
from effektmatt.wording import Words
from effektmatt.wording.kinds.measurements import class_text, distribution_table

# Millimetres: the classes to the left, where bars begin and the longest ends, the height of a bar, between classes.
_LABEL, _START, _END, _BAR, _BETWEEN = 36.0, 40.0, 140.0, 4.2, 3.4


def numbers_chart(detail: Distribution, frame: Frame) -> Chart | None:
    """Return the share with a number in each class; None where too few were measured, or all stand in one class."""
    say = frame.say
    table = distribution_table(detail, say, say.say("chart-table"))
    if table is None or len(detail.classes) < 2:
        return None
    waves = "two" if detail.n_before is not None and detail.n_after is not None else "one"
    label = detail.label
    if detail.measured_in:
        label = say.say("with-unit", number=f"{label},", unit=detail.measured_in)
    bars = tuple(_bars(one, detail, frame) for one in detail.classes)
    rows = (
        say.say(
            "chart-numbers-alt-row",
            label=bar.label,
            waves=waves,
            before=bar.shares[0].text if waves == "two" else "",
            after=bar.shares[-1].text,
        )
        for bar in bars
    )
    return frame.chart(
        "numbers",
        title=say.say("chart-numbers-title", label=label, waves=waves),
        alt=[say.say("chart-numbers-alt", waves=waves), *rows],
        table=table,
        drawing=NumbersDrawing(bars=bars, say=say),
        shows=Shows.ITS_TABLE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The share of one wave in a class: how large, what it says beside its bar, and whether it is that of before."""

    size: float
    text: str
    name: str
    is_before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One class of numbers with the share in it, wave by wave."""

    label: str
    shares: tuple[Share, ...]


def _bars(one: NumberClass, detail: Distribution, frame: Frame) -> Bars:
    say, names = frame.say, frame.waves
    waves = ((one.before, detail.n_before, names.before, True), (one.after, detail.n_after, names.after, False))
    return Bars(
        label=class_text(one, detail, say),
        shares=tuple(
            Share(size=n / of, text=say.percent(n / of, 0), name=name, is_before=is_before)
            for n, of, name, is_before in waves
            if n is not None and of
        ),
    )


KIND = ChartKind(details=(DetailCharts(of=Distribution, charts={"numbers": numbers_chart}),))


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersDrawing:
    """Bars class by class; those of before are hatched, so that they are not told apart by colour alone."""

    bars: tuple[Bars, ...]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        y = 0.0
        if len(self.bars[0].shares) > 1:
            y = self._draw_key(canvas)
        longest = max(share.size for bars in self.bars for share in bars.shares)
        for bars in self.bars:
            y = self._draw_class(canvas, y, bars, longest) + _BETWEEN
        return canvas

    def _draw_key(self, canvas: Canvas) -> float:
        x = _START
        for share in self.bars[0].shares:
            self._draw_bar(canvas, x, 0.6, 6.0, share)
            x = canvas.key(x + 7.5, 0.6 + _BAR / 2, share.name) + 6.0
        return _BAR + 4.0

    def _draw_class(self, canvas: Canvas, top: float, bars: Bars, longest: float) -> float:
        label = wrap(bars.label, _LABEL, NORMAL)
        height = max(len(bars.shares) * _BAR, len(label) * line_height(NORMAL))
        middle = top + height / 2
        canvas.lines(0, middle - (len(label) - 1) * line_height(NORMAL) / 2, label, size=NORMAL)
        y = middle - len(bars.shares) * _BAR / 2
        for share in bars.shares:
            width = share.size / longest * (_END - _START)
            self._draw_bar(canvas, _START, y, width, share)
            canvas.text(_START + width + 2.0, y + _BAR / 2, share.text, size=SMALL)
            y += _BAR
        return top + height

    @staticmethod
    def _draw_bar(canvas: Canvas, x: float, y: float, width: float, share: Share) -> None:
        height = _BAR - 0.6
        canvas.box(x, y + 0.3, max(width, 0.2), height, fill=palette.SKY if share.is_before else palette.BLUE)
        if share.is_before:
            canvas.hatch(x, y + 0.3, max(width, 0.2), height)
