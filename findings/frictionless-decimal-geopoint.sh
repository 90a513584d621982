#!/usr/bin/env bash
# frictionless describe takes a column of Swedish decimals ("12,5", "3,75") for points on a map: the type "geopoint" is
# tried, and two whole numbers with a comma between are a longitude and a latitude. A table schema that is made so lets
# no number through afterwards; with a value above 180 the same column is text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0
cat > seen.py <<'PYTHON'
from pathlib import Path

from frictionless import describe

for values in ("12,5", "3,75"), ("12,5", "375,5"):
    Path("medel.csv").write_text("enhet;medel\nA;{}\nB;{}\n".format(*values), encoding="utf-8")
    field = describe("medel.csv").schema.get_field("medel")
    print(values, field.type)
PYTHON
cat > expected.txt <<'TEXT'
('12,5', '3,75') geopoint
('12,5', '375,5') string
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: frictionless==5.21.0"
