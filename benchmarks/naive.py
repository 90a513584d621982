"""What somebody would write without effektmatt: the bare numbers of a made project, with nothing checked.

Run: python benchmarks/naive.py survey|cases|log pandas|polars FOLDER; prints the numbers as JSON.
"""

import json
import sys
from pathlib import Path
from typing import Any

from made import ANSWERS, HORIZON, ITEMS

Numbers = dict[str, float]


def survey_pandas(folder: Path) -> Numbers:
    import pandas as pd

    value = {answer: place for place, answer in enumerate(ANSWERS, start=1)}

    def wave(name: str) -> Any:
        path = next(folder.glob(f"{name}.*"))
        frame = pd.read_csv(path, sep=";") if path.suffix == ".csv" else pd.read_parquet(path)
        frame["score"] = frame[ITEMS].apply(lambda answers: answers.map(value)).mean(axis=1)
        return frame

    before, after = wave("fore"), wave("efter")
    both = before.merge(after[["kod", "score"]], on="kod", suffixes=("_before", "_after"), validate="1:1")
    both["risen"] = both.score_after > both.score_before
    both["change"] = both.score_after - both.score_before
    for by in ("kon", "alder"):
        both.groupby(by)[["risen", "change"]].agg(["mean", "sem"])
    return {"hojda": both.risen.mean(), "hojning": both.change.mean()}


def survey_polars(folder: Path) -> Numbers:
    import polars as pl

    value = {answer: place for place, answer in enumerate(ANSWERS, start=1)}

    def wave(name: str) -> Any:
        path = next(folder.glob(f"{name}.*"))
        frame = pl.scan_csv(path, separator=";") if path.suffix == ".csv" else pl.scan_parquet(path)
        score = pl.mean_horizontal(pl.col(ITEMS).replace_strict(value, return_dtype=pl.Float64))
        return frame.with_columns(score=score)

    before, after = wave("fore"), wave("efter").select("kod", "score")
    both = before.join(after, on="kod", suffix="_after", validate="1:1").with_columns(
        risen=pl.col("score_after") > pl.col("score"), change=pl.col("score_after") - pl.col("score")
    )
    told = [pl.col("risen").mean(), pl.col("change").mean()]
    found = pl.collect_all([both.select(told), *(both.group_by(by).agg(told) for by in ("kon", "alder"))])
    return dict(zip(("hojda", "hojning"), found[0].row(0), strict=True))


def cases_pandas(folder: Path) -> Numbers:
    import numpy as np
    import pandas as pd
    from statsmodels.duration.survfunc import SurvfuncRight

    frame = pd.read_csv(folder / "arenden.csv", sep=";", parse_dates=["inkom", "avslutad"])
    after = frame.inkom >= "2025-01-01"
    seen = np.where(after, np.datetime64("2025-09-30"), np.datetime64("2024-09-30"))
    frame["days"] = (frame.avslutad.fillna(pd.Series(seen)) - frame.inkom).dt.days
    frame["closed"] = frame.avslutad.notna().astype(int)

    def restricted(rows: Any) -> float:
        curve = SurvfuncRight(rows.days, rows.closed)
        at = curve.surv_times <= HORIZON
        steps = np.diff(np.concatenate([[0], curve.surv_times[at], [HORIZON]]))
        return float(steps @ np.concatenate([[1], curve.surv_prob[at]]))

    for _, group in frame.groupby([after, "enhet"]):
        restricted(group)
    return {"handlaggningstid": restricted(frame[after]) - restricted(frame[~after])}


def log_pandas(folder: Path) -> Numbers:
    import pandas as pd

    people, uses = pd.read_csv(folder / "personer.csv", sep=";"), pd.read_csv(folder / "logg.csv", sep=";")
    uses["tid"] = pd.to_datetime(uses.tid)
    times = uses.groupby("person").size()
    return {"aktiva": float((people.person.map(times).fillna(0) >= 10).mean())}


def log_polars(folder: Path) -> Numbers:
    import polars as pl

    people = pl.read_csv(folder / "personer.csv", separator=";")
    uses = pl.read_csv(folder / "logg.csv", separator=";").with_columns(pl.col("tid").str.to_datetime("%Y-%m-%d %H:%M"))
    times = uses.group_by("person").len()
    joined = people.join(times, on="person", how="left")
    return {"aktiva": joined.select((pl.col("len").fill_null(0) >= 10).mean()).item()}


SCRIPTS = {
    ("survey", "pandas"): survey_pandas,
    ("survey", "polars"): survey_polars,
    ("cases", "pandas"): cases_pandas,
    ("log", "pandas"): log_pandas,
    ("log", "polars"): log_polars,
}


if __name__ == "__main__":
    print(json.dumps(SCRIPTS[sys.argv[1], sys.argv[2]](Path(sys.argv[3]))))
