"""Read visits: who went where."""

import re
from collections.abc import Sequence
from dataclasses import replace

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.groups import Group
from flows.extract.meetings.scene import PlaceFound, Scene
from flows.extract.meetings.subjects import is_adverbial, left_of, subject_after
from flows.extract.meetings.telling import OTHER_SIDE, SIDES, concern_both, event_of, is_wish
from flows.extract.records import Person

_OF_SOMEBODY = re.compile(r"\s*(?:(?:chính thức|cấp nhà nước|hữu nghị|làm việc)\s+)*của\b")
_OF_THEM = re.compile(
    r"\s*(?:chính thức |cấp nhà nước |hữu nghị )*của (?:đoàn|ông|bà|phái đoàn|ngài)"
    r"(?=\s+(?:từ|vào|hồi|này|lần)|[,.])"
)
_VISITOR = re.compile(r"(?:(?!lời mời|đoàn)[^;.]){0,60}?\b(?:của|do|by)\s+$")
_VISIT_ENDS = re.compile(
    r"\s*(?:chính thức |cấp nhà nước |hữu nghị )*"
    r"(?:này|lần này|hồi|vào|của|tháng|ngày|từ|in|from|last|on)\b|\s*[,(]"
)
_OVER = re.compile(r"\b(?:kết thúc|ended|ending|concluded|concludes|wrapped up|wraps up)\b[^,;]{0,20}$")
_GOES_ON = re.compile(
    r"\s*(?:chính thức |cấp nhà nước |hữu nghị |này |lần này )*(?:sẽ |được )?(?:diễn ra|bắt đầu|kéo dài|"
    r"takes? place|begins|runs)\b"
)
_ACCEPTED = re.compile(r"\b(?:nhận lời|accepted)\b[^.;]{0,40}$")
_PASSES = re.compile(r"\b(?:khép lại|kết thúc|diễn ra|bắt đầu|thành công|đánh dấu)\b")
_OPENING = 40
_PREPARED = re.compile(r"\b(?:chuẩn bị|sớm)\b")
_COMES = re.compile(
    r"[\s,]*(?:(?:dẫn đầu|đứng đầu|làm trưởng đoàn|và|cùng|với|phu nhân|đoàn(?: đại biểu|"
    r" công tác)?(?: cấp cao)?(?: việt nam| hàn quốc)?|đã|vừa|sẽ|"
    r"dự kiến|chuẩn bị|lên đường|đang|ở|mới|rời (?:hà nội|seoul|việt nam|hàn quốc)|has|will|is to|is due to|"
    r"and his wife|and first lady)[\s,]*)*$"
)
_WORKS = re.compile(r"làm việc (?:tại|ở)")
_LEADS = re.compile(r"[^;.]{0,60}?\b(?:dẫn đầu|đứng đầu|trưởng đoàn)\b[^;.]{0,60}$")
_GOES_FOR = re.compile(r"\s+(?:để\s+)?(?:dự|tham dự|chào|gặp|nhận)\b")
_ENVOY = re.compile(r"đại sứ|ambassador|lãnh sự|consul")
_FAR = 100


