"""What the date grammars share: the form of a rule, numbers checked, the words around a match."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from flows.when import When

Found = tuple[int, int, When]
"""Start and end of a date expression, and what it means."""


class Rule(NamedTuple):
    """A pattern, and what reads a match of it (nothing: no date).

    `needs` makes it fast: the words of which a text must hold one, or ``DIGITS`` where every match starts
    with a number.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], str], Iterator[Found]]
    needs: tuple[str, ...]


DIGITS: Final = ("0-9",)
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(day: int, month: int, year: int | None = None) -> bool:
    """Tell whether a calendar has that day."""
    if not 1 <= month <= 12 or not 1 <= day <= _MONTH_DAYS[month - 1]:
        return False
    if year is None:
        return True
    return FIRST_YEAR <= year <= LAST_YEAR and ((month, day) != (2, 29) or _is_leap(year))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_word_start(folded: str, start: int) -> bool:
    """Tell whether a match does not start inside a word or a number."""
    if start == 0:
        return True
    before = folded[start - 1]
    if before.isalnum() or before == "_":
        return False
    # "1.234", "024.355", "50/2023/11": a number goes on before it; "29/6-1/7" is a range.
    return before != "+" and not (before in ".,/:" and start > 1 and folded[start - 2].isdigit())


def is_number_end(folded: str, end: int) -> bool:
    """Tell whether a number does not go on after a match ("1.8" in "1.8.5", "12/2023" in "12/2023/TB")."""
    after = folded[end : end + 2]
    if not after:
        return True
    if after[0].isalnum() or after[0] in "%_":
        return False
    return not (after[0] in ".,/:" and after[1:].isalnum() and not (after[0] in ".," and after[1:].isalpha()))


def before(folded: str, start: int, width: int = 24) -> str:
    """Return the words before a match, of the same line."""
    return folded[max(0, start - width) : start].rpartition("\n")[2]


def after(folded: str, end: int, width: int = 24) -> str:
    """Return the words after a match, of the same line."""
    return folded[end : end + width].partition("\n")[0]
