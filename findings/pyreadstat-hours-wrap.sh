#!/usr/bin/env bash
# pyreadstat reads SPSS durations of a day or more as times of day: 25 hours in a variable of format TIME or DTIME
# (both may hold more than 24 hours in SPSS) comes back as 01:00, like one hour, without a word.
# disable_datetime_conversion=True gives the seconds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==2.3.3
cat > seen.py <<'PYTHON'
import pandas as pd
import pyreadstat

for form in ("TIME8", "DTIME12"):
    pyreadstat.write_sav(pd.DataFrame({"tid": [90_000.0, 3_600.0]}), "tid.sav", variable_format={"tid": form})
    frame, _ = pyreadstat.read_sav("tid.sav")
    seconds, _ = pyreadstat.read_sav("tid.sav", disable_datetime_conversion=True)
    print(form, [str(value) for value in frame["tid"]], seconds["tid"].tolist())
PYTHON
cat > expected.txt <<'TEXT'
TIME8 ['01:00:00', '01:00:00'] [90000.0, 3600.0]
DTIME12 ['01:00:00', '01:00:00'] [90000.0, 3600.0]
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pyreadstat==1.3.7 pandas==2.3.3"
