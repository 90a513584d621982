"""A value means one thing everywhere: what is one value in one room is one value in all of them."""

import unicodedata
from datetime import date

import narwhals as nw
import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import About
from effektmatt.data.columns import group_labels
from effektmatt.data.linking import link
from effektmatt.data.reading import Table, read_table
from effektmatt.data.schemas import Column, typed
from effektmatt.registers.conditions import matched
from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.scale import Scale
from effektmatt.usage.log import active_share, uses_of
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import code_visits

VALUE = st.sampled_from(["ja", "Stämmer helt", "An07", "Västra Ämtervik", "4", "x y z"])


@st.composite
def spelling(draw, value):
    text = draw(st.sampled_from([value, value.upper(), value.lower(), value.title()]))
    text = draw(st.sampled_from([text, unicodedata.normalize("NFD", text)]))
    text = text.replace(" ", draw(st.sampled_from([" ", "  ", "\u00a0", " \u202f"])))
    text = draw(st.sampled_from(["", " ", "\u00a0"])) + text + draw(st.sampled_from(["", ".", " .", " ", ". "]))
    if value == "4":
        return draw(st.sampled_from([text, "4,0", "4.0", "4,00", 4.0, 4]))
    return text


@st.composite
def two_spellings(draw):
    value = draw(VALUE)
    return draw(spelling(value)), draw(spelling(value))


def by_condition(one, other):
    frame = pd.DataFrame({"c": [other, "något annat"]}, dtype=object)
    return matched(frame, {"c": one}).hits.tolist() == [True, False]


def by_group(one, other):
    labels = group_labels(nw.from_native(pd.Series([one, other, "annat"], dtype=object), series_only=True))
    return labels[0] == labels[1] != labels[2]


def by_answer(one, other):
    scale = Scale.of(["q"], ["aldrig", "ibland"], not_an_answer=[str(one)])
    coded, faults = code_answers(pd.DataFrame({"q": [other]}, dtype=object), scale, "before")
    return not faults and coded.not_an_answer == {"q": 1}


def by_checklist(one, other):
    checklist = Checklist.of(["skylt"], yes=[str(one)], no=["saknas"])
    coded, faults = code_visits(
        pd.DataFrame({"enhet": ["A"], "skylt": [other]}, dtype=object), checklist, "after", unit="enhet"
    )
    return not faults and np.nansum(coded.judged) == 1


def by_log(one, other):
    log = pd.DataFrame({"vem": [one], "dag": pd.to_datetime([date(2018, 1, 1)])})
    people = pd.DataFrame({"id": [other, "b"]}, dtype=object)
    found = active_share(uses_of(log, user="vem", at="dag"), people, About(), key="id")
    return found.estimate.hits == 1


def by_code(one, other):
    before, after = (pd.DataFrame({"kod": [cell]}, dtype=object) for cell in (one, other))
    return link(before, after, code="kod").before.tolist() == [0]


ROOMS = (by_condition, by_group, by_answer, by_checklist, by_log, by_code)


@given(two_spellings())
def test_two_spellings_of_a_value_are_one_value_in_every_room(pair):
    assert [room.__name__ for room in ROOMS if not room(*pair)] == []


@given(VALUE, VALUE)
def test_two_values_are_two_in_every_room(one, other):
    if one != other:
        assert [room.__name__ for room in ROOMS if _same(room, one, other)] == []


def _same(room, one, other):
    try:
        return room(one, other)
    except ValueError:  # a value that was never meant is a fault
        return False


def test_a_text_that_stands_for_no_value_does_so_however_it_is_spelt(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("kommun;antal\nOrust;4\nn/a.;N/A\nEj  Svar;3\n", encoding="utf-8")
    table = read_table(path, shown_as="a.csv")
    assert isinstance(table, Table)
    rules = [
        Column(name=name, kind=kind, missing=("N/A", "ej svar"))
        for name, kind in (("kommun", "text"), ("antal", "number"))
    ]
    frame, faults, _ = typed(table, rules, file="a.csv")
    assert faults == ()
    assert frame["kommun"].isna().tolist() == [False, True, True]
    assert frame["antal"].isna().tolist() == [False, True, False]
