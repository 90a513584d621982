"""Answers per unit: rows of counts."""

import pandas as pd
import pytest

from effektmatt.data.unit_counts import count_units

VISITS = pd.DataFrame(
    {
        "enhet": ["Asplund", "Asplund", "Kista", "Kista", "Kista", "Asplund"],
        "vag": ["fore", "efter", "fore", "fore", "efter", "fore"],
        "halsade": [0, 1, 1, None, 1, 1],
        "skylt": [1, 1, 0, 0, None, 1],
    }
)


def test_units_by_items_by_waves():
    counted = count_units(VISITS, "enhet", ["skylt", "halsade"], [0, 1], by=["vag"])
    assert counted.units == ("Asplund", "Kista")
    assert counted.items == ("skylt", "halsade")
    assert counted.groups == (("efter",), ("fore",))
    assert counted.n.tolist() == [[[1, 2], [1, 2]], [[0, 2], [1, 1]]]
    assert counted.total.tolist() == [[[1, 2], [1, 1]], [[0, 0], [1, 1]]]


def test_without_groups_there_is_one():
    counted = count_units(VISITS, "enhet", ["halsade"], [0, 1])
    assert counted.groups == ((),)
    assert counted.counts[:, 0, 0].tolist() == [[1, 2], [0, 2]]


def test_an_answer_without_a_unit_is_an_error_and_a_row_without_either_is_not():
    lost = VISITS.assign(enhet=[None, "Asplund", "Kista", None, "Kista", "Kista"])
    with pytest.raises(ValueError, match="1 answers have no value of enhet"):
        count_units(lost, "enhet", ["halsade"], [0, 1])
    assert count_units(lost[1:], "enhet", ["halsade"], [0, 1]).units == ("Asplund", "Kista")
