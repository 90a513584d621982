#!/usr/bin/env bash
# pandas joins the lines of an OpenDocument cell without anything between them: two answers of one person on two lines (Ctrl+Enter, as
# forms with several choices are saved) are read as one word that is no answer, "TelefonBesök", where python-calamine keeps the line break.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandas==2.3.3 odfpy==1.4.1 python-calamine==0.9.1
cat > seen.py <<'PYTHON'
import zipfile

import pandas as pd
from python_calamine import CalamineWorkbook

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
MANIFEST = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def write(cells):
    spaces = " ".join(f'xmlns:{short}="{name}"' for short, name in SPACES.items())
    sheet = f'<table:table table:name="Blad1"><table:table-row>{cells}</table:table-row></table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    with zipfile.ZipFile("sheet.ods", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", MANIFEST)
        packed.writestr("content.xml", f'<office:document-content {spaces} office:version="1.3">{body}</office:document-content>')


write(
    '<table:table-cell office:value-type="string"><text:p>K1</text:p></table:table-cell>'
    '<table:table-cell office:value-type="string"><text:p>Telefon</text:p><text:p>Besök</text:p></table:table-cell>'
)
print("pandas", pd.read_excel("sheet.ods", engine="odf", header=None).values.tolist())
print("calamine", CalamineWorkbook.from_path("sheet.ods").get_sheet_by_index(0).to_python())
PYTHON
cat > expected.txt <<'TEXT'
pandas [['K1', 'TelefonBesök']]
calamine [['K1', 'Telefon\nBesök']]
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pandas==2.3.3 odfpy==1.4.1 python-calamine==0.9.1"
