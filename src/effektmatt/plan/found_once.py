"""Questions that only some of the waves have: asked once, before or after, and nothing to compare with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from effektmatt.data.descriptions import ColumnKind
from effektmatt.plan.found import FoundSource
from effektmatt.plan.found_scales import then_columns


def with_asked_once(source: FoundSource) -> tuple[FoundSource, Mapping[str, Mapping[str, str]]]:
    """Return a source whose files all have the questions and numbers of any, empty where nobody was asked.

    What these are called in each wave comes with it, as a plan says it: "" where they are not.
    """
    asked = {wave: _asked(source, wave) for wave in source.files}
    every = frozenset().union(*asked.values()) - set(then_columns(source).values())
    once = [one.name for one in source.description.columns if one.name in every and _is_lacking(source, one.name)]
    files = {}
    for wave, found in source.files.items():
        assert found.table is not None
        lacking = [name for name in once if name not in found.table.frame]
        frame = found.table.frame.reindex(columns=[*found.table.frame.columns, *lacking])
        files[wave] = replace(found, table=replace(found.table, frame=frame))
    named = {name: {wave: name if name in one else "" for wave, one in asked.items()} for name in once}
    return replace(source, files=files), named


def _asked(source: FoundSource, wave: str) -> frozenset[str]:
    """Return the questions and numbers of a wave's file."""
    description = source.files[wave].description
    assert description is not None
    kinds = (ColumnKind.ANSWERS, ColumnKind.NUMBER)
    return frozenset(one.name for one in description.columns if one.kind in kinds and one.name not in source.of_tools)


def _is_lacking(source: FoundSource, name: str) -> bool:
    return any(name not in frame for frame in source.frames)
