"""Find where a report names registered commitments, and drop what only looks like it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.extract.bodies.countries import Countries, FindCountries
from flows.extract.records import Person
from flows.phrases import PhraseBook, PhraseHit
from flows.read.report import Report
from flows.reference.model import Commitment, Reference
from flows.span import Span

_PAIR = frozenset({"VN", "KR"})
_OF_THE_PAIR = frozenset({"vn", "kr"})
_BESIDE = 80
_BACK = 2  # sentences that an anaphor may reach back
_KOREA = "{korea}"  # the term of the registry that asks for any word for Korea


@dataclass(frozen=True, slots=True)
class Naming:
    """A commitment named in a report; `is_short` where the words alone could mean another."""

    commitment_id: str
    span: Span
    is_short: bool = False


class FindNamings:
    """Finds the phrases of the registry, and applies its guards: context, unless, other countries."""

    def __init__(self, reference: Reference) -> None:
        self._registry = {c.commitment_id: c for c in reference.commitments}
        self._named = PhraseBook({c.commitment_id: c.named for c in reference.commitments}, reference.terms)
        self._again = PhraseBook({c.commitment_id: c.again for c in reference.commitments}, reference.terms)
        # Many entries share a guard ("hàn quốc"): each phrase is its own key, looked for once.
        guards = {p for c in reference.commitments for p in (*c.context, *c.unless, *c.unless_in_report)}
        self._guards = PhraseBook({phrase: (phrase,) for phrase in sorted(guards)}, reference.terms)
        self._find_countries = FindCountries(reference)
        self._anaphors = PhraseBook(_by_kinds(reference))

    def __call__(self, report: Report, persons: Sequence[Person]) -> list[Naming]:
        """Return the namings that are meant, in the order of the text."""
        hits = self._named.find(report.folded)
        if not hits:
            return []
        guards: dict[str, list[Span]] = defaultdict(list)
        for guard in self._guards.find(report.folded):
            guards[guard.key].append(guard.span)
        if any(person.country == "KR" for person in persons):
            guards.setdefault(_KOREA, [])
        countries = self._find_countries(report)
        starts = [s.span.start for s in report.sentences]
        kept = []
        for hit in hits:
            here = bisect_right(starts, hit.span.start)
            sentence = report.sentences[here - 1].span if here else hit.span
            entry = self._registry[hit.key]
            ruled_out = _is_ruled_out(entry, hit, guards, starts) or _is_of_others(entry, sentence, countries)
            if _has_context(entry, guards) and not ruled_out:
                kept.append(Naming(hit.key, hit.span))
        short = [*self._pointing_back(report, kept, starts), *self._named_again(report, kept)]
        return sorted({*kept, *short}, key=lambda n: (n.span, n.commitment_id, n.is_short))

    def _pointing_back(
        self, report: Report, named: Sequence[Naming], starts: Sequence[int]
    ) -> Iterator[Naming]:
        """Find "dự án này", "văn bản nói trên" where one commitment of that kind was named just before."""
        if not named:
            return
        places = [bisect_right(starts, hit.span.start) for hit in named]
        for anaphor in self._anaphors.find(report.folded):
            here = bisect_right(starts, anaphor.span.start)
            kinds = anaphor.key.split("; ")
            near = {
                hit.commitment_id
                for hit, place in zip(named, places, strict=True)
                if here - _BACK <= place <= here
                and hit.span.end <= anaphor.span.start
                and self._registry[hit.commitment_id].kind in kinds
            }
            if len(near) == 1:
                yield Naming(near.pop(), anaphor.span, is_short=True)

    def _named_again(self, report: Report, named: Sequence[Naming]) -> Iterator[Naming]:
        """Find the short names of what was named before, unless something else was named since."""
        if not named:
            return
        ends = [n.span.end for n in named]
        for hit in self._again.find(report.folded):
            before = bisect_right(ends, hit.span.start)
            last = named[before - 1].commitment_id if before else None
            free = not any(n.span.overlaps(hit.span) for n in named[max(0, before - 1) : before + 2])
            if last == hit.key and free and not self._is_ambiguous(named, before - 1):
                yield Naming(hit.key, hit.span, is_short=True)

    def _is_ambiguous(self, named: Sequence[Naming], last: int) -> bool:
        """Tell whether another of the same kind was named right beside the last: "VKIST và metro số 3"."""
        kind = self._registry[named[last].commitment_id].kind
        return any(
            other.commitment_id != named[last].commitment_id
            and self._registry[other.commitment_id].kind == kind
            and named[last].span.start - other.span.end <= _BESIDE
            for other in named[max(0, last - 3) : last]
        )


def _by_kinds(reference: Reference) -> dict[str, list[str]]:
    phrases: dict[str, list[str]] = defaultdict(list)
    for anaphor in reference.anaphors:
        phrases["; ".join(anaphor.kinds)].append(anaphor.phrase)
    return phrases


def _has_context(entry: Commitment, guards: Mapping[str, list[Span]]) -> bool:
    if any(phrase in guards for phrase in entry.unless_in_report):
        return False
    return not entry.context or any(phrase in guards for phrase in entry.context)


def _is_ruled_out(
    entry: Commitment, hit: PhraseHit, guards: Mapping[str, list[Span]], starts: Sequence[int]
) -> bool:
    """Tell whether an `unless` phrase overlaps the naming or stands in its sentence."""
    here = bisect_right(starts, hit.span.start)
    return any(
        span.overlaps(hit.span) or bisect_right(starts, span.start) == here
        for phrase in entry.unless
        for span in guards.get(phrase, ())
    )


def _is_of_others(entry: Commitment, sentence: Span, countries: Countries) -> bool:
    """Tell whether a sentence speaks of a third country and not of Korea: "Việt Nam và Đức ký …"."""
    if not set(entry.parties) <= _OF_THE_PAIR:
        return False
    named = countries.all_in(sentence.start, sentence.end)
    return bool(named - _PAIR) and "KR" not in named
