"""One example, or a few, of every note and fault about logs, activities, money and indices."""

from effektmatt.core import Note
from effektmatt.errors import Fault


def note(code: str, **values: str | float) -> Note:
    return Note(code=code, values=values)


def of_file(code: str, file: str, **more: object) -> Fault:
    return Fault(code=code, file=file, **more)  # type: ignore[arg-type]


USAGE_NOTES: tuple[Note, ...] = (
    *(note("census", about=about) for about in ("held", "money-used", "index-change", "index-value")),
    note("users-not-in-register", n=1),
    note("users-not-in-register", n=12),
    note("users-not-in-register-counted", n=1),
    note("users-not-in-register-counted", n=12),
    note("rebase-outside-log", day="2018-04-09"),
    note("mark-outside-log", mark="Pass 3", day="2018-02-06"),
    note("uses-outside-weeks", n=1),
    note("uses-outside-weeks", n=40),
    note("too-few-weeks", n=1),
    note("weeks-too-alike", of="change"),
    note("weeks-too-alike", of="level"),
    note("xmr-ordinary"),
    note("xmr-signals", n=1, weeks=51),
    note("xmr-signals", n=19, weeks=51),
    note("no-uses"),
    note("held-late", n=1),
    note("held-late", n=3),
    note("not-held", n=1),
    note("not-held", n=3),
    note("attended-not-in-register", n=1),
    note("attended-not-in-register", n=2),
    note("hours-missing", n=1),
    note("hours-missing", n=2),
    note("mean-hours", mean=14.123, median=16.0, full=16.0, all="yes"),
    note("mean-hours", mean=9.123, median=8.0, full=16.0, all="no"),
    note("outcome-missing", n=1),
    note("outcome-missing", n=2),
    note("reason-missing", way="less"),
    note("reason-missing", way="more"),
    note("reason-missing", way="higher"),
    note("reason-missing", way="lower"),
    note("reasons-missing", posts="Utbildning, Analys"),
    note("no-budget"),
    note("no-outcome"),
    note("cost-per-person", amount="1184.26", people=702),
    note("cost-per-person", amount="1200", people=1),
    note("index-not-applicable", unit_name="Botkyrka"),
    note("index-unit-missing", unit_name="Botkyrka", why="dropped-out"),
    note("index-unit-missing", unit_name="Botkyrka", why="secret"),
    note("index-unit-missing", unit_name="Botkyrka", why="no-value"),
    note("index-other-waves", unit_name="Botkyrka", named="yes", gone="2013", first="2011", last="2012"),
    note("index-other-waves", unit_name="", named="no", gone="2013", first="2011", last="2012"),
    note("decided-by-unit", unit_name="Botkyrka", which="lowest", units=14),
    note("decided-by-unit", unit_name="Salem", which="highest", units=14),
    note("last-wave-missing", missing_wave="2013", last_wave="2012"),
    note("published-counts-all"),
    note("census-given-assumptions"),
    note("index-units-open"),
    note("no-index-values"),
)

_OUTSIDE = {"row": 4, "column": "tid", "got": "2081-01-02", "rows": 2}

USAGE_FAULTS: tuple[Fault, ...] = (
    Fault(code="plan-error-twice", file="plan.toml", key="sources.index.margin"),
    *(
        of_file(
            "date-outside-project",
            "logg.csv",
            **_OUTSIDE,
            details={"first": first, "last": last, "where": "4, 9"},
        )
        for first, last in (("2018-01-01", "2018-12-31"), ("none", "2018-12-31"), ("2018-01-01", "none"))
    ),
    of_file(
        "activity-not-expected",
        "aktiviteter.csv",
        row=3,
        column="aktivitet",
        got="Chefsfroum",
        expected=("Chefsforum", "Chefsbrev"),
        nearest="Chefsforum",
    ),
    of_file(
        "hours-negative", "narvaro.csv", row=3, column="timmar", got="\N{MINUS SIGN}4", rows=1, details={"where": "3"}
    ),
    of_file("money-wrong", "ekonomi.csv", row=3, column="budget", got="hundra tusen"),
    of_file(
        "post-unknown", "ekonomi.csv", row=5, column="del_av", got="Uppfoljning", expected=("A",), nearest="Uppföljning"
    ),
    of_file("post-in-circle", "ekonomi.csv", row=5, column="del_av", got="Uppföljning"),
    *(
        of_file(
            "ledger-does-not-add-up",
            "ekonomi.csv",
            column="budget",
            got=found,
            details={
                "whole": whole,
                "post": "Uppföljning",
                "found": found,
                "wanted": "178000",
                "difference": difference,
                "way": way,
            },
        )
        for whole, found, difference, way in (
            ("post", "178100.25", "100.25", "more"),
            ("plan", "177000", "1000", "less"),
        )
    ),
    of_file(
        "index-repeated", "index.csv", row=7, column="ar", got="DiMiOS, Förvaltning A, 2024", details={"earlier": "3"}
    ),
    of_file("series-period", "serie.csv", row=9, column="manad", got="hösten", expected=("2021-01", "2022-12")),
    of_file("index-wave-unknown", "index.csv", row=7, column="ar", got="efterat", expected=("before", "after"), rows=2),
    of_file("index-one-wave", "index.csv", column="ar", got="2024", details={"index": "DiMiOS"}),
    of_file("index-one-wave", "index.csv", column="ar", details={"index": "DiMiOS"}),
    *(
        Fault(code="plan-unknown-name", key="key", got="Mote", expected=("Möte",), details={"what": what})
        for what in ("log", "series", "activities", "ledger", "index", "activity", "post", "unit")
    ),
)
