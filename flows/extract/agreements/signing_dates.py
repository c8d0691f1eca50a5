"""When an instrument was signed; not when it was handed over, comes into force or ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from flows.extract.agreements.telling import Telling
from flows.extract.phrases_at import PhrasesAt
from flows.read.report import DateFound, Report
from flows.reference.model import AgreementCueKind, Reference
from flows.span import Span
from flows.when import When

_NEAR: Final = 60
_FAR: Final = 110
_NEAR_YEAR: Final = 25
_LEAD: Final = 3
_SEVERAL_WITHIN: Final = 120
_RIGHT_AFTER: Final = 14
_OTHER_WITHIN: Final = 40
_SIGNED = re.compile(r"(?<!\w)(?:ký|signed)(?!\w)")
# Between a word such as "hiệu lực" and the date that belongs to it.
_TO_THE_DATE = re.compile(r"(?: (?:từ|vào|ngày|tháng|năm|hết|from|on|in|the)){0,3}\W*")
# "(sửa đổi năm 2003)"
_AMENDED = re.compile(r"\((?:sửa đổi|bổ sung|amended)(?: \w+){0,2}\W*$")
_SINCE = re.compile(r"(?<!\w)từ (?:ngày |tháng |năm )?$")
_CLAUSE = re.compile(r"[;:]")
_OF_THE_NAME = re.compile(r"\s?(?:\((?:ký )?|ký )?(?:ngày |năm |tháng )?")
_DONE_BEFORE = re.compile(r"(?:đã|từng|had|have|has)(?: \w+){0,2} $")
# "in 2006, 2010 and 2013"
_MORE_YEARS = re.compile(r"(?:(?:,| và| and| in|, and) (?:19|20)\d\d(?!\d)){1,4}")
_YEAR = re.compile(r"\d{4}")
_WORD_START = re.compile(r"(?<!\w)\w")


class SigningDates:
    """Finds the dates of signings; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        def listed(*kinds: AgreementCueKind) -> PhrasesAt:
            rows = ((c.kind, c.phrase) for c in reference.agreement_cues if c.kind in kinds)
            return PhrasesAt(rows, reference.terms)

        self._other = listed("other_date")
        self._between = listed("date_of_aim", "date_in_force")
        self._aims = listed("date_of_aim")
        self._of_the_event = listed("of_the_event")
        self._earlier = listed("earlier")

    def of(self, report: Report, told: Telling) -> When | None:
        """Give the date that belongs to the signing of an instrument; None where the text dates no signing."""
        signing, title, head_end = told.signing, told.title, told.hit.span.end
        if signing.act not in {"signed", "referenced"}:
            return None
        own = _dates(report.dates, told.around)
        for date in own:
            for end in (head_end, title.span.end, title.end):
                near = 0 <= date.span.start - end <= _RIGHT_AFTER
                if near and _OF_THE_NAME.fullmatch(report.folded, end, date.span.start):
                    return date.when
        if signing.is_after and signing.verb:
            later = title.named.end if title.named else title.end
            return self._after(report, own, signing.verb.end, _FAR) or self._after(report, own, later, 40)
        if signing.act == "referenced" or signing.verb is None:
            return None
        governing = told.governing.sentence.span
        around = own if governing == told.sentence.span else _dates(report.dates, governing)
        return (
            self._before(report, around, signing.verb.start)
            or self._after(report, own, title.end, _NEAR)
            or self._after(report, around, signing.verb.end, 30)
            or self._of_the_news(report, governing, signing.verb.start)
        )

    def of_several(self, report: Report, told: Telling) -> list[When | None]:
        """Give the dates of instruments told of as one: "hai bản ghi nhớ …, bản đầu ký …, bản sau ký …"."""
        if told.signing.act not in {"signed", "referenced"}:
            return []
        start, end = told.title.span.end, min(told.sentence.span.end, told.title.span.end + _SEVERAL_WITHIN)
        dates = [
            d for d in _dates(report.dates, told.around)
            if start <= d.span.start < end and self._belongs(report, d)
        ]  # fmt: skip
        is_dated = told.signing.verb is not None or _SIGNED.search(report.folded, start, end)
        whens = [when for d in dates for when in (d.when, *_more_years(report.folded, d))]
        return list(dict.fromkeys(whens)) if is_dated and len(whens) > 1 else []

    def is_earlier(self, folded: str, start: int, end: int) -> bool:
        """Tell whether a stretch says that something went before: "trước đó"."""
        return _holds(self._earlier, folded, start, end)

    def _before(self, report: Report, dates: Sequence[DateFound], verb: int) -> When | None:
        """Take the last date before the verb, a year only where nothing finer stands there."""
        fit = [
            d.when for d in dates
            if d.span.end <= verb and self._belongs(report, d) and not _is_since(report, d)
        ]  # fmt: skip
        finer = [when for when in fit if when.precision != "year"]
        return next(reversed(finer or fit), None)

    def _after(self, report: Report, dates: Sequence[DateFound], since: int, reach: int) -> When | None:
        """Take the first date after `since`, where nothing says that it is that of something else."""
        folded = report.folded
        for date in dates:
            start = date.span.start
            if since <= start <= since + reach and self._belongs(report, date):
                is_year = date.when.precision == "year"
                is_far = start - since > _NEAR_YEAR or _holds(self._aims, folded, max(0, start - 60), start)
                is_other = _CLAUSE.search(folded, since, start) or _holds(self._between, folded, since, start)
                return None if (is_year and is_far) or is_other else date.when
        return None

    def _belongs(self, report: Report, date: DateFound) -> bool:
        """Tell whether no word before a date says that it is that of something else than a signing."""
        folded, end = report.folded, date.span.start
        start = max(0, end - _OTHER_WITHIN)
        if _AMENDED.search(folded, start, end):
            return False
        found = list(self._other.within(folded, _word_start(folded, start, end), end))
        return not (found and _TO_THE_DATE.fullmatch(folded, found[-1].span.end, end))

    def _of_the_news(self, report: Report, governing: Span, verb: int) -> When | None:
        """Take the day of the event that the report is about, where it tells the signing as part of that."""
        folded, start, end = report.folded, governing.start, min(governing.end, governing.start + 1000)
        place = bisect_right(report.sentences, start, key=lambda s: s.span.start) - 1
        is_part = place < _LEAD or _holds(self._of_the_event, folded, start, end)
        if self.is_earlier(folded, start, end) or not (
            is_part or not _DONE_BEFORE.search(folded, verb - 20, verb)
        ):
            return None
        before = [self._days(report, s.span) for s in report.sentences[max(0, place - 2) : place]]
        if near := next((days for days in reversed(before) if days), None):
            return near[-1]
        lead = [day for s in report.sentences[: place + _LEAD] for day in self._days(report, s.span)]
        return lead[0] if lead else None

    def _days(self, report: Report, span: Span) -> list[When]:
        dates = _dates(report.dates, span)
        fit = [d for d in dates if self._belongs(report, d) and not _is_since(report, d)]
        return [d.when for d in fit if d.when.precision == "day"]


