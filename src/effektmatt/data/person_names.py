"""Cells that are names of people: a given name and a surname, whatever the column is called.

No list holds every name. So a frequent given name, or a surname that only people have, is enough; of cells that all
look like a given name and a surname one such name is enough for all. Names of schools, streets, clinics and districts,
which look like a person's, are told by their other words.
"""

from __future__ import annotations

import re
from collections.abc import Collection

#: Given names that are frequent in Sweden, of all ages and several languages; none that is a place or a group's letter.
_GIVEN = frozenset(
    """
    agneta ahmed aino alexander alexandra ali alice alva amanda amina amir anders andreas anita ann anna anna-karin
    anna-lena anne annelie annette annika anton arne arvid astrid axel barbro bengt birgitta björn bo britt
    britt-marie camilla carina carl carl-johan cecilia charlotte christer christian christina christoffer daniel
    david dennis ebba elias elin elisabeth elizabeth ella elsa emelie emil emily emma erik erika eva eva-lena
    evelina fatima felix filip fredrik frida gabriel george gerd greta gun gunilla gunnar gustav göran hanna hans
    harry hassan helen helena henrik hugo hussein håkan ibrahim ida inga inger ingrid irene isabella isak jack jakob
    james jan janne jennifer jenny jens jessica joakim johan johanna john jonas jonathan josefin josefine joseph
    julia karin karl karl-erik katarina kenneth kent kerstin kjell klara kristian kristina kristoffer lars lars-erik
    leif lena lennart leo liam lina linda linn linnea lisa lisbeth lotta louise lovisa lucas ludvig maja malin
    marcus margareta maria marianne marie markus martin mary maryam matilda mats mattias max melker mia michael
    mikael moa mohamed mohammad mohammed mona monica monika muhammad mustafa märta nils ninni nora oliver olivia
    olle olof omar oscar oskar patricia patrik per per-erik pernilla peter petra pia pär rasmus rebecka richard
    robert robin roger rolf ronja rune sandra sanna sara sarah simon siv sofia sofie staffan stefan sten stig stina
    sune susan susanne sven svetlana tereza therese thomas tobias tomas tommy tove tuva ulf ulla ulla-britt ulrika
    urban vera veronica viktor viktoria vilhelm william wilma yasmin yngve yusuf yvonne zahra zainab åke åsa örjan
    """.split()  # noqa: SIM905 -- names are read as a text
)
_SURNAME = re.compile(r"\w+(?:sson|sdotter|qvist|kvist|ovi[cć]|zadeh|oglu|oğlu)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_BETWEEN = frozenset({"von", "af", "av", "de", "la", "van", "al", "el", "der"})
#: Words that people are not called, but places, schools, rooms and streets that bear their names.
_OF_UNITS = re.compile(
    r"\w*(?:gymnasie?t?|gymnasium|skola|skolan|gård|gården|gatan|torget|kliniken|hemmet|huset|församling|kyrka|kyrkan"
    r"|stiftelsen?|avdelning|enheten?|förskola|förskolan|ab|kommun|centrum|center|school|college|hospital|clinic|grupp|team|lag|klass|group|class)",
    re.IGNORECASE,
)
#: "Norra Hisingen", "Sankt Lars", "Lilla Edet": first words that people are not called, but districts and towns.
_OF_PLACES = frozenset(
    """
    norra södra östra västra nya gamla stora lilla övre nedre inre yttre mellersta centrala sankt
    north south east west new old upper lower greater central saint
    """.split()  # noqa: SIM905 -- as above
)
_OF_PEOPLE = re.compile(
    r"(?:hand(?:ledare|läggare)|coach|mentor|lärare|kontaktperson|ansvarig|utbildare|kursledare|gruppledare|chef"
    r"|rekryterare|konsulent|teacher|tutor|manager|supervisor|contact|trainer|case ?worker)[ns]?"
    r"(?:[ _-]?namn|[ _-]?name)?",
    re.IGNORECASE,
)
# Of the cells, so many must be names of people before the column is taken for a list of them.
_PART = 0.5
# Two cells may be anything that groups are called; so many given names and nothing else are people, and so are so many
# names of which one is known.
_FEWEST = 3


def are_people(column: str, texts: Collection[str]) -> bool:
    """Say whether the different cells of a column are names of people.

    >>> are_people("handledare", ["Eva Lind", "Bo Ek", "Aisha Warsame"])
    True
    >>> are_people("grupp", ["Zoltan Szekely", "Ngozi Adeyemi", "Eva Lind", "Tuomas Rautio"])
    True
    >>> are_people("skola", ["Anna Whitlocks gymnasium", "Eva-kliniken", "Norra Real"])
    False
    """
    if len(texts) < 2:
        return False
    named = [words for words in map(_given_and_surname, texts) if words]
    known = len(named) if _OF_PEOPLE.fullmatch(column.strip()) else sum(map(_is_known, named))
    if known > _PART * len(texts) or (known and len(named) > _PART * len(texts) and len(texts) >= _FEWEST):
        return True
    return len(texts) >= _FEWEST and all(text.casefold() in _GIVEN for text in texts)


def _given_and_surname(text: str) -> list[str]:
    """Return the words of a cell that looks like a person's name, given name first; none where it looks otherwise."""
    last, comma, first = text.partition(",")
    words = (f"{first} {last}" if comma else text).split()
    named = [word for word in words if word.casefold() not in _BETWEEN]
    if not 2 <= len(named) <= 4 or not all(_WORD.fullmatch(word) and word[0].isupper() for word in named):
        return []
    if any(_OF_UNITS.fullmatch(word) for word in named) or any(word.isupper() for word in named[1:]):
        return []
    return [] if named[0].casefold() in _OF_PLACES else named


def _is_known(named: list[str]) -> bool:
    return named[0].casefold() in _GIVEN or _SURNAME.fullmatch(named[-1]) is not None
