#!/usr/bin/env bash
# pyaxis reads a PC-Axis file with KEYS (rows begin with the value of a heading, and rows of only zeros are left out)
# as if there were none: the key becomes part of the first figure, every later figure moves up into another region,
# and the last region gets none. PC-Axis file format, keyword KEYS. Nothing is raised.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyaxis==0.2.0 pandas==2.3.3
cat > seen.py <<'PYTHON'
from pathlib import Path

from pyaxis import pyaxis

Path("keys.px").write_text(
    'CHARSET="ANSI";\nAXIS-VERSION="2010";\nCODEPAGE="utf-8";\nLANGUAGE="sv";\nTITLE="Antal";\n'
    'STUB="region";\nHEADING="ar";\nVALUES("region")="Norr","Mitt","Syd";\nVALUES("ar")="2023","2024";\n'
    'KEYS("region")=VALUES;\nDATA=\n"Norr",1 2\n"Syd",5 6\n;\n',
    encoding="utf-8",
)
# right: Norr 1 2, Mitt 0 0, Syd 5 6
for row in pyaxis.parse("keys.px", encoding="utf-8", timeout=10)["DATA"].itertuples(index=False):
    print(*row)
PYTHON
cat > expected.txt <<'TEXT'
Norr 2023 "Norr",1
Norr 2024 2
Mitt 2023 "Syd",5
Mitt 2024 6
Syd 2023 nan
Syd 2024 nan
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pyaxis==0.2.0 pandas==2.3.3"
