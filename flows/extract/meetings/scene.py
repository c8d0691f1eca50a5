"""One sentence as meetings are read from it: cues, persons, dates, places, and what came before."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.groups import Group
from flows.extract.meetings.memory import Memory
from flows.read.report import DateFound
from flows.span import Span
from flows.when import When

_OPENING = 45
_LEAD = 2
_OVER_COMMA = 80
_WINDOW = 400
_RANGE_MARKS = frozenset({"-", "đến", "tới", "đến ngày", "tới ngày", "to", "until", "through"})
_OPENS = re.compile(
    r"(?:[\W_]*(?:vào|sáng|trưa|chiều|tối|hôm|ngày|cũng|trước đó|tiếp đó|sau đó|hồi|on|in|sang|đến))*[\W_]*$"
)
_SAID = re.compile(r"\bsaid (?:on )?$")
_SAYS = re.compile(r"\s+(?:cho biết|cho hay|thông báo|công bố)\b")
_SINCE = re.compile(r"\b(?:hồi|kể từ|since|until)\s+$")
_BACKGROUND = re.compile(r"\b(?:kể từ|từ khi|từ sau khi|sau khi|since)\b[^.;,]{0,40}$")
_SAME_DAY = ("cùng ngày", "same day", "cùng hôm", "trong ngày")
_AFTER_THAT = (
    "sau ", "ngay sau", "tiếp đó", "buổi chiều", "buổi sáng", "buổi tối", "cùng ngày", "trong ngày",
    "cũng trong", "bên lề", "nhân dịp này", "in the afternoon", "in the morning", "later", "after ",
    "on the sidelines",
)  # fmt: skip
_AT = re.compile(r"\b(?:tại|ở|từ|in|at)\s+(?:thủ đô |thành phố )?$")
_TO_PLACE = re.compile(
    r"[\s\"']*(?:(?:và phu nhân|chính thức|cấp nhà nước|hữu nghị|và làm việc|với|tỉnh|tới|đến|tại|sang|nước|"
    r"đầu tiên|lần đầu|lại|thành phố|thủ đô|lần thứ \w+|\w+ ngày|ở|song phương|to|in|official|state|"
    r"the)\s+)*$"
)


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place in the text."""

    name: str
    country: str | None
    span: Span


def opens_with(folded: str, sentence: Span, date: DateFound) -> bool:
    """Tell whether a sentence opens with a date: "Chiều 7/12, …"."""
    return _OPENS.match(folded, sentence.start, date.span.start) is not None


