"""The styles and lists of a Word file: those of the template where it has them, ours where it lacks them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from importlib import resources

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from effektmatt.report.word_elements import Element, element

#: Other names that a style goes by in files that were not written by Word.
_ALSO = {f"heading {level}": f"rubrik {level}" for level in range(1, 10)}

#: Styles that every file has, by what they are the default of.
_DEFAULTS = {"normal": "paragraph", "normal table": "table"}


@cache
def own_part(name: str) -> bytes:
    """Return one of the parts of our own empty file: "styles", "numbering" or "settings"."""
    return resources.files(__package__).joinpath("templates", "word", f"{name}.xml").read_bytes()


class Styles:
    """Finds styles by name, never by id: an id follows the language of the program that wrote the file."""

    def __init__(self, styles: Element) -> None:
        self._styles = styles
        self._ids = {_name(style): _id(style) for style in styles.findall(qn("w:style"))}
        self._ours = {_name(style): style for style in parse_xml(own_part("styles")).findall(qn("w:style"))}
        self._names = {_id(style): name for name, style in self._ours.items()}

    def id_of(self, name: str) -> str:
        """Return the id of the style with a name; one that the file lacks is added."""
        key = name.lower()
        found = self._default(key) or self._ids.get(key) or self._ids.get(_ALSO.get(key, "")) or self._of_level(key)
        if found is None:
            found = self._added(key)
        self._ids[key] = found
        return found

    def _of_level(self, name: str) -> str | None:
        """Return the style of a level of headings, whatever it is called."""
        kind, _, level = name.partition(" ")
        if kind != "heading":
            return None
        for style in self._styles.findall(qn("w:style")):
            stated = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if stated is not None and stated.get(qn("w:val")) == str(int(level) - 1):
                return _id(style)
        return None

    def _added(self, name: str) -> str:
        """Add a style of ours, resting on what the file has: its own default where ours rests on the default."""
        style = deepcopy(self._ours[name])
        own = _id(style)
        taken = set(self._ids.values())
        style.set(qn("w:styleId"), own if own not in taken else f"Report{own}")
        self._ids[name] = _id(style)  # before the styles that it names, which may name it in turn
        for tag in ("basedOn", "next"):
            named = style.find(qn(f"w:{tag}"))
            if named is not None:
                named.set(qn("w:val"), self.id_of(self._names[named.get(qn("w:val"))]))
        self._styles.append(style)
        return self._ids[name]

    def _default(self, name: str) -> str | None:
        """Return the id of the style that paragraphs or tables have where nothing is said, if it is that one."""
        kind = _DEFAULTS.get(name)
        for style in self._styles.findall(qn("w:style")):
            if style.get(qn("w:type")) == kind and style.get(qn("w:default")) in ("1", "true", "on"):
                return _id(style)
        return None

    def coloured(self, names: Iterable[str], colour: str) -> None:
        """Give the text of styles another colour, where they have one."""
        wanted = {self.id_of(name) for name in names}
        for style in self._styles.findall(qn("w:style")):
            stated = style.find(f"{qn('w:rPr')}/{qn('w:color')}")
            if stated is not None and _id(style) in wanted:
                stated.set(qn("w:val"), colour.removeprefix("#").upper())

    def list_of(self, name: str) -> int | None:
        """Return the number of the list that a style itself belongs to, if it belongs to one."""
        for style in self._styles.findall(qn("w:style")):
            if _id(style) == self.id_of(name):
                stated = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
                return None if stated is None else int(stated.get(qn("w:val")))
        return None


class Lists:
    """Numbers of lists: one for all lists with bullets, one of its own for each that counts."""

    def __init__(self, numbering: Element) -> None:
        self._numbering = numbering
        ours = parse_xml(own_part("numbering"))
        first = _next(numbering, "abstractNum", "abstractNumId", default=-1)
        for place, kind in enumerate(ours.findall(qn("w:abstractNum"))):
            kind.set(qn("w:abstractNumId"), str(first + place))
            numbering.insert(place, kind)  # all kinds stand before all lists
        self._counting = first + 1
        self.bullets = self._new(first)

    def counting(self, depth: int) -> int:
        """Return the number of a new list that counts from 1, at a depth of lists within lists."""
        return self._new(self._counting, element("lvlOverride", element("startOverride", val=1), ilvl=depth))

    def _new(self, kind: int, *more: Element) -> int:
        number = _next(self._numbering, "num", "numId", default=0)
        self._numbering.append(element("num", element("abstractNumId", val=kind), *more, numId=number))
        return number


def _next(numbering: Element, tag: str, key: str, *, default: int) -> int:
    """Return the first number that is free among the kinds of lists, or the lists."""
    return 1 + max((int(one.get(qn(f"w:{key}"))) for one in numbering.findall(qn(f"w:{tag}"))), default=default)


def _id(style: Element) -> str:
    return str(style.get(qn("w:styleId")))


def _name(style: Element) -> str:
    named = style.find(qn("w:name"))
    return "" if named is None else str(named.get(qn("w:val"))).lower()
