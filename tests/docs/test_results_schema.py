"""docs/results.schema.json is what the types say now."""

import importlib.util
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs"


def test_the_schema_is_up_to_date():
    spec = importlib.util.spec_from_file_location("make_results", FOLDER / "results" / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    assert make.page() == (FOLDER / "results.schema.json").read_text(encoding="utf-8"), "run `make docs`"
