"""Who does and who is met: the persons before and after a cue, and those whom "khách" or "he" stands for."""

import re
from collections.abc import Sequence

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.groups import SOURCES, Group
from flows.extract.meetings.memory import Memory
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.telling import OTHER_SIDE
from flows.extract.records import Person
from flows.span import Span

_FAR = 160
_CONNECTION = 120
_NEXT = 20
_WITH = re.compile(
    r"\s*(?:(?:on|to)\s+|[^,;:.()\"]{0,40}?\b(?:với|giữa|cùng|của|lên|between|with|of|by|for)\s+"
    r"(?:(?:người đồng cấp|his|her|their|visiting)\b[^,;:.()\"]{0,30}\s"
    r"|[^,;:.()\"]{0,30}\bcounterpart,?\s+|(?:(?!that\b)[\w'&-]+\s+){1,4})?)?"
    r"(?:the\s+)?(?:visiting\s+|outgoing\s+|new\s+)?(?:[a-z]+'s\s)?$"
)
_BETWEEN_AFTER_ASIDE = re.compile(r"[^;:.()\"]{0,90}?,\s*(?:giữa|between)\s+$")
_COUNTERPART = re.compile(r"\s*(?:với\s+)?người đồng cấp[^,;:.()\"]{0,30},\s+$")
_LED = re.compile(
    r"\s*(?:và làm việc với\s+|với\s+|thân mật\s+)?(?:các\s+)?"
    r"(?:(?:phái )?đoàn\b(?:[^;.]|\btp\.){0,110}?\bdo\s+"
    r"|(?:a|the)\b[^;.]{0,20}\bdelegation\b[^;.]{0,80}?\b(?:led|headed) by\s+(?:the\s+)?)$"
)
_DELEGATION_ALONE = re.compile(
    r"\s*(?:và làm việc với\s+|với\s+|thân mật\s+)?(?:(?:(?:phái )?đoàn|khách|phía bạn)"
    r"(?=\s*(?:[.,;:(]|$)|\s+(?:tại|ở|vào|sáng|trưa|chiều|tối|ngày|hôm|có|là|trong|hàn quốc)\b)"
    r"|the (?:korean |vietnamese )?(?:delegation|guests?|visitors?)\b)"
)
_CHAIRED_BY = re.compile(r"[^;.]{0,120}?\b(?:do|chaired by|co-chaired by|hosted by)\s+(?:the\s+)?$")
_CHAIRS = re.compile(r"\s*,?\s*(?:cùng\s+)?(?:đồng )?chủ trì\b")
# What a subject cannot stand after: "nhận lời mời của A", "met with A".
_OBLIQUE = re.compile(r"\b(?:của|với|cho|tới|đến|từ|chào|tiếp|gặp|of|with|to|from|by|for)\s+(?:the\s+)?$")
_STANDS_IN = re.compile(
    r"(?:^|[,;.\"]\s*|\b(?:và|rồi|then|and)\s+)(?:(?:vị\s+)?(?:khách|thượng khách)|ông|bà|(?:phái\s+)?đoàn|"
    r"nhà lãnh đạo[^,;]{0,12}|vị (?:tổng thống|bộ trưởng|đại sứ)[^,;]{0,12}|"
    r"he|she|the (?:\w+ )?(?:leader|president|minister|speaker|official|guest|visitor|envoy|delegation))\b"
    r"[^,;.]{0,40}$"
)
_SHE_AND = re.compile(r"(?:^|[\s,;.\"])(?P<who>ông|bà|he|she)\s+(?:và|cùng với|cùng|and)\s+$")
_LONGEST_PRONOUN = 16
_AND_THEN = re.compile(
    r"[\s,;]*(?:(?:và|đã|sẽ|rồi|đồng thời|cũng|có|còn|sau đó|and|also|later|then)[\s,]+)*$"
)


def left_of(scene: Scene, cue: CueFound) -> Group | None:
    """Find the subject: the group nearest before a cue, but for a source ("Theo Thứ trưởng …").

    In "A nhận lời mời của B, sẽ tới …" that is A.
    """
    before = scene.before(cue.span.start)
    if not before:
        return None
    group = before[-1]
    gap = scene.text(group.span.end, cue.span.start)
    if len(before) > 1 and (len(gap) > _NEXT or "," in gap) and _is_oblique(scene, group):
        group = group if _is_oblique(scene, before[-2]) else before[-2]
    if scene.text(group.span.start - 14, group.span.start).endswith(SOURCES):
        return None
    if cue.span.start - group.span.end > _FAR or ";" in scene.text(group.span.end, cue.span.start):
        return None
    return group


def _is_oblique(scene: Scene, group: Group) -> bool:
    return _OBLIQUE.search(scene.text(group.span.start - 14, group.span.start)) is not None


