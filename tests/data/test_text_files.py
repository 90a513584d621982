"""Encodings and separators."""

import pytest

from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.text_files import find_separator, read_text_table


@pytest.mark.parametrize(
    ("codec", "encoding", "bom"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", True),
        ("utf-16", "utf-16", True),
        ("cp1252", "cp1252", False),
    ],
)
def test_encodings_are_told_apart(codec, encoding, bom):
    read = read_text_table("ort;n\nÅmål–Östra;1\n".encode(codec), "a.csv", HowToRead())
    assert (read.encoding, read.bom, read.rows[1]) == (encoding, bom, ["Åmål–Östra", "1"])


@pytest.mark.parametrize(("codec", "encoding"), [("cp850", "cp850"), ("mac-roman", "mac-roman")])
def test_swedish_from_older_systems_is_known_by_its_letters(codec, encoding):
    read = read_text_table("kön;ort\nMän;Malmö\nnånting;Öxnered\n".encode(codec), "a.csv", HowToRead())
    assert (read.encoding, read.rows[1], read.rows[2]) == (encoding, ["Män", "Malmö"], ["nånting", "Öxnered"])


@pytest.mark.parametrize("text", ["namn\nŠarić\n".replace("ć", "c"), "svar\nHan sa ”ja”…\n", "ort\nMålilla „Šköne”\n"])
def test_signs_and_foreign_letters_of_windows_stay(text):
    read = read_text_table(text.encode("cp1252"), "a.csv", HowToRead())
    assert (read.encoding, read.rows[1]) == ("cp1252", [text.splitlines()[1]])


def test_the_sign_that_ends_a_dos_file_is_no_row():
    assert read_text_table(b"a;b\n1;2\n\x1a", "a.csv", HowToRead()).rows == [["a", "b"], ["1", "2"]]


def test_big_endian_utf_16_is_known_by_its_mark():
    read = read_text_table(b"\xfe\xff" + "ö;n\nå;1".encode("utf-16-be"), "a.csv", HowToRead())
    assert read.rows == [["ö", "n"], ["å", "1"]]


def test_old_macintosh_line_ends():
    assert read_text_table(b"a;b\r1;2\r", "a.csv", HowToRead()).rows == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a,b\n1.5,2.5\n", ","),
        ("a\tb\n1,5\t2;5\n", "\t"),
        ("a|b\n1,5|2,5\n", "|"),
        # the header holds commas too, but only ";" divides the rows alike
        ("kod;Trygg, ja eller nej;Säker, ja eller nej\n1;ja;nej\n2;nej;ja\n", ";"),
        # as many commas as semicolons in every row: those followed by a space are punctuation
        ("namn;svar, kort\nA;ja, det\nB;nej, inte\n", ";"),
        ('"a;1","b;2"\n"x;y","z;w"\n', ","),
        ("a,b\n", ","),
        ("kod\nan12\n", None),
        ("medel\n1,5\n2,5\n", None),
        ("svar\nja, tack, gärna\nnej, tack, aldrig\n", None),
        # ragged rows: the separator that fits most of them
        ("a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3\n", ";"),
    ],
)
def test_the_separator(text, separator):
    assert find_separator(text) == separator


def test_the_separator_below_a_title_is_seen():
    assert find_separator("Svar 2013\na;b\n1;2\n3;4\n") == ";"


def test_a_long_file_is_judged_by_whole_rows():
    assert find_separator("a;b\n" + "xy;1,5\n" * 50_000) == ";"


def test_bytes_that_are_no_text(faults):
    (fault,) = faults(b"a;b\nx;1\ny\x81;\xe5\n")
    assert (fault.code, fault.row, fault.got, fault.details["encoding"]) == ("encoding-unknown", 3, "0x81", "cp1252")


def test_a_byte_order_mark_that_lies(faults):
    (fault,) = faults(b"\xef\xbb\xbfa;b\nx;\xe5\n")
    assert (fault.code, fault.row, fault.details["encoding"]) == ("encoding-unknown", 2, "utf-8")


@pytest.mark.parametrize(
    "content",
    [
        "kod;ort\na;Borås\nb;Ã…mÃ¥l\n".encode(),  # garbled at an earlier saving, then saved as UTF-8
        b"kod;ort\na;" + "Borås".encode("cp1252") + "\nb;Åmål\n".encode(),  # two encodings in one file
    ],
)
def test_destroyed_letters_are_found(faults, content):
    (fault,) = faults(content)
    assert (fault.code, fault.row) == ("encoding-garbled", 3)
    assert "Ã" in fault.got


def test_a_quote_that_is_never_closed(faults):
    (fault,) = faults('kod;svar\na;"bra"\nb;"mycket bra\nc;dåligt\n')
    assert (fault.code, fault.row) == ("quote-not-closed", 3)


def test_a_quote_that_swallows_a_large_file(faults):
    (fault,) = faults('kod;svar\na;bra\nb;"mycket bra\n' + "c;dåligt\n" * 30_000)
    assert (fault.code, fault.row) == ("quote-not-closed", 3)


def test_quotes_within_a_cell_are_text(table):
    frame = table('kod;svar\na;5" skärm\nb;"säger ""nej"""\nc;"sa" hon\n').frame
    assert frame["svar"].tolist() == ['5" skärm', 'säger "nej"', "sa hon"]


@pytest.mark.parametrize(
    "title", ["Andel som är nöjda, procent\n\n", "Sjukfrånvaro\nUtskriven:;2025-05-01\n\n", "Enkät, våren, alla\n"]
)
def test_a_title_does_not_hide_the_separator_of_the_table_below_it(title):
    assert find_separator(f"{title}kommun;2023;2024\nOrust;71,5;74\nTjörn;68;70,5\nKälla: egen räkning\n") == ";"


def test_as_many_remarks_as_rows_do_not_hide_the_separator():
    text = (
        '"Folkmängd efter region, år"\n\n"region","2023","2024"\n"Orust",10,11\n\n"Källa: SCB"\n"Uppdaterad: i mars"\n'
    )
    assert find_separator(text) == ","
