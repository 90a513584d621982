#!/usr/bin/env bash
# python-stdnum refuses Swedish coordination numbers (samordningsnummer: the day of birth plus 60, given to people who
# are not registered residents), although they are built and used like personal identity numbers; a guard that trusts
# it lets them through. The number below is invented, with a right check digit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-stdnum==2.2
cat > seen.py <<'PYTHON'
from stdnum import luhn
from stdnum.se import personnummer

for digits in ("850101000", "850161000"):  # 1 January 1985, and the same day plus 60
    number = digits + luhn.calc_check_digit(digits)
    print(number, luhn.is_valid(number), personnummer.is_valid(f"{number[:6]}-{number[6:]}"))
PYTHON
cat > expected.txt <<'TEXT'
8501010006 True True
8501610003 True False
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: python-stdnum==2.2"
