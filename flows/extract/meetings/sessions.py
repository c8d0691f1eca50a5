"""Read sessions that the text names by themselves: "Kỳ họp lần thứ 8 Ủy ban hỗn hợp … do A và B chủ trì"."""

import re
from dataclasses import replace

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.subjects import chairs_after, is_adverbial, left_of, subject_after
from flows.extract.meetings.talks import read_talks
from flows.extract.meetings.telling import SIDES, concern_both, concerns_korea, event_of, is_wish
from flows.span import Span

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
_MEET = "gặp nhau"
_PRESENTS = re.compile(
    r"\s+(?:ông|bà|đại diện|lãnh đạo|chủ tịch|tổng giám đốc|giám đốc|phó|nhà đầu tư|liên danh|tập đoàn|"
    r"công ty|đoàn)\b"
    r"[^.;]{0,140}?\b(?:báo cáo|trình bày|giới thiệu|thuyết trình|đề xuất|kiến nghị|nêu)\b"
)


def read_session(scene: Scene, cue: CueFound) -> list[Event]:
    """Read a session with its chairs, or with its day where it is held and is of both countries."""
    start, end = cue.span.start, cue.span.end
    if is_wish(scene.text(start - 60, start)):
        return []
    if chairs := chairs_after(scene, cue):
        return event_of(scene, cue, chairs) if concern_both(chairs, is_two_sided=True) else []
    subject = subject_after(scene, end) if is_adverbial(scene, cue) else None
    if subject is not None and {p.country for p in subject.persons} >= SIDES:
        return event_of(scene, cue, subject.persons)  # "Tại kỳ họp lần thứ 14, A và B ký …"
    if scene.text(start, end).endswith(_MEET):
        verb = replace(cue, needs=None, span=Span(end - len(_MEET), end))
        if met := read_talks(scene, verb):
            return [replace(event, when=scene.when(cue)) for event in met]
    around = scene.text(start - _NEAR, start) + scene.text(start, end + _NEAR)
    if scene.when(cue) is None or _PLANNED.search(around):
        return []
    is_of_both = _OF_BOTH.search(around) is not None or (cue.kind == "talks" and concerns_korea(scene))
    is_held = is_of_both and _TAKES_PLACE.search(around) is not None
    return event_of(scene, cue, ()) if is_held else []


def read_hearing(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "Sáng 3/4, A nghe ông B, Tổng giám đốc …, trình bày": an official hears somebody that day."""
    left, when = left_of(scene, cue), scene.when(cue)
    if left is None or when is None or when.precision != "day" or not concerns_korea(scene):
        return []
    found = _PRESENTS.match(scene.folded, cue.span.end)
    if found is None or found.end() > scene.span.end:
        return []
    others = [p for group in scene.after(cue.span.end)[:1] for p in group.persons]
    persons = [*left.persons, *others]
    return event_of(scene, cue, persons) if concern_both(persons, is_two_sided=True) else []
