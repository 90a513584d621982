"""Rows read = rows used + rows left out, always."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.accounting import Accounting

REASONS = st.dictionaries(st.sampled_from(["repeated", "without-code", "only-before"]), st.integers(0, 500))


@given(st.integers(0, 5000), REASONS)
def test_the_identity_holds(used, left_out):
    read = used + sum(left_out.values())
    account = Accounting(source="enkat", read=read, used=used, left_out=left_out)
    assert account.read == account.used + sum(account.left_out.values())
    assert 0 not in account.left_out.values()


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 50))
def test_a_lost_row_is_an_error(read, used, repeated):
    if read != used + repeated:
        with pytest.raises(ValueError, match="rows read"):
            Accounting(source="enkat", read=read, used=used, left_out={"repeated": repeated})


def test_negative_rows_are_an_error():
    with pytest.raises(ValueError, match="negative"):
        Accounting(source="enkat", read=3, used=5, left_out={"repeated": -2})


def test_more_cannot_be_left_out_than_were_used():
    with pytest.raises(ValueError, match="negative"):
        Accounting(source="enkat", read=3, used=3).leave("repeated", 4)


def test_leaving_out_in_steps_adds_up():
    account = (
        Accounting(source="enkat", read=10, used=10).leave("repeated", 2).leave("without-code", 3).leave("repeated", 1)
    )
    assert (account.used, dict(account.left_out)) == (4, {"repeated": 3, "without-code": 3})


def test_an_account_travels():
    account = Accounting(source="enkat", read=2, used=1, left_out={"repeated": 1})
    assert pickle.loads(pickle.dumps(account)) == account
