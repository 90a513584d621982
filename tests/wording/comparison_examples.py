"""Examples of every note and fault about two groups that are compared."""

from __future__ import annotations

from effektmatt.core import Note
from effektmatt.errors import Fault

_SIDES: dict[str, str | int | float] = {
    "column": "grupp",
    "expected": "väntelista/kurs",
    "value": "väntelista/kurs",
    "project": "kurs",
    "comparison": "väntelista",
    "values": "avbrutit (8)",
    "further": 0,
}

COMPARISON_NOTES: tuple[Note, ...] = (
    Note(code="group-too-small", values={"needed": 5}),
    Note(code="groups-differ-before"),
    Note(code="effect-without-margins"),
    *(Note(code="same-periods-compared", values={"per_year": n}) for n in (4, 12)),
    *(Note(code="hidden-in-sample", values={"n": n}) for n in (1, 12)),
    *(Note(code="comparison-side-unknown", values={"n": n, "column": "grupp"}) for n in (1, 40)),
    *(Note(code="comparison-side-moved", values={"n": n, "column": "grupp"}) for n in (1, 3)),
    *(
        Note(code=f"comparison-other-values{named}", values={**_SIDES, "n": n})
        for named in ("", "-unnamed")
        for n in (1, 8)
    ),
)

COMPARISON_FAULTS: tuple[Fault, ...] = (
    Fault(code="plan-groups-alike", file="plan.toml", key="goals[1].measure.groups", got="Kvinna"),
    Fault(
        code="comparison-project-unclear",
        file="fore.csv, efter.csv",
        column="grupp",
        key="analysis.comparison.project",
        got="väntelista",
        expected=("kurs", "webbkurs"),
    ),
)
