"""Dates in digits: 11/8/2025, 21.4.2015, 3-4, "21 - 23/6", 8-2017; and what only looks like one."""

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
    is_number_end,
    is_word_start,
)
from flows.when import When

_D = r"\d{1,2}"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_KOREAN = re.compile(r"(?:(?P<year>\d{4})년 ?)?(?P<month>\d{1,2})월(?: ?(?P<day>\d{1,2})일)?")
_FULL = re.compile(rf"(?P<day>{_D})(?P<sep> ?[-/.] ?)(?P<month>{_D})(?P=sep)(?P<year>\d{{4}})(?!\d)")
_LIST = re.compile(
    rf"(?P<days>{_D}(?:(?: ?, ?| ?- ?| và (?:ngày )?| đến (?:hết )?(?:ngày )?| tới (?:ngày )?){_D}){{0,4}}"
    rf"(?: ?- ?| và (?:ngày )?| đến (?:hết )?(?:ngày )?| tới (?:ngày )?))"
    rf"(?P<day>{_D})(?P<sep> ?/ ?|\.| ?- ?)(?P<month>{_D})(?!\d)(?:(?P=sep)(?P<year>\d{{4}})(?!\d))?"
)
_DAY = re.compile(
    rf"(?P<day>{_D})(?P<sep> ?/ ?| ?- ?|\.)(?P<month>{_D})(?!\d)"
    r"(?:,? (?:năm (?P<year>\d{4})(?!\d)|(?P<near>năm (?:ngoái|trước))))?"
)
_MONTH = re.compile(r"(?P<month>\d{1,2})(?: ?[-/] ?)(?P<year>\d{4})(?!\d)")

# What a day without its year must follow where it may be a range, a score or a fraction.
_CUE = re.compile(
    r"(?:^|[^\w])(?:(?:ngày|hôm|s?áng|trưa|chiều|tối|đêm|khuya|rạng sáng|mùng|mồng|quốc khánh|lễ|dịp)"
    r"(?: (?:nay|qua|mai|kia))?|thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy)|chủ nhật)(?: ?[,:]?|,? ngày| ?\()? ?$"
)
_LIST_CUE = re.compile(r"(?:ngày|từ|hôm|sáng|chiều|tối|đêm|trưa)(?: ngày)? ?\(?$")
_NO_CUE = re.compile(r"(?:mỗi|hàng|hằng|từng|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d) (?:ngày|đêm) $")
_RANGE_BEFORE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?: ?- ?| (?:đến|tới)(?: hết)?(?: ngày)? )$")
_RANGE_AFTER = re.compile(
    r"(?: ?- ?| (?:đến|tới)(?: hết)?(?: ngày)? )\d{1,2}(?:/\d{1,2}|(?: ?- ?\d{1,2}){2})"
)
_UNIT = re.compile(r" ?(?:%|tr(?:iệu|ăm)|tỷ|tỉ|nghìn|ngàn|usd|đồng|đô ?la|won|điểm|km|kg|ha\b|tấn|phần|lần)")
# A number of something: a decree, an article of law, a score, a street.
_NUMBERED = re.compile(
    r"\b(?:số|nghị định|nghị quyết|quyết định|thông tư|thông báo|chỉ thị|công văn|công điện|kế hoạch"
    r"|luật|điều|khoản|tỷ số|tỉ số|tỷ lệ|tỉ lệ|quốc lộ|đường|phố|ngõ|hẻm|quý|hệ|no\.|decree|circular|score)"
    r" (?:số )?$"
)


def _whole(match: re.Match[str], folded: str) -> bool:
    return is_word_start(folded, match.start()) and is_number_end(folded, match.end())


def _iso(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "2025-08-11", with or without a time after it."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if is_word_start(folded, match.start()) and is_day(day, month, year):
        yield match.start(), match.end(), When(year, month, day)


def _korean(match: re.Match[str], folded: str) -> Iterator[Found]:  # noqa: ARG001
    """Read "2025년 8월 11일"."""
    year = int(match["year"]) if match["year"] else None
    month, day = int(match["month"]), int(match["day"]) if match["day"] else None
    if is_day(day or 1, month, year):
        yield match.start(), match.end(), When(year, month, day)


def _full(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "11/8/2025", "21.4.2015", "23 - 3 - 2018"; not a phone number."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if month > 12 >= day:  # 08/25/2025
        month, day = day, month
    whole = is_word_start(folded, match.start()) and not folded[match.end() : match.end() + 1].isalnum()
    if whole and is_day(day, month, year):
        yield match.start(), match.end(), When(year, month, day)


def _list(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "từ ngày 21 - 23/6/2021", "5 và 6/10", "10, 11 và 12/11", "từ 21 đến 23/6"."""
    days = [(match.start("days") + d.start(), d[0]) for d in re.finditer(r"\d+", match["days"])]
    month, day = int(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    numbers = [int(d) for _, d in days] + [day]
    if (
        not _whole(match, folded)
        or numbers != sorted(set(numbers))
        or _UNIT.match(after(folded, match.end()))
    ):
        return
    if not all(is_day(n, month, year) for n in numbers):
        return
    slashed = match["sep"].strip() == "/" and re.search(r"\d ?- ?$", match["days"])
    if year is None and not slashed and not _LIST_CUE.search(before(folded, match.start())):
        return
    for start, number in days:
        yield start, start + len(number), When(year, month, int(number))
    yield match.start("day"), match.end(), When(year, month, day)


def _day(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "11/8", "ngày 3-4", "chiều nay 1.8"; not 1/3 of the people, 24/7, the score 0-6, 15-17 %."""
    start, end = match.start(), match.end()
    month, day = int(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    if not _whole(match, folded) or not is_day(day, month, year):
        return
    behind, ahead = before(folded, start), after(folded, end)
    if _UNIT.match(ahead) or _NUMBERED.search(behind):
        return
    cued = bool(_CUE.search(behind)) and not _NO_CUE.search(behind)
    if match["sep"].strip() == "/":
        looks_like_fraction = day <= month or (day, month) == (24, 7)
        ranged = _RANGE_BEFORE.search(behind) or (
            behind.endswith(("từ ", "từ ngày ")) and _RANGE_AFTER.match(ahead)
        )
        if looks_like_fraction and not cued and not ranged:
            return
    elif not cued and not _RANGE_BEFORE.search(behind):
        return
    if match["near"]:
        yield start, end, When(shift=-1, unit="y")
    else:
        yield start, end, When(year, month, day)


def _month(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "(8-2017)", "sau thời điểm 9/2018"; not the decree 50/2023/TB or the decree 78/2015."""
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR or not _whole(match, folded):
        return
    if re.match(r" ?- ?\w", after(folded, match.end())) or _NUMBERED.search(before(folded, match.start())):
        return
    if not _UNIT.match(after(folded, match.end())):
        yield match.start(), match.end(), When(year, month)


NUMERIC: Final = (
    Rule(_ISO, _iso, DIGITS),
    Rule(_KOREAN, _korean, DIGITS),
    Rule(_LIST, _list, DIGITS),
    Rule(_FULL, _full, DIGITS),
    Rule(_DAY, _day, DIGITS),
    Rule(_MONTH, _month, DIGITS),
)
