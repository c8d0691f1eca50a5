"""Dates as far as the words give them: a day without a year, a month, "yesterday"."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Literal

Precision = Literal["day", "month", "year"]

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$|--(?P<m>\d\d)(?:-(?P<d>\d\d))?$")
_RELATIVE = re.compile(r"pub(?P<shift>[+-]\d+)(?P<unit>[dmy])$|pub@(?P<weekday>[1-7])$")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


@dataclass(frozen=True, slots=True)
class When:
    """A date as the text gives it, written in one line (`str(when)`, `When.parse`).

    =============  ==========================================  =======================
    written        means                                       example in the text
    =============  ==========================================  =======================
    ``2025-08-11`` a day; ``2025-08`` a month, ``2025`` a year  "11/8/2025"
    ``--08-11``    a day without its year; ``--08`` a month     "chiều 11/8"
    ``pub-1d``     so many days, months or years from the       "hôm qua", "tháng trước"
                   day of publication
    ``pub@4``      the latest such weekday (ISO, Monday is 1)   "on Thursday"
                   on or before the day of publication
    =============  ==========================================  =======================
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    unit: Literal["d", "m", "y"] | None = None
    weekday: int | None = None

    def __str__(self) -> str:
        if self.weekday is not None:
            return f"pub@{self.weekday}"
        if self.shift is not None:
            return f"pub{self.shift:+d}{self.unit}"
        head = f"{self.year:04d}" if self.year is not None else "-"
        month = f"-{self.month:02d}" if self.month is not None else ""
        return head + month + (f"-{self.day:02d}" if self.day is not None else "")

    @classmethod
    def parse(cls, text: str) -> "When":
        """Read back what `str()` wrote.

        Raises:
            ValueError: where `text` is not of that form.
        """
        if found := _ISO.fullmatch(text):
            year, month, day = found["year"], found["month"] or found["m"], found["day"] or found["d"]
            return cls(_number(year), _number(month), _number(day))
        if found := _RELATIVE.fullmatch(text):
            if found["weekday"]:
                return cls(weekday=int(found["weekday"]))
            unit: Literal["d", "m", "y"] = found["unit"]  # type: ignore[assignment]  # the pattern allows no other
            return cls(shift=int(found["shift"]), unit=unit)
        raise ValueError(f"not a date as text gives it: {text!r}")

    @property
    def precision(self) -> Precision:
        """How fine the date is, once its year is known."""
        if self.day is not None or self.unit == "d" or self.weekday is not None:
            return "day"
        return "month" if self.month is not None or self.unit == "m" else "year"

    @property
    def is_complete(self) -> bool:
        """Whether the words alone give the date."""
        return self.year is not None

    def in_year(self, year: int) -> "When":
        """Return the same day or month, in `year`."""
        return replace(self, year=year)

    def first_day(self) -> dt.date | None:
        """Return the first day of a complete date's period; None for an incomplete or impossible one."""
        if self.year is None:
            return None
        try:
            return dt.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None
