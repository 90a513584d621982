#!/usr/bin/env bash
# polars.read_excel settles a column's type by its first rows; a text that stands further down in a column of numbers
# becomes null, without a warning. An answer "vet ej" and a number written as text ("4,5") in row 1 500 are then
# missing answers, where the first rows would have made the whole column text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check polars==2.1.0 fastexcel==0.21.0 openpyxl==3.1.5
cat > seen.py <<'PYTHON'
import openpyxl
import polars as pl

for first in (2, 1500):
    book = openpyxl.Workbook()
    book.active.append(["nummer", "svar"])
    for row in range(2, 1600):
        book.active.append([row, "vet ej" if row == first else "4,5" if row == first + 1 else 3])
    book.save("svar.xlsx")
    frame = pl.read_excel("svar.xlsx")
    print("text in row", first, frame.schema["svar"], "missing", frame["svar"].null_count())
PYTHON
cat > expected.txt <<'TEXT'
text in row 2 String missing 0
text in row 1500 Int64 missing 2
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: polars==2.1.0 fastexcel==0.21.0 openpyxl==3.1.5"
