#!/usr/bin/env bash
# dateparser with languages=["sv"] reads the day and the month of one and the same day in two orders: with leading zeros
# "03/04/2024" is 3 April, without them "3/4/2024" is 4 March (in German and Finnish both are April, in English both
# March). A file that was saved from a spreadsheet and one that a person typed then differ by a month.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat > seen.py <<'PYTHON'
import dateparser

for language in ("sv", "de", "fi", "en"):
    read = [dateparser.parse(text, languages=[language]).date().isoformat() for text in ("03/04/2024", "3/4/2024", "03.04.2024", "3.4.2024")]
    print(language, *read)
PYTHON
cat > expected.txt <<'TEXT'
sv 2024-04-03 2024-03-04 2024-04-03 2024-03-04
de 2024-04-03 2024-04-03 2024-04-03 2024-04-03
fi 2024-04-03 2024-04-03 2024-04-03 2024-04-03
en 2024-03-04 2024-03-04 2024-03-04 2024-03-04
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: dateparser==1.5.0"
