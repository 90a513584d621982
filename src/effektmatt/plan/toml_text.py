"""Values and tables of a plan as text; the standard library reads TOML but writes none, and a plan has comments."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

_BARE = re.compile(r"[A-Za-z0-9_-]+")
#: Where comments stand, if the line is not longer.
_COMMENTS = 45
#: A list or table longer than this is written with one value on each line.
_LONG = 110


def toml_key(name: str) -> str:
    r"""Return a name as a key: in quotes where it holds more than letters from a to z, digits, "_" and "-".

    >>> toml_key("kod"), toml_key("Kön"), toml_key('"så"')
    ('kod', '"Kön"', '"\\"så\\""')
    """
    return name if _BARE.fullmatch(name) else toml_value(name)


def toml_value(value: object) -> str:
    """Return a value on one line.

    >>> toml_value({"where": {"intyg": "ja"}, "at_least": 0.8})
    '{ where = { intyg = "ja" }, at_least = 0.8 }'
    """
    match value:
        case bool():
            return str(value).lower()
        case Mapping():
            return "{ " + ", ".join(f"{toml_key(str(key))} = {toml_value(one)}" for key, one in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(toml_value, value)) + "]"
        case date():
            return value.isoformat()
        case int() | float():
            return f"{value:g}" if isinstance(value, float) and not value.is_integer() else str(value)
        case _:
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_line(name: str, value: object, comment: str | None = None) -> str:
    """Return a key with its value, and a comment after it.

    >>> toml_line("kind", "survey", "gissat")
    'kind = "survey"                              # gissat'
    """
    written = f"{toml_key(name)} = {toml_value(value)}"
    if isinstance(value, list) and len(written) > _LONG:
        lines = "".join(f"    {toml_value(one)},\n" for one in value)
        written = f"{toml_key(name)} = [\n{lines}]"
    return written if comment is None else f"{written.ljust(_COMMENTS - 1)} # {comment}"


def commented(text: str) -> str:
    """Return text of which every line is a comment."""
    return "\n".join(f"# {line}" if line else "#" for line in text.splitlines())
