"""Read ceremonies: "khởi công … dưới sự chứng kiến của A", "A trình Quốc thư lên B"."""

import re
from dataclasses import replace

from flows.extract.meetings.attendance import addressed, companions, guests, speaker
from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.signings import witnesses_after
from flows.extract.meetings.subjects import left_of, right_of
from flows.extract.meetings.telling import SIDES, concern_both, concerns_korea, event_of
from flows.extract.records import Person

_CREDENTIALS = re.compile(r"trình (?:thư|quốc)|presented")
_TO_COME = re.compile(r"\b(?:sẽ|dự kiến|chuẩn bị|chưa|không|từng|kể từ|will|expected|plans?)\b")
_ATTENDS = re.compile(
    r"\b(?:dự|tham dự|tham gia|đến|sang|phát biểu tại|attend\w*|for|joined|to|told|addressed)\b[^;.]{0,40}$"
)
_LEADS = re.compile(r"dẫn đầu|đứng đầu|(?:làm )?trưởng đoàn|led")
_JOINED = frozenset({"conference", "summit"})
_OPENS = re.compile(r"khai mạc")
_TALKED = frozenset({"conference", "summit", "meeting", "talks"})
_NEXT = 30
_LEAD = 3


def read_ceremony(scene: Scene, cue: CueFound) -> list[Event]:
    """Read a ceremony with those who open it, are there or speak there.

    One by nobody named is told only in the lead, with its day, where it has to do with Korea.
    """
    if witnesses := witnesses_after(scene, cue.span.end):
        return event_of(scene, cue, witnesses)
    if listed := guests(scene, cue):
        return _attended(scene, cue, listed)
    if talker := speaker(scene, cue):
        return _attended(scene, cue, (*talker.persons, *addressed(scene, talker)))
    left, right = left_of(scene, cue), right_of(scene, cue)
    if cue.needs == "someone" and left is not None:
        return _handed(scene, cue, left, right)
    if left is None and right is not None and _CREDENTIALS.match(scene.folded, cue.span.start):
        return event_of(scene, cue, right.persons)  # "Bốn đại sứ trình Quốc thư lên Chủ tịch nước A"
    if left is None and (right is None or cue.needs == "someone"):
        return event_of(scene, cue, ()) if _is_news(scene, cue) else []
    if left is not None and cue.needs == "speaker":
        persons = left.persons
        is_told = not _TO_COME.search(scene.text(cue.span.start - 160, cue.span.start))
        if _OPENS.match(scene.folded, cue.span.start):
            is_told = is_told and {p.country for p in persons} >= SIDES and not _of_conference(scene, cue)
        is_theirs = concern_both(persons, is_two_sided=False) and concerns_korea(scene)
        return event_of(scene, cue, persons) if is_told and is_theirs else []
    if left is None or (right is None and not _ATTENDS.search(scene.text(left.span.end, cue.span.start))):
        return []
    everyone = [*left.persons, *(right.persons if right else ()), *companions(scene, cue)]
    return event_of(scene, cue, everyone) if concern_both(everyone, is_two_sided=False) else []


def _of_conference(scene: Scene, cue: CueFound) -> bool:
    return any(0 <= c.span.start - cue.span.end < _NEXT and c.kind in _TALKED for c in scene.cues)


def _handed(scene: Scene, cue: CueFound, left: Group, right: Group | None) -> list[Event]:
    """Read "thiết bị vừa được A trao cho B": what the one side hands to the other."""
    persons = (*left.persons, *right.persons) if right else ()
    is_told = {p.country for p in persons} >= SIDES
    return event_of(scene, cue, persons) if is_told else []


def read_attendance(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "Dự lễ có A; về phía Hàn Quốc có B": who was at the gathering told last."""
    said = scene.text(cue.span.start, cue.span.end)
    kind = "ceremony" if "lễ" in said else scene.memory.gathering
    persons = tuple(p for group in scene.after(cue.span.end) for p in group.persons)
    if _LEADS.match(scene.folded, cue.span.start):
        kind = kind if kind in _JOINED and len(scene.cues) == 1 else None
        persons = _leader(scene, cue)
    if kind is None or not persons or not concern_both(persons, is_two_sided=False):
        return []
    is_firm = {p.country for p in persons} >= SIDES
    return [
        replace(e, kind=kind, rule=f"meetings.{kind}", adds=True)
        for e in event_of(scene, cue, persons, is_firm=is_firm)
    ]


def _leader(scene: Scene, cue: CueFound) -> tuple[Person, ...]:
    """Find A in "Đoàn Hàn Quốc do Bộ trưởng A dẫn đầu"."""
    before = scene.before(cue.span.start)
    if not before or cue.span.start - before[-1].span.end > _NEXT:
        return ()
    group = before[-1]
    return group.persons if scene.text(group.span.start - 4, group.span.start).strip() == "do" else ()


def _attended(scene: Scene, cue: CueFound, persons: tuple[Person, ...]) -> list[Event]:
    """Tell of those who were there; it is news by itself where Koreans were, or on its day."""
    if not concern_both(persons, is_two_sided=False):
        return []
    countries = {p.country for p in persons}
    is_firm = countries >= SIDES or (
        scene.when(cue) is not None and (countries >= {"KR"} or _is_news(scene, cue))
    )
    return [replace(e, adds=True) for e in event_of(scene, cue, persons, is_firm=is_firm)]


def _is_news(scene: Scene, cue: CueFound) -> bool:
    """Tell whether a report opens with a ceremony, on its day, that has to do with Korea."""
    when = scene.when(cue)
    if scene.number > _LEAD or when is None or when.precision != "day":
        return False
    if _TO_COME.search(scene.text(cue.span.start - 60, cue.span.start)):
        return False
    return concerns_korea(scene)
