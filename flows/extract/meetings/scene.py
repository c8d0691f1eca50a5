"""One sentence as meetings are read from it: cues, persons, dates, places, and what came before."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.groups import Group
from flows.extract.records import Person
from flows.read.report import DateFound
from flows.span import Span
from flows.when import When

_OPENING = 45
_LEAD = 2
_RECENT = 600
_OVER_COMMA = 80
_WINDOW = 400
_RANGE_MARKS = frozenset({"-", "đến", "tới", "đến ngày", "tới ngày", "to", "until", "through"})
_SINCE = re.compile(r"\b(?:hồi|kể từ|since|until)\s+$")
_BACKGROUND = re.compile(r"\b(?:kể từ|từ khi|từ sau khi|sau khi|since)\b[^.;,]{0,40}$")
_AFTER_THAT = ("sau ", "ngay sau", "tiếp đó", "after ")
_AT = re.compile(r"\b(?:tại|ở|từ|in|at)\s+(?:thủ đô |thành phố )?$")
_TO_PLACE = re.compile(
    r"[\s\"']*(?:(?:và phu nhân|chính thức|cấp nhà nước|hữu nghị|và làm việc|với|tỉnh|tới|đến|tại|sang|nước|"
    r"đầu tiên|lần đầu|lại|thành phố|thủ đô|lần thứ \w+|song phương|to|in|official|state|the)\s+)*$"
)


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place in the text."""

    name: str
    country: str | None
    span: Span


@dataclass(slots=True)
class Memory:
    """What the sentences before have told.

    `last_of` is who was named last of each country; `day` the day told last, and where; `pair` and `met_on`
    the two who met last, and when; `today` the "today" of the last sentence; `deed` who met whom last in
    this sentence, `subject` who was named first in the sentence before; `sole` who stands for each country
    where the report names one official of each and no other.
    """

    last_of: dict[str, Person] = field(default_factory=dict)
    day: tuple[When, int] | None = None
    pair: tuple[str, ...] = ()
    met_on: When | None = None
    today: When | None = None
    deed: tuple[Group, Group | None] | None = None
    subject: Group | None = None
    sole: Mapping[str, Person] = field(default_factory=dict)

    def note(self, groups: Sequence[Group], dates: Sequence[DateFound]) -> None:
        """Take in a sentence that has been read."""
        for group in groups:
            for person in group.persons:
                if person.country is not None:
                    self.last_of[person.country] = person
        self.subject = groups[0] if groups else self.subject
        relative = [d.when for d in dates if d.when.weekday is not None or d.when.shift == 0]
        self.today = relative[0] if len(relative) == 1 else None
        first_day = next((d for d in dates if d.when.precision == "day"), None)
        if first_day is not None:
            self.day = (first_day.when, first_day.span.end)

    def both_sides(self, at: int) -> tuple[str, ...]:
        """Return whom "hai Bộ trưởng" means: the last pair that met, else who was named last of each side."""
        if self.pair:
            return self.pair
        sides = [p for c in ("VN", "KR") if (p := self.last_of.get(c)) and at - p.span.end < _RECENT]
        return tuple(p.key for p in sorted(sides, key=lambda p: p.span)) if len(sides) == 2 else ()

    def day_before(self, at: int) -> When | None:
        """Return the day told last, if that was not long ago."""
        return self.day[0] if self.day is not None and at - self.day[1] < _RECENT else None


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
    ) -> None:
        self.folded, self.span, self.number, self.memory = folded, span, number, memory
        self.cues, self.groups, self.dates, self.places = cues, groups, dates, places
        self._group_starts = [g.span.start for g in groups]
        self._place_starts = [p.span.start for p in places]
        self._cue_starts = [c.span.start for c in cues]
        self._held_at = [p for p in places if _AT.search(self.text(p.span.start - 22, p.span.start))]
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
        if self.text(self.span.start, self.span.start + 12).startswith(_AFTER_THAT):
            return self.memory.met_on or self.memory.day_before(self.span.start)
        return self.memory.today if self.number <= _LEAD else None

    def _give_dates_to_cues(self) -> None:
        """Give each date to the cue nearest to it; the last day of a range, "30/6 đến 3/7", to none."""
        last_end: int | None = None
        for date in self.dates:
            ends_range = last_end is not None and self.text(last_end, date.span.start).strip() in _RANGE_MARKS
            last_end = date.span.end
            if ends_range:
                continue
            if _BACKGROUND.search(self.text(date.span.start - 60, date.span.start)):
                continue
            index = bisect_left(self._cue_starts, date.span.start)
            near = list(self.cues[max(0, index - 1) : index + 1])
            if _SINCE.search(self.text(date.span.start - 8, date.span.start)):
                # "nhậm chức hồi tháng 5 và … điện đàm": no date of what follows it
                near = [c for c in near if c.span.end <= date.span.start]
            elif self._opening_date is None and date.span.start - self.span.start <= _OPENING:
                self._opening_date = date
            if near:
                cue = min(near, key=lambda c: (self._distance(date, c), c.span.start))
                self._dates_of.setdefault(cue, []).append(date)

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
