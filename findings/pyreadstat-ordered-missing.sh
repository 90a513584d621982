#!/usr/bin/env bash
# pyreadstat, asked for ordered categories (formats_as_ordered_category=True), raises as soon as one labelled answer
# of a .sav file is missing; the same file without the missing answer reads. In a survey somebody always left a
# question out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==2.3.3
cat > seen.py <<'PYTHON'
import numpy as np
import pandas as pd
import pyreadstat

labels = {"svar": {1: "Nej", 2: "Delvis", 3: "Ja"}}
for values in ([1.0, 2.0, 3.0], [1.0, np.nan, 3.0]):
    pyreadstat.write_sav(pd.DataFrame({"svar": values}), "svar.sav", variable_value_labels=labels)
    try:
        frame, _ = pyreadstat.read_sav("svar.sav", apply_value_formats=True, formats_as_ordered_category=True)
        print(frame["svar"].tolist())
    except ValueError as error:
        print(type(error).__name__, error)
PYTHON
cat > expected.txt <<'TEXT'
['Nej', 'Delvis', 'Ja']
ValueError Categorical categories cannot be null
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pyreadstat==1.3.7 pandas==2.3.3"
