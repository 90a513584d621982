from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from effektmatt.goals import Verdict
from effektmatt.report.symbols import verdict_svg


def shapes(verdict: Verdict) -> list[tuple[str, dict[str, str]]]:
    root = ET.fromstring(f"<svg>{verdict_svg(verdict, ink='black', paper='white')}</svg>")
    return [(element.tag, element.attrib) for element in root]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_sign_in_the_colours_given(verdict: Verdict) -> None:
    drawn = verdict_svg(verdict, ink="#123456", paper="#fedcba")
    assert "#123456" in drawn
    assert "{" not in drawn


def test_signs_differ_in_shape_and_not_in_colour_alone() -> None:
    drawn = {verdict: verdict_svg(verdict, ink="black", paper="black") for verdict in Verdict}
    assert len(set(drawn.values())) == len(Verdict)


def test_met_is_round_and_not_met_is_square() -> None:
    assert shapes(Verdict.MET)[0][0] == shapes(Verdict.LIKELY_MET)[0][0] == "circle"
    assert shapes(Verdict.NOT_MET)[0][0] == shapes(Verdict.LIKELY_NOT_MET)[0][0] == "rect"
