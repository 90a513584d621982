"""The command: new, describe, check, goals, report, audit.

Exit codes: 0 done, 2 faults in the input, 3 goals not met (or something could be worked out), 1 our defect.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import effektmatt
from effektmatt.console import complain, hush, is_watched, make_ready, tell
from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.wording import words
from effektmatt.wording.faults import fault_text

if TYPE_CHECKING:
    from effektmatt.evaluation import Evaluation

DONE, DEFECT, INPUT_FAULTS, GOALS_NOT_MET = 0, 1, 2, 3
COULD_BE_WORKED_OUT = 3
INTERRUPTED = 130  # as shells have it

#: What argparse says of a command that it cannot understand, in English only, by the message that says the same.
_REFUSALS = {
    "missing": r"the following arguments are required: (?P<got>.+)",
    "choice": r"argument (?P<at>.+?): invalid choice: '(?P<got>.*)' \(choose from (?P<names>.+)\)",
    "unknown": r"unrecognized arguments: (?P<got>.+)",
    "value": r"argument (?P<at>.+?): expected one argument",
    "ambiguous": r"ambiguous option: (?P<got>.+?) could match (?P<names>.+)",
    "no-value": r"argument (?P<at>.+?): ignored explicit argument '(?P<got>.*)'",
}

#: What `goals --require` accepts, by the word it is given.
_ENOUGH = {"met": {"met"}, "likely-met": {"met", "likely-met"}}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    gc.set_threshold(100_000, 50, 100)  # collecting garbage while libraries load is a tenth of a short command's time
    make_ready()
    arguments = sys.argv[1:] if arguments is None else arguments
    language, options = _language(arguments), argparse.Namespace(language=None, debug=False)
    try:
        if not arguments:
            complain(_parser(language).format_help().rstrip())
            return INPUT_FAULTS
        _parse(language, arguments, options)
        return int(options.run(options))
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
    _parser(language).parse_args(arguments, options)


def _language(arguments: Sequence[str]) -> str:
    """Return the language asked for before the arguments are parsed: the help itself is in it."""
    for place, argument in enumerate(arguments):
        if argument == "--language" and place + 1 < len(arguments) and arguments[place + 1] in {"sv", "en"}:
            return arguments[place + 1]
        if argument in {"--language=sv", "--language=en"}:
            return argument[-2:]
    return "sv"


def refusal(message: str, language: str, options: Iterable[str] = ()) -> str:
    """Say in a language why a command cannot be understood, and the nearest name of those that there are.

    >>> refusal("argument DIR: invalid choice: 'raport' (choose from 'report', 'check')", "en")
    'There is no “raport” here. It can be report, check. Did you mean “report”?'
    """
    say = words(language).say
    for code, pattern in _REFUSALS.items():
        if (found := re.fullmatch(pattern, message)) is not None:
            told = {name: " ".join(text.replace("'", "").split()) for name, text in found.groupdict().items()}
            names = re.split(r",\s*", told.get("names", "")) if code == "choice" else options
            near = nearest(told["got"].split("=")[0], names) if code in ("choice", "unknown") else None
            sentence = say(f"command-refused-{code}", **told)
            return f"{sentence} {say('fault-nearest', nearest=near)}" if near else sentence
    return say("command-refused-other", message=message)


def _documentation() -> Path:
    """Return the folder of the guide, the keys of the plan and the methods: in the package, or in a working copy."""
    package = Path(__file__).parent
    carried = package / "documentation"
    return carried if carried.is_dir() else package.parents[1] / "docs"


def _parser(language: str) -> argparse.ArgumentParser:
    """Return the parser with its help in a language; argparse's own words for usage and headings are English."""
    say = words(language).say
    made, help_class = _parser_class(language), _help_class(language)

    def parser_of(make: Callable[..., argparse.ArgumentParser], *names: str, **more: Any) -> argparse.ArgumentParser:
        return make(*names, add_help=False, formatter_class=help_class, **more)

    common = parser_of(made)
    _shared_options(common, say)
    told = say("command-help-documentation", folder=str(_documentation()))
    parser = parser_of(made, prog="effektmatt", description=say("command-help"), epilog=told, parents=[common])
    commands = parser.add_subparsers(required=True, metavar=" | ".join(_COMMANDS), title=say("command-help-commands"))
    for name, (run, folder) in _COMMANDS.items():
        described = say(f"command-help-{name}")
        command = parser_of(commands.add_parser, name, help=described, description=described, parents=[common])
        command.set_defaults(run=run)
        own = command.add_argument_group(say("command-help-arguments"))
        own.add_argument("folder", type=Path, metavar="DIR", help=say(folder))
        for option, (key, more) in _OPTIONS.get(name, {}).items():
            own.add_argument(*option.split(), help=say(key), **more)
    return parser


