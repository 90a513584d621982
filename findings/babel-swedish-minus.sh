#!/usr/bin/env bash
# Babel knows from CLDR that the Swedish minus sign is U+2212, but format_decimal writes a hyphen-minus, and
# parse_decimal refuses the sign that CLDR prescribes: a number written as Swedish text prescribes it cannot be read
# back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0
cat > seen.py <<'PYTHON'
from babel import Locale
from babel.numbers import NumberFormatError, format_decimal, parse_decimal

print(ascii(Locale("sv").number_symbols["latn"]["minusSign"]))
print(ascii(format_decimal(-1234.5, locale="sv")))
for text in ("-1\u00a0234,5", "\u22121\u00a0234,5"):
    try:
        print(ascii(text), parse_decimal(text, locale="sv"))
    except NumberFormatError:
        print(ascii(text), "refused")
PYTHON
cat > expected.txt <<'TEXT'
'\u2212'
'-1\xa0234,5'
'-1\xa0234,5' -1234.5
'\u22121\xa0234,5' refused
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: babel==2.19.0"
