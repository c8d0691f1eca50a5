"""Read signings: who signed, who looked on."""

import re
from dataclasses import replace

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.subjects import doer_of, left_of, right_of
from flows.extract.meetings.telling import SIDES, concern_both, event_of, event_of_keys, is_wish, pair_of
from flows.extract.records import Person

_PURPOSE = re.compile(r"\b(?:để|chưa|không|sẽ|dự kiến|to)\b")
_DOCUMENT = re.compile(
    r"[^;.]{0,70}?\b(?:bản ghi nhớ|biên bản|thỏa thuận|hiệp định|văn kiện|văn bản|mou|ý định thư|tuyên bố|"
    r"kế hoạch|"
    r"chương trình|nghị định thư|gia hạn|memorand(?:um|a)|agreements?|documents?|deals?|pact|papers?|minutes|"
    r"statement|plans?|programmes?|treaty|accord|protocol|declaration|letter of intent|"
    r"record of discussions?)\b"
)
# "Bản ghi nhớ ký năm 2010", "signed in Seoul": what was signed stands before.
_NO_OBJECT = re.compile(
    r"\s+(?:năm|ngày|tháng|hồi|nhân|tại|ở|vào|cuối|đầu|giữa (?:năm|tháng)|hôm|từ|sáng|chiều|tối|trưa|in|on|"
    r"at|last|"
    r"this|earlier)\b"
)
_AGENT = re.compile(r"(?<!chưa )(?<!sẽ )\b(?:do|được|vừa được|đã được)\s+$")
_NOT_YET = re.compile(r"\b(?:sẽ|chưa|dự kiến|phải)\s+(?:do|được)\s+$")
_PASSIVE = re.compile(
    r"\b(?:bản ghi nhớ|biên bản|thỏa thuận|hiệp định|văn kiện|mou|ý định thư|kế hoạch|chương trình)\b"
    r"[^;.]{0,200}(?<!sẽ )(?<!chưa )\bđược\s+(?:[^;.]{0,200})$|\b(?:was|were|been)\s+(?:\w+\s+)?$"
)
_SIGNERS_ARE = re.compile(r"(?:\s+ký)?(?:\s+[^;.,]{0,40})?\s+là\s+$")
_SIGNED_BETWEEN = re.compile(r"\s+[^;.]{0,60}?\b(?:giữa|bởi|between)\s+$")
_OTHER_SUBJECT = re.compile(
    r"\bmà\b|\b(?:hai|các|ba) (?:nước|bộ|bên|tỉnh|thành phố|cơ quan|địa phương)\b|\bwhich\b"
)
_WITH = re.compile(
    r"\s+(?:kết\s+)?(?:[^,;.]{0,60}\s)?(?:với|cùng|with)\s+(?:(?:người đồng cấp|his|her)\b[^,;.]{0,40})?$"
)
_AGREED_TO = re.compile(
    r"\b(?:nhất trí|thống nhất|cam kết|đồng ý|chuẩn bị|tiến tới|agreed to|plan to)\s+(?:sớm\s+)?$"
)
_ON_BEHALF = re.compile(r"\b(?:thay mặt|đại diện|on behalf of)\b")
_LIGHT = re.compile(
    r"(?:hai|the two|both)\s[^,;:.]{2,24}?(?:\s+(?:đã|cùng|vừa|cũng|còn|đồng|và|có|dự|tham dự|tiến hành|"
    r"thực hiện|"
    r"then|also|jointly|later|have|had))*\s*$|\bthey\s+(?:\w+\s+)?$"
)
_BY = re.compile(r"\s+(?:in|on|at)\b[^;.]{0,50}?\bby\s+(?:[\w']+\s+){0,3}$")
_HANDED = re.compile(r"\b(?:trao|put|đặt bút|oversaw|exchang)")
_WITNESSES = re.compile(r"chứng kiến|witness|oversaw|looked on")
_WITNESS_OF = re.compile(
    r"[^;.]{0,120}?\b(?:chứng kiến|tham dự|có mặt|phát biểu|presence|witness) (?:của|of)\s+(?:the\s+|"
    r"các\s+)?$"
)
_MEETS = frozenset({"talks", "phone_call", "meeting", "audience"})
_LEAD = 3
_FAR = 200
_MANY = 200
_NEXT = 20


