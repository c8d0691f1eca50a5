"""Find who may act in a report: persons in office, the two countries, their bodies and places.

Each gets the side for which it acts.  Where namings overlap a person counts before "hai bên", and that
before a body, a country or a place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from flows.extract.bodies.find_bodies import FindBodies
from flows.extract.bodies.reading import Read, Reading
from flows.extract.find_cues import CueHit
from flows.extract.records import Person, Side
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span, trim

ActingSide = Side | Literal["other", "counterpart"]
_SIDE_OF_COUNTRY: dict[str | None, Side] = {"VN": "vn", "KR": "kr"}
_CUES: dict[str, ActingSide] = {
    "both": "both",
    "vn": "vn",
    "kr": "kr",
    "other": "other",
    "counterpart": "counterpart",
}
_VERBS = frozenset({"speech", "act", "done", "will", "past", "negation", "relative"})
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """A side ("other" where neither country acts) and the key of the person who speaks for it.

    "counterpart" is whoever faces the one who spoke before: "phía bạn", "vị khách".
    """

    side: ActingSide
    speaker: str | None
    span: Span


class FindActors:
    """Finds who may act; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._read = Read(reference)
        self._bodies = FindBodies(reference)

    def __call__(self, report: Report, cues: Sequence[CueHit], persons: Sequence[Person]) -> list[Subject]:
        """Return all actors of a report in the order of the text; none overlaps another."""
        both = [c.span for c in cues if c.kind == "both"]
        found = [_person(p, both) for p in persons if not _overlaps(both, p.span)]
        found += _told_by(cues, "both", "counterpart")
        reading = self._bodies.with_leaders(self._read(report))
        verbs = [c.span.start for c in cues if c.kind in _VERBS]
        found += self._bodies_of(report, reading, verbs)
        found += _told_by(cues, "vn", "kr", "other")
        found += _places(report, reading)
        return _without_overlaps(found)

    def _bodies_of(self, report: Report, reading: Reading, verbs: Sequence[int]) -> Iterator[Subject]:
        """Yield the bodies of a known country; the name of one ends where a verb begins."""
        for sentence in report.sentences:
            for body in self._bodies.within(reading, sentence.span.start, sentence.span.end):
                if body.country is None:
                    continue
                after = bisect_right(verbs, body.span.start)
                end = min(body.span.end, verbs[after]) if after < len(verbs) else body.span.end
                span = trim(report.text, body.span.start, end)
                if span is not None:
                    yield Subject(_SIDE_OF_COUNTRY.get(body.country, "other"), None, span)


def _told_by(cues: Sequence[CueHit], *kinds: str) -> Iterator[Subject]:
    return (Subject(_CUES[c.kind], None, c.span) for c in cues if c.kind in kinds)


def _places(report: Report, reading: Reading) -> Iterator[Subject]:
    for hit in reading.countries.hits:
        is_acting = report.folded[hit.span.end : hit.span.end + 1] == " "
        if hit.is_place and is_acting and hit.country in _SIDE_OF_COUNTRY:
            yield Subject(_SIDE_OF_COUNTRY[hit.country], None, hit.span)


def _person(person: Person, both: Sequence[Span]) -> Subject:
    whole = person.span if person.role_span is None else person.span.until(person.role_span)
    if len(whole) > _LONGEST_TITLE or _overlaps(both, whole):
        whole = person.span
    return Subject(_SIDE_OF_COUNTRY.get(person.country, "other"), person.key, whole)


def _overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of some spans, in order and apart from one another, overlaps `span`."""
    first = bisect_left(spans, span.start, key=lambda s: s.end)
    return any(s.overlaps(span) for s in spans[first : first + 2])


def _without_overlaps(ranked: Sequence[Subject]) -> list[Subject]:
    """Keep of actors that overlap the one that comes first in the list."""
    kept: list[Subject] = []
    order = sorted(range(len(ranked)), key=lambda n: (ranked[n].span.start, n))
    rank: list[int] = []
    for n in order:
        actor = ranked[n]
        while kept and kept[-1].span.overlaps(actor.span) and rank[-1] > n:
            kept.pop()
            rank.pop()
        if not kept or not kept[-1].span.overlaps(actor.span):
            kept.append(actor)
            rank.append(n)
    return kept
