"""A document with every kind of block in it, and the texts that could break a page."""

from __future__ import annotations

from datetime import date

from effektmatt.charts import Chart
from effektmatt.charts.canvas import Canvas
from effektmatt.goals import Verdict
from effektmatt.report.blocks import (
    Block,
    Callout,
    ChartBlock,
    CodeBlock,
    Contents,
    Document,
    GoalList,
    GoalRow,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    PartRow,
    PointList,
    PointRow,
    Quote,
    Run,
    TableBlock,
    VerdictBlock,
    VerdictKey,
    text,
)
from effektmatt.wording.text_table import TextTable

#: Texts that mean something to HTML, to Typst or to a spreadsheet, and must come out as they are.
HOSTILE = (
    "<script>alert('x')</script>",
    '<b onmouseover="x()">fet</b> &amp; </section>',
    '# rubrik $ x^2 $ *fet* _kursiv_ @ref <etikett> \\ [innehåll] #panic("x") //nej /* nej */ `kod`',
    "=cmd|' /C calc'!A0",
    "\"citat\" 'citat' {{ 7*7 }} {% raw %} ${x}",
)


def table_example() -> TextTable:
    return TextTable(
        caption="Andel som förbättrat sina kunskaper",
        header=("Grupp", "Andel", "95 % säkerhet", "Antal"),
        rows=(
            ("Kvinnor", "89,3\u00a0%", "86,0 till 91,6\u00a0%", "131 av 178"),
            ("Män", "..", "..", ".."),
            *((hostile, "1", "2", "3") for hostile in HOSTILE),
        ),
        numeric=(False, True, True, True),
        note="\u00bb..\u00bb betyder att gruppen är för liten för att visas.",
    )


def chart_example(name: str = "diagram", title: str = "Nästan nio av tio förbättrades") -> Chart:
    def drawing() -> Canvas:
        sheet = Canvas()
        sheet.text(0, 5, "Förbättrade 88,0 %")
        sheet.box(40, 2, 100, 6, fill="#005A8C")
        sheet.room(12)
        return sheet

    return Chart(
        name=name,
        title=title,
        alt=f"En stapel: 132 av 150 förbättrades. {HOSTILE[0]}",
        table=table_example(),
        language="sv",
        drawing=drawing,
    )


def document_example(*, language: str = "sv", title: str = "Den nya administratören") -> Document:
    rows = tuple(
        GoalRow(
            target_id="goal-1",
            title=f"Mål {place}. Trygga med verktyg och förvaltning",
            verdict=verdict,
            word=word,
            outcome="88,0\u00a0%; målet är minst 80\u00a0%",
            sentence="88,0\u00a0% av dem som svarade båda gångerna hade förbättrat sina kunskaper. Målet är 80\u00a0%.",
            sure=HOSTILE[0],
            parts=tuple(
                PartRow(title=hostile, verdict=verdict, word=word, outcome=hostile, sure=hostile) for hostile in HOSTILE
            )
            if place == 1
            else (),
        )
        for place, (verdict, word) in enumerate(_WORDS.items(), start=1)
    )
    points = tuple(PointRow(target_id="goal-1", title=hostile, outcome=hostile) for hostile in HOSTILE)
    blocks: tuple[Block, ...] = (
        Heading(level=2, text="Sammanfattning", id="summary"),
        text("Två av sju mål är troligen uppnådda, tre är inte uppnådda och ett går inte att avgöra.", lead=True),
        GoalList(rows=rows, sure_label="Så säkert är det:"),
        PointList(rows=points),
        Heading(level=3, text="Vad bedömningarna betyder", id="key"),
        VerdictKey(
            rows=tuple((verdict, word, "Siffrorna räcker, också med osäkerheten.") for verdict, word in _WORDS.items())
        ),
        PageBreak(),
        Contents(),
        Heading(level=2, text="Målen ett för ett", id="goals"),
        Heading(level=3, text=f"Mål 1. {HOSTILE[2]}", id="goal-1"),
        Quote(label="Målet i projektets ord", blocks=(text(HOSTILE[0]), text(HOSTILE[4]))),
        VerdictBlock(verdict=Verdict.LIKELY_MET, word="Troligen uppnått", sentence="88,0\u00a0% förbättrades."),
        *(text(hostile) for hostile in HOSTILE),
        Paragraph(
            runs=(
                Run(text="Vanlig, "),
                Run(text="fet", strong=True),
                Run(text=" och "),
                Run(text="kursiv", emphasis=True),
                Run(text=", "),
                Run(text="#kod()", code=True),
                Run(text=" och en "),
                Run(text="länk", link="https://www.example.org/?a=1&b=2"),
                Run(text="."),
            )
        ),
        ChartBlock(chart=chart_example()),
        TableBlock(table=table_example()),
        Callout(
            label="Utvärderarens kommentar",
            blocks=(
                Heading(level=4, text="En rubrik", id="comment-1"),
                text(HOSTILE[1]),
                ListBlock(
                    items=((text("Första"),), (text("Andra"), ListBlock(items=((text("Inre"),),), ordered=True)))
                ),
                CodeBlock(text="rad 1\n  #rad 2 <b>"),
            ),
        ),
    )
    return Document(
        title=title,
        subtitle="Uppföljning av projektets mål",
        byline="Tranemo kommun · Sammanställd 30 september 2013",
        language=language,
        made=date(2013, 9, 30),
        author="Tranemo kommun",
        phrases={
            "skip": "Hoppa till innehållet",
            "drag": "Tabellen går att rulla i sidled →",
            "tables": "Tabellbilaga",
            "contents": "Innehåll",
            "chart_data": "Visa diagrammets siffror som tabell",
            "page": "Sida {page} av {pages}",
            "figure": "Figur",
            "table": "Tabell",
        },
        blocks=blocks,
    )


_WORDS = {
    Verdict.MET: "Uppnått",
    Verdict.LIKELY_MET: "Troligen uppnått",
    Verdict.UNDETERMINED: "Ej avgjort",
    Verdict.LIKELY_NOT_MET: "Troligen ej uppnått",
    Verdict.NOT_MET: "Ej uppnått",
    Verdict.NOT_ASSESSABLE: "Kan inte bedömas",
    Verdict.NO_TARGET: "Inget mål satt",
}
