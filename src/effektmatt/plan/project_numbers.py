"""Whether the numbers by which authorities know a project can be right: organisation number, NUTS code, CCI number."""

from __future__ import annotations

import re

from effektmatt.errors import Fault
from effektmatt.plan.project import Project

_ORGANISATION = re.compile(r"\d{6}-?\d{4}")
#: Country, region, and up to two levels below.
_NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{1,3}")
#: Sweden's regions down to NUTS 3 (Regulation (EU) 2023/674): NUTS 2, and the last character of its counties.
_SWEDEN = {"11": "0", "12": "12345", "21": "1234", "22": "14", "23": "12", "31": "123", "32": "12", "33": "12"}
#: Year, country, number of the fund's programme, fund and kind of programme, and a number where there are several.
_CCI = re.compile(r"(19|20)\d{2}[A-Z]{2}\d{2}[A-Z0-9]{4}(\d{3})?")


def number_faults(project: Project) -> list[Fault]:
    """Return what is wrong with the numbers of a project."""
    faults: list[Fault] = []
    if project.organisation_number is not None and (reason := organisation_number_wrong(project.organisation_number)):
        key, got = "project.organisation_number", project.organisation_number
        shown = "******-****" if reason == "person" else got
        faults.append(Fault(code="plan-organisation-number", key=key, got=shown, details={"reason": reason}))
    if project.nuts is not None and (reason := nuts_wrong(project.nuts)):
        faults.append(Fault(code="plan-nuts", key="project.nuts", got=project.nuts, details={"reason": reason}))
    if project.cci is not None and not _CCI.fullmatch(project.cci):
        faults.append(Fault(code="plan-cci", key="project.cci", got=project.cci))
    return faults


def organisation_number_wrong(text: str) -> str | None:
    """Say in a code why a Swedish organisation number cannot be right ("form", "person", "check-digit"), or None.

    The tenth digit makes the Luhn sum divisible by 10. The third and fourth digits together are at least 20, so that
    no organisation number can be read as a personal identity number (there they are a month).

    >>> organisation_number_wrong("212000-0142"), organisation_number_wrong("212000-0143")
    (None, 'check-digit')
    """
    if not _ORGANISATION.fullmatch(text):
        return "form"
    if int(text[2]) < 2:
        return "person"
    from stdnum.se import orgnr

    return None if orgnr.is_valid(text) else "check-digit"


def nuts_wrong(code: str) -> str | None:
    """Say in a code why a NUTS code cannot be right ("form", "unknown"), or None; only Sweden's codes are known.

    >>> nuts_wrong("SE11"), nuts_wrong("SE14"), nuts_wrong("SE-11"), nuts_wrong("DK01")
    (None, 'unknown', 'form', None)
    """
    if not _NUTS.fullmatch(code):
        return "form"
    country, region = code[:2], code[2:]
    known = {"1", "2", "3", *_SWEDEN, *(area + county for area, counties in _SWEDEN.items() for county in counties)}
    return "unknown" if country == "SE" and region not in known else None
