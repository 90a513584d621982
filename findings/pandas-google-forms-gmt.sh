#!/usr/bin/env bash
# Google Forms writes times as "2022/11/30 10:39:41 PM GMT+1": 22:39 in Sweden, 21:39 in Greenwich. pandas and dateutil
# take the sign as POSIX does and read 23:39 in Greenwich: converted to Swedish time answers are of the next day.
# The same time written "+01:00" is read as it stands.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 python-dateutil==2.9.0.post0
cat > seen.py <<'PYTHON'
import pandas as pd
from dateutil.parser import parse

for written in ("2022/11/30 10:39:41 PM GMT+1", "2022/11/30 22:39:41+01:00"):
    print("pandas", pd.to_datetime(written).tz_convert("Europe/Stockholm"))
    print("dateutil", parse(written).isoformat())
PYTHON
cat > expected.txt <<'TEXT'
pandas 2022-12-01 00:39:41+01:00
dateutil 2022-11-30T22:39:41-01:00
pandas 2022-11-30 22:39:41+01:00
dateutil 2022-11-30T22:39:41+01:00
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pandas==3.1.1 python-dateutil==2.9.0.post0"
