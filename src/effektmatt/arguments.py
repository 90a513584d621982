"""What the command can be asked for, and how it says that it cannot understand, in the language asked for."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

import effektmatt
from effektmatt.console import complain, tell
from effektmatt.errors import nearest
from effektmatt.wording import words

#: What is said when the command is not understood: as every fault of what is given to it.
_NOT_UNDERSTOOD = 2

#: What argparse says of a command that it cannot understand, in English only, by the message that says the same.
_REFUSALS = {
    "missing": r"the following arguments are required: (?P<got>.+)",
    "choice": r"argument (?P<at>.+?): invalid choice: '(?P<got>.*)' \(choose from (?P<names>.+)\)",
    "unknown": r"unrecognized arguments: (?P<got>.+)",
    "value": r"argument (?P<at>.+?): expected one argument",
    "ambiguous": r"ambiguous option: (?P<got>.+?) could match (?P<names>.+)",
    "no-value": r"argument (?P<at>.+?): ignored explicit argument '(?P<got>.*)'",
    "together": r"argument (?P<got>.+?): not allowed with argument (?P<at>.+)",
}

#: What `goals --require` accepts, by the word it is given.
ENOUGH = {"met": {"met"}, "likely-met": {"met", "likely-met"}}

#: The shells that know what can be written next.
SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")

#: What each command is about: the name that its help gives it, what is said of it, and how argparse reads it.
_FOLDER: Mapping[str, Any] = {"dest": "folder", "type": Path, "metavar": "DIR"}
_ABOUT: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "new": ("command-help-folder", _FOLDER),
    "describe": ("command-help-described", _FOLDER),
    "check": ("command-help-folder", _FOLDER),
    "goals": ("command-help-folder", _FOLDER),
    "report": ("command-help-folder", _FOLDER),
    "audit": ("command-help-report-folder", _FOLDER),
    "verify": ("command-help-report-folder", _FOLDER),
    "completion": ("command-help-shell", {"dest": "shell", "choices": SHELLS, "metavar": "SHELL"}),
}
#: The options of each command, by their names: what is said of it, and how argparse reads it. Of those that fill the
#: same `dest` only one can be given.
_OPTIONS: Mapping[str, Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "new": {
        "--from": ("command-help-from", {"dest": "sample", "metavar": "SAMPLE"}),
        "--yes": ("command-help-yes", {"action": "store_true"}),
    },
    "describe": {"--json": ("command-help-json", {"action": "store_true"})},
    "check": {"--rows": ("command-help-rows", {"type": Path, "metavar": "CSV"})},
    "goals": {
        "--require": ("command-help-require", {"choices": tuple(ENOUGH)}),
        "--json": ("command-help-goals-json", {"dest": "form", "action": "store_const", "const": "json"}),
        "--csv": ("command-help-goals-csv", {"dest": "form", "action": "store_const", "const": "csv"}),
    },
    "report": {
        "-o --output": ("command-help-output", {"type": Path, "metavar": "OUT"}),
        "--formats": ("command-help-formats", {"metavar": "FORMATS"}),
        "--docx-template": ("command-help-docx-template", {"type": Path, "metavar": "DOCX"}),
        "--open": ("command-help-open", {"action": "store_true"}),
    },
    "audit": {
        "--project": ("command-help-project", {"type": Path, "metavar": "DIR"}),
        "--against": ("command-help-against", {"type": Path, "metavar": "OLDER"}),
    },
    "verify": {
        "--project": ("command-help-project", {"type": Path, "metavar": "DIR"}),
        "--json": ("command-help-verify-json", {"action": "store_true"}),
    },
}


def language_of(arguments: Sequence[str]) -> str:
    """Return the language asked for before the arguments are parsed: the help itself is in it."""
    for place, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        if len(option) > 2 and "--language".startswith(option):
            wanted = value or "".join(arguments[place + 1 : place + 2])
            if wanted in {"sv", "en"}:
                return wanted
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


def argument_parser(language: str) -> argparse.ArgumentParser:
    """Return the parser with its help in a language; argparse's own words for usage and headings are English.

    What it reads has `command`, the name of the command.
    """
    say = words(language).say
    made, help_class = _parser_class(language), _help_class(language)

    def parser_of(make: Callable[..., argparse.ArgumentParser], *names: str, **more: Any) -> argparse.ArgumentParser:
        return make(*names, add_help=False, formatter_class=help_class, **more)

    common = parser_of(made)
    _shared_options(common, say)
    told = say("command-help-documentation", folder=str(_documentation()))
    parser = parser_of(made, prog="effektmatt", description=say("command-help"), epilog=told, parents=[common])
    commands = parser.add_subparsers(required=True, metavar=" | ".join(_ABOUT), title=say("command-help-commands"))
    for name, (about, how) in _ABOUT.items():
        described = say(f"command-help-{name}")
        command = parser_of(commands.add_parser, name, help=described, description=described, parents=[common])
        command.set_defaults(command=name)
        own = command.add_argument_group(say("command-help-arguments"))
        own.add_argument(**how, help=say(about))
        _add_options(own, _OPTIONS.get(name, {}), say)
    return parser


def completion_script(shell: str, language: str) -> str:
    """Return what tells a shell which commands and options there are, and where a folder or a file is meant."""
    import shtab

    parser = argument_parser(language)
    for action in _actions(parser):
        if action.type is Path:
            places = shtab.DIRECTORY if action.metavar in {"DIR", "OUT", "OLDER"} else shtab.FILE
            action.complete = places  # type: ignore[attr-defined]  # how shtab wants to be told
    return str(shtab.complete(parser, shell))


def _documentation() -> Path:
    """Return the folder of the guide, the keys of the plan and the methods: in the package, or in a working copy."""
    package = Path(__file__).parent
    carried = package / "documentation"
    return carried if carried.is_dir() else package.parents[1] / "docs"


def _add_options(group: Any, options: Mapping[str, tuple[str, Mapping[str, Any]]], say: Callable[..., str]) -> None:
    """Add the options of a command; those that fill the same `dest` shut each other out."""
    shutting: dict[str, Any] = {}
    for names, (key, how) in options.items():
        taking = group
        if "const" in how:
            taking = shutting.get(how["dest"]) or shutting.setdefault(how["dest"], group.add_mutually_exclusive_group())
        taking.add_argument(*names.split(), help=say(key), **how)


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return everything that the command and its commands take."""
    own = parser._actions  # noqa: SLF001 -- argparse has no other way to ask
    below = (one.choices.values() for one in own if isinstance(one.choices, dict))
    return [*own, *(action for command in chain(*below) for action in command._actions)]  # noqa: SLF001


