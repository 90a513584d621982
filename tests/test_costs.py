"""What more rows cost, counted and not timed: neither the machine's mood nor what else it does makes a difference.

Calls of Python functions and the most memory held, of a project made with twice as many rows less those of the same
project: what each further row costs. It may be a fifth more than when it was counted last. Whoever makes it more looks
at every row where each different cell would do; whoever makes it less writes down the new count. What Polars and
libraries in C hold or call among themselves is not seen: that is what `make bench` is for.
"""

import cProfile
import gc
import pstats
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from effektmatt import evaluate
from made import cases, log, parquet_survey, survey

ROWS = 4000
#: The calls, and bytes of memory, that each further row cost when they were counted; a survey's row is a person's in
#: both waves. More than `_MORE` times either is too much.
COUNTED = {"survey": (1.53, 572), "parquet": (3.51, 572), "cases": (0.36, 281), "log": (9.32, 754)}
_MORE = 1.2
MAKERS = {"survey": survey, "parquet": parquet_survey, "cases": cases, "log": log}


def calls(folder: Path) -> float:
    profile = cProfile.Profile()
    profile.runcall(evaluate, folder)
    return float(pstats.Stats(profile).total_calls)


def memory(folder: Path) -> float:
    gc.collect()
    tracemalloc.start()
    try:
        evaluate(folder)
        return float(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()


@pytest.fixture(autouse=True)
def _all_text_is_large(monkeypatch):
    """Read text as large files are read, of which the beginning is looked at row by row."""
    monkeypatch.setattr("effektmatt.data.reading.LARGE", 0)
    monkeypatch.setattr("effektmatt.data.plain_text._BEGINNING", 20_000)


@pytest.mark.parametrize("name", COUNTED)
def test_a_further_row_costs_no_more_than_it_did(tmp_path, name):
    few, many = tmp_path / "few", tmp_path / "many"
    for folder, rows in ((few, ROWS), (many, 2 * ROWS)):
        folder.mkdir()
        MAKERS[name](folder, rows)
    evaluate(few)  # what is imported and kept is paid

    def each(cost: Callable[[Path], float]) -> float:
        return (cost(many) - cost(few)) / ROWS

    some_calls, some_bytes = COUNTED[name]
    assert each(calls) <= _MORE * some_calls
    assert each(memory) <= _MORE * some_bytes