class Scene:
    """A sentence with all that is found in it, in text order; `number` counts the sentences of the report."""

    def __init__(
        self,
        folded: str,
        span: Span,
        number: int,
        memory: Memory,
        *,
        cues: Sequence[CueFound],
        groups: Sequence[Group],
        dates: Sequence[DateFound],
        places: Sequence[PlaceFound],
        seats: Sequence[PlaceFound] = (),
    ) -> None:
        self.folded, self.span, self.number, self.memory = folded, span, number, memory
        self.cues, self.groups, self.places = cues, groups, places
        self.dates = [self._of_that_day(d) for d in dates]
        self._group_starts = [g.span.start for g in groups]
        self._place_starts = [p.span.start for p in places]
        self._cue_starts = [c.span.start for c in cues]
        held_at = [p for p in places if _AT.search(self.text(p.span.start - 22, p.span.start))]
        self._held_at = sorted((*held_at, *seats), key=lambda p: (p.span.start, -p.span.end))
        self._dates_of: dict[CueFound, list[DateFound]] = {}
        self._opening_date: DateFound | None = None
        self._give_dates_to_cues()

    def before(self, at: int) -> Sequence[Group]:
        """Return the last two groups that end before an offset."""
        index = bisect_left(self._group_starts, at)
        if index and self.groups[index - 1].span.end > at:
            index -= 1
        return self.groups[max(0, index - 2) : index]

    def after(self, at: int) -> Sequence[Group]:
        """Return the first three groups that start after an offset."""
        index = bisect_left(self._group_starts, at)
        return self.groups[index : index + 3]

    def text(self, start: int, end: int) -> str:
        """Return the folded text between two offsets, cut at the sentence's ends; its end if long."""
        start, end = max(start, self.span.start), min(end, self.span.end)
        return self.folded[max(start, end - _WINDOW) : end]

    def place_after(self, at: int) -> PlaceFound | None:
        """Return the place that is visited: "thăm | chính thức Việt Nam", "visit | to Seoul"."""
        index = bisect_left(self._place_starts, at)
        if index == len(self.places) or self._place_starts[index] - at > _WINDOW:
            return None
        place = self.places[index]
        return place if _TO_PLACE.match(self.folded, at, place.span.start) else None

    def place_of(self, cue: CueFound) -> PlaceFound | None:
        """Return where a cue's meeting is held: the place after "tại" that is nearest to the cue."""
        index = bisect_left(self._held_at, cue.span.start, key=lambda p: p.span.start)
        near = self._held_at[max(0, index - 1) : index + 1]
        return min(near, key=lambda p: abs(p.span.start - cue.span.start), default=None)

    def when(self, cue: CueFound) -> When | None:
        """Return the date of what a cue tells: the one that is nearer to it than to any other cue.

        Else the date with which the sentence opens; a sentence that opens with "Sau hội đàm" has the day
        of the sentences before, and one of the lead the "today" or "on Thursday" of the one before.
        """
        own = self._dates_of.get(cue)
        if own:
            return min(own, key=lambda d: (self._distance(d, cue), d.span.start)).when
        if self._opening_date is not None:
            is_of_other = self._cue_starts[0] < self._opening_date.span.start
            return None if is_of_other else self._opening_date.when
        if self.text(self.span.start, self.span.start + 18).startswith(_AFTER_THAT):
            return self.memory.met_on or self.memory.day_before(self.span.start)
        return self.memory.today if self.number <= _LEAD else None

    def dates_of(self, cues: Iterable[CueFound]) -> list[When]:
        """Return the days given to cues, each once."""
        days = [d.when for cue in cues for d in self._dates_of.get(cue, ()) if d.when.precision == "day"]
        return list(dict.fromkeys(days))

    def _of_that_day(self, date: DateFound) -> DateFound:
        """Give "cùng ngày" the day of the events told, where the words before it name another by the way."""
        if not date.span.of(self.folded).strip().endswith(_SAME_DAY):
            return date
        day = self.memory.day_of_events(date.when)
        return date if day is None else replace(date, when=day)

    def _give_dates_to_cues(self) -> None:
        """Give each date to the cue nearest to it; the last day of a range, "30/6 đến 3/7", to none."""
        last_end: int | None = None
        for date in self.dates:
            ends_range = last_end is not None and self.text(last_end, date.span.start).strip() in _RANGE_MARKS
            last_end = date.span.end
            if ends_range:
                continue
            if self._dates_statement(date):
                continue
            index = bisect_left(self._cue_starts, date.span.start)
            since = _BACKGROUND.search(self.text(date.span.start - 60, date.span.start))
            if since is not None:
                # "kể từ khi nhậm chức tháng 2", but "since his visit in May" has the visit's date
                last = self.cues[index - 1].span.start if index else -1
                if date.span.start - len(since[0]) > last:
                    continue
                self._dates_of.setdefault(self.cues[index - 1], []).append(date)
                continue
            near = list(self.cues[max(0, index - 1) : index + 1])
            is_opening = opens_with(self.folded, self.span, date)
            if not is_opening and _SINCE.search(self.text(date.span.start - 8, date.span.start)):
                # "nhậm chức hồi tháng 5 và … điện đàm": no date of what follows it
                near = [c for c in near if c.span.end <= date.span.start]
            elif self._opening_date is None and date.span.start - self.span.start <= _OPENING:
                self._opening_date = date
            if near:
                cue = min(near, key=lambda c: (self._distance(date, c), c.span.start))
                self._dates_of.setdefault(cue, []).append(date)

    def _dates_statement(self, date: DateFound) -> bool:
        """Tell whether it is the day somebody spoke: "Bộ Ngoại giao ngày 1/12 cho biết", "said Tuesday"."""
        if _SAID.search(self.text(date.span.start - 10, date.span.start)):
            return True
        return _SAYS.match(self.folded, date.span.end) is not None

    def _stands_after_on(self, date: DateFound) -> bool:
        """Tell whether English ties a date to what stands before it: "met … on Friday as part of a visit"."""
        return self.text(date.span.start - 4, date.span.start).endswith("on ")

    def _distance(self, date: DateFound, cue: CueFound) -> int:
        """How far a date is from a cue; one that follows it after a comma opens the next clause."""
        if date.span.end <= cue.span.start:
            is_english = date is not self._opening_date and self._stands_after_on(date)
            return cue.span.start - date.span.end + _OVER_COMMA * is_english
        has_comma = "," in self.text(cue.span.end, date.span.start)
        return date.span.start - cue.span.end + _OVER_COMMA * has_comma
