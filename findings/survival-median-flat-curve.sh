#!/usr/bin/env bash
# Where the survival curve lies flat at exactly one half, the median time is another in every library: of four cases closed
# after 1, 2, 3 and 4 days lifelines says 2 (the first day on which half are closed), statsmodels 3 (the first with more
# than half closed), and the plain median is 2.5. Handling times in whole days of an even number of cases meet this often.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check statsmodels==0.14.6 lifelines==0.30.3 scipy==1.15.3 pandas==2.3.3 numpy==2.2.6
cat > seen.py <<'PYTHON'
import numpy as np
from lifelines import KaplanMeierFitter
from statsmodels.duration.survfunc import SurvfuncRight

days, closed = [1, 2, 3, 4], [1, 1, 1, 1]
print("lifelines", float(KaplanMeierFitter().fit(days, closed).median_survival_time_))
print("statsmodels", float(SurvfuncRight(days, closed).quantile(0.5)))
print("numpy", float(np.median(days)))
PYTHON
cat > expected.txt <<'TEXT'
lifelines 2.0
statsmodels 3.0
numpy 2.5
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: statsmodels==0.14.6 lifelines==0.30.3 scipy==1.15.3 pandas==2.3.3 numpy==2.2.6"
