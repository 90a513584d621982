"""A chart's picture in a Word file, with its alternative text."""

from __future__ import annotations

import math
from html import escape
from io import BytesIO

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart

from effektmatt.report.office_files import legal
from effektmatt.report.word_elements import Element, element, emu
from effektmatt.report.word_template import Frame

# So much of a page's text height a picture may have: its caption stands above it.
_TALLEST = 0.88


def picture(
    there: Frame,
    content: bytes,
    alt: str,
    *,
    widest: float = math.inf,
    tallest: float = math.inf,
    part: StoryPart | None = None,
) -> Element:
    """Return a run with a picture as wide as the text (at most `widest` mm) and no taller than the page (`tallest`).

    `part` is where it stands, the file's body where it is None.
    """
    name, image = (part or there.file.part).get_or_add_image(BytesIO(content))
    highest = min(tallest, _TALLEST * there.height)
    width = min(there.width, widest, highest * image.px_width / image.px_height)
    height = width * image.px_height / image.px_width
    number = 1 + max((int(one.get("id", 0)) for one in there.file.element.body.iter(qn("wp:docPr"))), default=0)
    size = f'cx="{emu(width)}" cy="{emu(height)}"'
    drawing = f"""<w:drawing {nsdecls("w", "wp", "a", "pic", "r")}>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>
<wp:docPr id="{number}" name="Diagram {number}" descr="{escape(legal(alt))}"/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{number}" name="Diagram {number}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"""
    return element("r", parse_xml(drawing))
