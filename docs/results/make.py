"""Write docs/results.schema.json, the format of results.json, from the types that it is written from.

Run: python docs/results/make.py
"""

from __future__ import annotations

import json
from pathlib import Path

from results_schema import results_schema

import effektmatt.evaluation.run  # knows every kind of evidence  # noqa: F401

PAGE = Path(__file__).parents[1] / "results.schema.json"


def page() -> str:
    """Return the schema as it is written."""
    return json.dumps(results_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
