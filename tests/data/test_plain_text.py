"""A file read column by column is the same table, with the same account, as when it is read row by row."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektmatt.data import reading
from effektmatt.data.plain_text import read_plain_text
from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.text import TEXT
from effektmatt.errors import InputFaults

pytest.importorskip("polars")

CELLS = st.one_of(
    st.sampled_from(
        ["", " ", "ja", "Nej ", "Instämmer", "3,5", "3.5", "72 %", "007", "AN07", "2024-05-02", "Straße", "ſid"]
    ),
    st.sampled_from(
        ['"ja; kanske"', '"a""b"', '"', 'a"b', '""', "Summa", "Sid 1", "kod", "Källa: egen", "811218-9876"]
    ),
    st.text(alphabet='abå 1;,\t|"\r\u2028\xa0\x1c\u0300', max_size=4),
)
PLAIN = st.sampled_from(["", "ja", "nej", "3", "4,5", "AN07", "åäö", " x "])
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def files(draw, cells):
    width, end = draw(st.integers(1, 4)), draw(ENDS)
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=0, max_size=12))
    if draw(st.booleans()):
        rows = [["A1", *["1"] * (width - 1)], *rows, ["B2", *["2"] * (width - 1)]]
    odd = draw(st.lists(st.lists(cells, max_size=5), max_size=2))
    at = draw(st.integers(0, len(rows)))
    rows[at:at] = odd
    names = draw(
        st.sampled_from([["kod", "v1", "v2", "v3"], ["Kod ", "En fråga", "åtta", '"v;3"'], ["kod", "kod", "", "x"]])
    )
    lines = [";".join(row) for row in [names[:width], *rows]]
    last = draw(st.sampled_from(["", end, end * 3]))
    return draw(st.sampled_from(["", "\ufeff"])) + end.join(lines) + last


def told(path, how, *, large):
    """Return the table and what is told of it, or the faults of a file that is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "LARGE", 0 if large else 10**9)
        try:
            return reading.draft_table(path, shown_as="svar.csv", how=how)
        except InputFaults as faults:
            return faults.faults


def is_same(path, how):
    both = [told(path, how, large=large) for large in (False, True)]
    if isinstance(both[0][0], reading.Table):
        (row, row_faults), (column, column_faults) = both
        pd.testing.assert_frame_equal(column.frame.astype(TEXT), row.frame)
        assert (column.reading, column.known, column.shape) == (row.reading, row.known, row.shape)
        assert column_faults == row_faults
    else:
        assert both[0] == both[1]


@settings(deadline=None)
@given(st.one_of(files(PLAIN), files(CELLS)))
def test_both_ways_come_to_the_same_table(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("svar") / "svar.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    is_same(path, HowToRead())


@pytest.mark.parametrize(
    "text",
    [
        "kod;v1\na1;3\nb2;\n;\n\nc3;5\n",
        'kod;v1\r\na1;"ja; nej"\r\n\r\nb2;5',
        "\ufeffkod,v1\na1,3\n,4\nb2\nc3,5\n\n\n",
        "kod\tv1\na1\t 3 \n\t\nc3\tå\n",
    ],
)
def test_what_is_plainly_headings_and_rows_is_read_column_by_column(tmp_path, text):
    assert read_plain_text(text.encode(), HowToRead()) is not None
    (tmp_path / "svar.csv").write_bytes(text.encode())
    is_same(tmp_path / "svar.csv", HowToRead())


@pytest.mark.parametrize(
    "text",
    [
        "Enkät 2025\nkod;v1\na1;3\nb2;4\n",
        "kod;v1\na1;3\nSumma;3\nb2;1\n",
        "kod;v1\na1;3\n\nKälla: egen\n",
        "kod;v1\na1;3;4\nb2;1\n",
        "kod;kod\na1;3\nb2;1\n",
        'kod;v1\na1;"två\nrader"\nb2;1\n',
        'kod;v1\na1;"öppen\nb2;1\n',
        "kod;v1\na1;3\nſida 1;3\nb2;1\n",
        f"kod;v1\na1;{'x' * 140_000}\nb2;1\n",
    ],
)
def test_all_else_is_left_to_the_reader_of_rows(tmp_path, text):
    assert read_plain_text(text.encode(), HowToRead()) is None
    (tmp_path / "svar.csv").write_bytes(text.encode())
    is_same(tmp_path / "svar.csv", HowToRead())


@pytest.mark.parametrize(
    "cell", [b"j\xe5", "ja\x00", "ja\u200b", "Malmo\u0308", "j\ra", "Ã¥", "j\u2028a", 'j"a', "ja;nej;ja", "Summa"]
)
def test_what_stands_far_down_in_a_file_is_found_too(cell):
    rows = b"".join(b"a%05d;ja\n" % number for number in range(120_000))
    odd = cell if isinstance(cell, bytes) else cell.encode()
    for row in (b"%s;ja\n" % odd, b";%s\n" % odd):
        assert read_plain_text(b"kod;v1\n" + rows + row + b"b1;nej\n", HowToRead()) is None


def test_cells_that_come_again_and_again_are_kept_once(tmp_path):
    (tmp_path / "svar.csv").write_text(
        "kod;ort\n" + "".join(f"a{row};{'Orust ' if row % 3 else ''}\n" for row in range(30))
    )
    frame = told(tmp_path / "svar.csv", HowToRead(), large=True)[0].frame
    assert (str(frame["kod"].dtype), frame["ort"].cat.categories.tolist()) == ("str", ["Orust"])
    is_same(tmp_path / "svar.csv", HowToRead())


@pytest.mark.parametrize(
    "how", [HowToRead(header_row=2), HowToRead(skip_rows=frozenset({2})), HowToRead(sheet="Blad1")]
)
def test_what_the_plan_says_of_rows_is_left_to_the_reader_of_rows(how):
    assert read_plain_text(b"kod;v1\na1;3\nb2;1\n", how) is None
