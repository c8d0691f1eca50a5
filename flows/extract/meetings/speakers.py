"""Who spoke at the one gathering that a report tells of, though no words say that it was there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.records import MeetingKind
from flows.span import Span

_GATHERINGS: frozenset[MeetingKind] = frozenset({"ceremony", "conference"})
_LEAD = 1200
_OPENING = 70
_SAYS = re.compile(
    r"[^.;]{0,70}?\b(?:cảm ơn|đề nghị|kiến nghị|cho biết|cho hay|khẳng định|nhấn mạnh|bày tỏ|mong|hy vọng|"
    r"cam kết|"
    r"đánh giá|phát biểu|nói|cho rằng|ghi nhận|tin tưởng|hứa|mời gọi|said|thanked|asked|praised|pledged|"
    r"hoped|"
    r"expressed|noted|called|promised)\b"
)


def speakers_of(folded: str, sentence: Span, groups: Sequence[Group]) -> tuple[str, ...]:
    """Return who speaks in a sentence: its first person, if what follows is a verb of speech."""
    if not groups or groups[0].span.start - sentence.start > _OPENING:
        return ()
    return groups[0].keys if _SAYS.match(folded, groups[0].span.end, sentence.end) else ()


def with_speakers(events: list[Event], said: Sequence[tuple[int, tuple[str, ...]]]) -> list[Event]:
    """Add to a gathering those who speak after it is told.

    Only where the report opens with it and tells of no other meeting: else nobody knows where they spoke.

    Args:
        events: the events of a report.
        said: where a sentence starts, and who speaks in it, in text order.
    """
    first = min(events, key=lambda e: e.span, default=None)
    others = [e for e in events if e is not first and e.kind != "visit"]
    if first is None or first.kind not in _GATHERINGS or others or first.span.start > _LEAD:
        return events
    if first.when is None or not (first.adds or not first.participants):
        return events
    keys = [key for at, speakers in said if at > first.span.start for key in speakers]
    full = replace(first, participants=tuple(dict.fromkeys((*first.participants, *keys))))
    return [full if e is first else e for e in events]