def read_visit(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "chuyến thăm Việt Nam của A", "A thăm Hàn Quốc", "Trong chuyến thăm Hàn Quốc, A …"."""
    start, end = cue.span.start, cue.span.end
    if cue.needs == "someone":
        return _read_arrival(scene, cue)
    place = scene.place_after(end) or _place_after_visitor(scene, end)
    if "thăm" not in scene.text(start, end) and _WORKS.search(scene.text(start, end)):
        return _read_mission(scene, cue, place)
    if (cue.needs == "place" and place is None) or _need_not_come(scene, cue):
        return []
    if place is not None and place.country is not None and place.country not in SIDES:
        return []
    visitors = _visitors(scene, cue, place)
    if not visitors or not concern_both(visitors, is_two_sided=False):
        return []
    is_dated = scene.when(cue) is not None and _VISIT_ENDS.match(scene.folded, end) is not None
    scene.memory.visitors = visitors
    if _OVER.search(scene.text(start - 40, start)):
        told = event_of(scene, cue, visitors, place=place, is_firm=place is not None)
        return [replace(event, when=None) for event in told]  # the day is the last one
    is_topic = start - scene.span.start < _OPENING and scene.text(start, end).startswith("chuyến")
    is_firm = (
        place is not None or is_dated or (is_topic and _PASSES.search(scene.text(end, end + 160)) is not None)
    )
    return event_of(scene, cue, visitors, place=place, is_firm=is_firm)


def is_arrival(folded: str, cue: CueFound, groups: Sequence[Group], cues: Sequence[CueFound]) -> bool:
    """Tell whether "đến Hà Nội" says that somebody came: who comes stands right before, and no other verb."""
    before = [g for g in groups if g.span.end <= cue.span.start][-1:]
    if not before or any(before[0].span.end <= c.span.start < cue.span.start for c in cues):
        return False
    return _COMES.match(folded, before[0].span.end, cue.span.start) is not None


def _need_not_come(scene: Scene, cue: CueFound) -> bool:
    """Tell whether a visit is only wished for; one that is prepared, with its day, will come about."""
    before = scene.text(cue.span.start - 60, cue.span.start)
    when = scene.when(cue)
    if when is not None and when.precision == "day":
        before = _PREPARED.sub(" ", before)
    return is_wish(before) or (when is None and _ACCEPTED.search(before) is not None)


def _read_arrival(scene: Scene, cue: CueFound) -> list[Event]:
    """Read "Tổng thống A … đến Hà Nội trưa 22/6": who is of the other country and no ambassador."""
    place = next((p for p in scene.places if cue.span.holds(p.span)), None)
    before = scene.before(cue.span.start)
    if (
        place is None
        or place.country not in SIDES
        or not before
        or _GOES_FOR.match(scene.folded, cue.span.end)
    ):
        return []
    group = before[-1]
    guests = [p for p in group.persons if p.country == OTHER_SIDE[place.country]]
    roles = " ".join(scene.memory.roles.get(p.key, "") for p in guests)
    if not guests or not scene.dates or _ENVOY.search(roles):
        return []
    return event_of(scene, cue, guests, place=place)


def _read_mission(scene: Scene, cue: CueFound, place: PlaceFound | None) -> list[Event]:
    """Read "Đoàn công tác do A dẫn đầu làm việc tại tỉnh Gyeonggi"."""
    left = left_of(scene, cue)
    if left is None or place is None or place.country not in SIDES:
        return []
    if not _LEADS.match(scene.folded, left.span.end, cue.span.start):
        return []
    guests = [p for p in left.persons if p.country == OTHER_SIDE[place.country]]
    return event_of(scene, cue, guests, place=place) if guests else []


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
    is_over = _OVER.search(scene.text(cue.span.start - 40, cue.span.start)) is not None
    adverbial = is_over or is_adverbial(scene, cue)
    candidates: list[Group | None] = []
    for at in dict.fromkeys((end, tail)):
        candidates += [g for g in scene.after(at)[:1] if _is_visitor(scene, at, g)]
    if not candidates and _OF_THEM.match(scene.folded, tail) and host in OTHER_SIDE:
        guest = scene.memory.last_of.get(OTHER_SIDE[host])
        named = [p for g in scene.groups for p in g.persons if p.country == OTHER_SIDE[host]]
        return named[:1] or ([guest] if guest else [])  # "nhân chuyến công tác Việt Nam của đoàn từ ngày …"
    if not candidates and _OF_SOMEBODY.match(scene.folded, tail):
        return []  # "chuyến thăm của đoàn doanh nghiệp"
    if scene.before(cue.span.start):
        candidates += [left_of(scene, cue), scene.groups[0]] if place is not None else [scene.groups[0]]
    candidates.append(subject_after(scene, tail) if adverbial else None)
    for group in candidates:
        visitors = [p for p in group.persons if p.country is None or p.country != host] if group else []
        if visitors:
            return visitors
    if place is None and _GOES_ON.match(scene.folded, end):
        return list(scene.memory.visitors)  # "Chuyến thăm diễn ra từ ngày …"
    guest = scene.memory.last_of.get(OTHER_SIDE.get(host or "", "")) if adverbial else None
    return [guest] if guest else []
