"""The JSON Schema of the plan, for editors that complete and check TOML files.

``python -m effektmatt.plan.json_schema`` writes it to standard output; it stands in docs/plan.schema.json, and
`effektmatt new` lays it beside the plan, where the plan's first line points to it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from effektmatt.plan.written import WrittenPlan

#: The name of the file beside a plan.
SCHEMA_FILE = "plan.schema.json"


def plan_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12) of plan.toml, made from the models that read it."""
    schema = WrittenPlan.model_json_schema(mode="validation", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "effektmatt plan.toml"}


def plan_schema_json() -> str:
    """Return the schema as text."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(plan_schema_json())
