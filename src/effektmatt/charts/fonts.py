"""Source Sans 3 for matplotlib, and how wide a text becomes in it.

The font comes as one variable file whose own instance is extra light, and matplotlib cannot choose another. The two
weights that charts use are therefore cut from it once per machine and kept in matplotlib's own cache folder, beside
the font list that matplotlib itself keeps there.
"""

from __future__ import annotations

import os
import tempfile
from functools import cache
from importlib import metadata, resources
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from effektmatt.wording.marks import plain

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

FAMILY = "Source Sans 3"

#: Has the letters that ours lacks, and comes with matplotlib.
OTHER = "DejaVu Sans"

REGULAR, SEMIBOLD = 400, 600

#: Height of a capital letter, as a part of the font size.
CAPITAL = 0.66

MM_PER_POINT = 25.4 / 72

# Latin with the letters of Europe's languages, and the signs that reports use. Others fall back to DejaVu Sans.
_LETTERS = (*range(0x20, 0x180), 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x202F)
_SIGNS = (0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265)

# Widths are measured at this size, without hinting, and scaled.
_MEASURED_AT = 100


@cache
def register() -> None:
    """Make the two weights known to matplotlib under the family's name, and the other font's bold as the heavier."""
    import matplotlib as mpl
    from matplotlib.font_manager import FontEntry, fontManager

    bold = Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf")
    known = [(FAMILY, weight, path) for weight, path in static_files().items()] + [(OTHER, SEMIBOLD, bold)]
    for name, weight, path in known:
        fontManager.ttflist.insert(0, FontEntry(fname=str(path), name=name, weight=weight, size="scalable"))


@cache
def static_files() -> dict[int, Path]:
    """Return the font file of each weight, cut from the variable font if that has not been done before."""
    import matplotlib as mpl

    folder = Path(mpl.get_cachedir())
    version = metadata.version("fontpkg-source-sans-3")
    files = {weight: folder / f"effektmatt-source-sans-3-{version}-{weight}.ttf" for weight in (REGULAR, SEMIBOLD)}
    missing = [weight for weight, path in files.items() if not path.exists()]
    if missing:
        reduced = _reduced()
        for weight in missing:
            _write(files[weight], _instance(reduced, weight))
    return files


def _reduced() -> bytes:
    """Return the variable font with only the letters that charts need: cutting it is then five times faster."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    source = resources.files("fontpkg_source_sans_3").joinpath("files", "SourceSans3[wght].ttf")
    font = TTFont(BytesIO(source.read_bytes()), lazy=True, recalcTimestamp=False)
    for table in ("GSUB", "STAT"):
        if table in font:
            del font[table]
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.notdef_outline = True
    cutter = Subsetter(options)
    cutter.populate(unicodes=[*_LETTERS, *_SIGNS])
    cutter.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _instance(variable: bytes, weight: int) -> bytes:
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    # with the font's own date: the same bytes whenever it is cut
    whole = TTFont(BytesIO(variable), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(whole, {"wght": weight}, inplace=True, optimize=False)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _write(path: Path, content: bytes) -> None:
    """Write so that another process sees either no file or the whole one."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    Path(name).replace(path)


@cache
def _face(weight: int) -> FT2Font:
    from matplotlib.ft2font import FT2Font

    face = FT2Font(str(static_files()[weight]))
    face.set_size(_MEASURED_AT, 72)
    return face


@cache
def _advance(letter: str, weight: int) -> float:
    """Return how far one letter moves the line on, as a part of the font size."""
    from matplotlib.ft2font import LoadFlags

    face = _face(weight)
    if not face.get_char_index(ord(letter)):
        return 0.62  # drawn by DejaVu Sans, whose letters are about so wide
    return float(face.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536 / _MEASURED_AT


def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """Return how wide a text is, in millimetres, at a size in points.

    Kerning is left out: it makes text narrower, never wider, so that what fits by this measure fits.
    """
    return sum(_advance(letter, weight) for letter in plain(text)) * size * MM_PER_POINT


def covers(text: str) -> bool:
    """Whether the font holds every letter of a text.

    >>> covers("Förbättrade"), covers("改善")
    (True, False)
    """
    face = _face(REGULAR)
    return all(face.get_char_index(ord(letter)) for letter in text)
