"""Files as survey tools write them: recognised, further headings read as questions, and no answer that is none."""

import csv
import datetime as dt
import io

import openpyxl
import pytest

from effektmatt.data.survey_tools import TOOLS, codes_and_texts


def written(rows, separator=","):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue()


def workbook(rows):
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


QUALTRICS = [
    ["StartDate", "Status", "Finished", "RecordedDate", "ResponseId", "Q1_1", "Q1_2", "ExternalReference"],
    [
        *("Start Date", "Response Type", "Finished", "Recorded Date", "Response ID"),
        *("Vad tycker du?\n - Jag vet hur", "Vad tycker du?\n - Jag är trygg", "External Data Reference"),
    ],
    [
        '{"ImportId":"startDate","timeZone":"Europe/Stockholm"}',
        *(f'{{"ImportId":"{name}"}}' for name in ("status", "finished", "recordedDate", "_recordId")),
        *('{"ImportId":"QID1_1"}', '{"ImportId":"QID1_2"}', '{"ImportId":"externalDataReference"}'),
    ],
    ["2025-03-01 10:00:00", "IP Address", "True", "2025-03-01 10:02:00", "R_1", "1", "5", "p1"],
    ["2025-03-01 11:00:00", "Survey Preview", "True", "2025-03-01 11:02:00", "R_2", "5", "5", ""],
    ["2025-03-01 12:00:00", "IP Address", "False", "2025-03-08 12:02:00", "R_3", "3", "", "p3"],
    ["2025-03-01 13:00:00", "0", "1", "2025-03-01 13:02:00", "R_4", "4", "4", "p4"],
    ["2025-03-01 13:00:00", "1", "1", "2025-03-01 13:02:00", "R_5", "4", "4", "p4"],
]
OUT = {"further-heading": 2, "test-answer": 2, "incomplete": 1}


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_qualtrics(table, form):
    content = workbook(QUALTRICS) if form == "xlsx" else written(QUALTRICS, "\t" if form == "tsv" else ",")
    read = table(content, name=f"svar.{form}")
    assert (read.reading.shape, read.reading.left_out, read.reading.rows) == ("qualtrics", OUT, 2)
    assert read.frame["ResponseId"].tolist() == ["R_1", "R_4"]
    assert read.known["Q1_1"].label == "Vad tycker du? - Jag vet hur"
    assert read.shape.roles["code"] == "ExternalReference"
    assert set(read.frame.columns) - set(read.shape.own) == {"Q1_1", "Q1_2"}


def test_qualtrics_without_its_further_headings(table):
    read = table(written([QUALTRICS[0], *QUALTRICS[3:]]))
    assert (read.reading.shape, read.reading.left_out) == ("qualtrics", {"test-answer": 2, "incomplete": 1})


def test_incomplete_answers_are_kept_where_the_plan_says_so(table):
    read = table(written(QUALTRICS), keep_incomplete=True)
    assert read.reading.left_out == {"further-heading": 2, "test-answer": 2}


def test_nothing_is_recognised_where_the_plan_says_so(table):
    read = table(written(QUALTRICS), shape="plain")
    assert (read.reading.shape, read.reading.left_out, read.reading.rows) == (None, {}, 7)


CODES = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "q1[SQ001]", "q1[SQ002]"]
TEXTS = [
    *("Response ID", "Date submitted", "Last page", "Start language", "Seed", "Access code"),
    *("Vad tycker du? [Jag vet hur]", "Vad tycker du? [Jag är trygg]"),
]
ANSWERS = [
    ["1", "2025-03-01 10:00:00", "3", "sv", "17", "t1", "A1", "A2"],
    ["2", "", "1", "sv", "18", "t2", "A1", ""],
    ["3", "1980-01-01 00:00:00", "3", "sv", "19", "t3", "A4", "A5"],
]


@pytest.mark.parametrize(
    ("headings", "code", "question"),
    [
        (CODES, "token", "q1[SQ001]"),
        (TEXTS, "Access code", "Vad tycker du? [Jag vet hur]"),
        ([f"{code}. {text}" for code, text in zip(CODES, TEXTS, strict=True)], "token", "q1[SQ001]"),
    ],
)
def test_limesurvey(table, headings, code, question):
    read = table(written([headings, *ANSWERS]))
    assert (read.reading.shape, read.reading.left_out) == ("limesurvey", {"incomplete": 1})
    assert read.frame[question].tolist() == ["A1", "A4"]
    assert read.shape.roles["code"] == code


