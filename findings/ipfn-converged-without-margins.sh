#!/usr/bin/env bash
# ipfn says "converged" and returns flag 1 when the weights stop moving, not when they meet the margins: where the population
# has an age group in which nobody answered, raking ends with weights that sum to 80 of 100 and meet neither margin
# (women 48 of 60), and the caller is told that it went well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ipfn==1.4.4 pandas==2.3.3 numpy==2.2.6
cat > seen.py <<'PYTHON'
import pandas as pd
from ipfn.ipfn import ipfn

sample = pd.DataFrame({"kon": ["k", "k", "m", "m"], "alder": ["ung", "mellan", "ung", "mellan"], "total": [10.0, 3.0, 5.0, 5.0]})
kon = pd.Series({"k": 60.0, "m": 40.0}, name="total").rename_axis("kon")
alder = pd.Series({"ung": 30.0, "mellan": 50.0, "aldre": 20.0}, name="total").rename_axis("alder")
raked, flag, _ = ipfn(sample, [kon, alder], [["kon"], ["alder"]], verbose=2).iteration()
print("flag", flag, "sum", round(raked["total"].sum(), 3))
print({name: round(total, 1) for name, total in raked.groupby("kon")["total"].sum().items()}, "wanted", kon.to_dict())
PYTHON
cat > expected.txt <<'TEXT'
ipfn converged: convergence_rate not updating or below rate_tolerance
flag 1 sum 80.0
{'k': 48.0, 'm': 32.0} wanted {'k': 60.0, 'm': 40.0}
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: ipfn==1.4.4 pandas==2.3.3 numpy==2.2.6"
