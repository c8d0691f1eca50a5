"""Read signings, ceremonies, summits and conferences: who signed, who was there, who spoke."""

import re
from dataclasses import replace

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.talks import read_talks
from flows.extract.meetings.telling import (
    concern_both,
    doer_of,
    event_of,
    event_of_keys,
    is_adverbial,
    is_pair,
    is_wish,
    left_of,
    right_of,
    subject_after,
)
from flows.extract.records import Person

_PURPOSE = re.compile(r"\b(?:để|chưa|không|sẽ|to)\b")
_DOCUMENT = re.compile(
    r"[^;.]{0,70}?\b(?:bản ghi nhớ|biên bản|thỏa thuận|hiệp định|văn kiện|mou|ý định thư|tuyên bố|kế hoạch|"
    r"chương trình|nghị định thư|memorand(?:um|a)|agreements?|documents?|deals?|pact)\b"
)
_PASSIVE = re.compile(
    r"\b(?:bản ghi nhớ|biên bản|thỏa thuận|hiệp định|văn kiện|mou|ý định thư|kế hoạch|chương trình)\b"
    r"[^;.]{0,200}(?<!sẽ )(?<!chưa )\bđược\s+(?:[^;.]{0,200})$"
)
_CREDENTIALS = re.compile(r"trình (?:thư|quốc)|presented")
_HANDED = re.compile(r"\b(?:trao|put|đặt bút)")
_BY = re.compile(r"\s+(?:in|on|at)\b[^;.]{0,50}?\bby\s+(?:[\w']+\s+){0,3}$")
_TO_COME = re.compile(r"\b(?:sẽ|dự kiến|chuẩn bị|chưa|không|từng|kể từ|will|expected|plans?)\b")
_KOREA = re.compile(r"\b(?:hàn quốc|hàn|koica|korean?|rok|seoul)\b")
_OPENING = 1500
_WITNESSES = re.compile(r"chứng kiến|witness")
_WITNESS_OF = re.compile(r"[^;.]{0,120}?\b(?:chứng kiến|tham dự|có mặt|presence) (?:của|of)\s+$")
_ATTENDS = re.compile(
    r"\b(?:dự|tham dự|tham gia|đến|sang|phát biểu tại|attend\w*|for|joined|to|told|addressed)\b[^;.]{0,40}$"
)
_WITH_SOMEONE = re.compile(r"\s+(?:with|với)\b")
_ON_OCCASION = re.compile(r"\bdịp\b")
_RELATIVE = re.compile(r"\b(?:who|người)\b")
_ORGANISES = re.compile(
    r"\b(?:tổ chức|diễn ra|khép lại|khai mạc|bế mạc|organi[sz]e|hold|held|host|take place)\b"
)
_SPEAKS = re.compile(
    r"\b(?:phát biểu|khai mạc|bế mạc|chủ trì|spoke|speaking|addressed|addressing)\b[^;.]{0,40}$"
)
_MEETS = frozenset({"talks", "phone_call", "meeting", "audience"})
_LEAD = 3
_FAR = 200


