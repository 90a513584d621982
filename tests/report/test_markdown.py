from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.report.blocks import Block, CodeBlock, Heading, ListBlock, Paragraph, Quote, Run, TableBlock
from effektmatt.report.markdown import markdown_blocks


def blocks_of(source: str, under: int = 3) -> tuple[Block, ...]:
    return markdown_blocks(source, under=under, id_prefix="x", table_caption="Tabell", quote_label="Citat")


def test_runs_keep_their_look() -> None:
    (paragraph,) = blocks_of("Vanlig, **fet**, *kursiv*, ***båda***, `kod`\noch [länk](https://example.org/a?b=1&c=2).")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (
        Run(text="Vanlig, "),
        Run(text="fet", strong=True),
        Run(text=", "),
        Run(text="kursiv", emphasis=True),
        Run(text=", "),
        Run(text="båda", strong=True, emphasis=True),
        Run(text=", "),
        Run(text="kod", code=True),
        Run(text=" och "),
        Run(text="länk", link="https://example.org/a?b=1&c=2"),
        Run(text="."),
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "a.html",
        "#x",
    ],
)
def test_only_web_and_mail_addresses_become_links(address: str) -> None:
    found = blocks_of(f"[här]({address}) och <mailto:a@example.org> och <https://example.org>")
    (paragraph,) = found
    assert isinstance(paragraph, Paragraph)
    assert {run.link for run in paragraph.runs} == {None, "mailto:a@example.org", "https://example.org"}


def test_raw_html_stays_text() -> None:
    source = 'En <b onclick="x()">fet</b> rad.\n\n<script>alert(1)</script>\n\n<!-- tyst -->'
    found = blocks_of(source)
    assert all(isinstance(block, Paragraph) for block in found)
    shown = ["".join(run.text for run in block.runs) for block in found if isinstance(block, Paragraph)]
    assert shown == ['En <b onclick="x()">fet</b> rad.', "<script>alert(1)</script>", "<!-- tyst -->"]


def test_a_picture_is_its_text() -> None:
    (paragraph,) = blocks_of("![En bild](https://example.org/x.png)")
    assert paragraph == Paragraph(runs=(Run(text="En bild"),))


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("# a\n## b\n# c", [4, 5, 4]),
        ("### a\n###### b\n#### c\n# d", [4, 5, 5, 4]),
        ("# a\n## b\n### c\n#### d\n##### e", [4, 5, 6, 6, 6]),
        ("Rubrik\n======\n", [4]),
    ],
)
def test_headings_come_under_the_section_without_leaving_out_a_level(written: str, levels: list[int]) -> None:
    found = [block for block in blocks_of(written) if isinstance(block, Heading)]
    assert [heading.level for heading in found] == levels
    assert len({heading.id for heading in found}) == len(found)


def test_lists_quotes_and_code() -> None:
    found = blocks_of("- ett\n- två\n  1. inre\n\n> sagt\n\n```\nrad 1\n  rad 2\n```\n\n---\n")
    outer, quote, code = found
    assert isinstance(outer, ListBlock)
    assert not outer.ordered
    inner = outer.items[1][1]
    assert isinstance(inner, ListBlock)
    assert inner.ordered
    assert isinstance(quote, Quote)
    assert quote.label == "Citat"
    assert code == CodeBlock(text="rad 1\n  rad 2")


def test_a_table_gets_a_caption_and_right_hand_columns_are_numbers() -> None:
    (table,) = blocks_of("| Ort | Antal |\n|---|---:|\n| Orust | **5** |\n| Tranemo | 7 |\n")
    assert isinstance(table, TableBlock)
    assert table.table.caption == "Tabell"
    assert table.table.header == ("Ort", "Antal")
    assert table.table.rows == (("Orust", "5"), ("Tranemo", "7"))
    assert table.table.numeric == (False, True)


@pytest.mark.parametrize(
    ("before", "caption"), [("### Nuläget", "Nuläget"), ("Så var läget:", "Så var läget"), ("- Punkt", "Tabell")]
)
def test_a_table_is_called_what_it_stands_under(before: str, caption: str) -> None:
    *_, table = blocks_of(
        f"{before}\n\n| Ort | Antal | År |\n|---|---|---|\n| Orust | −5,5 | vt 2012 |\n| Tranemo | – | 2013 |\n"
    )
    assert isinstance(table, TableBlock)
    assert (table.table.caption, table.captioned) == (caption, False)
    assert table.table.numeric == (False, True, False)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_text_breaks_it_and_no_heading_rises(source: str) -> None:
    for block in blocks_of(source):
        if isinstance(block, Heading):
            assert 4 <= block.level <= 6
