"""Tell the language of a text by its letters and its smallest words; offline, no model."""

import re
from functools import cache
from typing import Final

from flows.read.reader_words import reader_words
from flows.read.report import Language

_SAMPLE: Final = 1_500
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE_LETTERS = frozenset("ăằắẳẵặâầấẩẫậđêềếểễệôồốổỗộơờớởỡợưừứửữựạảẹẻẽỉịọỏụủũỷỹỵĩ")


def find_language(folded: str) -> Language:
    """Return `vi`, `en`, `ko`, or `other` for anything else (and for what has too few words to tell)."""
    words = _WORD.findall(folded[:_SAMPLE])
    if not words:
        return "other"
    if sum(1 for word in words if "가" <= word[0] <= "힣") > 0.3 * len(words):
        return "ko"
    # A list of names or of headlines may lack the small words; an English text may name many Vietnamese.
    if sum(1 for word in words if not _VIETNAMESE_LETTERS.isdisjoint(word)) > 0.4 * len(words):
        return "vi"
    vietnamese, english = _small_words()
    n_vietnamese = sum(1 for word in words if word in vietnamese)
    n_english = sum(1 for word in words if word in english)
    if max(n_vietnamese, n_english) < 0.08 * len(words):
        return "other"
    return "vi" if n_vietnamese >= n_english else "en"


@cache
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(reader_words().small_vi), frozenset(reader_words().small_en)
