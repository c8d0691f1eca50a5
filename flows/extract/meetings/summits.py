"""Read summits and conferences: who takes part, who speaks there."""

import re
from dataclasses import replace

from flows.extract.meetings.attendance import companions, guests, speaker
from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.signings import witnesses_after
from flows.extract.meetings.subjects import chairs_after, left_of, right_of
from flows.extract.meetings.talks import read_talks
from flows.extract.meetings.telling import SIDES, concern_both, event_of, is_korean, is_wish
from flows.extract.records import Person

_ATTENDS = re.compile(
    r"\b(?:dự|tham dự|tham gia|đến|sang|phát biểu tại|khai mạc|bế mạc|chủ trì|điều hành|chủ tọa|attend\w*|"
    r"for|joined|"
    r"to|told|addressed|opened|closed|chaired|hosted)\b[^;.]{0,40}$"
)
_WITH_SOMEONE = re.compile(r"\s+(?:with|với)\b")
_HELD = re.compile(r"^\s*(?:\w+\s+){0,2}(?:held|hold|had|tiến hành|có)\s+(?:a\s+|cuộc\s+)?$")
_ON_OCCASION = re.compile(r"\bdịp\b")
_RELATIVE = re.compile(r"\b(?:who|người)\b")
_ORGANISES = re.compile(
    r"\b(?:tổ chức|diễn ra|khép lại|khai mạc|bế mạc|kết thúc|tổng kết|sơ kết|chủ nhà|đăng cai|"
    r"organi[sz]e[ds]?|hold|held|host(?:s|ed)?|take place|"
    r"took place|opened|closed|kicked off|wrapped up)\b"
)
_TO_COME = re.compile(r"\b(?:sẽ|dự kiến|chuẩn bị|chưa|hoãn|lùi|will|to be|expected|planned)\b")
_OPENS = re.compile(r"\b(?:phát biểu|khai mạc|bế mạc|chủ trì|addressed|addressing|opening)\b[^;.]{0,40}$")
_ON_THE_SIDE = re.compile(r"\b(?:nhân dịp|nhân|bên lề|khuôn khổ|sidelines of|margins of)\s+(?:the\s+)?$")
_LEAD = 4
_NEAR = 160


def read_summit(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "A dự Hội nghị cấp cao APEC", "the summit of A and B", a summit with its month."""
    start = cue.span.start
    if is_wish(scene.text(start - _NEAR, start)) or "bên lề" in scene.text(start - 10, start):
        return []
    right = right_of(scene, cue)
    if _WITH_SOMEONE.match(scene.folded, cue.span.end):
        return read_talks(scene, cue) if right is not None else []
    if right is not None and len(right.keys) > 1:
        return event_of(scene, cue, right.persons) if concern_both(right.persons, is_two_sided=False) else []
    left = left_of(scene, cue)
    between = scene.text(left.span.end, start) if left else ""
    if left is not None and _HELD.search(between) and {p.country for p in left.persons} >= SIDES:
        return event_of(scene, cue, left.persons)  # "A and B held a summit"
    if left is not None and _ATTENDS.search(between):
        persons = (*_who_attends(scene, left, between), *companions(scene, cue))
        return event_of(scene, cue, persons) if concern_both(persons, is_two_sided=False) else []
    around = scene.text(scene.span.start, start) + scene.text(start, start + 200)
    if (there := witnesses_after(scene, cue.span.end)) and concern_both(there, is_two_sided=False):
        return event_of(scene, cue, there)
    if left is None and scene.when(cue) is not None and _ORGANISES.search(around):
        return event_of(scene, cue, ())
    return []


def _who_attends(scene: Scene, left: Group, between: str) -> tuple[Person, ...]:
    """Tell who is meant: the sentence's subject in "A hội đàm với B nhân dịp dự …", B in "A and B, who …"."""
    if _ON_OCCASION.search(between):
        return scene.groups[0].persons
    return left.persons[-1:] if _RELATIVE.search(between) else left.persons


def read_conference(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "Phát biểu khai mạc Hội nghị, Bộ trưởng A …", "Hội thảo … do A và B chủ trì", one with its day.

    What is told of a conference counts by itself where it has to do with Korea and is dated; else it only
    adds to a conference told before.
    """
    start, end = cue.span.start, cue.span.end
    chairs = chairs_after(scene, cue)
    persons = chairs or witnesses_after(scene, end) or guests(scene, cue)
    left = left_of(scene, cue)
    if not persons and (talker := speaker(scene, cue)):
        persons = talker.persons
    if not persons and left is not None and _ATTENDS.search(scene.text(left.span.end, start)):
        persons = (*left.persons, *companions(scene, cue))
    when = scene.when(cue)
    is_dated = when is not None and when.precision == "day"
    is_theirs = is_korean(scene.text(start - _NEAR, start) + scene.text(start, end + _NEAR), persons)
    if persons:
        if not concern_both(persons, is_two_sided=False):
            return []
        is_firm = bool(chairs) or (is_theirs and (is_dated or _opens(scene, cue)))
        return [replace(e, adds=True) for e in event_of(scene, cue, persons, is_firm=is_firm)]
    around = scene.text(start - _NEAR, start) + scene.text(start, end + _NEAR)
    is_held = _ORGANISES.search(around) is not None and not _TO_COME.search(around)
    is_held = is_held and not _ON_THE_SIDE.search(scene.text(start - 30, start))
    if scene.number <= _LEAD and is_dated and is_theirs and is_held:
        return [replace(e, adds=True) for e in event_of(scene, cue, ())]
    return []


def _opens(scene: Scene, cue: CueFound) -> bool:
    return _OPENS.search(scene.text(cue.span.start - 60, cue.span.start)) is not None
