"""What pydantic found wrong in a plan, as faults: the key, what stood there, what may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from effektmatt.data.databases import without_secrets
from effektmatt.errors import Fault, nearest
from effektmatt.plan.written import WrittenPlan

_TYPES = {
    "string_type": "text",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "float_type": "number",
    "finite_number": "number",
    "date_type": "date",
    "list_type": "list",
    "dict_type": "table",
    "model_type": "table",
    "model_attributes_type": "table",
}
#: Keys of which only one is written: where it is, the other would be refused.
_INSTEAD = {"file": "files", "files": "file", "measure": "all_of", "all_of": "measure"}
_CONDITION = "list[text]"  # what the model calls the values of a condition
_TYPE_TRIED = re.compile(r"(str|int|float|bool|date|decimal)$|(list|dict|tuple|function|constrained)[-\[]")
_SIGNS = {"greater_than": "> {gt}", "greater_than_equal": "≥ {ge}", "less_than": "< {lt}", "less_than_equal": "≤ {le}"}


def plan_faults(
    error: ValidationError,
    written: dict[str, Any],
    *,
    file: str,
    place_of: Callable[[tuple[int | str, ...]], Sequence[int | str]] = lambda place: place,
    model: type[BaseModel] = WrittenPlan,
) -> tuple[Fault, ...]:
    """Return one fault for each thing that pydantic found, in the order of the plan.

    `place_of` says where a place of what is validated stands in the plan itself, `model` what it was read as.

    Where a value may be of several types, pydantic finds it wrong once for each; the first, which is the simplest, is
    enough.
    """
    faults = (_fault(detail, written, file, place_of, model) for detail in error.errors(include_url=False))
    first: dict[tuple[str, str | None], Fault] = {}
    for fault in faults:
        first.setdefault((fault.code, fault.key), fault)
    return tuple(first.values())


def key_text(place: Sequence[int | str]) -> str:
    """Return a place in the plan as a user would write it.

    >>> key_text(["goals", 1, "target", "at_least"])
    'goals[2].target.at_least'
    """
    text = ""
    for step in place:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def nearest_key(name: str, model: type[BaseModel], holder: dict[str, Any]) -> str | None:
    """Return the key nearest to a misspelt one among those that may still be written where it stands."""
    return nearest(name, _open_keys(model, holder, table=isinstance(holder.get(name), dict)))


def _open_keys(model: type[BaseModel], holder: dict[str, Any], *, table: bool = False) -> tuple[str, ...]:
    """Return the keys of a table that are not written already; tables below it can be written on."""
    valid = (field.alias or name for name, field in model.model_fields.items())
    free = (key for key in valid if key not in holder or (table and isinstance(holder[key], dict)))
    return tuple(key for key in free if _INSTEAD.get(key) not in holder)


def _fault(
    detail: ErrorDetails,
    written: dict[str, Any],
    file: str,
    place_of: Callable[[tuple[int | str, ...]], Sequence[int | str]],
    whole: type[BaseModel],
) -> Fault:
    steps, model = walk(detail["loc"], written, whole)
    place = place_of(tuple(steps))
    key, kind, context = key_text(place), detail["type"], detail.get("ctx", {})
    got = without_secrets(_written(detail["input"]))
    if kind == "extra_forbidden":
        name, holder = str(place[-1]), _holder(written, steps)
        table = isinstance(holder.get(name), dict)
        valid, close = _open_keys(model, holder, table=table), nearest_key(name, model, holder)
        return Fault(code="plan-unknown-key", file=file, key=key, got=name, expected=valid, nearest=close)
    if kind == "missing":
        return Fault(code="plan-missing-key", file=file, key=key)
    if kind == "union_tag_not_found":
        return Fault(code="plan-missing-key", file=file, key=f"{key}.kind")
    if kind == "union_tag_invalid":
        return _value_fault(file, f"{key}.kind", str(context["tag"]), _quoted(context["expected_tags"]))
    if kind == "literal_error":
        return _value_fault(file, key, got, _quoted(context["expected"]))
    if kind == "money":
        return Fault(code="plan-money", file=file, key=key, got=got)
    if kind == "item_repeated":
        return Fault(code="plan-item-repeated", file=file, key=key, got=str(context["item"]))
    if kind == "row_range":
        return Fault(code="plan-row-range", file=file, key=key)
    if kind in ("too_short", "string_too_short"):
        return Fault(code="plan-empty", file=file, key=key)
    if kind == "nothing_between":
        most = {"limit": f"≤ {context['highest']}"}
        return Fault(code="plan-limit", file=file, key=f"{key}.at_least", got=context["lowest"], details=most)
    if kind in _SIGNS:
        return Fault(code="plan-limit", file=file, key=key, got=got, details={"limit": _SIGNS[kind].format(**context)})
    expected = "condition" if _CONDITION in detail["loc"] and kind == "list_type" else _TYPES.get(kind, "text")
    return Fault(code="plan-wrong-type", file=file, key=key, got=got, details={"expected": expected})


def _written(given: Any) -> str:
    """Return a value as a plan writes it; nothing of tables and lists."""
    return "" if isinstance(given, dict | list) else str(given).lower() if isinstance(given, bool) else str(given)


def _holder(written: Any, steps: Sequence[int | str]) -> dict[str, Any]:
    for step in steps[:-1]:
        written = written[step]
    return dict(written)


def _value_fault(file: str, key: str, got: str, expected: tuple[str, ...]) -> Fault:
    return Fault(code="plan-value", file=file, key=key, got=got, expected=expected, nearest=nearest(got, expected))


def _quoted(text: str) -> tuple[str, ...]:
    """Return the values that pydantic lists as 'a', 'b' or 'c'."""
    return tuple(text.split("'")[1::2])


def walk(
    place: Sequence[int | str], written: dict[str, Any], whole: type[BaseModel] = WrittenPlan
) -> tuple[list[int | str], type[BaseModel]]:
    """Follow pydantic's place through the plan: the user's own steps, and the innermost table's model.

    Where a table's `kind` decides its model, pydantic's place has the kind as a step of its own; it is left out.
    """
    steps: list[int | str] = []
    model: type[BaseModel] = whole
    annotation: Any = whole
    here: Any = written
    for step in place:
        kinds = _models(annotation)
        if len(kinds) > 1 and isinstance(here, dict) and here.get("kind") == step:
            annotation = next(m for m in kinds if step in get_args(m.model_fields["kind"].annotation))
            model = annotation
            continue
        if isinstance(step, str) and _TYPE_TRIED.match(step) and _entry(here, step) is None:
            # where a value may be of several types, pydantic's place names the one that it tried
            if len(kinds) == 1 and step.startswith("dict"):
                annotation = model = kinds[0]
            continue
        steps.append(step)
        annotation = _inner(annotation, step)
        model = annotation if _is_model(annotation) else model
        here = _entry(here, step)
    return steps, model


def _entry(here: Any, step: int | str) -> Any:
    if isinstance(here, dict) and step in here:
        return here[step]
    if isinstance(here, list) and isinstance(step, int) and step < len(here):
        return here[step]
    return None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _inner(annotation: Any, step: int | str) -> Any:
    """Return the type of what stands under a key or at a position."""
    for model in _models(annotation):
        for name, field in model.model_fields.items():
            if step in (name, field.alias):
                return _plain(field.annotation)
    arguments = get_args(annotation)
    return _plain(arguments[-1]) if arguments else None


def _plain(annotation: Any) -> Any:
    """Strip Annotated and "or None" from a type."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        kept = [argument for argument in get_args(annotation) if argument is not type(None)]
        return _plain(kept[0]) if len(kept) == 1 else annotation
    return annotation


def _models(annotation: Any) -> list[type[BaseModel]]:
    if _is_model(annotation):
        return [annotation]
    if get_origin(annotation) in {Union, UnionType}:
        return [one for one in map(_plain, get_args(annotation)) if _is_model(one)]
    return []
