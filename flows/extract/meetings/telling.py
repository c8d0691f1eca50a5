"""What all meetings are read with: who stands before and after a cue, and the event made of it."""

import re
from collections.abc import Iterable, Sequence

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import SOURCES, Group
from flows.extract.meetings.scene import PlaceFound, Scene
from flows.extract.records import Person

SIDES = frozenset({"VN", "KR"})
OTHER_SIDE = {"VN": "KR", "KR": "VN"}
_FAR = 160
_WITH = re.compile(
    r"\s*(?:[^,;:.()\"]{0,40}?\b(?:với|giữa|cùng|của|lên|between|with|of|by|for)\s+"
    r"(?:(?:người đồng cấp|his|her|their|visiting)\b[^,;:.()\"]{0,30}\s"
    r"|[^,;:.()\"]{0,30}\bcounterpart\s+|[\w-]{2,8}\s+)?)?"
    r"(?:the\s+)?(?:[a-z]+'s\s)?$"
)
_BETWEEN_AFTER_ASIDE = re.compile(r"[^;:.()\"]{0,90}?,\s*(?:giữa|between)\s+$")
_COUNTERPART = re.compile(r"\s*(?:với\s+)?người đồng cấp[^,;:.()\"]{0,30},\s+$")
_ADVERB = re.compile(
    r"\b(?:tại|trong|sau|trước|nhân|dịp|kết quả|at|during|after|before|following|in|on|since)\s+"
    r"(?:(?:khuôn khổ|các|cuộc|buổi|the|a|an|his|her|their|lễ|dịp)\s+)*$"
)
_PAIR = re.compile(
    r"\b(?:hai|the two|both)\s+(?:vị\s+)?(?:bộ trưởng|nhà lãnh đạo|thủ tướng|bên|chủ tịch|ngoại trưởng|"
    r"người|đồng chí|tổng thống|ministers|leaders|sides)\b|^they\b"
)
_WISH = re.compile(
    r"(?<!lời )\bmời\b|\b(?:mong|hy vọng|hi vọng|có thể|thúc đẩy|tăng cường|duy trì|chuẩn bị|sớm|nếu|đề nghị|"
    r"đề xuất|hope[sd]?|invited?|would|could|may|might)\b"
)
_CONNECTION = 120
_HE = re.compile(
    r"^(?:\w+, )?(?:he|she|ông|bà|the (?:\w+ )?(?:leader|president|minister|speaker|official|guest))\b"
)
_AND_THEN = re.compile(r"[\s,;]*(?:(?:và|đã|sẽ|rồi|đồng thời|cũng|có|and|also|later|then)[\s,]+)*$")


def event_of(
    scene: Scene,
    cue: CueFound,
    persons: Iterable[Person],
    *,
    place: PlaceFound | None = None,
    is_firm: bool = True,
) -> list[Event]:
    """Make the event that a cue tells of these persons."""
    return event_of_keys(scene, cue, (p.key for p in persons), place=place, is_firm=is_firm)


def event_of_keys(
    scene: Scene,
    cue: CueFound,
    keys: Iterable[str],
    *,
    place: PlaceFound | None = None,
    is_firm: bool = True,
) -> list[Event]:
    """Make the event that a cue tells of the persons with these keys."""
    where = place or scene.place_of(cue)
    return [
        Event(
            kind=cue.kind,
            when=scene.when(cue),
            place=where.name if where else None,
            participants=tuple(dict.fromkeys(keys)),
            span=scene.span,
            rule=f"meetings.{cue.kind}",
            is_firm=is_firm,
        )
    ]


def concern_both(persons: Sequence[Person], *, is_two_sided: bool) -> bool:
    """Tell whether those who met can stand for the two countries, as far as is known.

    Persons of third countries may be there, but not instead; two of one country alone make no meeting.
    """
    countries = {p.country for p in persons}
    known = countries - {None}
    if known - SIDES and not known >= SIDES:
        return False
    n_persons = len({p.key for p in persons})
    return not (is_two_sided and n_persons > 1 and len(known) == 1 and None not in countries)


def left_of(scene: Scene, cue: CueFound) -> Group | None:
    """Find the subject: the group nearest before a cue, but for a source ("Theo Thứ trưởng …")."""
    before = scene.before(cue.span.start)
    if not before:
        return None
    group = before[-1]
    if scene.text(group.span.start - 14, group.span.start).endswith(SOURCES):
        return None
    if cue.span.start - group.span.end > _FAR or ";" in scene.text(group.span.end, cue.span.start):
        return None
    return group


def doer_of(scene: Scene, cue: CueFound) -> Group | None:
    """Find who goes on acting: A in "A hội đàm với B, hội kiến C; gặp D", and "he" in a new sentence."""
    before, deed = scene.before(cue.span.start), scene.memory.deed
    if not before:
        says_he = _HE.match(scene.text(scene.span.start, cue.span.start)) is not None
        return scene.memory.subject if says_he else None
    if deed is None or deed[1] is None or deed[1].span != before[-1].span:
        return None
    return deed[0] if _AND_THEN.match(scene.folded, before[-1].span.end, cue.span.start) else None


def right_of(scene: Scene, cue: CueFound) -> Group | None:
    """Find the object: the group that follows a cue at once, or after "với", "between", "của"."""
    after = scene.after(cue.span.end)
    if not after or after[0].span.start - cue.span.end > _CONNECTION:
        return None
    ways = (_WITH, _BETWEEN_AFTER_ASIDE, _COUNTERPART)
    stretch = (cue.span.end, after[0].span.start)
    return after[0] if any(way.match(scene.folded, *stretch) for way in ways) else None


def subject_after(scene: Scene, at: int) -> Group | None:
    """Find who acts after an adverbial: "Tại cuộc hội kiến …, Tổng Bí thư cho rằng"."""
    for group in scene.after(at):
        if scene.text(at, group.span.start).rstrip().endswith(","):
            return group
    return None


def is_adverbial(scene: Scene, cue: CueFound) -> bool:
    """Tell whether a cue stands in "Tại cuộc …", "during his …"."""
    return _ADVERB.search(scene.text(cue.span.start - 40, cue.span.start)) is not None


def is_pair(text: str) -> bool:
    """Tell whether "hai Bộ trưởng" or "they" stands in a text."""
    return _PAIR.search(text) is not None


def is_wish(text: str) -> bool:
    """Tell whether what follows is asked for, hoped for or prepared, and need not come about."""
    return _WISH.search(text) is not None
