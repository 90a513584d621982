"""Which way is better, as far as words say it: few sick days and little worry are good."""

from __future__ import annotations

import re

#: What is better the less there is of it.
_LOW = re.compile(
    r"stress|\boro\b|\borolig|ängsl|ångest|nedstämd|deprim|utmatt|trött|\bensam|\brädd|otrygg|osäker|\bsvårt\b|svårighet"
    r"|\bbrist|\bsaknar\b|problem|konflikt|mobb|kränk|trakass|diskrimin|\bhot\b|\bhotad|våld|smärt|värk|\bont\b|besvär"
    r"|sjuk|frånvaro|avhopp|vänt[ea]|kötid|arbetslös|klagomål|olyck|skador|missnöj|försen|\bfel\b|återfall"
    r"|anxi|worr|depress|exhaust|tired|lonel|afraid|unsafe|difficult|\black|problem|conflict|bull(?:y|ied)|harass"
    r"|discriminat|threat|violen|\bpain|sick|absen|drop-?out|waiting|unemploy|complaint|accident|injur|dissatisf|delay"
    r"|\berrors?\b",
    re.IGNORECASE,
)
#: Words that turn such a word round.
_TURNED = re.compile(
    r"\b(?:inte|ej|sällan|aldrig|utan|fri från|slipper|minska|hantera|not|never|rarely|seldom|without|free from|handle|"
    r"cope|nöjd|trygg|hjälp|stöd|support|help)\w*\b",
    re.IGNORECASE,
)


def low_is_good(text: str) -> bool:
    """Say whether a text names something that is better the less there is of it.

    >>> [low_is_good(text) for text in ("Jag känner mig stressad", "Sjukdagar", "Jag är sällan orolig", "Jag trivs")]
    [True, True, False, False]
    """
    return _LOW.search(text) is not None and _TURNED.search(text) is None
