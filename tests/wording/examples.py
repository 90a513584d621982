"""One example, or a few, of every note and fault that effektmatt can say, with values as the rooms give them."""

from __future__ import annotations

from effektmatt.core import Note
from effektmatt.errors import Fault


def note(code: str, **values: str | float) -> Note:
    return Note(code=code, values=values)


NOTES: tuple[Note, ...] = (
    note("census"),
    note("whatever-the-missing"),
    note("interval"),
    note("interval", side="right"),
    note("interval", side="wrong"),
    note("interval-given-assumptions", side="right"),
    note("interval-contains-target"),
    note("no-interval", n=1),
    note("no-data"),
    note("only-a-census", missing=1),
    note("only-a-census", missing=3),
    note("unreachable-level", needed=6.0, ceiling=5.0, unit="score"),
    note("unreachable-above", before=0.466, needed=1.166, ceiling=1.0, highest_start=0.3, unit="share"),
    note("unreachable-above", before=3.4, needed=5.78, ceiling=5.0, highest_start=2.941, unit="score"),
    note("unreachable-below", before=9.4, amount=14, unit="days"),
    note("missing-resemble-answered", missing=1),
    note("missing-resemble-answered", missing=55),
    note("self-selected-resemble-all"),
    note("no-rows"),
    note("no-answers"),
    note("no-groups", by="avdelning"),
    note("hidden"),
    note("nobody-linked"),
    note("wave-without-answers", wave="after"),
    note("no-key-no-share-improved"),
    note("nothing-varied"),
    note("too-few-answers", n=1, needed=2),
    note("too-few-complete", n=4, needed=6),
    note("relative-from-zero"),
    note("relative-to-zero"),
    note("reliable-change-unknown", scale="Bemötande"),
    note("too-few-cases", wave="before", n=4, needed=10),
    note("too-few-closed", wave="before", closed=1, needed=2, days=90),
    note("follow-up-too-short", wave="after", days=90, follow_up=61),
    note("median-not-reached", wave="after", days=61),
    note("no-comparable-case-types", n=7, needed=10),
    note("at-ceiling", n=8, of=151),
    note("group-differs-between-waves", by="kon", n=1),
    note("group-differs-between-waves", by="kon", n=4),
    note("group-unknown", by="kommun", n=1),
    note("group-unknown", by="kommun", n=3),
    note("source-without-group", source="Ärenderegistret", group="Kön"),
    note("population-smaller-than-answers", population=140, n=151),
    note("population-smaller-than-rows", population=200, n=230),
    note("more-answers-than-people", answered=9, population=7),
    note("repeated-resolved", file="enkat_fore.csv", n=1, rule="latest"),
    note("repeated-resolved", file="enkat_fore.csv", n=4, rule="earliest"),
    note("repeated-resolved", file="enkat_fore.csv", n=4, rule="leave-out"),
    note("repeated-left-out", wave="before", n=1),
    note("repeated-left-out", wave="before", n=4),
    note("without-code", wave="after", n=1),
    note("without-code", wave="after", n=4),
    note("near-misses", n=1, only=0),
    note("near-misses", n=5, only=4),
    note("waves-not-linked"),
    note("item-runs-backwards", wave="before", item="v4", label="Jag blir ofta osäker", correlation=-0.412),
    note("items-run-apart", wave="before", first="v1", second="v4", correlation=-0.25),
    note("units-from-register", by="avdelning", units=20),
    note("value-never-occurs", column="validering", value="ja"),
    note("among-unknown", n=1, columns="genomgatt"),
    note("among-unknown", n=3, columns="genomgatt, kommun"),
    note("unknown-counted-as-no", n=1, columns="validering"),
    note("unknown-counted-as-no", n=4, columns="validering"),
    note("unknown-not-counted", n=1, columns="ambassador"),
    note("unknown-not-counted", n=4, columns="ambassador"),
    note("restricted-to", days=90),
    note("closed-within", days=28),
    note("carried-on", at_most=0.12),
    note("tau-shortened", wanted=90, days=61),
    note("curves-cross", days=90),
    note("case-types-left-out", types="Bygglov, Tillsyn", cases=1),
    note("case-types-left-out", types="Bygglov, Tillsyn", cases=6),
    note("case-type-missing", cases=1),
    note("case-type-missing", cases=6),
)

