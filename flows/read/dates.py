"""Find date expressions in a text: an own grammar, anchored on digits and a few words.

"ngày 21 - 23/6/2021", "tháng 4/2025", "chiều nay", "on Thursday"; not the score 0-6, the ratio 1/3, the
term 2021-2026, the decree 50/2023/NĐ-CP or a phone number.
"""

import re
from collections.abc import Iterator
from typing import Final

from flows.read.date_rules import DIGITS, Found, Rule
from flows.read.dates_english import ENGLISH
from flows.read.dates_numeric import NUMERIC
from flows.read.dates_vietnamese import DAYS_AND_MONTHS, PERIODS_AND_NEAR_DAYS
from flows.read.report import DateFound
from flows.span import Span
from flows.when import When

# What an earlier rule has found, a later one cannot take.
_RULES: Final[tuple[Rule, ...]] = (*DAYS_AND_MONTHS, *ENGLISH, *NUMERIC, *PERIODS_AND_NEAR_DAYS)
_NEEDS: Final = tuple(dict.fromkeys(rule.needs for rule in _RULES if rule.needs is not DIGITS))
_SAME_DAY = re.compile(r"\b(?:cùng ngày|the same day)\b")
_SAME_DAY_WORDS = ("cùng ngày", "the same day")
_NO_DAY: Final = When()
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(
    r"(?: ngày)? ?(?:-|đến|tới|đến hết|tới hết|đến ngày|tới ngày|and|to|và|và ngày|,) ?(?:ngày )?"
)


def find_dates(folded: str) -> tuple[DateFound, ...]:
    """Find the dates of a folded text, in the order of the text; no two overlap.

    A range yields two dates, its first day and its last; a list of days one for each.  "cùng ngày" yields
    the day that it points back to, or nothing where no day was named before it.
    """
    taken = bytearray(len(folded))
    numbers = [match.start() for match in _NUMBER.finditer(folded)]
    found: list[Found] = []
    has = {needs: any(word in folded for word in needs) for needs in _NEEDS}
    for rule in _RULES:
        if rule.needs is DIGITS:
            matches = _at_numbers(rule, folded, numbers)
        else:
            matches = rule.pattern.finditer(folded) if has[rule.needs] else iter(())
        for match in matches:
            if taken.find(1, match.start(), match.end()) < 0:
                for start, end, when in rule.read(match, folded):
                    taken[start:end] = b"\x01" * (end - start)
                    found.append((start, end, when))
    found.sort(key=lambda f: f[:2])
    found = _share_years(folded, found)
    dates = [DateFound(Span(start, end), when) for start, end, when in found]
    return _with_same_days(folded, dates, taken)


def _at_numbers(rule: Rule, folded: str, numbers: list[int]) -> Iterator[re.Match[str]]:
    for start in numbers:
        if match := rule.pattern.match(folded, start):
            yield match


def _share_years(folded: str, found: list[Found]) -> list[Found]:
    """Give the first date of a range the year that is written only at its end ("từ 1/9 đến 31/12/2015")."""
    shared = list(found)
    for at in range(len(found) - 2, -1, -1):
        (start, end, when), (next_start, _, following) = shared[at], shared[at + 1]
        if when.month is None or when.year is not None or following.year is None or following.month is None:
            continue
        if (when.day is None) != (following.day is None):
            continue
        if next_start - end < 20 and _RANGE.fullmatch(folded, end, next_start):
            crosses = (when.month, when.day or 0) > (following.month, following.day or 0)
            shared[at] = (start, end, when.in_year(following.year - crosses))
    return shared


def _with_same_days(folded: str, dates: list[DateFound], taken: bytearray) -> tuple[DateFound, ...]:
    """Add the places that say "cùng ngày", with the day that each points back to.

    In the same line that is the last day named; from another line it is the day the report is about, which
    is rarely written with its year ("bản ghi nhớ ngày 21/4/2015" is not that day).
    """
    if not any(word in folded for word in _SAME_DAY_WORDS):
        return tuple(dates)
    same = [DateFound(Span(*m.span()), _NO_DAY) for m in _SAME_DAY.finditer(folded) if not taken[m.start()]]
    resolved: list[DateFound] = []
    last: DateFound | None = None
    reported: When | None = None
    for found in sorted([*dates, *same], key=lambda d: d.span.start):
        if found.when is _NO_DAY:
            if last is None:
                continue
            same_line = folded.find("\n", last.span.end, found.span.start) < 0
            when = last.when if same_line or reported is None else reported
            found = DateFound(found.span, when)
        if found.when.precision == "day":
            last = found
            reported = reported if found.when.is_complete else found.when
        resolved.append(found)
    return tuple(resolved)
