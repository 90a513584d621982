"""Texts of a plan that may stand in both languages: `label = { sv = "Kön", en = "Gender" }`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from effektmatt.plan.tables import Table

_LANGUAGES = frozenset({"sv", "en"})


class BothLanguages(Table):
    """A text in Swedish and in English; the report takes its own."""

    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class Languages:
    """The language that texts are chosen in, and the plan's own; `elsewhere` are those that it has in no other."""

    chosen: str = "sv"
    own: str = "sv"
    elsewhere: set[str] = field(default_factory=set)


def languages_of(written: Mapping[str, Any], asked: str | None) -> Languages:
    """Return the language that texts are chosen in, and the plan's own, as the models of a plan are told of them."""
    project = written.get("project")
    own = project.get("language") if isinstance(project, dict) else None
    own = own if own in _LANGUAGES else "sv"
    return Languages(asked or own, own)


def is_in_both(written: Any) -> bool:
    """Whether something is a text by language."""
    return (
        isinstance(written, dict)
        and bool(written)
        and written.keys() <= _LANGUAGES
        and all(isinstance(text, str) for text in written.values())
    )


def in_order(written: Mapping[str, str], info: ValidationInfo) -> list[str]:
    """Return the texts of both languages, first the one to be shown: as chosen, else the plan's own."""
    told = info.context or Languages()
    first = (told.chosen, told.own, *written)
    return [written[language] for language in dict.fromkeys(first) if language in written]


def _chosen(written: Any, info: ValidationInfo) -> Any:
    told = info.context or Languages()
    text = in_order(written, info)[0] if is_in_both(written) else written
    if isinstance(text, str) and (told.chosen not in written if is_in_both(written) else told.chosen != told.own):
        told.elsewhere.add(text)
    return text


def _phrases(written: Any, info: ValidationInfo) -> Any:
    """Leave out phrases for conditions in another language: no clause of one fits into a sentence of another."""
    told = info.context or Languages()
    if not isinstance(written, dict) or told.chosen == told.own:
        return written
    return {
        key: label
        for key, label in written.items()
        if "=" not in key or (isinstance(label, dict) and told.chosen in label)
    }


#: A text that the report shows, in one language or in both.
Said = Annotated[str, BeforeValidator(_chosen, json_schema_input_type=str | BothLanguages)]
#: What columns are called, and phrases for conditions.
Labels = Annotated[dict[str, Said], BeforeValidator(_phrases)]
