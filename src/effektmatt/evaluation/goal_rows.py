"""The goals in numbers, a row for each and for each part: for frames, and for other programs."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator

from effektmatt.core import Estimate
from effektmatt.evaluation.rows_to_mend import harmless
from effektmatt.findings import Findings, GoalFinding
from effektmatt.goals import Fulfilment, Target

#: What is measured of a goal, in the column vocabulary that all results share.
_MEASURED = ("measure", "estimate", "unit", "std_error", "conf_low", "conf_high", "conf_level", "n", "population")


def goal_rows(findings: Findings) -> list[dict[str, object]]:
    """Return a row for each goal without parts and for each part; of the whole of a goal in parts the verdict alone.

    >>> import effektmatt as em
    >>> rows = goal_rows(em.evaluate("data/sample/den-nya-administratoren").findings)
    >>> rows[1]["id"], round(rows[1]["estimate"], 4), rows[1]["target_low"], rows[1]["verdict"]
    ('delmal-2', 0.8783, 0.95, 'not-met')
    """
    return list(_rows(findings))


def goals_json(findings: Findings) -> str:
    """Return the goals as JSON: the project, the language of its titles, and the rows."""
    told = {"project": findings.project.name, "language": findings.language, "goals": goal_rows(findings)}
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)


def goals_csv(findings: Findings) -> str:
    """Return the rows as CSV (RFC 4180, decimal points): nothing in a cell where there is no number."""
    rows, text = goal_rows(findings), io.StringIO()
    names = list(rows[0]) if rows else ["id"]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: harmless(cell) if isinstance(cell, str) else cell for name, cell in row.items()} for row in rows
    )
    return text.getvalue().rstrip("\n")


def _rows(findings: Findings) -> Iterator[dict[str, object]]:
    for goal in findings.goals:
        yield _row(goal.id, goal.title, None, goal)
        for place, part in enumerate(goal.parts, start=1):
            yield _row(f"{goal.id}/{place}", goal.title, part.title, part)


def _row(name: str, title: str, part: str | None, goal: GoalFinding) -> dict[str, object]:
    judged = goal.fulfilment
    measured, target = (None, None) if goal.parts else (judged.estimate, judged.target)
    return {
        "id": name,
        "goal": title,
        "part": part,
        **_measured(measured),
        "measured_in": None if goal.parts else goal.measure.measured_in,
        **_wanted(target),
        "verdict": str(judged.verdict),
        **_why(judged),
        "probability": judged.probability,
    }


def _measured(estimate: Estimate | None) -> dict[str, object]:
    row = dict.fromkeys(_MEASURED) if estimate is None else estimate.to_row()
    possible = None if estimate is None else estimate.possible
    return {
        **{name: row[name] for name in _MEASURED},
        "possible_low": None if possible is None else possible.low,
        "possible_high": None if possible is None else possible.high,
        "method": row.get("method"),
    }


def _why(judged: Fulfilment) -> dict[str, object]:
    """Return the code of the reason, and between which values it rests where not on the interval."""
    reason, decided = next(iter(judged.reasons), None), judged.decided_by
    ends = (None, None) if decided is None else (decided.low, decided.high)
    low, high = (end if end is not None and math.isfinite(end) else None for end in ends)
    return {"reason": None if reason is None else reason.code, "deciding_low": low, "deciding_high": high}


def _wanted(target: Target | None) -> dict[str, object]:
    if target is None:
        return dict.fromkeys(("target", "target_reading", "target_low", "target_high"))
    low, high = (end if math.isfinite(end) else None for end in target.region)
    reading = None if target.reading is None else str(target.reading)
    return {"target": target.kind, "target_reading": reading, "target_low": low, "target_high": high}
