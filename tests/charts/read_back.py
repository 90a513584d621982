"""Reads values back from drawn charts."""

import re

import pytest
from matplotlib.patches import PathPatch

from charts.made import text_boxes


def number(text):
    return float(re.sub(r"[^\d,−-]", "", text.split("(")[0]).replace(",", ".").replace("−", "-"))


def boxes(chart, fill):
    """Return left, upper, right and lower edge in millimetres of every shape of a colour, in drawing order."""
    found = []
    for patch in chart.figure.findobj(PathPatch):
        if patch.get_facecolor()[:3] == pytest.approx(rgb(fill)) and patch.get_facecolor()[3]:
            corners = patch.get_path().vertices
            found.append((*corners.min(axis=0), *corners.max(axis=0)))
    return found


def rgb(colour):
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))


def middle_of(name, text):
    return next((left + right) / 2 for found, left, _, right, _ in text_boxes(name) if found == text)
