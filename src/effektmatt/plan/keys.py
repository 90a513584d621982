"""What every table and key of a plan means, for those who write plans: the texts of keys.sv.toml and keys.en.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from effektmatt.plan.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a table of the plan means ("" for what several have in common), and what its keys do."""

    means: str
    keys: Mapping[str, str]


def described(model: type[Table], language: str = "sv") -> Described:
    """Return what a table means, and each of its keys, those that it has in common with others too.

    Parameters
    ----------
    model
        A model of the plan.
    language
        "sv" or "en".

    Raises
    ------
    KeyError
        If the table or one of its keys is not described.

    Examples
    --------
    >>> from effektmatt.plan.kinds.register import Register
    >>> about = described(Register, "en")
    >>> about.means
    'A register: every row is a person, a workplace or some other thing that is counted.'
    >>> about.keys["label"]
    'What the source is called in the report. Without it the name of the table is used.'
    """
    texts = written(language)
    keys = {key: texts[describer(model, key, texts)].keys[key] for key in keys_of(model)}
    return Described(means=texts[model.__name__].means, keys=keys)


def models() -> dict[str, type[Table]]:
    """Return the models of all tables, and of what several tables have in common, by their names."""
    import effektmatt.plan.written  # noqa: F401 -- defines them all

    return {model.__name__: model for model in _below(Table)}


def keys_of(model: type[Table]) -> tuple[str, ...]:
    """Return a table's keys as a plan writes them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


@cache
def written(language: str) -> Mapping[str, Described]:
    """Return the texts of one language as its file holds them, by the name of the model."""
    tables = tomllib.loads(files("effektmatt.plan").joinpath(f"keys.{language}.toml").read_text(encoding="utf-8"))
    return {name: Described(means=table.get("means", ""), keys=table["keys"]) for name, table in tables.items()}


def describer(model: type[Table], key: str, texts: Mapping[str, Described]) -> str:
    """Return the name of the model whose text describes a key: the table's own, else the nearest that it builds on.

    Raises
    ------
    KeyError
        If none does.
    """
    for one in model.__mro__:
        if one.__name__ in texts and key in texts[one.__name__].keys:
            return one.__name__
    raise KeyError(f"{model.__name__}.{key}")


def _below(model: type[Table]) -> Iterator[type[Table]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)
