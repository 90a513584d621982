"""What a small sample of numbers without an end may lack: values so rare and high that they move the mean.

Three people in a hundred who are away for 300 days add nine days to the mean, and of forty people none of them is seen
three times in ten. Nothing in those forty tells of it: no interval can, and only more numbers do.
"""

from __future__ import annotations

from effektmatt.core import AnswerCounts, Note

#: The note that rare high values may be unseen; its number of the smallest wave, and how many would be enough.
UNSEEN = "rare-values-unseen"
#: From so many on, what 3 in 100 have is missing from fewer than one sample in ten: 0.97 ** 80 is 0.09.
ENOUGH_TO_SEE = 80
#: Numbers of which some are less than this part of their mean begin near nought, and have no end that anybody sees.
NEAR_NOUGHT = 0.5


def unseen_values(*waves: AnswerCounts) -> tuple[Note, ...]:
    """Return the note that rare high values may be unseen, where numbers begin near nought and are few.

    Where the lowest is far from nought (blood pressure, height), numbers many times the mean are no part of their kind.

    The share of which nothing is seen in n: after Hanley & Lippman-Hand 1983, JAMA 249:1743-1745.

    >>> days = AnswerCounts(levels=[0, 2, 9], counts=[20, 15, 5])
    >>> [dict(note.values) for note in unseen_values(days)]
    [{'n': 40, 'enough': 80}]
    >>> unseen_values(AnswerCounts(levels=[110, 120, 150], counts=[10, 20, 10]))
    ()
    """
    fewest = min((one for one in waves if _begins_near_nought(one)), key=lambda one: one.n, default=None)
    if fewest is None or fewest.n >= ENOUGH_TO_SEE:
        return ()
    return (Note(code=UNSEEN, values={"n": fewest.n, "enough": ENOUGH_TO_SEE}),)


def _begins_near_nought(numbers: AnswerCounts) -> bool:
    if not numbers.n:
        return False
    lowest = float(numbers.levels[0])
    return 0 <= lowest <= NEAR_NOUGHT * float(numbers.counts @ numbers.levels) / numbers.n
