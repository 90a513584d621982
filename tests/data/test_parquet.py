"""Counts straight from Parquet are the counts of the rows."""

import sys

import numpy as np
import polars as pl
import pytest

from effektmatt.data.counting import count_pairs
from effektmatt.data.parquet import count_parquet

PAIRS = {f"v{number}": (f"v{number}_fore", f"v{number}_efter") for number in range(3)}


@pytest.fixture(scope="module")
def answers():
    generator = np.random.default_rng(20110919)
    rows = 300_001
    columns = {
        "v0": generator.integers(1, 6, (2, rows)).astype(np.int8),
        "v1": generator.integers(1, 6, (2, rows)).astype(np.float64),
        "v2": generator.integers(1, 6, (2, rows)),
    }
    columns["v1"][:, ::7] = np.nan
    frame = pl.DataFrame(
        {
            f"{item}_{wave}": one
            for item, both in columns.items()
            for wave, one in zip(("fore", "efter"), both, strict=True)
        }
    )
    sometimes = pl.int_range(pl.len()) % 5 == 0
    return frame.with_columns(
        v2_efter=pl.when(sometimes).then(None).otherwise(pl.col("v2_efter")),
        kon=pl.when(pl.int_range(pl.len()) % 11 == 3)
        .then(None)
        .otherwise(pl.Series(["kvinna", "man", "man"] * 100_001)[:rows]),
    )


@pytest.mark.parametrize("by", [None, ["kon"]])
def test_a_file_is_counted_batch_by_batch(tmp_path, answers, by):
    answers.write_parquet(tmp_path / "svar.parquet", row_group_size=50_000)
    counted = count_parquet(tmp_path / "svar.parquet", PAIRS, range(1, 6), by)
    for item, (before, after) in PAIRS.items():
        expected = count_pairs(answers, before, after, range(1, 6), by)
        if by is None:
            assert counted[item].table.tolist() == expected.table.tolist()
        else:
            assert list(counted[item]) == list(expected) == [("kvinna",), ("man",), (None,)]
            for group, counts in expected.items():
                assert counted[item][group].table.tolist() == counts.table.tolist()


def test_a_folder_of_files_is_one_table(tmp_path, answers):
    answers[:1000].write_parquet(tmp_path / "1.parquet")
    answers[1000:5000].write_parquet(tmp_path / "2.parquet")
    counted = count_parquet(str(tmp_path), PAIRS, range(1, 6))
    assert counted["v0"].table.tolist() == count_pairs(answers[:5000], *PAIRS["v0"], range(1, 6)).table.tolist()


def test_a_value_outside_the_levels_is_found_in_the_last_row(tmp_path, answers):
    last = answers.with_columns(v0_fore=pl.when(pl.int_range(pl.len()) == pl.len() - 1).then(9).otherwise("v0_fore"))
    last.write_parquet(tmp_path / "svar.parquet")
    with pytest.raises(ValueError, match=r"values outside the levels \[1\.0, 2\.0, 3\.0, 4\.0, 5\.0\]: \[9\.0\]"):
        count_parquet(tmp_path / "svar.parquet", PAIRS, range(1, 6))


def test_polars_is_asked_for_where_it_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'effektmatt\[fast\]'"):
        count_parquet("svar.parquet", PAIRS, range(1, 6))
