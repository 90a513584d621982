"""A document as one HTML file that needs nothing else: no script, no request, styles and charts inside."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from effektmatt.charts.fonts import FAMILY, static_files
from effektmatt.goals import Verdict
from effektmatt.plan.colours import Look
from effektmatt.report.blocks import Block, ChartBlock, Contents, Document, Heading, PageBreak, TableBlock
from effektmatt.report.column_widths import WIDEST, narrowest
from effektmatt.report.symbols import verdict_svg
from effektmatt.wording import TextTable
from effektmatt.wording.marks import as_html


def html(document: Document) -> str:
    """Return the document as a self-contained page, every text in it escaped."""
    template = _environment().get_template("report.html.jinja")
    return template.render(
        document=document,
        phrases=document.phrases,
        style=Markup(_fonts() + _file("report.css") + _BOXES + _colours(document.look)),  # noqa: S704 - files of our own
        contents=_contents(document),
        sections=_sections(document),
        kind_of=lambda block: type(block).__name__,
        sign=_sign,
        drawing=_drawing,
        table_html=_table,
        narrowest=narrowest,
        base64=lambda content: b64encode(content).decode(),
    )


def _colours(look: Look) -> str:
    """Return the project's own colours, of a light screen and of a dark one; nothing where it has none."""
    if look == Look():
        return ""
    light = f":root {{ --link: {look.accent}; --side: {look.line}; }}"
    dark = f":root {{ --link: {look.accent_in_dark}; --side: {look.line_in_dark}; }}"
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n"


#: What is wider than its box can be dragged: only then does it say so, and is a stop for the keyboard.
_BOXES = "".join(
    f"@container (max-width: {rem - 0.01:.2f}rem) {{ .over-{rem} > .drag {{ display: block; }} }}\n"
    for rem in range(1, WIDEST + 1)
)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        finalize=_marked,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _marked(value: object) -> object:
    """Return what is written in a template's place: a text with its printed values in elements of their own."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(as_html(value))  # noqa: S704 - every piece escaped
    return value


def _file(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _fonts() -> str:
    """Return the font of the charts as part of the page, so that it looks the same where the font is not installed."""
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:normal;font-display:swap;'
        f'src:url(data:font/ttf;base64,{b64encode(path.read_bytes()).decode()}) format("truetype")}}\n'
        for weight, path in static_files().items()
    )


def _sign(verdict: Verdict) -> Markup:
    return Markup(verdict_svg(verdict, ink="currentColor", paper="var(--cut)"))  # noqa: S704 - drawn by ourselves


def _drawing(block: ChartBlock) -> Markup:
    return Markup(block.svg)  # noqa: S704 - written as XML by the charts, every text in it escaped


def _table(table: TextTable, captioned: bool) -> Markup:
    return Markup(table.to_html(captioned=captioned))  # noqa: S704 - every text in it escaped


def _contents(document: Document) -> list[tuple[Heading, list[Heading]]]:
    """Return the headings of sections, each with those one level below."""
    found: list[tuple[Heading, list[Heading]]] = []
    for heading in document.headings:
        if heading.level == 2:
            found.append((heading, []))
        elif heading.level == 3:
            found[-1][1].append(heading)
    return found


def _sections(document: Document) -> list[list[Block]]:
    """Return the blocks of each section, its heading first; what only paper needs is left out.

    What stands before all headings is a section without one.
    """
    sections: list[list[Block]] = []
    for block in document.blocks:
        if isinstance(block, Contents | PageBreak) or (isinstance(block, TableBlock) and block.on_paper):
            continue
        if not sections or (isinstance(block, Heading) and block.level == 2):
            sections.append([])
        sections[-1].append(block)
    return sections