def test_headings_of_code_and_text_are_limesurveys_alone():
    assert codes_and_texts(["a. Ålder", "b. Kön"]) is None
    codes, known = codes_and_texts([f"{code}. {text}" for code, text in zip(CODES, TEXTS, strict=True)])
    assert codes == CODES
    assert known["q1[SQ002]"].label == "Vad tycker du? [Jag är trygg]"


@pytest.mark.parametrize(
    ("headings", "answered"),
    [
        (["ID", "Starttid", "Slutförandetid", "E-post", "Namn"], "Slutförandetid"),
        (["Id", "Start time", "Completion time", "Email", "Name", "Last modified time"], "Completion time"),
        (["ID", "Start time", "Completion time"], "Completion time"),
    ],
)
def test_microsoft_forms(table, headings, answered):
    questions = ["Jag vet\xa0hur jag\nlånar ", "Points - Jag vet hur jag lånar"]
    own = [1, dt.datetime(2025, 3, 1, 10), dt.datetime(2025, 3, 1, 11), "anonymous", "", ""]
    read = table(workbook([[*headings, *questions], [*own[: len(headings)], "Instämmer", 1]]), name="svar.xlsx")
    assert (read.reading.shape, read.reading.left_out) == ("microsoft-forms", {})
    assert read.shape.roles["answered"] == answered
    assert set(read.frame.columns) - set(read.shape.own) == {"Jag vet hur jag lånar"}


@pytest.mark.parametrize(
    ("heading", "time"),
    [
        ("Timestamp", "2025/03/01 10:39:41 PM GMT+1"),
        ("Tidstämpel", "3/1/2025 22:39:41"),
        ("Tidstämpel", "2025-03-01 22.39.41"),
    ],
)
def test_google_forms(table, heading, time):
    read = table(written([[heading, "Vad tycker du? [Lån]", "Din kod"], [time, "Instämmer", "k1"]]))
    assert (read.reading.shape, read.shape.own) == ("google-forms", (heading,))


def test_a_log_that_begins_with_a_timestamp_is_no_survey(table):
    assert table("timestamp,user,page\n2025-03-01 10:00:00,u1,start\n").reading.shape is None


KOBO = ["start", "end", "grp/trygg", "_id", "_uuid", "_submission_time", "_validation_status", "_index"]


def test_kobotoolbox(table):
    rows = [
        ["2025-03-01T10:00:00.000+01:00"] * 2 + ["3", "7", "u1", "2025-03-01T09:00:00", status, "1"]
        for status in ("", "validation_status_approved", "validation_status_not_approved", "Not Approved")
    ]
    read = table(written([KOBO, *rows], ";"))
    assert (read.reading.shape, read.reading.left_out, read.reading.rows) == ("kobotoolbox", {"not-approved": 2}, 2)
    assert set(read.frame.columns) - set(read.shape.own) == {"grp/trygg"}


def test_odk(table):
    headings = ["SubmissionDate", "start", "end", "grp-trygg", "meta-instanceID", "KEY", "ReviewState"]
    rows = [["2025-03-01T10:00:00.000Z"] * 3 + ["3", "uuid:1", "uuid:1", state] for state in ("", "rejected")]
    read = table(written([headings, *rows]))
    assert (read.reading.shape, read.reading.left_out) == ("odk", {"not-approved": 1})


def test_an_ordinary_register_comes_from_no_tool(table):
    read = table("id,status,finished,kommun\n1,1,0,Orust\n2,0,1,Tjörn\n")
    assert (read.reading.shape, read.reading.rows) == (None, 2)


def test_the_plan_may_name_the_tool(table):
    read = table("ID,Status,Finished\na,IP Address,True\nb,Survey Preview,True\n", shape="qualtrics")
    assert (read.reading.shape, read.reading.left_out) == ("qualtrics", {"test-answer": 1})
    assert len(set(TOOLS)) == 6