def read_signing(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "A và B ký Bản ghi nhớ", "Thỏa thuận do A và B ký", "hai Bộ trưởng chứng kiến lễ ký".

    A signing by nobody named is told only in the lead, with its day.
    """
    is_act = cue.needs == "document"
    if signers := _signers_after(scene, cue):
        return event_of(scene, cue, signers)
    if is_act and (agent := _agent_before(scene, cue)):
        is_told = {p.country for p in agent} >= SIDES or scene.when(cue) is not None
        return event_of(scene, cue, agent) if is_told and concern_both(agent, is_two_sided=False) else []
    is_with = bool(_with_whom(scene, cue.span.end))
    if is_act and not (is_with or _DOCUMENT.match(scene.folded, cue.span.end) or _is_passive(scene, cue)):
        return []
    if not is_act and (witnesses := witnesses_after(scene, cue.span.end)):
        is_theirs = concern_both(witnesses, is_two_sided=False)
        return [replace(e, adds=True) for e in event_of(scene, cue, witnesses)] if is_theirs else []
    if (keys := _pair_at(scene, cue)) is not None:
        events = event_of_keys(scene, cue, keys) if keys else []
        return [replace(e, when=e.when or scene.memory.met_on) for e in events]
    left = doer_of(scene, cue) or left_of(scene, cue)
    since = left.span.end if left else scene.span.start
    is_objectless = is_act and _NO_OBJECT.match(scene.folded, cue.span.end) is not None
    if is_objectless and cue.span.start - since > _NEXT and (left is not None or not _is_passive(scene, cue)):
        return []
    if left is None:
        return _unsigned(scene, cue, is_act=is_act)
    return _by_those_before(scene, cue, left, is_act=is_act)


def _by_those_before(scene: Scene, cue: CueFound, left: Group, *, is_act: bool) -> list[Event]:
    """Read "A và B … ký": not where they only mean to, or where others sign."""
    start, end = cue.span.start, cue.span.end
    is_told = is_act or _HANDED.match(scene.folded, start) or _WITNESSES.search(scene.text(start, end))
    between = scene.text(left.span.end, start)
    if (
        not is_told
        or _AGREED_TO.search(between)
        or is_wish(between)
        or _PURPOSE.search(between)
        or _others_sign(between)
    ):
        return []
    if (is_act and _just_met(scene, cue)) or not concern_both(left.persons, is_two_sided=False):
        return []
    return event_of(scene, cue, (*left.persons, *_with_whom(scene, end), *witnesses_after(scene, end)))


def _with_whom(scene: Scene, at: int) -> tuple[Person, ...]:
    """Find B in "A ký với B"."""
    after = scene.after(at)
    return after[0].persons if after and _WITH.match(scene.folded, at, after[0].span.start) else ()


def _others_sign(between: str) -> bool:
    """Tell whether others sign: "A khánh thành dự án mà hai nước ký"; not so "A thay mặt hai nước ký"."""
    return _OTHER_SUBJECT.search(between) is not None and _ON_BEHALF.search(between) is None


def _unsigned(scene: Scene, cue: CueFound, *, is_act: bool) -> list[Event]:
    """Read "Ngày 5/5, hai bộ ký Hiệp định …" in the lead."""
    when = scene.when(cue)
    if scene.number > _LEAD or when is None or when.precision != "day":
        return []
    is_told = is_act or _HANDED.search(scene.text(cue.span.start, cue.span.end)) is not None
    foreign = any(p.country is not None and p.country not in SIDES for p in scene.places)
    return event_of(scene, cue, ()) if is_told and not foreign else []


def _is_passive(scene: Scene, cue: CueFound) -> bool:
    """Tell whether the document stands before: "Kế hoạch … đã được hai Bộ trưởng ký chiều 15/4"."""
    return _PASSIVE.search(scene.text(cue.span.start - 380, cue.span.start)) is not None


def _signers_after(scene: Scene, cue: CueFound) -> tuple[Person, ...]:
    """Find who signed in "signed (in Seoul) by A", "đặt bút ký là A và B"."""
    end = cue.span.end
    after = scene.after(end)
    if scene.text(end, end + 4) == " by ":
        right = right_of(scene, cue)
        return right.persons if right else ()
    if not after:
        return ()
    stretch = (end, after[0].span.start)
    is_between = _SIGNED_BETWEEN.match(scene.folded, *stretch) and _is_passive(scene, cue)
    says_who = scene.text(cue.span.start, end).endswith(" là") and after[0].span.start - end <= 1
    if (
        says_who
        or is_between
        or _BY.match(scene.folded, *stretch)
        or _SIGNERS_ARE.match(scene.folded, *stretch)
    ):
        return after[0].persons
    return ()


def _agent_before(scene: Scene, cue: CueFound) -> tuple[Person, ...]:
    """Find who signed in "Thỏa thuận … do A và B ký", "… được A và B ký tháng 4/2018"."""
    before = scene.before(cue.span.start)
    if not before or cue.span.start - before[-1].span.end > _NEXT:
        return ()
    group = before[-1]
    preceding = scene.text(group.span.start - 24, group.span.start)
    if not _AGENT.search(preceding) or _NOT_YET.search(preceding):
        return ()
    return group.persons


def _pair_at(scene: Scene, cue: CueFound) -> tuple[str, ...] | None:
    """Return whom "hai Bộ trưởng" right before the verb means; None where no pair signs."""
    near = scene.text(cue.span.start - 50, cue.span.start)
    found = _LIGHT.search(near)
    return pair_of(scene, found[0], cue.span.start) if found else None


def _just_met(scene: Scene, cue: CueFound) -> bool:
    """Tell whether "met in Seoul and signed" tells one meeting, not a meeting and a signing."""
    index = scene.cues.index(cue) if len(scene.cues) < _MANY else 0
    if index == 0 or scene.cues[index - 1].kind not in _MEETS:
        return False
    return not set(",;") & set(scene.text(scene.cues[index - 1].span.end, cue.span.start))


def witnesses_after(scene: Scene, at: int) -> tuple[Person, ...]:
    """Find who was there: "dưới sự chứng kiến của Tổng thống A và Chủ tịch nước B"."""
    after = scene.after(at)
    if not after or after[0].span.start - at > _FAR:
        return ()
    return after[0].persons if _WITNESS_OF.match(scene.folded, at, after[0].span.start) else ()
