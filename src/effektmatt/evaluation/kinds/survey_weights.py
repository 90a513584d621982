"""The columns of a survey that say what an answer weighs, and with whom a person took part, row by row."""

from __future__ import annotations

from collections.abc import Iterator

import narwhals as nw
import numpy as np
import pandas as pd

from effektmatt.core import Note
from effektmatt.data.columns import Labels, group_labels, known
from effektmatt.data.schemas import Column
from effektmatt.data.values import folded
from effektmatt.data.where import row_ranges
from effektmatt.errors import Fault
from effektmatt.evaluation.kinds.common import LoadedFile, LoadedSource
from effektmatt.plan.kinds.survey import Survey
from effektmatt.stats.designs import Design


def design_columns(source: Survey) -> tuple[Column, ...]:
    """Return the rules for the columns: every answer has a weight and a stratum, if the plan names columns of them."""
    texts = [Column(name=name) for name in (source.cluster, *source.weigh) if name]
    weight = [Column(name=source.weight, kind="number", required=True)] if source.weight else []
    return (*weight, *([Column(name=source.strata, required=True)] if source.strata else []), *texts)


def is_designed(source: Survey) -> bool:
    """Say whether answers weigh differently, or people took part in groups."""
    return bool(source.cluster or source.weight or source.weigh)


def row_design(frame: pd.DataFrame, source: Survey, wave: str) -> Design | None:
    """Return what every row weighs and took part with; None where the plan says nothing, or a column is missing.

    A person whose group is not known is a group of his own.
    """
    named = [name for name in (source.cluster, source.weight, source.strata, *source.weigh) if name]
    if not is_designed(source) or any(name not in frame for name in named):
        return None
    weights = np.ones(len(frame))
    if source.weight:
        weights = frame[source.weight].to_numpy(dtype=np.float64, na_value=1.0)
    clusters = None if source.cluster is None else labels(frame, source.cluster)
    if clusters is not None:
        alone = [f"{wave} {row}" for row in range(len(frame))]
        clusters = np.array([f"={folded(one)}" if one else own for one, own in zip(clusters, alone, strict=True)])
    strata = None if source.strata is None else np.array([folded(one or "") for one in labels(frame, source.strata)])
    categories = None
    if source.weigh:
        columns = [[folded(one or "") for one in labels(frame, name)] for name in source.weigh]
        categories = np.array(columns, dtype=object).T.reshape(len(frame), len(source.weigh))
    return Design(weights, strata=strata, clusters=clusters, categories=categories)


def labels(frame: pd.DataFrame, column: str) -> Labels:
    """Return everybody's value of a column, None where it is empty."""
    return group_labels(nw.from_native(frame[column], series_only=True))


def weight_faults(loaded: LoadedSource[Survey]) -> Iterator[Fault]:
    """Yield the weights that are not above nought."""
    column = loaded.source.weight
    for file in loaded.files.values():
        if column is not None and column in file.frame and pd.api.types.is_numeric_dtype(file.frame[column]):
            yield from _not_above_nought(file, column)


def _not_above_nought(file: LoadedFile, column: str) -> Iterator[Fault]:
    wrong = file.frame.index[file.frame[column] <= 0].tolist()
    if wrong:
        got = f"{file.frame.loc[wrong[0], column]:g}"
        details = {"where": row_ranges(wrong)}
        yield Fault(
            code="weight-not-above-nought",
            file=file.reading.file,
            sheet=file.reading.sheet,
            row=wrong[0],
            column=column,
            got=got,
            rows=len(wrong),
            details=details,
        )


def unknown_notes(frames: dict[str, pd.DataFrame], source: Survey) -> Iterator[Note]:
    """Say in how many rows a group, or what an answer is weighed by, is not known."""
    grouped = [source.cluster] if source.cluster else []
    for column in [*grouped, *source.weigh]:
        held = [frame for frame in frames.values() if column in frame]
        n = sum(int((~known(labels(frame, column))).sum()) for frame in held)
        if n:
            code = "cluster-unknown" if column in grouped else "weigh-unknown"
            yield Note(code=code, values={"column": column, "n": n})
