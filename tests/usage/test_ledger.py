from decimal import Decimal

import pandas as pd
import pytest

from effektmatt.core import Note
from effektmatt.errors import InputFaults
from effektmatt.usage.ledger import Post, money_used, read_ledger

#: Inkluderande bemötande, the application's own amounts: 844 800 = 666 800 + 178 000 = 666 800 + (100 + 30 + 48) 000.
BUDGET = pd.DataFrame(
    {
        "post": ["Kompetensutveckling", "Uppföljning", "Mystery Visitor", "Verktygslåda", "Analys"],
        "del_av": [None, None, "Uppföljning", "Uppföljning", "Uppföljning"],
        "budget": ["666 800", "178 000", "100 000", "30 000", "48 000"],
        "utfall": ["666 800", "170 000,50", "98 000", "30 000", "42 000,50"],
        "orsak": [None, "Analysen blev kortare.", None, None, None],
    },
    index=[2, 3, 4, 5, 6],
)


def read(frame=BUDGET, **more):
    given = {"post": "post", "budget": "budget", "outcome": "utfall", "under": "del_av", "reason": "orsak", **more}
    return read_ledger(frame, **given)


def faults(frame=BUDGET, **more):
    with pytest.raises(InputFaults) as caught:
        read(frame, **more)
    return caught.value.faults


def cell(row, column, text):
    changed = BUDGET.copy()
    changed.loc[row, column] = text
    return changed


def test_a_ledger_that_adds_up_is_read_in_the_order_of_its_parts():
    shuffled = read(BUDGET.iloc[[2, 1, 0, 4, 3]], must_equal=Decimal(844800))
    assert [post.name for post in shuffled] == [
        "Uppföljning", "Mystery Visitor", "Analys", "Verktygslåda", "Kompetensutveckling"
    ]  # fmt: skip
    assert sum(post.budget for post in shuffled if post.under is None) == Decimal(844800)


def test_servicenamnden_to_the_ore():
    found = money_used([Post(name="Medel", budget=Decimal(400000), outcome=Decimal("166954.96"))])
    total = found.detail.total
    assert total.unused == Decimal("233045.04")
    assert round(total.share * 100, 2) == Decimal("41.74")
    assert found.estimate.value == 0.4173874
    assert [note.code for note in found.notes] == ["reason-missing"]


def test_parts_that_do_not_add_up_say_both_sums_and_the_difference():
    (fault,) = faults(cell(6, "budget", "48 100,25"))
    assert (fault.code, fault.row, fault.column) == ("ledger-does-not-add-up", 3, "budget")
    assert (fault.details["found"], fault.details["wanted"], fault.details["difference"]) == (
        "178100.25", "178000", "100.25"
    )  # fmt: skip


def test_outcomes_must_add_up_too():
    (fault,) = faults(cell(4, "utfall", "98 000,01"))
    assert (fault.column, fault.details["difference"], fault.details["way"]) == ("utfall", "0.01", "more")


def test_the_whole_must_be_what_the_plan_says():
    (fault,) = faults(must_equal=Decimal(844900))
    assert (fault.details["whole"], fault.details["found"]) == ("plan", "844800")
    assert fault.details["difference"] == "100"


def test_outcomes_are_not_added_while_one_is_missing():
    posts = read(cell(4, "utfall", None))
    assert posts[2].outcome is None


@pytest.mark.parametrize(
    ("row", "column", "text", "code"),
    [
        (4, "budget", "hundra tusen", "money-wrong"),
        (4, "utfall", "98 000,005", "money-wrong"),
        (5, "del_av", "Uppfoljning", "post-unknown"),
        (3, "del_av", "Analys", "post-in-circle"),
    ],
)
def test_other_faults_of_a_ledger(row, column, text, code):
    found = faults(cell(row, column, text))
    assert code in {fault.code for fault in found}
    assert found[0].row is not None


def test_a_misspelt_post_has_a_nearest_name():
    assert faults(cell(5, "del_av", "Uppfoljning"))[0].nearest == "Uppföljning"


def test_one_post_of_several():
    found = money_used(read(), post="Uppföljning", people=700)
    assert found.detail.total.unused == Decimal("7999.50")
    assert found.detail.per_person == Decimal("242.86")
    assert {note.code for note in found.notes} == {"cost-per-person"}


def test_the_reason_may_stand_in_the_plan():
    posts = [Post(name="A", budget=Decimal(10), outcome=Decimal(9))]
    assert money_used(posts, explained=True).notes == ()


def test_posts_without_a_reason_are_named_where_others_have_one():
    """A is without a reason, B has one; the parts of C need none, for C has said why."""
    posts = [
        Post(name="A", budget=Decimal(100), outcome=Decimal(40)),
        Post(name="B", budget=Decimal(60), outcome=Decimal(50), reason="dyrt"),
        Post(name="C", budget=Decimal(10), outcome=Decimal(9), reason="färre timmar"),
        Post(name="C1", budget=Decimal(10), outcome=Decimal(9), under="C"),
    ]
    assert money_used(posts).notes == (Note(code="reasons-missing", values={"posts": "A"}),)
    assert money_used(posts, explained=True).notes == ()


def test_more_used_than_there_was():
    notes = money_used([Post(name="A", budget=Decimal(10), outcome=Decimal(12))]).notes
    assert notes == (Note(code="reason-missing", values={"way": "more"}),)


def test_a_budget_used_to_the_last_ore_needs_no_reason():
    found = money_used([Post(name="A", budget=Decimal("10.10"), outcome=Decimal("10.10"))])
    assert (found.estimate.value, found.notes) == (1.0, ())


def test_a_post_without_budget_has_no_share():
    found = money_used([Post(name="A", budget=Decimal(0), outcome=Decimal(5))])
    assert found.estimate.value is None
    assert found.estimate.notes[0].code == "no-budget"


def test_a_missing_outcome_is_told():
    found = money_used([Post(name="A", budget=Decimal(5)), Post(name="B", budget=Decimal(5), outcome=Decimal(1))])
    assert found.estimate.value is None
    assert [note.code for note in found.notes] == ["outcome-missing"]


def test_a_post_without_an_outcome_of_its_own_has_that_of_its_parts():
    posts = [
        Post(name="Allt", budget=Decimal(10)),
        Post(name="A", budget=Decimal(10), outcome=Decimal("9.5"), under="Allt"),
    ]
    assert money_used(posts).detail.total.outcome == Decimal("9.5")


def test_many_ore_add_up_exactly():
    """Ten times 0.10 is 1.00 in decimals; in floats it is 0.9999999999999999."""
    rows = pd.DataFrame(
        {"post": ["Allt", *map(str, range(10))], "del_av": [None, *["Allt"] * 10], "budget": ["1,00", *["0,10"] * 10]}
    )
    assert len(read_ledger(rows, post="post", budget="budget", under="del_av", must_equal=Decimal(1))) == 11
