"""Published values in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from effektmatt.core import Direction, Role, Unit
from effektmatt.plan.kinds.index import IndexChangeFacts
from effektmatt.usage.index import IndexChange, IndexValue, UnitSeries
from effektmatt.wording import numbers
from effektmatt.wording.conditions import spoken_name
from effektmatt.wording.kind import KindWords, MeasureWords, Told, of_detail
from effektmatt.wording.language import MISSING
from effektmatt.wording.marks import Went, way, way_of_all
from effektmatt.wording.targets import capitalised, decapitalised
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.wording.language import Words

#: So many units are named in a sentence with their values; more stand in the table alone.
MOST_UNITS = 5
_TWO = 2
_MEANS = ("mean-index-change", "mean-index-value", "mean-relative-change")


def _found(told: Told[IndexChangeFacts], detail: IndexChange) -> str:
    """Say what became of the only unit, or how many rose, what the mean is and which unit decides."""
    words, is_level = told.words, told.estimate.role is Role.LEVEL
    called = words.say("for-index", named=detail.index) if detail.index else ""
    units = [unit for unit in detail.units if len(unit.known) > 1]
    if len(detail.units) == 1 and units:
        found = _one_unit(units[0], detail, "found-index-level" if is_level else "found-index-change", words, called)
        return _with_gone(found, units[0], detail, words)
    if is_level and detail.deciding is not None:
        target = told.goal.fulfilment.target
        which = "highest" if target is not None and target.at_most is not None else "lowest"
        value = with_unit(told.estimate.value, detail, words)
        return words.say(
            "found-index-levels", called=called, which=which, value=value, unit_name=spoken_name(detail.deciding, words)
        )
    several, moves = _named(units, detail, words), index_moves(units, words, len(detail.units))
    return words.say(
        "found-index-changes",
        named=detail.index or "none",
        moves=moves if detail.index else capitalised(moves),
        list=several + _summed_up(told, detail, few=bool(several)),
    )


def _named(units: Sequence[UnitSeries], detail: IndexChange, words: Words) -> str:
    """Return what became of each of some units, as it follows a clause; nothing where they are many."""
    named = [
        words.say(
            "index-one-unit",
            unit_name=spoken_name(unit.unit, words),
            before=words.number(unit.known[0].value, decimals_of(unit)),
            after=with_unit(unit.known[-1].value, detail, words, decimals_of(unit)),
        )
        for unit in units
    ]
    return words.say("index-units", list=words.joined(named)) if len(named) <= MOST_UNITS else ""


def _some(told: Told[IndexChangeFacts], detail: IndexChange) -> str | None:
    """Say how many of several units have values to compare, and what became of them; None where none has."""
    units = [unit for unit in detail.units if len(unit.known) > 1]
    if not units:
        return None
    named = _named(units, detail, told.words)
    return told.words.say("found-index-some", known=len(units), total=len(detail.units), list=named)


def _short(told: Told[IndexChangeFacts], detail: IndexChange) -> str | None:
    """Name the unit whose value is judged, where there are several: "lägst: −1,2 (Förvaltning A)"."""
    judged = told.estimate
    if len(detail.units) == 1 or detail.deciding is None or judged.interval is not None or judged.value is None:
        return None
    target = told.goal.fulfilment.target
    which = "highest" if target is not None and target.better is Direction.LOWER else "lowest"
    return told.words.say(
        "index-deciding", which=which, value=told.value, unit_name=spoken_name(detail.deciding, told.words)
    )


def _summed_up(told: Told[IndexChangeFacts], detail: IndexChange, *, few: bool) -> str:
    """Say the mean over several units, and of many which of them decides and what its number is."""
    words, said = told.words, ""
    mean = next((one for one in (told.estimate, *told.goal.outcome.beside) if one.measure in _MEANS), None)
    if mean is not None and len(detail.units) > _TWO:
        interval = f" ({words.interval(mean)})" if mean.interval is not None else ""
        said += words.say("index-mean", value=words.value(mean), interval=interval)
    if not few and detail.deciding is not None:
        said += words.say(
            "index-decided", unit_name=spoken_name(detail.deciding, words), value=words.value(told.estimate)
        )
    return said


def _with_gone(found: str, unit: UnitSeries, detail: IndexChange, words: Words) -> str:
    """Say first that the value of the last wave is missing, where it is: the one before is not called the last."""
    if unit.known[-1].wave == detail.waves[-1]:
        return found
    return words.say("index-gone", wave_name=detail.waves[-1], found=decapitalised(found))


def index_moves(units: Sequence[UnitSeries], words: Words, every: int) -> str:
    """Return how many units rose and fell: "båda har stigit", "av tre har två stigit och en sjunkit".

    `every` is how many there are: where some have no values to compare it is told that the others are meant.
    """
    ways = [_way(unit) for unit in units]
    found = [same for each in ("up", "down", "same") if (same := [one for one in ways if one == each])]
    moved = [
        words.say("index-moved", way=way_of_all(same), n=len(same), number=words.say("number-word", n=len(same)))
        for same in found
    ]
    return words.say(
        "index-moves",
        way=way_of_all(ways) if len(found) == 1 else "several",
        how={1: "only", 2: "both"}.get(len(units), "all"),
        compared="some" if len(units) < every else "all",
        total=len(units),
        number=words.say("number-word", n=len(units)),
        moved=words.joined(moved),
    )


def _one_unit(unit: UnitSeries, detail: IndexChange, code: str, words: Words, called: str) -> str:
    first, last, change = unit.known[0], unit.known[-1], unit.change or 0.0
    return words.say(
        code,
        called=called,
        way=_way(unit),
        before=with_unit(first.value, detail, words, decimals_of(unit)),
        after=with_unit(last.value, detail, words, decimals_of(unit)),
        first=first.wave,
        last=last.wave,
        amount=_change_with_unit(abs(change), detail, words),
    )


def _way(unit: UnitSeries) -> Went:
    """Return which way a unit's values went, from the first known to the last."""
    first, last = unit.known[0].value or 0.0, unit.known[-1].value or 0.0
    return way(last, base=first) if unit.change else Went("same")


