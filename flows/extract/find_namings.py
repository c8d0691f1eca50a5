"""Find where a report names registered commitments, and drop what only looks like it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from flows.extract.find_partners import FindPartners, Partners
from flows.extract.naming import Naming
from flows.extract.point_back import PointBack
from flows.extract.records import Person
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import Commitment, Reference
from flows.span import Span

_OF_THE_PAIR = frozenset({"vn", "kr"})
_OF_TWO = frozenset({"memorandum", "agreement", "statement", "dialogue", "target"})
_KOREA = "{korea}"  # the term of the registry that asks for any word for Korea


class FindNamings:
    """Finds the phrases of the registry, and applies its guards: context, unless, other countries."""

    def __init__(self, reference: Reference) -> None:
        self._registry = {c.commitment_id: c for c in reference.commitments}
        self._named = PhraseBook({c.commitment_id: c.named for c in reference.commitments}, reference.terms)
        # Many entries share a guard ("hàn quốc"): each phrase is its own key, looked for once.
        guards = {p for c in reference.commitments for p in (*c.context, *c.unless, *c.unless_in_report)}
        self._guards = PhraseBook({phrase: (phrase,) for phrase in sorted(guards)}, reference.terms)
        self._find_partners = FindPartners(reference)
        self._point_back = PointBack(reference)

    def __call__(self, report: Report, persons: Sequence[Person]) -> list[Naming]:
        """Return the namings that are meant, in the order of the text."""
        hits = self._named.find(report.folded)
        if not hits:
            return []
        partners = self._find_partners(report, persons)
        guards: dict[str, set[int]] = defaultdict(set)
        for guard in self._guards.find(report.folded):
            guards[guard.key].update(partners.parts_of(guard.span))
        if partners.speaks_of_korea:
            guards[_KOREA].add(-1)
        kept = []
        for hit in hits:
            entry = self._registry[hit.key]
            if _has_context(entry, guards) and not _is_ruled_out(entry, hit.span, guards, partners):
                kept.append(Naming(hit.key, hit.span))
        return sorted(
            {*kept, *self._point_back(report, kept)}, key=lambda n: (n.span, n.commitment_id, n.is_short)
        )


def _has_context(entry: Commitment, guards: Mapping[str, set[int]]) -> bool:
    """Tell whether the report speaks of the entry's topic, and of Korea unless the names say so alone."""
    if any(phrase in guards for phrase in entry.unless_in_report):
        return False
    if not entry.context:
        return True
    if set(entry.parties) <= _OF_THE_PAIR and _KOREA not in guards:
        return False
    return any(phrase in guards for phrase in entry.context)


def _is_ruled_out(entry: Commitment, named: Span, guards: Mapping[str, set[int]], partners: Partners) -> bool:
    """Tell whether an `unless` phrase stands in the same part of the sentence, or others deal there."""
    parts = set(partners.parts_of(named))
    if any(not parts.isdisjoint(guards.get(phrase, ())) for phrase in entry.unless):
        return True
    return set(entry.parties) <= _OF_THE_PAIR and partners.is_of_others(
        named.start, is_of_two=entry.kind in _OF_TWO
    )
