#!/usr/bin/env bash
# statsmodels' aggregate_raters makes a category of its own of a missing rating: two reviewers who both left a text out agree
# there, so that Fleiss' kappa rises with what nobody judged. NaN comes back as the last category.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check statsmodels==0.14.6 pandas==2.3.3 numpy==2.2.6
cat > seen.py <<'PYTHON'
import numpy as np
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

judged = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1], [2, 2]]
for left_out in (0, 6):
    table, categories = aggregate_raters(np.array(judged + [[np.nan, np.nan]] * left_out, dtype=float))
    print("left out by both", left_out, "categories", categories.tolist(), "kappa", round(fleiss_kappa(table), 3))
PYTHON
cat > expected.txt <<'TEXT'
left out by both 0 categories [1.0, 2.0] kappa 0.333
left out by both 6 categories [1.0, 2.0, nan] kappa 0.733
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: statsmodels==0.14.6 pandas==2.3.3 numpy==2.2.6"
