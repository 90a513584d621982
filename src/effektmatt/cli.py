"""The command: new, describe, check, goals, report, audit, verify, completion.

Exit codes: 0 done, 1 our defect, 2 faults in the input, 3 goals not met (or something could be worked out, or a
finished report does not say what it said).
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from effektmatt.arguments import ENOUGH, argument_parser, completion_script, language_of
from effektmatt.console import ProgressBar, complain, hush, is_watched, make_ready, tell, tell_json
from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.wording import words
from effektmatt.wording.faults import fault_text

if TYPE_CHECKING:
    from effektmatt.core import Progress
    from effektmatt.evaluation import Evaluation

DONE, DEFECT, INPUT_FAULTS, GOALS_NOT_MET = 0, 1, 2, 3
COULD_BE_WORKED_OUT = 3
REPORT_DIFFERS = 3
INTERRUPTED = 130  # as shells have it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    gc.set_threshold(100_000, 50, 100)  # collecting garbage while libraries load is a tenth of a short command's time
    make_ready()
    arguments = sys.argv[1:] if arguments is None else arguments
    language, options = language_of(arguments), argparse.Namespace(language=None, debug=False, quiet=False)
    try:
        if not arguments:
            complain(argument_parser(language).format_help().rstrip())
            return INPUT_FAULTS
        _parse(language, arguments, options)
        return _COMMANDS[options.command](options)
    except InputFaults as faults:
        _print_faults(faults, _plan_language(options, language))
        return INPUT_FAULTS
    except (KeyboardInterrupt, EOFError):
        complain(words(language).say("command-interrupted"))
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough
        hush(sys.stdout)
        return DONE
    except Exception as error:  # the last resort: whatever it is, it is our defect
        if options.debug:
            raise
        say = words(language).say
        complain(say("command-defect", error=f"{type(error).__name__}: {error}"))
        return DEFECT


def _parse(language: str, arguments: Sequence[str], options: argparse.Namespace) -> None:
    """Put what the command is asked for into the options."""
    try:
        Path.cwd()
    except OSError:  # libraries ask for it while they load
        raise InputFaults([Fault(code="working-folder-gone")]) from None
    argument_parser(language).parse_args(arguments, options)


def _tell(options: argparse.Namespace, *lines: object) -> None:
    """Say what was done, to whoever wants to hear it."""
    if not options.quiet:
        tell(*lines)


def _new(options: argparse.Namespace) -> int:
    from effektmatt.plan.new import new_project

    language = options.language or "sv"
    if options.sample is None and _new_from_files(options, language):
        return DONE
    ask = options.sample is None and not (options.yes or options.quiet) and is_watched()
    kinds = _asked_kinds(language) if ask else None
    plan = new_project(options.folder, sample=options.sample, kinds=kinds, language=language)
    folder = _quoted(options.folder)
    done = "command-new-copied" if options.sample else "command-new-done"
    _tell(options, words(language).say(done, plan=str(plan), folder=folder))
    return DONE


def _new_from_files(options: argparse.Namespace, language: str) -> bool:
    """Write a plan from the files in the folder, if there are any, and say what it reads."""
    from effektmatt.evaluation.new_plan import plan_from_files
    from effektmatt.evaluation.terminal import drafted_text

    found = plan_from_files(options.folder, language=language)
    if found is not None:
        _tell(options, drafted_text(*found, _quoted(options.folder), words(language)))
    return found is not None


def _quoted(folder: Path) -> str:
    return f'"{folder}"' if " " in str(folder) else str(folder)


def _asked_kinds(language: str) -> list[str]:
    """Ask which kinds of evidence there are, until the answer can be understood; nothing is what most projects have."""
    from effektmatt.core.kinds import KINDS
    from effektmatt.plan.template_parts import USUAL

    say = words(language).say
    tell(say("command-new-ask"))
    for number, kind in enumerate(KINDS, start=1):
        tell(f"  {number}. {say(f'kind-{kind}')}")
    usual = ", ".join(str(KINDS.index(kind) + 1) for kind in USUAL)
    while True:
        numbers = input(say("command-new-numbers", usual=usual) + " ").replace(",", " ").split() or usual.split(", ")
        if all(number.isdecimal() and 1 <= int(number) <= len(KINDS) for number in numbers):
            return [KINDS[int(number) - 1] for number in numbers]
        tell(say("command-new-again", last=len(KINDS)))


def _describe(options: argparse.Namespace) -> int:
    import dataclasses
    import json

    from effektmatt.data.folders import tables_in
    from effektmatt.evaluation.terminal import description_text

    tables, say = tables_in(options.folder), words(options.language or "sv")
    if options.json:
        told = [dataclasses.asdict(one.description) for one in tables if one.description is not None]
        tell_json(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _tell(options, "\n\n".join(description_text(one, say) for one in tables) or say.say("describe-nothing"))
    return INPUT_FAULTS if any(one.faults for one in tables) else DONE


def _check(options: argparse.Namespace) -> int:
    from effektmatt.evaluation.terminal import check_text

    try:
        evaluation = _evaluate(options)
    except InputFaults as faults:
        if options.rows:
            _write_rows(faults, options)
        raise
    say = words(evaluation.findings.language)
    none = ["", say.say("command-rows-none")] if options.rows else []
    _tell(options, check_text(evaluation.findings, say), *none)
    return DONE


def _write_rows(faults: InputFaults, options: argparse.Namespace) -> None:
    """Write the cells to mend into a file; that it cannot be written is a fault beside the others."""
    from effektmatt.evaluation.rows_to_mend import write_rows

    language, path = _plan_language(options), options.rows
    try:
        n, earlier = write_rows(faults.faults, path, language)
    except InputFaults as error:
        raise InputFaults([*error.faults, *faults.faults]) from error
    say = words(language).say
    _tell(options, say("command-rows-done", n=n, path=str(path), earlier="yes" if earlier else "no"))


def _goals(options: argparse.Namespace) -> int:
    from effektmatt.evaluation.goal_rows import goals_csv, goals_json
    from effektmatt.evaluation.terminal import goals_text

    findings = _evaluate(options).findings
    if options.form is None:
        _tell(options, goals_text(findings, words(findings.language)))
    elif options.form == "json":
        tell_json(goals_json(findings))
    else:
        tell(goals_csv(findings))
    verdicts = {str(goal.fulfilment.verdict) for goal in findings.goals} - {"no-target"}
    if options.require and verdicts - ENOUGH[options.require]:
        return GOALS_NOT_MET
    return DONE


def _report(options: argparse.Namespace) -> int:
    folder = options.output or options.folder / "report"
    formats = _formats(options.formats)
    _check_template(options)
    with ProgressBar(quiet=options.quiet) as progress:
        evaluation = _evaluate(options, progress)
        written = evaluation.report(folder, formats=formats, docx_template=options.docx_template, progress=progress)
    say = words(evaluation.findings.language).say
    page = next(path for format_, path in written.items() if format_ != "json")  # what to open stands last
    others = [path for path in written.values() if path != page]
    if written.removed:
        _tell(options, say("command-report-removed"), *written.removed)
    if written.changed:
        complain(say("command-report-changed"), *map(str, written.changed))
    _tell(options, say("command-report-done"), *others, page)
    if options.open and not _opened(page):
        complain(say("command-not-opened", path=str(page)))
    return DONE


def _formats(asked: str | None) -> list[str] | None:
    """Return the formats that are asked for; None where the plan decides."""
    if asked is None:
        return None
    from effektmatt.core import FORMATS

    names = [name.strip().lower() for name in asked.split(",")]
    wrong = [name for name in names if name not in FORMATS]
    if wrong:
        near = {name: nearest(name, FORMATS) for name in wrong}
        raise InputFaults([Fault(code="report-format", got=n, expected=FORMATS, nearest=near[n]) for n in near])
    return names


def _opened(page: Path) -> bool:
    """Show a page in the browser that opens web pages here, and say whether there was one."""
    import webbrowser

    return webbrowser.open(page.resolve().as_uri())


def _check_template(options: argparse.Namespace) -> None:
    """Say what is wrong with the template before anything is counted, together with what is wrong with the project."""
    if options.docx_template is None:
        return
    from effektmatt.report.word_template import read_template

    try:
        read_template(options.docx_template)
    except InputFaults as found:
        try:
            _evaluate(options)
        except InputFaults as others:
            raise InputFaults([*found.faults, *others.faults]) from None
        raise


def _audit(options: argparse.Namespace) -> int:
    from effektmatt.evaluation.audit import audit
    from effektmatt.evaluation.release_list import audit_lines, write_release_list

    found = audit(options.folder, options.project, against=options.against)
    say = words(options.language or found.language)
    written = write_release_list(found, options.folder, say)
    _tell(options, *audit_lines(found, say), say.say("command-audit-done", path=str(written)))
    return COULD_BE_WORKED_OUT if found.recovered else DONE


def _verify(options: argparse.Namespace) -> int:
    from effektmatt.evaluation.verify import verify
    from effektmatt.evaluation.verify_text import verify_json, verify_lines

    found = verify(options.folder, options.project)
    if options.json:
        tell_json(verify_json(found))
    elif not (options.quiet and found.is_clean):
        tell(*verify_lines(found, words(options.language or found.language)))
    return DONE if found.is_clean else REPORT_DIFFERS


def _completion(options: argparse.Namespace) -> int:
    tell(completion_script(options.shell, options.language or "sv"))
    return DONE


def _evaluate(options: argparse.Namespace, progress: Progress | None = None) -> Evaluation:
    from effektmatt.evaluation import evaluate

    if progress is not None:
        return evaluate(options.folder, language=options.language, progress=progress)
    with ProgressBar(quiet=options.quiet) as bar:
        return evaluate(options.folder, language=options.language, progress=bar)


def _plan_language(options: argparse.Namespace, language: str = "sv") -> str:
    """Return the language to speak of faults in: as asked for, else the plan's as far as it can be read."""
    if options.language or "folder" not in options:
        return str(options.language or language)
    from effektmatt.plan.reading import draft_plan

    plan, _ = draft_plan(options.folder)
    return plan.written.project.language if plan else "sv"


def _print_faults(faults: InputFaults, language: str) -> None:
    say = words(language)
    listed = (f"- {fault_text(fault, say)}" for fault in faults.faults)
    complain(say.say("command-faults", n=len(faults.faults)), *listed)


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "new": _new,
    "describe": _describe,
    "check": _check,
    "goals": _goals,
    "report": _report,
    "audit": _audit,
    "verify": _verify,
    "completion": _completion,
}
