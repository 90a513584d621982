"""Published tables through whole plans: signs by publisher, totals among parts, years as columns."""

import pytest

import effektmatt as em

PLAN = """
[project]
name = "Jämförelse"

[sources.tal]
kind = "index"
file = "{file}"
unit = "kommun"
wave = "år"
value = "värde"
counted = true
{source}

[[goals]]
id = "upp"
title = "Högre"
measure = {{ kind = "index-change", source = "tal"{measure} }}
target = {{ direction = "increase" }}
"""


@pytest.fixture
def project(tmp_path):
    """Write a plan and a file."""

    def written(text, *, source="", measure="", file="tal.csv", plan=PLAN):
        (tmp_path / file).write_text(text, encoding="utf-8")
        (tmp_path / "plan.toml").write_text(plan.format(file=file, source=source, measure=measure), encoding="utf-8")
        return tmp_path

    return written


def faults(folder):
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    return caught.value.faults


def units(evaluation):
    detail = evaluation["upp"].finding.outcome.detail
    return {unit.unit: [(one.value, one.sign) for one in unit.values] for unit in detail.units}


SIGNS = "kommun;år;värde\nOrust;2022;-\nOrust;2023;5,5\nTjörn;2022;..\nTjörn;2023;4,5\n"


def test_signs_mean_what_their_publisher_means(project):
    scb = units(em.evaluate(project(SIGNS, source='signs = "scb"')))
    assert scb == {"Orust": [(0.0, None), (5.5, None)], "Tjörn": [(None, "not-available"), (4.5, None)]}
    kolada = units(em.evaluate(project(SIGNS, source='signs = "kolada"')))
    assert kolada == {"Orust": [(None, "dropped-out"), (5.5, None)], "Tjörn": [(None, "secret"), (4.5, None)]}
    assert [(fault.code, fault.got, fault.row) for fault in faults(project(SIGNS))] == [
        ("number-wrong", "-", 2),
        ("number-wrong", "..", 4),
    ]


PARTS = "kommun;kön;år;värde\n" + "".join(
    f"Orust;{sex};{year};{value + year - 2022}\n"
    for sex, value in (("K", 4), ("M", 2), ("T", 3))
    for year in (2022, 2023)
)


def test_a_total_is_never_put_together_with_its_parts(project):
    (parts,) = faults(project(PARTS))
    assert (parts.code, parts.column, parts.got, parts.expected) == ("index-parts", "kön", "T", ("K", "M", "T"))
    assert 'only."kön" = "T"' in str(parts)


def test_the_advice_settles_it_and_the_other_rows_are_accounted_for(project):
    evaluation = em.evaluate(project(PARTS, source='only."kön" = "T"'))
    assert units(evaluation) == {"Orust": [(3.0, None), (4.0, None)]}
    (account,) = evaluation.findings.sources[0].accounts
    assert (account.read, account.used, account.left_out) == (6, 2, {"not-asked-for": 4})


COUNTRY = "kommun;år;värde\n" + "".join(
    f"{unit};{year};{value + year - 2022}\n"
    for unit, value in (("Riket", 5), ("Orust", 4), ("Tjörn", 2))
    for year in (2022, 2023)
)


@pytest.mark.parametrize("measure", ["", ', over = "mean"'])
def test_a_country_is_not_one_of_its_municipalities(project, measure):
    (among,) = faults(project(COUNTRY, measure=measure))
    assert (among.code, among.got, among.key) == ("index-total-among", "Riket", "goals[1].measure.unit")
    assert list(units(em.evaluate(project(COUNTRY, measure=measure, source='without = { kommun = "Riket" }')))) == [
        "Orust",
        "Tjörn",
    ]
    assert list(units(em.evaluate(project(COUNTRY, measure=', unit = "Riket"')))) == ["Riket"]


