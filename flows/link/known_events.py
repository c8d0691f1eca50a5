"""Known events: the clues that dated reports give, to be met again by their day of the year."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flows.link.find_clues import TOLERANCE, Clue
from flows.link.resolve_dates import MOST_DAYS_AWAY, Dated, resolve
from flows.when import When

_LEAP_YEAR: Final = 2024


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """What a clue tells of, with its date, and the report that tells it."""

    clue: Clue
    on: Dated
    report_id: str


class KnownEvents:
    """All events of known date, found by kind, key and day of the year."""

    def __init__(self) -> None:
        self._at: dict[tuple[str | int, ...], list[KnownEvent]] = defaultdict(list)

    def add(self, clue: Clue, published: Dated | None, report_id: str) -> None:
        """Add what a report tells, where its own words give the day, or of a visit at least the month."""
        on = resolve(clue.when, published)
        if on is None:
            return
        event = KnownEvent(clue, on, report_id)
        if on.precision == "day":
            day = on.on.replace(year=_LEAP_YEAR)
            self._at[clue.kind, *clue.key, day.month, day.day].append(event)
        elif on.precision == "month" and clue.kind == "visit":
            self._at[clue.kind, *clue.key, on.on.month].append(event)

    def same_as(self, clue: Clue, day: When) -> Iterator[tuple[dt.date, KnownEvent]]:
        """Yield the events that may be what an undated report tells of, with the date they give it.

        Args:
            clue: what the report tells.
            day: the day of the year on which it fell.
        """
        first = day.in_year(_LEAP_YEAR).first_day()
        if first is None:
            return
        tolerance = TOLERANCE[clue.kind]
        for shift in range(-tolerance, tolerance + 1):
            near = first + dt.timedelta(days=shift)
            for event in self._at.get((clue.kind, *clue.key, near.month, near.day), ()):
                date = nearest(day, event.on.on)
                if date and _may_lead(clue, event.clue):
                    yield date, event
        if clue.country:
            for event in self._at.get((clue.kind, *clue.key, first.month), ()):
                date = day.in_year(event.on.on.year).first_day()
                if date and event.clue.country == clue.country:
                    yield date, event


def _may_lead(one: Clue, other: Clue) -> bool:
    """Whether two visits may lead to the same country."""
    return one.country is None or other.country is None or one.country == other.country


def nearest(day: When, to: dt.date) -> dt.date | None:
    """Return the date nearest to `to` on that day of the year; None where it is half a year away."""
    found = resolve(day, Dated(to, "day"))
    return found.on if found else None


def day_of_year(when: When, published: When) -> When | None:
    """Return the day of the year that `when` means; None where it means a month, or tells its year.

    Args:
        when: a date as the report gives it.
        published: the report's day of publication, without the year.
    """
    if when.year is not None or when.weekday is not None:
        return None
    if when.shift is None:
        return when if when.day else None
    first = published.in_year(_LEAP_YEAR).first_day()
    if when.unit != "d" or first is None or abs(when.shift) > MOST_DAYS_AWAY:
        return None
    day = first + dt.timedelta(days=when.shift)
    return When(month=day.month, day=day.day)
