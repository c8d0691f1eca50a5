"""A report with the words for countries and the known bodies found in it, on which names are read."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import Countries, FindCountries
from flows.extract.bodies.memory import Memory
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import Institution, Reference
from flows.span import Span


@dataclass(frozen=True, slots=True)
class KnownHit:
    """A body of seeds/institutions.csv, named in the text."""

    institution: Institution
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What names are read on: the report, its countries, its known bodies in the order of the text.

    `led` gives for the name of a minister or governor the body that the report says this person leads;
    `memories` holds what was gathered from the whole report, once it was asked for.
    """

    report: Report
    countries: Countries
    known: Sequence[KnownHit]
    led: Mapping[str, Body] = field(default_factory=dict)
    memories: list[Memory] = field(default_factory=list)

    def known_in(self, start: int, end: int) -> list[KnownHit]:
        """List the known bodies that lie wholly in `[start, end)`."""
        first = bisect_left(self.known, start, key=lambda k: k.span.start)
        last = bisect_left(self.known, end, key=lambda k: k.span.start)
        return [k for k in self.known[first:last] if k.span.end <= end]

    def known_at(self, place: int) -> KnownHit | None:
        """Return the known body that is named at `place`."""
        first = bisect_left(self.known, place, key=lambda k: k.span.start)
        return (
            self.known[first] if first < len(self.known) and self.known[first].span.start == place else None
        )

    def settled(self, body: Body) -> Body:
        """Give a body whose own words name no country that of the known body it starts with."""
        if body.country:
            return body
        # "Bộ trưởng Nội vụ", where the words before the field are not part of the span
        since = (
            body.span.start - len(body.name.split(maxsplit=1)[0]) - 1 if body.is_led and body.name else None
        )
        known = self.known_in(since if since is not None else body.span.start, body.span.end)
        best = [k for k in known if k.span.start == body.span.start] or known
        return replace(body, country=best[-1].institution.country) if best else body


class Read:
    """Makes the readings; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._countries = FindCountries(reference)
        self._rows = {i.institution_id: i for i in reference.institutions}
        names = {i.institution_id: [i.name_vi, i.name_en, *i.aliases] for i in reference.institutions}
        self._book = PhraseBook(names, reference.terms)

    def __call__(self, report: Report) -> Reading:
        """Find the words for countries and the known bodies; of two that overlap the longer one."""
        known: list[KnownHit] = []
        for hit in self._book.find(report.folded):
            if not (known and known[-1].span.overlaps(hit.span)):
                known.append(KnownHit(self._rows[hit.key], hit.span))
        countries = self._countries(report)
        countries.counts.update(k.institution.country for k in known if k.institution.level != "company")
        return Reading(report, countries, known)
