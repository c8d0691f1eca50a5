"""When an instrument was signed; not when it was handed over, comes into force or ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from flows.extract.agreements.telling import Telling
from flows.read.report import DateFound, Report
from flows.span import Span
from flows.when import When

_NEAR = 60
_FAR = 110
_NEAR_YEAR = 25
_LEAD = 3
_SEVERAL_WITHIN = 120
_SIGNED = re.compile(r"(?<!\w)(?:ký|signed)(?!\w)")
_RIGHT_AFTER = 14
# Words before a date that belongs to something else than a signing.
_OTHER_DATE = re.compile(
    r"(?:hiệu lực|thực hiện|áp dụng|hết hạn|thời hạn|kết thúc|thành lập|gia hạn|đến|tới|kể từ|bắt đầu|trước"
    r"|giai đoạn|\((?:sửa đổi|bổ sung|amended)|in force|effective|effect|until|expire[sd]?|since|from|by|through|starting|established in)"
    r"(?: (?:từ|vào|ngày|tháng|năm|hết|from|on|in|the)){0,3}\W*$"
)
_SINCE = re.compile(r"(?<!\w)từ (?:ngày |tháng |năm )?$")
_AIM = re.compile(r"nhằm|đạt|mục tiêu|reach|target")
_NOT_THEN = re.compile(r"[;:]|hiệu lực|thời hạn|nhằm|để|đạt|mục tiêu|in force|effective|took effect")
_OF_THE_NAME = re.compile(r"\s?(?:\((?:ký )?|ký )?(?:ngày |năm |tháng )?")
# The signing is part of the event that the report is about; or it is an earlier one.
_NOW = re.compile(
    r"chứng kiến|lễ ký|tại (?:buổi|lễ|cuộc|hội)|sau (?:hội đàm|cuộc|buổi|lễ|kỳ|phiên)|bên lề|cuối (?:buổi|cùng)|nhân dịp|dịp này|trong khuôn khổ"
    r"|kết thúc|cùng ngày|ngay sau|hôm nay|witness|ceremony|on this occasion|after the talks"
    r"|following the talks"
)
_DONE_BEFORE = re.compile(r"(?:đã|từng|had|have|has)(?: \w+){0,2} $")
EARLIER = re.compile(
    r"trước đó|trước đây|từng|từ khi|kể từ|năm ngoái|lâu nay|previously|earlier|since (?!the talks)"
)


def signed_when(report: Report, told: Telling) -> When | None:
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
        return _after(report, own, signing.verb.end, _FAR) or _after(report, own, later, 40)
    if signing.act == "referenced" or signing.verb is None:
        return None
    governing = told.governing.sentence.span
    around = own if governing == told.sentence.span else _dates(report.dates, governing)
    return (
        _before(report, around, signing.verb.start)
        or _after(report, own, title.end, _NEAR)
        or _after(report, around, signing.verb.end, 30)
        or _of_the_event(report, governing, signing.verb.start)
    )


def several_whens(report: Report, told: Telling) -> list[When | None]:
    """Give the dates of several instruments told of as one: "hai bản ghi nhớ …, bản đầu ký …, bản sau ký …"."""
    if told.signing.act not in {"signed", "referenced"}:
        return []
    start, end = told.title.span.end, min(told.sentence.span.end, told.title.span.end + _SEVERAL_WITHIN)
    dates = [
        d for d in _dates(report.dates, told.around) if start <= d.span.start < end and _belongs(report, d)
    ]
    is_dated = told.signing.verb is not None or _SIGNED.search(report.folded, start, end)
    return [d.when for d in dates] if is_dated and len(dates) > 1 else []


def _dates(dates: Sequence[DateFound], span: Span) -> list[DateFound]:
    first = bisect_left(dates, span.start, key=lambda d: d.span.start)
    last = bisect_right(dates, span.end, key=lambda d: d.span.start)
    return [d for d in dates[first:last] if span.holds(d.span)]


def _before(report: Report, dates: Sequence[DateFound], verb: int) -> When | None:
    """Take the last date before the verb, a year only where nothing finer stands there."""
    fit = [d.when for d in dates if d.span.end <= verb and _belongs(report, d) and not _is_since(report, d)]
    finer = [when for when in fit if when.precision != "year"]
    return next(reversed(finer or fit), None)


def _after(report: Report, dates: Sequence[DateFound], since: int, reach: int) -> When | None:
    """Take the first date after `since`, where nothing says that it is that of something else."""
    folded = report.folded
    for date in dates:
        start = date.span.start
        if since <= start <= since + reach and _belongs(report, date):
            is_year = date.when.precision == "year"
            if is_year and (start - since > _NEAR_YEAR or _AIM.search(folded, max(0, start - 60), start)):
                return None
            return None if _NOT_THEN.search(folded, since, start) else date.when
    return None


def _belongs(report: Report, date: DateFound) -> bool:
    return not _OTHER_DATE.search(report.folded, max(0, date.span.start - 40), date.span.start)


def _is_since(report: Report, date: DateFound) -> bool:
    """Tell whether something lasts since a date: "thăm Hàn Quốc từ ngày 21 - 23/6", "hợp tác từ năm 2016"."""
    start = date.span.start
    since = _SINCE.search(report.folded, max(0, start - 12), start)
    is_fronted = since is not None and report.text[since.start()].isupper()
    return since is not None and not (is_fronted and date.when.precision != "day")


def _of_the_event(report: Report, governing: Span, verb: int) -> When | None:
    """Take the day of the event that the report is about, where it tells the signing as part of that."""
    place = bisect_right(report.sentences, governing.start, key=lambda s: s.span.start) - 1
    told = report.folded[governing.start : min(governing.end, governing.start + 1000)]
    is_news = place < _LEAD or _NOW.search(told) or not _DONE_BEFORE.search(report.folded, verb - 20, verb)
    if EARLIER.search(told) or not is_news:
        return None
    before = [_days(report, s.span) for s in report.sentences[max(0, place - 2) : place]]
    if near := next((days for days in reversed(before) if days), None):
        return near[-1]
    lead = [day for s in report.sentences[: place + _LEAD] for day in _days(report, s.span)]
    return lead[0] if lead else None


def _days(report: Report, span: Span) -> list[When]:
    dates = _dates(report.dates, span)
    fit = [d for d in dates if _belongs(report, d) and not _is_since(report, d)]
    return [d.when for d in fit if d.when.precision == "day"]
