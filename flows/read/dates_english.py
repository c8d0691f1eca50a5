"""The English date words: "August 11, 2025", "from 5 to 7 October", "this November", "on Thursday"."""

import re
from collections.abc import Iterator
from typing import Final

from flows.read.date_rules import (
    DIGITS,
    FIRST_YEAR,
    LAST_YEAR,
    Found,
    Rule,
    after,
    before,
    is_day,
    is_word_start,
)
from flows.when import When

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
_MONTHS: Final = {name: number for number, name in enumerate(_NAMES, 1)} | {
    short: [name[:3] for name in _NAMES].index(short[:3]) + 1 for short in _SHORT
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_NAME = "(?:" + "|".join((*_NAMES, *_SHORT)) + r")\b\.?"
_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_JOIN = r"(?: ?- ?| to | and |, )"

_MONTH_FIRST = re.compile(
    rf"(?P<month>{_NAME}),? (?P<day>{_DAY})(?:{_JOIN}(?:(?P<month2>{_NAME}) )?(?P<day2>{_DAY}))?"
    r"(?:(?:,? | ?/ ?)(?P<year>\d{4})(?!\d))?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>{_DAY})(?:{_JOIN}(?P<day2>{_DAY}))? (?:of )?(?P<month>{_NAME})(?:,? (?P<year>\d{{4}})(?!\d))?"
)
_MONTH = re.compile(rf"(?P<month>{_NAME})(?:(?:,| of)? (?P<year>\d{{4}})(?!\d))?")
_YEAR = re.compile(r"\d{4}(?!\d| ?- ?\d)")
_SAYS_YEAR = re.compile(r"\b(?:(in|since|by|until|during|before|after|year)|of|for|from|to) $")
_YEAR_ENDS = re.compile(r"[.,;:)]|$| (?:and|as|the|to|was|were|with)\b")
_WEEKDAY = re.compile("|".join(_WEEKDAYS))
_NEAR = re.compile(
    r"(?:today|yesterday|tomorrow|tonight)\b|(?:this|last|next) (?:month|year)\b"
    r"|this (?:morning|afternoon|evening)\b"
)
_DAYS_AWAY = {"yesterday": -1, "tomorrow": 1}
_PERIODS_AWAY = {"this": 0, "last": -1, "next": 1}
# "may" is also a verb, and a Vietnamese word; "march" and the short names may be others.
_SAYS_PERIOD = re.compile(
    r"\b(?:in|of|until|since|by|this|last|next|before|after|early|late|mid|during)[ -]$"
)
_SAYS_DAY = re.compile(r"(?:^|[(,;-] ?|\b(?:on|from|to|and|for|until|since|by|before|after|last|next) )$")
_NAME_OF_PAPER = re.compile(r"(?:usa|russia|korea|vietnam|asia|black|good) $")
_UNIT = re.compile(r" ?(?:%|triệu|tỷ|tỉ|nghìn|ngàn|usd|percent|million|billion|[.,]\d)")


def _is_month(name: str, folded: str, start: int, dated: bool) -> bool:
    if not is_word_start(folded, start):
        return False
    name = name.rstrip(".")
    if name in _NAMES and name not in ("may", "march"):
        return True
    if name not in ("may", "march"):
        return dated
    behind = before(folded, start)
    return bool(_SAYS_PERIOD.search(behind) or (dated and _SAYS_DAY.search(behind)))


def _number(name: str) -> int:
    return _MONTHS[name.rstrip(".")]


def _int(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _year(text: str | None) -> int | None:
    year = int(text) if text else None
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def _month_first(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "August 11, 2025", "November, 14/2018", "May 30 to June 1", "October 5-7"."""
    year = _year(match["year"])
    if not _is_month(match["month"], folded, match.start(), dated=True) and year is None:
        return
    month, day = _number(match["month"]), _int(match["day"])
    end = match.end()
    if match["day2"]:
        month2, day2 = _number(match["month2"]) if match["month2"] else month, _int(match["day2"])
        if is_day(day2, month2, year) and (month, day) < (month2, day2):
            if is_day(day, month, year):
                yield match.start(), match.end("day"), When(year, month, day)
                start = match.start("month2") if match["month2"] else match.start("day2")
                yield start, end, When(year, month2, day2)
            return
        year, end = None, match.end("day")
    if is_day(day, month, year) and not _UNIT.match(after(folded, end)):
        yield match.start(), end, When(year, month, day)


def _day_first(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "11 August 2025", "from 5 to 7 October"."""
    year = _year(match["year"])
    if not is_word_start(folded, match.start()):
        return
    month, day = _number(match["month"]), _int(match["day"])
    if not is_day(day, month, year):
        return
    if match["day2"]:
        if is_day(_int(match["day2"]), month, year):
            yield match.start(), match.end("day"), When(year, month, day)
            yield match.start("day2"), match.end(), When(year, month, _int(match["day2"]))
        return
    yield match.start(), match.end(), When(year, month, day)


def _month(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "November 2019", "this November"; not "may"."""
    year = _year(match["year"])
    if not _is_month(match["month"], folded, match.start(), dated=year is not None):
        return
    if year is None and not _SAYS_PERIOD.search(before(folded, match.start())):
        return
    yield match.start(), match.end() if year else match.end("month"), When(year, _number(match["month"]))


def _years(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "by 2030", "in 2019", "the figure for 2022 was"; not "of 2024-27", not "of 2000 workers"."""
    year, said = _year(match[0]), _SAYS_YEAR.search(before(folded, match.start()))
    if year is None or said is None:
        return
    ahead = after(folded, match.end())
    if _YEAR_ENDS.match(ahead) or (said[1] and not _UNIT.match(ahead)):
        yield match.start(), match.end(), When(year)


def _weekday(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "on Thursday" is the last one; "next Thursday" and "every Thursday" are not taken."""
    behind = before(folded, match.start())
    if is_word_start(folded, match.start()) and not behind.endswith(("next ", "every ", "black ", "good ")):
        yield match.start(), match.end(), When(weekday=_WEEKDAYS.index(match[0]) + 1)


def _near(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "today", "yesterday", "last month"."""
    if not is_word_start(folded, match.start()) or _NAME_OF_PAPER.search(before(folded, match.start())):
        return
    head, _, unit = match[0].partition(" ")
    if unit in ("month", "year"):
        yield (
            match.start(),
            match.end(),
            When(shift=_PERIODS_AWAY[head], unit="m" if unit == "month" else "y"),
        )
    else:
        yield match.start(), match.end(), When(shift=_DAYS_AWAY.get(head, 0), unit="d")


_MONTH_WORDS = (
    *_NAMES[:2],
    "march ",
    "april",
    "may ",
    *_NAMES[5:],
    *(s + end for s in _SHORT for end in ". "),
)
_NEAR_WORDS = ("today", "yesterday", "tomorrow", "tonight", "this ", "last ", "next ")

ENGLISH: Final = (
    Rule(_MONTH_FIRST, _month_first, _MONTH_WORDS),
    Rule(_DAY_FIRST, _day_first, DIGITS),
    Rule(_MONTH, _month, _MONTH_WORDS),
    Rule(_YEAR, _years, DIGITS),
    Rule(_WEEKDAY, _weekday, ("day",)),
    Rule(_NEAR, _near, _NEAR_WORDS),
)
