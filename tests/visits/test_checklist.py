import math

import pytest

from effektmatt.errors import InputFaults
from effektmatt.visits.checklist import Checklist


def test_what_is_met_counts_one_and_a_rating_lies_between():
    checklist = Checklist.of({"a": "Hälsar"}, ratings={"r": [1, 2, 3, 4, 5]}, not_applicable=["ej tillämpligt", "-"])
    assert checklist.values["a"] == pytest.approx(
        {"ja": 1, "nej": 0, "ej tillämpligt": math.nan, "-": math.nan}, nan_ok=True
    )
    assert [checklist.values["r"][str(one)] for one in range(1, 6)] == [0, 0.25, 0.5, 0.75, 1]
    assert math.isnan(checklist.values["r"]["-"])
    assert [item.name for item in checklist.items] == ["Hälsar", "r"]
    assert checklist.answers(checklist.items[0]) == ("ja", "nej", "ej tillämpligt")


def test_reversed_items_are_turned():
    checklist = Checklist.of(["stökigt"], ratings={"r": ["låg", "hög"]}, reversed=["stökigt", "r"])
    assert checklist.values["stökigt"]["ja"] == 0
    assert checklist.values["r"]["låg"] == 1


def test_everything_wrong_is_told_at_once():
    with pytest.raises(InputFaults) as raised:
        Checklist.of(
            ["halsar", "skyltar"],
            ratings={"betyg": [1]},
            yes=["ja", "x"],
            no=["nej", "X"],
            areas={"Möte": ["halser"], "Tomt": []},
            critical=["skylt"],
            reversed=["annat"],
        )
    told = [(fault.code, fault.key, fault.got, fault.nearest) for fault in raised.value.faults]
    assert told == [
        ("checklist-answer-repeated", "yes", "x", None),
        ("checklist-rating-too-short", "items.betyg.rating", "1", None),
        ("checklist-item-unknown", "areas.Möte", "halser", "halsar"),
        ("plan-empty", "areas.Tomt", None, None),
        ("checklist-item-unknown", "critical", "skylt", "skyltar"),
        ("checklist-item-unknown", "reversed", "annat", None),
    ]


def test_a_checklist_needs_items_and_answers():
    with pytest.raises(InputFaults) as raised:
        Checklist.of([], yes=[])
    assert {(fault.code, fault.key) for fault in raised.value.faults} == {
        ("checklist-without-items", "items"),
        ("plan-empty", "yes"),
    }
