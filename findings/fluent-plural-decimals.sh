#!/usr/bin/env bash
# fluent.runtime chooses the plural form by the number and not by how it is shown: 1 shown with one decimal is "1,0"
# and takes the form "one", though in Swedish and English (CLDR: v = 0) it is "1,0 dagar" and "1.0 days". And NUMBER
# with style: "percent" ignores minimumFractionDigits.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fluent.runtime==0.4.0 babel==2.19.0
cat > seen.py <<'PYTHON'
from decimal import Decimal

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

bundle = FluentBundle(["sv"], use_isolating=False)
bundle.add_resource(FluentResource("""
tid = { NUMBER($n, minimumFractionDigits: 1) } { NUMBER($n, minimumFractionDigits: 1) ->
    [one] dag
   *[other] dagar
 }
andel = { NUMBER($n, style: "percent", minimumFractionDigits: 1) }
"""))
print("CLDR for 1,0:", Locale("sv").plural_form(Decimal("1.0")))
for message, n in (("tid", 1), ("andel", 0.853)):
    text, errors = bundle.format_pattern(bundle.get_message(message).value, {"n": n})
    print(ascii(text), errors)
PYTHON
cat > expected.txt <<'TEXT'
CLDR for 1,0: other
'1,0 dag' []
'85\xa0%' []
TEXT
PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 venv/bin/python seen.py | tee seen.txt
diff expected.txt seen.txt && echo "As described: fluent.runtime==0.4.0 babel==2.19.0"
