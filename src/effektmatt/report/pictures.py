"""Charts as pictures, for formats that show no SVG: drawn from the same SVG as everywhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable

from effektmatt.report.letters import printable
from effektmatt.report.typesetting import set_pages

#: Sharp on paper: a letter of a chart is then about 25 dots high.
_DOTS_PER_INCH = 220

_SOURCE = b"""#set page(width: 170mm, height: auto, margin: 0mm, fill: white)
#for (place, drawing) in json(bytes(sys.inputs.drawings)).enumerate() {
  if place > 0 { pagebreak() }
  image(bytes(drawing), format: "svg", width: 100%)
}
"""


def pictures(drawings: Iterable[str]) -> dict[str, bytes]:
    """Return each drawing (SVG) as a picture (PNG), by the drawing itself."""
    drawn = list(dict.fromkeys(drawings))
    if not drawn:
        return {}
    inputs = {"drawings": json.dumps([printable(one) for one in drawn], ensure_ascii=False)}
    pages = set_pages(_SOURCE, inputs, format="png", ppi=_DOTS_PER_INCH)
    return dict(zip(drawn, pages, strict=True))
