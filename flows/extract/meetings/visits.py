"""Read visits: who went where."""

import re
from dataclasses import replace

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import PlaceFound, Scene
from flows.extract.meetings.telling import (
    OTHER_SIDE,
    SIDES,
    concern_both,
    event_of,
    is_adverbial,
    is_wish,
    left_of,
    subject_after,
)
from flows.extract.records import Person

_OF_SOMEBODY = re.compile(r"\s*(?:(?:chính thức|cấp nhà nước|hữu nghị|làm việc)\s+)*của\b")
_VISITOR = re.compile(r"(?:(?!lời mời|đoàn)[^;.]){0,60}?\b(?:của|do|by)\s+$")
_VISIT_ENDS = re.compile(
    r"\s*(?:chính thức |cấp nhà nước |hữu nghị )*"
    r"(?:này|lần này|hồi|vào|của|tháng|ngày|từ|in|from|last|on)\b|\s*[,(]"
)
_OVER = re.compile(r"\b(?:kết thúc|ended|ending|concluded|concludes|wrapped up|wraps up)\b[^,;]{0,20}$")
_FAR = 100


def read_visit(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "chuyến thăm Việt Nam của A", "A thăm Hàn Quốc", "Trong chuyến thăm Hàn Quốc, A …"."""
    start, end = cue.span.start, cue.span.end
    place = scene.place_after(end) or _place_after_visitor(scene, end)
    if (cue.needs == "place" and place is None) or is_wish(scene.text(start - 60, start)):
        return []
    if place is not None and place.country is not None and place.country not in SIDES:
        return []
    visitors = _visitors(scene, cue, place)
    if not visitors or not concern_both(visitors, is_two_sided=False):
        return []
    is_dated = scene.when(cue) is not None and _VISIT_ENDS.match(scene.folded, end) is not None
    if _OVER.search(scene.text(start - 40, start)):
        told = event_of(scene, cue, visitors, place=place, is_firm=place is not None)
        return [replace(event, when=None) for event in told]  # the day is the last one
    return event_of(scene, cue, visitors, place=place, is_firm=place is not None or is_dated)


def _place_after_visitor(scene: Scene, at: int) -> PlaceFound | None:
    """Find the place in "chuyến thăm cấp Nhà nước của A và Phu nhân tới Hàn Quốc"."""
    after = scene.after(at)
    if not after or not _is_visitor(scene, at, after[0]):
        return None
    return scene.place_after(after[0].span.end)


def _is_visitor(scene: Scene, at: int, group: Group) -> bool:
    start = group.span.start
    return start - at <= _FAR and _VISITOR.match(scene.folded, at, start) is not None


def _visitors(scene: Scene, cue: CueFound, place: PlaceFound | None) -> list[Person]:
    """Find who visits: after "của", else the subject, else who of the other country was named last.

    Nobody visits his own country: "Trong chuyến thăm Hàn Quốc, A và B chủ trì họp báo" tells a visit of A.
    """
    host = place.country if place else None
    end = cue.span.end
    tail = place.span.end if place else end
    adverbial = is_adverbial(scene, cue)
    candidates: list[Group | None] = []
    for at in dict.fromkeys((end, tail)):
        candidates += [g for g in scene.after(at)[:1] if _is_visitor(scene, at, g)]
    if not candidates and _OF_SOMEBODY.match(scene.folded, tail):
        return []  # "chuyến thăm của đoàn doanh nghiệp"
    if scene.before(cue.span.start):
        candidates += [left_of(scene, cue), scene.groups[0]] if place is not None else [scene.groups[0]]
    candidates.append(subject_after(scene, tail) if adverbial else None)
    for group in candidates:
        visitors = [p for p in group.persons if p.country is None or p.country != host] if group else []
        if visitors:
            return visitors
    guest = scene.memory.last_of.get(OTHER_SIDE.get(host or "", "")) if adverbial else None
    return [guest] if guest else []
