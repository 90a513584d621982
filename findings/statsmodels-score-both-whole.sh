#!/usr/bin/env bash
# statsmodels' confint_proportions_2indep(method="score", compare="diff") raises where everybody said yes in one of the groups
# (20 of 20 against 19 of 20, or against 20 of 20): the search for the limits begins where the statistic has no sign or no
# value. The other methods of the same function give an interval (Newcombe: -0.116 to 0.236 and -0.161 to 0.161).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check statsmodels==0.14.6 pandas==2.3.3 numpy==2.2.6
cat > seen.py <<'PYTHON'
from statsmodels.stats.proportion import confint_proportions_2indep

for counts in ((20, 20, 19, 20), (20, 20, 20, 20)):
    for method in ("score", "newcomb"):
        try:
            low, high = confint_proportions_2indep(*counts, method=method, compare="diff")
            print(counts, method, f"{low:.3f} {high:.3f}")
        except ValueError as error:
            print(counts, method, "raises", error)
PYTHON
cat > expected.txt <<'TEXT'
(20, 20, 19, 20) score raises f(a) and f(b) must have different signs
(20, 20, 19, 20) newcomb -0.116 0.236
(20, 20, 20, 20) score raises The function value at x=0.0 is NaN; solver cannot continue.
(20, 20, 20, 20) newcomb -0.161 0.161
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: statsmodels==0.14.6 pandas==2.3.3 numpy==2.2.6"
