#!/usr/bin/env bash
# pyjstat drops the status of JSON-stat 2 values on the way to a data frame: a null with status "-" (at Statistics
# Sweden a true zero) and a null with status ".." (secret or missing) both become NaN, and no column tells them apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyjstat==2.4.0 pandas==2.3.3
cat > seen.py <<'PYTHON'
import json

from pyjstat import pyjstat

text = json.dumps({
    "version": "2.0", "class": "dataset", "label": "Antal", "id": ["region"], "size": [3],
    "dimension": {"region": {"label": "region", "category": {
        "index": ["01", "02", "03"], "label": {"01": "Norr", "02": "Mitt", "03": "Syd"}}}},
    "value": [7, None, None], "status": {"1": "-", "2": ".."},
})
frame = pyjstat.Dataset.read(text).write("dataframe")
print(list(frame.columns))
for row in frame.itertuples(index=False):
    print(*row)
PYTHON
cat > expected.txt <<'TEXT'
['region', 'value']
Norr 7.0
Mitt nan
Syd nan
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pyjstat==2.4.0 pandas==2.3.3"
