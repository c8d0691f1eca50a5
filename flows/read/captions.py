"""Captions by their credit: "(Ảnh: TTXVN)", "- Ảnh: Samsung", "Photo: VNA", also in the middle of a line."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from flows.read.reader_words import any_of, reader_words
from flows.span import Span

_LONGEST_CREDIT = 70
LONGEST_CAPTION: Final = 450
_LONGEST_REST = 35
_ILLUSTRATION = re.compile(
    r"\(ảnh (?:minh họa|tư liệu|chụp màn hình)\)\.?|(?<=[.,-] )ảnh (?:minh họa|tư liệu)\.?(?=\n|$)"
)
_LONGEST_WORDS = 40
_INTRODUCES = re.compile(r":[ \t]?|(?<=photo)s? by |(?<=image) by |(?<=picture) by ")
_SOURCE = re.compile(r"\((?:nguồn|source) ?:[^()\n]{1,70}\)\.?")
_OF_TEXT = re.compile(r"\b(?:tin|bài|text|words)(?:,| và| and|)? $")
_JOINTS = frozenset("-–/,&")
_WORD = re.compile(r"[^\s()\[\]]+")


@cache
def _credit_words() -> re.Pattern[str]:
    words = any_of(reader_words().credit)
    return re.compile(rf"(?:^|[\s(\[.,;|-])(?P<words>{words}(?: (?:minh họa|tư liệu|nguồn))?) ?$")


def find_credits(text: str, folded: str) -> list[Span]:
    """Find the credits of photographs in a text, also those that a crawler glued into the middle of a line.

    A credit ends where the next sentence starts: "Ảnh: Minh Anh - TTXVN Ngày 16/5, ..." is told from the
    sentence by its capital letters alone. "Tin, ảnh: …" names an author, not a picture.
    """
    found = [Span(*match.span()) for match in _SOURCE.finditer(folded)] if "(" in folded else []
    if "ảnh" in folded:
        found += [Span(*match.span()) for match in _ILLUSTRATION.finditer(folded)]
    for start, name in _introductions(folded):
        far = min(len(folded), name + 2 * _LONGEST_CREDIT)
        limit = folded.find("\n", name, far)
        end = _end_of_names(text, folded, name, limit if limit >= 0 else far)
        if end > name:
            if limit < 0 and far == len(folded):
                limit = far
            ends_line = limit >= 0 and not _goes_on(text[end:limit].strip(" .|)]"))
            found.append(Span(start, limit if ends_line else end))
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _introductions(folded: str) -> Iterator[tuple[int, int]]:
    """Find "Ảnh:", "Photo :", "photo by": where it starts, and where the names after it do."""
    for match in _INTRODUCES.finditer(folded) if ":" in folded or " by " in folded else ():
        start = max(0, match.start() - _LONGEST_WORDS)
        found = _credit_words().search(folded[start : match.start()].rpartition("\n")[2])
        if found and not _OF_TEXT.search(found.string, 0, found.start("words")):
            yield match.start() - len(found.string) + found.start("words"), match.end()


def credits_in(photo_credits: Sequence[Span], line: Span) -> Sequence[Span]:
    """Return those of the credits of a text that stand in one line."""
    first = bisect_left(photo_credits, line.start, key=lambda c: c.start)
    return photo_credits[first : bisect_left(photo_credits, line.end, first, key=lambda c: c.start)]


def _goes_on(rest: str) -> bool:
    """Tell whether what follows the names of a credit is a sentence (not "phát", "of Foreign Affairs")."""
    first = rest.partition(" ")[0]
    return (
        len(rest) > _LONGEST_REST
        or "“" in rest
        or (first[:1].isupper() and first.lower() in reader_words().opening)
    )


def is_caption(folded: str, line: Span, photo_credits: Sequence[Span]) -> bool:
    """Tell whether a line is the caption of a picture: it is short enough, and a credit ends it."""
    if not photo_credits or len(line) > LONGEST_CAPTION:
        return False
    return not folded[photo_credits[-1].end : line.end].strip(' .|)]"')


def _end_of_names(text: str, folded: str, start: int, limit: int) -> int:
    """Follow the names after "Ảnh:": "Minh Anh - TTXVN", "QUANG MINH", "Lan Anh, Hữu Minh - TTXVN"."""
    openings = reader_words().opening
    end, n_words, in_capitals = start, 0, False
    for word in _WORD.finditer(text, start, min(limit, start + _LONGEST_CREDIT)):
        if ")" in text[end : word.start()]:
            break
        if word[0] in _JOINTS:
            n_words, in_capitals, end = 0, False, word.end()
            continue
        name = word[0].rstrip(".,;:\"”'")
        capitals = name.rpartition("/")[2].isupper() and len(name) > 1
        opens = folded[word.start() : word.start() + len(name)] in openings or (in_capitals and not capitals)
        if not name or not name[0].isupper() or n_words >= 4 or (n_words and opens):
            break
        n_words, in_capitals, end = n_words + 1, capitals, word.end()
        if word[0].endswith(","):
            n_words, in_capitals = 0, False
        elif len(name) < len(word[0]) and len(name) > 2 and "." not in name:
            break
    while end < limit and text[end] in ")].":
        end += 1
    return end
