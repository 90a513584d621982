"""What stands in a web page or a drawing of the report: texts, tables, and the charts with what is drawn in them."""

from __future__ import annotations

import hashlib
from html.parser import HTMLParser

from effektmatt.report.reading.parts import CELL, Collector, Part

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "li", "dt", "dd", "figcaption", "summary", "pre", "caption", "div", "section", "table", "blockquote")
# Of the page; a drawing's own title is said with it. The foot says the page's title again.
_SILENT = ("style", "script", "head", "title", "footer")
_VOID = ("br", "meta", "link", "img", "input", "hr", "col", "wbr")

# What is drawn, and where: how it looks is left to whoever finishes the report.
_SHAPES = ("path", "line", "rect", "circle", "polygon", "polyline", "ellipse", "use", "image", "text", "tspan")
_WHERE = ("d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform")
_TARGETS = ("href", "xlink:href")

_Attributes = list[tuple[str, str | None]]


def parts_of_page(content: bytes, file: str) -> list[Part]:
    """Return the parts of an HTML page, or of one drawing (SVG). Whatever is damaged in it is read as browsers do."""
    reader = _Page(is_page=not file.lower().endswith(".svg"))
    reader.feed(content.decode("utf-8-sig", errors="replace"))
    reader.close()
    return reader.found.done()


class _Drawing:
    """What is told by one drawing: its words, its letters, and a sum of its lines."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.letters: list[str] = []
        self.lines = hashlib.sha256()

    def parts(self) -> list[Part]:
        drawn = self.lines.hexdigest()[:32]
        letters = CELL.join(one for one in (" ".join(text.split()) for text in self.letters) if one)
        told = [Part(kind="picture", text=" ".join(" ".join(self.said).split()), drawn=drawn)]
        return [*told, Part(kind="letters", text=letters)] if letters else told


class _Page(HTMLParser):
    def __init__(self, *, is_page: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Collector()
        self._is_page = is_page
        self._open: list[str] = []
        self._unheard: int | None = None  # how many elements are open outside what nobody is to hear
        self._drawing: _Drawing | None = None
        self._header = False

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        told = dict(attrs)
        if tag not in _VOID:
            self._open.append(tag)
        if self._unheard is None and self._is_unheard(tag, told):
            self._unheard = len(self._open)
        if self._unheard is not None:
            return
        if self._drawing is not None:
            self._draw(tag, told)
        elif tag == "svg":
            self._drawing = _Drawing()
            self.found.new_block()
        else:
            self._begin(tag, told)

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            last = self._open.pop()
            if self._unheard is None:
                self._end(last)
            elif len(self._open) < self._unheard:
                self._unheard = None
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._unheard is not None:
            return
        if self._drawing is None:
            self.found.write(data)
        elif self._open and self._open[-1] in ("title", "desc"):
            self._drawing.said.append(data)
        elif data.strip():
            self._drawing.letters.append(data)

    def _is_unheard(self, tag: str, told: dict[str, str | None]) -> bool:
        """Whether an element is for nobody who reads: lists of headings, helps for the hand, ornaments."""
        if self._drawing is None and self._is_page and tag in _SILENT:
            return True
        classes = (told.get("class") or "").split()
        return (tag == "svg" and told.get("aria-hidden") == "true") or bool({"contents", "skip", "drag"} & {*classes})

    def _draw(self, tag: str, told: dict[str, str | None]) -> None:
        if self._drawing is not None and tag in _SHAPES:
            # ids differ between the page and the file of the same chart
            targets = [(told.get(name) or "").rpartition("-")[2] for name in _TARGETS]
            where = [tag, *(f"{name}={told[name]}" for name in _WHERE if told.get(name)), *targets]
            self._drawing.lines.update("|".join(where).encode())

    def _begin(self, tag: str, told: dict[str, str | None]) -> None:
        number = told.get("data-em") or ""
        if number.isdecimal():
            self.found.value(int(number))
        if tag in _HEADINGS:
            self.found.new_block("heading")
        elif tag == "tr":
            self.found.begin_row()
            self._header = "thead" in self._open
        elif tag in _BLOCKS:
            self.found.new_block()
        elif tag == "br":
            self.found.write(" ")

    def _end(self, tag: str) -> None:
        if tag == "svg" and self._drawing is not None:
            drawing, self._drawing = self._drawing, None
            for part in drawing.parts():
                self.found.add(part)
        elif self._drawing is not None:
            return
        elif tag in ("td", "th"):
            self.found.end_cell()
        elif tag == "tr":
            self.found.end_row(is_header=self._header)
        elif tag in _BLOCKS or tag in _HEADINGS:
            self.found.new_block()
