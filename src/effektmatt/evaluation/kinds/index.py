"""Indices: values that others have published, described from the first wave to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import narwhals as nw
import pandas as pd

from effektmatt.core import Direction, Note, Outcome
from effektmatt.data.columns import Labels, group_labels
from effektmatt.data.schemas import Column
from effektmatt.data.totals import total_of
from effektmatt.data.values import folded
from effektmatt.data.where import shown
from effektmatt.data.wide import years_as_years
from effektmatt.errors import Fault, nearest
from effektmatt.evaluation.kinds.common import Asked, Kind, LoadedFile, LoadedSource, Prepared, answer, asked_of
from effektmatt.evaluation.kinds.published import Published, Twice, published, twice_faults
from effektmatt.goals import Verdict, judge, reading_of
from effektmatt.plan import Plan
from effektmatt.plan.checks import unknown
from effektmatt.plan.kinds.index import Index, IndexChange
from effektmatt.registers.conditions import near_notes
from effektmatt.usage.index import IndexValue, index_outcome
from effektmatt.usage.series import period_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A published value and the index that it is of ("" where a file holds only one)."""

    index: str
    value: IndexValue


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexData(Prepared[Index]):
    """Published values, and the waves in order."""

    published: tuple[Named, ...]
    waves: tuple[str, ...]

    def of(self, index: str | None, unit: str | None) -> tuple[IndexValue, ...]:
        """Return the values of one index (None: the only one) and one unit (None: all)."""
        return tuple(
            one.value
            for one in self.published
            if (index is None or folded(one.index) == folded(index))
            and (unit is None or folded(one.value.unit) == folded(unit))
        )


def columns(_name: str, source: Index, _wave: str, _present: Sequence[str], _plan: Plan) -> tuple[Column, ...]:
    """Return the rules for the columns of published values; the values stay text, for some are signs."""
    named = [column for column in (source.unit, source.index) if column is not None]
    return (
        *(Column(name=column, required=True) for column in named),
        Column(name=source.wave, required=True),
        Column(name=source.value),
        *([Column(name=source.error[0], kind="number")] if source.error and isinstance(source.error[0], str) else []),
    )


def prepare(loaded: LoadedSource[Index], plan: Plan) -> tuple[IndexData, list[Fault]]:
    """Read the values and their signs; find repeated values, unknown waves and an index with one wave only."""
    source, file = loaded.source, loaded.only
    nothing = IndexData(loaded=loaded, accounts=loaded.accounts, published=(), waves=())
    needed = [column for column in (source.unit, source.index, source.wave, source.value) if column is not None]
    if any(column not in file.frame for column in needed):  # told already
        return nothing, []
    read = published(file, source.value, source.signs)
    values = _values(source, file, read)
    faults = [*read.faults, *_repeated(values, source, file)]
    waves, others = _waves([one.value.wave for one in values.values()], plan)
    faults += [_unknown_wave(name, values, loaded, plan) for name in others]
    called = [(column, ()) for column in (source.unit, source.index) if column is not None]
    near = (*near_notes(loaded.frames, called), *_alone(values, plan, loaded.id))
    notes = (*read.notes, *near)
    found = replace(nothing, notes=notes, published=tuple(values.values()), waves=waves)
    return found, [*faults, *_asked_in_vain(found, plan)]


def _values(source: Index, file: LoadedFile, read: Published) -> dict[int, Named]:
    """Return each row's value, by its place among the rows."""
    frame = file.frame
    nothing = pd.Series("", index=frame.index)
    rows = zip(
        _spelt_alike(frame[source.index]) if source.index else nothing,
        _spelt_alike(frame[source.unit]) if source.unit else nothing,
        _spelt_alike(years_as_years(frame[source.wave])),
        read.numbers,
        read.signs,
        _errors(source, frame),
        strict=True,
    )
    return {
        place: Named(
            index=index,
            value=IndexValue(
                unit=unit,
                wave=wave,
                value=None if pd.isna(value) else float(value),
                sign=sign if isinstance(sign, str) else None,
                std_error=None if pd.isna(error) else float(error),
            ),
        )
        for place, (index, unit, wave, value, sign, error) in enumerate(rows)
        if all(isinstance(cell, str) for cell in (index, unit, wave))  # an empty one has been told of
    }


def _errors(source: Index, frame: pd.DataFrame) -> pd.Series:
    """Return the standard error of every value; nothing where none is stated."""
    if source.error is None or (isinstance(source.error[0], str) and source.error[0] not in frame):
        return pd.Series(float("nan"), index=frame.index)
    stated, divisor = source.error
    if isinstance(stated, str):
        return frame[stated].astype("float64") / divisor
    return pd.Series(stated / divisor, index=frame.index)


def _spelt_alike(cells: pd.Series) -> Labels:
    """Return names with one spelling for each, the most frequent; None where a cell is empty."""
    return group_labels(nw.from_native(cells, series_only=True))


def _repeated(values: dict[int, Named], source: Index, file: LoadedFile) -> list[Fault]:
    first: dict[tuple[str, str, str], int] = {}
    found = []
    for place, one in values.items():
        named = (one.index, one.value.unit, one.value.wave)
        earlier = first.setdefault(named, place)
        if earlier != place:
            found.append(Twice(place=place, earlier=earlier, got=", ".join(filter(None, named))))
    read = [column for column in (source.value, source.index, source.unit, source.wave) if column]
    return list(twice_faults(found, file, read))


