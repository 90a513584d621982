#!/usr/bin/env bash
# python-calamine on an .ods sheet: a length of time under a day is a time (8:30), one of a day or more is not a length of time but
# the text of the file's own xml ("PT30H05M00S"); in .xlsx the same cell is a timedelta. So a column of worked hours from LibreOffice
# mixes times and texts from the first week that holds 24 hours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5
cat > seen.py <<'PYTHON'
import datetime as dt
import zipfile

import openpyxl
from python_calamine import CalamineWorkbook

cell = '<table:table-row><table:table-cell office:value-type="time" office:time-value="{}"/></table:table-row>'
content = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"><office:body><office:spreadsheet>
<table:table table:name="Tid">{}</table:table></office:spreadsheet></office:body></office:document-content>"""
with zipfile.ZipFile("tid.ods", "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    archive.writestr("META-INF/manifest.xml", "<manifest/>")
    archive.writestr("content.xml", content.format(cell.format("PT08H30M00S") + cell.format("PT30H05M00S")))
book = openpyxl.Workbook()
for row, length in enumerate((dt.timedelta(hours=8, minutes=30), dt.timedelta(hours=30, minutes=5)), start=1):
    book.active.cell(row, 1, length).number_format = "[h]:mm"
book.save("tid.xlsx")
for name in ("tid.ods", "tid.xlsx"):
    print(name, [repr(value) for row in CalamineWorkbook.from_path(name).get_sheet_by_index(0).to_python() for value in row])
PYTHON
cat > expected.txt <<'TEXT'
tid.ods ['datetime.time(8, 30)', "'PT30H05M00S'"]
tid.xlsx ['datetime.timedelta(seconds=30600)', 'datetime.timedelta(days=1, seconds=21900)']
TEXT
PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: python-calamine==0.9.1"
