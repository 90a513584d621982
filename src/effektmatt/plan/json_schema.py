"""The JSON Schema of the plan, for editors that complete, check and explain TOML files.

``python -m effektmatt.plan.json_schema`` writes it to standard output, in Swedish; it stands in docs/plan.schema.json,
and `effektmatt new` lays it beside the plan in the plan's language, where the plan's first line points to it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from effektmatt.plan.keys import described, models
from effektmatt.plan.written import WrittenPlan

#: The name of the file beside a plan.
SCHEMA_FILE = "plan.schema.json"


def plan_schema(language: str = "sv") -> dict[str, Any]:
    """Return the schema (draft 2020-12) of plan.toml, made from the models that read it.

    Parameters
    ----------
    language
        What its descriptions of tables and keys are written in, "sv" or "en".

    Examples
    --------
    >>> plan_schema("en")["$defs"]["Project"]["properties"]["name"]["description"]
    'The name of the project. It is the title of the report.'
    """
    schema = WrittenPlan.model_json_schema(mode="validation", by_alias=True)
    known = models()
    for name, table in {WrittenPlan.__name__: schema, **schema["$defs"]}.items():
        about = described(known[name], language)
        table["description"] = about.means
        for key, rule in table["properties"].items():
            rule["description"] = about.keys[key]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "effektmatt plan.toml"}


def plan_schema_json(language: str = "sv") -> str:
    """Return the schema as text."""
    return json.dumps(plan_schema(language), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(plan_schema_json())
