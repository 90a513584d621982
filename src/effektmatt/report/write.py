"""Writes a report to a folder: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from effektmatt.core import Progress
from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.files import mend, not_written, write_whole
from effektmatt.findings import Findings
from effektmatt.plan.version import REPORT
from effektmatt.report.blocks import ChartBlock, Document, texts_in
from effektmatt.report.earlier import CHARTS, TABLES, left_over
from effektmatt.report.places import placed
from effektmatt.wording import words
from effektmatt.wording.marks import Ledger

if TYPE_CHECKING:
    from effektmatt.charts import Chart
    from effektmatt.report.results import Seal

PartT = TypeVar("PartT")

#: Each format and the file that it becomes.
FILES = {
    "html": "report.html",
    "pdf": "report.pdf",
    "docx": "report.docx",
    "xlsx": "report.xlsx",
    "json": "results.json",
}

#: The formats of documents: all but the results.
_DOCUMENTS = tuple(name for name in FILES if name != "json")


class Written(dict[str, Path]):
    """The path of each format that was written, and what became of files of an earlier report in the folder.

    `removed` are those that nobody asked for any more, `changed` those that stay because somebody has worked on them.
    """

    removed: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()


def write_report(
    findings: Findings,
    folder: str | Path,
    *,
    formats: Sequence[str] | None = None,
    docx_template: str | Path | None = None,
    charts_png: bool = False,
    progress: Progress | None = None,
    seal: Seal | None = None,
) -> Written:
    """Write the report of an evaluation.

    Everything is made before anything is written, and written aside before it is moved into place (`files.py`): if
    something fails or is interrupted, the report that stood there stands there still.

    Parameters
    ----------
    findings
        What the evaluation found.
    folder
        Where to; made if it does not exist. Other files in it are left alone.
    formats
        Any of "html", "pdf", "docx", "xlsx" and "json"; None: those that the plan asks for, and "json". With any but
        "json" alone the charts are also written, one SVG file each.
    docx_template
        A Word file whose styles, header, footer and page the Word reports get.
    charts_png
        Whether the charts are written as PNG too, for slides.
    progress
        Called with a few words as each step begins, in the language of the findings, and of the long steps with how
        many of their parts are done and of how many.
    seal
        Makes the keyed sum by which results.json is known again; None: it is not sealed.

    Returns
    -------
    Written
        The path of each format, as a dict; "ledning-html" and its like are those of the versions, "charts" is the
        folder of the charts. Files of an earlier report that are no part of this one are taken away (`earlier.py`), and
        told.

    Raises
    ------
    ValueError
        For an unknown format.
    InputFaults
        "report-not-written" when the folder cannot be written to, or a file in it is open elsewhere; "report-edited"
        when somebody has worked on a Word file that stands there;
        "docx-template-missing" and "docx-template" where the template cannot be used.
    """
    formats = (*findings.formats, "json") if formats is None else formats
    _check(formats)
    findings = replace(findings, formats=tuple(name for name in formats if name in _DOCUMENTS))
    template = None if docx_template is None else _template(Path(docx_template))
    target = Path(folder)
    mend(target)
    _spare_edited(findings, target, formats)
    say = words(findings.language)

    def tell(step: str, done: int = 0, of: int = 0) -> None:
        if progress is not None:
            progress(say.say(f"progress-{step}"), done, of)

    made = _made(findings, formats, template, charts_png, tell, seal)
    tell("files")
    try:
        earlier = left_over(target, made, FILES["json"])
        write_whole(target, made, without=earlier.removed)
    except OSError as error:
        raise not_written("report-not-written", target, error) from error
    paths = Written({name: target / FILES[name] for name in formats})
    for stem in findings.documents:
        name = stem.removeprefix(f"{REPORT}-")
        files = ((f"{name}-{format_}", f"{stem}.{format_}") for format_ in formats if stem != REPORT)
        paths.update({key: target / file for key, file in files if file in made})
    if TABLES in made:
        paths["tables"] = target / TABLES
    if any(name.startswith(f"{CHARTS}/") for name in made):
        paths["charts"] = target / CHARTS
    paths.removed = tuple(target / name for name in earlier.removed)
    paths.changed = tuple(target / name for name in earlier.changed)
    return paths


def _check(formats: Iterable[str]) -> None:
    for name in formats:
        if name not in FILES:
            known = ", ".join(FILES)
            meant = nearest(name, FILES)
            raise ValueError(
                f"a report is written as {known}; got {name!r}" + (f" (did you mean {meant}?)" if meant else "")
            )


def _template(path: Path) -> bytes:
    from effektmatt.report.word_template import read_template

    return read_template(path)


def _spare_edited(findings: Findings, target: Path, formats: Sequence[str]) -> None:
    """Refuse to write over a Word file that somebody has worked on since it was written."""
    try:
        there = (
            [path for stem in findings.documents if (path := target / f"{stem}.docx").is_file()]
            if "docx" in formats
            else []
        )
        contents = {path.name: path.read_bytes() for path in there}
    except OSError as error:
        raise not_written("report-not-written", target, error) from error
    if contents:
        from effektmatt.report.word_seal import is_untouched

        edited = [name for name, content in contents.items() if not is_untouched(content)]
        if edited:
            raise InputFaults([Fault(code="report-edited", file=name, got=str(target)) for name in edited])


def _made(
    findings: Findings,
    formats: Sequence[str],
    template: bytes | None,
    charts_png: bool,
    tell: Progress,
    seal: Seal | None,
) -> dict[str, bytes]:
    """Return the content of every file, by its name within the folder."""
    made: dict[str, bytes] = {}
    documents, ledger = dict[str, Document](), Ledger()
    if set(formats) & set(_DOCUMENTS):
        tell("charts")
        documents = _documents(findings, ledger)
        charts = list({chart.name: chart for chart in _charts(documents.values())}.values())
        for chart in _one_by_one(charts, "charts", tell):
            made.update(_files_of(chart, charts_png))
    if "html" in formats:
        from effektmatt.report.html import html

        for stem in _one_by_one(tuple(documents), "html", tell):
            made[f"{stem}.html"] = html(documents[stem]).encode()
    if "pdf" in formats:
        from effektmatt.report.pdf import pdf
        from effektmatt.report.table_appendix import of_pages, table_appendix

        for stem in _one_by_one(tuple(documents), "pdf", tell):
            made[f"{stem}.pdf"] = pdf(of_pages(documents[stem]))
        versions = [document for stem, document in documents.items() if stem != REPORT]
        if (tables := table_appendix(documents[REPORT], versions)) is not None:
            made[TABLES] = pdf(tables)
    if "docx" in formats:
        from effektmatt.report.pictures import pictures
        from effektmatt.report.word import docx

        tell("docx")
        drawn = pictures(chart.svg() for chart in _charts(documents.values()))
        for stem in _one_by_one(tuple(documents), "docx", tell):
            made[f"{stem}.docx"] = docx(documents[stem], drawn, template)
    if "xlsx" in formats:
        from effektmatt.report.excel import xlsx

        tell("xlsx")
        made.update({f"{stem}.xlsx": xlsx(document) for stem, document in documents.items()})
    if "json" in formats:
        from effektmatt.report.record import record
        from effektmatt.report.results import results_json

        tell("json")
        told = record(made, documents.values())
        made[FILES["json"]] = results_json(findings, ledger.printed, told, seal).encode()
    return made


def _documents(findings: Findings, ledger: Ledger) -> dict[str, Document]:
    """Return every document by the name of its file: the report, and its versions for other readers."""
    from effektmatt.report.document import document
    from effektmatt.report.shared_charts import with_shared_charts

    there = placed(findings, ledger)
    documents = with_shared_charts(
        {stem: document(there, planned, ledger=ledger) for stem, planned in there.documents.items()}
    )
    ledger.keep(text for one in documents.values() for text in texts_in(one))
    return documents


def _one_by_one(parts: Sequence[PartT], step: str, tell: Progress) -> Iterator[PartT]:
    """Yield the parts of a long step, and say how many are done."""
    for done, part in enumerate(parts):
        tell(step, done, len(parts))
        yield part


def _charts(documents: Iterable[Document]) -> Iterator[Chart]:
    return (block.chart for one in documents for block in one.blocks if isinstance(block, ChartBlock))


def _files_of(chart: Chart, charts_png: bool) -> dict[str, bytes]:
    made = {f"{CHARTS}/{chart.name}.svg": chart.svg(titled=True).encode()}
    return {**made, f"{CHARTS}/{chart.name}.png": chart.png(titled=True)} if charts_png else made
