"""`new` and `describe` see the tables of databases that lie in a folder."""

import random
import sqlite3
import tomllib

import duckdb
import pytest

from effektmatt.cli import main
from effektmatt.evaluation import evaluate

AGREE = ["Stämmer inte alls", "Stämmer ganska dåligt", "Stämmer ganska bra", "Stämmer helt"]


def tables():
    draw = random.Random(7)
    people = [(f"P{one:03d}", draw.choice(["Orust", "Lerum"]), draw.choice(["ja", "nej"])) for one in range(90)]
    cases = [
        (
            f"A-{one:04d}",
            f"2024-{1 + one % 12:02d}-03",
            "2025-01-09" if one % 7 else None,
            draw.choice(["bygg", "skola"]),
        )
        for one in range(200)
    ]
    waves = {
        wave: [(f"k{one:02d}x", draw.choice(AGREE), draw.choice(AGREE)) for one in range(40)]
        for wave in ("fore", "efter")
    }
    return {
        "deltagare": (("lopnr", "kommun", "klar"), people),
        "arenden": (("dnr", "inkom", "avslutat", "slag"), cases),
        "svar_fore": (("kod", "v1", "v2"), waves["fore"]),
        "svar_efter": (("kod", "v1", "v2"), waves["efter"]),
        "tomt": (("a", "b"), []),
    }


def fill(connection):
    for name, (columns, rows) in tables().items():
        kinds = ", ".join(f"{column} TEXT" for column in columns)
        connection.execute(f"CREATE TABLE {name} ({kinds})")
        if rows:
            connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)
    connection.commit()
    connection.close()


def written(folder):
    return tomllib.loads((folder / "plan.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "connect"), [("verksamhet.db", sqlite3.connect), ("verksamhet.duckdb", duckdb.connect)]
)
def test_every_table_that_is_evidence_becomes_a_source(name, connect, tmp_path, capsys):
    fill(connect(str(tmp_path / name)) if connect is sqlite3.connect else connect(str(tmp_path / name)).begin())
    assert main(["new", str(tmp_path)]) == 0
    sources = written(tmp_path)["sources"]
    assert {key: (one["kind"], one["table"]) for key, one in sources.items()} == {
        "deltagare": ("register", "deltagare"),
        "arenden": ("cases", "arenden"),
        "svar": ("survey", {"before": "svar_fore", "after": "svar_efter"}),
    }
    assert {one["database"] for one in sources.values()} == {name}
    assert f"# {name}, tomt" in (tmp_path / "plan.toml").read_text(encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    capsys.readouterr()
    assert evaluate(tmp_path).findings.described


def test_a_database_with_one_table_is_described_and_another_file_of_such_a_name_is_told_of(tmp_path, capsys):
    with sqlite3.connect(tmp_path / "a.sqlite") as connection:
        connection.execute("CREATE TABLE svar (kod TEXT, enhet TEXT)")
        connection.executemany(
            "INSERT INTO svar VALUES (?, ?)", [(f"k{n}", ["norr", "söder"][n % 2]) for n in range(9)]
        )
    assert main(["describe", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "a.sqlite, svar" in said
    assert "norr: 5" in said
    (tmp_path / "b.db").write_bytes(b"\x00\x01" * 400)
    assert main(["describe", str(tmp_path)]) == 2
    assert "b.db" in capsys.readouterr().out
