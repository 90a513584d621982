"""What Word's and Excel's files have in common: names of printed values, and a zip archive that tells no time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from itertools import chain, count

#: What the languages are called.
TAGS = {"sv": "sv-SE", "en": "en-GB"}

#: What the name of a printed value begins with: of its bookmark in Word, of its cell in Excel. Its number in
#: results.json follows, and one more where it stands in several places. A first underscore hides a bookmark in Word.
MARK = "_em_"

#: What the name of the evaluator's own words begins with: nobody compares them with what was found.
OWN = "_em_own_"

# What XML 1.0 cannot hold (section 2.2).
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_FIRST = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip archive knows no earlier time


def legal(text: str) -> str:
    r"""Return a text without what XML cannot hold.

    >>> legal("a\x07b")
    'ab'
    """
    return _ILLEGAL.sub("", text)


class Names:
    """Names that stand once in a file: one that is taken already gets a number after it."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def free(self, name: str) -> str:
        """Return the name, or the name with the first number that makes it another.

        >>> names = Names(["a"])
        >>> names.free("a"), names.free("a"), names.free("b")
        ('a_2', 'a_3', 'b')
        """
        again = (f"{name}_{number}" for number in count(2))
        free = next(one for one in chain([name], again) if one not in self._taken)
        self._taken.add(free)
        return free


def same_bytes(content: bytes) -> bytes:
    """Return an archive with the same parts, in order, packed at the same time whenever that is."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as there, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(there.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            made.writestr(entry, there.read(name))
    return out.getvalue()
