"""What a table of data holds, in words: a row for each column, and what there is to think of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.data.descriptions import DescribedColumn, Description
    from effektmatt.wording.language import Words

#: So many different values are printed; all of them stand in `--json`.
_SHOWN = 8


def description_title(description: Description, words: Words) -> str:
    """Return which table it is, and how large."""
    name = description.file or words.say("describe-frame")
    if description.sheet is not None:
        name = words.say("describe-sheet", file=name, sheet=description.sheet)
    return words.say("describe-title", name=name, rows=description.rows, columns=len(description.columns))


def description_table(description: Description, words: Words) -> TextTable:
    """Return a row for each column: what it holds, how much of it, which values."""
    say = words.say
    return table_of(
        description.columns,
        Column("describe", lambda one: _name(one, words), name=say("describe-column")),
        Column("describe", lambda one: say(f"describe-kind-{one.kind}"), numeric=False, name=say("describe-holds")),
        Column("describe", lambda one: words.count(one.filled), name=say("describe-filled")),
        Column("describe", lambda one: words.count(one.missing), name=say("describe-missing")),
        Column("describe", lambda one: words.count(one.different), name=say("describe-different")),
        Column("describe", lambda one: _values(one, words), numeric=False, name=say("describe-values")),
        caption=description_title(description, words),
        words=words,
    )


def description_remarks(description: Description, words: Words) -> Iterator[str]:
    """Yield what to think of: what is personal, and what cannot be seen from the values."""
    from effektmatt.data.descriptions import ColumnKind

    numbers = [one.name for one in description.columns if one.kind is ColumnKind.PERSONAL_NUMBER]
    personal = [one.name for one in description.columns if one.kind.is_personal and one.name not in numbers]
    guessed = [one.name for one in description.columns if one.answers is not None and not one.answers.sure]
    for code, columns in (("personal-number", numbers), ("personal", personal), ("guessed-order", guessed)):
        if columns:
            yield words.say(f"describe-{code}", columns=words.joined(columns))


def _name(column: DescribedColumn, words: Words) -> str:
    if column.label and column.label != column.name:
        return words.say("describe-named", name=column.name, label=column.label)
    return column.name


def _values(column: DescribedColumn, words: Words) -> str:
    """Return the values with how often each occurs, or the lowest and the highest; nothing that may not be shown."""
    say = words.say
    if column.kind.is_hidden:
        return say("describe-not-shown")
    if column.low is not None and column.high is not None:
        return say("describe-from-to", low=column.low, high=column.high)
    none = column.answers.not_answers if column.answers else ()
    real = [say("describe-value", value=value, n=n) for value, n in column.counts if value not in none]
    shown = real if column.answers else real[:_SHOWN]
    told = [*shown, *([say("describe-more", n=len(real) - len(shown))] if len(real) > len(shown) else [])]
    if none:
        values = "; ".join(say("describe-value", value=value, n=n) for value, n in column.counts if value in none)
        told.append(say("describe-no-answers", values=values))
    return "; ".join(told)
