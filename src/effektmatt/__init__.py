"""The front door of effektmatt: did the project work, and were its goals met.

A folder with a plan and data files in, honest verdicts, charts and an accessible report out; and a library for
notebooks. This module holds names only, and imports what stands behind them when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from effektmatt import speech

if TYPE_CHECKING:
    from effektmatt.cases.compare import compare_handling_times
    from effektmatt.charts import Chart, chart
    from effektmatt.core import Estimate, Hide, Interval
    from effektmatt.data.describing import describe
    from effektmatt.data.descriptions import Description
    from effektmatt.errors import Fault, InputFaults
    from effektmatt.evaluation import Evaluation, evaluate
    from effektmatt.evaluation.verify import Verification, verify
    from effektmatt.goals import Fulfilment, Target, Verdict, judge
    from effektmatt.measurements.of_rows import mean_of
    from effektmatt.registers.of_rows import count_of, share_of
    from effektmatt.surveys.compare import compare_surveys
    from effektmatt.surveys.scale import Scale
    from effektmatt.usage.weekly import weekly_users
    from effektmatt.visits.checklist import Checklist
    from effektmatt.visits.compare import compare_visits

__version__ = "0.1.0"

_HOME = {
    "Chart": "charts",
    "Checklist": "visits.checklist",
    "Description": "data.descriptions",
    "Estimate": "core",
    "Evaluation": "evaluation",
    "Fault": "errors",
    "Fulfilment": "goals",
    "Hide": "core",
    "InputFaults": "errors",
    "Interval": "core",
    "Scale": "surveys.scale",
    "Target": "goals",
    "Verdict": "goals",
    "Verification": "evaluation.verify",
    "chart": "charts",
    "compare_handling_times": "cases.compare",
    "compare_surveys": "surveys.compare",
    "compare_visits": "visits.compare",
    "count_of": "registers.of_rows",
    "describe": "data.describing",
    "evaluate": "evaluation",
    "judge": "goals",
    "mean_of": "measurements.of_rows",
    "share_of": "registers.of_rows",
    "verify": "evaluation.verify",
    "weekly_users": "usage.weekly",
}

__all__ = [
    "Chart",
    "Checklist",
    "Description",
    "Estimate",
    "Evaluation",
    "Fault",
    "Fulfilment",
    "Hide",
    "InputFaults",
    "Interval",
    "Scale",
    "Target",
    "Verdict",
    "Verification",
    "chart",
    "compare_handling_times",
    "compare_surveys",
    "compare_visits",
    "count_of",
    "describe",
    "evaluate",
    "judge",
    "mean_of",
    "share_of",
    "verify",
    "weekly_users",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


def _speak(value: Any, form: str, language: str) -> str:
    return str(importlib.import_module(f"{__name__}.wording.speaker").speaker(value, form, language))


speech.speaker = _speak
