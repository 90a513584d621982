"""A picture of the evaluator's own: whole, of a kind that every format shows, with nothing hidden in it.

What a camera writes beside the picture (where it was taken, by whom, when) is left out, and the picture is turned as it
was taken. Drawings (SVG) are refused: they may lack the fonts that they name, and a letter would be lost in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from effektmatt.data.opening import content_of
from effektmatt.errors import Fault, InputFaults

if TYPE_CHECKING:
    from PIL.Image import Image

#: A file of more bytes, or a picture of more dots, is no picture for a report.
LARGEST, MOST_DOTS = 20_000_000, 50_000_000

#: Dots along the longer side that are kept: 170 mm of paper at 300 dots an inch.
_SHARP = 2000

_KINDS = {"PNG": "png", "JPEG": "jpeg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as it is handed out: `kind` is "png" or "jpeg"; `width` and `height` in dots."""

    content: bytes
    kind: str
    width: int
    height: int


def read_picture(path: Path, *, shown_as: str) -> Picture:
    """Return a picture, made anew without anything but its dots.

    Parameters
    ----------
    path
        The file.
    shown_as
        Its name as faults show it.

    Raises
    ------
    InputFaults
        "picture-kind" for what is no PNG or JPEG, "picture-too-large", "picture-damaged", and what `content_of` raises.
    """
    content = content_of(path, shown_as=shown_as)
    if len(content) > LARGEST:
        raise _too_large(shown_as, f"{len(content) / 1e6:.0f} MB")
    return _as_handed_out(content, shown_as)


def _as_handed_out(content: bytes, shown_as: str) -> Picture:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=tuple(_KINDS)) as there:
            if there.width * there.height > MOST_DOTS:
                raise _too_large(shown_as, f"{there.width} × {there.height}")
            kind = _KINDS[there.format or ""]
            turned = ImageOps.exif_transpose(there)
            made = _in_plain_colours(turned)
            made.thumbnail((_SHARP, _SHARP))
    except UnidentifiedImageError:
        raise InputFaults([Fault(code="picture-kind", file=shown_as)]) from None
    except InputFaults:
        raise
    except Exception as error:  # a broken file breaks its reader in any way
        raise InputFaults([Fault(code="picture-damaged", file=shown_as)]) from error
    out = BytesIO()
    made.save(out, format=kind.upper(), quality=90, optimize=True)
    return Picture(content=out.getvalue(), kind=kind, width=made.width, height=made.height)


def _in_plain_colours(there: Image) -> Image:
    """Return a picture in red, green and blue, on white where it can be seen through; nothing else."""
    from PIL import Image

    coloured = there.convert("RGBA")
    ground = Image.new("RGB", there.size, "white")
    ground.paste(coloured, mask=coloured.getchannel("A"))
    return ground


def _too_large(file: str, size: str) -> InputFaults:
    most = f"{LARGEST // 1_000_000} MB"
    return InputFaults([Fault(code="picture-too-large", file=file, got=size, details={"most": most})])
