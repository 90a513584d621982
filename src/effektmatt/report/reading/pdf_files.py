"""What stands in a PDF, by its tags: they say what is a heading, a row, a picture, and the pages have the letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from io import BytesIO

from pikepdf import Array, Dictionary, Object, PasswordError, Pdf, PdfError

from effektmatt.errors import Fault, InputFaults
from effektmatt.report.reading.archives import unreadable
from effektmatt.report.reading.parts import CELL, Collector, Part

#: The letters of each marked piece of a page, in pieces as they are set.
_Letters = Mapping[tuple[int, int], list[str]]

_HEADINGS = ("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title")
_INLINE = ("Span", "Link", "Strong", "Em", "Reference", "Code", "Annot", "Quote", "Sub", "NonStruct", "LBody")
_UNHEARD = ("TOC", "Lbl", "Artifact", "Form")
_DEEPEST = 200  # elements within each other; more is no document


def parts_of_pdf(content: bytes, file: str) -> list[Part]:
    """Return the parts of a tagged PDF.

    Raises
    ------
    InputFaults
        "verify-untagged" where the file has no structure: a picture of the pages, or printed anew without it.
    """
    letters = _letters_of(content, file)
    try:
        with Pdf.open(BytesIO(content)) as document:
            root = document.Root.get("/StructTreeRoot")
            if root is None:
                raise InputFaults([Fault(code="verify-untagged", file=file)])
            return _Reader(document, letters, root).read()
    except (PdfError, PasswordError) as error:
        raise unreadable(file) from error


class _Reader:
    def __init__(self, document: Pdf, letters: _Letters, root: Object) -> None:
        self._letters, self._root = letters, root
        self._pages: dict[object, int] = {page.objgen: place for place, page in enumerate(document.pages)}
        self._roles = {str(name)[1:]: str(role)[1:] for name, role in root.get("/RoleMap", {}).items()}
        self._found, self._seen = Collector(), set[tuple[int, int]]()

    def read(self) -> list[Part]:
        for kid in _kids(self._root):
            if isinstance(kid, Dictionary):
                self._element(kid, None, 0)
        return self._found.done()

    def _element(self, element: Object, page: int | None, depth: int) -> None:
        if element.objgen in self._seen or depth > _DEEPEST:  # round in a ring
            return
        if element.objgen != (0, 0):
            self._seen.add(element.objgen)
        page = self._page_of(element, page)
        name = str(element.get("/S", "/Div"))[1:]
        name = name if name in (*_HEADINGS, *_INLINE, *_UNHEARD) else self._roles.get(name, name)
        if name in _UNHEARD:
            return
        if name == "Figure":
            self._figure(element, page)
        elif name == "TR":
            self._row(element, page, depth)
        elif name in _INLINE:
            self._inside(element, page, depth)
        else:
            self._found.new_block("heading" if name in _HEADINGS else "text")
            self._inside(element, page, depth)
            self._found.new_block()

    def _inside(self, element: Object, page: int | None, depth: int) -> None:
        for kid in _kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                self._element(kid, page, depth + 1)
            else:
                self._write(kid, page)

    def _write(self, kid: object, page: int | None) -> None:
        """Write the letters of a marked piece of a page."""
        told = self._marked(kid, page)
        if told:
            self._found.write("".join(told))

    def _marked(self, kid: object, page: int | None) -> list[str]:
        number: object = kid
        if isinstance(kid, Dictionary):
            number = kid.get("/MCID")
            page = self._page_of(kid, page)
        if page is None or not isinstance(number, int):
            return []
        self._found.at = str(page + 1)
        return self._letters.get((page, number), [])

    def _row(self, row: Object, page: int | None, depth: int) -> None:
        self._found.begin_row()
        kinds = []
        for cell in (kid for kid in _kids(row) if isinstance(kid, Dictionary) and "/S" in kid):
            kinds.append(str(cell.S))
            self._inside(cell, self._page_of(cell, page), depth + 2)
            self._found.end_cell()
        self._found.end_row(is_header=set(kinds) == {"/TH"} and len(kinds) > 1)

    def _figure(self, figure: Object, page: int | None) -> None:
        letters = [text for kid in _below(figure) for text in self._marked(kid, page)]
        self._found.add(Part(kind="picture", text=" ".join(str(figure.get("/Alt", "")).split())))
        if written := "".join(letters).strip():
            self._found.add(Part(kind="letters", text=" ".join(written.replace("\r\n", CELL).split("\n"))))

    def _page_of(self, element: Object, page: int | None) -> int | None:
        return self._pages[element.Pg.objgen] if "/Pg" in element and element.Pg.objgen in self._pages else page


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _below(element: Object, depth: int = 0) -> Iterator[Object]:
    """Yield every piece of a page below an element."""
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _below(kid, depth + 1) if depth < _DEEPEST else ()
        else:
            yield kid


def _letters_of(content: bytes, file: str) -> _Letters:
    """Return the letters of every marked piece of every page."""
    from pypdfium2 import PdfDocument, PdfiumError

    found: dict[tuple[int, int], list[str]] = {}
    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        raise unreadable(file) from error
    try:
        for place, page in enumerate(document):
            for number, text in _pieces(page):
                found.setdefault((place, number), []).append(text)
    finally:
        document.close()
    return found


def _pieces(page: object) -> Iterator[tuple[int, str]]:
    from pypdfium2 import raw

    text = page.get_textpage()  # type: ignore[attr-defined]
    count = raw.FPDFPage_CountObjects(page)
    waiting = [(raw.FPDFPage_GetObject(page, place), -1) for place in reversed(range(count))]
    while waiting:
        one, outer = waiting.pop()
        own = raw.FPDFPageObj_GetMarkedContentID(one)
        number = own if own >= 0 else outer
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield number, _text_of(one, text)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            inside = reversed(range(raw.FPDFFormObj_CountObjects(one)))
            waiting += [(raw.FPDFFormObj_GetObject(one, place), number) for place in inside]


def _text_of(one: object, text: object) -> str:
    from pypdfium2 import raw

    size = raw.FPDFTextObj_GetText(one, text, None, 0)
    letters = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFTextObj_GetText(one, text, letters, size)
    return bytes(letters)[: max(0, size - 2)].decode("utf-16-le", errors="replace")
