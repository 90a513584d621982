"""Paired answers counted straight from Parquet: Polars decodes a batch of rows while numpy counts the one before.

The file is never in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import overload

from effektmatt.core import PairedCounts
from effektmatt.data.counting import count_items
from effektmatt.data.groups import Group
from effektmatt.data.places import Scale


@overload
def count_parquet(
    path: str | Path, pairs: Mapping[str, tuple[str, str]], levels: Scale, by: None = None
) -> dict[str, PairedCounts]: ...
@overload
def count_parquet(
    path: str | Path, pairs: Mapping[str, tuple[str, str]], levels: Scale, by: Sequence[str]
) -> dict[str, dict[Group, PairedCounts]]: ...
def count_parquet(
    path: str | Path,
    pairs: Mapping[str, tuple[str, str]],
    levels: Scale,
    by: Sequence[str] | None = None,
) -> dict[str, PairedCounts] | dict[str, dict[Group, PairedCounts]]:
    """Count pairs of answers to many items of one scale in a Parquet file, or in a folder of such files.

    Quickest where answers are stored as whole numbers of one byte.

    Parameters
    ----------
    path
        The file, a folder, or a pattern such as "svar/*.parquet".
    pairs, levels, by
        As for `effektmatt.data.counting.count_items`; the levels must be given.

    Raises
    ------
    ModuleNotFoundError
        If Polars is not installed.
    ValueError
        If a value is none of the levels.
    """
    try:
        import polars as pl
    except ModuleNotFoundError as error:
        message = "counting Parquet files needs Polars, which is not installed: pip install 'effektmatt[fast]'"
        raise ModuleNotFoundError(message, name="polars") from error
    return count_items(pl.scan_parquet(path), pairs, levels, by)
