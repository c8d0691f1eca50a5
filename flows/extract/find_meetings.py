"""Find the meetings that a report tells: talks, calls, visits, signings, with who, when and where."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from flows.extract.meetings.cues import CueFound, FindMeetingCues
from flows.extract.meetings.event import Event, merge_events
from flows.extract.meetings.groups import group_persons
from flows.extract.meetings.scene import Memory, PlaceFound, Scene
from flows.extract.meetings.tell import tell
from flows.extract.meetings.telling import SIDES
from flows.extract.records import MeetingMention, Person
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

Item = TypeVar("Item")
_MEETS = frozenset({"talks", "phone_call", "meeting", "audience"})


class FindMeetings:
    """Finds the meetings of a report, each once, in text order.

    Built once from the reference data; calling it takes a report and the persons found in it.
    """

    def __init__(self, reference: Reference) -> None:
        self._cues = FindMeetingCues(reference.meeting_cues)
        self._places = PhraseBook({p.name: (p.name, *p.aliases) for p in reference.places})
        self._countries = {p.name: p.country or None for p in reference.places}

    def __call__(self, report: Report, persons: Sequence[Person]) -> tuple[MeetingMention, ...]:
        """Return the meetings of a report."""
        cues = self._cues(report)
        if not cues:
            return ()
        events = merge_events(list(self._events(report, persons, cues)))
        mentions = [
            MeetingMention(
                kind=event.kind,
                when=None if event.when is None else str(event.when),
                place=event.place,
                participants=event.participants,
                span=event.span,
                rule=event.rule,
            )
            for event in events
        ]
        return tuple(sorted(mentions, key=lambda m: (m.span, m.kind, m.participants)))

    def _events(self, report: Report, persons: Sequence[Person], cues: Sequence[CueFound]) -> Iterator[Event]:
        groups = group_persons(report.folded, persons)
        dates = [d for d in report.dates if d.when.precision != "year"]
        places = [
            PlaceFound(hit.key, self._countries[hit.key], hit.span)
            for hit in self._places.find(report.folded)
        ]
        cut_cues, cut_groups = _cutter(cues, lambda c: c.span), _cutter(groups, lambda g: g.span)
        cut_dates, cut_places = _cutter(dates, lambda d: d.span), _cutter(places, lambda p: p.span)
        memory = Memory(sole=_sole(persons))
        for number, sentence in enumerate(report.sentences):
            scene = Scene(
                report.folded,
                sentence.span,
                number,
                memory,
                cues=cut_cues(sentence.span),
                groups=cut_groups(sentence.span),
                dates=cut_dates(sentence.span),
                places=cut_places(sentence.span),
            )
            memory.deed = None
            for cue in scene.cues:
                for event in tell(scene, cue):
                    if event.kind in _MEETS and len(event.participants) == 2:
                        memory.pair = event.participants
                        memory.met_on = event.when or memory.met_on
                    yield event
            memory.note(scene.groups, scene.dates)


def _sole(persons: Sequence[Person]) -> dict[str, Person]:
    """Return the one official of each country, where the report names just these two."""
    by_key = {p.key: p for p in persons if p.country is not None}
    by_country = {p.country: p for p in by_key.values() if p.country is not None}
    return by_country if len(by_key) == len(by_country) and set(by_country) == SIDES else {}


def _cutter(items: Sequence[Item], span_of: Callable[[Item], Span]) -> Callable[[Span], Sequence[Item]]:
    """Return a function that gives the items that start inside a span; `items` are in text order."""
    starts = [span_of(item).start for item in items]
    return lambda span: items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
