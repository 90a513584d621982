"""Messages are said whole or not at all, and saying them costs little."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import numpy as np
import pytest

from effektmatt.wording import WordingError, words


def test_a_message_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(WordingError, match="no-such-thing"):
        words("sv").say("no-such-thing")
    with pytest.raises(WordingError, match=r"verdict-met\.nothing"):
        words("sv").say("verdict-met.nothing")


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(WordingError, match="missing"):
        words("sv").say("note-only-a-census")


def test_a_message_can_be_asked_for_before_it_is_said() -> None:
    assert words("sv").has("verdict-met")
    assert words("sv").has("verdict-met.judged")
    assert not words("sv").has("verdict-met.nothing")
    assert not words("sv").has("nothing")


def test_numpy_numbers_choose_between_one_and_other() -> None:
    assert words("sv").say("summary-met", n=np.int64(1), number="ett") == "ett uppnått"
    assert words("sv").say("summary-met", n=np.int64(1200), number="1") == "1 uppnådda"


def test_bare_numbers_in_messages_are_printed_our_way() -> None:
    assert words("sv").say("left-reason", n=12345, reason="svar") == "12\u00a0345 svar"
    assert words("sv").say("left-reason", n=-2.5, reason="svar") == "−2,5 svar"


def test_a_name_that_is_a_question_keeps_its_own_sign_alone() -> None:
    asked = words("sv").say("chart-groups-title", title="Blev du sedd?", value="47")
    assert asked == "Blev du sedd? 47, uppdelat på grupper"
    assert words("sv").say("chart-groups-alt-row", label="Dolt", value="vad?..") == "Dolt: vad?..."


def test_importing_the_wording_brings_in_no_table_library() -> None:
    """A command must answer quickly."""
    code = "import sys, effektmatt.wording, effektmatt.wording.sentences; print('pandas' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


def test_a_period_names_month_and_year_once() -> None:
    say = words("sv")
    assert say.period(date(2012, 9, 3), date(2012, 9, 21)) == "3–21 september 2012"
    assert say.period(date(2012, 9, 3), date(2012, 10, 1)) == "3 september till 1 oktober 2012"
    assert say.period(date(2012, 9, 3), date(2012, 9, 3)) == "3 september 2012"
    assert words("en").period(date(2012, 9, 3), date(2012, 9, 21)) == "3–21 September 2012"
