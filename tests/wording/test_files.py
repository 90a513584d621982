"""The wording files: both languages say the same things, and say nothing that nobody asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import effektmatt
from effektmatt.stats.methods import SOURCES
from effektmatt.wording import words
from effektmatt.wording.messages import THEMES, source_of

SOURCE = Path(effektmatt.__file__).parent
LANGUAGES = ("sv", "en")

#: A family's ids are made of a code: `say(f"note-{note.code}")`. Ids of other families are written out in the code.
_SHORTEST_FIXED = 8


# ---- what the files hold ---------------------------------------------------------------------------------


@cache
def entries(theme: str, language: str) -> dict[str, ftl.Message | ftl.Term]:
    parsed = FluentParser().parse(source_of(theme, language))
    assert not [entry.content for entry in parsed.body if isinstance(entry, ftl.Junk)], f"{theme}.{language}.ftl"
    named = [entry for entry in parsed.body if isinstance(entry, ftl.Message | ftl.Term)]
    ids = [entry.id.name for entry in named]
    assert len(ids) == len(set(ids)), f"an id stands twice in {theme}.{language}.ftl"
    return dict(zip(ids, named, strict=True))


class _References(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.functions: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)

    visit_TermReference = visit_MessageReference  # noqa: N815


def references(node: ftl.BaseNode) -> _References:
    found = _References()
    found.visit(node)
    return found


def patterns(entry: ftl.Message | ftl.Term) -> dict[str, ftl.Pattern]:
    """Return a message's texts: its own under "", its attributes under their names."""
    found = {"": entry.value} if entry.value else {}
    return {**found, **{attribute.id.name: attribute.value for attribute in entry.attributes}}


def all_ids() -> set[str]:
    return {name for theme in THEMES for name in entries(theme, "sv")}


