"""What stands in the data under the names that the plan has for it: "kvinna" is "Women" in an English report.

It is done when everything has been counted, so that a project gives the same numbers, hides the same groups and knows
again what it has released in whichever language it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from effektmatt.core import FROM_DATA
from effektmatt.data.values import folded
from effektmatt.errors import Fault, nearest
from effektmatt.evaluation.kinds.common import Prepared
from effektmatt.findings import Findings
from effektmatt.plan import Plan
from effektmatt.plan.checks import unknown
from effektmatt.plan.sections import Source


def with_spoken_names(findings: Findings, plan: Plan) -> Findings:
    """Return findings whose groups, units, activities and so on are called what the plan calls them.

    Of a report in another language than the plan's own, those that it has no name for join what is `elsewhere`: texts
    in the plan's language.
    """
    own = plan.written.project.language
    names = {folded(text): name for column in plan.written.names.values() for text, name in column.items()}
    if not names and findings.language == own:
        return findings
    by_column = {by: _folded(column) for by, column in plan.written.names.items()}
    walk = _Walk(names, by_column)
    named: Findings = walk.named(findings)
    phrases = set(findings.labels.values())  # of conditions: they stand where values of the data do
    unnamed = set() if findings.language == own else walk.unnamed - phrases
    return replace(named, elsewhere=plan.elsewhere | unnamed)


def _folded(column: Mapping[str, str]) -> dict[str, str]:
    return {folded(text): name for text, name in column.items()}


@dataclass(slots=True)
class _Walk:
    """Goes through frozen values; of a group its own column's names, else whichever column has one."""

    names: Mapping[str, str]
    by_column: Mapping[str, Mapping[str, str]]
    unnamed: set[str] = field(default_factory=set)
    _seen: dict[int, tuple[Any, Any]] = field(default_factory=dict)  # with what was copied, so that no id is used anew

    def named(self, value: Any) -> Any:
        match value:
            case tuple():
                made = tuple(self.named(one) for one in value)
                return value if all(one is two for one, two in zip(made, value, strict=True)) else made
            case Mapping():
                return {key: self.named(one) for key, one in value.items()}
            case _ if is_dataclass(value) and not isinstance(value, type):
                return self._of_fields(value)
            case _:
                return value

    def _of_fields(self, value: Any) -> Any:
        if id(value) in self._seen:
            return self._seen[id(value)][1]
        names = self.by_column.get(getattr(value, "by", None) or "", self.names)
        there = value
        for one in fields(value):
            old = getattr(value, one.name)
            new = self._called(old, names) if one.metadata == FROM_DATA else self.named(old)
            if new is not old:
                there = copy(value) if there is value else there
                object.__setattr__(there, one.name, new)
        self._seen[id(value)] = value, there
        return there

    def _called(self, value: Any, names: Mapping[str, str]) -> Any:
        """Return a text from the data as it is called, or several within each other."""
        if isinstance(value, tuple):
            return tuple(self._called(one, names) for one in value)
        if not isinstance(value, str):
            return value
        name = names.get(folded(value))
        if name is None:
            self.unnamed.add(value)
        return value if name is None else name


def name_faults(sources: Mapping[str, Prepared[Source]], plan: Plan) -> Iterator[Fault]:
    """Yield the faults of names for what no data file has: a column, or a text in one."""
    frames = [file.frame for prepared in sources.values() for file in prepared.loaded.files.values()]
    for column, names in plan.written.names.items():
        having = [frame[column] for frame in frames if column in frame]
        if not having:
            columns = dict.fromkeys(str(name) for frame in frames for name in frame.columns)
            yield replace(unknown(f"names.{column}", column, "column", columns), file=plan.file.name)
            continue
        there = tuple(dict.fromkeys(str(text) for texts in having for text in texts.dropna().unique()))
        known = set(map(folded, there))
        for text in names:
            if folded(text) not in known:
                yield Fault(
                    code="plan-name-of-nothing",
                    file=plan.file.name,
                    key=f"names.{column}",
                    got=text,
                    expected=there,
                    nearest=nearest(text, there),
                    details={"of": column},
                )
