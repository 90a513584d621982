"""Published cubes of numbers as rows: one column for each dimension, and the value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from effektmatt.data.raw_tables import KnownColumn

#: The column of the numbers.
VALUE = "value"
#: Appended to a dimension's name: the column of its codes, where they are others than the labels.
CODE = " (kod)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """What a cube is divided by.

    Parameters
    ----------
    name
        What it is called.
    codes, labels
        Its values, in the publisher's order.
    total
        The label of the value that stands for all the others together, where the publisher says so.
    """

    name: str
    codes: Sequence[str]
    labels: Sequence[str]
    total: str | None = None

    @property
    def has_codes(self) -> bool:
        """Whether the codes tell more than the labels."""
        return list(self.codes) != list(self.labels)

    @property
    def headings(self) -> list[str]:
        """The columns that it makes."""
        return [self.name, f"{self.name}{CODE}"] if self.has_codes else [self.name]

    @property
    def cells(self) -> list[list[str]]:
        """What stands in its columns for each of its values."""
        pairs = zip(self.labels, self.codes, strict=True)
        return [[label, code] if self.has_codes else [label] for label, code in pairs]

    @property
    def known(self) -> KnownColumn:
        """What is known of its column: its answers in order, and which of them is the total."""
        return KnownColumn(label=self.name, answers={label: label for label in self.labels}, total=self.total)


def about(contents: str, unit: str) -> KnownColumn:
    """Return what is known of the values: what they are numbers of, and in which unit."""
    return KnownColumn(label=contents or None, unit=unit or None)


def set_apart(labels: Sequence[str], codes: Sequence[str]) -> list[str]:
    """Return labels that differ: those that stand twice get their codes.

    >>> set_apart(["Vård", "Skola", "Vård"], ["1", "2", "3"])
    ['Vård (1)', 'Skola', 'Vård (3)']
    """
    times = Counter(labels)
    return [f"{label} ({code})" if times[label] > 1 else label for label, code in zip(labels, codes, strict=True)]


def as_rows(dimensions: Sequence[Dimension], values: Sequence[str]) -> list[list[str]]:
    """Return headings and rows of a cube whose values stand in order, the last dimension varying fastest.

    >>> sex = Dimension(name="kön", codes=["1", "2"], labels=["män", "kvinnor"])
    >>> as_rows([sex, Dimension(name="år", codes=["2024"], labels=["2024"])], ["5", "7"])
    [['kön', 'kön (kod)', 'år', 'value'], ['män', '1', '2024', '5'], ['kvinnor', '2', '2024', '7']]
    """
    headings = [heading for dimension in dimensions for heading in dimension.headings]
    return [[*headings, VALUE], *_rows(dimensions, values)]


def _rows(dimensions: Sequence[Dimension], values: Sequence[str]) -> Iterator[list[str]]:
    for cells, value in zip(product(*(dimension.cells for dimension in dimensions)), values, strict=True):
        yield [*(text for cell in cells for text in cell), value]
