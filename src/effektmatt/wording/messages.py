"""The sentences of one language: read from the .ftl files beside this one.

A message is found by its id in whichever theme holds it, and is parsed when it is first said: of some nine hundred a
run says a hundred. No message refers to another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentFloat, FluentInt
from fluent.syntax import FluentParser
from fluent.syntax.ast import Resource

from effektmatt.wording.marks import Placed

if TYPE_CHECKING:
    from babel import Locale

#: The themes: whatever stands beside this file as `<theme>.<language>.ftl`.
THEMES = tuple(
    sorted(
        {file.name.partition(".")[0] for file in resources.files(__package__).iterdir() if file.name.endswith(".ftl")}
    )
)

# A message begins at the start of a line: `id =`.
_ENTRY = re.compile(r"^([a-z][a-z0-9-]*) *=", re.MULTILINE)

# A name that a message puts in may be a question: no full stop and no colon after its own sign.
_SIGN_TWICE = re.compile(r"(?<=[?!])[.:](?=\s|$)")


class WordingError(LookupError):
    """A sentence that cannot be said: an id that no file holds, or a value that the sentence lacks."""


#: Writes a number with so many decimals, or as many as it needs.
Write = Callable[[float, int | None], str]


class _Whole(FluentInt, Placed):
    """A whole number in a sentence: `{ $n }` prints it our way, and it still chooses between one and other."""

    write: Write

    def format(self, _locale: Locale) -> str:
        return self.write(self, 0)


class _Real(FluentFloat, Placed):
    """A decimal number in a sentence that has not said how it wants it written."""

    write: Write

    def format(self, _locale: Locale) -> str:
        return self.write(self, None)


#: Fluent refuses values that are very long, such as a list of all units; ones longer than this are put in afterwards.
#: (No message chooses between texts as long as this.)
_LONG = 1_000


class _Bundle(FluentBundle):
    """A bundle that takes our numbers as they are; Fluent's own would print them Babel's way."""

    write: Write

    def format_pattern(self, pattern: Any, args: Mapping[str, Any] | None = None) -> tuple[Any, list[Exception]]:
        errors: list[Exception] = []
        given = {name: _as_fluent(value, self.write) for name, value in (args or {}).items()}
        environment = ResolverEnvironment(context=self, current=CurrentEnvironment(args=given), errors=errors)
        return pattern(environment), errors


@cache
def _written(language: str) -> dict[str, str]:
    """Return each message as it is written, up to where the next begins."""
    messages: dict[str, str] = {}
    for theme in THEMES:
        source = source_of(theme, language)
        found = list(_ENTRY.finditer(source))
        ends = [*(one.start() for one in found[1:]), len(source)]
        messages |= {one[1]: source[one.start() : end] for one, end in zip(found, ends, strict=True)}
    return messages


@cache
def _parsed(message: str, language: str) -> Resource:
    return Resource([FluentParser(with_spans=False).parse_entry(_written(language)[message])])


@cache
def source_of(theme: str, language: str) -> str:
    """Return the text of one wording file."""
    return resources.files(__package__).joinpath(f"{theme}.{language}.ftl").read_text(encoding="utf-8")


class Messages:
    """All messages of one language; `functions` are what a message may call, as `{ PERCENT($share) }`.

    `write` writes the numbers of which a message does not say how.
    """

    def __init__(
        self, language: str, locale: Locale, functions: Mapping[str, Callable[..., Any]], write: Write
    ) -> None:
        self._language = language
        self._written = _written(language)
        self._bundle = _Bundle([str(locale)], functions=dict(functions), use_isolating=False)
        self._bundle.write = write

    def has(self, code: str) -> bool:
        """Whether there is a message (or, with "id.attribute", the attribute of one) of this name."""
        name, _, attribute = code.partition(".")
        if name not in self._written:
            return False
        return not attribute or attribute in self._message(name).attributes

    def say(self, code: str, values: Mapping[str, str | int | float]) -> str:
        """Return a message, or with "id.attribute" one of its attributes, with the values filled in.

        Raises
        ------
        WordingError
            If no file holds the message, or it needs a value that was not given.
        """
        name, _, attribute = code.partition(".")
        if name not in self._written:
            raise WordingError(f"no message {name!r} in the wording files")
        message = self._message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise WordingError(f"no text for {code!r} in the wording files")
        long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > _LONG}
        places = {name: f"\ue000{name}\ue001" for name in long}  # signs that no text has
        text, errors = self._bundle.format_pattern(pattern, {**values, **places})
        if errors:
            raise WordingError(f"{code!r} with {sorted(values)}: {'; '.join(str(error) for error in errors)}")
        for name, value in long.items():
            text = str(text).replace(places[name], value)
        return _SIGN_TWICE.sub("", str(text))

    def _message(self, name: str) -> Any:
        if not self._bundle.has_message(name):
            self._bundle.add_resource(_parsed(name, self._language))
        return self._bundle.get_message(name)


def _as_fluent(value: str | int | float, write: Write) -> Any:
    if isinstance(value, str):
        return value
    # numpy's whole numbers too
    given = _Whole(value) if hasattr(value, "__index__") else _Real(value)
    given.write = write
    if isinstance(value, Placed):
        given.pointer, given.turned, given.minus, given.over = value.pointer, value.turned, value.minus, value.over
    return given
