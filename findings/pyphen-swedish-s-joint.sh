#!/usr/bin/env bash
# The Swedish patterns that pyphen carries (hyph_sv) divide some compounds beside the joint where an s binds them, and others of the same kind right: "till-stånd-sen-het",
# "om-sorg-sen-het" and "be-hov-s-ana-lys", but "led-nings-en-het". A narrow table column then shows words that do not
# exist, or a lone s.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyphen==0.18.1
cat > seen.py <<'PYTHON'
from pyphen import Pyphen

divide = Pyphen(lang="sv_SE").inserted
for word in ("tillståndsenhet", "omsorgsenhet", "behovsanalys", "ledningsenhet"):
    print(ascii(divide(word)))
PYTHON
cat > expected.txt <<'TEXT'
'till-st\xe5nd-sen-het'
'om-sorg-sen-het'
'be-hov-s-ana-lys'
'led-nings-en-het'
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pyphen==0.18.1"
