"""Findings made by hand from public types alone: seven goals like those of the sample project.

A fixture for everything that reads findings (wording, charts, report). The numbers hang together but are invented.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from effektmatt.core import (
    Change,
    Curve,
    Design,
    Estimate,
    Evidence,
    GroupOutcome,
    Hide,
    Interval,
    Linkage,
    Note,
    Outcome,
    Role,
    Unit,
)
from effektmatt.data.accounting import Accounting
from effektmatt.data.reading import Reading as FileReading
from effektmatt.findings import (
    AnswerRate,
    FileFacts,
    Findings,
    FlowFinding,
    FlowStep,
    GoalFinding,
    Manifest,
    ReadingFinding,
    ScaleFinding,
    SourceFinding,
)
from effektmatt.goals import Reading, Target, judge, judge_all, unreachable
from effektmatt.plan.facts import MeasureFacts
from effektmatt.plan.kinds.cases import HandlingTimeFacts
from effektmatt.plan.kinds.register import CountChangeFacts, CountFacts, RegisterShareFacts
from effektmatt.plan.kinds.survey import ShareChangeFacts, ShareImprovedFacts
from effektmatt.plan.project import Project
from effektmatt.plan.report_sections import Text
from effektmatt.plan.sections import Wave
from effektmatt.registers.count import GroupCount, RegisterCount
from effektmatt.registers.count_change import CountChange
from effektmatt.stats.share import clopper_pearson, hypergeometric, possible_range

STANDARDISED = "restricted-mean-greenwood-standardised"
SELF_SELECTED = Note(code="self-selected-resemble-all")
SAME_CASES = Note(code="open-cases-resemble")


def findings_example(language: str = "sv") -> Findings:
    """Return the findings of an invented evaluation with seven goals."""
    return Findings(
        project=Project(
            name="Den nya administratören",
            owner="Tranemo kommun",
            partners=["Orust kommun"],
            funder="Europeiska socialfonden",
            start=date(2011, 9, 19),
            end=date(2013, 9, 19),
            granted=Decimal("3250124.00"),
            facts={"Diarienummer": "2011-3060051"},
        ),
        language=language,
        design=Design.BEFORE_AFTER,
        confidence=0.95,
        hide=Hide(),
        labels={"kon": "Kön", "kommun": "Kommun", "avdelning": "Avdelning", "arendetyp": "Ärendetyp"},
        waves={
            "before": Wave(label="Före", first=date(2011, 9, 19), last=date(2012, 1, 19)),
            "after": Wave(label="Efter", first=date(2013, 5, 1), last=date(2013, 8, 31)),
        },
        goals=(_goal_1(), _goal_2(), _goal_3(), _goal_4(), _goal_5(), _goal_6(), _goal_7()),
        sources=_sources(),
        flows=(_flow(),),
        answer_rates=_answer_rates(),
        scales=_scales(),
        notes=(),
        text=Text(
            context=(
                "Andelen invånare med *eftergymnasial* utbildning var 20 % i Tranemo och 27 % i Orust.\n\n"
                "- Arbetet blir mer **tekniskt**.\n- Arbetet blir mer riktat till invånarna.\n"
            ),
            limits="Enkätens självskattningar säger hur deltagarna själva ser på sina kunskaper.",
        ),
        manifest=Manifest(
            made=date(2013, 9, 30),
            files=tuple(
                FileFacts(file=name, keyed_sum=_sha256(name), bytes=_size(name)) for name in ("plan.toml", *_FILES)
            ),
            versions=(("effektmatt", "0.1.0"), ("python", "3.11.2"), ("numpy", "2.4.0")),
        ),
    )


_FILES = (
    "deltagare.csv",
    "enkat_fore.csv",
    "enkat_efter.csv",
    "medborgare_fore.xlsx",
    "medborgare_efter.xlsx",
    "arenden.csv",
    "samarbeten.csv",
)


# ---- estimates ---------------------------------------------------------------------------------------------------


def _finite(measure: str, hits: int, n: int, population: int) -> Estimate:
    return Estimate(
        measure=measure,
        value=hits / n,
        unit=Unit.SHARE,
        n=n,
        hits=hits,
        population=population,
        evidence=Evidence.FINITE,
        method="hypergeometric-exact",
        interval=hypergeometric(hits, n, population),
        possible=possible_range(hits, n, population),
        curve=Curve(kind="beta-binomial", parameters=(hits, n, population)),
        assumptions=(Note(code="missing-resemble-answered", values={"missing": population - n}),),
    )


def _census(measure: str, hits: int, population: int) -> Estimate:
    return Estimate(
        measure=measure,
        value=hits / population,
        unit=Unit.SHARE,
        n=population,
        hits=hits,
        population=population,
        evidence=Evidence.CENSUS,
        method="census",
    )


def _count(value: float, n: int, measure: str = "count", unit: Unit = Unit.COUNT) -> Estimate:
    role, census = _role(measure), Evidence.CENSUS
    return Estimate(measure=measure, role=role, value=value, unit=unit, n=n, evidence=census, method="census")


def _role(measure: str) -> Role:
    """The role of the measures of this example."""
    return Role.DIFFERENCE if "difference" in measure else Role.LEVEL


def _sample(hits: int, n: int) -> Estimate:
    return Estimate(
        measure="share",
        value=hits / n,
        unit=Unit.SHARE,
        n=n,
        hits=hits,
        evidence=Evidence.PROCESS,
        method="clopper-pearson",
        interval=clopper_pearson(hits, n),
        curve=Curve(kind="beta", parameters=(hits + 0.5, n - hits + 0.5)),
        assumptions=(SELF_SELECTED,),
    )


def _normal(
    measure: str,
    value: float,
    error: float,
    unit: Unit,
    n: int,
    method: str,
    assumptions: tuple[Note, ...] = (),
) -> Estimate:
    return Estimate(
        measure=measure,
        role=_role(measure),
        value=value,
        unit=unit,
        n=n,
        evidence=Evidence.PROCESS,
        method=method,
        std_error=error,
        interval=Interval(low=value - 1.96 * error, high=value + 1.96 * error, level=0.95, method=method),
        curve=Curve(kind="normal", parameters=(value, error)),
        assumptions=assumptions,
    )


# ---- the goals ---------------------------------------------------------------------------------------------------

_IMPROVED_QUOTE = "80% av alla som genomgått kompetensinsatser ska ha förbättrat sina kunskaper efter slutanalys"


def _survey_measure(labels: Sequence[str], combine: str | None = None) -> MeasureFacts:
    return ShareImprovedFacts(
        kind="share-improved",
        source="enkat",
        source_kind="survey",
        source_label="Deltagarenkäten",
        labels=tuple(labels),
        among=(("Genomgått", "ja"),),
        combine=combine,
    )


def _score_change(before: float, after: float, n: int) -> Change:
    return Change(
        before=_normal("mean-score", before, 0.05, Unit.SCORE, n, "t"),
        after=_normal("mean-score", after, 0.05, Unit.SCORE, n, "t"),
        difference=_normal("mean-difference", after - before, 0.04, Unit.SCORE, n, "t-paired"),
        linkage=Linkage.PAIRED,
    )


def _improved_groups(shown: Sequence[tuple[str, str, int, int, int]]) -> tuple[GroupOutcome, ...]:
    return tuple(
        GroupOutcome(by=by, group=group, estimate=_finite("share-improved-any", hits, n, population))
        for by, group, hits, n, population in shown
    )


def _goal_1() -> GoalFinding:
    estimate = _finite("share-improved-any", 132, 150, 205)
    outcome = Outcome(
        estimate=estimate,
        change=_score_change(3.12, 3.84, 150),
        beside=(_finite("share-improved-step", 61, 150, 205), _finite("share-improved-reliable", 74, 150, 205)),
        groups=_improved_groups(
            (
                ("kon", "kvinna", 117, 131, 178),
                ("kon", "man", 15, 19, 27),
                ("kommun", "Orust", 60, 68, 92),
                ("kommun", "Tranemo", 72, 82, 113),
            )
        ),
    )
    return GoalFinding(
        id="delmal-1",
        title="Trygga med verktyg och förvaltning",
        quote=_IMPROVED_QUOTE,
        fulfilment=judge(estimate, Target(at_least=0.80)),
        outcome=outcome,
        measure=_survey_measure(["Tekniska och administrativa verktyg"]),
    )


def _goal_2() -> GoalFinding:
    estimate = _census("share", 211, 240)
    counts = (
        ("kon", "kvinna", 188, 210),
        ("kon", "man", 23, 30),
        ("kommun", "Orust", 96, 108),
        ("kommun", "Tranemo", 115, 132),
    )
    groups = tuple(
        GroupOutcome(by=by, group=group, estimate=_census("share", hits, population))
        for by, group, hits, population in counts
    )
    return GoalFinding(
        id="delmal-2",
        title="Validering",
        quote="95% av alla som startar medverkan i projektet ska ha erhållit en validering i slutet av projektet",
        fulfilment=judge(estimate, Target(at_least=0.95)),
        outcome=Outcome(
            estimate=estimate,
            groups=groups,
        ),
        measure=RegisterShareFacts(
            kind="share",
            source="deltagare",
            source_kind="register",
            source_label="Deltagarregistret",
            where=(("Validering", "ja"),),
        ),
    )


_DEPARTMENTS = {
    "Barn och utbildning": (0, 1, 44),
    "Individ och familj": (1, 1, 38),
    "Kommunkansliet": (2, 6, 30),
    "Kultur och fritid": (1, 5, 21),
    "Miljö och bygg": (1, 7, 27),
    "Omsorg": (2, 11, 52),
    "Teknik och service": (0, 8, 28),
}


def _before_after(before: int, after: int, people: int) -> Change:
    return Change(
        before=_count(before, people),
        after=_count(after, people),
        difference=_count(after - before, people, "count-difference"),
        linkage=Linkage.PAIRED,
    )


def _goal_3() -> GoalFinding:
    total = sum(after for _, after, _ in _DEPARTMENTS.values())
    change = _before_after(7, total, 240)
    least, about = _count(1, 240, "smallest-count"), change.after
    departments = tuple(
        GroupCount(group=name, count=after, before=before, people=people)
        for name, (before, after, people) in _DEPARTMENTS.items()
    )
    groups = tuple(
        GroupOutcome(by=by, group=name, estimate=_count(after, people), change=_before_after(before, after, people))
        for by, name, before, after, people in (
            ("kon", "kvinna", 6, 34, 210),
            ("kon", "man", 1, total - 34, 30),
            ("kommun", "Orust", 3, 18, 108),
            ("kommun", "Tranemo", 4, total - 18, 132),
        )
    )
    all_of_them = RegisterCount(count=total, before=7, people=240)
    measure = CountFacts(
        kind="count",
        source="deltagare",
        source_kind="register",
        source_label="Deltagarregistret",
        where=(("Ambassadör efter", "ja"),),
    )
    parts = tuple(
        GoalFinding(
            id=f"delmal-3-{place}",
            title=title,
            quote=None,
            fulfilment=judge(estimate, target),
            outcome=outcome,
            measure=measure,
        )
        for place, (title, estimate, target, outcome) in enumerate(
            (
                (
                    "Minst två på varje avdelning",
                    least,
                    Target(at_least=2, in_every="avdelning"),
                    Outcome(estimate=least, detail=replace(all_of_them, in_every="avdelning", groups=departments)),
                ),
                (
                    "Omkring 40 sammanlagt",
                    about,
                    Target(about=40, within=0.10),
                    Outcome(estimate=about, change=change, groups=groups, detail=all_of_them),
                ),
            ),
            start=1,
        )
    )
    whole = judge_all(tuple(part.fulfilment for part in parts))
    deciding = parts[whole.deciding or 0]
    return GoalFinding(
        id="delmal-3",
        title="Ambassadörer",
        quote="minst 2 ambassadörer på varje avdelning, ca 40 ambassadörer sammanlagt vid projektets slut",
        fulfilment=whole,
        outcome=deciding.outcome,
        measure=deciding.measure,
        parts=parts,
        text="Ambassadörerna utsågs av avdelningarna själva. Det har varit svårt att hitta två där deltagarna är *få*.",
    )


def _goal_4() -> GoalFinding:
    estimate = _finite("share-improved-any", 122, 150, 205)
    shown = _improved_groups(
        (("kon", "kvinna", 104, 128, 178), ("kommun", "Orust", 55, 68, 92), ("kommun", "Tranemo", 67, 82, 113))
    )
    hidden = (
        GroupOutcome(by="kon", group="annat", estimate=None, hidden=True),
        GroupOutcome(by="kon", group="man", estimate=None, hidden=True),
    )
    return GoalFinding(
        id="delmal-4",
        title="Bemötande, tillgänglighet och jämställdhet",
        quote=_IMPROVED_QUOTE,
        fulfilment=judge(estimate, Target(at_least=0.80)),
        outcome=Outcome(
            estimate=estimate,
            change=_score_change(3.30, 3.79, 150),
            beside=(_finite("share-improved-step", 12, 150, 205), _finite("share-improved-reliable", 80, 150, 205)),
            groups=(shown[0], *hidden, *shown[1:]),
        ),
        measure=_survey_measure(["Bemötande", "Tillgänglighet", "Jämställdhet"], combine="index"),
    )


def _goal_5() -> GoalFinding:
    change = _before_after(4, 9, 11)
    return GoalFinding(
        id="delmal-5",
        title="Transnationellt samarbete",
        quote="Antalet transnationella kommuner vi samverkar med innan och efter projektet",
        fulfilment=judge(change.difference, None),
        outcome=Outcome(
            estimate=change.difference, change=change, detail=CountChange(kept=3, left=1, new=6, people=11)
        ),
        measure=CountChangeFacts(
            kind="count-change",
            source="samarbeten",
            source_kind="register",
            source_label="Transnationella samarbeten",
        ),
    )


def _goal_6() -> GoalFinding:
    before, after = _sample(172, 386), _sample(271, 432)
    assert before.value is not None
    assert after.value is not None
    points = _normal(
        "share-difference", after.value - before.value, 0.0343, Unit.POINTS, 818, "newcombe-10", (SELF_SELECTED,)
    )
    ratio = math.log(after.value / before.value)
    relative = Estimate(
        measure="relative-change",
        role=Role.RELATIVE,
        value=math.exp(ratio) - 1,
        unit=Unit.RELATIVE,
        n=818,
        evidence=Evidence.PROCESS,
        method="koopman",
        interval=Interval(
            low=math.exp(ratio - 1.96 * 0.068) - 1,
            high=math.exp(ratio + 1.96 * 0.068) - 1,
            level=0.95,
            method="koopman",
        ),
        curve=Curve(kind="log-normal", parameters=(ratio, 0.068)),
        assumptions=(SELF_SELECTED,),
    )
    readings = tuple(
        ReadingFinding(
            reading=reading,
            fulfilment=judge(
                estimate,
                Target(increase_by=0.70, reading=reading),
                unreachable=unreachable(Target(increase_by=0.70, reading=reading), before),
            ),
            chosen=reading is Reading.RELATIVE,
        )
        for reading, estimate in ((Reading.RELATIVE, relative), (Reading.POINTS, points), (Reading.LEVEL, after))
    )
    return GoalFinding(
        id="delmal-6",
        title="Kommuninvånarnas upplevelse av bemötandet",
        quote="öka kommuninvånarnas upplevelse av bemötandet med 70 %",
        fulfilment=readings[0].fulfilment,
        outcome=Outcome(
            estimate=relative,
            change=Change(
                before=before, after=after, difference=points, linkage=Linkage.INDEPENDENT, effects=(relative,)
            ),
            beside=(points,),
            groups=tuple(
                GroupOutcome(
                    by=by,
                    group=group,
                    estimate=_normal("relative-change", value, 0.1, Unit.RELATIVE, n, "koopman", (SELF_SELECTED,)),
                )
                for by, group, value, n in (
                    ("kon", "kvinna", 0.44, 470),
                    ("kon", "man", 0.36, 341),
                    ("kommun", "Orust", 0.39, 398),
                    ("kommun", "Tranemo", 0.42, 420),
                )
            ),
        ),
        measure=ShareChangeFacts(
            kind="share-change",
            source="medborgare",
            source_kind="survey",
            source_label="Medborgarenkäten",
            labels=("Kommuninvånarnas upplevelse av bemötandet",),
            top=2,
            highest=5,
        ),
        readings=readings,
    )


def _goal_7() -> GoalFinding:
    def days(measure: str, value: float, error: float, n: int, method: str) -> Estimate:
        made = _normal(measure, value, error, Unit.DAYS, n, method)
        return replace(made, notes=(Note(code="restricted-to", values={"days": 90}),)) if "mean" in measure else made

    before = days("restricted-mean", 62.4, 1.1, 778, "restricted-mean-greenwood")
    after = days("restricted-mean", 44.8, 1.2, 789, "restricted-mean-greenwood")
    difference = days("standardised-restricted-mean-difference", -17.6, 1.6, 1567, STANDARDISED)
    return GoalFinding(
        id="delmal-7",
        title="Handläggningstid",
        quote="förkorta handläggningstiden med två veckor",
        fulfilment=judge(difference, Target(decrease_by=14)),
        outcome=Outcome(
            estimate=difference,
            change=Change(before=before, after=after, difference=difference, linkage=Linkage.INDEPENDENT),
            beside=(
                days("restricted-mean-difference", -24.2, 1.6, 1567, "restricted-mean-greenwood"),
                days("median-difference", -27.0, 3.0, 1567, "square-and-add-log-log"),
            ),
            groups=(
                GroupOutcome(
                    by="kommun",
                    group="Orust",
                    estimate=days(
                        "standardised-restricted-mean-difference",
                        -15.9,
                        2.3,
                        760,
                        STANDARDISED,
                    ),
                ),
                GroupOutcome(
                    by="kommun",
                    group="Tranemo",
                    estimate=days(
                        "standardised-restricted-mean-difference",
                        -19.1,
                        2.2,
                        807,
                        STANDARDISED,
                    ),
                ),
            ),
        ),
        measure=HandlingTimeFacts(
            kind="handling-time",
            source="arenden",
            source_kind="cases",
            source_label="Ärenderegistret",
            within_days=90,
            standardise="Ärendetyp",
        ),
        text="Under projektet flyttades enkla ärenden till e-tjänster. Därför visas också samma ärendesammansättning.",
    )


# ---- where it comes from -----------------------------------------------------------------------------------------


def _flow() -> FlowFinding:
    return FlowFinding(
        source="enkat",
        label="Deltagarenkäten",
        steps=(
            FlowStep(code="in-register", n=240),
            FlowStep(code="answered-before", n=202, left=(("repeated", 4),)),
            FlowStep(
                code="completed",
                n=205,
                left=(("not-concerned", 35),),
                among=(("har genomgått utbildningen", ""),),
            ),
            FlowStep(code="answered-after", n=173, left=(("repeated", 4),)),
            FlowStep(code="linked", n=153, left=(("without-code", 6), ("only-before", 45), ("only-after", 18))),
            FlowStep(code="analysed", n=150, left=(("too-few-items", 3),)),
        ),
    )


def _answer_rates() -> tuple[AnswerRate, ...]:
    rates = (
        ("before", 205, 198, None, None),
        ("before", 178, 173, "kon", "kvinna"),
        ("before", 27, 25, "kon", "man"),
        ("after", 205, 171, None, None),
        ("after", 178, 150, "kon", "kvinna"),
        ("after", 27, None, "kon", "man"),
        ("linked", 205, 153, None, None),
    )
    return tuple(
        AnswerRate(
            source="enkat",
            label="Deltagarenkäten",
            wave=wave,
            population=population,
            answered=answered,
            by=by,
            group=group,
        )
        for wave, population, answered, by, group in rates
    )


def _scales() -> tuple[ScaleFinding, ...]:
    def alpha(value: float, n: int) -> Estimate:
        return Estimate(
            measure="cronbach-alpha",
            value=value,
            unit=Unit.SCORE,
            n=n,
            evidence=Evidence.PROCESS,
            method="cronbach-alpha",
        )

    return (
        ScaleFinding(
            id="verktyg",
            label="Tekniska och administrativa verktyg",
            items=(
                ("v1", "Jag är trygg med de tekniska verktyg jag behöver"),
                ("v2", "Jag vet vilket administrativt verktyg som passar uppgiften"),
                ("v4", "Jag blir ofta osäker när ett system ändras"),
            ),
            alpha=(("before", alpha(0.81, 198)), ("after", alpha(0.84, 171))),
        ),
        ScaleFinding(
            id="bemotande",
            label="Bemötande",
            items=(("b1", "Jag vet vad ett gott bemötande är i min roll"),),
            alpha=(),
        ),
    )


def _sources() -> tuple[SourceFinding, ...]:
    def source(
        name: str,
        kind: str,
        label: str,
        files: dict[str | None, str],
        accounts: dict[str | None, tuple[int, dict[str, int]]],
    ) -> SourceFinding:
        return SourceFinding(
            id=name,
            kind=kind,
            label=label,
            waves=tuple(files),
            files=tuple(_reading(file, accounts[wave][0]) for wave, file in files.items()),
            accounts=tuple(
                Accounting(source=name, wave=wave, read=read, used=read - sum(left_out.values()), left_out=left_out)
                for wave, (read, left_out) in accounts.items()
            ),
        )

    return (
        source("deltagare", "register", "Deltagarregistret", {None: "deltagare.csv"}, {None: (240, {})}),
        source(
            "enkat",
            "survey",
            "Deltagarenkäten",
            {"before": "enkat_fore.csv", "after": "enkat_efter.csv"},
            {
                "before": (206, {"repeated": 4, "without-code": 4, "only-before": 45}),
                "after": (177, {"repeated": 4, "without-code": 2, "only-after": 18}),
            },
        ),
        source(
            "medborgare",
            "survey",
            "Medborgarenkäten",
            {"before": "medborgare_fore.xlsx", "after": "medborgare_efter.xlsx"},
            {"before": (403, {"no-answer": 17}), "after": (452, {"no-answer": 20})},
        ),
        source(
            "arenden", "cases", "Ärenderegistret", {None: "arenden.csv"}, {None: (1570, {"closed-before-opened": 3})}
        ),
        source("samarbeten", "register", "Transnationella samarbeten", {None: "samarbeten.csv"}, {None: (11, {})}),
    )


def _reading(file: str, rows: int) -> FileReading:
    workbook = file.endswith(".xlsx")
    return FileReading(
        file=file,
        format="xlsx" if workbook else "csv",
        encoding=None if workbook else "utf-8",
        bom=False,
        separator=None if workbook else ";",
        decimal=None,
        sheet="Svar" if workbook else None,
        rows=rows,
        empty_rows=0,
        columns=("kod", "kon", "kommun"),
        sha256=_sha256(file),
        bytes=_size(file),
    )


def _sha256(file: str) -> str:
    return hashlib.sha256(file.encode()).hexdigest()


def _size(file: str) -> int:
    return 1000 * len(file)
