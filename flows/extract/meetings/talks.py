"""Read talks, calls, audiences, meetings and press briefings: who met whom."""

import re
from collections.abc import Sequence

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.telling import (
    OTHER_SIDE,
    SIDES,
    concern_both,
    doer_of,
    event_of,
    event_of_keys,
    is_adverbial,
    is_pair,
    left_of,
    right_of,
    subject_after,
)
from flows.extract.records import Person

_BETWEEN = re.compile(r"\b(?:giữa|between|of)\s")
_OWN = re.compile(r"\b(?:his|her|their)\s+(?:\w+\s+)?$")
_DELEGATION = re.compile(
    r"\s*(?:và làm việc với\s+|thân mật\s+)?(?:ông|bà|ngài|đoàn|đại diện|lãnh đạo|chủ tịch|đại sứ|"
    r"tổng giám đốc|giám đốc|bộ trưởng|thứ trưởng|thị trưởng|tỉnh trưởng|phó|nghị sĩ|doanh nghiệp|"
    r"a delegation|visiting|(?:for )(?:the|a|visiting|out-?going|vietnamese|korean|rok)) "
)
_BOTH_ENDS = re.compile(
    r"\bhai (?:bên|cơ quan|nước|bộ|phía|chính phủ)\b|\bđôi bên\b|\bphía (?:bạn|hàn quốc)\b|\bboth sides\b|"
    r"\bministers\b"
)
_ALONE_WITH = re.compile(r"(?:làm việc|tiếp|gặp|đàm|kiến|talks|call|meeting)\b")
_SPOKESPERSON = re.compile(r"phát ngôn|spokes", re.IGNORECASE)
_TELLS = frozenset({"told"})
_CAPTION = 14
_PLANS = re.compile(r"\b(?:sẽ|các cuộc|will)\b")


