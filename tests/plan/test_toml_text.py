"""What is written as TOML is read back as it was."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from effektmatt.plan.toml_text import commented, toml_line

#: Text as files hold it, which is cleaned of control characters when it is read; quotes and backslashes stay.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SIMPLE = TEXTS | st.booleans() | st.integers(-(2**60), 2**60) | st.dates()
VALUES = st.recursive(SIMPLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))


@given(name=TEXTS, value=VALUES)
def test_any_value_comes_back(name, value):
    assert tomllib.loads(toml_line(name, value, "gissat: därför")) == {name: value}


def test_a_long_list_has_a_line_for_each_value():
    line = toml_line("items", ["Jag vet vad som väntas av mig i mitt arbete"] * 4)
    assert len(line.splitlines()) == 6
    assert tomllib.loads(line)["items"][0].startswith("Jag vet")


def test_numbers_and_days_are_written_plainly():
    assert toml_line("a", {"b": 0.1, "c": 16.0, "d": date(2024, 2, 1)}) == "a = { b = 0.1, c = 16.0, d = 2024-02-01 }"


def test_every_line_of_a_text_becomes_a_comment():
    assert commented("a\n\nb") == "# a\n#\n# b"
