"""A finished report held to what it was when it was written: its files, its results, its plan and its data.

Whoever signs a report has often edited the Word file, printed the pdf anew, or got a new version of a chart. What the
evaluator has added is hers; what the program has said must still stand there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from effektmatt.data.opening import content_of
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.audit import RESULTS
from effektmatt.evaluation.keyed_sums import keyed_sum, known_key
from effektmatt.files import mend
from effektmatt.report.comparing import Comparison, Difference, compared
from effektmatt.report.printed import written_anew
from effektmatt.report.reading import READERS, parts_of
from effektmatt.report.record import Record, Told, ToldFile
from effektmatt.report.results import unsealed

#: How a file of the report is: as it was written byte for byte; saved anew and saying the same; saying something else;
#: not there any more; or a file that is not of this report.
State = Literal["untouched", "agrees", "differs", "absent", "other"]

# A file that has less of a report than this is no report of ours.
_OURS = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedFile:
    """A file, how it is, and how many parts of it were added after it was written, which nobody has compared."""

    file: str
    state: State
    added: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """Something that is not as it was when the report was written.

    `what` is as a `Difference` has it, or "results-sealed" (results.json has been changed), "results-leaf" (it does not
    agree with itself), "plan" or "data" (changed since), "data-gone". `goal` is the title of the goal that it is about,
    `section` the heading that it stands under, `at` the page, paragraph or cell.
    """

    what: str
    file: str
    section: str = ""
    goal: str = ""
    stands: str = ""
    expected: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found. `unknown` says what could not be tried: "no-project", "no-key", "other-key" or "no-seal"."""

    deviations: tuple[Deviation, ...]
    files: tuple[VerifiedFile, ...]
    unknown: tuple[str, ...]
    language: str

    @property
    def is_clean(self) -> bool:
        """Whether everything still says what it said."""
        return not self.deviations


def verify(report: str | Path, project: str | Path | None = None) -> Verification:
    """Hold a finished report to its results.json, and that to its plan and data.

    Parameters
    ----------
    report
        The report's folder, with results.json; files in it that were given other names are found.
    project
        The project's folder, with the key of its sums; the one that the report lies in, if that has a plan.

    Raises
    ------
    InputFaults
        "verify-no-results" where the folder has no results.json of this version, "verify-unreadable",
        "verify-too-large" and "verify-untagged" where a file cannot be compared.

    Examples
    --------
    >>> import effektmatt as em
    >>> em.verify("reports/den-nya-administratoren").is_clean
    True
    """
    folder = Path(report)
    mend(folder)
    results = _results(folder)
    told = _record(results, folder)
    home = Path(project) if project is not None else folder.resolve().parent
    deviations, files, faults = list(_leaves(results)), list[VerifiedFile](), list[Fault]()
    for name in (*told.files, *_renamed(folder, told)):
        try:
            verified, differences = _file(folder, name, told)
        except InputFaults as found:
            faults += found.faults
            continue
        files.append(verified)
        deviations += [_deviation(one, name, results) for one in differences]
    if faults:
        raise InputFaults(faults)
    of_project, unknown = _of_project(results, home, is_named=project is not None)
    return Verification(
        deviations=(*of_project, *deviations),
        files=tuple(files),
        unknown=unknown,
        language=results["language"],
    )


# ---- results.json ------------------------------------------------------------------------------------------------


