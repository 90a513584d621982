"""The share of cases still open, day by day, before and after."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from effektmatt.cases.handling_times import HandlingTimes, WaveTimes
from effektmatt.cases.in_time_outcome import ClosedInTime
from effektmatt.charts import palette
from effektmatt.charts.axis import Axis, round_step
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import NORMAL, WIDTH, Canvas
from effektmatt.charts.fonts import REGULAR, SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.phrases import WaveNames
from effektmatt.charts.wrapping import SMALL, shortened, wrap
from effektmatt.core import Change
from effektmatt.goals import moved
from effektmatt.stats.survival import SurvivalCurve
from effektmatt.wording import Words
from effektmatt.wording.kinds.cases import first_days
from effektmatt.wording.marks import way
from effektmatt.wording.notes import wave_name
from effektmatt.wording.text_table import Column, TextTable

# The plot in millimetres; the waves' names stand to the right of it, limits above, the cases followed below.
_LEFT, _RIGHT, _HEIGHT, _TOP, _TOP_WITH_LIMITS = 19.0, 132.0, 62.0, 7.0, 15.0

#: The colour of a wave's curve, and of its name: the grey that a line may have is too light for text.
_LINE = {"before": palette.GREY, "after": palette.BLUE}
_INK = {"before": palette.MUTED, "after": palette.BLUE}

Corners = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWave:
    """One wave that has cases: "before" or "after", what it is called, its cases and their curve."""

    moment: str
    name: str
    cases: WaveTimes
    curve: SurvivalCurve


def open_cases_chart(times: HandlingTimes, frame: Frame) -> Chart | None:
    """Return the share of cases still open after each day, in both waves; None when neither has a case.

    The curves are the Kaplan-Meier curves that the restricted means and the shares closed within the limits are read
    from; the ground between them is the difference of the restricted means.
    """
    say, names = frame.say, frame.waves
    waves = [("before", names.before, times.before)] if times.before else []
    alone = wave_name(times.after.wave, {}, say)
    waves.append(("after", names.after if times.before else alone, times.after))
    shown = [
        ShownWave(moment=moment, name=name, cases=cases, curve=cases.curve)
        for moment, name, cases in waves
        if cases.curve is not None
    ]
    if not shown:
        return None
    sentences = [*(_sentence(times, wave, say) for wave in shown), *_limit_sentences(times, names, say)]
    return frame.chart(
        "open-cases",
        title=_title(times, say),
        alt=[say.say("chart-open-alt"), *sentences],
        table=_table(times, shown, frame),
        drawing=CurvesDrawing(times=times, waves=shown, say=say),
    )


def in_time_chart(found: ClosedInTime, frame: Frame) -> Chart | None:
    """Return the same with the limit and the shares closed within it; None where each case has a limit of its own."""
    chart = None if found.times is None else open_cases_chart(found.times, frame)
    if chart is None or found.limit is None:
        return chart
    say, given = frame.say, frame.waves.given
    if found.change is None:
        share = say.value(found.waves[-1].share)
        return replace(
            chart, title=say.say("chart-in-time-title-one", limit=say.amount(found.limit, found.unit, 0), share=share)
        )
    shares = {"before": say.value(found.change.before), "after": say.value(found.change.after)}
    code = "chart-in-time-title-named" if frame.waves.named else "chart-in-time-title"
    return replace(chart, title=say.say(code, limit=say.amount(found.limit, found.unit, 0), **shares, **given))


KIND = ChartKind(
    details=(
        DetailCharts(of=HandlingTimes, charts={"open-cases": open_cases_chart}),
        DetailCharts(of=ClosedInTime, charts={"open-cases": in_time_chart}),
    )
)


# ---- words ------------------------------------------------------------------------------------------------------


def _title(times: HandlingTimes, say: Words) -> str:
    """Say which way it went, or that the interval leaves that open."""
    difference = times.judged.difference
    if times.before is None and times.after.median.value is not None:
        return say.say("chart-open-title-one", median=say.amount(times.after.median.value, times.unit, 0))
    if difference.value is None:
        return say.say("chart-open-title-none")
    first = first_days(difference, say)
    counted = {"first": first, "counted": "first" if first else "whole"}
    if not difference.value:
        return say.say("chart-open-title-same", **counted)
    longer = way(difference.value, "longer", "shorter")
    claimed = moved(difference)
    amount = say.amount(abs(difference.value), times.unit)
    code = f"chart-open-title-{longer}" if claimed.is_known else "chart-open-title-unsure"
    return say.say(
        code,
        amount=amount,
        mix="same" if times.standardised else "plain",
        way=longer,
        sureness=str(claimed.sureness),
        **counted,
    )


def _sentence(times: HandlingTimes, wave: ShownWave, say: Words) -> str:
    last = min(float(horizon(times)), wave.curve.horizon)
    median = wave.cases.median.value
    return say.say(
        "chart-open-alt-wave",
        wave=wave.name,
        n=wave.cases.n,
        open=wave.cases.open,
        share=say.percent(wave.curve.at(last)),
        day=say.amount(last, times.unit, 0),
        median=say.say("chart-open-median-none") if median is None else say.amount(median, times.unit, 0),
    )


def _limit_sentences(times: HandlingTimes, names: WaveNames, say: Words) -> list[str]:
    return [
        say.say(
            "chart-open-alt-limit",
            limit=say.amount(limit, times.unit, 0),
            before=say.value(change.before),
            after=say.value(change.after),
            **names.given,
        )
        for limit, change in times.closed_within.items()
        if change.difference.value is not None
    ]


def _table(times: HandlingTimes, shown: Sequence[ShownWave], frame: Frame) -> TextTable:
    """Return the share open and the cases still followed on round days, the limits and the last day."""
    say, limits = frame.say, (limit for limit in times.closed_within if limit <= horizon(times))
    columns = [column for wave in shown for column in _columns(wave, frame, alone=times.before is None)]
    return frame.table(sorted({*marked_days(times), *limits}), Column[int]("day", say.count), *columns)


def _columns(wave: ShownWave, frame: Frame, *, alone: bool) -> tuple[Column[int], Column[int]]:
    say, curve = frame.say, wave.curve
    named = "wave" if frame.waves.named or alone else wave.moment
    share, followed = (say.say(f"column-{column}-{named}", wave=wave.name) for column in ("open", "followed"))
    return (
        Column("open", lambda day: say.percent(curve.at(day) if day <= curve.horizon else None), name=share),
        Column("followed", lambda day: say.count(curve.open_at(day)), name=followed),
    )


def horizon(times: HandlingTimes) -> int:
    """Return the last day that is drawn: as far as means and limits reach."""
    limits = [limit for limit, change in times.closed_within.items() if _known(times, change)]
    return max([times.tau, *limits, 1])


def _known(times: HandlingTimes, change: Change) -> bool:
    """Whether it is known how many were closed within a limit, in each wave."""
    return (change.after if times.before is None else change.difference).value is not None


def marked_days(times: HandlingTimes) -> list[int]:
    """Return the days that numbers are given for: round ones, and the last."""
    last = horizon(times)
    step = max(1, round(round_step(last, 5)))
    return [*(day for day in range(0, last, step) if last - day >= step * 0.6), last]


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvesDrawing:
    """The waves that have cases, and the handling times they belong to."""

    times: HandlingTimes
    waves: Sequence[ShownWave]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        canvas.text(0, 2.0, self.say.say("chart-open-axis"), colour=palette.MUTED)
        lines = {wave.moment: _steps(wave.curve, horizon(self.times)) for wave in self.waves}
        if len(lines) == 2:
            self._draw_between(canvas, lines["before"], lines["after"])
        self._draw_grid(canvas)
        self._draw_limits(canvas)
        for moment, line in lines.items():
            points = [(self._days.at(x), self._share.at(y)) for x, y in line]
            canvas.line(points, colour=_LINE[moment], width=0.7)
        self._draw_names(canvas, {moment: line[-1][1] for moment, line in lines.items()})
        y = self._draw_followed(canvas, self._bottom + 11.0)
        if len(lines) == 2:
            self._draw_reading(canvas, y + 6.0)
        return canvas

    @property
    def _top(self) -> float:
        return _TOP_WITH_LIMITS if self.times.closed_within else _TOP

    @property
    def _bottom(self) -> float:
        return self._top + _HEIGHT

    @property
    def _share(self) -> Axis:
        return Axis(low=0, high=1, start=self._bottom, end=self._top)

    @property
    def _days(self) -> Axis:
        return Axis(low=0, high=horizon(self.times), start=_LEFT, end=_RIGHT)

    def _draw_between(self, canvas: Canvas, before: Corners, after: Corners) -> None:
        """Shade the ground between the curves up to tau, the last day that the restricted means count."""
        outline = [*_until(before, self.times.tau), *reversed(_until(after, self.times.tau))]
        canvas.shape([(self._days.at(x), self._share.at(y)) for x, y in outline], fill=palette.ZONE)

    def _draw_grid(self, canvas: Canvas) -> None:
        for part in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = self._share.at(part)
            canvas.line([(_LEFT, y), (_RIGHT, y)], colour=palette.GRID if part else palette.TRACK, width=0.2)
            canvas.text(_LEFT - 2.0, y, self.say.percent(part, 0), colour=palette.MUTED, align="right")
        marks = marked_days(self.times)
        for day in marks:
            x = self._days.at(day)
            canvas.line([(x, self._bottom), (x, self._bottom + 1.2)], colour=palette.TRACK, width=0.2)
            text = self.say.amount(day, self.times.unit, 0) if day == marks[-1] else self.say.count(day)
            canvas.text(x, self._bottom + 3.6, text, colour=palette.MUTED, align="center")

    def _draw_limits(self, canvas: Canvas) -> None:
        """Mark each limit with a line, and above it how many cases were closed within it, where there is room."""
        free = 0.0
        for limit, change in self.times.closed_within.items():
            if not self._days.holds(limit):
                continue
            x = self._days.at(limit)
            canvas.line([(x, self._top - 2.0), (x, self._bottom)], colour=palette.MUTED, width=0.25, dashes=(1.0, 0.8))
            heading = self.say.say("chart-open-limit", limit=self.say.amount(limit, self.times.unit, 0))
            before, after = (self.say.percent(one.value, 0) for one in (change.before, change.after))
            code = "chart-open-limit-share" if self.times.before is None else "chart-open-limit-shares"
            shares = self.say.say(code, before=before, after=after) if _known(self.times, change) else ""
            half = max(text_width(heading, SMALL, SEMIBOLD), text_width(shares, SMALL)) / 2
            middle = min(max(x, half), WIDTH - half)
            if middle - half >= free:
                canvas.text(middle, self._top - 8.0, heading, weight=SEMIBOLD, align="center")
                canvas.text(middle, self._top - 4.4, shares, colour=palette.MUTED, align="center")
                free = middle + half + 3.0

    def _draw_names(self, canvas: Canvas, ends: Mapping[str, float]) -> None:
        """Write each wave's name and how much is open at the end of its curve, apart from each other."""
        order = sorted(ends, key=lambda moment: -ends[moment])
        places = [self._share.at(ends[moment]) for moment in order]
        apart = 8.6
        if len(places) == 2 and places[1] - places[0] < apart:
            places = [sum(places) / 2 - apart / 2, sum(places) / 2 + apart / 2]
        # clear of the last day's name below the axis
        lift = max(0.0, places[-1] - (self._bottom - 3.0))
        for moment, place in zip(order, places, strict=True):
            x, y, colour = _RIGHT + 2.5, place - lift, _INK[moment]
            called = next(wave.name for wave in self.waves if wave.moment == moment)
            name = shortened(called, WIDTH - x, NORMAL, SEMIBOLD)
            canvas.text(x, y - 1.7, name, size=NORMAL, weight=SEMIBOLD, colour=colour)
            share = self.say.say("chart-open-end", share=self.say.percent(ends[moment], 0))
            canvas.text(x, y + 2.1, share, colour=colour)

    def _draw_followed(self, canvas: Canvas, y: float) -> float:
        """Write how many cases were followed to each day; return the last line's height."""
        canvas.text(0, y, self.say.say("chart-open-followed"), colour=palette.MUTED)
        # long names stand where there is room for them, below those of the curves
        fits = all(text_width(wave.name, SMALL, SEMIBOLD) <= _LEFT - 5.0 for wave in self.waves)
        x = 0.0 if fits else _RIGHT + 7.0
        for wave in self.waves:
            y += 4.2
            weight, colour = SEMIBOLD if wave.moment == "after" else REGULAR, _INK[wave.moment]
            canvas.text(x, y, shortened(wave.name, WIDTH - x, SMALL, weight), colour=colour, weight=weight)
            for day in marked_days(self.times):
                count = self.say.count(wave.curve.open_at(day))
                canvas.text(self._days.at(day), y, count, colour=colour, align="center")
        return y

    def _draw_reading(self, canvas: Canvas, y: float) -> None:
        """Say what the ground between the curves means, and the same at an equal mix of cases."""
        plain = self.times.change.difference.value
        if not plain:
            return
        texts = [self._reading("chart-open-reading", plain)]
        mixed = self.times.standardised.difference.value if self.times.standardised is not None else None
        if mixed is not None:
            texts.append(self._reading("chart-open-reading-mix", mixed))
        canvas.box(0.2, y - 1.6, 5.0, 3.2, fill=palette.ZONE, edge=palette.RULE)
        canvas.lines(7.0, y, wrap(" ".join(texts), WIDTH - 7.0), colour=palette.MUTED)

    def _reading(self, code: str, value: float) -> str:
        amount = self.say.amount(math.fabs(value), self.times.unit)
        first = first_days(self.times.change.difference, self.say)
        counted = "first" if first else "whole"
        longer = way(value, "longer", "shorter")
        return self.say.say(code, amount=amount, way=longer, first=first, counted=counted)


def _steps(curve: SurvivalCurve, last_day: int) -> Corners:
    """Return the corners of the curve from day 0 to the last, or as far as cases were followed."""
    last = min(float(last_day), curve.horizon)
    corners, level = [(0.0, 1.0)], 1.0
    for day, after in zip(curve.days.tolist(), curve.survival.tolist(), strict=True):
        if day > last:
            break
        corners += [(float(day), level), (float(day), after)]
        level = after
    return [*corners, (last, level)]


def _until(corners: Sequence[tuple[float, float]], last: float) -> Corners:
    inside = [(x, y) for x, y in corners if x <= last]
    return [*inside, (min(last, corners[-1][0]), inside[-1][1])]