def _help_class(language: str) -> type[argparse.HelpFormatter]:
    usage_word = words(language).say("command-help-usage")

    class Help(argparse.HelpFormatter):
        def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, f"{usage_word}: " if prefix is None else prefix)

    return Help


def _parser_class(language: str) -> type[argparse.ArgumentParser]:
    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            options = [name for action in _actions(self) for name in action.option_strings]
            self.print_usage(sys.stderr)
            self.exit(_NOT_UNDERSTOOD, f"{refusal(message, language, options)}\n")

        def _print_message(self, message: str, file: Any = None) -> None:
            (complain if file is not None and file is sys.stderr else tell)(message.rstrip("\n"))

    return Parser


def _shared_options(common: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Add what every command takes."""
    shared = common.add_argument_group(say("command-help-options"))
    absent = argparse.SUPPRESS  # what stands before the command's name must not be forgotten after it
    shared.add_argument("-h", "--help", action="help", help=say("command-help-help"))
    shared.add_argument("--language", choices=("sv", "en"), default=absent, help=say("command-help-language"))
    shared.add_argument("-q", "--quiet", action="store_true", default=absent, help=say("command-help-quiet"))
    shared.add_argument("--debug", action="store_true", default=absent, help=say("command-help-debug"))
    version = f"effektmatt {effektmatt.__version__}"
    shared.add_argument("--version", action="version", version=version, help=say("command-help-version"))
