"""Typst, with the fonts of the report and no others; what it warns of is an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from effektmatt.report.letters import font_folders


class PdfError(RuntimeError):
    """The report could not be set as an accessible PDF, or a chart as a picture."""


def set_pages(source: bytes, inputs: Mapping[str, str], **how: Any) -> list[bytes]:
    """Return what Typst makes of a source and the texts that it asks for: one PDF, or a picture for each page.

    Raises
    ------
    PdfError
        If Typst refuses or warns of anything: a report with a fault in it is not handed out.
    """
    import typst

    folders = [str(folder) for folder in font_folders()]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    compiler = typst.Compiler(source, font_paths=fonts, ignore_system_fonts=True)
    try:
        made, warnings = compiler.compile_with_warnings(sys_inputs=dict(inputs), **how)
    except typst.TypstError as error:
        raise PdfError(error.diagnostic) from error
    if warnings:
        raise PdfError("; ".join(warning.message for warning in warnings))
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]