@pytest.mark.parametrize("theme", THEMES)
def test_both_languages_have_the_same_messages_and_variables(theme: str) -> None:
    swedish, english = entries(theme, "sv"), entries(theme, "en")
    assert swedish.keys() == english.keys()
    for name in swedish:
        in_swedish, in_english = patterns(swedish[name]), patterns(english[name])
        assert in_swedish.keys() == in_english.keys(), name
        for part, pattern in in_swedish.items():
            assert references(pattern).variables == references(in_english[part]).variables, (name, part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_refers_to_another(language: str) -> None:
    """A message is parsed by itself, when it is said."""
    for theme in THEMES:
        for entry in entries(theme, language).values():
            assert not references(entry).messages, entry.id.name


def test_an_id_stands_in_one_theme_only() -> None:
    ids = [name for theme in THEMES for name in entries(theme, "sv")]
    assert sorted(ids) == sorted(set(ids))


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Return every piece of printed text with the id of its message."""
    for theme in THEMES:
        for name, entry in entries(theme, language).items():
            yield from ((name, text) for pattern in patterns(entry).values() for text in _texts(pattern))


def _texts(pattern: ftl.Pattern) -> Iterator[str]:
    for element in pattern.elements:
        if isinstance(element, ftl.TextElement):
            yield element.value
        elif isinstance(element.expression, ftl.SelectExpression):
            for variant in element.expression.variants:
                yield from _texts(variant.value)


def test_swedish_speaks_of_change_and_not_of_effect() -> None:
    """Only a design with a comparison allows the word."""
    allowed = {"design-comparison-group", "design-comparison-group-unlike", "design-randomised", "cause-unlike"}
    for name, text in texts("sv"):
        if name not in allowed:
            without_name = re.sub(r"effektmatt\b", "", text, flags=re.IGNORECASE)
            assert "effekt" not in without_name.casefold() or name.startswith("report-design"), (name, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_linkable_is_called_anonymous(language: str) -> None:
    assert not [name for name, text in texts(language) if "anonym" in text.casefold()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    """”Svenska” and “English”; the ASCII mark is allowed only round what stands so in a plan or a file."""
    for theme in THEMES:
        for name, entry in entries(theme, language).items():
            for pattern in patterns(entry).values():
                text = "".join(_texts(pattern))
                assert text.count("“") == (0 if language == "sv" else text.count("”")), name
                if '"' in text:
                    assert theme == "faults", name


# ---- what the code asks for ------------------------------------------------------------------------------


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py")))


@cache
def strings() -> frozenset[str]:
    """Return every string that stands in the code."""
    return frozenset(
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def made_of_parts() -> tuple[re.Pattern[str], ...]:
    """Return f-strings of the code as patterns, those with enough fixed text to mean anything."""
    return tuple(
        pattern
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for pattern in _pattern(node)
    )


def _pattern(node: ast.JoinedStr) -> Iterator[re.Pattern[str]]:
    fixed = [_fixed(part) for part in node.values]
    if sum(len(text) for text in fixed if text) >= _SHORTEST_FIXED:
        yield re.compile("".join(re.escape(text) if text else "(.+)" for text in fixed))


def _fixed(part: ast.expr) -> str | None:
    """Return the text of a part of an f-string that is always the same: written there, or a constant of a module."""
    if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
        return named_texts().get(part.value.id)
    return str(part.value) if isinstance(part, ast.Constant) else None


@cache
def named_texts() -> dict[str, str]:
    """Return the constants of all modules that are texts, by their names."""
    return {
        target.id: node.value.value
        for tree in trees()
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def asked_for() -> set[str]:
    """Return the ids that are written out in calls of `say`."""
    return {
        constant.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args and _name(node.func) == "say"
        for constant in _constants(node.args[0])
    }


def _constants(node: ast.expr) -> list[ast.Constant]:
    if isinstance(node, ast.IfExp):
        return _constants(node.body) + _constants(node.orelse)
    return [node] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def codes_of(kind: str) -> set[str]:
    """Return the codes of every Note or Fault that the code makes, constants looked up by their names."""
    constants = named_texts()
    found: set[str] = set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == kind:
                for keyword in node.keywords:
                    if keyword.arg == "code":
                        found |= {one.value for one in _constants(keyword.value)}
                        found |= {constants[keyword.value.id]} if _is_known(keyword.value, constants) else set()
    return found


def _is_known(node: ast.expr, constants: dict[str, str]) -> bool:
    return isinstance(node, ast.Name) and node.id in constants


def test_every_id_that_the_code_asks_for_exists() -> None:
    assert {name.partition(".")[0] for name in asked_for()} <= all_ids()


@pytest.mark.parametrize("kind", ["Note", "Fault"])
def test_every_note_and_fault_has_its_sentence(kind: str) -> None:
    missing = {code for code in codes_of(kind) if f"{kind.lower()}-{code}" not in all_ids()}
    assert not missing


def test_every_message_is_asked_for() -> None:
    """An id is used when the code writes it out, or writes the code that it is made of."""
    families = _prefixes()
    unused = {name for name in all_ids() if name not in strings() and not _made(name, families)}
    assert not unused


def _prefixes() -> set[str]:
    """Return what ids made of a code begin with: "note-" of `say(f"note-{code}")`."""
    found = set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                head = str(node.values[0].value)
                if re.fullmatch(r"[a-z][a-z-]*-", head):
                    found.add(head)
    return found


def _made(name: str, families: set[str]) -> bool:
    # "target-{way}-{thing}" and "chart-improved-{definition}-threshold" say enough of the id by themselves
    telling = (made for made in made_of_parts() if made.groups > 1 or not made.pattern.endswith(")"))
    if any(made.fullmatch(name) for made in telling):
        return True
    codes = [name.removeprefix(family) for family in families if name.startswith(family)]
    return any(code in strings() or any(made.fullmatch(code) for made in made_of_parts()) for code in codes)


def test_every_attribute_is_asked_for() -> None:
    attributes = {
        attribute.id.name
        for theme in THEMES
        for entry in entries(theme, "sv").values()
        for attribute in entry.attributes
    }
    written = " ".join(strings())
    assert {name for name in attributes if f".{name}" not in written} == set()


# ---- codes that are shown by name ------------------------------------------------------------------------


def keyword_constants(keyword: str) -> set[str]:
    """Return the texts that the code passes as `keyword=` anywhere."""
    return {
        constant.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for given in node.keywords
        if given.arg == keyword
        for constant in _constants(given.value)
    }


@pytest.mark.parametrize("keyword", ["measure", "method"])
def test_every_measure_and_method_has_a_name(keyword: str) -> None:
    assert {code for code in keyword_constants(keyword) if f"{keyword}-{code}" not in all_ids()} == set()


def test_every_reason_for_leaving_rows_out_has_words() -> None:
    reasons = {
        constant.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func) == "leave" and node.args
        for constant in _constants(node.args[0])
    }
    assert "repeated" in reasons
    assert {reason for reason in reasons if f"left-{reason}" not in all_ids()} == set()


def test_every_reference_is_of_a_method_that_is_named() -> None:
    assert {code for code in SOURCES if f"method-{code}" not in all_ids()} == set()


@pytest.mark.parametrize("length", [900, 3_000])
def test_a_very_long_text_can_be_said(length):
    long = "å" * length
    assert words("sv").say("quoted", text=long) == f"”{long}”"
