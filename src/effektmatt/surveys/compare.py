"""Comparing two waves of a survey in any dataframe, without a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from effektmatt.core import About, Hide, Note, expect, expect_shared, speaks
from effektmatt.core.names import as_names
from effektmatt.data.columns import coded, in_memory, missing_column
from effektmatt.data.values import cell_text
from effektmatt.errors import Fault, InputFaults
from effektmatt.surveys.answers import CodedAnswers, coded_answers
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.outside import Outside, outside_faults
from effektmatt.surveys.scale import AFTER, BEFORE, Scale
from effektmatt.surveys.waves import Waves

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd

    from effektmatt.data.repeated import Rule


@speaks
def compare_surveys(
    before: Any,
    after: Any,
    *,
    scale: Scale,
    key: str | None = None,
    within: str | Sequence[str] = (),
    repeated: Rule = "latest",
    by: str | Sequence[str] = (),
    top: int | None = None,
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
    language: str | None = None,  # noqa: ARG001 -- read by `speaks`
) -> SurveyChange:
    """Compare the answers to one scale before and after.

    Those who are linked by a key are compared with themselves. The change from all answers, also of those who answered
    only once, stands in `all_answers`.

    Parameters
    ----------
    before, after
        Dataframes (pandas, Polars, PyArrow, DuckDB, Dask, Spark) with one row per answered questionnaire.
    scale
        What the questions and answers mean; see `Scale.of`.
    key
        Column with the code that links a person's answers. None: nobody can be linked, the waves are independent
        samples, and there is no share improved.
    within
        Columns that must agree too for a code to be the same person, for example the municipality.
    repeated
        Which row counts when a code stands several times in a wave: "latest" (the last row), "earliest", "leave-out"
        or "refuse".
    by
        Columns to show the same for, per group.
    top
        How many of the highest answers count as top; None: what the scale says, if anything.
    population, population_by_group
        How many could have answered, where that is known; per (column, group).
    self_selected
        Whether those who answered chose to, so that it must be assumed that they resemble all.
    level
        Confidence level.
    hide
        The smallest number of people behind a figure that is shown.
    language
        What the result and its faults speak: "sv" or "en" (None: Swedish).

    Raises
    ------
    InputFaults
        Every answer outside the scale, every missing column and (with "refuse") every repeated code, at once.
    TypeError, ValueError
        For an argument that cannot be meant: a population smaller than those who answered, more top answers than there
        are, groups that nobody belongs to, `within` without a key.

    Examples
    --------
    >>> import pandas as pd
    >>> before = pd.DataFrame({"kod": ["a1", "b2", "c3", "d4"], "q1": [2, 3, 3, 5]})
    >>> after = pd.DataFrame({"kod": ["B2", "c3", "d4", "e5"], "q1": [4, 3, 5, 4]})
    >>> scale = Scale.of(["q1"], [1, 2, 3, 4, 5])
    >>> change = compare_surveys(before, after, key="kod", scale=scale)
    >>> change.n_linked, change.share_improved.hits, change.share_improved.n
    (3, 1, 3)
    >>> compare_surveys(before, after, scale=scale).share_improved.value is None
    True
    """
    expect("scale", scale, Scale, 'Scale.of(["q1"], [1, 2, 3, 4, 5])')
    expect_shared(level=level, hide=hide, population=population)
    within, by = as_names(within), as_names(by)
    if within and key is None:
        raise ValueError("within says where a code is the same person, and there is no key: name the column of codes")
    if top is not None:
        expect("top", top, int, "2")
        if not 1 <= top < len(scale.answers):
            k = len(scale.answers)
            raise ValueError(f"top lies between 1 and {k - 1}, for there are {k} answers; got {top}")
    answered: list[CodedAnswers] = []
    keys: list[pd.DataFrame] = []
    faults: list[Fault] = []
    outside: list[Outside] = []
    for frame, wave in ((before, BEFORE), (after, AFTER)):
        keyed = [*within, *([] if key is None else [key])]
        cells = in_memory(frame, [*(item.column(wave) for item in scale.items), *by, *keyed])
        answers, wrong, strange = coded_answers(cells, scale, wave, by=by, file=wave)
        outside += strange
        absent = [one for one in keyed if one not in cells.columns and one not in by]
        faults += [*wrong, *(missing_column(one, cells.columns, wave) for one in absent)]
        answered.append(answers)
        keys.append(_keys(cells, keyed))
    if faults := [*outside_faults(outside, scale), *faults]:
        raise InputFaults(faults)
    _check_populations(answered, by, population, population_by_group or {})
    waves, notes = Waves(before=answered[0], after=answered[1]), tuple[Note, ...]()
    if key is not None:
        waves, notes = _linked(waves, keys, key, within, repeated)
    about = About(
        level=level,
        hide=hide or Hide(),
        population=population,
        population_by_group=population_by_group or {},
        self_selected=self_selected,
    )
    found = survey_change(waves, about, top=top)
    return replace(found, notes=(*notes, *found.notes))


def _check_populations(
    answered: Sequence[CodedAnswers],
    by: Sequence[str],
    population: int | None,
    by_group: Mapping[tuple[str, str], int],
) -> None:
    """Refuse populations that cannot be right, or that nobody would ask for."""
    for one, wave in zip(answered, ("before", "after"), strict=True):
        if population is not None and population < one.n:
            raise ValueError(f"population is how many could have answered, and {one.n} did {wave}; got {population}")
    held = {column: {label for one in answered for label in one.groups.get(column, ())} for column in by}
    strange = [told for told in by_group if told[0] not in held or told[1] not in held[told[0]]]
    if strange:
        raise ValueError(f"population_by_group names groups that `by` does not give: {', '.join(map(repr, strange))}")


def _keys(cells: nw.DataFrame[Any], columns: Sequence[str]) -> pd.DataFrame:
    """Return the columns that say whose row it is, as text; the index is the position of the row."""
    import pandas as pd

    held = [column for column in columns if column in cells.columns]
    texts = {}
    for column in held:
        rows, different = coded(cells[column])
        texts[column] = np.array([*map(cell_text, different), None], dtype=object)[rows]
    return pd.DataFrame(texts, dtype=object, index=range(len(cells)))


def _linked(
    waves: Waves, keys: Sequence[pd.DataFrame], key: str, within: Sequence[str], repeated: Rule
) -> tuple[Waves, tuple[Note, ...]]:
    """Keep one row per code and wave, and find who is who."""
    from effektmatt.data.linking import link
    from effektmatt.data.repeated import resolve_repeated

    kept, notes = [], []
    for wave, frame in zip((BEFORE, AFTER), keys, strict=True):
        resolved = resolve_repeated(frame, key=[*within, key], rule=repeated)
        kept.append(resolved.frame)
        if resolved.left_out:
            notes.append(Note(code="repeated-left-out", values={"wave": wave, "n": resolved.left_out}))
    found = link(*kept, code=key, within=within)
    without = {BEFORE: found.without_code_before.size, AFTER: found.without_code_after.size}
    notes += [Note(code="without-code", values={"wave": wave, "n": n}) for wave, n in without.items() if n]
    if found.near_misses:
        sure = sum(miss.only for miss in found.near_misses)
        notes.append(Note(code="near-misses", values={"n": len(found.near_misses), "only": sure}))
    before, after = (
        None if answers is None else answers.taken(frame.index.to_numpy())
        for answers, frame in zip((waves.before, waves.after), kept, strict=True)
    )
    return Waves(before=before, after=after, pairs=(found.before, found.after)), tuple(notes)
