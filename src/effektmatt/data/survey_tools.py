"""Files as survey tools export them: which tool a file comes from, and which of its rows are no answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from effektmatt.data.raw_tables import KnownColumn
from effektmatt.data.values import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What is known of a file by the tool that it comes from.

    Parameters
    ----------
    tool
        The tool, as the plan's `shape` writes it.
    roles
        Columns that the tool itself writes, by what they tell: "answer" (numbers the answers, no person), "code" (who
        answered, where the tool knows), "answered" (when), "complete", "test", "approved".
    own
        All columns that the tool itself writes: none of them is a question.
    """

    tool: str
    roles: Mapping[str, str] = field(default_factory=dict)
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tool:
    """How a tool is known, and what it calls its own columns (folded, in the languages that are known)."""

    name: str
    #: Any one of these, a heading of each set, tells the tool.
    marks: tuple[tuple[frozenset[str], ...], ...]
    roles: Mapping[str, frozenset[str]]
    others: frozenset[str] = frozenset()
    #: What the questions' own headings begin with in columns that the tool adds to each.
    added: tuple[str, ...] = ()


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_SUBMITTED = _names("submitdate|date submitted|datum skickat|datum inskickat|inskickat datum")
_LAST_PAGE = _names("lastpage|last page|sista sida|sista sidan")
_LANGUAGE = _names("startlanguage|start language|startspråk|ursprungsspråk")
_STARTED = _names("start time|starttid")
_COMPLETED = _names("completion time|slutförandetid|sluttid")
_UUID, _KEY = _names("_uuid"), _names("key")

_TOOLS = (
    _Tool(
        "qualtrics",
        ((_names("responseid|response id"), _names("recordeddate|recorded date"), _names("finished")),),
        {
            "answer": _names("responseid|response id"),
            "code": _names("externalreference|external data reference"),
            "answered": _names("recordeddate|recorded date"),
            "complete": _names("finished"),
            "test": _names("status|response type"),
        },
        _names(
            "startdate|start date|enddate|end date|ipaddress|ip address|progress|duration (in seconds)|"
            "recipientlastname|recipient last name|recipientfirstname|recipient first name|recipientemail|"
            "recipient email|locationlatitude|location latitude|locationlongitude|location longitude|"
            "distributionchannel|distribution channel|userlanguage|user language"
        ),
    ),
    _Tool(
        "limesurvey",
        ((_SUBMITTED, _LAST_PAGE), (_SUBMITTED, _LANGUAGE)),
        {
            "answer": _names("id|response id|svars-id"),
            "code": _names("token|access code|behörighetskod"),
            "answered": _SUBMITTED,
            "complete": _SUBMITTED,
        },
        _LAST_PAGE
        | _LANGUAGE
        | _names(
            "seed|frö|startdate|date started|startdatum|datestamp|date last action|datumstämpel|"
            "ipaddr|ip address|ip-adress|refurl|referrer url|hänvisande url"
        ),
    ),
    _Tool(
        "microsoft-forms",
        ((_names("id"), _STARTED, _COMPLETED),),
        {"answer": _names("id"), "answered": _COMPLETED},
        _STARTED
        | _names(
            "email|e-post|e-postadress|name|namn|total points|totalpoäng|totalt antal poäng|quiz feedback|"
            "grade posted time|last modified time|tid för senaste ändring|senast ändrad|language|språk"
        ),
        ("points - ", "poäng - ", "feedback - ", "points – ", "poäng – ", "feedback – "),
    ),
    _Tool(
        "kobotoolbox",
        (
            (_UUID, _names("_submission_time")),
            (_UUID, _names("_id")),
            (_UUID, _names("start")),
            (_names("_index"), _names("_parent_index")),
            (_names("_submission__id"),),
        ),
        {
            "answer": _names("_uuid|_submission__uuid"),
            "answered": _names("_submission_time|_submission__submission_time"),
            "approved": _names("_validation_status|_submission__validation_status"),
        },
        _names(
            "start|end|today|username|deviceid|_id|_notes|_status|_submitted_by|__version__|_tags|_index|"
            "_parent_table_name|_parent_index|_submission__id|_submission__notes|_submission__status|"
            "_submission__submitted_by|_submission___version__|_submission__tags|formhub/uuid|meta/instanceid|_xform_id_string|"
            "_attachments|_geolocation|meta/rootuuid"
        ),
    ),
    _Tool(
        "odk",
        ((_KEY, _names("submissiondate")), (_KEY, _names("parent_key")), (_KEY, _names("meta-instanceid|instanceid"))),
        {"answer": _KEY, "answered": _names("submissiondate"), "approved": _names("reviewstate")},
        _names(
            "parent_key|meta-instanceid|instanceid|meta-instancename|submitterid|submittername|attachmentspresent|"
            "attachmentsexpected|status|deviceid|edits|formversion|start|end|today"
        ),
    ),
)
#: What KoboToolbox and ODK call the column that says to which form a row of a repeated group belongs.
_PARENT = _names("_parent_index|parent_key")
#: The tools that a plan can name.
TOOLS = (*(tool.name for tool in _TOOLS), "google-forms")

#: Headings of the first column of Google Forms, and the two ways in which its times are written there.
_TIMESTAMP = _names("timestamp|tidstämpel")
_GOOGLE_TIME = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4} \d{1,2}[:.]\d\d[:.]\d\d( [AaPpFfEe]\.?[Mm]\.?)?( \S+)?")
_WORDS_OF_QUESTION = 3

#: Qualtrics writes what each column is to itself in a row of its own, the last of the headings.
_IMPORT_ID = re.compile(r"""\{\s*["']?ImportId["']?\s*:""")
_MOST_HEADINGS = 4
#: LimeSurvey's headings of code and text: "q1[SQ001]. Jag vet hur [Lån]".
_CODE_AND_TEXT = re.compile(r"(?P<code>[A-Za-z]\w*(?:\[[^\]]*\])*)\.\s+(?P<text>\S.*)", re.DOTALL)

