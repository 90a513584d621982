"""Indices: values that others have published, described from the first wave to the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import narwhals as nw
import pandas as pd

from effektmatt.core import Direction, Note, Outcome
from effektmatt.data.cells import Problem, Understood, as_numbers
from effektmatt.data.columns import Labels, group_labels
from effektmatt.data.schemas import Column
from effektmatt.data.values import folded
from effektmatt.data.where import shown
from effektmatt.errors import Fault, nearest
from effektmatt.evaluation.kinds.common import Asked, Kind, LoadedFile, LoadedSource, Prepared, answer, asked_of
from effektmatt.goals import Verdict, judge, reading_of
from effektmatt.plan import Plan
from effektmatt.plan.checks import unknown
from effektmatt.plan.kinds.index import Index, IndexChange
from effektmatt.registers.conditions import near_notes
from effektmatt.usage.index import KOLADA, IndexValue, index_outcome

_YEAR = re.compile(r"(19|20)\d\d")


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
    understood = _numbers(source, file)
    values = _values(source, file, understood.typed)
    faults = [*_no_numbers(understood.problems, source, file)]
    faults += _repeated(values, source, file)
    waves, others = _waves([one.value.wave for one in values.values()], plan)
    faults += [_unknown_wave(name, values, loaded, plan) for name in others]
    called = [column for column in (source.unit, source.index) if column is not None]
    near = (*near_notes(loaded.frames, called), *_alone(values, plan, loaded.id))
    notes = (*understood.percent_notes(file.reading.file), *near)
    found = replace(nothing, notes=notes, published=tuple(values.values()), waves=waves)
    return found, [*faults, *_asked_in_vain(found, plan)]


def _signs(source: Index, file: LoadedFile) -> pd.Series:
    """Return what the signs that stand for values mean; nothing where a number stands."""
    return file.frame[source.value].map(KOLADA if source.signs == "kolada" else {})


def _numbers(source: Index, file: LoadedFile) -> Understood:
    """Read the values that are no signs."""
    written = file.frame[source.value].mask(_signs(source, file).notna())
    return as_numbers(written, file.reading.decimal, whole=False)


def _values(source: Index, file: LoadedFile, numbers: pd.Series) -> dict[int, Named]:
    """Return each row's value, by row number."""
    frame = file.frame
    nothing = pd.Series("", index=frame.index)
    errors = _errors(source, frame)
    rows = zip(
        frame.index,
        _spelt_alike(frame[source.index]) if source.index else nothing,
        _spelt_alike(frame[source.unit]) if source.unit else nothing,
        _spelt_alike(frame[source.wave]),
        numbers,
        _signs(source, file),
        errors,
        strict=True,
    )
    return {
        int(row): Named(
            index=index,
            value=IndexValue(
                unit=unit,
                wave=wave,
                value=None if pd.isna(value) else float(value),
                sign=sign if isinstance(sign, str) else None,
                std_error=None if pd.isna(error) else float(error),
            ),
        )
        for row, index, unit, wave, value, sign, error in rows
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


def _no_numbers(problems: Sequence[Problem], source: Index, file: LoadedFile) -> Iterator[Fault]:
    written = file.frame[source.value]
    for problem in problems:
        for text in problem.texts[:1] if problem.one else problem.texts:
            rows = written.index[written == text]
            yield Fault(
                code=problem.code,
                file=file.reading.file,
                sheet=file.reading.sheet,
                row=int(rows[0]),
                column=source.value,
                got=shown(text),
                expected=problem.expected,
                rows=len(rows),
                details=problem.details,
            )


def _spelt_alike(cells: pd.Series) -> Labels:
    """Return names with one spelling for each, the most frequent; None where a cell is empty."""
    return group_labels(nw.from_native(cells, series_only=True))


def _repeated(values: dict[int, Named], source: Index, file: LoadedFile) -> list[Fault]:
    first: dict[tuple[str, str, str], int] = {}
    faults = []
    for row, one in values.items():
        earlier = first.setdefault((one.index, one.value.unit, one.value.wave), row)
        if earlier != row:
            faults.append(
                Fault(
                    code="index-repeated",
                    file=file.reading.file,
                    sheet=file.reading.sheet,
                    row=row,
                    column=source.wave,
                    got=", ".join(filter(None, (one.index, one.value.unit, one.value.wave))),
                    details={"earlier": str(earlier)},
                )
            )
    return faults


def _waves(found: Sequence[str], plan: Plan) -> tuple[tuple[str, ...], list[str]]:
    """Return the waves in order, and those that are neither waves of the plan nor years.

    A wave is called by its id or its label. Years stand free, in their own order; without declared waves anything may
    stand, in alphabetical order ("2012", "2013", or "1", "2").
    """
    different = list(dict.fromkeys(found))
    declared = {name: place for place, wave in enumerate(plan.written.waves) for name in _names(wave, plan)}
    if not declared or all(_YEAR.fullmatch(wave) for wave in different):
        return tuple(sorted(different)), []
    others = [wave for wave in different if folded(wave) not in declared and not _YEAR.fullmatch(wave)]
    return tuple(sorted(different, key=lambda wave: (declared.get(folded(wave), -1), wave))), others


def _names(wave: str, plan: Plan) -> tuple[str, str]:
    return folded(wave), folded(plan.written.waves[wave].label)


def _unknown_wave(wave: str, values: dict[int, Named], loaded: LoadedSource[Index], plan: Plan) -> Fault:
    rows, expected = [row for row, one in values.items() if one.value.wave == wave], tuple(plan.written.waves)
    return Fault(
        code="index-wave-unknown",
        file=loaded.only.reading.file,
        sheet=loaded.only.reading.sheet,
        row=rows[0],
        column=loaded.source.wave,
        got=shown(wave),
        expected=expected,
        nearest=nearest(wave, expected),
        rows=len(rows),
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
