"""Read the year of an event from its own sentence: "Diễn đàn … 2017 diễn ra ngày 16/6"."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from flows.read.reader_words import any_of, reader_words
from flows.read.report import Sentence

# "chương trình hoạt động của Quốc hội năm 2017": what the sentence is about has that year.
_YEAR_OF_SUBJECT = re.compile(r"\b(?P<before>[^\W\d]{1,10}) năm (?P<year>20\d\d)\b(?! ?- ?\d)")
_NOT_OF_SUBJECT = frozenset(
    ("vào", "đến", "tới", "từ", "hồi", "trước", "sau", "cuối", "đầu", "giữa", "hết", "trong", "các", "những")
) | frozenset(("với", "nửa", "quý", "kỳ", "ký", "và", "so"))
_BACKGROUND = re.compile(
    r"mục tiêu|đạt|hướng tới|tầm nhìn|giai đoạn|kể từ|thiết lập|nâng cấp|so với|cùng kỳ|\bký\b|usd|\bsẽ\b"
)
_NEAR_CHARS = 40
_CLAUSE_CHARS = 60


class _Patterns(NamedTuple):
    edition: re.Pattern[str]
    is_on: re.Pattern[str]
    is_ahead: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = reader_words()
    return _Patterns(
        re.compile(rf"\b{any_of(words.edition)}\b[^.;:,]{{0,90}}? (?P<year>20\d\d)\b(?! ?- ?\d)"),
        re.compile(rf"\b{any_of(words.edition_on)}\b"),
        re.compile(rf"\b{any_of(words.edition_ahead)}\b[^;]*$|\bnăm$"),
    )


def find_year_in_sentence(folded: str, sentences: Sequence[Sentence], place: int) -> int | None:
    """Return the one year that the sentence at `place` gives to what it tells; None for two, or a target.

    Also the year in the name of an event that is on: "dự Tuần lễ Cấp cao APEC 2025", not "chuẩn bị cho
    APEC 2027".
    """
    sentence = next((s.span for s in sentences if s.span.start <= place < s.span.end), None)
    if sentence is None:
        return None
    words = sentence.of(folded)
    years = set()
    for match in _YEAR_OF_SUBJECT.finditer(words):
        near = words[max(0, match.start() - _NEAR_CHARS) : match.start()]
        if match["before"] not in _NOT_OF_SUBJECT and not _BACKGROUND.search(near):
            years.add(int(match["year"]))
    edition, is_on, is_ahead = _patterns()
    if is_on.search(words):
        for match in edition.finditer(words):
            behind = words[max(0, match.start() - _CLAUSE_CHARS) : match.start("year") - 1]
            if not is_ahead.search(behind):
                years.add(int(match["year"]))
    return years.pop() if len(years) == 1 else None