def read_signing(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "A và B ký Bản ghi nhớ", "hai Bộ trưởng chứng kiến lễ ký".

    A signing by nobody named is told only in the lead, with its day.
    """
    start, end = cue.span.start, cue.span.end
    is_act = cue.needs == "document"
    if is_act and scene.text(end, end + 4) == " by ":
        right = right_of(scene, cue)
        return event_of(scene, cue, right.persons) if right else []
    is_done = is_act and _is_passive(scene, start)
    if is_act and not is_done and not _DOCUMENT.match(scene.folded, end):
        return []
    if is_act and (after := scene.after(end)) and _BY.match(scene.folded, end, after[0].span.start):
        return event_of(scene, cue, after[0].persons)
    is_handed = not is_act and _HANDED.match(scene.folded, start) is not None
    if is_handed and (witnesses := _witnesses(scene, end)):
        return event_of(scene, cue, witnesses) if concern_both(witnesses, is_two_sided=False) else []
    left = doer_of(scene, cue) or left_of(scene, cue)
    between = scene.text(left.span.end if left else scene.span.start, start)
    if is_pair(between):
        keys = scene.memory.both_sides(start)
        events = event_of_keys(scene, cue, keys) if keys else []
        return [replace(e, when=e.when or scene.memory.met_on) for e in events]
    is_told = is_act or is_handed or _WITNESSES.search(scene.text(start, end)) is not None
    if left is None:
        when = scene.when(cue)
        is_lead = (
            scene.number <= _LEAD and (is_act or is_handed) and when is not None and when.precision == "day"
        )
        return event_of(scene, cue, ()) if is_lead else []
    if not is_told or is_wish(between) or _PURPOSE.search(between):
        return []
    if (is_act and _just_met(scene, cue)) or not concern_both(left.persons, is_two_sided=False):
        return []
    return event_of(scene, cue, (*left.persons, *_witnesses(scene, end)))


def _is_passive(scene: Scene, at: int) -> bool:
    """Tell whether the document stands before: "Thỏa thuận … được A và B ký"."""
    return _PASSIVE.search(scene.text(at - 380, at)) is not None


def _just_met(scene: Scene, cue: CueFound) -> bool:
    """Tell whether "met in Seoul and signed" tells one meeting, not a meeting and a signing."""
    index = scene.cues.index(cue) if len(scene.cues) < _FAR else 0
    if index == 0 or scene.cues[index - 1].kind not in _MEETS:
        return False
    return not set(",;") & set(scene.text(scene.cues[index - 1].span.end, cue.span.start))


def _witnesses(scene: Scene, at: int) -> tuple[Person, ...]:
    """Find who was there: "dưới sự chứng kiến của Tổng thống A và Chủ tịch nước B"."""
    after = scene.after(at)
    if not after or after[0].span.start - at > _FAR:
        return ()
    return after[0].persons if _WITNESS_OF.match(scene.folded, at, after[0].span.start) else ()


def read_ceremony(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "khởi công … dưới sự chứng kiến của A", "A trình Quốc thư lên B"."""
    if witnesses := _witnesses(scene, cue.span.end):
        return event_of(scene, cue, witnesses)
    left, right = left_of(scene, cue), right_of(scene, cue)
    if is_adverbial(scene, cue) and (speaker := subject_after(scene, cue.span.end)):
        is_firm = scene.when(cue) is not None and {p.country for p in speaker.persons} >= {"KR"}
        is_theirs = concern_both(speaker.persons, is_two_sided=False)
        return event_of(scene, cue, speaker.persons, is_firm=is_firm) if is_theirs else []
    if left is None and right is not None and _CREDENTIALS.match(scene.folded, cue.span.start):
        return event_of(scene, cue, right.persons)  # "Bốn đại sứ trình Quốc thư lên Chủ tịch nước A"
    if left is None and right is None:
        return event_of(scene, cue, ()) if _is_news(scene, cue) else []
    if left is not None and cue.needs == "speaker" and concern_both(left.persons, is_two_sided=False):
        return event_of(scene, cue, left.persons)
    if left is None or (right is None and not _ATTENDS.search(scene.text(left.span.end, cue.span.start))):
        return []
    persons = [*left.persons, *(right.persons if right else ())]
    return event_of(scene, cue, persons) if concern_both(persons, is_two_sided=False) else []


def _is_news(scene: Scene, cue: CueFound) -> bool:
    """Tell whether a report opens with a ceremony, on its day, that has to do with Korea."""
    when = scene.when(cue)
    if scene.number > _LEAD or when is None or when.precision != "day":
        return False
    if _TO_COME.search(scene.text(scene.span.start, cue.span.start)):
        return False
    return _KOREA.search(scene.folded, 0, min(scene.span.end, _OPENING)) is not None


def read_summit(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "A dự Hội nghị cấp cao APEC", "the summit of A and B", a summit with its month."""
    start = cue.span.start
    if is_wish(scene.text(scene.span.start, start)) or "bên lề" in scene.text(start - 10, start):
        return []
    right = right_of(scene, cue)
    if _WITH_SOMEONE.match(scene.folded, cue.span.end):
        return read_talks(scene, cue) if right is not None else []
    if right is not None and len(right.keys) > 1:
        return event_of(scene, cue, right.persons) if concern_both(right.persons, is_two_sided=False) else []
    left = left_of(scene, cue)
    between = scene.text(left.span.end, start) if left else ""
    if left is not None and _ATTENDS.search(between):
        persons = _who_attends(scene, left, between)
        return event_of(scene, cue, persons) if concern_both(persons, is_two_sided=False) else []
    around = scene.text(scene.span.start, start) + scene.text(start, start + 200)
    if left is None and scene.when(cue) is not None and _ORGANISES.search(around):
        return event_of(scene, cue, ())
    return []


def _who_attends(scene: Scene, left: Group, between: str) -> tuple[Person, ...]:
    """Tell who is meant: the sentence's subject in "A hội đàm với B nhân dịp dự …", B in "A and B, who …"."""
    if _ON_OCCASION.search(between):
        return scene.groups[0].persons
    return left.persons[-1:] if _RELATIVE.search(between) else left.persons


def read_conference(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "Phát biểu khai mạc Hội nghị, Bộ trưởng A …"."""
    if not _SPEAKS.search(scene.text(cue.span.start - 60, cue.span.start)):
        return []
    group = left_of(scene, cue) or subject_after(scene, cue.span.end)
    if group is None or not concern_both(group.persons, is_two_sided=False):
        return []
    return event_of(scene, cue, group.persons[:1])
