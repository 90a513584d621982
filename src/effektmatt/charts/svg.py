"""From a figure to SVG that can stand in a page: real text, a title and a description, no id that another has too."""

from __future__ import annotations

import re
import warnings
from io import StringIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from effektmatt.charts import fonts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SVG, LINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

#: Where the font itself is at hand it is used; elsewhere the reader's own sans-serif, fitted to the same width.
FAMILIES = f"'{fonts.FAMILY}', 'Source Sans Pro', 'Segoe UI', system-ui, 'Helvetica Neue', Arial, sans-serif"

_STYLE = re.compile(r"([a-z-]+): ([^;]+)")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def figure_to_svg(figure: Figure, *, name: str, title: str | None, description: str, language: str) -> str:
    """Return a figure as an `<svg>` element, the same bytes every time.

    Parameters
    ----------
    figure
        The figure.
    name
        What every id in it begins with: several charts share one page.
    title
        The title, where it is drawn into the figure; None where it stands as text beside it and would be heard twice.
    description
        What a screen reader says, after the title; written as `<desc>`.
    language
        "sv" or "en", for how it is said.
    """
    root = ET.fromstring(_written(figure))  # noqa: S314 - matplotlib wrote it a moment ago
    _rename(root, name)
    _tidy(root)
    for text in root.iter(f"{{{SVG}}}text"):
        _fit(text)
    root.set("role", "img")
    said = {"title": title, "desc": description} if title else {"desc": description}
    root.set("aria-labelledby", " ".join(f"{name}-{tag}" for tag in said))
    root.set("lang", language)
    root.set("font-family", FAMILIES)
    root.set("stroke-linejoin", "round")
    root.attrib.pop("version", None)
    for place, (tag, words) in enumerate(said.items()):
        element = ET.Element(f"{{{SVG}}}{tag}", {"id": f"{name}-{tag}"})
        element.text = words
        root.insert(place, element)
    ET.indent(root, space="")
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", LINK)
    return ET.tostring(root, encoding="unicode")


def _written(figure: Figure) -> str:
    import matplotlib as mpl

    out = StringIO()
    # letters that no font has are still text here: the reader's own fonts may have them
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with (
        warnings.catch_warnings(),
        mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "effektmatt", "path.simplify": False}),
    ):
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(out, format="svg", metadata=nothing)
    return out.getvalue()


def _rename(root: ET.Element, name: str) -> None:
    """Keep only the ids that something points at, and let them begin with the chart's name."""
    text = [value for element in root.iter() for value in element.attrib.values()]
    wanted = {found for value in text for found in _REFERENCE.findall(value)}
    wanted |= {value[1:] for element in root.iter() if (value := element.get(f"{{{LINK}}}href"))}
    new = {old: f"{name}-{place}" for place, old in enumerate(sorted(wanted), start=1)}
    for element in root.iter():
        for key, value in list(element.attrib.items()):
            if key == "id":
                element.attrib.pop("id")
                if value in new:
                    element.set("id", new[value])
            elif key == f"{{{LINK}}}href":
                element.set(key, "#" + new[value[1:]])
            else:
                element.set(key, _REFERENCE.sub(lambda found: f"url(#{new[found[1]]})", value))


def _tidy(root: ET.Element) -> None:
    """Drop the style sheet, which would reach every element of the page, and groups that say nothing."""
    for parent in list(root.iter()):
        for style in parent.findall(f"{{{SVG}}}style"):
            parent.remove(style)
    for parent in list(root.iter()):
        children: list[ET.Element] = []
        for child in parent:
            children.extend(_unwrapped(child))
        parent[:] = children
    for element in root.iter(f"{{{SVG}}}path"):
        element.set("d", " ".join(element.get("d", "").split()))


def _unwrapped(element: ET.Element) -> list[ET.Element]:
    plain = element.tag in (f"{{{SVG}}}g", f"{{{SVG}}}defs") and not element.attrib
    if not plain or (element.tag.endswith("defs") and any(child.tag != f"{{{SVG}}}style" for child in element)):
        return [element]
    return [inner for child in element for inner in _unwrapped(child)]


def _fit(text: ET.Element) -> None:
    """Write a text's style as attributes, and its width, so that another font than ours takes the same room.

    The weight is said twice: the renderer inside Typst does not choose it in a variable font by `font-weight`.
    """
    style = dict(_STYLE.findall(text.attrib.pop("style", "")))
    size = float(style["font-size"].removesuffix("px"))
    weight = int(style.get("font-weight", fonts.REGULAR))
    width = fonts.text_width(text.text or "", size, weight) / fonts.MM_PER_POINT
    if text.get("transform", "").startswith("rotate(-0 "):
        text.attrib.pop("transform")
    text.set("font-size", style["font-size"].removesuffix("px"))
    text.set("font-weight", str(weight))
    text.set("style", f"font-variation-settings:'wght' {weight}")
    if style.get("text-anchor", "start") != "start":
        text.set("text-anchor", style["text-anchor"])
    if "fill" in style:
        text.set("fill", style["fill"])
    text.set("textLength", f"{width:.2f}")
    text.set("lengthAdjust", "spacingAndGlyphs")
