"""What the names of files, sheets and tables say: which wave, and what is left of them as a name in the plan."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

#: Words in the names of files that say a wave: the id in the plan, and what says it.
_WORDS = {
    "before": r"före|fore|innan|before|pre(?:[ _-]?test)?|baslinje|baseline|nuläge|nulage"
    r"|(?:för|for)(?:mätning|matning|test|enkät|enkat)|start(?:mätning|matning|enkät|enkat)?|inskrivning",
    "after": r"efter|after|post(?:[ _-]?test)?|(?:av)?slut|end|utskrivning"
    r"|(?:efter|slut)(?:mätning|matning|test|enkät|enkat)",
    "followup": r"uppföljning|uppfoljning|followup|follow[ _-]up|uppf",
}
#: Where those stand in time.
ORDER = {"before": 0, "after": 2, "followup": 3}
_NUMBERED = re.compile(r"(?:^|[\W_])(?:t|våg|vag|wave|mätning|matning|omgång|omgang|round|m)[ _-]?(\d)(?=$|[\W_])")
_SEASON = re.compile(
    r"(?:^|[\W_])(vt|ht|vår(?:en)?|var|höst(?:en)?|host|spring|autumn|fall)[ _-]?((?:20)?\d\d)(?=$|[\W_])"
)
_YEAR_SEASON = re.compile(r"(20\d\d)[ _-]?(vt|ht|vår|var|höst|host|spring|autumn|fall)(?=$|[\W_])")
_DAY = re.compile(r"(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)(?:[-_ t]\d\d(?:[-_.:]\d\d){1,2})?")
#: "2024-2025", "2024/25": a school year, or what a file reaches over.
_YEARS = re.compile(r"(?<!\d)(20\d\d)\s?[-–_/]\s?((?:20)?\d\d)(?!\d|[-_.]\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_AUTUMN = ("ht", "höst", "hösten", "host", "autumn", "fall")
#: What exports add to a name: "(1-42)", "(svar) - Formulärsvar 1", "_-_all_versions_-_labels", "March 3, 2024_10.15",
#: "3 mars 2024_10.15", "survey771203".
NOISE = re.compile(
    r"\([\d\s-]+\)|_-_(?:all_versions|latest_version)_-_[^.]*?(?=\s|$)"
    r"|\((?:svar|responses)\)(?: - (?:formulärsvar|form responses) \d+)?"
    r"|\d{1,2}[ +_](?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
    r"[ +_]20\d\d(?=[ +_]\d{1,2}[.:]\d\d)"
    r"|(?<=survey)[ _-]?\d{5,}"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"[ +_]\d{1,2},[ +_]20\d\d|(?<![\d.])\d{1,2}[.:]\d\d(?![\d.])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWave:
    """A wave: its id in the plan, what it is called (None: as the id says), its days as far as dates tell.

    `guess` is the code of why it was guessed.
    """

    name: str
    label: str | None = None
    first: date | None = None
    last: date | None = None
    place: float = 0.0
    guess: str | None = None


def plain_name(text: str) -> str:
    """Return a name as a key of the plan: lower case, a to z, digits and "_".

    >>> plain_name("Enkät före (1-42)"), plain_name("2024 års närvaro")
    ('enkat_fore_1_42', 't_2024_ars_narvaro')
    """
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    name = cut_name(re.sub(r"[^a-z0-9]+", "_", letters).strip("_"), 40) or "data"
    return f"t_{name}" if name[0].isdigit() else name


def cut_name(name: str, longest: int) -> str:
    """Return a key of the plan no longer than so many letters, cut between words.

    >>> cut_name("hur_nojd_ar_du_med_foljande", 24), cut_name("v", 24)
    ('hur_nojd_ar_du_med', 'v')
    """
    if len(name) <= longest:
        return name
    return (name[: longest + 1].rpartition("_")[0] or name[:longest]).strip("_")


def wave_in(text: str) -> tuple[FoundWave | None, str]:
    """Return the wave that a name says, and what is left of the name."""
    for name, words in _WORDS.items():
        found = re.search(rf"(?:^|(?<=[\W_])|(?<=[a-zåäö]))({words})[ _-]?\d?(?=$|[\W_])", text)
        if found and (found.start() == 0 or not text[found.start() - 1].isalpha() or found[1] in _LONG):
            return FoundWave(name=name, place=ORDER[name]), text[: found.start()] + " " + text[found.end() :]
    if found := _NUMBERED.search(text):
        return FoundWave(name=f"t{found[1]}", place=float(found[1])), text[: found.start()] + " " + text[found.end() :]
    season, year = (_SEASON.search(text), None), _YEAR_SEASON.search(text)
    if season[0] or year:
        match = season[0] or year
        assert match is not None
        when, number = (match[1], match[2]) if season[0] else (match[2], match[1])
        whole = int(number) if len(number) == 4 else 2000 + int(number)
        late = when in _AUTUMN
        name = f"{'host' if late else 'var'}_{whole}"
        rest = text[: match.start()] + " " + text[match.end() :]
        return FoundWave(name=name, label=match[0].strip(" _-."), place=whole + (0.75 if late else 0.25)), rest
    if (match := _YEARS.search(text)) and int(match[2]) % 100 == int(match[1]) % 100 + 1:
        rest = text[: match.start()] + " " + text[match.end() :]
        first = int(match[1])
        return FoundWave(name=f"y{first}_{first + 1}", label=f"{first}-{first + 1}", place=first + 0.5), rest
    for pattern in (_DAY, _YEAR):
        if match := pattern.search(text):
            rest = text[: match.start()] + " " + text[match.end() :]
            if pattern is _YEAR:
                return FoundWave(name=f"y{match[1]}", label=match[1], place=float(match[1])), rest
            day = "-".join(match.groups())
            place = year_part(date.fromisoformat(day))
            return FoundWave(name=f"d{day.replace('-', '')}", label=day, place=place), rest
    return None, text


def wave_of(text: str) -> FoundWave | None:
    """Return the wave that a text names ("Före", "T2", "2024"); None where it names none.

    >>> [wave.name for text in ("Före", "mätning 2", "hösten 2024") if (wave := wave_of(text))]
    ['before', 't2', 'host_2024']
    """
    return wave_in(unicodedata.normalize("NFC", text).casefold())[0]


#: Words long enough to be seen at the end of another ("enkätefter" is one, "recept" is none).
_LONG = frozenset({"före", "efter", "innan", "before", "after", "uppföljning", "uppfoljning", "followup", "baseline"})


def year_part(day: date) -> float:
    """Return a day as a year and a part of one."""
    return day.year + (day.timetuple().tm_yday - 1) / 366