def test_rows_that_are_asked_for_must_be_there(project):
    (unknown,) = faults(project(COUNTRY, source='only = { kommun = ["Orust", "Tjörm"] }'))
    assert (unknown.code, unknown.got, unknown.nearest, unknown.key) == (
        "where-value-unknown", "Tjörm", "Tjörn", "sources.tal.only.kommun",
    )  # fmt: skip
    assert faults(project(COUNTRY, source='without = { komun = "Riket" }'))[0].code == "column-missing"


def test_a_column_for_each_year_needs_nothing_more(project):
    evaluation = em.evaluate(project("kommun;2022;2023\nOrust;4,5;5\nTjörn;-;6\n", source='signs = "kolada"'))
    assert units(evaluation) == {
        "Orust": [(4.5, None), (5.0, None)],
        "Tjörn": [(None, "dropped-out"), (6.0, None)],
    }


def test_a_cell_that_is_no_number_in_such_a_table_is_pointed_at_in_its_row(project):
    (wrong,) = faults(project("kommun;2022;2023\nOrust;4,5;5\nTjörn;x;x\n"))
    assert (wrong.code, wrong.row, wrong.got, wrong.rows) == ("number-wrong", 3, "x", 2)
    (empty,) = faults(project("kommun;2022;2023\n;4,5;5\nTjörn;1;2\n"))
    assert (empty.code, empty.row, empty.rows) == ("cell-empty", 2, 2)


def test_years_that_a_sheet_keeps_as_days_are_years(project):
    evaluation = em.evaluate(project("kommun;år;värde\nOrust;2022-01-01;1\nOrust;2023-01-01;2\n"))
    assert evaluation["upp"].finding.outcome.detail.waves == ("2022", "2023")


PX = """CHARSET="ANSI";
CODEPAGE="utf-8";
STUB="kommun","kön";
HEADING="år";
VALUES("kommun")="Orust","Tjörn";
VALUES("kön")="totalt","män";
VALUES("år")="2021","2022","2023";
ELIMINATION("kön")="totalt";
DATA=
1 2 3
4 5 6
"-" ".." 9
1 1 1;
"""


def test_a_px_file_brings_its_own_signs_and_its_total(project):
    plan = PLAN.replace('value = "värde"\n', "")
    (parts,) = faults(project(PX, file="tal.px", plan=plan))
    assert (parts.code, parts.got) == ("index-parts", "totalt")
    evaluation = em.evaluate(project(PX, file="tal.px", plan=plan, source='only = { "kön" = "totalt" }'))
    assert units(evaluation)["Tjörn"] == [(0.0, None), (None, "not-available"), (9.0, None)]


SERIES = """
[project]
name = "Serie"

[sources.tal]
kind = "series"
file = "{file}"
period = "år"
baseline = ["2014", "2019"]
{source}

[[goals]]
id = "upp"
title = "Högre"
measure = {{ kind = "period-change", source = "tal"{measure} }}
target = {{ direction = "increase" }}
"""


def test_a_series_leaves_out_periods_without_a_number_and_says_why(project):
    cells = ["4", "5", "4", "5", "4", "5", "..", "8", "9", "8", "9", "-"]
    text = "".join(f";{year}" for year in range(2014, 2026))[1:] + "\n" + ";".join(cells) + "\n"
    evaluation = em.evaluate(project(text, source='signs = "kolada"', plan=SERIES))
    (account,) = evaluation.findings.sources[0].accounts
    assert (account.read, account.left_out) == (12, {"secret": 1, "dropped-out": 1})
    assert len(evaluation["upp"].finding.outcome.detail.values) == 10


def test_a_series_with_an_empty_cell_is_a_fault_where_nobody_has_published_it_so(project):
    rows = "".join(f"{year};{year % 3}\n" for year in range(2014, 2024))
    (empty,) = faults(project(f"år;value\n{rows}2024;\n", plan=SERIES))
    assert (empty.code, empty.row, empty.column) == ("cell-empty", 12, "value")
