"""Organisation numbers, NUTS codes and CCI numbers: right ones pass, and each kind of wrong one is told."""

import pytest

from effektmatt.plan.project import Project
from effektmatt.plan.project_numbers import number_faults, nuts_wrong, organisation_number_wrong


@pytest.mark.parametrize("number", ["212000-0142", "2120000142", "202100-5448", "556012-5790"])
def test_numbers_in_use_are_right(number):
    # the city of Stockholm, the Swedish tax agency and AB Volvo, as they print them themselves
    assert organisation_number_wrong(number) is None


@pytest.mark.parametrize("place", [0, 1, 2, 3, 4, 5, 7, 8, 9, 10])
def test_one_digit_wrong_is_always_found(place):
    right = "212000-0142"
    for digit in "0123456789":
        wrong = right[:place] + digit + right[place + 1 :]
        assert (organisation_number_wrong(wrong) is None) == (wrong == right)


def test_what_looks_like_a_person_is_not_printed():
    fault = number_faults(Project(name="x", organisation_number="850709-9805"))[0]
    assert (fault.code, fault.details["reason"], fault.got) == ("plan-organisation-number", "person", "******-****")


@pytest.mark.parametrize("number", ["21200-0142", "212000-01420", "", "SE212000014201"])
def test_other_forms_are_told(number):
    assert organisation_number_wrong(number) == "form"


@pytest.mark.parametrize("code", ["SE1", "SE11", "SE110", "SE33", "SE332", "DK014", "FI1B"])
def test_regions_that_exist(code):
    assert nuts_wrong(code) is None


@pytest.mark.parametrize(
    ("code", "reason"),
    [("SE14", "unknown"), ("SE113", "unknown"), ("SE4", "unknown"), ("se11", "form"), ("11", "form")],
)
def test_regions_that_do_not(code, reason):
    assert nuts_wrong(code) == reason


def test_the_programme_number():
    assert not number_faults(Project(name="x", cci="2021SE05SFPR"))
    assert not number_faults(Project(name="x", cci="2014SE05M9OP001"))
    assert [fault.code for fault in number_faults(Project(name="x", cci="SE05SFPR"))] == ["plan-cci"]
