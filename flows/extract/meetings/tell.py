"""What a cue tells in its sentence, by its kind."""

from collections.abc import Callable, Mapping

from flows.extract.meetings.ceremonies import read_attendance, read_ceremony
from flows.extract.meetings.cues import CueFound
from flows.extract.meetings.event import Event
from flows.extract.meetings.scene import Scene
from flows.extract.meetings.sessions import read_hearing, read_session
from flows.extract.meetings.signings import read_signing
from flows.extract.meetings.summits import read_conference, read_summit
from flows.extract.meetings.talks import read_talks
from flows.extract.meetings.visits import read_visit
from flows.extract.records import MeetingKind

_READERS: Mapping[MeetingKind, Callable[[Scene, CueFound], list[Event]]] = {
    "talks": read_talks,
    "phone_call": read_talks,
    "meeting": read_talks,
    "audience": read_talks,
    "press_briefing": read_talks,
    "visit": read_visit,
    "signing": read_signing,
    "ceremony": read_ceremony,
    "other": read_attendance,
    "summit": read_summit,
    "conference": read_conference,
}


def tell(scene: Scene, cue: CueFound) -> list[Event]:
    """Read what a cue tells; nothing where it tells no meeting of officials of the two countries."""
    if cue.needs == "speaker" and cue.kind in ("meeting", "talks"):
        return read_session(scene, cue)
    if cue.needs == "speaker" and cue.kind == "audience":
        return read_hearing(scene, cue)
    return _READERS[cue.kind](scene, cue) if cue.kind in _READERS else []
