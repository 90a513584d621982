"""The share of cases still open, day by day, before and after."""

from __future__ import annotations

from effektmatt.cases.handling_times import HandlingTimes, WaveTimes
from effektmatt.charts.base import Chart
from effektmatt.charts.curves_drawing import CurvesDrawing, horizon, marked_days
from effektmatt.charts.wave_names import WaveNames, wave_names
from effektmatt.core import Unit
from effektmatt.stats.survival import SurvivalCurve, kaplan_meier
from effektmatt.wording import Words, words
from effektmatt.wording.text_table import TextTable

_Shown = tuple[tuple[WaveTimes, SurvivalCurve, str], ...]


def open_cases_chart(
    times: HandlingTimes,
    *,
    wave_labels: tuple[str, str] | None = None,
    name: str = "open-cases",
    language: str = "sv",
) -> Chart | None:
    """Return the share of cases still open after each day, in both waves; None when neither has a case.

    The curves are the Kaplan-Meier curves that the restricted means and the shares closed within the limits are read
    from; the ground between them is the difference of the restricted means.

    Parameters
    ----------
    times
        Handling times of two waves.
    wave_labels
        What the two waves are called (default: before and after).
    name
        The chart's name.
    language
        "sv" or "en".
    """
    shown: _Shown = tuple(
        (wave, kaplan_meier(wave.counts), moment)
        for wave, moment in ((times.before, "before"), (times.after, "after"))
        if wave.n
    )
    if not shown:
        return None
    say = words(language)
    title = _title(times, say)
    names = wave_names(wave_labels, say)
    called = {"before": names.before, "after": names.after}
    sentences = [_sentence(times, wave, curve, called[moment], say) for wave, curve, moment in shown]
    return Chart(
        name=name,
        title=title,
        alt=" ".join([say.say("chart-open-alt"), *sentences, *_limit_sentences(times, names, say)]),
        table=_table(times, shown, names, say),
        language=language,
        drawing=CurvesDrawing(
            times=times, curves={moment: curve for _, curve, moment in shown}, names=called, say=say
        ).draw,
    )


# ---- words ------------------------------------------------------------------------------------------------------


def _title(times: HandlingTimes, say: Words) -> str:
    """Say which way it went, or that the interval leaves that open."""
    difference = times.judged.difference
    if difference.value is None:
        return say.say("chart-open-title-none")
    if not difference.value:
        return say.say("chart-open-title-same")
    way = "longer" if difference.value > 0 else "shorter"
    interval = difference.interval
    sure = interval is None or interval.low > 0 or interval.high < 0
    amount = say.amount(abs(difference.value), times.unit)
    mix = "same" if times.standardised else "plain"
    return say.say(f"chart-open-title-{way}" if sure else "chart-open-title-unsure", amount=amount, mix=mix, way=way)


def _sentence(times: HandlingTimes, wave: WaveTimes, curve: SurvivalCurve, called: str, say: Words) -> str:
    last = min(float(horizon(times)), curve.horizon)
    return say.say(
        "chart-open-alt-wave",
        wave=called,
        n=wave.n,
        open=wave.open,
        share=say.percent(curve.at(last)),
        day=say.amount(last, times.unit, 0),
        median=_or_missing(wave, times.unit, say),
    )


def _or_missing(wave: WaveTimes, unit: Unit, say: Words) -> str:
    value = wave.median.value
    return say.say("chart-open-median-none") if value is None else say.amount(value, unit, 0)


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


def _table(times: HandlingTimes, shown: _Shown, names: WaveNames, say: Words) -> TextTable:
    """Return the share open and the cases still followed on round days, the limits and the last day."""
    days = sorted({*marked_days(times), *(limit for limit in times.closed_within if limit <= horizon(times))})
    header = [say.say("column-day")]
    for _, _, moment in shown:
        if names.named:
            wave = names.before if moment == "before" else names.after
            header += [say.say(f"column-{column}-wave", wave=wave) for column in ("open", "followed")]
        else:
            header += [say.say(f"column-{column}-{moment}") for column in ("open", "followed")]
    rows = []
    for day in days:
        row = [say.count(day)]
        for _, curve, _ in shown:
            within = day <= curve.horizon
            row += [say.percent(curve.at(day) if within else None), say.count(curve.open_at(day))]
        rows.append(tuple(row))
    return TextTable(
        caption=say.say("chart-table"), header=tuple(header), rows=tuple(rows), numeric=(True,) * len(header)
    )