def _help_class(language: str) -> type[argparse.HelpFormatter]:
    usage_word = words(language).say("command-help-usage")

    class Help(argparse.HelpFormatter):
        def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, f"{usage_word}: " if prefix is None else prefix)

    return Help


def _parser_class(language: str) -> type[argparse.ArgumentParser]:
    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            below = (one.choices.values() for one in self._actions if isinstance(one.choices, dict))
            acts = (one for parser in (self, *chain(*below)) for one in parser._actions)  # noqa: SLF001 -- its own kind
            options = [name for one in acts for name in one.option_strings]
            self.print_usage(sys.stderr)
            self.exit(INPUT_FAULTS, f"{refusal(message, language, options)}\n")

        def _print_message(self, message: str, file: Any = None) -> None:
            (complain if file is not None and file is sys.stderr else tell)(message.rstrip("\n"))

    return Parser


def _shared_options(common: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Add what every command takes."""
    shared = common.add_argument_group(say("command-help-options"))
    absent = argparse.SUPPRESS  # what stands before the command's name must not be forgotten after it
    shared.add_argument("-h", "--help", action="help", help=say("command-help-help"))
    shared.add_argument("--language", choices=("sv", "en"), default=absent, help=say("command-help-language"))
    shared.add_argument("--debug", action="store_true", default=absent, help=say("command-help-debug"))
    version = f"effektmatt {effektmatt.__version__}"
    shared.add_argument("--version", action="version", version=version, help=say("command-help-version"))


def _new(options: argparse.Namespace) -> int:
    from effektmatt.plan.new import new_project

    language = options.language or "sv"
    if options.sample is None and (found := _new_from_files(options.folder, language)) is not None:
        return found
    ask = options.sample is None and not options.yes and is_watched()
    kinds = _asked_kinds(language) if ask else None
    plan = new_project(options.folder, sample=options.sample, kinds=kinds, language=language)
    folder = _quoted(options.folder)
    done = "command-new-copied" if options.sample else "command-new-done"
    tell(words(language).say(done, plan=str(plan), folder=folder))
    return DONE


def _new_from_files(folder: Path, language: str) -> int | None:
    """Write a plan from the files in the folder and say what it reads; None where there are none."""
    from effektmatt.evaluation.new_plan import plan_from_files
    from effektmatt.evaluation.terminal import drafted_text

    found = plan_from_files(folder, language=language)
    if found is not None:
        tell(drafted_text(*found, _quoted(folder), words(language)))
    return None if found is None else DONE


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
        tell(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        tell("\n\n".join(description_text(one, say) for one in tables) or say.say("describe-nothing"))
    return INPUT_FAULTS if any(one.faults for one in tables) else DONE


def _check(options: argparse.Namespace) -> int:
    from effektmatt.evaluation.terminal import check_text

    try:
        evaluation = _evaluate(options)
    except InputFaults as faults:
        if options.rows:
            _write_rows(faults, options.rows, _plan_language(options))
        raise
    say = words(evaluation.findings.language)
    tell(check_text(evaluation.findings, say))
    if options.rows:
        tell("\n" + say.say("command-rows-none"))
    return DONE


def _write_rows(faults: InputFaults, path: Path, language: str) -> None:
    """Write the cells to mend into a file; that it cannot be written is a fault beside the others."""
    from effektmatt.evaluation.rows_to_mend import write_rows

    try:
        n, earlier = write_rows(faults.faults, path, language)
    except InputFaults as error:
        raise InputFaults([*error.faults, *faults.faults]) from error
    tell(words(language).say("command-rows-done", n=n, path=str(path), earlier="yes" if earlier else "no"))


def _goals(options: argparse.Namespace) -> int:
    from effektmatt.evaluation.terminal import goals_text

    findings = _evaluate(options).findings
    tell(goals_text(findings, words(findings.language)))
    verdicts = {str(goal.fulfilment.verdict) for goal in findings.goals} - {"no-target"}
    if options.require and verdicts - _ENOUGH[options.require]:
        return GOALS_NOT_MET
    return DONE


def _report(options: argparse.Namespace) -> int:
    folder = options.output or options.folder / "report"
    progress = _Progress()
    evaluation = _evaluate(options, progress)
    try:
        written = evaluation.report(folder, progress=progress)
    finally:
        progress.done()
    tell(words(evaluation.findings.language).say("command-report-done"))
    others = [path for format_, path in written.items() if format_ != "html"]
    tell(*others, written["html"])  # the page to open stands last
    return DONE


def _audit(options: argparse.Namespace) -> int:
    from effektmatt.evaluation.audit import audit
    from effektmatt.evaluation.release_list import audit_lines, write_release_list

    found = audit(options.folder, options.project, against=options.against)
    say = words(options.language or found.language)
    written = write_release_list(found, options.folder, say)
    tell(*audit_lines(found, say), say.say("command-audit-done", path=str(written)))
    return COULD_BE_WORKED_OUT if found.recovered else DONE


def _evaluate(options: argparse.Namespace, progress: Callable[[str], None] | None = None) -> Evaluation:
    from effektmatt.evaluation import evaluate

    return evaluate(options.folder, language=options.language, progress=progress)


class _Progress:
    """One line on a terminal that says what is being done; silent where nobody watches."""

    def __init__(self) -> None:
        self._watched = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, step: str) -> None:
        if self._watched:
            _on_terminal(f"{step} …")

    def done(self) -> None:
        if self._watched:
            _on_terminal("")


def _on_terminal(line: str) -> None:
    sys.stderr.write(f"\r\033[K{line}")
    sys.stderr.flush()


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


#: What each command runs, and what its folder is said to be.
_COMMANDS: Mapping[str, tuple[Callable[[argparse.Namespace], int], str]] = {
    "new": (_new, "command-help-folder"),
    "describe": (_describe, "command-help-described"),
    "check": (_check, "command-help-folder"),
    "goals": (_goals, "command-help-folder"),
    "report": (_report, "command-help-folder"),
    "audit": (_audit, "command-help-report-folder"),
}
#: The options of each command, by their names: what is said of it, and how argparse reads it.
_OPTIONS: Mapping[str, Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "new": {
        "--from": ("command-help-from", {"dest": "sample", "metavar": "SAMPLE"}),
        "--yes": ("command-help-yes", {"action": "store_true"}),
    },
    "describe": {"--json": ("command-help-json", {"action": "store_true"})},
    "check": {"--rows": ("command-help-rows", {"type": Path, "metavar": "CSV"})},
    "goals": {"--require": ("command-help-require", {"choices": tuple(_ENOUGH)})},
    "report": {"-o --output": ("command-help-output", {"type": Path, "metavar": "OUT"})},
    "audit": {
        "--project": ("command-help-project", {"type": Path, "metavar": "DIR"}),
        "--against": ("command-help-against", {"type": Path, "metavar": "OLDER"}),
    },
}