LABELS = {
    "avdelning": "Avdelning",
    "kon": "Kön",
    "kommun": "Kommun",
    "genomgatt": "Genomgått utbildningen",
    "validering": "Validering",
    "ambassador": "Ambassadör",
    "before": "Före",
    "after": "Efter",
}

_SCALE = ("Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt")


def in_rows(code: str, *, column: str, got: str, **more: object) -> Fault:
    """A fault of a cell that stands in three rows."""
    details = {"where": "14, 18–19", "further_values": 0, "further_rows": 0, **dict(more.pop("details", {}))}  # type: ignore[call-overload]
    return Fault(code=code, file="data.csv", row=14, column=column, got=got, rows=3, details=details, **more)  # type: ignore[arg-type]


def of_file(code: str, **more: object) -> Fault:
    return Fault(code=code, file="data.csv", **more)  # type: ignore[arg-type]


def of_plan(code: str, key: str, **more: object) -> Fault:
    return Fault(code=code, file="plan.toml", key=key, **more)  # type: ignore[arg-type]


FAULTS: tuple[Fault, ...] = (
    Fault(code="folder-missing", got="projekt"),
    Fault(code="folder-is-file", got="projekt"),
    Fault(code="file-exists", file="plan.toml", got="projekt"),
    Fault(code="sample-unknown", got="administratör", expected=("den-nya-administratoren",)),
    Fault(code="goal-unknown", got="delmål-1", expected=("delmal-1", "delmal-2"), nearest="delmal-1"),
    Fault(code="report-not-written", file="report.pdf", details={"folder": "ut", "reason": "Permission denied"}),
    of_file("file-missing", nearest="data_2.csv"),
    of_file("file-is-folder"),
    of_file("file-unreadable", got="Permission denied"),
    of_file("file-empty"),
    of_file("file-header-only", row=1),
    of_file("file-not-table", got="pdf"),
    of_file("file-not-table", got="sqlite"),
    of_file("file-protected"),
    of_file("file-old-xls"),
    of_file("file-damaged", got="corrupt zip"),
    of_file("encoding-unknown", row=7, got="0x81"),
    of_file("encoding-garbled", row=7, got="FÃ¶re"),
    of_file("quote-not-closed", row=7),
    of_file("title-above-header", row=1, got="Deltagare våren 2012", details={"cells": 6}),
    of_file("column-repeated", row=1, column="kon", details={"letters": "B, E", "times": 2}),
    of_file("column-unnamed", row=2, got="ja", rows=4, details={"letter": "C", "where": "2–5"}),
    of_file("row-too-long", row=3, got="Tranemo", rows=2, details={"columns": 6, "where": "3, 17"}),
    of_file("sheet-missing", sheet="Svar", got="Svar", expected=("Blad1", "Blad2")),
    of_file("sheet-unclear", expected=("Blad1", "Blad2")),
    of_file("sheet-in-text-file", got="Svar"),
    of_file("personal-number", row=2, column="id", got="850709-****", rows=1),
    of_file("personal-number", row=2, column="id", got="850709-****", rows=40),
    of_file("column-missing", column="avdelnig", expected=("kon", "avdelning"), nearest="avdelning"),
    in_rows("cell-empty", column="kommun", got=""),
    in_rows("key-repeated", column="kommun, kod", got="Orust, an12"),
    in_rows("date-wrong", column="inkom", got="31/31/2013", expected=("2013-01-31",)),
    in_rows(
        "date-unclear",
        column="inkom",
        got="1/2/2013",
        expected=("2013-01-31",),
        details={"one": "2013-01-02", "other": "2013-02-01"},
    ),
    in_rows("date-clash", column="inkom", got="31/1/2013", expected=("2013-01-31",), details={"other": "1/31/2013"}),
    in_rows("number-wrong", column="timmar", got="12 timmar", details={"decimal": ","}),
    in_rows("number-wrong", column="timmar", got="12 timmar", details={"decimal": "."}),
    in_rows("number-wrong", column="timmar", got="12 timmar", details={"decimal": ""}),
    in_rows("number-unclear", column="timmar", got="1.234"),
    in_rows("number-not-whole", column="antal", got="2,5"),
    in_rows("value-not-allowed", column="genomgatt", got="jo", expected=("ja", "nej"), nearest="ja"),
    in_rows(
        "answer-outside-scale",
        column="v3",
        got="Stämer helt",
        expected=_SCALE,
        nearest="Stämmer helt",
        details={"further_values": 2, "further_rows": 5},
    ),
    of_file("where-value-unknown", column="genomgatt", got="jaa", expected=("ja", "nej"), nearest="ja"),
    Fault(code="plan-missing", file="plan.toml", got="projekt"),
    Fault(code="plan-not-utf8", file="plan.toml", row=3),
    Fault(code="plan-not-toml", file="plan.toml", row=7, got="name = Den nya", details={"message": "Invalid value"}),
    of_plan(
        "plan-unknown-key",
        "goals[2].target.at_lest",
        got="at_lest",
        expected=("at_least", "at_most"),
        nearest="at_least",
    ),
    of_plan("plan-missing-key", "goals[2].measure"),
    of_plan("plan-empty", "goals"),
    of_plan("plan-wrong-type", "project.name", got="12", details={"expected": "text"}),
    of_plan("plan-wrong-type", "analysis.hide.means", got="fem", details={"expected": "whole-number"}),
    of_plan("plan-wrong-type", "goals[2].target.at_least", got="80%", details={"expected": "number"}),
    of_plan("plan-wrong-type", "project.start", got="19/9 2011", details={"expected": "date"}),
    of_plan("plan-wrong-type", "analysis.groups", got="kon", details={"expected": "list"}),
    of_plan("plan-wrong-type", "goals[2].target", got="", details={"expected": "table"}),
    of_plan("plan-wrong-type", "analysis.hide", got="ja", details={"expected": "true-false"}),
    of_plan("plan-limit", "analysis.confidence", got="95", details={"limit": "< 1.0"}),
    of_plan("plan-value", "analysis.design", got="före", expected=("before-after", "randomised")),
    *(
        of_plan("plan-unknown-name", "key", got="verktgy", expected=("verktyg",), details={"what": what})
        for what in ("register", "survey", "cases", "source", "scale", "wave", "goal", "column")
    ),
    of_plan("plan-unknown-name", "goals[1].measure.scale", got="verktyg", details={"what": "scale"}),
    *(
        of_plan("plan-target", "goals[2].target", got="80", details={"reason": reason})
        for reason in ("none", "several", "about-within", "reading", "in-every", "percent", "not-positive")
    ),
    of_plan("plan-measure-target", "goals[2].target", got="increase-by", expected=("at-least", "at-most")),
    of_plan("plan-reading-missing", "goals[6].target.reading"),
    of_plan("plan-duplicate-id", "goals[2].id", got="delmal-1"),
    of_plan("plan-dates", "project.end", got="2011-09-01", details={"first": "2011-09-19"}),
    of_plan("plan-money", "project.granted", got="3 miljoner"),
    of_plan("plan-file-or-files", "sources.enkat"),
    of_plan("plan-one-file", "sources.deltagare.files"),
    of_plan("plan-two-waves", "waves"),
    of_plan("plan-measure-or-all-of", "goals[3]"),
    of_plan("plan-scale-or-scales", "goals[1].measure"),
    of_plan("plan-scale-mismatch", "goals[4].measure.scales", expected=("enkat", "medborgare")),
    of_plan("plan-no-code", "goals[6].measure", details={"source": "medborgare"}),
    of_plan("plan-source-or-scale", "goals[2].measure"),
    of_plan("scale-without-items", "scales.verktyg"),
    of_plan("scale-too-few-answers", "scales.verktyg.answers", got="1"),
    of_plan("scale-answer-empty", "scales.verktyg.answers"),
    of_plan("scale-item-repeated", "scales.verktyg", got="v1"),
    of_plan("scale-answer-repeated", "scales.verktyg.answers", got="Stämmer helt"),
    of_plan("scale-item-unknown", "scales.verktyg", got="v9", expected=("v1", "v2"), nearest="v2"),
    of_plan("scale-score-unknown", "scales.verktyg", got="medel", expected=("mean", "sum", "skr-index")),
    of_plan("skr-index-needs-five-answers", "scales.verktyg", got="4"),
    of_plan("minimum-answered-not-a-share", "scales.verktyg", got="50"),
    of_plan("top-outside-scale", "scales.verktyg", got="9", expected=("1", "2", "3", "4")),
    Fault(code="index-of-unlike-scales", key="scales", got="verktyg: 1-5, bemotande: 1-4"),
)
