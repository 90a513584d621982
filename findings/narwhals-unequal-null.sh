#!/usr/bin/env bash
# The same narwhals expression keeps other rows by what frame it is given: filter(column != value) keeps rows with a
# missing value in pandas (missing is unequal) and drops them in Polars (missing is unknown). Code that is written
# once for both counts different people.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check narwhals==2.29.0 pandas==2.3.3 polars==2.1.0
cat > seen.py <<'PYTHON'
import narwhals as nw
import pandas as pd
import polars as pl

for library in (pd, pl):
    frame = nw.from_native(library.DataFrame({"svar": ["ja", None, "nej"]}))
    print(library.__name__, len(frame.filter(nw.col("svar") != "ja")))
PYTHON
cat > expected.txt <<'TEXT'
pandas 2
polars 1
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: narwhals==2.29.0 pandas==2.3.3 polars==2.1.0"
