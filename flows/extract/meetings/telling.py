"""What all meetings are read with: the event made of a cue, whom it concerns, what is but a wish."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.scene import PlaceFound, Scene
from flows.extract.records import Person
from flows.span import Span

SIDES = frozenset({"VN", "KR"})
OTHER_SIDE = {"VN": "KR", "KR": "VN"}
_PAIR = re.compile(
    r"\b(?:hai|the two|both)\s+(?:vị\s+)?(?:(?P<rank>bộ trưởng|thứ trưởng|ngoại trưởng|thủ tướng|tổng thống|"
    r"chủ tịch quốc hội|chủ tịch|đại sứ|(?:foreign |vice |deputy )?ministers|presidents|speakers)|"
    r"nhà lãnh đạo|"
    r"bên|người|đồng chí|nguyên thủ|ông|trưởng đoàn|đồng chủ tịch|leaders|sides|officials|men)\b|^they\b"
)
_WISH = re.compile(
    r"(?<!lời )\bmời\b|\b(?:mong|hy vọng|hi vọng|có thể|thúc đẩy|tăng cường|duy trì|chuẩn bị|sớm|nếu|đề nghị|"
    r"đề xuất|kêu gọi|chưa|chẳng|không thể|hope[sd]?|invited?|would|could|"
    r"(?<!\bin )(?<!\blast )(?<!\bsince )may(?! ?[\d,.])|might|if)\b"
)
_KOREA = re.compile(r"\b(?:hàn quốc|hàn|koica|korean?|rok|seoul)\b")
_OPENING = 1500
_CALLED_OFF = re.compile(
    r"\b(?:hoãn|hủy|lùi) (?:lại )?(?:chuyến|cuộc|buổi|lễ)|\b(?:chuyến|cuộc|buổi|"
    r"lễ)[^.;,]{0,60}\bbị (?:hoãn|hủy|lùi)\b"
    r"|\b(?:trip|visit|meeting|talks|ceremony|it)\b[^.;]{0,120}\b(?:was|were|has been|have been) "
    r"(?:postponed|cancel\w+|called off|put off)\b"
)
_SHORT = 260


def event_of(
    scene: Scene,
    cue: CueFound,
    persons: Iterable[Person],
    *,
    place: PlaceFound | None = None,
    is_firm: bool = True,
) -> list[Event]:
    """Make the event that a cue tells of these persons."""
    everyone = tuple(persons)
    sides = frozenset(p.country for p in everyone if p.country is not None)
    told = event_of_keys(scene, cue, (p.key for p in everyone), place=place, is_firm=is_firm)
    return [replace(event, sides=sides) for event in told]


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


def pair_of(scene: Scene, text: str, at: int) -> tuple[str, ...] | None:
    """Return whom "hai Bộ trưởng" or "they" in a text means, before an offset; None where none is meant."""
    found = _PAIR.search(text)
    if found is None:
        return None
    return scene.memory.both_sides(at, (found["rank"] or "").removesuffix("s"))


def is_called_off(folded: str, sentence: Span) -> bool:
    """Tell whether a short sentence says that what it tells was put off: "Hàn Quốc hoãn chuyến thăm …"."""
    return len(sentence) < _SHORT and _CALLED_OFF.search(folded, sentence.start, sentence.end) is not None


def is_wish(text: str) -> bool:
    """Tell whether what follows is asked for, hoped for or prepared, and need not come about."""
    return _WISH.search(text) is not None


def is_korean(text: str, persons: Iterable[Person]) -> bool:
    """Tell whether a text names Korea, or one of the persons is of it."""
    return _KOREA.search(text) is not None or any(p.country == "KR" for p in persons)


def concerns_korea(scene: Scene) -> bool:
    """Tell whether Korea stands in the opening of the report or in the sentence."""
    folded = scene.folded
    return (
        _KOREA.search(folded, 0, _OPENING) is not None
        or _KOREA.search(folded, scene.span.start, scene.span.end) is not None
    )
