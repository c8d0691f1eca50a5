"""Infer the year of a day that is told without it, from the other dates of the same text."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from flows.read.anniversaries import find_anniversary_year
from flows.read.events import Event
from flows.read.report import Sentence
from flows.read.told_dates import ToldDate, is_anniversary
from flows.read.year_in_sentence import find_year_in_sentence
from flows.when import When

MOST_DAYS_AFTER_PAST: Final = 183
"""An event is taken to be the first such day after the latest explicit past date, if it is this near."""

_MOST_DAYS_BETWEEN: Final = 366
_MOST_DAYS_BEFORE_AHEAD: Final = 245
_SAME_TIME_DAYS: Final = 10
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "chủ nhật")
_WEEKDAYS_EN = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY = re.compile(
    r"(?:(?:thứ (?P<vi>hai|ba|tư|năm|sáu|bảy)|(?P<sunday>chủ nhật))"
    r"|(?P<en>mon|tues|wednes|thurs|fri|satur|sun)day),? ?(?:ngày |\()?$"
)
_MONTHS_OF_YEAR = re.compile(r"(\d{1,2}) tháng (?:đầu(?: tiên)?(?: của)?|qua của) (?:năm )?(20\d\d)")
_PART_OF_YEAR = re.compile(r"(đầu|giữa|cuối|hết) $")
_PARTS = {"đầu": 1, "giữa": 6, "cuối": 12, "hết": 12}


class Year(NamedTuple):
    """A year and the words that prove it."""

    year: int
    evidence: str


def infer_year(
    folded: str, sentences: Sequence[Sentence], told: Sequence[ToldDate], event: Event
) -> Year | None:
    """Infer the year of `event`, or None where the text does not prove it.

    In this order: the same day with its year elsewhere; a day with its year a few days away; the year of
    the event in its own sentence; the only year between what is past and what is still ahead; the first
    such day after the latest past date, if at most half a year later. A weekday beside the day must agree.
    """
    if event.when.is_complete:
        return Year(event.when.year or 0, "the year stands beside it")
    ahead = {t.when for t in told if t.is_ahead}
    explicit = [
        replace(t, is_ahead=t.when in ahead)
        for at, t in enumerate(told)
        if t.when.is_complete and t.when.month and not is_anniversary(told, at)
    ]
    found = (
        _same_day(explicit, event)
        or _own_sentence(folded, sentences, event)
        or _anniversary(folded, sentences, explicit)
        or _between(folded, told, explicit, event)
    )
    if found is None or _weekday_agrees(folded, event, found.year):
        return found
    return None


def _on(when: When, year: int) -> dt.date | None:
    return When(year, when.month, when.day).first_day()


def _same_day(explicit: Sequence[ToldDate], event: Event) -> Year | None:
    days = [t for t in explicit if t.when.day and not t.is_ahead]
    for told in days:
        if (told.when.month, told.when.day) == (event.when.month, event.when.day) and told.when.year:
            return Year(told.when.year, f"{told.words} in the text")
    latest = max(days, key=lambda t: str(t.when), default=None)
    if latest and latest.when.year and (there := latest.when.first_day()):
        for year in (latest.when.year, latest.when.year + 1, latest.when.year - 1):
            here = _on(event.when, year)
            if here and abs((here - there).days) <= _SAME_TIME_DAYS:
                return Year(year, f"{latest.words} in the text, a few days away")
    return None


def _own_sentence(folded: str, sentences: Sequence[Sentence], event: Event) -> Year | None:
    year = find_year_in_sentence(folded, sentences, event.place)
    return Year(year, "the year stands in the same sentence") if year else None


def _anniversary(folded: str, sentences: Sequence[Sentence], explicit: Sequence[ToldDate]) -> Year | None:
    latest = max((t.when.year or 0 for t in explicit if not t.is_ahead), default=0)
    found = find_anniversary_year(folded, sentences)
    return Year(found[0], f"{found[1]} tells the year") if found and found[0] >= latest else None


def _between(
    folded: str, told: Sequence[ToldDate], explicit: Sequence[ToldDate], event: Event
) -> Year | None:
    """Find the year by what is past and what is ahead."""
    ahead = [t for t in told if t.when.is_complete and t.is_ahead]
    months = [_last_day(t.when) for t in ahead if t.when.month]
    soonest = min(months, default=dt.date.max)
    past = [
        (day, t.words)
        for t in explicit
        if not t.is_ahead
        and (day := t.when.first_day())
        and (t.is_past or day < soonest)
        and _may_precede(t, event)
    ]
    past += _parts_of_years(folded, told)
    if past:
        latest, words = max(past)
        return _after(latest, words, told, ahead, event)
    for year in (soonest.year, soonest.year - 1) if months else ():
        day = _on(event.when, year)
        if day and 0 <= (soonest - day).days <= _MOST_DAYS_BEFORE_AHEAD:
            return Year(year, f"the last such day before {soonest:%m/%Y}, which is ahead")
    return _year_at_hand(told, ahead)


def _may_precede(told: ToldDate, event: Event) -> bool:
    """Tell whether a past date helps: newsrooms leave out the year of a day in their own year.

    "Chiều nay 1.8 … bản ghi nhớ ngày 21.4.2015" is not August 2015; "tháng 4/2025" says nothing of the kind.
    """
    if told.when.day is None or told.when.year is None:
        return True
    there, here = told.when.first_day(), _on(event.when, told.when.year)
    return there is None or here is None or here < there or (here - there).days <= _SAME_TIME_DAYS


def _after(
    latest: dt.date, words: str, told: Sequence[ToldDate], ahead: Sequence[ToldDate], event: Event
) -> Year | None:
    """Take the first such day after the latest past date, where it is near or the next would be too late."""
    years = range(latest.year, latest.year + 3)
    days = [day for year in years if (day := _on(event.when, year)) and day >= latest]
    # "Năm 2018, …" at the head of a sentence is no year to come either.
    last_past = max(
        (t.when.year or 0 for t in told if t.is_past or (t.opens_sentence and not t.is_ahead)), default=0
    )
    if len(days) < 2 or days[0].year < last_past:
        return None
    gap = (days[0] - latest).days
    if gap <= MOST_DAYS_AFTER_PAST:
        return Year(days[0].year, f"the first such day after {words}, which is past")
    limit = min((_last_day(t.when) for t in ahead), default=dt.date.max)
    if gap <= _MOST_DAYS_BETWEEN and days[0] <= limit < days[1]:
        return Year(days[0].year, f"the only such day between {words}, past, and {limit.year}, ahead")
    return None


def _parts_of_years(folded: str, told: Sequence[ToldDate]) -> list[tuple[dt.date, str]]:
    """Read "11 tháng đầu năm 2017", "cuối năm 2015" as past up to that month, unless they are ahead."""
    parts = [
        (dt.date(int(match[2]), int(match[1]), 1), match[0])
        for match in _MONTHS_OF_YEAR.finditer(folded)
        if 1 <= int(match[1]) <= 12
    ]
    for date in told:
        start = date.found.span.start
        part = _PART_OF_YEAR.search(folded, max(0, start - 8), start)
        if part and date.when.year and date.when.precision == "year" and not date.is_ahead:
            parts.append((dt.date(date.when.year, _PARTS[part[1]], 1), f"{part[0]}{date.words}"))
    return parts


def _year_at_hand(told: Sequence[ToldDate], ahead: Sequence[ToldDate]) -> Year | None:
    """Take the year that is hoped for right after one that is over, where the text says "năm nay" too."""
    over = max((t.when.year or 0 for t in told if t.is_past and t.when.precision == "year"), default=0)
    hoped = min((t.when.year or 0 for t in ahead), default=0)
    this_year = any(t.when.shift == 0 and t.when.unit == "y" for t in told)
    if over and hoped == over + 1 and this_year:
        return Year(hoped, f"{over} is over, {hoped} is still ahead")
    return None


def _last_day(when: When) -> dt.date:
    year, month = when.year or 1, when.month
    if when.day and (day := when.first_day()):
        return day
    if month and month < 12:
        return dt.date(year, month + 1, 1) - dt.timedelta(days=1)
    return dt.date(year, 12, 31)


def _weekday_agrees(folded: str, event: Event, year: int) -> bool:
    said = _WEEKDAY.search(folded[max(0, event.place - 24) : event.place])
    day = _on(event.when, year)
    if said is None or day is None:
        return day is not None
    number = _WEEKDAYS_EN.index(said["en"]) if said["en"] else _WEEKDAYS.index(said["vi"] or said["sunday"])
    return day.weekday() == number
