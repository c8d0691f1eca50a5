"""Bylines: lines with the date of publication, and dates glued in front of the text by a crawler."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from flows.read.reader_words import any_of, reader_words
from flows.read.report import DateFound, Line
from flows.span import Span
from flows.when import When

_LONGEST = 120
_CRAWLER = re.compile(r"\s*date (?P<date>\d{4}-\d\d(?:-\d\d)?)(?![\w-])[ \t]*")
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy)|chủ nhật|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_TIME = (
    r"(?:\d{1,2} ?(?::|h|giờ) ?\d\d(?::\d\d)?(?:\.\d+)?(?: ?(?:am|pm|sa|ch)\b)?"
    r"|t?\d\d:\d\d:\d\d(?:\+\d\d:?\d\d|z)?)"
)
_ZONE = r"\(?(?:gmt|utc|ict|kst)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?\)?"
_GLUED = re.compile(
    rf"\s*(?:{_WEEKDAY},? ?(?:ngày )?)?(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})[/-](?P<year>\d{{4}})"
    rf"[ ,|-]+{_TIME}(?:[ ,|-]*{_ZONE})?[ ,|-]+(?=\S)"
)
_SECTION = re.compile(r" ?\| ?[^\W\d_][^\d|]{1,30}")
_CLOCK = re.compile(rf"(?<![\w]){_TIME}(?!\w)")


def dates_in(dates: Sequence[DateFound], line: Span) -> Sequence[DateFound]:
    """Return those of the dates of a text that stand in one line."""
    first = bisect_left(dates, line.start, key=lambda d: d.span.start)
    return dates[first : bisect_left(dates, line.end, first, key=lambda d: d.span.start)]


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that tells when the article was published, and perhaps by whom.

    `is_labelled` tells that it says so itself ("Write: …", "17/05/2024 | Khoa học"), as the clock of a page
    does not.
    """

    span: Span
    when: When
    author: str | None
    is_dateline: bool = False
    is_labelled: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """A date that a crawler or a page put in front of the text, in its first line: `span` ends with it."""

    span: Span
    when: When


def find_header(folded: str) -> Header | None:
    """Find the header in front of the text: "date 2025-11-21 Chiều 21/11, …"."""
    if found := _CRAWLER.match(folded):
        when = When.parse(found["date"])
    elif found := _GLUED.match(folded):
        when = When(int(found["year"]), int(found["month"]), int(found["day"]))
    else:
        return None
    return Header(Span(0, found.end()), when) if when.first_day() else None


def read_byline(text: str, folded: str, line: Span, dates: Sequence[DateFound]) -> Byline | None:
    """Read a line that holds nothing but a full date, and perhaps a time, an author or a section.

    Of two dates ("Write: … / Update: …") the first counts.

    Args:
        text: the canonical text; `folded` its fold.
        folded: see `text`.
        line: the line.
        dates: the dates in the line.
    """
    full = [d for d in dates if d.when.is_complete and d.when.precision == "day"]
    if not 1 <= len(full) <= 2 or len(line) > _LONGEST:
        return None
    found = full[0]
    start = found.span.start - line.start
    left = line.of(folded)
    for date in full:
        at, end = date.span.start - line.start, date.span.end - line.start
        left = left[:at] + "|" * (end - at) + left[end:]
    has_time = bool(_CLOCK.search(left))
    # "Ngày 23/6/2021" alone heads an entry of a chronology.
    if not has_time and re.fullmatch(r"ngày \|+:?", left):
        return None
    for pattern in (_CLOCK, _noise()):
        left = pattern.sub(lambda m: "|" * len(m[0]), left)
    is_dateline = bool(re.search(r"[^\W\d_], (?:ngày )?$", re.sub(_WEEKDAY, "|", line.of(folded)[:start])))
    words = "".join(
        char if kept.isalnum() or kept in ". '-" else "|"
        for char, kept in zip(line.of(text), left, strict=True)
    )
    parts = [part.strip(" .'-") for part in words.split("|")]
    parts = [part for part in parts if part]
    n_words = sum(len(part.split()) for part in parts)
    named = [part for part in parts if is_name(part)]
    heads_section = n_words <= 4 and _SECTION.fullmatch(line.of(text)[found.span.end - line.start :])
    is_section = (has_time and n_words <= 6) or (start == 0 and bool(heads_section))
    if (len(named) < len(parts) and not is_section) or len(parts) > 2 or n_words > 8:
        return None
    is_labelled = bool(_said().match(line.of(folded))) or (start == 0 and bool(heads_section))
    author = named[0] if named and not is_dateline and not heads_section else None
    return Byline(line, found.when, author, is_dateline, is_labelled)


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"{any_of(reader_words().byline)}(?!\w)")


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_ZONE}|{_WEEKDAY}|{any_of(reader_words().byline)}|ngày|lúc|vào|giờ|by|on|at|am|pm)(?!\w)"
    )


_PLACE = re.compile(r"[^\W\d_][\w .'-]{1,28},(?: ngày)?")
_DASH = re.compile(r" ?(?:\([\w +./-]{2,30}\) ?)?-")


def find_dateline(
    text: str, folded: str, lines: Sequence[Line], dates: Sequence[DateFound]
) -> DateFound | None:
    """Find the day in a dateline before the text: "HÀ NỘI, 23/6 (TTXVN) -", "SEOUL, Aug. 11 (Yonhap) --".

    The day may lack its year.
    """
    header = find_header(folded)
    start = header.span.end if header else 0
    opening = [line.span for line in lines if line.span.end > start and line.kind in ("body", "furniture")][
        :6
    ]
    for found in dates:
        line = next((s for s in opening if s.holds(found.span)), None)
        if line is None or found.when.day is None or found.span.start - line.start > _LONGEST:
            continue
        place = text[max(line.start, start) : found.span.start].strip()
        if not _PLACE.fullmatch(place.lower()) or not _DASH.match(folded, found.span.end, line.end):
            continue
        if all(word[0].isupper() for word in place.removesuffix("ngày").strip(" ,").split()):
            return found
    return None


def is_name(words: str) -> bool:
    """Tell whether words may be the name of a person: one to five, each with a capital letter."""
    parts = words.split()
    if not 1 <= len(parts) <= 5 or len(words) > 40:
        return False
    if words.isupper():
        return 2 <= len(parts) <= 4 and words.replace(" ", "").isalpha()
    return all(
        part[0].isupper()
        and all(c.isalpha() or c in ".-'" for c in part)
        and not part[1:].replace(".", "").isupper()
        for part in parts
    )
