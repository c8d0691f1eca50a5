"""Work out when a report was published: as printed with it, or inferred from what it tells, or not at all."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from flows.read.bylines import Byline, Header, find_dateline
from flows.read.events import Event, find_event, find_later, find_newest
from flows.read.infer_year import infer_year
from flows.read.reader_words import reader_words
from flows.read.report import DateFound, Line, Publication, Sentence
from flows.read.told_dates import ToldDate, tell_dates
from flows.span import Span
from flows.when import When

UNKNOWN: Final = Publication()
_SOON_DAYS: Final = 31
"""A report follows its event within so many days, or the date in front of it is that of a crawl."""

_CLOCK_DAYS: Final = 7
_HEAD_PARAGRAPHS: Final = 3


def find_publication(
    text: str,
    folded: str,
    lines: Sequence[Line],
    sentences: Sequence[Sentence],
    dates: Sequence[DateFound],
    title: Span | None,
    header: Header | None,
    bylines: Sequence[Byline],
) -> Publication:
    """Return the publication date, its basis and the evidence.

    A byline under the headline comes first, then the header in front of the text. A date above the
    headline may be the clock of the page: it is believed only where the text tells of something that
    happened in the days before. A date that the text contradicts is not stated: then, and where no date
    is printed, the day of the event is taken, if its year can be told.
    """
    told = tell_dates(text, folded, sentences, dates)
    event = find_event(folded, told)
    if dateline := find_dateline(text, folded, lines, dates):
        if dateline.when.is_complete:
            return Publication(dateline.when, "stated", f"{dateline.span.of(text)} in the dateline")
        words = f"{dateline.span.of(text)} (dateline)"
        event = Event(
            dateline.when, words, dateline.span.start, is_today=True, is_certain=True, in_first=True
        )
    inferred = _infer(folded, sentences, told, event)
    below, above = _in_head(folded, lines, title, bylines)
    if below:
        words = f"{below[0].when} in the {'dateline' if below[0].is_dateline else 'byline'}"
        printed, crawled = below[0].when, False
    elif header:
        words = f"date {header.when} in front of the text"
        printed, crawled = header.when, True
    else:
        return _by_clock(above, event) or inferred
    day = printed.first_day()
    if day and printed.precision == "day" and (later := find_later(told, day, 2 * _SOON_DAYS)):
        event = later
    return _stated(printed, words, event, crawled) or _in_year_of(printed, event, words) or inferred


def _by_clock(above: Sequence[Byline], event: Event | None) -> Publication | None:
    """Believe a date above the headline where the text tells of something in the days before."""
    for clock in above:
        day = clock.when.first_day()
        near = _nearest(event, day) if event and day else None
        if event and day and near and 0 <= (day - near).days <= _CLOCK_DAYS:
            return Publication(clock.when, "stated", f"{clock.when} above the text, days after {event.words}")
    return None


def _in_head(
    folded: str, lines: Sequence[Line], title: Span | None, bylines: Sequence[Byline]
) -> tuple[list[Byline], list[Byline]]:
    """Sort the bylines around the head of the text: those below the headline, and those above it.

    Without a headline, a date right above the first paragraph counts as below; so does one right above the
    headline that says what it is ("Write: …"). Under the text, only the
    one line that says "Cập nhật" or the like tells the date of this article.
    """
    paragraphs = [line.span for line in lines if line.kind == "body"]
    first = paragraphs[0].start if paragraphs else 0
    head_end = paragraphs[min(_HEAD_PARAGRAPHS, len(paragraphs)) - 1].start if paragraphs else len(folded)
    below: list[Byline] = []
    above: list[Byline] = []
    after: list[Byline] = []
    said = tuple(reader_words().byline)
    for byline in bylines:
        if byline.span.start > head_end:
            if any(word in byline.span.of(folded) for word in said):
                after.append(byline)
        elif title and byline.span.start < title.start:
            adjoins = not folded[byline.span.end : title.start].strip()
            (below if byline.is_labelled and adjoins else above).append(byline)
        elif title or not folded[byline.span.end : first].strip():
            below.append(byline)
        else:
            above.append(byline)
    return below or (after if len(after) == 1 else []), above


def _stated(when: When, words: str, event: Event | None, crawled: bool) -> Publication | None:
    """Believe a printed date, unless the text contradicts it.

    It does where it tells of a later day as past, and, for a date that a crawler put there, where the first
    sentence tells of a day long before.
    """
    day = when.first_day()
    if day is None:
        return None
    stated = Publication(when, "stated", words)
    near = _nearest(event, day.replace(day=15) if when.precision == "month" else day) if event else None
    if event is None or near is None or not event.is_certain:
        return stated
    if when.precision == "month":
        same_month = (near.year, near.month) == (day.year, day.month)
        if same_month:
            return None if event.is_today else stated
        days_after = (day - near).days
    else:
        days_after = (day - near).days + 1  # the other side of the world may have the next day
    stale = crawled and event.in_first and not event.when.is_complete and days_after > _SOON_DAYS
    return None if days_after < 0 or stale else stated


def _in_year_of(when: When, event: Event | None, words: str) -> Publication | None:
    """Take the day from the event and the year from a printed date that is wrong as a day, but near."""
    day = when.first_day()
    if event is None or day is None:
        return None
    near = _nearest(event, day.replace(day=15) if when.precision == "month" else day)
    if near is None or abs((near - day).days) > 2 * _SOON_DAYS:
        return None
    return Publication(_when(near), "inferred", f"{event.words} in the text; the year from {words}")


def _infer(
    folded: str, sentences: Sequence[Sentence], told: Sequence[ToldDate], event: Event | None
) -> Publication:
    if event is None:
        return UNKNOWN
    event = find_newest(told, event)
    year = infer_year(folded, sentences, told, event)
    if year is None:
        day = When(2000, event.when.month, event.when.day).first_day()
        shifted = day + dt.timedelta(days=event.shift) if day else None
        when = When(None, shifted.month, shifted.day) if shifted else None
        return Publication(when, None, f"{event.words} in the text, without a year")
    day = When(year.year, event.when.month, event.when.day).first_day()
    if day is None:
        return UNKNOWN
    day += dt.timedelta(days=event.shift)
    return Publication(_when(day), "inferred", f"{event.words} in the text; {year.evidence}")


def _nearest(event: Event, day: dt.date) -> dt.date | None:
    """Return the day of the report by its event, in the year that brings it nearest to `day`."""
    years = [event.when.year] if event.when.year else [day.year - 1, day.year, day.year + 1]
    days = [found for year in years if (found := When(year, event.when.month, event.when.day).first_day())]
    shift = dt.timedelta(days=event.shift)
    return min((found + shift for found in days), key=lambda d: (abs((d - day).days), d), default=None)


def _when(day: dt.date) -> When:
    return When(day.year, day.month, day.day)