def _waves(found: Sequence[str], plan: Plan) -> tuple[tuple[str, ...], list[str]]:
    """Return the waves in order, and those that are neither waves of the plan nor years, quarters or months.

    A wave is called by its id or its label. Periods stand free, in their own order; without declared waves anything
    may stand, in alphabetical order ("1", "2").
    """
    different = list(dict.fromkeys(found))
    declared = {name: place for place, wave in enumerate(plan.written.waves) for name in _names(wave, plan)}
    begins = {wave: period.first for wave in different if (period := period_of(wave)) is not None}
    others = [wave for wave in different if declared and folded(wave) not in declared and wave not in begins]
    if len(begins) == len(different):
        return tuple(sorted(different, key=begins.__getitem__)), others
    return tuple(sorted(different, key=lambda wave: (declared.get(folded(wave), -1), wave))), others


def _names(wave: str, plan: Plan) -> tuple[str, ...]:
    return folded(wave), *map(folded, plan.written.waves[wave].labels)


def _unknown_wave(wave: str, values: dict[int, Named], loaded: LoadedSource[Index], plan: Plan) -> Fault:
    places, expected = [place for place, one in values.items() if one.value.wave == wave], tuple(plan.written.waves)
    return Fault(
        code="index-wave-unknown",
        file=loaded.only.reading.file,
        sheet=loaded.only.reading.sheet,
        row=int(loaded.only.frame.index[places[0]]),
        column=loaded.source.wave,
        got=shown(wave),
        expected=expected,
        nearest=nearest(wave, expected),
        rows=len(places),
    )


def _alone(values: dict[int, Named], plan: Plan, source: str) -> Iterator[Note]:
    """Yield the names of indices that no goal asks for and that stand in one wave only: they may belong to another."""
    asked = {folded(one.index) for _, one in asked_of(source, IndexChange, plan) if one.index is not None}
    waves: dict[str, set[str]] = {}
    for one in values.values():
        waves.setdefault(one.index, set()).add(one.value.wave)
    if not asked or max(map(len, waves.values()), default=0) < 2:
        return
    for name, held in waves.items():
        if len(held) == 1 and folded(name) not in asked:
            yield Note(code="index-name-alone", values={"name": shown(name), "wave_name": shown(next(iter(held)))})


def _asked_in_vain(found: IndexData, plan: Plan) -> Iterator[Fault]:
    """Yield the names in goals that the file does not hold, and the indices that have one wave only."""
    indices = tuple(dict.fromkeys(one.index for one in found.published))
    for part, asked in asked_of(found.loaded.id, IndexChange, plan):
        key = f"{part.key}.measure"
        if asked.index is None and len(indices) > 1:
            yield Fault(code="plan-missing-key", file=plan.file.name, key=f"{key}.index")
            continue
        units = tuple(dict.fromkeys(one.unit for one in found.of(asked.index, None)))
        strange = [*_unknown(f"{key}.index", asked.index, "index", indices, plan)]
        strange += [] if asked.unit else _total_among(units, found, f"{key}.unit", plan)
        strange += [] if strange else _unknown(f"{key}.unit", asked.unit, "unit", units, plan)
        yield from strange
        waves = {one.wave for one in found.of(asked.index, asked.unit)}
        if not strange and len(waves) < 2:
            file = found.loaded.only.reading
            yield Fault(
                code="index-one-wave",
                file=file.file,
                sheet=file.sheet,
                column=found.source.wave,
                got=next(iter(waves), None),
                details={"index": asked.index or found.loaded.label},
            )


def _total_among(units: Sequence[str], found: IndexData, key: str, plan: Plan) -> Iterator[Fault]:
    """Yield the fault of a goal about all units of which one is the others together."""
    column = found.source.unit
    total = total_of(units, found.loaded.only.known.get(column)) if column else None
    if total is not None:
        details = {"column": str(column)}
        yield Fault(code="index-total-among", file=plan.file.name, key=key, got=total, details=details)


def _unknown(key: str, got: str | None, what: str, names: tuple[str, ...], plan: Plan) -> list[Fault]:
    if got is None or folded(got) in map(folded, names):
        return []
    return [replace(unknown(key, got, what, names), file=plan.file.name)]


def index_change(asked: Asked[IndexChange, IndexData]) -> Outcome:
    """Return the change of a published index, or its last value where the target is a level."""
    measure, index, target = asked.measure, asked.source, asked.target
    values = index.of(measure.index, measure.unit)
    # the last wave of the index, also where this unit lacks it
    present = {one.wave for one in index.of(measure.index, None)}
    outcome = index_outcome(
        values,
        waves=[wave for wave in index.waves if wave in present],
        judged=reading_of(target),
        better=target.better if target is not None else Direction.HIGHER,
        index=measure.index,
        measured_in=measure.measured_in,
        counted=index.source.counted,
        over=measure.over,
        level=asked.data.about.level,
    )
    missing = any(note.code == "index-unit-missing" for note in outcome.notes)
    missed = (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET)
    if target is None or not missing or judge(outcome.estimate, target).verdict in missed:
        return outcome
    # a unit without values may have missed it: only what has been missed already is known
    open_ = replace(outcome.estimate, value=None, curve=None, notes=(Note(code="index-units-open"),))
    return replace(outcome, estimate=open_)


KIND = Kind(source=Index, columns=columns, prepare=prepare, answers=(answer(IndexChange, IndexData, index_change),))
