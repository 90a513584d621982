#!/usr/bin/env bash
# agate (the library below csvkit) takes a comma for a mark between thousands wherever it stands: "12,5" is read as 125 and
# "3,75" as 375, though no thousands are written so; a column of Swedish decimals becomes a column of whole numbers up to
# a hundred times too large, and municipality codes lose their first 0 ("0180" is 180). Nothing is raised.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check agate==1.14.2
cat > seen.py <<'PYTHON'
import io

import agate

table = agate.Table.from_csv(io.StringIO("enhet;medel;kommun\nA;12,5;0180\nB;3,75;1480\n"), delimiter=";")
for column in table.columns:
    print(column.name, [str(value) for value in column.values()])
PYTHON
cat > expected.txt <<'TEXT'
enhet ['A', 'B']
medel ['125', '375']
kommun ['180', '1480']
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: agate==1.14.2"
