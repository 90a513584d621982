"""The one type of text columns."""

from __future__ import annotations

import numpy as np
import pandas as pd

#: Text whose missing value is NaN, in pandas 2 and 3, with PyArrow or without.
TEXT = pd.StringDtype(na_value=np.nan)
