"""Projects of any size to race with: a survey of linked people, cases, a log; seeded, and with a naive truth beside."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

ANSWERS = ["Instämmer inte alls", "Instämmer inte", "Varken eller", "Instämmer", "Instämmer helt"]
ITEMS = [f"f{place}" for place in range(1, 6)]
#: Cases are followed so many days.
HORIZON = 90

_WAVES = """
[waves]
before = { label = "Före", from = 2024-01-01, to = 2024-06-30 }
after = { label = "Efter", from = 2025-01-01, to = 2025-06-30 }
"""


def survey(folder: Path, rows: int, suffix: str = "csv") -> None:
    """So many people who answered five questions both times, in an order of their own each time; two groups."""
    generator = np.random.default_rng(20110919)
    codes = np.array([f"k{number:08d}" for number in generator.permutation(3 * rows)[:rows]])
    gender = generator.choice(["Kvinna", "Man"], rows)
    age = generator.choice(["-29", "30-44", "45-59", "60-"], rows)
    level = generator.integers(0, 5, rows)  # what a person answers hangs together
    before = np.clip(level[:, None] + generator.choice([-1, 0, 1], (rows, 5)), 0, 4)
    after = np.clip(before + generator.choice([-1, 0, 1, 2], (rows, 5), p=[0.1, 0.4, 0.3, 0.2]), 0, 4)
    for name, given, order in (("fore", before, np.arange(rows)), ("efter", after, generator.permutation(rows))):
        people = {"kod": codes[order], "kon": gender[order], "alder": age[order]}
        answers = {item: np.array(ANSWERS)[given[order, place]] for place, item in enumerate(ITEMS)}
        _write(pd.DataFrame({**people, **answers}), folder / f"{name}.{suffix}")
    plan = f"""[project]
name = "Enkät"
[analysis]
groups = ["kon", "alder"]
{_WAVES}
[sources.enkat]
kind = "survey"
files = {{ before = "fore.{suffix}", after = "efter.{suffix}" }}
code = "kod"
[scales.kunskap]
label = "Kunskap"
source = "enkat"
answers = {ANSWERS!r}
items = {{ f1 = "Ett", f2 = "Två", f3 = "Tre", f4 = "Fyra", f5 = "Fem" }}
[[goals]]
id = "hojda"
title = "80 procent ska ha höjt sig"
measure = {{ kind = "share-improved", scale = "kunskap", improved = "any" }}
target = {{ at_least = 0.8 }}
[[goals]]
id = "hojning"
title = "Medelvärdet ska stiga med 0,3"
measure = {{ kind = "score-change", scale = "kunskap" }}
target = {{ increase_by = 0.3 }}
"""
    (folder / "plan.toml").write_text(plan, encoding="utf-8")


def parquet_survey(folder: Path, rows: int) -> None:
    """The same survey in Parquet files."""
    survey(folder, rows, "parquet")


def cases(folder: Path, rows: int) -> None:
    """So many cases of two periods; some are still open when they are looked at."""
    generator = np.random.default_rng(20130919)
    after = np.arange(rows) >= rows // 2
    opened = np.where(after, np.datetime64("2025-01-01"), np.datetime64("2024-01-01")) + generator.integers(
        0, 180, rows
    ).astype("timedelta64[D]")
    took = generator.exponential(np.where(after, 55, 62)).astype(np.int64)
    seen = np.where(after, np.datetime64("2025-09-30"), np.datetime64("2024-09-30"))
    closed = opened + took.astype("timedelta64[D]")
    table = {
        "nummer": np.array([f"A{number:08d}" for number in range(rows)]),
        "enhet": generator.choice(["Barn", "Bygg", "Miljö", "Vård"], rows),
        "inkom": opened.astype(str),
        "avslutad": np.where(closed <= seen, closed.astype(str), ""),
    }
    _write(pd.DataFrame(table), folder / "arenden.csv")
    plan = f"""[project]
name = "Ärenden"
[analysis]
groups = ["enhet"]
{_WAVES}
[sources.arenden]
kind = "cases"
file = "arenden.csv"
key = "nummer"
opened = "inkom"
closed = "avslutad"
measured = {{ before = 2024-09-30, after = 2025-09-30 }}
[[goals]]
id = "handlaggningstid"
title = "Fem dagar kortare"
measure = {{ kind = "handling-time", source = "arenden", within_days = {HORIZON} }}
target = {{ decrease_by = 5 }}
"""
    (folder / "plan.toml").write_text(plan, encoding="utf-8")


def log(folder: Path, rows: int) -> None:
    """So many uses of something by a fiftieth as many people, of whom all are in a register."""
    generator = np.random.default_rng(20180206)
    people = np.array([f"p{number:06d}" for number in range(max(50, rows // 50))])
    register = {"person": people, "enhet": generator.choice(["Barn", "Vård"], len(people))}
    users = people[(generator.beta(1, 3, rows) * len(people)).astype(np.int64)]
    at = np.datetime64("2024-01-01T08:00") + generator.integers(0, 365 * 24 * 60, rows).astype("timedelta64[m]")
    _write(pd.DataFrame(register), folder / "personer.csv")
    _write(pd.DataFrame({"person": users, "tid": np.char.replace(at.astype(str), "T", " ")}), folder / "logg.csv")
    plan = """[project]
name = "Logg"
start = 2024-01-01
end = 2024-12-31
[sources.personer]
kind = "register"
file = "personer.csv"
key = "person"
[sources.logg]
kind = "log"
file = "logg.csv"
user = "person"
at = "tid"
of = "personer"
[[goals]]
id = "aktiva"
title = "60 procent ska ha använt den minst tio gånger"
measure = { kind = "active-share", source = "logg", times = 10 }
target = { at_least = 0.6 }
"""
    (folder / "plan.toml").write_text(plan, encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A project to race with: what is made, which of the naive scripts do the same, and what it may cost.

    `whole` and `beyond` are the most processor time (all of it, and without what a hundred rows take), `memory` the
    most memory, as times the first of `rivals`.
    """

    make: Callable[[Path, int], None]
    rows: int
    rivals: tuple[str, ...]
    naive: str
    whole: float | None = None
    beyond: float | None = None
    memory: float | None = None


MADE = {
    "survey-1e5": Made(make=survey, rows=100_000, rivals=("pandas", "polars"), naive="survey"),
    "survey": Made(
        make=survey, rows=1_000_000, rivals=("pandas", "polars"), naive="survey", whole=1.0, beyond=0.7, memory=0.6
    ),
    "survey-parquet": Made(
        make=parquet_survey, rows=1_000_000, rivals=("polars", "pandas"), naive="survey", beyond=3.5
    ),
    "cases": Made(make=cases, rows=1_000_000, rivals=("pandas",), naive="cases", whole=1.0, beyond=0.5, memory=0.8),
    "log": Made(make=log, rows=1_000_000, rivals=("pandas", "polars"), naive="log", whole=1.8, beyond=0.7, memory=0.7),
}


def _write(frame: pd.DataFrame, path: Path) -> None:
    if path.suffix == ".parquet":
        frame.to_parquet(path, index=False)
    else:
        frame.to_csv(path, index=False, sep=";")
