"""Examples of what is said of groups that took part together, and of weights."""

from __future__ import annotations

from effektmatt.core import Note
from effektmatt.errors import Fault

WEIGHT_NOTES = (
    Note(code="answered-resemble-within-groups", values={"columns": "kon"}),
    Note(code="answered-resemble-within-groups", values={"columns": "kon, alder"}),
    Note(code="groups-counted", values={"groups": 1, "n": 20, "of": "answers"}),
    Note(code="groups-counted", values={"groups": 12, "n": 20, "of": "cases"}),
    Note(code="groups-considered", values={"groups": 12, "n": 240, "effect": 2.94}),
    Note(code="too-few-groups", values={"n": 1, "needed": 2}),
    Note(code="groups-same", values={"of": "level"}),
    Note(code="groups-same", values={"of": "change"}),
    Note(code="too-few-in-stratum", values={"needed": 2}),
    Note(code="not-of-groups-or-weights"),
    Note(code="cluster-unknown", values={"n": 1, "column": "utbildningsgrupp"}),
    Note(code="cluster-unknown", values={"n": 3, "column": "utbildningsgrupp"}),
    Note(code="weigh-unknown", values={"n": 1, "column": "kon"}),
    Note(code="weigh-unknown", values={"n": 3, "column": "kon"}),
    Note(code="weights-contradict-known", values={"low": 0.455, "high": 0.545, "unit": "share"}),
    Note(code="weights-uneven", values={"n": 120, "worth": 44}),
    Note(code="weights-heavy", values={"n": 1, "times": 7.3}),
    Note(code="weights-heavy", values={"n": 4, "times": 7.3}),
)

WEIGHT_FAULTS = (
    Fault(code="weight-not-above-nought", file="efter.csv", row=4, column="vikt", got="0"),
    Fault(
        code="weigh-empty-cell",
        file="efter.csv",
        column="alder",
        got="80 och äldre",
        details={"wave": "after", "n": 31},
    ),
    Fault(
        code="weigh-empty-cell",
        file="efter.csv",
        column="alder",
        got="80 och äldre",
        details={"wave": "linked", "n": 31},
    ),
    Fault(code="weigh-value-unknown", file="efter.csv", column="kon", got="annat", expected=("kvinna", "man")),
    Fault(code="weigh-impossible", file="efter.csv", column="kon, alder"),
    Fault(code="plan-margins-differ", file="plan.toml", key="sources.enkat.population", got="kon: 200, alder: 210"),
)