#: What "complete" says of an answer that was never sent in, "test" of a preview, "approved" of one that was refused.
_NOT_COMPLETE = frozenset({"false", "0", "falskt", "no", "nej"})
_NO_ANSWER_OF_ANYBODY = frozenset(
    {"survey preview", "survey test", "spam", "survey preview spam", "1", "2", "8", "9", "12", "förhandsgranskning"}
)
_NOT_APPROVED = frozenset({"validation_status_not_approved", "not approved", "not_approved", "rejected", "ej godkänd"})


def import_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of the first rows below the headings is Qualtrics' row of import ids, counted from 0."""
    for place, row in enumerate(rows[:_MOST_HEADINGS]):
        filled = [cell for cell in row if cell]
        if filled and all(_IMPORT_ID.match(cell) for cell in filled):
            return place
    return None


def codes_and_texts(names: Sequence[str]) -> tuple[list[str], dict[str, KnownColumn]] | None:
    """Return the codes of LimeSurvey's headings of code and text, and the texts by code; None for other headings.

    >>> names = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "q1. How are you?"]
    >>> codes, known = codes_and_texts(names)
    >>> codes, known["q1"].label
    (['id', 'submitdate', 'lastpage', 'q1'], 'How are you?')
    """
    found = [_CODE_AND_TEXT.fullmatch(name) for name in names if name]
    codes = [match["code"] if match else None for match in found]
    if not {"submitdate", "lastpage"} <= set(codes) or len(set(codes)) < len(codes):
        return None
    split = {match.group(): match for match in found if match}
    texts = {match["code"]: KnownColumn(label=match["text"]) for match in found if match}
    return [split[name]["code"] if name in split else name for name in names], texts


def shape_of(
    names: Sequence[str], rows: Sequence[Sequence[str]], *, wanted: str | None, imported: bool
) -> Shape | None:
    """Return the tool that a file comes from, by its headings (and times); None where it is no survey tool's.

    Parameters
    ----------
    names, rows
        The headings and the rows below them.
    wanted
        The tool that the plan names, which is then believed; "plain": none.
    imported
        Whether the headings end with Qualtrics' import ids.
    """
    by_name = {folded(name): name for name in reversed(names) if name}
    if wanted == "plain":
        return None
    for tool in _TOOLS:
        if wanted == tool.name or (wanted is None and (_is_of(tool, by_name) or imported)):
            return _shape(tool, by_name)
    if wanted == "google-forms" or (wanted is None and _is_of_google(names, rows)):
        first = next(filter(None, names))
        return Shape(tool="google-forms", roles={"answered": first}, own=(first,))
    return None


def are_plain_headings(names: Sequence[str], rows: Sequence[Sequence[str]], wanted: str | None) -> bool:
    """Say whether headings are names of columns, each of its own, and no survey tool has written them."""
    if not all(names) or len(set(names)) < len(names):
        return False
    if wanted is None and (codes_and_texts(list(names)) or import_row(list(rows)) is not None):
        return False
    return shape_of(names, rows, wanted=wanted, imported=False) is None


def no_answers(shape: Shape, names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str | None]:
    """Yield for each row why it is no answer to count, or None where it is one.

    "test-answer": a preview or a test; "not-approved": refused by whoever looked through the answers; "incomplete":
    never sent in.
    """
    place = {role: names.index(name) for role, name in shape.roles.items()}
    sent = shape.tool == "limesurvey"  # a day where it was sent in; other tools write whether it was

    def cell(row: Sequence[str], role: str) -> str | None:
        at = place.get(role)
        return None if at is None else folded(row[at]) if at < len(row) else ""

    for row in rows:
        complete = cell(row, "complete")
        if cell(row, "test") in _NO_ANSWER_OF_ANYBODY:
            yield "test-answer"
        elif cell(row, "approved") in _NOT_APPROVED:
            yield "not-approved"
        elif complete in _NOT_COMPLETE or (sent and complete == ""):
            yield "incomplete"
        else:
            yield None


def _is_of(tool: _Tool, by_name: Mapping[str, str]) -> bool:
    return any(all(by_name.keys() & mark for mark in marks) for marks in tool.marks)


def _shape(tool: _Tool, by_name: Mapping[str, str]) -> Shape:
    roles = {role: by_name[name] for role, names in tool.roles.items() for name in by_name if name in names}
    written = tool.others.union(*tool.roles.values())
    own = tuple(name for key, name in by_name.items() if key in written or key.startswith(tool.added or "\n"))
    return Shape(tool=tool.name, roles=roles, own=tuple(reversed(own)))


def _is_of_google(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Say whether times stand first, under Google's name for them, and a question of several words is among the rest.

    A log of another system may begin with "timestamp" too, but asks nothing.
    """
    if not names or folded(names[0]) not in _TIMESTAMP:
        return False
    times = [row[0] for row in rows if row and row[0]]
    asks = any(len(name.split()) >= _WORDS_OF_QUESTION or name.endswith(("?", "]")) for name in names[1:])
    return asks and bool(times) and all(_GOOGLE_TIME.fullmatch(time) or _is_iso(time) for time in times)


def _is_iso(time: str) -> bool:
    return re.match(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", time) is not None  # a cell with a date in a workbook


def is_repeat(names: Iterable[str]) -> bool:
    """Say whether columns are those of a repeated group: several of its rows may belong to the same answered form.

    >>> is_repeat(["barn", "_parent_index"]), is_repeat(["barn", "_index"])
    (True, False)
    """
    return any(folded(name) in _PARENT for name in names)
