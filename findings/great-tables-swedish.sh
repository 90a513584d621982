#!/usr/bin/env bash
# great_tables with locale="sv" writes Swedish digits and separators but English places: the currency stands before
# the amount without a blank ("kr2 976 000" for "2 976 000 kr") and the per cent sign without the no-break space that
# Swedish demands ("62,0%" for "62,0 %").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check great-tables==1.1.0 pandas==2.3.3
cat > seen.py <<'PYTHON'
import re

import pandas as pd
from great_tables import GT

table = GT(pd.DataFrame({"belopp": [2_976_000.0], "andel": [0.62]}))
table = table.fmt_currency("belopp", currency="SEK", locale="sv", decimals=0).fmt_percent("andel", locale="sv", decimals=1)
print([ascii(cell) for cell in re.findall(r'gt_right">([^<]*)<', table.as_raw_html())])
PYTHON
cat > expected.txt <<'TEXT'
["'kr2 976 000'", "'62,0%'"]
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: great-tables==1.1.0 pandas==2.3.3"
