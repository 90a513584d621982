#!/usr/bin/env bash
# A Stata column of months (%tm: months since January 1960) is dates to pandas.read_stata and bare numbers to pyreadstat,
# which turns %td into dates all the same: January 2010 is 600.0, and nothing but the column's format tells.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==2.3.3
cat > seen.py <<'PYTHON'
import pandas as pd
import pyreadstat

frame = pd.DataFrame({"manad": [600, 601], "antal": [12, 15]})
pyreadstat.write_dta(frame, "serie.dta", variable_format={"manad": "%tm"})
read, meta = pyreadstat.read_dta("serie.dta")
print("pyreadstat", read["manad"].tolist(), meta.original_variable_types["manad"])
print("pandas", [day.date().isoformat() for day in pd.read_stata("serie.dta")["manad"]])
PYTHON
cat > expected.txt <<'TEXT'
pyreadstat [600.0, 601.0] %tm
pandas ['2010-01-01', '2010-02-01']
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pyreadstat==1.3.7 pandas==2.3.3"
