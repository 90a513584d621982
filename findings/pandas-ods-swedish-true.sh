#!/usr/bin/env bash
# pandas.read_excel with engine="odf" (its default for .ods) takes a cell of truth values for true only if it is shown
# as "TRUE". An office suite in Swedish shows it as "SANT" (office:boolean-value="true" stands beside it), so that every
# yes in a Swedish .ods file is read as False, like every no. The calamine engine reads the value.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
cat > seen.py <<'PYTHON'
import zipfile

import pandas as pd

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def truth(value, shown):
    return (
        f'<table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell></table:table-row>"
    )


heading = '<table:table-row><table:table-cell office:value-type="string"><text:p>klar</text:p></table:table-cell></table:table-row>'
content = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OASIS}office:1.0" '
    f'xmlns:table="{OASIS}table:1.0" xmlns:text="{OASIS}text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
    f'<table:table table:name="Blad1">{heading}{truth("true", "SANT")}{truth("false", "FALSKT")}{truth("true", "TRUE")}'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)
kind = "application/vnd.oasis.opendocument.spreadsheet"
manifest = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
with zipfile.ZipFile("klar.ods", "w") as archive:
    archive.writestr("mimetype", kind)
    archive.writestr("content.xml", content)
    archive.writestr("META-INF/manifest.xml", manifest)
for engine in ("odf", "calamine"):
    print(engine, pd.read_excel("klar.ods", engine=engine)["klar"].tolist())
PYTHON
cat > expected.txt <<'TEXT'
odf [False, False, True]
calamine [True, False, True]
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1"