def read_talks(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "A hội đàm với B", "A và B điện đàm", "cuộc gặp giữa A và B", "Tại cuộc hội kiến B, A …"."""
    right = right_of(scene, cue)
    has_object = right is not None or _has_delegation(scene, cue) or _is_passive(scene, left_of(scene, cue))
    if cue.needs == "someone" and not has_object:
        return []
    persons: list[Person] = list(right.persons) if right else []
    is_firm = has_object
    if right is None or not _BETWEEN.search(scene.text(cue.span.end, right.span.start)):
        if is_adverbial(scene, cue):
            subject = _subject_of_adverbial(scene, cue, right)
            persons += subject.persons if subject else ()
            is_firm = is_firm or (subject is not None and len(subject.keys) > 1)
            if other := _the_other(scene, cue, persons):
                persons.append(other)
                is_firm = True
        elif _OWN.search(scene.text(cue.span.start - 40, cue.span.start)):
            persons = [*_owner(scene, right), *persons]
        else:
            left = doer_of(scene, cue) or left_of(scene, cue)
            since = left.span.end if left else scene.span.start
            if is_pair(scene.text(since, cue.span.start)):
                keys = scene.memory.both_sides(cue.span.start)
                return event_of_keys(scene, cue, keys) if keys else []
            persons = [*_subjects(scene, left, right), *persons]
            is_firm = is_firm or len({p.key for p in persons}) > 1
    if not persons:
        return _without_persons(scene, cue)
    if not concern_both(persons, is_two_sided=True):
        persons = [p for p in persons if p.country in SIDES]
        is_firm = True
        if {p.country for p in persons} != SIDES:
            return []
    if cue.kind == "press_briefing" and len({p.country for p in persons}) < 2:
        return event_of(scene, cue, persons) if _is_regular(scene, cue, persons) else []
    if scene.text(cue.span.start, cue.span.end) in _TELLS and (
        {p.country for p in persons} != SIDES or scene.when(cue) is None
    ):
        return []
    return [
        event for met in _one_by_one(persons, right) for event in event_of(scene, cue, met, is_firm=is_firm)
    ]


def _one_by_one(persons: Sequence[Person], right: Group | None) -> list[Sequence[Person]]:
    """Take apart "A hội kiến với Tổng Bí thư B, Thủ tướng C và Chủ tịch Quốc hội D": three meetings."""
    others = right.persons if right else ()
    doers = [p for p in persons if p not in others]
    if len(others) < 2 or len(doers) != 1 or any(p.country == doers[0].country for p in others):
        return [persons]
    return [(doers[0], other) for other in others if other.country in SIDES]


def _the_other(scene: Scene, cue: CueFound, persons: Sequence[Person]) -> Person | None:
    """Find who else met in "Tại buổi làm việc ngày 3/7, A …": the only official of the other country."""
    sole = scene.memory.sole
    if len({p.key for p in persons}) != 1 or scene.when(cue) is None:
        return None
    if not _ALONE_WITH.search(scene.text(cue.span.start, cue.span.end)):
        return None
    return sole.get(OTHER_SIDE.get(persons[0].country or "", ""))


def _is_regular(scene: Scene, cue: CueFound, persons: Sequence[Person]) -> bool:
    """Tell whether a spokesperson briefs the press on a given day."""
    return scene.when(cue) is not None and any(_SPOKESPERSON.search(p.role or "") for p in persons)


def _owner(scene: Scene, right: Group | None) -> Sequence[Person]:
    """Find whose "his talks with B" were: the sentence's subject, if of the other side."""
    if not scene.groups or right is None or scene.groups[0] is right:
        return ()
    theirs = {p.country for p in right.persons}
    return [p for p in scene.groups[0].persons[:1] if {p.country, *theirs} == SIDES]


def _subject_of_adverbial(scene: Scene, cue: CueFound, right: Group | None) -> Group | None:
    """Find who met in "Tại cuộc hội kiến B, A …", in "A đề nghị … trong cuộc gặp B", in a caption."""
    subject = subject_after(scene, right.span.end if right else cue.span.end)
    before = scene.before(cue.span.start)
    if subject is not None or not before:
        return subject
    return before[-1] if cue.span.start - before[-1].span.end <= _CAPTION else scene.groups[0]


def _has_delegation(scene: Scene, cue: CueFound) -> bool:
    """Tell whether somebody who is no official follows, "tiếp đoàn doanh nghiệp …", in more than a plan."""
    if _DELEGATION.match(scene.folded, cue.span.end) is None:
        return False
    before = scene.before(cue.span.start)
    since = before[-1].span.end if before else scene.span.start
    return _PLANS.search(scene.text(since, cue.span.start)) is None


def _subjects(scene: Scene, left: Group | None, right: Group | None) -> Sequence[Person]:
    """Find who acts: the group before the verb, both groups in "A được B tiếp"."""
    if left is None:
        return ()
    scene.memory.deed = (left, right)
    before = scene.before(left.span.start)
    return (*before[-1].persons, *left.persons) if before and _is_passive(scene, left) else left.persons


def _is_passive(scene: Scene, left: Group | None) -> bool:
    """Tell whether it is B who acts, in "A được B tiếp"."""
    return left is not None and scene.text(left.span.start - 8, left.span.start).rstrip().endswith("được")


def _without_persons(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "cuộc họp tháng 4/2024 của hai cơ quan": a date, two ends, nobody named.

    Without two ends it may still date a meeting that is told later.
    """
    if cue.needs is not None or scene.when(cue) is None:
        return []
    if is_pair(scene.text(cue.span.end, cue.span.end + 80)):
        sole = sorted(scene.memory.sole.values(), key=lambda p: p.span)
        keys = scene.memory.both_sides(cue.span.start) or tuple(p.key for p in sole)
        return event_of_keys(scene, cue, keys) if keys else []
    around = scene.text(cue.span.start - 200, cue.span.start) + scene.text(cue.span.start, cue.span.end + 200)
    has_ends = _BOTH_ENDS.search(around) is not None
    return event_of(scene, cue, (), is_firm=has_ends and cue.kind in ("meeting", "talks"))
