"""How a text tells its dates: as past or as still ahead."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from flows.read.reader_words import any_of, reader_words
from flows.read.report import DateFound, Sentence
from flows.when import When

_CLAUSE_CHARS = 240
_OPENING_CHARS = 25

_NEXT = re.compile(r"[ )\"]*(?:tới|sắp tới|tới đây|sang năm|năm sau|năm tới|upcoming)\b")
_DID = re.compile(r",? (?:\w+ ){0,4}(?:đã|vừa)\b")
_FROM = re.compile(r"\b(?:từ|kể từ|from|starting)(?: ngày)? $")
_JOINS_RANGE = re.compile(r" ?(?:-|đến|tới|và|to|and|,) ?(?:hết )?(?:ngày )?")


class _Patterns(NamedTuple):
    """`tense`: the nearest such word before a date tells whether it is past or ahead."""

    tense: re.Pattern[str]
    will_soon: re.Pattern[str]
    will_then: re.Pattern[str]
    tells: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = reader_words()
    will = any_of(words.will)
    return _Patterns(
        re.compile(
            rf"\b(?:(?P<ahead>{will}(?: (?:được|cùng|be))? \w+|(?:đến|tới|by) (?=(?:năm|20\d\d))"
            rf"|{any_of(words.ahead)})|(?P<past>{any_of(words.past)}))(?!\w)"
        ),
        re.compile(rf"[^,;.]{{0,40}}\b{will}\b"),
        re.compile(rf"[^;.]{{0,70}}\b{will}\b"),
        re.compile(rf"\b{any_of(words.tells)}\b"),
    )


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A date with its place in the text.

    Attributes:
        found: the date.
        words: as written.
        sentence: the number of its sentence, headings not counted (-1 in a heading).
        is_ahead: the words around it say that it is still to come, or part of a plan.
        is_past: they say that it is past.
        opens_sentence: it stands among the first words of its sentence ("Chiều 10/3, …").
        is_range_start: it starts a range ("29/6" in "29/6-1/7").
        is_range_end: it ends one.
    """

    found: DateFound
    words: str
    sentence: int
    is_ahead: bool
    is_past: bool
    opens_sentence: bool = False
    is_range_start: bool = False
    is_range_end: bool = False

    @property
    def when(self) -> When:
        """The date itself."""
        return self.found.when


def tell_dates(
    text: str, folded: str, sentences: Sequence[Sentence], dates: Sequence[DateFound]
) -> list[ToldDate]:
    """Place the dates of a text in its sentences; dates outside them (in furniture) are left out."""
    starts = [s.span.start for s in sentences]
    numbers: list[int] = []
    count = -1
    for sentence in sentences:
        count += sentence.kind != "heading"
        numbers.append(count if sentence.kind != "heading" else -1)
    told: list[ToldDate] = []
    for found in dates:
        at = bisect_right(starts, found.span.start) - 1
        if at >= 0 and found.span.end <= sentences[at].span.end:
            is_ahead, is_past = _tense(folded, sentences[at], found)
            opens = found.span.start - starts[at] <= _OPENING_CHARS
            told.append(ToldDate(found, found.span.of(text), numbers[at], is_ahead, is_past, opens))
    return _mark_ranges(folded, told)


def _tense(folded: str, sentence: Sentence, found: DateFound) -> tuple[bool, bool]:
    """Tell whether a date is ahead, and whether it is past; often the words say neither."""
    patterns = _patterns()
    start, end, limit = found.span.start, found.span.end, sentence.span
    before = folded[max(limit.start, start - _CLAUSE_CHARS) : start]
    before = before[before.rfind("; ") + 1 :]
    after = folded[end : min(limit.end, end + 90)]
    if _NEXT.match(after) or patterns.will_soon.match(after):
        return True, False
    if start - limit.start <= _OPENING_CHARS or _FROM.search(before):
        then = patterns.will_then.match(after)
        if then and not patterns.tells.search(then[0]):
            return True, False
    if _DID.match(after):
        return False, True
    # "đến năm 2030": the word "năm" is part of the date.
    cues = list(patterns.tense.finditer(before + (folded[start : start + 8])))
    if not cues:
        return False, False
    return cues[-1]["ahead"] is not None, cues[-1]["past"] is not None


def _mark_ranges(folded: str, told: list[ToldDate]) -> list[ToldDate]:
    marked = list(told)
    for at, (first, second) in enumerate(pairwise(told)):
        start, end = first.found.span.end, second.found.span.start
        if first.when.day and second.when.day and _JOINS_RANGE.fullmatch(folded, start, end):
            marked[at] = replace(marked[at], is_range_start=True)
            marked[at + 1] = replace(marked[at + 1], is_range_end=True)
    return marked


def is_anniversary(told: Sequence[ToldDate], at: int) -> bool:
    """Tell whether a date is half of "22/12/1992 - 22/12/2017": the same day in two years."""
    when = told[at].when
    return any(
        0 <= other < len(told)
        and (told[other].when.month, told[other].when.day) == (when.month, when.day)
        and told[other].when.is_complete
        and told[other].when.year != when.year
        for other in (at - 1, at + 1)
    )
