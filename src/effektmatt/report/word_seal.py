"""Whether a Word file is still as it was written: a report that somebody has worked on is never written over.

The file keeps the checksum of its own text among its settings, where Word and LibreOffice leave it or drop it; either
writes the text anew in its own way when it saves, so that the checksum is no longer that of the text.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from io import BytesIO

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from effektmatt.report.word_elements import element

_NAME, _WORDS = "effektmatt", "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEPT = re.compile(rf'<w:docVar w:name="{_NAME}" w:val="([0-9a-f]{{64}})"/>'.encode())

# What comes after the variables among a file's settings (ECMA-376, CT_Settings), with all that is not Word's own.
_AFTER = (
    "rsids",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
)


def seal(file: WordFile) -> None:
    """Let a file keep the checksum of its text, just before it is saved."""
    settings = file.settings.element
    kept = settings.find(qn("w:docVars"))  # a template may have variables of its own
    if kept is None:
        kept = element("docVars")
        after = {qn(f"w:{name}") for name in _AFTER}
        others = (one for one in settings.iterchildren("*") if one.tag in after or not one.tag.startswith(_WORDS))
        following = next(others, None)
        settings.append(kept) if following is None else following.addprevious(kept)
    for old in [one for one in kept if one.get(qn("w:name")) == _NAME]:
        kept.remove(old)
    kept.append(element("docVar", name=_NAME, val=hashlib.sha256(file.part.blob).hexdigest()))


def is_untouched(content: bytes) -> bool:
    """Whether a file is a report of ours that nobody has saved again."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as there:
            parts = [there.read(name) for name in there.namelist() if name.endswith(".xml")]
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
    ):  # no archive, a broken one, an encrypted one
        return False
    kept = {match[1].decode() for part in parts for match in _KEPT.finditer(part)}
    return any(hashlib.sha256(part).hexdigest() in kept for part in parts)
