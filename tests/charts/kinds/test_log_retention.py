"""Cohorts are told with their periods."""

from charts.made import (
    made,
)


def test_periods_have_their_unit_in_the_head():
    assert made("retention").table.header[2:4] == ("en vecka", "2 veckor")
    assert made("retention-long").table.header[2:4] == ("4 veckor", "8 veckor")
