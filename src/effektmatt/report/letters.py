"""Which letters the PDF can show, and what stands for the others.

An accessible PDF may not hold a letter that its fonts lack, and one such letter in a group's name should not cost
the whole report. The HTML report shows every letter as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from babel import Locale

#: Stands for a letter that no font has.
INSTEAD = "\N{WHITE SQUARE}"

#: The fonts, the first one first; the second has signs and scripts that the first lacks.
FAMILIES = ("Source Sans 3", "DejaVu Sans")


def font_folders() -> tuple[Path, Path]:
    """Return the folders that hold the fonts: both come with packages that effektmatt needs anyway."""
    import matplotlib as mpl
    from fontpkg_source_sans_3 import ROOT

    return Path(ROOT) / "files", Path(mpl.get_data_path()) / "fonts" / "ttf"


def printable(text: str) -> str:
    r"""Return a text with the letters that no font has replaced, and signs that show nothing left out.

    >>> printable("Förskolan 改\x07"), printable("a\tb")
    ('Förskolan □□', 'a b')
    """
    composed = unicodedata.normalize("NFC", text)
    strange = set(composed) - _covered()
    return composed.translate({ord(letter): _instead(letter) for letter in strange}) if strange else composed


def unbroken(text: str, language: str) -> str:
    r"""Return a text whose dates are not broken over lines: day, month and year hold together.

    >>> unbroken("till 30 december 2018.", "sv")
    'till 30\xa0december\xa02018.'
    """
    return _dates(language).sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


@cache
def _dates(language: str) -> re.Pattern[str]:
    months = "|".join(Locale.parse(language).months["format"]["wide"].values())
    return re.compile(rf"\b\d{{1,2}} (?:{months})\b(?: \d{{4}}\b)?|\b(?:{months}) \d{{4}}\b")


def _instead(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in {"Cf", "Mn", "Me"}:
        return ""
    if letter in "\n\t" or category.startswith("Z"):
        return "\n" if letter == "\n" else " "
    return INSTEAD


@cache
def _covered() -> frozenset[str]:
    from matplotlib.ft2font import FT2Font

    sans, more = font_folders()
    files = (sans / "SourceSans3[wght].ttf", more / "DejaVuSans.ttf")
    return frozenset(chr(code) for file in files for code in FT2Font(str(file)).get_charmap())