def _dates(dates: Sequence[DateFound], span: Span) -> list[DateFound]:
    first = bisect_left(dates, span.start, key=lambda d: d.span.start)
    last = bisect_right(dates, span.end, key=lambda d: d.span.start)
    return [d for d in dates[first:last] if span.holds(d.span)]


def _more_years(folded: str, date: DateFound) -> list[When]:
    """Read the bare years that follow a year: the second of "in 2006 and 2013"."""
    if date.when.precision != "year":
        return []
    found = _MORE_YEARS.match(folded, date.span.end)
    return [When(year=int(year)) for year in _YEAR.findall(found[0])] if found else []


def _is_since(report: Report, date: DateFound) -> bool:
    """Tell whether something lasts since a date: "thăm Hàn Quốc từ ngày 21 - 23/6", "hợp tác từ năm 2016"."""
    start = date.span.start
    since = _SINCE.search(report.folded, max(0, start - 12), start)
    is_fronted = since is not None and report.text[since.start()].isupper()
    return since is not None and not (is_fronted and date.when.precision != "day")


def _holds(cues: PhrasesAt, folded: str, start: int, end: int) -> bool:
    place = _word_start(folded, start, end)
    return next(cues.within(folded, place, end), None) is not None


def _word_start(folded: str, place: int, limit: int) -> int:
    found = _WORD_START.search(folded, place, limit)
    return found.start() if found else limit
