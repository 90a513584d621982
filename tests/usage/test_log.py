from datetime import date

import pandas as pd
import polars as pl
import pytest

from effektmatt.core import About, Evidence, Hide
from effektmatt.errors import InputFaults
from effektmatt.usage.log import active_share, uses_of

LOG = pd.DataFrame(
    {
        "vem": ["A1", "a1 ", "b2", "c3", None, "x9"],
        "dag": pd.to_datetime(
            ["2018-01-01 08:00", "2018-01-02", "2018-02-01", "2018-03-31 23:59", "2018-01-01", "2018-01-05"],
            format="ISO8601",
        ),
    }
)
PEOPLE = pd.DataFrame({"id": ["a1", "B2", "c3", "d4"], "kon": ["kvinna", "kvinna", "man", "man"]})


def log(frame=LOG):
    return uses_of(frame, user="vem", at="dag")


def test_everybody_in_the_register_is_looked_up():
    found = active_share(log(), PEOPLE, About(), key="id")
    assert (found.estimate.hits, found.estimate.n, found.estimate.value) == (3, 4, 0.75)
    assert found.estimate.evidence is Evidence.CENSUS
    assert found.detail.outside == 1
    assert [note.code for note in found.notes] == ["users-not-in-register"]


@pytest.mark.parametrize(("times", "hits"), [(1, 3), (2, 1), (3, 0)])
def test_active_is_at_least_so_many_uses(times, hits):
    assert active_share(log(), PEOPLE, About(), key="id", times=times).estimate.hits == hits


def test_the_period_includes_both_its_days():
    found = active_share(log(), PEOPLE, About(), key="id", first=date(2018, 2, 1), last=date(2018, 3, 31))
    assert found.estimate.hits == 2
    assert found.detail.uses == 2


def test_the_share_of_a_group_is_that_of_its_members():
    found = active_share(log(), PEOPLE, About(hide=Hide(means=1)), key="id", by=["kon"])
    assert {group.group: group.estimate.value for group in found.groups} == {"kvinna": 1.0, "man": 0.5}


def test_small_groups_are_hidden():
    found = active_share(log(), PEOPLE, About(), key="id", by=["kon"])
    assert all(group.hidden and group.estimate is None for group in found.groups)


def test_nobody_active_and_everybody_active():
    assert active_share(log(), pd.DataFrame({"id": ["q"]}), About(), key="id").estimate.value == 0.0
    assert active_share(log(), pd.DataFrame({"id": ["a1"]}), About(), key="id").estimate.value == 1.0


def test_an_empty_log_and_an_empty_register():
    assert active_share(log(LOG.iloc[:0]), PEOPLE, About(), key="id").estimate.value == 0.0
    nobody = active_share(log(), PEOPLE.iloc[:0], About(), key="id").estimate
    assert nobody.value is None
    assert nobody.notes[0].code == "no-rows"


def test_uses_without_a_name_are_counted_apart():
    assert log().without_user == 1
    assert log().users.size == 5


def test_other_engines_give_the_same():
    frame = pl.DataFrame(
        {"vem": ["A1", "a1 ", "b2", "c3", None, "x9"], "dag": [day.to_pydatetime() for day in LOG["dag"]]}
    )
    assert (
        active_share(log(frame), PEOPLE, About(), key="id").estimate
        == active_share(log(), PEOPLE, About(), key="id").estimate
    )


def test_a_missing_column_is_a_fault():
    with pytest.raises(InputFaults) as caught:
        uses_of(LOG, user="anvandare", at="tid")
    assert [fault.column for fault in caught.value.faults] == ["anvandare", "tid"]
