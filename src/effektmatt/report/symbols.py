"""The sign of each verdict, drawn: shapes that differ without colour, in every font and on every screen.

A circle is on the side of "met", a square on that of "not met"; filled is certain, outlined is likely.
"""

from __future__ import annotations

from effektmatt.goals import Verdict

_CHECK = '<path d="M5.6 10.4 8.8 13.4 14.4 7" fill="none" stroke="{stroke}" stroke-width="2" {round}/>'
_CROSS = '<path d="M6.8 6.8 13.2 13.2M13.2 6.8 6.8 13.2" fill="none" stroke="{stroke}" stroke-width="2" {round}/>'
_ROUND = 'stroke-linecap="round" stroke-linejoin="round"'
_DISC = '<circle cx="10" cy="10" r="8.8" fill="{ink}"/>'
_RING = '<circle cx="10" cy="10" r="8" fill="none" stroke="{ink}" stroke-width="1.6"/>'
_BOX = '<rect x="1.6" y="1.6" width="16.8" height="16.8" rx="2" fill="{ink}"/>'
_FRAME = '<rect x="2.4" y="2.4" width="15.2" height="15.2" rx="2" fill="none" stroke="{ink}" stroke-width="1.6"/>'
_HALF = '<path d="M10 2a8 8 0 0 1 0 16z" fill="{ink}"/>'
_DASHED = '<circle cx="10" cy="10" r="8" fill="none" stroke="{ink}" stroke-width="1.6" stroke-dasharray="2.6 2.4"/>'
_SLASH = '<path d="M6.4 13.6 13.6 6.4" fill="none" stroke="{ink}" stroke-width="1.8" {round}/>'
_DASH = '<path d="M6.4 10h7.2" fill="none" stroke="{ink}" stroke-width="1.8" {round}/>'

# shape, mark upon it, and whether the mark is cut out of a filled shape
_DRAWN: dict[Verdict, tuple[str, str, bool]] = {
    Verdict.MET: (_DISC, _CHECK, True),
    Verdict.LIKELY_MET: (_RING, _CHECK, False),
    Verdict.UNDETERMINED: (_RING, _HALF, False),
    Verdict.LIKELY_NOT_MET: (_FRAME, _CROSS, False),
    Verdict.NOT_MET: (_BOX, _CROSS, True),
    Verdict.NOT_ASSESSABLE: (_DASHED, _SLASH, False),
    Verdict.NO_TARGET: (_RING, _DASH, False),
}


def verdict_svg(verdict: Verdict, *, ink: str, paper: str) -> str:
    """Return the sign as the inside of an SVG with viewBox "0 0 20 20".

    Parameters
    ----------
    verdict
        Which one.
    ink, paper
        The colours of the shape and of what is cut out of a filled shape.
    """
    shape, mark, cut_out = _DRAWN[verdict]
    drawn = shape + mark
    return drawn.format(ink=ink, stroke=paper if cut_out else ink, round=_ROUND)