def _results(folder: Path) -> dict[str, Any]:
    path = folder / RESULTS
    try:
        results: dict[str, Any] = json.loads(content_of(path, shown_as=RESULTS))
        if results["language"] not in ("sv", "en"):
            raise ValueError("no language")
        results["printed"], results["told"], results["goals"], results["seal"], results["manifest"]["files"]
    except (InputFaults, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputFaults([Fault(code="verify-no-results", file=str(path))]) from error
    return results


def _record(results: Mapping[str, Any], folder: Path) -> Record:
    """Return what the files said, as results.json has it."""
    try:
        parts = tuple(Told(**{**one, "values": tuple(one["values"])}) for one in results["told"]["parts"])
        files = {
            name: ToldFile(sha256=one["sha256"], told=tuple(one["told"]))
            for name, one in results["told"]["files"].items()
        }
        record = Record(parts=parts, files=files)
        for name in files:
            if ".." in Path(name).parts or Path(name).is_absolute():
                raise ValueError("a file of another folder")
            record.of(name)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise InputFaults([Fault(code="verify-no-results", file=str(folder / RESULTS))]) from error
    return record


def _leaves(results: Mapping[str, Any]) -> Iterator[Deviation]:
    """Yield the printed values that are not what their leaves in results.json say, or that their parts do not have."""
    texts = dict[int, str]()
    for one in results["printed"]:
        try:
            expected = written_anew(one, results, results["language"])
        except (LookupError, TypeError, ValueError, ArithmeticError):
            expected = ""
        texts[one.get("id", 0)] = one.get("text", "")
        if expected != one.get("text"):
            pointer = str(one.get("pointer", ""))
            goal = _goal(pointer, results)
            yield Deviation(
                what="results-leaf", file=RESULTS, goal=goal, at=pointer, stands=one.get("text", ""), expected=expected
            )


def _goal(pointer: str, results: Mapping[str, Any]) -> str:
    """Return the title of the goal that a place in results.json is about."""
    _, first, place, *_ = (*pointer.split("/"), "", "", "")
    if first != "goals" or not place.isdecimal() or int(place) >= len(results["goals"]):
        return ""
    return str(results["goals"][int(place)]["title"])


# ---- files -------------------------------------------------------------------------------------------------------


def _renamed(folder: Path, told: Record) -> Iterator[str]:
    """Yield the documents in the folder that the report did not write: finished versions with names of their own."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix.lower().removeprefix(".") in READERS and path.name not in told.files:
            yield path.name


def _file(folder: Path, name: str, told: Record) -> tuple[VerifiedFile, tuple[Difference, ...]]:
    if not (folder / name).exists():
        return VerifiedFile(file=name, state="absent"), ()
    content = content_of(folder / name, shown_as=name)
    known = told.files.get(name)
    if known is not None and hashlib.sha256(content).hexdigest() == known.sha256:
        return VerifiedFile(file=name, state="untouched"), ()
    if name.rpartition(".")[2].lower() not in READERS:
        return VerifiedFile(file=name, state="differs"), (Difference(what="drawn", section=""),)
    found = _nearest(content, name, told)
    if known is None and found.kept < _OURS * (found.kept + len(found.differences)):
        return VerifiedFile(file=name, state="other"), ()
    state: State = "differs" if found.differences else "agrees"
    return VerifiedFile(file=name, state=state, added=found.added), found.differences


def _nearest(content: bytes, name: str, told: Record) -> Comparison:
    """Return how a file differs from what it was: a pdf may have been printed from the Word file."""
    parts, ending = parts_of(content, name), name.rpartition(".")[2].lower()
    own = [name] if name in told.files else [one for one in told.files if one.endswith(f".{ending}")]
    words = [one for one in told.files if one.endswith(".docx")] if ending == "pdf" else []
    words = [f"{name.rpartition('.')[0]}.docx"] if f"{name.rpartition('.')[0]}.docx" in words else words
    found = [compared(told.of(one), parts) for one in own if one in told.files]
    if not found or any(one.differences for one in found):
        found += [compared(told.of(one), parts, drawings=False) for one in words]
    return min(
        found, key=lambda one: len(one.differences), default=Comparison(differences=(), added=len(parts), kept=0)
    )


def _deviation(one: Difference, file: str, results: Mapping[str, Any]) -> Deviation:
    pointers = {printed["id"]: str(printed["pointer"]) for printed in results["printed"] if printed["id"] in one.values}
    goals = dict.fromkeys(filter(None, (_goal(pointers.get(value, ""), results) for value in one.values)))
    return Deviation(
        what=one.what,
        file=file,
        section=one.section,
        goal=next(iter(goals)) if len(goals) == 1 else "",
        stands=one.stands,
        expected=one.expected,
        at=one.at,
    )


# ---- plan and data -----------------------------------------------------------------------------------------------


def _of_project(
    results: Mapping[str, Any], home: Path, *, is_named: bool
) -> tuple[tuple[Deviation, ...], tuple[str, ...]]:
    """Return what has changed of results, plan and data by the keyed sums, and what could not be tried."""
    files = results["manifest"]["files"]
    if not files or not (home / files[0]["file"]).is_file():
        if is_named:
            raise InputFaults([Fault(code="verify-no-project", file=str(home))])
        return (), ("no-project",)
    key = known_key(home)
    if key is None:
        return (), ("no-key",)
    sums = [(one, _sum_of(home / one["file"], key)) for one in files]
    own = keyed_sum(hashlib.sha256(unsealed(results)).hexdigest(), key)
    if results["seal"] is None:
        return tuple(_changed(sums)), ("no-seal",)
    if own != results["seal"] and all(one["keyed_sum"] != found for one, found in sums):
        return (), ("other-key",)  # nothing fits: that is another key, not that everything was changed
    of_results = [Deviation(what="results-sealed", file=RESULTS)] if own != results["seal"] else []
    return (*of_results, *_changed(sums)), ()


def _sum_of(path: Path, key: bytes) -> str | None:
    """Return the keyed sum of a file; None where it cannot be read."""
    try:
        return keyed_sum(hashlib.sha256(path.read_bytes()).hexdigest(), key)
    except OSError:
        return None


def _changed(sums: list[tuple[dict[str, Any], str | None]]) -> Iterator[Deviation]:
    for place, (one, found) in enumerate(sums):
        if found is None:
            yield Deviation(what="data-gone", file=one["file"])
        elif found != one["keyed_sum"]:
            yield Deviation(what="plan" if place == 0 else "data", file=one["file"])
