"""Read sessions that the text names by themselves: "Kỳ họp lần thứ 8 Ủy ban hỗn hợp … do A và B chủ trì"."""

import re

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.telling import concern_both, event_of, is_wish

_CHAIRED_BY = re.compile(r"\bdo\s+$")
_CHAIRS = re.compile(r"\s*,?\s*(?:đồng )?chủ trì\b")
_OF_BOTH = re.compile(
    r"\bviệt(?: nam)?\s?-\s?hàn(?: quốc)?\b|\bhàn(?: quốc)?\s?-\s?việt(?: nam)?\b|\bmekong\s?-\s?hàn\b|"
    r"\bhai (?:nước|bộ|chính phủ)\b|\bgiữa việt nam (?:và|với) hàn quốc\b|\bkorea\s?-\s?viet ?nam\b|"
    r"\bviet ?nam\s?-\s?korea\b|\bnhóm công tác\b"
)
_TAKES_PLACE = re.compile(
    r"\b(?:diễn ra|khép lại|bế mạc|khai mạc|kết thúc|tổ chức|gặp nhau|họp phiên|họp tại|"
    r"took place|opened|ended|held|met)\b"
)
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến|chưa thể|hoãn|hủy|lùi|will|postponed|cancelled)\b")
_NEAR = 200


def read_session(scene: Scene, cue: CueFound) -> list[Event]:
    """Read a session with its chairs, or with its day where it is held and is of both countries."""
    start, end = cue.span.start, cue.span.end
    if is_wish(scene.text(start - 60, start)):
        return []
    for group in scene.after(end):
        opening, closing = group.span.start, group.span.end
        if _CHAIRED_BY.search(scene.text(opening - 4, opening)) and _CHAIRS.match(scene.folded, closing):
            return (
                event_of(scene, cue, group.persons) if concern_both(group.persons, is_two_sided=True) else []
            )
    around = scene.text(start - _NEAR, start) + scene.text(start, end + _NEAR)
    if scene.when(cue) is None or _PLANNED.search(around):
        return []
    is_held = _OF_BOTH.search(around) is not None and _TAKES_PLACE.search(around) is not None
    return event_of(scene, cue, ()) if is_held else []
