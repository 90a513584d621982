"""Databases in a whole plan: by wave, with a server, and no secret anywhere."""

import sqlite3

import pytest

import effektmatt as em

PLAN = """
[project]
name = "Enkät i databas"

[waves]
fore = {{ label = "Före" }}
efter = {{ label = "Efter" }}

[sources.enkat]
kind = "survey"
code = "kod"
{source}

[scales.nojd]
label = "Nöjdhet"
source = "enkat"
items = ["nojd"]
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "nojdare"
title = "Nöjdare"
measure = {{ kind = "score-change", scale = "nojd" }}
target = {{ direction = "increase" }}
"""


@pytest.fixture
def project(tmp_path):
    """Write a plan with a database of two waves of forty answers, in tables of their own and in one."""

    def written(source):
        database = tmp_path / "svar.sqlite"
        if not database.exists():
            connection = sqlite3.connect(database)
            connection.execute("CREATE TABLE svar (kod TEXT, omgang TEXT, nojd INTEGER)")
            rows = [(f"k{n:02}", wave, 1 + n % 3 + (wave == "efter")) for n in range(40) for wave in ("fore", "efter")]
            connection.executemany("INSERT INTO svar VALUES (?, ?, ?)", rows)
            for wave in ("fore", "efter"):
                connection.execute(f"CREATE VIEW svar_{wave} AS SELECT * FROM svar WHERE omgang = '{wave}'")
            connection.commit()
            connection.close()
        (tmp_path / "plan.toml").write_text(PLAN.format(source=source), encoding="utf-8")
        return tmp_path

    return written


def codes(folder):
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    return [(fault.code, fault.key) for fault in caught.value.faults]


BY_TABLE = 'database = "svar.sqlite"\ntable = { fore = "svar_fore", efter = "svar_efter" }'
BY_QUERY = """database = "svar.sqlite"
[sources.enkat.query]
fore = "SELECT * FROM svar WHERE omgang = 'fore'"
efter = "SELECT * FROM svar WHERE omgang = 'efter'"
"""


@pytest.mark.parametrize("source", [BY_TABLE, BY_QUERY])
def test_waves_have_a_table_or_a_query_each(project, source):
    evaluation = em.evaluate(project(source))
    assert evaluation["nojdare"].finding.outcome.estimate.value == pytest.approx(1.0)
    (found,) = evaluation.findings.sources
    assert [account.read for account in found.accounts] == [40, 40]


def test_what_was_read_is_named_by_its_table_or_its_wave(project):
    def named(source):
        return [file.file for file in em.evaluate(project(source)).findings.sources[0].files]

    assert named(BY_TABLE) == ["svar.sqlite, svar_fore", "svar.sqlite, svar_efter"]
    assert named(BY_QUERY) == ["svar.sqlite, enkat fore", "svar.sqlite, enkat efter"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('file = "a.csv"\ndatabase = "svar.sqlite"', ("plan-file-or-files", "sources.enkat")),
        ('file = "svar.sqlite"\ntable = "svar"', ("plan-no-database", "sources.enkat.table")),
        ('database = "svar.sqlite"\ntable = "a"\nquery = "SELECT 1"', ("plan-table-or-query", "sources.enkat")),
        ('database = "svar.sqlite"\nquery = "DROP TABLE svar"', ("query-not-select", "sources.enkat.query")),
        ('database = "svar.sqlite"\ntable = { foer = "a" }', ("plan-unknown-name", "sources.enkat.table.foer")),
        ('database = "mysql://server/svar"', ("database-unknown", "sources.enkat.database")),
        ('database = "postgresql://[1/svar"', ("database-unknown", "sources.enkat.database")),
    ],
)
def test_what_cannot_be_meant_is_told_by_its_key(project, source, expected):
    assert expected in codes(project(source))


def test_a_file_with_several_tables_needs_one(project):
    assert codes(project('files = { fore = "svar.sqlite", efter = "svar.sqlite" }')) == [("table-unclear", None)]


@pytest.mark.parametrize(
    "address", ["berit9:hemligt@127.0.0.1:1/svar", "127.0.0.1:1/svar?user=berit9&password=hemligt"]
)
@pytest.mark.parametrize(
    "line", ['database = "postgresql://{}"', "database = postgresql://{}", 'databas = "postgresql://{}"']
)
def test_a_password_in_the_plan_is_a_fault_that_does_not_tell_it(project, address, line):
    folder = project(line.format(address))
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    assert "hemligt" not in str(caught.value)
    assert "berit9" not in str(caught.value)
    if line.startswith('database = "'):
        assert ("plan-password", "sources.enkat.database") in codes(folder)


def test_a_database_lies_in_the_folder_of_the_project_unless_the_plan_says_otherwise(project, tmp_path):
    folder = project(BY_TABLE.replace("svar.sqlite", "../andra.sqlite"))
    outside = (tmp_path / "svar.sqlite").rename(tmp_path.parent / "andra.sqlite")
    try:
        assert codes(folder)[0][0] == "file-outside"
        assert em.evaluate(project(f"outside = true\n{BY_TABLE.replace('svar.sqlite', '../andra.sqlite')}"))
    finally:
        outside.unlink()
