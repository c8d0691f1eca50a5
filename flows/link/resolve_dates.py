"""Resolve dates: what the text says of a date, and when the report was published, make a calendar date."""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

import polars as pl

from flows.when import Precision, When

MOST_DAYS_AWAY: Final = 160
"""A day without its year lies this near to the day of publication, or its year stays unknown."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar date: the first day of its period, and how long the period is."""

    on: dt.date
    precision: Precision

    @property
    def last(self) -> dt.date:
        """The last day of the period."""
        if self.precision == "day":
            return self.on
        if self.precision == "year":
            return self.on.replace(month=12, day=31)
        return _first_of_month(self.on.year, self.on.month, 1) - dt.timedelta(days=1)

    def days_from(self, other: "Dated") -> int:
        """Return the number of days between the two periods; 0 where they overlap."""
        return max((self.on - other.last).days, (other.on - self.last).days, 0)


def resolve(when: When, published: Dated | None) -> Dated | None:
    """Return the date that `when` means in a report of that publication date.

    None for what cannot be told: an impossible date (31/2), a date that needs a publication date that is
    not there or not fine enough, and a day or month without a year that lies about half a year away, where
    the last one and the next one are as good.
    """
    if when.is_complete:
        first = when.first_day()
        return Dated(first, when.precision) if first else None
    if published is None:
        return None
    try:
        if when.weekday is not None or when.shift is not None:
            return _relative(when, published)
        return _nearest(when, published)
    except (ValueError, OverflowError):
        return None


def _relative(when: When, published: Dated) -> Dated | None:
    if when.precision == "day" and published.precision != "day":
        return None
    if when.weekday is not None:
        back = (published.on.isoweekday() - when.weekday) % 7
        return Dated(published.on - dt.timedelta(days=back), "day")
    shift = when.shift or 0
    if when.unit == "d":
        return Dated(published.on + dt.timedelta(days=shift), "day")
    if when.unit == "m":
        if published.precision == "year":
            return None
        return Dated(_first_of_month(published.on.year, published.on.month, shift), "month")
    return Dated(dt.date(published.on.year + shift, 1, 1), "year")


def _nearest(when: When, published: Dated) -> Dated | None:
    """Give a day or month the year that brings it nearest to publication."""
    if published.precision == "year" or when.month is None:
        return None
    candidates = []
    for year in range(published.on.year - 1, published.on.year + 2):
        if when.day is None or when.day <= monthrange(year, when.month)[1]:
            candidate = Dated(dt.date(year, when.month, when.day or 1), when.precision)
            candidates.append((candidate.days_from(published), candidate.on, candidate))
    if not candidates:
        return None
    days, _, best = min(candidates, key=lambda c: c[:2])
    return best if days <= MOST_DAYS_AWAY else None


def _first_of_month(year: int, month: int, shift: int) -> dt.date:
    months = year * 12 + month - 1 + shift
    return dt.date(months // 12, months % 12 + 1, 1)


def add_dates(
    mentions: pl.DataFrame, published: pl.DataFrame, prefix: str, *, only_past: bool = False
) -> pl.DataFrame:
    """Replace column `when` by `<prefix>_on` and `<prefix>_precision`.

    Args:
        mentions: has `report_id` and `when` (text).
        published: one row a report: report_id, published_on, published_precision.
        prefix: such as ``acted``.
        only_past: leave out a date after publication, which is no date of an act that a report tells.
    """
    dated = mentions.join(
        published.select("report_id", "published_on", "published_precision"), on="report_id", how="left"
    )
    asked = ["when", "published_on", "published_precision"]
    answers = []
    for when, on, precision in dated.select(asked).unique().iter_rows():
        publication = Dated(on, precision) if on and precision else None
        found = resolve(When.parse(when), publication) if when is not None else None
        if only_past and found and publication and found.on > publication.last:
            found = None
        answers.append((when, on, precision, found and found.on, found and found.precision))
    into = {f"{prefix}_on": pl.Date(), f"{prefix}_precision": pl.String()}
    schema = {name: dated.schema[name] for name in asked} | into
    answered = pl.DataFrame(answers, schema=schema, orient="row")
    return dated.join(answered, on=asked, how="left", nulls_equal=True).drop(asked)
