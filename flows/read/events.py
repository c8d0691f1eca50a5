"""The day that a report is about, as its first sentences tell it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.read.told_dates import ToldDate
from flows.when import When

_LEAD_SENTENCES = 5
_HOLIDAY = re.compile(r"\b(?:quốc khánh|kỷ niệm|lễ|tết|thành lập|sinh|sự kiện|vụ)(?: ngày)? \(?$")
_BEGINS_CLAUSE = re.compile(r"(?:^|[.!?,;:(*•+-]) ?(?:(?:ngày|sáng|trưa|chiều|tối|hôm|on) ){0,2}$")
_BETWEEN_TODAY = re.compile(r"[ ,(]{0,3}(?:ngày )?")
_ONGOING = re.compile(r"\b(?:đang|bắt đầu|khai mạc|begins?|started|is (?:in|on|visiting|paying))\b")
_OF_DAY = re.compile(
    r"\b(?:sáng|trưa|chiều|tối|đêm|khuya|morning of|afternoon of|evening of)(?: sớm| muộn)?"
    r"(?: thứ \w+| chủ nhật)?,? ?(?:ngày )?\(?$"
)
_SAYS_AFTER = re.compile(r"\)?,? (?:cho hay|cho biết|thông báo|công bố|khẳng định|said\b|announced\b)")
_ON_DAY = re.compile(r"\b(?:ngày|hôm|on)(?: (?:thứ \w+|chủ nhật|\w+day),?)?(?: ngày)? \(?$")
_OF_PAPER = re.compile(
    r"\b(?:ban hành|ra đời|hiệu lực|thiết lập|thành lập|nâng cấp|diplomatic|hết hạn|gia hạn|nhậm chức"
    r"|sinh|ghi nhớ|hiệp định|thỏa thuận|văn bản|nghị định"
    r"|quyết định|thông tư|công văn|nghị quyết|hợp đồng|số \d|signed|dated|issued|agreement|memorandum|effect"
    r"|force|born)\b|\b(?:ký|kể từ|vào|trước|sau|đến|tới|since|until|before|after|by) ?$"
)
_IS_SIGNED = re.compile(r"\b(?:đã|vừa|được|were|was)\b.{0,60}\b(?:ký|ký kết|signed)\b.{0,40}$")
_OF_OLD_PAPER = re.compile(r"\b(?:theo|căn cứ|kể từ|hết hạn|hết hiệu lực|gia hạn|under|since|according)\b")
_THEN_PLACE = re.compile(r" ?(?:[.(;]|$|\n|(?:tại|ở|giữa|với|trước sự|in|at|between)\b)")
_HAPPENED = re.compile(
    r"\b(?:diễn ra|tổ chức|khai mạc|bế mạc|khởi công|khánh thành|động thổ|hội đàm|hội kiến|gặp|tiếp|làm việc"
    r"|họp|held|met|took place|opened|received|visited|talks)\b"
)
_HEAD_SENTENCES = 3
_PAPER_CHARS = 40
_CLAUSE_CHARS = 140
_NEWEST_DAYS = 7
_MOST_FULL_DAYS = 20  # so that no text costs more than in proportion to its length
_FROM = re.compile(r"\b(?:từ|kể từ|from|starting)(?: ngày)? $")


@dataclass(frozen=True, slots=True)
class Event:
    """The day a report is about: `when` may lack its year; publication is `shift` days later.

    Attributes:
        when: the day.
        words: as written.
        place: its offset in the text.
        shift: days from it to the publication, where the words tell ("hôm qua, ngày 27/5").
        is_today: they tell.
        is_certain: they tell, or the day opens a sentence of the lead or is said to be past: the report is
            not older than that day.
        in_first: it stands in the first sentence.
    """

    when: When
    words: str
    place: int
    shift: int = 0
    is_today: bool = False
    is_certain: bool = False
    in_first: bool = False


def find_event(folded: str, told: Sequence[ToldDate]) -> Event | None:
    """Find the day that the report is about.

    That is a day named together with "hôm nay" or "hôm qua", wherever it stands; else the latest day in the
    first sentences that has no year and is past; else such a day with its year, where it opens a clause or is
    told as news ("ngày 31/12/2013, hai Bộ đã ký"; not "bản ghi nhớ ngày 21/4/2015"). A day with its year also
    goes before days without one that may be no news at all.
    """
    for first, second in pairwise(told):
        event = _today(folded, first, second) or _today(folded, second, first)
        if event:
            return event
    lead = [
        t
        for t in told
        if 0 <= t.sentence < _LEAD_SENTENCES and t.when.day and not t.is_ahead and _may_be_reported(folded, t)
    ]
    yearless = [t for t in lead if not t.when.is_complete]
    single = [t for t in yearless if not (t.is_range_start or t.is_range_end)]
    full = [t for t in lead if t.when.is_complete][:_MOST_FULL_DAYS]
    full = [t for t in full if _is_reported(folded, told, t)]
    if full and not any(t.opens_sentence or t.is_past for t in single):
        newest = max(full, key=lambda t: str(t.when))
        return Event(
            newest.when, newest.words, newest.found.span.start, is_certain=_is_news(folded, newest),
            in_first=newest.sentence == 0,
        )  # fmt: skip
    if single:
        return _event(_latest(single))
    if yearless:
        start = yearless[0].found.span.start
        goes_on = _ONGOING.search(folded, max(0, start - 200), start)
        wanted = [t for t in yearless if (t.is_range_start if goes_on else t.is_range_end)]
        return _event((wanted or yearless)[0])
    return None


def find_newest(told: Sequence[ToldDate], event: Event) -> Event:
    """Return `event`, or a day told further on of a few days later: "On October 18, they signed"."""
    found = event
    for t in told:
        is_told = (
            t.sentence >= 0 and t.when.day and not t.is_ahead and not (t.is_range_start or t.is_range_end)
        )
        if event.is_today or not is_told or not t.opens_sentence or t.found.span.start < event.place:
            continue
        if t.when.is_complete == event.when.is_complete and 0 < _days_between(found, t) <= _NEWEST_DAYS:
            found = Event(
                t.when, t.words, t.found.span.start, is_certain=event.is_certain, in_first=event.in_first
            )
    return found


def find_later(told: Sequence[ToldDate], printed: dt.date, most_days: int) -> Event | None:
    """Return the latest day with its year that the lead tells as past though a printed date is before it."""
    found: Event | None = None
    latest = 1  # the other side of the world may have the next day
    for t in told:
        if not (0 <= t.sentence < _LEAD_SENTENCES and t.when.day and t.when.is_complete and t.is_past):
            continue
        day = t.when.first_day()
        if day and latest < (day - printed).days <= most_days:
            latest = (day - printed).days
            found = Event(t.when, t.words, t.found.span.start, is_certain=True, in_first=t.sentence == 0)
    return found


def _days_between(event: Event, later: ToldDate) -> int:
    year = event.when.year or later.when.year or 2000
    first = When(year, event.when.month, event.when.day).first_day()
    last = When(later.when.year or year, later.when.month, later.when.day).first_day()
    return (last - first).days if first and last else 0


def _is_news(folded: str, told: ToldDate) -> bool:
    """Tell whether a day is told as news are: with its time of day, or by who said something on it."""
    start, end = told.found.span.start, told.found.span.end
    behind = folded[max(0, start - 24) : start].rpartition("\n")[2]
    return bool(_OF_DAY.search(behind) or _SAYS_AFTER.match(folded, end))


def _is_reported(folded: str, told: Sequence[ToldDate], day: ToldDate) -> bool:
    """Tell whether a day with its year is that of the report, and not of something told beside it.

    A day that only stands with "ngày" near the head must not be that of a document told of, and nothing of
    the text may be later and past.
    """
    if _opens_clause(folded, day):
        return True
    if _is_news(folded, day):
        return not _is_followed(told, day)
    start = day.found.span.start
    near = folded[max(0, start - _PAPER_CHARS) : start].rpartition("\n")[2]
    wide = folded[max(0, start - _CLAUSE_CHARS) : start].rpartition("\n")[2].rpartition(". ")[2]
    on = _ON_DAY.search(near)
    if day.is_range_start or on is None or _is_followed(told, day):
        return False
    if day.sentence == 0 and _IS_SIGNED.search(wide):
        return bool(_THEN_PLACE.match(folded, day.found.span.end)) and not _OF_OLD_PAPER.search(wide)
    if _OF_PAPER.search(near[: on.start()]):
        return False
    return day.sentence == 0 or (day.sentence < _HEAD_SENTENCES and bool(_HAPPENED.search(wide)))


def _is_followed(told: Sequence[ToldDate], day: ToldDate) -> bool:
    """Tell whether a text tells of something past and later than `day`, by more than a month."""
    return any(
        not t.is_ahead
        and t.when.year is not None
        and (t.is_past or t.when.month is not None)
        and (t.when.year, t.when.month or 1) > (day.when.year or 0, (day.when.month or 1) + 1)
        for t in told
    )


def _may_be_reported(folded: str, told: ToldDate) -> bool:
    """Tell whether a day may be that of the report: not "từ ngày 1/1" (in force from), "Quốc khánh 2/9"."""
    before = folded[max(0, told.found.span.start - 24) : told.found.span.start]
    starts_something = bool(_FROM.search(before)) and not told.is_range_start
    return not starts_something and not _HOLIDAY.search(before)


def _event(told: ToldDate) -> Event:
    certain = (told.opens_sentence or told.is_past) and not (told.is_range_start or told.is_range_end)
    return Event(
        told.when, told.words, told.found.span.start, is_certain=certain, in_first=told.sentence == 0
    )


def _today(folded: str, near: ToldDate, day: ToldDate) -> Event | None:
    """Read "hôm nay (22-3)", "chiều nay 1.8", "hôm qua, ngày 27/5"."""
    if near.when.unit != "d" or near.when.shift is None or not day.when.day or near.sentence != day.sentence:
        return None
    first, second = sorted((near.found.span, day.found.span))
    if not _BETWEEN_TODAY.fullmatch(folded, first.end, second.start):
        return None
    words = f"{near.words} ({day.words})"
    return Event(
        day.when,
        words,
        first.start,
        -near.when.shift,
        is_today=True,
        is_certain=True,
        in_first=near.sentence == 0,
    )


def _opens_clause(folded: str, told: ToldDate) -> bool:
    start = told.found.span.start
    return bool(_BEGINS_CLAUSE.search(folded[max(0, start - 24) : start].rpartition("\n")[2]))


def _latest(days: Sequence[ToldDate]) -> ToldDate:
    """Return the latest of days without years; the turn of a year may lie between them."""
    places = [(t.when.month or 1) * 31 + (t.when.day or 1) for t in days]
    turned = max(places) - min(places) > 186
    ranked = [(place + 372 if turned and place < 186 else place, -at) for at, place in enumerate(places)]
    return days[-max(ranked)[1]]
