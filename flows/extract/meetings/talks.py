"""Read talks, calls, audiences, meetings and press briefings: who met whom."""

import re
from collections.abc import Sequence

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.subjects import (
    chairs_after,
    doer_of,
    is_adverbial,
    left_of,
    right_of,
    speakers_after,
    stand_in,
    subject_after,
)
from flows.extract.meetings.telling import (
    OTHER_SIDE,
    SIDES,
    concern_both,
    event_of,
    event_of_keys,
    pair_of,
)
from flows.extract.records import Person
from flows.span import Span

_BETWEEN = re.compile(r"\b(?:giữa|between|of)\s")
_OWN = re.compile(r"\b(?:his|her|their)\s+(?:\w+\s+)?$")
_DELEGATION = re.compile(
    r"\s*(?:(?:và làm việc )?(?:với|cùng)\s+|thân mật\s+)?(?:ông|bà|ngài|(?:phái )?đoàn|đại diện|lãnh đạo|"
    r"chủ tịch|"
    r"đại sứ|tổng giám đốc|giám đốc|bộ trưởng|thứ trưởng|thị trưởng|tỉnh trưởng|phó|nghị sĩ|doanh nghiệp|"
    r"a delegation|the (?:korean|vietnamese|visiting|guests?|visitors?|delegation)|visiting|"
    r"(?:for )(?:the|a|visiting|out-?going|vietnamese|korean|rok))\b"
)
_BOTH_ENDS = re.compile(
    r"\bhai (?:bên|cơ quan|nước|bộ|phía|chính phủ)\b|\bđôi bên\b|\bphía (?:bạn|hàn quốc)\b|\bboth sides\b|"
    r"\bministers\b"
)
_ALONE_WITH = re.compile(r"(?:làm việc|tiếp|gặp|đàm|kiến|họp|talks|call|meeting)\b")
_TALKS = re.compile(r"hội đàm|talks")
_SPOKESPERSON = re.compile(r"phát ngôn|spokes", re.IGNORECASE)
# These words tell of a meeting only where both sides and the day are told with them.
_WEAK = re.compile(r"told|asked|trao đổi|thảo luận|bàn bạc")
_DENIED = re.compile(
    r"\b(?:chưa|chẳng|không|không thể|nếu|mong|muốn|hy vọng|đề nghị|mời|sớm|hẹn|would|could|"
    r"(?<!\bin )(?<!\blast )(?<!\bsince )may(?! ?[\d,.])|might|if|"
    r"hopes? to|(?:was|were) to|"
    r"not|never)\s+(?:(?:có|được|lại|cùng|sớm|tổ chức|any|have|a|be|been)\s+)*$"
)
_POINTS_BACK = re.compile(r"\s*(?:này|đó|ấy|nói trên|vừa qua)\b")
_PURPOSE = re.compile(r"\b(?:for|để|nhằm|to (?:hold|have))\s+(?:[^,;.]{0,30}\bvà\s+|\w+\s+)?$")
_TO_COME = re.compile(r"\b(?:sẽ|dự kiến|chuẩn bị|will|plans?|due|expected)\b")
_HOSTS = re.compile(
    r"\s*(?:và làm việc )?(?:với\s+)?(?:phái )?đoàn\b[^,.;:]{0,40}?\b(?:có|gồm)\b[^.;]{0,30}$"
)
_SIDELINES = re.compile(r"\bbên lề\b|\bsidelines\b|\bmargins\b")
_CAPTION = 14
_PLANS = re.compile(r"\b(?:sẽ|các cuộc|will)\b")


