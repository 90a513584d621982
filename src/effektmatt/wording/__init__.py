"""Findings in words and numbers, in Swedish and English.

The sentences stand in the .ftl files of this folder, one per theme and language; nothing else in effektmatt
holds text that an evaluator reads.
"""

from effektmatt.wording.language import HIDDEN, MISSING, Words, words
from effektmatt.wording.messages import WordingError
from effektmatt.wording.text_table import TextTable

__all__ = ["HIDDEN", "MISSING", "TextTable", "WordingError", "Words", "words"]