def doer_of(scene: Scene, cue: CueFound) -> Group | None:
    """Find who goes on acting: A in "A hội đàm với B, hội kiến C; gặp D"."""
    before, deed = scene.before(cue.span.start), scene.memory.deed
    if not before or deed is None or deed[1] is None or deed[1].span != before[-1].span:
        return None
    return deed[0] if _AND_THEN.match(scene.folded, before[-1].span.end, cue.span.start) else None


def stand_in(scene: Scene, cue: CueFound, others: Sequence[Person]) -> Person | None:
    """Find whom "khách", "ông", "she" or "đoàn" beside a cue means: of the other side than those named there.

    That is who met one of them last, else the subject of the sentence before, else who was named last.
    """
    before = scene.before(cue.span.start)
    since = before[-1].span.end if before else scene.span.start
    is_subject = _STANDS_IN.search(scene.text(since, cue.span.start)) is not None
    if not (is_subject or _DELEGATION_ALONE.match(scene.folded, cue.span.end)):
        return None
    countries = {p.country for p in others}
    country = OTHER_SIDE.get(countries.pop() or "") if len(countries) == 1 else None
    if country is None:
        return None
    memory = scene.memory
    other = memory.other_in_pair([p.key for p in others], country)
    if other is None and memory.subject is not None:
        other = next((p for p in memory.subject.persons if p.country == country), None)
    return other or memory.last_of.get(country)


def right_of(scene: Scene, cue: CueFound) -> Group | None:
    """Find the object: the group that follows a cue at once, or after "với", "between", "đoàn … do"."""
    after = scene.after(cue.span.end)
    if not after or after[0].span.start - cue.span.end > _CONNECTION:
        return None
    ways = (_WITH, _BETWEEN_AFTER_ASIDE, _COUNTERPART, _LED)
    stretch = (cue.span.end, after[0].span.start)
    return after[0] if any(way.match(scene.folded, *stretch) for way in ways) else None


def chairs_after(scene: Scene, cue: CueFound) -> tuple[Person, ...]:
    """Find the chairs in "Hội thảo … do A và B (đồng) chủ trì", "session … co-chaired by A and B"."""
    after = scene.after(cue.span.end)
    if not after or not _CHAIRED_BY.match(scene.folded, cue.span.end, after[0].span.start):
        return ()
    is_english = scene.text(after[0].span.start - 5, after[0].span.start).strip().endswith(("by", "the"))
    return after[0].persons if is_english or _CHAIRS.match(scene.folded, after[0].span.end) else ()


def subject_after(scene: Scene, at: int) -> Group | None:
    """Find who acts after an adverbial: "Tại cuộc hội kiến …, Tổng Bí thư cho rằng"."""
    for group in scene.after(at):
        if scene.text(at, group.span.start).rstrip().endswith(","):
            return group
    return None


def speakers_after(scene: Scene, subject: Group | None) -> list[Person]:
    """Find who else speaks, of the other side: B in "Tại cuộc họp, A đề nghị …; Đại sứ B cho biết …"."""
    if subject is None or len({p.country for p in subject.persons}) != 1:
        return []
    country = OTHER_SIDE.get(subject.persons[0].country or "")
    for group in scene.after(subject.span.end):
        if scene.text(subject.span.end, group.span.start).rstrip().endswith((";", "; còn", ", còn")):
            return [p for p in group.persons[:1] if p.country == country]
    return []


_ADVERB = re.compile(
    r"(?<![-\w])(?:tại|trong|sau|trước|nhân|dịp|kết quả|at|during|after|before|following|in|on|since)\s+"
    r"(?:(?:khuôn khổ|các|cuộc|buổi|lần|the|a|an|his|her|their|lễ|dịp)\s+)*$|\b(?:khi|lúc|when)\s+$"
)


def is_adverbial(scene: Scene, cue: CueFound) -> bool:
    """Tell whether a cue stands in "Tại cuộc …", "during his …", "khi …"."""
    return _ADVERB.search(scene.text(cue.span.start - 40, cue.span.start)) is not None


def with_pronouns(folded: str, groups: Sequence[Group], memory: Memory) -> list[Group]:
    """Put the person meant into "bà cùng Bộ trưởng B", "he and Minister B".

    That is the subject of the sentence before, else who was named last, of the other side.
    """
    full = []
    for group in groups:
        start = group.span.start
        found = _SHE_AND.search(folded, max(0, start - _LONGEST_PRONOUN), start)
        other = _who_else(group, memory) if found is not None else None
        if found is not None and other is not None:
            full.append(Group(Span(found.start("who"), group.span.end), (other, *group.persons)))
        else:
            full.append(group)
    return full


def _who_else(group: Group, memory: Memory) -> Person | None:
    countries = {p.country for p in group.persons}
    country = OTHER_SIDE.get(countries.pop() or "") if len(countries) == 1 else None
    if country is None:
        return None
    subjects = memory.subject.persons if memory.subject is not None else ()
    return next((p for p in subjects if p.country == country), memory.last_of.get(country))
