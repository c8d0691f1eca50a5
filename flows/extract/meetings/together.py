"""Read meetings that no word names: officials of both sides, told to act together on a day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.telling import is_called_off
from flows.extract.records import MeetingKind, Person
from flows.read.report import DateFound
from flows.span import Span
from flows.when import When

_SIDES = frozenset({"VN", "KR"})
_TWO_SIDED: frozenset[MeetingKind] = frozenset(
    {"talks", "meeting", "audience", "phone_call", "signing", "ceremony"}
)
# A letter, an appointment, a plan, a memory: both are named, but did not meet.
_NOT_TOGETHER = re.compile(
    r"\b(?:sẽ|mời|mong|hy vọng|hi vọng|dự kiến|nếu|chưa|từng|kể từ|dưới thời|đề cử|bổ nhiệm|nhậm chức|gửi|"
    r"điện mừng|"
    r"thư (?:mừng|chúc|mời)|chúc mừng|chia buồn|thay thế|kế nhiệm|theo lời|will|would|hope[sd]?|invit\w+|"
    r"expected|"
    r"since|if|plans? to|(?:was|were) to|sent|letter|succe\w+|replac\w+|appointed|congratulated|"
    r"condolences)\b"
)
_KINDS: tuple[tuple[MeetingKind, re.Pattern[str]], ...] = (
    ("signing", re.compile(r"\b(?:ký|chữ ký|trao nhau|signed|signatures?|signing)\b")),
    ("summit", re.compile(r"\b(?:hội nghị (?:cấp cao|thượng đỉnh)|thượng đỉnh|summit)\b")),
    (
        "conference",
        re.compile(r"\b(?:hội nghị|diễn đàn|hội thảo|tọa đàm|forum|conference|workshop|seminar)\b"),
    ),
    (
        "ceremony",
        re.compile(r"\b(?:lễ|khánh thành|khởi công|động thổ|cắt băng|gắn biển|bàn giao|ceremony)\b"),
    ),
)
_GATHERINGS: frozenset[MeetingKind] = frozenset({"ceremony", "conference", "signing", "summit"})
_RELATIVE = re.compile(r"\b(?:mà|hồi|which|that|whose)\b")
_REPORTED = re.compile(r"\b(?:rằng|that|cho biết|cho hay|thông báo|said|says)\b")
_EARLIER = re.compile(r"\s*(?:trước đó|trước đây|năm ngoái|hồi|khi ấy|earlier|previously)\b")
_AFTER = 15
_MOST = 4


@dataclass(frozen=True, slots=True)
class Together:
    """A sentence that names officials of both sides; `is_joined` where it names them in one breath."""

    span: Span
    kind: MeetingKind
    persons: tuple[Person, ...]
    when: When | None
    is_joined: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """Who they are, each once, in the order named."""
        return tuple(dict.fromkeys(p.key for p in self.persons))


def told_together(
    folded: str, sentence: Span, groups: Sequence[Group], dates: Sequence[DateFound], day_before: When | None
) -> Together | None:
    """Return who of both sides a sentence names, with its day; None where it tells no deed of theirs.

    Those named in one breath ("A và B cùng gắn biển") may have their day from the sentence before.
    """
    persons = [p for group in groups for p in group.persons if p.country is not None]
    sides = [p for p in persons if p.country in _SIDES]
    if {p.country for p in sides} != _SIDES or len({p.key for p in persons}) > _MOST:
        return None
    first = sides[0]
    other = next(p for p in sides if p.country != first.country)
    between = sorted((first.span, other.span))
    if _REPORTED.search(folded, between[0].end, between[1].start):
        return None  # "A nói với báo chí rằng B …"
    near = min(sentence.end, other.span.end + _AFTER)
    if is_called_off(folded, sentence) or _NOT_TOGETHER.search(folded, sentence.start, near):
        return None
    days = [d.when for d in dates if d.when.precision == "day" and not _is_of_other(folded, d, first, other)]
    if not days and any(d.when.precision == "day" for d in dates):
        return None
    is_joined = any({p.country for p in g.persons} >= _SIDES for g in groups)
    goes_on = is_joined and _EARLIER.match(folded, sentence.start) is None
    when = days[0] if days else day_before if goes_on else None
    kind: MeetingKind = next(
        (kind for kind, said in _KINDS if said.search(folded, sentence.start, sentence.end)), "meeting"
    )
    return None if when is None else Together(sentence, kind, tuple(sides), when, is_joined)


def _is_of_other(folded: str, date: DateFound, first: Person, other: Person) -> bool:
    """Tell whether a date is parted from both: "khai giảng hôm 25/2 lớp học mà A và B …"."""
    at = min(first.span.start, other.span.start)
    return date.span.end < at and _RELATIVE.search(folded, date.span.end, at) is not None


def with_those_together(events: list[Event], told: Sequence[Together]) -> list[Event]:
    """Complete events that know of one side only, and add the meetings of those whom none names together."""
    added = list(events)
    for telling in told:
        keys = set(telling.keys)
        if any(len(keys & set(e.participants)) > 1 for e in added):
            continue
        half = next((i for i, e in enumerate(added) if _is_half(e, telling)), None)
        if half is not None:
            everyone = dict.fromkeys((*added[half].participants, *telling.keys))
            added[half] = replace(added[half], participants=tuple(everyone))
        else:
            added.append(
                Event(
                    kind=telling.kind,
                    when=telling.when,
                    place=None,
                    participants=telling.keys,
                    span=telling.span,
                    rule="meetings.together",
                )
            )
    return added


def _is_half(event: Event, telling: Together) -> bool:
    """Tell whether an event of the same sentence knows of one side only, or of nobody."""
    known = set(event.participants)
    kinds = _TWO_SIDED | _GATHERINGS if known else _GATHERINGS
    return event.span == telling.span and event.kind in kinds and known < set(telling.keys)
