"""What stands in a report or one of its versions, and in which order: as its template says, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from effektmatt.findings import Findings
from effektmatt.plan.version import REPORT, Planned, Section
from effektmatt.report.blocks import Block, Document, Heading, PageBreak, PictureBlock
from effektmatt.report.forms import FORMS
from effektmatt.report.gaps import gaps, missing_block, written_text
from effektmatt.report.goal_section import own_words
from effektmatt.report.other_language import in_their_languages
from effektmatt.report.readers import without_parts
from effektmatt.report.sections import SECTIONS, Wanted
from effektmatt.wording import Words, words
from effektmatt.wording.marks import Ledger

#: Where a writer with pages puts the page's number and how many there are.
PAGE, PAGES = "{page}", "{pages}"


def document(findings: Findings, planned: Planned | None = None, *, ledger: Ledger | None = None) -> Document:
    """Return a document of an evaluation as blocks, in the language of the findings.

    `planned` says what it is made of: the report itself where it is None. With a ledger, what is printed of `placed`
    findings is noted down in it, and marked.
    """
    say = words(findings.language, ledger)
    planned = findings.documents[REPORT] if planned is None else planned
    findings = without_parts(findings, planned.without)
    project, made = findings.project, findings.manifest.made
    owners = [name for name in (project.owner, *project.partners) if name]
    return Document(
        title=project.name,
        subtitle=planned.title or say.say("report-kind" if findings.goals else "report-kind-described"),
        byline=_byline(owners, project.authors, made.isoformat(), say),
        language=findings.language,
        made=made,
        author=", ".join(project.authors) or project.owner,
        phrases={
            "skip": say.say("report-skip"),
            "contents": say.say("report-contents"),
            "chart_data": say.say("report-chart-data"),
            "drag": say.say("report-drag"),
            "tables": say.say("report-tables"),
            "page": say.say("report-page", page=PAGE, pages=PAGES),
            "figure": say.say("report-figure"),
            "table": say.say("report-table"),
        },
        blocks=in_their_languages(_blocks(findings, planned, say), findings.elsewhere, findings.language),
        logo=_logo(findings),
        contact=say.say("report-contact", contact=project.contact) if project.contact else None,
        look=findings.look,
    )


def _byline(owners: Sequence[str], authors: Sequence[str], made: str, say: Words) -> str:
    said = [say.joined(owners)] if owners else []
    said += [say.say("report-authors", authors=say.joined(authors))] if authors else []
    return " · ".join([*said, say.say("report-made", made=made)])


def _logo(findings: Findings) -> PictureBlock | None:
    logo = findings.project.logo
    picture = None if logo is None else findings.pictures.get(logo.file)
    return None if logo is None or picture is None else PictureBlock(picture=picture, alt=logo.alt or "")


def _blocks(findings: Findings, planned: Planned, say: Words) -> Iterator[Block]:
    """Yield the sections; the intro of a version stands in a summary that comes first, and else before them all."""
    in_summary = planned.sections[0].block == "summary"
    if not in_summary:
        yield from own_words(planned.intro, "own-intro", findings, say, under=1)
    for place, section in enumerate(planned.sections, start=1):
        intro = planned.intro if in_summary and place == 1 else None
        yield from _section(section, place, Wanted(findings=findings, say=say, without=planned.without, intro=intro))


def _section(section: Section, place: int, wanted: Wanted) -> Iterator[Block]:
    """Yield a section under its heading: what the program writes, what people wrote, what is demanded and lacks.

    What ends the page of a summary comes after them all.
    """
    blocks = list(WRITERS[section.block](wanted)) if section.block is not None else []
    end = next((number for number, block in enumerate(blocks) if isinstance(block, PageBreak)), len(blocks))
    blocks, ending = blocks[:end], blocks[end:]
    if section.text is not None:
        written = written_text(section, wanted.findings)
        blocks += own_words(written, f"own-section-{place}", wanted.findings, wanted.say)
    blocks += (missing_block(gap, wanted.say) for gap in gaps(section, wanted.findings, wanted.without))
    blocks += ending
    is_headed = bool(blocks) and isinstance(blocks[0], Heading) and blocks[0].level == 2
    if section.heading is not None:
        identity = blocks[0].id if is_headed and isinstance(blocks[0], Heading) else f"section-{place}"
        blocks[: int(is_headed)] = [Heading(level=2, text=section.heading, id=identity)]
    elif blocks and not is_headed:
        yield Heading(level=2, text=wanted.say.say(f"report-{section.block}"), id=str(section.block))
    yield from blocks


#: What writes the sections of reports and forms.
WRITERS = {**SECTIONS, **FORMS}