def decimals_of(unit: UnitSeries) -> int:
    """Return how many decimals the first and the last value of a unit need, so that both are written alike."""
    return max(numbers.decimals_of(one.value) for one in (unit.known[0], unit.known[-1]) if one.value is not None)


def with_unit(value: float | None, detail: IndexChange, words: Words, decimals: int | None = None) -> str:
    """Write a published value with what it is counted in, where the plan says so."""
    return words.with_unit(words.amount(value, Unit.NUMBER, decimals), detail.measured_in)


def _change_with_unit(change: float, detail: IndexChange, words: Words) -> str:
    """Write a change; of what is in per cent it is in percentage points."""
    if detail.in_percent:
        return words.size(change, Unit.PERCENT_POINTS)
    return with_unit(change, detail, words)


def index_table(detail: IndexChange, words: Words) -> TextTable:
    """Return the published values of every unit, wave by wave, and the change."""

    def wave_column(wave: str) -> Column[UnitSeries]:
        return Column(wave, lambda unit: _cell({one.wave: one for one in unit.values}.get(wave), words), name=wave)

    caption = words.say("table-index")
    if detail.measured_in:
        caption = words.say("with-unit", number=f"{caption},", unit=detail.measured_in)
    return table_of(
        detail.units,
        Column(
            "unit" if any(unit.unit for unit in detail.units) else "index",
            lambda unit: unit.unit or detail.index or words.say("column-value"),
        ),
        *map(wave_column, detail.waves),
        Column("change", lambda unit: words.amount(unit.change, detail.change_unit, signed=True)),
        caption=caption,
        words=words,
    )


def _cell(value: IndexValue | None, words: Words) -> str:
    if value is None or (value.value is None and value.sign is None):
        return MISSING
    return words.say(f"sign-{value.sign}") if value.value is None else words.amount(value.value, Unit.NUMBER)


KIND = KindWords(
    measures=(
        MeasureWords(
            of=IndexChangeFacts,
            found=of_detail(IndexChange, _found),
            instead=of_detail(IndexChange, _some),
            how="how-index-change",
            short=of_detail(IndexChange, _short),
            given=of_detail(IndexChange, lambda told, index: {"units": len(index.units), "over": told.facts.over}),
        ),
    )
)
