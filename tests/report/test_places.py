"""Every printed value is what its leaf of results.json says, and marks change nothing of what is read."""

from __future__ import annotations

import pytest

from effektmatt.findings import Findings
from effektmatt.report.blocks import TableBlock, texts_in
from effektmatt.report.document import document
from effektmatt.report.html import html
from effektmatt.report.pdf import pdf
from effektmatt.report.places import placed
from effektmatt.report.printed import leaf, written_anew
from effektmatt.report.results import results, results_json
from effektmatt.wording.marks import Ledger, Printed
from findings_example import findings_example
from printed_values import SPAN, share_marked


def marked(findings: Findings) -> tuple[Ledger, str]:
    """Return the ledger of a report as a page, and the page."""
    ledger = Ledger()
    made = document(placed(findings, ledger), ledger=ledger)
    on_page = [block for block in made.blocks if not (isinstance(block, TableBlock) and block.on_paper)]
    ledger.keep(texts_in(tuple(on_page)))
    return ledger, html(made)


@pytest.fixture(scope="module", params=["sv", "en"])
def findings(request: pytest.FixtureRequest) -> Findings:
    return findings_example(request.param)


def test_the_findings_stay_what_they_are(findings: Findings) -> None:
    assert results_json(placed(findings, Ledger())) == results_json(findings)


def test_every_value_is_written_anew_from_its_leaf(findings: Findings) -> None:
    ledger, _ = marked(findings)
    plain = results(findings)
    assert len(ledger.printed) > 200
    wrong = [one for one in ledger.printed if written_anew(one, plain, findings.language) != one.text]
    assert wrong == []
    assert {one.pointer for one in ledger.printed if one.said} >= {"/goals/0/fulfilment/verdict"}


def test_a_leaf_that_was_changed_is_noticed(findings: Findings) -> None:
    ledger, _ = marked(findings)
    plain = results(findings)
    plain["goals"][0]["fulfilment"]["estimate"]["value"] += 0.01
    wrong = [one for one in ledger.printed if written_anew(one, plain, findings.language) != one.text]
    assert {one.pointer for one in wrong} == {"/goals/0/fulfilment/estimate/value"}


def test_words_of_direction_have_the_sign_of_their_leaves(findings: Findings) -> None:
    ledger, _ = marked(findings)
    ways = [one for one in ledger.printed if one.said == "way"]
    assert len(ways) > 5
    for one in ways:
        plain = results(findings)
        *above, last = one.pointer.split("/")
        holder = leaf(plain, "/".join(above))
        holder[int(last) if isinstance(holder, list) else last] = other_way(leaf(plain, one.pointer), one)
        assert written_anew(one, plain, findings.language) != one.text


def other_way(found: object, one: Printed) -> object:
    """Return what a leaf would be if it had gone the other way."""
    if isinstance(found, bool):
        return not found
    return (
        "elsewhere"
        if isinstance(found, str) and one.scale > 0
        else "up"
        if isinstance(found, str)
        else -1e12 * one.scale
    )


def test_the_page_reads_as_without_marks_and_bears_every_one_of_them(findings: Findings) -> None:
    ledger, page = marked(findings)
    assert SPAN.sub(r"\2", page) == html(document(findings))
    shown = {int(number): text for number, text in SPAN.findall(page)}
    assert shown == {one.id: one.text for one in ledger.printed}


def test_the_pdf_is_the_same_to_the_byte() -> None:
    findings, ledger = findings_example(), Ledger()
    assert pdf(document(placed(findings, ledger), ledger=ledger)) == pdf(document(findings))


def test_most_numbers_are_marked(findings: Findings) -> None:
    assert share_marked(marked(findings)[1]) > 0.4
