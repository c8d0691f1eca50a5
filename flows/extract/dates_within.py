"""The dates that stand in a stretch of a report."""

from bisect import bisect_left
from collections.abc import Sequence

from flows.read.report import DateFound
from flows.span import Span


def dates_within(dates: Sequence[DateFound], span: Span) -> Sequence[DateFound]:
    """Return the dates that start in a span, of all dates of a report in the order of the text."""
    first = bisect_left(dates, span.start, key=lambda d: d.span.start)
    return dates[first : bisect_left(dates, span.end, key=lambda d: d.span.start)]
