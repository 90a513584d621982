"""What a report and its versions for other readers are made of: sections in order, and what is left out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field

from effektmatt.plan.said import Said
from effektmatt.plan.tables import Table

#: What a version of the report can leave out.
Part = Literal[
    "project", "participants", "goal-tree", "goals", "details", "groups", "money", "statistics", "methods", "files"
]

#: What the program writes: sections of a report, and answers to what a form asks for.
Sections = Literal[
    "summary", "project", "how", "goal-tree", "goals", "cause", "limits", "conclusions", "lessons", "appendix",
    "owner", "name", "fulfilment", "money", "signature",
]  # fmt: skip

#: The evaluator's own text in a section that the program writes, by its key under [text].
TEXT_OF: dict[str, str] = {
    "summary": "summary",
    "project": "context",
    "how": "how",
    "goal-tree": "goal_tree",
    "goals": "goals",
    "cause": "cause",
    "limits": "limits",
    "conclusions": "conclusions",
    "lessons": "lessons",
    "appendix": "appendix",
}

#: The name of the report itself; a version is called after it and its own name.
REPORT = "report"


class Version(Table):
    """report.versions.<name>: one more version of the report from the same run."""

    title: Said | None = None
    template: str | None = None
    without: list[Part] | None = None
    intro: Said | None = None


class Section(BaseModel):
    """A section of a template: what the program writes, what people write, or both, under a heading."""

    model_config = Table.model_config

    block: Sections | None = None
    heading: Said | None = None
    text: str | None = None
    required: bool = False

    @property
    def own_text(self) -> str | None:
        """The name of the text that people write in it."""
        return self.text or TEXT_OF.get(self.block or "")


def _as_section(written: Any) -> Any:
    """Let the name of what the program writes stand for a whole section."""
    return {"block": written} if isinstance(written, str) else written


class Template(BaseModel):
    """A template: what a document is called, its sections in order, and what it leaves out of them.

    `terms` is how many terms of statistics people's own texts may have (None: any number).
    """

    model_config = Table.model_config

    title: Said | None = None
    sections: Annotated[list[Annotated[Section, BeforeValidator(_as_section)]], Field(min_length=1)]
    without: list[Part] = []
    terms: Annotated[int | None, Field(ge=0)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One document as the plan wants it: a template, with what a version says otherwise."""

    sections: tuple[Section, ...]
    title: str | None = None
    without: frozenset[str] = frozenset()
    intro: str | None = None
    terms: int | None = None

    def has(self, block: str) -> bool:
        """Whether it has a section that the program writes."""
        return any(section.block == block for section in self.sections)


def planned(template: Template, version: Version | None = None) -> Planned:
    """Return a document of a template; what the version says goes before what the template says."""
    own = version or Version()
    without = frozenset[str](template.without if own.without is None else own.without)
    return Planned(
        sections=tuple(template.sections),
        title=own.title or template.title,
        without=without if any(section.block == "goals" for section in template.sections) else without | {"goals"},
        intro=own.intro,
        terms=template.terms,
    )
