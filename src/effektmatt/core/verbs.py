"""What every verb of the front door shares: the language that it speaks, and what it says of what it cannot take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from numbers import Integral, Real
from typing import Any, ParamSpec, TypeVar

from effektmatt.core.settings import Hide
from effektmatt.errors import InputFaults
from effektmatt.speech import known, told_in

#: What a number is, numpy's own among them.
_NUMBERS: dict[type, type] = {int: Integral, float: Real}
#: What the types are called in plain words.
_CALLED: dict[type, str] = {int: "a whole number", float: "a number", str: "text", list: "a list", tuple: "a list"}

P = ParamSpec("P")
T = TypeVar("T")

Day = dt.date | str


def speaks(verb: Callable[P, T]) -> Callable[P, T]:
    """Let a verb's results and faults speak the language that it is given as `language`."""

    @wraps(verb)
    def speaking(*given: P.args, **named: P.kwargs) -> T:
        asked: Any = named.get("language")
        if (language := known(asked)) is None:
            return verb(*given, **named)
        try:
            return told_in(language, verb(*given, **named))
        except InputFaults as faults:
            raise InputFaults(faults.faults, language=language) from None

    return speaking


def expect(name: str, value: object, of: type | tuple[type, ...], example: str) -> None:
    """Refuse a value of another type than the one that is meant; a yes or no is no number.

    >>> expect("top", "2", int, "2")
    Traceback (most recent call last):
    TypeError: top must be a whole number, such as 2; got str '2'
    """
    kinds = of if isinstance(of, tuple) else (of,)
    if isinstance(value, bool) or not isinstance(value, tuple(_NUMBERS.get(one, one) for one in kinds)):
        wanted = " or ".join(dict.fromkeys(_CALLED.get(one, _with_article(one.__name__)) for one in kinds))
        raise TypeError(f"{name} must be {wanted}, such as {example}; got {type(value).__name__} {value!r:.80}")


def _with_article(name: str) -> str:
    return f"an {name}" if name[0] in "AEIOU" else f"a {name}"


def expect_shared(*, level: object, hide: object, population: object = None) -> None:
    """Refuse what no verb can take of what many of them take."""
    expect("level", level, float, "0.95")
    if hide is not None:
        expect("hide", hide, Hide, "Hide(means=5, distributions=8)")
    if population is not None:
        expect("population", population, int, "140")
        if int(str(population)) < 0:
            raise ValueError(f"population must be a number of people; got {population}")


def as_day(name: str, value: Any) -> dt.date:
    """Return a day, given as a date, a date with a time, or ISO text.

    >>> as_day("as_of", "2013-05-31"), as_day("as_of", dt.datetime(2013, 5, 31, 12))
    (datetime.date(2013, 5, 31), datetime.date(2013, 5, 31))
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if hasattr(value, "astype"):  # numpy's days
        value = str(value.astype("datetime64[D]"))
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        wrong = TypeError if not isinstance(value, str) else ValueError
        raise wrong(f'{name} is a day, given as "2013-05-31" or a date; got {value!r}') from None
