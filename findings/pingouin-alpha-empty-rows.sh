#!/usr/bin/env bash
# pingouin.cronbach_alpha counts people who answered nothing when it makes the interval, also with nan_policy="listwise", which says
# that they are dropped: thirty people give alpha 0.755 (0.571 to 0.872); the same thirty and three hundred empty rows give 0.755
# (0.708 to 0.795), as if 330 had answered. A survey export with its non-respondents in it always looks so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pingouin==0.7.0 pandas==2.3.3
cat > seen.py <<'PYTHON'
import numpy as np
import pandas as pd
import pingouin

draws = np.random.default_rng(1)
answers = pd.DataFrame(draws.integers(1, 6, (30, 4)).astype(float), columns=["a", "b", "c", "d"])
answers["b"] = answers["a"]
answers["c"] = answers["a"].clip(2, 5)
empty = pd.DataFrame(np.nan, index=range(300), columns=answers.columns)
with_empty = pd.concat([answers, empty], ignore_index=True)
for named, frame in [("30 answered", answers), ("and 300 empty", with_empty), ("30 answered", with_empty.dropna())]:
    alpha, interval = pingouin.cronbach_alpha(frame, nan_policy="listwise")
    print(named, round(float(alpha), 3), interval.tolist())
PYTHON
cat > expected.txt <<'TEXT'
30 answered 0.755 [0.571, 0.872]
and 300 empty 0.755 [0.708, 0.795]
30 answered 0.755 [0.571, 0.872]
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pingouin==0.7.0 pandas==2.3.3"
