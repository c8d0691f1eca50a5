"""The Vietnamese date words: "ngày 14 tháng 12 năm 2023", "hồi tháng ba", "chiều nay", "năm ngoái"."""

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

_MONTH_WORDS: Final = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_WEEKDAYS: Final = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6}
_UNIT = re.compile(r" ?(?:%|triệu|tỷ|tỉ|nghìn|ngàn|trăm|usd|đồng|đô ?la|won|euro|người|kg|km|tấn|[.,]\d)")
_COUNTED = re.compile(
    r"(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy|mỗi|hàng|hằng|từng|nhiều|các|những)[ -]$"
)

_VERBAL_DAY = re.compile(
    r"(?P<days>\d{1,2}(?:(?: ?, ?| và | ?- ?| đến | tới )(?:ngày )?\d{1,2}){0,5})"
    r" tháng (?P<month>\d{1,2})(?!\d)"
    r"(?:(?: ?, ?| ?/ ?| ?- ?| )(?:năm )?(?P<year>\d{4})(?!\d))?"
)
_MONTH = re.compile(
    r"tháng (?P<month>\d{1,2}(?!\d)|mười(?: một| hai)?|giêng|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín)\b"
    r"(?:(?: ?[/.-] ?|,? năm )(?P<year>\d{4})(?!\d)|,? (?P<near>năm (?:ngoái|trước|sau|tới)))?"
)
_YEAR = re.compile(
    r"(?:năm|quý (?:i{1,3}|iv|[1-4])(?: ?/ ?| năm | )) ?(?P<year>\d{4})"
    r"(?P<more>(?:(?: ?, ?| và (?:năm )?)\d{4}(?!\d))*)(?!\d)"
)
_NEAR = re.compile(
    r"hôm (?:nay|qua|kia|sau)|ngày mai|(?:rạng sáng|sáng|trưa|chiều|tối|đêm) (?:nay|qua|mai)"
    r"|tháng (?:này|trước|tới|sau)|năm (?:nay|ngoái|trước|tới|sau)|sang năm"
)
_WEEKDAY = re.compile(
    r"(?:hôm|sáng|trưa|chiều|tối|đêm) (?:thứ (?P<name>hai|ba|tư|năm|sáu|bảy|bẩy)|chủ nhật)\b"
)
_DAY_OF = {"nay": 0, "qua": -1, "kia": -2, "mai": 1}
_PERIOD_OF = {"này": 0, "nay": 0, "trước": -1, "ngoái": -1, "tới": 1, "sau": 1}


def _year(text: str | None) -> int | None:
    year = int(text) if text else None
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def _verbal_day(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "ngày 14 tháng 12 năm 2023", "từ 21 đến 23 tháng 6", "10, 11 và 12 tháng 11"."""
    if not is_word_start(folded, match.start()):
        return
    month, year = int(match["month"]), _year(match["year"])
    days = list(re.finditer(r"\d+", match["days"]))
    if not all(is_day(int(day[0]), month, year) for day in days):
        return
    # "làm việc 3 tháng 6 ngày": a stretch of time.
    if year is None and re.match(r" (?:ngày|tuần|tháng|năm\b)", after(folded, match.end())):
        return
    for number, day in enumerate(days):
        start = match.start("days") + day.start()
        last = number == len(days) - 1
        yield start, match.end() if last else start + len(day[0]), When(year, month, int(day[0]))


def _month(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "tháng 4/2025", "hồi tháng 3", "tháng ba năm 2018"; not "3 tháng", "mỗi tháng 2 triệu"."""
    word = match["month"]
    month = int(word) if word.isdigit() else _MONTH_WORDS[word]
    if not 1 <= month <= 12 or not is_word_start(folded, match.start()):
        return
    ahead, behind = after(folded, match.end()), before(folded, match.start())
    if match["near"]:
        yield match.start(), match.end(), When(shift=_PERIOD_OF[match["near"].split()[1]], unit="y")
        return
    year = _year(match["year"])
    if year is None and (
        _UNIT.match(ahead) or _COUNTED.search(behind) or re.search(r"(?:lương|/)$", behind.rstrip())
    ):
        return
    # "tháng năm" may be the month of May, "sau tháng năm qua" a stretch of time.
    if word == "năm" and (year is None and not re.search(r"(?:hồi|trong|vào|đầu|giữa|cuối) $", behind)):
        return
    if (
        not word.isdigit()
        and year is None
        and not re.search(r"(?:hồi|trong|vào|đầu|giữa|cuối|từ|đến|tới) $", behind)
    ):
        return
    yield match.start(), match.end(), When(year, month)


def _years(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "năm 2013", "các năm 2011, 2012", "quý IV/2013"; not the term "2021-2026"."""
    if not is_word_start(folded, match.start()) or re.match(r" ?- ?\d", after(folded, match.end())):
        return
    year = _year(match["year"])
    if year is not None:
        yield match.start(), match.end("year"), When(year)
    for more in re.finditer(r"\d{4}", match["more"]):
        year = _year(more[0])
        if year is not None:
            start = match.start("more") + more.start()
            yield start, start + 4, When(year)


def _near(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "hôm nay", "chiều qua", "tháng trước", "năm ngoái"; not "5 năm trước", "trong ba năm tới"."""
    end = match.end()
    if not is_word_start(folded, match.start()) or folded[end : end + 1].isalnum():
        return
    *_, head, last = match[0].split()
    if match[0] == "sang năm":
        yield match.start(), end, When(shift=1, unit="y")
    elif head in ("tháng", "năm"):
        behind = before(folded, match.start())
        # "năm trước" is some earlier year, unless something is compared with it.
        vague = head == "năm" and last in ("trước", "sau") and not behind.endswith(("cùng kỳ ", "so với "))
        if not vague and not _COUNTED.search(behind):
            yield match.start(), end, When(shift=_PERIOD_OF[last], unit="m" if head == "tháng" else "y")
    elif last in _DAY_OF:
        yield match.start(), end, When(shift=_DAY_OF[last], unit="d")


def _weekday(match: re.Match[str], folded: str) -> Iterator[Found]:
    """Read "hôm thứ năm" (Thursday); not "lần thứ năm" (the fifth time)."""
    if not is_word_start(folded, match.start()):
        return
    name = match["name"]
    yield match.start(), match.end(), When(weekday=_WEEKDAYS[name] if name else 7)


DAYS_AND_MONTHS: Final = (Rule(_VERBAL_DAY, _verbal_day, DIGITS), Rule(_MONTH, _month, ("tháng",)))
# After the numeric rules: "23/6 năm 2021" is one date.
PERIODS_AND_NEAR_DAYS: Final = (
    Rule(_YEAR, _years, ("năm", "quý")),
    Rule(_WEEKDAY, _weekday, ("thứ ", "chủ nhật")),
    Rule(_NEAR, _near, ("nay", "qua", "kia", "mai", "tháng", "năm", "ngoái")),
)
