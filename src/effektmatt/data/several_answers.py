"""Questions that may have several answers: one cell with all of them, or a column for each, become yes and no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from effektmatt.data.text import TEXT
from effektmatt.data.values import cell_text, folded

#: What the cells of an answer say, by the plan's language: that somebody who answered did not choose it, or did.
_WORDS = {"sv": ("nej", "ja"), "en": ("no", "yes")}
#: What stands in the column of an answer that was not chosen, beside nothing at all.
_NOT = frozenset({"0", "nej", "no", "n", "false", "falskt", "not selected"})


def words_of(language: str) -> list[str]:
    """Return what the cells of an answer say in a language: that it was not chosen, and that it was.

    >>> words_of("sv")
    ['nej', 'ja']
    """
    return list(_WORDS[language])


def apart(question: str, answer: str) -> str:
    """Return what the column of one answer to a question is called, as survey tools call it.

    >>> apart("Kanaler", "Telefon")
    'Kanaler/Telefon'
    """
    return f"{question}/{answer}"


def answers_in(text: str, separator: str, options: Sequence[str] = ()) -> list[str]:
    """Return the answers in a cell that holds several.

    Parameters
    ----------
    text
        The cell.
    separator
        What stands between answers; " " is any white space.
    options
        The answers that there are: those that hold the separator are then found whole.

    >>> answers_in("Telefon;E-post;", ";"), answers_in("telefon etjanst", " ")
    (['Telefon', 'E-post'], ['telefon', 'etjanst'])
    >>> answers_in("Kaffe, te eller vatten, Frukt", ",", ["Kaffe, te eller vatten", "Frukt"])
    ['Kaffe, te eller vatten', 'Frukt']
    """
    pieces = _pieces(text, separator)
    known = {_joined(_pieces(option, separator), separator): option for option in options}
    found: list[str] = []
    while pieces:
        sizes = range(len(pieces), 0, -1)
        n = next((size for size in sizes if _joined(pieces[:size], separator) in known), 1)
        found.append(known.get(_joined(pieces[:n], separator), pieces[0]))
        pieces = pieces[n:]
    return [answer for answer in found if answer]


def _pieces(text: str, separator: str) -> list[str]:
    return text.split() if separator.isspace() else [piece.strip() for piece in text.split(separator)]


def _joined(pieces: Sequence[str], separator: str) -> str:
    return folded(separator.join(pieces))


def answers_given(cells: Iterable[pd.Series[str]], separator: str, options: Sequence[str] = ()) -> Counter[str]:
    """Count how many gave each answer, in the most frequent spelling.

    >>> answers_given([pd.Series(["A;B;", "a", None])], ";").most_common()
    [('A', 2), ('B', 1)]
    """
    times, spelled = Counter[str](), Counter[str]()
    for column in cells:
        for text, rows in column.dropna().value_counts().items():
            once: dict[str, str] = {}
            for answer in answers_in(cell_text(text), separator, options):
                once.setdefault(folded(answer), answer)
            times.update(dict.fromkeys(once, int(rows)))
            spelled.update(dict.fromkeys(once.values(), int(rows)))
    shown: dict[str, str] = {}
    for answer, _ in spelled.most_common():
        shown.setdefault(folded(answer), answer)
    return Counter({shown[answer]: n for answer, n in times.items()})


def from_one_cell(
    cells: pd.Series[str],
    answers: Iterable[str],
    separator: str,
    options: Sequence[str] = (),
    *,
    language: str = "sv",
) -> dict[str, pd.Series[str]]:
    """Return a column of yes and no for each of some answers; an empty cell is nobody's answer to any.

    >>> told = from_one_cell(pd.Series(["A;B;", "b", None]), ["A", "B"], ";")
    >>> {answer: column.tolist() for answer, column in told.items()}
    {'A': ['ja', 'nej', nan], 'B': ['ja', 'ja', nan]}
    """
    no, yes = words_of(language)
    codes, different = pd.factorize(cells)
    given = [{folded(answer) for answer in answers_in(cell_text(text), separator, options)} for text in different]

    def of(answer: str) -> pd.Series[str]:
        told = [yes if folded(answer) in one else no if one else None for one in given]
        return pd.Series([told[code] if code >= 0 else None for code in codes], index=cells.index, dtype=TEXT)

    return {answer: of(answer) for answer in answers}


def from_columns(columns: Mapping[str, pd.Series[str]], *, language: str = "sv") -> dict[str, pd.Series[str]]:
    """Return a question that stands in a column for each answer as yes and no; empty in all is no answer.

    >>> told = from_columns({"A": pd.Series(["1", "0", None]), "B": pd.Series([None, "1", None])})
    >>> {answer: column.tolist() for answer, column in told.items()}
    {'A': ['ja', 'nej', nan], 'B': ['nej', 'ja', nan]}
    """
    no, yes = words_of(language)
    answered = pd.concat([column.notna() for column in columns.values()], axis=1).any(axis=1)

    def of(cells: pd.Series[str]) -> pd.Series[str]:
        refused = cells.isna() | cells.isin([cell for cell in cells.dropna().unique() if folded(cell) in _NOT])
        return pd.Series(yes, index=cells.index, dtype=TEXT).mask(refused, no).where(answered)

    return {answer: of(cells) for answer, cells in columns.items()}
