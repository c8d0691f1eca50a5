"""Find the meetings that a report tells: talks, calls, visits, signings, with who, when and where."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from flows.extract.meetings.cues import CueFound, FindMeetingCues
from flows.extract.meetings.event import Event, merge_events
from flows.extract.meetings.groups import Group, group_persons
from flows.extract.meetings.memory import Memory
from flows.extract.meetings.scene import PlaceFound, Scene, opens_with
from flows.extract.meetings.seats import find_seats
from flows.extract.meetings.speakers import speakers_of, with_speakers
from flows.extract.meetings.subjects import with_pronouns
from flows.extract.meetings.tell import tell
from flows.extract.meetings.telling import SIDES, is_called_off
from flows.extract.meetings.together import Together, told_together, with_those_together
from flows.extract.meetings.visits import is_arrival
from flows.extract.records import MeetingMention, Person
from flows.phrases import PhraseBook
from flows.read.fold import fold
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

Item = TypeVar("Item")
_LEAD = 4


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
        if not cues and not {p.country for p in persons} >= SIDES:
            return ()
        said: list[tuple[int, tuple[str, ...]]] = []
        together: list[Together] = []
        events = merge_events(list(self._events(report, persons, cues, said, together)))
        events = with_speakers(with_those_together(events, together), said)
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

    def _events(
        self,
        report: Report,
        persons: Sequence[Person],
        cues: Sequence[CueFound],
        said: list[tuple[int, tuple[str, ...]]],
        together: list[Together],
    ) -> Iterator[Event]:
        """Yield what each sentence tells; write down in `said` and `together` who speaks and acts in it."""
        groups = group_persons(report.folded, persons)
        dates = [d for d in report.dates if d.when.precision != "year"]
        places = [
            PlaceFound(hit.key, self._countries[hit.key], hit.span)
            for hit in self._places.find(report.folded)
        ]
        cut_cues, cut_groups = _cutter(cues, lambda c: c.span), _cutter(groups, lambda g: g.persons[-1].span)
        cut_dates, cut_places = _cutter(dates, lambda d: d.span), _cutter(places, lambda p: p.span)
        cut_seats = _cutter(find_seats(report), lambda p: p.span)
        memory = Memory(sole=_sole(persons), roles=_roles(persons))
        for number, sentence in enumerate(report.sentences):
            in_it = cut_cues(sentence.span)
            named = with_pronouns(report.folded, cut_groups(sentence.span), memory)
            kept = [c for c in in_it if not _is_idle(report.folded, c, named, in_it)]
            days = cut_dates(sentence.span)
            if kept:
                scene = Scene(
                    report.folded,
                    sentence.span,
                    number,
                    memory,
                    cues=kept,
                    groups=named,
                    dates=days,
                    places=cut_places(sentence.span),
                    seats=cut_seats(sentence.span),
                )
                yield from _told_in(scene)
                days = scene.dates
            before = memory.day_before(sentence.span.start) if number <= _LEAD else None
            if told := told_together(report.folded, sentence.span, named, days, before):
                together.append(told)
            opens = bool(days) and opens_with(report.folded, sentence.span, days[0])
            memory.note(named, days, opens=opens)
            if memory.gathering and (speakers := speakers_of(report.folded, sentence.span, named)):
                said.append((sentence.span.start, speakers))


def _told_in(scene: Scene) -> Iterator[Event]:
    """Yield what the cues of a sentence tell; the one day of cues that tell nothing dates the others."""
    scene.memory.deed = None
    if is_called_off(scene.folded, scene.span):
        return
    told = {cue: tell(scene, cue) for cue in scene.cues}
    free = scene.dates_of(cue for cue, events in told.items() if not events)
    for events in told.values():
        for event in events:
            dated = event if event.when or len(free) != 1 else replace(event, when=free[0])
            scene.memory.note_event(dated.kind, dated.participants, dated.when)
            yield dated


def _is_idle(folded: str, cue: CueFound, groups: Sequence[Group], cues: Sequence[CueFound]) -> bool:
    """Tell whether "sang Hàn Quốc" is no arrival, "khai mạc" by nobody: then they must draw no date."""
    if cue.kind == "ceremony" and folded.startswith("khai mạc", cue.span.start):
        return not any(g.span.end <= cue.span.start for g in groups)
    is_arrival_word = cue.kind == "visit" and cue.needs == "someone"
    return is_arrival_word and not is_arrival(folded, cue, groups, cues)


def _roles(persons: Sequence[Person]) -> dict[str, str]:
    """Return what each person is said to be, folded, in all namings together."""
    roles: dict[str, set[str]] = {}
    for person in persons:
        if person.role is not None:
            roles.setdefault(person.key, set()).add(fold(person.role))
    return {key: " | ".join(sorted(said)) for key, said in roles.items()}


def _sole(persons: Sequence[Person]) -> dict[str, Person]:
    """Return the one official of each country, where the report names just these two."""
    by_key = {p.key: p for p in persons if p.country is not None}
    by_country = {p.country: p for p in by_key.values() if p.country is not None}
    return by_country if len(by_key) == len(by_country) and set(by_country) == SIDES else {}


def _cutter(items: Sequence[Item], span_of: Callable[[Item], Span]) -> Callable[[Span], Sequence[Item]]:
    """Return a function that gives the items that start inside a span; `items` are in text order."""
    starts = [span_of(item).start for item in items]
    return lambda span: items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
