"""Who was at a gathering: those listed as guests, those who spoke there."""

import re

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.subjects import is_adverbial, left_of, subject_after
from flows.extract.records import Person

_COMES_TO = re.compile(
    r"\b(?:tham dự|dự|đến dự|tới dự|cùng dự|về dự|tham gia|có mặt tại|có mặt|chứng kiến)\s+(?:\w+\s+){0,2}$"
)
_LISTS = re.compile(r"[^;.]{0,70}?\b(?:có|gồm|còn có)\b(?:\s+sự (?:tham dự|có mặt) của)?[^;.]{0,60}$")
_ATTENDED_BY = re.compile(r"[^;.]{0,90}?\b(?:attended by|in attendance were|brought together)\s+(?:the\s+)?$")
_TOGETHER_WITH = re.compile(r"[^;.]{0,110}?\b(?:cùng|cùng với|together with|along with|with)\s+$")
_TURNS_TO = re.compile(
    r"\s*,?\s*(?:đã\s+)?(?:chúc mừng|cảm ơn|nói với|trao cho|tặng hoa|asked|told|thanked|congratulated)\s+"
    r"(?:(?:his|her)\s+(?:\w+\s+)?(?:counterpart\s+)?)?$"
)
_SPEAKS_AT = re.compile(
    r"\b(?:phát biểu|trao đổi|chia sẻ|nói|cho biết|cho hay|đưa ra|khai mạc|bế mạc|chủ trì|thông tin|"
    r"nhấn mạnh|"
    r"khẳng định|spoke|speaking|said|says|told|addressed|addressing|chaired|co-chaired|opened)\b[^;.]{0,60}$"
)


def guests(scene: Scene, cue: CueFound) -> tuple[Person, ...]:
    """Find who is listed: "Tham dự buổi lễ có A, B; Đại sứ C", "attended by A and B"."""
    after = scene.after(cue.span.end)
    if not after:
        return ()
    stretch = (cue.span.end, after[0].span.start)
    comes = _COMES_TO.search(scene.text(cue.span.start - 40, cue.span.start)) is not None
    lists_itself = cue.kind == "other"
    is_list = _ATTENDED_BY.match(scene.folded, *stretch) is not None
    if is_list or lists_itself or (comes and _LISTS.match(scene.folded, *stretch)):
        return tuple(p for group in after for p in group.persons)
    return ()


def companions(scene: Scene, cue: CueFound) -> tuple[Person, ...]:
    """Find B in "A dự hội nghị … cùng B", "attended the ceremony along with B"."""
    after = scene.after(cue.span.end)
    if after and _TOGETHER_WITH.match(scene.folded, cue.span.end, after[0].span.start):
        return after[0].persons
    return ()


def addressed(scene: Scene, talker: Group) -> tuple[Person, ...]:
    """Find whom a speaker turns to: B in "At the ceremony, A asked B …", "A chúc mừng Đại sứ B"."""
    after = scene.after(talker.span.end)
    if after and _TURNS_TO.match(scene.folded, talker.span.end, after[0].span.start):
        return after[0].persons
    return ()


def speaker(scene: Scene, cue: CueFound) -> Group | None:
    """Find who speaks: A in "Tại hội thảo, A …", "Phát biểu tại lễ, A …", "A cho biết tại hội nghị"."""
    before = scene.text(cue.span.start - 90, cue.span.start)
    says_at = scene.text(cue.span.start, cue.span.end).startswith(("at ", "during "))
    if not (says_at or is_adverbial(scene, cue) or _SPEAKS_AT.search(before)):
        return None
    after = subject_after(scene, cue.span.end)
    left = left_of(scene, cue)
    if left is not None and _SPEAKS_AT.search(scene.text(left.span.end, cue.span.start)):
        return left
    return after
