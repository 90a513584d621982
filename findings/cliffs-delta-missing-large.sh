#!/usr/bin/env bash
# cliffs_delta takes a missing answer for the smallest of all, or for the largest: where one group has no answer at all the effect is
# -1.0 and "large", and it is -1.0 both ways round, which no difference between two groups can be.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cliffs-delta==1.0.0
cat > seen.py <<'PYTHON'
from cliffs_delta import cliffs_delta

nothing = [float("nan")] * 3
print(cliffs_delta(nothing, [2, 2, 2]))
print(cliffs_delta([2, 2, 2], nothing))
print(cliffs_delta([3, 1], [2, 2]), "with one missing in each", cliffs_delta([3, nothing[0], 1], [2, nothing[0], 2]))
PYTHON
cat > expected.txt <<'TEXT'
(-1.0, 'large')
(-1.0, 'large')
(0.0, 'negligible') with one missing in each (-0.3333333333333333, 'medium')
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: cliffs-delta==1.0.0"
