#!/usr/bin/env bash
# lifelines' restricted_mean_survival_time(return_variance=True) gives the variance of the restricted life times
# themselves and not that of the estimated mean: five uncensored times 1 to 5 give 2.0 whatever the number of
# observations, where the squared standard error of their mean is 2.0 / 5 (and 2.0 / 500 with a hundred times as
# many). An interval made from it is far too wide.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check lifelines==0.30.3 pandas==2.3.3 scipy==1.15.3
cat > seen.py <<'PYTHON'
import numpy as np
from lifelines import KaplanMeierFitter
from lifelines.utils import restricted_mean_survival_time

for times in (np.arange(1.0, 6.0), np.repeat(np.arange(1.0, 6.0), 100)):
    curve = KaplanMeierFitter().fit(times, np.ones(times.size))
    mean, variance = restricted_mean_survival_time(curve, t=10, return_variance=True)
    print(times.size, round(float(mean), 6), round(float(variance), 6), "squared standard error", float(np.var(times) / times.size))
PYTHON
cat > expected.txt <<'TEXT'
5 3.0 2.0 squared standard error 0.4
500 3.0 2.0 squared standard error 0.004
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: lifelines==0.30.3 pandas==2.3.3 scipy==1.15.3"
