#!/usr/bin/env bash
# pandera's unique=True counts missing values among the values that repeat, also where nullable=True says that they may be
# missing: two respondents without a code are "not unique", in pandas and in Polars, where a database's UNIQUE and its
# NULL go together. A check of one's own is needed to say "unique among those that have one".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandera==0.35.0 pandas==2.3.3 polars==2.1.0
cat > seen.py <<'PYTHON'
import pandas as pd
import pandera.pandas as of_pandas
import pandera.polars as of_polars
import polars as pl

for name, made, rules in (("pandas", pd.DataFrame, of_pandas), ("polars", pl.DataFrame, of_polars)):
    schema = rules.DataFrameSchema({"kod": rules.Column(str, unique=True, nullable=True)})
    for codes in (["a", "b", None], ["a", None, None]):
        try:
            schema.validate(made({"kod": codes}))
            print(name, codes, "valid")
        except (of_pandas.errors.SchemaError, of_pandas.errors.SchemaErrors) as error:
            print(name, codes, str(error).splitlines()[0])
PYTHON
cat > expected.txt <<'TEXT'
pandas ['a', 'b', None] valid
pandas ['a', None, None] series 'kod' contains duplicate values:
polars ['a', 'b', None] valid
polars ['a', None, None] column 'kod' not unique:
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: pandera==0.35.0 pandas==2.3.3 polars==2.1.0"