def read_talks(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "A hội đàm với B", "A và B điện đàm", "cuộc gặp giữa A và B", "Tại cuộc hội kiến B, A …"."""
    if _DENIED.search(scene.text(cue.span.start - 40, cue.span.start)) or _is_only_planned(scene, cue):
        return []
    if chairs := chairs_after(scene, cue):
        return event_of(scene, cue, chairs) if concern_both(chairs, is_two_sided=True) else []
    right = right_of(scene, cue)
    has_object = right is not None or _has_delegation(scene, cue) or _is_passive(scene, left_of(scene, cue))
    if cue.needs == "someone" and not has_object:
        return []
    keys = _pair_before(scene, cue, right)
    if keys is not None:
        return event_of_keys(scene, cue, keys) if keys else []
    persons, is_firm = _who_met(scene, cue, right)
    if not persons:
        return _without_persons(scene, cue)
    if not concern_both(persons, is_two_sided=True):
        persons = [p for p in persons if p.country in SIDES]
        is_firm = True
        if {p.country for p in persons} != SIDES:
            return []
    if cue.kind == "press_briefing" and len({p.country for p in persons}) < 2:
        return event_of(scene, cue, persons) if _is_regular(scene, cue, persons) else []
    if _WEAK.match(scene.folded, cue.span.start) and not _is_enough(scene, cue, persons):
        return []
    is_firm = is_firm or has_object
    return [
        event for met in _one_by_one(persons, right) for event in event_of(scene, cue, met, is_firm=is_firm)
    ]


def _is_enough(scene: Scene, cue: CueFound, persons: Sequence[Person]) -> bool:
    """Tell whether both sides are told, with the day or "bên lề" of what else."""
    if {p.country for p in persons} != SIDES:
        return False
    return scene.when(cue) is not None or _SIDELINES.search(scene.folded, *_ends(scene.span)) is not None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_only_planned(scene: Scene, cue: CueFound) -> bool:
    """Tell whether talks are but the purpose of what is to come: "will visit Vietnam for talks with B"."""
    before = scene.text(cue.span.start - 140, cue.span.start)
    return _PURPOSE.search(before) is not None and _TO_COME.search(before) is not None


def _pair_before(scene: Scene, cue: CueFound, right: Group | None) -> tuple[str, ...] | None:
    """Return whom "hai Bộ trưởng" means before a cue; None where no such pair is its subject."""
    if is_adverbial(scene, cue) or (right is not None and _tells_both(scene, cue, right)):
        return None
    left = doer_of(scene, cue) or left_of(scene, cue)
    if left is not None and {p.country for p in left.persons} >= SIDES:
        return None  # "The two ministers, A and B, met …"
    since = left.span.end if left else scene.span.start
    return pair_of(scene, scene.text(since, cue.span.start), cue.span.start)


def _tells_both(scene: Scene, cue: CueFound, right: Group) -> bool:
    return _BETWEEN.search(scene.text(cue.span.end, right.span.start)) is not None


def _who_met(scene: Scene, cue: CueFound, right: Group | None) -> tuple[list[Person], bool]:
    """Find all who met, and whether the words tell a meeting by themselves."""
    persons: list[Person] = list(right.persons) if right else []
    is_firm = False
    if right is not None and _tells_both(scene, cue, right):
        return persons, True
    if is_adverbial(scene, cue):
        subject = _subject_of_adverbial(scene, cue, right)
        persons += subject.persons if subject else ()
        persons += speakers_after(scene, subject)
        is_firm = len({p.country for p in persons} & SIDES) > 1 or (
            subject is not None and len(subject.keys) > 1
        )
        if other := _the_other(scene, cue, persons):
            persons.append(other)
            is_firm = True
    elif _OWN.search(scene.text(cue.span.start - 40, cue.span.start)):
        persons = [*_owner(scene, right), *persons]
    else:
        left = doer_of(scene, cue) or left_of(scene, cue)
        persons = [*_subjects(scene, cue, left, right), *persons]
        is_firm = len({p.key for p in persons}) > 1
    if other := stand_in(scene, cue, persons):
        if right is not None:
            scene.memory.deed = (Group(other.span, (other,)), right)
        return [other, *persons], True
    return persons, is_firm


def _one_by_one(persons: Sequence[Person], right: Group | None) -> list[Sequence[Person]]:
    """Take apart "A hội kiến với Tổng Bí thư B, Thủ tướng C và Chủ tịch Quốc hội D": three meetings."""
    others = right.persons if right else ()
    doers = [p for p in persons if p not in others]
    if len(others) < 2 or len(doers) != 1 or any(p.country == doers[0].country for p in others):
        return [persons]
    return [(doers[0], other) for other in others if other.country in SIDES]


def _the_other(scene: Scene, cue: CueFound, persons: Sequence[Person]) -> Person | None:
    """Find who else met in "Tại buổi làm việc ngày 3/7, A …": the only official of the other country.

    In talks it is the one of like rank: "trong hội đàm ngày 13/12, Chủ tịch Quốc hội B …".
    """
    if len({p.key for p in persons}) != 1 or scene.when(cue) is None:
        return None
    said = scene.text(cue.span.start, cue.span.end)
    country = OTHER_SIDE.get(persons[0].country or "", "")
    if not _ALONE_WITH.search(said):
        return None
    sole = scene.memory.sole.get(country)
    return scene.memory.of_like_rank(persons[0], country) if sole is None and _TALKS.search(said) else sole


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


def _subjects(scene: Scene, cue: CueFound, left: Group | None, right: Group | None) -> Sequence[Person]:
    """Find who acts: those before the verb, both groups in "A được B tiếp", A in "Tiếp B, A …"."""
    if left is None:
        if scene.before(cue.span.start) or (cue.needs != "someone" and right is None):
            return ()
        left = _hosts(scene, cue) or subject_after(scene, right.span.end if right else cue.span.end)
        return left.persons if left is not None else ()
    scene.memory.deed = (left, right)
    before = scene.before(left.span.start)
    return (*before[-1].persons, *left.persons) if before and _is_passive(scene, left) else left.persons


def _hosts(scene: Scene, cue: CueFound) -> Group | None:
    """Find who receives in "Tiếp đoàn có các đồng chí A, B"."""
    after = scene.after(cue.span.end)
    return after[0] if after and _HOSTS.match(scene.folded, cue.span.end, after[0].span.start) else None


def _is_passive(scene: Scene, left: Group | None) -> bool:
    """Tell whether it is B who acts, in "A được B tiếp"."""
    return left is not None and scene.text(left.span.start - 8, left.span.start).rstrip().endswith("được")


def _without_persons(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "cuộc họp tháng 4/2024 của hai cơ quan": a date, two ends, nobody named.

    Without two ends it may still date a meeting that is told later.
    """
    if cue.needs is not None or scene.when(cue) is None or _POINTS_BACK.match(scene.folded, cue.span.end):
        return []
    keys = pair_of(scene, scene.text(cue.span.end, cue.span.end + 80), cue.span.start)
    if keys is not None:
        sole = sorted(scene.memory.sole.values(), key=lambda p: p.span)
        keys = keys or tuple(p.key for p in sole)
        return event_of_keys(scene, cue, keys) if keys else []
    around = scene.text(cue.span.start - 200, cue.span.start) + scene.text(cue.span.start, cue.span.end + 200)
    has_ends = _BOTH_ENDS.search(around) is not None
    return event_of(scene, cue, (), is_firm=has_ends and cue.kind in ("meeting", "talks"))
