"""The parts of a packed file (Word, Excel), unpacked no further than a computer has room for."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree as ET

from effektmatt.data.file_kinds import UNREADABLE_ZIP
from effektmatt.data.opening import LARGEST
from effektmatt.errors import Fault, InputFaults

_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def unreadable(file: str) -> InputFaults:
    """Return the fault that a finished file cannot be read."""
    return InputFaults([Fault(code="verify-unreadable", file=file)])


def unpacked(content: bytes, file: str) -> Mapping[str, bytes]:
    """Return every part of an archive by its name.

    Raises
    ------
    InputFaults
        "verify-unreadable" where it is no archive or a damaged one, "verify-too-large" where it would grow without end.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > LARGEST:
                raise InputFaults([Fault(code="verify-too-large", file=file, details={"most": LARGEST // 1_000_000})])
            return {one.filename: archive.read(one) for one in archive.infolist()}
    except UNREADABLE_ZIP as error:
        if isinstance(error, InputFaults):
            raise
        raise unreadable(file) from error


def tree_of(xml: bytes, file: str) -> ET.Element:
    """Return the elements of a part; one that declares entities, which no office program does, is refused."""
    if _ENTITIES.search(xml):
        raise unreadable(file)
    try:
        return ET.fromstring(xml)  # noqa: S314 - without entities there is nothing that grows
    except ET.ParseError as error:
        raise unreadable(file) from error


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def said(element: ET.Element, name: str) -> str:
    """Return what an attribute says, whatever its namespace; "" where it is not there."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def targets(parts: Mapping[str, bytes], relations: str, file: str) -> dict[str, str]:
    """Return what the relations of a part lead to, by their ids."""
    if relations not in parts:
        return {}
    return {said(one, "Id"): said(one, "Target") for one in tree_of(parts[relations], file)}
