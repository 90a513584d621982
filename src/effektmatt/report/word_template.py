"""The file that a Word report is written into: an empty one of our own, or somebody's template."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm

from effektmatt.errors import Fault, InputFaults
from effektmatt.report.word_elements import Element, element, twips
from effektmatt.report.word_styles import Lists, Styles, own_part

#: A paragraph of a template with nothing but this in it is where the report goes; what stands around it stays.
PLACEHOLDER = "{{effektmatt}}"

# Ours: A4, margins and room for header and footer, in millimetres.
_PAGE, _MARGINS, _HEADER = (210, 297), {"top": 24, "right": 20, "bottom": 22, "left": 20}, 11

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES, _NAMESPACE = "[Content_Types].xml", "http://schemas.openxmlformats.org"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An opened file with nothing in it where the report goes.

    `before`: the element that the report is put in front of. `is_own`: the file is ours, so that header, footer and
    page are for us to set. `width` and `height`: what the text of a page has, in millimetres.
    """

    file: WordFile
    styles: Styles
    lists: Lists
    before: Element
    is_own: bool
    width: float
    height: float


def read_template(path: Path) -> bytes:
    """Return a template's content, when it is a Word file that a report can be written into.

    Raises
    ------
    InputFaults
        "docx-template-missing" where there is no such file, "docx-template" where it is none of Word's, or has macros.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputFaults([Fault(code="docx-template-missing", file=path.name, got=str(path))]) from error
    try:
        frame(content)
    except Exception as error:
        raise InputFaults([Fault(code="docx-template", file=path.name, got=_kind(content))]) from error
    return content


def _kind(content: bytes) -> str:
    """Say what a file is that is no template."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return "protected" if content.startswith(b"\xd0\xcf\x11\xe0") else "other"
    with zipfile.ZipFile(BytesIO(content)) as there:
        names = there.namelist()
    return "macros" if any(name.endswith("vbaProject.bin") for name in names) else "other"


def frame(template: bytes | None) -> Frame:
    """Open a template, or our own empty file where there is none, and make room in it."""
    file = docx.Document(BytesIO(_empty() if template is None else _as_document(template)))
    body = file.element.body
    section = file.sections[-1]
    before = next(iter(body.iterchildren(qn("w:sectPr"))))
    places = [one for one in body.iterchildren(qn("w:p")) if _text(one) == PLACEHOLDER]
    if places:
        before = places[0].getnext()
        body.remove(places[0])
    else:
        for one in [one for one in body if one is not before]:
            body.remove(one)
    wide, high = section.page_width or Mm(_PAGE[0]), section.page_height or Mm(_PAGE[1])
    beside = (section.left_margin or 0) + (section.right_margin or 0)
    above = (section.top_margin or 0) + (section.bottom_margin or 0)
    return Frame(
        file=file,
        styles=Styles(file.styles.element),
        lists=Lists(_numbering(file)),
        before=before,
        is_own=template is None,
        width=(wide - beside) / Mm(1),
        height=(high - above) / Mm(1),
    )


def _text(paragraph: Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t"))).strip()


def _as_document(template: bytes) -> bytes:
    """Return the file as a document, where it says that it is a template (.dotx): the rest of it is the same."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(template)) as there, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in dict.fromkeys(there.namelist()):
            part = there.read(name)
            made.writestr(name, part.replace(_TEMPLATE.encode(), _MAIN.encode()) if name == _TYPES else part)
    return out.getvalue()


def _numbering(file: WordFile) -> Element:
    """Return the lists of a file, which a file without any lacks."""
    package, kind = file.part.package, RELATIONSHIP_TYPE.NUMBERING
    if all(one.reltype != kind for one in file.part.rels.values()):
        name, empty = PackURI("/word/numbering.xml"), f'<w:numbering xmlns:w="{_WORDS}"/>'.encode()
        assert package is not None  # an opened file has one
        file.part.relate_to(NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty, package), kind)
    numbering: Element = file.part.numbering_part.element
    return numbering


def _empty() -> bytes:
    """Return our own file with nothing in it: the parts beside this module, and what binds them together."""
    parts = {"styles": CONTENT_TYPE.WML_STYLES, "settings": CONTENT_TYPE.WML_SETTINGS}
    types = {"/word/document.xml": _MAIN} | {f"/word/{name}.xml": kind for name, kind in parts.items()}
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    related = "".join(
        f'<Relationship Id="rId{place}" Type="{_NAMESPACE}/officeDocument/2006/relationships/{name}" '
        f'Target="{name}.xml"/>'
        for place, name in enumerate(parts, start=1)
    )
    relationships = f'<Relationships xmlns="{_NAMESPACE}/package/2006/relationships">{{}}</Relationships>'
    main = f'<Relationship Id="rId1" Type="{RELATIONSHIP_TYPE.OFFICE_DOCUMENT}" Target="word/document.xml"/>'
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(
            _TYPES,
            f'<Types xmlns="{_NAMESPACE}/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>{listed}</Types>',
        )
        made.writestr("_rels/.rels", relationships.format(main))
        made.writestr("word/_rels/document.xml.rels", relationships.format(related))
        page = element(
            "sectPr",
            element("pgSz", w=twips(_PAGE[0]), h=twips(_PAGE[1])),
            element(
                "pgMar",
                **{side: twips(size) for side, size in _MARGINS.items()},
                header=twips(_HEADER),
                footer=twips(_HEADER),
                gutter=0,
            ),
        )
        made.writestr("word/document.xml", element("document", element("body", page)).xml)
        for name in parts:
            made.writestr(f"word/{name}.xml", own_part(name))
    return out.getvalue()
