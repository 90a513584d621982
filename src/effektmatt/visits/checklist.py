"""What visitors or reviewers look for: items, their answers, areas, and what a visit must not fail."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from effektmatt.core.names import as_names
from effektmatt.data.values import folded
from effektmatt.errors import Fault, InputFaults, nearest

Spellings = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """What is looked for; judged yes or no, or on `rating`, lowest first, each with all its spellings."""

    id: str
    label: str = ""
    rating: tuple[Spellings, ...] = ()

    @property
    def name(self) -> str:
        """How the item is called in a report."""
        return self.label or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What visits are judged by. What is met counts 1 and what is not 0; a rating lies evenly between 0 and 1.

    Parameters
    ----------
    id, label
        The checklist's name in the plan, and in the report.
    items
        What is looked for, each in the column of its id.
    yes, no, not_applicable
        The answers to items without a rating, with all their spellings (`not_applicable` also to those with one). What
        did not apply counts neither for nor against.
    areas
        Which items belong together, by the name of the area.
    critical
        Ids of items that a visit must not fail: one that gets the lowest answer to any of them scores 0.
    reversed
        Ids of items where yes (or a high rating) is bad.
    values
        Found from the answers: for every item the value of every spelling, NaN where the item did not apply.

    Raises
    ------
    InputFaults
        All at once: no items, repeated or unknown ones, ratings with one answer, answers that mean two things.

    Examples
    --------
    >>> checklist = Checklist.of(["hej", "skylt"], ratings={"betyg": [1, 2, 3, 4, 5]}, critical=["hej"])
    >>> checklist.values["hej"]["ja"], checklist.values["betyg"]["4"]
    (1.0, 0.75)
    """

    id: str
    label: str
    items: tuple[ChecklistItem, ...]
    yes: Spellings = ("ja",)
    no: Spellings = ("nej",)
    not_applicable: Spellings = ("ej tillämpligt",)
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    critical: frozenset[str] = frozenset()
    reversed: frozenset[str] = frozenset()
    values: Mapping[str, Mapping[str, float]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        faults = _faults(self)
        if faults:
            raise InputFaults(faults)
        object.__setattr__(self, "values", {item.id: self._values(item) for item in self.items})

    @classmethod
    def of(
        cls,
        items: str | Iterable[str] | Mapping[str, str] = (),
        *,
        ratings: Mapping[str, Sequence[str | int]] | None = None,
        id: str = "checklist",  # noqa: A002 -- the word that plan and results use
        label: str = "",
        yes: str | Iterable[str] = ("ja",),
        no: str | Iterable[str] = ("nej",),
        not_applicable: str | Iterable[str] = ("ej tillämpligt",),
        areas: Mapping[str, Iterable[str]] | None = None,
        critical: str | Iterable[str] = (),
        reversed: str | Iterable[str] = (),  # noqa: A002 -- as for scales
    ) -> Checklist:
        """Make a checklist from plain lists, as in a notebook.

        Parameters
        ----------
        items
            Columns answered yes or no, or a mapping from column to what is looked for.
        ratings
            Columns with a rating, each with its answers from lowest to highest.
        """
        pairs = items.items() if isinstance(items, Mapping) else ((item, "") for item in as_names(items))
        rated = {column: tuple((str(answer),) for answer in answers) for column, answers in (ratings or {}).items()}
        labels = dict(pairs)
        return cls(
            id=id,
            label=label or id,
            items=tuple(
                ChecklistItem(id=one, label=labels.get(one, ""), rating=rated.get(one, ()))
                for one in dict.fromkeys([*labels, *rated])
            ),
            yes=as_names(yes),
            no=as_names(no),
            not_applicable=as_names(not_applicable),
            areas={area: tuple(members) for area, members in (areas or {}).items()},
            critical=frozenset(as_names(critical)),
            reversed=frozenset(as_names(reversed)),
        )

    def answers(self, item: ChecklistItem) -> tuple[str, ...]:
        """Return the answers to an item as they are shown, what does not apply last."""
        own = tuple(spellings[0] for spellings in item.rating) or (self.yes[0], self.no[0])
        return (*own, *self.not_applicable[:1])

    def _values(self, item: ChecklistItem) -> dict[str, float]:
        answers = item.rating or (self.no, self.yes)
        values = dict.fromkeys(map(folded, self.not_applicable), math.nan)
        for place, spellings in enumerate(answers):
            value = place / (len(answers) - 1)
            values |= dict.fromkeys(map(folded, spellings), 1 - value if item.id in self.reversed else value)
        return values


def _faults(checklist: Checklist) -> list[Fault]:
    """Everything that is wrong with a declared checklist; `key` counts from its own place in a plan."""
    ids = tuple(item.id for item in checklist.items)
    faults = [Fault(code="checklist-item-repeated", key="items", got=one) for one in _repeated(ids)]
    if not ids:
        faults.append(Fault(code="checklist-without-items", key="items"))
    required = {"yes": checklist.yes, "no": checklist.no}
    faults += [Fault(code="plan-empty", key=name) for name, spellings in required.items() if not spellings]
    for item in checklist.items:
        if len(item.rating) == 1:
            faults.append(
                Fault(code="checklist-rating-too-short", key=f"items.{item.id}.rating", got=item.rating[0][0])
            )
        answers = item.rating or (checklist.yes, checklist.no)
        spelled = [one for spellings in answers for one in {folded(text) for text in spellings}]
        spelled += list({folded(text) for text in checklist.not_applicable})
        key = f"items.{item.id}.rating" if item.rating else "yes"
        found = (Fault(code="checklist-answer-repeated", key=key, got=one) for one in _repeated(spelled))
        faults += [fault for fault in found if fault not in faults]
    named = {f"areas.{area}": members for area, members in checklist.areas.items()}
    named |= {"critical": tuple(sorted(checklist.critical)), "reversed": tuple(sorted(checklist.reversed))}
    for key, members in named.items():
        faults += [
            Fault(code="checklist-item-unknown", key=key, got=one, expected=ids, nearest=nearest(one, ids))
            for one in members
            if one not in ids
        ]
        if not members and key.startswith("areas."):
            faults.append(Fault(code="plan-empty", key=key))
    return faults


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
